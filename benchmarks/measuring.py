"""What every measurement needs: texts, a clock that others do not disturb, rows.

In:   a file of texts; functions to measure.
Out:  seconds of CPU time.
Not:  what is measured.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

Row = tuple[str, ...]
"""One row of a table; the first that is yielded is its head."""


@cache
def corpus(path: Path) -> tuple[str, ...]:
    """Return the texts of `path`."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return tuple(json.loads(line)["text"] for line in file)


def sample(path: Path, count: int) -> list[str]:
    """Return `count` texts of `path`, always the same ones."""
    texts = corpus(path)
    return random.Random(1).sample(texts, min(count, len(texts)))  # nothing is secret


def seconds(function: Callable[[T], object], values: Iterable[T]) -> float:
    """Return the CPU time that `function` takes for `values`."""
    began = time.process_time()
    for value in values:
        function(value)
    return time.process_time() - began
