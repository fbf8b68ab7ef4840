"""Whether twice the input takes twice the time, for the whole and for each pattern.

In:   texts, and strings made to hurt.
Out:  ratios: 2 is linear, 4 is quadratic.
Not:  how long anything takes.

Each pattern has strings of its own, tried once on a short text; the slowest are then doubled, so that each
table takes minutes, not hours.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.hostile import EVENT, pairs, pieces, pieces_of
from benchmarks.measuring import Row, sample, seconds
from thaigov_extract import parse
from tools.patterns import written

_SHORT = 4_000
"""Characters, about as many as a release has: here the slowest pieces are chosen."""
_WHOLE = 50_000
_PAIRS = 12
"""Of what hurts only together, so many of the slowest are doubled."""
_PATTERN = 20_000
"""Characters that are doubled: many times a release, so that what is quadratic outweighs the rest."""
_LONGEST = 640_000
"""Longer than any text of the collection; what is still too fast to measure here is fast."""
_LEAST = 0.002
"""Below this, in seconds, the clock measures itself; the text is then made longer."""
_MOST = 0.25
"""Above this a pattern is measured on a shorter text, so that a quadratic one does not take minutes."""
_DOUBTFUL = 2.3
_TURNS = 7
"""Ratios that measure true lines come to this now and then; above it the best of five must say the same."""


def whole(path: Path) -> Iterator[Row]:
    """Yield how `parse` grows on releases end to end, on one long line, and on the pieces that are worst for it."""
    release = "\n".join(sample(path, 50))[:_WHOLE]
    yield "input", "growth of `parse`"
    yield "releases end to end", f"{growth(parse, release, _WHOLE):.2f}"
    yield "the same in one line", f"{growth(parse, release.replace(chr(10), ' '), _WHOLE):.2f}"
    every = pieces()
    worst = sorted(((growth(parse, piece, _WHOLE), piece) for piece in every), reverse=True)
    for ratio, piece in worst[:3]:
        yield f"`{shown(piece)}` again and again, the worst of {len(every)}", f"{ratio:.2f}"
    joint = pairs()
    slow = _slowest(_behind_an_event, joint, _PAIRS)
    ratio, piece = max((growth(_behind_an_event, piece, _WHOLE), piece) for piece in slow)
    yield f"behind an event `{shown(piece)}`, the worst of the slowest {_PAIRS} of {len(joint):,}", f"{ratio:.2f}"


def _behind_an_event(text: str) -> None:
    parse(f"{EVENT}{text}")


def patterns(_: Path) -> Iterator[Row]:
    """Yield how the worst patterns grow, each on the string that is worst for it."""
    found = written()
    worst = []
    tried = 0
    for one in found:
        search = partial(_search, one.compiled())
        own = pieces_of(one.tree())
        tried += len(own)
        worst.append(max((growth(search, piece, _PATTERN), one.name, piece) for piece in _slowest(search, own, 3)))
    worst.sort(reverse=True)
    yield "pattern", "worst string, again and again", "growth"
    for ratio, name, piece in worst[:5]:
        yield f"`{name}`", f"`{shown(piece)}`", f"{ratio:.2f}"
    above = sum(ratio > _DOUBTFUL for ratio, _, _ in worst)
    yield f"all {len(found)} patterns on {tried:,} strings", f"{above} above {_DOUBTFUL}", f"{worst[0][0]:.2f}"


def _search(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _slowest(function: Callable[[str], object], every: Iterable[str], count: int) -> list[str]:
    """Return the pieces that take longest for their length, on a short text."""
    function("")  # loads and compiles
    return sorted(every, key=lambda piece: seconds(function, [_repeated(piece, _SHORT)]), reverse=True)[:count]


def growth(function: Callable[[str], object], piece: str, length: int) -> float:
    """Return how much longer `function` takes for twice as much of `piece`; a doubtful result is measured again."""
    while (once := best(function, piece, length)) < _LEAST and length < _LONGEST:
        length *= 2
    if once < _LEAST:
        # What is that fast on a text of this length hurts nobody.
        return 1.0
    if once > _MOST and function is not parse:
        length = max(length // 4, _SHORT)
        once = best(function, piece, length)
    ratio = best(function, piece, 2 * length) / once
    if ratio < _DOUBTFUL:
        return ratio
    # Both lengths in turn: a machine that is slow for a while is so for both.
    turns = [(best(function, piece, length, 1), best(function, piece, 2 * length, 1)) for _ in range(_TURNS)]
    return min(twice for _, twice in turns) / min(once for once, _ in turns)


def best(function: Callable[[str], object], piece: str, length: int, times: int = 2) -> float:
    """Return the least time of some, without the garbage collector: its rounds fall into one doubling or another."""
    text = _repeated(piece, length)
    gc.disable()
    try:
        return min(seconds(function, [text]) for _ in range(times))
    finally:
        gc.enable()


def _repeated(piece: str, length: int) -> str:
    """Return `piece` again and again, and an end that fits no pattern: what looks for the end of the text tries all."""
    return (piece * (length // len(piece) + 1))[:length] + "\0"


def shown(piece: str, most: int = 40) -> str:
    """Return `piece` in a table cell."""
    return repr(piece if len(piece) <= most else f"{piece[:most]}…").replace("|", "\\|").replace("`", "'")
