"""Tell whether a prefix is one, and where it begins and ends.

In:   the hit of a prefix, the Window behind it, the Name that follows.
Out:  the range of the whole prefix; whether a person begins there.
Not:  the name itself.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._lexicon import Hit, phrase_at, phrase_before, phrases_of
from thaigov_extract._people.english import ends_in_head
from thaigov_extract._people.thai_names import SURE_INSIDE, Name, name_word
from thaigov_extract._people.words import Window, Word, Words

_LONGEST_STACK = 4
"""Prefixes in a row behind the first, at most."""
_ONE_LETTER = 2
"""The length of an abbreviation of one letter: "ศ."."""
_SURELY_BOTH = 12
"""A name of at least this many characters without a space is given and family name."""
_SURE_WORD = 4
"""No name in full holds a word of so many characters that speaks of somebody."""
_LONGEST_GLUE = 16


@cache
def _counts_men() -> re.Pattern[str]:
    # "เจ้าหน้าที่ 63 นาย เรือ 18 ลำ": a number of up to three digits, so no year.
    return re.compile(r"(?<!\d)\d{1,3} $")


def whole_prefix(window: Window, first: Hit[Word]) -> tuple[int, int, str]:
    """Return the range of the prefixes in a row that begin with `first`, and the class of them."""
    at, kind = first.hi, first.row.value
    for _ in range(_LONGEST_STACK):
        hit = window.at(window.past_spaces(at))
        if kind == "courtesy" or hit is None or hit.row.role != "prefix":
            break
        if kind == "civil" and hit.row.value == "loose":
            # "นายคุณากร": the name only begins like one.
            break
        at, kind = hit.hi, hit.row.value if kind == "loose" or hit.row.value == "royal" else kind
    lo, at = _whole_rank(window.text, first.lo, at) if kind == "rank" else (first.lo, at)
    return lo, at, kind


def _whole_rank(text: str, lo: int, at: int) -> tuple[int, int]:
    """Return `[lo, at)` with the words that belong to the rank there: "ว่าที่ ร.ต.หญิง "."""
    aheads, suffixes = _parts_of_ranks()
    return lo - len(phrase_before(text, aheads, lo)), at + len(phrase_at(text, suffixes, at))


@cache
def _parts_of_ranks() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what may stand right before a rank, and right behind one."""
    aheads = tuple(written for word in phrases_of("people", "ahead") for written in (word, word + " "))
    return aheads, tuple(
        written for word in phrases_of("people", "suffix") for written in (word + " ", f" {word} ", f"({word})")
    )


def stands(kind: str, name: Name, window: Window, at: int, held: bool) -> bool:  # noqa: FBT001 - a fact, no option
    """Tell whether a prefix of this kind makes a person of the name: some need a position or a verb behind it."""
    glued = window.text.startswith(name.given, at)
    if kind == "self":
        return not glued
    if kind == "loose":
        if name.family is None:
            return glued and held and len(name.given) >= _SURELY_BOTH and not _is_clause(window, at, name.hi)
        if not (held or window.at(at) is None):
            return False
        return glued and (held or is_stopped(window, name.hi)) and not _is_clause(window, at, name.hi, _SURE_WORD)
    if kind == "courtesy":
        return held and _is_plain(name, window, at)
    return held or kind not in ("monk", "title", "royal")


def _is_clause(window: Window, lo: int, hi: int, shortest: int = _ONE_LETTER + 1) -> bool:
    """Tell whether `[lo, hi)` holds a word that no name holds: "อาจารย์ยุคใหม่จึงต้องเป็นผู้นำ"."""
    return any(
        word.row.role in ("stop", "weak", "speech") and word.hi - word.lo >= shortest for word in window.between(lo, hi)
    )


def _is_plain(name: Name, window: Window, at: int) -> bool:
    """Tell whether the name at `at` has one family name, and neither part begins like a word of the tables."""
    if name.family is None or " " in name.family or not window.text.startswith(name.given, at):
        return False
    return window.at(at) is None and window.at(name.hi - len(name.family)) is None


def stands_alone(words_of_text: Words, lo: int) -> bool:
    """Tell whether the word at `lo` is a common noun that only begins like prefix and name."""
    text, nouns = words_of_text.text, phrases_of("people", "shield", "whole")
    if not text.startswith(nouns, lo):
        return False
    match = name_word().match(text, lo)
    if match is None or match[0] in nouns:
        return match is not None
    # "ชั้นนายพลในตำแหน่ง"
    glued = words_of_text[max(lo + len(noun) for noun in nouns if text.startswith(noun, lo))]
    return glued is not None and glued.row.role == "stop"


def may_begin(text: str, hit: Hit[Word]) -> bool:
    """Tell whether the prefix at `hit` is no end of another word."""
    lo, word = hit.lo, hit.row
    before = text[lo - 1 : lo]
    if word.value == "latin" and ends_in_head(text, lo):
        return False
    if word.value == "civil" and text[hit.hi : hit.hi + 1] == " " and _counts_men().search(text, max(0, lo - 5), lo):
        return False
    if not "ก" <= before <= "๎":
        # "ม.ท.ศ. และคุณสมศรี": the last letter of an abbreviation.
        return before != "." or hit.hi - lo > _ONE_LETTER
    begin = max(0, lo - _LONGEST_GLUE)
    spelt_out = word.value != "loose" and hit.hi - lo >= SURE_INSIDE and not word.phrase.endswith(".")
    if word.value == "civil" or spelt_out:
        return not text.endswith(phrases_of("people", "stem"), begin, lo)
    return text.endswith(phrases_of("people", "glue"), begin, lo)


def is_stopped(window: Window, hi: int) -> bool:
    """Tell whether a word that ends a name follows the one that ends at `hi`."""
    hit = window.at(window.past_spaces(hi))
    return hit is not None and hit.row.role in ("stop", "speech", "weak")
