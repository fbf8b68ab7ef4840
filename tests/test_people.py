"""People as clusters of mentions: short forms, roles, quoted names, strangers."""

from __future__ import annotations

import pytest

from thaigov_extract import parse, parse_officials
from thaigov_extract._lexicon import phrases_of
from thaigov_extract._people.positions import read_positions
from thaigov_extract._people.words import Window, Words, position_words
from thaigov_extract._source import fold
from thaigov_extract.models import DiagnosticCode

LEAD = "นายสมชาย ใจดี ปลัดกระทรวงมหาดไทย ตรวจเยี่ยมจังหวัดเลย"


def mentions(text: str) -> list[str]:
    officials = parse_officials(text)
    assert len(officials) == 1, officials
    return [text[span.start : span.end] for span in officials[0].mentions]


@pytest.mark.parametrize(
    ("later", "written"),
    [
        ("นายสมชาย ให้กำลังใจประชาชน", "นายสมชาย"),
        ("นายสมชายฯ ให้กำลังใจประชาชน", "นายสมชาย"),
        ("นายสมชายกล่าวว่า งานเดินหน้า", "นายสมชาย"),
        ("นายสมชายใจดี ให้กำลังใจประชาชน", "นายสมชายใจดี"),
        ("ปลัด มท. ให้กำลังใจประชาชน", "ปลัด มท."),
        ("ปลัดกระทรวงมหาดไทย ให้กำลังใจประชาชน", "ปลัดกระทรวงมหาดไทย"),
        ("ปลัดสมชาย ให้กำลังใจประชาชน", "ปลัดสมชาย"),
        ("“สมชาย” ให้กำลังใจประชาชน", "สมชาย"),
        ("“สมชาย ใจดี” ให้กำลังใจประชาชน", "สมชาย ใจดี"),
        ("ปมท. ให้กำลังใจประชาชน", "ปมท."),
    ],
)
def test_a_short_form_is_the_same_person(later: str, written: str) -> None:
    assert mentions(f"ข่าว\n{LEAD}\n{later}") == ["นายสมชาย ใจดี", written]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("รัฐมนตรีว่าการกระทรวงมหาดไทย", "มท.1"),
        ("โฆษกประจำสำนักนายกรัฐมนตรี", "โฆษกฯ"),
        ("ปฏิบัติหน้าที่โฆษกประจำสำนักนายกรัฐมนตรี", "โฆษกฯ"),
        ("อธิบดีกรมคุ้มครองสิทธิและเสรีภาพ", "อธิบดีกรมคุ้มครองสิทธิฯ"),
        ("ผู้แทนการค้าไทย", "ผู้แทนการค้า"),
        ("นายกสมาคมแม่บ้านมหาดไทย", "นายกสมาคมแม่บ้านมหาดไทย"),
    ],
)
def test_a_title_in_short_means_its_only_holder(whole: str, short: str) -> None:
    lead = f"ข่าว\nนายสมชาย ใจดี {whole} ลงพื้นที่"
    assert mentions(f"{lead}\n{short} ให้กำลังใจประชาชน") == ["นายสมชาย ใจดี", short]
    officials = parse_officials(f"{lead} พร้อมด้วย นางสมศรี มีสุข {whole} เข้าร่วม\n{short} ให้กำลังใจประชาชน")
    assert [len(official.mentions) for official in officials] == [1, 1]


@pytest.mark.parametrize("later", ["ปลัด พม. ให้กำลังใจ", "รองปลัดกระทรวงมหาดไทย ให้กำลังใจ", "อธิบดีกรมที่ดิน ให้กำลังใจ"])
def test_another_office_is_another_person(later: str) -> None:
    assert mentions(f"ข่าว\n{LEAD}\n{later}") == ["นายสมชาย ใจดี"]


@pytest.mark.parametrize(
    "later",
    [
        *(f"{word}ปลัดกระทรวงมหาดไทย ให้กำลังใจ" for word in phrases_of("people", "not the holder", "")),
        *(f"ปลัดกระทรวงมหาดไทย{word}อื่น ให้กำลังใจ" for word in phrases_of("people", "not the holder", "behind")),
    ],
)
def test_a_title_that_tells_whose_somebody_is_does_not_mean_its_holder(later: str) -> None:
    assert mentions(f"ข่าว\n{LEAD}\nวันนี้ {later}") == ["นายสมชาย ใจดี"]


def test_a_title_behind_such_a_word_still_names_whom_it_names() -> None:
    assert mentions(f"ข่าว\n{LEAD}\nภาพของอดีตปลัดสมชาย ให้กำลังใจ") == ["นายสมชาย ใจดี", "ปลัดสมชาย"]


@pytest.mark.parametrize("short", ["ผู้ว่าฯ นครพนม", "ผู้ว่าฯนครพนม", "ผวจ.นครพนม"])
def test_a_governor_in_short_is_that_of_the_province(short: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย ใจดี {short} กล่าวว่า งานเดินหน้า")
    (position,) = official.positions
    assert (position.text, position.organisation) == (short, "จังหวัดนครพนม")
    whole = "ข่าว\nนายสมชาย ใจดี ผู้ว่าราชการจังหวัดนครพนม ลงพื้นที่"
    assert mentions(f"{whole}\n{short} ให้กำลังใจประชาชน") == ["นายสมชาย ใจดี", short]
    assert mentions(f"{whole}\nผู้ว่าฯ กระบี่ ให้กำลังใจประชาชน") == ["นายสมชาย ใจดี"]


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("เลขานุการรัฐมนตรีฯ", "เลขานุการรัฐมนตรีว่าการกระทรวงมหาดไทย"),
        ("รองปลัดฯ", "รองปลัดกระทรวงมหาดไทย"),
        ("โฆษกกระทรวงฯ ฝ่ายข้าราชการประจำ", "โฆษกกระทรวงมหาดไทย ฝ่ายข้าราชการประจำ"),
    ],
)
def test_a_title_that_leaves_its_ministry_out_is_of_the_one_named_last(short: str, whole: str) -> None:
    *_, official = parse_officials(f"ข่าว\n{LEAD}\nนางคาวา โมริ {short} กล่าวว่า งานเดินหน้า")
    (position,) = official.positions
    assert (position.text, position.title, position.organisation) == (short, whole, "กระทรวงมหาดไทย")


def test_the_head_of_another_government_is_not_ours() -> None:
    host = "นายสมชาย ใจดี นายกรัฐมนตรี ต้อนรับแขก"
    guest = "นายคาวา โมริ นายกรัฐมนตรีญี่ปุ่น เยือนไทย"
    found = {
        official.name: len(official.mentions)
        for official in parse_officials(f"ข่าว\n{host}\n{guest}\nนายกรัฐมนตรีญี่ปุ่นกล่าวว่า งานเดินหน้า")
    }
    assert found == {"สมชาย ใจดี": 1, "คาวา โมริ": 2}
    assert mentions(f"ข่าว\n{host}\nนายกรัฐมนตรีญี่ปุ่นกล่าวว่า งานเดินหน้า") == ["นายสมชาย ใจดี"]
    assert mentions(f"ข่าว\n{host}\nนายกรัฐมนตรีแห่งราชอาณาจักรไทย กล่าวว่า งานเดินหน้า")[1:]


def test_a_spelling_slip_makes_no_second_person() -> None:
    text = f"ข่าว\n{LEAD}\nนายสมชาย ใจดีี ปลัดกระทรวงมหาดไทย กล่าวว่า"
    assert [official.name for official in parse_officials(text)] == ["สมชาย ใจดี"]


def test_titles_without_end_come_to_an_end() -> None:
    officials = parse_officials("ข่าว\nนายสมชาย ใจดี " + "โฆษก " * 200)
    assert [official.name for official in officials] == ["สมชาย ใจดี"]


def test_one_given_name_of_two_people_is_reported() -> None:
    text = "ข่าว\nนายสมชาย ใจดี อธิบดีกรมประมง และนายสมชาย รักชาติ อธิบดีกรมที่ดิน เข้าร่วม นายสมชาย กล่าวว่า"
    release = parse(text)
    assert [official.name for official in release.officials] == ["สมชาย ใจดี", "สมชาย รักชาติ"]
    (remark,) = release.diagnostics
    assert remark.code == DiagnosticCode.AMBIGUOUS_PERSON
    assert remark.span is not None
    assert text[remark.span.start : remark.span.end] == "นายสมชาย"
    assert remark.span.end == text.index(" กล่าวว่า")


def test_a_man_and_a_woman_of_one_given_name_are_two_people() -> None:
    text = f"ข่าว\n{LEAD}\nนางสาวสมชาย ให้กำลังใจประชาชน"
    assert mentions(text) == ["นายสมชาย ใจดี"]
    text = "ข่าว\nนายสมชาย รักเรียน อธิบดีกรมประมง และนางสาวสมชาย รักเรียง อธิบดีกรมที่ดิน กล่าวว่า"
    assert [official.prefix for official in parse_officials(text)] == ["นาย", "นางสาว"]


@pytest.mark.parametrize("quotes", ["“”", '""', "‘’"])
def test_a_quoted_name_keeps_its_position_and_its_speech(quotes: str) -> None:
    name = f"{quotes[0]}นายสมชาย ใจดี{quotes[1]}"
    (held,) = parse_officials(f"{name} อธิบดีกรมประมง กล่าวว่า ดี")
    assert ([position.text for position in held.positions], held.quoted) == (["อธิบดีกรมประมง"], True)
    (speaker,) = parse_officials(f"{name} กล่าวว่า ดี")
    assert (speaker.positions, speaker.quoted) == ([], True)


def test_a_nickname_in_quotes_is_no_second_person() -> None:
    text = "ข่าว\nนายสมชาย ใจดี หรือ “นายกชาย” นายกองค์การบริหารส่วนตำบลคลองชุมชน กล่าวว่า ดี"
    assert [official.name for official in parse_officials(text)] == ["สมชาย ใจดี"]


def test_the_same_position_twice_is_one() -> None:
    text = f"ข่าว\n{LEAD}\nนายสมชาย ใจดี ปลัด มท. กล่าวว่า"
    (official,) = parse_officials(text)
    assert [position.text for position in official.positions] == ["ปลัดกระทรวงมหาดไทย"]


def test_a_name_in_the_other_script_is_no_second_person() -> None:
    text = "ข่าว\nนายหาน จื้อ (H.E. Mr. Han Zhi) เอกอัครราชทูตจีนประจำประเทศไทย กล่าวว่า"
    assert [official.name for official in parse_officials(text)] == ["หาน จื้อ"]


@pytest.mark.parametrize("given", phrases_of("people", "family"))
def test_a_family_name_that_begins_like_a_stop_is_read_whole(given: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย {given} อธิบดีกรมประมง กล่าวว่า")
    assert official.family_name == given


@pytest.mark.parametrize("prefix", [p for p in phrases_of("people", "prefix", "rank") if "(" not in p])
def test_every_rank_is_a_prefix(prefix: str) -> None:
    (official,) = parse_officials(f"ข่าว\n{prefix} สมชาย ใจดี อธิบดีกรมประมง กล่าวว่า")
    assert (official.prefix, official.name) == (prefix, "สมชาย ใจดี")


@pytest.mark.parametrize(
    "prefix", [*phrases_of("people", "prefix", "academic"), *phrases_of("people", "prefix", "medical")]
)
def test_every_title_is_a_prefix(prefix: str) -> None:
    (official,) = parse_officials(f"ข่าว\n{prefix}สมชาย ใจดี อธิบดีกรมประมง กล่าวว่า")
    assert (official.prefix, official.name) == (prefix, "สมชาย ใจดี")


def test_a_position_ends_in_bounded_time_whatever_follows() -> None:
    text = "ผู้อำนวยการ" + "กอง" * 20_000
    (position,), end = read_positions(Window(Words(fold(text)), 0), 0)
    assert position.hi <= end < 1_000


def test_the_longest_word_at_a_place_is_found_however_many_begin_alike() -> None:
    phrases = sorted({phrase for phrase, _ in position_words()}, key=len)
    for phrase in phrases:
        hit = Words(fold(f"{phrase}ฮ"))[0]
        assert hit is not None
        assert hit.row.phrase == phrase
    assert Words(fold("ฮฮฮ"))[0] is None
    assert Words(fold(""))[0] is None


@pytest.mark.parametrize("later", ["ได้สั่งทุกแห่งดำเนินการ", "รัฐบาลและกระทรวงยุติธรรม", "ไม่ควรกล่าวหาผู้อื่น"])
def test_no_family_name_begins_or_goes_on_like_a_sentence(later: str) -> None:
    assert mentions(f"ข่าว\n{LEAD}\nนายสมชาย {later}") == ["นายสมชาย ใจดี", "นายสมชาย"]


def test_an_office_of_a_ministry_is_one_position_however_short() -> None:
    text = "ข่าว\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน\nนายสมชาย ใจดี รัฐมนตรีแรงงาน กล่าวว่า งานเดินหน้า"
    (official,) = parse_officials(text)
    assert [position.title for position in official.positions] == ["รัฐมนตรีว่าการกระทรวงแรงงาน"]


def test_royalty_without_office_is_no_official() -> None:
    assert not parse_officials("ข่าว\nพลเอก หม่อมเจ้าสมชาย ใจดี เสด็จแทนพระองค์")


@pytest.mark.parametrize(
    ("written", "prefix", "name", "title"),
    [
        (
            "His Excellency General Somchai Jaidee (Ret.), Prime Minister of the Kingdom, met the press at the House",
            "His Excellency General",
            "Somchai Jaidee",
            "Prime Minister of the Kingdom",
        ),
        (
            "They met the guest, Dato’ Seri Somsak bin Jaidee, Minister of Works of Malaysia on the first of the days",
            "Dato’ Seri",
            "Somsak bin Jaidee",
            "Minister of Works of Malaysia",
        ),
    ],
)
def test_foreign_styles_are_prefixes_in_english(written: str, prefix: str, name: str, title: str) -> None:
    (official,) = parse_officials(written)
    assert (official.prefix, official.name) == (prefix, name)
    assert [position.title for position in official.positions] == [title]


def test_the_author_of_an_address_is_quoted() -> None:
    headline = "คำปราศรัย นายสมชาย ใจดี นายกรัฐมนตรี เนื่องในวันเด็ก"
    (official,) = parse_officials(f"{headline}\nวันเสาร์ที่ 14 มกราคม 2566\nขอให้เด็กทุกคนมีความสุข")
    assert official.quoted
    (official,) = parse_officials("บิดเบือนคำกล่าวของนายสมชาย ใจดี นายกรัฐมนตรี\nวันเสาร์ที่ 14 มกราคม 2566\nเรื่องนี้ไม่จริง")
    assert not official.quoted


def test_a_chair_behind_a_space_is_held_by_the_same_person() -> None:
    (official,) = parse_officials("ข่าว\nนายสมชาย ใจดี รองนายกรัฐมนตรี ประธานกรรมการสิ่งแวดล้อมแห่งชาติ ร่วมงาน")
    assert [position.text for position in official.positions] == ["รองนายกรัฐมนตรี", "ประธานกรรมการสิ่งแวดล้อมแห่งชาติ"]


ENGLISH = [
    (
        "Mr. Somchai Jaidee     Deputy Prime Minister and Minister of Commerce",
        ["Deputy Prime Minister", "Minister of Commerce"],
    ),
    ("Mr. Somchai Jaidee\u200b\u200bMinister of Public Health", ["Minister of Public Health"]),
    ("Mr. Somchai Jaidee\nPrime Minister", ["Prime Minister"]),
    (
        "Minister of Higher Education, Science, Research and Innovation Somchai Jaidee said",
        ["Minister of Higher Education, Science, Research and Innovation"],
    ),
    ("the Prime Minister's Secretary General Somchai Jaidee was there", ["Prime Minister's Secretary General"]),
    ("They met chairman of the Chamber of Commerce Somchai Jaidee.", ["chairman of the Chamber of Commerce"]),
    ("General Somchai Jaidee (Ret.) Prime Minister of the Kingdom", ["Prime Minister of the Kingdom"]),
    (
        "Minister of Interior Somchai Jaidee, acting Prime Minister, met",
        ["Minister of Interior", "acting Prime Minister"],
    ),
    ("President Somchai Jaidee, Governor of the province, and others", ["President"]),
    (
        "Somchai Jaidee, Vice President of Finance at ABC Chemical Public Company Limited, said",
        ["Vice President of Finance at ABC Chemical Public Company Limited"],
    ),
    (
        "Mr. Somchai Jaidee, Head of Banking Group, Bank of Siam Public Company Limited; and others",
        ["Head of Banking Group, Bank of Siam Public Company Limited"],
    ),
    ("Minister of Foreign Affairs (Somchai Jaidee) is to sign", ["Minister of Foreign Affairs"]),
    ("Prime Minister Somchai Jaidee of the Republic of Nowhere", ["Prime Minister"]),
    ("with the Minister of Interior, Gen. Somchai Jaidee, and others", ["Minister of Interior"]),
    ("According to the acting Governor, Gen. Somchai Jaidee was there", []),
    ("to appoint Mr. Somchai Jaidee as the new Governor of the Bank, effective today", ["Governor of the Bank"]),
    ("the meeting chaired by Mr. Somchai Jaidee as Chairman of the day", []),
    ("and WHO Director-General Somchai Jaidee to discuss", ["WHO Director-General"]),
    ("led by Assoc. Prof. Somchai Jaidee, Ph.D., Associate Dean, with an aim", ["Associate Dean"]),
    (
        "President Somchai Jaidee spoke. Mr. Somchai Jaidee, President of the Chamber of Commerce, left",
        ["President of the Chamber of Commerce"],
    ),
    ("Mr. Somchai Jaidee, Minister of Commerce and Governor Somsak Rakdee", []),
]


@pytest.mark.parametrize(("written", "titles"), ENGLISH)
def test_english_titles_stand_before_a_name_and_behind_it(written: str, titles: list[str]) -> None:
    officials = parse_officials(f"The fair of the people is open\n{written}\n")
    assert officials[0].name == "Somchai Jaidee"
    assert [position.title for position in officials[0].positions] == titles


@pytest.mark.parametrize(
    "written",
    [
        "The Governor of Nakhon Si Thammarat, the Prime Minister of Papua New Guinea and the CEO of Siam Group met.",
        "It is up to the Director-General of the Revenue Department, and the General Border Committee of the army.",
        "Her Royal Highness Princess Somsri Jaidee opened the hall on the day.",
    ],
)
def test_places_bodies_and_royalty_are_nobody_in_english(written: str) -> None:
    assert not parse_officials(f"The fair of the people is open\n{written}\n")


def test_an_english_title_alone_means_its_holder() -> None:
    text = (
        "Prime Minister Somchai Jaidee met Mr. Somsak Rakdee, Prime Minister of Nowhere, at the hall.\n"
        "According to the Prime Minister, the plan is good. PM urges all to help. The Thai Prime Minister left."
    )
    text = f"PM: the plan is good\n{text}\n"
    host, guest = parse_officials(text)
    written = [text[span.start : span.end] for span in host.mentions]
    assert written == ["PM", "Somchai Jaidee", "Prime Minister", "PM", "Thai Prime Minister"]
    assert (host.quoted, guest.quoted, len(guest.mentions)) == (True, False, 1)


def test_a_name_in_both_scripts_is_one_person() -> None:
    thai = "ดร.สมชาย ใจดี กรรมการผู้จัดการ ธนาคารออมสิน และนายภาสกร รักไทย อธิบดีกรมประมง ร่วมงาน"
    english = (
        "Dr. Somchai Jaidee, President of the Savings Bank, and Mr. Pasakorn Rakthai met Mr. John Brown, the Governor."
    )
    officials = parse_officials(f"ข่าว\n{thai}\n{english}\n")
    assert [official.name for official in officials] == ["สมชาย ใจดี", "ภาสกร รักไทย", "John Brown"]
    assert [len(official.mentions) for official in officials] == [2, 2, 1]
    assert [position.title for position in officials[0].positions] == ["กรรมการผู้จัดการ ธนาคารออมสิน"]


@pytest.mark.parametrize(
    ("title", "ministry"),
    [
        ("Deputy Minister of Finance", "กระทรวงการคลัง"),
        ("Minister of Labor", "กระทรวงแรงงาน"),
        ("Defense Minister", "กระทรวงกลาโหม"),
        ("Director-General of the Department of Fisheries", "กรมประมง"),
        ("Prime Minister", None),
    ],
)
def test_an_english_title_names_the_thai_organisation(title: str, ministry: str | None) -> None:
    (official,) = parse_officials(f"The fair\nThe guest of the day is {title} Somchai Jaidee.\n")
    assert [position.organisation for position in official.positions] == [ministry]


def test_a_police_chief_serves_the_police() -> None:
    (official,) = parse_officials("ข่าว\nพล.ต.อ.สมชาย ใจดี รองผู้บัญชาการตำรวจแห่งชาติ ร่วมงาน")
    assert [position.organisation for position in official.positions] == ["สำนักงานตำรวจแห่งชาติ"]


def positions_of(text: str) -> dict[str, list[str]]:
    return {official.name: [position.text for position in official.positions] for official in parse_officials(text)}


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        (
            "ข่าว\nแต่งตั้ง นายสมชาย ใจดี รองอธิบดีกรมประมง ให้ดำรงตำแหน่ง ผู้ตรวจราชการกระทรวงแรงงาน ตั้งแต่วันนี้",
            ["รองอธิบดีกรมประมง", "ผู้ตรวจราชการกระทรวงแรงงาน"],
        ),
        (
            "ข่าว\nรับทราบการแต่งตั้งนายสมชาย ใจดี รองปลัดกระทรวงแรงงาน เป็นโฆษกกระทรวงแรงงาน",
            ["รองปลัดกระทรวงแรงงาน", "โฆษกกระทรวงแรงงาน"],
        ),
        ("ข่าว\nนายสมชาย ใจดี รองปลัดกระทรวงแรงงาน เป็นประธานเปิดงาน", ["รองปลัดกระทรวงแรงงาน"]),
        ("ข่าว\nนายสมชาย                ใจดี อธิบดีกรมประมง", ["อธิบดีกรมประมง"]),
        ("ข่าว\nนายสมชาย ใจดี หรือ “ช้างน้อย” อธิบดีกรมประมง", ["อธิบดีกรมประมง"]),
        ("ข่าว\nนายสมชาย ใจดี รองนายกรัฐมนตรี รมว.มหาดไทย สั่งการ", ["รองนายกรัฐมนตรี", "รมว.มหาดไทย"]),
        ("ข่าว\nนายสมชาย ใจดี รองนายกรัฐมนตรี รมว.มหาดไทย นายอำเภอทุกแห่ง ร่วมงาน", ["รองนายกรัฐมนตรี"]),
        ("ข่าว\nนายสมชาย ใจดี ปลัดกระทรวงแรงงาน ที่ปรึกษานายกรัฐมนตรี กล่าวว่า งานดี", ["ปลัดกระทรวงแรงงาน", "ที่ปรึกษานายกรัฐมนตรี"]),
        ("ข่าว\nนายสมชาย ใจดี ปลัดกระทรวงแรงงาน ประธานการประชุมคณะทำงาน กล่าวว่า งานดี", ["ปลัดกระทรวงแรงงาน"]),
        ("ข่าว\nนายสมชาย ใจดี ปลัดกระทรวงแรงงาน ประธานกล่าวว่า งานดี", ["ปลัดกระทรวงแรงงาน"]),
        ("ข่าว\nพ.ต.สมชาย ใจดี ผบ.ร้อย.ทพ.2105 นำกำลัง", ["ผบ.ร้อย.ทพ.2105"]),
        ("ข่าว\nนายสมชาย ใจดี Vice Chairman, Siam Technology Group และคณะ", ["Vice Chairman, Siam Technology Group"]),
        ("ข่าว\nนายสมชาย ใจดีSenior Vice President และคณะ", ["Senior Vice President"]),
    ],
)
def test_a_person_has_the_positions_around_the_name(written: str, titles: list[str]) -> None:
    assert positions_of(written)["สมชาย ใจดี"] == titles


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("วิทยากร 2 คน ได้แก่ 1) {} 2) {} ร่วมบรรยาย", "วิทยากร"),
        ("มีสมาชิกสภาผู้แทนราษฎร จังหวัดเลย ให้การต้อนรับ ได้แก่ {} และ{} ร่วมงาน", "สมาชิกสภาผู้แทนราษฎร จังหวัดเลย"),
        ("แต่งตั้งกรรมการผู้ทรงคุณวุฒิ เนื่องจากชุดเดิมครบวาระสองปี ดังนี้\n1. {}\n2. {}\nตั้งแต่วันนี้", "กรรมการผู้ทรงคุณวุฒิ"),
        ("ฝ่ายสาขาการพยาบาลระดับชาติ ได้แก่ {} และ{}", None),
        ("นายอำเภอเข้าร่วมด้วยกันทุกคน จากนั้นมีการมอบเงินช่วยเหลือให้แก่ครอบครัว ได้แก่ {} และ{}", None),
    ],
)
def test_names_in_a_row_hold_the_office_before_the_row(written: str, title: str | None) -> None:
    found = positions_of("ข่าว\n" + written.format("นายสมชาย ใจดี", "นางสมศรี รักไทย"))
    assert found == {name: [title] if title else [] for name in ("สมชาย ใจดี", "สมศรี รักไทย")}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("รมว.พาณิชย์ “สมชาย ใจดี” เปิดตลาดนัด", {"สมชาย ใจดี": ["รมว.พาณิชย์"]}),
        ("วันนี้ รมว.พาณิชย์ “ขายดี กำไรงาม” คือเป้าหมาย", {}),
    ],
)
def test_a_headline_may_hold_a_name_in_quotes_behind_the_office(written: str, found: dict[str, list[str]]) -> None:
    assert positions_of(f"{written}\nเนื้อข่าว") == found


def test_an_honorific_of_a_neighbour_is_a_prefix() -> None:
    (official,) = parse("ข่าว\nหารือกับสมเด็จมหาบวรธิบดี สมชาย ใจดี นายกรัฐมนตรีกัมพูชา ที่ทำเนียบ").officials
    assert (official.prefix, official.name) == ("สมเด็จมหาบวรธิบดี", "สมชาย ใจดี")


def test_who_signs_an_english_statement_is_named_on_a_line_before_the_titles() -> None:
    written = "The Government has agreed to the plan.\n\nSomchai Jaidee\nDeputy Prime Minister\nKingdom of Thailand"
    assert positions_of(f"Statement\n{written}") == {"Somchai Jaidee": ["Deputy Prime Minister"]}


def test_a_foreign_name_of_many_words_ends_at_its_latin_letters() -> None:
    written = "นางอานา ลูซี กาบรัล โซเวน เพเทอร์ (H.E. Mrs. Ana Lucy Cabral Souven Peter) เอกอัครราชทูตชิลีประจำประเทศไทย"
    assert positions_of(f"ข่าว\n{written} เข้าพบ") == {"อานา ลูซี กาบรัล โซเวน เพเทอร์": ["เอกอัครราชทูตชิลีประจำประเทศไทย"]}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (
            "นายแสน ใจดี อธิบดีกรมประมง และรองอธิบดีกรมประมง (นายสุนทร รักไทย) ร่วม",
            {"แสน ใจดี": ["อธิบดีกรมประมง"], "สุนทร รักไทย": ["รองอธิบดีกรมประมง"]},
        ),
        (
            "นายแสน ใจดี ให้ดำรงตำแหน่ง เลขานุการรัฐมนตรี (รัฐมนตรีช่วยว่าการกระทรวงแรงงาน (นายสุนทร รักไทย))",
            {"แสน ใจดี": ["เลขานุการรัฐมนตรี"], "สุนทร รักไทย": ["รัฐมนตรีช่วยว่าการกระทรวงแรงงาน"]},
        ),
        ("และ รองนายกรัฐมนตรี สมชาย ใจดี รัฐมนตรีพาณิชย์ ร่วม", {"สมชาย ใจดี": ["รองนายกรัฐมนตรี", "รัฐมนตรีพาณิชย์"]}),
        ("นายสมชาย คล่องพยาบาล ที่ปรึกษารัฐมนตรี ร่วม", {"สมชาย คล่องพยาบาล": ["ที่ปรึกษารัฐมนตรี"]}),
        ("นายสมชาย ใจดีอธิบดี กรมประมง ร่วม", {"สมชาย ใจดี": ["อธิบดี กรมประมง"]}),
        ("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดสระบุรี ร่วม", {"สมชาย ใจดี": ["ผู้ว่าราชการจังหวัดสระบุรี"]}),
        ("นายสมชาย ใจดี ผู้อำนวยการโรงพยาบาลดี จ.ปราจีนบุรี ร่วม", {"สมชาย ใจดี": ["ผู้อำนวยการโรงพยาบาลดี จ.ปราจีนบุรี"]}),
        (
            "นายสมชาย ใจดี ที่ปรึกษาวิชาการ (นักวิเคราะห์ทรงคุณวุฒิ) ในฐานะโฆษกกรมประมง ร่วม",
            {"สมชาย ใจดี": ["ที่ปรึกษาวิชาการ (นักวิเคราะห์ทรงคุณวุฒิ)", "โฆษกกรมประมง"]},
        ),
        (
            "นายสมชาย ใจดี ประธานสมาคมคนดีไทยและนายสุนทร รักไทย กำนัน",
            {"สมชาย ใจดี": ["ประธานสมาคมคนดีไทย"], "สุนทร รักไทย": ["กำนัน"]},
        ),
        (
            "1. นายสมชาย ใจดี พ้นจากตำแหน่งอธิบดีกรมประมง และแต่งตั้งให้ดำรงตำแหน่งรองปลัดกระทรวงแรงงาน",
            {"สมชาย ใจดี": ["อธิบดีกรมประมง", "รองปลัดกระทรวงแรงงาน"]},
        ),
        ("นายสมชาย ใจดี (ภาคธุรกิจ)         กรรมการอื่น", {"สมชาย ใจดี": ["กรรมการอื่น"]}),
        ("โดยมีนายสมชาย ใจดี เป็นประธานอนุกรรมการ ร่วม", {"สมชาย ใจดี": ["ประธานอนุกรรมการ"]}),
        ("โดยมีนายสมชาย ใจดี เป็นประธานฝ่ายฆราวาส ร่วม", {"สมชาย ใจดี": []}),
        ("ได้แก่ เด็กชายสมชาย ใจดี และเด็กหญิงสมศรี รักไทย ร่วม", {}),
        ("ณ วัดนายโรง เขตบางกอกน้อย กรุงเทพมหานคร", {}),
        ("พลตรี สมชาย วิทยากรณ์ ปลัดอำเภอ ร่วม", {"สมชาย วิทยากรณ์": ["ปลัดอำเภอ"]}),
        ("เป็นศาสตราจารย์ด้านวิศวกรรมศาสตร์ และ", {}),
        ("ผู้บังคับบัญชา พลทหาร พร้อมด้วยคณะผู้บังคับบัญชา ร่วม", {}),
        ("โอนเงินให้สาย นายตรวจและเจ้าหน้าที่สายตรวจพิเศษ", {}),
        ("อาจารย์ยุคใหม่จึงต้องเป็นผู้อำนวยการในการเรียนรู้", {}),
        ("อาจารย์รุ่นใหม่หรือนักเรียนต้องเป็นผู้อำนวยการ", {}),
        ("ริมน้ำ ดิฉันขอขอบคุณ อดีตนายกรัฐมนตรี ร่วม", {}),
        ("ริมน้ำ ดิฉันเห็นว่า ทุกฝ่ายร่วมมือ", {}),
        ("อาสาสมัคร ครูริมน้ำ หมอริมคลอง อาสาสมัครสหกรณ์ ร่วม", {}),
        ("พบ คุณครูสมศรี ใจงาม ประธานมูลนิธิริมน้ำ และคณะ", {"สมศรี ใจงาม": ["ประธานมูลนิธิริมน้ำ"]}),
        ("เจ้าหน้าที่ทุกนาย โดยนายกรัฐมนตรีให้กำลังใจ", {}),
        ("ณ แปลงมะม่วงของ นายสมชาย ใจดี หมู่ 10", {}),
        (
            "นายสมชาย ใจดี ที่ปรึกษาโครงการผ้าไทย หน่วยงานภาคี และสื่อมวลชน ร่วม",
            {"สมชาย ใจดี": ["ที่ปรึกษาโครงการผ้าไทย"]},
        ),
        ("นายสมชาย ใจดี รองกรรมการ ผู้จัดการ ร่วม", {"สมชาย ใจดี": ["รองกรรมการ ผู้จัดการ"]}),
        ("พบ Mr. John Brown, Head of Global Policy และคณะ", {"John Brown": ["Head of Global Policy"]}),
        ("ได้แก่ นายสมชาย หมู่ 3 ตำบลดี ร่วม", {}),
        ("นายสมชาย ใจดี ปลัดอำเภอ เขต 2 นายสุนทร รักไทย กำนัน", {"สมชาย ใจดี": ["ปลัดอำเภอ เขต 2"], "สุนทร รักไทย": ["กำนัน"]}),
    ],
)
def test_each_position_goes_to_its_holder_whole(written: str, found: dict[str, list[str]]) -> None:
    assert positions_of(f"ข่าว\n{written}") == found


def test_a_headline_behind_a_short_name_is_no_family_name() -> None:
    (official,) = parse_officials("รมว.สมชาย ห่วงแรงงาน เผยแผนใหม่\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงแรงงาน กล่าวว่า งานดี")
    assert official.name == "สมชาย ใจดี"


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("รองปลัดกระทรวง สำนักงานปลัดกระทรวง", "สำนักงานปลัดกระทรวง"),
        ("ผู้ว่าราชการจังหวัด (นักปกครอง ระดับสูง) จังหวัดเลย", "จังหวัดเลย"),
        ("คณบดีคณะนิติศาสตร์ มหาวิทยาลัยดีงาม", "คณะนิติศาสตร์ มหาวิทยาลัยดีงาม"),
    ],
)
def test_the_bare_word_for_a_unit_is_no_organisation(title: str, organisation: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย ใจดี {title} ร่วมงาน")
    assert [position.organisation for position in official.positions] == [organisation]


@pytest.mark.parametrize("title", ["กรรมการธนาคาร", "ผู้จัดการกองทุนฯ", "ผู้ว่าราชการจังหวัด", "ผู้อำนวยการโรงเรียน"])
def test_a_kind_of_body_without_a_name_is_no_organisation(title: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย ใจดี {title} ร่วมงาน")
    assert [(position.title, position.organisation) for position in official.positions] == [(title, None)]


@pytest.mark.parametrize("organisation", ["สำนักงานชลประทานที่ 5", "ศูนย์พัฒนาฝีมือแม่น้ำเขต 12", "โรงเรียนวัดสวนแก้ว 2"])
def test_a_body_has_its_number(organisation: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย ใจดี ผู้อำนวยการ{organisation} ร่วมงาน")
    assert [position.organisation for position in official.positions] == [organisation]


def test_a_number_of_people_or_districts_is_no_part_of_a_body() -> None:
    (official,) = parse_officials("ข่าว\nนายสมชาย ใจดี รองปลัดกรุงเทพมหานคร 4 ร่วมงาน")
    assert [position.organisation for position in official.positions] == ["กรุงเทพมหานคร"]


def test_a_name_ends_before_the_next_that_is_glued_to_it() -> None:
    first, second = parse_officials("ข่าว\nที่ปรึกษา นายสมชาย อัจฉริยะวงศ์และนางสาวสมศรี ใจดี ปลัดจังหวัดเลย")
    assert (first.name, second.name) == ("สมชาย อัจฉริยะวงศ์", "สมศรี ใจดี")


def test_a_row_that_acts_for_an_office_does_not_hold_it() -> None:
    text = "ข่าว\nให้รองนายกรัฐมนตรีเป็นผู้รักษาราชการแทนนายกรัฐมนตรี ตามลำดับ ดังนี้\n1) นายสมชาย ใจดี\n2) นายสมศักดิ์ มั่นคง"
    held = [position for official in parse_officials(text) for position in official.positions]
    assert [(position.text, position.acting) for position in held] == [("ผู้รักษาราชการแทนนายกรัฐมนตรี", True)] * 2


def test_what_a_text_ends_with_does_not_change_how_it_begins() -> None:
    text = "ผอ.ทพ.2105 นายสมชาย ใจดี กล่าวว่า ดี จบ"
    first, second = (parse_officials(written)[0].positions for written in (text, text + "."))
    assert [position.text for position in first] == [position.text for position in second]
