"""What a release tells in passing: second events with their day or place, visits and rounds on days of their own."""

from __future__ import annotations

import pytest

from thaigov_extract import Event, parse

HEAD = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-ข่าวจังหวัด\n\n\nวันอังคารที่ 5 มีนาคม 2567\n"
CHAIR = "นายสมชาย ใจดี อธิบดีกรมการปกครอง"
HALL = "ณ หอประชุมริมน้ำ อำเภอแกลง จังหวัดระยอง"
BOARD = f"วันนี้ (5 มีนาคม 2567) {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL}\n"


def events(body: str) -> list[Event]:
    return parse(HEAD + body).events


def when(event: Event) -> str | None:
    return event.when.edtf if event.when is not None else None


@pytest.mark.parametrize(
    ("passing", "told"),
    [
        (
            "คณะกรรมการข้าวในคราวประชุมครั้งที่ 2/2566 เมื่อวันที่ 6 กันยายน 2566 ได้มีมติเห็นชอบแล้ว",
            ("meeting", "คณะกรรมการข้าวในคราวประชุมครั้งที่ 2/2566", "2023-09-06"),
        ),
        (
            "รัฐบาลพร้อมต้อนรับผู้มาเที่ยวเทศกาลแสงริมน้ำ ระหว่างวันที่ 12-14 เมษายน 2567",
            ("other", "เทศกาลแสงริมน้ำ", "2024-04-12/2024-04-14"),
        ),
        (
            "โดยกรมการปกครองจะจัดอบรมการเขียนโครงการข้าว ในเดือนพฤษภาคม 2567",
            ("training", "อบรมการเขียนโครงการข้าว", "2024-05"),
        ),
        (
            "หลังทั้งสองกรมลงนามในบันทึกข้อตกลงเรื่องดินและน้ำ เมื่อวันที่ 6 กันยายน 2566",
            ("signing", "บันทึกข้อตกลงเรื่องดินและน้ำ", "2023-09-06"),
        ),
    ],
)
def test_what_is_named_with_its_day_in_passing_is_an_event(passing: str, told: tuple[str, str, str]) -> None:
    _, further = events(f"{BOARD}ทั้งนี้ {passing}")
    assert (further.kind, further.name, when(further)) == told


def test_a_meeting_named_at_its_place_needs_no_day() -> None:
    _, further = events(f"{BOARD}ทั้งนี้ ตามที่ได้หารือกันในการประชุมผู้นำชาวนาเอเชีย ณ กรุงโตเกียว ประเทศญี่ปุ่น")
    assert (further.kind, further.name, when(further)) == ("meeting", "การประชุมผู้นำชาวนาเอเชีย", None)


@pytest.mark.parametrize(
    "passing",
    [
        "เพิ่มขีดความสามารถในการแข่งขันของชาวนา ตั้งแต่วันที่ 6 กันยายน 2566",
        "ให้ดูแลการเดินทางช่วงวันหยุดเทศกาลปีใหม่ ระหว่างวันที่ 12-14 เมษายน 2567",
        "จะเปิดให้บริการท่าเรือริมน้ำ ในวันที่ 8 เมษายน 2567",
    ],
)
def test_what_is_no_name_with_its_day_is_no_event(passing: str) -> None:
    assert len(events(f"{BOARD}ทั้งนี้ {passing}")) == 1


@pytest.mark.parametrize("between", ["ภายใต้แนวคิด “ข้าวไทย ก้าวไกล” (Rice for All) ", "ณ วัดบ้านริมน้ำ จังหวัดระยอง "])
def test_a_theme_or_a_place_stands_between_a_name_and_its_day(between: str) -> None:
    _, further = events(f"{BOARD}ทั้งนี้ กรมการปกครองได้จัดงานเวทีข้าวสัญจร ครั้งที่ 4 {between}ระหว่างวันที่ 12-14 เมษายน 2567")
    assert (further.name, when(further)) == ("เวทีข้าวสัญจร ครั้งที่ 4", "2024-04-12/2024-04-14")


def test_a_visit_on_a_day_of_its_own_is_told_beside_another() -> None:
    _, first, second = events(
        f"{BOARD}ทั้งนี้ วันที่ 12 เมษายน 2567 จะลงพื้นที่อำเภอแกลง จังหวัดระยอง "
        "และวันที่ 13 เมษายน 2567 จะเดินทางไปยังวัดบ้านริมน้ำ จังหวัดตราด"
    )
    assert [(event.kind, when(event)) for event in (first, second)] == [
        ("visit", "2024-04-12"),
        ("visit", "2024-04-13"),
    ]


def test_what_was_named_alike_on_another_day_is_another_event() -> None:
    _, further = events(f"{BOARD}ทั้งนี้ {CHAIR} ได้มอบนโยบายคณะกรรมการน้ำ เมื่อวันที่ 12 กุมภาพันธ์ 2567")
    assert (further.kind, when(further)) == ("announcement", "2024-02-12")


def test_a_round_has_the_house_before_its_province_as_its_place() -> None:
    told = events(
        "กรมการปกครองจัดอบรมผู้นำชาวนา 3 รุ่น คือ ครั้งที่ 1 ภาคเหนือ หอประชุมเอื้องคำ จังหวัดแพร่ วันที่ 12 มีนาคม 2567 "
        "ครั้งที่ 2 ภาคใต้ หอประชุมศรีตรัง จังหวัดตรัง วันที่ 14 มีนาคม 2567 "
        "และครั้งที่ 3 ภาคตะวันออก หอประชุมริมน้ำ จังหวัดระยอง วันที่ 16 มีนาคม 2567"
    )
    places = [event.venue.text for event in told[1:] if event.venue]
    assert places == ["หอประชุมศรีตรัง จังหวัดตรัง", "หอประชุมริมน้ำ จังหวัดระยอง"]


def test_a_visit_of_nobody_to_nowhere_is_no_event() -> None:
    said = f"{CHAIR} เปิดเผยว่า จากเหตุสะพานทรุดเมื่อวันที่ 4 มีนาคม 2567 ได้ส่ง{{}}ลงพื้นที่ให้ความช่วยเหลือแล้ว"
    assert events(said.format("เจ้าหน้าที่")) == []
    (visit,) = events(said.format(" นายประสงค์ ดีเลิศ นายอำเภอแกลง "))
    assert visit.kind == "visit"


def test_what_is_held_so_often_a_year_is_no_event() -> None:
    told = events(f"{BOARD}ทั้งนี้ คณะกรรมการข้าวมีการประชุมปีละ 2 ครั้ง ในเดือนมีนาคม และเดือนตุลาคม 2567")
    assert len(told) == 1


def test_each_line_of_a_list_of_rounds_has_a_name_of_its_own() -> None:
    told = events(
        "กรมการปกครองจัดอบรมชาวนาทั่วประเทศ ดังนี้\n"
        "1. อบรม “ข้าวออนไลน์” ได้แก่ วันที่ 12 มีนาคม 2567 จ.ระยอง วันที่ 13 มีนาคม 2567 จ.ตราด\n"
        "2. อบรม “ดินดีน้ำดี” ได้แก่ วันที่ 14 มีนาคม 2567 จ.แพร่ และวันที่ 15 มีนาคม 2567 จ.น่าน"
    )
    assert {when(event): event.name for event in told} == {
        "2024-03-12": "ข้าวออนไลน์",
        "2024-03-13": "ข้าวออนไลน์",
        "2024-03-14": "ดินดีน้ำดี",
        "2024-03-15": "ดินดีน้ำดี",
    }


@pytest.mark.parametrize(
    ("did", "kind", "role"), [("เดินชมตลาดข้าว", "other", "chair"), ("ให้การต้อนรับคณะชาวนา", "meeting", "host")]
)
def test_an_hour_tells_that_somebody_did_something(did: str, kind: str, role: str) -> None:
    (event,) = events(f"วันที่ 4 มีนาคม 2567 เวลา 09.00 น. {CHAIR} {did}")
    assert (event.kind, when(event)) == (kind, "2024-03-04")
    assert [(part.name, part.role) for part in event.participants] == [("สมชาย ใจดี", role)]
    assert events(f"วันที่ 4 มีนาคม 2567 {CHAIR} {did}") == []


@pytest.mark.parametrize("said", ["เผยราคาข้าวดีขึ้น", "เปิดเผยว่า ราคาข้าวดีขึ้น", "ให้สัมภาษณ์ถึงราคาข้าว"])
def test_an_hour_of_talk_is_no_event(said: str) -> None:
    assert events(f"วันที่ 4 มีนาคม 2567 เวลา 09.00 น. {CHAIR} {said}") == []


def test_what_somebody_is_to_attend_is_an_event_with_its_name() -> None:
    (event,) = events(
        "March 5, 2024, Government Spokesperson Prasong Deelert disclosed that the Prime Minister is scheduled "
        "to attend the 3rd ASEAN-U.K. Rice Summit during April 12-14, 2024."
    )
    assert (event.kind, event.name, when(event)) == (
        "meeting",
        "3rd ASEAN-U.K. Rice Summit",
        "2024-04-12/2024-04-14",
    )
