"""Hold what was found, and settle which readings stand.

In:   mentions from every finder, in any order, overlapping as they like.
Out:  Mentions: by kind of value, sorted, in each kind no character read twice.
Not:  what a mention means for the release; readers decide that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, dataclass_transform

made = tuple.__new__
"""Make a named tuple of the tuple of its fields: `made(Point, (lo, hi, day))`.

A release has more than a hundred, and their constructor takes three times as long.
"""

C = TypeVar("C")


@dataclass_transform(frozen_default=True)
def record(cls: type[C]) -> type[C]:
    """Make a class of slots, frozen for type checkers: for values that are read many times, or have many fields.

    A slot is read four times faster than a field of a named tuple; to freeze it at run time would make its making take
    four times as long.
    """
    made_of_slots = dataclass(slots=True, eq=False, repr=False)(cls)
    # Written for each class, as dataclasses do, these would make the import longer by some milliseconds.
    for name, method in (("__eq__", _equals), ("__repr__", _shown), ("__hash__", None)):
        setattr(made_of_slots, name, method)
    return made_of_slots


def _equals(one: object, other: object) -> bool:
    return type(one) is type(other) and all(getattr(one, field) == getattr(other, field) for field in _fields(one))


def _shown(one: object) -> str:
    return f"{type(one).__name__}({', '.join(f'{field}={getattr(one, field)!r}' for field in _fields(one))})"


def _fields(one: object) -> tuple[str, ...]:
    return type(one).__match_args__  # type: ignore[attr-defined, no-any-return]


V_co = TypeVar("V_co", covariant=True)
T = TypeVar("T")


class _Placed(Protocol):
    @property
    def lo(self) -> int:
        """Where it begins."""


Placed = TypeVar("Placed", bound=_Placed)


@record
class Mention(Generic[V_co]):
    """A value read at the folded range `[lo, hi)`, and the rule that read it."""

    lo: int
    hi: int
    value: V_co
    rule: str


class InOrder(Generic[Placed]):
    """What stands in a text, in text order, asked for by range."""

    __slots__ = ("_starts", "every")

    def __init__(self, placed: Sequence[Placed]) -> None:
        self.every = placed
        self._starts = [one.lo for one in placed]

    def beginning_in(self, lo: int, hi: int) -> Sequence[Placed]:
        """Return what begins in `[lo, hi)`."""
        starts = self._starts
        first = bisect_left(starts, lo)
        return self.every[first : bisect_left(starts, hi, first)]


class Mentions:
    """Settled mentions, asked for by the type of their value and by range."""

    __slots__ = ("_by_type",)

    def __init__(self, by_type: dict[type, InOrder[Mention[object]]]) -> None:
        self._by_type = by_type

    def in_order(self, kind: type[T]) -> InOrder[Mention[T]]:
        """Return all mentions whose value is a `kind`, to be asked for by range again and again."""
        return self._by_type.get(kind, _NONE)  # type: ignore[return-value]

    def of(self, kind: type[T]) -> Sequence[Mention[T]]:
        """Return all mentions whose value is a `kind`, in text order."""
        return self._by_type.get(kind, _NONE).every  # type: ignore[return-value]

    def within(self, kind: type[T], lo: int, hi: int) -> Sequence[Mention[T]]:
        """Return the mentions of `kind` that begin in `[lo, hi)`."""
        return self._by_type.get(kind, _NONE).beginning_in(lo, hi)  # type: ignore[return-value]

    def all(self) -> list[Mention[object]]:
        """Return every mention of every kind in text order, for traces."""
        return sorted((m for group in self._by_type.values() for m in group.every), key=lambda m: (m.lo, m.hi))


_NONE: InOrder[Mention[object]] = InOrder(())


def settle(mentions: Iterable[Mention[object]]) -> Mentions:
    """Keep, for each type of value, the leftmost and longest of what overlaps."""
    by_type: defaultdict[type, list[Mention[object]]] = defaultdict(list)
    disordered = set()
    for mention in mentions:
        kind = type(mention.value)
        group = by_type[kind]
        if group and mention.lo < group[-1].hi:
            disordered.add(kind)
        group.append(mention)
    for kind in disordered:
        by_type[kind] = _leftmost_longest(by_type[kind])
    return Mentions({kind: InOrder(tuple(group)) for kind, group in by_type.items()})


def _leftmost_longest(group: list[Mention[object]]) -> list[Mention[object]]:
    group.sort(key=lambda m: (m.lo, -m.hi))
    free = 0
    kept = []
    for mention in group:
        if mention.lo >= free:
            kept.append(mention)
            free = mention.hi
    return kept
