"""Compare a name in Latin letters with one in Thai.

In:   data/sounds.tsv, two names.
Out:  the sounds of a name, and whether two may be the same.
Not:  a transliteration: names are spelt in Latin letters as their bearers like.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._lexicon import one_of, table

_ALIKE = 0.6
"""The consonants of two spellings of one name agree at least so far; those of two names seldom do."""


def sounds_of(name: str) -> str:
    """Return the consonants of `name`, each as the first of its kind; a silent one and a repeated one are left out."""
    kinds = _kinds()
    sounds = [kinds[match[0]] for match in _letter().finditer(_silent().sub("", name.lower()))]
    return "".join(sound for index, sound in enumerate(sounds) if index == 0 or sounds[index - 1] != sound)


def sound_alike(one: str, other: str) -> bool:
    """Tell whether the sounds of one name may be those of the other."""
    return likeness(one, other) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """Return how much of two spellings is the same, in the same order; 1 for all of both."""
    from difflib import SequenceMatcher  # noqa: PLC0415  (few releases spell a name in two ways)

    return SequenceMatcher(a=one, b=other, autojunk=False).ratio()


@cache
def _kinds() -> dict[str, str]:
    return {row["phrase"]: row["sound"] for row in table("sounds")}


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(one_of(_kinds()))


@cache
def _silent() -> re.Pattern[str]:
    return re.compile("[ก-ฮ][ิุ]?์")
