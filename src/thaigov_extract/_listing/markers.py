"""Recognise the marks that writers put before the items of a list.

In:   Layout.
Out:  Marks: where a mark stands, its style and its number.
Not:  which marks make a list; numbers that only look like marks fall out there for want of a neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from string import ascii_letters
from typing import NamedTuple

from thaigov_extract._layout import Layout, Number, Range, open_bracket
from thaigov_extract._lexicon import Phrases, one_of, phrase_at, phrases_of, values_of
from thaigov_extract._mentions import made
from thaigov_extract._source import Source

_PARENTHESIS_WINDOW = 200
"""How far back an open parenthesis may make `2)` its end rather than a mark."""

_LONGEST_NUMBER = 11
"""Four numbers of two digits with points between them."""

_CLOSING = frozenset(").")
_JOINED = frozenset(f".,/:-{ascii_letters}")
"""What stands before a number that is a part of something else."""

LAST = -1
"""The number of a mark that only says that it is the last: "กลุ่มสุดท้าย"."""

SECOND = 2

_LONGEST_DOTTED = 6
"""".1.2.3": without a stop, longer runs of numbers are something else."""

_HIGHEST = 60
"""No list counts further than this."""

_FEWEST_LETTERS = 3
"""An acronym is spelled out by this many letters."""


class Mark(NamedTuple):
    """A mark at the folded range `[lo, hi)`; a tuple, since a release has a dozen."""

    lo: int
    hi: int
    style: str
    """Marks of one list share it: `1)`, `1.`, `(1)`, `1.1)`, `ก)`, `•`, `acronym`, or the noun of `ด้านที่ 1`."""
    path: tuple[int, ...]
    """The number, outer numbers first; empty for a bullet."""
    number: str | None
    begins_line: bool
    glued: bool = False
    """No space before it."""
    title: Range | None = None
    """The name that the mark itself brings along: `C (Collaboration)`."""


def words(reads_as: str, value: str | None = None) -> tuple[str, ...]:
    """Return the phrases of `data/lists.tsv` that read as `reads_as`."""
    return phrases_of("lists", reads_as, value)


@cache
def number_words() -> dict[str, int]:
    """Return the numbers that lists spell out."""
    return {word: int(number) for word, number in values_of("lists", "number").items()}


@cache
def ends(*strengths: str) -> re.Pattern[str]:
    """Return the pattern of what ends a list: words of these strengths, "final" ones without a blank before them."""
    last = words("break", "final") if "final" in strengths else ()
    found = tuple(word for strength in strengths if strength != "final" for word in words("break", strength))
    begins = "".join({word[0] for word in (*found, *last)})
    final = rf"|[ ]?(?!{one_of(words('no_break'))}){one_of(last)}" if last else ""
    return re.compile(rf"(?=[ \n{begins}])(?:(?:(?<=[ ”\")])|\n){one_of(found)}{final})")


@cache
def _path() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


@cache
def _keycap() -> re.Pattern[str]:
    return re.compile(r"(?P<first>\d{1,2})\ufe0f?\u20e3")


@cache
def _ordinal() -> re.Pattern[str]:
    digits = rf"(?P<number> \d{{1,2}} | {one_of(number_words())} )"
    th, first, last = (one_of(words("ordinal_end", value)) for value in ("", "first", "last"))
    return re.compile(rf"(?: {th} [ ]? {digits} (?!\d) | {first} | (?P<last> {last} ) ) (?P<stop> [.):]? )", re.VERBOSE)


@cache
def _bare_ordinal() -> re.Pattern[str]:
    heads = one_of(words("ordinal_bare"))
    return re.compile(
        rf"""
        (?P<head> {heads} ) [ ]?
        (?P<number> \d{{1,2}} ) (?! \d | [.,/]\d ) (?P<stop> [.):]? )
        """,
        re.VERBOSE,
    )


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(rf"(?P<letter>[{''.join(_letter_numbers())}])\)")


@cache
def _letter_numbers() -> dict[str, int]:
    return {letter: int(number) for letter, number in values_of("lists", "letter").items()}


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(rf"(?<![&/.(-])[A-Z](?=[\"”]?[ ]?(?:[(:=-]|{one_of(words('meaning'))}))")


@cache
def _acronym() -> re.Pattern[str]:
    # The letter and the word that it stands for: "C (Clean)", "B = Bio", "E ย่อมาจาก Empower", "P-Positive".
    meaning = one_of(words("meaning"))
    return re.compile(
        rf"""
        (?P<letter> [A-Z] ) ["”]?
        (?: [ ]? \( [ ]{{0,2}} (?P<title> (?P=letter) [A-Za-z][^()\n]{{1,80}} ) \)
          | [ ]? (?: [:=-] | {meaning} ) [ ]? (?: {meaning} [ ]? )? ["“]? (?= (?P=letter) [A-Za-z] )
        )
        """,
        re.VERBOSE,
    )


def marks(layout: Layout) -> list[Mark]:
    """Return every mark of the text in order."""
    text = layout.text
    found = _numbers(text, layout.numbers)
    if "\u20e3" in text:
        found.extend(_keycaps(text))
    found.extend(_worded(layout.source))
    found.extend(_acronyms(text, layout.capitals))
    found.extend(_bullets(text, layout.paragraphs))
    if not found:
        return found
    found.sort(key=lambda m: (m.lo, -m.hi))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.lo >= kept[-1].hi:
            kept.append(mark)
    spoken_of = _spoken_of(text, kept)
    return [mark for mark in kept if mark.lo not in spoken_of] if spoken_of else kept


def _spoken_of(text: str, found: Sequence[Mark]) -> set[int]:
    """Return where numbers are spoken of together, and stand before nothing: "ตาม (1) และ (2)"."""
    pairs = (
        (one.lo, other.lo)
        for one, other in pairwise(found)
        if one.style == other.style and one.path < other.path and _only_joined().fullmatch(text, one.hi, other.lo)
    )
    return set(chain.from_iterable(pairs))


@cache
def _only_joined() -> re.Pattern[str]:
    return re.compile(rf"[ \n]{{0,3}}(?:{one_of(words('joiner'))})?[ ]{{0,3}}")


@cache
def signs() -> Phrases[tuple[str, str]]:
    """Return the phrases at which a mark of words or letters may stand: its kind, and the noun of an ordinal."""
    ordinals = ((noun + end, ("ordinal", noun)) for noun in words("ordinal") for end in words("ordinal_end"))
    others = (("bare", words("bare_sign")), ("letter", words("letter_sign")))
    return Phrases((*ordinals, *((sign, (kind, "")) for kind, found in others for sign in found)))


def _worded(source: Source) -> Iterator[Mark]:
    """Yield the marks of words and letters: "ด้านที่ 1", "ข้อ 1", "ก)"."""
    text, rows, seen = source.text, signs().rows, set()
    for index, lo, _ in signs().places_in(source):
        kind, noun = rows[index]
        seen.add(kind)
        if kind == "ordinal" and (mark := _ordinal_mark(text, lo, noun)):
            yield mark
    if "bare" in seen:
        yield from _bare_ordinals(text)
    if "letter" in seen:
        yield from _letters(text)


def _begins_line(text: str, at: int) -> bool:
    """Tell whether only blanks, bullets or quotes stand between the line's beginning and `at`."""
    if at == 0 or text[at - 1] == "\n":
        return True
    start = text.rfind("\n", max(0, at - 8), at)
    if start < 0 and at > 8:
        return False
    between = text[start + 1 : at]
    return not any(ch.isalnum() or "ก" <= ch <= "๎" or ch in ")(" for ch in between)


def _numbers(text: str, numbers: Sequence[Number]) -> list[Mark]:
    """Return the marks that are numbers, unless none is a second one."""
    last, candidates, second = len(text) - 1, [], False
    for lo, hi, behind in numbers:
        # Few numbers are closed as marks are, or have points.
        closing = behind in _CLOSING and hi < last and (text[hi] == behind or text.startswith(" )", hi))
        if (closing or (hi - lo > SECOND and "." in text[lo:hi])) and hi - lo <= _LONGEST_NUMBER:
            candidates.append((lo, hi))
            second = second or (text[hi - 1] == "2" and not text[hi - 2 : hi - 1].isdecimal())
    if not second:
        return []
    closed = ((lo, hi, _closed(text, hi)) for lo, hi in candidates)
    found = [mark for lo, hi, close in closed if close and (mark := _number(text, lo, hi, close))]
    return found if any(mark.path[-1] == SECOND for mark in found) else []


def _closed(text: str, hi: int) -> tuple[str, int] | None:
    """Return what closes the number that ends at `hi`, and where that ends; None if it is no mark."""
    after = text[hi : hi + 1]
    if not after:
        return None
    if after in _CLOSING:
        closed = after, hi + 1
    elif text.startswith(" )", hi):
        closed = ")", hi + 2
    else:
        return ("", hi) if after == " " or "ก" <= after <= "๎" else None
    return None if text[closed[1] : closed[1] + 1].isdecimal() else closed


def _number(text: str, lo: int, hi: int, closed: tuple[str, int]) -> Mark | None:
    before = text[lo - 1 : lo]
    if _path().fullmatch(text, lo, hi) is None or (before and before in _JOINED):
        return None
    path = tuple(map(int, text[lo:hi].split(".")))
    close, end = closed
    opened = before == "(" or text[max(0, lo - 2) : lo] == "( "
    if 0 in path or path[0] > _HIGHEST or (opened and close != ")"):
        return None
    if not close and _is_decimal(text, end, text[lo:hi]):
        return None
    lo -= (1 if before == "(" else 2) if opened else 0
    begins_line = _begins_line(text, lo)
    if not (begins_line or _may_stand(text, lo, close, opened=opened)):
        return None
    shape = "1" + ".1" * (len(path) - 1)
    style = f"({shape})" if opened else shape + close
    glued = lo > 0 and not begins_line and text[lo - 1] not in ' \n"“”‘’'
    return made(Mark, (lo, end, style, path, ".".join(map(str, path)), begins_line, glued, None))


def _keycaps(text: str) -> Iterator[Mark]:
    for match in _keycap().finditer(text):
        path = (int(match["first"]),)
        yield Mark(*match.span(), "1\u20e3", path, str(path[0]), _begins_line(text, match.start()))


def _is_decimal(text: str, hi: int, written: str) -> bool:
    """Tell whether dotted numbers that nothing closes before `hi` are a quantity: "1.5 ล้าน"."""
    unit = hi + (text[hi : hi + 1] == " ")
    return len(written) - written.find(".") > _LONGEST_DOTTED or text.startswith(words("unit"), unit)


def _may_stand(text: str, at: int, close: str, *, opened: bool) -> bool:
    """Tell whether a mark may stand inside a line at `at`: not after "ครั้งที่", not in "มาตรา 40 (8)" or "(ระยะ 2)"."""
    before = text[max(0, at - 24) : at].rstrip(" ")
    if before.endswith(words("ordinal_word")) and not before.endswith(words("place_word")):
        return False
    if opened:
        cited = before.rstrip("0123456789/").rstrip(" ")
        return not (cited != before and cited.endswith(words("citation"))) and not before.endswith(words("citation"))
    if close == ")":
        start = open_bracket(text, max(0, at - _PARENTHESIS_WINDOW), at)
        if start >= 0 and text.find("\n", start, at) < 0:
            return before.endswith(words("introducer"))
    return not before.endswith(words("citation"))


def _ordinal_mark(text: str, lo: int, noun: str) -> Mark | None:
    """Return the mark that `noun` at `lo` begins: "ด้านที่ 1", "เรื่องแรก", "กลุ่มสุดท้าย"."""
    match = _ordinal().match(text, lo + len(noun))
    if match is None:
        return None
    if match["last"]:
        return Mark(lo, match.end(), noun, (LAST,), None, _begins_line(text, lo))
    written = match["number"] or "1"
    number = int(written) if written.isdecimal() else number_words()[written]
    glued = lo > 0 and text[lo - 1] not in ' \n"“”‘’'
    return Mark(lo, match.end(), noun, (number,), str(number), _begins_line(text, lo), glued) if number else None


def _bare_ordinals(text: str) -> Iterator[Mark]:
    for match in _bare_ordinal().finditer(text):
        number, (lo, hi) = int(match["number"]), match.span()
        if number and not _inside_word(text, lo):
            yield Mark(lo, hi, match["head"].casefold(), (number,), str(number), _begins_line(text, lo))


def _inside_word(text: str, at: int) -> bool:
    before = text[max(0, at - 1) : at]
    return before.isalpha() or "ก" <= before <= "๎"


def _letters(text: str) -> Iterator[Mark]:
    for match in _letter().finditer(text):
        lo, hi = match.span()
        opened, letter = text[max(0, lo - 1) : lo] == "(", match["letter"]
        lo -= opened
        if _inside_word(text, lo) or text[max(0, lo - 1) : lo] in ("(", "."):
            continue
        yield Mark(lo, hi, "(ก)" if opened else "ก)", (_letter_numbers()[letter],), letter, _begins_line(text, lo))


def _acronyms(text: str, capitals: Sequence[int]) -> Iterator[Mark]:
    initials = [at for at in capitals if _initial().match(text, at)]
    if len(initials) < _FEWEST_LETTERS:
        return
    for at in initials:
        match = _acronym().match(text, at)
        if match is None:
            continue
        lo, hi = match.span()
        if lo and text[lo - 1] in '"“':
            lo -= 1
        title = match.span("title") if match["title"] else None
        yield Mark(lo, hi, "acronym", (), match["letter"], _begins_line(text, lo), title=title)


def _bullets(text: str, lines: Sequence[Range]) -> Iterator[Mark]:
    bullets = words("bullet")
    for lo, hi in lines:
        if bullet := phrase_at(text, bullets, lo):
            end = lo + len(bullet)
            while end < hi and text[end] in " \ufe0f":
                end += 1
            if end < hi and text[end] not in bullets and not text[end].isdecimal():
                yield Mark(lo, end, bullet, (), None, begins_line=True)
