"""Decide which statements are events, and which of them the release is about.

In:   Page and its statements.
Out:  Draft: an event with its circumstances; the main one, and what it prepares.
Not:  the further events, nor the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import islice

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.models import Role
from thaigov_extract.readers.events._days import (
    When,
    attached_day,
    day_told_before,
    held_day,
    past_day_before,
    placed_days,
    when,
    word_day,
)
from thaigov_extract.readers.events._evidence import Draft, borne_out, has_chair, overlap, stand_in
from thaigov_extract.readers.events._names import (
    begins_back,
    is_numbered,
    kind_in,
    name_from,
    name_of,
    named_before,
    named_right_before,
    points_back,
    prepared,
)
from thaigov_extract.readers.events._organisers import organising_body
from thaigov_extract.readers.events._others import doers
from thaigov_extract.readers.events._people import Cast, participants
from thaigov_extract.readers.events._places import begins_as_place, is_area, object_of, place_of
from thaigov_extract.readers.events._statements import Anchor, Statement, further, leading, of_title
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page, PersonMention

DONE_BY: dict[str, Role] = {"signing": "signatory", "seminar": "lecturer"}
MAY_BE_HELD = ("held", "noun")
_MET = ("meeting", "seminar")
"""What is told by its name and its place alone."""
FRAMES = ("opening", "closing")
"""What begins or ends another event, which its name tells of."""
NAMELESS_RANK = 2
"""Kinds of a smaller rank are told apart without a name."""
_TALK = "press_conference"
_BARE_SPEECH = 30
"""Who speaks with nothing longer between name and verb is not told to do anything."""
_NEXT_WORD = 4
_SUBTITLES = 3
"""Among this many paragraphs with people, the lead is the first that gives a day."""
_DATED_WITHIN = 150
_REPORTED_AT_ONCE = 12
"""A cabinet meeting told this near behind the verb of speech was held on the day of the speech."""
_LEAD_OF_BODY = 700
"""What a body did is what the release is about where the text begins with it."""
_AGAIN = 2
"""A subtitle is told again in one of this many statements behind it."""
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
_HEADER_REACH = 700
"""The day and the place of a speech stand above its text, under the headline told again."""


def main_event(page: Page, stated: Sequence[Statement]) -> Draft | None:
    """Return the event that the release is about: the first told with people or a day, else the first with a place."""
    return _address(page) or _told_event(page, stated)


def _told_event(page: Page, stated: Sequence[Statement]) -> Draft | None:
    placed = None
    lead = _lead(page)
    beyond = False
    for index, statement in enumerate(stated):
        draft = leading_draft(page, statement)
        if draft is not None and long_ago(page, draft):
            draft.day = None
            draft = draft if draft.acted else None
        if draft is None:
            continue
        # What the lead tells of a day and a place comes before what later lines add, though it names no kind.
        if not beyond and statement.lo >= lead[1] and (untold := _untold_kind(page, lead)) is not None:
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
    told = people[0].phrase_hi if people and people[0].lo < hi else lo
    leads = _address_lead().search(page.text, max(lo, told), hi)
    name = name_from(page, leads.end(), leads.end()) if leads else None
    draft = Draft(Statement.of_range(lo, end), stand_in("speech", lo), name, when(page, lo, end, name), told=(lo, hi))
    place = place_of(page, hi, end)
    draft.place = place if place is not None and place.sure else None
    if people:
        draft.cast[people[0].person.name, "lecturer"] = None
    return draft


@cache
def _held_office() -> re.Pattern[str]:
    return re.compile(one_of(rows("address_by")))


@cache
def _address_lead() -> re.Pattern[str]:
    leads = one_of(rows("address_lead"))
    within = one_of(rows("within"))
    return re.compile(rf"[ ](?:{leads}|{within}(?={one_of(rows('address_at'))}))")


def long_ago(page: Page, draft: Draft) -> bool:
    """Tell whether an event is history that a release only recalls; a slip in the year is no more than one."""
    if draft.day is None or page.published is None:
        return False
    return page.published.start - draft.day.expression.start > _HISTORY


def _barely_told(page: Page, stated: Sequence[Statement], lead: Range) -> Draft | None:
    """Return what the release reports though it gives neither day nor place."""
    for statement in stated:
        draft = _numbered_meeting(page, statement) or _chaired_only(page, statement)
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
    draft = Draft(Statement.of_range(lo, hi), stand_in("other", lo), place=place)
    return _led_by(page, draft, people[0].person.name)


def _led_by(page: Page, draft: Draft, first: str) -> Draft:
    """Return `draft` with those who take part in it: who is named first leads it, unless somebody receives."""
    participants(page, draft.lo, draft.hi, draft.cast)
    if any(role == "host" for _, role in draft.cast):
        draft.anchor = stand_in("meeting", draft.lo)
    else:
        draft.cast = {(first, "chair"): None, **draft.cast}
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
    draft = Draft(Statement.of_range(lo, hi), stand_in("other", lo), day=day)
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
    told = (leading_draft(page, statement) for statement in of_title(page))
    return next((draft for draft in told if draft is not None), None)


def _numbered_meeting(page: Page, statement: Statement) -> Draft | None:
    for anchor in further(statement, None):
        name = name_of(page, anchor) if anchor.kind == "meeting" else None
        if name is not None and is_numbered(page, name):
            draft = Draft(statement, anchor, name)
            participants(page, statement.head, statement.hi, draft.cast)
            return draft
    return None


def _chaired_only(page: Page, statement: Statement) -> Draft | None:
    anchor = leading(page, statement)
    if anchor is None or not anchor.chaired:
        return None
    draft = Draft(statement, anchor, name_of(page, anchor))
    participants(page, statement.head if statement.said else statement.lo, statement.hi, draft.cast)
    return draft if has_chair(draft) and anchor.kind != "other" else None


def _act_of_body(page: Page, statement: Statement) -> Draft | None:
    anchor = leading(page, statement)
    if anchor is None or statement.said or anchor.predicate.lo > page.layout.body[0] + _LEAD_OF_BODY:
        return None
    row = anchor.predicate.value
    if row.force not in ("act", "attend") or row.rank > NAMELESS_RANK + 1:
        return None
    name, place = name_of(page, anchor), None
    if anchor.kind == "visit":
        place = object_of(page, anchor.cue, statement.hi)
    if (name is None and place is None) or organising_body(page, statement.lo, anchor.predicate.lo) is None:
        return None
    return Draft(statement, anchor, name, place=place)


def _alone(page: Page, stated: Sequence[Statement], lead: Range) -> Draft | None:
    """Return the first event that is told on a day of its own, though only who speaks of it is named."""
    for statement in stated:
        for anchor in further(statement, None):
            draft = on_own_day(page, statement, anchor, name_of(page, anchor)) if near_a_day(page, anchor) else None
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


def _only_told(page: Page, stated: Sequence[Statement]) -> Iterator[Draft]:
    """Yield what is told in passing, then the meetings that are named at a place."""
    for statement in stated:
        yield from told_in_passing(page, statement)
    for statement in stated:
        for anchor in further(statement, None):
            place = meets_somewhere(page, anchor)
            draft = named_before_place(statement, anchor, name_of(page, anchor), place) if place is not None else None
            if draft is not None:
                yield draft


def _speaker(page: Page, lead: Range) -> Cast:
    """Return who speaks first in the lead."""
    spoken = next((cue for cue in page.cues_in(*lead) if cue.value.reads_as == "speech"), None)
    people: Cast = {}
    if spoken is not None:
        participants(page, lead[0], spoken.hi, people)
    return {key: None for key in people if key[1] == "spokesperson"}


def near_a_day(page: Page, anchor: Anchor) -> bool:
    """Tell whether a day stands where one may belong to the event of `anchor`."""
    before = 2 * _DAY_BEFORE if anchor.kind in DONE_BY else _DAY_BEFORE
    near = page.dates_in(anchor.cue.lo - before, anchor.cue.lo + _DAY_BEHIND)
    return bool(near) or day_told_before(page, anchor.cue) is not None


def _of_headline(page: Page) -> Draft | None:
    """Return the launch or press conference of the headline, where the body only gives its day and who speaks of it."""
    lo, hi = next((p for p in page.layout.paragraphs if page.people_in(*p)), (0, 0))
    spoken = next((cue for cue in page.cues_in(lo, hi) if cue.value.reads_as == "speech"), None)
    day = when(page, lo, spoken.hi) if spoken is not None else None
    if spoken is None or day is None:
        return None
    for cue in page.cues_in(*page.layout.title):
        anchor = Anchor(cue.value.value, cue, cue)
        name = name_of(page, anchor) if cue.value.reach == "body" and cue.value.reads_as == "event" else None
        if name is not None:
            draft = Draft(Statement.of_range(lo, hi), anchor, name, day)
            participants(page, lo, spoken.hi, draft.cast)
            return draft
    return None


def _lead(page: Page) -> Range:
    """Return the first paragraph that names people; one that gives a day too goes before the subtitles."""
    told = list(islice((p for p in page.layout.paragraphs if page.people_in(*p)), _SUBTITLES))
    dated = next((p for p in told if when(page, p[0], min(p[1], p[0] + _DATED_WITHIN)) is not None), None)
    return dated or (told[0] if told else (0, 0))


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
    draft = Draft(Statement.of_range(lo, hi), stand_in("other", lo), day=day, place=place)
    participants(page, lo, hi if stop is None else stop.hi, draft.cast)
    if any(role == "host" for _, role in draft.cast):
        draft.anchor = stand_in("meeting", lo)
    elif bare or (place.sure and any(role == "spokesperson" for _, role in draft.cast)):
        draft.anchor = stand_in("press_conference", lo)
    elif not any(name == people[0].person.name and role != "spokesperson" for name, role in draft.cast):
        others = {key: None for key in draft.cast if key[0] != people[0].person.name}
        draft.cast = {(people[0].person.name, "chair"): None, **others}
    return draft


_STOPS = ("speech", "break", "afterwards")


def _held(page: Page, statement: Statement) -> Draft | None:
    """Return what a statement says is held on a day at a place, though it names no kind."""
    lo, hi = statement.lo, statement.hi
    draft = next(held_ones(page, statement), None)
    if draft is not None and draft.place is not None:
        participants(page, lo, hi, draft.cast)
        return draft
    return None


def held_ones(page: Page, statement: Statement) -> Iterator[Draft]:
    """Yield what is held on a day written at the word for holding, by the name that stands before it."""
    for cue in statement.of("held"):
        day = attached_day(page, cue, None) if cue.value.value != "organiser_after" else None
        if day is not None:
            name = named_before(page, max(statement.lo, cue.lo - _NAME_BEFORE), cue.lo)
            place = place_of(page, day.hi, min(statement.hi, day.hi + _PLACE_BEHIND))
            yield Draft(statement, Anchor("other", cue, cue), name, day, place)


def leading_draft(page: Page, statement: Statement) -> Draft | None:
    """Return the event that a statement leads with, or None where its circumstances do not bear it out."""
    anchor = leading(page, statement)
    if anchor is None:
        return _held(page, statement)
    if anchor.kind == "cabinet" and not anchor.chaired:
        return _cabinet(page, statement, anchor)
    lo, hi = statement.lo, statement.hi
    future = next((cue for cue in statement.of("held") if _is_future(anchor, cue)), None)
    hi = future.lo if future is not None else hi
    name = name_of(page, anchor)
    name = None if name is not None and begins_back(page, name) else name
    draft = Draft(statement, anchor, name, when(page, lo, hi, name), told=(lo, hi))
    draft.place = place_of(page, lo, hi, said=statement.said)
    draft.marked = draft.place is not None
    if anchor.kind == "visit" and (draft.place is None or is_area(draft.place)):
        draft.place = _nearer(page, draft.place, object_of(page, anchor.cue, hi))
    meets = anchor.predicate.value.force == "noun" and not statement.said
    participants(page, statement.head if statement.said else lo, hi, draft.cast, meets=meets)
    done = kind_in(page, *name) if anchor.kind in FRAMES and name is not None else anchor.kind
    if done in DONE_BY:
        doers(page, anchor.cue.hi, hi, draft.cast, DONE_BY[done])
    draft.name = name or _other_name(page, statement, anchor)
    if not borne_out(page, draft):
        return None
    if draft.day is None and statement.said:
        draft.day = when(page, statement.head, lo)
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


def prepared_event(page: Page, main: Draft) -> Draft | None:
    """Return the event yet to come that the main one prepares."""
    end = main.statement.hi
    for cue in page.cues_in(main.hi, end):
        if cue.value.value == "future" and (day := attached_day(page, cue, None)) is not None:
            name = prepared(page, main.name) if main.name is not None else None
            place = place_of(page, cue.hi, end)
            draft = Draft(main.statement, Anchor("other", cue, cue), name, day, place, told=(cue.lo, end))
            return draft if name or place else None
    return None


def _told_with_people(page: Page, draft: Draft, following: Sequence[Statement], lead: Range) -> Draft:
    """Return what a subtitle told of a body, as the lead tells it of people, or with those who speak there."""
    for statement in following:
        again = leading_draft(page, statement)
        if again is None or again.day is None or not again.cast:
            continue
        if again.anchor.kind == draft.anchor.kind:
            return again
        if has_chair(again) and _of_one_name(page, draft, again):
            again.lo = draft.lo
            return again
    draft.cast = draft.cast or _speaker(page, lead)
    return draft


def _of_one_name(page: Page, draft: Draft, again: Draft) -> bool:
    if draft.name is None or again.name is None:
        return False
    return page.text[slice(*draft.name)] == page.text[slice(*again.name)]


def _told_again(page: Page, draft: Draft, following: Sequence[Statement]) -> Draft | None:
    """Return the fuller statement of what a subtitle told without its day."""
    for statement in following:
        again = leading_draft(page, statement)
        if again is None or again.day is None:
            continue
        shared = {name for name, _ in draft.cast} & {name for name, _ in again.cast}
        places = draft.place is not None and again.place is not None and overlap(page, draft.place, again.place)
        if statement.said and not (places and again.anchor.kind == draft.anchor.kind):
            continue
        if places or (shared and not draft.marked):
            return again
    return None


def _cabinet(page: Page, statement: Statement, anchor: Anchor) -> Draft | None:
    """Return the meeting of the cabinet on a stated day, or the talk to the press after it where that has a place."""
    lo, hi = statement.lo, statement.hi
    day, place = attached_day(page, anchor.cue, None) or word_day(page, anchor.cue), None
    if day is None and statement.said and anchor.cue.lo - lo <= _REPORTED_AT_ONCE and anchor.cue.value.reach == "met":
        day = when(page, statement.head, lo)
    elif day is None and anchor.cue.value.reach == "met" and page.people_in(lo, anchor.cue.lo):
        day = when(page, lo, anchor.cue.lo)
    elif day is None and next(statement.of("afterwards"), None) is not None:
        day = when(page, lo, hi)
        place = place_of(page, lo, anchor.cue.lo)
    if day is None:
        return None
    if place is not None:
        anchor = Anchor("press_conference", anchor.cue, anchor.predicate)
    draft = Draft(statement, anchor, None if place is not None else cabinet_name(page, anchor), day, place)
    participants(page, statement.head, hi, draft.cast)
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


def _other_name(page: Page, statement: Statement, anchor: Anchor) -> Range | None:
    """Return the name that another cue of the same kind in the statement gives."""
    if anchor.cue.value.name not in ("self", "after"):
        return None
    for other in further(statement, anchor):
        chaired = anchor.chaired and other.cue.value.force in ("noun", "held")
        if (chaired or other.kind == anchor.kind) and (name := name_of(page, other)) is not None:
            return name
    return None


def on_own_day(page: Page, statement: Statement, anchor: Anchor, name: Range | None) -> Draft | None:
    day = own_day(page, anchor, name, statement.hi)
    if day is None:
        return None
    reach = max(day.hi, name[1] if name is not None else 0) + _PLACE_BEHIND
    place = place_of(page, anchor.cue.hi, min(statement.hi, reach))
    if place is None and anchor.kind == "visit":
        place = object_of(page, anchor.cue, statement.hi)
    told_apart = name is not None or anchor.kind == "cabinet" or anchor.cue.value.rank < NAMELESS_RANK
    told_apart = told_apart or (place is not None and anchor.cue.value.force in ("held", "act", "goes", "noun"))
    if not told_apart or _too_vague(anchor, day, place, name):
        return None
    name = cabinet_name(page, anchor) if anchor.kind == "cabinet" else name
    return Draft(statement, anchor, name, day, place)


def told_in_passing(page: Page, statement: Statement) -> Iterator[Draft]:
    """Yield what a statement tells beside its acts: a name right before its day, and a visit right behind its day."""
    if not page.dates_in(statement.lo - _DAY_BEFORE, statement.hi):
        return
    for cue in statement.events:
        row, draft = cue.value, None
        if row.value == "visit":
            draft = _visit_on_day(page, statement, cue)
        elif row.force == "weak" and (row.name == "self" or row.value == "signing"):
            draft = _named_before_day(page, statement, Anchor(row.value, cue, cue))
        if draft is not None:
            yield draft


def _visit_on_day(page: Page, statement: Statement, cue: Mention[Cue]) -> Draft | None:
    day = attached_day(page, cue, None) if page.dates_in(cue.lo - _DAY_BEFORE, cue.lo) else None
    place = object_of(page, cue, statement.hi) if day is not None else None
    if place is None:
        return None
    return Draft(statement, Anchor("visit", cue, cue), day=day, place=place)


def _named_before_day(page: Page, statement: Statement, anchor: Anchor) -> Draft | None:
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
    place = place_of(page, name[1], min(statement.hi, day.hi + _PLACE_BEHIND))
    return Draft(statement, anchor, name, day, place)


def meets_somewhere(page: Page, anchor: Anchor) -> Mention[Place] | None:
    """Return the sure place in the line behind what names a meeting."""
    at = anchor.cue.hi
    if anchor.kind not in _MET or anchor.cue.value.force not in MAY_BE_HELD:
        return None
    place = next((p for p in page.mentions.within(Place, at, at + _NAME_REACH) if p.value.sure), None)
    return None if place is None or "\n" in page.text[at : place.lo] else place


def named_before_place(statement: Statement, anchor: Anchor, name: Range | None, place: Mention[Place]) -> Draft | None:
    """Return the meeting that is named right before its place, whenever it was."""
    if name is None or not 0 <= place.lo - name[1] < _RIGHT_BEHIND:
        return None
    return Draft(statement, anchor, name, place=place.value)


def on_placed_days(page: Page, lo: int) -> Iterator[Draft]:
    """Yield what is named right before its day and place behind `lo`, or lasts for days there, though no cue tells."""
    for day, place in placed_days(page, lo):
        at = min(day.lo, place.lo)
        name = named_right_before(page, max(lo, at - _NAME_BEFORE), at)
        if name is not None or (place.sure and _lasts(day)):
            begin, hi = name[0] if name is not None else at, max(day.hi, place.hi)
            yield Draft(Statement.of_range(begin, hi), stand_in("other", begin), name, day, place)


def _lasts(day: When) -> bool:
    """Tell whether something goes on for some days, as a fair does."""
    expression = day.expression
    return expression.kind == "range" and expression.end - expression.start <= _LONGEST_FAIR


def _too_vague(anchor: Anchor, day: When, place: Place | None, name: Range | None) -> bool:
    """Tell whether a day is the month of a visit or of what is neither named nor placed, or a scheme's long period."""
    expression = day.expression
    if expression.kind.startswith("month"):
        named = name is not None and anchor.cue.value.force in MAY_BE_HELD
        return place is None and not named
    return place is None and anchor.kind == "other" and expression.end - expression.start > _LONGEST_FAIR


def own_day(page: Page, anchor: Anchor, name: Range | None, hi: int) -> When | None:
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
