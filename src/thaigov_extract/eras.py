"""Convert years and days between the Thai eras and the Gregorian calendar.

In:   years, months and days as numbers, or a `datetime.date`.
Out:  dates, years, and the bounds of civil, fiscal and academic years.
Not:  any reading of text; `find_dates` does that.

The civil year began on 1 April from 1889 (2432 BE) to 1940; 2483 BE ended on 31 December 1940 after nine months, and
2484 BE began on the next day. Months and leap days have been Gregorian throughout; earlier dates are proleptic.

>>> to_gregorian(2567, 2, 29)
datetime.date(2024, 2, 29)
>>> to_gregorian(2439, 3, 26)          # before 1941, March ended the year
datetime.date(1897, 3, 26)
>>> to_buddhist(date(1897, 3, 26))
ThaiDay(year=2439, month=3, day=26)
>>> to_gregorian(2483, 1, 15)
Traceback (most recent call last):
    ...
ValueError: 15 January 2483 BE does not exist: the year began on 1 April and ended on 31 December 1940
>>> FiscalYear(2569).start, FiscalYear(2569).end
(datetime.date(2025, 10, 1), datetime.date(2026, 9, 30))
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from enum import StrEnum
from functools import total_ordering
from operator import index
from typing import NamedTuple, Never, SupportsIndex

__all__ = [
    "AcademicYear",
    "Era",
    "FiscalYear",
    "Period",
    "ThaiDay",
    "ThaiYear",
    "academic_year_of",
    "convert_year",
    "fiscal_quarter_of",
    "fiscal_year_of",
    "gregorian_year",
    "to_buddhist",
    "to_gregorian",
]

APRIL_YEARS_BEGIN = date(1889, 4, 1)
"""First day of 2432 BE, from which the solar calendar was in force; days before it are back-reckoned."""
JANUARY_YEARS_BEGIN = date(1941, 1, 1)
"""First day of 2484 BE, from which a year is January to December."""

# Those of `calendar` follow the locale of the process; messages are English everywhere.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHORT_YEAR = 2483
"""The one year of nine months, April to December."""


class Era(StrEnum):
    """An era in which Thai texts count years."""

    BE = "BE"
    """พุทธศักราช, พ.ศ."""
    CE = "CE"
    """คริสต์ศักราช, ค.ศ."""
    RS = "RS"
    """รัตนโกสินทร์ศก, ร.ศ."""
    CS = "CS"
    """จุลศักราช, จ.ศ.; its year turned in mid-April and its months were lunar, so that only whole years convert."""

    @classmethod
    def _missing_(cls, value: object) -> Never:
        raise ValueError(f"{value!r} is no era: it is one of {', '.join(cls)}")


_TO_BE = {Era.BE: 0, Era.CE: 543, Era.RS: 2324, Era.CS: 1181}
"""What is added to a year of each era to count it in the Buddhist era."""
BUDDHIST_OFFSET = _TO_BE[Era.CE]
"""What is added to a Gregorian year from 1941 on to count it in the Buddhist era."""
BUDDHIST_FROM = 2400
"""From this year on, a year is taken for Buddhist wherever its era is not written."""


class ThaiDay(NamedTuple):
    """A day with its year in the Buddhist era. Days do not sort by this tuple before 1941; sort by date."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        """Tell whether `day` lies in the period."""
        return isinstance(day, date) and self.start <= plain_day(day) <= self.end

    @property
    def edtf(self) -> str:
        """The period as an EDTF interval.

        >>> FiscalYear(2569).edtf
        '2025-10-01/2026-09-30'
        """
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def whole(number: SupportsIndex, what: str) -> int:
    """Return `number` if it is a whole one.

    Raises:
        TypeError: if it is not; the message says what it was given as.
    """
    try:
        return index(number)
    except TypeError:
        raise TypeError(f"the {what} is a whole number, not {type(number).__name__}") from None


def gregorian_year(year: int, *, month: int | None = None, era: Era | str = Era.BE) -> int:
    """Return the Gregorian year of `month` in `year`; without a month the nominal one, in which the year began.

    >>> gregorian_year(2475), gregorian_year(2475, month=3), gregorian_year(112, era="RS")
    (1932, 1933, 1893)

    Raises:
        TypeError: if year or month is no whole number.
        ValueError: if there was no such month, or if `month` is given for จ.ศ.
    """
    month = None if month is None else whole(month, "month")
    return unchecked_gregorian_year(whole(year, "year"), month, Era(era))


def unchecked_gregorian_year(year: int, month: int | None, era: Era) -> int:
    """Return what `gregorian_year` does of whole numbers and an era; every date of a release asks for it."""
    if month is None:
        return year + _TO_BE[era] - BUDDHIST_OFFSET
    _check_month(month)
    return _gregorian_year(year, month, None, era)


def to_gregorian(year: int, month: int, day: int, *, era: Era | str = Era.BE) -> date:
    """Return the date of a day whose year is counted in `era`.

    >>> to_gregorian(2483, 12, 31), to_gregorian(2484, 1, 1)
    (datetime.date(1940, 12, 31), datetime.date(1941, 1, 1))
    >>> to_gregorian(124, 3, 18, era="RS")
    datetime.date(1906, 3, 18)

    Raises:
        TypeError: if year, month or day is no whole number.
        ValueError: if there was no such day; the message says why.
    """
    era, year, month, day = Era(era), whole(year, "year"), whole(month, "month"), whole(day, "day")
    _check_month(month)
    gregorian = _gregorian_year(year, month, day, era)
    if not MINYEAR <= gregorian <= MAXYEAR:
        written = _written(year, month, day, era)
        raise ValueError(f"{written} is out of range: year {gregorian} CE is not in {MINYEAR}..{MAXYEAR}")
    last = monthrange(gregorian, month)[1]
    if not 1 <= day <= last:
        written = _written(year, month, day, era)
        raise ValueError(f"{written} does not exist: {MONTHS[month - 1]} {gregorian} CE has {last} days")
    return date(gregorian, month, day)


def _check_month(month: int) -> None:
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")


def _written(year: int, month: int, day: int | None, era: Era) -> str:
    """Return the day or month that a complaint speaks of."""
    return f"{'' if day is None else f'{day} '}{MONTHS[month - 1]} {year} {era}"


def _gregorian_year(year: int, month: int, day: int | None, era: Era) -> int:
    """Return the Gregorian year of a month; `day` is for complaints."""
    if era is Era.CS:
        written = _written(year, month, day, era)
        raise ValueError(
            f"{written} cannot be converted: months of that era were lunar and its year turned in mid-April"
        )
    buddhist = year + _TO_BE[era]
    nominal = buddhist - BUDDHIST_OFFSET
    if era is Era.CE or month > 3 or buddhist > _SHORT_YEAR:
        return nominal
    if buddhist == _SHORT_YEAR:
        written = _written(year, month, day, era)
        raise ValueError(f"{written} does not exist: the year began on 1 April and ended on 31 December 1940")
    return nominal + 1


def plain_day(day: date) -> date:
    """Return `day` without a time of day, which a `datetime` has, and what pandas makes of dates.

    Raises:
        TypeError: if it is no date.
    """
    # What stands for a missing day in pandas is a datetime, but equals nothing, not even itself.
    if day != day or not isinstance(day, date):  # noqa: PLR0124
        raise TypeError(f"a date is wanted, not {type(day).__name__}")
    return day.date() if isinstance(day, datetime) else day


def checked_reference(day: date) -> date:
    """Return the day by which dates without a year are read.

    Raises:
        TypeError: if it is no date.
        ValueError: if its year is one of the Buddhist era, by which such dates would be five centuries off.
    """
    day = plain_day(day)
    if day.year >= BUDDHIST_FROM:
        meant = f"{day.year - BUDDHIST_OFFSET}-{day:%m-%d}"
        raise ValueError(f"the reference {day} looks like a year of the Buddhist era; did you mean {meant}?")
    return day


def to_buddhist(day: date) -> ThaiDay:
    """Return `day` with its year in the Buddhist era, the inverse of `to_gregorian`.

    >>> to_buddhist(date(1940, 3, 31)).year, to_buddhist(date(1940, 4, 1)).year
    (2482, 2483)
    """
    day = plain_day(day)
    before_april = day.month <= 3 and day < JANUARY_YEARS_BEGIN
    return ThaiDay(day.year + BUDDHIST_OFFSET - before_april, day.month, day.day)


def convert_year(year: int, *, era: Era | str, to: Era | str) -> int:
    """Return the nominal year in another era; the two years need not begin on the same day.

    >>> convert_year(2567, era="BE", to="CE"), convert_year(131, era="RS", to="BE")
    (2024, 2455)

    Raises:
        TypeError: if the year is no whole number.
        ValueError: if the other era had not begun.
    """
    era, to, year = Era(era), Era(to), whole(year, "year")
    converted = year + _TO_BE[era] - _TO_BE[to]
    if converted < 1:
        raise ValueError(f"{year} {era} has no year in {to}: that era began in {_TO_BE[to] - _TO_BE[era] + 1} {era}")
    return converted


@total_ordering
class _NumberedYear(Period):
    """A year that is named by a number of the Buddhist era; years of one kind sort by it."""

    __slots__ = ("number",)

    number: int

    def __init__(self, number: int) -> None:
        """Take the number of the year in the Buddhist era."""
        number = whole(number, "year")
        super().__init__(*self._bounds(number))
        object.__setattr__(self, "number", number)

    def __repr__(self) -> str:
        """Return the call that makes this year."""
        return f"{type(self).__name__}({self.number})"

    def __lt__(self, other: object) -> bool:
        """Tell whether this year comes before another of its kind."""
        return self.number < other.number if isinstance(other, type(self)) else NotImplemented

    def __reduce__(self) -> tuple[type, tuple[int]]:
        """Copy and pickle the number, of which the days follow."""
        return type(self), (self.number,)

    @staticmethod
    def _bounds(number: int) -> tuple[date, date]:
        """Return the first and the last day of a year."""
        raise NotImplementedError


class ThaiYear(_NumberedYear):
    """A civil year of the Buddhist era, as its calendar had it.

    >>> ThaiYear(2475).edtf, ThaiYear(2483).edtf, ThaiYear(2567).edtf
    ('1932-04-01/1933-03-31', '1940-04-01/1940-12-31', '2024-01-01/2024-12-31')

    Raises:
        ValueError: for years that reach beyond those of `datetime.date`.
    """

    __slots__ = ()

    @staticmethod
    def _bounds(number: int) -> tuple[date, date]:
        first = to_gregorian(number, 1 if number > _SHORT_YEAR else 4, 1)
        next_first = to_gregorian(number + 1, 1 if number >= _SHORT_YEAR else 4, 1)
        return first, next_first - timedelta(days=1)

    def quarter(self, number: int) -> Period:
        """Return a quarter of the year.

        >>> ThaiYear(2566).quarter(3).edtf
        '2023-07-01/2023-09-30'

        Raises:
            ValueError: if `number` is not in 1..4, or the year is 2483, which had nine months.
        """
        if self.number == _SHORT_YEAR:
            raise ValueError("2483 BE has no quarters: it had nine months")
        return _quarter(self.start, number)


class FiscalYear(_NumberedYear):
    """A budget year (ปีงบประมาณ): since 2505, October to September, named by the Buddhist year in which it ends.

    To 2481 it was the Thai year from April to March, from 2484 to 2503 the calendar year.

    >>> FiscalYear(2569).quarter(1).edtf
    '2025-10-01/2025-12-31'
    >>> FiscalYear(2503).edtf
    '1960-01-01/1960-12-31'

    Raises:
        ValueError: for 2482, 2483 and 2504, of which no source gives the bounds, and for years before 2432.
    """

    __slots__ = ()

    @staticmethod
    def _bounds(number: int) -> tuple[date, date]:
        if number < 2432:
            meant = f"; {number} CE is {number + BUDDHIST_OFFSET} BE" if number >= APRIL_YEARS_BEGIN.year else ""
            raise ValueError(f"fiscal year {number} BE is out of range: the solar year began in 2432{meant}")
        if number in (2482, 2483):
            raise ValueError(
                f"fiscal year {number} BE has no known bounds: the year moved from April to October, then January"
            )
        if number == 2504:
            raise ValueError("fiscal year 2504 BE has no known bounds: the year moved from January to October")
        if number < 2504:
            year = ThaiYear(number)
            return year.start, year.end
        return to_gregorian(number - 1, 10, 1), to_gregorian(number, 9, 30)

    def quarter(self, number: int) -> Period:
        """Return a quarter of the fiscal year.

        Raises:
            ValueError: if `number` is not in 1..4.
        """
        return _quarter(self.start, number)


class AcademicYear(_NumberedYear):
    """A school year (ปีการศึกษา), named by the Buddhist year in which it starts: 16 May to 15 May.

    The rule is the regulation of the Ministry of Education of 2549; 2563 and 2564 were shifted in fact, and
    universities differ.

    >>> AcademicYear(2564).edtf, AcademicYear(2564).term(2).edtf
    ('2021-05-16/2022-05-15', '2021-11-01/2022-04-01')

    Raises:
        ValueError: for years that reach beyond those of `datetime.date`.
    """

    __slots__ = ()

    @staticmethod
    def _bounds(number: int) -> tuple[date, date]:
        return to_gregorian(number, 5, 16), to_gregorian(number + 1, 5, 15)

    def term(self, number: int) -> Period:
        """Return the first or second term.

        Raises:
            ValueError: if `number` is neither 1 nor 2.
        """
        year, number = self.start.year, whole(number, "term")
        if number == 1:
            return Period(self.start, date(year, 10, 11))
        if number == 2:
            return Period(date(year, 11, 1), date(year + 1, 4, 1))
        raise ValueError(f"term must be 1 or 2, not {number}")


def fiscal_year_of(day: date) -> FiscalYear:
    """Return the fiscal year in which `day` lies.

    >>> fiscal_year_of(date(2025, 10, 1)).number
    2569

    Raises:
        ValueError: if the day lies in 2482, 2483 or 2504, or before 1 April 1889.
    """
    day = plain_day(day)
    thai = to_buddhist(day).year
    if day >= date(1961, 10, 1) and day.month >= 10:
        thai += 1
    return FiscalYear(thai)


def fiscal_quarter_of(day: date) -> int:
    """Return the number of the quarter of its fiscal year in which `day` lies.

    >>> fiscal_quarter_of(date(2025, 10, 1)), fiscal_quarter_of(date(2026, 9, 30))
    (1, 4)

    Raises:
        ValueError: if the fiscal year of `day` is not known.
    """
    first = fiscal_year_of(day).start
    return (day.month - first.month) % 12 // 3 + 1


def academic_year_of(day: date) -> AcademicYear:
    """Return the academic year in which `day` lies.

    >>> academic_year_of(date(2022, 5, 15)).number, academic_year_of(date(2022, 5, 16)).number
    (2564, 2565)

    Raises:
        ValueError: if that year reaches beyond those of `datetime.date`.
    """
    day = plain_day(day)
    before = (day.month, day.day) < (5, 16)
    return AcademicYear(day.year + BUDDHIST_OFFSET - before)


def _quarter(start: date, number: int) -> Period:
    number = whole(number, "quarter")
    if not 1 <= number <= 4:
        raise ValueError(f"quarter must be in 1..4, not {number}")
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  (only quarters ask for it)

    first = start + relativedelta(months=3 * (number - 1))
    return Period(first, first + relativedelta(months=2, day=31))
