"""Read policies: lists that a policy noun heads, and named policies that are set out.

In:   Page.
Out:  Policy models, and Diagnostics on the numbering and length of lists.
Not:  lists of projects, subjects, places or people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import regex

from thaigov_extract._headings import Heading, headings, surroundings
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of, table
from thaigov_extract._lists import item_models, list_remarks
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.lists import Subject, WrittenList
from thaigov_extract.models import DateExpression, Diagnostic, Policy, PolicyKind
from thaigov_extract.resolve import Page

_NAME_REACH = 120
"""How far after its noun a quoted name may stand."""

_LONGEST_NAME = 160

_ADJACENT = 14
"""A list without introducer and promise follows its noun at once: "โดยมีวัตถุประสงค์เพื่อ 1) ..."."""

_BESIDE = 40
"""How far before the name of a scheme the noun stands that says what it is."""

_SCHEME_WINDOW = 600
_SCHEME_REACH = 6_000
"""How far before its letters a scheme may be named in quotes, and in full."""

_VISION_REACH = 24
_VISION_WINDOW = 600

_GIVEN = ("policy", "strategy", "plan", "measure", "guideline")
"""The kinds that are set out by name alone."""


def read(page: Page) -> Iterator[Policy | Diagnostic]:
    """Yield the policies of the release, and what is wrong with its lists."""
    found: list[tuple[int, Policy]] = []
    for mention in page.mentions.of(WrittenList):
        yield from list_remarks(page.source, mention)
        heading = _heading(page, mention)
        if heading is not None:
            found.append((heading.lo, _listed(page, mention, heading)))
    named = {policy.name for _, policy in found}
    for lo, policy in (*_given(page), *_envisioned(page, found)):
        if policy.name is None or policy.name not in named:
            named.add(policy.name)
            found.append((lo, policy))
    found.sort(key=lambda pair: pair[0])
    yield from (policy for _, policy in found)


# --- policies with items ---------------------------------------------------------------------------------------------


def _heading(page: Page, mention: Mention[WrittenList]) -> Heading | None:
    """Return the noun that makes the list a policy's, or None."""
    written = mention.value
    if written.style == "acronym":
        return _scheme_heading(page, written)
    if not written.style and (written.partial or written.promise is None or not written.promise.binding):
        return None
    heads = headings(page.text, written, page.layout.quotes)
    if not heads or heads[0].subject.reads_as != "policy":
        return None
    head = _given_head(page, written, heads[0]) or heads[0]
    announced = written.introducer is not None or written.promise is not None
    if not announced and written.lead[1] - head.hi > _ADJACENT:
        return None
    kind = head.subject.value
    if kind == "other" and written.introducer is None:
        return None
    if kind in ("order", "resolution") and written.introducer is not None:
        direct = page.text[slice(*written.introducer)] in surroundings("policies", "direct")
        return head if direct else None
    return head


def _given_head(page: Page, written: WrittenList, head: Heading) -> Heading | None:
    """Return the noun of a policy that is handed out by name in the lead, and whose points the list gives."""
    for quote in page.layout.quotes:
        if written.lead[0] <= quote.lo and quote.hi <= head.lo and _names(quote):
            match = _giving().search(page.text, max(written.lead[0], quote.lo - 40), quote.lo)
            if match:
                return Heading(*match.span("noun"), Subject("policy", _kinds()[match["noun"]]))
    return None


def _scheme_heading(page: Page, written: WrittenList) -> Heading:
    """Return the noun beside the name of a scheme of letters; a scheme without one is of a kind of its own."""
    name = _scheme_name(page, written)
    lo, hi = name or written.lead
    for at, end, subject in reversed(written.subjects):
        if subject.reads_as == "policy" and lo - _BESIDE <= at < lo and page.text.find("\n", at, lo) < 0:
            return Heading(at, end, subject)
    return Heading(lo, max(lo + 1, hi), Subject("policy", "other"))


def _listed(page: Page, mention: Mention[WrittenList], heading: Heading) -> Policy:
    source, written = page.source, mention.value
    name = _name(page, written, heading)
    lo = min(heading.lo, mention.lo)
    return Policy(
        kind=_kind(page.text, heading, name),
        name=source.written(*name) if name else None,
        issuer=_issuer(page, heading.lo),
        period=_period(page, name or (heading.lo, heading.hi), written.lead[1]),
        vision=_vision(page, lo, mention.hi),
        declared_count=written.promise.count if written.promise and written.promise.binding else None,
        items=item_models(source, written.entries),
        span=source.span(lo, mention.hi),
    )


def _kind(text: str, heading: Heading, name: Range | None) -> PolicyKind:
    """Return the kind: that of the noun in the name, such as "3 มาตรการ ...", before that of the noun before it."""
    match = _noun_of_name().match(text, *name) if name and name[0] > heading.hi else None
    value = _kinds()[match["noun"]] if match else heading.subject.value
    return cast(PolicyKind, value)


@cache
def _kinds() -> dict[str, str]:
    return {row["phrase"]: row["value"] for row in table("subjects") if row["reads_as"] == "policy"}


@cache
def _noun_of_name() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\d{{1,2}}[ ]?)?(?P<noun>{one_of(_kinds())})")


# --- policies without items ------------------------------------------------------------------------------------------


@cache
def _giving() -> regex.Pattern[str]:
    nouns = one_of(row["phrase"] for row in table("subjects") if row["value"] in _GIVEN)
    return regex.compile(rf"{one_of(surroundings('policies', 'giving'))}(?P<noun>{nouns})[ ]?$")


def _given(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the policies that are handed out or announced under a quoted name: มอบนโยบาย “...”."""
    lo, hi = page.layout.body
    for quote in page.layout.quotes:
        if not (lo <= quote.lo < hi and _names(quote)):
            continue
        match = _giving().search(page.text, max(lo, quote.lo - 40), quote.lo)
        if match:
            name = (quote.inner_lo, quote.inner_hi)
            yield (
                match.start("noun"),
                Policy(
                    kind=cast(PolicyKind, _kinds()[match["noun"]]),
                    name=page.source.written(*name),
                    issuer=_issuer(page, match.start()),
                    period=_period(page, name, quote.hi + 150),
                    vision=None,
                    declared_count=None,
                    span=page.source.span(match.start("noun"), quote.hi),
                ),
            )


def _envisioned(page: Page, found: Sequence[tuple[int, Policy]]) -> Iterator[tuple[int, Policy]]:
    """Yield the quoted visions that no policy of the release carries."""
    carried = {policy.vision for _, policy in found}
    seen: set[str] = set()
    lo, hi = page.layout.body
    for quote in page.layout.quotes:
        if lo <= quote.lo < hi and _is_vision(page.text, quote):
            vision = page.source.written(quote.inner_lo, quote.inner_hi)
            if vision not in carried and vision not in seen:
                seen.add(vision)
                yield (
                    quote.lo,
                    Policy(
                        kind="vision",
                        issuer=_issuer(page, quote.lo),
                        vision=vision,
                        span=page.source.span(quote.lo, quote.hi),
                    ),
                )


# --- names -----------------------------------------------------------------------------------------------------------


def _name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the range of the policy's own name: quoted, an acronym, counted, or the noun phrase of a plan."""
    if written.style == "acronym":
        return _scheme_name(page, written)
    for quote in page.layout.quotes:
        if heading.hi <= quote.lo < written.lead[1] and quote.lo - heading.hi <= _NAME_REACH and _names(quote):
            return quote.inner_lo, quote.inner_hi
    return _counted_name(page.text, heading, written.lead[1]) or _proper_name(page.text, heading, written.lead[1])


def _names(quote: Quote) -> bool:
    return 2 <= quote.inner_hi - quote.inner_lo <= _LONGEST_NAME


def _scheme_name(page: Page, written: WrittenList) -> Range | None:
    """Return the name of the scheme that the letters spell: a quote, or the word with the Latin words beside it."""
    letters = "".join(entry.number or "" for entry in written.entries)
    hi = written.lead[1]
    lo = max(0, hi - _SCHEME_WINDOW)
    for quote in reversed(page.layout.quotes):
        if lo <= quote.lo and quote.hi <= hi + 2 and _names(quote) and letters in page.text[quote.lo : quote.hi].upper():
            return quote.inner_lo, quote.inner_hi
    longest: Range | None = None
    for match in _latin_words().finditer(page.text, max(0, hi - _SCHEME_REACH), hi):
        if letters in match[0].upper() and (longest is None or match.end() - match.start() > longest[1] - longest[0]):
            longest = match.span()
    return longest


@cache
def _latin_words() -> regex.Pattern[str]:
    return regex.compile(r"[A-Za-z0-9&+-]{2,40}(?:[ ][A-Za-z0-9&+-]{1,40}){0,6}")


@cache
def _count_before() -> regex.Pattern[str]:
    return regex.compile(r"(?<![\d.,/-])\d{1,2}[ ]?$")


def _counted_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the name of a counted package: "7 มาตรการเข้ม...", "6 มาตรการหลัก (ABC)"; None where it is only counted."""
    count = _count_before().search(text, max(0, heading.lo - 4), heading.lo)
    if count is None:
        return None
    stop = _stop().search(text, heading.hi, end)
    hi = stop.start() if stop else end
    adjective = next((a for a in surroundings("policies", "adjective") if text.startswith(a, heading.hi)), "")
    bracket = _letters_in_brackets().match(text, heading.hi + len(adjective), end)
    if bracket:
        return count.start(), bracket.end()
    rest = text[heading.hi + len(adjective) : hi].strip()
    generic = text.startswith(surroundings("policies", "generic"), heading.hi)
    return (count.start(), hi) if len(rest) >= 6 and not generic else None


@cache
def _letters_in_brackets() -> regex.Pattern[str]:
    return regex.compile(r"[ ]?\([A-Z][A-Z0-9+-]{1,12}\)")


def _proper_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the noun phrase of a plan, or what names a policy by numbers or Latin letters; None if it is generic."""
    limit = min(end, heading.hi + _LONGEST_NAME)
    stop = _stop().search(text, heading.hi, limit)
    hi = stop.start() if stop else limit
    proper = next((p for p in surroundings("policies", "proper") if text.startswith(p, heading.lo)), None)
    if proper and hi - heading.lo > len(proper) + 2:
        return heading.lo, _with_period(text, hi, end)
    if heading.subject.value == "policy" and (match := _figures().match(text, heading.hi, limit)):
        slogan = match.span("slogan")
        return slogan if match["slogan"] else (match.start("name"), max(match.end("name"), hi))
    return None


@cache
def _stop() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{{0,2}}(?:(?<=[ )]){one_of(surroundings('policies', 'stop'))}|\(|\n)|[ ]{{1,2}}$")


@cache
def _figures() -> regex.Pattern[str]:
    # A slogan of numbers or Latin letters: "นโยบาย 5x5 ...", "นโยบายสำคัญ 4 สร้าง".
    generic = one_of(surroundings("policies", "generic"))
    slogans = one_of(surroundings("policies", "slogan"))
    return regex.compile(
        rf"(?:{generic})?[ ]?(?:(?P<slogan>\d{{1,2}}[ ]?{slogans})"
        r"|(?P<name>\d{1,2}[ ]?[xX+×][ ]?\d{1,2}|[A-Z][A-Za-z]{2,30}))"
    )


def _with_period(text: str, hi: int, end: int) -> int:
    match = _bracket().match(text, hi, min(end, hi + 80))
    return match.end() if match else hi


@cache
def _bracket() -> regex.Pattern[str]:
    return regex.compile(r"[ ]{0,2}\([^()\n]{0,25}\)")


# --- what belongs to a policy ----------------------------------------------------------------------------------------


def _period(page: Page, name: Range, end: int) -> DateExpression | None:
    """Return the years that the policy covers: a range or a fiscal year in its name or right behind it."""
    for dated in page.dates_in(name[0], min(name[1] + 80, end)):
        if dated.expression.kind in ("year_range", "fiscal_year", "month_range"):
            return dated.expression
    return None


def _is_vision(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.lo - _VISION_REACH) : quote.lo]
    return _names(quote) and any(word in before for word in surroundings("policies", "vision"))


def _vision(page: Page, lo: int, hi: int) -> str | None:
    """Return the quoted vision in or shortly before `[lo, hi)`."""
    for quote in page.layout.quotes:
        if lo - _VISION_WINDOW <= quote.lo < hi and _is_vision(page.text, quote):
            return page.source.written(quote.inner_lo, quote.inner_hi)
    return None


def _issuer(page: Page, at: int) -> str | None:
    """Return the person who is named last before `at` in the same paragraph."""
    paragraph = page.text.rfind("\n", 0, at) + 1
    people = page.people_in(paragraph, at)
    return people[-1].person.name if people else None
