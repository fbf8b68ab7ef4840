"""Find the day and the hour of an event.

In:   Page and a range of it.
Out:  Dated; the clock time.
Not:  where it is, nor whether there is an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from thaigov_extract._layout import Range, line_start
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.models import DateExpression, TimeExpression
from thaigov_extract.readers.events._organisers import organising_body
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Dated, Page

_DAYS = ("date", "range")
_MONTHS = ("month", "month_range")
_SHADOW = 30
"""Words that take a date away from the event stand this close before it."""
_GIVEN_DATE = 30
_WORD_REACH = 16
_WORD_BEHIND = 4
_CLAUSE_REACH = 32
_FIRST_DATES = 3
_WORDS = ("today", "tomorrow")
DAY_TO_PLACE = 28
"""Between a day and the place behind it stand a time of day and a marker at most."""
PLACE_TO_DAY = 18


@cache
def _no_event_date() -> re.Pattern[str]:
    return re.compile(one_of(rows("no_event_date")) + r"[^\n]{0,14}\Z")


def when(page: Page, lo: int, hi: int, avoid: Range | None = None) -> Dated | None:
    """Return the first day of `[lo, hi)` outside `avoid`, unless a word such as "today" stands far before it."""
    begin, end = avoid or (hi, hi)
    days = (dated for dated in page.dates_in(lo, hi) if not begin <= dated.lo < end and is_day_of_event(page, dated))
    chosen = next(days, None)
    if chosen is None:
        return _relative(page, lo, hi) or _day_of_news(page, lo, hi)
    relative = _relative(page, lo, chosen.lo)
    if relative is not None and chosen.lo - relative.hi > _GIVEN_DATE:
        return relative
    return chosen


def _day_of_news(page: Page, lo: int, hi: int) -> Dated | None:
    """Return the day of publication where `[lo, hi)` names it: a birthday is kept on the day."""
    for dated in page.dates_in(lo, hi):
        if page.published is not None and dated.expression.edtf == page.published.edtf:
            return dated
    return None


def is_day_of_event(page: Page, dated: Dated) -> bool:
    if dated.expression.kind not in _DAYS:
        return False
    return _no_event_date().search(page.text, max(0, dated.lo - _SHADOW), dated.lo) is None


def word_day(page: Page, cue: Mention[Cue]) -> Dated | None:
    """Return the day that a word right behind or right before a cue means."""
    behind, before = (cue.hi, cue.hi + _WORD_REACH), (cue.lo - _WORD_REACH, cue.lo)
    return _relative(page, *behind, _WORDS) or _relative(page, *before, _WORDS)


def day_told_before(page: Page, cue: Mention[Cue]) -> Dated | None:
    """Return the day that a word means with which the clause of a cue begins: "today there will also be"."""
    day = _relative(page, cue.lo - _CLAUSE_REACH, cue.lo, _WORDS)
    return day if day is not None and _also().fullmatch(page.text, day.hi, cue.lo) else None


@cache
def _also() -> re.Pattern[str]:
    return re.compile(rf"[ ]?(?:{one_of(rows('also'))}){{1,4}}[ ]?")


def _relative(page: Page, lo: int, hi: int, words: tuple[str, ...] = _WORDS[:1]) -> Dated | None:
    """Return the day that a word such as "today" means."""
    if page.published is None:
        return None
    for cue in page.cues_in(lo, hi):
        if cue.value.reads_as in words:
            day = _day_of_speech(page, page.published.start) + timedelta(days=int(cue.value.value))
            expression = DateExpression(
                span=page.source.span(cue.lo, cue.hi),
                text=page.source.written(cue.lo, cue.hi),
                edtf=day.isoformat(),
                kind="date",
                start=day,
                end=day,
                inferred=["day", "month", "year"],
            )
            return Dated(cue.lo, cue.hi, expression)
    return None


def _day_of_speech(page: Page, published: date) -> date:
    """Return the day that the first lines give, where the release came out on it or a day later."""
    for dated in page.dates[:_FIRST_DATES]:
        day = dated.expression
        if day.kind == "date" and 0 <= (published - day.start).days <= 1:
            return day.start
    return published


_AFTER_NAME = 45
_AFTER_THEME = 300
_YEAR_REACH = 16
"""Between a word for what is yet to be held and its year stand no more than "in early"."""
_MOST_BETWEEN = 3
_BEFORE_NAME = 45
_NEXT = 3
_BEFORE_BODIES = 240
_HELD_REACH = 250


def attached_day(page: Page, cue: Mention[Cue], name: Range | None = None) -> Dated | None:
    """Return the day written right behind or right before what a cue names."""
    hi = max(cue.hi, name[1] if name is not None else 0)
    if (day := _day_behind(page, hi, place_first=cue.value.reads_as == "held")) is not None:
        return day
    if "held" in (cue.value.reads_as, cue.value.force) and (day := _days_from(page, hi)) is not None:
        return day
    if cue.value.value == "future" and (day := _year_ahead(page, cue.hi)) is not None:
        return day
    for dated in reversed(page.dates_in(cue.lo - _BEFORE_BODIES - 40, cue.lo)):
        near = cue.lo - dated.hi <= _BEFORE_NAME or (
            _same_clause(page, cue, dated.hi) and _relative(page, hi, hi + _WORD_BEHIND) is None
        )
        gap = page.text[dated.hi : cue.lo]
        if near and "\n" not in gap and not gap.startswith(rows("and")) and is_day_of_event(page, dated):
            return dated
    return None


def _day_behind(page: Page, at: int, *, place_first: bool) -> Dated | None:
    """Return the day written behind `at`, or behind the place and the theme there."""
    ahead = page.dates_in(at, at + _AFTER_THEME)
    if not ahead or "\n" in page.text[at : ahead[0].lo]:
        return None
    day = _day_right_behind(page, at) if not place_first else None
    if day is not None:
        return day
    behind = _behind_theme(page, at)
    return _day_right_behind(page, behind) if behind > at or place_first else None


def _day_right_behind(page: Page, at: int) -> Dated | None:
    """Return the day written in the line right behind `at`."""
    for dated in page.dates_in(at, at + _AFTER_NAME):
        gap = page.text[at : dated.lo]
        if (is_day_of_event(page, dated) or _month_ahead(page, dated)) and "\n" not in gap:
            return None if _next_day().search(gap) else dated
    return None


@cache
def _next_day() -> re.Pattern[str]:
    """Match what leads up to the day of what follows it: " and on "."""
    lead, day = one_of(rows("day_lead")), one_of(rows("day_word"))
    return re.compile(f"{one_of(rows('and'))}(?:{lead})?[ ]?(?:{day})?[ ]?$")


def _days_from(page: Page, at: int) -> Dated | None:
    """Return the days, from the first to the last, that something is held on by the words right behind `at`."""
    for dated in page.dates_in(at, at + _AFTER_NAME)[:1]:
        if dated.expression.kind == "range" and _from().fullmatch(page.text, at, dated.lo):
            return dated
    return None


def _year_ahead(page: Page, at: int) -> Dated | None:
    """Return the year to come, right behind `at`, in which something is yet to be held."""
    for dated in page.dates_in(at, at + _YEAR_REACH)[:1]:
        ahead = page.published is not None and dated.expression.start > page.published.start
        if dated.expression.kind == "year" and ahead:
            return dated
    return None


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"[^\n]{{0,4}}{one_of(rows('from'))}[ ]?(?:{one_of(rows('day_word'))})?[ ]?")


def _behind_theme(page: Page, at: int) -> int:
    """Return where what may stand between a name and its day ends: its place, and the theme that it is held under."""
    for _ in range(_MOST_BETWEEN):
        at = next((place.hi for place in page.mentions.within(Place, at, at + _NEXT)), at)
        theme = _theme().match(page.text, at)
        if theme is None:
            break
        at = theme.end()
    return at


@cache
def _theme() -> re.Pattern[str]:
    quote, alone = r"[“\"][^“”\"\n]{1,160}[”\"]", r"\([^()\n]{2,90}\)"
    return re.compile(rf"[”\"]?[ ]{{0,3}}(?:{one_of(rows('theme'))}[ ]{{0,2}}{quote}|{alone})")


def _same_clause(page: Page, cue: Mention[Cue], at: int) -> bool:
    """Tell whether only the bodies that hold an event stand between `at` and the verb."""
    if cue.value.force != "held" or any(c.value.reads_as != "opens" for c in page.cues_in(at, cue.lo)):
        return False
    return organising_body(page, at, cue.lo) is not None


def placed_days(page: Page, lo: int) -> Iterator[tuple[Dated, Place]]:
    """Yield each day behind `lo` that stands right beside a place behind the sure marker."""
    for mention in page.mentions.within(Place, lo, page.layout.body[1]):
        place = mention.value
        before = page.dates_in(mention.lo - DAY_TO_PLACE - 40, mention.lo)
        beside = [d for d in before[-1:] if mention.lo - d.hi <= (DAY_TO_PLACE if place.sure else _NEXT)]
        if not (place.sure or beside):
            continue
        for dated in beside or page.dates_in(place.hi, place.hi + PLACE_TO_DAY)[:1]:
            gap = page.text[dated.hi : mention.lo] or page.text[place.hi : dated.lo]
            if "\n" not in gap and (is_day_of_event(page, dated) or _month_ahead(page, dated)):
                yield dated, place


def _month_ahead(page: Page, dated: Dated) -> bool:
    """Tell whether something is announced for a month: one that begins behind the day of publication."""
    expression = dated.expression
    return expression.kind in _MONTHS and page.published is not None and expression.start > page.published.start


def held_day(page: Page, lo: int, hi: int) -> Dated | None:
    """Return the day that a word for holding in `[lo, hi)` carries."""
    for cue in page.cues_in(lo, min(hi, lo + _HELD_REACH)):
        if (cue.value.reads_as == "held" or cue.value.force == "held") and (day := attached_day(page, cue)):
            return day
    return None


_PAST_BEFORE = 180


def past_day_before(page: Page, cue: Mention[Cue]) -> Dated | None:
    """Return the day that the sentence gives before what was done on it, with only those who did it between."""
    lo = line_start(page.text, cue.lo, cue.lo - _PAST_BEFORE)
    for dated in page.dates_in(lo, cue.lo)[-1:]:
        between = page.cues_in(dated.hi, cue.lo)
        acts = any(c.value.reads_as == "event" and c.value.force == "act" for c in between)
        if not acts and _past().search(page.text, lo, dated.lo) and is_day_of_event(page, dated):
            return dated
    return None


@cache
def _past() -> re.Pattern[str]:
    return re.compile(one_of(rows("past")) + r"[ ]?\Z")


def time_of(page: Page, lo: int, hi: int) -> TimeExpression | None:
    """Return the first clock time in `[lo, hi)`."""
    times = page.times_in(lo, hi)
    return times[0].expression if times else None


_CLOCK_BEHIND = 30


def time_later(page: Page, lo: int, day: DateExpression) -> TimeExpression | None:
    """Return the clock time behind `lo` where the same day is told again, or several of the event's days."""
    for dated in page.dates_in(lo, page.layout.body[1]):
        again = dated.expression
        part = again.kind == "range" and day.start <= again.start and again.end <= day.end
        if (part or again.edtf == day.edtf) and (times := page.times_in(dated.hi, dated.hi + _CLOCK_BEHIND)):
            return times[0].expression
    return None
