"""Set a release's text: one paragraph a line, marks nested, remarks in the margin.

In:   Shown.
Out:  HTML whose paragraphs together hold exactly the text, character by character.
Not:  cards, legend.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from thaigov_extract._layout import language_of
from thaigov_extract._spans import PASSAGES
from thaigov_extract.display._html import Html, joined, tag, written
from thaigov_extract.display._shown import Shown
from thaigov_extract.models import Diagnostic

_DEEPEST_LINE = 3
"""So many passages one in the other are told apart by the height of their underlines."""


def text_pane(view: Shown) -> Html:
    """Return the text with its marks, and remarks beside the paragraphs where they begin."""
    lines = _lines(view.release.text)
    notes = _notes_by_line(view, lines)
    after = dict(pairwise([*notes, len(lines)]))
    parts: list[Html] = []
    for at, (paragraph, (lo, hi)) in enumerate(zip(_paragraphs(view, lines), lines, strict=True)):
        blank = None if view.release.text[lo:hi].strip() else "tgx-blank"
        parts.append(tag("p", paragraph, class_=blank, style=f"grid-row:{at + 1}" if notes else None))
        if at in notes:
            content = (_note(view, number) for number in notes[at])
            parts.append(tag("div", *content, class_="tgx-notes", style=f"grid-row:{at + 1}/{after[at] + 1}"))
    return tag(
        "div",
        *parts,
        class_="tgx-text tgx-annotated" if notes else "tgx-text",
        lang=language_of(view.release.text),
        role="region",
        aria_label="Text of the release",
        tabindex=0,
    )


def note(remark: Diagnostic, numbers: str | None = None) -> Html:
    """Return a remark, as a button where it points into the text."""
    content = tag("b", written(remark.code.replace("_", " "))), tag("span", written(remark.message))
    if numbers is None:
        return tag("div", *content, class_="tgx-note", lang="en", data_k="remark")
    return tag("button", *content, class_="tgx-note", type="button", lang="en", data_k="remark", data_m=numbers)


def _note(view: Shown, number: int) -> Html:
    return note(view.release.diagnostics[number], view.under(f"/diagnostics/{number}"))


def _lines(text: str) -> list[tuple[int, int]]:
    """Return `[lo, hi)` of every line, its line feed included."""
    lines = []
    lo = 0
    while lo < len(text):
        hi = text.find("\n", lo) + 1 or len(text)
        lines.append((lo, hi))
        lo = hi
    return lines


def _notes_by_line(view: Shown, lines: list[tuple[int, int]]) -> dict[int, list[int]]:
    """Return the numbers of the diagnostics that begin in each line, in order of the text."""
    starts = sorted(
        (remark.span.start, number)
        for number, remark in enumerate(view.release.diagnostics)
        if remark.span and f"/diagnostics/{number}" in view.numbers
    )
    notes: defaultdict[int, list[int]] = defaultdict(list)
    at = 0
    for start, number in starts:
        while lines[at][1] <= start:
            at += 1
        notes[at].append(number)
    return notes


def _paragraphs(view: Shown, lines: list[tuple[int, int]]) -> Iterator[Html]:
    """Yield each line with its marks; a mark that crosses another, or a line's end, comes in several pieces."""
    pieces: list[Html] = []
    before: list[int] = []
    at = 0
    for lo, hi, stack in _segments(view, lines):
        kept = _common(before, stack)
        pieces.extend([_CLOSE] * (len(before) - kept))
        pieces.extend(_opening(view, stack, depth, lo) for depth in range(kept, len(stack)))
        pieces.append(written(view.release.text[lo:hi]))
        before = stack
        if hi == lines[at][1]:
            yield joined(*pieces, *[_CLOSE] * len(stack))
            pieces, before, at = [], [], at + 1


def _segments(view: Shown, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[int]]]:
    """Yield `[lo, hi)` and the marks over it, outermost first, cutting wherever a mark or line begins or ends."""
    cuts = {hi for _, hi in lines}.union(*((mark.start, mark.end) for mark in view.marks)) - {0}
    stack: list[int] = []
    waiting = lo = 0
    for hi in sorted(cuts):
        stack = [number for number in stack if view.marks[number].end > lo]
        while waiting < len(view.marks) and view.marks[waiting].start <= lo:
            stack.append(waiting)
            waiting += 1
        yield lo, hi, stack
        lo = hi


def _common(one: list[int], other: list[int]) -> int:
    """Return how many marks, from the outermost, both stacks share."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_CLOSE = Html("</mark>")


def _opening(view: Shown, stack: list[int], depth: int, lo: int) -> Html:
    """Return the opening tag of the piece of a mark that begins at `lo`."""
    mark = view.marks[stack[depth]]
    passage = mark.label in PASSAGES
    classes = ["tgx-passage" if passage else "tgx-value"]
    if mark.start == lo:
        classes.append("tgx-first")
    outer = sum(view.marks[number].label in PASSAGES for number in stack[:depth])
    level = f' data-d="{min(outer, _DEEPEST_LINE)}"' if passage else ""
    return Html(f'<mark class="{" ".join(classes)}" data-k="{mark.label}" data-m="{stack[depth]}"{level}>')
