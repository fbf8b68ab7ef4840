"""Read the name that begins at a place: given name, family name, and what follows that.

In:   a Window and the place behind a prefix or a title.
Out:  Name, up to where it ends; None where what stands there is no name.
Not:  whether somebody is meant, and which positions they hold.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thaigov_extract._lexicon import Hit, one_of, phrase_before, phrases_of
from thaigov_extract._mentions import made
from thaigov_extract._people.english import read_latin_name
from thaigov_extract._people.words import Window, Word

_WIDEST_GAP = 6
"""Between given and family name."""
_WIDEST_COLUMN = 60
"""Between them where names and positions are set in columns."""
_LONGEST_GIVEN = 20
_SHORTEST_FAMILY = 4
_MOST_CONSONANTS = 12
"""The Person Names Act of 1962 allows a new family name ten; old ones and foreign ones have a few more."""
_LONGEST_FURTHER = 14
_MOST_FURTHER = 6
"""Words of a name behind its second, at most."""
SURE_INSIDE = 5
"""A title of at least this many characters is no accident inside a word."""
_SURE_STOP = 8
"""No given name begins with a stop of so many characters: "พร้อมด้วย"."""
_SHORT_UNIT = 3
"""Words for units up to this length begin family names too: "กองแก้ว"."""
_LONGEST_SYLLABLE = 6


class Name(NamedTuple):
    """A name without its prefix, up to the folded offset `hi`."""

    given: str
    family: str | None
    hi: int


@cache
def _tails() -> frozenset[str]:
    return frozenset(phrases_of("people", "of"))


@cache
def name_word() -> re.Pattern[str]:
    # A Thai word as names are spelt, hyphens allowed inside: without ฯ and ๆ.
    return re.compile(r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,40}(?:-[ก-ฮะ-ฺเ-ๅ็-๎]{1,20})?")


@cache
def _of() -> re.Pattern[str]:
    seat = one_of(phrases_of("people", "stop", "at"))
    return re.compile(rf"[ ]{{1,3}}{seat}[ ]{{1,3}}([ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{{1,20}})")


def with_syllable(window: Window, name: Name) -> Name:
    """Return `name` with a further syllable, as the names of our neighbours have three: "มุน แช อิน"."""
    at = window.past_spaces(name.hi)
    match = name_word().match(window.text, at, window.hi) if window.at(at) is None else None
    if match is None or match.end() - at > _LONGEST_SYLLABLE:
        return name
    return Name(name.given, f"{name.family} {match[0]}", match.end())


def read_name(window: Window, start: int) -> Name | None:
    """Return the name that begins at `start`, in either script."""
    if start >= window.hi:
        return None
    return read_thai_name(window, start) or _read_latin(window, start)


def read_thai_name(window: Window, start: int) -> Name | None:
    """Return the Thai name that begins at `start`."""
    text = window.text
    match = name_word().match(text, start, window.hi)
    if match is None or _is_word(window, start, match.end()):
        return None
    end = match.end()
    joint = _joint_inside(window, start, end)
    if joint is not None:
        word = window.at(start)
        return None if word is not None and word.hi == joint.lo else _given_only(text, start, joint.lo)
    if end - start > _LONGEST_GIVEN:
        return None
    tail = _of().match(text, end, window.hi)
    if tail is not None and (tail[1] in _tails() or opens_after(window, tail.end())):
        return Name(text[start:end], text[end : tail.end()].strip(), tail.end())
    at = window.past_spaces(end)
    family = _read_family(window, at) if 0 < at - end <= _WIDEST_COLUMN else None
    if family is None or (at - end > _WIDEST_GAP and not opens_after(window, family)):
        return _given_only(text, start, end)
    hi = _further(window, family)
    return made(Name, (text[start:end], " ".join(text[at:hi].split()), hi))


def _given_only(text: str, start: int, end: int) -> Name:
    """Return the given name up to `end`, or up to a conjunction that is glued to it there."""
    joints = phrases_of("people", "weak", "and") + phrases_of("people", "weak", "or")
    end -= len(phrase_before(text, joints, end, start + 2))
    return Name(text[start:end], None, end)


def _is_word(window: Window, start: int, end: int) -> bool:
    """Tell whether what stands behind a prefix is no name but a word of the tables."""
    hit = window.at(start)
    if hit is None:
        return False
    if hit.hi - hit.lo >= SURE_INSIDE and (hit.row.role == "office" or (hit.row.role == "unit" and hit.hi < end)):
        return True
    if hit.hi - hit.lo >= _SURE_STOP and hit.row.role == "stop":
        return True
    if hit.row.value in ("and", "or") and (further := window.at(hit.hi)) is not None and further.row.value == "rank":
        return True
    if hit.hi < end or hit.row.role not in ("stop", "weak", "speech", "manner", "office", "qualifier"):
        return False
    return hit.row.role not in ("stop", "weak") or not _is_named(window, end)


def _is_named(window: Window, end: int) -> bool:
    """Tell whether the word that ends at `end` is a given name after all: a family name and an office follow it."""
    family = name_word().match(window.text, window.past_spaces(end), window.hi)
    return family is not None and window.at(family.start()) is None and opens_after(window, family.end())


def _joint_inside(window: Window, start: int, end: int) -> Hit[Word] | None:
    """Return the verb, the title or the unit that is glued to the name `[start, end)`."""
    for hit in window.joints_between(start + 2, end):
        role = hit.row.role
        if role in ("speech", "unit") or hit.row.value == "sure":
            return hit
        if role == "office" and _is_glued(window, hit, end):
            return hit
    return None


def _is_glued(window: Window, hit: Hit[Word], end: int) -> bool:
    """Tell whether the office at `hit` is glued to a name and no accident inside it; the whole word ends at `end`."""
    if hit.hi == end and hit.row.takes != "none" and not _organisation_behind(window, end):
        return False
    return hit.hi - hit.lo >= SURE_INSIDE or _organisation_at(window, hit.hi)


def _organisation_behind(window: Window, end: int) -> bool:
    """Tell whether an organisation follows an office that ends a word; else a name ends like it: "คล่องพยาบาล"."""
    following = window.at(window.past_spaces(end))
    return following is not None and following.row.role in ("organisation", "unit", "qualifier", "inside")


def _organisation_at(window: Window, place: int) -> bool:
    """Tell whether an organisation of the table stands at `place`."""
    hit = window.at(place)
    return hit is not None and hit.row.role == "organisation"


def _read_family(window: Window, at: int) -> int | None:
    """Return the end of the family name that begins at `at`, if one does."""
    text = window.text
    match = name_word().match(text, at, window.hi)
    if match is None:
        return None
    end = match.end()
    if text.startswith(".", end) and text[at : end + 1] in phrases_of("people", "initial"):
        return _read_family(window, window.past_spaces(end + 1))
    hit = window.at(at)
    listed = hit is not None and hit.row.role == "family"
    if hit is not None and not listed and not _may_begin_family(window, hit, end):
        return None
    joint = _joint_inside(window, at, end)
    if joint is not None:
        if joint.row.role == "unit":
            return None
        end = joint.lo
    end = _before_another(window, at, end)
    return end if _may_be_name(text[at:end]) else None


def _may_be_name(word: str) -> bool:
    """Tell whether a word is short enough for a name: "เร่งต่อยอดความร่วมมือ" is none."""
    return len(word) <= _MOST_CONSONANTS or sum("ก" <= char <= "ฮ" for char in word) <= _MOST_CONSONANTS


def _before_another(window: Window, at: int, end: int) -> int:
    """Return where the family name at `at` ends before another person that is glued to it: "ใจดีและนางสมศรี"."""
    for joint in phrases_of("people", "weak", "and"):
        lo = window.text.find(joint, at + _SHORTEST_FAMILY, end)
        following = window.at(lo + len(joint)) if lo >= 0 else None
        if following is not None and following.row.role == "prefix":
            return lo
    return end


def _may_begin_family(window: Window, hit: Hit[Word], end: int) -> bool:
    """Tell whether a family name up to `end` may begin with the word at `hit`: "จึงรุ่งเรือง", "กองแก้ว"."""
    role, value = hit.row.role, hit.row.value
    if hit.hi >= end or role in ("office", "acting", "speech", "manner", "closer"):
        return False
    if value in ("and", "or", "sure", "never") or (role == "prefix" and value != "loose"):
        return False
    if opens_after(window, end) or opens_after(window, _third(window, end)):
        return True
    if role in ("stop", "rank", "organisation"):
        following = window.at(window.past_spaces(end))
        return following is not None and following.row.role == "prefix"
    if role == "unit":
        return hit.hi - hit.lo <= _SHORT_UNIT
    return role != "weak" or window.at(hit.hi) is None


def _third(window: Window, end: int) -> int:
    """Return the end of the word behind a family name, as married women have it, else where that name ends."""
    at = window.past_spaces(end)
    match = name_word().match(window.text, at, window.hi) if window.at(at) is None else None
    return end if match is None or at == end else match.end()


def opens_after(window: Window, end: int) -> bool:
    """Tell whether an office follows, behind a space, what ends at `end`."""
    at = window.past_spaces(end)
    hit = window.at(at)
    return at > end and hit is not None and hit.row.role in ("office", "acting", "rank")


def _further(window: Window, end: int) -> int:
    """Return the end of the name with the words of it that follow its second."""
    text = window.text
    tail = _of().match(text, end, window.hi)
    if tail is not None and tail[1] in _tails():
        return tail.end()
    at, words = end, 0
    while words < _MOST_FURTHER:
        start = window.past_spaces(at)
        if start == at or start - at > 3 or window.at(start) is not None:
            return end
        match = name_word().match(text, start, window.hi)
        if match is None or not _may_be_name(match[0]):
            return end
        at, words = match.end(), words + 1
        if opens_after(window, at):
            return at
        if _spelt_again(text, at) or (words == 1 and at - start <= _LONGEST_FURTHER and _acts_after(window, at)):
            return at
    return end


def _spelt_again(text: str, end: int) -> bool:
    """Tell whether the name in Latin letters follows in parentheses, as it does a foreigner's of many words."""
    return _latin_aside().match(text, end) is not None


@cache
def _latin_aside() -> re.Pattern[str]:
    return re.compile(r"[ ]{1,3}\([A-Z]")


def _acts_after(window: Window, end: int) -> bool:
    """Tell whether a verb of speech, a sure stop or a parenthesis follows, as behind a name that is complete."""
    at = window.past_spaces(end)
    hit = window.at(at)
    if hit is None:
        return window.text[at : at + 1] == "("
    return hit.row.role == "speech" or hit.row.value == "sure"


def _read_latin(window: Window, start: int) -> Name | None:
    name = read_latin_name(window.text, start, window.hi)
    return None if name is None else Name(*name)
