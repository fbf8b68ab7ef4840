"""The table of organisations, and who is meant by an abbreviation."""

from __future__ import annotations

import re

import pytest

from thaigov_extract import parse_officials
from thaigov_extract._lexicon import table
from thaigov_extract._organisations import meant_by, ministries, organisation_forms, organisations, owner_of
from thaigov_extract._people.words import position_words

AMBIGUOUS = ("ทช.", "กพร.", "กรอ.", "กอช.", "อส.", "สสว.", "สช.")


def test_parents_are_organisations_and_make_no_circle() -> None:
    known = organisations()
    for organisation in known.values():
        seen = {organisation.name}
        parent = organisation.parent
        while parent is not None:
            assert parent in known, organisation.name
            assert parent not in seen, organisation.name
            seen.add(parent)
            parent = known[parent].parent


def test_there_are_twenty_ministries_and_none_has_a_parent() -> None:
    ministries = [organisation for organisation in organisations().values() if organisation.kind == "ministry"]
    assert len(ministries) == 20
    assert {ministry.parent for ministry in ministries} == {None}


def test_departments_belong_to_a_ministry() -> None:
    known = organisations()
    for organisation in known.values():
        if organisation.kind == "department":
            assert organisation.parent is not None, organisation.name
            assert known[organisation.parent].kind == "ministry", organisation.name


def test_english_names_are_english_and_belong_to_one() -> None:
    english = [organisation.english for organisation in organisations().values() if organisation.english]
    assert all(name.isascii() for name in english)
    assert len(set(english)) == len(english)


def test_a_domain_is_of_the_state_and_belongs_to_one() -> None:
    domains = [organisation.domain for organisation in organisations().values() if organisation.domain]
    assert all(re.fullmatch(r"[a-z-]{3,12}\.go\.th", domain) for domain in domains)
    assert len(set(domains)) == len(domains) == 19


def test_a_position_names_the_domain_of_its_ministry() -> None:
    (official,) = parse_officials("ข่าว\nนายสมชาย ใจดี ปลัด มท. และประธานกรรมการองค์การตลาด")
    assert [position.organisation_domain for position in official.positions] == ["moi.go.th", None]


@pytest.mark.parametrize("abbreviation", AMBIGUOUS)
def test_an_abbreviation_with_several_owners_is_not_guessed(abbreviation: str) -> None:
    form = organisation_forms()[abbreviation]
    assert len(form.owners) > 1
    assert owner_of(form, f"อธิบดี {abbreviation} กล่าวว่า") is None


@pytest.mark.parametrize("abbreviation", AMBIGUOUS)
def test_the_definition_in_the_text_decides(abbreviation: str) -> None:
    form = organisation_forms()[abbreviation]
    for owner in form.owners:
        others = " ".join(other.name for other in form.owners)
        assert owner_of(form, f"{others} และ{owner.name} ({abbreviation}) ร่วมงาน") == owner


def test_the_only_parent_named_decides() -> None:
    form = organisation_forms()["ทช."]
    meant = owner_of(form, "กระทรวงคมนาคม สั่งการ ทช. ซ่อมถนน")
    assert meant is not None
    assert meant.name == "กรมทางหลวงชนบท"
    assert owner_of(form, "กระทรวงคมนาคม และกระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม สั่งการ ทช.") is None


def test_only_ministries_have_bare_names() -> None:
    for form in organisation_forms().values():
        if form.bare:
            assert {owner.kind for owner in form.owners} == {"ministry"}, form.written


def test_members_of_parliament_alone_hide_an_organisation() -> None:
    forms = organisation_forms()
    assert [phrase for phrase, word in position_words() if word.role == "office" and phrase in forms] == ["สส."]


@pytest.mark.parametrize("name", ["people", "positions", "organisations"])
def test_notes_and_values_have_no_stray_space(name: str) -> None:
    assert [row for row in table(name) for value in row.values() if value != value.strip()] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("กระทรวงมหาไทย", "กระทรวงมหาดไทย"),
        ("กระทรวงอุตสาหกกรม", "กระทรวงอุตสาหกรรม"),
        ("กรมการพัฒนาชุม", "กรมการพัฒนาชุมชน"),
        ("กรมปศุุสัตว์", "กรมปศุสัตว์"),
    ],
)
def test_a_slip_in_the_name_of_a_ministry_or_department_is_mended(written: str, meant: str) -> None:
    (official,) = parse_officials(f"ข่าว\nนายสมชาย ใจดี ที่ปรึกษา{written} ร่วมงาน")
    (position,) = official.positions
    assert (position.text, position.title, position.organisation) == (f"ที่ปรึกษา{written}", f"ที่ปรึกษา{meant}", meant)


@pytest.mark.parametrize("name", ["กระทรวงการค้าต่างประเทศ", "กระทรวงกีฬา", "กรมที่พัก", *ministries()])
def test_another_name_is_no_slip(name: str) -> None:
    assert meant_by(name) is None
