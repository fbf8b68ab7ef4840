"""Whole releases, end to end: `releases/*.txt`, and `../examples/*.txt` for the one that the README shows.

All are composed for these tests, in the style of real ones; names are invented. `releases/NAME.toml` says by hand what
must be read, field by field, as `test_examples.py` describes it (subsets; lists of the same length; "" for null):

    [release]
    title = "..."
    dates = [{ edtf = "2023-06-14" }]

    [known_gap.events]
    because = "the organiser is not read yet"   # strict: the field must still be wrong
    expected = [{ kind = "opening" }]
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_examples import holds
from texts import COMPOSED
from tracing import trace

from thaigov_extract import parse

HERE = Path(__file__).parent


@cache
def found(name: str) -> dict[str, Any]:
    return dict(json.loads(parse(COMPOSED[name]).model_dump_json()))


def expectations(section: str) -> Iterator[Any]:
    for path in sorted((HERE / "releases").glob("*.toml")):
        for field, expected in tomllib.loads(path.read_text(encoding="utf-8")).get(section, {}).items():
            yield pytest.param(path.stem, field, expected, id=f"{path.stem}-{field}")


def agrees(name: str, field: str, expected: Any) -> bool:
    return found(name)[field] is None if expected == "" else holds(expected, found(name)[field])


@pytest.mark.parametrize(("name", "field", "expected"), list(expectations("release")))
def test_field(name: str, field: str, expected: Any) -> None:
    assert agrees(name, field, expected), f"expected {expected}\nfound    {found(name)[field]}\n{trace(COMPOSED[name])}"


@pytest.mark.parametrize(("name", "field", "gap"), list(expectations("known_gap")))
def test_known_gap(name: str, field: str, gap: dict[str, Any]) -> None:
    assert not agrees(name, field, gap["expected"]), f"this gap is closed: move it to [release] ({gap['because']})"


def test_every_text_has_expectations_and_every_expectation_a_text() -> None:
    assert {path.stem for path in (HERE / "releases").glob("*.toml")} == COMPOSED.keys()
