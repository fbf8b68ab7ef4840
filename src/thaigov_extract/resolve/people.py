"""Make one person of many mentions.

In:   Layout and the mentions of names and positions.
Out:  Person: name, positions, every mention, the short ones too.
Not:  what a person does in an event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import Mentions
from thaigov_extract.models import Diagnostic

Report = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A position at the folded range `[lo, hi)`, expanded."""

    lo: int
    hi: int
    title: str
    organisation: str | None
    acting: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the release."""

    name: str
    prefix: str | None
    given_name: str
    family_name: str | None
    positions: tuple[HeldPosition, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention of `person`, prefix included, at the folded range `[lo, hi)`.

    `phrase_lo`, `phrase_hi` widen the mention by the position attached before or after it.
    """

    lo: int
    hi: int
    phrase_lo: int
    phrase_hi: int
    person: Person


def resolve_people(
    layout: Layout, mentions: Mentions, report: Report
) -> tuple[tuple[Person, ...], tuple[PersonMention, ...]]:
    """Return the people of the release by first mention, and all their mentions in text order."""
    return (), ()
