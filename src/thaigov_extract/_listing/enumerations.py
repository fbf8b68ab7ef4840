"""Make trees of marks: which marks number one list, and which list is part of an item of another.

In:   a text, its lines, and Marks in order.
Out:  Enumerations: lists of Entries, nested as the writer nested them, with the faults of their numbering.
Not:  what a list is about, and lists without marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from thaigov_extract._layout import Range, line_start
from thaigov_extract._lexicon import one_of, phrase_before
from thaigov_extract._listing.markers import LAST, SECOND, Mark, ends, words
from thaigov_extract._mentions import made

Fault = Literal["missing_marker", "repeated_marker", "skipped_number"]

_LONGEST_ITEM = 3_000
_LONGEST_ACRONYM_ITEM = 900
"""Marks, letters of one word, further apart than this do not number one list."""

_SAME_SENTENCE = 200
"""How far behind a mark a list may begin that belongs to its item."""

_LIKE_SIBLINGS = 0.6
"""The last item of an inline list may end at a weak break once it is this long, its longest sibling being 1."""

_LONGEST_TERM = 40
"""Items no longer than this are terms, and another clause behind the last one is no part of it."""

_LINES_OF_BULLET = 2
"""A bullet's line may have one line of text behind it."""

_DEEPEST = 12
"""Open lists that are kept in mind; no writer nests that deep."""

_INTRODUCER_WINDOW = 260
"""How far before a second mark the introducer may stand whose first item was left without a mark."""


class Entry(NamedTuple):
    """One item of a list: `[lo, hi)` with its mark, `[text_lo, hi)` without; a tuple, since a release has a dozen."""

    lo: int
    hi: int
    text_lo: int
    mark: Mark | None
    number: str | None
    title: Range | None = None
    entries: tuple[Entry, ...] = ()


class Enumeration(NamedTuple):
    """A list of items from the beginning of the first to the end of the last."""

    lo: int
    hi: int
    style: str
    entries: tuple[Entry, ...]
    faults: tuple[tuple[Fault, int, int], ...] = ()


@dataclass(slots=True)
class _Chain:
    """Marks that number one list, while it is being put together."""

    style: str
    outer: tuple[int, ...]
    marks: list[Mark]
    parent: tuple[_Chain, int] | None
    """The chain, and the position in it, in whose item this one began."""
    first_lo: int | None = None
    """Where the first item begins whose mark was left out."""
    depth: int = 0
    faults: list[tuple[Fault, int, int]] = field(default_factory=list)
    children: dict[int, list[_Chain]] = field(default_factory=dict)
    """The chains that stand in each item, by its position."""

    @property
    def last(self) -> int:
        return self.marks[-1].path[-1] if self.marks[-1].path else 0

    @property
    def per_line(self) -> bool:
        return 2 * sum(m.begins_line for m in self.marks) > len(self.marks)


class _Ground(NamedTuple):
    """A text and the ranges of its lines."""

    text: str
    lines: Sequence[Range]
    starts: Sequence[int]

    def line_at(self, at: int) -> int:
        """Return the number of the line in or after which `at` stands."""
        return bisect_right(self.starts, at) - 1

    def line_end(self, at: int) -> int:
        """Return the end of that line."""
        number = self.line_at(at)
        return max(at, self.lines[number][1]) if number >= 0 else at


def introducers() -> tuple[str, ...]:
    """Return the words that announce a list, the longest first."""
    return words("introducer")


def introducer_before(text: str, end: int) -> int | None:
    """Return where the introducer begins that ends at `end`, if one does."""
    word = phrase_before(text, introducers(), end)
    return end - len(word) if word else None


@cache
def joiners() -> re.Pattern[str]:
    """Return the pattern of a joining word at the end of an item: "... และ"."""
    return re.compile(rf"[ ,;]{{0,3}}{one_of(words('joiner'))}[ ]{{0,3}}$")


def enumerate_marks(text: str, lines: Sequence[Range], marks: Sequence[Mark]) -> Iterator[Enumeration]:
    """Yield the lists that `marks` number, outermost ones only, in text order."""
    ground = _Ground(text, lines, [lo for lo, _ in lines])
    roots = _nest(text, _chains(ground, marks))
    begins = [root.marks[0].lo for root in roots]
    for root in roots:
        after = bisect_right(begins, root.marks[-1].lo)
        yield _grow(ground, root, _unannounced(text, begins[after]) if after < len(begins) else len(text))


def _unannounced(text: str, at: int) -> int:
    """Return `at`, or where the introducer stands that announces what begins at `at`."""
    end = at
    while end > 0 and text[end - 1] in " :\n":
        end -= 1
    introducer = introducer_before(text, end)
    return at if introducer is None else introducer


# --- marks to chains -------------------------------------------------------------------------------------------------


def _chains(ground: _Ground, marks: Sequence[Mark]) -> list[_Chain]:
    stack: list[_Chain] = []
    chains: list[_Chain] = []
    for mark in marks:
        chain = _continued(ground, stack, mark) or _resumed(stack, mark)
        if chain is not None:
            while stack[-1] is not chain:
                stack.pop()
            if mark.path and mark.path[-1] > chain.last + 1:
                chain.faults.append(("skipped_number", mark.lo, mark.hi))
            chain.marks.append(_numbered(mark, chain))
            continue
        chain = _begun(ground.text, stack, mark)
        if chain is None:
            _repeated(stack, mark)
            continue
        while stack and mark.lo - stack[-1].marks[-1].hi > _LONGEST_ITEM:
            stack.pop()
        if stack and stack[-1].depth < _DEEPEST:
            chain.parent = (stack[-1], len(stack[-1].marks) - 1)
            chain.depth = stack[-1].depth + 1
        stack.append(chain)
        del stack[:-_DEEPEST]
        chains.append(chain)
    return [chain for chain in chains if _stands(chain)]


def _numbered(mark: Mark, chain: _Chain) -> Mark:
    """Return `mark` with the number that "กลุ่มสุดท้าย" leaves to be counted."""
    if mark.path[-1:] != (LAST,):
        return mark
    return mark._replace(path=(chain.last + 1,), number=str(chain.last + 1))


def _continued(ground: _Ground, stack: list[_Chain], mark: Mark) -> _Chain | None:
    """Return the open chain, innermost first, whose next mark `mark` is."""
    for chain in reversed(stack):
        if chain.style == mark.style and mark.lo - chain.marks[-1].hi <= _LONGEST_ITEM:
            if mark.path:
                follows = mark.path[:-1] == chain.outer and mark.path[-1] in (chain.last + 1, LAST)
            elif mark.style == "acronym":
                follows = chain is stack[-1] and mark.lo - chain.marks[-1].hi <= _LONGEST_ACRONYM_ITEM
            else:
                follows = _adjacent(ground, stack, chain, mark)
            if follows:
                return chain
    return None


def _resumed(stack: list[_Chain], mark: Mark) -> _Chain | None:
    """Return the open chain that a mark out of order goes on with: in another style, or with a number left out."""
    if len(mark.path) != 1 or mark.path[0] < SECOND:
        return None
    for chain in reversed(stack):
        if chain.outer or not chain.marks[-1].path or mark.lo - chain.marks[-1].hi > _LONGEST_ITEM // 2:
            continue
        if chain.style != mark.style:
            # The writer changed from "1." to "2)".
            if chain.style[0] in "1(" and mark.style[0] in "1(" and mark.path[0] == chain.last + 1:
                return chain
        elif mark.path[0] == chain.last + 2 and len(chain.marks) >= SECOND:
            return chain
    return None


def _adjacent(ground: _Ground, stack: list[_Chain], chain: _Chain, mark: Mark) -> bool:
    """Tell whether a bullet goes on with a run of bullets: no further off than the bullets before it stand apart."""
    here = ground.line_at(mark.lo)
    if here - ground.line_at(stack[-1].marks[-1].lo) <= _LINES_OF_BULLET:
        return True
    if len(chain.marks) < SECOND:
        return False
    last = ground.line_at(chain.marks[-1].lo)
    return here - last <= last - ground.line_at(chain.marks[-2].lo)


def _begun(text: str, stack: list[_Chain], mark: Mark) -> _Chain | None:
    """Return the chain that `mark` begins: by its number 1, or by 2 where the first mark was left out."""
    outer = mark.path[:-1]
    if not mark.path or mark.path[-1] == 1:
        announced = not mark.glued or mark.style[0].isalpha() or _announced(text, mark.lo)
        return _Chain(mark.style, outer, [mark], None) if announced else None
    if mark.path[-1] != SECOND or mark.style[0] not in "1(":
        return None
    floor = _floor(stack, mark)
    first_lo = _after_introducer(text, floor, mark.lo) if floor is not None else None
    if floor is None or (first_lo is None and not outer):
        return None
    begun = _Chain(mark.style, outer, [mark], None, first_lo)
    lo, hi = (mark.lo, mark.hi) if first_lo is None else (first_lo, mark.lo)
    begun.faults.append(("missing_marker", lo, hi))
    return begun


def _floor(stack: list[_Chain], mark: Mark) -> int | None:
    """Return from where on the first item may begin whose mark was left out; None if there is none."""
    if mark.path[:-1]:
        outer = next((c for c in reversed(stack) if c.marks[-1].path == mark.path[:-1]), None)
        return max(outer.marks[-1].hi, stack[-1].marks[-1].hi) if outer else None
    floor = max(0, mark.lo - _INTRODUCER_WINDOW)
    return None if stack and stack[-1].marks[-1].lo > floor else floor


def _announced(text: str, at: int) -> bool:
    return text[max(0, at - 20) : at].rstrip(" :").endswith(introducers())


def _after_introducer(text: str, lo: int, hi: int) -> int | None:
    """Return where the item begins that the last introducer in `[lo, hi)` announces."""
    floor = line_start(text, hi, lo)
    behind = [at + len(word) for word in introducers() if (at := text.rfind(word, floor, hi)) >= 0]
    if not behind:
        return None
    at = max(behind)
    while at < hi and text[at] in " :":
        at += 1
    return at if at < hi - 2 else None


def _repeated(stack: list[_Chain], mark: Mark) -> None:
    """Keep a mark that bears its predecessor's number, where it stands as marks of that list do."""
    for chain in reversed(stack):
        same = chain.style == mark.style and mark.path and mark.path[:-1] == chain.outer and mark.path[-1] == chain.last
        if same and len(chain.marks) >= 2 and mark.begins_line and chain.per_line:
            while stack[-1] is not chain:
                stack.pop()
            chain.marks.append(mark)
            chain.faults.append(("repeated_marker", mark.lo, mark.hi))
            return


def _stands(chain: _Chain) -> bool:
    """Tell whether a chain is a list: two marks, or three letters that begin the words of an acronym."""
    if chain.style == "acronym":
        return len(chain.marks) >= 3
    return len(chain.marks) + (chain.first_lo is not None) >= 2


# --- chains to trees -------------------------------------------------------------------------------------------------


def _nest(text: str, chains: list[_Chain]) -> list[_Chain]:
    """Return the outermost chains; the others become children of the chain in whose item they stand."""
    standing = {id(chain) for chain in chains}
    for chain in chains:
        while chain.parent is not None and id(chain.parent[0]) not in standing:
            chain.parent = chain.parent[0].parent
    roots = []
    for chain in chains:
        chain.parent = _host(text, chain)
        if chain.parent is None:
            roots.append(chain)
        else:
            host, at = chain.parent
            host.children.setdefault(at, []).append(chain)
    return roots


def _host(text: str, chain: _Chain) -> tuple[_Chain, int] | None:
    """Return the chain that holds `chain`, and the position of the item that does."""
    place = chain.parent
    while place is not None:
        host, at = place
        if at + 1 < len(host.marks) or _in_last_item(text, host, chain):
            break
        place = host.parent
    return place


def _in_last_item(text: str, host: _Chain, chain: _Chain) -> bool:
    """Tell whether `chain` belongs to the last item of `host` rather than to what follows the list."""
    first, last = chain.marks[0], host.marks[-1]
    siblings = any(child.style == chain.style for group in host.children.values() for child in group[:1])
    between = text[last.hi : first.lo]
    if (siblings and (host.per_line or "\n" not in between)) or (chain.outer and last.path == chain.outer):
        return True
    if chain.style == host.style or "\n" in between.rstrip(" \n"):
        return False
    if not first.path and chain.style != "acronym":
        return host.per_line
    if first.begins_line and "\n" in between:
        # It follows on the next line; "ได้แก่", then "ยุทธศาสตร์ที่ 1" there is in no list that runs within a line.
        announced = first.style in words("ordinal") and _unannounced(text, first.lo) < first.lo
        return host.per_line or not announced
    return ends("strong", "final").search(between) is None and (host.per_line or len(between) < _SAME_SENTENCE)


def _grow(ground: _Ground, chain: _Chain, limit: int) -> Enumeration:
    """Return the tree of `chain`, whose last item ends before `limit`."""
    marks = chain.marks
    entries: list[Entry] = []
    if chain.first_lo is not None and (hi := trimmed(ground.text, chain.first_lo, marks[0].lo)) > chain.first_lo:
        number = ".".join(map(str, (*chain.outer, 1)))
        entries.append(Entry(chain.first_lo, hi, chain.first_lo, None, number))
    for at, mark in enumerate(marks[:-1]):
        lists = _grown(ground, chain.children.get(at, []), marks[at + 1].lo)
        hi = max(trimmed(ground.text, mark.hi, marks[at + 1].lo), mark.hi, lists[-1].hi if lists else 0)
        entries.append(_entry(ground.text, mark, hi, lists))
    last = marks[-1]
    lists = _grown(ground, chain.children.get(len(marks) - 1, []), limit)
    # The last item of a list ends with the lists that it holds.
    hi = lists[-1].hi if lists else trimmed(ground.text, last.hi, _end_of_last(ground, chain, entries, limit))
    entries.append(_entry(ground.text, last, max(hi, last.hi), lists))
    return Enumeration(entries[0].lo, entries[-1].hi, chain.style, tuple(entries), tuple(_faults(chain)))


def _grown(ground: _Ground, children: list[_Chain], bound: int) -> list[Entry]:
    """Return the entries of the lists in one item, which ends before `bound`."""
    entries: list[Entry] = []
    for index, child in enumerate(children):
        limit = children[index + 1].marks[0].lo if index + 1 < len(children) else bound
        entries.extend(_grow(ground, child, limit).entries)
    return entries


def _entry(text: str, mark: Mark, hi: int, lists: list[Entry]) -> Entry:
    return made(Entry, (mark.lo, hi, _beginning(text, mark, hi), mark, mark.number, mark.title, tuple(lists)))


def _faults(chain: _Chain) -> Iterator[tuple[Fault, int, int]]:
    yield from chain.faults
    for group in chain.children.values():
        for child in group:
            yield from _faults(child)


@cache
def _linker() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,3}}(?:{one_of(words('linker'))}|[:=-])?[ \n]{{0,3}}")


def _beginning(text: str, mark: Mark, hi: int) -> int:
    """Return where the item's text begins: after blanks, and after the คือ of "เรื่องแรก คือ"."""
    at = mark.hi
    if mark.style[0].isalpha() or mark.style == "acronym":
        match = _linker().match(text, at, hi)
        at = match.end() if match else at
    elif mark.style[-1] == ")" and text.startswith(".", at, hi):
        at += 1  # "(1). คลองสวย"
    while at < hi and text[at] in " \n":
        at += 1
    return at


def trimmed(text: str, lo: int, hi: int) -> int:
    """Return the end of `[lo, hi)` without blanks, a comma, or the และ before the next item."""
    while hi > lo and text[hi - 1] in " \n,;":
        hi -= 1
    match = joiners().search(text, max(lo, hi - 16), hi)
    if match and match.start() > lo:
        hi = match.start()
    while hi > lo and text[hi - 1] in " \n,;":
        hi -= 1
    return hi


def _end_of_last(ground: _Ground, chain: _Chain, entries: list[Entry], limit: int) -> int:
    """Return where the last item ends: with its line, or where an inline list runs on into prose."""
    mark = chain.marks[-1]
    if not chain.per_line:
        longest = max((entry.hi - entry.text_lo for entry in entries), default=0)
        return _run_on(ground.text, mark.hi, min(ground.line_end(mark.lo), limit), longest)
    index = ground.line_at(mark.lo)
    if all(m.begins_line for m in chain.marks):
        # Items of several lines each: the last one has as many as the shortest.
        apart = [ground.line_at(after.lo) - ground.line_at(before.lo) for before, after in pairwise(chain.marks)]
        index = min(index + max(min(apart, default=1) - 1, 0), len(ground.lines) - 1)
    return min(max(ground.lines[index][1], ground.line_end(mark.hi)), limit)


def _run_on(text: str, lo: int, hi: int, longest: int) -> int:
    """Return where the last item of an inline list ends, given its longest sibling."""
    while lo < hi and text[lo] == " ":
        lo += 1
    closes_outer = text.count("“", lo, hi) < text.count("”", lo, hi)
    if closes_outer:
        depth = 0
        for at in range(lo, hi):
            depth += (text[at] == "“") - (text[at] == "”")
            if depth < 0:
                hi = at
                break
    if match := ends("strong", "final").search(text, lo + 4, hi):
        hi = match.start()
    weak = ends("weak", "clause") if longest <= _LONGEST_TERM else ends("weak")
    for match in weak.finditer(text, lo + 4, hi):
        if match.start() - lo >= _LIKE_SIBLINGS * longest:
            hi = match.start()
            break
    if hi - lo > max(2 * longest, 60):
        space = text.find(" ", lo + max(longest, 20), hi)
        if space > 0 and longest < 120:
            hi = space
    return hi
