"""Whether twice the input takes twice the time, for the whole and for each pattern.

In:   texts, and strings made to hurt.
Out:  ratios: 2 is linear, 4 is quadratic.
Not:  how long anything takes.
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

import regex

import thaigov_extract
from benchmarks.measuring import Row, sample, seconds
from thaigov_extract import parse
from thaigov_extract._lexicon import table

Pattern: TypeAlias = re.Pattern[str] | regex.Pattern[str]

_WHOLE = 100_000
_PATTERN = 10_000
_SHORT = 0.0005
"""Below this the clock measures itself; the text is then made longer."""

_LONG = 150_000
"""What is that fast on a text of this length hurts nobody."""

_DOUBTFUL = 2.3

_PIECES = (
    " ", "\n", " \n", "1", "1 ", "๑", "1.", "1. ", "1)", "(1) ", "1/", "1-", "1:", "09.30 น. ", ",", "-", "- ",
    "#", "#ก", "“", "”", "“ก”", "(", ")", "ก", "ก ", "a", "A ", "เ", "่", "ํา", "\u200b", "\r", "\xa0",
    "http://", "ที่มา : ", "นาย", "นายก ข ", "นายสมชาย ", "นางสาวก และ", "ปลัด", "รองอธิบดี", "วันที่ ",
    "วันที่ 1 ", "1 มกราคม ", "1 ม.ค. ", "พ.ศ. ", "ปี 2561 ", "1 - 2 มกราคม 2561 ", "เวลา ", "ณ ", "จังหวัด",
    "จังหวัดตรัง ", "ห้องประชุม ", "อำเภอ", "คน ", "100 คน ", "และ", "ได้แก่ ", "นโยบาย 3 ประการ ", "ข้อ 1 ",
    "1) ก\n", "ประธาน", "เป็นประธานเปิด", "กล่าวว่า ", "โครงการ", "หลักสูตร",
)  # fmt: skip
"""What rules react to, each repeated until it is long."""


def whole(path: Path) -> Iterator[Row]:
    """Yield how `parse` grows on releases end to end, on every piece, and on one long release without line breaks."""
    release = "\n".join(sample(path, 50))
    yield "input", "growth of `parse`"
    yield "releases end to end", f"{_growth(parse, release, _WHOLE):.2f}"
    yield "the same in one line", f"{_growth(parse, release.replace(chr(10), ' '), _WHOLE):.2f}"
    worst = sorted(((_growth(parse, piece, _WHOLE), piece) for piece in _pieces()), reverse=True)
    for ratio, piece in worst[:3]:
        yield f"`{piece!r}` again and again, the worst of {len(worst)}", f"{ratio:.2f}"


def patterns(_: Path) -> Iterator[Row]:
    """Yield how the worst patterns grow, each on the piece that is worst for it."""
    found = dict(_compiled())
    worst = []
    for name, pattern in found.items():

        def search(text: str, pattern: Pattern = pattern) -> None:
            for _ in pattern.finditer(text):
                pass

        worst.append(max((_growth(search, piece, _PATTERN), name, piece) for piece in _pieces()))
    worst.sort(reverse=True)
    yield "pattern", "worst piece", "growth"
    for ratio, name, piece in worst[:5]:
        yield f"`{name}`", f"`{piece!r}`", f"{ratio:.2f}"
    yield f"all {len(found)} patterns on {len(_pieces())} pieces: the worst", "", f"{worst[0][0]:.2f}"


def _pieces() -> tuple[str, ...]:
    """Return the pieces, and the first phrase of every reading in the tables."""
    firsts: dict[tuple[str, str | None], str] = {}
    for name in ("calendar", "cues", "lists", "people", "places", "positions"):
        for row in table(name):
            phrase = row[next(iter(row))]
            firsts.setdefault((name, row.get("reads_as")), f"{phrase} ")
    return tuple(dict.fromkeys([*_PIECES, *firsts.values()]))


def _growth(function: Callable[[str], object], piece: str, length: int) -> float:
    """Return how much longer `function` takes for twice as much of `piece`; a doubtful result is measured again."""
    function(piece)  # loads and compiles
    while (once := seconds(function, [_repeated(piece, length)])) < _SHORT and length < _LONG:
        length *= 4
    if once < _SHORT:
        return 1.0
    ratio = seconds(function, [_repeated(piece, 2 * length)]) / once
    if ratio > _DOUBTFUL:
        short, long = (
            min(seconds(function, [_repeated(piece, size)]) for _ in range(5)) for size in (length, 2 * length)
        )
        ratio = long / short
    return ratio


def _repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


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
