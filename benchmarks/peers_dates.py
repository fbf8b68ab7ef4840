"""Read the same strings with thaigov-extract and with its peers: how many are right, and how long each takes.

usage: python benchmarks/peers_dates.py [--markdown]        (needs `pip install thaigov-extract[bench]`)

Every string is one whole day with its year, written in one of the ways that Thai texts have; the answer is known since
the string is made from it. Times are ratios within this one run, to the time of thaigov-extract; nothing is compared
between machines. A peer that cannot find a date inside a sentence is still asked for the bare string only.
"""

from __future__ import annotations

import argparse
import importlib
import random
import time
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from thaigov_extract import find_dates, to_buddhist
from thaigov_extract.thai_dates import read_thai_date

Reader = Callable[[str], date | None]
MONTHS = (
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
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def forms(day: date) -> dict[str, str]:
    """Return the ways to write `day`, by name."""
    year = to_buddhist(day).year
    month, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    return {
        "D month BBBB": f"{day.day} {month} {year}",
        "D month พ.ศ. BBBB": f"{day.day} {month} พ.ศ. {year}",
        "Thai digits": f"{day.day} {month} {year}".translate(THAI_DIGITS),
        "weekday": f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {month} {year}",
        "D mon. BBBB": f"{day.day} {short} {year}",
        "D mon. BB": f"{day.day} {short} {year % 100:02d}",
        "glued": f"{day.day}{short}{year % 100:02d}",
        "D/M/BBBB": f"{day.day}/{day.month}/{year}",
        "D Month CCCC": f"{day.day} {day:%B %Y}",
        "ISO": day.isoformat(),
    }


def days(count: int, first: date, last: date) -> list[date]:
    """Return days drawn evenly from an interval, the same in every run."""
    source = random.Random(2569)
    return [first + timedelta(days=source.randrange((last - first).days)) for _ in range(count)]


def ours(text: str) -> date | None:
    """Read the one date of a text, as `find_dates` does."""
    found = find_dates(text)
    return found[0].start if len(found) == 1 else None


def ours_as_type(text: str) -> date | None:
    """Read a whole string, as the pydantic type does."""
    try:
        return read_thai_date(text)
    except ValueError:
        return None


def dateparser_reader() -> Reader:
    """Return dateparser, told the languages and the order."""
    dateparser = importlib.import_module("dateparser")

    def read(text: str) -> date | None:
        found = dateparser.parse(text, languages=["th", "en"], settings={"DATE_ORDER": "DMY"})
        return found.date() if found else None

    return read


def dateutil_reader() -> Reader:
    """Return dateutil's parser, told the order."""
    parser = importlib.import_module("dateutil.parser")

    def read(text: str) -> date | None:
        try:
            parsed: date = parser.parse(text, dayfirst=True).date()
        except (ValueError, OverflowError):
            return None
        return parsed

    return read


def pythainlp_reader() -> Reader:
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


def icu_reader() -> Reader:
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


def readers() -> dict[str, Reader]:
    """Return the readers at hand; a peer that is not installed is left out."""
    found: dict[str, Reader] = {"thaigov-extract find_dates": ours, "thaigov-extract ThaiDate": ours_as_type}
    for name, make in {
        "dateparser": dateparser_reader,
        "dateutil": dateutil_reader,
        "PyThaiNLP": pythainlp_reader,
        "PyICU": icu_reader,
    }.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name} is not installed and left out")
    return found


def measure(read: Reader, strings: list[tuple[str, str, date]]) -> tuple[dict[str, list[bool]], float]:
    """Return for each form whether each string was read rightly, and the processor time of all."""
    read(strings[0][1])  # whatever is compiled on first use is no cost of reading
    right: dict[str, list[bool]] = {}
    begin = time.process_time()
    answers = [read(text) for _, text, _ in strings]
    spent = time.process_time() - begin
    for (form, _, day), answer in zip(strings, answers, strict=True):
        right.setdefault(form, []).append(answer == day)
    return right, spent


def main() -> None:
    """Print one table of right answers by form, and one of times."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--markdown", action="store_true", help="separate cells with |")
    cell = " | " if arguments.parse_args().markdown else "  "
    warnings.simplefilter("ignore")
    recent = [
        (form, text, day) for day in days(60, date(1960, 1, 1), date(2030, 1, 1)) for form, text in forms(day).items()
    ]
    old_days = [day for day in days(400, date(1890, 1, 1), date(1941, 1, 1)) if day.month <= 3][:60]
    old = [("January-March before 1941", forms(day)["D month พ.ศ. BBBB"], day) for day in old_days]
    measured = {name: measure(read, recent + old) for name, read in readers().items()}
    print(cell.join([f"{'right, of 60':26}", *(f"{name:>26}" for name in measured)]))
    for form in dict.fromkeys(form for form, _, _ in recent + old):
        print(cell.join([f"{form:26}", *(f"{sum(right[form]):26}" for right, _ in measured.values())]))
    fastest = measured["thaigov-extract find_dates"][1]
    total = [f"{sum(sum(marks) for marks in right.values()):26}" for right, _ in measured.values()]
    print(cell.join([f"{f'all {len(recent + old)}':26}", *total]))
    print(cell.join([f"{'time, as a ratio':26}", *(f"{spent / fastest:26.1f}" for _, spent in measured.values())]))


if __name__ == "__main__":
    main()
