"""Read the positions that begin at a place: one, and those that the text joins to it.

In:   a Window and the place of an office in it.
Out:  WrittenPositions, and the end of the phrase that holds them.
Not:  what one position says, which `walk` reads, and whose they are.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import Hit, one_of, phrases_of, table
from thaigov_extract._people.values import WrittenPosition
from thaigov_extract._people.walk import opens_position, read_position
from thaigov_extract._people.words import Window, Word

_LONGEST_APPOINTMENT = 300
_STROKE = ("/",)
"""Between two positions of one person."""
_CHAIN = 4
"""Positions that one person is given in a row, at most."""


def whole_title(hit: Hit[Word]) -> WrittenPosition:
    """Return the position that the words at `hit` make by themselves."""
    word = hit.row
    organisation = word.form.owners[0].name if word.form else None
    return WrittenPosition(hit.lo, hit.hi, word.expands or word.phrase, word.key, organisation)


def read_positions(window: Window, lo: int, *, named: bool = False) -> tuple[list[WrittenPosition], int]:
    """Return the positions that begin with the office at `lo`, and the end of the phrase that holds them.

    The phrase ends behind an abbreviation in parentheses that repeats the title. `named` tells that the holder's name
    stands before.
    """
    text = window.text
    found, end = _read_chain(window, lo, named=named)
    closed = end + (text[end : end + 1] == " ")
    if text[closed : closed + 1] == ")" and "(" in text[lo:closed]:
        end = closed + 1
    return found, end


def _read_chain(window: Window, lo: int, *, named: bool) -> tuple[list[WrittenPosition], int]:
    """Return the positions that follow one another from `lo` on, and the end of the last."""
    found: list[WrittenPosition] = []
    at: int | None = lo
    end = lo
    aside = False
    while at is not None and len(found) < _CHAIN:
        position, hi = read_position(window, at)
        if hi <= at:
            # The window ends where the next title would begin.
            break
        if found and _is_standing_in(window, at):
            return found, hi
        if named and found and (_is_before_name(window, hi) or _is_of_several(window, hi)):
            break
        if found and _is_deputy(position, found[-1]):
            if named:
                break
            found.clear()
        end = hi
        if position.office and not (found and any(_repeats(position, other, aside=aside) for other in found)):
            found.append(position)
        at = _joined(window, end)
        if at is None and named and found and window.text.startswith(" ", end) and _is_held_too(window, found[-1], end):
            at = window.past_spaces(end)
        aside = at is None
        if aside:
            at = _aside(window, position.hi)
    return found, end


def _repeats(position: WrittenPosition, other: WrittenPosition, *, aside: bool) -> bool:
    """Tell whether `position` is `other` again; in parentheses the same office of the same organisation suffices."""
    if aside:
        return (position.office, position.organisation) == (other.office, other.organisation)
    return position.title == other.title


def _joined(window: Window, end: int) -> int | None:
    """Return where a further position of the same person begins, if one follows."""
    at = window.past_spaces(end)
    if window.text[at : at + 1] in _STROKE:
        at = window.past_spaces(at + 1)
        return at if opens_position(window, at) else None
    hit = window.at(at)
    if hit is not None and (hit.row.value == "post" or (hit.row.value == "link" and _appoints(window, end))):
        at = window.past_spaces(hit.hi)
        return at if opens_position(window, at) else None
    if hit is not None and hit.row.value == "and":
        at = window.past_spaces(hit.hi)
        further = window.at(at)
        others = further is not None and further.row.joins == "never" and hit.row.role == "weak"
        return at if opens_position(window, at) and not others else None
    return at if hit is not None and hit.row.joins == "yes" else None


def _is_standing_in(window: Window, at: int) -> bool:
    """Tell whether the words at `at` say whom the holder of a position stands in for, which is no further position."""
    hit = window.at(at)
    return hit is not None and hit.row.takes == "body"


def _is_before_name(window: Window, end: int) -> bool:
    """Tell whether the holder of the position that ends at `end` is named behind it in parentheses."""
    at = window.past_spaces(end)
    hit = window.at(at + 1) if window.text[at : at + 1] == "(" else None
    return hit is not None and hit.row.role == "prefix"


def _is_deputy(position: WrittenPosition, other: WrittenPosition) -> bool:
    """Tell whether `position` is that of the deputy of `other`: two people's, though a joint stands between."""
    return (
        position.office.endswith(other.office)
        and position.office != other.office
        and any(position.office == rank + other.office for rank in phrases_of("positions", "rank"))
    )


def _is_of_several(window: Window, end: int) -> bool:
    """Tell whether the office that ends at `end` is that of several others: "และนายอำเภอทั้ง 13 อำเภอ"."""
    return _several().match(window.text, end, window.hi) is not None


@cache
def _several() -> re.Pattern[str]:
    every, units = one_of(phrases_of("people", "all")), one_of(phrases_of("people", "several"))
    return re.compile(rf"[ ]{{0,2}}(?:{every}[ ]?)?[0-9]{{1,3}}[ ]?{units}")


def _is_held_too(window: Window, held: WrittenPosition, end: int) -> bool:
    """Tell whether the office behind a mere space is the same person's.

    It is where speech follows, where the next one is named behind an office of some body, and where both are of the
    cabinet: "รองนายกรัฐมนตรี รมว.คลัง"; elsewhere it may be somebody who is not named.
    """
    at = window.past_spaces(end)
    hit = window.at(at)
    if hit is None or hit.row.role != "office" or hit.row.joins == "never":
        return False
    further, hi = read_position(window, at)
    following = window.at(window.past_spaces(hi))
    if following is not None and following.row.role == "speech":
        return further.hi > hit.hi
    if following is not None and following.row.role == "prefix" and further.organisation is not None:
        return not hit.row.alone and hit.row.takes != "body"
    of_cabinet = hit.row.takes == "ministry" and held.office in cabinet_offices()
    return of_cabinet and (following is None or following.row.role not in ("prefix", "office", "acting"))


@cache
def cabinet_offices() -> frozenset[str]:
    """Return the offices of the heads of the government, who may hold a ministry as well."""
    return frozenset(
        row["key"] or row["expands"] or row["phrase"] for row in table("positions") if row["joins"] == "cabinet"
    )


def _appoints(window: Window, end: int) -> bool:
    """Tell whether the line up to `end` tells of an appointment: "แต่งตั้งนายสมชาย ใจดี รองอธิบดี เป็นอธิบดี"."""
    begin = line_start(window.text, end, end - _LONGEST_APPOINTMENT)
    return any(window.text.find(word, begin, end) >= 0 for word in phrases_of("people", "appointing"))


def _aside(window: Window, end: int) -> int | None:
    """Return where a second title begins in parentheses: "รองเจ้ากรม (หัวหน้าคณะ)"."""
    at = window.past_spaces(end)
    return at + 1 if window.text[at : at + 1] == "(" and opens_position(window, at + 1) else None
