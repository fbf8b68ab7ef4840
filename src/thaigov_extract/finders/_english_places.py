"""Read the places of an English release: rooms, buildings and sites in capitals behind "at".

In:   folded text.
Out:  PlaceName, the ranges of a phrase and of its parts.
Not:  where in Thailand it lies; the addresses of English releases are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of, phrases_of, table, values_of

_LONGEST = 200


class PlaceName(NamedTuple):
    """A place in capitals at the folded range `[lo, hi)`, the article left out; `marker` is where "at" begins."""

    marker: int
    lo: int
    hi: int
    room: Range | None
    building: Range | None
    site: Range | None
    known: bool
    """True where a word for a room, a building or a site stands in it."""


def place_names(text: str, lo: int, hi: int) -> Iterator[PlaceName]:
    """Yield the places behind "at" in an English passage `[lo, hi)`."""
    for marker in _marker().finditer(text, lo, hi):
        if (name := place_name(text, marker.start("place"), marker.start())) is not None:
            yield name


def place_name(text: str, lo: int, marker: int) -> PlaceName | None:
    """Return the place whose name in capitals begins at `lo`, or None where none does."""
    parts: dict[str, Range] = {}
    at, hi = lo, lo
    if not text[lo : lo + 1].isupper():
        return None
    while hi - lo < _LONGEST and (match := _part().match(text, at)):
        kinds = [_kinds()[word] for word in match["name"].split() if word in _kinds()]
        parts.setdefault(kinds[-1] if kinds else "other", match.span("name"))
        hi = match.end("name")
        at = match.end()
        if match["comma"] is None:
            break
    if hi == lo:
        return None
    known = len(parts) > ("other" in parts)
    return PlaceName(marker, lo, hi, parts.get("room"), parts.get("building"), parts.get("site"), known)


@cache
def _kinds() -> dict[str, str]:
    return values_of("places", "english")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"(?<=[ ,(])at[ ](?:the[ ])?(?P<place>(?=[A-Z]))")


@cache
def _part() -> re.Pattern[str]:
    titles = [row["phrase"] for row in table("english_titles") if row["reads_as"] in ("head", "prefix")]
    before = one_of(word.capitalize() for word in phrases_of("english_titles", "before"))
    title = rf"(?:{before}[ ]){{0,2}}{one_of(titles)}(?!\w)"
    # "Washington D.C.", "Palais de l’Elysée"; a title that owns something is no person: "Prime Minister's Office".
    capital = r"(?: (?:[A-Z][.]){2,3} | (?:[ld][’'])?[A-Z0-9][\w’'&.-]{0,24}(?<![.]) )"
    word = rf"(?!{title}(?![’']s))(?:{capital})"
    return re.compile(
        rf"""
        (?P<name> {word} (?: [ ] (?: (?: of | the | and | for | de | & | - ) [ ] ){{0,2}} {word} ){{0,8}}
          (?: [ ] (?: district | province | subdistrict )\b )? (?: [ ] \( [^()\n]{{2,40}} \) )? )
        (?P<comma> , [ ] (?:the[ ])? (?=[A-Z]) )?
        """,
        re.VERBOSE,
    )
