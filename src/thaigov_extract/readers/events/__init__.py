"""Read events: what is held, when, where and by whom, the one that the release is about first.

In:   Page.
Out:  Event models.
Not:  dates, places and people as such; they are found and resolved already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from thaigov_extract._layout import Range
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.models import Event
from thaigov_extract.readers.events._circumstances import (
    When,
    attached_day,
    attendance,
    attendance_later,
    held_day,
    held_later,
    object_of,
    organiser,
    place_of,
    time_of,
    venue,
    when,
)
from thaigov_extract.readers.events._names import name_of, points_back, prepared
from thaigov_extract.readers.events._people import Cast, lecturers, participants, participations, told_later
from thaigov_extract.readers.events._statements import Anchor, Statement, further, leading, statements
from thaigov_extract.resolve import Page

_MOST_EVENTS = 6
_HELD_REACH = 300
_NAMELESS_RANK = 2
"""Kinds of a smaller rank are told apart without a name."""
_SUBJECT_REACH = 160
_AGAIN = 2
"""A subtitle is told again in one of this many statements behind it."""


@dataclass(slots=True)
class _Draft:
    """An event under reading."""

    statement: Statement
    anchor: Anchor
    name: Range | None
    day: When | None
    place: Place | None
    cast: Cast = field(default_factory=dict)
    lo: int = 0
    hi: int = 0


def read(page: Page) -> Iterator[Event]:
    """Yield the events of the release, the one that it is about first."""
    stated = list(statements(page))
    main = _main(page, stated) or _titled(page)
    if main is None:
        return
    yield _whole(page, main, is_main=True)
    told = [main]
    if main.hi < main.statement.hi and (prepared_event := _prepared(page, main)) is not None:
        told.append(prepared_event)
        yield _whole(page, prepared_event, is_main=False)
    for statement in stated:
        if statement.lo < main.statement.lo:
            continue
        first = leading(page, statement)
        for anchor in _others(page, statement, first, main):
            draft = _other(page, statement, anchor, told)
            if draft is not None and len(told) < _MOST_EVENTS:
                told.append(draft)
                yield _whole(page, draft, is_main=False)


def _main(page: Page, stated: list[Statement]) -> _Draft | None:
    """Return the event that the release is about: the first told with people or a day, else the first with a place."""
    placed = None
    for index, statement in enumerate(stated):
        draft = _leading_draft(page, statement)
        if draft is None:
            continue
        if draft.day is not None:
            return draft
        if draft.cast and draft.anchor.chaired:
            return draft
        if draft.cast:
            return _told_again(page, draft, stated[index + 1 : index + 1 + _AGAIN]) or draft
        placed = placed or draft
    return placed


def _titled(page: Page) -> _Draft | None:
    """Return the launch or press conference of the headline, where the body only gives its day and who speaks of it."""
    if not page.layout.paragraphs:
        return None
    lo, hi = next(((lo, hi) for lo, hi in page.layout.paragraphs if page.people_in(lo, hi)), page.layout.paragraphs[0])
    spoken = next((cue for cue in page.mentions.within(Cue, lo, hi) if cue.value.reads_as == "speech"), None)
    day = when(page, lo, spoken.hi, spoken.hi, None) if spoken is not None else None
    for cue in page.mentions.within(Cue, *page.layout.title):
        if day is not None and cue.value.reach == "body" and cue.value.reads_as == "event":
            anchor = Anchor(cue.value.value, cue, cue)
            draft = _Draft(Statement(lo, hi, lo, False, ()), anchor, name_of(page, anchor), day, None, {}, lo, hi)
            participants(page, lo, spoken.hi if spoken else hi, draft.cast)
            return draft if draft.name is not None else None
    return None


def _is_future(anchor: Anchor, cue: Mention[Cue]) -> bool:
    """Tell whether `cue` speaks of something yet to be held, other than what somebody already did."""
    acted = anchor.kind == "meeting" and (anchor.chaired or bool(anchor.predicate.value.subject))
    return acted and cue.value.value == "future" and cue.lo > anchor.cue.hi


def _prepared(page: Page, main: _Draft) -> _Draft | None:
    """Return the event yet to come that the main one prepares."""
    end = main.statement.hi
    for cue in page.mentions.within(Cue, main.hi, end):
        if cue.value.value == "future" and (day := attached_day(page, cue, None)) is not None:
            name = prepared(page, main.name) if main.name is not None else None
            anchor = Anchor("other", cue, cue)
            place = place_of(page, cue.hi, end)
            return _Draft(main.statement, anchor, name, day, place, {}, cue.lo, end) if name or place else None
    return None


def _leading_draft(page: Page, statement: Statement) -> _Draft | None:
    anchor = leading(page, statement)
    return _draft(page, statement, anchor) if anchor is not None else None


def _told_again(page: Page, draft: _Draft, following: list[Statement]) -> _Draft | None:
    """Return the fuller statement of what a subtitle told without its day."""
    for statement in following:
        again = _leading_draft(page, statement)
        if again is None or again.day is None or statement.said:
            continue
        if draft.place is None or (again.place is not None and _overlap(page, draft.place, again.place)):
            return again
    return None


def _draft(page: Page, statement: Statement, anchor: Anchor) -> _Draft | None:
    """Return the event of `anchor` with its circumstances, or None where these do not bear it out."""
    lo = statement.lo
    future = next((cue for cue in statement.of("held") if _is_future(anchor, cue)), None)
    hi = future.lo if future is not None else statement.hi
    name = name_of(page, anchor)
    if anchor.kind == "cabinet" and not anchor.chaired:
        day = attached_day(page, anchor.cue, None)
        if day is None and any(True for _ in statement.of("afterwards")):
            return _spoken_after_cabinet(page, statement, anchor)
        draft = _Draft(statement, anchor, _cabinet_name(page, anchor), day, None, {}, lo, hi)
        participants(page, statement.head, hi, draft.cast)
        return draft if day is not None else None
    day = when(page, lo, hi, anchor.predicate.lo, name)
    place = place_of(page, lo, hi, said=statement.said)
    marked = place is not None
    if place is None and anchor.kind == "visit":
        place = object_of(page, anchor.cue, hi)
    cast: Cast = {}
    meets = anchor.predicate.value.force == "noun" and not statement.said
    participants(page, statement.head if statement.said else lo, hi, cast, meets=meets)
    name = name or _other_name(page, statement, anchor)
    acted = any(role != "spokesperson" for _, role in cast)
    force = anchor.predicate.value.force
    if anchor.chaired:
        borne = bool(acted or day or place)
    elif force == "placed":
        borne = place is not None and acted
    elif any(cue.lo < anchor.predicate.lo for cue in statement.of("afterwards")):
        borne = day is not None or place is not None or name is not None
    elif statement.said:
        written = day is not None and (anchor.kind != "other" or acted) and bool(page.dates_in(lo, hi))
        borne = (written and force != "noun") or (place is not None and (marked or acted)) or (acted and (day is not None or _attended(statement, anchor)))
    elif force == "noun":
        borne = day is not None and place is not None
    elif day is None and not marked:
        borne = acted and place is not None and _close_subject(page, anchor)
    else:
        borne = acted or (day is not None and place is not None)
    if not borne:
        return None
    if day is None and statement.said:
        day = when(page, statement.head, lo, lo, None)
    return _Draft(statement, anchor, name, day, place, cast, lo, hi)


def _cabinet_name(page: Page, anchor: Anchor) -> Range | None:
    """Return the cue itself where it names the meeting rather than those who met."""
    return (anchor.cue.lo, anchor.cue.hi) if anchor.cue.value.name == "self" else None


def _other_name(page: Page, statement: Statement, anchor: Anchor) -> Range | None:
    """Return the name that another cue of the same kind in the statement gives."""
    if anchor.cue.value.name not in ("self", "after"):
        return None
    for other in further(page, statement, anchor):
        chaired = anchor.chaired and other.cue.value.force in ("noun", "held")
        if (chaired or other.kind == anchor.kind) and (name := name_of(page, other)) is not None:
            return name
    return None


def _spoken_after_cabinet(page: Page, statement: Statement, anchor: Anchor) -> _Draft | None:
    """Return the meeting of the cabinet on whose day somebody speaks of it, or the talk to the press where it has a place."""
    lo, hi = statement.lo, statement.hi
    day = when(page, lo, hi, hi, None)
    place = place_of(page, lo, anchor.cue.lo)
    if place is not None:
        anchor = Anchor("press_conference", anchor.cue, anchor.predicate)
    name = None if place is not None else _cabinet_name(page, anchor)
    draft = _Draft(statement, anchor, name, day, place, {}, lo, hi)
    participants(page, statement.head, hi, draft.cast)
    return draft if day is not None else None


def _close_subject(page: Page, anchor: Anchor) -> bool:
    """Tell whether the people before a predicate are its subject, not those who ordered it."""
    at = anchor.predicate.lo
    near = page.people_in(at - _SUBJECT_REACH, at)
    return bool(near) and at - near[-1].phrase_hi <= _SUBJECT_REACH // 2


def _attended(statement: Statement, anchor: Anchor) -> bool:
    """Tell whether a list of people who came follows the anchor."""
    opened = [cue.lo for cue in statement.of("opens") if cue.lo > anchor.predicate.lo and cue.value.value != "joins"]
    return bool(opened) and any(
        cue.lo > opened[0] and (cue.value.value == "attendee" or cue.value.force == "attend") for cue in statement.cues
    )


def _others(page: Page, statement: Statement, first: Anchor | None, main: _Draft) -> Iterator[Anchor]:
    if first is not None and statement is not main.statement:
        yield first
    yield from further(page, statement, first)


def _other(page: Page, statement: Statement, anchor: Anchor, told: list[_Draft]) -> _Draft | None:
    """Return a further event: presided over, on a day of its own, or a visit to a place of its own."""
    main = told[0]
    name = name_of(page, anchor)
    if name is not None and main.name is not None and name[0] < main.name[1] and main.name[0] < name[1]:
        return None
    if name is not None and points_back(page, name):
        return None
    lo, hi = statement.lo, statement.hi
    cast: Cast = {}
    place = None
    day = attached_day(page, anchor.cue, None if anchor.kind == "cabinet" else name)
    if anchor.kind == "cabinet":
        name = _cabinet_name(page, anchor)
    if day is None and (name is not None or anchor.cue.value.rank < _NAMELESS_RANK):
        day = held_day(page, name[1] if name is not None else anchor.cue.hi, hi)
    if anchor.chaired and not statement.said:
        participants(page, lo, hi, cast)
        place = place_of(page, lo, hi)
        if not any(role == "chair" for _, role in cast) or (place is None and name is None):
            return None
        day = day or when(page, lo, hi, anchor.predicate.lo, name)
        if day is None and _follows_main(page, statement, main):
            day = main.day
    elif day is not None and (name is not None or anchor.kind == "cabinet" or anchor.cue.value.rank < _NAMELESS_RANK):
        place = place_of(page, anchor.cue.hi, min(hi, max(day.hi, name[1] if name else 0) + 60))
    elif anchor.kind == "visit" and not statement.said and anchor.cue.value.force == "act":
        if main.anchor.kind == "visit" and statement is main.statement:
            return None
        place = object_of(page, anchor.cue, hi)
        if place is None or not _follows_main(page, statement, main):
            return None
        day = main.day
        cast = {key: None for key in main.cast if key[1] == "chair"}
    elif anchor.cue.value.force == "act" and not statement.said and _follows_main(page, statement, main):
        place = place_of(page, anchor.cue.hi, hi)
        if place is None or not place.sure or statement is main.statement:
            return None
        day = main.day
        participants(page, lo, hi, cast)
    else:
        return None
    draft = _Draft(statement, anchor, name, day, place, cast, lo, hi)
    return None if any(_same(page, draft, known) for known in told) else draft


def _follows_main(page: Page, statement: Statement, main: _Draft) -> bool:
    """Tell whether a statement goes on with what was done on the day of the main event."""
    if statement is main.statement:
        return True
    opening = page.mentions.within(Cue, statement.lo, statement.lo + 1)
    if not opening or opening[0].value.reads_as != "break":
        return False
    chairs = {name for name, role in main.cast if role == "chair"}
    people = page.people_in(statement.lo, statement.lo + _SUBJECT_REACH)
    return opening[0].value.value == "next" or (bool(people) and people[0].person.name in chairs)


def _same(page: Page, draft: _Draft, known: _Draft) -> bool:
    """Tell whether `draft` only repeats an event already told."""
    text = page.text
    same_kind = draft.anchor.kind == known.anchor.kind
    own, other = (event.day.expression if event.day is not None else None for event in (draft, known))
    overlaps = own is None or (other is not None and own.start <= other.end and other.start <= own.end)
    if overlaps and draft.place is not None and known.place is not None and _overlap(page, draft.place, known.place):
        return True
    if draft.day is not None and known.day is not None and same_kind and not draft.cast:
        if draft.day.lo == known.day.lo or (overlaps and draft.place is None):
            return True
    if draft.name is not None and known.name is not None:
        a, b = text[slice(*draft.name)], text[slice(*known.name)]
        return a in b or b in a or a[:24] == b[:24]
    same_day = own is None or (other is not None and own.edtf == other.edtf)
    return same_kind and same_day and (draft.place is None or known.place is None)


def _overlap(page: Page, one: Place, two: Place) -> bool:
    """Tell whether one place phrase contains the other."""
    a, b = page.text[one.lo : one.hi], page.text[two.lo : two.hi]
    return a in b or b in a


def _whole(page: Page, draft: _Draft, *, is_main: bool) -> Event:
    """Return the model of `draft`; the main event takes in what other statements add to it."""
    lo, hi = draft.lo, draft.hi
    day = draft.day
    count = attendance(page, lo, hi) if is_main or not draft.anchor.cue.value.rank else None
    body: str | None = None
    if is_main:
        if hi == draft.statement.hi:
            day = day or held_later(page, hi)
            count = count or attendance_later(page, hi)
        body = organiser(page, lo, hi) or organiser(page, *page.layout.title, kind=draft.anchor.kind)
        lecturers(page, lo, draft.cast)
        told_later(page, hi, draft.cast)
    elif day is not None and not draft.cast:
        body = organiser(page, draft.anchor.cue.lo, min(hi, draft.anchor.cue.hi + _HELD_REACH))
    kind = "meeting" if draft.anchor.kind == "cabinet" else draft.anchor.kind
    return Event(
        kind=kind,
        name=page.source.written(*draft.name) if draft.name else None,
        when=day.expression if day else None,
        time=time_of(page, draft.statement.head if draft.statement.said else lo, hi) if is_main or not draft.anchor.cue.value.rank else None,
        venue=venue(page, draft.place) if draft.place else None,
        participants=participations(draft.cast),
        attendance=count,
        organiser=body,
        span=page.source.span(lo, hi),
    )
