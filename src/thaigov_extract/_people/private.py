"""Tell who is named as a private person: a victim, a villager, who wins a prize.

In:   the text, a Name, or the mentions of people in text order.
Out:  whether somebody is private; the mentions marked.
Not:  who is an official nevertheless, since the text gives them a position elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract._people.rows import next_in_row, number_before
from thaigov_extract._people.thai_names import Name
from thaigov_extract._people.values import WrittenPerson

_REWARD_REACH = 70
"""Between what is won or suffered and the name of the first who did: "รางวัลชนะเลิศประเภททีม ได้แก่"."""
_LONGEST_PLOT = 28


def mark_rewarded(text: str, people: list[Mention[WrittenPerson]]) -> list[Mention[WrittenPerson]]:
    """Return `people`; who is named without office behind a prize is private, and so are the others in the row."""
    private = 0
    for index, person in enumerate(people):
        value = person.value
        bare = not (value.positions or value.shared) and value.family is not None
        if bare and not value.private and (_is_rewarded(text, person.lo) or _goes_on(text, private, person.lo)):
            value = replace(value, private=True)
            people[index] = replace(person, value=value)
        if bare and value.private:
            _reward_before(text, people, index)
        private = person.hi if bare and value.private else 0
    return people


def _is_rewarded(text: str, lo: int) -> bool:
    """Tell whether the name at `lo` is the first behind what is won or suffered: "รางวัลชนะเลิศ ได้แก่"."""
    opener = number_before(text, lo)
    begin = line_start(text, opener, opener - _REWARD_REACH)
    if not text.endswith(phrases_of("people", "row") + phrases_of("people", "given"), begin, opener):
        return False
    return any(text.find(cue, begin, opener) >= 0 for cue in phrases_of("people", "private", "row"))


def _goes_on(text: str, before: int, lo: int) -> bool:
    """Tell whether a name at `lo` is the next of the row that the name up to `before` belongs to."""
    return before > 0 and _next_rewarded().fullmatch(text, before, lo) is not None


def _reward_before(text: str, people: list[Mention[WrittenPerson]], index: int) -> None:
    """Mark those named in a row before the private person at `index`."""
    while index:
        value, hi = people[index - 1].value, people[index - 1].hi
        if value.private or value.positions or value.shared:
            break
        if not next_in_row().fullmatch(text, hi, people[index].lo):
            break
        index -= 1
        people[index] = replace(people[index], value=replace(value, private=True))


@cache
def _next_rewarded() -> re.Pattern[str]:
    # A nickname, a team or a place may stand between numbered names: "1) นายสมชาย ใจดี ทีมปลาทอง 2)".
    joint = one_of(phrases_of("people", "weak", "and"))
    aside = r"(?:[“\"(][^”\")\n]{1,24}[”\")])?"
    return re.compile(
        rf"""[ ]{{0,3}}{aside} (?: [ ]{{0,3}},?[ ]{{0,3}}(?:{joint})?[ ]{{0,3}}
        | (?:[ ][^\n]{{1,60}})?\s{{1,3}}\d{{1,2}}[.)][ ]{{0,4}} )""",
        re.VERBOSE,
    )


def is_private(text: str, lo: int, name: Name) -> bool:
    """Tell whether the words beside the name at `lo`, or in the place of its family name, make a private person."""
    if name.family in phrases_of("people", "private", "family"):
        return True
    end = lo - text.startswith(" ", lo - 1) if lo else 0
    if text.endswith(phrases_of("people", "own"), 0, end) and _owned().search(text, max(0, end - _LONGEST_PLOT), end):
        return True
    behind = name.hi + text.startswith(" ", name.hi)
    return text.endswith(phrases_of("people", "private", "before"), 0, end) or text.startswith(
        phrases_of("people", "private", "after"), behind
    )


@cache
def _owned() -> re.Pattern[str]:
    # "แปลงสับปะรดของนายสมชาย ใจดี"
    plot, own = (one_of(phrases_of("people", role)) for role in ("plot", "own"))
    return re.compile(rf"(?<![ก-๎]){plot}[ก-๎]{{0,16}}{own}\Z")
