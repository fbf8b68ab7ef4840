"""What a fuzzer begins from: the phrases of the tables, and every text of the tests and examples.

In:   the tables of the package, tests/examples, tests/releases, examples.
Out:  seeds, and a dictionary in the form of libFuzzer.
Not:  real releases.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fuzz.alphabet import bytes_of
from thaigov_extract._lexicon import table
from tools.tables import TABLES, phrases

ROOT = Path(__file__).parent.parent


def seeds() -> Iterator[bytes]:
    """Yield every text that the tests read, and the small ones of each table's proofs."""
    for name in TABLES:
        for row in table(name):
            if row.get("proof"):
                yield bytes_of(row["proof"])
    for folder in ("examples", "tests/releases"):
        for path in sorted((ROOT / folder).glob("*.txt")):
            yield bytes_of(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "tests" / "examples").glob("*.toml")):
        for form in _forms(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield bytes_of(form)


def dictionary() -> str:
    """Return the first column of every table, one quoted and escaped phrase a line."""
    entries = map(bytes_of, phrases())
    return "".join(f'"{_escaped(entry)}"\n' for entry in entries if 1 < len(entry) <= 60)


def _escaped(entry: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in entry)


def _forms(value: Any) -> Iterator[str]:
    """Yield every text under a key `written`."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "written":
                yield from part
            else:
                yield from _forms(part)
    elif isinstance(value, list):
        for part in value:
            yield from _forms(part)
