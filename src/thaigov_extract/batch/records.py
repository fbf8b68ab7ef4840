"""What the inputs of a batch come to.

In:   nothing.
Out:  Record, and Reject in its place.
Not:  how either is read; worker processes know this module, and need not load what reading needs.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """A text and where it came from."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read, and why."""

    source: str
    reason: str
