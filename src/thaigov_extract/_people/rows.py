"""Give the people named in a row the office that they share.

In:   the mentions of people in text order.
Out:  the same, with the positions shared: what stands before the first of the row, or behind the last.
Not:  which position is attached to one of them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import one_of, phrase_before, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract._people.attached import LOOKBACK
from thaigov_extract._people.positions import read_positions
from thaigov_extract._people.values import WrittenPerson, WrittenPosition
from thaigov_extract._people.walk import opens_position
from thaigov_extract._people.words import Window, Words

_ROW_REACH = 40
"""Between an office and the word that opens the row of those who hold it: "วิทยากรในครั้งนี้ ได้แก่"."""
_LONGEST_MARKER = 16
_LONGEST_APPOINTMENT = 400


def share_office_before(words_of_text: Words, people: list[Mention[WrittenPerson]]) -> list[Mention[WrittenPerson]]:
    """Return `people`; names in a row share the office that stands before the word that opens the row."""
    text, openers = words_of_text.text, phrases_of("people", "row")
    office: tuple[WrittenPosition, ...] = ()
    for index, person in enumerate(people):
        value = person.value
        before = people[index - 1].value.phrase_hi if index else 0
        if value.positions or not value.family:
            office = () if value.positions else office
            continue
        if not (office and next_in_row().fullmatch(text, before, person.lo)):
            opener = number_before(text, person.lo)
            office = ()
            if written := phrase_before(text, openers, opener, before):
                office = tuple(_office_of_row(words_of_text, opener - len(written), before))
        if office:
            people[index] = replace(person, value=replace(value, shared=office))
    return people


def number_before(text: str, lo: int) -> int:
    """Return the end of what stands before the space, the line break and the number of a name at `lo`."""
    before = text[lo - 1 : lo]
    if before.isalpha():
        return lo
    marker = _marker().search(text, max(0, lo - _LONGEST_MARKER), lo)
    return marker.start() if marker else lo


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"(?<![\s\d.):])[\s:]{0,8}(?:\d{1,2}[.)][ ]{0,4})?\Z")


@cache
def next_in_row() -> re.Pattern[str]:
    joint = one_of(phrases_of("people", "weak", "and"))
    return re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:{joint})?\s{{0,3}}(?:\d{{1,2}}[.)][ ]{{0,4}})?")


def _office_of_row(words_of_text: Words, end: int, free: int) -> list[WrittenPosition]:
    """Return the office that names in a row behind `end` hold: what they are appointed to, else what stands last."""
    text = words_of_text.text
    line = line_start(text, end, max(free, end - _LONGEST_APPOINTMENT))
    for word in phrases_of("people", "appointing"):
        at = text.find(word, line, end)
        if at >= 0:
            window = Window(words_of_text, at)
            office = window.past_spaces(at + len(word))
            return read_positions(window, office)[0][:1] if opens_position(window, office) else []
    begin = max(line, end - LOOKBACK)
    window = Window(words_of_text, begin)
    found: list[WrittenPosition] = []
    at = begin
    for hit in window.joints_between(begin, end):
        if hit.lo >= at and opens_position(window, hit.lo) and _may_begin_office(text, begin, hit.lo):
            found, at = read_positions(window, _with_acting(text, begin, hit.lo))
    return found[-1:] if found and end - found[-1].hi <= _ROW_REACH else []


def _with_acting(text: str, begin: int, lo: int) -> int:
    """Return where the word begins by which the office at `lo` is held for another, else `lo`."""
    return lo - len(phrase_before(text, phrases_of("positions", "acting"), lo, begin))


def _may_begin_office(text: str, begin: int, lo: int) -> bool:
    """Tell whether an office may begin at `lo`: behind no Thai letter, or behind a word that is glued to it."""
    glue = (*phrases_of("people", "glue"), *phrases_of("people", "stop", "post"), *phrases_of("people", "stop", "link"))
    return not "ก" <= text[lo - 1 : lo] <= "๎" or text.endswith(glue, begin, lo)


def share_positions_behind(text: str, people: list[Mention[WrittenPerson]]) -> Iterator[Mention[WrittenPerson]]:
    """Yield `people`; of names in a row, those before the last share its position, if several hold such a one."""
    for index in range(len(people) - 2, -1, -1):
        person, following = people[index : index + 2]
        value = person.value
        others = following.value.positions or following.value.shared
        if value.positions or not value.family or not others or others[0].lo < following.hi:
            continue
        joint = text[person.hi : following.lo]
        joined = joint.strip() in phrases_of("people", "weak", "and") or _joint().fullmatch(joint) is not None
        if joined and text.startswith(phrases_of("people", "shared"), others[0].lo):
            people[index] = replace(person, value=replace(value, shared=others))
    return iter(people)


@cache
def _joint() -> re.Pattern[str]:
    # Names in a row, numbered or not: with a word between them the position is the last one's only.
    return re.compile(r"[ ]{0,3},?[ ]{0,3}(?:\d{1,2}[.)][ ]?)?")
