"""How long `parse` takes, beside what others do with the same texts.

In:   texts.
Out:  CPU milliseconds a release, and ratios.
Not:  accuracy; a tokeniser reads much less, and takes longer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import dateparser.search
import nlpo3
import pythainlp
from pythainlp.tokenize import word_tokenize

from benchmarks.floor import floor
from benchmarks.measuring import Row, sample, seconds
from thaigov_extract import parse, parse_many
from thaigov_extract._layout import lay_out
from thaigov_extract._mentions import settle
from thaigov_extract._parse import _seal
from thaigov_extract._source import fold
from thaigov_extract.finders import FINDERS, _together, find
from thaigov_extract.readers import READERS, read
from thaigov_extract.resolve import resolve

T = TypeVar("T")

_TEXTS = 1_000
_BLOCK = 32
"""Contestants take turns in blocks of this many texts, so that a busy machine is busy for all of them."""


def contestants(path: Path) -> Iterator[Row]:
    """Yield the time of each contestant."""
    nlpo3.load_dict(str(Path(pythainlp.__file__).parent / "corpus" / "words_th.txt"), "words")
    every: dict[str, tuple[Callable[[list[str]], object], int]] = {
        "`parse`": (_each(parse), 1),
        "`parse_many`": (lambda block: deque(parse_many(block), maxlen=0), 1),
        "nlpo3 tokenisation": (_each(partial(nlpo3.segment, dict_name="words")), 1),
        "PyThaiNLP newmm tokenisation": (_each(partial(word_tokenize, engine="newmm")), 1),
        "composite floor": (_each(floor()), 1),
        "`dateparser.search`, Thai": (_each(partial(dateparser.search.search_dates, languages=["th"])), 10),
    }
    texts = sample(path, _TEXTS + _BLOCK)
    spent = dict.fromkeys(every, 0.0)
    read = dict.fromkeys(every, 0)
    for first in range(0, len(texts), _BLOCK):
        for name, (function, share) in every.items():
            block = texts[first : first + _BLOCK : share]
            taken = seconds(function, [block])
            # The first block compiles patterns and loads dictionaries.
            if first:
                spent[name] += taken
                read[name] += len(block)
    each = {name: spent[name] / read[name] for name in every}
    yield "contestant", "texts", "ms a release", "`parse` takes, as a multiple"
    for name in every:
        yield name, f"{read[name]:,}", f"{each[name] * 1e3:.2f}", f"{each['`parse`'] / each[name]:.2f}"


def stages(path: Path) -> Iterator[Row]:
    """Yield the time of each stage of `parse`, its input made before."""
    texts = sample(path, _TEXTS)
    list(map(parse, texts[:_BLOCK]))
    sources = list(map(fold, texts))
    layouts = list(map(lay_out, sources))
    found = find(layouts)
    pages = resolve(layouts, found, None)
    whole = seconds(parse, texts)
    parts = {"fold": seconds(fold, texts), "lay out": seconds(lay_out, sources)}
    parts["find phrases"] = seconds(_together().search, sources)
    for finder in FINDERS:
        parts[f"find {_room(finder)}"] = seconds(_listed(finder), layouts)
    mentions = [[mention for finder in FINDERS for mention in finder(layout)] for layout in layouts]
    parts["settle"] = seconds(settle, mentions)
    parts["resolve"] = seconds(
        lambda given: resolve(*given, None), [([one], [its]) for one, its in zip(layouts, found, strict=True)]
    )
    for reader in READERS:
        parts[f"read {_room(reader)}"] = seconds(_listed(reader), pages)
    parts["seal"] = seconds(lambda sealed: _seal(*sealed), zip(texts, pages, read(pages), strict=True))
    # Alone, a stage finds its tables and code in the cache; between the others it does not.
    parts["following one another"] = whole - sum(parts.values())
    yield "stage", "µs a release", "share"
    for name, taken in parts.items():
        yield name, f"{taken / len(texts) * 1e6:.0f}", f"{taken / whole:.0%}"
    yield "all", f"{whole / len(texts) * 1e6:.0f}", "100%"


def _each(function: Callable[[str], object]) -> Callable[[list[str]], object]:
    return lambda block: deque(map(function, block), maxlen=0)


def _listed(function: Callable[[T], Iterable[object]]) -> Callable[[T], object]:
    return lambda value: list(function(value))


def _room(function: Callable[..., object]) -> str:
    return function.__module__.rpartition(".")[2]
