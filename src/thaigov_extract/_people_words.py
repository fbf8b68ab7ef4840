"""Know the words that names and titles are made of, and find them in a stretch of text.

In:   data/people.tsv, data/positions.tsv, the forms of organisations.
Out:  Word, and Window: the words of a stretch of text, asked for by place.
Not:  what they make together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thaigov_extract._lexicon import Hit, Phrases, table
from thaigov_extract._organisations import OrganisationForm, organisation_forms


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase that has a part in names and positions, with what its table row says of it."""

    phrase: str
    role: str
    value: str = ""
    key: str = ""
    expands: str = ""
    takes: str = ""
    joins: bool = False
    alone: bool = False
    form: OrganisationForm | None = None


_ELSEWHERE = frozenset({"of", "glue", "filler", "particle", "stem", "private", "carry", "that"})
"""Rows of data/people.tsv that are asked for by place only, not searched for."""


@cache
def words() -> Phrases[Word]:
    """Return the automaton over everything that has a part in names and positions."""
    rows = list(position_words())
    rows.extend((written, Word(written, "organisation", form=form)) for written, form in organisation_forms().items())
    rows.extend(
        (row["phrase"], Word(row["phrase"], row["reads_as"], value=row["value"]))
        for row in table("people")
        if row["reads_as"] not in _ELSEWHERE and row["value"] != "whole"
    )
    return Phrases(rows)


def position_words() -> Iterator[tuple[str, Word]]:
    """Yield the phrases of data/positions.tsv with what their rows say of them."""
    for row in table("positions"):
        word = Word(
            row["phrase"],
            row["reads_as"],
            key=row["key"] or row["expands"] or row["phrase"],
            expands=row["expands"],
            takes=row["takes"],
            joins=row["joins"] == "yes",
            alone=row["alone"] == "yes",
        )
        yield word.phrase, word


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    phrases: dict[str, list[str]] = {}
    for row in table("people"):
        phrases.setdefault(row["reads_as"], []).append(row["phrase"])
        if row["value"]:
            phrases.setdefault(f"{row['reads_as']}:{row['value']}", []).append(row["phrase"])
    return {role: tuple(found) for role, found in phrases.items()}


def people_phrases(role: str) -> tuple[str, ...]:
    """Return the phrases that data/people.tsv reads as `role`, or as `role:value`."""
    return _phrases()[role]


class Window:
    """The words of a stretch of text, asked for by place."""

    __slots__ = ("_places", "_row", "_starts", "cut", "hi", "text")

    def __init__(self, text: str, lo: int, hi: int) -> None:
        """Search `text` from `lo` up to the end of its line, but not beyond `hi`."""
        line_end = text.find("\n", lo, hi)
        self.text = text
        self.hi = min(line_end if line_end >= 0 else hi, len(text))
        self.cut = line_end < 0 and hi < len(text)
        searched = words()
        self._row = searched.row
        self._places = {lo + start: (number, lo + end) for number, start, end in searched.places(text[lo : self.hi])}
        self._starts = list(self._places)

    def at(self, place: int) -> Hit[Word] | None:
        """Return the word that begins at `place`, if one does."""
        found = self._places.get(place)
        return None if found is None else Hit(place, found[1], self._row(found[0]))

    def after(self, place: int) -> Iterator[Hit[Word]]:
        """Yield the words that begin after `place`."""
        for start in self._starts[bisect_left(self._starts, place + 1) :]:
            number, end = self._places[start]
            yield Hit(start, end, self._row(number))

    def next_after(self, place: int) -> int:
        """Return where the first word after `place` begins, else the end of the window."""
        index = bisect_left(self._starts, place + 1)
        return self._starts[index] if index < len(self._starts) else self.hi

    def past_spaces(self, at: int) -> int:
        """Return the first place from `at` on that is no space."""
        while at < self.hi and self.text[at] == " ":
            at += 1
        return at
