"""Every row of every table in `data/` proves itself."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thaigov_extract
from fuzz.alphabet import bytes_of
from fuzz.words import dictionary, seeds
from thaigov_extract._lexicon import Phrases, Together, table
from thaigov_extract._source import fold, octets_of
from tools.tables import TABLES, key_of

PACKAGE = Path(thaigov_extract.__file__).parent
FOLDER = files("thaigov_extract") / "data"


def lines(name: str) -> tuple[list[str], list[str]]:
    """Return the comment lines and the rows of a table."""
    content = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in content if line.startswith("#")], [
        line for line in content if line and not line.startswith("#")
    ]


def is_expected(character: str) -> bool:
    """Tell whether a character is Thai, Latin, a digit, a space, a sign or a symbol."""
    # U+318D is a Korean letter that stands in for a middle dot.
    return "ก" <= character <= "๎" or " " <= character <= "ÿ" or category(character)[0] in "SP" or character == "\u318d"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_holds(name: str) -> None:
    comments, rows = lines(name)
    assert comments, "the first lines say what the table is"
    assert len(rows) > 1


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_the_columns_of_the_table(name: str) -> None:
    _, rows = lines(name)
    columns = rows[0].split("\t")
    assert len(set(columns)) == len(columns)
    assert [row for row in rows if row.count("\t") >= len(columns) or not row.split("\t")[0]] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_phrase_claims_the_same_twice(name: str) -> None:
    claims = Counter(
        (key_of(row), row.get("reads_as", ""), row.get("value", ""), row.get("kind", "")) for row in table(name)
    )
    assert [claim for claim, count in claims.items() if count > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_phrases_are_written_as_texts_are_folded(name: str) -> None:
    _, rows = lines(name)
    written = [row.split("\t")[0] for row in rows[1:]]
    assert [phrase for phrase in written if fold(phrase).text != phrase] == []


@pytest.mark.parametrize("name", TABLES)
def test_phrases_are_made_of_expected_characters(name: str) -> None:
    assert [key_of(row) for row in table(name) if not all(map(is_expected, key_of(row)))] == []


@pytest.mark.parametrize("name", [name for name in TABLES if "reads_as" in lines(name)[1][0].split("\t")])
def test_every_reading_is_explained_at_the_head_of_the_table(name: str) -> None:
    explained = " ".join(lines(name)[0])
    readings = {row["reads_as"] for row in table(name)}
    assert {reading for reading in readings if reading and not re.search(rf"\b{reading}\b", explained)} == set()


def searched_with(name: str, row: dict[str, str]) -> str:
    """Return what the rows have in common that are searched for with this one: in the subjects all, else a reading."""
    return name if name == "subjects" else row["reads_as"]


@pytest.mark.parametrize("name", [name for name in TABLES if "proof" in lines(name)[1][0].split("\t")])
def test_a_proof_holds_its_phrase_and_no_longer_row_takes_it(name: str) -> None:
    assert any(row["proof"] for row in table(name)), "a column that no row fills proves nothing"
    searched: dict[str, list[str]] = {}
    for row in table(name):
        # Bullets outside the Thai code page are no phrases: they are looked for at the beginnings of lines only.
        if key_of(row).encode("cp874", "replace").decode("cp874") == key_of(row):
            searched.setdefault(searched_with(name, row), []).append(key_of(row))
    phrases = {reading: Phrases([(phrase, phrase) for phrase in found]) for reading, found in searched.items()}
    unproved = [
        key_of(row)
        for row in table(name)
        if row["proof"]
        and key_of(row) not in {hit.row for hit in phrases[searched_with(name, row)].scan(fold(row["proof"]).octets)}
    ]
    assert unproved == []


@pytest.mark.parametrize("name", [name for name in TABLES if "reads_as" in lines(name)[1][0].split("\t")])
def test_the_code_asks_for_every_reading(name: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    readings = {row["reads_as"] for row in table(name)}
    assert {reading for reading in readings if reading and not re.search(rf"[\"']{reading}[\"']", code)} == set()


def test_the_fuzzer_begins_from_every_phrase_and_proof() -> None:
    proofs = {bytes_of(row["proof"]) for name in TABLES for row in table(name) if row.get("proof")}
    assert proofs
    assert proofs <= set(seeds())
    entries = dictionary().splitlines()
    assert len(entries) > 1_000
    header = "".join(f"\\x{byte:02x}" for byte in b"phrase")
    assert f'"{header}"' not in entries


def naive(phrases: list[str], text: str) -> list[tuple[int, int, str]]:
    """Return leftmost, longest, first-listed matches by trying every phrase at every place."""
    found = []
    at = 0
    while at < len(text):
        here = [phrase for phrase in phrases if text.startswith(phrase, at)]
        if here:
            longest = max(here, key=len)
            found.append((at, at + len(longest), longest))
            at += len(longest)
        else:
            at += 1
    return found


@given(
    st.lists(st.text(alphabet="กขค่า ", min_size=1, max_size=5), min_size=1, max_size=12),
    st.text(alphabet="กขค่า \n", max_size=60),
)
def test_phrases_are_found_as_a_naive_search_finds_them(phrases: list[str], text: str) -> None:
    engine: Phrases[Any] = Phrases([(phrase, phrase) for phrase in phrases])
    assert [(hit.lo, hit.hi, hit.row) for hit in engine.scan(octets_of(text))] == naive(phrases, text)


@given(
    st.lists(st.lists(st.text(alphabet="กขค ", min_size=1, max_size=5), min_size=1, max_size=8), max_size=3),
    st.text(alphabet="กขค \n", max_size=60),
)
def test_tables_that_are_searched_together_find_what_each_finds_alone(tables: list[list[str]], text: str) -> None:
    engines = [Phrases([(phrase, phrase) for phrase in phrases]) for phrases in tables]
    source = fold(text)
    Together(*engines).search(source)
    assert set(source.sought) == set(engines)
    assert [engine.places_in(source) for engine in engines] == [engine.places(source.octets) for engine in engines]


def test_of_equal_phrases_the_first_row_stands() -> None:
    engine = Phrases([("ก", 1), ("ก", 2)])
    assert [hit.row for hit in engine.scan(octets_of("กก"))] == [1, 1]
