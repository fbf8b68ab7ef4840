"""Fold spelling noise away and keep the way back.

In:   the caller's text.
Out:  a Source: the folded text that every rule reads, and the only maker of Spans.
Not:  what any word means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from thaigov_extract.models import Span

# Folds that keep the length, so that offsets stay the caller's.
_SAME_LENGTH = {
    **{chr(0x0E50 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2028\u2029\x0b\x0c\x85", "\n"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    # Fonts of the 1990s kept shifted tone marks and vowels in the private use area.
    **dict(zip(map(chr, range(0xF701, 0xF705)), "ิีึื", strict=True)),
    **dict(zip(map(chr, range(0xF705, 0xF70A)), "่้๊๋์", strict=True)),
    **dict(zip(map(chr, range(0xF70A, 0xF70F)), "่้๊๋์", strict=True)),
    **dict(zip("\uf700\uf70f\uf710\uf711\uf712", "ฐญัํ็", strict=True)),
    **dict(zip(map(chr, range(0xF713, 0xF718)), "่้๊๋์", strict=True)),
    **dict.fromkeys("\uf0a7\uf0b7\uf0d8\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f", "•"),
}
_COMMON = "\u00a0\u2013"
_RARE = re.compile("[" + "".join(re.escape(c) for c in _SAME_LENGTH if c not in _COMMON) + "]")

_ZERO_WIDTH = "\u200b-\u200f\u2060-\u2064\u2066-\u2069\u202a-\u202e\ufeff\u00ad"
_TONE = "่-๋"
_UPPER_VOWEL = "ัิ-ื็"


@cache
def _length_changing() -> re.Pattern[str]:
    gap = f"[{_ZERO_WIDTH}]*"
    return re.compile(
        rf"""
          (?P<drop> [{_ZERO_WIDTH}]+ )
        | (?P<line> \r\n? )
        | (?P<am>   ํ {gap} (?P<am_tone> [{_TONE}]? ) {gap} า )
        | (?P<ae>   เ {gap} เ )
        | (?P<twice> (?P<mark> [{_TONE}{_UPPER_VOWEL}ุู์] ) (?: {gap} (?P=mark) )+ )
        | (?P<order> (?P<tone> [{_TONE}] ) {gap} (?P<vowel> [{_UPPER_VOWEL}ุู] ) )
        | (?P<am_order> ำ {gap} (?P<late_tone> [{_TONE}] ) )
        """,
        re.VERBOSE,
    )


# What one of the folds above needs in order to apply; cheap to look for.
_SUSPECT = re.compile(
    rf"[{_ZERO_WIDTH}\r]|ํ[{_TONE}]?า|เเ|([{_TONE}{_UPPER_VOWEL}ุู์])\1|[{_TONE}][{_UPPER_VOWEL}ุู]|ำ[{_TONE}]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text in two forms: `raw`, the caller's, and `text`, the folded one that rules read."""

    raw: str
    text: str
    starts: tuple[int, ...] | None
    """Raw offset of each folded character; None where both forms have the same length."""
    ends: tuple[int, ...] | None
    """Raw offset after each folded character."""

    def span(self, lo: int, hi: int) -> Span:
        """Return the caller's span for the folded range `[lo, hi)`, which must not be empty."""
        if self.starts is None or self.ends is None:
            return Span(start=lo, end=hi)
        return Span(start=self.starts[lo], end=self.ends[hi - 1])

    def written(self, lo: int, hi: int) -> str:
        """Return exactly what the caller wrote for the folded range `[lo, hi)`."""
        if self.starts is None or self.ends is None:
            return self.raw[lo:hi]
        return self.raw[self.starts[lo] : self.ends[hi - 1]] if lo < hi else ""

    def folded_offset(self, start: int) -> int:
        """Return the folded offset of the caller's offset `start`."""
        return start if self.starts is None else bisect_left(self.starts, start)


def fold(raw: str) -> Source:
    """Return `raw` with zero-width characters, odd spaces, digits and misordered marks folded, and the way back.

    A lone surrogate cannot be written as UTF-8; it is shown as U+FFFD, which keeps all offsets.
    """
    raw = _without_surrogates(raw)
    text = raw
    for odd in _COMMON:
        text = text.replace(odd, _SAME_LENGTH[odd])
    if _RARE.search(text):
        for odd in set(_RARE.findall(text)):
            text = text.replace(odd, _SAME_LENGTH[odd])
    if _SUSPECT.search(text):
        return _fold_lengths(raw, text)
    return Source(raw, text, None, None)


def _without_surrogates(raw: str) -> str:
    try:
        raw.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", raw)
    return raw


def _fold_lengths(raw: str, text: str) -> Source:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _length_changing().finditer(text):
        lo, hi = match.span()
        pieces.append(text[done:lo])
        starts.extend(range(done, lo))
        ends.extend(range(done + 1, lo + 1))
        folded = _folded(match)
        pieces.append(folded)
        starts.extend([lo] * len(folded))
        ends.extend([hi] * len(folded))
        done = hi
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Source(raw, "".join(pieces), tuple(starts), tuple(ends))


def _folded(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "drop":
            return ""
        case "line":
            return "\n"
        case "am":
            return match["am_tone"] + "ำ"
        case "ae":
            return "แ"
        case "twice":
            return match["mark"]
        case "am_order":
            return match["late_tone"] + "ำ"
        case _:
            return match["vowel"] + match["tone"]
