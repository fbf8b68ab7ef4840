"""Find the phrases that tell what is held, who does what in it, and where one statement ends.

In:   Layout.
Out:  mentions of Cue, one for each row of data/cues.tsv that speaks.
Not:  which person, date or place a cue belongs to; the event reader joins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Phrases, table
from thaigov_extract._mentions import Mention, record


@record
class Cue:
    """What a phrase says: the columns of its row."""

    reads_as: str
    value: str
    force: str
    rank: int
    name: str
    reach: str
    subject: str

    @classmethod
    def of_row(cls, row: dict[str, str]) -> Cue:
        """Return the cue of a row of data/cues.tsv."""
        rank = int(row["rank"] or 0)
        return cls(row["reads_as"], row["value"], row["force"], rank, row["name"], row["reach"], row["subject"])


UNTOLD = Cue("event", "other", force="noun", rank=0, name="none", reach="", subject="")
"""What stands in for a cue where an event is told without any."""


@cache
def phrases() -> Phrases[Cue]:
    """Return the phrases that are cues, or keep shorter ones quiet."""
    return Phrases((row["phrase"], Cue.of_row(row)) for row in table("cues"))


def find(layout: Layout) -> Iterator[Mention[Cue]]:
    """Yield the cues of `layout`; shields are left out, having kept shorter cues quiet."""
    rows = phrases().rows
    for row, lo, hi in phrases().places_in(layout.source):
        cue = rows[row]
        if cue.reads_as != "shield":
            yield Mention(lo, hi, cue, cue.reads_as)
