"""Which readings stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract._mentions import Mention, settle


@dataclass(frozen=True)
class Place:
    name: str


@dataclass(frozen=True)
class Count:
    number: int


def place(lo: int, hi: int) -> Mention[Place]:
    return Mention(lo, hi, Place(f"{lo}:{hi}"), "test")


places = st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda pair: place(pair[0], pair[0] + pair[1]))


def test_the_leftmost_and_then_the_longest_stands() -> None:
    settled = settle([place(3, 9), place(0, 4), place(0, 5), place(5, 6)])
    assert [(m.lo, m.hi) for m in settled.of(Place)] == [(0, 5), (5, 6)]


def test_values_of_different_types_do_not_push_each_other_out() -> None:
    settled = settle([place(0, 5), Mention(2, 3, Count(1), "test")])
    assert len(settled.of(Place)) == len(settled.of(Count)) == 1
    assert [m.lo for m in settled.all()] == [0, 2]


def test_what_was_not_found_is_empty() -> None:
    settled = settle([])
    assert settled.of(Place) == ()
    assert list(settled.within(Place, 0, 10)) == []


@given(st.lists(places))
def test_nothing_overlaps_and_everything_left_out_overlaps(mentions: list[Mention[Place]]) -> None:
    kept = settle(mentions).of(Place)
    assert all(before.hi <= after.lo for before, after in pairwise(kept))
    for mention in mentions:
        assert mention in kept or any(m.lo < mention.hi and mention.lo < m.hi for m in kept)


@given(st.lists(places), st.randoms(use_true_random=False))
def test_order_does_not_matter(mentions: list[Mention[Place]], shuffler: Random) -> None:
    shuffled = list(mentions)
    shuffler.shuffle(shuffled)
    assert settle(shuffled).of(Place) == settle(mentions).of(Place)


@given(st.lists(places), st.integers(0, 40), st.integers(0, 40))
def test_within_gives_what_begins_in_the_range(mentions: list[Mention[Place]], lo: int, hi: int) -> None:
    settled = settle(mentions)
    assert list(settled.within(Place, lo, hi)) == [m for m in settled.of(Place) if lo <= m.lo < hi]
