"""Fold spelling noise away and keep the way back.

In:   the caller's text.
Out:  a Source: the folded text that every rule reads, and the only maker of Spans.
Not:  what any word means.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypedDict

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from thaigov_extract.models import Span

CODE_PAGE = "cp874"
"""The one-byte encoding of Thai."""

# Folds that keep the length, so that offsets stay the caller's.
_SAME_LENGTH = {
    **{chr(0x0E50 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    # A soft line break stands inside sentences and headlines.
    **dict.fromkeys("\u2028\x0b", " "),
    **dict.fromkeys("\u2029\x0c\x85", "\n"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    # Fonts of the 1990s kept shifted tone marks and vowels in the private use area.
    **dict(zip(map(chr, range(0xF701, 0xF705)), "ิีึื", strict=True)),
    **dict(zip(map(chr, range(0xF705, 0xF70A)), "่้๊๋์", strict=True)),
    **dict(zip(map(chr, range(0xF70A, 0xF70F)), "่้๊๋์", strict=True)),
    **dict(zip("\uf700\uf70f\uf710\uf711\uf712", "ฐญัํ็", strict=True)),
    **dict(zip(map(chr, range(0xF713, 0xF718)), "่้๊๋์", strict=True)),
    **dict.fromkeys("\uf0a7\uf0b7\uf0d8\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f", "•"),
}
_SHIFTED = "".join(map(chr, range(0xF700, 0xF718)))
_COMMON = ("\u00a0", "\u2013")
"""Odd characters that half of all releases hold: replaced without a look."""
_DROPPED = "".join(
    map(
        chr,
        [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF],
    )
)
_TONES = "่้๊๋"
_VOWELS = "ัิีึืุู็"
_MARKS = f"{_VOWELS}{_TONES}์"


class SpanFields(TypedDict):
    """The fields of a `Span`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A text in two forms: `raw`, the caller's, and `text`, the folded one that rules read."""

    raw: str
    text: str
    octets: bytes
    """`text` in the Thai code page, a `?` for what that lacks: what automata search, three times faster than UTF-8."""
    starts: Sequence[int] | None
    """Raw offset of each folded character; None where both forms have the same length."""
    ends: Sequence[int] | None
    """Raw offset after each folded character."""
    sought: dict[object, list[tuple[int, int, int]]] = field(default_factory=dict, compare=False, repr=False)
    """What one pass for several tables of phrases has found for each."""

    def span(self, lo: int, hi: int) -> Span:
        """Return the caller's span for the folded range `[lo, hi)`, which must not be empty."""
        return Span(**self.span_fields(lo, hi))

    def span_fields(self, lo: int, hi: int) -> SpanFields:
        """Return what `span` returns as the fields of a model that is made together with the one that holds it."""
        if self.starts is None or self.ends is None:
            return {"start": lo, "end": hi}
        return {"start": self.starts[lo], "end": self.ends[hi - 1]}

    def written(self, lo: int, hi: int) -> str:
        """Return exactly what the caller wrote for the folded range `[lo, hi)`."""
        if self.starts is None or self.ends is None:
            return self.raw[lo:hi]
        return self.raw[self.starts[lo] : self.ends[hi - 1]] if lo < hi else ""

    def span_at(self, place: tuple[int, int] | None) -> Span | None:
        """Return the caller's span for a folded range, None where there is none or it is empty."""
        return self.span(*place) if place is not None and place[0] < place[1] else None

    def written_at(self, place: tuple[int, int] | None) -> str | None:
        """Return exactly what the caller wrote for a folded range, None where there is none."""
        return self.written(*place) if place is not None else None


def fold(raw: str) -> Source:
    """Return `raw` with zero-width characters, odd spaces, digits and misordered marks folded, and the way back.

    A lone surrogate cannot be written as UTF-8; it is shown as U+FFFD, which keeps all offsets.
    """
    text = raw
    for odd in _COMMON:
        text = text.replace(odd, _SAME_LENGTH[odd])
    try:
        octets = _in_code_page(text)
        hits = _hits(text) if octets is None else _hits_in_code_page(octets)
    except UnicodeEncodeError:
        return fold(re.sub("[\ud800-\udfff]", "\ufffd", raw))
    if octets is not None and not hits:
        return Source(raw, text, octets, None, None)
    length_changes = False
    for site in {site for site, _ in hits}:
        if site in _SAME_LENGTH:
            text = text.replace(site, _SAME_LENGTH[site])
        length_changes = length_changes or site not in _SAME_LENGTH or site in _SHIFTED
    return _fold_lengths(raw, text, hits) if length_changes else Source(raw, text, octets_of(text), None, None)


def octets_of(text: str) -> bytes:
    """Return `text` as automata search it: one octet a character, so that offsets stay what they are."""
    return text.encode(CODE_PAGE, "replace")


_SITES = (
    *(odd for odd in _SAME_LENGTH if odd not in _COMMON),
    *_DROPPED,
    "\r",
    "ํ",
    "เเ",
    *(tone + vowel for tone in _TONES for vowel in _VOWELS),
    *(mark + mark for mark in _MARKS),
    *("ำ" + tone for tone in _TONES),
)
"""All that folds, or shows where something does."""
_SITES_IN_CODE_PAGE = tuple(site for site in _SITES if site.encode(CODE_PAGE, "ignore"))


def _in_code_page(text: str) -> bytes | None:
    try:
        return text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return None


@cache
def _octet_automaton() -> BytesAhoCorasick:
    octets = [site.encode(CODE_PAGE) for site in _SITES_IN_CODE_PAGE]
    return BytesAhoCorasick(octets, implementation=Implementation.DFA)


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(_SITES, implementation=Implementation.DFA)


def _hits_in_code_page(octets: bytes) -> list[tuple[str, int]]:
    """Return the sites in a text, all or the rest of which is in the code page, at half the price of `_hits`."""
    return [(_SITES_IN_CODE_PAGE[index], lo) for index, lo, _ in _octet_automaton().find_matches_as_indexes(octets)]


def _hits(text: str) -> list[tuple[str, int]]:
    """Return the sites in `text` with their places."""
    return [(_SITES[index], lo) for index, lo, _ in _automaton().find_matches_as_indexes(text)]


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(f"[{_DROPPED}]++|\r\n?+")


@cache
def _misspelt() -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?P<before> [{_MARKS}]*+ )
          (?:
              ํ (?P<between> [{_MARKS}]*+ ) า (?: (?P<after> [{_MARKS}]++ ) (?! [ำํ] ) )?+
            | ำ (?P<late> [{_MARKS}]++ ) (?! [ำํ] )
          )
        | (?P<marks> [{_MARKS}]{{2}} [{_MARKS}]*+ )
        | เเ
        """,
        re.VERBOSE,
    )


def _fold_lengths(raw: str, text: str, hits: list[tuple[str, int]]) -> Source:
    """Drop what is invisible first, so that marks which it parted meet; then mend the marks."""
    size = len(text)
    offsets = _offsets() if size < len(_offsets()) else array("I", range(size + 1))
    noise = [lo for site, lo in hits if site in _DROPPED or site == "\r"]
    folded = _rewrite(_Folded(text, offsets[:size], offsets[1 : size + 1]), _noise_at(text, noise), _without_noise)
    octets = octets_of(folded.text)
    mended = _rewrite(folded, _misspelt_at(folded.text, [lo for _, lo in _hits_in_code_page(octets)]), _mended)
    if mended is not folded:
        octets = octets_of(mended.text)
    return Source(raw, mended.text, octets, mended.starts, mended.ends)


@cache
def _offsets() -> array[int]:
    """Return the offsets of any ordinary text: copying them takes a tenth of the time of making them."""
    return array("I", range(16_385))


def _noise_at(text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    done = 0
    for place in places:
        if place >= done and (match := _noise().match(text, place)):
            done = match.end()
            yield match


def _misspelt_at(text: str, sites: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the misspelt runs of marks, looked for only around the sites."""
    done = 0
    match_at = _misspelt().match
    for site in sites:
        if site < done:
            continue
        starts = [site]
        if text[site] != "เ":
            starts.insert(0, marks := _before_marks(text, site, done))
            if marks > done and text[marks - 1] == "ำ":
                starts.insert(0, _before_marks(text, marks - 1, done))
        if match := next(filter(None, (match_at(text, start) for start in starts)), None):
            done = match.end()
            yield match


def _before_marks(text: str, at: int, done: int) -> int:
    while at > done and text[at - 1] in _MARKS:
        at -= 1
    return at


class _Folded(NamedTuple):
    """A text on its way to a Source, with the raw offsets before and after each character."""

    text: str
    starts: array[int]
    ends: array[int]


def _rewrite(before: _Folded, matches: Iterable[re.Match[str]], replacement: Callable[[re.Match[str]], str]) -> _Folded:
    """Replace `matches`; each character of a replacement stands for the whole match."""
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    done = 0
    for match in matches:
        lo, hi = match.span()
        instead = replacement(match)
        pieces += (before.text[done:lo], instead)
        starts += before.starts[done:lo]
        starts += before.starts[lo : lo + 1] * len(instead)
        ends += before.ends[done:lo]
        ends += before.ends[hi - 1 : hi] * len(instead)
        done = hi
    if not done:
        return before
    starts += before.starts[done:]
    ends += before.ends[done:]
    return _Folded("".join((*pieces, before.text[done:])), starts, ends)


def _without_noise(match: re.Match[str]) -> str:
    return "\n" if match[0][0] == "\r" else ""


def _mended(match: re.Match[str]) -> str:
    if match["marks"]:
        return _ordered(match["marks"])
    if match["before"] is None:
        return "แ"
    return _ordered(match["before"] + (match["between"] or "") + (match["after"] or "") + (match["late"] or "")) + "ำ"


def _ordered(marks: str) -> str:
    """Return `marks` each once, vowels before tones."""
    return "".join(sorted(dict.fromkeys(marks), key=lambda mark: (mark not in _VOWELS) + (mark == "์")))
