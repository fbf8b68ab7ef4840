"""Find the projects that running text names next to a word for flagship.

In:   a Source for the words, a Layout for the names.
Out:  numbers and ranges of names: behind the word ("โครงการสำคัญ เช่น โครงการคลองสวย", "Flagship ด้านที่ 5 คลองสวย"),
      in the lines behind it, and before it ("โครงการคลองสวย ถือเป็นเรือธง").
Not:  lists with marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from thaigov_extract._layout import Layout, Quote, Range, line_start
from thaigov_extract._lexicon import Phrases, behind_none_of, behind_one_of, one_of, phrase_at, phrases_of
from thaigov_extract._listing.enumerations import introducers, trimmed
from thaigov_extract._source import Source
from thaigov_extract.readers._titles import name_end, name_gap, project_name

Named = tuple[str | None, Range]

_LONGEST = 160
_LONGEST_BEFORE = 130
_SHORTEST = 10
_SHORTEST_THING = 5

_LONGEST_SERIES = 1_200
_APART = 200
"""How far apart the names of one series begin."""

_PARTED = 60
"""How far apart the two parts of a word for flagship stand."""

_COPULA_WINDOW = 40

_INTRODUCERS = 3
"""The first name may stand behind any of so many introducers: "3 โครงการ ประกอบด้วยกิจการ 2 แห่ง ได้แก่"."""

_LONGEST_EXAMPLES = 400
_LONGEST_EXAMPLE = 70
_FEWEST_EXAMPLES = 3
"""A series in which no word begins every name."""

_MOST_LINES = 20


class Flag(NamedTuple):
    """A word for flagship at `[lo, hi)`; `stands_for`: one that is only where the release has said so ("พันธกิจสำคัญ")."""

    lo: int
    hi: int
    stands_for: bool


@cache
def _words() -> Phrases[str]:
    # Of the words that are searched for, the reading: flagship, alias, or parted.
    readings = ("alias", "parted")
    others = ((word, reading) for reading in readings for word in phrases_of("programmes", reading))
    return Phrases([*((word, "flagship") for word in phrases_of("subjects", "flagship")), *others])


def flags(source: Source) -> tuple[Flag, ...]:
    """Return the words for flagship, in text order; "โครงการถนนที่สำคัญ" is one whose parts stand apart."""
    text = source.text
    found = []
    for hit in _words().scan(source.octets):
        if "a" <= text[hit.hi : hit.hi + 1] <= "z":
            continue
        begin = _parted_at(text, hit.lo) if hit.row == "parted" else hit.lo
        if begin is not None:
            found.append(Flag(begin, hit.hi, hit.row == "alias"))
    return tuple(found) if any(not flag.stands_for for flag in found) else ()


def _parted_at(text: str, lo: int) -> int | None:
    """Return where the word for a project begins, in the unbroken run that ends at `lo`."""
    begin = max(text.rfind(head, max(0, lo - _PARTED), lo) for head in phrases_of("programmes", "project_head"))
    return begin if begin >= 0 and _unbroken().fullmatch(text, begin, lo) else None


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(r"[ก-๎]{2,60}")


def named_projects(layout: Layout, words: Sequence[Flag]) -> Iterator[Named]:
    """Yield the names behind each word for flagship in the body, and the one before it, in no order."""
    text, (lo, hi) = layout.text, layout.body
    for flag in words:
        if not lo <= flag.lo < hi or text.endswith(phrases_of("programmes", "plan"), 0, flag.lo):
            continue
        if numbered := _numbered(text, flag.hi, hi):
            yield numbered
        if flag.stands_for:
            continue
        beside = _beside().match(text, flag.hi, hi)
        names = _series(text, beside.end(), hi, _head()) if beside else _announced(layout, flag.hi)
        yield from ((None, name) for name in names)
        yield from ((None, name) for name in _lines_behind(text, flag.hi, hi))
        if before := _before(layout, flag.lo):
            yield None, before


# --- behind the word -------------------------------------------------------------------------------------------------


@cache
def _introduced() -> re.Pattern[str]:
    turns = turn_words()
    words = one_of((*introducers(), *phrases_of("programmes", "especially")))
    return re.compile(rf"(?:(?!\ {turns})[^\n“”\"]){{0,90}}?(?P<introducer>{words})[ :]{{0,3}}")


def _announced(layout: Layout, at: int) -> tuple[Range, ...]:
    """Return the names behind the first introducer behind `at` that has any."""
    text, hi, begin = layout.text, layout.body[1], at
    for _ in range(_INTRODUCERS):
        match = _introduced().match(text, at, hi)
        if match is None:
            return ()
        at = match.end()
        sole = match["introducer"] in phrases_of("programmes", "equals")
        names = _behind(layout, at, sole=sole)
        if not names and not _rival().search(text, begin, match.start("introducer")):
            names = _examples(text, at, hi)
        if names:
            return names
    return ()


@cache
def _beside() -> re.Pattern[str]:
    # "นโยบาย (Quick Win) โครงการคลองสวย".
    return re.compile(rf"(?:[ ]{{0,2}}\)[ ]?|[ ]{{1,2}})(?={named_head('project_head', 'service')})")


@cache
def _rival() -> re.Pattern[str]:
    others, rivals = behind_none_of(phrases_of("policies", "following")), one_of(phrases_of("programmes", "rival"))
    return re.compile(others + rivals)


@cache
def _head() -> re.Pattern[str]:
    head, joined = named_head("project_head"), behind_one_of(phrases_of("programmes", "last_joiner"))
    return re.compile(rf"(?<![ก-๎]){head}|{joined}{head}")


def named_head(*readings: str) -> str:
    """Return a pattern source of the words of these readings that may begin the name of a project."""
    heads = one_of(phrase for reading in readings for phrase in phrases_of("programmes", reading))
    nameless = one_of((*phrases_of("programmes", "anaphora"), *phrases_of("programmes", "importance")))
    return rf"{heads}(?![ ]?{nameless})"


def turn_words() -> str:
    """Return a pattern source of the words with which another clause begins: "โดย", but not "โดยเฉพาะ"."""
    return rf"(?!{one_of(phrases_of('programmes', 'especially'))}){one_of(phrases_of('programmes', 'turn'))}"


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{1,3}}{turn_words()}|\n")


@cache
def _undertaking() -> re.Pattern[str]:
    actions = one_of(phrases_of("programmes", "action"))
    enterprises = one_of(phrases_of("programmes", "enterprise"))
    return re.compile(rf"{_head().pattern}|(?<=[ ])(?!{enterprises}){actions}")


@cache
def _work() -> re.Pattern[str]:
    # "โครงการสำคัญ ประกอบด้วย ศูนย์ขนส่งริมคลอง ถนนเลียบคลอง": what is built, and no project by its own word.
    things, counted = one_of(phrases_of("programmes", "thing")), one_of(phrases_of("programmes", "thing", "counted"))
    joined = behind_one_of(f" {joiner}" for joiner in phrases_of("programmes", "last_joiner"))
    number = r"(?:(?<=(?<!\d)\d[ ])|(?<=(?<!\d)\d\d[ ]))"
    return re.compile(rf"{_head().pattern}|(?<=[^-][ ])(?!{number}{counted}){things}|{joined}{things}")


def _behind(layout: Layout, at: int, *, sole: bool) -> tuple[Range, ...]:
    """Return the names that begin at `at`; `sole`: one action may stand there ("Quick Win คือ การลอกคลอง")."""
    text, hi = layout.text, layout.body[1]
    if quoted := layout.quotes_in(at, at + 1):
        return tuple(_quoted_series(layout, quoted[0]))
    if _head().match(text, at, hi):
        return tuple(_series(text, at, hi, _head()))
    if _undertaking().match(text, at, hi):
        turn = _end().search(text, at, min(hi, at + _APART))
        end = turn.start() if turn else min(hi, at + _APART)
        if _head().search(text, at, end):
            return tuple(_series(text, at, hi, _undertaking()))
        if sole and (name := project_name(text, at, name_end(text, at, end))):
            return (name,)
    return tuple(_series(text, at, hi, _work())) if _work().match(text, at, hi) else ()


def _quoted_series(layout: Layout, first: Quote) -> Iterator[Range]:
    """Yield the first quoted name, and those in its line that follow at once or begin with a word for a project."""
    yield first.inner_lo, first.inner_hi
    last = first
    while near := [quote for quote in layout.quotes_in(last.hi, last.hi + _APART + 1) if _is_next(layout, last, quote)]:
        last = near[0]
        if last.hi > first.lo + _LONGEST_SERIES:
            break
        yield last.inner_lo, last.inner_hi


def _is_next(layout: Layout, last: Quote, quote: Quote) -> bool:
    if _between().fullmatch(layout.text, last.hi, quote.lo):
        return True
    same_line = layout.text.find("\n", last.hi, quote.lo) < 0
    return same_line and _head().match(layout.text, quote.inner_lo, quote.inner_hi) is not None


@cache
def _between() -> re.Pattern[str]:
    # "“คลองใส”, “ตลาดน้ำ” และ “สวนสวย”".
    return re.compile(rf"[ ,]{{0,3}}(?:{one_of(phrases_of('programmes', 'last_joiner'))}[ ]{{0,2}})?")


def _series(text: str, at: int, hi: int, heads: re.Pattern[str]) -> Iterator[Range]:
    """Yield the names of a series in which each begins with one of `heads`; the last may begin with any word."""
    turn = _end().search(text, at, min(hi, at + _LONGEST_SERIES))
    end = turn.start() if turn else min(hi, at + _LONGEST_SERIES)
    starts = [at]
    for match in heads.finditer(text, at + 1, end):
        if match.start() - starts[-1] > _APART:
            break
        starts.append(match.start())
    for lo, stop in pairwise(starts):
        if name := project_name(text, lo, trimmed(text, lo, stop)):
            yield name
    yield from last_of_series(text, starts[-1], end, alone=len(starts) == 1)


def last_of_series(text: str, last: int, end: int, *, alone: bool = False) -> Iterator[Range]:
    """Yield the last name of a series, which begins at `last`, or the last two: "โครงการคลองสวย และตลาดนัดชุมชน".

    Where the one at `last` is the only name, what is joined to it may be part of it: "โครงการขายสินค้า และบริการ".
    """
    stop = min(end, last + _LONGEST)
    joined = _joined().search(text, last + _SHORTEST, stop)
    if joined is None or text.count("“", last, joined.start()) > text.count("”", last, joined.start()):
        if name := project_name(text, last, name_end(text, last, stop)):
            yield name
        return
    pieces = [(last, joined.start()), (joined.end(), name_end(text, joined.end(), stop))]
    if text.endswith(phrases_of("programmes", "others"), *pieces[1]):
        pieces.pop()
    elif alone and pieces[1][1] - pieces[1][0] < 2 * _SHORTEST:
        pieces = [(last, pieces[1][1])]
    for lo, hi_ in pieces:
        if name := project_name(text, lo, hi_):
            yield name


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"[ ]{one_of(phrases_of('programmes', 'last_joiner'))}[ ]?")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(rf"[ ]?{one_of(phrases_of('programmes', 'and_so_on'))}")


def _examples(text: str, at: int, hi: int) -> tuple[Range, ...]:
    """Return the pieces from `at` to "เป็นต้น", if they may be names of projects."""
    closed = _closed().search(text, at, min(hi, at + _LONGEST_EXAMPLES))
    if closed is None or _end().search(text, at, closed.start()):
        return ()
    end = closed.start()
    actions = _undertaking() if _undertaking().match(text, at, end) else None
    starts = [at, *(match.end() for match in name_gap().finditer(text, at, end))]
    if actions:
        joiners = phrases_of("programmes", "last_joiner")
        starts = [lo for lo in starts if actions.match(text, lo, end) or text.startswith(joiners, lo)]
    pieces = [(lo, trimmed(text, lo, stop)) for lo, stop in pairwise([*starts, end])]
    longest = _LONGEST if actions else _LONGEST_EXAMPLE
    if len(pieces) < _FEWEST_EXAMPLES or any(stop - lo > longest for lo, stop in pieces):
        return ()
    if any(text.startswith(phrases_of("programmes", "no_project"), lo) for lo, _ in pieces):
        return ()
    return tuple(name for piece in pieces if (name := project_name(text, _unjoined(text, piece[0]), piece[1])))


def _unjoined(text: str, at: int) -> int:
    """Return `at` behind the word that joins the last of a series."""
    at += len(phrase_at(text, phrases_of("programmes", "last_joiner"), at))
    return at + (text[at : at + 1] == " ")


@cache
def _line_of_project() -> re.Pattern[str]:
    # ".\nโครงการคลองสวย ...": lines of stops may stand between.
    no_name = one_of(phrases_of("programmes", "anaphora"))
    heads = one_of(phrases_of("programmes", "project_head"))
    return re.compile(rf"[ :]{{0,3}}(?:\n[ .]{{0,10}}){{1,4}}(?P<name>{heads}(?![ ]?{no_name})[^\n]{{5,400}})")


def _lines_behind(text: str, at: int, hi: int) -> tuple[Range, ...]:
    """Return the names that begin the lines behind `at`, two or more, each with a word for a project."""
    names = []
    for _ in range(_MOST_LINES):
        match = _line_of_project().match(text, at, hi)
        if match is None:
            break
        at = match.end()
        if name := project_name(text, match.start("name"), name_end(text, match.start("name"), at)):
            names.append(name)
    return tuple(names) if len(names) > 1 else ()


@cache
def _number() -> re.Pattern[str]:
    ordinals, at_once = (one_of(phrases_of("programmes", "class", value)) for value in ("", "at once"))
    equals = one_of(phrases_of("programmes", "equals"))
    no_name = one_of((*phrases_of("programmes", "anaphora"), *phrases_of("programmes", "turn")))
    return re.compile(
        rf"""
        (?: (?: (?! \ (?:{turn_words()}) ) [^\n“”"] ){{0,40}}? {ordinals} | [ )]{{0,2}} {at_once} )
        \ ? (?P<number> \d{{1,2}} ) \ {{1,2}} (?: {equals} \ ? )? (?! {no_name} ) (?= [ก-๎] )
        """,
        re.VERBOSE,
    )


def _numbered(text: str, at: int, hi: int) -> Named | None:
    """Return the one of the flagships that the text names by its number: "Flagship ด้านที่ 5 คลองสวย"."""
    match = _number().match(text, at, min(hi, at + _COPULA_WINDOW + _LONGEST))
    if match is None:
        return None
    end = min(hi, match.end() + _LONGEST)
    turn = _end().search(text, match.end(), end)
    name = project_name(text, match.end(), turn.start() if turn else end)
    return (match["number"], name) if name else None


# --- before the word -------------------------------------------------------------------------------------------------


@cache
def _copula() -> re.Pattern[str]:
    relative, copula = phrases_of("programmes", "relative"), phrases_of("programmes", "copula")
    among = phrases_of("programmes", "among")
    return re.compile(rf"[ ]?(?:{one_of(relative)})?{one_of(copula)}[ ]?(?:{one_of(among)}[ ]?(?:\d{{1,2}}[ ]?)?)?$")


def _before(layout: Layout, at: int) -> Range | None:
    """Return the name of which the text says that it is one: quoted, or begun by a word for a project."""
    text, lo = layout.text, layout.body[0]
    copula = _copula().search(text, max(lo, at - _COPULA_WINDOW), at)
    if copula is None:
        return None
    end = copula.start()
    quoted = [quote for quote in layout.quotes_in(end - _LONGEST - 2, end) if quote.hi == end]
    if quoted:
        return quoted[0].inner_lo, quoted[0].inner_hi
    start = line_start(text, end, max(lo, end - _LONGEST_BEFORE))
    begun = None
    for match in _within().finditer(text, start, end):
        begun = match.start()
    if begun is None:
        return _thing(text, start, end)
    if end - begun < _SHORTEST or _end().search(text, begun, end) or _said().search(text, begun, end):
        return None
    return begun, end


@cache
def _within() -> re.Pattern[str]:
    return re.compile(named_head("name_head"))


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"{one_of(phrases_of('programmes', 'said'))}[ ]")


@cache
def _last_run() -> re.Pattern[str]:
    # "โดยสวนคลองใส", "ตนจะเน้น AI for Canals": a last run of Thai that begins with a thing, or a name in Latin letters.
    things, particles = one_of(phrases_of("programmes", "thing")), one_of(phrases_of("programmes", "particle"))
    return re.compile(
        rf"""
        (?<![^ \n]) (?:{particles})? (?P<thai> {things} [ก-๎.]{{2,80}} ) $
        | (?<![^ \n]) (?P<latin> [A-Z][A-Za-z0-9+&-]{{1,20}} (?: \ [A-Za-z0-9+&-]{{1,20}} ){{0,5}} ) $
        """,
        re.VERBOSE,
    )


def _thing(text: str, lo: int, hi: int) -> Range | None:
    """Return the name before `hi` of what is no project by its own words: a park, a system, a name in Latin letters."""
    match = _last_run().search(text, lo, hi)
    if match is None:
        return None
    begin, end = match.span("thai") if match["thai"] else match.span("latin")
    unnamed = text.endswith(phrases_of("programmes", "anaphora"), begin, end)
    return None if unnamed or end - begin < _SHORTEST_THING else (begin, end)
