"""Read policies: lists that a policy noun heads, and named policies that are set out.

In:   Page.
Out:  Policy models, and Diagnostics on the numbering and length of lists.
Not:  lists of projects, subjects, places or people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._listing.enumerations import Entry
from thaigov_extract._source import fold
from thaigov_extract.finders.lists import WrittenList, inner_lists
from thaigov_extract.models import Diagnostic, Policy, PolicyKind
from thaigov_extract.readers._headings import Heading, policy_kinds
from thaigov_extract.readers._items import item_models, list_remarks
from thaigov_extract.readers.policies._adoptions import Adoption, headlined
from thaigov_extract.readers.policies._counts import counts_points
from thaigov_extract.readers.policies._issuers import Issuer, first_body, issuer, named_issuer, owner, person_behind
from thaigov_extract.readers.policies._lists import policy_heading, shared_noun
from thaigov_extract.readers.policies._named import named_policies
from thaigov_extract.readers.policies._names import policy_name
from thaigov_extract.readers.policies._terms import (
    handed_period,
    last_period,
    named_period,
    nearby_period,
    opening_period,
    shared_period,
    vision,
)
from thaigov_extract.resolve import Page

_SECTION_REACH = 40
"""So soon behind the heading of a point of an agenda the body stands that decides it."""

_JOINED_REACH = 1_500
"""How far behind its name the points of a policy may begin that a list gives without the name."""

_ALIKE = 18
"""Points that begin with so many of the same characters are one."""


def read(page: Page) -> Iterator[Policy | Diagnostic]:
    """Yield the policies of the release, and what is wrong with its lists."""
    found: list[tuple[int, Policy]] = []
    told: set[str] = set()
    headline = headlined(page)
    for mention in page.mentions.of(WrittenList):
        yield from list_remarks(page.source, mention)
        for written, heading in _headed(page, mention.value):
            points = _points(page.text, written)
            retold = 2 * len(points & told) > len(points)
            told |= points
            if retold:
                continue
            policy = _listed(page, written, heading, headline)
            if headline and policy.name and fold(policy.name).text == page.text[slice(*headline.name)]:
                headline = None
            found.append((heading.lo, policy))
    found.extend(named_policies(page, [policy for _, policy in found], headline))
    found.sort(key=lambda pair: pair[0])
    yield from _joined([policy for _, policy in found])


def _joined(found: Sequence[Policy]) -> Iterator[Policy]:
    """Yield the policies, one that is named before its points as one with the list of them that bears no name."""
    named: Policy | None = None
    for policy in found:
        if named is not None and _sets_out(policy, named):
            yield policy.model_copy(
                update={
                    "kind": _kind_of_name(named.name) or named.kind,
                    "name": named.name,
                    "name_span": named.name_span,
                    "issuer": named.issuer or policy.issuer,
                    "issuer_span": named.issuer_span or policy.issuer_span,
                    "period": named.period or policy.period,
                }
            )
            named = None
            continue
        if named is not None:
            yield named
        named = policy if policy.name and not policy.items else None
        if named is None:
            yield policy
    if named is not None:
        yield named


def _sets_out(policy: Policy, named: Policy) -> bool:
    """Tell whether a list without a name gives the points of the policy that is named shortly before it."""
    near = policy.span.start - named.span.start <= _JOINED_REACH
    if not near or policy.name or not policy.items:
        return False
    counted = _noun_before(named.name)
    kept = counted is not None and counted["count"] is not None and int(counted["count"]) == len(policy.items)
    return kept or policy.kind == named.kind


def _kind_of_name(name: str | None) -> PolicyKind | None:
    """Return the kind of the noun with which a name begins: "5 ยุทธศาสตร์..."."""
    match = _noun_before(name)
    return cast(PolicyKind, policy_kinds()[match["noun"]]) if match else None


def _noun_before(name: str | None) -> re.Match[str] | None:
    return _noun_of_name().match(fold(name or "").text)


def _headed(page: Page, written: WrittenList) -> Iterator[tuple[WrittenList, Heading]]:
    """Yield a list that sets out a policy, or what in a list does: letters, points counted or numbered by a noun."""
    heading = policy_heading(page, written)
    if heading is not None:
        yield written, heading
        if not _holds_points(written.entries):
            return
    inner = (
        each
        for each in inner_lists(page.text, written)
        if each.style == "acronym"
        or (each.style in policy_kinds() and each.introducer is not None)
        or (heading is None and (counts_points(page.text, each) or shared_noun(page.text, each)))
    )
    headed = [(each, noun) for each in inner if (noun := policy_heading(page, each))]
    # Where several items hold one each, they are the parts of what the whole list gives.
    if len(headed) == 1:
        yield headed[0]


def _holds_points(entries: Sequence[Entry]) -> bool:
    """Tell whether an item holds a list of the letters of a scheme, or of points that their noun numbers."""
    first = (entry.entries[0] for entry in entries if entry.entries)
    marks = (inner.mark for inner in first if inner.mark is not None)
    return any(mark.style == "acronym" or mark.style in policy_kinds() for mark in marks)


def _points(text: str, written: WrittenList) -> set[str]:
    """Return the points of a list by what a list that tells them again has in common with it."""
    return {text[entry.text_lo : min(entry.hi, entry.text_lo + _ALIKE)] for entry in written.entries}


def _listed(page: Page, written: WrittenList, heading: Heading, headline: Adoption | None) -> Policy:
    source = page.source
    name = policy_name(page, written, heading)
    same = headline is not None and (headline.kind, "policy") == (heading.subject.value, heading.subject.reads_as)
    if headline is not None and same and _is_short_for(page.text, name, headline):
        name = headline.name
    first, last = written.entries[0], written.entries[-1]
    lo, hi = min(heading.lo, first.lo if written.introducer is None else written.introducer[0]), last.hi
    by, seen = _issuer_of(page, written, heading, name), vision(page, lo, hi)
    promise = written.promised
    return Policy(
        kind=_kind(page.text, heading, name),
        name=source.written_at(name),
        name_span=source.span_at(name),
        issuer=by.name if by else None,
        issuer_span=source.span_at(by.place) if by else None,
        period=(name and last_period(page, name))
        or nearby_period(page, _spanned(heading, name), written.lead[1])
        or (name and named_period(page, name))
        or handed_period(page, heading)
        or opening_period(page, lo)
        or shared_period(page, written.entries),
        vision=source.written_at(seen),
        vision_span=source.span_at(seen),
        declared_count=promise.count if promise else None,
        declared_count_span=source.span(promise.lo, promise.hi) if promise else None,
        items=item_models(source, written.entries),
        span=source.span(lo, hi),
    )


def _issuer_of(page: Page, written: WrittenList, heading: Heading, name: Range | None) -> Issuer | None:
    """Return whose policy a list sets out: told before its noun, where a programme or agenda names it, behind it."""
    lo = min(heading.lo, written.entries[0].lo)
    if name is not None and name[0] < heading.lo and heading.subject.value == "other" and (of := issuer(page, name[0])):
        return of
    return (
        person_behind(page, heading.hi)
        or (person_behind(page, name[1]) if name else None)
        or issuer(page, heading.lo)
        or owner(page, heading.hi)
        or (named_issuer(page, name, lo) if name else None)
        or (issuer(page, min(written.section[1] + _SECTION_REACH, lo)) if written.section else None)
        or (first_body(page, lo) if heading.subject.value != "principle" else None)
    )


def _is_short_for(text: str, name: Range | None, headline: Adoption) -> bool:
    """Tell whether a list has no name of its own, or the beginning of what the headline names in full."""
    return name is None or text.startswith(text[slice(*name)], headline.lo)


def _kind(text: str, heading: Heading, name: Range | None) -> PolicyKind:
    """Return the kind: that of the noun in the name, such as "3 มาตรการ ...", before that of the noun before it."""
    about = name is not None and text.endswith(phrases_of("policies", "about"), heading.hi, name[0])
    itself = heading.subject.reads_as == "slogan"
    match = _noun_of_name().match(text, *name) if name and (itself or name[0] > heading.hi) and not about else None
    value = policy_kinds()[match["noun"]] if match else heading.subject.value
    return cast(PolicyKind, value)


@cache
def _noun_of_name() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<count>[0-9]{{1,2}})[ ]?)?(?P<noun>{one_of(policy_kinds())})")


def _spanned(heading: Heading, name: Range | None) -> Range:
    """Return the range from the noun or name that stands first to the end of the other."""
    return (min(heading.lo, name[0]), max(heading.hi, name[1])) if name else (heading.lo, heading.hi)
