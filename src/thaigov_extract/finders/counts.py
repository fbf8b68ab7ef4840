"""Find numbers of people, with the words that qualify them.

In:   Layout.
Out:  mentions of Count.
Not:  whether these people took part in anything; the event reader decides that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Phrases, one_of, values_of
from thaigov_extract._mentions import Mention
from thaigov_extract.models import Qualifier


class Count(NamedTuple):
    """So many people, as written at the mention's range, qualifier and unit included."""

    number: int
    qualifier: Qualifier
    total: bool
    """True where the words say that it sums up those named before."""


def _words(reads_as: str) -> dict[str, str]:
    return values_of("counts", reads_as)


@cache
def _before() -> dict[str, str]:
    return {**_words("before"), **_words("total")}


@cache
def units() -> Phrases[str]:
    """Return the units of people."""
    return Phrases(_words("unit").items())


@cache
def _number() -> re.Pattern[str]:
    """Match a qualifier and a number, or the two numbers of a range, up to the unit behind them."""
    number = r"\d{1,3} (?: ,\d{3} ){1,3} | \d{1,7}"
    begins = "".join({qualifier[0] for qualifier in _before()})
    return re.compile(
        rf"""
        (?= [\d{begins}] )
        (?: (?P<before> {one_of(_before())} ) [ ]{{0,2}} )?
        (?<! [\d.,/-] ) (?: (?P<least> {number} ) [ ]{{0,2}} {one_of(_words("range"))} [ ]{{0,2}} )?
        (?P<digits> {number} ) [ ]{{0,2}}
        (?P<multiplier> {one_of(_words("multiplier"))} )? [ ]{{0,2}} $
        """,
        re.VERBOSE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[ ]?(?P<word>{one_of(_words('after'))})|(?P<other>{one_of(_words('no_unit'))})")


@cache
def _number_ends() -> frozenset[str]:
    return frozenset("0123456789").union(multiplier[-1] for multiplier in _words("multiplier"))


_REACH = 48
"""The longest qualifier, range and multiplier with their spaces."""


def find(layout: Layout) -> Iterator[Mention[Count]]:
    """Yield every number of people in `layout`."""
    text, rows, ends = layout.text, units().rows, _number_ends()
    for row, at, hi in units().places_in(layout.source):
        before = text[max(0, at - 2) : at].rstrip(" ")[-1:]
        if before in ends and (rows[row] != "word" or not _goes_on(text, hi)):
            mention = _count(text, at, hi)
            if mention is not None:
                yield mention


def _goes_on(text: str, at: int) -> bool:
    return "ก" <= text[at : at + 1] <= "๎"


def _count(text: str, at: int, hi: int) -> Mention[Count] | None:
    """Return the number of people whose unit stands at `[at, hi)`."""
    match = _number().search(text, max(0, at - _REACH), at)
    if match is not None and match["least"] and _value(match["least"]) >= _value(match["digits"]):
        # "มาตรา 33 ถึง 2 ล้านคน": no range.
        match = _number().search(text, match.start("digits"), at)
    after = _after().match(text, hi)
    if match is None or (after is not None and after["other"]):
        return None
    qualifier, total = _before().get(match["before"], ""), match["before"] in _words("total")
    if after is not None:
        qualifier, hi = _words("after")[after["word"]], after.end()
    if match["least"]:
        qualifier = "at_least"
    number = _value(match["least"] or match["digits"]) * int(_words("multiplier").get(match["multiplier"], 1))
    return Mention(match.start(), hi, Count(number, qualifier or "exact", total), "number of people")  # type: ignore[arg-type]


def _value(digits: str) -> int:
    return int(digits.replace(",", ""))
