"""Find what is written: each finder reads one kind of thing, and knows no other finder.

In:   Layouts.
Out:  Mentions of each, settled.
Not:  what was meant; years, people and roles are resolved later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Together
from thaigov_extract._listing.markers import signs
from thaigov_extract._mentions import Mention, Mentions, settle
from thaigov_extract._people.words import triggers
from thaigov_extract.finders import counts, cues, dates, english_people, lists, people, places, times
from thaigov_extract.finders._date_tokens import date_words

Finder = Callable[[Layout], Iterator[Mention[object]]]

FINDERS: tuple[Finder, ...] = (
    counts.find,
    cues.find,
    dates.find,
    english_people.find,
    lists.find,
    people.find,
    places.find,
    times.find,
)
"""Every finder. Their order does not matter: mentions settle by place and length."""


def find(layouts: Sequence[Layout]) -> list[Mentions]:
    """Return everything that the finders read in each layout; a finder goes through all of them before the next one."""
    for layout in layouts:
        _together().search(layout.source)
    found: list[list[Mention[object]]] = [[] for _ in layouts]
    for finder in FINDERS:
        for layout, mentions in zip(layouts, found, strict=True):
            mentions.extend(finder(layout))
    return [settle(mentions) for mentions in found]


@cache
def _together() -> Together:
    """Return the one pass for the tables that finders seek in the whole text; each by itself would search alone.

    Without that of `places`: most of its few words are everywhere, and it fits into the cache.
    """
    return Together(
        cues.phrases(), triggers(), date_words(), signs(), counts.units(), times.hour_words(), dates.unread_words()
    )
