"""What is shown is what was extracted, and text stays text."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter, defaultdict
from datetime import time
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import composed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract import (
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    Release,
    Span,
    TimeExpression,
    Venue,
    parse,
)
from thaigov_extract.__main__ import main
from thaigov_extract.display import html, report
from thaigov_extract.exports import to_spans

VOID = {"meta", "input", "br", "img"}


class Seen(HTMLParser):
    """What a parser finds: elements, the text of paragraphs, and the text under each mark's number."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs = ""
        self.marked: defaultdict[int, str] = defaultdict(str)
        self.data: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self._open]
        classes = [(attributes.get("class") or "").split() for _, attributes in self._open]
        if "p" in names and any("tgx-text" in several for several in classes):
            self.paragraphs += data
        for name, attrs in self._open:
            if name == "mark":
                self.marked[int(attrs["data-m"] or -1)] += data
        if names and names[-1] == "script" and self._open[-1][1].get("id"):
            self.data[self._open[-1][1]["id"] or ""] = data


def test_every_mark_holds_its_characters() -> None:
    release = composed.training()
    seen = Seen(html(release))
    assert seen.paragraphs == release.text
    shown = set(seen.marked.values())
    for part in (
        release.events[0].when,
        release.events[0].venue,
        release.events[0].attendance,
        release.officials[0].positions[0],
        release.policies[0].items[0].items[1],
    ):
        assert part is not None
        assert release.text[part.span.start : part.span.end] in shown
    assert release.text[slice(*_ends(release.events[0].span))] in shown
    assert release.text[slice(*_ends(release.policies[0].items[0].span))] in shown


def test_cards_point_at_the_marks_of_their_values() -> None:
    release = composed.training()
    seen = Seen(html(release))
    lit = {
        (attributes.get("data-k"), *(seen.marked[int(number)] for number in (attributes["data-m"] or "").split()))
        for name, attributes in seen.elements
        if name == "button" and "data-m" in attributes
    }
    assert {
        ("organisation", "กรมส่งเสริมการเรียนรู้ชุมชน"),
        ("person", "นายสมชาย"),
        ("name", "นักสื่อสารข้อมูลเปิด รุ่นที่ 3"),
        (None, "1. การอ่านตาราง (Reading Tables)"),
    } <= lit
    event, policy = release.events[0], release.policies[0]
    for kind, part in (
        ("date", event.when),
        ("place", event.venue),
        ("attendance", event.attendance),
        ("position", release.officials[1].positions[0]),
        ("remark", release.diagnostics[0]),
        (None, policy.items[1]),
    ):
        assert part is not None
        assert part.span is not None
        assert (kind, release.text[slice(*_ends(part.span))]) in lit


def test_a_name_that_two_officials_bear_lights_neither() -> None:
    release = composed.training()
    twice = composed.release(release.text, officials=[*release.officials, release.officials[0]], events=release.events)
    fields = re.findall(r'<(\w+) class="tgx-field"[^>]*data-k="person"', html(twice))
    assert fields == ["div", "button"]


def test_words_are_shown_in_their_language() -> None:
    text = composed.ENGLISH
    venue = Venue(span=composed.place(text, "ห้องประชุมดอกปีบ"), text="ห้องประชุมดอกปีบ")
    release = composed.release(
        text,
        title=text.partition("\n")[0],
        events=[Event(kind="training", span=venue.span, name="Open Data", venue=venue)],
        times=[TimeExpression(span=composed.place(text, "09.30"), text="09.30 น.", start=time(9, 30))],
    )
    page = html(release)
    assert re.search(r'class="tgx-text[^>]*lang="en"', page)
    spoken = re.findall(r'<(h2|strong|span|small) lang="(\w\w)">([^<]+)<', page)
    assert spoken == [
        ("h2", "en", "Community Learning Department Opens the Course"),
        ("strong", "en", "Open Data"),
        ("span", "th", "ห้องประชุมดอกปีบ"),
        ("small", "th", "09.30 น."),
    ]
    (entry,) = json.loads(Seen(report([release])).data["entries"])
    assert entry["language"] == "en"


def test_the_legend_counts_the_marks() -> None:
    release = composed.training()
    counted = re.findall(r'data-switch="(\w+)">.{1,80}?<small>(\d+)</small>', html(release))
    marks = Counter(span["label"] for span in to_spans(release)["spans"])
    assert {kind: int(count) for kind, count in counted} == marks


def test_passages_tell_how_deep_they_lie() -> None:
    found = [attributes for name, attributes in Seen(html(composed.training())).elements if name == "mark"]
    depths = {(attributes["data-k"], attributes["data-d"]) for attributes in found if "data-d" in attributes}
    assert {("policy", "0"), ("item", "1"), ("item", "2")} <= depths
    assert {kind for kind, _ in depths} == {"event", "policy", "item", "module", "project"}


def test_a_remark_stands_beside_the_paragraph_where_it_begins_and_one_without_a_place_above() -> None:
    remarks = [
        Diagnostic(code=DiagnosticCode.LUNAR_DATE, message="-", span=span)
        for span in (Span(start=6, end=7), None, Span(start=2, end=3))
    ]
    seen = Seen(html(composed.release("ก\nข\nค\nง\n", diagnostics=remarks)))
    classes = [(name, attributes.get("class"), attributes.get("style")) for name, attributes in seen.elements]
    assert [style for _, class_, style in classes if class_ == "tgx-notes"] == ["grid-row:2/4", "grid-row:4/5"]
    assert [name for name, class_, _ in classes if class_ == "tgx-note"] == ["div", "button", "button"]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@st.composite
def releases(draw: st.DrawFn) -> Release:
    text = draw(st.text(st.sampled_from("กขำ่ a<>&\"'\n\r\t\u202e\u2068\u200f😀0"), max_size=60))
    spans = st.tuples(st.integers(0, 62), st.integers(1, 20)).map(lambda pair: Span(start=pair[0], end=sum(pair)))
    return composed.release(
        text,
        title=text[:10],
        events=[Event(kind="other", name=text[:5] or None, span=span) for span in draw(st.lists(spans, max_size=4))],
        dates=[_date(text, span) for span in draw(st.lists(spans, max_size=4))],
        diagnostics=[
            Diagnostic(code=DiagnosticCode.LUNAR_DATE, message=text or "-", span=span)
            for span in draw(st.lists(st.none() | spans, max_size=3))
        ],
    )


def _date(text: str, span: Span) -> DateExpression:
    day = "2020-08-06"
    return DateExpression.model_validate(
        {"span": span, "text": text[span.start : span.end], "edtf": day, "kind": "date", "start": day, "end": day}
    )


@given(releases())
def test_any_text_with_any_spans_is_shown_whole(release: Release) -> None:
    seen = Seen(html(release))
    assert seen.paragraphs == release.text
    found = [*(event.span for event in release.events), *(date.span for date in release.dates)]
    spans = {_ends(span) for span in [*found, *(remark.span for remark in release.diagnostics)] if span}
    inside = {release.text[start:end] for start, end in spans if end <= len(release.text)}
    assert set(seen.marked.values()) == inside


@given(releases())
def test_no_text_becomes_markup(release: Release) -> None:
    for page in (html(release), report([release])):
        for name, attributes in Seen(page).elements:
            assert name not in {"img", "iframe", "object", "b"} or (name == "b" and not attributes)
            assert not any(key.startswith("on") for key in attributes)


def test_hostile_values_stay_text() -> None:
    release = composed.hostile()
    seen = Seen(html(release))
    assert seen.paragraphs == release.text
    assert [name for name, _ in seen.elements].count("script") == 1
    assert "img" not in {name for name, _ in seen.elements}
    assert not [attributes for _, attributes in seen.elements if "autofocus" in attributes or "href" in attributes]


def test_characters_that_no_page_can_hold_are_replaced_one_by_one() -> None:
    release = composed.release("ก\0ข\ud800ค", title="\udfff")
    assert Seen(html(release)).paragraphs == "ก\ufffdข\ufffdค"
    report([release]).encode()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org/x", "http://", "http://[", "x"]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    page = html(composed.release("", source_url=url))
    assert "a" not in {name for name, _ in Seen(page).elements}


def test_an_address_of_the_web_is_a_link() -> None:
    links = [attributes for name, attributes in Seen(html(composed.training())).elements if name == "a"]
    assert [link["href"] for link in links] == ["https://www.example.go.th/news/contents/details/12345"]
    assert all(link["rel"] == "noopener noreferrer" for link in links)


def test_nothing_is_fetched_and_nothing_collides() -> None:
    fragment = html(composed.training())
    assert not re.search(r"url\(|@import|\ssrc=|<link|fetch\(|XMLHttp", fragment)
    assert not [attributes for _, attributes in Seen(fragment).elements if "id" in attributes]
    assert fragment == html(composed.training())


def test_a_release_without_its_text_shows_its_values() -> None:
    release = Release.model_validate_json(composed.training().model_dump_json())
    page = html(release)
    assert "The text is not at hand" in page
    assert "สมหญิง รักเรียน" in page
    assert not Seen(page).marked


def test_a_release_shows_itself_in_a_notebook() -> None:
    release = parse("เปิดงาน\nวันอังคารที่ 10 พฤศจิกายน 2563\n")
    assert release._repr_html_() == html(release)


def test_the_page_holds_every_release() -> None:
    made = [composed.training(), composed.hostile(), *composed.many(3)]
    seen = Seen(report(made))
    entries: list[dict[str, Any]] = json.loads(seen.data["entries"])
    assert [entry["title"] for entry in entries] == [release.title for release in made]
    assert [event["start"] for entry in entries for event in entry["events"]] == [
        event.when.start.isoformat() for release in made for event in release.events if event.when
    ]
    for at, release in enumerate(made):
        assert Seen(json.loads(seen.data[f"release-{at}"])).paragraphs == release.text


def test_only_the_script_of_the_page_may_run() -> None:
    page = report([composed.hostile()])
    seen = Seen(page)
    policy = next(
        attributes["content"] for name, attributes in seen.elements if "http-equiv" in attributes and name == "meta"
    )
    script = page.rpartition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy is not None
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    scripts = [attributes for name, attributes in seen.elements if name == "script"]
    assert [script for script in scripts if script.get("type") != "application/json"] == [{}]


def test_view_writes_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, page = tmp_path / "1.txt", tmp_path / "2.txt", tmp_path / "report.html"
    one.write_text("เปิดงานวัดประจำปี\nวันอังคารที่ 10 พฤศจิกายน 2563\n", encoding="utf-8")
    two.write_text("ปิดงานวัดประจำปี\n", encoding="utf-8")
    assert main(["view", str(one), str(two), "-o", str(page)]) == 0
    assert len(json.loads(Seen(page.read_text(encoding="utf-8")).data["entries"])) == 2
    assert capsys.readouterr().err == ""


def test_view_says_which_file_it_cannot_use_and_shows_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, page = tmp_path / "1.txt", tmp_path / "report.html"
    one.write_text("เปิดงานวัดประจำปี\n", encoding="utf-8")
    assert main(["view", str(tmp_path / "none.txt"), str(one), "-o", str(page)]) == 2
    assert "none.txt" in capsys.readouterr().err
    assert len(json.loads(Seen(page.read_text(encoding="utf-8")).data["entries"])) == 1


def test_view_shows_a_folder_and_says_what_else_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in" / "2024").mkdir(parents=True)
    for name in ("one.txt", "2024/TWO.TXT", "three.csv"):
        (tmp_path / "in" / name).write_text(f"ข่าวที่ {name}\n", encoding="utf-8")
    page = tmp_path / "report.html"
    assert main(["view", str(tmp_path / "in"), "-o", str(page)]) == 0
    assert "left out 1 .csv" in capsys.readouterr().err
    shown = page.read_text(encoding="utf-8")
    assert "one.txt" in shown
    assert "TWO.TXT" in shown
    assert "three.csv" not in shown


def test_view_of_a_folder_without_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", str(tmp_path), "-o", str(tmp_path / "report.html")]) == 2
    assert "the folder holds no .txt" in capsys.readouterr().err
    assert not (tmp_path / "report.html").exists()


def test_view_needs_a_place_that_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = tmp_path / "1.txt"
    one.write_text("เปิดงานวัดประจำปี\n", encoding="utf-8")
    assert main(["view", str(one), "-o", str(tmp_path / "none" / "report.html")]) == 2
    assert "report.html" in capsys.readouterr().err
