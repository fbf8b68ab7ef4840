"""Rows of the tables of subjects and programmes prove what they claim."""

from __future__ import annotations

import pytest

from thaigov_extract._layout import lay_out
from thaigov_extract._lexicon import table
from thaigov_extract._source import fold
from thaigov_extract.finders import lists
from thaigov_extract.finders.lists import Subject


def subjects_of(clause: str) -> list[tuple[str, Subject]]:
    """Return the nouns that stand before the lists of a clause, with their readings."""
    source = fold(f"ข่าววันนี้\n{clause}")
    found = [mention.value for mention in lists.find(lay_out(source))]
    assert found, f"no list in {clause!r}"
    return [(source.text[lo:hi], subject) for written in found for lo, hi, subject in written.subjects]


@pytest.mark.parametrize("row", table("subjects"), ids=lambda row: row["phrase"])
def test_a_noun_is_read_as_its_row_claims(row: dict[str, str]) -> None:
    found = subjects_of(row["proof"])
    if row["reads_as"] == "shield":
        assert not [phrase for phrase, _ in found if phrase in row["phrase"]]
    else:
        assert (row["phrase"], Subject(row["reads_as"], row["value"])) in found


@pytest.mark.parametrize("name", ["subjects", "programmes"])
def test_every_row_has_a_proof(name: str) -> None:
    assert [row["phrase"] for row in table(name) if not row["proof"]] == []
