"""Decide which event the release is about.

In:   Page and its clauses.
Out:  Draft: the first event told with people or a day, else what the first lines or the headline bear out.
Not:  the further events, nor the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of
from thaigov_extract.readers.events._clauses import Anchor, Clause, further, leading, of_title
from thaigov_extract.readers.events._days import when
from thaigov_extract.readers.events._drafts import (
    NAMELESS_RANK,
    leading_draft,
    long_ago,
    meets_somewhere,
    named_before_place,
    near_a_day,
    on_own_day,
    on_placed_days,
    told_in_passing,
)
from thaigov_extract.readers.events._evidence import Draft, overlap, stand_in
from thaigov_extract.readers.events._names import is_numbered, name_from, name_of
from thaigov_extract.readers.events._organisers import organising_body
from thaigov_extract.readers.events._people import Cast, participants
from thaigov_extract.readers.events._places import begins_as_place, object_of, place_of
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page, PersonMention

_TALK = "press_conference"
_STOPS = ("speech", "break", "afterwards")
_BARE_SPEECH = 30
"""Who speaks with nothing longer between name and verb is not told to do anything."""
_NEXT_WORD = 4
_SUBTITLES = 3
"""Among this many paragraphs with people, the lead is the first that gives a day."""
_DATED_WITHIN = 150
_LEAD_OF_BODY = 700
"""What a body did is what the release is about where the text begins with it."""
_AGAIN = 2
"""A subtitle is told again in one of this many clauses behind it."""
_HEADER_REACH = 700
"""The day and the place of a speech stand above its text, under the headline told again."""


def main_event(page: Page, stated: Sequence[Clause]) -> Draft | None:
    """Return the event that the release is about: the first told with people or a day, else the first with a place."""
    return _address(page) or _told_event(page, stated)


def _told_event(page: Page, stated: Sequence[Clause]) -> Draft | None:
    """Return the first clause with people or a day, else what the lead, the headline or a further event tells."""
    placed = None
    lead = _lead(page)
    beyond = False
    for index, clause in enumerate(stated):
        draft = leading_draft(page, clause)
        if draft is not None and long_ago(page, draft):
            draft.day = None
            draft = draft if draft.acted else None
        if draft is None:
            continue
        # What the lead tells of a day and a place comes before what later lines add, though it names no kind.
        if not beyond and clause.lo >= lead[1] and (untold := _untold_kind(page, lead)) is not None:
            return untold
        beyond = True
        following = stated[index + 1 : index + 1 + _AGAIN]
        if draft.day is not None and draft.hi > lead[0]:
            draft.cast = draft.cast or _speaker(page, lead)
            return draft
        if draft.day is not None:
            return _told_with_people(page, draft, following, lead)
        if draft.cast:
            return _told_again(page, draft, following) or draft
        placed = placed or draft
    told = placed or _of_headline(page) or _untold_kind(page, lead) or _timed_lead(page, lead)
    told = told or _alone(page, stated, lead)
    return told or _barely_told(page, stated, lead)


def _address(page: Page) -> Draft | None:
    """Return the speech whose text the release is: its headline says so, and names who spoke."""
    lo, hi = page.layout.title
    if not page.text.startswith(rows("address"), lo):
        return None
    people = page.people_in(lo, hi + _HEADER_REACH)
    if not (people or _held_office().search(page.text, lo, hi)):
        return None
    end = min(len(page.text), hi + _HEADER_REACH)
    behind = people[0].phrase_hi if people and people[0].lo < hi else lo
    leads = _address_lead().search(page.text, max(lo, behind), hi)
    name = name_from(page, leads.end(), leads.end()) if leads else None
    draft = Draft(Clause.of_range(lo, end), stand_in("speech", lo), name, when(page, lo, end, name), passage=(lo, hi))
    place = place_of(page, hi, end)
    draft.place = place if place is not None and place.sure else None
    if people:
        draft.cast.add(people[0].person.name, "lecturer")
    return draft


@cache
def _held_office() -> re.Pattern[str]:
    return re.compile(one_of(rows("address_by")))


@cache
def _address_lead() -> re.Pattern[str]:
    leads = one_of(rows("address_lead"))
    within = one_of(rows("within"))
    return re.compile(rf"[ ](?:{leads}|{within}(?={one_of(rows('address_at'))}))")


def _barely_told(page: Page, stated: Sequence[Clause], lead: Range) -> Draft | None:
    """Return what the release reports though it gives neither day nor place."""
    for clause in stated:
        draft = _numbered_meeting(page, clause) or _chaired_only(page, clause)
        if draft is not None:
            return draft
    return (_act_of_body(page, stated[0]) if stated else None) or _placed_lead(page, lead) or _of_title(page)


def _placed_lead(page: Page, lead: Range) -> Draft | None:
    """Return what somebody did by the first lines at a place that ends them, whatever and whenever it was."""
    lo, hi = lead
    place, people = place_of(page, lo, hi), page.people_in(lo, hi)
    if place is None or not place.sure or not people:
        return None
    if any(cue.value.reads_as in _STOPS for cue in page.cues_in(lo, place.lo)):
        return None
    draft = Draft(Clause.of_range(lo, hi), stand_in("other", lo), place=place)
    return _led_by(page, draft, people[0].person.name)


def _led_by(page: Page, draft: Draft, first: str) -> Draft:
    """Return `draft` with those who take part in it: who is named first leads it, unless somebody receives."""
    draft.cast = participants(page, draft.lo, draft.hi)
    if draft.cast.has("host"):
        draft.anchor = stand_in("meeting", draft.lo)
    else:
        draft.cast = Cast.of_parts([(first, "chair"), *draft.cast])
    return draft


def _timed_lead(page: Page, lead: Range) -> Draft | None:
    """Return what somebody with an office did by the first lines on a day at an hour, or whom they received."""
    lo, hi = lead
    people = page.people_in(lo, hi)
    if not people or people[0].phrase_hi == people[0].hi:
        return None
    if not (page.times_in(lo, people[0].lo) or _receives(page, people)):
        return None
    day = when(page, lo, people[0].lo)
    talks = any(c.value.reads_as == "speech" or c.value.value == _TALK for c in page.cues_in(lo, hi))
    if day is None or talks or any(_talks().match(page.text, person.phrase_hi) for person in people):
        return None
    draft = Draft(Clause.of_range(lo, hi), stand_in("other", lo), day=day)
    return _led_by(page, draft, people[0].person.name)


def _receives(page: Page, people: Sequence[PersonMention]) -> bool:
    """Tell whether the first of those named receives the second."""
    cues = page.cues_in(people[0].phrase_hi, people[0].phrase_hi + _NEXT_WORD)
    hosts = bool(cues) and cues[0].value.value == "host"
    return hosts and len(people) > 1


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(f"[ ]{{0,2}}{one_of(rows('talks'))}")


def _of_title(page: Page) -> Draft | None:
    """Return the event that only the headline tells."""
    drafts = (leading_draft(page, clause) for clause in of_title(page))
    return next((draft for draft in drafts if draft is not None), None)


def _numbered_meeting(page: Page, clause: Clause) -> Draft | None:
    """Return the meeting of a clause that bears a number of its year."""
    for anchor in further(clause, None):
        name = name_of(page, anchor) if anchor.kind == "meeting" else None
        if name is not None and is_numbered(page, name):
            draft = Draft(clause, anchor, name)
            draft.cast = participants(page, clause.head, clause.hi)
            return draft
    return None


def _chaired_only(page: Page, clause: Clause) -> Draft | None:
    """Return what a clause only says that somebody known presided over."""
    anchor = leading(page, clause)
    if anchor is None or not anchor.chaired:
        return None
    draft = Draft(clause, anchor, name_of(page, anchor))
    draft.cast = participants(page, clause.head if clause.said else clause.lo, clause.hi)
    return draft if draft.cast.has("chair") and anchor.kind != "other" else None


def _act_of_body(page: Page, clause: Clause) -> Draft | None:
    """Return the act of a body that the text begins with, where it bears a name or goes somewhere."""
    anchor = leading(page, clause)
    if anchor is None or clause.said or anchor.predicate.lo > page.layout.body[0] + _LEAD_OF_BODY:
        return None
    row = anchor.predicate.value
    if row.force not in ("act", "attend") or row.rank > NAMELESS_RANK + 1:
        return None
    name, place = name_of(page, anchor), None
    if anchor.kind == "visit":
        place = object_of(page, anchor.cue, clause.hi)
    if (name is None and place is None) or organising_body(page, clause.lo, anchor.predicate.lo) is None:
        return None
    return Draft(clause, anchor, name, place=place)


def _alone(page: Page, stated: Sequence[Clause], lead: Range) -> Draft | None:
    """Return the first event that is told on a day of its own, though only who speaks of it is named."""
    for clause in stated:
        for anchor in further(clause, None):
            draft = on_own_day(page, clause, anchor, name_of(page, anchor)) if near_a_day(page, anchor) else None
            if draft is not None and (draft.name is not None or anchor.cue.value.rank < NAMELESS_RANK):
                draft.cast = _speaker(page, lead)
                return draft
    told = next((d for d in _only_told(page, stated) if not long_ago(page, d)), None)
    if told is not None:
        told.cast = _speaker(page, lead)
        return told
    placed = next(on_placed_days(page, page.layout.body[0]), None)
    if placed is not None:
        placed.cast = _speaker(page, lead)
    return placed


def _only_told(page: Page, stated: Sequence[Clause]) -> Iterator[Draft]:
    """Yield what is told in passing, then the meetings that are named at a place."""
    for clause in stated:
        yield from told_in_passing(page, clause)
    for clause in stated:
        for anchor in further(clause, None):
            place = meets_somewhere(page, anchor)
            draft = named_before_place(clause, anchor, name_of(page, anchor), place) if place is not None else None
            if draft is not None:
                yield draft


def _speaker(page: Page, lead: Range) -> Cast:
    """Return who speaks first in the lead."""
    spoken = next((cue for cue in page.cues_in(*lead) if cue.value.reads_as == "speech"), None)
    return participants(page, lead[0], spoken.hi).of("spokesperson") if spoken is not None else Cast()


def _of_headline(page: Page) -> Draft | None:
    """Return the launch or press conference of the headline, where the body only gives its day and who speaks of it."""
    lo, hi = next((p for p in page.layout.paragraphs if page.people_in(*p)), (0, 0))
    spoken = next((cue for cue in page.cues_in(lo, hi) if cue.value.reads_as == "speech"), None)
    day = when(page, lo, spoken.hi) if spoken is not None else None
    if spoken is None or day is None:
        return None
    for cue in page.cues_in(*page.layout.title):
        anchor = Anchor.of_cue(cue)
        name = name_of(page, anchor) if cue.value.reach == "body" and cue.value.reads_as == "event" else None
        if name is not None:
            draft = Draft(Clause.of_range(lo, hi), anchor, name, day)
            draft.cast = participants(page, lo, spoken.hi)
            return draft
    return None


def _lead(page: Page) -> Range:
    """Return the first paragraph that names people; one that gives a day too goes before the subtitles."""
    peopled = list(islice((p for p in page.layout.paragraphs if page.people_in(*p)), _SUBTITLES))
    dated = next((p for p in peopled if when(page, p[0], min(p[1], p[0] + _DATED_WITHIN)) is not None), None)
    return dated or (peopled[0] if peopled else (0, 0))


def _untold_kind(page: Page, lead: Range) -> Draft | None:
    """Return what somebody did on a day at a place by the first lines, whatever kind of event it was."""
    lo, hi = lead
    stop = next((c for c in page.cues_in(lo, hi) if c.value.reads_as in _STOPS), None)
    hi = stop.lo if stop is not None else hi
    place, day, people = place_of(page, lo, hi), when(page, lo, hi), page.people_in(lo, hi)
    if place is None or day is None or not people or not (place.sure or begins_as_place(page, place)):
        return None
    bare = stop is not None and stop.lo - people[-1].phrase_hi <= _BARE_SPEECH
    if bare and not place.sure:
        return None
    draft = Draft(Clause.of_range(lo, hi), stand_in("other", lo), day=day, place=place)
    draft.cast = participants(page, lo, hi if stop is None else stop.hi)
    if draft.cast.has("host"):
        draft.anchor = stand_in("meeting", lo)
    elif bare or (place.sure and draft.cast.has("spokesperson")):
        draft.anchor = stand_in("press_conference", lo)
    elif not any(name == people[0].person.name and role != "spokesperson" for name, role in draft.cast):
        others = (part for part in draft.cast if part[0] != people[0].person.name)
        draft.cast = Cast.of_parts([(people[0].person.name, "chair"), *others])
    return draft


def _told_with_people(page: Page, draft: Draft, following: Sequence[Clause], lead: Range) -> Draft:
    """Return what a subtitle told of a body, as the lead tells it of people, or with those who speak there."""
    for clause in following:
        again = leading_draft(page, clause)
        if again is None or again.day is None or not again.cast:
            continue
        if again.anchor.kind == draft.anchor.kind:
            return again
        if again.cast.has("chair") and _of_one_name(page, draft, again):
            again.lo = draft.lo
            return again
    draft.cast = draft.cast or _speaker(page, lead)
    return draft


def _of_one_name(page: Page, draft: Draft, again: Draft) -> bool:
    if draft.name is None or again.name is None:
        return False
    return page.text[slice(*draft.name)] == page.text[slice(*again.name)]


def _told_again(page: Page, draft: Draft, following: Sequence[Clause]) -> Draft | None:
    """Return the fuller clause of what a subtitle told without its day."""
    for clause in following:
        again = leading_draft(page, clause)
        if again is None or again.day is None:
            continue
        shared = draft.cast.names & again.cast.names
        places = draft.place is not None and again.place is not None and overlap(page, draft.place, again.place)
        if clause.said and not (places and again.anchor.kind == draft.anchor.kind):
            continue
        if places or (shared and not draft.marked):
            return again
    return None
