"""Tell whether a list sets out a policy, and by which of the words before it.

In:   Page and a list.
Out:  Heading: the noun, verb or name that makes the list a policy's; None for lists of other things.
Not:  the policy's name, issuer and years.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract.finders.lists import Subject, WrittenList
from thaigov_extract.readers._headings import (
    GIVEN,
    Heading,
    any_policy_noun,
    giving,
    headings,
    is_free,
    policy_kinds,
    policy_noun,
)
from thaigov_extract.readers.policies._counts import (
    acted,
    acts,
    aspects,
    counted_before,
    counted_in_headline,
    driven,
    lettered,
    slogan,
    staged,
)
from thaigov_extract.readers.policies._names import BESIDE, draft, heading_line, is_name, proper_name, scheme_name
from thaigov_extract.resolve import Page

_LIST_REACH = 125
_RESOLUTION_REACH = 180
_SERIES_REACH = 110
_OBJECTIVE_REACH = 80
"""How far before a list, a list without marks, a list of objectives its noun may stand."""

_OPENING = 12
"""A noun this close to the beginning of its paragraph is what the paragraph is about."""

_DECISION_REACH = 180
_COUNTED_DECISION_REACH = 400
"""How far before the list, before one whose points are counted, a body decides."""

_ORDERED_REACH = 60
"""How far behind an order its points may stand that "ประกอบด้วย" introduces."""

_POINTS_REACH = 60
"""How far behind a noun the points are counted that it heads."""

_SUBSTANCE_REACH = 60
"""How far before the list the points of a draft law are announced."""

_STEERED_REACH = 160
"""How far before a list of actions that nothing announces its noun may stand."""

_POINTED = ("policy", "strategy", "measure", "guideline", "plan")
_GENERAL = ("objective", "principle")
_FEWEST_ACTIONS = 3
"""A list without marks and without a promised count gives at least so many actions, and is one of these kinds."""

_DISCUSSED_REACH = 60
"""How far before the list people discuss its points."""

_ADJACENT = 14
"""A list without introducer and promise follows its noun at once: "โดยมีวัตถุประสงค์เพื่อ 1) ..."."""


def policy_heading(page: Page, written: WrittenList) -> Heading | None:
    """Return the noun that makes the list a policy's, or None."""
    if written.style == "acronym":
        return _scheme_heading(page, written)
    if not written.style and written.partial:
        return None
    text = page.text
    return (
        _drafted(page, written, headlined=True)
        or slogan(page, written)
        or _quoted_noun(page, written)
        or _head_noun(page, written)
        or _decided(text, written)
        or _drafted(page, written)
        or counted_before(text, written)
        or lettered(text, written)
        or _numbered_noun(written)
        or counted_in_headline(page, written)
        or _decisions(text, written)
        or shared_noun(text, written)
        or _headlined(page, written)
        or driven(text, written)
        or staged(page, written)
        or _discussed(text, written)
        or aspects(text, written)
        or acted(text, written)
        or _steered(text, written)
    )


def _discussed(text: str, written: WrittenList) -> Heading | None:
    """Return the verb of those who discuss the points of the list: "หารือในประเด็นสำคัญ ดังนี้"."""
    end = written.lead[1]
    if not written.style or not written.subjects or not _opens_directly(text, written):
        return None
    lo, hi, _ = written.subjects[-1]
    near = end - hi <= _DISCUSSED_REACH and text[lo:hi] in phrases_of("policies", "discussing")
    matters = text[max(written.lead[0], lo - _ADJACENT) : end]
    if not near or not any(matter in matters for matter in phrases_of("policies", "matter")):
        return None
    return Heading(lo, hi, Subject("policy", "other"))


def _quoted_noun(page: Page, written: WrittenList) -> Heading | None:
    """Return the policy noun with which the quoted name of the list's matter begins: "ที่เรียกว่า “หลักการ 5 ดี” ได้แก่"."""
    end = written.lead[1]
    for quote in page.layout.quotes_in(written.lead[0], end)[-1:]:
        match = _named_noun().match(page.text, quote.inner_lo, quote.inner_hi)
        if match and quote.hi >= end - 1:
            return Heading(*match.span("noun"), Subject("policy", policy_kinds()[match["noun"]]))
    return None


@cache
def _named_noun() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,2}}[ ]?)?(?P<noun>{one_of(policy_kinds())})(?=[ ]?\d|[ ]?[ก-๎]{{4}})")


def _numbered_noun(written: WrittenList) -> Heading | None:
    """Return the policy noun that numbers the points itself: "มาตรการที่ 1 ... มาตรการที่ 2 ..."."""
    mark = written.entries[0].mark
    kind = policy_kinds().get(written.style)
    if mark is None or kind is None:
        return None
    return Heading(mark.lo, mark.lo + len(written.style), Subject("policy", kind))


def shared_noun(text: str, written: WrittenList) -> Heading | None:
    """Return the end of the lead of a list whose points all are policies of one noun: "1. มาตรการ... 2. มาตรการ..."."""
    first = _noun_of_point().match(text, written.entries[0].text_lo)
    if first is None or not all(text.startswith(first["noun"], entry.text_lo) for entry in written.entries):
        return None
    # Rows of a table of money: "มาตรการค่าน้ำ 22.61".
    figures = all(text.startswith(".", max(entry.text_lo, entry.hi - 3)) for entry in written.entries)
    if figures or not is_free(text, written):
        return None
    return Heading.behind_lead(written, policy_kinds()[first["noun"]])


@cache
def _noun_of_point() -> re.Pattern[str]:
    return re.compile(f"(?!{one_of(phrases_of('subjects', 'shield'))}){policy_noun().pattern}")


def _steered(text: str, written: WrittenList) -> Heading | None:
    """Return the noun of a policy behind which a list of actions follows unannounced: "สั่งการให้ดูแลคลอง โดย 1) ..."."""
    if written.introducer is not None or not written.style or len(written.entries) < _FEWEST_ACTIONS:
        return None
    nouns = (hit for hit in reversed(written.subjects) if hit[2].reads_as == "policy")
    lo, hi, subject = next(nouns, (0, 0, Subject("", "")))
    near = subject.value in (*GIVEN, "order") and written.lead[1] - hi <= _STEERED_REACH
    return Heading(lo, hi, subject) if near and acts(text, written) and is_free(text, written) else None


def _decisions(text: str, written: WrittenList) -> Heading | None:
    """Return the end of the lead of a list whose points are decisions: "ดังนี้ 1. อนุมัติ... 2. รับทราบ..."."""
    if not written.style or written.partial:
        return None
    decisions = sum(_deciding_first().match(text, e.text_lo, e.hi) is not None for e in written.entries)
    if 2 * decisions <= len(written.entries):
        return None
    return Heading.behind_lead(written, "resolution")


@cache
def _deciding_first() -> re.Pattern[str]:
    bodies, verbs = one_of(phrases_of("policies", "decider")), one_of(phrases_of("policies", "deciding"))
    noted, enabling = phrases_of("policies", "noting"), one_of(phrases_of("policies", "enabling"))
    return re.compile(rf"(?:{bodies}[ ]?)?(?:{verbs})?(?:{enabling})?(?:{verbs}|{one_of(noted)})")


def _headlined(page: Page, written: WrittenList) -> Heading | None:
    """Return the policy noun with which the headline begins, where a list answers it: "แนวทาง... มีอย่างไร"."""
    match = any_policy_noun().match(page.text, *page.layout.title)
    if match is None or not written.style or not _opens_directly(page.text, written) or not is_free(page.text, written):
        return None
    return Heading.behind_lead(written, policy_kinds()[match["noun"]])


def _decided(text: str, written: WrittenList) -> Heading | None:
    """Return the verb of a body that decides the points of the list: "ที่ประชุมเห็นชอบเรื่องสำคัญ ดังนี้"."""
    promise, hi = written.promise, written.lead[1]
    if not _opens_directly(text, written) or (promise is not None and not promise.binding):
        return None
    if not written.style and len(written.entries) < _FEWEST_ACTIONS:
        return None
    reach = _COUNTED_DECISION_REACH if promise and written.style else _DECISION_REACH
    decisions = list(_deciding().finditer(text, line_start(text, hi, hi - reach), hi))
    if not decisions:
        return None
    verb = decisions[-1].span("verb")
    if any(word in text[verb[1] : hi] for word in phrases_of("policies", "undecided")):
        return None
    heading = Heading(*verb, Subject("policy", "resolution"))
    return None if _counts_others(text, written, heading) else heading


def _opens_directly(text: str, written: WrittenList) -> bool:
    """Tell whether the list is introduced by "ดังนี้" or its like, or by any introducer behind a count of points."""
    if written.introducer is None:
        return False
    return written.promised is not None or text[slice(*written.introducer)] in phrases_of("policies", "direct")


@cache
def _deciding() -> re.Pattern[str]:
    bodies, verbs = one_of(phrases_of("policies", "decider")), one_of(phrases_of("policies", "deciding"))
    return re.compile(rf"{bodies}[^\n]{{0,80}}?(?P<verb>{verbs})")


def _drafted(page: Page, written: WrittenList, *, headlined: bool = False) -> Heading | None:
    """Return the words that announce the points of the draft law that the release is about: "มีสาระสำคัญ ดังนี้".

    Where the headline is about a draft they may stand anywhere before the list, other nouns behind them.
    """
    lo, hi = written.lead
    if not written.style:
        return None
    near = lo if headlined else max(lo, hi - _SUBSTANCE_REACH)
    at, word = max((page.text.rfind(word, near, hi), word) for word in _substance())
    if at < 0:
        at, word = max((page.text.rfind(word, lo, hi), word) for word in phrases_of("policies", "substance_of"))
    if page.text.startswith(phrases_of("policies", "background"), at + len(word)):
        return None
    named = draft(page, written) if at >= 0 else None
    headline = written.section or page.layout.title
    if named is None or (headlined and not headline[0] <= named[0] < headline[1]):
        return None
    return Heading(at, at + len(word), Subject("draft", "other"))


@cache
def _substance() -> tuple[str, ...]:
    return phrases_of("policies", "substance")


def _head_noun(page: Page, written: WrittenList) -> Heading | None:
    """Return the policy noun that heads the list from near enough, and in the way of its kind."""
    text = page.text
    heads = headings(text, written, page.layout.quotes_in(*written.lead))
    if heads and heads[0].subject.reads_as == "flagship" and _counts_points(text, written, heads[0].hi):
        return heads[0]._replace(subject=Subject("policy", "policy"))
    if not heads or heads[0].subject.reads_as != "policy":
        return None
    head = _given_head(page, written, heads[0]) or heads[0]
    if not (written.style or _is_series_of_points(page, written, head)) or not _is_announced(text, written, head):
        return None
    if written.lead[1] - head.hi > _reach(text, written, head) or not _is_plan(text, head, written):
        head = heads[-1]
        if len(heads) < 2 or head.subject.reads_as != "policy" or text[head.lo - 1] == "(":
            return None
    return head if not _counts_others(text, written, head) and _is_introduced(text, written, head) else None


def _is_announced(text: str, written: WrittenList, head: Heading) -> bool:
    """Tell whether an introducer, a count or the noun itself, right before it or in its line, announces the list."""
    if written.introducer or written.promise or written.lead[1] - head.hi <= _ADJACENT:
        return True
    first = written.entries[0].mark
    ordered = head.subject.value == "order" and first is not None and first.begins_line
    return ordered or heading_line(text, written, head) is not None


def _is_reported(text: str, lo: int, hi: int) -> bool:
    """Tell whether the words behind a resolution announce what a report says rather than what was decided."""
    return any(word in text[lo:hi] for word in phrases_of("policies", "reporting"))


def _counts_others(text: str, written: WrittenList, head: Heading) -> bool:
    """Tell whether a count between a noun and the list is of other things: "วัตถุประสงค์เพื่อ... 3 ฉบับ"."""
    promise = written.promised
    if promise is None or promise.lo - head.hi <= _ADJACENT:
        return False
    counted = text[promise.lo : promise.hi]
    if head.subject.value == "resolution":
        return counted.endswith(phrases_of("policies", "division"))
    return head.subject.value in _GENERAL and not counted.endswith(phrases_of("policies", "point"))


def _is_series_of_points(page: Page, written: WrittenList, head: Heading) -> bool:
    """Tell whether a list without marks gives points: promised ones, those of a name, or actions."""
    end = written.lead[1]
    named_at_once = any(end - _ADJACENT <= quote.hi <= end for quote in page.layout.quotes_in(head.hi, end))
    if written.promised or named_at_once:
        return True
    if len(written.entries) >= _FEWEST_ACTIONS and _latin_name().match(page.text, head.hi, end):
        return True
    if head.subject.value not in _POINTED:
        return False
    if page.text[written.entries[0].lo - 1] in '“"':
        return True
    if len(written.entries) < _FEWEST_ACTIONS:
        return False
    actions = phrases_of("policies", "action")
    return 2 * sum(page.text.startswith(actions, entry.text_lo) for entry in written.entries) > len(written.entries)


@cache
def _latin_name() -> re.Pattern[str]:
    # "นโยบาย ONE CANAL ซึ่ง": the name in Latin letters stands between the noun and the list.
    relatives = one_of(phrases_of("policies", "relative"))
    return re.compile(
        rf"[ ]?[A-Z0-9][A-Za-z0-9-]{{1,20}}(?:[ ][A-Z][A-Za-z0-9-]{{1,20}}){{0,4}}[ ]{{0,2}}{relatives}?[ ]?$"
    )


def _is_introduced(text: str, written: WrittenList, head: Heading) -> bool:
    """Tell whether the list is introduced as lists of its kind are: orders and resolutions directly."""
    kind = head.subject.value
    if kind == "resolution" and _is_reported(text, head.hi, written.lead[1]):
        return False
    if written.introducer is None:
        first = written.entries[0].mark
        return kind != "other" or (written.promise is not None and first is not None and first.begins_line)
    if kind == "order" and written.style and written.lead[1] - head.hi <= _ORDERED_REACH:
        return not written.partial
    return kind not in ("order", "resolution") or text[slice(*written.introducer)] in phrases_of("policies", "direct")


def _counts_points(text: str, written: WrittenList, hi: int) -> bool:
    """Tell whether the promise close behind `hi` counts points of a policy rather than projects."""
    promise = written.promise
    near = promise is not None and promise.lo - hi <= _POINTS_REACH
    return near and promise is not None and text[promise.lo : promise.hi].endswith(phrases_of("policies", "point"))


def _reach(text: str, written: WrittenList, head: Heading) -> int:
    """Return how far before the list its noun may stand: further where it opens the paragraph."""
    if not written.style:
        return _SERIES_REACH
    if head.subject.value == "objective":
        return _OBJECTIVE_REACH
    if head.subject.value == "resolution":
        return _RESOLUTION_REACH
    opens = text.rfind("\n", max(0, head.lo - _OPENING), head.lo) >= 0
    return written.lead[1] - written.lead[0] if opens else _LIST_REACH


def _is_plan(text: str, head: Heading, written: WrittenList) -> bool:
    """Tell whether "แผนการ..." is the name of a plan, or counts its points, rather than an intention."""
    if not text.startswith(phrases_of("policies", "intention"), head.lo) or _counts_points(text, written, head.hi):
        return True
    name = proper_name(text, head, written.lead[1])
    return name is not None and any(mark in text[slice(*name)] for mark in phrases_of("policies", "mark_of_plan"))


def _given_head(page: Page, written: WrittenList, head: Heading) -> Heading | None:
    """Return the noun of a policy that is handed out by name in the lead, and whose points the list gives."""
    for quote in page.layout.quotes_in(written.lead[0], head.lo):
        if quote.hi <= head.lo and is_name(quote):
            match = giving().search(page.text, max(written.lead[0], quote.lo - 40), quote.lo)
            if match:
                return Heading(*match.span("noun"), Subject("policy", policy_kinds()[match["noun"]]))
    return None


def _scheme_heading(page: Page, written: WrittenList) -> Heading:
    """Return the noun beside the name of a scheme of letters; a scheme without one is of a kind of its own."""
    name = scheme_name(page, written)
    lo, hi = name or written.lead
    principled = page.text.endswith(phrases_of("policies", "principled"), 0, lo - (page.text[lo - 1 : lo] == " "))
    if principled and page.text[lo:hi].isupper():
        return Heading(lo, max(lo + 1, hi), Subject("policy", "principle"))
    for at, end, subject in reversed(written.subjects):
        if subject.reads_as == "policy" and lo - BESIDE <= at < lo and page.text.find("\n", at, lo) < 0:
            return Heading(at, end, subject)
    return Heading(lo, max(lo + 1, hi), Subject("policy", "other"))
