"""How time grows on what the fuzzer found: repeat each input, take those that grow most, double them.

In:   the folder that `fuzz/parse.py` kept its inputs in.
Out:  the inputs that grow most, and the time of each doubling over the one before: 2 is linear.
Not:  a verdict; no test asserts a time. What is slow and stays in proportion is not looked for.

    python -m fuzz.growth FOLDER [COUNT]
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.growth import best, shown
from fuzz.alphabet import text_of
from thaigov_extract import parse

_SCREEN = (3_000, 18_000)
"""All inputs are measured at these two lengths only: six times the text takes six times as long, or up to 36 times."""
_SIZES = (20_000, 40_000, 80_000)
"""Those that grow most are doubled from here: many times a release, so that what is quadratic outweighs the rest."""


def main() -> None:
    """Print a table of the worst."""
    count = int(sys.argv[2]) if sys.argv[2:] else 20
    texts = {text_of(path.read_bytes()) for path in Path(sys.argv[1]).iterdir()} - {""}
    worst = sorted(texts, key=_growth, reverse=True)[:count]
    print(f"{len(texts):,} inputs; the {len(worst)} that grow most:\n")
    print("| input | ms at 20,000 | growth to 40,000 | to 80,000 |\n|---|---|---|---|")
    for text in worst:
        first, second, third = (best(parse, text, size) for size in _SIZES)
        print(f"| `{shown(text)}` | {1000 * first:.0f} | {second / first:.2f} | {third / second:.2f} |", flush=True)


def _growth(text: str) -> float:
    short, long = (best(parse, text, length) for length in _SCREEN)
    return long / short


if __name__ == "__main__":
    main()
