"""Find lists: numbered, lettered, bulleted, and those that only an announcement makes a list.

In:   Layout.
Out:  Mentions of WrittenList: a tree of entries, its introducer, the promised count.
Not:  what a list is about; readers ask that of the words before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_uppercase
from typing import NamedTuple

from thaigov_extract._layout import Layout, Range
from thaigov_extract._lexicon import Phrases, one_of, table, values_of
from thaigov_extract._listing.agenda import sections
from thaigov_extract._listing.enumerations import (
    Entry,
    Enumeration,
    Fault,
    enumerate_marks,
    introducer_before,
    introducers,
)
from thaigov_extract._listing.markers import marks, number_words, words
from thaigov_extract._listing.series import split_by_commas, split_series
from thaigov_extract._mentions import Mention, record
from thaigov_extract._source import octets_of

_FEWEST_MARKS = 2

_LEAD = 300
"""How far before its first item a list is announced."""

_MOST_PROMISED = 30
"""A count above this is one of things, and so is one."""

_MOST_DIGITS = 2

_LONGEST_BRACKET = 1_200
"""A list in brackets is no longer than this."""

_PROMISE_WINDOW = 90
"""How far before the introducer a count may stand that the list keeps."""


@record
class Promise:
    """A promised count at the folded range `[lo, hi)`: `4 ประการ`."""

    lo: int
    hi: int
    count: int
    binding: bool
    """The count is of points, not of things that the text merely mentions."""

    @property
    def span(self) -> Range:
        """The range that the promise covers."""
        return self.lo, self.hi


class Subject(NamedTuple):
    """What a noun before a list makes it a list of."""

    reads_as: str
    """`policy`, `training`, `flagship` or `other`."""
    value: str


class WrittenList(NamedTuple):
    """A list as written."""

    entries: tuple[Entry, ...]
    style: str
    lead: Range
    """The passage before the list that says what it is a list of; it ends at the introducer, if there is one."""
    introducer: Range | None
    partial: bool
    """The introducer gives examples: `อาทิ`."""
    promise: Promise | None
    subjects: tuple[tuple[int, int, Subject], ...]
    """The nouns of the lead, each with its range."""
    faults: tuple[tuple[Fault, int, int], ...]
    section: Range | None = None
    """The heading of the point of an agenda in which it stands."""

    @property
    def promised(self) -> Promise | None:
        """The promise, if it binds the list."""
        return self.promise if self.promise is not None and self.promise.binding else None


def find(layout: Layout) -> Iterator[Mention[WrittenList]]:
    """Yield the lists of the body, outermost ones only."""
    text, lines = layout.text, layout.paragraphs
    if not lines:
        return
    starts = [lo for lo, _ in lines]
    taken: list[Range] = []
    free = 0
    for found, heading in _marked(layout):
        lead, introducer = _announcement(text, lines, starts, found.lo, free)
        lo = introducer[0] if introducer else found.lo
        taken.append((lo, found.hi))
        free = found.entries[-1].text_lo
        written = _written(text, found, lead, introducer, heading)
        yield Mention(lo, found.hi, written, f"lists:{found.style}")
    yield from _unmarked(layout, starts, taken)


def _marked(layout: Layout) -> Iterator[tuple[Enumeration, Range | None]]:
    """Yield the lists that marks divide, each with the heading of the point of an agenda in which it stands."""
    lo, hi = layout.body
    inside = [mark for mark in marks(layout) if lo <= mark.lo < hi]
    if len(inside) < _FEWEST_MARKS:
        return
    for section in sections(layout.text, layout.paragraphs, inside):
        if len(section.marks) >= _FEWEST_MARKS:
            for found in enumerate_marks(layout.text, section.lines, section.marks):
                yield found, section.heading


def _written(
    text: str, found: Enumeration, lead: Range, introducer: Range | None, section: Range | None = None
) -> WrittenList:
    partial = introducer is not None and text[slice(*introducer)] in _partial()
    promise, subjects = _promise(text, *lead), _named(text, *lead)
    return WrittenList(found.entries, found.style, lead, introducer, partial, promise, subjects, found.faults, section)


def inner_lists(text: str, written: WrittenList) -> Iterator[WrittenList]:
    """Yield the lists within the items of a list, each announced by the words of its item that stand before it."""
    for entry in written.entries:
        if not entry.entries:
            continue
        first, line = entry.entries[0], (entry.text_lo, entry.hi)
        lead, introducer = _announcement(text, [line], [line[0]], first.lo, line[0])
        found = Enumeration(first.lo, entry.entries[-1].hi, first.mark.style if first.mark else "", entry.entries)
        inner = _written(text, found, lead, introducer)
        yield inner
        yield from inner_lists(text, inner)


@cache
def _partial() -> frozenset[str]:
    return frozenset(words("introducer", "part"))


@cache
def _promised() -> re.Pattern[str]:
    classifiers = one_of(words("classifier"))
    begins = "".join({word[0] for word in number_words()})
    count = rf"(?=[\d{begins}])(?<![\d.,/-])(?P<count>\d{{1,3}}|{one_of(number_words())})"
    # "3R", "4 Ds", "5 ส.": letters count the words that they begin; "ณ" is a word.
    thai = rf"(?!{one_of(words('no_letter'))})[ก-ฮ][.]?(?=[ ]{{0,2}}(?:[:(”\"]|$))"
    numbered = one_of(words("ordinal_end", ""))
    return re.compile(
        rf"{count}[ ]{{0,2}}(?P<classifier>(?:{classifiers})(?!{numbered})|[A-Z]s?(?![A-Za-z0-9.])|{thai})"
    )


@cache
def _counted_first() -> re.Pattern[str]:
    # "ประกอบด้วย 4 ด้านหลัก ได้แก่ ...": the second introducer opens the list.
    return re.compile(rf"[ ]?(?:{_promised().pattern})[^ \n\d]{{0,12}}[ ]?{one_of(introducers())}")


@cache
def _concepts() -> frozenset[str]:
    return frozenset(words("classifier", "concept"))


def _promise(text: str, lo: int, hi: int) -> Promise | None:
    """Return the promised count that stands last in `[lo, hi)`, one of points rather than of things."""
    found = None
    for match in _promised().finditer(text, max(lo, hi - _PROMISE_WINDOW), hi):
        written = match["count"]
        count = int(written) if written.isdecimal() else number_words()[written]
        concept = match["classifier"] in _concepts() or _is_letter(match["classifier"])
        binding = concept and 1 < count <= _MOST_PROMISED
        if count and (binding or found is None):
            found = Promise(*match.span(), count, binding)
    return found


def _is_letter(classifier: str) -> bool:
    return classifier[0].isupper() or len(classifier.rstrip(".")) == 1


def _announcement(
    text: str, lines: Sequence[Range], starts: Sequence[int], lo: int, free: int
) -> tuple[Range, Range | None]:
    """Return the passage that announces the list at `lo`, and its introducer."""
    end = lo
    while end > 0 and text[end - 1] in ' \n:.“"(-':
        end -= 1
    at = introducer_before(text, end)
    introducer = None if at is None else (at, end)
    hi = introducer[0] if introducer else end
    line = lines[max(bisect_right(starts, max(hi - 1, 0)) - 1, 0)]
    return (max(min(line[0], hi), hi - _LEAD, min(free, hi)), hi), introducer


def _unmarked(layout: Layout, starts: Sequence[int], taken: Sequence[Range]) -> Iterator[Mention[WrittenList]]:
    """Yield the lists that an introducer or a count announces and no mark divides."""
    text, lines = layout.text, layout.paragraphs
    begins = [lo for lo, _ in taken]
    free = 0
    for lo, hi, needs in _introduced(layout):
        at = bisect_right(begins, lo) - 1
        index = bisect_right(starts, lo) - 1
        if lo < free or (at >= 0 and lo < taken[at][1]) or lo >= lines[index][1]:
            continue
        room = min(lines[index][1], taken[at + 1][0] if at + 1 < len(taken) else lines[index][1])
        following = lines[index + 1 : index + 1 + _MOST_PROMISED] if room == lines[index][1] else ()
        found = _counted if needs == "counted" else _announced
        written = found(text, (lo, hi), needs, ((lines[index][0], max(room, hi)), *following))
        if written is not None:
            free = written.entries[-1].hi
            yield Mention(lo, free, written, "lists:series")


def _announced(text: str, introducer: Range, needs: str, lines: Sequence[Range]) -> WrittenList | None:
    """Return the list without marks that `introducer` opens, if it does; it stands in the first of `lines`."""
    lo, hi = introducer
    if text.startswith(introducers(), hi + 1) or _counted_first().match(text, hi):
        return None
    lead = (max(lines[0][0], lo - _LEAD), lo)
    promise = _promise(text, *lead)
    binding = promise.count if promise and promise.binding else None
    if needs == "promised" and binding is None:
        return None
    partial = text[lo:hi] in _partial()
    if needs and binding is None:
        items = split_by_commas(text, lines[0], hi)
    else:
        items = split_series(text, lines[: 2 + (binding or 0)], hi, None if partial else binding)
    return _series(text, items, lead, introducer, promise)


def _counted(text: str, counted: Range, _: str, lines: Sequence[Range]) -> WrittenList | None:
    """Return the list without marks that a count opens with a bracket or a colon: "4 มิติ (น้ำ ป่า คน และเมือง)"."""
    lo, hi = counted
    match = _counting().match(text, lo)
    if match is None or not 1 < int(match["count"]) <= _MOST_PROMISED:
        return None
    promise = Promise(lo, match.end("counted" if match["counted"] else "spread"), int(match["count"]), binding=True)
    end = text.find(")", hi, min(lines[0][1], hi + _LONGEST_BRACKET)) if text[hi - 1] == "(" else lines[0][1]
    items = split_series(text, [(lines[0][0], end)], hi, promise.count) if end > 0 else ()
    return _series(text, items, (max(lines[0][0], lo - _LEAD), lo), None, promise)


def _series(
    text: str, items: tuple[Range, ...], lead: Range, introducer: Range | None, promise: Promise | None
) -> WrittenList | None:
    if not items or not all(lo < hi for lo, hi in items):
        return None
    partial = introducer is not None and text[slice(*introducer)] in _partial()
    entries = tuple([Entry(lo, hi, lo, None, None) for lo, hi in items])
    return WrittenList(entries, "", lead, introducer, partial, promise, _named(text, *lead), ())


@cache
def _openers() -> Phrases[str | None]:
    """Return what may open a list without marks, and what it needs to do so: a promised count, commas, or a count."""
    rows: list[tuple[str, str | None]] = [(word, None) for word in words("no_opener")]
    rows.extend(values_of("lists", "opener").items())
    return Phrases(rows)


def _introduced(layout: Layout) -> list[tuple[int, int, str]]:
    """Return what may open a list without marks, in order, and what each needs for it."""
    text, lo, hi = layout.text, layout.paragraphs[0][0], layout.paragraphs[-1][1]
    openers = _openers()
    hits = [(lo + at, lo + end, openers.rows[row]) for row, at, end in openers.places(layout.source.octets[lo:hi])]
    found = [(at, end, needs) for at, end, needs in hits if needs is not None]
    begins = _counted_begins()
    for number, end, behind in layout.numbers:
        may_count = behind in begins and end - number <= _MOST_DIGITS and lo <= number < hi
        if may_count and (match := _counting().match(text, number)):
            found.append((number, match.end(), "counted"))
    found.sort()
    return found


@cache
def _counting() -> re.Pattern[str]:
    # Dimensions and ideas need no more than a space: "4 มิติ น้ำ ป่า คน และเมือง".
    counted, further = one_of(words("classifier", "concept")), one_of(words("adjective"))
    spread, both, announced = one_of(words("spread")), one_of(words("both")), one_of(introducers())
    return re.compile(
        rf"(?<![\d.,/-])(?P<count>\d{{1,2}})[ ]{{0,2}}"
        rf"(?:(?P<counted>(?:{counted}|[A-Z]s?)(?:{further})?)[ ]?[(:]"
        rf"|(?P<spread>{spread})[ ]{{1,2}}(?!{announced})(?:{both})?)"
    )


@cache
def _counted_begins() -> frozenset[str]:
    """Return the letters with which what is counted can begin."""
    return frozenset(word[0] for word in (*words("classifier", "concept"), *words("spread"), *ascii_uppercase))


@cache
def _subjects() -> Phrases[Subject | None]:
    return Phrases(
        (row["phrase"], None if row["reads_as"] == "shield" else Subject(row["reads_as"], row["value"]))
        for row in table("subjects")
    )


def _named(text: str, lo: int, hi: int) -> tuple[tuple[int, int, Subject], ...]:
    subjects = _subjects()
    hits = [(lo + at, lo + end, subjects.rows[row]) for row, at, end in subjects.places(octets_of(text[lo:hi]))]
    return tuple([(at, end, subject) for at, end, subject in hits if subject is not None])
