"""Name what the finders of people read.

In:   nothing.
Out:  WrittenPosition, and the values of mentions: WrittenPerson, WrittenRole, SpeechCue.
Not:  how they are read.
"""

from __future__ import annotations

from typing import NamedTuple

from thaigov_extract._mentions import record
from thaigov_extract._organisations import OrganisationForm


@record
class WrittenPosition:
    """A position at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    title: str
    office: str
    """The office without the word for acting and without organisation, the same for short and full forms."""
    organisation: str | None = None
    acting: bool = False
    undecided: OrganisationForm | None = None
    """An abbreviation in the title that has several owners."""

    @property
    def is_short(self) -> bool:
        """Whether the text has a shorter form of the title."""
        return self.hi - self.lo < len(self.title)


@record
class WrittenPerson:
    """A name as written, and the positions attached to it; the mention covers prefix and name."""

    prefix: str | None
    given: str
    family: str | None
    positions: tuple[WrittenPosition, ...]
    shared: tuple[WrittenPosition, ...]
    """Positions that follow the last of several names in a row; they hold for a person who has no other."""
    phrase_lo: int
    phrase_hi: int
    firm: bool
    """True where what follows shows that the name is complete: a position, a verb, a mark."""
    private: bool
    """True where the text speaks of a victim, a villager, a house: not of somebody in office."""
    kind: str
    """The class of the prefix."""


@record
class WrittenRole:
    """A title that may stand for its holder."""

    position: WrittenPosition
    phrase_hi: int
    given: str | None = None
    """The given name that stands behind it, as far as name lists know it."""
    foreign: bool = False
    """True where a country behind a title that is complete without makes it that of another government."""


class SpeechCue(NamedTuple):
    """A verb that attributes speech."""

    reports: bool
    """True where the words said follow, as a clause."""
