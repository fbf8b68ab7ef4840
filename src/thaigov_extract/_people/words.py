"""Know the words that names and titles are made of, and find them in a stretch of text.

In:   data/people.tsv, data/positions.tsv, the forms of organisations.
Out:  Word; Words and Window: the words of a text and of a stretch of it, asked for by place.
Not:  what they make together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from thaigov_extract._layout import line_end
from thaigov_extract._lexicon import Hit, Phrases, behind_none_of, one_of, phrases_of, table, values_of
from thaigov_extract._mentions import record
from thaigov_extract._organisations import OrganisationForm, organisation_forms, seat_of
from thaigov_extract._source import Source, octets_of


@record
class Word:
    """A phrase that has a part in names and positions, with what its table row says of it."""

    phrase: str
    role: str
    value: str = ""
    key: str = ""
    expands: str = ""
    takes: str = ""
    joins: str = ""
    alone: bool = False
    form: OrganisationForm | None = None
    """The organisation that is written, or that the title ends with."""
    unit: str = ""
    """The word for a unit that the title, spelt out, ends with, or whose head it is."""


_ELSEWHERE = frozenset(
    {
        *("of", "glue", "filler", "particle", "stem", "private", "carry", "that", "suffix", "ahead", "initial"),
        *("address", "man", "woman", "child", "appointing", "row", "plot", "own", "given", "several"),
        *("deed", "with", "shared", "no that", "own that", "rest", "more", "spokesman", "all", "not the holder"),
    }
)
"""Rows of data/people.tsv that are asked for by place only, not searched for."""


@cache
def _words() -> Phrases[Word]:
    """Return the automaton over everything that has a part in names and positions."""
    rows = list(position_words())
    rows.extend((written, Word(written, "organisation", form=form)) for written, form in organisation_forms().items())
    rows.extend(
        (row["phrase"], Word(row["phrase"], row["reads_as"], value=row["value"]))
        for row in table("people")
        if row["reads_as"] not in _ELSEWHERE and row["value"] != "whole"
    )
    return Phrases(rows)


@cache
def triggers() -> Phrases[Word | None]:
    """Return the automaton over what a person, a title alone or speech begins with."""
    return _shielded(
        lambda word: (
            word.alone
            or word.takes == "state"
            or word.role in ("prefix", "speech")
            or (word.role == "manner" and word.value == "that")
        )
    )


def that_word() -> str:
    """Return the source of a pattern over the word that begins what is said, where it ends no other word."""
    that = phrases_of("people", "that")
    others = (other + word for other in phrases_of("people", "no that") for word in that)
    # The word comes first: a search skips to its letters.
    return one_of(that) + behind_none_of(others)


@cache
def _joints() -> Phrases[Word | None]:
    """Return the automaton over what stands at a joint even where no space does: titles, speech, sure stops."""
    return _shielded(
        lambda word: (
            word.role in ("office", "acting", "rank", "speech")
            or word.value == "sure"
            or (word.role == "unit" and len(word.phrase) >= _LONG_UNIT)
        )
    )


def _shielded(wanted: Callable[[Word], bool]) -> Phrases[Word | None]:
    """Return the automaton over the wanted words; None stands for a longer word that holds one."""
    words = {word.phrase: word if wanted(word) else None for word in _words().rows}
    found = Phrases((phrase, word) for phrase, word in words.items() if word is not None)
    return Phrases((phrase, word) for phrase, word in words.items() if found.places(octets_of(phrase)))


class _Entry(NamedTuple):
    """A word, and the longest other one that its phrase begins with."""

    phrase: bytes
    word: Word
    shorter: _Entry | None


class _Leaf(NamedTuple):
    """The words that begin with the same two letters."""

    phrases: list[bytes]
    """In order."""
    entries: list[_Entry | None]
    """For each number of the phrases the last of them; the first stands for none."""


@cache
def _dictionary() -> dict[bytes, _Leaf]:
    """Return the leaves by the letters that their words begin with: two, or a word's only one."""
    leaves: dict[bytes, _Leaf] = {}
    for phrase, word in sorted(((octets_of(word.phrase), word) for word in _words().rows), key=itemgetter(0)):
        head = phrase[:2]
        if head not in leaves:
            letter = leaves.get(phrase[:1])
            leaves[head] = _Leaf([], [letter.entries[-1] if letter else None])
        phrases, entries = leaves[head]
        phrases.append(phrase)
        entries.append(_Entry(phrase, word, _longest(entries[-1], phrase)))
    return leaves


def _longest(entry: _Entry | None, written: bytes) -> _Entry | None:
    """Return the longest word, `entry` or a shorter one, that `written` begins with."""
    while entry is not None and not written.startswith(entry.phrase):
        entry = entry.shorter
    return entry


_MARKS = frozenset((*range(0xD0, 0xDB), *range(0xE7, 0xEF)))
"""What stands behind, above and below a letter, in the code page."""
_SILENCED = 0xEC
"""The mark of a letter that is not spoken, the last of a syllable."""


def position_words() -> Iterator[tuple[str, Word]]:
    """Yield the phrases of data/positions.tsv with what their rows say of them."""
    units = {row["phrase"]: row["phrase"] for row in table("positions") if row["reads_as"] == "unit"}
    units |= values_of("organisation_heads", "head")
    for row in table("positions"):
        if row["reads_as"] in _PARTS_OF_PATTERNS:
            continue
        phrase, spelt = row["phrase"], row["expands"] or row["phrase"]
        endings = [ending for ending in units if spelt.endswith(ending)] if row["reads_as"] == "office" else []
        word = Word(
            phrase,
            row["reads_as"],
            key=row["key"] or spelt,
            expands=row["expands"],
            takes=row["takes"],
            joins=row["joins"],
            alone=row["alone"] == "yes",
            form=seat_of(spelt.removeprefix(row["key"])) if row["takes"] == "none" else None,
            unit=units[max(endings, key=len)] if endings else "",
        )
        yield phrase, word


_PARTS_OF_PATTERNS = frozenset({"grade", "state", "numbered", "village", "ordinal"})
"""Rows of data/positions.tsv that no position is made of by themselves."""
_LONG_UNIT = 7
"""A word for a unit of at least this many characters is part of no name: "กระทรวง"."""
_LONGEST = 80
"""No phrase of the tables is longer."""
_REACH = 480
"""A name with the longest chain of positions seen lies within this many characters."""
_OVERHANG = 24
"""A word that begins in a stretch may end up to this far behind it."""


class Words(dict[int, Hit[Word] | None]):
    """The words of a whole text by place: what starts work is found in one pass, all else looked up when asked for."""

    __slots__ = ("_leaves", "_padded", "_source", "octets", "text")

    def __init__(self, source: Source) -> None:
        """Look at the text of `source`."""
        self.text = source.text
        self._source = source
        self.octets = source.octets
        self._padded = source.octets + bytes(2)
        self._leaves = _dictionary()

    def __missing__(self, place: int) -> Hit[Word] | None:
        """Return the longest word that begins at `place`, if one does."""
        written = self.octets[place : place + _LONGEST]
        leaves = self._leaves
        leaf = leaves.get(written[:2]) or leaves.get(written[:1])
        hit = entry = None
        if leaf is not None:
            # What begins like the text comes before it in order, and of that the longest last.
            phrases, entries = leaf
            entry = entries[bisect_right(phrases, written)]
        padded = self._padded
        while entry is not None:
            phrase, word, entry = entry
            if written.startswith(phrase):
                end = place + len(phrase)
                if padded[end] not in _MARKS and padded[end + 1] != _SILENCED:
                    hit = Hit(place, end, word)
                    break
                # The syllable goes on, so that no word ends there: "วิทยากร" in "วิทยากรณ์".
        self[place] = hit
        return hit

    def triggers(self) -> Iterator[Hit[Word]]:
        """Yield the words that a person, a title alone or speech begins with, in order."""
        rows = triggers().rows
        for number, lo, hi in triggers().places_in(self._source):
            if (word := rows[number]) is not None:
                yield Hit(lo, hi, word)


class Window:
    """The words from one place up to the end of its line, but not further than a reach."""

    __slots__ = ("_octets", "at", "hi", "text")

    def __init__(self, words_of_text: Words, lo: int) -> None:
        """Look at the words from `lo` on."""
        text = words_of_text.text
        self.text = text
        self.hi = line_end(text, lo, lo + _REACH)
        self._octets = words_of_text.octets
        self.at = words_of_text.__getitem__
        """Return the word that begins at a place, if one does."""

    def between(self, lo: int, hi: int) -> Iterator[Hit[Word]]:
        """Yield the words that begin in `[lo, hi)`, none overlapping another; none ends behind the window."""
        words = _words()
        for number, begin, end in words.places(self._octets[lo : min(hi + _OVERHANG, self.hi)]):
            if lo + begin >= hi:
                break
            yield Hit(lo + begin, lo + end, words.rows[number])

    def known_from(self, lo: int, hi: int) -> int:
        """Return where the first word of `between` begins, else `hi`."""
        places = _words().places(self._octets[lo : min(hi + _OVERHANG, self.hi)])
        return min(lo + places[0][1], hi) if places else hi

    def joints_between(self, lo: int, hi: int) -> list[Hit[Word]]:
        """Return the words of `joints` that begin in `[lo, hi)`; none ends behind the window."""
        joints = _joints()
        places = joints.places(self._octets[lo : min(hi + _OVERHANG, self.hi)])
        if not places:
            return []
        return [
            Hit(lo + begin, lo + end, word)
            for number, begin, end in places
            if lo + begin < hi and (word := joints.rows[number]) is not None
        ]

    def past_spaces(self, at: int) -> int:
        """Return the first place from `at` on that is no space."""
        text, hi = self.text, self.hi
        while at < hi and text[at] == " ":
            at += 1
        return at
