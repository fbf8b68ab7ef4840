"""Read the positions that a text attaches to a name, behind it and before it.

In:   the Words of the text and a Name.
Out:  WrittenPositions, and where the phrase of name and positions ends or begins.
Not:  what one position says, and the positions that several share.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import Hit, phrases_of
from thaigov_extract._people.english import read_english_title
from thaigov_extract._people.positions import read_positions
from thaigov_extract._people.thai_names import Name
from thaigov_extract._people.values import WrittenPosition
from thaigov_extract._people.walk import opens_position
from thaigov_extract._people.words import Window, Word, Words

_LONGEST_OTHER_NAME = 32
_SHORT_LINE = 60
"""A line up to this length may hold a name alone, and the next line its position."""
LOOKBACK = 130
"""A position begins at most this far before the name or the row that it belongs to."""
_COMMA = ", "
"""Between a name and a title in English."""
_ABBREVIATED = "ฯ"
CLOSING_QUOTES = ("”", '"', "’")


@cache
def _alias() -> re.Pattern[str]:
    # The same name in the other script, or a nickname: "นายสมชาย ใจดี (Mr. Somchai Jaidee) เอกอัครราชทูต".
    return re.compile(r"[ ]{0,2}\([^()\n]{2,60}\)[ ]{0,2}")


def _is_nickname(words_of_text: Words, at: int, given: str) -> bool:
    """Tell whether an office and the given name again stand at `at`: "(ปลัดสมชาย)"."""
    hit = words_of_text[at]
    return hit is not None and words_of_text.text.startswith(given, hit.hi)


def positions_behind(words_of_text: Words, window: Window, name: Name) -> tuple[list[WrittenPosition], int]:
    """Return the positions that stand right behind a name, and the end of them."""
    text, hi = window.text, name.hi
    end = hi + text.startswith(_ABBREVIATED, hi)
    # A headline may hold the name in quotes: “นายสมชาย ใจดี” อธิบดีกรมประมง; a single word there may be a nickname.
    end += name.family is not None and text.startswith(CLOSING_QUOTES, end)
    at = window.past_spaces(end)
    if text[at : at + 1] == "(":
        alias = _alias().match(text, end, window.hi)
        if alias is None:
            return [], hi
        if opens_position(window, at + 1) and not _is_nickname(words_of_text, at + 1, name.given):
            positions, end = read_positions(window, at + 1)
            return positions, max(min(end + 1, alias.end()), end)
        at = window.past_spaces(alias.end())
    elif at >= window.hi and text[at : at + 1] == "\n":
        at = _next_line(text, at)
        below = Window(words_of_text, at)
        return read_positions(below, at) if at and opens_position(below, at) else ([], hi)
    hit = window.at(at)
    while hit is not None and hit.row.role == "stop" and hit.row.value in ("and", "link", "post"):
        at = window.past_spaces(hit.hi)
        hit = window.at(at)
    if hit is not None and hit.row.value == "or":
        at = _behind_other_name(window, hit.hi)
    if hit is not None and hit.row.value == "sure":
        at = _behind_link(window, hit)
    if opens_position(window, at):
        return read_positions(window, at, named=True)
    at += len(_COMMA) * (name.given.isascii() and text.startswith(_COMMA, at))
    return _in_english(window, at) or ([], hi)


def _behind_link(window: Window, stop: Hit[Word]) -> int:
    """Return where an office begins inside `stop` and ends behind it: "เป็นประธานกรรมการ"; else where `stop` begins."""
    for link in phrases_of("people", "stop", "link"):
        office = window.at(stop.lo + len(link)) if window.text.startswith(link, stop.lo) else None
        if office and office.row.role == "office" and office.row.joins != "never" and office.hi > stop.hi:
            return office.lo
    return stop.lo


def _behind_other_name(window: Window, lo: int) -> int:
    """Return where the office begins behind another name of the same person that begins at `lo`, or `lo`."""
    spaces = (space.end() for space in _space().finditer(window.text, lo, min(window.hi, lo + _LONGEST_OTHER_NAME)))
    return next((at for at in spaces if opens_position(window, at)), lo)


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[ ]{1,3}")


def _in_english(window: Window, at: int) -> tuple[list[WrittenPosition], int] | None:
    """Return the English title behind a Thai name: "นายสมชาย ใจดี Vice Chairman, Banking Group"."""
    if not "A" <= window.text[at : at + 1] <= "Z":
        return None
    positions, end = read_english_title(window.text, at, window.hi)
    return (positions, end) if positions else None


def _next_line(text: str, at: int) -> int:
    """Return where the line behind the line break at `at` begins, if the line before holds little else than a name."""
    begins_near = at <= _SHORT_LINE or text.rfind("\n", at - _SHORT_LINE, at) >= 0
    return at + 1 if begins_near else 0


def position_before(words_of_text: Words, lo: int, free: int) -> tuple[list[WrittenPosition], int]:
    """Return the position that ends right before the name at `lo`, and where it begins; not before `free`."""
    text = words_of_text.text
    begin = line_start(text, lo, max(free, lo - LOOKBACK))
    if begin == lo:
        return [], lo
    window = Window(words_of_text, begin)
    for hit in window.joints_between(begin, lo):
        if opens_position(window, hit.lo):
            positions, end = read_positions(window, hit.lo)
            if positions and end <= lo and not text[end:lo].strip(" ("):
                return positions, hit.lo
    return [], lo
