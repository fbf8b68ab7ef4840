"""Whether twice the input takes twice the time, for the whole and for each pattern.

In:   texts, and strings made to hurt.
Out:  ratios: 2 is linear, 4 is quadratic.
Not:  how long anything takes.

Each pattern has strings of its own, tried once on a short text; the slowest are then doubled, so that both tables take
a minute or two.
"""

from __future__ import annotations

import gc
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import regex

import thaigov_extract
from benchmarks.hostile import Pattern, pieces, pieces_of
from benchmarks.measuring import Row, sample, seconds
from thaigov_extract import parse

_SHORT = 4_000
_WHOLE = 50_000
_PATTERN = 20_000
_LONGEST = 640_000
_LEAST = 0.002
"""Below this, in seconds, the clock measures itself; the text is then made longer."""
_MOST = 0.25
"""Above this a pattern is measured on a shorter text."""
_DOUBTFUL = 2.3


def whole(path: Path) -> Iterator[Row]:
    """Yield how `parse` grows on releases end to end, on one long line, and on the pieces that are worst for it."""
    release = "\n".join(sample(path, 50))[:_WHOLE]
    yield "input", "growth of `parse`"
    yield "releases end to end", f"{_growth(parse, release, _WHOLE):.2f}"
    yield "the same in one line", f"{_growth(parse, release.replace(chr(10), ' '), _WHOLE):.2f}"
    every = pieces()
    worst = sorted(((_growth(parse, piece, _WHOLE), piece) for piece in every), reverse=True)
    for ratio, piece in worst[:3]:
        yield f"`{piece!r}` again and again, the worst of {len(every)}", f"{ratio:.2f}"


def patterns(_: Path) -> Iterator[Row]:
    """Yield how the worst patterns grow, each on the string that is worst for it."""
    found = dict(_compiled())
    worst = []
    tried = 0
    for name, pattern in found.items():

        def search(text: str, pattern: Pattern = pattern) -> None:
            for _ in pattern.finditer(text):
                pass

        own = pieces_of(pattern)
        tried += len(own)
        worst.append(max((_growth(search, piece, _PATTERN), name, piece) for piece in _slowest(search, own, 3)))
    worst.sort(reverse=True)
    yield "pattern", "worst string, again and again", "growth"
    for ratio, name, piece in worst[:5]:
        yield f"`{name}`", f"`{_shown(piece)}`", f"{ratio:.2f}"
    above = sum(ratio > _DOUBTFUL for ratio, _, _ in worst)
    yield f"all {len(found)} patterns on {tried:,} strings", f"{above} above {_DOUBTFUL}", f"{worst[0][0]:.2f}"


def _slowest(function: Callable[[str], object], every: Iterable[str], count: int) -> list[str]:
    """Return the pieces that take longest for their length, on a short text."""
    function("")  # loads and compiles
    return sorted(every, key=lambda piece: seconds(function, [_repeated(piece, _SHORT)]), reverse=True)[:count]


def _growth(function: Callable[[str], object], piece: str, length: int) -> float:
    """Return how much longer `function` takes for twice as much of `piece`; a doubtful result is measured again."""
    while (once := _best(function, piece, length)) < _LEAST and length < _LONGEST:
        length *= 2
    if once < _LEAST:
        # What is that fast on a text of this length hurts nobody.
        return 1.0
    if once > _MOST and function is not parse:
        length = max(length // 4, _SHORT)
        once = _best(function, piece, length)
    ratio = _best(function, piece, 2 * length) / once
    return ratio if ratio < _DOUBTFUL else _best(function, piece, 2 * length, 5) / _best(function, piece, length, 5)


def _best(function: Callable[[str], object], piece: str, length: int, times: int = 2) -> float:
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


def _shown(piece: str, most: int = 40) -> str:
    """Return `piece` in a table cell."""
    return repr(piece if len(piece) <= most else f"{piece[:most]}…").replace("|", "\\|").replace("`", "'")


def _compiled() -> Iterator[tuple[str, Pattern]]:
    """Yield every pattern that the package compiles, by the function or name that holds it."""
    for module in pkgutil.walk_packages(thaigov_extract.__path__, "thaigov_extract."):
        if module.name.endswith("__main__"):
            continue
        held = vars(import_module(module.name))
        for name, value in held.items():
            if getattr(value, "__module__", module.name) != module.name:
                continue
            if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                value = value()  # noqa: PLW2901
            short = module.name.removeprefix("thaigov_extract.")
            for number, pattern in enumerate(_inside(value)):
                yield f"{short}.{name}" + (f"[{number}]" if number else ""), pattern


def _inside(value: object) -> Iterator[Pattern]:
    if isinstance(value, (re.Pattern, regex.Pattern)):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from _each(value.values())
    elif isinstance(value, (tuple, list)):
        yield from _each(value)


def _each(values: Iterable[object]) -> Iterator[Pattern]:
    for value in values:
        yield from _inside(value)
