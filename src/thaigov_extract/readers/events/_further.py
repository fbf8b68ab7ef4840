"""Read the events that a release tells besides the main one, each once.

In:   Page, its clauses, and the main event.
Out:  Drafts of further events.
Not:  what the release is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from thaigov_extract._layout import Range, line_end
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.models import Role
from thaigov_extract.readers.events._clauses import Anchor, Clause, further, leading
from thaigov_extract.readers.events._days import when
from thaigov_extract.readers.events._drafts import (
    DONE_BY,
    held_ones,
    leading_draft,
    long_ago,
    meets_somewhere,
    named_before_place,
    near_a_day,
    on_own_day,
    on_placed_days,
    own_day,
    told_in_passing,
)
from thaigov_extract.readers.events._evidence import Draft, overlap
from thaigov_extract.readers.events._names import name_from, name_of, points_back
from thaigov_extract.readers.events._others import doers
from thaigov_extract.readers.events._people import Cast, participants
from thaigov_extract.readers.events._places import is_area, nowhere, object_of, place_of
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_DONE = ("act", "goes", "attend")
_RECURS = ("other", "opening", "launch")
"""What is opened may be held again on other days, at other places."""
_SUBJECT_REACH = 160
_SAME_BEGINNING = 24
_SAME_WORD = 12
"""On the same day, the beginning of one name inside another is the same matter from this length on."""
_VISIT_REACH = 200
_DAY_REACH = 120
_LATER_REACH = 120
_LEAD_DAY = 30
_OFFICE = 12
"""An office is told again by so much of its beginning: the rest may be left out."""
_CLOCK_REACH = 12
"""A programme goes on where a clause begins with a clock time."""


def other_events(page: Page, stated: Sequence[Clause], told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the events told besides `told`, the main one first; one told again lends what the known one lacks."""
    main, known = told[0], list(told)
    visited = any(draft.anchor.kind == "visit" for draft in told[1:])
    for draft in _told_besides(page, stated, main):
        if long_ago(page, draft):
            continue
        same = next((event for event in known if _same(page, draft, event)), None)
        if same is not None:
            _lend(draft, same)
            continue
        if visited and draft.anchor.kind == "visit" and not (draft.place and draft.place.province):
            continue
        known.append(draft)
        yield draft


def _lend(again: Draft, known: Draft) -> None:
    """Let what is told again give an event of its kind and day the place and the people that it lacks."""
    if (again.nondescript or again.anchor.kind == known.anchor.kind) and again.edtf == known.edtf is not None:
        known.place = known.place or again.place
        known.cast.add_unnamed(again.cast)


def _told_besides(page: Page, stated: Sequence[Clause], main: Draft) -> Iterator[Draft]:
    for clause in stated:
        if clause.lo >= main.clause.lo:
            yield from (draft for draft in _in_clause(page, clause, main) if draft is not None)
    yield from on_placed_days(page, main.clause.lo)


def _in_clause(page: Page, clause: Clause, main: Draft) -> Iterator[Draft | None]:
    """Yield what a clause leads with, what else it states, what it says is held, and what it tells in passing."""
    first = leading(page, clause)
    if first is not None and clause is not main.clause:
        spoken = first.predicate.value.value == "speech"
        other = _other(page, clause, Anchor.of_cue(first.predicate) if spoken else first, main)
        yield other or _told_in_full(page, clause)
    for anchor in further(clause, first):
        yield _other(page, clause, anchor, main)
    for draft in held_ones(page, clause):
        draft.name = draft.name or (announced(page, main) if draft.place is not None else None)
        if draft.name is not None and not (points_back(page, draft.name) or _part_of_main_name(draft.name, main)):
            yield draft
    for draft in told_in_passing(page, clause):
        if draft.name is None or not _part_of_main_name(draft.name, main):
            yield draft


def _told_in_full(page: Page, clause: Clause) -> Draft | None:
    """Return what a clause tells with its people, day and place, as the first lines tell the main event."""
    if clause.said or not page.dates_in(clause.lo, clause.lo + _LEAD_DAY):
        return None
    draft = leading_draft(page, clause)
    full = draft is not None and bool(draft.cast) and draft.day is not None and draft.marked
    return draft if full else None


def _other(page: Page, clause: Clause, anchor: Anchor, main: Draft) -> Draft | None:
    """Return a further event: presided over, on a day of its own, or done after the main one at a place of its own."""
    follows = not clause.said and anchor.cue.value.force in _DONE and _follows(page, clause, main)
    presided = anchor.chaired and not clause.said
    place = meets_somewhere(page, anchor)
    if not (follows or presided or near_a_day(page, anchor) or _later(page, clause, anchor) or place is not None):
        return None
    name = name_of(page, anchor) if anchor.kind != "cabinet" else None
    if name is not None and (_part_of_main_name(name, main) or (points_back(page, name) and not _held(anchor))):
        return None
    if presided:
        return _presided(page, clause, anchor, None if name is None or points_back(page, name) else name, main)
    draft = on_own_day(page, clause, anchor, name)
    if draft is not None:
        return _told_with_main(page, draft, main, follows=follows)
    if name is not None and _later(page, clause, anchor):
        return _later_that_day(page, clause, anchor, name, main)
    draft = named_before_place(clause, anchor, name, place) if place is not None else None
    return _after_main(page, clause, anchor, name, main) if draft is None and follows else draft


def _held(anchor: Anchor) -> bool:
    return anchor.cue.value.force == "held"


def _told_with_main(page: Page, draft: Draft, main: Draft, *, follows: bool) -> Draft | None:
    """Return what was held on a day of its own, with what the main event lends it."""
    if follows:
        draft.cast = _same_people(draft.anchor, main)
    if draft.name is not None and points_back(page, draft.name):
        return _without_name(page, draft, main)
    if draft.name is None and _held(draft.anchor):
        draft.name = announced(page, main)
    return draft


def _without_name(page: Page, draft: Draft, main: Draft) -> Draft | None:
    """Return what is held on a day behind a name that only points back, where more than that tells it apart."""
    draft.name = announced(page, main)
    return draft if draft.place is not None or not draft.nondescript else None


def _opening(page: Page, clause: Clause) -> Mention[Cue] | None:
    """Return the cue that a clause begins with."""
    cues = page.cues_in(clause.lo, clause.lo + 1)
    return cues[0] if cues else None


def _comes_next(page: Page, clause: Clause) -> bool:
    """Tell whether a clause begins with what was done next, or later on the day."""
    opening = _opening(page, clause)
    return opening is not None and opening.value.value in ("next", "later")


def _later(page: Page, clause: Clause, anchor: Anchor) -> bool:
    """Tell whether a clause begins with a later part of the day, and names what was held then."""
    opening = _opening(page, clause)
    begins = opening is not None and opening.value.value == "later"
    return begins and anchor.cue.lo - clause.lo <= _LATER_REACH


def _later_that_day(page: Page, clause: Clause, anchor: Anchor, name: Range, main: Draft) -> Draft:
    lo, hi = clause.lo, clause.hi
    draft = Draft(clause, anchor, name, main.day, place_of(page, anchor.cue.hi, hi))
    draft.cast = participants(page, lo, hi)
    if anchor.kind in DONE_BY:
        draft.cast.add_unnamed(doers(page, anchor.cue.hi, hi, DONE_BY[anchor.kind]))
    return draft


def _same_people(anchor: Anchor, main: Draft) -> Cast:
    """Return those who lead the main event, in the role of what they do next."""
    role = cast(Role, anchor.cue.value.subject or "attendee")
    return Cast.of_parts((name, role) for name, _ in main.cast.of("chair"))


def announced(page: Page, main: Draft) -> Range | None:
    """Return the name of what a press conference announces: what is held later needs no name of its own."""
    if main.name is None or main.anchor.kind != "press_conference":
        return main.name if main.anchor.kind in _RECURS else None
    at = main.anchor.cue.hi
    return name_from(page, at, at) if main.name[0] < at <= main.name[1] else main.name


def _part_of_main_name(name: Range, main: Draft) -> bool:
    if main.name is None or main.anchor.kind == "press_conference":
        return False
    return name[0] < main.name[1] and main.name[0] < name[1]


def _presided(page: Page, clause: Clause, anchor: Anchor, name: Range | None, main: Draft) -> Draft | None:
    """Return what somebody presided over besides, at a place or by a name: the same people, where none is named."""
    lo, hi = clause.lo, clause.hi
    draft = Draft(clause, anchor, name, own_day(page, anchor, name, hi), place_of(page, lo, hi))
    draft.cast = participants(page, lo, hi)
    unnamed = name is None or anchor.cue is anchor.predicate
    if not draft.cast and _follows(page, clause, main):
        draft.cast = main.cast.of("chair")
    if not draft.cast.has("chair") or (draft.place is None and unnamed):
        return None
    draft.day = draft.day or when(page, lo, hi, name)
    if draft.day is None and _follows(page, clause, main):
        draft.day = main.day
    return draft


def _after_main(page: Page, clause: Clause, anchor: Anchor, name: Range | None, main: Draft) -> Draft | None:
    """Return what the same people did next: a visit, or any act in another clause at a place behind a marker."""
    elsewhere = clause is not main.clause
    day = when(page, clause.lo, anchor.cue.lo) if elsewhere else None
    draft = Draft(clause, anchor, name, day or main.day)
    if anchor.kind == "visit":
        return _next_stop(page, draft, main)
    if not elsewhere:
        return None
    draft.place = place_of(page, anchor.cue.hi, clause.hi)
    if draft.place is None and not _named_next(page, draft):
        return _on_another_day(page, draft, main)
    draft.cast = participants(page, clause.lo, clause.hi)
    return draft


def _next_stop(page: Page, draft: Draft, main: Draft) -> Draft | None:
    """Return a visit with the place that it went to, unless that is around the main event, or no place to go to."""
    cue = draft.anchor.cue
    end = line_end(page.text, cue.hi, min(draft.hi, cue.hi + _VISIT_REACH))
    draft.place = place_of(page, cue.hi, end)
    draft.marked = draft.place is not None and draft.place.sure
    if not draft.marked:
        draft.place = object_of(page, cue, draft.hi)
    draft.cast = main.cast.of("chair")
    if draft.place is None or nowhere(page, draft.place) or _around_main(draft.place, main):
        return None
    return None if not draft.marked and _tour(page, draft.clause, draft.place, main) else draft


def _named_next(page: Page, draft: Draft) -> bool:
    """Tell whether a clause goes on with what was done next, and what that was bears a name."""
    named = draft.name is not None and draft.anchor.kind != "other"
    near = draft.anchor.cue.lo - draft.clause.lo <= _LATER_REACH
    return named and near and _comes_next(page, draft.clause)


def _tour(page: Page, clause: Clause, place: Place, main: Draft) -> bool:
    """Tell whether what is visited stands where the main event was held: stalls, a hall, a row of shops."""
    if main.anchor.kind == "visit":
        return False
    return not (_comes_next(page, clause) or place.province)


def _on_another_day(page: Page, draft: Draft, main: Draft) -> Draft | None:
    """Return what the same people did on a day that stands in the clause."""
    cue = draft.anchor.cue
    draft.day = when(page, cue.lo, min(draft.hi, cue.hi + _DAY_REACH))
    if draft.day is None or main.day is None or draft.day.expression.edtf == main.day.expression.edtf:
        return None
    draft.cast = _same_people(draft.anchor, main)
    return draft


def _around_main(place: Place, main: Draft) -> bool:
    """Tell whether a place is no more than the province in which the main event was."""
    if not is_area(place) or main.place is None:
        return False
    return place.province in (None, main.place.province)


def _follows(page: Page, clause: Clause, main: Draft) -> bool:
    """Tell whether a clause goes on with what was done on the day of the main event."""
    if clause is main.clause:
        return True
    if follows_by_clock(page, clause):
        return True
    opening = _opening(page, clause)
    if opening is None or opening.value.reads_as != "break":
        return False
    if opening.value.value == "next":
        return True
    chairs = main.cast.of("chair").names
    people = page.people_in(clause.lo, clause.lo + _SUBJECT_REACH)
    return (bool(people) and people[0].person.name in chairs) or _by_office(page, opening.hi, chairs)


def _by_office(page: Page, at: int, names: set[str]) -> bool:
    """Tell whether the text goes on at `at` with the office of one of those named, or leaves them out."""
    text = page.text
    at += text[at : at + 1] == " "
    if text.startswith(_resumes(), at):
        return True
    offices = (held for person in page.people if person.name in names for held in person.positions)
    return any(text.startswith(text[held.lo : min(held.hi, held.lo + _OFFICE)], at) for held in offices)


@cache
def _resumes() -> tuple[str, ...]:
    return rows("resumes")


def follows_by_clock(page: Page, clause: Clause) -> bool:
    """Tell whether a clause begins with a clock time and gives no day of its own."""
    opening = _opening(page, clause)
    lo = opening.hi if opening is not None and opening.value.value == "later" else clause.lo
    timed = page.times_in(lo, lo + _CLOCK_REACH)
    return bool(timed) and not page.dates_in(clause.lo, clause.hi)


def _same(page: Page, draft: Draft, known: Draft) -> bool:
    """Tell whether `draft` only repeats an event already told."""
    same_kind = draft.anchor.kind == known.anchor.kind
    overlaps = draft.day is None or _on_common_days(draft, known)
    if overlaps and draft.place is not None and known.place is not None and overlap(page, draft.place, known.place):
        return same_kind or is_area(draft.place) == is_area(known.place)
    if _tells_place(draft, known) or (same_kind and _tells_day(page, draft, known)):
        return True
    if draft.name is not None and known.name is not None:
        if not overlaps and (draft.place is not None or known.day is not None):
            return False
        a, b = page.text[slice(*draft.name)], page.text[slice(*known.name)]
        alike = overlaps and not same_kind and _share_words(page, draft, known)
        return alike or a in b or b in a or a[:_SAME_BEGINNING] == b[:_SAME_BEGINNING]
    same_day = draft.day is None or draft.edtf == known.edtf
    return same_kind and same_day and (draft.place is None or known.place is None)


def _on_common_days(draft: Draft, known: Draft) -> bool:
    if draft.day is None or known.day is None:
        return False
    own, other = draft.day.expression, known.day.expression
    return own.start <= other.end and other.start <= own.end


def _tells_place(draft: Draft, known: Draft) -> bool:
    """Tell whether a draft of no kind or name only says where what was told on its days was held."""
    return draft.nondescript and known.place is None and draft.edtf == known.edtf is not None


def _tells_day(page: Page, draft: Draft, known: Draft) -> bool:
    """Tell whether a draft of nobody only says again on which day an event of its kind was held."""
    if draft.day is None or known.day is None or draft.cast:
        return False
    unnamed = draft.name is None or known.name is None
    adds = draft.place is not None or not (unnamed or _share_words(page, draft, known))
    return draft.day.lo == known.day.lo or (_on_common_days(draft, known) and not adds)


def _share_words(page: Page, draft: Draft, known: Draft) -> bool:
    """Tell whether both events bear names, and the first words of one stand in the other."""
    if draft.name is None or known.name is None:
        return False
    a, b = page.text[slice(*draft.name)], page.text[slice(*known.name)]
    return a[:_SAME_WORD] in b or b[:_SAME_WORD] in a
