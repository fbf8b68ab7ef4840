"""Find people: prefix, given and family name, with the positions that the text attaches.

In:   Layout.
Out:  mentions of WrittenPerson, WrittenRole (a title that stands for its holder) and SpeechCue.
Not:  who is the same person, or who is an official.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TypeGuard

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Hit, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract._people.attached import CLOSING_QUOTES, LOOKBACK, position_before, positions_behind
from thaigov_extract._people.glued import name_lists
from thaigov_extract._people.positions import read_positions, whole_title
from thaigov_extract._people.prefixes import is_stopped, may_begin, stands, stands_alone, whole_prefix
from thaigov_extract._people.private import is_private, mark_rewarded
from thaigov_extract._people.rows import share_office_before, share_positions_behind
from thaigov_extract._people.thai_names import (
    Name,
    name_word,
    read_name,
    read_thai_name,
    with_syllable,
)
from thaigov_extract._people.values import SpeechCue, WrittenPerson, WrittenPosition, WrittenRole
from thaigov_extract._people.walk import is_foreign
from thaigov_extract._people.words import Window, Word, Words, that_word

_LONGEST_BARE_FAMILY = 14
_SHORT_ENDS = (".", "ฯ")
_OPENING_QUOTES = ("“", '"', "‘")
_REPORTED, _SAID = SpeechCue(reports=True), SpeechCue(reports=False)


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"[^\n“\"]{{0,60}}?{that_word()}[ “\"]")


def find(layout: Layout) -> Iterator[Mention[object]]:
    """Yield every person, title alone and verb of speech."""
    searched = Words(layout.source)
    people: list[Mention[WrittenPerson]] = []
    free = 0
    for hit in searched.triggers():
        if hit.lo < free:
            continue
        found = _read(searched, hit, free)
        if found is None:
            continue
        if not _is_person(found):
            yield found
        elif not (people and _is_alias(layout.text, people[-1], found)):
            people.append(found)
            free = found.value.phrase_hi
    yield from share_positions_behind(layout.text, mark_rewarded(layout.text, share_office_before(searched, people)))


def _is_person(mention: Mention[object]) -> TypeGuard[Mention[WrittenPerson]]:
    return isinstance(mention.value, WrittenPerson)


def _read(words_of_text: Words, hit: Hit[Word], free: int) -> Mention[object] | None:
    """Return what begins with the word at `hit`: a person, a title alone, a verb of speech."""
    match hit.row.role:
        case "prefix":
            return _read_person(words_of_text, hit, free)
        case "office":
            return _read_role(words_of_text, hit)
        case "manner" if _said().match(words_of_text.text, hit.hi) is None:
            return None
        case role:
            cue = _REPORTED if role == "manner" or hit.row.value == "that" else _SAID
            return Mention(hit.lo, hit.hi, cue, "speech")


def _read_role(words_of_text: Words, hit: Hit[Word]) -> Mention[object] | None:
    """Return the title at `hit` as one that stands for its holder, or the person named without prefix behind it."""
    if hit.row.takes == "state":
        return _read_head_of_state(words_of_text, hit)
    window = Window(words_of_text, hit.lo)
    foreign = hit.row.takes == "none" and is_foreign(window, hit.hi)
    if hit.row.takes == "none" and not foreign:
        held, end = whole_title(hit), hit.hi
        person = None
    else:
        positions, end = read_positions(window, hit.lo)
        if not positions:
            return None
        held = positions[0]
        person = _read_bare(words_of_text, hit.lo, held.hi)
    if person := person or _read_quoted(words_of_text, held):
        return person
    name = _listed_name(words_of_text, hit, held)
    if name is None or name.family is None:
        role = WrittenRole(held, end, name.given if name else None, foreign)
        return Mention(hit.lo, held.hi, role, "role")
    positions, end = positions_behind(words_of_text, Window(words_of_text, name.hi), name)
    value = _unprefixed(name, [held, *positions], held.lo, end)
    return Mention(name.hi - len(name.given) - len(name.family) - 1, name.hi, value, "bare name")


def _is_alias(text: str, before: Mention[WrittenPerson], person: Mention[WrittenPerson]) -> bool:
    """Tell whether `person` is the one before again, in Latin script and parentheses."""
    between = text[before.hi : person.lo]
    return person.value.kind == "latin" and between.endswith("(") and ")" not in between and len(between) <= LOOKBACK


def _read_person(words_of_text: Words, first: Hit[Word], free: int) -> Mention[WrittenPerson] | None:
    """Return the person whose prefix begins with `first`, with the positions beside the name, none before `free`."""
    text = words_of_text.text
    if not may_begin(text, first) or stands_alone(words_of_text, first.lo):
        return None
    window = Window(words_of_text, first.hi)
    lo, at, kind = whole_prefix(window, first)
    name = read_name(window, window.past_spaces(at))
    if name is None:
        return None
    positions, phrase_hi = positions_behind(words_of_text, window, name)
    phrase_lo = lo
    if not positions and kind not in ("monk", "title"):
        positions, phrase_lo = position_before(words_of_text, lo, free)
        if positions and text[lo - 1] == "(" and text[name.hi : name.hi + 1] == ")":
            phrase_hi = name.hi + 1
    if not stands(kind, name, window, at, bool(positions)):
        return None
    if kind == "title":
        name, at = name._replace(given=text[lo:at] + name.given), lo
    value = WrittenPerson(
        prefix=None if kind in ("self", "courtesy") else text[lo:at].strip() or None,
        given=name.given,
        family=name.family,
        positions=tuple(positions),
        shared=(),
        phrase_lo=phrase_lo,
        phrase_hi=max(name.hi, phrase_hi),
        firm=bool(positions) or _ends_at(window, name.hi),
        private=not positions and (first.row.phrase in phrases_of("people", "child") or is_private(text, lo, name)),
        kind=kind,
    )
    return Mention(lo, name.hi, value, "person")


def _read_bare(words_of_text: Words, lo: int, at: int) -> Mention[WrittenPerson] | None:
    """Return a person named without prefix right behind an abbreviated title: "รมว.สมชาย ใจดี รัฐมนตรี"."""
    if words_of_text.text[at - 1] != ".":
        return None
    window = Window(words_of_text, at)
    name = read_thai_name(window, at)
    if name is None or name.family is None:
        return None
    positions, phrase_hi = positions_behind(words_of_text, window, name)
    if not positions and (len(name.family) > _LONGEST_BARE_FAMILY or not is_stopped(window, name.hi)):
        return None
    value = _unprefixed(name, positions, lo, phrase_hi)
    return Mention(at, name.hi, replace(value, firm=bool(positions)), "bare name")


def _read_head_of_state(words_of_text: Words, hit: Hit[Word]) -> Mention[object] | None:
    """Return the head of a state who is named without prefix right behind the title: "ประธานาธิบดีจอห์น สมิธ"."""
    at = hit.hi + words_of_text.text.startswith(" ", hit.hi)
    window = Window(words_of_text, at)
    name = None if window.at(at) else read_thai_name(window, at)
    if name is None or name.family is None:
        return None
    name = with_syllable(window, name)
    positions, hi = positions_behind(words_of_text, window, name)
    value = _unprefixed(name, [whole_title(hit), *positions], hit.lo, hi)
    return Mention(at, name.hi, value, "bare name")


def _read_quoted(words_of_text: Words, held: WrittenPosition) -> Mention[WrittenPerson] | None:
    """Return the person whose name in full stands in quotes behind a title: "รมว.พาณิชย์ “สมชาย ใจดี”".

    So do headlines write; within a sentence quotes hold a slogan.
    """
    text, at = words_of_text.text, held.hi + words_of_text.text.startswith(" ", held.hi)
    if not text.startswith(_OPENING_QUOTES, at) or held.organisation is None:
        return None
    if text[max(0, held.lo - 1) : held.lo].strip("\n"):
        return None
    window = Window(words_of_text, at + 1)
    name = None if window.at(at + 1) else read_thai_name(window, at + 1)
    if name is None or name.family is None or not text.startswith(CLOSING_QUOTES, name.hi):
        return None
    return Mention(at + 1, name.hi, _unprefixed(name, [held], held.lo, name.hi + 1), "quoted name")


def _listed_name(words_of_text: Words, hit: Hit[Word], held: WrittenPosition) -> Name | None:
    """Return the name behind a title, as far as name lists know it: "นายกรัฐมนตรี สมชาย ใจดี", "รมว.สมชาย".

    A given name alone must stand behind a title in short: else it may be any word that somebody is named after.
    """
    text, at = words_of_text.text, held.hi + words_of_text.text.startswith(" ", held.hi)
    given = name_word().match(text, at) if words_of_text[at] is None else None
    if given is None:
        return None
    given_names, family_names = name_lists()
    known = given[0] in given_names
    family = name_word().match(text, given.end() + 1) if text.startswith(" ", given.end()) else None
    word = words_of_text[family.start()] if family else None
    listed = family is not None and family[0] in family_names and word is None
    if family is not None and listed and (known or held.organisation is None):
        return Name(given[0], family[0], family.end())
    in_short = held.hi == hit.hi and hit.row.takes != "province" and text.endswith(_SHORT_ENDS, 0, hit.hi)
    if not (known and in_short) or given[0] in phrases_of("people", "deed"):
        return None
    unlisted = family is not None and word is None and is_stopped(Window(words_of_text, given.end()), family.end())
    return None if unlisted else Name(given[0], None, given.end())


def _unprefixed(name: Name, positions: list[WrittenPosition], lo: int, hi: int) -> WrittenPerson:
    """Return a person named without prefix, within the phrase `[lo, hi)`."""
    return WrittenPerson(
        prefix=None,
        given=name.given,
        family=name.family,
        positions=tuple(positions),
        shared=(),
        phrase_lo=lo,
        phrase_hi=max(name.hi, hi),
        firm=True,
        private=False,
        kind="none",
    )


def _ends_at(window: Window, hi: int) -> bool:
    """Tell whether a known word, a mark or the end of the line follows a name."""
    at = window.past_spaces(hi)
    return at >= window.hi or window.at(at) is not None or not "ก" <= window.text[at] <= "๎"
