"""Find what is written: each finder reads one kind of thing, and knows no other finder.

In:   Layout.
Out:  Mentions, settled.
Not:  what was meant; years, people and roles are resolved later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import Mention, Mentions, settle
from thaigov_extract.finders import counts, cues, dates, english_people, lists, people, places, times

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


def find(layout: Layout) -> Mentions:
    """Return everything that the finders read in `layout`."""
    return settle(chain.from_iterable(finder(layout) for finder in FINDERS))
