"""Read policies: lists that a policy noun heads, and named policies that are set out.

In:   Page.
Out:  Policy models, and Diagnostics on the numbering and length of lists.
Not:  lists of projects, subjects, places or people.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

import regex

from thaigov_extract._headings import Heading, headings, surroundings
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._lists import item_models, list_remarks
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import DateExpression, Diagnostic, Policy, PolicyKind
from thaigov_extract.resolve import Page

_NAME_REACH = 120
"""How far after its noun a quoted name may stand."""

_LONGEST_NAME = 160


def read(page: Page) -> Iterator[Policy | Diagnostic]:
    """Yield the policies of the release, and what is wrong with its lists."""
    named: set[str] = set()
    for mention in page.mentions.of(WrittenList):
        yield from list_remarks(page.source, mention)
        heading = _policy_heading(page, mention)
        if heading is None:
            continue
        policy = _policy(page, mention, heading)
        if policy.name is not None:
            named.add(policy.name)
        yield policy


def _policy_heading(page: Page, mention: Mention[WrittenList]) -> Heading | None:
    """Return the noun that makes the list a policy's, or None."""
    written = mention.value
    if not written.style and (written.partial or written.promise is None or not written.promise.binding):
        return None
    heads = headings(page.text, written)
    if not heads or heads[0].subject.reads_as != "policy":
        return None
    if written.introducer is None and written.promise is None and written.style != "acronym":
        return None
    return heads[0]


def _policy(page: Page, mention: Mention[WrittenList], heading: Heading) -> Policy:
    source, written = page.source, mention.value
    name = _name(page, mention, heading)
    lo = heading.lo
    return Policy(
        kind=cast(PolicyKind, heading.subject.value),
        name=source.written(*name) if name else None,
        issuer=_issuer(page, heading),
        period=_period(page, name, heading, written),
        vision=_vision(page, lo, mention.hi),
        declared_count=written.promise.count if written.promise and written.promise.binding else None,
        items=item_models(source, written.entries),
        span=source.span(lo, mention.hi),
    )


# --- names -----------------------------------------------------------------------------------------------------------


def _name(page: Page, mention: Mention[WrittenList], heading: Heading) -> Range | None:
    """Return the range of the policy's own name: quoted, an acronym, or the noun phrase of a plan."""
    written = mention.value
    for quote in page.layout.quotes:
        if heading.hi <= quote.lo < written.lead[1] and quote.lo - heading.hi <= _NAME_REACH and _names(quote):
            return quote.inner_lo, quote.inner_hi
    if written.style == "acronym":
        return _scheme_name(page.text, written, heading)
    return _proper_name(page.text, heading, written.lead[1])


def _names(quote: Quote) -> bool:
    return quote.inner_hi - quote.inner_lo <= _LONGEST_NAME


def _scheme_name(text: str, written: WrittenList, heading: Heading) -> Range | None:
    """Return where the acronym stands that the letters spell, with the Latin words that go on with it."""
    letters = "".join(entry.number or "" for entry in written.entries)
    lo, hi = written.lead
    at = text.upper().rfind(letters, lo, hi)
    if at < 0:
        return None
    match = _latin_words().match(text, at, hi)
    return (at, match.end()) if match else (at, at + len(letters))


@cache
def _latin_words() -> regex.Pattern[str]:
    return regex.compile(r"[A-Za-z0-9&+-]{1,40}(?:[ ][A-Za-z0-9&+-]{1,40}){0,6}")


def _proper_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the noun phrase of a plan, a strategy, or a policy named by number or Latin letters; None if it is generic."""
    stops = _stop()
    limit = min(end, heading.hi + _LONGEST_NAME)
    stop = stops.search(text, heading.hi, limit)
    hi = stop.start() if stop else limit
    if text.startswith(surroundings("policies", "proper"), heading.lo) and hi - heading.hi >= 12:
        return heading.lo, _with_period(text, hi, end)
    if heading.subject.value == "policy" and (match := _figures().match(text, heading.hi, limit)):
        return match.start("name"), max(match.end("name"), hi)
    return None


@cache
def _stop() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{{0,2}}(?:(?<=[ )]){one_of(surroundings('policies', 'stop'))}|\(|\n)")


@cache
def _figures() -> regex.Pattern[str]:
    # A slogan of numbers or Latin letters: "นโยบาย 5x5 ...", "นโยบายสำคัญ 4 สร้าง".
    generic = one_of(surroundings("policies", "generic"))
    return regex.compile(
        rf"(?:{generic})?[ ]?(?P<name>\d{{1,2}}[ ]?[xX+×][ ]?\d{{1,2}}|\d{{1,2}}[ ]สร้าง|[A-Z][A-Za-z]{{2,30}})"
    )


def _with_period(text: str, hi: int, end: int) -> int:
    match = _bracket().match(text, hi, min(end, hi + 80))
    return match.end() if match else hi


@cache
def _bracket() -> regex.Pattern[str]:
    return regex.compile(r"[ ]{0,2}\([^()\n]{0,60}\)")


# --- what belongs to a policy ----------------------------------------------------------------------------------------


def _period(page: Page, name: Range | None, heading: Heading, written: WrittenList) -> DateExpression | None:
    """Return the years that the policy covers: a range or a fiscal year in its name or right behind it."""
    lo, hi = (name[0], name[1] + 60) if name else (heading.lo, heading.hi + 80)
    for dated in page.dates_in(lo, min(hi, written.lead[1])):
        if dated.expression.kind in ("year_range", "fiscal_year", "month_range"):
            return dated.expression
    return None


def _vision(page: Page, lo: int, hi: int) -> str | None:
    """Return the quoted vision in or shortly before `[lo, hi)`."""
    words = surroundings("policies", "vision")
    for quote in page.layout.quotes:
        if lo - 600 <= quote.lo < hi and any(w in page.text[max(0, quote.lo - 30) : quote.lo] for w in words):
            return page.source.written(quote.inner_lo, quote.inner_hi)
    return None


def _issuer(page: Page, heading: Heading) -> str | None:
    """Return the person who speaks before the policy's noun in the same paragraph."""
    paragraph = page.text.rfind("\n", 0, heading.lo) + 1
    people = page.people_in(paragraph, heading.lo)
    return people[-1].person.name if people else None
