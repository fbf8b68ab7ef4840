"""What a reader meets, in a real browser: pointer, keyboard, themes, and text that would like to be more.

Needs the system's Chromium and the Python package `playwright` (its own browsers are not used); skipped without.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import composed
import pytest

from thaigov_extract import Event, Official, Participation, Release, Span
from thaigov_extract.display import html, report
from thaigov_extract.models import Role

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt-get install chromium)")

# Landmarks and the first heading are the notebook's, not the fragment's.
NOTEBOOK_S_OWN = {name: {"enabled": False} for name in ("region", "landmark-one-main", "page-has-heading-one")}
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM)
        yield opened
        opened.close()


class Reader:
    """A page in a browser of its own, and what went wrong in it."""

    def __init__(self, browser: Any, folder: Path, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        self.page = self.context.new_page()
        self.folder = folder
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        self.page.on("request", self._requested)

    def _requested(self, request: Any) -> None:
        if not request.url.startswith("file:"):
            self.wrong.append(request.url)

    def reads(self, content: str, anchor: str = "") -> Any:
        """Open `content` as a file, as a reader would."""
        path = self.folder / "page.html"
        path.write_text(content, encoding="utf-8")
        self.page.goto(path.as_uri() + anchor)
        return self.page


@pytest.fixture
def reader(browser: Any, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(browser, tmp_path)
    yield made
    made.context.close()
    assert made.wrong == []


def page_of(*releases: Release) -> str:
    fragments = "<hr>".join(html(release) for release in releases)
    head = '<head><meta charset="utf-8"><title>Notebook</title></head>'
    return f"<!doctype html><html>{head}<body>{fragments}</body></html>"


MARKED = """root => {
  const marked = {};
  for (const mark of root.querySelectorAll("mark")) {
    const one = (marked[mark.dataset.m] ??= { label: mark.dataset.k, text: "" });
    one.text += mark.textContent;
  }
  return Object.values(marked).map(one => [one.label, one.text]);
}"""

LIT = 'root => [...root.querySelectorAll("mark.tgx-on")].map(mark => mark.textContent)'

# Which mark the pointer would meet on the nth character of the text.
AT = """([text, at]) => {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentElement.closest(".tgx-notes")) continue;
    if (at < node.length) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const mark = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2).closest("mark");
      return mark && mark.dataset.k;
    }
    at -= node.length;
  }
}"""


def test_marks_hold_the_right_characters(reader: Reader) -> None:
    release = composed.training()
    page = reader.reads(page_of(release))
    assert page.eval_on_selector_all(".tgx-text p", "all => all.map(p => p.textContent).join('')") == release.text
    marked = page.eval_on_selector(".tgx", MARKED)
    assert ["person", "นายสมชาย ใจดี"] in marked
    assert ["person", "นายสมชาย"] in marked
    assert ["attendance", "กว่า 250 คน"] in marked
    assert ["module", "2. การเล่าเรื่องด้วยแผนที่ (Stories with Maps)"] in marked
    first = release.policies[0].items[0].span
    assert ["item", release.text[first.start : first.end]] in marked  # over three lines, with two items in it


# Pairs of what would be printed over each other: the words of a key, and those of what it is the key of.
OVERPRINTED = """fields => fields.filter(field => {
  const [key, part] = field.children;
  const words = new Range();
  words.selectNodeContents(key);
  return words.getBoundingClientRect().right >= part.getBoundingClientRect().left;
}).map(field => field.textContent)"""


@pytest.mark.parametrize("width", [390, 1000, 1300, 1900])
def test_no_role_is_printed_over_a_name(reader: Reader, width: int) -> None:
    officials = [Official(name=f"สมชาย ใจดี{role}", given_name="สมชาย") for role in get_args(Role)]
    parts = [Participation(name=one.name, role=role) for one, role in zip(officials, get_args(Role), strict=True)]
    event = Event(kind="press_conference", span=Span(start=0, end=1), participants=parts, organiser="กรมทดสอบ")
    reader.page.set_viewport_size({"width": width, "height": 900})
    page = reader.reads(page_of(composed.release("กรมทดสอบ แถลงข่าว", events=[event], officials=officials)))
    assert page.locator(".tgx-field:has(> .tgx-key)").count() == len(parts) + 1
    assert page.eval_on_selector_all(".tgx-field:has(> .tgx-key)", OVERPRINTED) == []


def test_the_number_of_mentions_stays_in_one_line(reader: Reader) -> None:
    text = "กรมทดสอบ"
    names = [f"{'สมชายใจดี' * length} มั่นคง" for length in range(1, 8)]
    mentions = [Span(start=at, end=at + 1) for at in range(4)]
    officials = [Official(name=name, given_name=name.split()[0], mentions=mentions) for name in names]
    page = reader.reads(page_of(composed.release(text, officials=officials)))
    shown = page.locator(".tgx-head > small")
    assert shown.all_text_contents() == ["4 mentions"] * len(names)
    assert shown.evaluate_all("all => all.map(one => one.getClientRects().length)") == [1] * len(names)


def test_the_colour_lies_on_the_right_characters(reader: Reader) -> None:
    release = composed.training()
    page = reader.reads(page_of(release))
    date = release.dates[0].span
    for at, label in ((date.start, "date"), (date.end - 1, "date"), (date.end, "event"), (date.start - 2, None)):
        text = page.query_selector(".tgx-text")
        assert page.evaluate(AT, [text, at]) == label


def test_hovering_a_card_lights_its_spans(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    page.hover(".tgx-card:has-text('สมหญิง รักเรียน') >> nth=1")
    assert page.eval_on_selector(".tgx", LIT) == ["ดร.สมหญิง รักเรียน", "ผู้อำนวยการกองข้อมูล"]
    page.hover("button.tgx-field:has-text('over 250')")
    assert page.eval_on_selector(".tgx", LIT) == ["กว่า 250 คน"]
    page.hover(".tgx header")
    assert page.eval_on_selector(".tgx", LIT) == []


def test_hovering_a_span_lights_its_card(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    page.hover("mark[data-k=place]")
    assert page.locator("button.tgx-on").all_inner_texts() == [
        page.locator(".tgx-head").first.inner_text(),
        page.locator("button.tgx-field[data-k=place]").inner_text(),
    ]


def test_the_keyboard_does_what_the_pointer_does(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    page.focus("button.tgx-head >> nth=0")
    page.keyboard.press("Tab")
    assert page.eval_on_selector(".tgx", LIT) == ["วันพฤหัสบดีที่ 6 สิงหาคม 2563"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert "place 1 of 1" in page.inner_text(".tgx-said")
    page.keyboard.press("Escape")
    assert page.eval_on_selector(".tgx", LIT) == []


def test_every_control_has_a_name_and_can_be_reached(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    buttons = page.locator("button:visible")
    assert buttons.count() > 30
    assert all(name.strip() for name in buttons.all_inner_texts())
    seen = set()
    for _ in range(buttons.count() + 4):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("[...document.querySelectorAll('button, a, [tabindex]')].indexOf(document.activeElement)")
        )
    assert len(seen - {-1}) == page.locator("button:visible, a, [tabindex]").count()


def test_clicking_a_card_scrolls_from_place_to_place(browser: Any, tmp_path: Path) -> None:
    reader = Reader(browser, tmp_path, viewport={"width": 1280, "height": 300})
    page = reader.reads(page_of(composed.training()))
    card = page.locator("section[data-k=person] .tgx-head").first
    inside = """mark => {
      const box = mark.getBoundingClientRect(), pane = mark.closest(".tgx-text").getBoundingClientRect();
      return box.top >= pane.top && box.bottom <= pane.bottom;
    }"""
    second = page.locator("mark[data-k=person]").nth(2)
    assert not second.evaluate(inside)
    card.click()
    assert page.locator("mark[data-k=person]").first.evaluate(inside)
    for _ in range(2):  # the position between the two mentions is a place of the card, too
        card.click()
    assert second.evaluate(inside)
    assert page.inner_text(".tgx-said") == "person, place 3 of 3: นายสมชาย"
    card.click()
    assert "place 1 of 3" in page.inner_text(".tgx-said")
    reader.context.close()
    assert reader.wrong == []


def test_clicking_a_span_goes_to_its_card(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    card = page.locator("section[data-k=project] .tgx-head")
    before = card.bounding_box()["y"]
    page.locator("mark[data-k=project]").click()
    page.wait_for_function(
        "before => document.querySelector('section[data-k=project]').getBoundingClientRect().y < before",
        arg=before - 50,
    )


def test_the_legend_filters(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    background = "getComputedStyle(document.querySelector('mark[data-k=person]')).backgroundColor"
    everyone = page.locator("section[data-k=person]")
    before = page.evaluate(background)
    switch = page.locator("[data-switch=person]")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    assert page.evaluate(background) == "rgba(0, 0, 0, 0)" != before
    assert not everyone.is_visible()
    assert page.locator("section[data-k=event]").is_visible()
    assert "นายสมชาย ใจดี" in page.inner_text(".tgx-text")
    page.get_by_role("button", name="Show all").click()
    assert everyone.is_visible()
    assert page.evaluate(background) == before
    assert not page.get_by_role("button", name="Show all").is_visible()


def test_remarks_stand_beside_their_paragraphs(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    remark = page.locator(".tgx-note:has-text('count mismatch')")
    paragraph = page.locator(".tgx-text p:has-text('รวม 4 ประการ')")
    beside, text = remark.bounding_box(), paragraph.bounding_box()
    assert text["y"] <= beside["y"] < text["y"] + text["height"]
    assert beside["x"] >= text["x"] + text["width"]
    remark.hover()
    assert page.eval_on_selector(".tgx", LIT) == ["รวม 4 ประการ"]


def test_several_releases_do_not_collide(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training(), composed.training(), next(iter(composed.many(1)))))
    page.locator(".tgx").nth(1).locator(".tgx-head").first.hover()
    lit = [page.locator(".tgx").nth(at).evaluate(LIT) for at in range(3)]
    assert lit[0] == lit[2] == []
    assert len(lit[1]) > 3
    page.locator(".tgx").nth(2).locator("[data-switch=person]").click()
    assert page.locator("section[data-k=person]:visible").count() == 2


def test_a_notebook_that_inserts_markup_and_runs_its_scripts(reader: Reader) -> None:
    page = reader.reads("<!doctype html><title>Notebook</title><main></main>")
    insert = """content => {
      const cell = document.querySelector("main").appendChild(document.createElement("div"));
      cell.innerHTML = content;
      for (const script of cell.querySelectorAll("script")) {
        const live = document.createElement("script");
        live.textContent = script.textContent;
        script.replaceWith(live);
      }
    }"""
    for release in (composed.training(), composed.hostile()):
        page.evaluate(insert, html(release))
    assert page.locator("[data-wired]").count() == 2
    page.locator("[data-switch=event]").first.click()
    assert page.locator("section[data-k=event]:visible").count() == 1
    assert page.evaluate("window.broken") is None


def test_without_scripts_the_text_is_marked_all_the_same(browser: Any, tmp_path: Path) -> None:
    reader = Reader(browser, tmp_path, java_script_enabled=False)
    page = reader.reads(page_of(composed.training()))
    assert page.locator("mark[data-k=person]").first.is_visible()
    assert page.locator(".tgx-card").first.is_visible()
    reader.context.close()


def test_hostile_text_stays_text(reader: Reader) -> None:
    release = composed.hostile()
    page = reader.reads(page_of(release))
    assert page.evaluate("window.broken") is None
    assert page.locator(".tgx script, .tgx img, .tgx a, .tgx [onfocus]").count() == 0
    assert page.eval_on_selector_all(".tgx-text p", "all => all.map(p => p.textContent).join('')") == release.text
    assert page.inner_text(".tgx h2") == release.title
    page.locator(".tgx-head").first.click()
    assert page.evaluate("window.broken") is None


def test_bidirectional_controls_reorder_nothing(reader: Reader) -> None:
    page = reader.reads(page_of(composed.hostile()))
    lefts = page.evaluate(
        """() => {
          const text = document.querySelector(".tgx-text p:last-of-type");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), lefts = [];
          for (let node; (node = walker.nextNode()); ) for (let at = 0; at < node.length; at++) {
            if (!/[a-z]/.test(node.data[at])) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            lefts.push([node.data[at], range.getBoundingClientRect().left]);
          }
          return lefts;
        }"""
    )
    assert "".join(char for char, _ in lefts) == "abcdefghijklmno"
    assert lefts == sorted(lefts, key=lambda pair: pair[1])


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const root = document.querySelector(".tgx");
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const part = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((c) => c / 255);
    const [r, g, b] = part.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const colour = (element, name) => {
    const probe = element.appendChild(document.createElement("span"));
    probe.style.color = `var(${name})`;
    const found = getComputedStyle(probe).color;
    probe.remove();
    return luminance(found);
  };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const found = [["quiet", "", ratio(colour(root, "--quiet"), colour(root, "--raised"))]];
  for (const element of root.querySelectorAll("[data-switch]")) {
    const pairs = ["ink tint", "ink glow", "deep tint", "deep glow", "deep raised"].map((pair) => pair.split(" "));
    for (const [front, back] of pairs.map((pair) => pair.map((name) => `--${name}`))) {
      found.push([`${element.dataset.k} ${front}`, back, ratio(colour(element, front), colour(element, back))]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Any, tmp_path: Path, scheme: str) -> None:
    reader = Reader(browser, tmp_path, color_scheme=scheme)
    page = reader.reads(page_of(composed.training()))
    found = page.evaluate(CONTRAST)
    assert len(found) == 1 + 5 * 14
    assert [one for one in found if one[2] < 4.5] == []
    reader.context.close()


def test_a_notebook_theme_comes_before_the_system(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()).replace("<body>", '<body data-jp-theme-light="false">'))
    assert page.evaluate("getComputedStyle(document.querySelector('.tgx')).colorScheme") == "dark"


def test_a_notebook_s_style_for_code_does_not_reach_in(reader: Reader) -> None:
    # As strong as JupyterLab's own rule, which won over two classes.
    theirs = "<style>body :not(pre, .x, .y.z) > code { background-color: red; padding: 1px 5px }</style>"
    page = reader.reads(page_of(composed.training()).replace("</body>", f"{theirs}</body>"))
    look = "all => new Set(all.map(one => getComputedStyle(one)).map(one => one.backgroundColor + one.padding)).size"
    assert page.eval_on_selector_all(".tgx code", look) == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.tgx code')).padding") == "0px"


@pytest.mark.parametrize("content", [page_of(composed.training(), composed.hostile()), report([composed.training()])])
def test_nothing_is_wider_than_a_phone(browser: Any, tmp_path: Path, content: str) -> None:
    reader = Reader(browser, tmp_path, viewport=NARROW)
    page = reader.reads(content.replace("<head>", '<head><meta name="viewport" content="width=device-width">'))
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.eval_on_selector_all(".tgx-text", "all => all.every(one => one.scrollWidth <= one.clientWidth)")
    reader.context.close()


@pytest.mark.parametrize("width", [320, 480, 700, 900, 970, 1100, 1200, 1300, 1920])
def test_text_and_cards_have_room_at_any_width(reader: Reader, width: int) -> None:
    page = reader.reads(report([composed.training(), *composed.many(30)]))
    page.set_viewport_size({"width": width, "height": 800})
    for pane in (".tgx-text", ".tgx-cards"):
        box = page.locator(pane).bounding_box()
        assert box["height"] > 150
        assert box["width"] > 270
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_is_set_as_thai(reader: Reader) -> None:
    page = reader.reads(page_of(composed.training()))
    assert page.get_attribute(".tgx-text", "lang") == "th"
    page.set_viewport_size(NARROW)
    # No line of the text begins with a character that cannot begin a Thai word.
    firsts = page.evaluate(
        """() => {
          const firsts = [];
          for (const text of document.querySelectorAll(".tgx-text p")) {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let bottom = -1;
            for (let node; (node = walker.nextNode()); ) for (let at = 0; at < node.length; at++) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const box = range.getBoundingClientRect();
              if (!box.width) continue;
              if (box.top >= bottom - 2) firsts.push(node.data[at]);
              bottom = Math.max(bottom, box.bottom);
            }
          }
          return firsts;
        }"""
    )
    assert len(firsts) > 20
    assert not set(firsts) & set("ะาำัิีึืุูๆฯ่้๊๋็์")


# -- the page of many releases --------------------------------------------------------------------------------------


def test_the_list_grows_as_it_is_read(reader: Reader) -> None:
    page = reader.reads(report([*composed.many(600)]))
    assert page.inner_text("#count") == "600 releases"
    assert page.locator("#list button").count() < 200
    assert page.locator(".tgx").count() == 1
    for _ in range(40):
        page.eval_on_selector("#list", "list => list.scrollTo(0, list.scrollHeight)")
        page.wait_for_timeout(20)
    assert page.locator("#list button").count() == 600


def test_search_narrows_the_list(reader: Reader) -> None:
    page = reader.reads(report([composed.training(), *composed.many(30)]))
    page.fill("#search", "ถนน TH-90")
    sync_api.expect(page.locator("#count")).to_contain_text(" of ")
    expected = [
        release.title
        for release in composed.many(30)
        if "ถนน" in release.title and release.events[0].venue and release.events[0].venue.province_code == "TH-90"
    ]
    assert page.locator("#list .title").all_inner_texts() == expected
    page.fill("#search", "ไม่มีคำนี้")
    page.get_by_text("Nothing matches.").wait_for()


def test_the_timeline_chooses_a_month_and_an_event_opens_lit(reader: Reader) -> None:
    releases = [*composed.many(200)]
    page = reader.reads(report(releases))
    bar = page.locator("#bars button").nth(2)
    march = [
        event
        for release in releases
        for event in release.events
        if event.when and str(event.when.start)[:7] == "2019-03"
    ]
    assert bar.get_attribute("aria-label") == f"March 2019: {len(march)} events"
    bar.click()
    page.get_by_role("button", name="Events in time").click()
    assert page.inner_text("#count") == f"{len(march)} of 200 events"
    page.locator("#list button").first.click()
    assert "วันที่" in "".join(page.eval_on_selector("main .tgx", LIT))
    opened = next(release for release in releases if release.title == page.inner_text("main h2"))
    assert opened.events[0].when in [event.when for event in march]
    page.get_by_role("button", name="Show all times").click()
    assert page.inner_text("#count") == "200 events"


def test_the_timeline_is_walked_with_arrows(reader: Reader) -> None:
    page = reader.reads(report([*composed.many(100)]))
    page.focus("#bars button >> nth=0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#bars [aria-pressed=true]").get_attribute("data-period") == "2019-02"
    assert page.locator("#bars button[tabindex='0']").count() == 1


def test_an_event_of_another_century_does_not_flatten_the_others(reader: Reader) -> None:
    made = [*composed.many(60)]
    written = "21/4/2325"
    old = composed.release(
        f"งานวันที่ {written}",
        title="งานวันก่อน",
        events=[
            Event(
                kind="other",
                when=composed.day(f"งานวันที่ {written}", written, date(1782, 4, 21)),
                span=composed.place(f"งานวันที่ {written}", written),
            )
        ],
    )
    page = reader.reads(report([*made, old]))
    assert page.locator("#bars > *").count() < 60
    assert page.locator("#bars .gap").count() == 1
    assert page.locator("#bars button").first.get_attribute("aria-label") == "April 1782: 1 event"
    assert page.locator("#bars button").nth(1).get_attribute("data-period") == "2019-01"


def test_a_release_is_opened_by_its_address(reader: Reader) -> None:
    releases = [*composed.many(50)]
    page = reader.reads(report(releases), "#42")
    assert page.inner_text("main h2") == releases[41].title


def test_a_hostile_release_stays_text_on_the_page(reader: Reader) -> None:
    page = reader.reads(report([composed.hostile(), composed.training()]))
    assert page.inner_text("main h2") == composed.hostile().title
    page.get_by_role("button", name="Events in time").click()
    page.locator("#list button").first.click()
    assert page.evaluate("window.broken") is None
    assert page.locator("#list script, main script, img").count() == 0


def test_a_script_that_is_not_the_page_s_own_does_not_run(browser: Any, tmp_path: Path) -> None:
    reader = Reader(browser, tmp_path)
    page = reader.reads(report([composed.training()]).replace("<main ", "<script>window.broken = 9</script><main "))
    assert page.evaluate("window.broken") is None
    assert any("Content Security Policy" in wrong for wrong in reader.wrong)
    reader.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("content", [page_of(composed.training()), report([composed.training(), *composed.many(30)])])
def test_axe_finds_no_barrier(browser: Any, tmp_path: Path, scheme: str, content: str) -> None:
    """Ask an independent checker of accessibility."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    reader = Reader(browser, tmp_path, color_scheme=scheme, bypass_csp=True)
    found = axe.run(reader.reads(content.replace("<html>", '<html lang="en">')), options={"rules": NOTEBOOK_S_OWN})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    assert len(found.response["passes"]) > 20
    reader.context.close()


# -- pictures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(browser: Any, tmp_path: Path, request: pytest.FixtureRequest, scheme: str) -> None:
    folder = request.config.getoption("--screenshots")
    kept = Path(folder) if folder else tmp_path
    kept.mkdir(parents=True, exist_ok=True)
    reader = Reader(browser, tmp_path, color_scheme=scheme, viewport={"width": 1180, "height": 800})
    page = reader.reads(page_of(composed.training()))
    page.locator("section[data-k=event] .tgx-head").hover()
    page.wait_for_timeout(200)
    page.locator(".tgx").screenshot(path=kept / f"release-{scheme}.png", animations="disabled")
    page = reader.reads(report([composed.training(), *composed.many(220)]))
    page.set_viewport_size({"width": 1360, "height": 840})
    page.screenshot(path=kept / f"report-{scheme}.png")
    page.set_viewport_size(NARROW)
    page.reload()
    page.screenshot(path=kept / f"report-{scheme}-narrow.png")
    reader.context.close()
    assert reader.wrong == []
    assert all((kept / f"{name}.png").stat().st_size > 10_000 for name in (f"release-{scheme}", f"report-{scheme}"))
