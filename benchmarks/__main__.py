"""Measure, and print the tables of `docs/performance.md` and `docs/calendar.md`.

In:   JSON Lines with a column `text`, such as a corpus of releases.
Out:  Markdown on standard output.
Not:  a verdict; no test asserts a time.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Row, corpus

SECTIONS = {
    "speed": ("CPU time of one release, all in turn over the same texts", "speed", "contestants"),
    "dates": ("Whole days in ten forms: who reads them rightly", "dates", "peers"),
    "stages": ("Where the time of `parse` goes", "speed", "stages"),
    "growth": ("Time for twice the input, as a multiple", "growth", "whole"),
    "patterns": ("The same for every compiled pattern, on hostile strings", "growth", "patterns"),
    "imports": ("Import in a fresh process", "imports", "fresh"),
    "batch": ("A batch over all texts", "batches", "batches"),
    "engines": ("The same function under other engines", "engines", "engines"),
}
"""Title, module and function; a section needs only what it measures to be installed."""


def main() -> None:
    """Print a table for each section that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("texts", type=Path, metavar="TEXTS", help="JSON Lines with a column `text`, plain or .gz")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), metavar="SECTION")
    options = parser.parse_args()
    texts = corpus(options.texts)
    characters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts):,} texts of {characters:,.0f} characters on average;")
    print(f"{platform.machine()}, {os.cpu_count()} cores;")
    print(f"Python {platform.python_version()}, pydantic {version('pydantic')}.")
    for name in options.only:
        title, module, function = SECTIONS[name]
        rows: Iterator[Row] = getattr(import_module(f"benchmarks.{module}"), function)(options.texts)
        print(f"\n### {title}\n", flush=True)
        for number, row in enumerate(rows):
            print(f"| {' | '.join(row)} |", flush=True)
            if number == 0:
                print("|---" * len(row) + "|")


if __name__ == "__main__":
    main()
