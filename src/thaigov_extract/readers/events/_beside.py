"""Read the events that the sentence of the main one tells with it.

In:   Page and the main event.
Out:  Drafts: what the same people did there, what was opened on one of its days, whom they met before they spoke, what
      they prepare.
Not:  what other sentences tell.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of
from thaigov_extract.finders.places import Place
from thaigov_extract.readers.events._clauses import Anchor
from thaigov_extract.readers.events._days import attached_day
from thaigov_extract.readers.events._drafts import FRAMES, cabinet_name
from thaigov_extract.readers.events._evidence import Draft, stand_in
from thaigov_extract.readers.events._names import kind_in, name_of, prepared
from thaigov_extract.readers.events._places import object_of, place_of
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_MET_REACH = 450
_AFTER_REACH = 40
_LASTS = timedelta(days=2)
"""What is held on fewer than three days is told with its opening."""
_PLACE_BEHIND = 60


def part_from(page: Page, main: Draft) -> Draft | None:
    """Part from the main event what else its sentence tells, with the name or the people that are not its own."""
    met = _met_before(page, main)
    if met is not None:
        main.name = None
        return met
    if main.anchor.kind != "visit":
        return _seen_before(page, main) if main.cast.has("chair") else None
    met = _met_there(page, main)
    for part in met.cast.of("attendee") if met is not None else ():
        del main.cast[part]
    return met


def _seen_before(page: Page, main: Draft) -> Draft | None:
    """Return the visit that the sentence tells before what somebody presided over there."""
    clause, presides = main.clause, main.anchor.predicate.lo
    for cue in clause.events:
        if cue.lo >= presides or cue.value.value != "visit":
            continue
        if not _joins_on().search(page.text, cue.hi, presides):
            continue
        place = object_of(page, cue, presides) or main.place
        return _beside(main, Anchor.of_cue(cue), None, place)
    return None


def _met_there(page: Page, main: Draft) -> Draft | None:
    """Return the meeting that the sentence adds to a visit."""
    if main.day is None:
        return None
    after = main.anchor.cue.hi
    for cue in main.clause.events:
        row = cue.value
        if cue.lo < after or row.value != "meeting" or row.subject != "chair":
            continue
        if not _joined_on().search(page.text, after, cue.lo):
            continue
        anchor = Anchor.of_cue(cue)
        if (name := name_of(page, anchor)) is None:
            return None
        draft = _beside(main, anchor, name, main.place)
        behind = {mention.person.name for mention in page.people_in(cue.hi, main.clause.hi)}
        draft.cast.add_all(part for part in main.cast.of("attendee") if part[0] in behind)
        return draft
    return None


def _met_before(page: Page, main: Draft) -> Draft | None:
    """Return the meeting that a talk to the press tells of by its name, or comes after."""
    if main.anchor.kind != "press_conference":
        return None
    if main.name is None:
        return _met_just_before(page, main)
    match = _told_of_meeting().match(page.text, *main.name)
    if match is None:
        return None
    name = (match.start("meeting"), main.name[1])
    return Draft(main.clause, stand_in("meeting", name[0]), name, main.day, passage=name)


def _met_just_before(page: Page, main: Draft) -> Draft | None:
    """Return the meeting after which somebody speaks to the press, on the same day."""
    text, lo = page.text, main.lo
    for cue in page.cues_in(lo, lo + _MET_REACH):
        row = cue.value
        if row.reads_as != "event" or row.value not in ("meeting", "cabinet"):
            continue
        if _after().search(text, max(lo, cue.lo - _AFTER_REACH), cue.lo) is None:
            continue
        anchor = Anchor.of_cue(cue)
        name = cabinet_name(page, anchor) if row.value == "cabinet" else name_of(page, anchor)
        if name is None:
            return None
        return Draft(main.clause, anchor, name, main.day, passage=(cue.lo, name[1]))
    return None


@cache
def _after() -> re.Pattern[str]:
    return re.compile(one_of(rows("after")) + "$")


@cache
def _told_of_meeting() -> re.Pattern[str]:
    press, meeting = (one_of(rows(kind)) for kind in ("press_of", "meeting"))
    return re.compile(f"{press}(?P<meeting>{meeting})")


def held_around(page: Page, main: Draft) -> Draft | None:
    """Return what was opened or closed on one of the days on which the sentence says that it is held."""
    if not main.cast.has("chair") or main.anchor.kind not in FRAMES or main.day is None or main.name is None:
        return None
    one = main.day.expression
    for dated in page.dates_in(main.name[1], main.clause.hi):
        days = dated.expression
        around = days.kind == "range" and one.kind == "date" and days.start <= one.start <= days.end
        if around and days.end - days.start >= _LASTS and _spans().search(page.text, main.name[1], dated.lo):
            place = place_of(page, dated.hi, min(main.hi, dated.hi + _PLACE_BEHIND))
            anchor = stand_in(kind_in(page, *main.name) or "other", dated.lo)
            return Draft(main.clause, anchor, main.name, dated, place, passage=(dated.lo, main.hi))
    return None


def prepared_event(page: Page, main: Draft) -> Draft | None:
    """Return the event yet to come that the main one prepares."""
    end = main.clause.hi
    for cue in page.cues_in(main.hi, end):
        if cue.value.value == "future" and (day := attached_day(page, cue)) is not None:
            name = prepared(page, main.name) if main.name is not None else None
            place = place_of(page, cue.hi, end)
            draft = Draft(main.clause, Anchor.of_cue(cue, "other"), name, day, place, passage=(cue.lo, end))
            return draft if name or place else None
    return None


@cache
def _spans() -> re.Pattern[str]:
    return re.compile(one_of(rows("spans")) + "[^0-9]{0,16}$")


def _beside(main: Draft, anchor: Anchor, name: Range | None, place: Place | None) -> Draft:
    draft = Draft(main.clause, anchor, name, main.day, place)
    draft.cast = main.cast.of("chair")
    return draft


@cache
def _joins_on() -> re.Pattern[str]:
    return re.compile(f"[ ]{one_of(rows('joins_on'))}[^ \\n]{{0,12}}$")


@cache
def _joined_on() -> re.Pattern[str]:
    return re.compile(one_of(rows("joins_on")) + "[ ]?$")
