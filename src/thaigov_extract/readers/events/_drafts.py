"""Read the event that a clause tells, with its circumstances.

In:   Page and its clauses.
Out:  Draft: what a clause leads with, holds on a day of its own, or tells in passing.
Not:  which of them the release is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.models import Role
from thaigov_extract.readers.events._clauses import Anchor, Clause, further, leading
from thaigov_extract.readers.events._days import (
    attached_day,
    day_told_before,
    held_day,
    past_day_before,
    placed_days,
    when,
    word_day,
)
from thaigov_extract.readers.events._evidence import Draft, borne_out, stand_in
from thaigov_extract.readers.events._names import (
    begins_back,
    kind_in,
    name_of,
    named_before,
    named_right_before,
    points_back,
)
from thaigov_extract.readers.events._others import doers
from thaigov_extract.readers.events._people import participants
from thaigov_extract.readers.events._places import is_area, object_of, place_of
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Dated, Page

DONE_BY: dict[str, Role] = {"signing": "signatory", "seminar": "lecturer"}
MAY_BE_HELD = ("held", "noun")
_MET = ("meeting", "seminar")
"""What is told by its name and its place alone."""
FRAMES = ("opening", "closing")
"""What begins or ends another event, which its name tells of."""
NAMELESS_RANK = 2
"""Kinds of a smaller rank are told apart without a name."""
_REPORTED_AT_ONCE = 12
"""A cabinet meeting told this near behind the verb of speech was held on the day of the speech."""
_DAY_BEFORE = 90
_DAY_BEHIND = 560
"""A further event has its day within these distances of its cue: behind the longest name."""
_PLACE_BEHIND = 60
_LONGEST_FAIR = timedelta(days=20)
_HISTORY = timedelta(days=1_100)
_NEXT_TO_NAME = 20
_RIGHT_BEHIND = 3
_NAME_BEFORE = 160
_NAME_REACH = 260


def long_ago(page: Page, draft: Draft) -> bool:
    """Tell whether an event is history that a release only recalls; a slip in the year is no more than one."""
    if draft.day is None or page.published is None:
        return False
    return page.published.start - draft.day.expression.start > _HISTORY


def near_a_day(page: Page, anchor: Anchor) -> bool:
    """Tell whether a day stands where one may belong to the event of `anchor`."""
    before = 2 * _DAY_BEFORE if anchor.kind in DONE_BY else _DAY_BEFORE
    near = page.dates_in(anchor.cue.lo - before, anchor.cue.lo + _DAY_BEHIND)
    return bool(near) or day_told_before(page, anchor.cue) is not None


def _held(page: Page, clause: Clause) -> Draft | None:
    """Return what a clause says is held on a day at a place, though it names no kind."""
    lo, hi = clause.lo, clause.hi
    draft = next(held_ones(page, clause), None)
    if draft is not None and draft.place is not None:
        draft.cast = participants(page, lo, hi)
        return draft
    return None


def held_ones(page: Page, clause: Clause) -> Iterator[Draft]:
    """Yield what is held on a day written at the word for holding, by the name that stands before it."""
    for cue in clause.of("held"):
        day = attached_day(page, cue) if cue.value.value != "organiser_after" else None
        if day is not None:
            name = named_before(page, max(clause.lo, cue.lo - _NAME_BEFORE), cue.lo)
            place = place_of(page, day.hi, min(clause.hi, day.hi + _PLACE_BEHIND))
            yield Draft(clause, Anchor.of_cue(cue, "other"), name, day, place)


def leading_draft(page: Page, clause: Clause) -> Draft | None:
    """Return the event that a clause leads with, or None where its circumstances do not bear it out."""
    anchor = leading(page, clause)
    if anchor is None:
        return _held(page, clause)
    if anchor.kind == "cabinet" and not anchor.chaired:
        return _cabinet(page, clause, anchor)
    lo, hi = clause.lo, clause.hi
    future = next((cue for cue in clause.of("held") if _is_future(anchor, cue)), None)
    hi = future.lo if future is not None else hi
    name = name_of(page, anchor)
    name = None if name is not None and begins_back(page, name) else name
    draft = Draft(clause, anchor, name, when(page, lo, hi, name), passage=(lo, hi))
    draft.place = place_of(page, lo, hi, said=clause.said)
    draft.marked = draft.place is not None
    if anchor.kind == "visit" and (draft.place is None or is_area(draft.place)):
        draft.place = _nearer(page, draft.place, object_of(page, anchor.cue, hi))
    meets = anchor.predicate.value.force == "noun" and not clause.said
    draft.cast = participants(page, clause.head if clause.said else lo, hi, meets=meets)
    done = kind_in(page, *name) if anchor.kind in FRAMES and name is not None else anchor.kind
    if done in DONE_BY:
        draft.cast.add_unnamed(doers(page, anchor.cue.hi, hi, DONE_BY[done]))
    draft.name = name or _other_name(page, clause, anchor)
    if not borne_out(page, draft):
        return None
    if draft.day is None and clause.said:
        draft.day = when(page, clause.head, lo)
    return draft


def _nearer(page: Page, area: Place | None, place: Place | None) -> Place | None:
    """Return the house that somebody came to see, rather than the province or district around it; an address stays."""
    if area is None or place is None:
        return area or place
    text = page.text
    if is_area(place) or _house().match(text, area.lo) or not _seen().match(text, place.lo):
        return area
    if place.province is not None or area.province is None:
        return place
    return place._replace(province=area.province, province_code=area.province_code, province_inferred=True)


@cache
def _seen() -> re.Pattern[str]:
    return re.compile(one_of(rows("seen")))


@cache
def _house() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(rows('house'))}[ ]?)?[0-9]")


def _is_future(anchor: Anchor, cue: Mention[Cue]) -> bool:
    """Tell whether `cue` speaks of something yet to be held, other than the meeting that somebody held."""
    acted = anchor.kind == "meeting" and (anchor.chaired or bool(anchor.predicate.value.subject))
    return acted and cue.value.value == "future"


def _cabinet(page: Page, clause: Clause, anchor: Anchor) -> Draft | None:
    """Return the meeting of the cabinet on a stated day, or the talk to the press after it where that has a place."""
    lo, hi = clause.lo, clause.hi
    day, place = attached_day(page, anchor.cue) or word_day(page, anchor.cue), None
    if day is None and clause.said and anchor.cue.lo - lo <= _REPORTED_AT_ONCE and anchor.cue.value.reach == "met":
        day = when(page, clause.head, lo)
    elif day is None and anchor.cue.value.reach == "met" and page.people_in(lo, anchor.cue.lo):
        day = when(page, lo, anchor.cue.lo)
    elif day is None and next(clause.of("afterwards"), None) is not None:
        day = when(page, lo, hi)
        place = place_of(page, lo, anchor.cue.lo)
    if day is None:
        return None
    if place is not None:
        anchor = Anchor("press_conference", anchor.cue, anchor.predicate)
    draft = Draft(clause, anchor, None if place is not None else cabinet_name(page, anchor), day, place)
    draft.cast = participants(page, clause.head, hi)
    return draft


def cabinet_name(page: Page, anchor: Anchor) -> Range | None:
    """Return the cue itself where it names the meeting rather than those who met, with its number."""
    if anchor.cue.value.name != "self":
        return None
    number = _numbered_of_year().match(page.text, anchor.cue.hi)
    return anchor.cue.lo, number.end() if number is not None else anchor.cue.hi


@cache
def _numbered_of_year() -> re.Pattern[str]:
    ordinal, year = (one_of(rows(kind)) for kind in ("ordinal", "of_year"))
    return re.compile(rf"[ ]{{0,2}}{ordinal}[ ]?[0-9]{{1,3}}(?:/[0-9]{{4}})?(?:[ ]?{year}[ ]?[0-9]{{4}})?")


def _other_name(page: Page, clause: Clause, anchor: Anchor) -> Range | None:
    """Return the name that another cue of the same kind in the clause gives."""
    if anchor.cue.value.name not in ("self", "after"):
        return None
    for other in further(clause, anchor):
        chaired = anchor.chaired and other.cue.value.force in ("noun", "held")
        if (chaired or other.kind == anchor.kind) and (name := name_of(page, other)) is not None:
            return name
    return None


def on_own_day(page: Page, clause: Clause, anchor: Anchor, name: Range | None) -> Draft | None:
    """Return the event of an anchor that has a day of its own, where a name, a kind or a place tells it apart."""
    day = own_day(page, anchor, name, clause.hi)
    if day is None:
        return None
    reach = max(day.hi, name[1] if name is not None else 0) + _PLACE_BEHIND
    place = place_of(page, anchor.cue.hi, min(clause.hi, reach))
    if place is None and anchor.kind == "visit":
        place = object_of(page, anchor.cue, clause.hi)
    told_apart = name is not None or anchor.kind == "cabinet" or anchor.cue.value.rank < NAMELESS_RANK
    told_apart = told_apart or (place is not None and anchor.cue.value.force in ("held", "act", "goes", "noun"))
    if not told_apart or _too_vague(anchor, day, place, name):
        return None
    name = cabinet_name(page, anchor) if anchor.kind == "cabinet" else name
    return Draft(clause, anchor, name, day, place)


def told_in_passing(page: Page, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause tells beside its acts: a name right before its day, and a visit right behind its day."""
    if not page.dates_in(clause.lo - _DAY_BEFORE, clause.hi):
        return
    for cue in clause.events:
        row, draft = cue.value, None
        if row.value == "visit":
            draft = _visit_on_day(page, clause, cue)
        elif row.force == "weak" and (row.name == "self" or row.value == "signing"):
            draft = _named_before_day(page, clause, Anchor.of_cue(cue))
        if draft is not None:
            yield draft


def _visit_on_day(page: Page, clause: Clause, cue: Mention[Cue]) -> Draft | None:
    """Return the visit to a place on the day right before its cue."""
    day = attached_day(page, cue) if page.dates_in(cue.lo - _DAY_BEFORE, cue.lo) else None
    place = object_of(page, cue, clause.hi) if day is not None else None
    if place is None:
        return None
    return Draft(clause, Anchor.of_cue(cue), day=day, place=place)


def _named_before_day(page: Page, clause: Clause, anchor: Anchor) -> Draft | None:
    """Return what is named right before its day in the same line."""
    at = anchor.cue.hi
    ahead = page.dates_in(at, at + _DAY_BEHIND)
    if not ahead or "\n" in page.text[at : ahead[0].lo]:
        return None
    name = name_of(page, anchor)
    day = attached_day(page, anchor.cue, name) if name is not None else None
    if name is None or day is None or day.lo < name[1] or points_back(page, name):
        return None
    if _too_vague(anchor, day, None, name):
        return None
    place = place_of(page, name[1], min(clause.hi, day.hi + _PLACE_BEHIND))
    return Draft(clause, anchor, name, day, place)


def meets_somewhere(page: Page, anchor: Anchor) -> Mention[Place] | None:
    """Return the sure place in the line behind what names a meeting."""
    at = anchor.cue.hi
    if anchor.kind not in _MET or anchor.cue.value.force not in MAY_BE_HELD:
        return None
    place = next((p for p in page.mentions.within(Place, at, at + _NAME_REACH) if p.value.sure), None)
    return None if place is None or "\n" in page.text[at : place.lo] else place


def named_before_place(clause: Clause, anchor: Anchor, name: Range | None, place: Mention[Place]) -> Draft | None:
    """Return the meeting that is named right before its place, whenever it was."""
    if name is None or not 0 <= place.lo - name[1] < _RIGHT_BEHIND:
        return None
    return Draft(clause, anchor, name, place=place.value)


def on_placed_days(page: Page, lo: int) -> Iterator[Draft]:
    """Yield what is named right before its day and place behind `lo`, or lasts for days there, though no cue tells."""
    for day, place in placed_days(page, lo):
        at = min(day.lo, place.lo)
        name = named_right_before(page, max(lo, at - _NAME_BEFORE), at)
        if name is not None or (place.sure and _lasts(day)):
            begin, hi = name[0] if name is not None else at, max(day.hi, place.hi)
            yield Draft(Clause.of_range(begin, hi), stand_in("other", begin), name, day, place)


def _lasts(day: Dated) -> bool:
    """Tell whether something goes on for some days, as a fair does."""
    expression = day.expression
    return expression.kind == "range" and expression.end - expression.start <= _LONGEST_FAIR


def _too_vague(anchor: Anchor, day: Dated, place: Place | None, name: Range | None) -> bool:
    """Tell whether a day is the month of a visit or of what is neither named nor placed, or a scheme's long period."""
    expression = day.expression
    if expression.kind.startswith("month"):
        named = name is not None and anchor.cue.value.force in MAY_BE_HELD
        return place is None and not named
    return place is None and anchor.kind == "other" and expression.end - expression.start > _LONGEST_FAIR


def own_day(page: Page, anchor: Anchor, name: Range | None, hi: int) -> Dated | None:
    """Return the day written at the event's name, or at a word for holding behind it."""
    day = attached_day(page, anchor.cue, name)
    if anchor.cue.value.reach == "met" and anchor.kind == "meeting":
        if day is None or name is None:
            return None
        return day if 0 <= day.lo - name[1] <= _NEXT_TO_NAME or 0 <= anchor.cue.lo - day.hi <= _RIGHT_BEHIND else None
    if day is None and (name is not None or anchor.cue.value.rank < NAMELESS_RANK):
        day = held_day(page, name[1] if name is not None else anchor.cue.hi, hi)
    if day is None and anchor.kind in DONE_BY:
        day = past_day_before(page, anchor.cue)
    if day is None and anchor.kind != "visit":
        day = day_told_before(page, anchor.cue)
    return day
