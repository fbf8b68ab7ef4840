"""Find people in English releases and paragraphs: the title before the name, or behind it.

In:   Layout.
Out:  mentions of WrittenPerson, WrittenRole and SpeechCue.
Not:  Latin names in Thai text; the finder of people reads those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from thaigov_extract._layout import Layout, english_ranges
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, table
from thaigov_extract._mentions import Mention
from thaigov_extract._people.english import (
    bare_before_title,
    english_heads,
    name_behind_title,
    prefixed_name,
    read_english_title,
    split_titles,
    title_alone,
)
from thaigov_extract._people.values import SpeechCue, WrittenPerson, WrittenPosition, WrittenRole
from thaigov_extract._source import CODE_PAGE, octets_of

_LEAD = 82
"""An article and three words fit before the noun of a title."""
_LONGEST_APPOINTMENT = 100
_SHORT_LINE = 80
"""An English line up to this length may hold a name alone, and the next line its position."""


def find(layout: Layout) -> Iterator[Mention[object]]:
    """Yield the people, titles alone and verbs of speech of what is written in English."""
    text = layout.text
    for begin, end in english_ranges(layout):
        free = tried = begin
        for number, lo, _ in _words().places(layout.source.octets[begin:end]):
            at, role = begin + lo, _words().rows[number]
            if role == "speech":
                if said := _speech().match(text, at):
                    yield Mention(*said.span(), SpeechCue(reports=False), "English speech")
                continue
            if at < free:
                continue
            found = _read_prefixed(text, at, end) if role == "prefix" else _read_titled(text, at, free, tried, end)
            # What begins up to here was asked about, and is nothing.
            tried = tried if role == "prefix" else at + 1
            if found is not None:
                free = found.value.phrase_hi
                yield Mention(found.lo, found.hi, found.value, found.rule)
                if text.endswith(_sources(), begin, found.lo):
                    yield Mention(free, free + 1, SpeechCue(reports=False), "English source")


@cache
def _words() -> Phrases[str]:
    """Return the automaton over what people, titles and speech are known by."""
    # The text is searched without accents: "Chargé d'Affaires".
    rows = [(octets_of(head).decode(CODE_PAGE), "head") for head in english_heads()]
    rows += [
        (row["phrase"], row["reads_as"]) for row in table("english_titles") if row["reads_as"] in ("prefix", "speech")
    ]
    rows += [(phrase, "head") for phrase in phrases_of("english_titles", "short")]
    return Phrases(rows)


def _read_prefixed(text: str, lo: int, end: int) -> Mention[WrittenPerson] | None:
    """Return the person whose prefix begins at `lo`."""
    match = prefixed_name(text, lo, end)
    if match is None:
        return None
    positions, phrase_hi = _behind(text, match.end(), end)
    if not positions and match["prefix"].strip() in phrases_of("english_titles", "prefix", "royal"):
        return None
    return _person(match, positions, match.start(), phrase_hi)


def _read_titled(
    text: str, at: int, free: int, tried: int, end: int
) -> Mention[WrittenPerson] | Mention[WrittenRole] | None:
    """Return the person or the title alone whose title has its noun at `at` and begins at `tried` or behind it.

    Nothing before `free` belongs to it.
    """
    starts = _starts(text, max(free, tried, at - _LEAD), at)
    return _read_holder(text, starts, end) or _read_opening(text, starts, free, end) or _read_alone(text, starts, end)


def _read_holder(text: str, starts: list[int], end: int) -> Mention[WrittenPerson] | None:
    """Return the person named behind a title that begins at one of `starts`."""
    for start in starts:
        match = name_behind_title(text, start, end)
        if match and text.startswith(",", match.end("title")) and text.endswith(_sources(), 0, start):
            # "According to the acting Governor, Mr. Somchai Jaidee ...": not the governor.
            return None
        if match:
            further, phrase_hi = _behind(text, match.end(), end)
            if not any(position.acting for position in further):
                # "President Somchai Jaidee, Governor of the province, and others" is a row.
                further, phrase_hi = [], match.end()
            return _person(match, [*split_titles(text, *match.span("title")), *further], start, phrase_hi)
    return None


def _read_opening(text: str, starts: list[int], free: int, end: int) -> Mention[WrittenPerson] | None:
    """Return the person whose name opens the sentence before a title that begins at one of `starts`."""
    for start in starts:
        if match := bare_before_title(text, start, free):
            positions, phrase_hi = read_english_title(text, start, end)
            signs = text[start - 1] == "\n"
            if positions and not (signs and text[phrase_hi : phrase_hi + 1] not in ("", "\n")):
                return _person(match, positions, match.start(), phrase_hi)
    return None


def _read_alone(text: str, starts: list[int], end: int) -> Mention[WrittenRole] | None:
    for start in starts:
        if match := title_alone(text, start, end):
            (position, *_) = split_titles(text, *match.span(match.lastgroup or "title"))
            if match["held"]:
                # The name behind must be known: "Governor Somchai".
                position = replace(position, office="")
            return Mention(position.lo, position.hi, WrittenRole(position, position.hi), "English title")
    return None


def _starts(text: str, begin: int, at: int) -> list[int]:
    """Return where a title with its noun at `at` may begin, in order: with one of the few words right before it."""
    starts = [at]
    for word in reversed(list(_word().finditer(text, begin, at))):
        if word.end() != starts[-1] or not (word[1][0].isupper() or word[1] in _small_words()):
            break
        starts.append(word.start())
    return starts[::-1]


@cache
def _small_words() -> frozenset[str]:
    return frozenset(("the", *phrases_of("english_titles", "before")))


def _behind(text: str, hi: int, end: int) -> tuple[list[WrittenPosition], int]:
    """Return the positions behind a name that ends at `hi`, and the end of the phrase."""
    joint = _behind_name().match(text, hi, end)
    appointed = _as_title().match(text, hi, end)
    if appointed and _appointing().search(text, max(0, hi - _LONGEST_APPOINTMENT), hi):
        joint = appointed
    if joint is None:
        return [], hi
    on_next_line = joint.group(0).endswith("\n")
    if on_next_line and text.rfind("\n", max(0, hi - _SHORT_LINE), hi) < 0:
        return [], hi
    positions, phrase_hi = read_english_title(text, joint.end(), end)
    if on_next_line and text[phrase_hi : phrase_hi + 1] not in ("", "\n"):
        return [], hi
    return (positions, phrase_hi) if positions else ([], hi)


def _person(match: re.Match[str], positions: list[WrittenPosition], lo: int, hi: int) -> Mention[WrittenPerson]:
    given, _, family = match["name"].partition(" ")
    prefix = match["prefix"]
    value = WrittenPerson(
        prefix=prefix.strip() or None,
        given=given,
        family=" ".join(family.split()) or None,
        positions=tuple(positions),
        shared=(),
        phrase_lo=lo,
        phrase_hi=max(hi, match.end("name")),
        firm=True,
        private=False,
        kind="latin",
    )
    return Mention(match.start("prefix" if prefix else "name"), match.end("name"), value, "English name")


@cache
def _behind_name() -> re.Pattern[str]:
    # "Gen. Somchai Jaidee (Ret.), Minister", "Mr. Somchai Jaidee    Minister", "Mr. Somchai JaideeMinister".
    style = one_of(phrases_of("english_titles", "style"))
    aside = rf"(?:[ ]?\([^()\n]{{1,30}}\))?(?:,?[ ]{style}(?![A-Za-z]))?"
    return re.compile(rf"{aside}(?:,?[ ]{{0,60}}|[ ]\(|[ ]?\n)(?=[A-Za-z])")


@cache
def _sources() -> tuple[str, ...]:
    return tuple(f"{phrase} {article}" for phrase in phrases_of("english_titles", "source") for article in ("", "the "))


@cache
def _as_title() -> re.Pattern[str]:
    return re.compile(r"[ ]as[ ](?:the[ ]|a[ ])?(?:new[ ])?")


@cache
def _appointing() -> re.Pattern[str]:
    # "appointed Mr. Somchai Jaidee as Governor", but not "chaired by Mr. Somchai Jaidee as host".
    return re.compile(rf"\b{one_of(phrases_of('english_titles', 'appointing'))}\b[^\n]{{0,80}}\Z")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z’'])([^\s,;:.()“”\"]{1,26})[ ]")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z][ ]){one_of(phrases_of('english_titles', 'speech'))}\b")
