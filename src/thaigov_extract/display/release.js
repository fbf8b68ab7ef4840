// Make one release answer to pointer and keyboard. Runs once per `.tgx`; knows nothing of other releases.
function wire(root) {
  root.dataset.wired = "";
  const text = root.querySelector(".tgx-text");
  const cards = root.querySelector(".tgx-cards");
  const said = root.querySelector(".tgx-said");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const pieces = new Map(); // number of a mark -> its elements, several where it crosses another or a line's end
  for (const mark of root.querySelectorAll("mark")) {
    const number = mark.dataset.m;
    if (!pieces.has(number)) pieces.set(number, []);
    pieces.get(number).push(mark);
  }
  const numbersOf = (owner) => (owner ? owner.dataset.m.split(" ") : []);
  const ownerAt = (target) => target.closest?.("[data-m]");
  let lit = [];
  let turn = { owner: null, at: -1 };

  function light(owner) {
    for (const element of lit) element.classList.remove("tgx-on");
    lit = numbersOf(owner).flatMap((number) => pieces.get(number) ?? []);
    if (owner?.localName === "mark") lit.push(...speakingOf(owner.dataset.m));
    for (const element of lit) element.classList.add("tgx-on");
    root.classList.toggle("tgx-lit", lit.length > 0);
  }

  function speakingOf(number) {
    return [...root.querySelectorAll("button[data-m]")].filter((button) => numbersOf(button).includes(number));
  }

  // Scrolls within the pane where there is one to scroll, else the page.
  function show(element, pane) {
    const behavior = calm.matches ? "auto" : "smooth";
    if (pane && pane.contains(element) && pane.scrollHeight > pane.clientHeight + 1) {
      const box = element.getBoundingClientRect();
      const frame = pane.getBoundingClientRect();
      pane.scrollBy({ top: box.top - frame.top - (frame.height - Math.min(box.height, frame.height)) / 2, behavior });
      if (frame.top < 0 || frame.top > innerHeight * 0.8) pane.scrollIntoView({ block: "nearest", behavior });
    } else {
      element.scrollIntoView({ block: "center", behavior });
    }
  }

  // Each further click on a card goes on to the next place that it speaks of.
  function follow(owner) {
    const places = numbersOf(owner).filter((number) => pieces.has(number));
    if (!places.length) return;
    turn = { owner, at: turn.owner === owner ? (turn.at + 1) % places.length : 0 };
    const found = pieces.get(places[turn.at]);
    show(found[0], text);
    const kind = found[0].dataset.k;
    said.textContent = `${kind}, place ${turn.at + 1} of ${places.length}: ${found.map((one) => one.textContent).join(" ")}`;
  }

  function toggle(kind, on) {
    for (const element of root.querySelectorAll(`[data-k="${kind}"]:not([data-switch])`)) element.classList.toggle("tgx-off", !on);
    root.querySelector(`[data-switch="${kind}"]`).setAttribute("aria-pressed", on);
    const every = root.querySelector("[data-every]");
    every.hidden = !root.querySelector('[data-switch][aria-pressed="false"]');
  }

  root.addEventListener("pointerover", (event) => {
    const owner = ownerAt(event.target);
    light(owner && !owner.classList.contains("tgx-off") ? owner : root.querySelector("button[data-m]:focus"));
  });
  root.addEventListener("pointerleave", () => light(root.querySelector("button[data-m]:focus")));
  root.addEventListener("focusin", (event) => light(ownerAt(event.target)));
  root.addEventListener("focusout", (event) => root.contains(event.relatedTarget) || light(null));
  root.addEventListener("keydown", (event) => event.key === "Escape" && light(null));
  root.addEventListener("click", (event) => {
    const control = event.target.closest("[data-switch], [data-every]");
    if (control?.dataset.switch) return toggle(control.dataset.switch, control.getAttribute("aria-pressed") === "false");
    if (control) {
      for (const one of root.querySelectorAll("[data-switch]")) toggle(one.dataset.switch, true);
      return root.querySelector("[data-switch]").focus();
    }
    const owner = ownerAt(event.target);
    if (!owner || owner.classList.contains("tgx-off")) return;
    if (owner.localName === "mark") {
      const [speaking] = speakingOf(owner.dataset.m).sort((a, b) => a.dataset.m.length - b.dataset.m.length);
      if (speaking) show(speaking, cards.contains(speaking) ? cards : text);
      return;
    }
    const button = owner.localName === "button" ? owner : owner.querySelector("button");
    button.focus({ preventScroll: true }); // Safari does not focus a button that is clicked
    light(button);
    follow(button);
  });
}
