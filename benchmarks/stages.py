"""Print what each stage costs, and how its cost grows: `stages.py [TEXT_FILE]`.

CPU time on one core, best of several rounds, over one composed release (or a given file) repeated to its length and to
twice and four times its length. A growth near 2 for a doubled text is linear, near 4 is not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from thaigov_extract import parse
from thaigov_extract._layout import lay_out
from thaigov_extract._source import fold
from thaigov_extract.finders import FINDERS, find
from thaigov_extract.readers import READERS
from thaigov_extract.resolve import resolve

EXAMPLE = Path(__file__).parent.parent / "examples" / "opening_ceremony.txt"
ROUNDS = 7


def cost(step: Callable[[], object]) -> float:
    """Return the least CPU time of one call in milliseconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(10):
            step()
        best = min(best, time.process_time() - began)
    return 100 * best


def stages(text: str) -> dict[str, float]:
    """Return the cost of each stage on `text`."""
    source = fold(text)
    layout = lay_out(source)
    mentions = find(layout)
    page = resolve(layout, mentions, None)
    costs = {"fold": cost(lambda: fold(text)), "lay out": cost(lambda: lay_out(source))}
    for finder in FINDERS:
        costs[f"find {finder.__module__.rsplit('.', 1)[-1]}"] = cost(lambda finder=finder: list(finder(layout)))  # type: ignore[misc]
    costs["find and settle"] = cost(lambda: find(layout))
    costs["resolve"] = cost(lambda: resolve(layout, mentions, None))
    for reader in READERS:
        costs[f"read {reader.__module__.rsplit('.', 1)[-1]}"] = cost(lambda reader=reader: list(reader(page)))  # type: ignore[misc]
    costs["parse"] = cost(lambda: parse(text))
    return costs


def main() -> None:
    """Print one line per stage: milliseconds, and growth over two doublings."""
    text = Path(sys.argv[1] if len(sys.argv) > 1 else EXAMPLE).read_text(encoding="utf-8")
    parse(text)
    one, two, four = (stages(text * times) for times in (1, 2, 4))
    print(f"{len(text)} characters; milliseconds, growth x2, growth x4")
    for stage, spent in one.items():
        print(f"{stage:20} {spent:8.3f} {two[stage] / spent:6.2f} {four[stage] / spent:6.2f}")


if __name__ == "__main__":
    main()
