"""Places: phrases, their parts, and the tables of provinces and districts."""

from __future__ import annotations

from collections import Counter

import pycountry
import pytest
from pythainlp.corpus import provinces as provinces_of_pythainlp

from thaigov_extract import Venue, parse_events
from thaigov_extract._layout import lay_out
from thaigov_extract._lexicon import table
from thaigov_extract._source import fold
from thaigov_extract.finders import places

PARTS = (
    "room",
    "floor",
    "building",
    "site",
    "subdistrict",
    "district",
    "province",
    "province_code",
    "province_inferred",
)


def venue_of(phrase: str) -> Venue | None:
    """Return the venue of a ceremony held at `phrase`."""
    events = parse_events(f"ข่าวจังหวัด\n\nวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมการปกครอง เป็นประธานการประชุม ณ {phrase}")
    return events[0].venue


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        (
            "ห้องประชุมริมน้ำ ชั้น 5 อาคารรวมใจ กระทรวงมหาดไทย",
            {"room": "ห้องประชุมริมน้ำ", "floor": "5", "building": "อาคารรวมใจ", "site": "กระทรวงมหาดไทย"},
        ),
        (
            "วัดบ้านสวน ต.บ้านสวน อ.เมือง จ.ชลบุรี",
            {
                "site": "วัดบ้านสวน",
                "subdistrict": "บ้านสวน",
                "district": "เมือง",
                "province": "ชลบุรี",
                "province_code": "TH-20",
            },
        ),
        (
            "โรงแรมเดอะ ริเวอร์ พาเลซ กรุงเทพฯ",
            {"site": "โรงแรมเดอะ ริเวอร์ พาเลซ", "province": "กรุงเทพมหานคร", "province_code": "TH-10"},
        ),
        ("ศูนย์ราชการจังหวัดแพร่", {"site": "ศูนย์ราชการจังหวัดแพร่", "province": "แพร่", "province_code": "TH-54"}),
        ("สำนักงานเกษตรระยอง", {"site": "สำนักงานเกษตรระยอง", "province": "ระยอง", "province_code": "TH-21"}),
        ("วัดสวนสัก อำเภอหัวหิน", {"district": "หัวหิน", "province": "ประจวบคีรีขันธ์", "province_inferred": True}),
        ("วัดสวนสัก อำเภอเฉลิมพระเกียรติ", {"district": "เฉลิมพระเกียรติ", "province": None}),
        ("โรงเรียนบ้านสวน เขตดุสิต", {"district": "ดุสิต", "province": "กรุงเทพมหานคร", "province_inferred": True}),
        ("จังหวัดตากและจังหวัดน่าน", {"province": None, "province_code": None}),
        ("กรุงโตเกียว ประเทศญี่ปุ่น", {"province": None, "site": None}),
        ("ห้องเพชรบุรี โรงแรมริมน้ำ", {"room": "ห้องเพชรบุรี", "site": "โรงแรมริมน้ำ", "province": None}),
        ("ถนนเพชรบุรี เขตราชเทวี", {"district": "ราชเทวี", "province": "กรุงเทพมหานคร"}),
        ("ศาลาว่าการเมืองใหม่", {"site": "ศาลาว่าการเมืองใหม่"}),
        ("หอประชุมสถานเอกอัครราชทูต ณ กรุงฮานอย", {"province": None}),
        ("อาคาร 3 บริษัท จัดสวนรวมใจ จำกัด", {"building": "อาคาร 3", "site": "บริษัท จัดสวนรวมใจ จำกัด"}),
        ("อาคาร 2 การไฟฟ้าส่วนภูมิภาค", {"building": "อาคาร 2", "site": "การไฟฟ้าส่วนภูมิภาค"}),
    ],
)
def test_a_phrase_is_parted(phrase: str, parts: dict[str, object]) -> None:
    venue = venue_of(phrase)
    assert venue is not None
    assert venue.text == phrase
    assert {name: getattr(venue, name) for name in parts} == parts


@pytest.mark.parametrize(
    "tail",
    [
        " โดยมีผู้บริหารร่วมงาน",
        " เพื่อรับฟังปัญหา",
        " นายสมหมาย รักเรียน ปลัดจังหวัดระยอง กล่าวว่าฝนตก",
        " และผ่านระบบออนไลน์",
        " เมื่อวันที่ 5 มีนาคม 2567",
        "โดยมีผู้บริหารร่วมงาน",
        "โดยที่ประชุมได้พิจารณาเรื่องน้ำ",
        "ได้ให้การต้อนรับคณะ",
        "เพื่อแจ้งให้ทุกคนทราบ",
        " “บ้านสวน”",
        " และในโอกาสนี้ ฝนตก",
        " ท่ามกลางการต้อนรับของชาวบ้าน",
        "นายสมหมาย รักเรียน ปลัดจังหวัดระยอง กล่าวว่าฝนตก",
        "\nฝนตก",
    ],
)
def test_a_phrase_ends_where_something_else_begins(tail: str) -> None:
    venue = venue_of("ศาลากลางจังหวัดระยอง" + tail)
    assert venue is not None
    assert venue.text == venue.site == "ศาลากลางจังหวัดระยอง"


def test_a_phrase_that_ends_within_a_bracket_ends_before_the_blank() -> None:
    venue = venue_of("วัดริมน้ำ(เก่า ซึ่งมีสาระสำคัญ คือ 1) ขุดคลอง")
    assert venue is not None
    assert venue.text == "วัดริมน้ำ(เก่า"


@pytest.mark.parametrize("number", ["ห้อง 135", "123", "134-135", "(123)", "(134 - 135)"])
def test_the_number_behind_a_room_is_of_its_name_whatever_follows(number: str) -> None:
    venue = venue_of(f"ห้องประชุมกรมประมง {number} และผ่านระบบออนไลน์")
    assert venue is not None
    assert venue.text == venue.room == f"ห้องประชุมกรมประมง {number}"


@pytest.mark.parametrize("tail", [" 300 คน เข้าร่วม", " 12 มีนาคม 2567", " (2) ระดับกลาง"])
def test_a_count_a_day_or_a_mark_behind_a_room_is_not(tail: str) -> None:
    venue = venue_of(f"ห้องประชุมกรมประมง{tail}")
    assert venue is not None
    assert venue.text == "ห้องประชุมกรมประมง"


@pytest.mark.parametrize(
    "text",
    [
        "ข้อมูล ณ วันที่ 5 มีนาคม 2567",
        "ยอดหนี้ ณ สิ้นปี 2566",
        "ราคา ณ ปัจจุบัน",
        "นายสมชาย ใจดี ณ อยุธยา",
        "มูลค่า ณ ราคาคงที่",
        "กำไร ณ 30 มิถุนายน 2567",
        "คณะสงฆ์ณวัดใหม่",
    ],
)
def test_no_place(text: str) -> None:
    assert list(places.find(lay_out(fold(text)))) == []


@pytest.mark.parametrize("end", ["", " ปี ก\n", " 9\n"])
def test_what_a_text_ends_with_changes_nothing_at_its_beginning(end: str) -> None:
    assert list(places.find(lay_out(fold(f"ที่ปรึกษาคนเดินเรือ คนไทยยินดี ปี 2564{end}")))) == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("โรงแรมรามา การ์เด้นส์ เพื่อหารือ", "โรงแรมรามา การ์เด้นส์"),
        ("ตลาดริมน้ำ มาร์เก็ต จังหวัดตาก", "ตลาดริมน้ำ มาร์เก็ต จังหวัดตาก"),
        ("วัดริมน้ำ ตำบล ธงธานี อำเภอธวัชบุรี", "วัดริมน้ำ ตำบล ธงธานี อำเภอธวัชบุรี"),
        ("สหพันธรัฐรัสเซีย] เรื่องน้ำ", "สหพันธรัฐรัสเซีย"),
        ("หอสมุดแห่งชาติ และโรงละครแห่งชาติ 2) วัดริมน้ำ", "หอสมุดแห่งชาติ และโรงละครแห่งชาติ"),
        ("นครซานฟรานซิสโก สหรัฐอเมริกา) เรื่องน้ำ", "นครซานฟรานซิสโก สหรัฐอเมริกา"),
        ("ทำเนียบรัฐบาลโดยเริ่มจ่ายเงิน", "ทำเนียบรัฐบาล"),
    ],
)
def test_a_phrase_ends_before_a_mark_of_the_list_and_before_a_word_not_before_a_syllable(
    phrase: str, text: str
) -> None:
    venue = venue_of(phrase)
    assert venue is not None
    assert venue.text == text


@pytest.mark.parametrize("behind", ["", " เมืองทองธานี", " เมืองทองธานี จังหวัดนนทบุรี"])
def test_a_known_hall_is_the_site_whatever_stands_behind_it(behind: str) -> None:
    venue = venue_of("ฮอลล์ 8 อิมแพ็ค" + behind)
    assert venue is not None
    assert (venue.room, venue.site) == ("ฮอลล์ 8", ("อิมแพ็ค" + behind).removesuffix(" จังหวัดนนทบุรี"))


def test_a_province_that_is_visited_ends_before_what_is_done_there() -> None:
    text = "ข่าวจังหวัด\n\nวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมการปกครอง ลงพื้นที่แม่ฮ่องสอนส่งมอบบ้านใหม่แก่ผู้สูงอายุ"
    (event,) = parse_events(text)
    assert event.venue is not None
    assert (event.venue.text, event.venue.province) == ("แม่ฮ่องสอน", "แม่ฮ่องสอน")


def test_a_latin_name_behind_the_hour_is_a_place() -> None:
    text = "ข่าวสวน\n\nวันที่ 5 มีนาคม 2567 เวลา 09.00 น. ที่ Garden Hall ชั้น 2 นายสมชาย ใจดี อธิบดีกรมการปกครอง เปิดงานสวน"
    assert [event.venue.text for event in parse_events(text) if event.venue is not None] == ["Garden Hall ชั้น 2"]
    assert list(places.find(lay_out(fold("อันดับ (Rating) ที่ Baa1 และราคา 25 ที่ 3 บาท")))) == []


def test_a_diplomatic_post_is_no_venue() -> None:
    text = "ข่าวทูต\n\nวันที่ 5 มีนาคม 2567 นายสมชาย ใจดี เป็นประธานการประชุมร่วมกับสถานเอกอัครราชทูต ณ กรุงโตเกียว"
    assert parse_events(text)[0].venue is None


PROVINCES = [row for row in table("places") if row["reads_as"] == "province"]


def test_provinces_are_those_of_the_standard() -> None:
    # The standard has one more: the city of Pattaya.
    standard = {s.code for s in pycountry.subdivisions if s.country_code == "TH"} - {"TH-S"}
    assert {row["code"] for row in PROVINCES} == standard
    assert {row["value"] for row in PROVINCES} == set(provinces_of_pythainlp())
    assert len({row["value"] for row in PROVINCES}) == len(standard)


def test_each_province_has_one_code() -> None:
    assert all(count == 1 for count in Counter(v for v, _ in {(r["value"], r["code"]) for r in PROVINCES}).values())


def test_districts_lie_in_known_provinces() -> None:
    names = {row["value"] for row in PROVINCES}
    assert {row["province"] for row in table("districts")} == names
    assert len({row["phrase"] for row in table("districts")}) == len(table("districts"))


@pytest.mark.parametrize(
    ("phrase", "site"),
    [
        ("จังหวัดตรัง และโรงแรมทะเล", "โรงแรมทะเล"),
        ("อำเภอเมือง จังหวัดตรัง และจังหวัดพัทลุง", None),
        ("โรงแรมทะเล จังหวัดตรัง และจังหวัดพัทลุง", "โรงแรมทะเล"),
    ],
)
def test_the_conjunction_before_a_second_place_is_no_site(phrase: str, site: str | None) -> None:
    venue = venue_of(phrase)
    assert venue is not None
    assert venue.site == site


def english_venue(words: str) -> Venue | None:
    """Return the venue of a meeting that an English release tells with `words` behind its day."""
    body = (
        f"March 5, 2024, at 1400hrs, {words} Prime Minister Somchai Jaidee chaired a meeting on the water of the land."
    )
    events = parse_events(f"PM chairs a meeting\n\n{body} The members of the board met the press in the evening.")
    return events[0].venue


@pytest.mark.parametrize(
    ("words", "text", "parts"),
    [
        (
            "at the Lotus Room, River Building, Garden House,",
            "Lotus Room, River Building, Garden House",
            {"room": "Lotus Room", "building": "River Building"},
        ),
        (
            "at Riverside University, Tak province,",
            "Riverside University, Tak province",
            {"site": "Riverside University"},
        ),
        ("at the Garden Hotel", "Garden Hotel", {"building": "Garden Hotel"}),
        ("at the Prime Minister's Office of Japan", "Prime Minister's Office of Japan", {}),
        ("at the Water Hall, Garden D.C., River State", "Water Hall, Garden D.C., River State", {}),
    ],
)
def test_an_english_release_names_its_place_in_capitals(words: str, text: str, parts: dict[str, str]) -> None:
    venue = english_venue(words)
    assert venue is not None
    assert venue.text == text
    assert {part: getattr(venue, part) for part in parts} == parts
