"""Settle what the writer left unsaid, once, before any reader looks.

In:   Layout, Mentions, the caller's reference date.
Out:  Page: dates with their years, people as clusters of mentions.
Not:  what the release reports; readers decide that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import InOrder, Mention, Mentions, record
from thaigov_extract._source import Source
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import DateExpression, Diagnostic
from thaigov_extract.resolve.dates import Dated, resolve_dates
from thaigov_extract.resolve.people import Person, PersonMention, resolve_people
from thaigov_extract.resolve.times import Timed, resolve_times

__all__ = ["Dated", "Page", "Person", "PersonMention", "Timed", "resolve"]


@record
class Page:
    """A release with its parts, its mentions, and everything resolved that several readers need."""

    layout: Layout
    source: Source
    """The text and its way back to the caller's offsets."""
    text: str
    """The folded text."""
    mentions: Mentions
    published: DateExpression | None
    reference: date | None
    """The date of publication, else the caller's reference."""
    dates: tuple[Dated, ...]
    times: tuple[Timed, ...]
    people: tuple[Person, ...]
    person_mentions: tuple[PersonMention, ...]
    """Every mention of every person, in text order."""
    dates_in: Callable[[int, int], Sequence[Dated]]
    """Return the dates that begin in `[lo, hi)`."""
    times_in: Callable[[int, int], Sequence[Timed]]
    """Return the clock times that begin in `[lo, hi)`."""
    people_in: Callable[[int, int], Sequence[PersonMention]]
    """Return the mentions of people that begin in `[lo, hi)`."""
    cues_in: Callable[[int, int], Sequence[Mention[Cue]]]
    """Return the cues that begin in `[lo, hi)`."""
    diagnostics: tuple[Diagnostic, ...]


def resolve(layout: Layout, mentions: Mentions, reference: date | None) -> Page:
    """Return the page that readers read."""
    diagnostics: list[Diagnostic] = []
    published, dates = resolve_dates(layout, mentions, reference, diagnostics.append)
    if published is not None:
        reference = published.start
    times = resolve_times(layout, mentions, diagnostics.append)
    people, person_mentions = resolve_people(layout, mentions, diagnostics.append)
    return Page(
        layout=layout,
        source=layout.source,
        text=layout.text,
        mentions=mentions,
        published=published,
        reference=reference,
        dates=dates,
        times=times,
        people=people,
        person_mentions=person_mentions,
        dates_in=InOrder(dates).beginning_in,
        times_in=InOrder(times).beginning_in,
        people_in=InOrder(person_mentions).beginning_in,
        cues_in=mentions.in_order(Cue).beginning_in,
        diagnostics=tuple(diagnostics),
    )
