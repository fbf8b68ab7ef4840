"""Every row of data/cues.tsv says in a clause what the table claims for it."""

from __future__ import annotations

import pytest
from told import CHAIR

from thaigov_extract import Event, parse_events
from thaigov_extract._layout import lay_out
from thaigov_extract._lexicon import table
from thaigov_extract._source import fold
from thaigov_extract.finders import cues

HEAD = "ข่าวจังหวัด\n\n"
GUEST = "นายสมหมาย รักเรียน ปลัดจังหวัดระยอง"
PLACE = "ณ ห้องประชุมริมน้ำ ชั้น 2 โรงแรมริมน้ำ จังหวัดระยอง"
DAY = "วันที่ 5 มีนาคม 2567"
NAME = {"chair": "สมชาย ใจดี", "guest": "สมหมาย รักเรียน"}


def rows(reads_as: str, *forces: str) -> list[dict[str, str]]:
    return [r for r in table("cues") if r["reads_as"] == reads_as and (not forces or r["force"] in forces)]


def only_event(clause: str) -> Event:
    events = parse_events(HEAD + clause)
    assert events, clause
    return events[0]


def roles(event: Event) -> set[tuple[str, str]]:
    return {(part.name, part.role) for part in event.participants}


def kind(row: dict[str, str]) -> str:
    return "meeting" if row["value"] == "cabinet" else row["value"]


@pytest.mark.parametrize("row", rows("event", "act", "attend", "placed"), ids=lambda row: row["phrase"])
def test_an_act_makes_an_event_of_its_subject(row: dict[str, str]) -> None:
    act = f"{CHAIR} {row['phrase']}"
    event = only_event(f"{DAY} {PLACE} {act}" if row["reach"] == "speech" else f"{DAY} {act} {PLACE}")
    assert event.kind == kind(row)
    assert event.when is not None
    assert event.when.edtf == "2024-03-05"
    assert event.venue is not None
    assert event.venue.province == "ระยอง"
    assert (NAME["chair"], row["subject"]) in roles(event)


@pytest.mark.parametrize("row", rows("event", "goes"), ids=lambda row: row["phrase"])
def test_going_counts_where_the_place_stands_right_behind(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} {row['phrase']}วัดบ้านริมน้ำ จังหวัดระยอง")
    assert (event.kind, roles(event)) == (row["value"], {(NAME["chair"], row["subject"])})
    assert parse_events(f"{HEAD}{DAY} {CHAIR} {row['phrase']}ด้วยความยินดี") == []


@pytest.mark.parametrize("row", rows("event", "placed"), ids=lambda row: row["phrase"])
def test_talk_to_the_press_without_a_place_is_no_event(row: dict[str, str]) -> None:
    assert parse_events(f"{HEAD}{DAY} {CHAIR} {row['phrase']} ราคาน้ำมันลดลงต่อเนื่อง") == []


MET = [row for row in rows("event", "noun") if row["reach"] == "met" and row["value"] == "cabinet"]
PRESIDED = [row for row in rows("event", "noun", "weak") if row not in MET]


@pytest.mark.parametrize("row", MET, ids=lambda row: row["phrase"])
def test_those_who_met_did_so_on_the_day_behind(row: dict[str, str]) -> None:
    event = only_event(f"{GUEST} กล่าวว่า {row['phrase']} 5 มีนาคม 2567 มีมติเห็นชอบแผนใหม่")
    assert (event.kind, event.when is not None and event.when.edtf) == ("meeting", "2024-03-05")


@pytest.mark.parametrize("row", PRESIDED, ids=lambda row: row["phrase"])
def test_what_somebody_presides_over_gives_the_kind(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} เป็นประธาน{row['phrase']}ประจำเดือน {PLACE}")
    assert event.kind == kind(row)
    assert (NAME["chair"], "chair") in roles(event)


@pytest.mark.parametrize("row", rows("event", "held"), ids=lambda row: row["phrase"])
def test_a_body_that_holds_an_event_is_its_organiser(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} กรมการปกครอง {row['phrase']}ประจำเดือน {PLACE}")
    assert event.kind == kind(row)
    assert event.organiser == "กรมการปกครอง"


@pytest.mark.parametrize("row", rows("chair"), ids=lambda row: row["phrase"])
def test_a_chair_cue_makes_a_chair(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} {row['phrase']} การประชุมประจำเดือน {PLACE}")
    assert (NAME["chair"], "chair") in roles(event)


@pytest.mark.parametrize("row", rows("role"), ids=lambda row: row["phrase"])
def test_a_role_goes_to_the_people_before_it(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} เป็นประธานการประชุมประจำเดือน โดยมี {GUEST} {row['phrase']} {PLACE}")
    assert roles(event) == {(NAME["chair"], "chair"), (NAME["guest"], row["value"])}


@pytest.mark.parametrize("row", rows("assigns"), ids=lambda row: row["phrase"])
def test_who_assigned_is_told_from_who_acts(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} {row['phrase']} {GUEST} เป็นประธานการประชุมประจำเดือน {PLACE}")
    assert roles(event) == {(NAME["chair"], "delegate_of"), (NAME["guest"], "chair")}


@pytest.mark.parametrize("row", rows("assigned"), ids=lambda row: row["phrase"])
def test_who_is_assigned_acts(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} {row['phrase']} {GUEST} เป็นประธานการประชุมประจำเดือน {PLACE}")
    assert roles(event) == {(NAME["guest"], "delegate_of"), (NAME["chair"], "chair")}


@pytest.mark.parametrize("row", rows("leads"), ids=lambda row: row["phrase"])
def test_people_behind_a_leading_word_have_its_role(row: dict[str, str]) -> None:
    event = only_event(f"{DAY} {CHAIR} เป็นประธานการประชุมประจำเดือน {PLACE}\nโดยมี{row['phrase']} ได้แก่\n- {GUEST}")
    assert (NAME["guest"], row["value"]) in roles(event)


@pytest.mark.parametrize("row", rows("speech"), ids=lambda row: row["phrase"])
def test_a_bare_statement_is_no_event(row: dict[str, str]) -> None:
    assert parse_events(f"{HEAD}{DAY} {CHAIR} {row['phrase']} ราคาน้ำมันลดลงต่อเนื่อง") == []


SPOKEN = [row for row in table("cues") if row["reads_as"] != "shield"]
SHIELDS = rows("shield")


@pytest.mark.parametrize("row", SPOKEN, ids=lambda row: row["phrase"])
def test_a_row_speaks_where_its_phrase_stands(row: dict[str, str]) -> None:
    text = f"ก {row['phrase']} ข"
    found = [(m.lo, m.hi, m.value) for m in cues.find(lay_out(fold(text)))]
    assert (2, 2 + len(row["phrase"]), cues.Cue.of_row(row)) in found or row["phrase"].strip() != row["phrase"]


@pytest.mark.parametrize("row", SHIELDS, ids=lambda row: row["phrase"])
def test_a_shield_keeps_quiet(row: dict[str, str]) -> None:
    assert list(cues.find(lay_out(fold(f"ก {row['phrase']} ข")))) == []
