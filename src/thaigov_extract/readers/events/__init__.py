"""Read events: what is held, when, where and by whom, the one that the release is about first.

In:   Page.
Out:  Event models.
Not:  dates, places and people as such; they are found and resolved already.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Event
from thaigov_extract.readers.events._circumstances import (
    attendance,
    object_of,
    organiser,
    places,
    time_of,
    venue,
    when,
)
from thaigov_extract.readers.events._names import name_of
from thaigov_extract.readers.events._people import participants
from thaigov_extract.readers.events._statements import Anchor, Statement, anchors, statements
from thaigov_extract.resolve import Page


def read(page: Page) -> Iterator[Event]:
    """Yield the events of the release."""
    for statement in statements(page):
        for anchor in anchors(page, statement):
            event = _event(page, statement, anchor)
            if event is not None:
                yield event
                return


def _event(page: Page, statement: Statement, anchor: Anchor) -> Event | None:
    lo, hi = statement.lo, statement.hi
    name = name_of(page, statement, anchor)
    day = when(page, lo, hi, anchor.predicate.lo, name)
    if day is None and statement.said:
        day = when(page, statement.head, lo, lo, None)
    place = next((mention.value for mention in places(page, lo, hi) if mention.value.sure), None)
    if place is None:
        place = next((mention.value for mention in places(page, lo, hi)), None)
    if place is None and anchor.kind == "visit":
        place = object_of(page, anchor.cue, hi)
    people = participants(page, lo, hi, anchor)
    if day is None and place is None and not (anchor.chaired and people):
        return None
    kind = "meeting" if anchor.kind == "cabinet" else anchor.kind
    return Event(
        kind=kind,
        name=page.source.written(*name) if name else None,
        when=day.expression if day else None,
        time=time_of(page, lo, hi),
        venue=venue(page, place) if place else None,
        participants=people,
        attendance=attendance(page, lo, hi),
        organiser=organiser(page, lo, hi),
        span=page.source.span(lo, hi),
    )
