"""Find the policies that a release sets out by name alone, without a list of their points.

In:   Page.
Out:  Policy models without items, each with the place of its noun.
Not:  policies that a list sets out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, table
from thaigov_extract._source import fold
from thaigov_extract.models import DateExpression, Policy, PolicyKind
from thaigov_extract.readers._headings import LONGEST_NAME, given_nouns, giving, policy_kinds, policy_noun
from thaigov_extract.readers._titles import stripped
from thaigov_extract.readers.policies._adoptions import OPENING_WINDOW, Adoption, drawn_up
from thaigov_extract.readers.policies._issuers import Issuer, issuer, person_behind
from thaigov_extract.readers.policies._names import BESIDE, is_name
from thaigov_extract.readers.policies._terms import YEARLY, is_vision, named_period, opening_period, period
from thaigov_extract.resolve import Page

_SHORTEST_TITLE = 10

_PERIOD_REACH = 10
"""How near behind its name in the headline the years of a policy stand."""

_ALIKE = 20
"""Names that begin with so many of the same characters are one policy's."""

_MOST_NAMES = 100
"""A name is compared with so many before it."""

_ADOPTED = ("policy", "strategy", "plan")


def named_policies(page: Page, listed: Sequence[Policy], headline: Adoption | None) -> Iterator[tuple[int, Policy]]:
    """Yield the policies that the release sets out by name, but for those that its lists set out."""
    named = [_bare(policy.name) for policy in listed if policy.name]
    adopted = (*_sole(_adopted(page), listed), *_drawn_up(page, listed), *_brought_out(page, headline))
    for lo, policy in (*_given(page), *adopted, *_headlined_slogan(page)):
        name = _bare(policy.name or "")
        if not any(_same(name, other) for other in named[-_MOST_NAMES:]):
            named.append(name)
            yield lo, policy
    yield from _envisioned(page, listed)


def _bare(name: str) -> str:
    """Return a name without what writers vary: blanks, dashes, brackets."""
    return "".join(char for char in name if char.isalnum() or "ก" <= char <= "๎")


def _same(name: str, other: str) -> bool:
    """Tell whether two bare names are one policy's: one holds the other, or they begin alike."""
    return name in other or other in name or name[:_ALIKE] == other[:_ALIKE]


def _sole(adopted: Iterable[tuple[int, Policy]], listed: Sequence[Policy]) -> Iterator[tuple[int, Policy]]:
    """Yield the first adopted plan of each kind whose points are not listed: the others are the same by other names."""
    kinds = {policy.kind for policy in listed if policy.items}
    for lo, policy in adopted:
        if policy.kind not in kinds:
            kinds.add(policy.kind)
            yield lo, policy


def _given(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the policies that are handed out or announced under a quoted name: มอบนโยบาย “...”."""
    hi = page.layout.body[1]
    lo = page.layout.title[0]
    for quote in page.layout.quotes:
        if not (lo <= quote.lo < hi and is_name(quote)):
            continue
        noun = _introduced_name(page.text, quote)
        if _follows_noun(page.text, quote.lo):
            given = giving().search(page.text, max(lo, quote.lo - BESIDE), quote.lo)
            noun = given or noun or _headlined(page, quote) or _held(page.text, quote)
        if noun:
            at = min(noun.start("noun"), quote.lo)
            name = stripped(page.text, quote.inner_lo, quote.inner_hi)
            covers = period(page, name, quote.hi + 150) or opening_period(page, at)
            by = person_behind(page, quote.hi) or issuer(page, at)
            yield at, _policy(page, _Named(_kind_of(noun), name, (at, quote.hi)), by, covers)


class _Named(NamedTuple):
    """A policy that is set out by its name, or a vision by its words."""

    kind: PolicyKind
    name: Range
    place: Range


def _policy(page: Page, named: _Named, by: Issuer | None, covers: DateExpression | None = None) -> Policy:
    """Return the model of a policy that gives no points."""
    source = page.source
    name, vision = (None, named.name) if named.kind == "vision" else (named.name, None)
    return Policy(
        kind=named.kind,
        name=source.written_at(name),
        name_span=source.span_at(name),
        issuer=by.name if by else None,
        issuer_span=source.span_at(by.place) if by else None,
        period=covers,
        vision=source.written_at(vision),
        vision_span=source.span_at(vision),
        span=source.span(*named.place),
    )


def _kind_of(match: re.Match[str]) -> PolicyKind:
    return cast(PolicyKind, policy_kinds()[match["noun"]])


def _follows_noun(text: str, at: int) -> bool:
    """Tell whether a noun of what is set out by name, or a word behind one, stands before `at`, or a space between."""
    return text.endswith(_before_name(), 0, at - (text[at - 1 : at] == " "))


@cache
def _before_name() -> tuple[str, ...]:
    return (*given_nouns(), *phrases_of("policies", "adjective"), *phrases_of("policies", "calling"))


def _held(text: str, quote: Quote) -> re.Match[str] | None:
    """Return the noun of a policy that somebody has under a quoted name, and of which an aim is told behind it."""
    if not text.startswith(phrases_of("policies", "aiming"), quote.hi + (text[quote.hi : quote.hi + 1] == " ")):
        return None
    return _holding().search(text, max(0, quote.lo - BESIDE), quote.lo)


@cache
def _holding() -> re.Pattern[str]:
    # "รัฐบาลมีนโยบายสำคัญคือ “คลองใสทุกตำบล” โดย...".
    verbs, adjectives = one_of(phrases_of("policies", "holding")), one_of(phrases_of("policies", "adjective"))
    calling = one_of(phrases_of("policies", "calling"))
    return re.compile(rf"{verbs}{policy_noun().pattern}(?:{adjectives})?[ ]?(?:{calling})?[ ]?$")


def _headlined(page: Page, quote: Quote) -> re.Match[str] | None:
    """Return the noun before a quoted name in the headline: what the headline names, the release sets out."""
    lo, hi = page.layout.title
    if not lo <= quote.lo < hi:
        return None
    near = max(lo, quote.lo - BESIDE)
    noun = _noun_before().search(page.text, near, quote.lo)
    followed = noun and page.text[near : noun.start()].rstrip(" ").endswith(phrases_of("policies", "answering"))
    return None if followed else noun


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(f"{policy_noun().pattern}[ ]?$")


def _introduced_name(text: str, quote: Quote) -> re.Match[str] | None:
    """Return the noun that begins a quoted name, where the words before the quote set the policy out by that name."""
    if quote.inner_hi - quote.inner_lo < _SHORTEST_TITLE:
        return None
    before = text[max(0, quote.lo - BESIDE) : quote.lo].rstrip(" ")
    return policy_noun().match(text, quote.inner_lo) if before.endswith(phrases_of("policies", "naming")) else None


def _headlined_slogan(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the policy that the headline advances under a name of Latin letters: "ชูนโยบาย Green City"."""
    lo, hi = page.layout.title
    match = _slogan().search(page.text, lo, hi) if _slogan_nouns().places(page.source.octets[lo:hi]) else None
    if match:
        at, name = match.start("noun"), match.span("name")
        covers = period(page, name, hi)
        yield at, _policy(page, _Named(_kind_of(match), name, (at, match.end())), issuer(page, at), covers)


@cache
def _slogan_nouns() -> Phrases[None]:
    return Phrases((noun, None) for noun in phrases_of("policies", "slogan_noun"))


@cache
def _slogan() -> re.Pattern[str]:
    # "5x5 ฝ่าวิกฤต...": figures with the words behind them; "Green City": Latin words, two or more.
    verbs, nouns = phrases_of("policies", "giving"), phrases_of("policies", "slogan_noun")
    return re.compile(
        rf"{one_of((*verbs, *phrases_of('policies', 'advancing')))}(?P<noun>{one_of(nouns)})[ ]?"
        r"(?P<name>\d{1,2}[ ]?[xX×][ ]?\d{1,2}[ ]?[ก-๎]{0,40}"
        r"|[A-Z][A-Za-z]{1,20}(?:[ ][A-Za-z]{2,20}){1,5})"
    )


def _brought_out(page: Page, headline: Adoption | None) -> Iterator[tuple[int, Policy]]:
    """Yield the policy that the headline says was adopted or brought out."""
    if headline is not None:
        at, name = headline.lo, headline.name
        covers = period(page, name, headline.hi + _PERIOD_REACH) or named_period(page, name)
        yield at, _policy(page, _Named(headline.kind, name, name), issuer(page, at), covers)


@cache
def _dated_plan() -> re.Pattern[str]:
    # "เห็นชอบแผนปฏิบัติการด้าน... ระยะ 5 ปี (พ.ศ. 2566 - 2570)": a verb, a noun, a name that ends with its years.
    nouns = one_of(row["phrase"] for row in table("subjects") if row["value"] in _ADOPTED)
    verbs, unnamed = one_of(phrases_of("policies", "adopting")), one_of(phrases_of("policies", "unnamed"))
    return re.compile(rf"{verbs}[ ]?(?P<noun>{nouns})(?!{unnamed})[^\n“”\"]{{8,{LONGEST_NAME}}}$")


@cache
def _adopting() -> Phrases[None]:
    return Phrases((verb, None) for verb in phrases_of("policies", "adopting"))


def _adopted(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the plans that the opening of the release sets out under a name with its years."""
    text, paragraphs = page.text, page.layout.paragraphs
    ranges = [page.layout.title, *((lo, min(hi, lo + OPENING_WINDOW)) for lo, hi in paragraphs[:2])]
    for lo, hi in ranges:
        years = [dated for dated in page.dates_in(lo, hi) if dated.expression.kind in YEARLY]
        if not (years and _adopting().places(page.source.octets[lo:hi])):
            continue
        for dated in years:
            match = _dated_plan().search(text, max(lo, dated.lo - LONGEST_NAME), dated.lo)
            if match is None or any(word in match[0] for word in phrases_of("policies", "clause")):
                continue
            end = dated.hi + (text[dated.hi : dated.hi + 1] == ")")
            phase = _phase().match(text, end, hi)
            name = (match.start("noun"), phase.end() if phase else end)
            covers = period(page, name, name[1]) or named_period(page, name)
            yield name[0], _policy(page, _Named(_kind_of(match), name, name), issuer(page, match.start()), covers)


@cache
def _phase() -> re.Pattern[str]:
    # "แผนคลอง (พ.ศ. 2561 - 2580) ระยะที่ 2 (พ.ศ. 2566 - 2570)".
    return re.compile(rf"[ ]?{one_of(phrases_of('policies', 'phase'))}[ ]?\d{{1,2}}[ ]?\([^()\n]{{4,25}}\)")


def _drawn_up(page: Page, listed: Sequence[Policy]) -> Iterator[tuple[int, Policy]]:
    """Yield the plans and measures of which the release says that somebody has drawn them up, but for listed ones.

    What a point of a list draws up is part of the policy that the list sets out.
    """
    kinds = {policy.kind for policy in listed if policy.items}
    for at, (kind, name) in drawn_up(page.text, *page.layout.body):
        place = page.source.span(*name)
        pointed = any(policy.span.start <= place.start < policy.span.end for policy in listed)
        if kind not in kinds and not pointed:
            covers = period(page, name, name[1]) or named_period(page, name)
            yield name[0], _policy(page, _Named(kind, name, name), issuer(page, at), covers)


def _envisioned(page: Page, listed: Sequence[Policy]) -> Iterator[tuple[int, Policy]]:
    """Yield the quoted visions that no policy of the release carries."""
    told = {fold(policy.vision).text for policy in listed if policy.vision}
    lo, hi = page.layout.body
    for quote in page.layout.quotes:
        if lo <= quote.lo < hi and is_vision(page.text, quote):
            words = quote.inner_lo, quote.inner_hi
            if page.text[slice(*words)] not in told:
                told.add(page.text[slice(*words)])
                yield quote.lo, _policy(page, _Named("vision", words, (quote.lo, quote.hi)), issuer(page, quote.lo))
