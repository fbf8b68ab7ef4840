// The page: what is listed, the timeline, and which release is open. Releases are read from their data when opened.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const byId = (id) => document.getElementById(id);
const entries = read("entries");
const CHUNK = 80;
const state = { view: "releases", words: [], period: null, open: -1 };

// Text from releases goes into the page as text only.
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const happenings = entries
  .flatMap((entry, release) => entry.events.map((event) => ({ ...event, release })))
  .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.release - b.release));

// A bar is a day, a month or a year: the finest that keeps the strip readable. Long empty times become one gap, so that
// a single event of another century does not flatten all the others.
const MOST_BARS = 90;
const LONGEST_EMPTY = 4;

function after(period) {
  const day = new Date(`${period}${"-01-01".slice(period.length - 4)}T00:00:00Z`);
  if (period.length === 4) day.setUTCFullYear(day.getUTCFullYear() + 1);
  else if (period.length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
  else day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, period.length);
}

function* columns(digits) {
  const filled = [...new Set(happenings.map((event) => event.start.slice(0, digits)))];
  for (const [at, period] of filled.entries()) {
    yield period;
    if (at + 1 === filled.length) return;
    const empty = [];
    for (let next = after(period); next < filled[at + 1] && empty.length <= LONGEST_EMPTY; next = after(next)) empty.push(next);
    yield* empty.length <= LONGEST_EMPTY ? empty : [""];
  }
}

const digits = [10, 7].find((digits) => [...columns(digits)].length <= MOST_BARS) ?? 4;
const periodOf = (event) => event.start.slice(0, digits);

function named(period) {
  if (period.length === 4) return period;
  const form = { timeZone: "UTC", year: "numeric", month: "long", ...(period.length === 10 && { day: "numeric" }) };
  return new Intl.DateTimeFormat("en-GB", form).format(new Date(`${period}${period.length === 7 ? "-01" : ""}T00:00:00Z`));
}

function drawBars() {
  const counts = new Map();
  for (const event of happenings) counts.set(periodOf(event), (counts.get(periodOf(event)) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  const bars = byId("bars");
  let labelled = "";
  let room = 3; // columns since the last label
  for (const period of columns(digits)) {
    const count = counts.get(period) ?? 0;
    const bar = make(count ? "button" : "span", { className: period ? "" : "gap" }, make("i"));
    const label = digits === 10 ? period.slice(0, 7) : period.slice(0, 4);
    const due = label !== labelled && (digits > 4 || !labelled || period % 5 === 0);
    if (period && due && ++room > 3) {
      bar.append(make("small", { textContent: (labelled = label) }));
      room = 0;
    }
    if (!due) room++;
    if (!period) labelled = "";
    if (count) {
      bar.type = "button";
      bar.dataset.period = period;
      bar.tabIndex = bars.querySelector("button") ? -1 : 0;
      bar.setAttribute("aria-pressed", "false");
      bar.setAttribute("aria-label", `${named(period)}: ${count} ${count === 1 ? "event" : "events"}`);
      bar.title = bar.getAttribute("aria-label");
      bar.style.setProperty("--share", `${(100 * count) / most}%`);
    }
    bars.append(bar);
  }
  bars.closest(".timeline").hidden = !happenings.length;
}

const matches = (release) => state.words.every((word) => entries[release].words.includes(word));
const within = (event) => !state.period || periodOf(event) === state.period;

function listed() {
  if (state.view === "events") {
    const found = happenings.filter((event) => within(event) && matches(event.release));
    return found.flatMap((event, at) => {
      const month = event.start.slice(0, 7);
      return at && found[at - 1].start.startsWith(month) ? [event] : [{ month }, event];
    });
  }
  return entries.flatMap((entry, release) => (matches(release) && (!state.period || entry.events.some(within)) ? [{ release }] : []));
}

function row(one) {
  if (one.month) return make("li", { className: "month", textContent: named(one.month) });
  const entry = entries[one.release];
  const isEvent = one.path !== undefined;
  const facts = isEvent ? [one.edtf, one.kind, one.province] : [entry.published, entry.events.length > 1 && `${entry.events.length} events`];
  const title = make("span", { className: "title", lang: entry.language, textContent: (isEvent && one.name) || entry.title });
  const button = make("button", { type: "button" }, title, make("span", { className: "facts", textContent: facts.filter(Boolean).join(" · ") }));
  button.dataset.release = one.release;
  if (isEvent) button.dataset.event = one.path;
  if (one.release === state.open) button.setAttribute("aria-current", "true");
  return make("li", {}, button);
}

let rest = [];
const end = make("li", { ariaHidden: "true" });
const more = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && addRows(), { root: byId("list"), rootMargin: "400px" });

function addRows() {
  end.before(...rest.splice(0, CHUNK).map(row));
  if (!rest.length) more.disconnect();
  else {
    more.unobserve(end);
    more.observe(end); // asks again, should the end still be in sight
  }
}

function list() {
  rest = listed();
  const found = rest.filter((one) => !one.month).length;
  byId("list").replaceChildren(end);
  byId("list").scrollTop = 0;
  addRows();
  if (!found) end.before(make("li", { className: "nothing", textContent: "Nothing matches." }));
  const of = state.view === "events" ? happenings.length : entries.length;
  const shown = found === of ? `${of}` : `${found} of ${of}`;
  byId("count").textContent = `${shown} ${state.view === "events" ? "events" : of === 1 ? "release" : "releases"}`;
}

function open(release, event) {
  if (!entries[release]) return;
  const main = byId("release");
  if (state.open !== release) {
    state.open = release;
    main.innerHTML = read(`release-${release}`); // written by the package: every text in it is escaped
    wire(main.querySelector(".tgx"));
    main.scrollTop = 0;
    for (const one of byId("list").querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    for (const one of byId("list").querySelectorAll(`[data-release="${release}"]`)) one.setAttribute("aria-current", "true");
    history.replaceState(null, "", `#${release + 1}`);
  }
  if (event !== undefined) main.querySelectorAll('section[data-k="event"] > ul > li')[event]?.querySelector("button")?.click();
}

function choose(period) {
  state.period = state.period === period ? null : period;
  for (const bar of byId("bars").querySelectorAll("button")) bar.setAttribute("aria-pressed", bar.dataset.period === state.period);
  byId("period").hidden = !state.period;
  byId("period").textContent = state.period ? `${named(state.period)} ×` : "";
  byId("period").setAttribute("aria-label", `Show all times, not only ${state.period}`);
  list();
}

let typing;
byId("search").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    state.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    list();
  }, 100);
});
byId("period").addEventListener("click", () => {
  choose(state.period);
  byId("search").focus();
});
byId("bars").addEventListener("click", (event) => {
  const bar = event.target.closest("button");
  if (bar) choose(bar.dataset.period);
});
byId("bars").addEventListener("keydown", (event) => {
  const bars = [...byId("bars").querySelectorAll("button")];
  const at = bars.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
  if (!bars[to]) return;
  event.preventDefault();
  bars[at].tabIndex = -1;
  bars[to].tabIndex = 0;
  bars[to].focus();
});
for (const button of document.querySelectorAll("[data-view]")) {
  button.addEventListener("click", () => {
    state.view = button.dataset.view;
    for (const one of document.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", one === button);
    list();
  });
}
byId("list").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  open(Number(button.dataset.release), button.dataset.event && Number(button.dataset.event));
  if (matchMedia("(max-width: 60rem)").matches) byId("release").scrollIntoView({ block: "start" });
});
addEventListener("hashchange", () => open(Number(location.hash.slice(1)) - 1));

drawBars();
list();
open(entries[Number(location.hash.slice(1)) - 1] ? Number(location.hash.slice(1)) - 1 : 0);
