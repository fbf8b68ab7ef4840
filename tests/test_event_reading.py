"""What the readers of events join from several places of a release."""

from __future__ import annotations

import pytest
from told import BOARD, CHAIR, HALL, HEAD, SPOKESMAN, TODAY, events, when

from thaigov_extract import Event, parse


def roles(event: Event) -> set[tuple[str, str]]:
    return {(part.name, part.role) for part in event.participants}


def test_a_lead_with_day_and_place_is_an_event_of_no_kind() -> None:
    (event,) = events(f"{TODAY} ที่หาดแสงจันทร์ จังหวัดระยอง {CHAIR} ดูการซ้อมกู้ภัยทางทะเลของทุกหน่วย")
    assert (event.kind, when(event)) == ("other", "2024-03-05")
    assert roles(event) == {("สมชาย ใจดี", "chair")}


def test_the_day_and_the_place_may_have_lines_of_their_own() -> None:
    body = f"ในวันอังคารที่ 5 มีนาคม 2567 เวลา 13.30 น.\n{HALL}\n{CHAIR} เป็นประธานการประชุมเรื่องน้ำ"
    (event,) = events(body)
    assert (when(event), event.time and event.time.text, event.venue and event.venue.province) == (
        "2024-03-05",
        "13.30 น.",
        "ระยอง",
    )


def test_a_visit_that_the_subtitle_tells_has_the_day_of_who_reports_it() -> None:
    body = f"{CHAIR} ลงพื้นที่ระยองส่งมอบบ้านใหม่\n{TODAY} {SPOKESMAN} กล่าวว่า {CHAIR} ได้เดินทางลงพื้นที่จังหวัดระยองเพื่อส่งมอบบ้าน"
    (event,) = events(body)
    assert (event.kind, when(event), event.venue and event.venue.text) == ("visit", "2024-03-05", "จังหวัดระยอง")


def test_what_bears_a_name_and_comes_next_needs_no_place() -> None:
    _, event = events(f"{BOARD}\nจากนั้น นายสมชาย ได้เข้าร่วมประชุมโต๊ะกลมรัฐมนตรีด้านพลังงาน ครั้งที่ 3")
    assert (event.kind, when(event), event.venue) == ("meeting", "2024-03-05", None)
    assert roles(event) == {("สมชาย ใจดี", "attendee")}


def test_a_number_may_end_the_list_of_who_came() -> None:
    (event,) = events(f"{BOARD}\nงานนี้มีผู้เข้าร่วมกิจกรรม ประกอบด้วย หน่วยงานภาครัฐ ชาวประมง และนักเรียนในพื้นที่ จำนวนกว่า 80 คน")
    assert event.attendance is not None
    assert (event.attendance.count, event.attendance.qualifier) == (80, "over")


def test_bare_speech_at_an_office_is_no_event() -> None:
    assert events(f"{TODAY} ที่กระทรวงมหาดไทย {CHAIR} เปิดเผยว่า ราคาผลไม้ดีขึ้น") == []


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
        ("งานสืบสานประเพณีบุญกลางบ้าน “คืนเดือนหงาย”", "สืบสานประเพณีบุญกลางบ้าน “คืนเดือนหงาย”"),
        ("งานสืบสานประเพณีบุญกลางบ้าน “Moon Fair”", "Moon Fair"),
    ],
)
def test_a_quote_may_be_part_of_a_name_or_its_motto(written: str, name: str) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิด{written} {HALL}")
    assert event.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("งานแสงเหนือแฟร์ ครั้งที่ 4 (12 - 14 เมษายน 2567)", "แสงเหนือแฟร์ ครั้งที่ 4"),
        ("เทศกาลแสงเหนือ (Northern Lights) ระหว่างวันที่ 12 - 14 เมษายน 2567", "เทศกาลแสงเหนือ (Northern Lights)"),
        ("ชมของดีบ้านเรา (เทศกาลแสงเหนือ) ระหว่างวันที่ 12 - 14 เมษายน 2567", "เทศกาลแสงเหนือ"),
    ],
)
def test_no_name_has_half_a_pair_of_brackets(written: str, name: str) -> None:
    _, event = events(f"{BOARD}\nทั้งนี้ ขอเชิญ{written} ณ ลานเมืองเก่า จังหวัดน่าน")
    assert event.name == name


def test_a_name_is_neither_words_said_nor_half_a_word_nor_a_whole_speech() -> None:
    (said,) = events(f"{TODAY} {CHAIR} แถลงข่าวว่า การเพาะปลูกปีนี้ได้ผลดี {HALL}")
    assert (said.kind, said.name) == ("press_conference", None)
    (cut,) = events(f"{TODAY} {CHAIR} เป็นประธานพิธีวางพวงมาลา เนื่อง {HALL}")
    assert cut.name == "พิธีวางพวงมาลา"
    (long,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงาน “{'ริมน้ำสุขใจ ' * 40}” {HALL}")
    assert long.name is None


def test_a_bureau_is_no_meeting_for_what_its_name_says() -> None:
    (event,) = events(f"{TODAY} {CHAIR} พร้อมด้วยผู้บริหาร สำนักงานส่งเสริมการจัดประชุมและนิทรรศการ เข้าร่วมประชุมสมัชชาริมน้ำ {HALL}")
    assert (event.name, event.organiser) == ("ประชุมสมัชชาริมน้ำ", None)


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
    told = BOARD + "\nทั้งนี้ กำหนดจัดงานแสงเหนือแฟร์ ในเดือน{} ณ ลานเมืองเก่า จังหวัดน่าน"
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


@pytest.mark.parametrize("deed", ["ได้บูรณาการภาคี", "ได้ร่วมกับทุกตำบล", "ได้มีการประสานงานและ", "จะร่วมกับชาวบ้าน"])
def test_no_deed_of_a_body_is_part_of_its_name(deed: str) -> None:
    (event,) = events(f"วันที่ 5 มีนาคม 2567 จังหวัดระยอง{deed}จัดงานแสงเหนือแฟร์ {HALL}")
    assert event.organiser == "จังหวัดระยอง"


def test_bodies_that_go_on_and_on_end_with_a_whole_name() -> None:
    many = [f"สมาคมครูริมคลองสายใหญ่หมายเลข {number} (สคร.{number})" for number in range(1, 9)]
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ {HALL} จัดโดย{' '.join(many)}")
    assert event.organiser is not None
    assert f"{event.organiser} " in " ".join(many)
    assert event.organiser.endswith(")")


def test_what_is_long_past_is_no_event_of_the_release() -> None:
    told = BOARD + "\nการแข่งขันวิ่งริมน้ำ จัดขึ้นเมื่อวันที่ 9 มกราคม {} ณ ลานเมืองเก่า จังหวัดน่าน"
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


def test_who_is_told_by_office_goes_on() -> None:
    _, second = events(f"{BOARD}\nนอกจากนี้ อธิบดีกรมการปกครอง ได้ตรวจเยี่ยมโรงเรียนบ้านริมคลอง อำเภอเมือง จังหวัดจันทบุรี")
    assert (second.kind, when(second), roles(second)) == ("visit", "2024-03-05", {("สมชาย ใจดี", "chair")})


def test_what_the_chair_said_on_another_day_is_a_speech() -> None:
    _, second = events(f"{BOARD}\nนอกจากนี้ อธิบดีกรมการปกครอง ได้ร่วมกล่าวถ้อยแถลงในการประชุมเรื่องน้ำ เมื่อวันที่ 3 มีนาคม 2567")
    assert (second.kind, when(second), roles(second)) == ("speech", "2024-03-03", {("สมชาย ใจดี", "lecturer")})


def test_a_press_conference_names_what_is_held_later() -> None:
    first, second = events(
        f"{TODAY} {CHAIR} เป็นประธานแถลงข่าวงานแสงเหนือแฟร์ {HALL}\n"
        "ขอเชิญทุกท่านร่วมงาน โดยงานจะจัดขึ้นระหว่างวันที่ 9 - 12 มีนาคม 2567 ณ ลานเมืองเก่า จังหวัดน่าน"
    )
    assert first.kind == "press_conference"
    assert (second.kind, second.name, when(second)) == ("other", "แสงเหนือแฟร์", "2024-03-09/2024-03-12")


def test_a_fair_goes_on_at_other_places() -> None:
    found = events(
        f"{TODAY} {CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ {HALL}\n"
        "ภาคใต้จัดงานวันที่ 9 - 12 เมษายน 2567 ณ ลานเมืองเก่า จังหวัดตรัง ภาคเหนือจัดงานวันที่ 3 พฤษภาคม 2567 ณ สวนริมน้ำ จังหวัดน่าน"
    )
    assert [(event.name, when(event)) for event in found] == [
        ("แสงเหนือแฟร์", "2024-03-05"),
        ("แสงเหนือแฟร์", "2024-04-09/2024-04-12"),
        ("แสงเหนือแฟร์", "2024-05-03"),
    ]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("ที่ประชุมคณะกรรมการน้ำสะอาด ครั้งที่ 3/2567 เมื่อวันที่ 4 มีนาคม 2567 มีมติเห็นชอบแผนใหม่", "2024-03-04"),
        ("ได้รับรายงานผลการประชุมคณะกรรมการน้ำสะอาด ครั้งที่ 3/2567 จากกรมน้ำ", None),
    ],
)
def test_a_meeting_that_is_only_reported_from(told: str, day: str | None) -> None:
    (event,) = events(f"{SPOKESMAN} เปิดเผยว่า {told}")
    assert (event.kind, when(event)) == ("meeting", day)
    assert event.name is not None
    assert event.name.endswith("ประชุมคณะกรรมการน้ำสะอาด ครั้งที่ 3/2567")


@pytest.mark.parametrize(
    "told",
    [
        "ตามมติประชุมคณะกรรมการน้ำสะอาด ครั้งที่ 3/2567",
        "ได้เสนอการจัดงานแสงเหนือแฟร์ ในวันที่ 9 เมษายน 2567",
        "ที่ประชุมคณะกรรมการน้ำสะอาด มีมติเห็นชอบแผนใหม่",
    ],
)
def test_the_source_of_a_decision_is_no_event(told: str) -> None:
    assert events(f"{SPOKESMAN} เปิดเผยว่า {told}") == []


def test_the_day_stands_before_the_bodies_that_hold_the_event() -> None:
    _, second = events(
        BOARD
        + "\n"
        + "และเมื่อวันที่ 3 มีนาคม 2567 กระทรวงแรงงาน ร่วมกับมูลนิธิครูริมน้ำและสมาคมครูริมคลองแห่งประเทศไทย จัดงานแสงเหนือแฟร์"
    )
    assert (second.name, when(second)) == ("แสงเหนือแฟร์", "2024-03-03")


def test_a_name_a_day_and_a_place_make_an_event() -> None:
    _, second = events(
        BOARD
        + "\n"
        + "ขอเชิญชมงาน “แสงเหนือแฟร์” (Northern Lights Fair) ระหว่างวันที่ 9 - 12 มีนาคม 2567 ณ ลานเมืองเก่า จังหวัดน่าน"
    )
    assert (second.kind, second.name, when(second)) == ("other", "แสงเหนือแฟร์", "2024-03-09/2024-03-12")


def test_what_a_body_did_first_of_all_is_an_event() -> None:
    (event,) = events("กรมการปกครอง ร่วมกับมูลนิธิครูริมน้ำ ลงนาม MOU พัฒนา “ครูดี” เพื่อยกระดับห้องเรียน")
    assert (event.kind, event.name, when(event)) == ("signing", "ครูดี", None)
    assert events(f"{SPOKESMAN} เปิดเผยว่า กรมการปกครอง พร้อมส่งมอบความสุข") == []


def test_the_hour_may_be_told_later_with_the_day() -> None:
    (event,) = events(
        f"{CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ วันที่ 5 มีนาคม 2567 {HALL}\nพบกัน วันที่ 5 มีนาคม 2567 เวลา 09.00 น. เป็นต้นไป"
    )
    assert event.time is not None
    assert event.time.start.hour == 9


def test_what_is_named_for_the_afternoon_is_held_on_the_same_day() -> None:
    _, second = events(
        f"{BOARD}\nในช่วงบ่าย เวลา 14.00 น. ยังมีกิจกรรมเสวนาน้ำสะอาดเพื่อทุกคน โดย นายสมหมาย รักเรียน ปลัดจังหวัดระยอง"
    )
    assert (second.kind, second.name, when(second)) == ("seminar", "เสวนาน้ำสะอาดเพื่อทุกคน", "2024-03-05")
    assert roles(second) == {("สมหมาย รักเรียน", "lecturer")}
    assert second.time is not None
    assert second.time.start.hour == 14


def test_the_day_and_place_may_stand_at_the_end() -> None:
    (event,) = events(
        f"{CHAIR} เข้าร่วมการประชุมน้ำสะอาดโลก\nทั้งนี้ การประชุมดังกล่าว จัดขึ้น ณ โรงแรมริมน้ำ จังหวัดระยอง ระหว่างวันที่ 3 - 4 มีนาคม 2567"
    )
    assert when(event) == "2024-03-03/2024-03-04"
    assert event.venue is not None
    assert event.venue.province == "ระยอง"


def test_the_first_lines_may_give_no_day() -> None:
    (event,) = events(f"{CHAIR} พร้อมใจสวมเสื้อสีฟ้า เพื่อแสดงพลัง ณ ลานเมืองเก่า จังหวัดน่าน\nประชาชนต่างยินดี")
    assert (event.kind, when(event), roles(event)) == ("other", None, {("สมชาย ใจดี", "chair")})


def test_an_exact_total_and_a_number_beside_the_verb_count_those_who_came() -> None:
    opening = f"{TODAY} {CHAIR} เป็นประธานเปิดการอบรมครูริมน้ำ {HALL} "
    for told, number in (
        ("โดยมีผู้บริหาร ครู และนักเรียน รวม 120 คน", 120),
        ("โดยมีนางสมศรี มีสุข ปลัดจังหวัดระยอง เป็นวิทยากร\nครูจากทุกอำเภอร่วมประชุม จำนวน 80 คน", 80),
        ("ทั้งนี้ การอบรมมีกลุ่มเป้าหมายจำนวนทั้งสิ้น 60 คน", 60),
    ):
        (event,) = events(opening + told)
        assert event.attendance is not None
        assert event.attendance.count == number


def test_those_meant_to_be_helped_did_not_come() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดการอบรมครูริมน้ำ {HALL} เพื่อช่วยกลุ่มเป้าหมาย 500,000 คน")
    assert event.attendance is None


def test_the_hour_of_a_speech_is_not_that_of_what_it_reports() -> None:
    said = f"{TODAY} เวลา 20.00 น. {SPOKESMAN} เปิดเผยว่า {CHAIR} ลงพื้นที่ตรวจเยี่ยมโรงเรียนบ้านริมน้ำ อำเภอแกลง จังหวัดระยอง"
    assert events(said)[0].time is None


def test_what_is_shown_where_the_opening_was_is_no_visit() -> None:
    opening = f"{TODAY} {CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ {HALL}\nโอกาสนี้ อธิบดีกรมการปกครอง ได้เยี่ยมชม{{}}"
    assert len(events(opening.format("กลุ่มแม่บ้านริมน้ำ"))) == 1
    assert len(events(opening.format("โรงเรียนบ้านริมคลอง อำเภอเมือง จังหวัดจันทบุรี"))) == 2


def test_the_last_of_a_list_may_preside() -> None:
    (event,) = events(f"{TODAY} {CHAIR} ร่วมงานแสงเหนือแฟร์ โดยมี นายสมหมาย รักเรียน ปลัดจังหวัดระยอง เป็นประธานเปิดงาน {HALL}")
    assert roles(event) == {("สมชาย ใจดี", "attendee"), ("สมหมาย รักเรียน", "chair")}


def test_another_list_begins_with_another_word_for_it() -> None:
    (event,) = events(
        f"{TODAY} {CHAIR} เป็นประธานเปิดงานแสงเหนือแฟร์ โดยมี นางสมศรี มีสุข ปลัดกระทรวงแรงงาน "
        f"และโดยมี นายสมหมาย รักเรียน ปลัดจังหวัดระยอง ให้การต้อนรับ {HALL}"
    )
    assert roles(event) == {("สมชาย ใจดี", "chair"), ("สมศรี มีสุข", "attendee"), ("สมหมาย รักเรียน", "host")}


def test_what_a_release_only_recalls_is_no_event() -> None:
    recalled = f"{SPOKESMAN} กล่าวว่า เมื่อวันที่ 29 กรกฎาคม พ.ศ. 2505 {{}}ตรวจเยี่ยมโรงเรียนบ้านริมน้ำ อำเภอแกลง จังหวัดระยอง"
    assert not events(recalled.format(""))
    (event,) = events(recalled.format(f"{CHAIR} "))
    assert event.when is None


def test_a_floor_keeps_its_number_and_a_country_stands_alone() -> None:
    (meeting,) = events(f"{TODAY} {CHAIR} เป็นประธานการประชุมแผนงานริมน้ำ ณ ห้องประชุมราชพฤกษ์ ชั้น 5 โดยมีผู้บริหารเข้าร่วม")
    assert meeting.venue is not None
    assert meeting.venue.floor == "5"
    (visit,) = events(f"{TODAY} {CHAIR} เดินทางเยือนญี่ปุ่นอย่างเป็นทางการ")
    assert visit.venue is not None
    assert visit.venue.text == "ญี่ปุ่น"


def test_what_others_are_told_to_do_is_no_event() -> None:
    assert not events(f"{TODAY} {SPOKESMAN} กล่าวว่า รัฐมนตรีสั่งการให้ตรวจเยี่ยมโรงเรียน และเชิญชวนประชาชนมาเยี่ยมชมตลาดน้ำ")


def test_a_name_is_more_than_its_abbreviation() -> None:
    (event,) = events(f"{TODAY} {CHAIR} ลงนามบันทึกความเข้าใจ (MOU) กับบริษัทแสงเหนือ {HALL}")
    assert event.name is None


ENGLISH = "March 5, 2024, at 1400hrs, at the Purple Room, Government House, "


@pytest.mark.parametrize(
    ("told", "kind", "cast"),
    [
        (
            "H.E. Mr. John Smith, Ambassador of Canada, paid a courtesy call on Prime Minister Somchai Jaidee.",
            "meeting",
            {("John Smith", "attendee"), ("Somchai Jaidee", "host")},
        ),
        (
            "Prime Minister Somchai Jaidee had a bilateral meeting with Mr. John Smith, President of Canada.",
            "meeting",
            {("Somchai Jaidee", "chair"), ("John Smith", "attendee")},
        ),
        (
            "Prime Minister Somchai Jaidee presided over the signing ceremony of the agreement.",
            "signing",
            {("Somchai Jaidee", "chair")},
        ),
        (
            "Prime Minister Somchai Jaidee chaired a meeting on floods.",
            "meeting",
            {("Somchai Jaidee", "chair")},
        ),
        (
            "Prime Minister Somchai Jaidee delivered a keynote address at the forum.",
            "speech",
            {("Somchai Jaidee", "lecturer")},
        ),
        (
            "Prime Minister Somchai Jaidee inspected a warehouse. Joining the Prime Minister were Mr. John Smith.",
            "visit",
            {("Somchai Jaidee", "chair"), ("John Smith", "attendee")},
        ),
    ],
)
def test_english_releases_tell_events(told: str, kind: str, cast: set[tuple[str, str]]) -> None:
    (event,) = events(ENGLISH + told)
    assert event.kind == kind
    assert event.when is not None
    assert event.when.edtf == "2024-03-05"
    assert event.time is not None
    assert roles(event) == cast


def test_a_committee_met_on_the_day_right_before_it() -> None:
    (event,) = events(f"{SPOKESMAN} เปิดเผยว่า เมื่อวันที่ 4 มีนาคม 2567 ที่ประชุมคณะกรรมการพลังงานริมน้ำ ได้เห็นชอบมาตรการใหม่")
    assert event.kind == "meeting"
    assert event.when is not None
    assert event.when.edtf == "2024-03-04"


def test_who_came_to_see_and_presided_did_both() -> None:
    first, second = events(f"{TODAY} {CHAIR} ลงพื้นที่ตรวจเยี่ยมศูนย์เรียนรู้บ้านริมคลอง พร้อมเป็นประธานในพิธีเปิดโครงการสวนปันสุข {HALL}")
    assert (first.kind, first.name) == ("opening", "โครงการสวนปันสุข")
    assert (second.kind, when(second), roles(second)) == ("visit", when(first), {("สมชาย ใจดี", "chair")})
    assert second.venue is not None
    assert second.venue.text == "ศูนย์เรียนรู้บ้านริมคลอง"


def test_a_visit_may_go_on_as_a_meeting() -> None:
    first, second = events(f"{TODAY} {CHAIR} ลงพื้นที่จังหวัดระยอง และประชุมติดตามการแก้ไขปัญหาน้ำ {HALL}")
    assert (first.kind, second.kind) == ("visit", "meeting")
    assert second.name == "ประชุมติดตามการแก้ไขปัญหาน้ำ"


@pytest.mark.parametrize(("days", "count"), [("1-12 มีนาคม 2567", 2), ("5-6 มีนาคม 2567", 1)])
def test_a_course_of_many_days_is_held_beside_its_opening(days: str, count: int) -> None:
    told = events(f"{TODAY} {CHAIR} เป็นประธานเปิดการอบรมหลักสูตรนักน้ำรุ่นใหม่ จัดขึ้นระหว่างวันที่ {days} {HALL}")
    assert [event.kind for event in told] == ["opening", "training"][:count]


def test_a_meeting_in_the_hall_of_the_province_visited_is_another_event() -> None:
    first, second = events(
        f"{TODAY} {CHAIR} ลงพื้นที่จังหวัดระยอง ติดตามงานน้ำ\nช่วงบ่าย {CHAIR} เป็นประธานการประชุมคณะกรรมการน้ำ ณ ศาลากลางจังหวัดระยอง"
    )
    assert (first.kind, second.kind, when(second)) == ("visit", "meeting", when(first))


def test_each_round_of_a_course_is_an_event() -> None:
    told = events(
        "กรมน้ำขอเชิญผู้สนใจเข้าร่วมอบรม “รู้ทันน้ำ” ดังนี้\n"
        "- รุ่นที่ 1 วันที่ 8-9 เมษายน 2567 กรุงเทพมหานคร\n"
        "- รุ่นที่ 2 วันที่ 15 พฤษภาคม 2567 จ.ขอนแก่น\n"
        "- รุ่นที่ 3 วันที่ 22 มิถุนายน 2567 จ.สงขลา"
    )
    assert [(event.kind, event.name, when(event)) for event in told] == [
        ("training", "รู้ทันน้ำ", "2024-04-08/2024-04-09"),
        ("training", "รู้ทันน้ำ", "2024-05-15"),
        ("training", "รู้ทันน้ำ", "2024-06-22"),
    ]


@pytest.mark.parametrize("lead", ["กรมน้ำขอเชิญผู้สนใจเข้าร่วมอบรม “รู้ทันน้ำ”", BOARD])
def test_no_more_than_forty_events_are_told(lead: str) -> None:
    months = ("เมษายน", "พฤษภาคม", "มิถุนายน")
    rounds = [f"วันที่ {day} {month} 2567 จ.ขอนแก่น" for month in months for day in range(1, 29)]
    assert len(events("\n".join([lead, *rounds]))) == 40


@pytest.mark.parametrize(
    ("told", "kind", "name"),
    [
        ("attended the Water of Life Dialogue 2024 in the capital", "other", "Water of Life Dialogue 2024"),
        ("pay an official visit to the Kingdom of Laos", "visit", None),
        ("presided over the opening ceremony of the River Park at the Garden House", "opening", "River Park"),
    ],
)
def test_an_english_release_tells_what_was_held(told: str, kind: str, name: str | None) -> None:
    body = (
        f"March 5, 2024, at 1400hrs, at the Garden House, Prime Minister Somchai Jaidee {told}. The end of the story."
    )
    (event,) = events(f"{body} The members of the board met the press in the evening of the day.")
    assert (event.kind, event.name, when(event)) == (kind, name, "2024-03-05")


def test_the_cabinet_met_on_the_day_of_an_english_statement() -> None:
    (event,) = events(
        "March 5, 2024, Government Spokesperson Somchai Jaidee disclosed that the cabinet, in its meeting today, "
        "approved the plan of the Ministry of Water for the whole of the year, as the members of the board asked."
    )
    assert (event.kind, when(event)) == ("meeting", "2024-03-05")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("การประชุมคณะกรรมการน้ำ เพื่อพิจารณาแผนรับมือ", "การประชุมคณะกรรมการน้ำ เพื่อพิจารณาแผนรับมือ"),
        ("การประชุมคณะกรรมการน้ำ ครั้งที่ 2/2567 เพื่อพิจารณาแผนรับมือ", "การประชุมคณะกรรมการน้ำ ครั้งที่ 2/2567"),
        ("การอบรมครูน้ำ เพื่อรู้เท่าทันภัย รุ่นที่ 4", "การอบรมครูน้ำ เพื่อรู้เท่าทันภัย รุ่นที่ 4"),
        ("งานแสงเหนือ ณ เมืองริมน้ำ ประจำปี 2567", "แสงเหนือ"),
        ("พิธีมอบรางวัลให้แก่ครูดีเด่นของจังหวัด", "พิธีมอบรางวัลให้แก่ครูดีเด่นของจังหวัด"),
    ],
)
def test_a_name_runs_through_what_it_is_for(written: str, name: str) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธาน{written} {HALL}")
    assert event.name == name
    assert event.venue is not None
    assert event.venue.text == "หอประชุมริมน้ำ อำเภอแกลง จังหวัดระยอง"


@pytest.mark.parametrize(
    "told",
    [
        f"{TODAY} เวลา 09.00 น. ที่ริเวอร์บอลรูม จังหวัดระยอง {CHAIR} เป็นประธานการประชุมคณะกรรมการน้ำ",
        f"{TODAY} {CHAIR} ลงพื้นที่ระยอง ตรวจราชการ",
        f"{SPOKESMAN} เปิดเผยว่า การประชุมคณะกรรมการน้ำแห่งชาติ ครั้งที่ 2 จะจัดขึ้นที่จังหวัดระยอง ระหว่างวันที่ 5-7 มีนาคม 2567",
    ],
)
def test_a_place_stands_behind_the_hour_a_visit_or_a_verb(told: str) -> None:
    (event,) = events(told)
    assert event.venue is not None
    assert event.venue.province == "ระยอง"


def test_each_province_before_its_days_is_a_round() -> None:
    told = events(
        f"{CHAIR} กล่าวว่า จะจัดอบรมครูน้ำ จำนวน 3 ครั้ง ได้แก่ จังหวัดเชียงใหม่ ระหว่างวันที่ 13 - 15 มีนาคม 2567 , "
        "จังหวัดขอนแก่น ระหว่างวันที่ 27 - 29 มีนาคม 2567 และจังหวัดสงขลา ระหว่างวันที่ 3 - 5 เมษายน 2567"
    )
    rounds = {(when(event), event.venue.province) for event in told if event.venue is not None}
    assert {("2024-03-27/2024-03-29", "ขอนแก่น"), ("2024-04-03/2024-04-05", "สงขลา")} <= rounds


def test_the_text_of_an_address_is_a_speech() -> None:
    (event,) = parse(
        "คำปราศรัย นายสมชาย ใจดี นายกรัฐมนตรี เนื่องในวันน้ำสะอาด ประจำปี 2567\n\nวันอังคารที่ 5 มีนาคม 2567\n"
        "วันอังคารที่ 5 มีนาคม 2567 เวลา 09.30 น.\nณ ตึกริมน้ำ จังหวัดระยอง\nพี่น้องประชาชนที่รักทุกท่าน ขอส่งความปรารถนาดีมายังทุกคน"
    ).events
    assert (event.kind, event.name, when(event)) == ("speech", "วันน้ำสะอาด ประจำปี 2567", "2024-03-05")
    assert event.venue is not None
    assert roles(event) == {("สมชาย ใจดี", "lecturer")}


def test_an_english_release_tells_what_will_be_held() -> None:
    told = events(
        "March 5, 2024, Government Spokesperson Somchai Jaidee said that the Government supports water. "
        "The Bangkok River of Life Festival 2024 will be held on 20 March 2024 at the Garden House, as the board asked."
    )
    assert ("Bangkok River of Life Festival 2024", "2024-03-20") in [(event.name, when(event)) for event in told]


def test_the_cabinet_may_meet_in_the_headline_alone() -> None:
    (event,) = parse(
        "The cabinet met on March 5, 2024 and approved the plan of the Ministry of Water\n\n"
        "The plan of the Ministry of Water is for the whole of the year, as the members of the board asked."
    ).events
    assert (event.kind, when(event)) == ("meeting", "2024-03-05")


@pytest.mark.parametrize(
    ("later", "organiser"),
    [
        ("งานในวันนี้จัดโดยกระทรวงคมนาคม โดยกรมเจ้าท่า เพื่อดูแลคลอง", "กระทรวงคมนาคม โดยกรมเจ้าท่า"),
        ("งานนี้เป็นงานใหญ่ที่กรมเจ้าท่า กระทรวงคมนาคม จัดขึ้นเพื่อดูแลคลอง", "กรมเจ้าท่า กระทรวงคมนาคม"),
        ("งานนี้จัดโดยมีเป้าหมายจะดูแลคลอง", None),
        ("การรวมพลของกรมเจ้าท่า ซึ่งการจัดงานดังกล่าวจะดูแลคลอง", None),
        ("กรมได้จัดงานดังกล่าวทุกปีเพื่อดูแลคลอง", None),
        ("ปีหน้ากรมเจ้าท่า จัดขึ้นอีก", None),
    ],
)
def test_a_later_sentence_tells_who_held_the_event(later: str, organiser: str | None) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำเมืองระยอง {HALL}\n{later}")
    assert event.organiser == organiser


@pytest.mark.parametrize(
    ("later", "organiser"),
    [
        ("กรมเจ้าท่า ร่วมกับเทศบาล ได้จัดงาน “ริมน้ำ เมืองระยอง” เพื่อดูแลคลอง", "กรมเจ้าท่า ร่วมกับเทศบาล"),
        ("กรมเจ้าท่าสนับสนุนการจัดงานริมน้ำเมืองระยองมาตลอด", None),
        ("กรมเจ้าท่าจึงได้จัดงานอื่นเพื่อดูแลคลอง", None),
    ],
)
def test_a_later_sentence_may_name_what_is_held_behind_the_verb(later: str, organiser: str | None) -> None:
    between = "น้ำใสสะอาด " * 15
    (event, *_) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำเมืองระยอง {HALL}\n{between}\n{later}")
    assert event.organiser == organiser


@pytest.mark.parametrize(
    ("held", "name"),
    [
        ("การประชุมร่วมกับหน่วยงานที่ดูแลคลอง", None),
        ("การประชุมผ่านระบบวิดีโอคอนเฟอเรนซ์", None),
        ("การประชุมร่วมภาครัฐและเอกชนด้านคลอง", "การประชุมร่วมภาครัฐและเอกชนด้านคลอง"),
        ("การประชุมคลองสวย ในฐานะกรรมการ", "การประชุมคลองสวย"),
        ("การประชุมคลองสวยอย่างยิ่งใหญ่", "การประชุมคลองสวย"),
        ("การประชุมคลองสวย นำโดยคนเดินเรือ", "การประชุมคลองสวย"),
        ("การประชุมอีกครั้ง", None),
        ("การประชุมใหญ่", None),
        ("การประชุมคลองสวย ที่ศาลากลางจังหวัดตาก", "การประชุมคลองสวย"),
        ("การประชุมคลองสวย ที่จะเริ่มขุดในปีหน้า", "การประชุมคลองสวย"),
        ("การประชุมคลองสวย ผ่านสื่ออิเล็กทรอนิกส์", "การประชุมคลองสวย"),
        ("การประชุมคลองสวย (ผ่านระบบออนไลน์)", "การประชุมคลองสวย"),
        ("การประชุมคลองสวย ครั้งที่ 2 ด้วยระบบการประชุมทางไกล", "การประชุมคลองสวย ครั้งที่ 2"),
        ("การประชุมคลองสวย หรือที่เรียกว่าประชุมสวน", "การประชุมคลองสวย"),
        ("การประชุมคลองสวยกับศาสตราจารย์สุดา รักไทย อธิการบดี", "การประชุมคลองสวย"),
        ("การเปิดตัว (Kick off) โครงการคลองสวย", "โครงการคลองสวย"),
        ("งานต่อเนื่องจากปีก่อน", None),
        ("เปิดงานวันที่ 5 มีนาคม", None),
        ("เปิดงานวันที่ 31 เมษายน 2566", None),
        ("การประชุมทุกวันที่ 5 ของเดือน", None),
        ("เปิดโครงการสำคัญ 3 โครงการ", None),
        ("พิธีมอบรางวัล", None),
        ("การประชุมคลองสวย ครั้งที่ 2 " + "ขุดคลองสวย " * 30, "การประชุมคลองสวย ครั้งที่ 2"),
        ("การประชุม นายกรัฐมนตรีได้ย้ำเรื่องคลอง", None),
        ("การประชุม และหัวหน้าส่วนราชการ", None),
        ("การประชุม คลองสวย ครั้งที่ 2", "การประชุม คลองสวย ครั้งที่ 2"),
    ],
)
def test_with_whom_or_how_a_meeting_is_held_is_no_name(held: str, name: str | None) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธาน{held} {HALL}")
    assert event.name == name


@pytest.mark.parametrize("who", ["", "เป็นประธาน"])
@pytest.mark.parametrize("opened", ["การประชุมคลองสวย", "โครงการคลองสวย", "การอบรมคนเดินเรือ", "ศูนย์คลองสวย"])
def test_what_is_opened_bears_its_noun_however_it_is_opened(who: str, opened: str) -> None:
    (event,) = events(f"{TODAY} {CHAIR} {who}เปิด{opened} {HALL}")
    assert event.name == opened


def test_a_count_of_what_is_told_is_no_name() -> None:
    (event,) = events(f"{TODAY} {CHAIR} มอบนโยบาย 5 ข้อ คือ 1) คลองสวย 2) น้ำใส {HALL}")
    assert event.name is None


def test_a_talk_bears_the_name_of_the_project_that_it_is_given_in() -> None:
    (event,) = events(f"{TODAY} {CHAIR} บรรยายพิเศษ “คนกับน้ำ” ในโครงการคลองสวยเมืองระยอง {HALL}")
    assert (event.kind, event.name) == ("speech", "โครงการคลองสวยเมืองระยอง")


@pytest.mark.parametrize(
    ("opened", "venue"),
    [
        ("ศูนย์เรียนรู้คลองสวย อำเภอแกลง จังหวัดระยอง", "ศูนย์เรียนรู้คลองสวย อำเภอแกลง จังหวัดระยอง"),
        ("ศูนย์เรียนรู้คลองสวย", None),
        ("โครงการคลองสวย อำเภอแกลง จังหวัดระยอง", None),
    ],
)
def test_a_house_is_opened_where_it_stands(opened: str, venue: str | None) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานในพิธีเปิด{opened}")
    assert (event.venue.text if event.venue is not None else None) == venue


@pytest.mark.parametrize(
    ("came", "count"),
    [
        ("โดยมีผู้เข้าร่วมงาน จาก 2 เมือง ได้แก่ 1.ระยอง 18 คน 2.ตาก 12 คน รวมทั้งสิ้นจำนวน 30 คน", 30),
        ("โดยมีผู้เข้าร่วมงาน ประกอบด้วย คนเดินเรือ และคนดูแลคลอง จำนวน 75 คน", 75),
        ("โดยมีรองอธิบดีทั้ง 4 ท่าน และผู้บริหาร เข้าร่วม", None),
    ],
)
def test_all_who_came_are_counted(came: str, count: int | None) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำ {HALL} {came}")
    assert (event.attendance.count if event.attendance is not None else None) == count


@pytest.mark.parametrize(("birthday", "day"), [("5 มีนาคม 2567", "2024-03-05"), ("28 มีนาคม 2567", None)])
def test_a_birthday_is_the_day_of_what_is_reported_on_it(birthday: str, day: str | None) -> None:
    (event,) = events(f"{CHAIR} เป็นประธานพิธีปลูกต้นไม้ เนื่องในวันเฉลิมพระชนมพรรษา {birthday} {HALL}")
    assert when(event) == day


def test_what_ends_the_line_above_takes_no_day_away() -> None:
    (event,) = events(f"ทุกคลองจะสวยภายในปี 2568\nวันจันทร์ที่ 4 มีนาคม 2567 {CHAIR} เป็นประธานการประชุมเรื่องน้ำ {HALL}")
    assert when(event) == "2024-03-04"


@pytest.mark.parametrize(
    ("opened", "name"),
    [
        ("เปิดงานและปาฐกถาพิเศษในงานคลองสวยเมืองระยอง", "งานคลองสวยเมืองระยอง"),
        ("เปิดงานอีก 2 จังหวัด", None),
    ],
)
def test_a_second_act_stands_before_the_name(opened: str, name: str | None) -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธาน{opened} {HALL}")
    assert event.name == name


def test_another_round_is_held_by_the_same_body() -> None:
    later = "นอกจากนี้ จะจัดงาน “ริมน้ำ เมืองระยอง” วันที่ 20 มีนาคม 2567 ณ จังหวัดตาก และจัดงานแม่น้ำสวย วันที่ 25 มีนาคม 2567 ณ จังหวัดตาก"
    told = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงาน “ริมน้ำเมืองระยอง” จัดโดยกรมเจ้าท่า {HALL} {later}")
    assert [(when(event), event.organiser) for event in told] == [
        ("2024-03-05", "กรมเจ้าท่า"),
        ("2024-03-20", "กรมเจ้าท่า"),
        ("2024-03-25", None),
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("ตามมติคณะกรรมการคลองแห่งชาติ (กค.) ในคราวประชุมครั้งที่ 2/2567", "คณะกรรมการคลองแห่งชาติ (กค.) ในคราวประชุมครั้งที่ 2/2567"),
        ("สำนักงานคณะกรรมการคลองแห่งชาติ ในการประชุมครั้งที่ 2/2567", "การประชุมครั้งที่ 2/2567"),
        ("คณะกรรมการคลองแห่งชาติ ในการประชุมคลองสวย ครั้งที่ 2/2567", "การประชุมคลองสวย ครั้งที่ 2/2567"),
    ],
)
def test_a_meeting_told_by_its_number_bears_the_name_of_who_met(told: str, name: str) -> None:
    told_events = events(f"{TODAY} {SPOKESMAN} เปิดเผยว่า ครม. เห็นชอบแผนคลอง\n{told} เมื่อวันที่ 4 มีนาคม 2567 เห็นชอบแล้ว")
    assert (name, "2024-03-04") in [(event.name, when(event)) for event in told_events]


@pytest.mark.parametrize(
    ("end", "day"),
    [
        (f"ทุกคนยินดี เมื่อวันที่ 4 มีนาคม 2567 {HALL}", "2024-03-04"),
        (f"ทุกคนจะมา ในวันที่ 9 มีนาคม 2567 {HALL}", None),
        (f"ทุกคนยินดี เมื่อวันที่ 4 มีนาคม 2567 {HALL} ฝนไม่ตก", None),
    ],
)
def test_the_day_and_the_place_may_end_a_later_line(end: str, day: str | None) -> None:
    between = "น้ำใสสะอาด " * 15
    (event, *_) = events(f"{CHAIR} และ นายสมหมาย รักเรียน ปลัดจังหวัดระยอง ลงนามบันทึกความเข้าใจเรื่องน้ำ\n{between}\n{end}")
    assert (when(event), event.venue is not None) == (day, day is not None)


def test_a_subtitle_tells_who_held_the_event() -> None:
    (event,) = events(f"กรมเจ้าท่า จัดอบรมคนเดินเรือ ดูแลแม่น้ำ\n{TODAY} {CHAIR} เป็นประธานเปิดการอบรมคนเดินเรือ {HALL}")
    assert event.organiser == "กรมเจ้าท่า"


def test_what_follows_the_bodies_that_hold_an_event_is_left_out() -> None:
    body = "กระทรวงคมนาคม โดยกรมเจ้าท่า ในฐานะผู้ดูแล"
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำเมืองระยอง {HALL}\nทั้งนี้ {body} จัดงานริมน้ำเมืองระยองทุกปี")
    assert event.organiser == "กระทรวงคมนาคม โดยกรมเจ้าท่า"


@pytest.mark.parametrize(
    ("behind", "venue"),
    [
        (f"นายสมหมาย รักเรียน รองอธิบดีกรมการปกครอง กล่าวรายงาน {HALL}", "หอประชุมริมน้ำ อำเภอแกลง จังหวัดระยอง"),
        (f"วันที่ 9 มีนาคม 2567 จะแข่งเรือ {HALL}", None),
        (f"ขอบคุณทุกคน\nรองอธิบดีอยู่ {HALL}", None),
    ],
)
def test_the_rest_of_the_paragraph_may_give_the_venue(behind: str, venue: str | None) -> None:
    (event, *_) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำ ทั้งนี้ {behind}")
    assert (event.venue.text if event.venue is not None else None) == venue


def test_an_organiser_told_by_its_abbreviation_is_named_in_full() -> None:
    (event, *_) = events(f"ธอส. จัดกิจกรรม “บ้านริมน้ำ” เมื่อวันที่ 4 มีนาคม 2567 {HALL}\nทั้งนี้ ธนาคารอาคารสงเคราะห์ (ธอส.) ดูแลทุกบ้าน")
    assert event.organiser == "ธนาคารอาคารสงเคราะห์ (ธอส.)"


def test_a_clause_before_the_document_says_that_it_is_signed() -> None:
    told = events(
        f"{TODAY} {SPOKESMAN} เปิดเผยว่า ครม.เห็นชอบร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านน้ำ ซึ่งจะมีการลงนามในวันที่ 13 มีนาคม 2567"
    )
    assert ("signing", "บันทึกความเข้าใจว่าด้วยความร่วมมือด้านน้ำ") in [(event.kind, event.name) for event in told]


def test_a_document_told_in_short_is_named_in_full() -> None:
    told = events(
        f"{TODAY} {SPOKESMAN} เปิดเผยว่า ครม.เห็นชอบร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านน้ำ\n"
        "จะมีการลงนามและรับรองร่างบันทึกความเข้าใจฯ ในวันที่ 13 มีนาคม 2567"
    )
    assert ("signing", "ร่างบันทึกความเข้าใจว่าด้วยความร่วมมือด้านน้ำ") in [(event.kind, event.name) for event in told]


def test_a_word_that_ends_like_a_preposition_stays_whole() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานการประชุมแก้ไขปัญหาน้ำในพื้นที่ {HALL}")
    assert event.name == "การประชุมแก้ไขปัญหาน้ำในพื้นที่"


def test_what_stands_at_a_temple_is_not_held_by_it() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดงานริมน้ำ {HALL}\nงานนี้มีกิจกรรมที่วัดริมคลอง จัดขึ้นเพื่อดูแลคลอง")
    assert event.organiser is None


def test_the_text_of_an_address_may_name_the_office_alone() -> None:
    title = "ถ้อยแถลงนายกรัฐมนตรี ในการประชุมสุดยอดว่าด้วยน้ำ ครั้งที่ 21"
    (event,) = parse(
        f"{title}\n\nวันอังคารที่ 5 มีนาคม 2567\n{title}\nวันอังคารที่ 5 มีนาคม 2567 เวลา 15.45 น.\nท่านประธาน ขอส่งความปรารถนาดี"
    ).events
    assert (event.kind, event.name, when(event)) == ("speech", "การประชุมสุดยอดว่าด้วยน้ำ ครั้งที่ 21", "2024-03-05")


def test_what_a_subtitle_told_without_its_day_the_spokesman_tells_again() -> None:
    (event,) = events(
        f"{CHAIR} ลงพื้นที่ระยอง ดูแลสายน้ำให้ประชาชน\n"
        f"เมื่อวันที่ 4 มีนาคม 2567 {SPOKESMAN} กล่าวว่า {CHAIR} ได้เดินทางลงพื้นที่จังหวัดระยองเพื่อตรวจเยี่ยมพื้นที่ริมคลอง"
    )
    assert (event.kind, when(event)) == ("visit", "2024-03-04")
    assert ("สมชาย ใจดี", "chair") in roles(event)


def test_who_says_that_a_thing_was_done_did_it_unless_others_are_named() -> None:
    (event,) = events(f"{CHAIR} เปิดเผยว่า เมื่อวันที่ 4 มีนาคม 2567 ที่ผ่านมา ได้ลงนามในบันทึกความเข้าใจด้านน้ำกับเมืองริมคลอง {HALL}")
    assert (event.kind, event.name) == ("signing", "บันทึกความเข้าใจด้านน้ำกับเมืองริมคลอง")
    assert roles(event) == {("สมชาย ใจดี", "signatory")}


def test_the_name_of_what_is_signed_names_both_between_whom_it_is() -> None:
    (event,) = events(
        f"{TODAY} {CHAIR} เป็นประธานในพิธีลงนามบันทึกข้อตกลงความร่วมมือระหว่าง กรมเจ้าท่า กับเมืองริมคลอง คือ เมืองทองธานี {HALL}"
    )
    assert event.name == "บันทึกข้อตกลงความร่วมมือระหว่าง กรมเจ้าท่า กับเมืองริมคลอง"


def test_those_named_behind_a_meeting_are_at_it_and_not_at_the_visit() -> None:
    visit, meeting = events(
        f"{TODAY} {CHAIR} ลงพื้นที่ตรวจเยี่ยมหอประชุมริมน้ำ จังหวัดระยอง พร้อมประชุมติดตามโครงการดูแลน้ำ {HALL} "
        "โดยมี นายชัย ดีงาม ปลัดอำเภอแกลง ร่วมประชุม"
    )
    assert (roles(visit), roles(meeting)) == (
        {("สมชาย ใจดี", "chair")},
        {("สมชาย ใจดี", "chair"), ("ชัย ดีงาม", "attendee")},
    )


def test_those_listed_behind_a_welcome_are_the_hosts() -> None:
    (event,) = events(
        f"{TODAY} {CHAIR} ลงพื้นที่ตรวจเยี่ยมหอประชุมริมน้ำ จังหวัดระยอง โดยมีข้าราชการให้การต้อนรับ ได้แก่ นายชัย ดีงาม ปลัดอำเภอแกลง"
    )
    assert roles(event) == {("สมชาย ใจดี", "chair"), ("ชัย ดีงาม", "host")}


def test_what_a_body_held_has_the_chair_that_the_next_line_tells() -> None:
    (event,) = events(
        f"กรมเจ้าท่า จัดงาน “วันน้ำใส” เมื่อวันที่ 4 มีนาคม 2567 {HALL}\n{CHAIR} กล่าวเปิดงาน “วันน้ำใส” เมื่อวันที่ 4 มีนาคม 2567 {HALL}"
    )
    assert (event.organiser, roles(event)) == ("กรมเจ้าท่า", {("สมชาย ใจดี", "chair")})


@pytest.mark.parametrize(
    "told", ["แถลงข่าวภายหลังการประชุมคณะกรรมการน้ำแห่งชาติ ครั้งที่ 2", "แถลงผลการประชุมคณะกรรมการน้ำแห่งชาติ ครั้งที่ 2"]
)
def test_a_talk_to_the_press_and_the_meeting_that_it_tells_of_are_two_events(told: str) -> None:
    press, meeting = events(f"{TODAY} {CHAIR} {told} {HALL} ว่า น้ำใสทั่วประเทศ")
    assert (press.kind, press.name) == ("press_conference", None)
    assert (meeting.kind, meeting.name) == ("meeting", "การประชุมคณะกรรมการน้ำแห่งชาติ ครั้งที่ 2")
    assert when(press) == when(meeting) == "2024-03-05"


@pytest.mark.parametrize("told", ["สั่งการให้กรมเจ้าท่า (จท.) ", "ชื่นชมกองทัพ"])
def test_what_a_body_is_ordered_or_praised_to_do_is_no_event(told: str) -> None:
    assert not events(f"{TODAY} {CHAIR} {told}ลงพื้นที่ช่วยเหลือประชาชนในจังหวัดระยอง")


@pytest.mark.parametrize(
    ("seen", "venue"),
    [
        ("โรงพยาบาลริมน้ำ", "โรงพยาบาลริมน้ำ"),
        ("จุดบริการประชาชน", "จังหวัดระยอง"),
    ],
)
def test_a_visit_went_to_the_house_that_was_seen_in_the_province(seen: str, venue: str) -> None:
    (event,) = events(f"{TODAY} ที่จังหวัดระยอง {CHAIR} ตรวจเยี่ยม{seen} พร้อมให้กำลังใจเจ้าหน้าที่")
    assert event.venue is not None
    assert (event.venue.text, event.venue.province) == (venue, "ระยอง")


def test_rounds_may_stand_at_provinces_behind_a_marker() -> None:
    told = events(
        f"{CHAIR} กล่าวว่า จะจัดอบรมครูน้ำ จำนวน 3 ครั้ง ได้แก่ 13 มีนาคม 2567 ณ จว.เชียงใหม่ และ 27 มีนาคม 2567 ณ จว.ขอนแก่น "
        "และ 3 เมษายน 2567 ณ จว.สงขลา"
    )
    rounds = {(when(event), event.venue.text) for event in told if event.venue is not None}
    assert {("2024-03-27", "จว.ขอนแก่น"), ("2024-04-03", "จว.สงขลา")} <= rounds


def test_a_full_stop_ends_an_english_name() -> None:
    (event,) = events(
        "March 5, 2024, at 1400hrs, at the Garden House, Prime Minister Somchai Jaidee attended the Thai Water Forum. "
        "Deputy Government Spokesperson of the board said that the story of the river goes on for all of the year."
    )
    assert event.name == "Thai Water Forum"


def test_a_meeting_of_the_cabinet_may_bear_a_number() -> None:
    (event,) = events(f"{TODAY} {SPOKESMAN} เปิดเผยภายหลังการประชุมคณะรัฐมนตรี ครั้งที่ 15 ประจำปี 2567 ว่า น้ำใสทั่วประเทศ")
    assert event.name == "การประชุมคณะรัฐมนตรี ครั้งที่ 15 ประจำปี 2567"


def test_a_keynote_at_a_seminar_is_a_speech() -> None:
    (event,) = events(f"{TODAY} {CHAIR} กล่าวปาฐกถาพิเศษ ในงานสัมมนาการค้าชายแดน 2024 {HALL}")
    assert (event.kind, event.name) == ("speech", "สัมมนาการค้าชายแดน 2024")


def test_what_a_body_holds_and_somebody_opens_is_an_opening() -> None:
    (event,) = events(f"{TODAY} {HALL} มีการจัดงานแก้หนี้ครัวเรือน โดยมี {CHAIR} เป็นประธานเปิดงาน")
    assert event.kind == "opening"
    assert roles(event) == {("สมชาย ใจดี", "chair")}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("เปิดงานเสวนาข้าวสัญจร โดย ดร.ประสงค์ ดีเลิศ นักวิจัย และ รศ.ดร.วารี แก้วใส อาจารย์ประจำภาควิชา", "lecturer"),
        (
            "ร่วมพิธีลงนามบันทึกข้อตกลงด้านข้าว ระหว่าง ดร.ประสงค์ ดีเลิศ ปลัดกระทรวงพลังงาน และ ดร.วารี แก้วใส ประธานมูลนิธิข้าว",
            "signatory",
        ),
    ],
)
def test_all_of_a_row_take_the_same_part(told: str, role: str) -> None:
    (event,) = events(f"{TODAY} {CHAIR} {told} {HALL}")
    assert {("ประสงค์ ดีเลิศ", role), ("วารี แก้วใส", role)} <= roles(event)


def test_who_gives_the_order_is_not_who_comes() -> None:
    (event,) = events(f"{TODAY} {CHAIR} ได้สั่งการให้ นายประสงค์ ดีเลิศ นายอำเภอแกลง ลงพื้นที่ตรวจเขื่อน {HALL}")
    assert roles(event) == {("สมชาย ใจดี", "delegate_of"), ("ประสงค์ ดีเลิศ", "chair")}


def test_a_dinner_is_an_event_of_its_host() -> None:
    _, dinner = events(f"{BOARD}\nหลังจากนั้น อธิบดีกรมการปกครอง เป็นเจ้าภาพงานเลี้ยงอาหารค่ำเพื่อขอบคุณชาวนา ณ โรงแรมริมน้ำ")
    assert dinner.name == "งานเลี้ยงอาหารค่ำเพื่อขอบคุณชาวนา"


def test_a_name_goes_on_at_an_employer() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานเปิดโครงการให้ความรู้กับนายจ้างและลูกจ้าง {HALL}")
    assert event.name == "โครงการให้ความรู้กับนายจ้างและลูกจ้าง"


def test_a_fair_may_be_at_a_place_without_its_marker() -> None:
    told = events(f"{BOARD}\nไทยจะเข้าร่วมงาน Expo 2026 Riverside ระหว่างวันที่ 13-20 เมษายน 2567 ที่ประเทศญี่ปุ่น")
    assert [(event.name, event.venue.text if event.venue else None) for event in told[1:]] == [
        ("Expo 2026 Riverside", "ประเทศญี่ปุ่น")
    ]


def test_a_place_ends_before_those_whom_something_is_for() -> None:
    (event,) = events(f"{TODAY} {CHAIR} เป็นประธานพิธีมอบบ้าน ณ ศูนย์พักพิงริมน้ำให้กับผู้ประสบภัย")
    assert event.venue is not None
    assert event.venue.text == "ศูนย์พักพิงริมน้ำ"


def test_who_tells_of_another_without_saying_that_does_not_preside() -> None:
    (event,) = events(
        f"{TODAY} {SPOKESMAN} เปิดเผย นายประสงค์ ดีเลิศ นายกรัฐมนตรี จะเป็นประธานการประชุมคณะกรรมการข้าว ในวันที่ 8 มีนาคม 2567"
    )
    assert when(event) == "2024-03-08"
    assert roles(event) == {("สมหมาย รักเรียน", "spokesperson"), ("ประสงค์ ดีเลิศ", "chair")}


SECOND = "นายวิชัย รักเรียน ปลัดจังหวัดระยอง"
"""Somebody else who may be there."""


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (f"{CHAIR} ให้การต้อนรับ{SECOND} และคณะ {HALL}", "attendee"),
        (f"{CHAIR} และ{SECOND} ลงพื้นที่ตรวจเยี่ยมชาวสวน {HALL}", "attendee"),
        (f"{CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL} ในการนี้ {SECOND} ร่วมให้การต้อนรับ", "host"),
        (f"{CHAIR} เปิดงานวันผลไม้ {HALL} โดยมีพระธรรมวิมล เจ้าอาวาสวัดป่าเลย เป็นประธานฝ่ายสงฆ์ {SECOND} เข้าร่วม", "attendee"),
    ],
)
def test_others_are_there_beside_who_leads(told: str, role: str) -> None:
    assert ("วิชัย รักเรียน", role) in roles(events(f"{TODAY} {told}")[0])


def test_the_clergy_has_a_chair_of_its_own() -> None:
    (event,) = events(
        f"{TODAY} พระธรรมวิมล เจ้าอาวาสวัดป่าเลย เป็นประธานฝ่ายสงฆ์ และ{CHAIR} เป็นประธานฝ่ายฆราวาส ในพิธีทอดกฐิน {HALL}"
    )
    assert roles(event) == {("พระธรรมวิมล", "chair"), ("สมชาย ใจดี", "chair")}


def test_a_further_visit_has_its_own_hosts() -> None:
    (_, visit) = events(f"{BOARD}\nจากนั้น เดินทางไปยังสวนแสงเหนือ อำเภอแกลง จังหวัดระยอง โดยมี{SECOND} ให้การต้อนรับ")
    assert roles(visit) == {("สมชาย ใจดี", "chair"), ("วิชัย รักเรียน", "host")}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (f"{CHAIR} เปิดเผยว่า ตนพร้อมด้วย{SECOND} ลงพื้นที่ตรวจเยี่ยมชาวสวน {HALL}", "chair"),
        (f"{CHAIR} เปิดเผยว่า ตนได้มอบหมายให้ {SECOND} ลงพื้นที่ตรวจเยี่ยมชาวสวน {HALL}", "delegate_of"),
        (f"{CHAIR} เปิดเผยว่า {SECOND} ลงพื้นที่ตรวจเยี่ยมชาวสวน {HALL}", None),
    ],
)
def test_who_speaks_of_a_visit_has_a_part_in_it_only_by_acting(told: str, role: str | None) -> None:
    (event,) = events(f"{TODAY} {told}")
    assert dict(roles(event)).get("สมชาย ใจดี") == role


@pytest.mark.parametrize(
    "told",
    [
        f"{CHAIR} เป็นประธานในพิธีมอบรางวัลคนดี {HALL} {SPOKESMAN} สรุปสาระสำคัญดังนี้",
        f"{SPOKESMAN} เปิดเผยหลังการประชุมคณะรัฐมนตรี เมื่อวันที่ 4 มีนาคม 2567 ว่า แผนใหม่ผ่านแล้ว",
    ],
)
def test_who_only_reports_has_no_part(told: str) -> None:
    (event,) = events(f"{TODAY} {told}")
    assert "สมหมาย รักเรียน" not in dict(roles(event))


def test_a_chair_may_give_the_keynote_too() -> None:
    event = events(f"{TODAY} กรมประมงจัดสัมมนาน้ำสะอาด โดยมี{CHAIR} เป็นประธานพร้อมกล่าวปาฐกถาพิเศษ {HALL}")[0]
    assert {("สมชาย ใจดี", "chair"), ("สมชาย ใจดี", "lecturer")} <= roles(event)


def test_those_named_after_the_list_came_too() -> None:
    (event,) = events(f"{BOARD.strip()} ในการนี้ {SECOND} และนางสมศรี มีสุข ปลัดอำเภอแกลง ร่วมพิธี")
    assert roles(event) >= {("วิชัย รักเรียน", "attendee"), ("สมศรี มีสุข", "attendee")}


def test_who_comes_together_with_others_leads_an_english_visit() -> None:
    company = "together with Minister of Transport Wichai Dee"
    (event,) = events(f"March 5, 2024, Prime Minister Somchai Jaidee, {company}, visited the port.")
    assert roles(event) == {("Somchai Jaidee", "chair"), ("Wichai Dee", "attendee")}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (f"{CHAIR} นำคณะเดินชมความงามของสวน {HALL} โดยมี{SECOND} เข้าร่วม", "chair"),
        (f"{CHAIR} ร่วมเวทีเสวนา “น้ำสะอาด” {HALL}", "lecturer"),
        (f"กรมประมงจัดสัมมนาน้ำสะอาด {HALL} โดยมี{CHAIR} บรรยายในหัวข้อ “น้ำ”", "lecturer"),
        (f"{SECOND} ลงพื้นที่ตรวจเยี่ยมชาวสวน {HALL} โดยมี{CHAIR} และเจ้าหน้าที่ รับการตรวจราชการ", "host"),
        (f"กรมประมงจัดประชุมผู้แทนสมาชิก {HALL} โดยมี{CHAIR} เป็นประธาน", "chair"),
    ],
)
def test_what_somebody_does_tells_their_part(told: str, role: str) -> None:
    assert ("สมชาย ใจดี", role) in roles(events(f"{TODAY} {told}")[0])


@pytest.mark.parametrize(
    ("written", "venue"),
    [
        ("ณ ตึกสันติไมตรี ทำเนียบรัฐบาล คณะชาวสวน", "ตึกสันติไมตรี ทำเนียบรัฐบาล"),
        ("ณ ตึกสันติไมตรี ทำเนียบรัฐบาล กรุงเทพฯ", "ตึกสันติไมตรี ทำเนียบรัฐบาล กรุงเทพฯ"),
        ("ณ ตลาดเก่า จังหวัดตาก กระทรวงวัฒนธรรม", "ตลาดเก่า จังหวัดตาก"),
        ("ณ วัดริมน้ำ\nตำบลบ้านสวน อำเภอแกลง จังหวัดระยอง", "วัดริมน้ำ\nตำบลบ้านสวน อำเภอแกลง จังหวัดระยอง"),
        ("ณ วัดริมน้ำ\nจังหวัดระยองมีวัดเก่า", "วัดริมน้ำ"),
        ("ณ วัดริมน้ำ\nชาวบ้านของวัดริมน้ำ อำเภอแกลง จังหวัดระยอง ดีใจ", "วัดริมน้ำ อำเภอแกลง จังหวัดระยอง"),
    ],
)
def test_a_venue_has_its_address_and_nobody_who_acts_there(written: str, venue: str) -> None:
    event = events(f"{TODAY} {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {written}")[0]
    assert event.venue is not None
    assert event.venue.text == venue


def test_a_name_without_any_space_is_bounded_and_stands_where_it_says() -> None:
    text = f"{HEAD}{TODAY} {CHAIR} เป็นประธานเปิดงาน{'ปลาดี' * 100} {HALL}\n"
    event = parse(text).events[0]
    assert event.name is not None
    assert event.name_span is not None
    assert len(event.name) < 300
    assert text[event.name_span.start : event.name_span.end] == event.name
