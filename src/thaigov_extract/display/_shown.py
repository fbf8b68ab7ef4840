"""Number the marks of a release, so that text and cards can point at each other.

In:   Release.
Out:  Shown: marks without duplicates, and their numbers by JSON Pointer.
Not:  any HTML.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from thaigov_extract._given import one
from thaigov_extract._spans import Label, Labelled, by_range
from thaigov_extract.models import Release, officials_by_name


@dataclass(frozen=True, slots=True)
class Shown:
    """A release with its marks numbered."""

    release: Release
    marks: tuple[Labelled, ...]
    """One per label and range, in order of the text, outer before inner."""
    numbers: dict[str, tuple[int, ...]]
    """Numbers of the marks at and below each JSON Pointer, in order of the text."""
    own: dict[str, int]
    """Number of the mark that each JSON Pointer leads to, where it leads to one."""
    officials: dict[str, int]
    """Where the official of each name stands, as `officials_by_name` tells it."""

    def under(self, *paths: str) -> str | None:
        """Return the numbers at and below `paths` as an attribute's value, None where nothing is marked."""
        found = sorted({number for path in paths for number in self.numbers.get(path, ())})
        return " ".join(map(str, found)) or None

    def only(self, path: str) -> str | None:
        """Return the number at `path`, without those below, as an attribute's value."""
        return str(self.own[path]) if path in self.own else None

    def count(self, label: Label) -> int:
        """Return how many marks have `label`."""
        return sum(mark.label == label for mark in self.marks)


def shown(release: Release) -> Shown:
    """Return `release` with its marks numbered."""
    ranges = by_range(one(release))
    numbers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, paths in enumerate(ranges.values()):
        for path in paths:
            above = path
            while above:
                numbers[above][number] = None
                above = above.rpartition("/")[0]
    return Shown(
        release=release,
        marks=tuple(Labelled(*key, path=paths[0]) for key, paths in ranges.items()),
        numbers={path: tuple(found) for path, found in numbers.items()},
        own={path: number for number, paths in enumerate(ranges.values()) for path in paths},
        officials=officials_by_name(release),
    )
