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
from thaigov_extract._issuers import issuer, owner
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of, table
from thaigov_extract._lists import item_models, list_remarks
from thaigov_extract._mentions import Mention
from thaigov_extract._titles import stripped
from thaigov_extract.finders.lists import Subject, WrittenList
from thaigov_extract.models import DateExpression, Diagnostic, Policy, PolicyKind
from thaigov_extract.resolve import Page

_NAME_REACH = 120
"""How far after its noun a quoted name may stand."""

_LONGEST_NAME = 160

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

_POINTED = ("policy", "strategy", "measure", "guideline", "plan")
_GENERAL = ("objective", "principle")
_FEWEST_ACTIONS = 3
"""A list without marks and without a promised count gives at least so many actions, and is one of these kinds."""

_ADJACENT = 14
"""A list without introducer and promise follows its noun at once: "โดยมีวัตถุประสงค์เพื่อ 1) ..."."""

_BESIDE = 40
"""How far before the name of a scheme the noun stands that says what it is."""

_SCHEME_WINDOW = 600
_SCHEME_REACH = 6_000
"""How far before its letters a scheme may be named in quotes, and in full."""

_VERB_LENGTH = 10

_VISION_REACH = 24
_VISION_WINDOW = 600

_SHORTEST_TITLE = 10
_LONGEST_TITLE = 100

_ADOPTED = ("policy", "strategy", "plan")

_PERIODS = ("year_range", "fiscal_year", "month_range")
_PERIOD_REACH = 80
"""How far behind its name the years of a policy may stand."""

_YEARLY = ("year", "year_range", "fiscal_year", "month_range")

_OPENING_WINDOW = 700
"""A plan that is the matter of the release is named this soon."""

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
    named = [_bare(policy.name) for _, policy in found if policy.name]
    # What is handed out "for the year" is the policy whose points are listed, under a broader name.
    listed = {policy.kind for _, policy in found if policy.items}
    adopted = [(lo, policy) for lo, policy in _adopted(page) if policy.kind not in listed]
    adopted = [pair for index, pair in enumerate(adopted) if pair[1].kind not in {p.kind for _, p in adopted[:index]}]
    for lo, policy in (*_given(page), *adopted, *_headlined_slogan(page), *_envisioned(page, found)):
        name = _bare(policy.name or "")
        if not name or not any(name in other or other in name for other in named):
            named.extend([name] if name else [])
            found.append((lo, policy))
    found.sort(key=lambda pair: pair[0])
    yield from (policy for _, policy in found)


def _bare(name: str) -> str:
    """Return a name without what writers vary: blanks, dashes, brackets."""
    return "".join(char for char in name if char.isalnum() or "\u0e00" <= char <= "\u0e7f")


# --- policies with items ---------------------------------------------------------------------------------------------


def _heading(page: Page, mention: Mention[WrittenList]) -> Heading | None:
    """Return the noun that makes the list a policy's, or None."""
    written = mention.value
    if written.style == "acronym":
        return _scheme_heading(page, written)
    if not written.style and written.partial:
        return None
    head = _head_noun(page, written, headings(page.text, written, page.layout.quotes_in(*written.lead)))
    text = page.text
    return (
        head
        or _decided(text, written)
        or _drafted(page, written)
        or _counted_before(text, written)
        or _lettered(text, written)
    )


def _counted_before(text: str, written: WrittenList) -> Heading | None:
    """Return the policy noun in the words before a list that is counted as often as the list has points."""
    first = written.entries[0].mark
    if written.introducer is not None or first is None or not first.begins_line:
        return None
    for lo, hi, subject in written.subjects:
        count = _count_before().search(text, max(0, lo - 4), lo)
        if subject.reads_as == "policy" and count and int(count[0]) == len(written.entries):
            return Heading(lo, hi, subject)
    return None


def _lettered(text: str, written: WrittenList) -> Heading | None:
    """Return the name of a principle of letters whose points the list gives: "หลัก 3R คือ ..."."""
    promise = written.promise
    if promise is None or written.introducer is None or promise.count != len(written.entries):
        return None
    if written.lead[1] - promise.hi > 1 or not _is_lettered(text, *promise.span):
        return None
    return Heading(promise.lo, promise.hi, Subject("letters", "principle"))


def _is_lettered(text: str, lo: int, hi: int) -> bool:
    return text[lo:hi].rstrip("s")[-1:].isupper()


def _decided(text: str, written: WrittenList) -> Heading | None:
    """Return the verb of a body that decides the points of the list: "ที่ประชุมเห็นชอบเรื่องสำคัญ ดังนี้"."""
    promise, hi = written.promise, written.lead[1]
    if not _opens_directly(text, written) or (promise is not None and not promise.binding):
        return None
    if not written.style and len(written.entries) < _FEWEST_ACTIONS:
        return None
    reach = _COUNTED_DECISION_REACH if promise and written.style else _DECISION_REACH
    decisions = list(_deciding().finditer(text, max(text.rfind("\n", 0, hi), hi - reach, 0), hi))
    if not decisions:
        return None
    verb = decisions[-1].span("verb")
    if any(word in text[verb[1] : hi] for word in surroundings("policies", "undecided")):
        return None
    return Heading(*verb, Subject("policy", "resolution"))


def _opens_directly(text: str, written: WrittenList) -> bool:
    """Tell whether the list is introduced by "ดังนี้" or its like, or by any introducer behind a count of points."""
    if written.introducer is None:
        return False
    counted = written.promise is not None and written.promise.binding
    return counted or text[slice(*written.introducer)] in surroundings("policies", "direct")


@cache
def _deciding() -> regex.Pattern[str]:
    bodies, verbs = one_of(surroundings("policies", "decider")), one_of(surroundings("policies", "deciding"))
    return regex.compile(rf"{bodies}[^\n]{{0,80}}?(?P<verb>{verbs})")


def _drafted(page: Page, written: WrittenList) -> Heading | None:
    """Return the words that announce the points of the draft law that the release is about: "มีสาระสำคัญ ดังนี้"."""
    lo, hi = written.lead
    if not written.style:
        return None
    at, word = max((page.text.rfind(word, max(lo, hi - _SUBSTANCE_REACH), hi), word) for word in _substance())
    if at < 0 or _draft(page, written) is None:
        return None
    return Heading(at, at + len(word), Subject("draft", "other"))


@cache
def _substance() -> tuple[str, ...]:
    return surroundings("policies", "substance")


def _draft(page: Page, written: WrittenList) -> Range | None:
    """Return the range of the name of a draft law in the headline or before the list; with its year if possible."""
    places = [page.layout.title, written.lead, *page.layout.paragraphs[:2]]
    for pattern in (_dated_draft(), _undated_draft()):
        for lo, hi in places:
            match = pattern.search(page.text, lo, min(hi, lo + _OPENING_WINDOW))
            if match:
                return match.span()
        del places[2:]
    return None


@cache
def _dated_draft() -> regex.Pattern[str]:
    # "ร่างพระราชบัญญัติ... พ.ศ. ....": to the year that is left open.
    laws, era = one_of(surroundings("policies", "draft")), one_of(surroundings("policies", "era"))
    return regex.compile(rf"{laws}[^\n“”\"]{{4,160}}?{era}[ ]?(?:\.{{2,4}}|…[.]?)")


@cache
def _undated_draft() -> regex.Pattern[str]:
    laws, anaphors = one_of(surroundings("policies", "draft")), one_of(surroundings("policies", "anaphor"))
    return regex.compile(rf"{laws}(?!{anaphors})[^ \n“”\"(ฯ]{{8,120}}(?=[ \n])")


def _head_noun(page: Page, written: WrittenList, heads: tuple[Heading, ...]) -> Heading | None:
    """Return the policy noun that heads the list from near enough, and in the way of its kind."""
    if heads and heads[0].subject.reads_as == "flagship" and _counts_points(page.text, written, heads[0].hi):
        return Heading(heads[0].lo, heads[0].hi, Subject("policy", "policy"))
    if not heads or heads[0].subject.reads_as != "policy":
        return None
    head = _given_head(page, written, heads[0]) or heads[0]
    if not written.style and not _is_series_of_points(page, written, head):
        return None
    announced = written.introducer is not None or written.promise is not None
    first = written.entries[0].mark
    announced = announced or (head.subject.value == "order" and first is not None and first.begins_line)
    if not announced and written.lead[1] - head.hi > _ADJACENT:
        return None
    if written.lead[1] - head.hi > _reach(page.text, written, head) or not _is_plan(page.text, head, written.lead[1]):
        counted = heads[-1]
        if len(heads) < 2 or counted.subject.reads_as != "policy" or page.text[counted.lo - 1] == "(":
            return None
        head = counted
    fits = not _counts_others(page.text, written, head) and _is_introduced(page.text, written, head)
    return head if fits else None


def _counts_others(text: str, written: WrittenList, head: Heading) -> bool:
    """Tell whether a count between a general noun and the list is of other things: "วัตถุประสงค์เพื่อ... 3 ฉบับ"."""
    promise = written.promise
    counted = promise is not None and promise.binding and promise.lo - head.hi > _ADJACENT
    if promise is None or not counted or head.subject.value not in _GENERAL:
        return False
    return not text[promise.lo : promise.hi].endswith(surroundings("policies", "point"))


def _is_series_of_points(page: Page, written: WrittenList, head: Heading) -> bool:
    """Tell whether a list without marks gives points: promised ones, those of a name, or actions."""
    end = written.lead[1]
    named_at_once = any(end - _ADJACENT <= quote.hi <= end for quote in page.layout.quotes_in(head.hi, end))
    if (written.promise and written.promise.binding) or named_at_once:
        return True
    if head.subject.value not in _POINTED:
        return False
    if page.text[written.entries[0].lo - 1] in '“"':
        return True
    if len(written.entries) < _FEWEST_ACTIONS:
        return False
    actions = surroundings("policies", "action")
    return 2 * sum(page.text.startswith(actions, entry.text_lo) for entry in written.entries) > len(written.entries)


def _is_introduced(text: str, written: WrittenList, head: Heading) -> bool:
    """Tell whether the list is introduced as lists of its kind are: orders and resolutions directly."""
    kind = head.subject.value
    if written.introducer is None:
        first = written.entries[0].mark
        return kind != "other" or (written.promise is not None and first is not None and first.begins_line)
    if kind == "order" and written.style and written.lead[1] - head.hi <= _ORDERED_REACH:
        return not written.partial
    return kind not in ("order", "resolution") or text[slice(*written.introducer)] in surroundings("policies", "direct")


def _counts_points(text: str, written: WrittenList, hi: int) -> bool:
    """Tell whether the promise close behind `hi` counts points of a policy rather than projects."""
    promise = written.promise
    near = promise is not None and promise.lo - hi <= _POINTS_REACH
    return near and promise is not None and text[promise.lo : promise.hi].endswith(surroundings("policies", "point"))


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


def _is_plan(text: str, head: Heading, end: int) -> bool:
    """Tell whether "แผนการ..." is the name of a plan rather than an intention."""
    if not text.startswith(surroundings("policies", "intention"), head.lo):
        return True
    name = _proper_name(text, head, end)
    return name is not None and any(mark in text[slice(*name)] for mark in surroundings("policies", "mark_of_plan"))


def _given_head(page: Page, written: WrittenList, head: Heading) -> Heading | None:
    """Return the noun of a policy that is handed out by name in the lead, and whose points the list gives."""
    for quote in page.layout.quotes_in(written.lead[0], head.lo):
        if quote.hi <= head.lo and _names(quote):
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
        issuer=issuer(page, heading.lo) or owner(page, heading.hi),
        period=_period(page, _spanned(heading, name), written.lead[1]) or _handed_period(page, heading),
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
    hi = page.layout.body[1]
    lo = page.layout.title[0]
    for quote in page.layout.quotes:
        if not (lo <= quote.lo < hi and _names(quote)):
            continue
        noun = (
            _giving().search(page.text, max(lo, quote.lo - 40), quote.lo)
            or _introduced_name(page.text, quote)
            or _headlined(page, quote)
        )
        if noun:
            at = min(noun.start("noun"), quote.lo)
            name = stripped(page.text, quote.inner_lo, quote.inner_hi)
            yield (
                at,
                Policy(
                    kind=cast(PolicyKind, _kinds()[noun["noun"]]),
                    name=page.source.written(*name),
                    issuer=issuer(page, at),
                    period=_period(page, name, quote.hi + 150),
                    span=page.source.span(at, quote.hi),
                ),
            )


def _headlined(page: Page, quote: Quote) -> regex.Match[str] | None:
    """Return the noun before a quoted name in the headline: what the headline names, the release sets out."""
    lo, hi = page.layout.title
    if not lo <= quote.lo < hi:
        return None
    near = max(lo, quote.lo - _BESIDE)
    noun = _noun_before().search(page.text, near, quote.lo)
    followed = noun and page.text[near : noun.start()].rstrip(" ").endswith(surroundings("policies", "answering"))
    return None if followed else noun


@cache
def _noun_before() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<noun>{one_of(row['phrase'] for row in table('subjects') if row['value'] in _GIVEN)})[ ]?$"
    )


def _introduced_name(text: str, quote: Quote) -> regex.Match[str] | None:
    """Return the noun that begins a quoted name, where the words before the quote set the policy out by that name."""
    if quote.inner_hi - quote.inner_lo < _SHORTEST_TITLE:
        return None
    before = text[max(0, quote.lo - _BESIDE) : quote.lo].rstrip(" ")
    return _noun().match(text, quote.inner_lo) if before.endswith(surroundings("policies", "naming")) else None


@cache
def _noun() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<noun>{one_of(row['phrase'] for row in table('subjects') if row['value'] in _GIVEN)})")


def _headlined_slogan(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the policy that the headline advances under a name of Latin letters: "ชูนโยบาย Green City"."""
    lo, hi = page.layout.title
    match = _slogan().search(page.text, lo, hi)
    if match:
        yield (
            match.start("noun"),
            Policy(
                kind=cast(PolicyKind, _kinds()[match["noun"]]),
                name=page.source.written(*match.span("name")),
                issuer=issuer(page, match.start("noun")),
                period=_period(page, match.span("name"), hi),
                span=page.source.span(match.start("noun"), match.end()),
            ),
        )


@cache
def _slogan() -> regex.Pattern[str]:
    # "5x5 ฝ่าวิกฤต...": figures with the words behind them; "Green City": Latin words, two or more.
    verbs, nouns = surroundings("policies", "giving"), surroundings("policies", "slogan_noun")
    return regex.compile(
        rf"{one_of((*verbs, *surroundings('policies', 'advancing')))}(?P<noun>{one_of(nouns)})[ ]?"
        r"(?P<name>\d{1,2}[ ]?[xX×][ ]?\d{1,2}[ ]?[\u0e00-\u0e7f]{0,40}"
        r"|[A-Z][A-Za-z]{1,20}(?:[ ][A-Za-z]{2,20}){1,5})"
    )


@cache
def _adoption() -> regex.Pattern[str]:
    # "เห็นชอบแผนปฏิบัติการด้าน... ระยะ 5 ปี (พ.ศ. 2566 - 2570)": a verb, a noun, a name that ends with its years.
    nouns = one_of(row["phrase"] for row in table("subjects") if row["value"] in _ADOPTED)
    return regex.compile(
        rf"{one_of(surroundings('policies', 'adopting'))}[ ]?(?P<noun>{nouns})[^\n“”\"]{{8,{_LONGEST_NAME}}}$"
    )


def _adopted(page: Page) -> Iterator[tuple[int, Policy]]:
    """Yield the plans that the opening of the release sets out under a name with its years."""
    text, paragraphs = page.text, page.layout.paragraphs
    ranges = [page.layout.title, *((lo, min(hi, lo + _OPENING_WINDOW)) for lo, hi in paragraphs[:2])]
    for lo, hi in ranges:
        for dated in page.dates_in(lo, hi):
            if dated.expression.kind not in _YEARLY:
                continue
            match = _adoption().search(text, max(lo, dated.lo - _LONGEST_NAME), dated.lo)
            if match is None or any(word in match[0] for word in surroundings("policies", "clause")):
                continue
            name = (match.start("noun"), dated.hi + (text[dated.hi : dated.hi + 1] == ")"))
            yield (
                name[0],
                Policy(
                    kind=cast(PolicyKind, _kinds()[match["noun"]]),
                    name=page.source.written(*name),
                    issuer=issuer(page, match.start()),
                    period=_period(page, name, name[1]),
                    span=page.source.span(*name),
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
                        issuer=issuer(page, quote.lo),
                        vision=vision,
                        span=page.source.span(quote.lo, quote.hi),
                    ),
                )


# --- names -----------------------------------------------------------------------------------------------------------


def _name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the range of the policy's own name: quoted, an acronym, counted, or the noun phrase of a plan."""
    if written.style == "acronym":
        return _scheme_name(page, written)
    if heading.subject.reads_as == "draft":
        return _draft(page, written)
    if written.promise and heading.hi <= written.promise.hi and _is_lettered(page.text, *written.promise.span):
        return written.promise.span
    for quote in page.layout.quotes_in(heading.hi, min(written.lead[1], heading.hi + _NAME_REACH + 1)):
        if _names(quote):
            return quote.inner_lo, quote.inner_hi
    counted = _counted_name(page.text, heading, written.lead[1])
    proper = _full_name(page.text, _proper_name(page.text, heading, written.lead[1]))
    return counted or proper or _title_name(page, heading)


def _title_name(page: Page, heading: Heading) -> Range | None:
    """Return the headline where it is nothing but the name of such a policy: "มาตรการภาษีเพื่อ..."."""
    lo, hi = page.layout.title
    match = _noun().match(page.text, lo, hi)
    names = match and hi - lo <= _LONGEST_TITLE and _kinds()[match["noun"]] == heading.subject.value
    return (lo, hi) if names and not any(quote.lo < hi for quote in page.layout.quotes[:1]) else None


def _names(quote: Quote) -> bool:
    return 2 <= quote.inner_hi - quote.inner_lo <= _LONGEST_NAME


def _scheme_name(page: Page, written: WrittenList) -> Range | None:
    """Return the name of the scheme that the letters spell: a quote, or the word with the Latin words beside it."""
    letters = "".join(entry.number or "" for entry in written.entries)
    hi = written.lead[1]
    lo = max(0, hi - _SCHEME_WINDOW)
    for quote in reversed(page.layout.quotes_in(lo, hi + 2)):
        near = quote.hi <= hi + 2 and _names(quote)
        if near and letters in page.text[quote.lo : quote.hi].upper():
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


def _full_name(text: str, name: Range | None) -> Range | None:
    """Return where a name that is cut short with ฯ stands in full before, if it does."""
    cut = text.find("ฯ", *name) if name else -1
    if name is None or cut < 0 or cut - name[0] < 6:
        return name
    stem = text[name[0] : cut]
    at = text.find(stem)
    while 0 <= at < name[0]:
        match = _to_years().match(text, at + len(stem), name[0])
        if match:
            return at, match.end()
        at = text.find(stem, at + 1)
    return name


@cache
def _to_years() -> regex.Pattern[str]:
    # "... ประจำปีงบประมาณ พ.ศ. 2566 - 2570)": the name of a plan ends with its years.
    era = one_of(surroundings("policies", "era"))
    return regex.compile(rf"[^\n“”\"ฯ]{{8,130}}?(?:{era}[ ]?){{1,3}}\d{{4}}(?:[ ]?-[ ]?(?:{era}[ ]?)?\d{{4}})?\)?")


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
    """Return the years that the policy covers: a range or a fiscal year in its name or soon behind, a year at once."""
    for dated in page.dates_in(name[0], min(name[1] + _PERIOD_REACH, end)):
        follows = name[1] <= dated.lo <= name[1] + _VERB_LENGTH
        if dated.expression.kind in _PERIODS or (dated.expression.kind == "year" and follows):
            return dated.expression
    return None


def _spanned(heading: Heading, name: Range | None) -> Range:
    """Return the range from the noun or name that stands first to the end of the other."""
    return (min(heading.lo, name[0]), max(heading.hi, name[1])) if name else (heading.lo, heading.hi)


def _handed_period(page: Page, heading: Heading) -> DateExpression | None:
    """Return the year for which the headline hands out what the release sets out: "มอบนโยบาย ... ปี 2566"."""
    lo, hi = page.layout.title
    handing = [at for word in surroundings("policies", "handing") if (at := page.text.find(word, lo, hi)) >= 0]
    if not handing or heading.subject.value in ("objective", "resolution", "order"):
        return None
    return next((d.expression for d in page.dates_in(min(handing), hi) if d.expression.kind in _YEARLY), None)


def _is_vision(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.lo - _VISION_REACH) : quote.lo]
    at = max(before.rfind(word) for word in surroundings("policies", "vision"))
    return at >= 0 and _names(quote) and not before[:at].endswith(surroundings("policies", "reaching"))


def _vision(page: Page, lo: int, hi: int) -> str | None:
    """Return the quoted vision in or shortly before `[lo, hi)`."""
    for quote in page.layout.quotes_in(lo - _VISION_WINDOW, hi):
        if _is_vision(page.text, quote):
            return page.source.written(quote.inner_lo, quote.inner_hi)
    return None
