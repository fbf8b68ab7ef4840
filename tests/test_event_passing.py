"""What a release tells in passing: second events with their day or place, visits and rounds on days of their own."""

from __future__ import annotations

import pytest
from told import BOARD, CHAIR, HALL, HEAD, TODAY, events, when

from thaigov_extract import parse


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
    _, further = events(f"{BOARD}\nทั้งนี้ {passing}")
    assert (further.kind, further.name, when(further)) == told


def test_a_meeting_named_at_its_place_needs_no_day() -> None:
    _, further = events(f"{BOARD}\nทั้งนี้ ตามที่ได้หารือกันในการประชุมผู้นำชาวนาเอเชีย ณ กรุงโตเกียว ประเทศญี่ปุ่น")
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
    assert len(events(f"{BOARD}\nทั้งนี้ {passing}")) == 1


@pytest.mark.parametrize("between", ["ภายใต้แนวคิด “ข้าวไทย ก้าวไกล” (Rice for All) ", "ณ วัดบ้านริมน้ำ จังหวัดระยอง "])
def test_a_theme_or_a_place_stands_between_a_name_and_its_day(between: str) -> None:
    _, further = events(f"{BOARD}\nทั้งนี้ กรมการปกครองได้จัดงานเวทีข้าวสัญจร ครั้งที่ 4 {between}ระหว่างวันที่ 12-14 เมษายน 2567")
    assert (further.name, when(further)) == ("เวทีข้าวสัญจร ครั้งที่ 4", "2024-04-12/2024-04-14")


def test_a_visit_on_a_day_of_its_own_is_told_beside_another() -> None:
    _, first, second = events(
        f"{BOARD}\nทั้งนี้ วันที่ 12 เมษายน 2567 จะลงพื้นที่อำเภอแกลง จังหวัดระยอง "
        "และวันที่ 13 เมษายน 2567 จะเดินทางไปยังวัดบ้านริมน้ำ จังหวัดตราด"
    )
    assert [(event.kind, when(event)) for event in (first, second)] == [
        ("visit", "2024-04-12"),
        ("visit", "2024-04-13"),
    ]


def test_what_was_named_alike_on_another_day_is_another_event() -> None:
    _, further = events(f"{BOARD}\nทั้งนี้ {CHAIR} ได้มอบนโยบายคณะกรรมการน้ำ เมื่อวันที่ 12 กุมภาพันธ์ 2567")
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
    told = events(f"{BOARD}\nทั้งนี้ คณะกรรมการข้าวมีการประชุมปีละ 2 ครั้ง ในเดือนมีนาคม และเดือนตุลาคม 2567")
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


@pytest.mark.parametrize(
    ("passing", "told"),
    [
        ("จัดงานตลาดนัดริมน้ำ ซึ่งจัดขึ้นตั้งแต่วันที่ 12 - 14 เมษายน 2567", ("other", "2024-04-12/2024-04-14")),
        ("กรมการปกครองได้จัดประชุมรับฟังความเห็นในเรื่องดังกล่าว เมื่อวันที่ 1 มีนาคม 2567", ("meeting", "2024-03-01")),
        ("ในวันนี้ยังได้จัดพิธีมอบวุฒิบัตรให้แก่อาสาสมัครรุ่นแรก", ("ceremony", "2024-03-05")),
        ("โดยวันพรุ่งนี้จะมีการจัดประชุมคณะทำงานร่วมด้านน้ำ ครั้งที่ 4", ("meeting", "2024-03-06")),
    ],
)
def test_the_day_of_a_further_event_may_be_a_word_or_stand_behind_a_pointer(
    passing: str, told: tuple[str, str]
) -> None:
    _, further = events(f"{BOARD}\nทั้งนี้ {passing}")
    assert (further.kind, when(further)) == told


def test_what_is_opened_since_a_day_has_no_day_of_its_own() -> None:
    assert len(events(f"{BOARD}\nทั้งนี้ จัดงานตลาดนัดริมน้ำ ซึ่งจัดขึ้นตั้งแต่วันที่ 12 เมษายน 2567")) == 1


@pytest.mark.parametrize("before", ["ยังคง", "โดยให้", "ขอให้"])
def test_what_is_ordered_or_goes_on_is_no_event(before: str) -> None:
    assert len(events(f"{BOARD}\nทั้งนี้ {before}ลงพื้นที่วัดบ้านริมน้ำ ระหว่างวันที่ 9 - 12 มีนาคม 2567")) == 1


PRESS = "วันนี้ (5 มีนาคม 2567) ณ โถงกลาง ตึกริมน้ำ ทำเนียบรัฐบาล นายสมชาย ใจดี นายกรัฐมนตรี "


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("กล่าวภายหลังการประชุมคณะรัฐมนตรี", ("การประชุมคณะรัฐมนตรี", [])),
        ("ให้สัมภาษณ์หลังการประชุมคณะกรรมการข้าว ครั้งที่ 1/2567", ("การประชุมคณะกรรมการข้าว ครั้งที่ 1/2567", [])),
    ],
)
def test_the_meeting_before_a_talk_to_the_press_is_an_event(
    after: str, told: tuple[str, list[tuple[str, str]]]
) -> None:
    talk, meeting = events(f"{PRESS}{after} ว่า ราคาข้าวดีขึ้น")
    assert (talk.kind, meeting.kind, when(meeting), meeting.venue) == (
        "press_conference",
        "meeting",
        "2024-03-05",
        None,
    )
    assert (meeting.name, [(part.name, part.role) for part in meeting.participants]) == told


def test_a_meeting_still_to_come_is_not_told_by_a_talk_before_it() -> None:
    assert len(events(f"{PRESS}ให้สัมภาษณ์ก่อนการประชุมคณะรัฐมนตรี ว่า ราคาข้าวดีขึ้น")) == 1


def test_what_follows_a_talk_to_the_press_is_not_the_talk_again() -> None:
    talk, visit = events(
        f"{PRESS}แถลงข่าวร่วมกับนายสมหมาย รักเรียน นายกรัฐมนตรีลาว\n"
        "ภายหลังเสร็จสิ้นการแถลงข่าวร่วม นายกรัฐมนตรี เยี่ยมชมนิทรรศการผ้า ณ หอศิลป์ริมน้ำ"
    )
    assert (talk.kind, visit.kind) == ("press_conference", "visit")


def test_today_is_the_day_of_the_first_lines_where_the_release_came_out_later() -> None:
    (meeting,) = events(
        "วันที่ 4 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมการปกครอง เปิดเผยว่า วันนี้ ตนได้มาลงพื้นที่ตรวจเยี่ยมวัดบ้านริมน้ำ จังหวัดระยอง"
    )
    assert (meeting.kind, when(meeting)) == ("visit", "2024-03-04")


@pytest.mark.parametrize(
    ("line", "kind"),
    [("เป็นประธานการประชุมคณะกรรมการข้าว", "meeting"), ("เข้าร่วมพิธีเปิดตลาดข้าวริมน้ำ", "opening")],
)
def test_a_line_broken_before_the_verb_goes_on(line: str, kind: str) -> None:
    (event,) = events(f"ในวันจันทร์ที่ 4 มีนาคม 2567 เวลา 13.30 น.\n{CHAIR}\n{line}\n")
    assert (event.kind, when(event)) == (kind, "2024-03-04")
    assert [part.name for part in event.participants] == ["สมชาย ใจดี"]


def test_a_second_event_may_be_told_as_fully_as_the_first() -> None:
    fair, talk = events(
        "กรมการปกครองชวนเที่ยวงานมหกรรมข้าวหอม ระหว่างวันที่ 22 - 26 มีนาคม 2567 ณ ศูนย์ประชุมริมน้ำ จังหวัดระยอง\n"
        f"วันนี้ (5 มีนาคม 2567) ณ ห้องประชุมดอกแก้ว กรมการปกครอง {CHAIR} แถลงข่าวงานมหกรรมข้าวหอม ว่าจะมีข้าวหอมมาก"
    )
    assert (fair.kind, when(fair)) == ("other", "2024-03-22/2024-03-26")
    assert (talk.kind, when(talk)) == ("press_conference", "2024-03-05")
    assert talk.venue is not None
    assert talk.venue.text == "ห้องประชุมดอกแก้ว กรมการปกครอง"


def test_what_is_yet_to_be_held_may_be_dated_by_its_year() -> None:
    _, further = events(f"{BOARD}\nทั้งนี้ การประชุมชาวนาเอเชีย ครั้งที่ 4 จะจัดขึ้นในปี 2568 ณ ประเทศญี่ปุ่น")
    assert (further.name, when(further)) == ("การประชุมชาวนาเอเชีย ครั้งที่ 4", "2025")
    assert len(events(f"{BOARD}\nทั้งนี้ การประชุมชาวนาเอเชีย ครั้งที่ 4 จะจัดขึ้นในปี 2566")) == 1


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("ลงนามในบันทึกความร่วมมือด้านข้าวหอม", "บันทึกความร่วมมือด้านข้าวหอม"),
        ("ลงนามประกาศเจตนารมณ์การดูแลแม่น้ำ", "ประกาศเจตนารมณ์การดูแลแม่น้ำ"),
    ],
)
def test_a_signing_has_the_day_before_those_who_signed(signed: str, name: str) -> None:
    _, further = events(
        f"{BOARD}\nทั้งนี้ เมื่อวันที่ 6 กุมภาพันธ์ 2567 กรมการปกครอง โดยสำนักงานส่งเสริมการเกษตรและชลประทานจังหวัดระยอง "
        f"และมหาวิทยาลัยริมน้ำ ได้{signed}"
    )
    assert (further.kind, further.name, when(further)) == ("signing", name, "2024-02-06")


@pytest.mark.parametrize("law", ["กฎกระทรวง", "ในระเบียบ", "พระราชกฤษฎีกา"])
def test_a_law_that_is_signed_is_no_event(law: str) -> None:
    assert events(f"{CHAIR} ลงนาม{law}ว่าด้วยการปลูกข้าว เริ่มใช้ในวันที่ 8 มีนาคม 2567") == []


def test_whom_somebody_receives_on_a_day_is_met() -> None:
    (meeting,) = events(f"วันที่ 4 มีนาคม 2567 {CHAIR} ให้การต้อนรับ นายสมหมาย รักเรียน ประธานหอการค้าลาว เพื่อกระชับความสัมพันธ์")
    assert (meeting.kind, when(meeting)) == ("meeting", "2024-03-04")
    assert [(part.name, part.role) for part in meeting.participants] == [
        ("สมชาย ใจดี", "host"),
        ("สมหมาย รักเรียน", "attendee"),
    ]


def test_what_only_the_headline_tells_has_its_day_there() -> None:
    told = parse(
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-เมื่อวันที่ 4 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมการปกครอง เยี่ยมคารวะปลัดจังหวัดระยอง\n"
        "\n\nวันอังคารที่ 5 มีนาคม 2567\nทั้งสองฝ่ายเห็นพ้องกันเรื่องข้าว"
    ).events
    assert [(event.kind, when(event)) for event in told] == [("meeting", "2024-03-04")]


def test_what_only_the_headline_tells_may_have_a_place_alone() -> None:
    told = parse(
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-นายสมชาย ใจดี อธิบดีกรมการปกครอง ลงพื้นที่ตลาดริมน้ำ จังหวัดน่าน\n"
        "\n\nวันอังคารที่ 5 มีนาคม 2567\nตลาดเปิดทุกวันเสาร์"
    ).events
    assert [(event.kind, event.venue and event.venue.province) for event in told] == [("visit", "น่าน")]


def test_an_event_without_a_place_is_held_where_it_is_told_again() -> None:
    _, fair = events(
        f"{BOARD}\nชาวบ้านพร้อมต้อนรับทุกท่าน ระหว่างวันที่ 12-14 เมษายน 2567 ณ ลานริมน้ำ จังหวัดน่าน\n"
        "ขอเชิญร่วมงานแสงเหนือแฟร์ ระหว่างวันที่ 12-14 เมษายน 2567"
    )
    assert (fair.name, fair.venue and fair.venue.province) == ("แสงเหนือแฟร์", "น่าน")


def test_who_is_named_where_an_event_is_told_again_was_there() -> None:
    meeting = f"{TODAY} {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด ครั้งที่ 2/2567"
    (told,) = events(f"{meeting}\n{meeting} {HALL} โดยมีนายวิชัย มีสุข ประธานสมาคมชาวสวน เข้าร่วมประชุม")
    assert [(part.name, part.role) for part in told.participants] == [("สมชาย ใจดี", "chair"), ("วิชัย มีสุข", "attendee")]


@pytest.mark.parametrize("told", ["แถลงความคืบหน้าการปลูกข้าวหอม", "แถลงสถานการณ์น้ำท่วม", "แถลงแนวทางการปลูกข้าวหอม"])
def test_what_is_told_the_press_is_a_press_conference(told: str) -> None:
    (talk,) = events(f"วันนี้ (5 มีนาคม 2567) ณ ห้องประชุมดอกแก้ว {CHAIR} {told}")
    assert (talk.kind, when(talk)) == ("press_conference", "2024-03-05")


@pytest.mark.parametrize("verb", ["เข้าอำลา", "เยี่ยมอำลา"])
def test_who_takes_leave_of_somebody_meets_a_host(verb: str) -> None:
    (meeting,) = events(f"วันนี้ (5 มีนาคม 2567) เวลา 10.00 น. ณ ห้องรับรอง นายสมหมาย รักเรียน ประธานหอการค้าลาว {verb}{CHAIR}")
    assert meeting.kind == "meeting"
    assert [(part.name, part.role) for part in meeting.participants] == [
        ("สมหมาย รักเรียน", "attendee"),
        ("สมชาย ใจดี", "host"),
    ]


def test_something_may_be_held_within_a_month() -> None:
    _, tour = events(f"{BOARD}\nทั้งนี้ จะมีการจัดประชุม ครม. สัญจร ภายในเดือนมิถุนายน 2567")
    assert (tour.kind, tour.name, when(tour)) == ("meeting", "ประชุม ครม. สัญจร", "2024-06")


@pytest.mark.parametrize("name", ["42nd ASEAN Summit", "UNEP Annual Conference", "APEC Ministerial Meeting"])
def test_the_english_name_of_a_meeting_tells_its_kind(name: str) -> None:
    (event,) = events(
        f"On 4 March 2024, Mr. Somchai Jaidee, Minister of Interior, attended the {name} in Rayong Province"
    )
    assert event.kind == "meeting"


def test_whom_somebody_met_before_speaking_makes_a_meeting_without_day_or_place() -> None:
    (meeting,) = events(f"{CHAIR} เปิดเผยภายหลังนายสมหมาย รักเรียน ประธานหอการค้าลาว เข้าพบ ว่า ทั้งสองฝ่ายเห็นพ้องกันเรื่องข้าว")
    assert (meeting.kind, when(meeting), meeting.venue) == ("meeting", None, None)
    assert {part.name for part in meeting.participants} == {"สมชาย ใจดี", "สมหมาย รักเรียน"}


def test_the_passage_of_an_event_ends_with_the_paragraph_in_which_the_last_of_it_is_told() -> None:
    told = (
        f"วันนี้ (5 มีนาคม 2567) เวลา 10.00 น. {CHAIR} เป็นประธานการประชุมคณะกรรมการพัฒนาข้าวหอมและแม่น้ำ ครั้งที่ 2/2567 {HALL} "
        "โดยมีหัวหน้าส่วนราชการในจังหวัดและผู้แทนชาวนาจากทุกอำเภอเข้าร่วมอย่างพร้อมเพรียงกัน"
    )
    text = f"{HEAD}{told}\nโดยนายสมชาย กล่าวว่า ข้าวหอมมีมาก"
    (meeting,) = parse(text).events
    assert text[meeting.span.start : meeting.span.end] == told
    invited = "พร้อมด้วย นายสมหมาย รักเรียน ปลัดจังหวัดระยอง"
    text = f"{HEAD}{told}\n{invited}"
    (meeting,) = parse(text).events
    assert text[meeting.span.start : meeting.span.end] == f"{told}\n{invited}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("ถวายพระพรเนื่องในวันปีใหม่", "ceremony"), ("ประชุมชาวนา ครั้งที่ 1/2567", "meeting"), ("มหกรรมข้าวหอม", "other")],
)
def test_a_name_tells_the_kind_where_the_verb_does_not(name: str, kind: str) -> None:
    (event,) = events(f"วันนี้ (5 มีนาคม 2567) {CHAIR} ร่วมงาน{name} {HALL}")
    assert event.kind == kind


@pytest.mark.parametrize(
    ("passing", "told"),
    [
        ("ทั้งนี้ ชาวบ้านพร้อมต้อนรับทุกท่าน ระหว่างวันที่ 12 - 14 เมษายน 2567 ณ ลานริมน้ำ จังหวัดน่าน", ["2024-04-12/2024-04-14"]),
        (
            "ทั้งนี้ ชาวบ้านพร้อมต้อนรับทุกท่าน ระหว่างวันที่ 12 - 14 เมษายน 2567 เวลา 10.00 น. ณ ลานริมน้ำ จังหวัดน่าน",
            ["2024-04-12/2024-04-14"],
        ),
        ("ทั้งนี้ ชาวบ้านพร้อมต้อนรับทุกท่าน ระหว่างวันที่ 12 เมษายน - 14 มิถุนายน 2567 ณ ลานริมน้ำ จังหวัดน่าน", []),
        ("ทั้งนี้ ชาวบ้านพร้อมต้อนรับทุกท่าน ในวันที่ 12 เมษายน 2567 ณ ลานริมน้ำ จังหวัดน่าน", []),
    ],
)
def test_what_lasts_for_days_at_a_place_needs_no_name(passing: str, told: list[str]) -> None:
    assert [when(event) for event in events(f"{BOARD}\n{passing}")][1:] == told


@pytest.mark.parametrize(
    ("told", "beyond"),
    [
        ("ณ ศาลาประชาคม", " โดยผลิตภัณฑ์ของชุมชนขายดีตลอดทั้งวัน"),
        ("ณ ศาลาประชาคม", " ซึ่งสร้างเสร็จมาแล้วหลายปี"),
        ("ณ ศาลาประชาคม ว่า", " ตลาดแห่งนี้จะช่วยให้ทุกคนมีรายได้"),
        ("ณ ศาลาประชาคม โดยมี นางสมศรี มีสุข นายอำเภอเมืองเลย เข้าร่วมกว่า 200 คน", " โดยทุกคนมีรายได้"),
    ],
)
def test_the_passage_of_an_event_ends_with_the_clause_that_tells_the_last_of_it(told: str, beyond: str) -> None:
    text = f"วันที่ 5 มีนาคม 2567 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดเลย เป็นประธานเปิดตลาดนัดชุมชน {told}"
    (event,) = parse(f"{text}{beyond}").events
    assert (event.span.start, event.span.end) == (0, len(text))
