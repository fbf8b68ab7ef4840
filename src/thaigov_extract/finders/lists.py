"""Find lists: numbered, lettered, bulleted, and those that only an announcement makes a list.

In:   Layout.
Out:  Mentions of WrittenList: a tree of entries, its introducer, the promised count.
Not:  what a list is about; readers ask that of the words before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from thaigov_extract._enumerations import Entry, Enumeration, Fault, enumerate_marks, introducers
from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Phrases, one_of, table
from thaigov_extract._markers import Range, marks, number_words, words
from thaigov_extract._mentions import Mention
from thaigov_extract._series import split_series
from thaigov_extract._source import octets_of

_LEAD = 300
"""How far before its first item a list is announced."""

_MOST_PROMISED = 30
"""A count above this is one of things, and so is one."""

_PROMISE_WINDOW = 90
"""How far before the introducer a count may stand that the list keeps."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Subject:
    """What a noun before a list makes it a list of."""

    reads_as: str
    """`policy`, `training`, `flagship` or `other`."""
    value: str


@dataclass(frozen=True, slots=True)
class WrittenList:
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


def find(layout: Layout) -> Iterator[Mention[WrittenList]]:
    """Yield the lists of the body, outermost ones only."""
    text, lines = layout.text, layout.paragraphs
    if not lines:
        return
    starts = [lo for lo, _ in lines]
    taken: list[Range] = []
    free = 0
    for found in _marked(layout):
        lead, introducer = _announcement(text, lines, starts, found.lo, free)
        promise = _promise(text, *lead)
        lo = introducer[0] if introducer else found.lo
        taken.append((lo, found.hi))
        free = found.entries[-1].text_lo
        yield Mention(lo, found.hi, _written(text, found, lead, introducer, promise), f"lists:{found.style}")
    yield from _unmarked(text, lines, starts, taken)


def _marked(layout: Layout) -> list[Enumeration]:
    lo, hi = layout.body
    inside = [mark for mark in marks(layout.text, layout.paragraphs) if lo <= mark.lo < hi]
    return list(enumerate_marks(layout.text, layout.paragraphs, inside)) if len(inside) > 1 else []


def _written(
    text: str, found: Enumeration, lead: Range, introducer: Range | None, promise: Promise | None
) -> WrittenList:
    partial = introducer is not None and text[slice(*introducer)] in _partial()
    return WrittenList(
        found.entries, found.style, lead, introducer, partial, promise, _named(text, *lead), found.faults
    )


def inner_lists(text: str, written: WrittenList) -> Iterator[WrittenList]:
    """Yield the lists within the items of a list, each announced by the words of its item that stand before it."""
    for entry in written.entries:
        if not entry.entries:
            continue
        first, line = entry.entries[0], (entry.text_lo, entry.hi)
        lead, introducer = _announcement(text, [line], [line[0]], first.lo, line[0])
        found = Enumeration(first.lo, entry.entries[-1].hi, first.mark.style if first.mark else "", entry.entries)
        inner = _written(text, found, lead, introducer, _promise(text, *lead))
        yield inner
        yield from inner_lists(text, inner)


@cache
def _partial() -> frozenset[str]:
    return frozenset(words("introducer", "part"))


@cache
def _promised() -> re.Pattern[str]:
    classifiers = one_of(words("classifier"))
    count = rf"(?<![\d.,/-])(?P<count>\d{{1,3}}|{one_of(number_words())})"
    return re.compile(rf"{count}[ ]{{0,2}}(?P<classifier>(?:{classifiers})(?!ที่)|[A-Z]s?(?![A-Za-z0-9.]))")


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
        # "3R", "4 Ds": letters count the words that they begin.
        concept = match["classifier"] in _concepts() or match["classifier"][0].isupper()
        binding = concept and 1 < count <= _MOST_PROMISED
        if count and (binding or found is None):
            found = Promise(*match.span(), count, binding)
    return found


def _announcement(
    text: str, lines: Sequence[Range], starts: Sequence[int], lo: int, free: int
) -> tuple[Range, Range | None]:
    """Return the passage that announces the list at `lo`, and its introducer."""
    end = lo
    while end > 0 and text[end - 1] in ' \n:.“"(-':
        end -= 1
    introducer = next(((end - len(w), end) for w in introducers() if text.endswith(w, max(0, end - len(w)), end)), None)
    hi = introducer[0] if introducer else end
    line = lines[max(bisect_right(starts, max(hi - 1, 0)) - 1, 0)]
    return (max(min(line[0], hi), hi - _LEAD, min(free, hi)), hi), introducer


def _unmarked(
    text: str, lines: Sequence[Range], starts: Sequence[int], taken: Sequence[Range]
) -> Iterator[Mention[WrittenList]]:
    """Yield the lists that an introducer announces and no mark divides."""
    begins = [lo for lo, _ in taken]
    free = 0
    for lo, hi, needs_promise in _introduced(text, lines[0][0], lines[-1][1]):
        at = bisect_right(begins, lo) - 1
        if lo < free or (at >= 0 and lo < taken[at][1]) or text.startswith(introducers(), hi + 1):
            continue
        if _counted_first().match(text, hi):
            continue
        index = bisect_right(starts, lo) - 1
        line = lines[index]
        if lo >= line[1]:
            continue
        lead = (max(line[0], lo - _LEAD), lo)
        promise = _promise(text, *lead)
        binding = promise.count if promise and promise.binding else None
        if needs_promise and binding is None:
            continue
        partial = text[lo:hi] in _partial()
        room = taken[at + 1][0] if at + 1 < len(taken) else line[1]
        window = [(line[0], min(line[1], max(room, hi))), *lines[index + 1 : index + 2 + (binding or 0)]]
        if room < line[1]:
            del window[1:]
        items = split_series(text, window, hi, None if partial else binding)
        if items and all(a < b for a, b in items):
            free = items[-1][1]
            entries = tuple(Entry(a, b, a, None, None) for a, b in items)
            yield Mention(
                lo,
                free,
                WrittenList(entries, "", lead, (lo, hi), partial, promise, _named(text, *lead), ()),
                "lists:series",
            )


@cache
def _openers() -> tuple[tuple[str, bool], ...]:
    return tuple((row["phrase"], row["value"] == "promised") for row in table("lists") if row["reads_as"] == "opener")


@cache
def _shields(opener: str) -> tuple[tuple[str, int], ...]:
    return tuple((word, word.find(opener)) for word in words("no_opener") if opener in word)


def _introduced(text: str, lo: int, hi: int) -> list[tuple[int, int, bool]]:
    """Return the introducers in `[lo, hi)` in order, and whether each needs a promised count to open a list."""
    found = []
    for word, promised in _openers():
        at = text.find(word, lo, hi)
        while at >= 0:
            if not any(at >= before and text.startswith(longer, at - before) for longer, before in _shields(word)):
                found.append((at, at + len(word), promised))
            at = text.find(word, at + len(word), hi)
    found.sort()
    return found


@cache
def _subjects() -> Phrases[Subject | None]:
    return Phrases(
        (row["phrase"], None if row["reads_as"] == "shield" else Subject(row["reads_as"], row["value"]))
        for row in table("subjects")
    )


def _named(text: str, lo: int, hi: int) -> tuple[tuple[int, int, Subject], ...]:
    return tuple((lo + h.lo, lo + h.hi, h.row) for h in _subjects().scan(octets_of(text[lo:hi])) if h.row is not None)
