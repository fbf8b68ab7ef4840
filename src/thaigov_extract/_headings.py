"""Tell what a list is a list of, by the noun that heads its announcement.

In:   a text and a WrittenList with the nouns of its lead.
Out:  Heading: the noun that governs the list.
Not:  names, issuers, and what the items say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from thaigov_extract._lexicon import table
from thaigov_extract.finders.lists import Subject, WrittenList

_NEAR = 50
"""A noun of something else this close to the list makes it a list of that."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The noun at `[lo, hi)` that says what a list is."""

    lo: int
    hi: int
    subject: Subject


def surroundings(table_name: str, reads_as: str) -> tuple[str, ...]:
    """Return the phrases of a table that read as `reads_as`, the longest first."""
    return _phrases(table_name)[reads_as]


@cache
def _phrases(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table(name):
        found.setdefault(row["reads_as"], []).append(row["phrase"])
    return {key: tuple(sorted(phrases, key=len, reverse=True)) for key, phrases in found.items()}


def headings(text: str, written: WrittenList) -> tuple[Heading, ...]:
    """Return the nouns that head the list, the governing one first; a second one only where it explains the first."""
    counted: Heading | None = None
    explained: Heading | None = None
    end = written.lead[1]
    for chunk in _chunks(text, written):
        lo, hi, subject = chunk[0]
        if _is_counted(text, written, lo, hi):
            if subject.reads_as != "other" and counted is None:
                counted = Heading(lo, hi, subject)
            continue
        if subject.reads_as == "other":
            if end - hi <= _NEAR:
                return (counted,) if counted and counted.subject.reads_as != "policy" else ()
            continue
        if text[:lo].endswith("(") or text[max(0, lo - 1)] == "(":
            explained = explained or Heading(lo, hi, subject)
            continue
        if subject.reads_as == "policy" and _is_passing(text, lo):
            continue
        found = Heading(lo, hi, subject)
        return (found, explained) if explained else (found,)
    return tuple(h for h in (explained or counted,) if h)


def _chunks(text: str, written: WrittenList) -> list[list[tuple[int, int, Subject]]]:
    """Return the nouns of the lead by the unbroken runs in which they stand, the last run first."""
    chunks: list[list[tuple[int, int, Subject]]] = []
    for hit in written.subjects:
        if chunks and text.find(" ", chunks[-1][-1][1], hit[0]) < 0:
            chunks[-1].append(hit)
        else:
            chunks.append([hit])
    return chunks[::-1]


def _is_counted(text: str, written: WrittenList, lo: int, hi: int) -> bool:
    """Tell whether the noun is only what a promise counts: "3 มาตรการ"."""
    before = text[max(0, lo - 3) : lo].rstrip(" ")
    return bool(before) and before[-1].isdecimal() and (hi >= written.lead[1] or text[hi] in " :(")


def _is_passing(text: str, lo: int) -> bool:
    return text.endswith(surroundings("policies", "passing"), max(0, lo - 20), lo)
