"""Find the policies that somebody adopts or brings out under a name that no quotes mark.

In:   Page.
Out:  Adoption: the kind, the noun and the name as a range.
Not:  names in quotes, and what the policy says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, values_of
from thaigov_extract._listing.markers import words
from thaigov_extract.models import PolicyKind
from thaigov_extract.readers._headings import GIVEN, policy_kinds
from thaigov_extract.resolve import Page

OPENING_WINDOW = 700
"""What the release is about is named in full this soon."""

_SHORTEST_HANDED = 30
"""Words that are handed out as a policy of their own are no fewer than this."""

_SHORTEST_PHRASE = 10
_SHORTEST_ADOPTED = 12
"""A name before a list, and one that the headline adopts, has so many characters behind its noun."""

_LONGEST_DRAWN = 220
_MOST_DRAWN = 5
"""A name that follows its verb ends this soon, and a release draws up so many."""

_SHARED = 8
"""The headline's name and the formal one begin with this many of the same characters."""


class Adoption(NamedTuple):
    """A policy adopted or brought out: its noun begins the name at `[lo, hi)`."""

    kind: PolicyKind
    lo: int
    hi: int

    @property
    def name(self) -> Range:
        """The range of the name."""
        return self.lo, self.hi


def adoptions(text: str, lo: int, hi: int) -> Iterator[Adoption]:
    """Yield what the words in `[lo, hi)` say was adopted: "ครม. เห็นชอบมาตรการช่วยเหลือ...", "Kick off มาตรการ..."."""
    for match in _adoption().finditer(text, lo, hi):
        if _is_name(match["name"]):
            yield Adoption(cast(PolicyKind, _kinds()[match["noun"]]), *_uncounted(text, *match.span("name")))


def noun_phrase(text: str, lo: int, hi: int) -> Range | None:
    """Return the range of the name that begins with a noun at `lo`, without a verb before it."""
    match = _phrase().match(text, lo, hi)
    return _uncounted(text, *match.span("name")) if match and _is_name(match["name"]) else None


def drawn_up(text: str, lo: int, hi: int) -> Iterator[tuple[int, tuple[PolicyKind, Range]]]:
    """Yield what somebody in `[lo, hi)` has drawn up, with the place of the verb: "กรมคลองได้จัดทำแผนดูแลคลอง"."""
    for verb in phrases_of("policies", "drawing_up"):
        at = lo - 1
        for _ in range(_MOST_DRAWN):
            at = text.find(verb, at + 1, hi)
            if at < 0:
                break
            if named := _drawn_name(text, at, at + len(verb), hi):
                yield at, named


def _drawn_name(text: str, verb: int, lo: int, hi: int) -> tuple[PolicyKind, Range] | None:
    """Return the kind and the name behind the verb at `[verb, lo)`, but for "ที่ได้จัดทำ", which only refers to one."""
    match = _drawn().match(text, lo, min(hi, lo + _LONGEST_DRAWN))
    if match is None or text.endswith(phrases_of("policies", "relative"), 0, verb):
        return None
    begin, end = _uncounted(text, *match.span("name"))
    stop = _aim().search(text, begin + _SHORTEST_PHRASE, end)
    name = (begin, stop.start() if stop else end)
    return (cast(PolicyKind, _kinds()[match["noun"]]), name) if _is_name(text[slice(*name)]) else None


@cache
def _drawn() -> re.Pattern[str]:
    drafts = one_of(phrases_of("policies", "drafting"))
    return re.compile(rf"[ ]? (?: {drafts} [ ]? )? {_named(_SHORTEST_PHRASE)}", re.VERBOSE)


@cache
def _aim() -> re.Pattern[str]:
    return re.compile(one_of(phrases_of("policies", "ending")))


def _uncounted(text: str, lo: int, hi: int) -> Range:
    """Return a name without the count of its points behind it: "มาตรการด้านการเงินจำนวน 2"."""
    count = _count().search(text, lo + 1, hi)
    return (lo, count.start()) if count else (lo, hi)


@cache
def _count() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}{one_of(phrases_of('policies', 'counting'))}[ ]?[0-9]")


def _is_name(phrase: str) -> bool:
    vague = phrase.endswith(phrases_of("policies", "vague"))
    return not vague and not any(word in phrase for word in phrases_of("policies", "clause"))


def _handed_over(text: str, lo: int, hi: int) -> Adoption | None:
    """Return the policy that the headline hands out in its own words: "มอบนโยบายเร่ง... เพิ่ม...", to its end."""
    match = _handing().search(text, lo, hi)
    if match is None or not text.startswith(phrases_of("policies", "action"), match.end()):
        return None
    stop = _stopping().search(text, match.end(), hi)
    end = stop.start() if stop else hi
    return Adoption("policy", match.end(), end) if end - match.end() >= _SHORTEST_HANDED else None


@cache
def _handing() -> re.Pattern[str]:
    verbs, nouns = one_of(phrases_of("policies", "handing_over")), one_of(phrases_of("policies", "handed"))
    return re.compile(rf"{verbs}{nouns}(?!{one_of(phrases_of('policies', 'addressee'))})")


@cache
def _stopping() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{1,3}}{one_of(phrases_of('policies', 'receiving'))}|[“”\"]")


def headlined(page: Page) -> Adoption | None:
    """Return the policy that the headline says was adopted, under its formal name if the opening gives that."""
    lo, hi = page.layout.title
    if not _verbs().places(page.source.octets[lo:hi]):
        return None
    brief = next(adoptions(page.text, lo, hi), None)
    if brief is None:
        return _handed_over(page.text, *page.layout.title)
    stem = page.text[brief.lo : brief.lo + _SHARED]
    for lo, hi in page.layout.paragraphs[:3]:
        for formal in adoptions(page.text, lo, min(hi, lo + OPENING_WINDOW)):
            if formal.hi - formal.lo > brief.hi - brief.lo and page.text.startswith(stem, formal.lo):
                return formal
    return brief


@cache
def _verbs() -> Phrases[None]:
    """Return the verbs of which one stands in every headline that adopts a policy or hands it out."""
    return Phrases((verb, None) for kind in ("bringing_out", "handing_over") for verb in phrases_of("policies", kind))


@cache
def _kinds() -> dict[str, str]:
    given = {noun: kind for noun, kind in policy_kinds().items() if kind in GIVEN}
    return given | values_of("policies", "adopted_noun")


@cache
def _adoption() -> re.Pattern[str]:
    verbs, drafts = one_of(phrases_of("policies", "bringing_out")), one_of(phrases_of("policies", "drafting"))
    named = _named(_SHORTEST_ADOPTED)
    return re.compile(rf"{verbs} !? [ ]{{0,2}} (?: {drafts} [ ]? ){{0,2}} {named}", re.VERBOSE)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(_named(_SHORTEST_PHRASE), re.VERBOSE)


def _named(shortest: int) -> str:
    """Return the pattern source of a noun and a name that begins with it, `shortest` characters longer at least."""
    # The name runs to a space; behind it go years, figures, Latin words and what is joined: "... ระยะที่ 2 (พ.ศ. 2566)".
    units, further = one_of(phrases_of("policies", "measured")), one_of(phrases_of("policies", "further"))
    shields, unnamed = one_of(phrases_of("subjects", "shield")), one_of(phrases_of("policies", "unnamed"))
    nouns, era = one_of(_kinds()), one_of(phrases_of("policies", "era"))
    other = (*phrases_of("policies", "noting"), *phrases_of("policies", "appointing"))
    ended = one_of(joiner + verb for joiner in words("joiner") for verb in other)
    return rf"""
        (?! {shields} )
        (?P<name> (?P<noun> {nouns} ) (?! {unnamed} )
          (?: [^ \n“”"():]{{{shortest},140}}+ | [ ] \d{{1,2}} [ ] {era} (?= [ \n] | $ ) )
          (?: [ ]{{1,3}} (?! \d{{1,2}} [ ]? {nouns} )
            (?: (?! {ended} ) {further} [^ \n“”"]{{0,80}}+ | [A-Z&] [^ \n“”"]{{0,60}}+ | - [ ] \d{{4}} \)?
              | \d [^ \n“”"]{{0,20}}+ (?: [ ] {units} (?= [ \n] | $ ) )?
              | \( (?= {era} ) [^ \n“”"]{{0,20}}+ )
          ){{0,14}}
        )
        """
