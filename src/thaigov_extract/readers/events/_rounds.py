"""Read the rounds of a course or a road show: the same thing on several days, each at a place of its own.

In:   Page.
Out:  Drafts, one for each round.
Not:  events that have sentences of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from thaigov_extract._lexicon import one_of, phrases_of, table
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place, place_at
from thaigov_extract.readers.events._circumstances import When
from thaigov_extract.readers.events._drafts import Draft, stand_in
from thaigov_extract.readers.events._names import kind_in, name_of, named_before
from thaigov_extract.readers.events._statements import Anchor, Statement
from thaigov_extract.resolve import Page

_LEAST = 3
_GAP = 60
"""Between the place of one round and the day of the next stands no more than its number."""
_LEAD_REACH = 1_500
_NAME_REACH = 600


def rounds(page: Page) -> Iterator[Draft]:
    """Yield the rounds of everything that is told as a row of days with their places."""
    row: list[tuple[When, Place]] = []
    for entry in _entries(page):
        if row and entry[0].lo - row[-1][1].hi > _GAP:
            yield from _drafts(page, row)
            row = []
        row.append(entry)
    yield from _drafts(page, row)


def _entries(page: Page) -> Iterator[tuple[When, Place]]:
    """Yield each day with the place right behind it."""
    for dated in page.dates_in(*page.layout.body):
        if dated.expression.kind not in ("date", "range"):
            continue
        lead = _place_lead().match(page.text, dated.hi)
        place = place_at(page.text, lead.end()) if lead else None
        if place is not None:
            yield When(dated.lo, dated.hi, dated.expression), place


@cache
def _place_lead() -> re.Pattern[str]:
    kinds = ("head", "unit", "province", "marker")
    words = one_of(row["phrase"] for row in table("places") if row["reads_as"] in kinds)
    markers = one_of(phrases_of("places", "marker"))
    return re.compile(rf"[ ]{{0,4}}(?:[:=-][ ]{{0,3}})?(?:{markers}[ ]?)?(?={words})")


def _drafts(page: Page, row: list[tuple[When, Place]]) -> Iterator[Draft]:
    if len(row) < _LEAST:
        return
    lo = row[0][0].lo
    begins = max(page.layout.title[0], lo - _LEAD_REACH)
    kind = kind_in(page, begins, lo)
    told = [c for c in page.mentions.within(Cue, begins, lo) if c.value.reads_as == "event"]
    if kind is None and not told:
        return
    anchor = Anchor(kind or "other", told[-1], told[-1]) if told else stand_in(kind or "other", lo)
    name = named_before(page, max(begins, lo - _NAME_REACH), lo) or (name_of(page, anchor) if told else None)
    for day, place in row:
        yield Draft(Statement.of_range(day.lo, place.hi), anchor, name, day, place, day.lo, place.hi)
