"""Headers, footers, quotes: composed in the shapes that real releases have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import anything, noisy_releases

from thaigov_extract import parse
from thaigov_extract._layout import Layout, english_ranges, lay_out
from thaigov_extract._source import fold

TITLE = "กรมชลประทาน ชวนเกษตรกรปลูกพืชใช้น้ำน้อย"
PORTAL = f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-{TITLE}"
DAY = "วันอังคารที่ 10 พฤศจิกายน 2563"
BODY = "เกษตรกรทั่วประเทศปลูกถั่วเขียวแทนข้าวนาปรัง"


def laid(text: str) -> Layout:
    return lay_out(fold(text))


def texts_of(layout: Layout, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [layout.text[lo:hi] for lo, hi in ranges]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        pytest.param(f"{PORTAL}\n\n\n{DAY}\n{TITLE}\n", DAY, id="date, title"),
        pytest.param(
            f"{PORTAL}\n\n\n{DAY}\n10/11/2563\nพิมพ์\n{TITLE}\n{TITLE}\n", DAY, id="date, number, print, titles"
        ),
        pytest.param(f"รัฐบาลไทย-\u200b{TITLE}\n\n{DAY}\nพิมพ์\n{TITLE}\n", DAY, id="invisible before the title"),
        pytest.param(f"รัฐบาลไทย-{TITLE}\n\n{DAY}\n", DAY, id="short prefix"),
        pytest.param(
            f"{TITLE}\n\n{TITLE}\nวันที่ 19 MAR 2018 | ผู้เข้าชม 3,095 ครั้ง\n", "วันที่ 19 MAR 2018", id="counter behind"
        ),
        pytest.param(f"{TITLE}\nวันที่ 19 MAR 2018\nจำนวนผู้เข้าชม : 12 ครั้ง\n", "วันที่ 19 MAR 2018", id="counter below"),
        pytest.param(f"{TITLE}\n19 มีนาคม 2561\n", "19 มีนาคม 2561", id="bare date"),
        pytest.param(f"{TITLE}\nวันที่เผยแพร่ : 19 มีนาคม 2561\n", "19 มีนาคม 2561", id="label"),
        pytest.param(f" date 2025-10-04 {TITLE}\n", "2025-10-04", id="date before the title"),
        pytest.param(f"{TITLE}\n\n", None, id="no date"),
    ],
)
def test_header(head: str, date: str | None) -> None:
    layout = laid(head + BODY)
    assert layout.text[slice(*layout.title)] == TITLE
    assert (layout.text[slice(*layout.header)] if layout.header else None) == date
    assert texts_of(layout, layout.paragraphs) == [BODY]
    assert set(texts_of(layout, layout.headlines)) == {TITLE}


def test_the_title_is_given_as_written() -> None:
    assert parse("รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-\u200bแผนน้ำ ปี ๒๕๖๗ – ๒๕๖๘\nวันอังคารที่ 10 พฤศจิกายน 2563").title == (
        "แผนน้ำ ปี ๒๕๖๗ – ๒๕๖๘"
    )


def test_a_header_date_said_again_in_the_body_is_a_date_of_the_body() -> None:
    text = f"รัฐบาลไทย-{TITLE}\n{DAY}\n{TITLE}\n{DAY}\n{BODY}"
    release = parse(text)
    assert release.published is not None
    assert [found.span.start for found in release.dates] == [text.rindex("วันอังคาร")]


@pytest.mark.parametrize("again", [TITLE, TITLE[:-6], TITLE + " ทั่วประเทศ", f"  {TITLE}  "])
def test_a_repeated_headline_is_no_paragraph(again: str) -> None:
    layout = laid(f"รัฐบาลไทย-{TITLE}\n{DAY}\n{again}\n{BODY}")
    assert texts_of(layout, layout.headlines) == [TITLE, again.strip()]
    assert texts_of(layout, layout.paragraphs) == [BODY]


def test_a_lead_that_only_begins_alike_is_a_paragraph() -> None:
    lead = TITLE[:20] + "ปลูกข้าวโพดเลี้ยงสัตว์ในพื้นที่นอกเขตชลประทาน"
    layout = laid(f"รัฐบาลไทย-{TITLE}\n{DAY}\n{lead}")
    assert texts_of(layout, layout.paragraphs) == [lead]


def test_an_empty_record() -> None:
    layout = laid("รัฐบาลไทย-\n\n\nวันพฤหัสบดีที่ 1 มกราคม 2513\n\nที่มา : https://www.example.go.th/news/7")
    assert layout.title[0] == layout.title[1]
    assert layout.paragraphs == ()
    release = parse(layout.source.raw)
    assert release.title == ""
    assert release.published is None
    assert release.source_url == "https://www.example.go.th/news/7"


def test_the_source_line_is_no_paragraph_and_ends_the_body() -> None:
    layout = laid(f"{TITLE}\n{BODY}\n-----\n\nที่มา : https://www.example.go.th/news/7\n")
    assert layout.source.written_at(layout.source_url) == "https://www.example.go.th/news/7"
    assert texts_of(layout, layout.paragraphs) == [BODY]
    assert layout.text[slice(*layout.body)].endswith("-----\n\n")


def test_of_several_sources_the_last_is_that_of_the_page() -> None:
    layout = laid(f"{TITLE}\nที่มา : https://a.example.org\n{BODY}\nที่มา: https://b.example.org\n")
    assert layout.source.written_at(layout.source_url) == "https://b.example.org"
    assert texts_of(layout, layout.paragraphs) == [BODY]


@pytest.mark.parametrize("line", ["ภาพ : สมชาย", "ภาพ/ข่าว : กลุ่มสื่อสารองค์กร", "ผู้เข้าชม 1,208 ครั้ง"])
def test_credits_and_counters_are_furniture(line: str) -> None:
    layout = laid(f"{TITLE}\n{BODY}\n{line}\n")
    assert texts_of(layout, layout.paragraphs) == [BODY]
    assert line in texts_of(layout, layout.furniture)


@pytest.mark.parametrize("line", ["ภาพรวมเศรษฐกิจดีขึ้น", "ข่าวดีของเกษตรกร", "ที่มาของโครงการ", "เข้าชมได้ฟรี 3 วัน"])
def test_words_that_only_begin_like_furniture_are_body(line: str) -> None:
    layout = laid(f"{TITLE}\n{BODY}\n{line}\n")
    assert texts_of(layout, layout.paragraphs) == [BODY, line]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("โครงการ “ก้าวไกล” เริ่ม", ["ก้าวไกล"]),
        ('นโยบาย "4 สร้าง" และ "5 เสริม"', ["4 สร้าง", "5 เสริม"]),
        ("“ผู้ใหญ่กล่าวว่า ‘ดีแล้ว’ และไปต่อ”", ["ผู้ใหญ่กล่าวว่า ‘ดีแล้ว’ และไปต่อ", "ดีแล้ว"]),
        ("เปิดงาน “ไม่มีปิด\nบรรทัดใหม่” จบ", []),
        ('ขนาด 5" ไม่มีคู่', []),
        ('“เปิดโค้งปิดตรง"', ["เปิดโค้งปิดตรง"]),
        ("”กลับด้าน“ แล้ว “ปกติ”", ["ปกติ"]),
        ('โครงการ "" และ “ ” กับ "จริง"', ["จริง"]),
    ],
)
def test_quotes(text: str, quoted: list[str]) -> None:
    layout = laid(text)
    assert [layout.text[quote.inner_lo : quote.inner_hi] for quote in layout.quotes] == quoted


@given(noisy_releases | anything)
def test_parts_lie_inside_in_order_and_apart(text: str) -> None:
    layout = laid(text)
    size = len(layout.text)
    assert all(0 <= lo < hi <= size for lo, hi in (*layout.paragraphs, *layout.furniture))
    parts = sorted({*layout.headlines, *layout.furniture, *layout.paragraphs})
    assert all(before[1] <= after[0] for before, after in pairwise(parts))
    assert all(quote.lo < quote.inner_lo < quote.inner_hi < quote.hi for quote in layout.quotes)
    assert all("\n" not in layout.text[quote.lo : quote.hi] for quote in layout.quotes)


@given(noisy_releases, st.integers(0, 200), st.integers(0, 200))
def test_quotes_and_furniture_are_found_by_their_place(text: str, lo: int, hi: int) -> None:
    layout = laid(f"{text}\nภาพ : “สมชาย”\n“{text}”\nผู้เข้าชม 12 ครั้ง")
    assert layout.quotes_in(lo, hi) == tuple(quote for quote in layout.quotes if lo <= quote.lo < hi)
    assert layout.is_furniture(lo) == any(start <= lo < end for start, end in layout.furniture)


ENGLISH = "The governor opened the river hall and thanked the board for the year."


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        (f"{ENGLISH}\n{ENGLISH}", [f"{ENGLISH}\n{ENGLISH}"]),
        (f"{BODY}\n{ENGLISH}\n{BODY}", [ENGLISH]),
        (f"{BODY} ในงาน Over the Moon and the Stars", []),
        (BODY, []),
    ],
)
def test_english_is_told_by_letters_and_the_article(text: str, ranges: list[str]) -> None:
    layout = laid(text)
    assert texts_of(layout, tuple(english_ranges(layout))) == ranges
