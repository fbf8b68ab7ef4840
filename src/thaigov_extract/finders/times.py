"""Read clock times as written, in digits (14.00 น., 1400hrs) and in words (บ่ายโมง, 3 ทุ่ม, ตี 4).

In:   Layout.
Out:  Mentions of WrittenTime: one time, or a span of two.
Not:  whether the clock has such a time; `resolve.times` settles that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from string import digits
from typing import NamedTuple

from thaigov_extract._layout import Layout, Number
from thaigov_extract._lexicon import Phrases, behind_one_of, one_of, phrases_of, values_of
from thaigov_extract._mentions import Mention
from thaigov_extract._source import Source


class Clock(NamedTuple):
    """Hour and minute as written: 24.00 and 30.40 are kept."""

    hour: int
    minute: int


class WrittenTime(NamedTuple):
    """A clock time, or a span of time."""

    start: Clock
    end: Clock | None = None


class _Reading(NamedTuple):
    """A time at `[lo, hi)`; `marked` where something besides the digits says that it is one."""

    lo: int
    hi: int
    clock: Clock
    marked: bool = True


def find(layout: Layout) -> Iterator[Mention[WrittenTime]]:
    """Yield every clock time of the text, in order."""
    text = layout.text
    readings = [*_in_digits(text, layout.numbers), *_in_words(layout.source)]
    readings.sort(key=lambda reading: reading.lo)
    return _joined(text, _listed(text, readings))


def _listed(text: str, readings: list[_Reading]) -> list[_Reading]:
    """Return `readings`, those marked that stand in a list with a marked one: 10.00, 12.00 และ 14.00 น."""
    for at in range(len(readings) - 2, -1, -1):
        reading, following = readings[at], readings[at + 1]
        if following.marked and not reading.marked and _is_gap(text, reading.hi, following.lo, "clock_list"):
            readings[at] = reading._replace(marked=True)
    return readings


def _joined(text: str, readings: list[_Reading]) -> Iterator[Mention[WrittenTime]]:
    """Join two times that stand around a word or dash for *to*; either may carry the mark for both."""
    pending: _Reading | None = None
    for reading in readings:
        if (
            pending is not None
            and (pending.marked or reading.marked)
            and _is_gap(text, pending.hi, reading.lo, "clock_gap")
        ):
            yield Mention(pending.lo, reading.hi, WrittenTime(pending.clock, reading.clock), "time_span")
            pending = None
            continue
        if pending is not None and pending.marked:
            yield Mention(pending.lo, pending.hi, WrittenTime(pending.clock), "time")
        pending = reading
    if pending is not None and pending.marked:
        yield Mention(pending.lo, pending.hi, WrittenTime(pending.clock), "time")


def _is_gap(text: str, lo: int, hi: int, kind: str) -> bool:
    return 0 < hi - lo <= 24 and text[lo:hi].replace(" ", "") in _rows(kind)


def _rows(kind: str) -> dict[str, str]:
    return values_of("calendar", kind)


def _named(kind: str, value: str) -> Iterable[str]:
    return (phrase for phrase, meaning in _rows(kind).items() if meaning == value)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    marks = _rows("clock_mark")
    letter = one_of(mark for mark in marks if len(mark) == 1)
    latin = one_of(mark for mark in marks if mark.isascii())
    whole = one_of(mark for mark in marks if len(mark) > 1 and not mark.isascii())
    mark = rf"(?!{one_of(_rows('no_clock_mark'))})(?P<mark>{whole}|{latin}(?![A-Za-z])|{letter}(?![ก-๎]))"
    return {
        "separated": re.compile(
            rf"""
            (?<![0-9.:/])(?<![0-9],) (?P<hour>[0-9]{{1,2}}) [.:] (?P<minute>[0-9]{{2}}) (?![0-9]|[.:,/][0-9])
            (?: [ ]{{0,3}} [.]? {mark} | (?P<count> [ ]{{0,2}} {one_of(_rows("no_clock"))} ) )?
            """,
            re.VERBOSE,
        ),
        "hour": re.compile(rf"(?P<hour>[0-9]{{1,2}})[ ]{{0,2}}{mark}"),
        "compact": re.compile(rf"(?<![0-9.,:/-]) (?P<hour>[0-2][0-9]) (?P<minute>[0-5][0-9]) [ ]? {mark}", re.VERBOSE),
        "compact_after_cue": re.compile(r"(?P<hour>[01][0-9]) (?P<minute>[0-5][0-9]) (?P<mark>)", re.VERBOSE),
    }


def _in_digits(text: str, numbers: Sequence[Number]) -> Iterator[_Reading]:
    """Yield times like 14.00 น. and 9:30, 1400hrs and เวลา 0930."""
    mark_begins = _mark_begins()
    for lo, hi, behind in numbers:
        marked = behind in mark_begins
        if hi - lo < 3:
            if marked and (reading := _whole_hour(text, lo)):
                yield reading
        elif hi - lo == 4 and text[lo:hi].isdigit():
            if (marked or text[lo] in "01") and (reading := _compact(text, lo)):
                yield reading
        elif hi - lo > 3 and (text[lo + 1] in ".:" or text[lo + 2] in ".:") and (reading := _separated(text, lo)):
            yield reading


def _separated(text: str, lo: int) -> _Reading | None:
    """Return the time with a separator at `lo`; an unmarked one may still be the other end of a span."""
    match = _patterns()["separated"].match(text, lo)
    if match is None or match["count"]:
        return None
    marked = match["mark"] is not None or _is_after_cue(text, lo)
    hour, minute = int(match["hour"]), int(match["minute"])
    if not marked and (hour > 24 or minute >= 60):
        return None
    hi = match.end() if match["mark"] else match.end("minute")
    return _Reading(lo, hi, _by_half_day(hour, minute, match["mark"]), marked)


def _is_after_cue(text: str, lo: int) -> bool:
    """Tell whether a word for time stands right before `lo`, at most three blanks and the end of a line apart."""
    before = text[max(0, lo - 18) : lo].removesuffix("\n")
    word = before.rstrip(" ")
    return len(before) - len(word) <= 3 and word.endswith(phrases_of("calendar", "clock_cue"))


def _whole_hour(text: str, lo: int) -> _Reading | None:
    """Return the hour without minutes that a word before and one behind tell from a count: เวลา 9 น."""
    match = _patterns()["hour"].match(text, lo)
    if match is None or not _is_after_cue(text, lo):
        return None
    return _Reading(lo, match.end(), _by_half_day(int(match["hour"]), 0, match["mark"]))


@cache
def _mark_begins() -> frozenset[str]:
    return frozenset(mark[0] for mark in _rows("clock_mark"))


def _compact(text: str, lo: int) -> _Reading | None:
    """Return the time of four digits at `lo`, which a word before or behind tells from a year."""
    patterns = _patterns()
    match = patterns["compact"].match(text, lo)
    if match is None and text[lo] in "01" and _is_after_cue(text, lo):
        match = patterns["compact_after_cue"].match(text, lo)
    return match and _Reading(lo, match.end(), Clock(int(match["hour"]), int(match["minute"])))


def _by_half_day(hour: int, minute: int, mark: str | None) -> Clock:
    half = _rows("clock_mark").get(mark or "", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour, minute)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that hold no other of `words`: where none of these stands, none of those does."""
    words = tuple(words)
    return tuple(word for word in words if not any(other != word and other in word for other in words))


@cache
def hour_words() -> Phrases[None]:
    """Return words of which one stands in every time in words."""
    words = _shortest([*_rows("hour_unit"), *_named("hour_before", "small"), *_rows("whole_hour")])
    return Phrases((word, None) for word in words)


@cache
def _words() -> re.Pattern[str]:
    small, afternoon = one_of(_named("hour_before", "small")), one_of(_named("hour_before", "afternoon"))
    return re.compile(
        rf"""
        (?: (?P<whole> {one_of(_rows("whole_hour"))} )
          | (?: (?P<afternoon> {afternoon} ) [ ]{{0,2}}
              | (?: (?<![ก-๎]) | {behind_one_of(_rows("small_cue"))} ) (?P<small> {small} ) [ ]{{0,2}}
              | (?<![A-Za-z0-9.,:/]) (?<![A-Za-z][0-9])
            )
            (?P<hour> [0-9]{{1,2}} | {one_of(_rows("hour_word"))} )
            (?(afternoon) [ ]{{0,2}} {one_of(_named("hour_unit", "day"))}
              | (?(small) (?![0-9.,:])
                  | [ ]{{0,2}} (?P<unit> {one_of(_rows("hour_unit"))} ) (?! {one_of(_rows("no_night"))} ) ) )
        )
        (?P<half> [ ]? {one_of(_rows("half_hour"))} )?
        """,
        re.VERBOSE,
    )


def _may_name_hour(text: str, lo: int, hi: int) -> bool:
    """Tell whether a number stands beside the trigger at `[lo, hi)`, or it is part of a whole hour: not ชั่วโมง, ตีพิมพ์."""
    numbers, whole = _hour_numbers(), phrases_of("calendar", "whole_hour")
    before, after = text[max(0, lo - _LONGEST_BEFORE_HOUR) : lo].rstrip(" "), text[hi : hi + _LONGEST_HOUR].lstrip(" ")
    return (
        before.endswith(numbers)
        or after.startswith(numbers)
        or text.startswith(whole, lo)
        or text.endswith(whole, 0, hi)
    )


@cache
def _hour_numbers() -> tuple[str, ...]:
    return (*digits, *_rows("hour_word"))


_LONGEST_BEFORE_HOUR = 20
"""บ่าย, a number in words and the blanks between them stand before โมง."""
_LONGEST_HOUR = 24


def _in_words(source: Source) -> Iterator[_Reading]:
    """Yield times named by the Thai clock, which counts the night in sixes."""
    text = source.text
    done = 0
    for _, at, end in hour_words().places_in(source):
        if at < done or not _may_name_hour(text, at, end):
            continue
        match = _words().search(text, max(done, at - _LONGEST_BEFORE_HOUR), at + _LONGEST_HOUR)
        if match is None:
            continue
        done = match.end()
        if match["whole"]:
            hour: int | None = int(_rows("whole_hour")[match["whole"]])
        else:
            lead = match["afternoon"] or match["small"]
            meaning = _rows("hour_before")[lead] if lead else _rows("hour_unit")[match["unit"]]
            hour = _thai_hour(int(_rows("hour_word").get(match["hour"], match["hour"])), meaning)
        if hour is not None:
            yield _Reading(match.start(), match.end(), Clock(hour, 30 if match["half"] else 0))


def _thai_hour(number: int, meaning: str) -> int | None:
    """Return the hour of 24 that a Thai hour names, or None where there is none such."""
    lowest, highest, added = {
        "small": (1, 5, 0),
        "afternoon": (1, 6, 12),
        "evening": (1, 6, 12),
        "night": (1, 6, 18),
        "morning": (1, 11, 0 if number >= 6 else 6),
        "day": (1, 11, 0 if number >= 6 else 12),
    }[meaning]
    return number + added if lowest <= number <= highest else None
