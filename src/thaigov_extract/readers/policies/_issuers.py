"""Tell whose policy it is: who hands it out, which body decided it, whose release it is.

In:   Page and where the policy's noun stands.
Out:  Issuer: the name of a person, or of an organisation as written, and its place.
Not:  what the policy is and what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Range, line_start
from thaigov_extract._lexicon import Phrases, one_of, phrase_at, phrases_of
from thaigov_extract._organisations import organisation_forms
from thaigov_extract.readers._headings import LONGEST_NAME
from thaigov_extract.readers.policies._names import FULL_WINDOW
from thaigov_extract.resolve import Page, Person, PersonMention

_ACTOR_WINDOW = 150
"""How far before a policy the organisation stands that acts on it."""

_MEETING_WINDOW = 1_500
"""How soon a release names the body that met."""

_ANNOUNCING_REACH = 120
_BESIDE = 40
_NAMED_WINDOW = 4_000
"""How soon a release tells whose a policy is that it lists later."""

_STEM = 30
"""By so much of its beginning a name is known again."""

_NAMING_WINDOW = 400
"""How far before a policy an organisation is named that says whose it is, where nobody acts."""

_OUTSIDE = ("international", "parliament", "university")
"""Organisations of these kinds are spoken with, or of; the policy is another's."""

_SHORTEST_FORM = 4
_LONGEST_FORM = 70
_OPENING = ' “"‘'
_VERB_REACH = 10
"""How far into a policy the verb may reach by which somebody acts on it, and how near its owner "of" stands."""


class Issuer(NamedTuple):
    """Whose policy it is: the full name of a person, or an organisation as written, and where it is named."""

    name: str
    place: Range


def issuer(page: Page, at: int) -> Issuer | None:
    """Return whose policy stands at `at`: who hands it out, who acts before its noun, whose release it is."""
    text = page.text
    paragraph = line_start(text, at, max(at - _NAMED_WINDOW, page.layout.title[0]))
    organisation = _acting_organisation(page, max(paragraph, at - _ACTOR_WINDOW), at)
    people = [mention for mention in page.people_in(paragraph, at) if not mention.person.speaks_for()]
    if people:
        last = people[-1]
        nearer = organisation is None or last.lo > organisation[0]
        issues = any(verb in text[last.hi : at + _VERB_REACH] for verb in phrases_of("policies", "issuing"))
        if (nearer and (issues or _is_owner(text, last, at))) or last.person is _giver(page):
            return _person(last)
    organisation = organisation or _deciding_body(page, paragraph, at)
    if organisation is None and (announcer := _announcer(page)):
        return _person(announcer)
    organisation = organisation or _headlined_body(page)
    return _organisation_at(page, _in_full(page, organisation)) if organisation else None


def _person(mention: PersonMention) -> Issuer:
    return Issuer(mention.person.name, (mention.lo, mention.hi))


def _organisation_at(page: Page, place: Range) -> Issuer:
    return Issuer(page.source.written(*place), place)


def first_body(page: Page, at: int) -> Issuer | None:
    """Return the organisation that the words of the paragraph before a policy name first, or else the headline."""
    near = line_start(page.text, at, at - _NAMING_WINDOW)
    places = ((near, at), page.layout.headline)
    hits = ((lo, hit) for lo, hi in places for hit in _bodies().scan(page.source.octets[lo:hi]))
    bodies = ((lo + hit.lo, lo + hit.hi) for lo, hit in hits)
    named = (_in_full(page, body) for body in bodies if not _is_of_a_spokesman(page, body))
    body = next((body for body in named if not _is_clipped(page, body)), None)
    if body is None:
        body = next((m.span("name") for lo, hi in places if (m := _government().search(page.text, lo, hi))), None)
    return _organisation_at(page, body) if body else None


@cache
def _government() -> re.Pattern[str]:
    # Where no organisation is named: "รัฐบาลกำหนด...", but not "โฆษกรัฐบาล" or a foreign one.
    ours, acts = one_of(phrases_of("policies", "government")), one_of(phrases_of("policies", "acts"))
    return re.compile(rf"(?<=[ \n“])(?P<name>{ours})(?=[ ]|{acts})")


@cache
def _bodies() -> Phrases[None]:
    """Return the names of organisations that may have policies of their own.

    Left out are names that other words hold, or that mean an organisation only behind a title.
    """
    forms = ((name, form) for name, form in organisation_forms().items() if len(name) >= _SHORTEST_FORM)
    return Phrases((name, None) for name, form in forms if not form.bare and form.owners[0].kind not in _OUTSIDE)


def _holders(page: Page, body: Range) -> Iterator[PersonMention]:
    """Yield the persons in whose office an organisation is named."""
    near = page.people_in(body[0] - LONGEST_NAME, body[1] + LONGEST_NAME)
    return (mention for mention in near if mention.phrase_lo <= body[0] < mention.phrase_hi)


def _is_of_a_spokesman(page: Page, body: Range) -> bool:
    """Tell whether an organisation is named only in the office of who speaks for all of them."""
    return any(mention.person.speaks_for("government") for mention in _holders(page, body))


def _is_clipped(page: Page, body: Range) -> bool:
    """Tell whether what names an organisation is only the end of somebody's title: "รมว.ดีอี"."""
    form = organisation_forms().get(page.text[slice(*body)])
    return form is not None and form.short and any(True for _ in _holders(page, body))


def _announcer(page: Page) -> PersonMention | None:
    """Return the person who announces a policy in the headline."""
    lo, hi = page.layout.headline
    for mention in page.people_in(lo, hi)[:1]:
        if mention.person.speaks_for():
            return None
        after = page.text[mention.hi : min(hi, mention.hi + _ANNOUNCING_REACH)].lstrip(' ”"’')
        if after.startswith(phrases_of("policies", "announcing")):
            return mention
    return None


def _deciding_body(page: Page, lo: int, hi: int) -> Range | None:
    """Return the body whose meeting the release reports, where the words before the policy report a decision."""
    if not any(page.text.find(verb, max(lo, hi - LONGEST_NAME), hi + _VERB_REACH) >= 0 for verb in _decisions()):
        return None
    return _met_body(page, hi)


def _met_body(page: Page, hi: int) -> Range | None:
    """Return the body of which the opening, before `hi`, says that it met; up to the number of its meeting, if told."""
    begin = page.layout.paragraphs[0][0] if page.layout.paragraphs else 0
    match = _meeting().search(page.text, begin, max(begin, min(hi, begin + _MEETING_WINDOW)))
    if match is None:
        return None
    numbered = _numbered_meeting().match(page.text, match.start("name"), match.start("name") + LONGEST_NAME)
    whole = numbered is not None and not any(word in numbered["name"] for word in phrases_of("policies", "meeting"))
    return numbered.span("name") if numbered is not None and whole else match.span("name")


@cache
def _numbered_meeting() -> re.Pattern[str]:
    # "คณะกรรมการคลอง 1 ตำบล 1 สายน้ำ (คคต.) ครั้งที่ 2/2566".
    short, session = r"[ ]?(?:\([^()\n]{1,40}\)[ ]?)?", one_of(phrases_of("policies", "session"))
    return re.compile(rf"(?P<name>[^\n“”\"()]{{6,140}}?){short}{session}[ ]?\d")


@cache
def _decisions() -> tuple[str, ...]:
    return (*phrases_of("policies", "deciding"), *phrases_of("policies", "meeting"))


@cache
def _meeting() -> re.Pattern[str]:
    # "เป็นประธานการประชุมคณะกรรมการ... ครั้งที่ 2/2566": up to a space, a bracket or the number of the meeting.
    whole, named = one_of(phrases_of("policies", "whole_body")), one_of(phrases_of("policies", "committee"))
    return re.compile(
        rf"{one_of(phrases_of('policies', 'meeting'))}[ ]?(?P<name>{whole}|{named}[ก-๎.]{{6,120}}?)"
        rf"(?=[ \n(\"“]|{one_of(phrases_of('policies', 'after_body'))})(?![^\n]{{0,1}}ฯ)"
    )


def _headlined_body(page: Page) -> Range | None:
    """Return the organisation with which the headline begins; of "กระทรวง...โดยกรม..." the one that acts."""
    lo, hi = page.layout.headline
    end = page.text.find(" ", lo, hi)
    return _acting_organisation(page, lo, hi if end < 0 else end + 1) or _known_body(page.text, lo, hi)


def _known_body(text: str, lo: int, hi: int) -> Range | None:
    """Return the organisation, but for ministries, with whose short name the headline in `[lo, hi)` begins."""
    while lo < hi and text[lo] in _OPENING:
        lo += 1
    end = _longest_form(text, lo, hi)
    form = organisation_forms()[text[lo:end]] if end else None
    named = form is not None and not form.bare and form.owners[0].kind != "ministry"
    return (lo, end) if named and not text[end : end + 1].isdecimal() else None


def _longest_form(text: str, lo: int, hi: int) -> int:
    """Return where the longest known name of an organisation that begins at `lo` ends; 0 if there is none."""
    longest = min(hi, lo + _LONGEST_FORM)
    return next((end for end in range(longest, lo + 1, -1) if text[lo:end] in organisation_forms()), 0)


def _in_full(page: Page, name: Range) -> Range:
    """Return where an abbreviated name stands in full: "คณะรัฐมนตรี (ครม.)"."""
    lo, hi = name
    met = _met_body(page, FULL_WINDOW)
    if met and met[1] - met[0] > hi - lo and page.text.startswith(page.text[lo:hi], met[0]):
        return met
    form = organisation_forms().get(page.text[lo:hi])
    if not (form.short if form else page.text[hi - 1] == "."):
        return name
    if form and (at := page.text.find(form.owners[0].name, 0, FULL_WINDOW)) >= 0:
        return at, at + len(form.owners[0].name)
    at = page.text.find(f"({page.text[lo:hi]})", 0, FULL_WINDOW)
    match = _before_bracket().search(page.text, max(0, at - LONGEST_NAME), at) if at > 0 else None
    return match.span("name") if match else name


@cache
def _before_bracket() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{one_of(phrases_of('policies', 'body'))}[ก-๎]{{2,90}})[ ]?$")


def person_behind(page: Page, at: int) -> Issuer | None:
    """Return the person whose the policy is said to be behind its noun or name at `at`: "ข้อสั่งการของนายสมชาย"."""
    at += page.text.startswith("”", at)
    at += page.text.startswith(" ", at)
    whose = phrase_at(page.text, phrases_of("policies", "owning"), at)
    if not whose:
        return None
    lo = at + len(whose)
    return next(
        (_person(mention) for mention in page.people_in(lo, lo + LONGEST_NAME) if mention.phrase_lo == lo), None
    )


def owner(page: Page, at: int) -> Issuer | None:
    """Return the organisation whose name follows the noun that ends at `at`: "ยุทธศาสตร์กระทรวง..."."""
    match = _owning().match(page.text, at)
    return _organisation_at(page, match.span("name")) if match else None


@cache
def _owning() -> re.Pattern[str]:
    whole, heads = one_of(phrases_of("policies", "whole_body")), one_of(phrases_of("policies", "body"))
    return re.compile(rf"(?P<name>{whole}|{heads}[ก-๎.]{{1,80}}(?=[ \n(]))")


def named_issuer(page: Page, name: Range, at: int) -> Issuer | None:
    """Return whose policy is said to be of this name before its list at `at`: "คณะรัฐมนตรีเห็นชอบมาตรการ..."."""
    begin = page.layout.paragraphs[0][0] if page.layout.paragraphs else at
    stem = page.text[name[0] : min(name[1], name[0] + _STEM)]
    first = page.text.find(stem, begin, min(at, begin + _NAMED_WINDOW))
    return issuer(page, first) if begin <= first < at else None


def _is_owner(text: str, mention: PersonMention, at: int) -> bool:
    """Tell whether the policy at `at` is said to be the person's: "นโยบายของนายสมชาย ... คือ ..."."""
    before = text[max(0, mention.phrase_lo - _VERB_REACH) : mention.phrase_lo]
    return before.endswith(phrases_of("policies", "owning")) and at - mention.phrase_hi <= _BESIDE


def _giver(page: Page) -> Person | None:
    """Return the person who hands out a policy in the opening of the release."""
    lo, hi = page.layout.paragraphs[0] if page.layout.paragraphs else (0, 0)
    hi = min(hi, lo + _MEETING_WINDOW)
    handing = [at for words in phrases_of("policies", "handing") if (at := page.text.find(words, lo, hi)) >= 0]
    people = page.people_in(lo, min(handing)) if handing else ()
    return people[0].person if people else None


def _acting_organisation(page: Page, lo: int, hi: int) -> Range | None:
    """Return the last organisation in `[lo, hi)` that begins a run of words or follows its own resolution."""
    found = None
    for match in _organisation().finditer(page.text, lo, hi):
        found = match.span("name")
    # A word like a verb may be within a known name, and a verb of no table behind it: "กรมประมงวาดแผนที่".
    return (found[0], _longest_form(page.text, found[0], hi) or found[1]) if found else None


@cache
def _organisation() -> re.Pattern[str]:
    heads, ends = one_of(phrases_of("policies", "body")), one_of(phrases_of("policies", "acts"))
    nobody = one_of(phrases_of("policies", "no_body"))
    # "กระทรวง พม.": nouns such as กระทรวง alone name nobody.
    abbreviation = r"[ก-ฮ]{1,4}\.(?:[ก-ฮ]{1,3}\.)?(?:[ก-ฮ]{1,3}\.)?"
    before, whole = one_of(phrases_of("policies", "before_body")), one_of(phrases_of("policies", "whole_body"))
    return re.compile(
        rf"(?:(?<![^ \n“\"(-])|(?<={before}))"
        rf"(?P<name>{whole}|{heads}(?!{nobody})"
        rf"(?:[ ]?{abbreviation}|[ก-๎.]{{1,80}}?[0-9]{{0,2}}(?=[ \n)]|{ends})))"
    )
