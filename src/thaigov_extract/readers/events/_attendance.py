"""Find how many people took part in an event.

In:   Page and a range of it.
Out:  the contract's Attendance.
Not:  which numbers count people; the finder of counts reads them.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.counts import Count
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Attendance
from thaigov_extract.readers.events._words import LATER_REACH, rows
from thaigov_extract.resolve import Page

_NEXT = 3
_BESIDE = 12
_LISTED = 700
_MOST_TAUGHT = 2_000
_FEWEST = 5
"""Fewer people than this are some of those who came."""
_CAME_AS = 160
_JOINED_BEFORE = 130
_JOINED_AFTER = 50


def attendance(page: Page, lo: int, hi: int, *, taught: bool) -> Attendance | None:
    """Return the number of people who took part by `[lo, hi)`; those whom something is meant to teach did."""
    for count in page.mentions.within(Count, lo, hi):
        if count.value.number < _FEWEST:
            continue
        summed = count.value.total and _sums_up(page, count, lo, taught=taught)
        if summed or _joined(page, count, lo, hi, taught=taught) or _counts_listed(page, count, lo):
            return _attendance(page, count)
    return None


def _attendance(page: Page, count: Mention[Count]) -> Attendance:
    return Attendance(
        span=page.source.span(count.lo, count.hi), count=count.value.number, qualifier=count.value.qualifier
    )


def _sums_up(page: Page, count: Mention[Count], lo: int, *, taught: bool, opened: bool = True) -> bool:
    """Tell whether a total ends the list of those who came, or of those whom something is meant to teach."""
    before = page.cues_in(max(lo, count.lo - _LISTED), count.lo)
    if not before or "\n" in page.text[before[-1].hi : count.lo]:
        return False
    return (opened and before[-1].value.reads_as == "opens") or (taught and before[-1].value.value == "target")


def attendance_later(page: Page, lo: int, *, taught: bool) -> Attendance | None:
    """Return the number of people whom the text behind `lo` calls participants."""
    for count in page.mentions.within(Count, lo, min(lo + LATER_REACH, page.layout.body[1])):
        near = page.cues_in(max(lo, count.lo - _JOINED_AFTER), count.lo)
        if (near and _comes(near[-1], count, taught=taught)) or _counts_listed(page, count, lo):
            return _attendance(page, count)
        if not near and taught and count.value.total and _sums_up(page, count, lo, taught=True, opened=False):
            return _attendance(page, count)
    return None


def _counts_listed(page: Page, count: Mention[Count], lo: int) -> bool:
    """Tell whether a number ends the list of who came: "participants, consisting of traders and farmers, 80 people"."""
    for cue in page.cues_in(max(lo, count.lo - _CAME_AS), count.lo)[::-1]:
        if cue.value.reads_as == "joined" and cue.value.value != "target":
            listed = _consists_of().match(page.text, cue.hi) is not None
            return listed and len(page.mentions.within(Count, cue.hi, count.hi + _CAME_AS // 2)) == 1
    return False


@cache
def _consists_of() -> re.Pattern[str]:
    return re.compile(f"[ ]{{0,2}}{one_of(rows('consists_of'))}")


def _comes(cue: Mention[Cue], count: Mention[Count], *, taught: bool) -> bool:
    """Tell whether a cue says that people came; one that may be said of other events must stand beside the number."""
    if cue.value.value == "target":
        return taught and count.value.number <= _MOST_TAUGHT
    return cue.value.reads_as == "joined" or (count.lo - cue.hi <= _BESIDE and _is_of_attendee(cue))


def _is_of_attendee(cue: Mention[Cue]) -> bool:
    return cue.value.value == "attendee" or cue.value.force == "attend"


def _joined(page: Page, count: Mention[Count], lo: int, hi: int, *, taught: bool) -> bool:
    """Tell whether the words around a number say that these people took part."""
    around = page.cues_in(max(lo, count.lo - _JOINED_BEFORE), min(hi, count.hi + _JOINED_AFTER))
    signs = [c for c in around if c.value.reads_as in ("scheme", "joined") or _is_of_attendee(c)]
    signs = [c for c in signs if c.value.value != "target" or _comes(c, count, taught=taught)]
    before = [c for c in signs if c.hi <= count.lo]
    after = [c for c in signs if c.lo >= count.hi]
    nearest = before[-1] if before else (after[0] if after else None)
    if nearest is None:
        return False
    if nearest.value.reads_as == "scheme":
        return bool(after) and after[0].lo - count.hi <= _NEXT and after[0].value.reads_as != "scheme"
    return not before or count.value.total or _parts().search(page.text, nearest.hi, count.lo) is None


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(one_of(rows("parts")))
