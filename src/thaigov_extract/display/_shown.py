"""Number the marks of a release, so that text and cards can point at each other.

In:   Release.
Out:  Shown: marks without duplicates, and their numbers by JSON Pointer.
Not:  any HTML.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from thaigov_extract._spans import PASSAGES, Label, Labelled, labelled
from thaigov_extract.models import Release


@dataclass(frozen=True, slots=True)
class Shown:
    """A release with its marks numbered."""

    release: Release
    marks: tuple[Labelled, ...]
    """One per label and range, in order of the text, outer before inner."""
    numbers: dict[str, tuple[int, ...]]
    """Numbers of the marks at and below each JSON Pointer, in order of the text."""

    def under(self, *paths: str) -> str | None:
        """Return the numbers at and below `paths` as an attribute's value, None where nothing is marked."""
        found = sorted({number for path in paths for number in self.numbers.get(path, ())})
        return " ".join(map(str, found)) or None

    def count(self, label: Label) -> int:
        """Return how many marks have `label` there are."""
        return sum(mark.label == label for mark in self.marks)


def shown(release: Release) -> Shown:
    """Return `release` with its marks numbered; spans outside its text are left out."""
    paths: defaultdict[tuple[Label, int, int], list[str]] = defaultdict(list)
    for mark in labelled(release):
        if 0 <= mark.start < mark.end <= len(release.text):
            paths[mark.label, mark.start, mark.end].append(mark.path)
    ordered = sorted(paths, key=lambda key: (key[1], -key[2], key[0] not in PASSAGES))
    numbers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, key in enumerate(ordered):
        for path in paths[key]:
            while path:
                numbers[path][number] = None
                path = path.rpartition("/")[0]  # noqa: PLW2901  (up to the parents, whose marks these are, too)
    return Shown(
        release=release,
        marks=tuple(Labelled(*key, path=paths[key][0]) for key in ordered),
        numbers={path: tuple(found) for path, found in numbers.items()},
    )
