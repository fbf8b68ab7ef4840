"""Make trees of marks: which marks number one list, and which list is part of an item of another.

In:   a text, its lines, and Marks in order.
Out:  Enumerations: lists of Entries, nested as the writer nested them, with the faults of their numbering.
Not:  what a list is about, and lists without marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import regex

from thaigov_extract._lexicon import one_of
from thaigov_extract._markers import Mark, Range, words

Fault = Literal["missing_marker", "repeated_marker", "skipped_number"]

_LONGEST_ITEM = 3_000
"""Marks further apart than this do not number one list."""

_LONGEST_ACRONYM_ITEM = 900

_DEEPEST = 12
"""Open lists that are kept in mind; no writer nests that deep."""

_INTRODUCER_WINDOW = 260
"""How far before a second mark the introducer may stand whose first item was left without a mark."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: `[lo, hi)` with its mark, `[text_lo, hi)` without."""

    lo: int
    hi: int
    text_lo: int
    mark: Mark | None
    number: str | None
    title: Range | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumeration:
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


@cache
def _ends() -> dict[str, regex.Pattern[str]]:
    strong = one_of(w for w in _breaks("strong"))
    weak = one_of(w for w in _breaks("weak"))
    return {
        # A word that opens a new sentence; เป็นต้น ends a list, เป็นต้นไป does not.
        "strong": regex.compile(rf"(?:(?<=[ ”\"])|\n){strong}|[ ]?เป็นต้น(?!ไป)"),
        "weak": regex.compile(rf"(?<=[ ”\"]){weak}"),
    }


def _breaks(value: str) -> tuple[str, ...]:
    return words("break", value)


@cache
def introducers() -> tuple[str, ...]:
    """Return the words that announce a list, the longest first."""
    return tuple(sorted(words("introducer"), key=len, reverse=True))


@cache
def joiners() -> regex.Pattern[str]:
    """Return the pattern of a joining word at the end of an item: "... และ"."""
    return regex.compile(rf"[ ,;]{{0,3}}{one_of(words('joiner'))}[ ]{{0,3}}$")


def enumerate_marks(text: str, lines: Sequence[Range], marks: Sequence[Mark]) -> Iterator[Enumeration]:
    """Yield the lists that `marks` number, outermost ones only, in text order."""
    chains = _chains(text, lines, marks)
    roots = _nest(text, lines, chains)
    starts = [lo for lo, _ in lines]
    begins = [root.marks[0].lo for root in roots]
    for root in roots:
        after = bisect_right(begins, root.marks[-1].lo)
        yield _grow(text, lines, starts, root, _unannounced(text, begins[after]) if after < len(begins) else len(text))


def _unannounced(text: str, at: int) -> int:
    """Return `at`, or where the introducer stands that announces what begins at `at`."""
    end = at
    while end > 0 and text[end - 1] in " :\n":
        end -= 1
    word = next((w for w in introducers() if text.endswith(w, max(0, end - len(w)), end)), None)
    return end - len(word) if word else at


# --- marks to chains -------------------------------------------------------------------------------------------------


def _chains(text: str, lines: Sequence[Range], marks: Sequence[Mark]) -> list[_Chain]:
    stack: list[_Chain] = []
    chains: list[_Chain] = []
    starts = [lo for lo, _ in lines]
    for mark in marks:
        chain = _continued(stack, mark, starts)
        if chain is not None:
            while stack[-1] is not chain:
                stack.pop()
            chain.marks.append(mark)
            continue
        chain = _begun(text, stack, mark)
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


def _continued(stack: list[_Chain], mark: Mark, starts: Sequence[int]) -> _Chain | None:
    """Return the open chain, innermost first, that `mark` goes on with."""
    for chain in reversed(stack):
        last = chain.marks[-1]
        if chain.style != mark.style or mark.lo - last.hi > _LONGEST_ITEM:
            continue
        if not mark.path:
            if mark.style == "acronym":
                if mark.lo - last.hi <= _LONGEST_ACRONYM_ITEM and (chain is stack[-1]):
                    return chain
            elif _adjacent(stack, chain, mark, starts):
                return chain
        elif mark.path[:-1] == chain.outer and mark.path[-1] == chain.last + 1:
            return chain
    if not mark.path or len(mark.path) > 1:
        return None
    for chain in reversed(stack):
        last = chain.marks[-1]
        if chain.outer or not last.path or mark.lo - last.hi > _LONGEST_ITEM // 2 or mark.path[-1] < 2:
            continue
        same_kind = (
            chain.style[0].isdecimal() == mark.style[0].isdecimal() and chain.style[0] in "1(" and mark.style[0] in "1("
        )
        if same_kind and mark.path[-1] == chain.last + 1 and chain.style != mark.style:
            return chain  # the writer changed from "1." to "2)"
        if chain.style == mark.style and mark.path[-1] == chain.last + 2 and len(chain.marks) >= 2:
            chain.faults.append(("skipped_number", mark.lo, mark.hi))
            return chain
    return None


def _adjacent(stack: list[_Chain], chain: _Chain, mark: Mark, starts: Sequence[int]) -> bool:
    """Tell whether a bullet goes on with a run of bullets: on the next line, or after what is nested in its last item."""
    last = stack[-1].marks[-1]
    return bisect_right(starts, mark.lo) - bisect_right(starts, last.lo) <= 2 or (
        len(chain.marks) >= 2
        and bisect_right(starts, mark.lo) - bisect_right(starts, chain.marks[-1].lo)
        <= bisect_right(starts, chain.marks[-1].lo) - bisect_right(starts, chain.marks[-2].lo)
    )


def _begun(text: str, stack: list[_Chain], mark: Mark) -> _Chain | None:
    if not mark.path:
        return _Chain(mark.style, (), [mark], None)
    outer = mark.path[:-1]
    if mark.path[-1] == 1:
        if mark.glued and not mark.style[0].isalpha() and not _announced(text, mark.lo):
            return None
        return _Chain(mark.style, outer, [mark], None)
    if mark.path[-1] != 2 or mark.style[0] not in "1(":
        return None
    floor = max(0, mark.lo - _INTRODUCER_WINDOW)
    if outer:
        chain = next((c for c in reversed(stack) if c.marks[-1].path == outer), None)
        if chain is None:
            return None
        floor = chain.marks[-1].hi
    elif stack and stack[-1].marks[-1].lo > floor:
        return None
    first_lo = _after_introducer(text, floor, mark.lo)
    if first_lo is None and not outer:
        return None
    begun = _Chain(mark.style, outer, [mark], None, first_lo)
    begun.faults.append(
        ("missing_marker", mark.lo, mark.hi) if first_lo is None else ("missing_marker", first_lo, mark.lo)
    )
    return begun


def _announced(text: str, at: int) -> bool:
    return text[max(0, at - 20) : at].rstrip(" :").endswith(introducers())


def _after_introducer(text: str, lo: int, hi: int) -> int | None:
    """Return where the item begins that the last introducer in `[lo, hi)` announces."""
    floor = max(lo, text.rfind("\n", lo, hi) + 1)
    ends = [at + len(word) for word in introducers() if (at := text.rfind(word, floor, hi)) >= 0]
    if not ends:
        return None
    at = max(ends)
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


def _nest(text: str, lines: Sequence[Range], chains: list[_Chain]) -> list[_Chain]:
    """Return the outermost chains; the others become children of the chain in whose item they stand."""
    standing = {id(chain) for chain in chains}
    for chain in chains:
        while chain.parent is not None and id(chain.parent[0]) not in standing:
            chain.parent = chain.parent[0].parent
    roots = []
    for chain in chains:
        place = _host(text, chain)
        if place is None:
            roots.append(chain)
        else:
            host, at = place
            host.children.setdefault(at, []).append(chain)
    return roots


def _host(text: str, chain: _Chain) -> tuple[_Chain, int] | None:
    """Return the chain that holds `chain`, and the position of the item that does."""
    while chain.parent is not None:
        host, at = chain.parent
        if at + 1 < len(host.marks) or _in_last_item(text, host, chain):
            return host, at
        chain.parent = host.parent
    return None


def _in_last_item(text: str, host: _Chain, chain: _Chain) -> bool:
    """Tell whether `chain` belongs to the last item of `host` rather than to what follows the list."""
    first, last = chain.marks[0], host.marks[-1]
    if chain.outer and last.path == chain.outer:
        return True
    if any(child.style == chain.style for group in host.children.values() for child in group[:1]):
        return True
    between = text[last.hi : first.lo]
    if chain.style == host.style:
        return False
    if not chain.marks[0].path and chain.style != "acronym":
        return between.count("\n") == 1 and host.per_line
    if "\n" in between:
        return False
    return _ends()["strong"].search(between) is None and (host.per_line or len(between) < 200)


def _grow(text: str, lines: Sequence[Range], starts: Sequence[int], chain: _Chain, limit: int) -> Enumeration:
    """Return the tree of `chain`, whose last item ends before `limit`."""
    marks = chain.marks
    entries: list[Entry] = []
    if chain.first_lo is not None:
        hi = trimmed(text, chain.first_lo, marks[0].lo)
        number = ".".join(map(str, (*chain.outer, 1)))
        entries.append(Entry(chain.first_lo, hi, chain.first_lo, None, number))
    for at, mark in enumerate(marks):
        final = at + 1 == len(marks)
        bound = limit if final else marks[at + 1].lo
        children = chain.children.get(at, [])
        if final and not children:
            bound = _end_of_last(text, lines, starts, chain, entries, bound)
        entries.append(_entry(text, lines, starts, mark, bound, children, final))
    return Enumeration(entries[0].lo, entries[-1].hi, chain.style, tuple(entries), tuple(_faults(chain)))


def _faults(chain: _Chain) -> Iterator[tuple[Fault, int, int]]:
    yield from chain.faults
    for group in chain.children.values():
        for child in group:
            yield from _faults(child)


def _entry(
    text: str,
    lines: Sequence[Range],
    starts: Sequence[int],
    mark: Mark,
    bound: int,
    children: list[_Chain],
    final: bool,
) -> Entry:
    grown: list[Entry] = []
    for index, child in enumerate(children):
        limit = children[index + 1].marks[0].lo if index + 1 < len(children) else bound
        grown.extend(_grow(text, lines, starts, child, limit).entries)
    # The last item of a list ends with the lists that it holds.
    hi = grown[-1].hi if final and grown else max(trimmed(text, mark.hi, bound), mark.hi)
    text_lo = _beginning(text, mark, hi)
    return Entry(mark.lo, hi, text_lo, mark, mark.number, mark.title, tuple(grown))


@cache
def _linker() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{{0,3}}(?:{one_of(words('linker'))}|[:=-])?[ \n]{{0,3}}")


def _beginning(text: str, mark: Mark, hi: int) -> int:
    """Return where the item's text begins: after blanks, and after the คือ of "เรื่องแรก คือ"."""
    at = mark.hi
    if mark.style[0].isalpha() or mark.style == "acronym":
        match = _linker().match(text, at, hi)
        at = match.end() if match else at
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


def _end_of_last(
    text: str,
    lines: Sequence[Range],
    starts: Sequence[int],
    chain: _Chain,
    entries: list[Entry],
    limit: int,
) -> int:
    """Return where the last item ends: with its line, or where an inline list runs on into prose."""
    mark = chain.marks[-1]
    index = bisect_right(starts, mark.lo) - 1
    end = (
        lines[index][1]
        if 0 <= index and lines[index][0] <= mark.lo < lines[index][1]
        else _line_end(lines, starts, mark.hi)
    )
    if chain.per_line:
        spans = [bisect_right(starts, b.lo) - bisect_right(starts, a.lo) for a, b in zip(chain.marks, chain.marks[1:])]
        extra = min(spans, default=1) - 1
        if extra > 0 and all(m.begins_line for m in chain.marks) and index + extra < len(lines):
            end = lines[index + extra][1]
        return min(end, limit)
    return _run_on(text, mark.hi, min(end, limit), max((e.hi - e.text_lo for e in entries), default=0))


def _line_end(lines: Sequence[Range], starts: Sequence[int], at: int) -> int:
    index = bisect_right(starts, at) - 1
    return max(at, lines[index][1]) if index >= 0 else at


def _run_on(text: str, lo: int, hi: int, longest: int) -> int:
    """Return where the last item of an inline list ends, given its longest sibling."""
    while lo < hi and text[lo] == " ":
        lo += 1
    opened = text.count("“", lo, hi) < text.count("”", lo, hi)
    if opened:
        depth = 0
        for at in range(lo, hi):
            depth += (text[at] == "“") - (text[at] == "”")
            if depth < 0:
                hi = at
                break
    if match := _ends()["strong"].search(text, lo + 4, hi):
        hi = match.start()
    for match in _ends()["weak"].finditer(text, lo + 4, hi):
        if match.start() - lo >= longest:
            hi = match.start()
            break
    if hi - lo > max(2 * longest, 60):
        space = text.find(" ", lo + max(longest, 20), hi)
        if space > 0 and longest < 120:
            hi = space
    return hi
