"""Who takes part in an event, and as what, where the sentence tells it beside the main verb."""

from __future__ import annotations

import pytest
from told import BOARD, CHAIR, HALL, SPOKESMAN, TODAY, events

GUEST = "นายวิชัย มีสุข ประธานสมาคมชาวสวน"
OTHER = "นางสุดา รักไทย ปลัดจังหวัดระยอง"


def roles(body: str) -> dict[str, str]:
    """Return the role of everybody at the first event by given name."""
    return {part.name.split()[0]: part.role for part in events(body)[0].participants}


@pytest.mark.parametrize("sums_up", [f"โดย{SPOKESMAN} สรุปสาระสำคัญ ดังนี้", f"{SPOKESMAN} เปิดเผยสาระสำคัญ ดังนี้"])
def test_who_is_called_on_stays_the_host_where_a_spokesman_sums_up(sums_up: str) -> None:
    parts = roles(f"{TODAY} {HALL} {GUEST} เข้าเยี่ยมคารวะ {CHAIR} {sums_up}")
    assert (parts["วิชัย"], parts["สมชาย"]) == ("attendee", "host")


def test_only_the_spokesman_sums_up_behind_those_who_met_and_others() -> None:
    parts = roles(f"{BOARD} ร่วมกับ{GUEST} {OTHER} และผู้ที่เกี่ยวข้อง {SPOKESMAN} สรุปสาระสำคัญ ดังนี้")
    assert parts == {"สมชาย": "chair", "วิชัย": "attendee", "สุดา": "attendee", "สมหมาย": "spokesperson"}


def test_a_guest_who_speaks_stays_a_guest() -> None:
    parts = roles(f"{TODAY} {CHAIR} หารือกับ {GUEST} {HALL} นายวิชัย มีสุข กล่าวว่า ชาวสวนพร้อมร่วมมือ")
    assert parts == {"สมชาย": "chair", "วิชัย": "attendee"}


def test_those_listed_behind_the_host_are_guests() -> None:
    parts = roles(f"{TODAY} {HALL} คณะชาวสวน เข้าเยี่ยมคารวะ {CHAIR} โดยมี {GUEST} และ{OTHER} พร้อมด้วยสมาชิก")
    assert parts == {"สมชาย": "host", "วิชัย": "attendee", "สุดา": "attendee"}


def test_who_tells_of_another_with_a_bare_verb_does_not_preside() -> None:
    parts = roles(f"{TODAY} {SPOKESMAN} เผย {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL}")
    assert parts == {"สมหมาย": "spokesperson", "สมชาย": "chair"}


def test_who_is_called_on_at_a_temple_is_the_host() -> None:
    parts = roles(f"{TODAY} {CHAIR} กราบนมัสการพระเทพมงคล เจ้าอาวาสวัดริมน้ำ พร้อมตรวจเยี่ยมวัดริมน้ำ จังหวัดระยอง")
    assert parts["พระเทพมงคล"] == "host"


def test_who_stands_before_after_the_meeting_does_not_speak_for_the_spokesman() -> None:
    parts = roles(f"{TODAY} {HALL} {CHAIR} ได้หารือทางโทรศัพท์กับ{OTHER} ภายหลังการหารือ {SPOKESMAN} ได้เปิดเผยสาระสำคัญ ดังนี้")
    assert parts == {"สมชาย": "chair", "สุดา": "attendee", "สมหมาย": "spokesperson"}


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        (f"การประชุมคณะกรรมการจังหวัด ครั้งที่ 2/2567 ซึ่งมี{GUEST} เป็นประธาน", "chair"),
        (f"การประชุมคณะกรรมการจังหวัด ครั้งที่ 2/2567 ซึ่งมี{GUEST} เข้าร่วมด้วย", "attendee"),
        (f"การประชุม ครั้งที่ 2/2567 ตามข้อสั่งการของคณะกรรมการจังหวัดระยองและที่ปรึกษา ภายใต้การนำของ{GUEST} เป็นประธาน", None),
    ],
)
def test_a_relative_clause_tells_who_was_at_the_event_before_it(clause: str, part: str | None) -> None:
    assert roles(f"{TODAY} {HALL} {CHAIR} เข้าร่วม{clause}").get("วิชัย") == part


@pytest.mark.parametrize(
    "told",
    [
        f"{CHAIR} พร้อมด้วย {OTHER} จัดกิจกรรมปลูกป่าชายเลน",
        f"{CHAIR} มอบหน้ากากอนามัยให้โรงพยาบาลริมน้ำ โดยมี{OTHER} ให้การต้อนรับ",
        f"{GUEST} มอบหมายให้ {CHAIR} รับเรื่องร้องทุกข์ของชาวสวนจาก{OTHER}",
    ],
)
def test_who_is_joined_received_or_sent_leads_what_no_verb_of_an_event_tells(told: str) -> None:
    assert roles(f"{TODAY} {HALL} {told}")["สมชาย"] == "chair"


def test_the_order_of_a_body_and_those_who_lead_it_is_one_row() -> None:
    parts = roles(f"{TODAY} {HALL} {CHAIR} {OTHER} และผู้บริหารสมาคม นำโดย {GUEST} ร่วมประชุมหารือเรื่องน้ำ")
    assert parts == {"สมชาย": "attendee", "สุดา": "attendee", "วิชัย": "attendee"}


@pytest.mark.parametrize(
    ("later", "part"),
    [
        (f" โดยได้รับเมตตาจาก {GUEST} นำสวดมนต์", "attendee"),
        (f" ร่วมด้วย {GUEST} และเจ้าหน้าที่", "attendee"),
        (f" โดยมีผู้บริหารระดับสูงเข้าร่วม อาทิ {GUEST}", "attendee"),
        (f"\nทั้งนี้ มีบุคคลสำคัญเข้าร่วมด้วย ดังนี้\n{OTHER} {GUEST}", "attendee"),
        (f"\nจากนั้น ได้ไปชมตลาดน้ำ โดยมีผู้แทนเข้าร่วมด้วย ดังนี้\n{OTHER} {GUEST}", None),
    ],
)
def test_those_who_came_are_named_behind_the_event(later: str, part: str | None) -> None:
    assert roles(BOARD + later).get("วิชัย") == part


def test_a_line_that_begins_with_between_whom_goes_on_with_the_signing() -> None:
    between = f"ระหว่าง กรมการปกครอง กับสมาคมชาวสวน {HALL} โดยมี {GUEST} ร่วมเป็นสักขีพยาน"
    assert roles(f"{TODAY} {CHAIR} ร่วมลงนามบันทึกความเข้าใจว่าด้วยน้ำ\n{between}") == {
        "สมชาย": "signatory",
        "วิชัย": "attendee",
    }
