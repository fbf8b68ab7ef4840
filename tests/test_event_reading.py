"""What the readers of events join from several places of a release."""

from __future__ import annotations

import pytest

from thaigov_extract import Event, parse

HEAD = "ข่าวจังหวัดระยอง\n\nวันอังคารที่ 5 มีนาคม 2567\n"
CHAIR = "นายสมชาย ใจดี อธิบดีกรมการปกครอง"
SPOKESMAN = "นายสมหมาย รักเรียน โฆษกประจำสำนักนายกรัฐมนตรี"
TODAY = "วันนี้ (5 มีนาคม 2567)"
HALL = "ณ หอประชุมริมน้ำ อำเภอแกลง จังหวัดระยอง"
BOARD = f"{TODAY} {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL}\n"


def events(body: str) -> list[Event]:
    return parse(HEAD + body).events


def roles(event: Event) -> set[tuple[str, str]]:
    return {(part.name, part.role) for part in event.participants}


def when(event: Event) -> str | None:
    return event.when.edtf if event.when is not None else None


def test_a_lead_with_day_and_place_is_an_event_of_no_kind() -> None:
    (event,) = events(f"{TODAY} ที่หาดแสงจันทร์ จังหวัดระยอง {CHAIR} ดูการซ้อมกู้ภัยทางทะเลของทุกหน่วย")
    assert (event.kind, when(event)) == ("other", "2024-03-05")
    assert roles(event) == {("สมชาย ใจดี", "chair")}


def test_bare_speech_at_an_office_is_no_event() -> None:
    assert events(f"{TODAY} ที่กระทรวงมหาดไทย {CHAIR} เปิดเผยว่า ราคาผลไม้ดีขึ้น") == []


def test_who_was_sent_to_an_office_did_something_there() -> None:
    (event,) = events(f"{TODAY} ที่กระทรวงมหาดไทย {CHAIR} กล่าวว่า ได้รับมอบหมายจากรัฐมนตรีให้มารับหนังสือร้องเรียน")
    assert (event.kind, roles(event)) == ("other", {("สมชาย ใจดี", "chair")})


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (f"{SPOKESMAN} เปิดเผยว่า วานนี้ ที่ประชุมคณะรัฐมนตรี เห็นชอบแผนใหม่", "2024-03-04"),
        (f"วันที่ 5 มีนาคม 2567 {SPOKESMAN} เปิดเผยหลังการประชุมคณะรัฐมนตรี เมื่อวานนี้ว่า แผนใหม่ผ่านแล้ว", "2024-03-04"),
        (f"วันนี้ {SPOKESMAN} เผยว่า ที่ประชุมคณะรัฐมนตรี มีมติเห็นชอบแผนใหม่", "2024-03-05"),
    ],
)
def test_the_cabinet_met_on_the_day_of_the_word_beside_it(told: str, day: str) -> None:
    (event,) = events(told)
    assert (event.kind, when(event)) == ("meeting", day)
    assert ("สมหมาย รักเรียน", "spokesperson") in roles(event)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("โครงการอบรมครูทั่วประเทศ “ครูดี” รุ่นที่ 4", "โครงการอบรมครูทั่วประเทศ “ครูดี” รุ่นที่ 4"),
        ("งานแสงเหนือแฟร์ 2024 “สุขทุกวัน”", "แสงเหนือแฟร์ 2024"),
        ("โครงการ “ครูดี”", "ครูดี"),
    ],
)
def test_a_quote_may_be_part_of_a_name_or_its_motto(written: str, name: str) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิด{written} {HALL}")
    assert event.name == name


def test_the_chair_goes_on_to_another_opening() -> None:
    first, second = events(
        f"{TODAY} {CHAIR} เป็นประธานเปิดโครงการสวนปันสุข {HALL} จากนั้น เดินทางไปเป็นประธานในพิธีเปิดศูนย์เรียนรู้บ้านริมคลอง"
    )
    assert (second.kind, second.name, when(second)) == ("opening", "ศูนย์เรียนรู้บ้านริมคลอง", when(first))
    assert roles(second) == {("สมชาย ใจดี", "chair")}


def test_a_programme_goes_on_by_the_clock() -> None:
    _, second = events(
        f"{TODAY} {CHAIR} ตรวจเยี่ยมโรงเรียนบ้านริมน้ำ อำเภอแกลง จังหวัดระยอง เพื่อดูความพร้อมของอาคารเรียนใหม่และครูผู้สอน\n"
        "เวลา 14.00 น. อธิบดีลงพื้นที่เยี่ยมชมสวนผลไม้ ณ วัดบ้านริมคลอง อำเภอเมือง จังหวัดจันทบุรี"
    )
    assert second.time is not None
    assert second.time.start.hour == 14
    assert second.venue is not None
    assert second.venue.province == "จันทบุรี"


def test_a_month_ahead_is_the_day_of_what_is_announced() -> None:
    told = BOARD + "ทั้งนี้ กำหนดจัดงานแสงเหนือแฟร์ ในเดือน{} ณ ลานเมืองเก่า จังหวัดน่าน"
    assert [when(event) for event in events(told.format("ธันวาคม 2567"))] == ["2024-03-05", "2024-12"]
    assert [when(event) for event in events(told.format("ธันวาคม 2566"))] == ["2024-03-05"]


def test_who_speaks_of_an_announced_event_is_named() -> None:
    (event,) = events(
        f"{TODAY} {SPOKESMAN} เปิดเผยว่า ผลไม้ปีนี้ดี กรมการปกครองได้จัดงานแสงเหนือแฟร์ ระหว่างวันที่ 9 - 12 มีนาคม 2567 {HALL}"
    )
    assert roles(event) == {("สมหมาย รักเรียน", "spokesperson")}
    assert event.organiser == "กรมการปกครอง"


def test_the_body_that_holds_an_event_ends_before_its_other_deeds() -> None:
    (event,) = events(
        "กระทรวงแรงงาน ชูแนวคิดใหม่ จัดงานแสงเหนือแฟร์\n"
        f"{TODAY} {CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ ซึ่งกระทรวงแรงงาน โดยกรมการจัดหางาน จัดขึ้น {HALL}"
    )
    assert event.organiser == "กระทรวงแรงงาน โดยกรมการจัดหางาน"


def test_what_is_long_past_is_no_event_of_the_release() -> None:
    told = BOARD + "การแข่งขันวิ่งริมน้ำ จัดขึ้นเมื่อวันที่ 9 มกราคม {} ณ ลานเมืองเก่า จังหวัดน่าน"
    assert len(events(told.format("2567"))) == 2
    assert len(events(told.format("2563"))) == 1


def test_a_wing_in_parentheses_belongs_to_the_building() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดโครงการสวนปันสุข ณ ตึกริมน้ำ (หลังใน) ศาลากลางจังหวัดระยอง")
    assert event.venue is not None
    assert event.venue.text == "ตึกริมน้ำ (หลังใน) ศาลากลางจังหวัดระยอง"


def test_the_parties_sign_by_those_named_behind_them() -> None:
    (event,) = events(
        f"{TODAY} {CHAIR} เป็นประธานในพิธีลงนามบันทึกข้อตกลงความร่วมมือ “ครูดี” ระหว่าง มูลนิธิครูริมน้ำ โดย นางสมศรี มีสุข "
        f"ประธานมูลนิธิครูริมน้ำ กับ สมาคมครูริมคลอง โดย นายสมหมาย รักเรียน นายกสมาคมครูริมคลอง {HALL}"
    )
    assert roles(event) == {("สมชาย ใจดี", "chair"), ("สมศรี มีสุข", "signatory"), ("สมหมาย รักเรียน", "signatory")}


def test_a_speaker_who_was_assigned_presides() -> None:
    (event,) = events(
        f"{CHAIR} ให้สัมภาษณ์ว่า ได้รับมอบหมายจาก นายสมหมาย รักเรียน ปลัดจังหวัดระยอง ให้เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL}"
    )
    assert roles(event) == {("สมชาย ใจดี", "chair"), ("สมหมาย รักเรียน", "delegate_of")}


def test_company_between_people_and_the_place_that_they_open() -> None:
    (event,) = events(f"{TODAY} {HALL} {CHAIR} และคณะผู้บริหารโรงพยาบาล เปิดศูนย์ดูแลผู้สูงอายุ")
    assert event.kind == "opening"
    assert roles(event) == {("สมชาย ใจดี", "chair")}


def test_the_province_around_is_no_further_stop() -> None:
    stop = f"{TODAY} {CHAIR} ตรวจเยี่ยมโรงเรียนบ้านริมน้ำ อำเภอแกลง จังหวัดระยอง จากนั้น อธิบดีเยี่ยมชม{{}}"
    assert len(events(stop.format("วัดบ้านริมคลอง"))) == 2
    assert len(events(stop.format("ของดีจังหวัดระยองในพื้นที่"))) == 1
