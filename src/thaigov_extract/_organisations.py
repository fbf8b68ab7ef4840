"""Know the organisations of the state: official names, short forms, abbreviations, who owns which.

In:   data/organisations.tsv.
Out:  Organisation, and OrganisationForm: a written form with all its owners.
Not:  where a form stands in a text; positions and readers look for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from thaigov_extract._lexicon import phrases_of, table
from thaigov_extract._source import fold

_LONGEST_SLIP = 2
"""A writer leaves out, adds or changes at most this many letters of a name."""
_SHORTEST_SLIPPED = 10
"""Shorter names of two bodies may be so alike."""


class Organisation(NamedTuple):
    """One organisation under its official Thai name."""

    name: str
    english: str | None
    kind: str
    parent: str | None
    domain: str | None
    """Its internet domain, a public identifier, where known for certain."""


class OrganisationForm(NamedTuple):
    """One way to write an organisation; an abbreviation may have several owners."""

    written: str
    owners: tuple[Organisation, ...]
    short: bool
    """True for what a title spells out: an abbreviation, or the clipped name of a ministry."""
    bare: bool
    """True for a name that means the ministry only behind the title of its head."""


@cache
def organisations() -> dict[str, Organisation]:
    """Return every organisation by its official name."""
    return {
        row["name"]: Organisation(
            row["name"], row["english"] or None, row["kind"], row["parent"] or None, row["domain"] or None
        )
        for row in table("organisations")
    }


@cache
def organisation_forms() -> dict[str, OrganisationForm]:
    """Return every written form, folded as texts are, with its owners."""
    known = organisations()
    owners: dict[str, list[Organisation]] = {}
    short: set[str] = set()
    bare: set[str] = set()
    for row in table("organisations"):
        for form, is_short, is_bare in _forms(row):
            folded = fold(form).text
            owners.setdefault(folded, []).append(known[row["name"]])
            if is_short:
                short.add(folded)
            if is_bare:
                bare.add(folded)
    return {form: OrganisationForm(form, tuple(who), form in short, form in bare) for form, who in owners.items()}


def _forms(row: dict[str, str]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the written forms of `row`: form, whether a title spells it out, whether it is bare."""
    ministry = row["kind"] == "ministry"
    yield row["name"], False, False
    for abbreviation in filter(None, row["abbreviations"].split(";")):
        yield abbreviation, True, False
        if ministry:
            head = ministry_head()
            yield head + abbreviation, True, False
            yield f"{head} {abbreviation}", True, False
    before, joint, after = row["name"].rpartition(_head("joint"))
    if joint and not before.endswith(" "):
        yield f"{before} {joint}{after}", True, False
    for form in filter(None, row["forms"].split(";")):
        yield form, ministry, False
    for form in filter(None, row["bare"].split(";")):
        yield form, True, True
    # A governor's title ends in the first syllable of such names and often swallows it.
    if row["name"].startswith(_head("swallowed")):
        yield row["name"].removeprefix(_head("swallowed")), False, False


def seat_of(title: str) -> OrganisationForm | None:
    """Return the organisation that a complete title ends with, or that is called after it."""
    forms, bureaus = organisation_forms(), phrases_of("organisation_heads", "bureau")
    for at in range(len(title)):
        for served in filter(None, (forms.get(bureau + title[at:]) for bureau in bureaus)):
            if served.owners[0].kind in ("office", "police"):
                return served
        if title[at:] in forms:
            return forms[title[at:]]
    return None


@cache
def generic_bodies() -> frozenset[str]:
    """Return the words for a kind of body, which name none by themselves: "ธนาคาร", "กองทุนฯ"."""
    words = [row["phrase"] for row in table("positions") if row["reads_as"] == "unit" and row["takes"] != "whole"]
    return frozenset(word + mark for word in words for mark in ("", "ฯ"))


def meant_by(name: str) -> str | None:
    """Return the ministry or department whose name, but for a slip in one place, `name` is."""
    if name in organisations() or len(name) < _SHORTEST_SLIPPED:
        return None
    heads, tails = _right_halves()
    if not name.startswith(heads) and not name.endswith(tails):
        return None
    fitting = [known for known in _respelt() if abs(len(known) - len(name)) <= _LONGEST_SLIP]
    alike = [known for known in fitting if _length_alike(known, name) >= max(len(known), len(name)) - _LONGEST_SLIP]
    return alike[0] if len(alike) == 1 else None


@cache
def _respelt() -> tuple[str, ...]:
    return tuple(name for name, known in organisations().items() if known.kind in ("ministry", "department"))


@cache
def _right_halves() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a name with one slip begins with, or ends with: the longer of what the slip leaves right."""
    halves = [(known, (len(known) - _LONGEST_SLIP) // 2) for known in _respelt()]
    return tuple(known[:half] for known, half in halves), tuple(known[-half:] for known, half in halves)


def _length_alike(one: str, other: str) -> int:
    """Return how many letters two names begin and end alike, no letter counted twice."""
    begin = _begin_alike(one, other)
    return begin + _begin_alike(one[begin:][::-1], other[begin:][::-1])


def _begin_alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def domains() -> dict[str | None, str]:
    """Return the internet domain of each organisation that has one in the table."""
    return {name: known.domain for name, known in organisations().items() if known.domain}


@cache
def english_names() -> dict[str, str]:
    """Return the official names of the organisations by their English ones, in small letters."""
    return {known.english.lower(): name for name, known in organisations().items() if known.english}


@cache
def ministries() -> frozenset[str]:
    """Return the official names of the ministries."""
    return frozenset(name for name, known in organisations().items() if known.kind == "ministry")


@cache
def ministry_head() -> str:
    """Return the word that the names of ministries begin with."""
    return _head("ministry")


@cache
def _head(reads_as: str) -> str:
    return next(row["phrase"] for row in table("organisation_heads") if row["reads_as"] == reads_as)


def owner_of(form: OrganisationForm, text: str) -> Organisation | None:
    """Return who `form` means in `text`, or None where neither a definition nor the context says so.

    A definition is the full name right before the form in parentheses; the context, that of all owners and their
    parents only one is named in full.
    """
    defined = text.find(f"({form.written})")
    if defined >= 0:
        before = text[max(0, defined - 120) : defined].rstrip()
        for owner in form.owners:
            if before.endswith(owner.name):
                return owner
    named = [owner for owner in form.owners if owner.name in text]
    if not named:
        named = [owner for owner in form.owners if owner.parent and owner.parent in text]
    return named[0] if len(named) == 1 else None
