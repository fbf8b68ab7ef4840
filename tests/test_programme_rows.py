"""Rows of the tables of subjects and programmes prove what they claim."""

from __future__ import annotations

import pytest

from thaigov_extract import parse_flagship_projects, parse_lists, parse_policies
from thaigov_extract._layout import lay_out
from thaigov_extract._lexicon import table
from thaigov_extract._source import fold
from thaigov_extract.finders import lists
from thaigov_extract.finders.lists import Subject


def subjects_of(clause: str) -> list[tuple[str, Subject]]:
    """Return the nouns that stand before the lists of a clause, with their readings."""
    source = fold(f"ข่าววันนี้\n{clause}")
    found = [mention.value for mention in lists.find(lay_out(source))]
    assert found, f"no list in {clause!r}"
    return [(source.text[lo:hi], subject) for written in found for lo, hi, subject in written.subjects]


@pytest.mark.parametrize("row", table("subjects"), ids=lambda row: row["phrase"])
def test_a_noun_is_read_as_its_row_claims(row: dict[str, str]) -> None:
    found = subjects_of(row["proof"])
    if row["reads_as"] == "shield":
        assert not [phrase for phrase, _ in found if phrase in row["phrase"]]
    else:
        assert (row["phrase"], Subject(row["reads_as"], row["value"])) in found


@pytest.mark.parametrize("name", ["subjects", "programmes"])
def test_every_row_has_a_proof(name: str) -> None:
    assert [row["phrase"] for row in table(name) if not row["proof"]] == []


def rows_of(*kinds: str) -> list[dict[str, str]]:
    rows = [row for row in table("policies") if row["reads_as"] in kinds]
    assert {row["reads_as"] for row in rows} == set(kinds)
    return rows


@pytest.mark.parametrize(
    "row", rows_of("aspect", "discussing", "matter", "topical", "drawing_up", "ending"), ids=lambda row: row["phrase"]
)
def test_a_word_before_a_list_makes_it_a_policy(row: dict[str, str]) -> None:
    assert len(parse_policies(f"ข่าววันนี้\n{row['proof']}")) == 1


@pytest.mark.parametrize(
    "row", rows_of("judging", "telling", "idle", "no_aspect", "reporting"), ids=lambda row: row["phrase"]
)
def test_a_word_makes_a_list_no_policy(row: dict[str, str]) -> None:
    assert row["phrase"] in row["proof"]
    assert parse_policies(f"ข่าววันนี้\n{row['proof']}") == []


@pytest.mark.parametrize(
    "clause",
    [
        "เทศบาลพูดถึงน้ำ 2 ด้าน ได้แก่ 1) น้ำในคลอง 2) ต้นไม้ริมคลอง",
        "เทศบาลพูดถึงน้ำ ดังนี้ 1) ดูแลคลอง 2) ปรับตลาด 3) เปิดสวน",
        "เทศบาลช่วยชุมชน ดังนี้ 1) การดูแลริมคลอง 2) การดูแลในตลาด 3) การดูแลที่สวน",
        "มติที่ประชุมให้ดูแลคลอง ดังนี้ 1) คลองยาว 2) ตลาดกว้าง",
    ],
)
def test_without_such_a_word_it_is_one(clause: str) -> None:
    assert len(parse_policies(f"ข่าววันนี้\n{clause}")) == 1


@pytest.mark.parametrize("row", rows_of("no_body"), ids=lambda row: row["phrase"])
def test_a_common_word_is_no_issuer(row: dict[str, str]) -> None:
    (policy,) = parse_policies(f"ข่าววันนี้\n{row['proof']}")
    assert row["phrase"] not in (policy.issuer or "")


@pytest.mark.parametrize(
    "words",
    [
        "นายสมชาย ใจดี โฆษกประจำสำนักนายกรัฐมนตรี กล่าวว่า มีนโยบาย 2 ด้าน",
        "นายสมชาย ใจดี โฆษกรัฐบาล กล่าวว่า มอบนโยบาย 2 ด้าน",
    ],
)
def test_a_spokesman_and_his_office_are_no_issuer(words: str) -> None:
    (policy,) = parse_policies(f"ข่าววันนี้\n{words} คือ 1) คลองใส 2) คลองสะอาด")
    assert policy.issuer is None


@pytest.mark.parametrize("row", rows_of("government"), ids=lambda row: row["phrase"])
def test_the_government_is_whose_policy_it_is_where_it_acts(row: dict[str, str]) -> None:
    (policy,) = parse_policies(f"ข่าววันนี้\n{row['proof']}")
    assert policy.issuer == row["phrase"]


@pytest.mark.parametrize("row", rows_of("appointing"), ids=lambda row: row["phrase"])
def test_another_decision_ends_a_name(row: dict[str, str]) -> None:
    (policy,) = parse_policies(f"{row['proof']}\nเทศบาลตรวจตลาดทุกวัน")
    assert policy.name == "แผนปฏิบัติการด้านคลองใส พ.ศ. 2568"


@pytest.mark.parametrize(
    "row", [row for row in table("programmes") if row["reads_as"] == "others"], ids=lambda row: row["phrase"]
)
def test_others_are_no_project(row: dict[str, str]) -> None:
    assert [project.name for project in parse_flagship_projects(f"ข่าววันนี้\n{row['proof']}")] == ["โครงการคลองใส"]


def test_a_name_holds_its_phase_and_the_period_is_the_last() -> None:
    name = "แผนพัฒนาคลองแห่งชาติ ฉบับที่ 1 (พ.ศ. 2561 - 2580) ระยะที่ 2 (พ.ศ. 2566 - 2570)"
    (policy,) = parse_policies(f"ครม. เห็นชอบ{name}\nเทศบาลตรวจตลาดทุกวัน")
    assert policy.name == name
    assert policy.period is not None
    assert policy.period.edtf == "2023/2027"


def test_how_a_thing_is_done_is_one_item() -> None:
    told = "สอนเด็กริมคลอง ตั้งเครือข่ายเฝ้าระวัง ทำงานอย่างรวดเร็ว โปร่งใส และเป็นธรรม"
    (found,) = parse_lists(f"ข่าววันนี้\nมาตรการ ได้แก่ {told}")
    assert [item.text for item in found.items] == told.split(" ", 2)


def rows_of_lists(kind: str) -> list[str]:
    return [row["phrase"] for row in table("lists") if row["reads_as"] == kind]


@pytest.mark.parametrize("bullet", rows_of_lists("bullet"))
def test_every_bullet_begins_items(bullet: str) -> None:
    (found,) = parse_lists(f"ข่าววันนี้\nมาตรการ ดังนี้\n{bullet} คลองใสสะอาด\n{bullet} ตลาดริมคลอง")
    assert [item.text for item in found.items] == ["คลองใสสะอาด", "ตลาดริมคลอง"]


@pytest.mark.parametrize("letter", rows_of_lists("letter")[1:])
def test_every_letter_numbers_items(letter: str) -> None:
    letters = rows_of_lists("letter")
    before = letters[: letters.index(letter) + 1]
    (found,) = parse_lists("ข่าววันนี้\nมาตรการ ดังนี้\n" + "\n".join(f"{mark}) คลองใสสะอาด" for mark in before))
    assert [item.marker for item in found.items] == [f"{mark})" for mark in before]


@pytest.mark.parametrize("meaning", rows_of_lists("meaning"))
def test_letters_are_spelled_out(meaning: str) -> None:
    (found,) = parse_lists(f"ข่าววันนี้\nหลัก ABC ได้แก่ A {meaning} Air B {meaning} Bio และ C {meaning} City")
    assert len(found.items) == 3


@pytest.mark.parametrize("word", rows_of_lists("no_break"))
def test_such_a_word_ends_no_list(word: str) -> None:
    (found,) = parse_lists(f"ข่าววันนี้\nมาตรการ ดังนี้ 1) ระยะต้น 2) ระยะที่สอง (พ.ศ. 2570 {word}) ทำคลอง 3) ระยะท้าย")
    assert [item.text for item in found.items][1:] == [f"ระยะที่สอง (พ.ศ. 2570 {word}) ทำคลอง", "ระยะท้าย"]


@pytest.mark.parametrize("word", rows_of_lists("no_letter"))
def test_such_a_word_is_no_counted_letter(word: str) -> None:
    (found,) = parse_lists(f"ข่าววันนี้\nมาตรการในปี 3 {word}: ได้แก่ 1) คลองใส 2) คลองสะอาด")
    assert found.declared_count is None
