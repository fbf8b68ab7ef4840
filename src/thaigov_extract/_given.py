"""Check what callers give where releases are wanted.

In:   one release, or many.
Out:  the same, or a TypeError in the caller's words.
Not:  what a release holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thaigov_extract.models import Release


def one(release: object) -> Release:
    """Return `release` if it is one.

    Raises:
        TypeError: if it is not.
    """
    if not isinstance(release, Release):
        raise TypeError(f"one Release is wanted, not {type(release).__name__}")
    return release


def each(releases: Iterable[object]) -> Iterator[Release]:
    """Yield each of `releases`. A single one can be iterated as well, since pydantic lets it: over its fields.

    Raises:
        TypeError: if it is a single release, or not all of it are releases.
    """
    if isinstance(releases, Release):
        raise TypeError("many releases are wanted; one is given as [release]")
    yield from map(one, releases)
