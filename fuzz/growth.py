"""How time grows on what the fuzzer found: repeat each input, take the slowest, double them.

In:   the folder that `fuzz/parse.py` kept its inputs in.
Out:  the slowest inputs for their length, and the time of each doubling over the one before: 2 is linear.
Not:  a verdict; no test asserts a time.

    python fuzz/growth.py FOLDER [COUNT]
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from alphabet import text_of

from thaigov_extract import parse

_FIRST = 4_000
_SIZES = (20_000, 40_000, 80_000)


def seconds(text: str, times: int = 1) -> float:
    """Return the CPU time of one `parse`, the best of so many."""
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        parse(text)
        best = min(best, time.process_time() - began)
    return best


def repeated(text: str, size: int) -> str:
    """Return `text` again and again, cut at `size`."""
    return (text * (size // len(text) + 1))[:size]


def main() -> None:
    """Print a table of the worst."""
    gc.disable()  # its rounds fall into one doubling or another
    count = int(sys.argv[2]) if sys.argv[2:] else 20
    texts = {text_of(path.read_bytes()) for path in Path(sys.argv[1]).iterdir()} - {""}
    slowest = sorted(texts, key=lambda text: seconds(repeated(text, _FIRST)), reverse=True)[:count]
    print(f"{len(texts):,} inputs; the {len(slowest)} that take longest for their length:\n")
    print("| input | ms at 20,000 | growth to 40,000 | to 80,000 |\n|---|---|---|---|")
    for text in slowest:
        first, second, third = (seconds(repeated(text, size), 2) for size in _SIZES)
        print(f"| `{text[:40]!r}` | {1000 * first:.0f} | {second / first:.2f} | {third / second:.2f} |", flush=True)


if __name__ == "__main__":
    main()
