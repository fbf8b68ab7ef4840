"""Read the rounds of a course or a road show: the same thing on several days, each at a place of its own.

In:   Page.
Out:  Drafts, one for each round.
Not:  events that have sentences of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract.finders.places import Place, place_at, place_heads
from thaigov_extract.readers.events._clauses import Anchor, Clause
from thaigov_extract.readers.events._evidence import Draft, stand_in
from thaigov_extract.readers.events._names import kind_in, name_of, named_before
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Dated, Page

_LEAST = 3
_GAP = 60
"""Between the place of one round and the day of the next stands no more than its number."""
_BEFORE = 60
_HOUSE_REACH = 90
_LEAD_REACH = 1_500
_NAME_REACH = 600


def rounds(page: Page) -> Iterator[Draft]:
    """Yield the rounds of everything that is events as a row of days with their places."""
    row: list[tuple[Dated, Place]] = []
    for entry in _entries(page):
        if row and min(entry[0].lo, entry[1].lo) - max(row[-1][0].hi, row[-1][1].hi) > _GAP:
            yield from _drafts(page, row)
            row = []
        row.append(entry)
    yield from _drafts(page, row)


def _entries(page: Page) -> Iterator[tuple[Dated, Place]]:
    """Yield each day with the place right behind it, if there are enough days for a row."""
    days = [dated for dated in page.dates_in(*page.layout.body) if dated.expression.kind in ("date", "range")]
    last = 0
    for dated in days if len(days) >= _LEAST else ():
        lead = _place_lead().match(page.text, dated.hi)
        place = place_at(page.text, lead.end()) if lead else _place_before(page.text, last, dated.lo)
        last = dated.hi
        if place is not None:
            yield dated, place


def _place_before(text: str, lo: int, at: int) -> Place | None:
    """Return the place behind `lo` that ends with the province right before the words that lead up to a day at `at`."""
    match = _province_then_day().search(text, max(lo, at - _BEFORE), at)
    if match is None:
        return None
    house = _house().search(text, max(lo, match.start() - _HOUSE_REACH), match.start())
    place = place_at(text, house.end(), end=match.end("place")) if house else None
    return place if place is not None and place.province else place_at(text, match.start("place"), end=at)


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"[ ](?={one_of(phrases_of('places', 'head'))})")


@cache
def _province_then_day() -> re.Pattern[str]:
    province = rf"(?:{one_of(phrases_of('places', 'unit', 'province'))})?[ ]?{one_of(phrases_of('places', 'province'))}"
    leads, words = (one_of(rows(reads_as)) for reads_as in ("day_lead", "day_word"))
    joint = one_of(phrases_of("places", "joint"))
    return re.compile(rf"(?:(?<![ก-๎])|{joint})(?P<place>{province})[ ]{{0,3}}(?:{leads}[ ]?)?(?:{words}[ ]?)?$")


@cache
def _place_lead() -> re.Pattern[str]:
    words = one_of([*place_heads(), *phrases_of("places", "province")])
    markers = one_of(phrases_of("places", "marker"))
    return re.compile(rf"[ ]{{0,4}}(?:[:=-][ ]{{0,3}})?(?:{markers}[ ]?)?(?={words})")


def _drafts(page: Page, row: list[tuple[Dated, Place]]) -> Iterator[Draft]:
    """Yield the rounds of a row that is long enough, where the text before it or at it tells what they are of."""
    if len(row) < _LEAST:
        return
    lo = min(row[0][0].lo, row[0][1].lo)
    begins = max(page.layout.title[0], lo - _LEAD_REACH)
    kind = kind_in(page, begins, lo)
    events = [c for c in page.cues_in(begins, lo) if c.value.reads_as == "event"]
    if kind is None and not events:
        return
    anchor = Anchor.of_cue(events[-1], kind or "other") if events else stand_in(kind or "other", lo)
    name = named_before(page, max(begins, lo - _NAME_REACH), lo) or (name_of(page, anchor) if events else None)
    heading = name if name is not None and name[1] <= _line(page, lo) else None
    line = _line(page, lo)
    for day, place in row:
        lo, hi = min(day.lo, place.lo), max(day.hi, place.hi)
        if (own_line := _line(page, lo)) > line:
            line, name = own_line, named_before(page, own_line, lo) or heading
        yield Draft(Clause.of_range(lo, hi), anchor, name, day, place)


def _line(page: Page, at: int) -> int:
    return line_start(page.text, at, at - _LEAD_REACH)
