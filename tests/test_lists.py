"""Lists are read back as the trees that they were written as."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract import Item, ItemList, parse, parse_lists

Tree = list[tuple[str, "Tree"]]

WORDS = ("จัดหาน้ำสะอาด", "ปลูกต้นไม้", "ซ่อมถนนในหมู่บ้าน", "ดูแลผู้สูงอายุ", "เปิดตลาดชุมชน", "ลดขยะในคลอง", "สอนอาชีพใหม่")
LETTERS = "กขคงจฉช"


def shape(items: Sequence[Item]) -> Tree:
    """Return the texts of items, without the lists inside them, and their nesting."""
    return [(item.text.split(" ")[0].split("\n")[0], shape(item.items)) for item in items]


def only(text: str) -> ItemList:
    lists = parse_lists(text)
    assert len(lists) == 1, lists
    return lists[0]


# --- a tree in any mix of styles is read back -------------------------------------------------------------------------

MARKS = {
    "1)": lambda n: f"{n}) ",
    "1.": lambda n: f"{n}. ",
    "(1)": lambda n: f"({n}) ",
    "ก)": lambda n: f"{LETTERS[n - 1]}) ",
    "ด้านที่ 1": lambda n: f"ด้านที่ {n} ",
    "ข้อ 1": lambda n: f"ข้อ {n} ",
    "๑.": lambda n: f"{n}. ".translate({ord(str(d)): chr(0x0E50 + d) for d in range(10)}),
}
DOTTED = {
    "1.1": lambda n, outer: f"{outer}.{n} ",
    "1.1)": lambda n, outer: f"{outer}.{n}) ",
}
SAME = {"๑.": "1."}
"""Styles that are one after folding."""


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Tree:
    size = draw(st.integers(2, 5))
    deeper = st.just([]) if depth == 1 else st.one_of(st.just([]), trees(depth=depth - 1))
    return [(draw(st.sampled_from(WORDS)), draw(deeper)) for _ in range(size)]


def render(tree: Tree, styles: Sequence[str], breaks: Sequence[str], outer: int | None = None) -> str:
    """Return `tree` written with one style and one separator for each level."""
    style = styles[0]
    parts = []
    for n, (words, inner) in enumerate(tree, 1):
        mark = MARKS[style](n) if style in MARKS else DOTTED[style](n, outer)
        nested = breaks[1] + render(inner, styles[1:], breaks[1:], n) if inner else ""
        parts.append(f"{mark}{words}{nested}")
    return breaks[0].join(parts)


@st.composite
def style_of_each_level(draw: st.DrawFn) -> list[str]:
    """Draw three styles, each level its own; a dotted one only below a level that it can name."""
    first = draw(st.sampled_from(sorted(MARKS)))
    used = {SAME.get(first, first)}
    second = draw(st.sampled_from([*sorted(MARKS), *DOTTED]).filter(lambda s: SAME.get(s, s) not in used))
    used.add(SAME.get(second, second))
    third = draw(st.sampled_from(sorted(MARKS)).filter(lambda s: SAME.get(s, s) not in used))
    return [first, second, third]


@given(trees(), style_of_each_level(), st.sampled_from([" ", "\n"]))
def test_a_tree_in_any_mix_of_styles_is_read_back(tree: Tree, styles: list[str], separator: str) -> None:
    text = f"เปิดงาน\nนายสมชาย ใจดี เสนอแนวทาง ดังนี้ {render(tree, styles, [separator] * 3)}"
    assert shape(only(text).items) == tree


@given(
    st.integers(2, 30), st.sampled_from(["{}) ", "{}. ", "({}) ", "{})", "{}."]), st.sampled_from([" ", "\n", " และ"])
)
def test_the_numbers_are_read(count: int, mark: str, separator: str) -> None:
    items = separator.join(mark.format(n) + WORDS[n % len(WORDS)] for n in range(1, count + 1))
    found = only(f"เปิดงาน\nมีแนวทาง ได้แก่ {items}")
    assert [item.number for item in found.items] == [str(n) for n in range(1, count + 1)]
    assert [item.marker for item in found.items] == [mark.format(n).strip() for n in range(1, count + 1)]


@given(trees(), style_of_each_level())
def test_every_item_lies_in_its_list(tree: Tree, styles: list[str]) -> None:
    rendered = render(tree, styles, ["\n", " ", " "])
    text = f"เปิดงาน\nเสนอแนวทาง ดังนี้\n{rendered}"

    def check(items: Sequence[Item], lo: int, hi: int) -> None:
        for item in items:
            assert lo <= item.span.start < item.span.end <= hi
            assert text[item.span.start : item.span.end].endswith(item.text)
            check(item.items, item.span.start, item.span.end)
            lo = item.span.end

    found = only(text)
    check(found.items, found.span.start, found.span.end)


# --- every marker style -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("ได้แก่ 1) ปลูกป่า 2) ลดขยะ", ["1", "2"]),
        ("ได้แก่ 1.ปลูกป่า 2.ลดขยะ และ3.ดูแลน้ำ", ["1", "2", "3"]),
        ("ได้แก่ (1) ปลูกป่า (2) ลดขยะ", ["1", "2"]),
        ("ได้แก่ ๑) ปลูกป่า ๒) ลดขยะ", ["1", "2"]),
        ("ดังนี้ 1 ) ปลูกป่า 2 ) ลดขยะ", ["1", "2"]),
        ("ดังนี้\n1. ปลูกป่า\n2) ลดขยะ\n3. ดูแลน้ำ", ["1", "2", "3"]),
        ("ได้แก่ ข้อ 1 ปลูกป่า ข้อ 2 ลดขยะ", ["1", "2"]),
        ("ได้แก่ ประการแรก ปลูกป่า ประการที่สอง ลดขยะ", ["1", "2"]),
        ("คือ เรื่องแรก คือ ปลูกป่า และเรื่องที่ 2 คือ ลดขยะ", ["1", "2"]),
        ("ได้แก่ มาตรการที่ 1 ปลูกป่า มาตรการที่ 2 ลดขยะ", ["1", "2"]),
        ("ประกอบด้วย Module 1 ปลูกป่า Module 2 ลดขยะ", ["1", "2"]),
        ("ได้แก่ ก) ปลูกป่า ข) ลดขยะ ค) ดูแลน้ำ", ["ก", "ข", "ค"]),
        ("ดังนี้\n1\ufe0f\u20e3 ปลูกป่า\n2\ufe0f\u20e3 ลดขยะ", ["1", "2"]),
        ("ดังนี้\n• ปลูกป่า\n• ลดขยะ", [None, None]),
        ("ดังนี้\n- ปลูกป่า\n- ลดขยะ", [None, None]),
        ("ดังนี้\n✅ ปลูกป่า\n✅ ลดขยะ", [None, None]),
        ("FUN ประกอบด้วย F (Fresh) สดใหม่ U (Unity) รวมใจ N (Nature) รักธรรมชาติ", ["F", "U", "N"]),
        ("“FUN” คือ F-Fresh สดใหม่, U-Unity รวมใจ, N-Nature รักธรรมชาติ", ["F", "U", "N"]),
    ],
)
def test_a_style_is_read(written: str, numbers: list[str | None]) -> None:
    assert [item.number for item in only(f"เปิดงาน\nมีเรื่องสำคัญ {written}").items] == numbers


def test_an_acronym_gives_its_items_titles() -> None:
    items = only("เปิดงาน\nประกอบด้วย F (Fresh) สดใหม่ U (Unity) รวมใจ N (Nature) รักธรรมชาติ").items
    assert [(item.title, item.text) for item in items] == [
        ("Fresh", "สดใหม่"),
        ("Unity", "รวมใจ"),
        ("Nature", "รักธรรมชาติ"),
    ]


# --- lists without marks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        ("3 ด้าน ได้แก่ ด้านน้ำ ด้านป่าไม้ และด้านอาชีพ", ["ด้านน้ำ", "ด้านป่าไม้", "ด้านอาชีพ"]),
        ("ได้แก่ โครงการปลูกป่า โครงการลดขยะ และโครงการคลองใส", ["โครงการปลูกป่า", "โครงการลดขยะ", "โครงการคลองใส"]),
        ("ได้แก่ ปลูกป่าริมคลอง, ลดขยะในตลาด, และดูแลน้ำ", ["ปลูกป่าริมคลอง", "ลดขยะในตลาด", "ดูแลน้ำ"]),
        ("ได้แก่ “ปลูกป่า” “ลดขยะ” และ “ดูแลน้ำ”", ["ปลูกป่า", "ลดขยะ", "ดูแลน้ำ"]),
        ("สามเรื่อง คือ ปลูกป่าริมคลอง ลดขยะในตลาด และดูแลน้ำ ซึ่งทำได้ทันที", ["ปลูกป่าริมคลอง", "ลดขยะในตลาด", "ดูแลน้ำ"]),
        ("2 เรื่อง ได้แก่\nปลูกป่าริมคลองทุกสาย\nลดขยะในตลาดทุกแห่ง", ["ปลูกป่าริมคลองทุกสาย", "ลดขยะในตลาดทุกแห่ง"]),
    ],
)
def test_an_announcement_alone_makes_a_list(written: str, texts: list[str]) -> None:
    assert [item.text for item in only(f"เปิดงาน\nนายสมชายขับเคลื่อนงาน {written}").items] == texts


# --- what is no list --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "การประชุม (ครั้งที่ 1) และ (ครั้งที่ 2) เสร็จสิ้นแล้ว",
        "โรคโควิด-19) ระบาดรอบที่ 1 และ 2) ตามลำดับ",
        "ตามมาตรา 40 (1) และมาตรา 40 (2) ของกฎหมาย",
        "งบประมาณ 1.1 ล้านบาท และ 1.2 ล้านบาท",
        "ระหว่างเวลา 1.00 - 2.00 น. ทุกวัน",
        "โทร. 0 2123 4561 ต่อ 1, 2 ทุกวัน",
        "วันที่ 1. มีนาคม เป็นวันเริ่มงาน",
        "จัดขึ้นที่เมือง A. และเมือง B. ตามลำดับ",
        "ราคา 1,000 บาท และ 2,000 บาท",
        "วันอาทิตย์ที่ปลูกป่า, วันอาทิตย์ที่ลดขยะ, และวันอาทิตย์ที่ดูแลน้ำ",
        "ถนนเปิดใช้แล้วทั้งในระยะที่ 1 และระยะที่ 2 ตลอดสาย",
        "เงินหมุนเวียนสำหรับงานตาม (1) และ (2) ข้างต้น",
    ],
)
def test_what_only_looks_like_marks_is_no_list(written: str) -> None:
    assert parse_lists(f"เปิดงาน\n{written}") == []


def test_numbers_spoken_of_inside_an_item_are_none_of_its_list() -> None:
    text = "เปิดงาน\nมีมาตรการ ดังนี้\n1. ตรวจโรงงาน\n2. สั่งปิดตามข้อบังคับ (3) และ (4) ทันที\n3. แจ้งเตือนประชาชน"
    assert [[item.number for item in found.items] for found in parse_lists(text)] == [["1", "2", "3"]]


# --- where the last item ends -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("ได้แก่ 1) ปลูกป่า 2) ลดขยะ ทั้งนี้ ขอให้ทุกคนร่วมมือกัน", "ลดขยะ"),
        ("ได้แก่ 1) ปลูกป่าริมคลอง 2) ลดขยะในตลาด ซึ่งทั้งหมดนี้จะทำให้แล้วเสร็จภายในปีนี้", "ลดขยะในตลาด"),
        ("ได้แก่ 1) ปลูกป่า 2) ลดขยะ เป็นต้น", "ลดขยะ"),
        ("ดังนี้\n1) ปลูกป่า\n2) ลดขยะ\nนายสมชายกล่าวทิ้งท้าย", "ลดขยะ"),
        ("“ขอให้ทำ 1) ปลูกป่า 2) ลดขยะ” นายสมชายกล่าว", "ลดขยะ"),
    ],
)
def test_the_last_item_ends_where_the_list_ends(written: str, last: str) -> None:
    assert only(f"เปิดงาน\nมีงาน {written}").items[-1].text == last


# --- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "codes", "numbers"),
    [
        ("ด้าน ได้แก่ น้ำสะอาด 1.2) ป่าเขียว 1.3) อากาศดี", ["missing_marker"], ["1.1", "1.2", "1.3"]),
        ("ด้าน ดังนี้ 1.1) น้ำสะอาด 1.2) ป่าเขียว", [], ["1.1", "1.2"]),
    ],
)
def test_a_sublist_whose_first_mark_is_missing(written: str, codes: list[str], numbers: list[str]) -> None:
    text = f"เปิดงาน\nมีแนวทาง 2 ประการ ดังนี้\n1. ปรับปรุง 3 {written}\n2. สร้างเครือข่าย"
    text = text.replace("ปรับปรุง 3 ด้าน ดังนี้", "ปรับปรุง ดังนี้")
    assert [item.number for item in only(text).items[0].items] == numbers
    found = [d.code.value for d in parse(text).diagnostics]
    assert [code for code in found if code == "missing_marker"] == codes


def test_the_first_mark_of_a_list_may_be_missing() -> None:
    found = only("เปิดงาน\nมีแนวทาง ได้แก่ ปลูกป่า 2) ลดขยะ 3) ดูแลน้ำ")
    assert [(item.marker, item.text) for item in found.items] == [
        (None, "ปลูกป่า"),
        ("2)", "ลดขยะ"),
        ("3)", "ดูแลน้ำ"),
    ]


@pytest.mark.parametrize(
    ("numbers", "code"), [((1, 2, 4), "skipped_number"), ((1, 2, 2, 3), "repeated_marker"), ((1, 2, 3), None)]
)
def test_faults_of_numbering_are_reported_and_the_items_kept(numbers: tuple[int, ...], code: str | None) -> None:
    text = "เปิดงาน\nมีแนวทาง ดังนี้\n" + "\n".join(f"{n}. {WORDS[i]}" for i, n in enumerate(numbers))
    assert [item.text for item in only(text).items] == list(WORDS[: len(numbers)])
    assert [d.code.value for d in parse(text).diagnostics] == ([code] if code else [])


@pytest.mark.parametrize(
    ("promise", "reported"), [("3 แนวทาง", True), ("2 แนวทาง", False), ("สามแนวทาง", True), ("3 จังหวัด", False)]
)
def test_a_promised_count_is_checked_where_it_counts_points(promise: str, *, reported: bool) -> None:
    codes = [d.code.value for d in parse(f"เปิดงาน\nเสนอ {promise} ได้แก่ 1) ปลูกป่า 2) ลดขยะ").diagnostics]
    assert ("count_mismatch" in codes) is reported


def test_examples_need_not_be_complete() -> None:
    found = only("เปิดงาน\nมี 10 แนวทาง อาทิ 1) ปลูกป่า 2) ลดขยะ")
    assert (found.partial, found.declared_count, len(found.items)) == (True, 10, 2)
    assert parse("เปิดงาน\nมี 10 แนวทาง อาทิ 1) ปลูกป่า 2) ลดขยะ").diagnostics == []


def test_two_lists_in_a_row_stay_two() -> None:
    lists = parse_lists("เปิดงาน\nมีแนวทาง ได้แก่ 1) ปลูกป่า 2) ลดขยะ\nและมีมาตรการ ได้แก่ 1) ตรวจ 2) เตือน 3) ปรับ")
    assert [[item.text for item in found.items] for found in lists] == [["ปลูกป่า", "ลดขยะ"], ["ตรวจ", "เตือน", "ปรับ"]]


@pytest.mark.parametrize("noise", ["1) ", "((((", "ก) ", "1.1 ", "• ก\n", "ได้แก่ ", "(1) ก", "ด้านที่ 1 ", "A (Ab) ", ","])
def test_hostile_repetition_is_read_without_a_fuss(noise: str) -> None:
    for text in (noise * 2_000, "เปิดงาน\n" + noise * 2_000):
        for found in parse_lists(text):
            assert text[found.span.start : found.span.end]


@given(
    st.lists(
        st.sampled_from(
            ["1) ", "2) ", "1.1 ", "1.2 ", "(1) ", "(1.2) ", "2. ", "• ", "ได้แก่ ", "ดังนี้", "และ", "\n", "น้ำ ", "3 ด้าน "]
        )
    )
)
def test_items_stand_in_order_whatever_is_written(pieces: list[str]) -> None:
    text = "เปิดงาน\n" + "".join(pieces)

    def check(items: Sequence[Item], lo: int, hi: int) -> None:
        for item in items:
            assert lo <= item.span.start < item.span.end <= hi
            assert item.text in text[item.span.start : item.span.end]
            check(item.items, item.span.start, item.span.end)
            lo = item.span.end

    for found in parse_lists(text):
        check(found.items, found.span.start, found.span.end)


def test_only_text_is_read() -> None:
    with pytest.raises(TypeError, match="NoneType"):
        parse_lists(None)  # type: ignore[arg-type]


# --- an agenda numbers its lists anew ---------------------------------------------------------------------------------


def test_points_of_an_agenda_do_not_run_into_their_lists() -> None:
    """The second list ends with the number before that of the next heading."""
    points = (("ร่างกฎกระทรวงดูแลคลอง", 2), ("การดูแลตลาดริมคลอง", 2), ("การซ่อมสะพาน", 3))
    text = "สรุปข่าวการประชุม\n"
    for number, (matter, count) in enumerate(points, 1):
        text += f"{number}. เรื่อง {matter}\nที่ประชุมมีมติเห็นชอบดังนี้\n"
        text += "".join(f"{n}. {WORDS[(2 * number + n) % len(WORDS)]}ทุกตำบล\n" for n in range(1, count + 1))
        text += "สาระสำคัญอยู่ในเอกสารแนบ\n"
    assert [len(found.items) for found in parse_lists(text)] == [count for _, count in points]
    assert [(policy.kind, policy.issuer, len(policy.items)) for policy in parse(text).policies] == [
        ("resolution", None, count) for _, count in points
    ]


def test_short_points_headed_alike_are_a_list() -> None:
    text = "เปิดงาน\nที่ประชุมหารือ ดังนี้\n1. เรื่องการดูแลคลอง\n2. เรื่องการซ่อมสะพาน\n3. เรื่องการเก็บขยะ\n4. เรื่องตลาด"
    assert [len(found.items) for found in parse_lists(text)] == [4]
