"""Read the name that an event bears.

In:   Page and the anchor of an event.
Out:  the folded range of the name, without quotes, or None.
Not:  what kind of event it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from thaigov_extract._layout import Quote, Range, open_bracket
from thaigov_extract._lexicon import alternatives, behind_none_of, behind_one_of, one_of, phrase_before, table
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.dates import Unread, WrittenDate
from thaigov_extract.finders.places import Place
from thaigov_extract.readers.events._clauses import Anchor
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_LONGEST = 260
_SHORTEST = 4
_BESIDE = 3
_LASTING = ("training", "seminar", "meeting")
"""What is held goes before what is only talked about in it."""
_LEAD_REACH = 120
_DAY_WORD = 8
"""A date begins with its day, at most this far behind what leads up to it."""
_CLIPPED = 24
"""A name no longer than this that ends in the sign of abbreviation was given in full before."""
_TAIL_REACH = 40
"""What is cut off the end of a name is never longer."""
_PURPOSE_REACH = 170
_ENDS = '\n“”"'
_QUOTE_REACH = 70
"""A quoted name begins at most this far behind the word for the kind."""


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:[ ]{{0,3}}(?!{one_of(rows('compound'))}){one_of(rows('name_lead'))}){{0,3}}[ ]{{0,3}}")


@cache
def _end() -> re.Pattern[str]:
    keep, end = one_of(rows("name_keep")), one_of(rows("name_end"))
    cut = f"(?!{keep})(?:{alternatives(rows('name_cut'))})"
    return re.compile(rf"[ ](?!{keep}){end}|(?<=[a-z]{{3}})[.][ ]|{cut}|{alternatives(_ENDS)}")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:[ (,-]{{1,3}}|(?<=[ก-๎ ]){one_of(rows('name_tail'))}[ ]{{0,2}}){{1,3}}$")


@cache
def _within() -> re.Pattern[str]:
    return re.compile("[ ]?" + one_of(rows("within")))


@cache
def _deictic() -> re.Pattern[str]:
    return re.compile(f"{behind_none_of(rows('no_deictic'))}{one_of(rows('deictic'))}")


@cache
def _future_of() -> re.Pattern[str]:
    return re.compile(one_of(rows("future_of")))


def prepared(page: Page, name: Range) -> Range | None:
    """Return what a meeting prepares, where its name says so."""
    match = _future_of().search(page.text, *name)
    return (match.end(), name[1]) if match and name[1] - match.end() >= _SHORTEST else None


def points_back(page: Page, name: Range) -> bool:
    """Tell whether a name only points to an event already told."""
    clipped = name[1] - name[0] <= _CLIPPED and page.text[name[1] - 1] in rows("clipped")
    return clipped or _deictic().search(page.text, name[0], name[1] + 1) is not None


_STEM = 8
"""A shortened name of at least this many letters is looked up."""


def _in_full_before(page: Page, name: Range) -> Range | None:
    """Return the name that a name ending in the sign of abbreviation is short for, given before it."""
    text = page.text
    if text[name[1] - 1] not in rows("clipped"):
        return None
    stem = text[name[0] : name[1] - 1].rstrip()
    at = text.find(stem, page.layout.body[0], name[0]) if len(stem) >= _STEM else -1
    return name_from(page, at, at + len(stem)) if at >= 0 else None


_DOCUMENT_REACH = 320


@cache
def _document() -> re.Pattern[str]:
    own = rf"(?P<name>{one_of(rows('document'))}[^\n“”\"]{{6,300}}?)"
    return re.compile(rf"{own}[ ]{{0,3}}{one_of(rows('relative'))}[ ]{{0,2}}(?:{one_of(rows('yet'))})?$")


def _signed_before(page: Page, at: int) -> Range | None:
    """Return the document of which a clause at `at` tells that it is signed."""
    found = _document().search(page.text, max(page.layout.body[0], at - _DOCUMENT_REACH), at)
    return found.span("name") if found is not None else None


def begins_back(page: Page, name: Range) -> bool:
    """Tell whether a name begins with a word for an event already told."""
    return _deictic().search(page.text, name[0], min(name[0] + _CLIPPED, name[1] + 1)) is not None


@cache
def _met_lead() -> re.Pattern[str]:
    return re.compile(one_of(rows("met_lead")))


@cache
def _bare() -> frozenset[str]:
    return frozenset(rows("bare_name"))


def name_of(page: Page, anchor: Anchor) -> Range | None:
    """Return where the event's own name stands; that of a signing is the document's."""
    name = _own_name(page, anchor)
    if anchor.kind == "meeting" and name is not None:
        return _with_body(page, name)
    if anchor.kind != "signing":
        return name
    return _signed_before(page, anchor.predicate.lo) if name is None else _in_full_before(page, name) or name


_BODY_REACH = 140


def _with_body(page: Page, name: Range) -> Range:
    """Return the name of a meeting that is only a number, with the body before it that met."""
    if _only_number().fullmatch(page.text, *name) is None:
        return name
    body = _body_that_met().search(page.text, max(page.layout.body[0], name[0] - _BODY_REACH), name[0])
    return (body.start("body"), name[1]) if body is not None else name


@cache
def _only_number() -> re.Pattern[str]:
    return re.compile(
        rf"{one_of(rows('meeting'))}[ ]?{one_of(rows('ordinal'))}[ ]?[0-9/]{{1,9}}(?:[ ]?\([^()\n]{{1,40}}\))?"
    )


@cache
def _body_that_met() -> re.Pattern[str]:
    body = rf"{one_of(rows('met_body'))}[^ \n]{{2,100}}(?:[ ]\([^()\n]{{2,30}}\))?"
    return re.compile(
        rf"(?:(?<![ก-๎(])|{behind_one_of(rows('before_body'))})(?P<body>{body})[ ]{{0,2}}{one_of(rows('met_in'))}\Z"
    )


def _own_name(page: Page, anchor: Anchor) -> Range | None:
    """Return the name that stands at the cue of an anchor, or that of what a speech is given at."""
    cue, row = anchor.cue, anchor.cue.value
    if anchor.predicate.value.subject == "lecturer" and (inside := _inside(page, anchor)) is not None:
        return inside
    if row.reads_as == "chair":
        return None if _no_beginning().match(page.text, cue.hi) else name_from(page, cue.hi, cue.hi)
    if row.name == "none" or (row.name == "after" and _another_clause().match(page.text, cue.hi)):
        return None
    if row.name == "english":
        return _english_name(page, cue.hi)
    if anchor.kind == "signing" and (signed := _signed().match(page.text, cue.lo, cue.hi)) is not None:
        return _of_document(page, signed.end(), cue.hi)
    return name_from(page, _name_begin(page, cue), cue.hi, quotes=row.name != "unquoted")


def _name_begin(page: Page, cue: Mention[Cue]) -> int:
    """Return where the name that a cue gives begins: with it or behind it, or with what it says is opened or met."""
    if cue.value.name == "after":
        opened = _opened().search(page.text, cue.lo, cue.hi)
        return opened.start() if opened is not None else cue.hi
    lead = _met_lead().match(page.text, cue.lo) if cue.value.reach == "met" else None
    return lead.end() if lead is not None else cue.lo


@cache
def _opened() -> re.Pattern[str]:
    """Match what is opened at the end of a cue: its name begins there."""
    return re.compile(one_of(rows("opened")) + r"\Z")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(one_of(rows("signs")))


def _of_document(page: Page, start: int, kind_hi: int) -> Range | None:
    """Return the name of what is signed, with the word for the document, where it says more than that."""
    name = name_from(page, start, kind_hi)
    if name is None or name[0] > start:
        return name
    return None if _short_form().fullmatch(page.text, kind_hi, name[1]) else name


@cache
def _short_form() -> re.Pattern[str]:
    return re.compile(r"[ ]{0,2}(?:\([^()\n]{1,40}\))?[ ]{0,2}[^ ()\n]{0,3}")


def _english_name(page: Page, at: int) -> Range | None:
    """Return the name in capitals, or in quotes, behind `at` in an English release."""
    match = _english().match(page.text, at)
    return match.span(match.lastgroup or 0) if match else None


@cache
def _english() -> re.Pattern[str]:
    word = r"[A-Z0-9][\w’'&.-]{0,24}(?:(?<![.])|(?<=[A-Z][.]))"
    link = r"(?:(?:of|the|and|for|on|in|to|&|-)[ ]){0,2}"
    return re.compile(
        rf"""
        [ ]{{0,2}} (?:of[ ]|for[ ])? (?:the[ ])? (?:[“"] (?P<quoted>[^“”"\n]{{4,160}}) [”"]
          | (?P<name>{word} (?:[ ]{link}{word}){{1,14}} (?:[ ]\([^()\n]{{2,60}}\))?) )
        """,
        re.VERBOSE,
    )


def kind_in(page: Page, lo: int, hi: int) -> str | None:
    """Return the kind that the words of `[lo, hi)` say of what is held: a course before a seminar before a meeting."""
    kinds = {_lasting()[match[0]] for match in _lasting_words().finditer(page.text, lo, hi)}
    return next((kind for kind in _LASTING if kind in kinds), None)


@cache
def _lasting() -> dict[str, str]:
    rows = (r for r in table("cues") if r["reads_as"] == "event" and r["force"] == "noun")
    return {row["phrase"]: row["value"] for row in rows if row["value"] in _LASTING}


@cache
def _lasting_words() -> re.Pattern[str]:
    return re.compile(alternatives(_lasting()))


def is_numbered(page: Page, name: Range) -> bool:
    """Tell whether a meeting bears a number of its year."""
    return _number_of_year().search(page.text, *name) is not None


@cache
def _number_of_year() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,3}/[0-9]{4}")


_INSIDE_REACH = 250


@cache
def _no_beginning() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}{one_of(rows('name_end'))}")


@cache
def _another_clause() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{1,2}}{one_of(rows('name_end'))}")


@cache
def _inside_word() -> re.Pattern[str]:
    return re.compile(f"{one_of(rows('inside'))}|{one_of(rows('within'))}(?={one_of(rows('inside_noun'))})")


def _inside(page: Page, anchor: Anchor) -> Range | None:
    """Return the name of the event that a speech is given at."""
    lo = anchor.predicate.hi
    match = _inside_word().search(page.text, lo, lo + _INSIDE_REACH)
    return name_from(page, match.end(), match.end()) if match and "\n" not in page.text[lo : match.start()] else None


def name_from(page: Page, start: int, kind_hi: int, *, quotes: bool = True) -> Range | None:
    """Return the name that begins at `start`, whose word for the kind ends at `kind_hi`."""
    text = page.text
    lead = _lead().match(text, start)
    lo = _whole_latin_name(text, lead.end() if lead else start)
    if text[lo - 1] == "(" and (behind := _bracketed_kind().match(text, lo)) is not None:
        lo = start = kind_hi = behind.end()
    if _bears_none(page, lo, start, kind_hi):
        return None
    hi = _where_it_ends(page, lo, max(lo, kind_hi))
    quote = _quote_after(page, lo) if quotes else None
    near = min(max(hi, kind_hi + 2), lo + _QUOTE_REACH)
    if quote is not None and quote.lo <= near and quote.hi - quote.lo <= _LONGEST:
        return _around(page, lo, quote) or (quote.inner_lo, quote.inner_hi)
    tail = _tail().search(text, max(lo, hi - _TAIL_REACH), hi)
    hi = tail.start() if tail and not text[lo:hi].endswith(rows("tail_keep")) else hi
    name = text[lo:hi].strip()
    if name in _bare() or name in rows("bare_whole"):
        return None
    if (
        len(name) < _SHORTEST
        or (name[0] == "(" and name.find(")") == len(name) - 1)
        or _only_count().fullmatch(name)
        or _dates_at(page, lo, max(kind_hi, lo) + _DAY_WORD)
    ):
        return None
    return lo, hi


def without_half_bracket(page: Page, name: Range) -> Range:
    """Return a name up to the bracket that it opens and does not close, or without the one that it only closes."""
    text, (lo, hi) = page.text, name
    opened = open_bracket(text, lo, hi)
    if opened >= lo + _SHORTEST:
        return lo, lo + len(text[lo:opened].rstrip())
    return lo, hi - (text[hi - 1] == ")" and open_bracket(text, lo, hi - 1) < 0)


@cache
def _bracketed_kind() -> re.Pattern[str]:
    """Match the rest of a short word for the kind in brackets before the name of a work: "(Kick off) โครงการ"."""
    return re.compile(rf"[A-Za-z -]{{3,12}}\)[ ]{{0,2}}(?={one_of(rows('work'))})")


def _dates_at(page: Page, lo: int, hi: int) -> bool:
    """Tell whether a day is written in `[lo, hi)`, be it one that no calendar has or that recurs."""
    return bool(
        page.dates_in(lo, hi) or page.mentions.within(WrittenDate, lo, hi) or page.mentions.within(Unread, lo, hi)
    )


@cache
def _only_count() -> re.Pattern[str]:
    """Match words that only count what is held or told: "โครงการสำคัญ 3 โครงการ"."""
    return re.compile(rf"[ก-๎]{{2,16}}[ ][0-9]{{1,3}}[ ]{one_of(rows('counted'))}")


def _bears_none(page: Page, lo: int, start: int, kind_hi: int) -> bool:
    """Tell whether no name begins at `lo`: with whom or how it is held, another event that it is part of, or a day."""
    text = page.text
    if (_no_name() if start == kind_hi or lo >= kind_hi else _bare_alone()).match(text, lo):
        return True
    following = page.cues_in(lo, lo + 1) if start < kind_hi <= lo or start == kind_hi else ()
    if not following:
        return False
    within = following[0].value.force == "noun" and _within().match(text, kind_hi) is not None
    return within or following[0].value.reads_as == "today"


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(one_of([*rows("unnamed"), *rows("no_first")]))


@cache
def _bare_alone() -> re.Pattern[str]:
    """Match a bare word for what is held, and behind it with whom or how: it has no name."""
    return re.compile(f"{one_of(_bare())}(?:[ ]?{one_of(rows('unnamed'))}|[ ]{one_of(rows('unnamed_apart'))})")


@cache
def _name_on() -> re.Pattern[str]:
    return re.compile("[ ]{0,2}" + one_of(rows("name_on")))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile("[0-9]")


_LONG_NAME = 45
_TELLING = 20
_HARDLY_LONGER = 8
"""A quote hardly longer than what stands before it, if that tells more than the kind, is only a part of the name."""
_OWN_NAME = 12
"""What stands before a quoted part is a name of its own from this length on, if the name goes on behind the quote."""


def _around(page: Page, lo: int, quote: Quote) -> Range | None:
    """Return the name that a quote is only a part or the motto of: it is numbered, or goes on behind the quote."""
    text = page.text
    end = _end().search(text, lo, quote.lo)
    own_hi = lo + len(text[lo : end.start() if end else quote.lo].rstrip())
    if own_hi - lo >= _OWN_NAME and _name_on().match(text, quote.hi):
        return lo, _where_it_ends(page, lo, quote.hi)
    if _numbered().search(text, lo, own_hi):
        return lo, own_hi
    if _is_motto(text, own_hi - lo, quote):
        return lo, quote.hi
    return (lo, _where_it_ends(page, lo, quote.hi)) if own_hi - lo >= _LONG_NAME and own_hi == quote.lo else None


def _is_motto(text: str, length: int, quote: Quote) -> bool:
    """Tell whether a Thai quote behind a name of `length` that tells more than the kind is only its motto."""
    telling = length >= max(_TELLING, quote.hi - quote.lo - _HARDLY_LONGER)
    return telling and not text[quote.inner_lo].isascii()


def _whole_latin_name(text: str, lo: int) -> int:
    """Return where the words in Latin letters begin that run up to `lo`: the name of a forum stands before the word."""
    if not text[lo : lo + 1].isascii():
        return lo
    match = _latin_lead().search(text, max(0, lo - _QUOTE_REACH), lo)
    return match.start() if match else lo


@cache
def _latin_lead() -> re.Pattern[str]:
    # A word of three small letters or more, or a year, before a full stop ends a sentence.
    word = r"[A-Z0-9][\w’'.&-]{0,24}(?<![a-z]{3}[.])(?<![0-9]{2}[.])"
    return re.compile(rf"(?<![A-Za-z0-9]){word}(?:[ ](?:[&-]|{word}|of|for|and|the|on)){{0,9}}[ ]?$", re.ASCII)


def _quote_after(page: Page, at: int) -> Quote | None:
    quotes = page.layout.quotes
    index = bisect_left(quotes, at, key=lambda quote: quote.lo)
    return quotes[index] if index < len(quotes) else None


@cache
def _motto() -> re.Pattern[str]:
    return re.compile(one_of(rows("motto")) + "[ ]{0,2}$")


@cache
def _work() -> re.Pattern[str]:
    before = rf"(?<![ก-๎])|{behind_one_of(rows('work_lead'))}"
    end = rf"[ ]{{0,3}}(?:{one_of(rows('relative'))})?[ ]{{0,3}}$"
    return re.compile(rf"(?:{before}){one_of(rows('work'))}(?P<name>[^\n]{{3,140}}?){end}")


def named_right_before(page: Page, lo: int, hi: int) -> Range | None:
    """Return the name of the work that stands right before its day at `hi`, or before the word that leads up to it."""
    lead = _day_lead().search(page.text, max(lo, hi - _LEAD_REACH), hi)
    hi = lead.start() if lead else hi
    name = named_before(page, lo, hi)
    if name is None or hi - name[1] > _BESIDE or points_back(page, name) or _no_beginning().match(page.text, name[0]):
        return None
    return name


@cache
def _day_lead() -> re.Pattern[str]:
    # An English name in parentheses may stand between: "งาน “...” (Water Days 2024) ระหว่างวันที่".
    words = f"(?:{one_of(rows('day_lead'))}[ ]{{0,2}})?(?:{one_of(rows('day_word'))}[ ]?)?"
    return re.compile(rf"[ ]{{0,2}}(?:\([^()\n]{{3,80}}\)[ ]{{0,2}})?{words}$")


def named_before(page: Page, lo: int, hi: int) -> Range | None:
    """Return the name of the work that `[lo, hi)` ends with: quoted, or behind the word for such works."""
    quotes = page.layout.quotes_in(lo, hi)
    if quotes and quotes[-1].hi <= hi:
        quote = quotes[-1]
        if _motto().search(page.text, lo, quote.lo):
            return None
        match = _work().search(page.text, lo, quote.lo)
        if match and _numbered().search(page.text, *match.span("name")):
            return match.span("name")
        return quote.inner_lo, quote.inner_hi
    if (latin := _before_verb().search(page.text, lo, hi)) is not None:
        return latin.span("name")
    while match := _work().search(page.text, lo, hi):
        if _end().search(page.text, *match.span("name")) is None:
            return match.start("name") + (match["name"][0] == " "), match.end("name")
        lo = match.start() + 1
    return None


@cache
def _before_verb() -> re.Pattern[str]:
    word = r"[A-Z0-9(][\w’'.&()-]{0,24}"
    link = r"(?:(?:of|on|the|for|and|in|to|&|-)[ ]){0,2}"
    begins = r"(?<![A-Za-z])(?!(?:The|This|An?)[ ])"
    return re.compile(
        rf"{begins}(?P<name>{word}(?:[ ]{link}{word}){{1,14}})[ ,]{{1,2}}(?:which[ ]|that[ ])?$", re.ASCII
    )


def _where_it_ends(page: Page, lo: int, at: int) -> int:
    """Return the end of a name without quotes: a connective, a person, a place, a date or the end of the line."""
    limit = min(len(page.text), lo + _LONGEST)
    match = _end().search(page.text, at, limit)
    while match is not None and match.end() - lo < _PURPOSE_REACH and _name_goes_on(page, lo, match):
        match = _end().search(page.text, match.end(), limit)
    hi = _before_others(page, at, match.start() if match else limit)
    if match is None and hi == limit < len(page.text):
        return _shortened(page.text, lo, limit)
    if match is None or hi < match.start() or not _purpose().match(page.text, hi):
        return hi
    number = _ordinal().match(page.text, match.end(), min(limit, hi + _PURPOSE_REACH))
    return number.end() if number is not None else hi


def _shortened(text: str, lo: int, limit: int) -> int:
    """Return where a name ends that runs on up to `limit`: behind its number, else at the last space, if any."""
    if (number := _ordinal().match(text, lo, limit)) is not None:
        return number.end()
    space = text.rfind(" ", lo, limit)
    return space if space >= 0 else limit


def _name_goes_on(page: Page, lo: int, end: re.Match[str]) -> bool:
    return _has_purpose(page, lo, end) or _joins_second(page, lo, end)


def _joins_second(page: Page, lo: int, end: re.Match[str]) -> bool:
    """Tell whether "with" joins the second of the two between whom the name says that something is."""
    text = page.text
    return text.startswith(rows("with"), end.start()) and _between().search(text, lo, end.start()) is not None


@cache
def _between() -> re.Pattern[str]:
    return re.compile(f"(?<=[ก-๎]){one_of(rows('between'))}[ก-๎ .]{{1,200}}$")


def _has_purpose(page: Page, lo: int, end: re.Match[str]) -> bool:
    """Tell whether a purpose behind a space is part of a meeting's name that no number, Latin word or bracket ends."""
    before = page.text[end.start() - 1]
    if _aim().match(page.text, end.start()) is None or before <= "~":
        return False
    return kind_in(page, lo, end.start()) is not None


@cache
def _aim() -> re.Pattern[str]:
    return re.compile("[ ]" + one_of(rows("name_aim")))


def _before_others(page: Page, at: int, hi: int) -> int:
    """Return where the text from `at` on comes to a person or a place, `hi` at the latest."""
    for person in page.people_in(at, hi):
        if page.text[person.lo - 1] in " \n":
            hi = min(hi, person.lo)
            break
        if joined := phrase_before(page.text, rows("joined_by"), person.lo, at):
            hi = min(hi, person.lo - len(joined))
            break
    return min([hi, *(place.lo for place in page.mentions.within(Place, at, hi)[:1])])


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile("[ ]?" + one_of(rows("name_purpose")))


@cache
def _ordinal() -> re.Pattern[str]:
    # What it is for belongs to a name that is numbered behind it, in the same sentence.
    plain = rf"(?:(?!{one_of(rows('name_stop'))})[^\n“”\"]){{0,160}}?"
    return re.compile(rf"{plain}{one_of(rows('ordinal'))}[ ]?[0-9]{{1,4}}(?:/[0-9]{{4}})?")
