"""Cut the name of a subject or project out of the words of its item.

In:   a text and the range of an item.
Out:  Title: the range of the name, and of its English form.
Not:  whether the item is a subject or a project.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Layout, Range, line_end, quote_end
from thaigov_extract._lexicon import behind_none_of, one_of, phrases_of
from thaigov_extract._listing.enumerations import trimmed
from thaigov_extract._listing.markers import words

_LONGEST = 300
_SHORTEST = 3
_BEFORE_GAP = 10
"""So much of a name stands before a space that may end it."""

_LONGEST_WORD = 24
"""A word before a quoted name, with the blanks behind it, is no longer: "เชิงปฏิบัติการ “..."."""


class Title(NamedTuple):
    """A name at `[lo, hi)`; `english` where the writer adds or uses an English one."""

    lo: int
    hi: int
    english: Range | None


@cache
def _head() -> re.Pattern[str]:
    heads, numbered = one_of(phrases_of("programmes", "generic_head")), one_of(words("ordinal_end", ""))
    return re.compile(
        rf"(?: Module[ ]?\d{{0,2}}[ ]?[.:]?[ ]? )?+"
        rf"(?: {heads} (?:{numbered}[ ]?\d{{1,2}})? [ ]? [:.]? [ ]? (?![)/]) ){{0,2}}+",
        re.VERBOSE,
    )


@cache
def _tail() -> re.Pattern[str]:
    tails = one_of(phrases_of("programmes", "tail"))
    latin = one_of(phrases_of("programmes", "latin_tail"))
    return re.compile(
        rf"(?<=[ )”\"])[ ]{{0,2}}(?:{tails})|(?<=[A-Za-z][ ]){latin}|\n|[ ]?\((?=[^()]{{0,20}}\d[^()]{{0,20}}\))"
    )


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(rf"(?<=[ )]){one_of(phrases_of('programmes', 'aim'))}")


@cache
def _english() -> re.Pattern[str]:
    # "(Design Thinking)": words with small letters; "(GOC)" is an abbreviation.
    return re.compile(r"[ ]{0,2}\((?P<name>[A-Z][^()ก-๎]{1,120}[a-z][^()ก-๎]{0,40})\)")


@cache
def _behind() -> re.Pattern[str]:
    # "ทบทวนพื้นฐาน Refresher Course for Basic Training": an English title of three words or more behind the Thai one.
    word = r"[A-Za-z][A-Za-z'’&:-]{0,30}"
    unnamed = behind_none_of(f"{word} " for word in phrases_of("programmes", "named"))
    return re.compile(rf"(?<=[ก-๎)”][ ]){unnamed}[ ]?(?P<name>(?=[A-Z]){word}(?:[ ]{{1,2}}{word}){{2,14}})[ ]{{0,2}}$")


@cache
def _thai() -> re.Pattern[str]:
    return re.compile(r"[ก-๎]")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}{one_of(phrases_of('programmes', 'preposition'))}")


@cache
def _gloss() -> re.Pattern[str]:
    # "Product Design : ออกแบบสินค้า": Latin name, Thai explanation.
    return re.compile(r"(?P<name>[A-Z][^:\nก-๎]{2,80}?)[ ]?[:-][ ]?(?=[ก-๎])")


def title(text: str, lo: int, hi: int) -> Title | None:
    """Return the name that the item `[lo, hi)` begins with."""
    hi = min(hi, lo + _LONGEST)
    head = _head().match(text, lo, hi)
    lo = head.end() if head else lo
    quoted = _quoted(text, lo, hi)
    name = _of_quote(text, quoted, hi) if quoted else _of_phrase(text, lo, hi)
    lo, end = stripped(text, name.lo, name.hi)
    if end - lo < _SHORTEST:
        return None
    in_english = name.english is None and not _thai().search(text, lo, end)
    return Title(lo, end, (lo, end) if in_english else name.english)


def _of_quote(text: str, quoted: tuple[int, int, int], hi: int) -> Title:
    """Return the name inside quotes, and the English title behind them."""
    lo, end, after = quoted
    english = _english().match(text, after, hi)
    if english is None:
        english = _behind().search(text, after - 1, line_end(text, after, hi))
    return Title(lo, end, english.span("name") if english else None)


def _of_phrase(text: str, lo: int, hi: int) -> Title:
    """Return the name before its tail, and the English title in brackets or behind it."""
    tail = _tail().search(text, lo + _SHORTEST, hi)
    end = _without_aim(text, lo, tail.start() if tail else hi)
    english = _english().search(text, lo, end)
    if english and english.start() > lo:
        if _thai().search(text, english.end(), end) is None:
            return Title(lo, english.start(), english.span("name"))
        # "ระบบ (System) สำหรับ ...": the brackets explain one word; "แผนธุรกิจ (Business Model) ร้านค้า": the title so far.
        titled = " " in english["name"] and not _goes_on().match(text, english.end(), end)
        return Title(lo, end, english.span("name") if titled else None)
    if gloss := _gloss().match(text, lo, end):
        return Title(lo, gloss.end("name"), None)
    if _thai().search(text, lo, end) and (behind := _behind().search(text, lo, end)):
        return Title(lo, behind.start(), behind.span("name"))
    return Title(lo, end, None)


def quoted_title(text: str, lo: int, hi: int) -> Title | None:
    """Return the name that stands in quotes, and the English title in brackets at its end; None for mere marks."""
    lo, hi = stripped(text, lo, hi)
    if lo == hi:
        return None
    english = _english().search(text, lo, hi)
    if english and english.start() > lo and english.end() == hi:
        return Title(lo, english.start(), english.span("name"))
    return Title(lo, hi, None)


def quoted_before(layout: Layout, at: int, window: int, words: tuple[str, ...]) -> Range | None:
    """Return the name in the last quote before `at` that stands right behind one of `words`."""
    for quote in reversed(layout.quotes_in(at - window, at)):
        before = layout.text[max(0, quote.lo - _LONGEST_WORD) : quote.lo].rstrip(" ")
        if quote.hi <= at and before.endswith(words):
            return quote.inner_lo, quote.inner_hi
    return None


def stripped(text: str, lo: int, hi: int) -> Range:
    """Return `[lo, hi)` without blanks at its ends and marks behind it, but for the one that closes a quote within."""
    while lo < hi and text[lo] in ' ”"':
        lo += 1
    end = hi
    while hi > lo and text[hi - 1] in ' ,.;:"”“':
        hi -= 1
    opened = max(text.rfind(mark, lo, hi) for mark in '“"')
    close = quote_end(text, opened, end) if opened >= 0 else -1
    return lo, max(hi, close + 1)


def project_name(text: str, lo: int, hi: int) -> Range | None:
    """Return the name that the item `[lo, hi)` begins with; English in brackets is part of a project's name."""
    hi = min(hi, lo + _LONGEST)
    quoted = _quoted(text, lo, hi)
    if quoted is not None:
        return quoted[0], quoted[1]
    tail = _tail().search(text, lo + _SHORTEST, hi)
    lo, end = stripped(text, lo, _without_aim(text, lo, tail.start() if tail else trimmed(text, lo, hi)))
    vague = text.endswith(phrases_of("programmes", "others"), lo, end)
    return (lo, end) if end - lo >= _SHORTEST and not vague else None


@cache
def name_gap() -> re.Pattern[str]:
    """Return the pattern of a space that may end a name."""
    # A space after enough of a name, before Thai: what stands behind "โครงการ 1 ตำบล " still belongs to the name,
    # and so does a stretch of a line: "รถไฟทางคู่ บางบ่อ - บางพลี".
    return re.compile(r"(?<=[ก-๎)]{3})[ ]{1,3}(?=[ก-๎])(?!ๆ|[ก-๎.]{1,25}[ ]?-[ ])")


def name_end(text: str, lo: int, hi: int) -> int:
    """Return where the name at `lo` ends: at a space before Thai, once it is long enough."""
    gap = name_gap().search(text, lo + _BEFORE_GAP, hi)
    return gap.start() if gap else hi


def _quoted(text: str, lo: int, hi: int) -> tuple[int, int, int] | None:
    """Return the inner range and the end of the quote that begins at `lo`."""
    close = quote_end(text, lo, hi)
    return (lo + 1, close, close + 1) if close > 0 else None


def _without_aim(text: str, lo: int, hi: int) -> int:
    """Return the end of the name before its aim; of two aims the second is the tail, the first part of the name."""
    aims = [match.start() for match in _aim().finditer(text, lo + 10, hi)]
    if not aims:
        return hi
    return aims[-1]
