"""Give the words beside an event's circumstances.

In:   the table of circumstances.
Out:  its phrases by what they read as, and how far the text may tell of one event.
Not:  what the words mean where they stand.
"""

from __future__ import annotations

from thaigov_extract._lexicon import phrases_of

LATER_REACH = 4_000
"""So far behind an event the text may still tell its day, its place and who came."""


def rows(reads_as: str) -> tuple[str, ...]:
    """Return the phrases of the table that read as `reads_as`."""
    return phrases_of("circumstances", reads_as)
