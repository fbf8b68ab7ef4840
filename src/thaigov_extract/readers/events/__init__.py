"""Read events: what is held, when, where and by whom, the one that the release is about first.

In:   Page.
Out:  Event models.
Not:  dates, places and people as such; they are found and resolved already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import cast

from thaigov_extract._layout import Range, line_end, line_start
from thaigov_extract._lexicon import one_of
from thaigov_extract._people.words import that_word
from thaigov_extract.models import Event, EventKind, TimeExpression
from thaigov_extract.readers.events._attendance import attendance, attendance_later
from thaigov_extract.readers.events._beside import held_around, part_from, prepared_event
from thaigov_extract.readers.events._clauses import clauses
from thaigov_extract.readers.events._days import time_later, time_of
from thaigov_extract.readers.events._evidence import Draft
from thaigov_extract.readers.events._further import follows_by_clock, other_events
from thaigov_extract.readers.events._main import main_event
from thaigov_extract.readers.events._names import without_half_bracket
from thaigov_extract.readers.events._organisers import (
    bare_letters,
    in_full,
    organiser,
    organiser_before,
    organiser_later,
)
from thaigov_extract.readers.events._others import (
    came_too,
    forget_reporters,
    lecturers,
    listed_later,
    there_too,
    told_later,
)
from thaigov_extract.readers.events._people import participations
from thaigov_extract.readers.events._places import (
    at_line_end,
    held_later,
    opened_place,
    place_behind,
    place_of,
    venue,
    with_address,
)
from thaigov_extract.readers.events._rounds import rounds
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_MOST_EVENTS = 40
_HELD_REACH = 300
_COUNT_REACH = 400
_OWN_NAME = 8
"""A shorter name may stand in any other."""
_PARAGRAPH = 200
"""A shorter line may have been broken inside a sentence."""
_ANNOUNCES = "press_conference"
_TAUGHT = ("opening", "closing", "training", "seminar", "meeting")
"""Of these the people whom they are meant for are those who come; elsewhere they may be beneficiaries."""
_MEETING: EventKind = "meeting"


def read(page: Page) -> Iterator[Event]:
    """Yield the events of the release, the one that it is about first."""
    for draft in islice(_drafts(page), _MOST_EVENTS):
        yield _model(page, draft)


def _drafts(page: Page) -> Iterable[Draft]:
    """Return what the release tells, the main event first, each with what stands outside its own sentence."""
    stated = list(clauses(page))
    main = main_event(page, stated)
    if main is None:
        return rounds(page)
    parted = part_from(page, main)
    main.holder = _holder(page, main)
    _complete_main(page, main)
    told = [main]
    if main.hi < main.clause.hi and (prepared := prepared_event(page, main)) is not None:
        told.append(prepared)
        prepared.count = attendance(page, prepared.lo, prepared.hi, taught=False)
        prepared.clock, prepared.holder = _clock(page, prepared), _shared(page, main, prepared)
    told += [beside for beside in (held_around(page, main), parted) if beside is not None]
    for draft in islice(other_events(page, stated, told), _MOST_EVENTS):
        _complete(page, draft, main)
        told.append(draft)
    # Asked last: the place behind the main event may be that of another one.
    if main.place is None and main.hi == main.clause.hi and main.anchor.kind != "cabinet":
        main.place = place_behind(page, main.hi)
    days = {draft.edtf for draft in told}
    for one in rounds(page):
        if one.edtf not in days:
            one.holder = _shared(page, main, one)
            told.append(one)
    return told


def _holder(page: Page, main: Draft) -> Range | None:
    """Return the body that holds the main event, as told with it, above it or in a later sentence."""
    holder = organiser(page, main.lo, main.hi) or organiser_before(page, main.lo, main.anchor.kind)
    if holder is None and main.anchor.kind != "cabinet":
        holder = organiser_later(page, main.hi, main.name)
    return in_full(page, holder) if holder is not None else None


def _shared(page: Page, main: Draft, draft: Draft) -> Range | None:
    """Return the body that holds the main event, where that names `draft`, too: another round, or what it announces."""
    if main.holder is None or main.name is None or draft.name is None:
        return None
    name = bare_letters(page.text[slice(*draft.name)])
    return main.holder if len(name) >= _OWN_NAME and name in bare_letters(page.text[slice(*main.name)]) else None


def _complete_main(page: Page, main: Draft) -> None:
    """Add to the main event what other clauses and the headline tell of it."""
    lo, hi = main.lo, main.hi
    taught = main.anchor.kind in _TAUGHT
    main.count = attendance(page, lo, hi, taught=taught)
    if hi == main.clause.hi:
        if main.day is None:
            main.day, place = held_later(page, hi)
            if main.day is None and main.place is None:
                main.day, place = at_line_end(page, hi)
            main.place = main.place or place
        if main.anchor.kind != _ANNOUNCES:
            main.count = main.count or attendance_later(page, hi, taught=taught)
    main.cast.add_all(lecturers(page, lo))
    main.cast.add_unnamed(told_later(page, hi))
    main.cast.add_unnamed(came_too(page, hi))
    main.cast.add_unnamed(listed_later(page, lo, page.layout.body[1]))
    main.clock = _clock(page, main)
    if main.clock is None and main.day is not None:
        main.clock = time_later(page, hi, main.day.expression)


def _complete(page: Page, draft: Draft, main: Draft) -> None:
    """Add to a further event who holds it and who was there, and when it began."""
    cue, hi = draft.anchor.cue, draft.clause.hi
    if draft.day is not None and not draft.cast:
        draft.holder = organiser(page, draft.lo, min(draft.hi, cue.hi + _HELD_REACH))
    draft.holder = draft.holder or _shared(page, main, draft)
    draft.cast.add_unnamed(there_too(page, cue.hi, hi))
    draft.cast.add_unnamed(listed_later(page, cue.hi, hi))
    draft.count = attendance(page, cue.lo, min(hi, cue.hi + _COUNT_REACH), taught=draft.anchor.kind in _TAUGHT)
    if follows_by_clock(page, draft.clause):
        draft.clock = _clock(page, draft)


def _clock(page: Page, draft: Draft) -> TimeExpression | None:
    """Return when an event began; the hour before a verb of speech is its own only where a place stands there, too."""
    head, said = draft.clause.head, draft.clause.said
    placed = said and draft.day is not None and place_of(page, head, draft.lo) is not None
    return time_of(page, head if placed else draft.lo, draft.hi)


def _kind(page: Page, draft: Draft) -> EventKind:
    """Return the kind of an event, as its name tells it where the verb does not."""
    kind = draft.anchor.kind
    if kind == "other" and draft.name is not None:
        lo, hi = draft.name
        row = next((c.value for c in page.cues_in(lo, hi) if c.lo == lo), None)
        if row is not None and row.reads_as == "event":
            kind = row.value
        elif page.text[lo].isascii() and _english_meeting().search(page.text, lo, hi):
            kind = _MEETING
    return _MEETING if kind == "cabinet" else cast(EventKind, kind)


@cache
def _english_meeting() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(rows('english_meeting'))}\b")


def _model(page: Page, draft: Draft) -> Event:
    """Return `draft` as the contract has it."""
    forget_reporters(page, draft.anchor.kind, draft.lo, draft.hi, draft.cast)
    kind = _kind(page, draft)
    place = draft.place
    if place is None and kind == "opening" and draft.name is not None:
        place = opened_place(page, draft.name)
    name = without_half_bracket(page, draft.name) if draft.name is not None else None
    source = page.source
    return Event(
        kind=kind,
        name=source.written_at(name),
        name_span=source.span_at(name),
        when=draft.day.expression if draft.day is not None else None,
        time=draft.clock,
        venue=venue(page, with_address(page, place)) if place is not None else None,
        participants=participations(draft.cast),
        attendance=draft.count,
        organiser=source.written_at(draft.holder),
        organiser_span=source.span_at(draft.holder),
        span=source.span(draft.lo, _passage_end(page, draft)),
    )


def _passage_end(page: Page, draft: Draft) -> int:
    """Return where the passage of an event ends: with the clause, at most the paragraph, in which the last is told."""
    first = {mention.person.name: mention.hi for mention in page.people_in(draft.lo, draft.hi)[::-1]}
    ends = [draft.lo, draft.anchor.cue.hi, draft.anchor.predicate.hi]
    ends += [part.hi for part in (draft.day, draft.place) if part is not None]
    ends += [part[1] for part in (draft.name, draft.holder) if part is not None]
    ends += [first[name] for name, _ in draft.cast if name in first]
    last = max(at for at in ends if at <= draft.hi)
    end = line_end(page.text, last, draft.hi)
    if end - line_start(page.text, end, end - _PARAGRAPH) < _PARAGRAPH:
        end = draft.hi
    for word in _goes_into().finditer(page.text, last, end):
        if word["said"]:
            return word.end()
        if not page.cues_in(word.start(), word.end()):
            return word.start() - 1
    return end


@cache
def _goes_into() -> re.Pattern[str]:
    """Match what leads from an event to what was said at it, or to a clause on something of it."""
    return re.compile(rf"(?P<said>{that_word()}(?=[ “\"]))|(?<=[ ]){one_of(rows('details'))}")
