"""Find people in English releases: title before the name, or behind it and a comma.

In:   Layout.
Out:  mentions of WrittenPerson, WrittenRole and SpeechCue.
Not:  Latin names in Thai text; the finder of people reads those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Phrases, one_of, table
from thaigov_extract._mentions import Mention
from thaigov_extract._people.names import SpeechCue, WrittenPerson, WrittenRole
from thaigov_extract._people.positions import WrittenPosition

_SIGN = " the "
_LEAD = 82
"""An article and three words fit before the noun of a title."""
_SPARSE = 300
"""An English release holds the article at least once in so many characters; a Thai one with English names does not."""


def find(layout: Layout) -> Iterator[Mention[object]]:
    """Yield the people, titles alone and verbs of speech of an English release."""
    text = layout.text
    if text.count(_SIGN) * _SPARSE < len(text):
        return
    places: dict[str, list[int]] = {"head": [], "prefix": [], "speech": []}
    for lo, _, role in _words().scan(layout.source.octets):
        places[role].append(lo)
    for match in _matches(_titled_name(), text, places["head"]):
        yield _person(match, match.span("title"), match.start("title"), match.end())
    for match in _matches(_name_titled(), text, places["prefix"]):
        yield _person(match, match.span("title"), match.start(), match.end("title"))
    for match in _matches(_title_alone(), text, places["head"]):
        lo, hi = match.span("title")
        position = WrittenPosition(lo, hi, match["title"], match["title"])
        yield Mention(lo, hi, WrittenRole(position, hi), "English title")
    for lo in places["speech"]:
        if said := _speech().match(text, lo):
            yield Mention(*said.span(), SpeechCue(reports=False), "English speech")


@cache
def _words() -> Phrases[str]:
    """Return the automaton over what people, titles and speech are known by."""
    rows = table("english_titles")
    return Phrases((row["phrase"], row["reads_as"]) for row in rows if row["reads_as"] in ("head", "prefix", "speech"))


def _matches(pattern: re.Pattern[str], text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at one of the places, or with a word shortly before one."""
    free = 0
    for place in places:
        if place < free:
            continue
        before = _word_start().finditer(text, max(free, place - _LEAD), place)
        for start in (*(word.start() for word in before), place):
            if match := pattern.match(text, start):
                free = match.end()
                yield match
                break


def _person(match: re.Match[str], title: tuple[int, int], lo: int, hi: int) -> Mention[WrittenPerson]:
    part = "full" if match["prefix"] else "bare"
    given, _, family = match[part].partition(" ")
    prefix = match["prefix"]
    value = WrittenPerson(
        prefix=prefix.strip() if prefix else None,
        given=given,
        family=family or None,
        positions=tuple(_positions(match.string, *title)),
        shared=(),
        phrase_lo=lo,
        phrase_hi=hi,
        firm=True,
        private=False,
        kind="latin",
    )
    return Mention(match.start("prefix" if prefix else part), match.end(part), value, "English name")


def _positions(text: str, lo: int, hi: int) -> Iterator[WrittenPosition]:
    """Yield the positions in `[lo, hi)`; two titles joined are two."""
    for joint in _joint().finditer(text, lo, hi):
        yield WrittenPosition(lo, joint.start(), text[lo : joint.start()], text[lo : joint.start()])
        lo = joint.end()
    yield WrittenPosition(lo, hi, text[lo:hi], text[lo:hi])


@cache
def _parts() -> dict[str, str]:
    words: dict[str, list[str]] = {}
    for row in table("english_titles"):
        words.setdefault(row["reads_as"], []).append(row["phrase"])
    parts = {role: one_of(phrases) for role, phrases in words.items()}
    parts["word"] = r"[A-Z][A-Za-z’'-]{1,24}"
    parts["name"] = rf"(?:(?!{parts['never']}\b){parts['word']}|[A-Z]\.)"
    parts["full"] = rf"{parts['name']}(?:[ ](?:{parts['particle']}[ ])?{parts['name']}){{1,4}}"
    # The last two words before a verb or a comma are the name: "Minister of Commerce Somchai Jaidee disclosed".
    parts["title"] = (
        rf"(?:{parts['word']}[ ]){{0,3}}?{parts['head']}(?:[ ](?:{parts['within']}|{parts['word']})){{0,9}}"
        + "".join(rf"(?<![ ]{re.escape(phrase)})" for phrase in words["within"])
    )
    return parts


@cache
def _word_start() -> re.Pattern[str]:
    return re.compile(r"\b(?:[A-Z]|the[ ])")


@cache
def _joint() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(rf"[ ]and[ ](?=(?:{parts['word']}[ ]){{0,3}}{parts['head']})")


@cache
def _titled_name() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(
        rf"""\b(?P<title>{parts["title"]})[ ]
        (?: (?P<prefix>{parts["prefix"]}[ ]?) (?P<full>{parts["full"]})
          | (?P<bare>{parts["name"]}[ ]{parts["name"]}) )
        (?=[ ]?[(,.;:’']|[ ](?!of\b|for\b)[a-z(]|$)""",
        re.VERBOSE,
    )


@cache
def _name_titled() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(
        rf"""\b(?P<prefix>{parts["prefix"]}[ ]?) (?P<full>{parts["full"]})(?:[ ]\([^()\n]{{1,20}}\))?,[ ](?:the[ ])?
        (?P<title>{parts["title"]})(?=[,.;(]|[ ](?!of\b|for\b|and\b|to\b|the\b)[a-z]|$)""",
        re.VERBOSE,
    )


@cache
def _title_alone() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(rf"[Tt]he[ ](?P<title>(?:{parts['word']}[ ]){{0,3}}?{parts['head']})(?=[ ](?!of|for)[a-z]|[,.])")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z][ ]){_parts()['speech']}\b")
