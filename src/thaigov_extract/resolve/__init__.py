"""Settle what the writer left unsaid, once, before any reader looks.

In:   Layouts, the Mentions of each, the caller's reference date.
Out:  Pages: dates with their years, people as clusters of mentions.
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


def resolve(layouts: Sequence[Layout], mentions: Sequence[Mentions], reference: date | None) -> list[Page]:
    """Return the pages that readers read; all have their dates before the first has its times, and people come last."""
    diagnostics: list[list[Diagnostic]] = [[] for _ in layouts]
    each = list(zip(layouts, mentions, diagnostics, strict=True))
    dated = [resolve_dates(layout, found, reference, remarks.append) for layout, found, remarks in each]
    timed = [resolve_times(layout, found, remarks.append) for layout, found, remarks in each]
    peopled = [resolve_people(layout, found, remarks.append) for layout, found, remarks in each]
    return [
        Page(
            layout=layout,
            source=layout.source,
            text=layout.text,
            mentions=found,
            published=published,
            reference=reference if published is None else published.start,
            dates=dates,
            times=times,
            people=people,
            person_mentions=person_mentions,
            dates_in=InOrder(dates).beginning_in,
            times_in=InOrder(times).beginning_in,
            people_in=InOrder(person_mentions).beginning_in,
            cues_in=found.in_order(Cue).beginning_in,
            diagnostics=tuple(remarks),
        )
        for (layout, found, remarks), (published, dates), times, (people, person_mentions) in zip(
            each, dated, timed, peopled, strict=True
        )
    ]
