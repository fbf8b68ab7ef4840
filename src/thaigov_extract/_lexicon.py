"""Load the tables of `data/` once, and search a text for their phrases.

In:   data/*.tsv, one claim a row.
Out:  frozen rows, and Phrases: one automaton over many phrases.
Not:  what a phrase means; finders and readers give rows their meaning.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Generic, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from thaigov_extract._mentions import record
from thaigov_extract._source import CODE_PAGE, Source, fold

R = TypeVar("R")
Places = list[tuple[int, int, int]]
"""The number of a row, and the range `[lo, hi)` where its phrase stands; in text order, none overlapping another."""

_LARGE = 4_096
"""From this many characters of phrases on, a full table of transitions is out of the cache whenever its turn comes."""


@record
class Hit(Generic[R]):
    """A row whose phrase stands at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    row: R


class Phrases(Generic[R]):
    """Many phrases searched for in one pass: leftmost, longest, then table order.

    Raises:
        UnicodeEncodeError: if a phrase holds a character outside the Thai code page.
    """

    def __init__(self, phrases: Iterable[tuple[str, R]]) -> None:
        unique: dict[str, R] = {}
        for phrase, row in phrases:
            unique.setdefault(phrase, row)
        self.rows = tuple(unique.values())
        """The row of each number."""
        self.octets = [phrase.encode(CODE_PAGE) for phrase in unique]
        """The phrase of each number, as automata search for it."""

    @cached_property
    def places(self) -> Callable[[bytes], Places]:
        """Return the places of the hits in `octets`: cheaper than `scan` where few of them are looked at.

        `Source.octets` or a slice of it; the offsets are those of the text.
        """
        small = sum(map(len, self.octets)) < _LARGE
        automaton = BytesAhoCorasick(
            self.octets,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA if small else Implementation.ContiguousNFA,
        )
        return automaton.find_matches_as_indexes

    def places_in(self, source: Source) -> Places:
        """Return the places of the hits in a text: those that a pass for several tables has found, if one has."""
        found = source.sought.get(self)
        return self.places(source.octets) if found is None else found

    def scan(self, octets: bytes) -> list[Hit[R]]:
        """Return the hits in `octets`, in order, none overlapping another."""
        rows = self.rows
        return [Hit(lo, hi, rows[index]) for index, lo, hi in self.places(octets)]


class Together:
    """The phrases of several tables, searched for in one pass; the hits of each table are those of its own pass.

    A pass takes most of its time to bring its automaton into the cache again: one for all takes half as long.
    """

    __slots__ = ("_automaton", "_owners", "_tables")

    def __init__(self, *tables: Phrases[Any]) -> None:
        self._tables = tables
        self._owners = tuple(
            (number, row) for number, phrases in enumerate(tables) for row in range(len(phrases.octets))
        )
        """For each phrase the numbers of its table and row; a phrase of two tables is two, and found twice."""
        octets = [phrase for phrases in tables for phrase in phrases.octets]
        self._automaton = BytesAhoCorasick(
            octets, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def search(self, source: Source) -> None:
        """Let `source` know the places of every table."""
        owners = self._owners
        found: list[Places] = [[_BEFORE_ALL] for _ in self._tables]
        for phrase, lo, hi in self._automaton.find_matches_as_indexes(source.octets, overlapping=True):
            number, row = owners[phrase]
            places = found[number]
            # Hits come in the order of their ends.
            _, begin, end = places[-1]
            if end <= lo:
                places.append((row, lo, hi))
            elif begin == lo:
                places[-1] = row, lo, hi
            elif begin > lo:
                kept = _begun_before(places, lo)
                if places[kept - 1][2] <= lo:
                    places[kept:] = [(row, lo, hi)]
        for phrases, places in zip(self._tables, found, strict=True):
            source.sought[phrases] = places[1:]


_BEFORE_ALL = (-1, -1, 0)


def _begun_before(places: Places, lo: int) -> int:
    """Return how many of `places` begin before `lo`."""
    begun = len(places)
    while places[begun - 1][1] >= lo:
        begun -= 1
    return begun


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/<name>.tsv`; lines that begin with # are comments.

    The first column is folded as texts are, so that a row matches however it was typed.
    """
    lines = (files("thaigov_extract") / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if line and not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    key = (rows.fieldnames or [""])[0]
    return tuple({**{k: v or "" for k, v in row.items()}, key: fold(row[key]).text} for row in rows)


def phrase_at(text: str, phrases: tuple[str, ...], at: int) -> str:
    """Return the first of `phrases` that begins at `at`, of a table's the longest; "" if none does."""
    return next(phrase for phrase in phrases if text.startswith(phrase, at)) if text.startswith(phrases, at) else ""


def phrase_before(text: str, phrases: tuple[str, ...], end: int, begin: int = 0) -> str:
    """Return the first of `phrases` that ends at `end` and begins at `begin` at the earliest; "" if none does."""
    ending = text.endswith(phrases, begin, end)
    return next(phrase for phrase in phrases if text.endswith(phrase, begin, end)) if ending else ""


@cache
def phrases_of(name: str, reads_as: str, value: str | None = None) -> tuple[str, ...]:
    """Return the phrases of a table that read as `reads_as`, and mean `value` where one is given, the longest first.

    Raises:
        KeyError: if no row reads as that: an empty choice would match anywhere.
    """
    phrases = [
        row["phrase"] for row in table(name) if row["reads_as"] == reads_as and (value is None or row["value"] == value)
    ]
    if not phrases:
        raise KeyError((name, reads_as, value))
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def values_of(name: str, reads_as: str) -> dict[str, str]:
    """Return what the phrases of a table mean that read as `reads_as`, in table order.

    Raises:
        KeyError: if no row reads as that.
    """
    values = {row["phrase"]: row["value"] for row in table(name) if row["reads_as"] == reads_as}
    if not values:
        raise KeyError((name, reads_as))
    return values


def one_of(phrases: Iterable[str]) -> str:
    """Return a pattern source that matches any of `phrases`, the longest first."""
    return f"(?:{alternatives(phrases)})"


def behind_one_of(phrases: Iterable[str]) -> str:
    """Return a pattern source that holds where one of `phrases` ends; one look-behind wants all of one length."""
    return f"(?:{'|'.join(f'(?<={re.escape(phrase)})' for phrase in phrases)})"


def behind_none_of(phrases: Iterable[str]) -> str:
    """Return a pattern source that holds where none of `phrases` ends."""
    return "".join(f"(?<!{re.escape(phrase)})" for phrase in phrases)


def alternatives(phrases: Iterable[str]) -> str:
    """Return the alternatives of `one_of` without their group: a search for bare ones skips to their first letters.

    What begins alike is one branch, so that a place is asked about a letter once and not phrase by phrase.
    """
    rests: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        rests.setdefault(phrase[:1], []).append(phrase[1:])
    return "|".join(
        re.escape(first) + (one_of(others) if len(others) > 1 else re.escape(others[0]))
        for first, others in rests.items()
    )
