"""What people are reported to say: which words, whose, and where they end."""

from __future__ import annotations

import pytest

from thaigov_extract import parse, parse_officials
from thaigov_extract._lexicon import phrases_of

HEAD = "กรมประมงเปิดงานปลา\nวันพุธที่ 14 มิถุนายน 2566\n"
SOMCHAI = "นายสมชาย ใจดี อธิบดีกรมประมง"
SOMSRI = "นางสมศรี มีสุข ปลัดกระทรวงพลังงาน"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"{SOMCHAI} กล่าวว่า น้ำต้องสะอาดและปลาต้องปลอดภัย\nทั้งนี้ งานมีถึงวันศุกร์",
            {"สมชาย ใจดี": ["น้ำต้องสะอาดและปลาต้องปลอดภัย"]},
            id="to the end of the paragraph",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า น้ำต้องสะอาดตลอดปี {SOMSRI} กล่าวว่า ไฟฟ้าต้องพอใช้ทุกบ้าน",
            {"สมชาย ใจดี": ["น้ำต้องสะอาดตลอดปี"], "สมศรี มีสุข": ["ไฟฟ้าต้องพอใช้ทุกบ้าน"]},
            id="to where the next one speaks",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า “น้ำต้องสะอาดตลอดปี” จากนั้นเดินชมตลาด",
            {"สมชาย ใจดี": ["“น้ำต้องสะอาดตลอดปี”"]},
            id="to the end of a quote",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า “ปลาดี” คือปลาที่โตในน้ำสะอาดตลอดปี เลี้ยงโดยชุมชนริมคลองทุกตำบล และขายในตลาดใกล้บ้าน",
            {"สมชาย ใจดี": ["“ปลาดี” คือปลาที่โตในน้ำสะอาดตลอดปี เลี้ยงโดยชุมชนริมคลองทุกตำบล และขายในตลาดใกล้บ้าน"]},
            id="on from a name in quotes that they begin with",
        ),
        pytest.param(
            f"{SOMCHAI} เปิดงานที่ตลาด\n“น้ำต้องสะอาดตลอดปี” นายสมชาย กล่าว",
            {"สมชาย ใจดี": ["“น้ำต้องสะอาดตลอดปี”"]},
            id="the quote before the speaker",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า น้ำต้องสะอาดตลอดปี พร้อมกำชับให้ดูแลปลาทุกตัว",
            {"สมชาย ใจดี": ["น้ำต้องสะอาดตลอดปี พร้อมกำชับให้ดูแลปลาทุกตัว"]},
            id="going on",
        ),
        pytest.param(
            f"{SOMCHAI} และ{SOMSRI} กล่าวว่า น้ำต้องสะอาดตลอดปี",
            {"สมชาย ใจดี": ["น้ำต้องสะอาดตลอดปี"], "สมศรี มีสุข": ["น้ำต้องสะอาดตลอดปี"]},
            id="two at once",
        ),
        pytest.param(
            f"{SOMCHAI} เปิดงานที่ตลาด\n“ขอให้ “คลองใส” ทุกแห่งสะอาดตลอดปี” นายสมชาย กล่าว",
            {"สมชาย ใจดี": ["“ขอให้ “คลองใส” ทุกแห่งสะอาดตลอดปี”"]},
            id="the quote before the speaker, with a quote in it",
        ),
        pytest.param(
            f'{SOMCHAI} เปิดงานที่ตลาด\n"ขอให้ "คลองใส" ทุกแห่งสะอาดตลอดปี" นายสมชาย กล่าว',
            {"สมชาย ใจดี": ['"ขอให้ "คลองใส" ทุกแห่งสะอาดตลอดปี"']},
            id="the quote before the speaker, with a quote in straight marks in it",
        ),
        pytest.param(
            f"{SOMCHAI} เปิดงานที่ตลาด\nในงาน “วันปลา” นายสมชาย กล่าวขอบคุณทุกคนที่มาร่วมงาน",
            {"สมชาย ใจดี": ["ทุกคนที่มาร่วมงาน"]},
            id="a quoted name before the speaker",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า “น้ำต้องสะอาดตลอดปี” {SOMSRI} กล่าวขอบคุณทุกคนที่มาร่วมงาน",
            {"สมชาย ใจดี": ["“น้ำต้องสะอาดตลอดปี”"], "สมศรี มีสุข": ["ทุกคนที่มาร่วมงาน"]},
            id="the quote of the one who spoke before",
        ),
        pytest.param(
            f"{SOMCHAI} กล่าวว่า “น้ำต้องสะอาดตลอดปี นายสมชาย ย้ำว่า ปลาต้องปลอดภัยทุกตัว”",
            {"สมชาย ใจดี": ["“น้ำต้องสะอาดตลอดปี นายสมชาย ย้ำว่า ปลาต้องปลอดภัยทุกตัว”"]},
            id="a part of what is told",
        ),
        pytest.param(
            "นายสมชาย ใจดี รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงสาธารณสุข เปิดงานที่ตลาดปลา\n"
            "รองนายกรัฐมนตรีและรมว.สาธารณสุข กล่าวว่า น้ำต้องสะอาดตลอดปี",
            {"สมชาย ใจดี": ["น้ำต้องสะอาดตลอดปี"]},
            id="by two offices of one person",
        ),
        pytest.param(f"{SOMCHAI} กล่าวดังนี้\nน้ำต้องสะอาด", {"สมชาย ใจดี": []}, id="nothing behind the verb"),
        pytest.param(f"{SOMCHAI} เปิดงานที่ตลาดปลา", {"สมชาย ใจดี": []}, id="no speech"),
    ],
)
def test_statements(body: str, expected: dict[str, list[str]]) -> None:
    release = parse(HEAD + body)
    assert {one.name: [said.text for said in one.statements] for one in release.officials} == expected
    for one in release.officials:
        for said in one.statements:
            assert release.text[said.span.start : said.span.end] == said.text
            assert one.quoted


@pytest.mark.parametrize("manner", phrases_of("people", "manner", "that"))
def test_how_somebody_speaks_is_speech_only_where_that_follows(manner: str) -> None:
    for rest, quoted in (("มีผู้เข้าร่วมกว่า 300 คน", False), ("ว่า น้ำต้องสะอาดตลอดปี", True)):
        (official,) = parse_officials(f"{HEAD}{SOMCHAI} {manner}{rest}")
        assert official.quoted is quoted


@pytest.mark.parametrize(
    "verb",
    [
        "กล่าวเสริมว่า ",
        "กล่าวเน้นย้ำว่า",
        "กล่าวเพิ่มเติมต่อไปว่า",
        "กล่าวต่อที่ประชุมว่า ",
        "เปิดเผยหลังการประชุมคณะกรรมการ “คลองใส” เมื่อวันที่ 13 มิถุนายน 2566 ว่า ",
        "กล่าวถึงกรณีน้ำท่วมบ้านกว่า 300 หลังว่า ",
    ],
)
@pytest.mark.parametrize("said", ["น้ำต้องสะอาดตลอดปี", "“น้ำต้องสะอาดตลอดปี”"])
def test_words_begin_behind_that(verb: str, said: str) -> None:
    assert statements_of(f"{SOMCHAI} {verb}{said}") == [said]


@pytest.mark.parametrize("word", phrases_of("people", "own that"))
def test_that_of_another_verb_is_among_the_words(word: str) -> None:
    said = f"น้ำในคลองใส {word}ว่า ปลามีมากขึ้นทุกปี"
    assert statements_of(f"{SOMCHAI} กล่าวถึง{said}") == [said]


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ("ถึงคำขวัญ “จำไว้ว่า น้ำคือชีวิต” ของนักเรียน", "คำขวัญ “จำไว้ว่า น้ำคือชีวิต” ของนักเรียน"),
        (" “น้ำต้องสะอาดตลอดปี” และขอให้ทุกคนจำไว้ว่า ปลาก็เช่นกัน", "“น้ำต้องสะอาดตลอดปี”"),
    ],
)
def test_that_in_or_behind_a_quote_leads_to_no_words(behind: str, said: str) -> None:
    assert statements_of(f"{SOMCHAI} กล่าว{behind}") == [said]


def test_a_second_that_is_among_the_words() -> None:
    said = "น้ำต้องสะอาดตลอดปี พร้อมทั้งขอบคุณที่ทุกฝ่ายเห็นตรงกันว่า ปลาต้องปลอดภัย"
    assert statements_of(f"{SOMCHAI} กล่าวว่า {said}") == [said]


@pytest.mark.parametrize("rest", phrases_of("people", "rest"))
def test_the_rest_of_a_verb_is_no_statement(rest: str) -> None:
    quote = "“น้ำต้องสะอาดตลอดปี”"
    assert statements_of(f"{SOMCHAI} เปิดงานที่ตลาด\n{quote} นายสมชาย กล่าว{rest}") == [quote]
    assert statements_of(f"{SOMCHAI} เปิดงานที่ตลาด\nจากนั้น นายสมชาย กล่าว{rest}") == []


def test_a_tail_gives_way_to_the_quote_before() -> None:
    quote = "“น้ำต้องสะอาดตลอดปี และปลาต้องปลอดภัยทุกตัว”"
    assert statements_of(f"{SOMCHAI} เปิดงานที่ตลาด\n{quote} นายสมชาย กล่าวก่อนเดินชมร้านค้าในตลาด") == [quote]


def test_words_with_a_quote_of_their_own_give_way_to_none_before() -> None:
    body = f"{SOMCHAI} เปิดงานที่ตลาด\nในงาน “ปลาไทยหัวใจสะอาดตลอดปี” นายสมชาย กล่าวสั้น ๆ “น้ำคือชีวิต”"
    assert statements_of(body) == ["สั้น ๆ “น้ำคือชีวิต”"]


def test_each_of_one_line_has_the_quote_right_before() -> None:
    body = f"{SOMCHAI} พบ{SOMSRI}\n“น้ำต้องสะอาดตลอดปี” นายสมชาย กล่าว “ปลาต้องปลอดภัยทุกตัว” นางสมศรี กล่าว"
    (last,) = (one for one in parse_officials(HEAD + body) if one.given_name == "สมศรี")
    assert [said.text for said in last.statements] == ["“ปลาต้องปลอดภัยทุกตัว”"]


@pytest.mark.parametrize("more", phrases_of("people", "more"))
def test_what_announces_the_lines_below_is_no_statement(more: str) -> None:
    assert statements_of(f"{SOMCHAI} สรุปสาระสำคัญของการหารือ {more}\nน้ำต้องสะอาดตลอดปี") == []
    said = f"กรมประมงมีงานสามด้าน {more}"
    assert statements_of(f"{SOMCHAI} กล่าวว่า {said}\nน้ำต้องสะอาดตลอดปี") == [said]


def test_words_in_english_begin_behind_that() -> None:
    text = "Minister of Energy Somchai Jaidee said that the water of the canal is clean."
    assert statements_of(text) == ["the water of the canal is clean."]


def statements_of(body: str) -> list[str]:
    (official,) = parse_officials(HEAD + body)
    return [said.text for said in official.statements]
