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
