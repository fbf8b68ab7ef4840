"""Find the name of a policy: quoted, spelled in letters, counted, or the noun phrase of a plan.

In:   Page, a list and the noun that heads it.
Out:  the range of the name, or None for an unnamed list.
Not:  whether the list is a policy's.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import Quote, Range, open_bracket
from thaigov_extract._lexicon import one_of, phrase_at, phrases_of
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.readers._headings import GIVEN, LONGEST_NAME, Heading, any_policy_noun, policy_kinds
from thaigov_extract.readers.policies._adoptions import OPENING_WINDOW, adoptions, noun_phrase
from thaigov_extract.resolve import Page

_NAME_REACH = 120
_OBJECTIVE_REACH = 40
"""How far after its noun, after that of an objective, a quoted name may stand."""

_QUOTED_REACH = 6
"""How far into a quoted name its noun may stand."""

_BEGINNING = 600
_SHARED = 16
"""How far headline and opening are searched for a noun phrase of the lead, and for how much of it behind its noun."""

_VERB_REACH = 24
"""How far before its noun the verb may begin that adopts a policy."""

_SCHEME_WINDOW = 600
_SCHEME_REACH = 6_000
"""How far before its letters a scheme may be named in quotes, and in full."""

_LONGEST_TITLE = 100
_SHORTEST_TITLE = 10
"""A headline that is the name of a policy has so many characters behind its noun: not "มาตรการ" alone."""

_PROGRAMME_REACH = 3_000
BESIDE = 40
"""How far before a programme is mentioned again, and how near the word for it, or for a scheme, its name stands."""

FULL_WINDOW = 20_000
_MOST_CUT = 20
"""How soon a name stands in full that is cut short later, and behind how many places where it is cut short."""


def policy_name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the range of the policy's own name, without a bracket that it leaves open."""
    name = _own_name(page, written, heading)
    return _closed(page.text, *name) if name else None


def _closed(text: str, lo: int, hi: int) -> Range:
    """Return a name with the end of a bracket that it opens last, or without the bracket if that ends further off."""
    opened = open_bracket(text, lo, hi)
    if opened < 0:
        return lo, hi
    match = _bracket_end().match(text, hi)
    return (lo, match.end()) if match else (lo, opened - (text[opened - 1] == " "))


@cache
def _bracket_end() -> re.Pattern[str]:
    return re.compile(r"[^()\n]{0,25}\)")


def _own_name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the name of a policy: quoted, an acronym, counted, or the noun phrase of a plan."""
    if written.style == "acronym":
        return scheme_name(page, written)
    if heading.subject.reads_as == "draft":
        return draft(page, written)
    if given := _given_name(page, written, heading):
        return given
    reach = _OBJECTIVE_REACH if heading.subject.value == "objective" else _NAME_REACH
    for quote in page.layout.quotes_in(heading.hi, min(written.lead[1], heading.hi + reach + 1)):
        if is_name(quote):
            return quote.inner_lo, quote.inner_hi
    counted = _matter_name(page.text, heading, written.lead[1]) or _counted_name(page.text, heading, written.lead[1])
    proper = _full_name(page.text, proper_name(page.text, heading, written.lead[1]))
    return (
        counted
        or proper
        or _adopted_name(page.text, heading)
        or _phrase_name(page, written, heading)
        or _topic_name(page.text, written, heading)
        or _title_name(page, heading)
    )


def _topic_name(text: str, written: WrittenList, heading: Heading) -> Range | None:
    """Return the noun phrase with which the words before a list say what they are about: "สำหรับแนวทางดูแลคลอง ..."."""
    match = _topic().match(text, written.lead[0], written.lead[1])
    if match is None or policy_kinds()[match["noun"]] != heading.subject.value:
        return None
    return noun_phrase(text, match.start("noun"), written.lead[1])


@cache
def _topic() -> re.Pattern[str]:
    nouns = one_of(policy_kinds())
    return re.compile(rf"[“\"]?{one_of(phrases_of('policies', 'topical'))}[ ]?(?P<noun>{nouns})")


def _given_name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the name that the heading is itself, or that counts letters."""
    if heading.subject.reads_as == "slogan":
        return heading.lo, heading.hi
    if (heading.subject.reads_as, heading.subject.value) == ("driven", "other"):
        return _programme_name(page.text, heading.lo)
    if written.promise and heading.hi <= written.promise.hi and is_lettered(page.text, *written.promise.span):
        return written.promise.span
    return None


def _programme_name(text: str, at: int) -> Range | None:
    """Return the name of the programme that the word at `at` means: its own, or the one that was named last."""
    named = list(_programme().finditer(text, max(0, at - _PROGRAMME_REACH), at + BESIDE))[-1:]
    return next((match.span("quoted" if match["quoted"] else "name") for match in named), None)


@cache
def _programme() -> re.Pattern[str]:
    # "โครงการคลองสะอาดชุมชนสดใส (Clean Canal)", "โครงการ “คลองใส”", "โครงการ Clean Canal".
    programmes = one_of(phrases_of("policies", "programme"))
    anaphors = one_of(word for kind in ("anaphor", "unnamed", "stop") for word in phrases_of("policies", kind))
    thai, latin = r"[ก-ฮเ-ไ][ก-๎]{11,119}+", r"[A-Za-z][A-Za-z0-9 -]{2,60}(?=[ \n])"
    return re.compile(
        rf"(?P<name>{programmes}(?!{anaphors})[ ]?"
        r"(?:[“\"](?P<quoted>[^“”\"\n]{3,100}+)[”\"]"
        rf"|(?:(?<=[ก-๎]){thai}|{latin})"
        r"(?:[ ]?\([A-Z][^()\n]{2,60}\))?))"
    )


def heading_line(text: str, written: WrittenList, heading: Heading) -> Range | None:
    """Return the line that is nothing but the heading of a list whose points stand in lines of their own."""
    lo, hi = text.rfind("\n", max(0, heading.lo - _QUOTED_REACH), heading.lo) + 1, written.lead[1]
    first = written.entries[0].mark
    alone = first is not None and first.begins_line and text[hi : hi + 1] == "\n" and hi - lo <= _LONGEST_TITLE
    return (heading.lo, hi) if alone and 0 < lo <= heading.lo else None


def _phrase_name(page: Page, written: WrittenList, heading: Heading) -> Range | None:
    """Return the noun phrase that the headline bears, too, that ends with its year, or begins a line and is counted."""
    text = page.text
    name = noun_phrase(text, heading.lo, heading.hi + LONGEST_NAME)
    if name is None or name[0] != heading.lo:
        return None
    stem = text[heading.lo : heading.hi + _SHARED]
    line = heading_line(text, written, heading)
    if line is not None and line[1] == name[1]:
        return name
    begins = heading.lo == 0 or text[heading.lo - 1] == "\n"
    counted = written.promise is not None and begins and written.promise.lo - name[1] in (0, 1, 2)
    headline, dated = page.layout.title[0], text[name[1] - 4 : name[1]].isdecimal()
    borne = text.find(stem, headline, min(headline + _BEGINNING, heading.lo)) >= 0
    return name if counted or dated or borne else None


def _matter_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the plan or policy that a resolution is about: "มติคณะรัฐมนตรี ... เรื่องแผนดูแลคลองระยะปานกลาง ดังนี้"."""
    match = _matter().search(text, heading.hi, end) if heading.subject.value == "resolution" else None
    return match.span("name") if match else None


@cache
def _matter() -> re.Pattern[str]:
    nouns = one_of(policy_kinds())
    return re.compile(rf"{one_of(phrases_of('policies', 'about'))}[ ]?(?P<name>{nouns}[^ \n()“”]{{8,120}}+)")


def _adopted_name(text: str, heading: Heading) -> Range | None:
    """Return the name under which the noun says a policy was adopted: "เห็นชอบมาตรการช่วยเหลือ...  7 มาตรการ"."""
    near = adoptions(text, max(0, heading.lo - _VERB_REACH), heading.hi + LONGEST_NAME)
    return next((adoption.name for adoption in near if adoption.lo == heading.lo), None)


def _title_name(page: Page, heading: Heading) -> Range | None:
    """Return the headline where it is nothing but the name of such a policy: "มาตรการภาษีเพื่อ..."."""
    lo, hi = page.layout.title
    match = any_policy_noun().match(page.text, lo, hi)
    names = match and policy_kinds()[match["noun"]] == heading.subject.value
    fits = match and hi - match.end() >= _SHORTEST_TITLE and hi - lo <= _LONGEST_TITLE
    return (lo, hi) if names and fits and not any(quote.lo < hi for quote in page.layout.quotes[:1]) else None


def is_name(quote: Quote) -> bool:
    return 2 <= quote.inner_hi - quote.inner_lo <= LONGEST_NAME


def scheme_name(page: Page, written: WrittenList) -> Range | None:
    """Return the name of the scheme that the letters spell: a quote, or the word with the Latin words beside it."""
    letters = "".join(entry.number or "" for entry in written.entries)
    hi = written.lead[1]
    lo = max(0, hi - _SCHEME_WINDOW)
    for quote in reversed(page.layout.quotes_in(lo, hi + 2)):
        near = quote.hi <= hi + 2 and is_name(quote)
        if near and letters in page.text[quote.lo : quote.hi].upper():
            return quote.inner_lo, quote.inner_hi
    longest: Range | None = None
    for match in _latin_words().finditer(page.text, max(0, hi - _SCHEME_REACH), hi):
        if letters in match[0].upper().replace("-", "") and (
            longest is None or match.end() - match.start() > longest[1] - longest[0]
        ):
            longest = match.span()
    return longest


@cache
def _latin_words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9&+-]{2,40}(?:[ ][A-Za-z0-9&+-]{1,40}){0,6}")


def draft(page: Page, written: WrittenList) -> Range | None:
    """Return the range of the name of a draft law in the headline or before the list; with its year if possible."""
    headings = (written.section,) if written.section else (page.layout.title,)
    places = (*headings, written.lead, *page.layout.paragraphs[:2])
    for pattern in (_dated_draft(), _undated_draft()):
        for lo, hi in places:
            match = pattern.search(page.text, lo, min(hi, lo + OPENING_WINDOW))
            if match:
                return match.span()
    return None


@cache
def _dated_draft() -> re.Pattern[str]:
    # "ร่างพระราชบัญญัติ... พ.ศ. ....": to the year that is left open, "(พ.ศ. ....)": to the end of the line.
    laws, era = one_of(phrases_of("policies", "draft")), one_of(phrases_of("policies", "era"))
    going_on = one_of(phrases_of("policies", "by_law"))
    return re.compile(
        rf"{laws}[^\n“”\"]{{4,160}}?{era}[ ]?(?:\.{{2,4}}|…[.]?)(?:\)[ ]{{0,2}}{going_on}[^\n“”\"()]{{0,140}}+)?"
    )


@cache
def _undated_draft() -> re.Pattern[str]:
    laws, anaphors = one_of(phrases_of("policies", "draft")), one_of(phrases_of("policies", "anaphor"))
    return re.compile(rf"{laws}(?!{anaphors})[^ \n“”\"(ฯ]{{8,120}}(?=[ \n])")


def is_lettered(text: str, lo: int, hi: int) -> bool:
    """Tell whether a count is one of letters, as names of principles are: "3Rs", "5 ส."."""
    return text[lo:hi].rstrip("s")[-1:].isupper() or _thai_letter().search(text, lo, hi) is not None


@cache
def _thai_letter() -> re.Pattern[str]:
    return re.compile(r"[0-9][ ]{0,2}[ก-ฮ][.]?$")


@cache
def count_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,/-])\d{1,2}[ ]?$")


def _counted_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the name of a counted package: "7 มาตรการเข้ม...", "6 มาตรการหลัก (ABC)"; None where it is only counted."""
    count = count_before().search(text, max(0, heading.lo - 4), heading.lo)
    if count is None:
        return None
    stop = _stop().search(text, heading.hi, end)
    hi = stop.start() if stop else end
    adjective = phrase_at(text, phrases_of("policies", "adjective"), heading.hi)
    bracket = _letters_in_brackets().match(text, heading.hi + len(adjective), end)
    if bracket:
        return count.start(), bracket.end()
    rest = text[heading.hi + len(adjective) : hi].strip()
    generic = text.startswith(phrases_of("policies", "generic"), heading.hi)
    return (count.start(), hi) if len(rest) >= 6 and not generic else None


@cache
def _letters_in_brackets() -> re.Pattern[str]:
    return re.compile(r"[ ]?\([A-Z][A-Za-z0-9+-]{1,12}\)")


def proper_name(text: str, heading: Heading, end: int) -> Range | None:
    """Return the noun phrase of a plan, or what names a policy by numbers or Latin letters; None if it is generic."""
    limit = min(end, heading.hi + LONGEST_NAME)
    stop = _stop().search(text, heading.hi, limit)
    hi = stop.start() if stop else limit
    proper = phrase_at(text, phrases_of("policies", "proper"), heading.lo)
    if proper and (hi - heading.lo > len(proper) + 2 or _letters_in_brackets().match(text, heading.lo + len(proper))):
        joined = any(word in text[heading.lo : hi] for word in phrases_of("policies", "joined_clause"))
        return None if joined else (heading.lo, _with_period(text, hi, end))
    if heading.subject.value == "policy" and (match := _figures().match(text, heading.hi, limit)):
        slogan = match.span("slogan")
        return slogan if match["slogan"] else (match.start("name"), max(match.end("name"), hi))
    latin = _latin_name().match(text, heading.hi, limit) if heading.subject.value in GIVEN else None
    return latin.span("name") if latin else None


@cache
def _latin_name() -> re.Pattern[str]:
    # "แนวทาง Clean Canal ใน 3 ด้าน": two Latin words or more.
    word = r"[A-Z][A-Za-z&-]{1,24}"
    return re.compile(rf"[ ]?(?P<name>{word}(?:[ ]{word}){{1,5}})(?=[ ])")


def _full_name(text: str, name: Range | None) -> Range | None:
    """Return where a name that is cut short with ฯ stands in full before, if it does."""
    cut = text.find("ฯ", *name) if name else -1
    if name is None or cut < 0 or cut - name[0] < 6:
        return name
    stem = text[name[0] : cut]
    at, end = -1, min(name[0], FULL_WINDOW)
    for _ in range(_MOST_CUT):
        at = text.find(stem, at + 1, end)
        match = _to_years().match(text, at + len(stem), name[0]) if at >= 0 else None
        if at < 0 or match:
            return (at, match.end()) if match else name
    return name


@cache
def _to_years() -> re.Pattern[str]:
    # "... ประจำปีงบประมาณ พ.ศ. 2566 - 2570)": the name of a plan ends with its years.
    era = one_of(phrases_of("policies", "era"))
    return re.compile(rf"[^\n“”\"ฯ]{{8,130}}?(?:{era}[ ]?){{1,3}}\d{{4}}(?:[ ]?-[ ]?(?:{era}[ ]?)?\d{{4}})?\)?")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}(?:(?<=[ )]){one_of(phrases_of('policies', 'stop'))}|\(|\n)|[ ]{{1,2}}$")


@cache
def _figures() -> re.Pattern[str]:
    # A slogan of numbers or Latin letters: "นโยบาย 5x5 ...", "นโยบายสำคัญ 4 สร้าง".
    generic = one_of(phrases_of("policies", "generic"))
    slogans = one_of(phrases_of("policies", "slogan"))
    return re.compile(
        rf"(?:{generic})?[ ]?(?:(?P<slogan>\d{{1,2}}[ ]?{slogans})"
        r"|(?P<name>\d{1,2}[ ]?[xX+×][ ]?\d{1,2}|[A-Z][A-Za-z]{2,30}))"
    )


def _with_period(text: str, hi: int, end: int) -> int:
    match = _bracket().match(text, hi, min(end, hi + 80))
    return match.end() if match else hi


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[ ]{0,2}\([^()\n]{0,25}\)")
