"""Whole days with their years, read by thaigov-extract and by its peers: how many are right, and how long each takes.

In:   nothing; every string is made from a day, in one of the ways that Thai texts have, so the answer is known.
Out:  right answers by form, and ratios of CPU time to that of `find_dates`.
Not:  finding a date inside a sentence, which not every peer can do.
"""

from __future__ import annotations

import importlib
import random
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.measuring import Row, seconds
from thaigov_extract import find_dates, to_buddhist
from thaigov_extract.thai_dates import read_thai_date

Reader = Callable[[str], date | None]

_DAYS = 60
"""Days in each form."""
_SHOWN = date(2020, 8, 1)
"""The day that stands for its form in the table."""
_MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def peers(_: Path) -> Iterator[Row]:
    """Yield how many days of each form each reader reads rightly, then the time that each takes for all."""
    warnings.simplefilter("ignore")
    recent = _days(date(1960, 1, 1), date(2030, 1, 1), range(1, 13))
    # Of the years that began in April only these months are a question.
    april_years = _days(date(1890, 1, 1), date(1941, 1, 1), range(1, 4))
    forms = [(shown, [(written[at], day) for day, written in recent]) for at, shown in enumerate(_forms(_SHOWN))]
    forms.append(("January-March before 1941", [(written[1], day) for day, written in april_years]))
    readers = dict(_readers())
    yield f"right, of {_DAYS}", *readers
    right = {form: [_right(read, made) for read in readers.values()] for form, made in forms}
    for form, counts in right.items():
        yield form, *map(str, counts)
    yield f"all {_DAYS * len(forms)}", *(str(sum(counts)) for counts in zip(*right.values(), strict=True))
    texts = [text for _, made in forms for text, _ in made]
    taken = [seconds(read, texts) for read in readers.values()]
    yield "time, as a ratio", *(f"{spent / taken[0]:.1f}" for spent in taken)


def _right(read: Reader, made: list[tuple[str, date]]) -> int:
    return sum(read(text) == day for text, day in made)


def _days(first: date, last: date, months: range) -> list[tuple[date, tuple[str, ...]]]:
    """Return days drawn evenly from these months of an interval, the same in every run, in all forms."""
    source = random.Random(2569)
    found: list[date] = []
    while len(found) < _DAYS:
        day = first + timedelta(days=source.randrange((last - first).days))
        if day.month in months:
            found.append(day)
    return [(day, _forms(day)) for day in found]


def _forms(day: date) -> tuple[str, ...]:
    """Return the ways to write `day`."""
    year = to_buddhist(day).year
    month, short = _MONTHS[day.month - 1], _SHORT[day.month - 1]
    return (
        f"{day.day} {month} {year}",
        f"{day.day} {month} พ.ศ. {year}",
        f"{day.day} {month} {year}".translate(_THAI_DIGITS),
        f"วัน{_WEEKDAYS[day.weekday()]}ที่ {day.day} {month} {year}",
        f"{day.day} {short} {year}",
        f"{day.day} {short} {year % 100:02d}",
        f"{day.day}{short}{year % 100:02d}",
        f"{day.day}/{day.month}/{year}",
        f"{day.day} {day:%B %Y}",
        day.isoformat(),
    )


def _readers() -> Iterator[tuple[str, Reader]]:
    """Yield the readers at hand; a peer that is not installed is left out."""
    yield "`find_dates`", _ours
    yield "`ThaiDate`", _ours_as_type
    for name, make in (
        ("dateparser", _dateparser),
        ("dateutil", _dateutil),
        ("PyThaiNLP", _pythainlp),
        ("PyICU", _icu),
    ):
        with suppress(ModuleNotFoundError):
            yield name, make()


def _ours(text: str) -> date | None:
    """Read the one date of a text, as `find_dates` does."""
    found = find_dates(text)
    return found[0].start if len(found) == 1 else None


def _ours_as_type(text: str) -> date | None:
    """Read a whole string, as the pydantic type does."""
    try:
        return read_thai_date(text)
    except ValueError:
        return None


def _dateparser() -> Reader:
    """Return dateparser, told the languages and the order."""
    dateparser = importlib.import_module("dateparser")

    def read(text: str) -> date | None:
        found = dateparser.parse(text, languages=["th", "en"], settings={"DATE_ORDER": "DMY"})
        return found.date() if found else None

    return read


def _dateutil() -> Reader:
    """Return dateutil's parser, told the order."""
    parser = importlib.import_module("dateutil.parser")

    def read(text: str) -> date | None:
        try:
            parsed: date = parser.parse(text, dayfirst=True).date()
        except (ValueError, OverflowError):
            return None
        return parsed

    return read


def _pythainlp() -> Reader:
    """Return PyThaiNLP's strptime, tried with each pattern in turn."""
    strptime = importlib.import_module("pythainlp.util").thai_strptime
    patterns = ("%d %B %Y", "%d %B พ.ศ. %Y", "%d %b %Y", "%d/%m/%Y")

    def read(text: str) -> date | None:
        for pattern in patterns:
            try:
                parsed: date = strptime(text, pattern).date()
            except Exception:  # noqa: BLE001, S112 - it raises whatever its parts raise
                continue
            return parsed
        return None

    return read


def _icu() -> Reader:
    """Return ICU's formats of the Buddhist calendar, tried in turn."""
    icu: Any = importlib.import_module("icu")
    locale = icu.Locale("th_TH@calendar=buddhist")
    patterns = ["d MMMM y", "d MMMM G y", "EEEEที่ d MMMM y", "d MMM y", "d MMM yy", "d/M/y"]
    formats = [icu.SimpleDateFormat(pattern, locale) for pattern in patterns]
    utc = icu.TimeZone.createTimeZone("UTC")
    for each in formats:
        each.setTimeZone(utc)

    def read(text: str) -> date | None:
        for each in formats:
            try:
                seconds = each.parse(text)
            except icu.ICUError:
                continue
            return date(1970, 1, 1) + timedelta(seconds=seconds)
        return None

    return read
