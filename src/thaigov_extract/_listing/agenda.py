"""Part a text at the headings of an agenda: "12. เรื่อง ...", each with paragraphs of its own behind it.

In:   a text, its lines, and Marks in order.
Out:  Sections: the heading, the lines and the marks of each point of the agenda.
Not:  lists of short points that begin with the same word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from thaigov_extract._layout import Range
from thaigov_extract._listing.markers import Mark, words
from thaigov_extract._mentions import InOrder

_FEWEST = 3
"""An agenda has so many points that have paragraphs of their own."""

_GAP = 12
"""How many blanks may stand between a number and its heading."""


class Section(NamedTuple):
    """A part of a text that numbers its lists anew."""

    heading: Range | None
    """The line of the heading; None for what stands before the first one, and for a text without an agenda."""
    lines: Sequence[Range]
    marks: Sequence[Mark]


def sections(text: str, lines: Sequence[Range], marks: Sequence[Mark]) -> Iterator[Section]:
    """Yield the parts into which the headings of an agenda divide the text; a text without an agenda is one."""
    starts = [lo for lo, _ in lines]
    headed = [bisect_left(starts, mark.lo) for mark in marks if _is_heading(text, mark)]
    # A heading behind which another follows at once stands in the table of contents.
    begins = [at for at, after in pairwise([*headed, len(lines)]) if at < len(lines) and after > at + 1]
    if len(begins) < _FEWEST:
        yield Section(None, lines, marks)
        return
    placed = InOrder(marks)
    for at, end in pairwise([0, *begins, len(lines)]):
        if at < end:
            yield _section(lines[at:end], placed, headed=at in begins)


def _section(lines: Sequence[Range], marks: InOrder[Mark], *, headed: bool) -> Section:
    lo, hi = lines[1 if headed and len(lines) > 1 else 0][0], lines[-1][1]
    return Section(lines[0] if headed else None, lines, marks.beginning_in(lo, hi))


def _is_heading(text: str, mark: Mark) -> bool:
    """Tell whether a numbered line is headed as points of an agenda are."""
    if not mark.begins_line or mark.style != "1.":
        return False
    at = mark.hi
    while at - mark.hi < _GAP and text[at : at + 1] == " ":
        at += 1
    return text.startswith(words("agenda"), at)
