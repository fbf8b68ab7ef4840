"""Know the words that names and titles are made of, and find them in a stretch of text.

In:   data/people.tsv, data/positions.tsv, the forms of organisations.
Out:  Word; Words and Window: the words of a text and of a stretch of it, asked for by place.
Not:  what they make together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from thaigov_extract._lexicon import Hit, Phrases, table
from thaigov_extract._organisations import OrganisationForm, organisation_forms
from thaigov_extract._source import Source


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase that has a part in names and positions, with what its table row says of it."""

    phrase: str
    role: str
    value: str = ""
    key: str = ""
    expands: str = ""
    takes: str = ""
    joins: str = ""
    alone: bool = False
    form: OrganisationForm | None = None


_ELSEWHERE = frozenset({"of", "glue", "filler", "particle", "stem", "private", "carry", "that", "suffix", "ahead"})
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
            joins=row["joins"],
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


_begins = itemgetter(1)


class Words:
    """The words of a whole text, found in one pass and asked for by place."""

    __slots__ = ("_places", "_rows", "_starts", "found", "text")

    def __init__(self, source: Source) -> None:
        """Search the text of `source`."""
        searched = words()
        self.text = source.text
        self.found = searched.places(source.octets)
        """Row number, beginning and end of every word, in order."""
        self._rows = searched.rows
        self._places = dict(zip(map(_begins, self.found), self.found, strict=True))
        self._starts = list(self._places)

    def at(self, place: int) -> Hit[Word] | None:
        """Return the word that begins at `place`, if one does."""
        found = self._places.get(place)
        return None if found is None else Hit(place, found[2], self._rows[found[0]])

    def near(self, place: int) -> Hit[Word] | None:
        """Return the word that begins at `place` or behind up to three spaces."""
        text = self.text
        for at in range(place, min(place + 3, len(text))):
            if text[at] != " ":
                return self.at(at)
        return self.at(place + 3)

    def after(self, place: int) -> Iterator[Hit[Word]]:
        """Yield the words that begin after `place`."""
        for index in range(bisect_left(self._starts, place + 1), len(self._starts)):
            number, lo, hi = self.found[index]
            yield Hit(lo, hi, self._rows[number])

    def next_after(self, place: int) -> int:
        """Return where the first word after `place` begins, else the end of the text."""
        index = bisect_left(self._starts, place + 1)
        return self._starts[index] if index < len(self._starts) else len(self.text)


class Window:
    """The words from one place up to the end of its line, but not further than a reach."""

    __slots__ = ("_words", "at", "hi", "text")

    def __init__(self, words_of_text: Words, lo: int, reach: int) -> None:
        """Look at the words from `lo` on, for `reach` characters at most."""
        text = words_of_text.text
        line_end = text.find("\n", lo, lo + reach)
        self.text = text
        self.hi = min(line_end if line_end >= 0 else lo + reach, len(text))
        self._words = words_of_text
        self.at = words_of_text.at

    def after(self, place: int) -> Iterator[Hit[Word]]:
        """Yield the words that begin after `place`."""
        for hit in self._words.after(place):
            if hit.hi > self.hi:
                break
            yield hit

    def next_after(self, place: int) -> int:
        """Return where the first word after `place` begins, else the end of the window."""
        return min(self._words.next_after(place), self.hi)

    def past_spaces(self, at: int) -> int:
        """Return the first place from `at` on that is no space."""
        while at < self.hi and self.text[at] == " ":
            at += 1
        return at
