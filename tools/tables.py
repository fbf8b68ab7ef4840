"""The tables of the package as something to test and measure with.

In:   nothing.
Out:  their names, and all their phrases.
Not:  what a row means.
"""

from __future__ import annotations

from importlib.resources import files

from thaigov_extract._lexicon import table

_FILES = (files("thaigov_extract") / "data").iterdir()
TABLES = sorted(file.name.removesuffix(".tsv") for file in _FILES if file.name.endswith(".tsv"))


def key_of(row: dict[str, str]) -> str:
    """Return the phrase of a row: its first column, whatever it is called."""
    return row[next(iter(row))]


def phrases() -> list[str]:
    """Return the phrases of all tables, each once, sorted."""
    return sorted({key_of(row) for name in TABLES for row in table(name)})
