"""Find the projects that running text names next to a word for flagship.

In:   a text, the range in which flagships are looked for, its quotes.
Out:  ranges of names, behind the word ("โครงการสำคัญ เช่น โครงการคลองสวย") and before it ("โครงการคลองสวย ถือเป็นเรือธง").
Not:  lists with marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex

from thaigov_extract._enumerations import introducers, trimmed
from thaigov_extract._headings import surroundings
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._titles import project_name

_LONGEST = 160
_LONGEST_BEFORE = 130
_SHORTEST = 10

_APART = 200
"""How far apart the names of one series begin."""

_COPULA_WINDOW = 40


def named_projects(text: str, lo: int, hi: int, quotes: Sequence[Quote]) -> Iterator[Range]:
    """Yield the names behind each word for flagship in `[lo, hi)`, and the one before it, in no order."""
    if not any(text.find(word, lo, hi) >= 0 for word in surroundings("programmes", "flag_gate")):
        return
    for match in _flagged().finditer(text, lo, hi):
        if text.endswith(surroundings("programmes", "plan"), 0, match.start()):
            continue
        if match["introducer"]:
            sole = match["introducer"] in surroundings("programmes", "equals")
            yield from _behind(text, match.end(), hi, quotes, sole=sole)
        before = _before(text, lo, match.start("flag"), quotes)
        if before:
            yield before


@cache
def _flagged() -> regex.Pattern[str]:
    flags = one_of(phrases_of("subjects", "flagship"))
    turns = one_of(surroundings("programmes", "turn"))
    return regex.compile(
        rf"""
        (?P<flag> {flags} ) (?![a-z])
        (?: (?: (?! \ {turns} ) [^\n“”"] ){{0,90}}? (?P<introducer> {one_of(introducers())} ) [ :]{{0,3}} )?
        """,
        regex.VERBOSE,
    )


# --- behind the word -------------------------------------------------------------------------------------------------


@cache
def _project() -> regex.Pattern[str]:
    heads = one_of(surroundings("programmes", "project_head"))
    no_name = one_of((*surroundings("programmes", "anaphora"), *surroundings("programmes", "importance")))
    return regex.compile(rf"(?<![\u0e00-\u0e7f]){heads}(?![ ]?{no_name})|(?<=และ){heads}(?![ ]?{no_name})")


@cache
def _turn() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{{1,3}}{one_of(surroundings('programmes', 'turn'))}|\n")


@cache
def _undertaking() -> regex.Pattern[str]:
    actions = one_of(surroundings("programmes", "action"))
    enterprises = one_of(surroundings("programmes", "enterprise"))
    return regex.compile(rf"{_project().pattern}|(?<=[ ])(?!{enterprises}){actions}")


def _behind(text: str, at: int, hi: int, quotes: Sequence[Quote], *, sole: bool) -> Iterator[Range]:
    """Yield the names that begin at `at`; `sole`: one action may stand there ("Quick Win คือ การลอกคลอง")."""
    quoted = next((quote for quote in quotes if quote.lo == at), None)
    if quoted is not None:
        yield from _quoted_series(text, quoted, quotes)
    elif _project().match(text, at, hi):
        yield from _series(text, at, hi, _project())
    elif _undertaking().match(text, at, hi):
        turn = _turn().search(text, at, min(hi, at + _APART))
        end = turn.start() if turn else min(hi, at + _APART)
        if _project().search(text, at, end):
            yield from _series(text, at, hi, _undertaking())
        elif sole and (name := project_name(text, at, _piece_end(text, at, end))):
            yield name


def _quoted_series(text: str, first: Quote, quotes: Sequence[Quote]) -> Iterator[Range]:
    """Yield the first quoted name, and those that follow it in the line and begin with a word for a project."""
    yield first.inner_lo, first.inner_hi
    last = first
    for quote in quotes:
        if quote.lo < last.hi:
            continue
        if quote.lo - last.hi > _APART or "\n" in text[last.hi : quote.lo]:
            return
        if _project().match(text, quote.inner_lo, quote.inner_hi):
            yield quote.inner_lo, quote.inner_hi
            last = quote


def _series(text: str, at: int, hi: int, heads: regex.Pattern[str]) -> Iterator[Range]:
    """Yield the names of a series in which each begins with one of `heads`; the last may begin with any word."""
    turn = _turn().search(text, at, min(hi, at + 1_200))
    end = turn.start() if turn else min(hi, at + 1_200)
    starts = [at]
    for match in heads.finditer(text, at + 1, end):
        if match.start() - starts[-1] > _APART:
            break
        starts.append(match.start())
    for lo, stop in pairwise(starts):
        if name := project_name(text, lo, trimmed(text, lo, stop)):
            yield name
    last = starts[-1]
    stop = min(end, last + _LONGEST)
    joined = _joined().search(text, last + _SHORTEST, stop)
    if joined is None or text.count("“", last, joined.start()) > text.count("”", last, joined.start()):
        if name := project_name(text, last, _piece_end(text, last, stop)):
            yield name
        return
    for lo, hi_ in ((last, joined.start()), (joined.end(), _piece_end(text, joined.end(), stop))):
        if name := project_name(text, lo, hi_):
            yield name


@cache
def _joined() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{one_of(surroundings('programmes', 'last_joiner'))}[ ]?")


@cache
def _gap() -> regex.Pattern[str]:
    # A space after enough of a name, before Thai: what stands behind "โครงการ 1 ตำบล " still belongs to the name.
    return regex.compile(r"(?<=[\u0e00-\u0e7f)]{3})[ ]{1,3}(?=[\u0e00-\u0e7f])")


def _piece_end(text: str, lo: int, hi: int) -> int:
    gap = _gap().search(text, lo + _SHORTEST, hi)
    return gap.start() if gap else hi


# --- before the word -------------------------------------------------------------------------------------------------


@cache
def _copula() -> regex.Pattern[str]:
    relative, copula = surroundings("programmes", "relative"), surroundings("programmes", "copula")
    among = surroundings("programmes", "among")
    return regex.compile(rf"[ ]?(?:{one_of(relative)})?{one_of(copula)}[ ]?(?:{one_of(among)}[ ]?(?:\d{{1,2}}[ ]?)?)?$")


def _before(text: str, lo: int, at: int, quotes: Sequence[Quote]) -> Range | None:
    """Return the name of which the text says that it is one: quoted, or begun by a word for a project."""
    copula = _copula().search(text, max(lo, at - _COPULA_WINDOW), at)
    if copula is None:
        return None
    end = copula.start()
    quoted = next((quote for quote in quotes if quote.hi == end), None)
    if quoted is not None:
        inner = quoted.inner_lo, quoted.inner_hi
        return inner if inner[1] - inner[0] <= _LONGEST else None
    start = max(lo, text.rfind("\n", lo, end) + 1, end - _LONGEST_BEFORE)
    begun = None
    for match in _within().finditer(text, start, end):
        begun = match.start()
    if begun is None or end - begun < _SHORTEST or _turn().search(text, begun, end):
        return None
    return begun, end


@cache
def _within() -> regex.Pattern[str]:
    no_name = one_of((*surroundings("programmes", "anaphora"), *surroundings("programmes", "importance")))
    return regex.compile(rf"{one_of(surroundings('programmes', 'name_head'))}(?![ ]?{no_name})")
