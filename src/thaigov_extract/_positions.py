"""Read a position where one begins: office, organisation, qualifiers, and where it ends.

In:   the folded text and the place of an office in it.
Out:  WrittenPosition: title spelt out, organisation, whether held for another.
Not:  whose position it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thaigov_extract._lexicon import Hit, Phrases, table
from thaigov_extract._organisations import Organisation, OrganisationForm, organisation_forms

_REACH = 200
"""No chain of positions longer than this has been seen."""
_LONGEST_COMPANY = 90
_LONGEST_ASIDE = 70
_CHAIN = 4
"""Positions that one person is given in a row, at most."""


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase that has a part in names and positions, with what its table row says of it."""

    phrase: str
    role: str
    value: str = ""
    key: str = ""
    expands: str = ""
    takes: str = ""
    joins: bool = False
    alone: bool = False
    form: OrganisationForm | None = None


@dataclass(frozen=True, slots=True)
class WrittenPosition:
    """A position at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    title: str
    organisation: str | None
    acting: bool
    office: str
    """The office without rank of acting and without organisation, the same for short and full forms."""
    undecided: OrganisationForm | None = None
    """An abbreviation in the title that has several owners."""


@cache
def words() -> Phrases[Word]:
    """Return the automaton over everything that has a part in names and positions."""
    rows = list(position_words())
    rows.extend((written, Word(written, "organisation", form=form)) for written, form in organisation_forms().items())
    rows.extend(
        (row["phrase"], Word(row["phrase"], row["reads_as"], value=row["value"]))
        for row in table("people")
        if row["reads_as"] not in _ELSEWHERE and row["value"] != "whole"
    )
    return Phrases(rows)


def position_words() -> Iterator[tuple[str, Word]]:
    """Yield the phrases of data/positions.tsv with what their rows say of them."""
    for row in table("positions"):
        phrase = row["phrase"]
        yield (
            phrase,
            Word(
                phrase,
                row["reads_as"],
                key=row["key"] or row["expands"] or phrase,
                expands=row["expands"],
                takes=row["takes"],
                joins=row["joins"] == "yes",
                alone=row["alone"] == "yes",
            ),
        )


def whole_title(hit: Hit[Word]) -> WrittenPosition:
    """Return the position that the words at `hit` make by themselves."""
    word = hit.row
    return WrittenPosition(hit.lo, hit.hi, word.expands or word.phrase, None, False, word.key)


_ELSEWHERE = frozenset({"of", "glue", "filler", "particle", "stem", "private", "carry", "that"})


class Window:
    """The words of a stretch of text, asked for by place."""

    __slots__ = ("_places", "cut", "hi", "lo", "starts", "text")

    def __init__(self, text: str, lo: int, hi: int) -> None:
        line_end = text.find("\n", lo, hi)
        self.text = text
        self.lo = lo
        self.hi = min(line_end if line_end >= 0 else hi, len(text))
        self.cut = line_end < 0 and hi < len(text)
        self._places = {lo + start: (number, lo + end) for number, start, end in words().places(text[lo : self.hi])}
        self.starts = list(self._places)

    def at(self, place: int) -> Hit[Word] | None:
        """Return the word that begins at `place`, if one does."""
        found = self._places.get(place)
        return None if found is None else Hit(place, found[1], words().row(found[0]))

    def after(self, place: int) -> Iterator[Hit[Word]]:
        """Yield the words that begin after `place`."""
        for start in self.starts[bisect_left(self.starts, place + 1) :]:
            number, end = self._places[start]
            yield Hit(start, end, words().row(number))

    def next_after(self, place: int) -> int:
        """Return where the first word after `place` begins, else the end of the window."""
        index = bisect_left(self.starts, place + 1)
        return self.starts[index] if index < len(self.starts) else self.hi

    def past_spaces(self, at: int) -> int:
        """Return the first place from `at` on that is no space."""
        while at < self.hi and self.text[at] == " ":
            at += 1
        return at


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[ก-ฺเ-๎A-Za-z0-9&.\-'’]{1,80}")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z0-9&.,'\- ]{1,60}(?<![ ,])")


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(r"(?:ที่[ ]?)?[0-9IVX]{1,4}(?![0-9.]|[ ]?/)")


class _Walk:
    """One position being read: where it is, what it has."""

    __slots__ = (
        "acting", "at", "closed", "fresh", "hi", "lo", "named", "named_lo", "office", "opener", "own", "title", "undecided",
        "window",
    )  # fmt: skip

    def __init__(self, window: Window, lo: int) -> None:
        self.window = window
        self.lo = self.at = self.hi = lo
        self.title: list[str] = []
        self.office: list[str] = []
        self.named: Organisation | None = None
        self.named_lo = lo
        self.own: tuple[int, int] | None = None
        self.undecided: OrganisationForm | None = None
        self.acting = False
        self.closed = False
        self.fresh = True
        opener = window.at(lo)
        assert opener is not None
        self.opener = opener.row

    def take(self, hi: int, written: str | None = None) -> None:
        """Move on to `hi`; the title gets `written`, else what stands there."""
        text = self.window.text
        gap = text[self.at : hi][: -len(text[self.at : hi].lstrip(" "))] if hi > self.at else ""
        self.title.append(gap if written is None else ("" if self.fresh and written else gap))
        self.title.append(text[self.at + len(gap) : hi] if written is None else written)
        self.at = self.hi = hi


def read_positions(text: str, lo: int, window: Window | None = None) -> tuple[list[WrittenPosition], int]:
    """Return the positions that begin with the office at `lo`, and the end of the phrase that holds them.

    The phrase ends behind an abbreviation in parentheses that repeats the title. A `window` that reaches far enough
    is read, else a new one.
    """
    if window is None or (window.hi < lo + _REACH and window.cut):
        window = Window(text, lo, lo + _REACH)
    found: list[WrittenPosition] = []
    end = at = lo
    while len(found) < _CHAIN and opens_position(window, at):
        position, end = _read_one(window, at)
        if position.office and all(position.title != other.title for other in found):
            found.append(position)
        following = _joined(window, end) or _aside(window, position.hi)
        if following is None:
            break
        at = following
    closed = window.past_spaces(end)
    if window.text[closed : closed + 1] == ")" and "(" in window.text[lo:closed]:
        end = closed + 1
    return found, end


def opens_position(window: Window, at: int) -> bool:
    """Tell whether an office stands at `at`."""
    hit = window.at(at)
    if hit is None:
        return False
    if hit.row.role == "rank":
        return opens_position(window, window.past_spaces(hit.hi)) or hit.hi < window.hi and opens_position(window, hit.hi)
    return hit.row.role in ("office", "acting")


def _joined(window: Window, end: int) -> int | None:
    """Return where a further position of the same person begins, if one follows."""
    at = window.past_spaces(end)
    hit = window.at(at)
    if hit is None:
        return None
    if hit.row.value == "and":
        at = window.past_spaces(hit.hi)
        return at if opens_position(window, at) else None
    if hit.row.role in ("office", "acting") and hit.row.joins:
        return at
    return None


def _aside(window: Window, end: int) -> int | None:
    """Return where a second title begins in parentheses: "รองเจ้ากรม (หัวหน้าคณะ)"."""
    at = window.past_spaces(end)
    return at + 1 if window.text[at : at + 1] == "(" and opens_position(window, at + 1) else None


def _read_one(window: Window, lo: int) -> tuple[WrittenPosition, int]:
    walk = _Walk(window, lo)
    end = None
    for _ in range(40):
        at = window.past_spaces(walk.at)
        if at >= window.hi:
            break
        hit = window.at(at)
        if hit is not None:
            if not _take_word(walk, hit, gap=at > walk.at):
                break
        elif window.text[at] == "(":
            end = _take_aside(walk, at)
            if end is not None:
                break
        elif not _take_plain(walk, at):
            break
    text = window.text
    hi = walk.hi
    while hi > lo + 1 and text[hi - 1] in " ,-.:" and not text[lo:hi].endswith("."):
        hi -= 1
    organisation = None
    if walk.named is not None:
        organisation = walk.named.name
    elif walk.own is not None and walk.undecided is None:
        organisation = text[walk.own[0] : walk.own[1]].strip() or None
    title = "".join(walk.title).strip(" ,-:")
    return (
        WrittenPosition(lo, hi, title, organisation, walk.acting, "".join(walk.office), walk.undecided),
        max(hi, end or 0),
    )


def _take_word(walk: _Walk, hit: Hit[Word], *, gap: bool) -> bool:
    """Take the word at `hit` into the position; False where the position ends before it."""
    role = hit.row.role
    if role in ("office", "acting", "rank"):
        return _take_office(walk, hit, gap=gap)
    if role == "organisation":
        return _take_organisation(walk, hit, gap=gap)
    if role in ("speech", "manner") or hit.row.value == "sure":
        return False
    if role == "prefix" and hit.row.value not in ("loose", "monk"):
        return False
    if role == "unit":
        return _take_unit(walk, hit, gap=gap)
    if role in ("qualifier", "inside"):
        if walk.opener.takes == "none" and walk.closed and gap:
            return False
        if hit.row.takes == "foreign":
            if walk.own or walk.named:
                walk.own = (walk.own[0] if walk.own else walk.named_lo, hit.hi)
            walk.named = None
        walk.take(hit.hi)
        walk.closed = walk.fresh = False
        return True
    if role == "closer":
        walk.take(hit.hi)
        walk.own = (walk.own[0], hit.hi) if walk.own else None
        walk.closed = True
        return True
    if hit.row.value == "at" and walk.opener.takes == "post":
        walk.take(hit.hi)
        match = _token().match(walk.window.text, walk.window.past_spaces(hit.hi), walk.window.hi)
        if match is not None:
            walk.take(match.end())
        return match is not None
    if walk.closed or gap:
        return False
    if hit.row.value == "and":
        after = walk.window.past_spaces(hit.hi)
        if opens_position(walk.window, after):
            return False
    return _swallow(walk, hit)


def _swallow(walk: _Walk, hit: Hit[Word]) -> bool:
    walk.take(hit.hi)
    walk.fresh = False
    if walk.own:
        walk.own = (walk.own[0], hit.hi)
    return True


def _take_office(walk: _Walk, hit: Hit[Word], *, gap: bool) -> bool:
    word = hit.row
    if not walk.fresh or (walk.office and walk.opener.takes != "office" and (gap or walk.closed)):
        if gap or walk.closed:
            return False
        return _swallow(walk, hit)
    if word.role == "acting":
        walk.acting = True
    elif word.role == "office" or word.phrase:
        walk.office.append(word.key)
    walk.opener = word
    walk.take(hit.hi, word.expands or None)
    walk.closed = word.takes == "none"
    return True


def _take_organisation(walk: _Walk, hit: Hit[Word], *, gap: bool) -> bool:
    form = hit.row.form
    if form is None or (walk.closed and walk.opener.takes == "none"):
        return False
    owner = form.owners[0]
    if form.bare:
        if not walk.fresh or walk.opener.takes != "ministry":
            return not gap and not walk.closed and _swallow(walk, hit)
    elif walk.closed and (not gap or (walk.named is not None and not _above(owner, walk.named))):
        return False
    if len(form.owners) > 1:
        if walk.named is None and walk.own is None:
            walk.undecided = form
        walk.take(hit.hi)
    else:
        if walk.named is None and walk.own is None:
            walk.named, walk.named_lo = owner, hit.lo
        walk.take(hit.hi, owner.name if form.short else None)
    walk.fresh = False
    walk.closed = True
    return True


def _above(owner: Organisation, named: Organisation) -> bool:
    """Tell whether `owner` may stand behind `named` as the body that it belongs to."""
    return owner.name == named.parent or (named.parent is None and named.kind != "ministry")


def _take_unit(walk: _Walk, hit: Hit[Word], *, gap: bool) -> bool:
    if walk.closed and (walk.opener.takes == "none" or (gap and walk.named is not None)):
        return False
    if walk.own is None:
        walk.own = (hit.lo, hit.hi)
        walk.named = None
    else:
        walk.own = (walk.own[0], hit.hi) if not gap else walk.own
    walk.take(hit.hi)
    walk.closed = walk.fresh = False
    if hit.row.takes == "company":
        for word in walk.window.after(hit.hi - 1):
            if word.lo > hit.hi + _LONGEST_COMPANY or word.row.role in ("speech", "prefix"):
                break
            if word.row.role == "closer":
                walk.take(word.hi)
                walk.own = (walk.own[0], word.hi)
                walk.closed = True
                break
    return True


def _take_aside(walk: _Walk, at: int) -> int | None:
    """Take a parenthesis that belongs to the title; else return the end of the phrase with it."""
    window = walk.window
    close = window.text.find(")", at, at + _LONGEST_ASIDE)
    if close < 0:
        return walk.hi
    inner = window.at(at + 1)
    if inner is not None and inner.row.role == "inside" and inner.hi == close:
        walk.take(close + 1)
        return None
    if inner is not None and inner.row.role == "prefix":
        return walk.hi
    after = window.past_spaces(close + 1)
    following = window.at(after)
    if following is not None and following.row.role in ("unit", "organisation", "qualifier") and walk.opener.takes != "none":
        hi, title = walk.hi, list(walk.title)
        walk.at = close + 1
        if _take_word(walk, following, gap=True):
            return None
        walk.at = walk.hi = hi
        walk.title = title
    return close + 1


def _take_plain(walk: _Walk, at: int) -> bool:
    """Take text that no table knows: the rest of a word, a number, a Latin name."""
    window = walk.window
    text = window.text
    gap = at > walk.at
    if walk.fresh and walk.opener.takes == "ministry":
        return False
    if gap:
        if walk.closed:
            return False
        match = _numeral().match(text, at, window.hi) or _latin().match(text, at, window.hi)
        if match is None:
            return False
        walk.take(match.end())
    else:
        if walk.closed:
            return False
        match = _token().match(text, at, window.hi)
        if match is None:
            return False
        walk.take(min(match.end(), window.next_after(at)))
    walk.fresh = False
    if walk.own and not gap:
        walk.own = (walk.own[0], walk.at)
    return True
