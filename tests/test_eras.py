"""The converter: the rule written the slow way, its edges, and a witness from outside."""

from __future__ import annotations

import copy
import doctest
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract import eras, format_thai
from thaigov_extract.eras import (
    AcademicYear,
    Era,
    FiscalYear,
    ThaiYear,
    academic_year_of,
    convert_year,
    fiscal_quarter_of,
    fiscal_year_of,
    gregorian_year,
    to_buddhist,
    to_gregorian,
)

FIRST, LAST = date(1889, 4, 1), date(2100, 12, 31)
DAYS = st.dates(date(1100, 1, 1), date(2600, 12, 31))


def every_day() -> list[date]:
    return [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def slow_buddhist_year(day: date) -> int:
    """Count the years one by one from 1 April 1889, the first day of 2432."""
    year, start = 2432, date(1889, 4, 1)
    while True:
        if year == 2483:
            after = date(1941, 1, 1)
        elif year < 2483:
            after = date(start.year + 1, 4, 1)
        else:
            after = date(start.year + 1, 1, 1)
        if day < after:
            return year
        year, start = year + 1, after


@pytest.mark.parametrize("written", ["พ.ศ.", "AD", "be"])
def test_an_unknown_era_is_answered_with_those_there_are(written: str) -> None:
    with pytest.raises(ValueError, match=f"{written!r} is no era: it is one of BE, CE, RS, CS"):
        convert_year(2566, era=written, to="CE")


MORNING = datetime(2023, 2, 1, 9, tzinfo=UTC)


def test_a_datetime_is_taken_by_its_day() -> None:
    day = MORNING.date()
    assert to_buddhist(MORNING) == to_buddhist(day)
    assert fiscal_year_of(MORNING) == fiscal_year_of(day)
    assert academic_year_of(MORNING) == academic_year_of(day)
    assert MORNING in fiscal_year_of(day)
    assert format_thai(MORNING) == format_thai(day)


class Missing(datetime):
    """Like what pandas writes for a missing day."""

    __hash__ = datetime.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize("call", [to_buddhist, fiscal_year_of, fiscal_quarter_of, academic_year_of, format_thai])
@pytest.mark.parametrize("value", ["2023-02-01", None, 2023, Missing(2023, 2, 1)])
def test_what_is_no_date_is_refused_by_name(call: Callable[[Any], object], value: object) -> None:
    with pytest.raises(TypeError, match=f"a date is wanted, not {type(value).__name__}"):
        call(value)


@pytest.mark.parametrize(
    ("call", "numbers", "said"),
    [
        (to_gregorian, ("2566", 6, 14), "the year is a whole number, not str"),
        (to_gregorian, (2566, "6", 14), "the month is a whole number, not str"),
        (to_gregorian, (2566, 6, 14.0), "the day is a whole number, not float"),
        (ThaiYear, ("2566",), "the year is a whole number, not str"),
        (FiscalYear, (2566.0,), "the year is a whole number, not float"),
        (AcademicYear, (None,), "the year is a whole number, not NoneType"),
        (FiscalYear(2566).quarter, ("1",), "the quarter is a whole number, not str"),
        (ThaiYear(2566).quarter, (1.0,), "the quarter is a whole number, not float"),
        (AcademicYear(2566).term, ("1",), "the term is a whole number, not str"),
        (partial(convert_year, era="BE", to="CE"), ("2566",), "the year is a whole number, not str"),
        (gregorian_year, ("2566",), "the year is a whole number, not str"),
        (gregorian_year, (2566.5,), "the year is a whole number, not float"),
        (lambda month: gregorian_year(2475, month=month), ("3",), "the month is a whole number, not str"),
    ],
)
def test_what_is_no_whole_number_is_refused(call: Callable[..., object], numbers: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        call(*numbers)


def test_a_fiscal_year_of_the_common_era_is_told_its_number() -> None:
    with pytest.raises(ValueError, match=r"fiscal year 2023 BE is out of range: .*; 2023 CE is 2566 BE$"):
        FiscalYear(2023)
    with pytest.raises(ValueError, match=r"began in 2432$"):
        FiscalYear(66)


@pytest.mark.parametrize("kind", [ThaiYear, FiscalYear, AcademicYear])
def test_years_of_one_kind_sort_by_their_number(kind: type[FiscalYear]) -> None:
    years = [kind(number) for number in (2567, 2565, 2566)]
    assert [year.number for year in sorted(years)] == [2565, 2566, 2567]
    assert max(years) >= years[0] == kind(2567)
    with pytest.raises(TypeError, match="not supported"):
        _ = years[0] < 2567


def test_years_of_two_kinds_have_no_order() -> None:
    with pytest.raises(TypeError, match="not supported"):
        _ = FiscalYear(2567) < AcademicYear(2567)


def test_doctests() -> None:
    assert doctest.testmod(eras).failed == 0


def test_every_day_has_one_name_and_the_years_have_their_lengths() -> None:
    days = every_day()
    names = [to_buddhist(day) for day in days]
    assert len(days) == 77_341
    assert len(set(names)) == len(names)
    assert [to_gregorian(*name) for name in names] == days
    lengths = [sum(name.year == year for name in names) for year in (2482, 2483, 2484)]
    assert lengths == [366, 275, 365]


def test_years_agree_with_counting_them_one_by_one() -> None:
    for day in every_day()[::17]:
        assert to_buddhist(day).year == slow_buddhist_year(day)


@given(DAYS, DAYS)
def test_the_conversion_is_a_bijection_that_keeps_order(a: date, b: date) -> None:
    def in_order(day: date) -> tuple[int, int, int]:
        year, month, number = to_buddhist(day)
        return year, (month - 4) % 12 if day < date(1941, 1, 1) else month, number

    assert to_gregorian(*to_buddhist(a)) == a
    assert (a < b) == (in_order(a) < in_order(b))


@given(st.dates(date(1941, 1, 1), date(2600, 12, 31)))
def test_icu_bears_witness_after_1941(day: date) -> None:
    icu = pytest.importorskip("icu")
    calendar = icu.Calendar.createInstance(icu.TimeZone.createTimeZone("UTC"), icu.Locale("th_TH@calendar=buddhist"))
    calendar.setTime((day - date(1970, 1, 1)).total_seconds())
    fields = icu.UCalendarDateFields
    witness = (calendar.get(fields.YEAR), calendar.get(fields.MONTH) + 1, calendar.get(fields.DAY_OF_MONTH))
    assert to_buddhist(day) == witness
    assert calendar.get(fields.DAY_OF_WEEK) == day.isoweekday() % 7 + 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ((2432, 4, 1), date(1889, 4, 1)),
        ((2432, 3, 31), date(1890, 3, 31)),
        ((2438, 2, 29), date(1896, 2, 29)),
        ((2482, 3, 31), date(1940, 3, 31)),
        ((2483, 4, 1), date(1940, 4, 1)),
        ((2483, 12, 31), date(1940, 12, 31)),
        ((2484, 1, 1), date(1941, 1, 1)),
        ((2135, 1, 18), date(1593, 1, 18)),
        ((2543, 2, 29), date(2000, 2, 29)),
    ],
)
def test_edges(written: tuple[int, int, int], expected: date) -> None:
    assert to_gregorian(*written) == expected
    assert to_buddhist(expected) == written


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ((2483, 1, 15), "15 January 2483 BE does not exist: the year began on 1 April and ended on 31 December 1940"),
        ((2483, 3, 31), "ended on 31 December 1940"),
        ((2567, 4, 31), "31 April 2567 BE does not exist: April 2024 CE has 30 days"),
        ((2442, 2, 29), "February 1900 CE has 28 days"),
        ((2566, 2, 29), "February 2023 CE has 28 days"),
        ((2566, 13, 1), "month must be in 1..12, not 13"),
        ((2566, 1, 0), "0 January 2566 BE does not exist"),
        ((100, 5, 1), "is out of range"),
        ((20_000, 5, 1), "is out of range"),
    ],
)
def test_what_does_not_exist_says_why(written: tuple[int, int, int], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        to_gregorian(*written)


def test_other_eras() -> None:
    assert to_gregorian(115, 9, 18, era="RS") == date(1896, 9, 18)
    assert to_gregorian(124, 3, 18, era=Era.RS) == date(1906, 3, 18)
    assert to_gregorian(1940, 2, 1, era="CE") == date(1940, 2, 1)
    assert gregorian_year(1250, era="CS") == 1888
    assert convert_year(2567, era="BE", to="RS") == 243
    with pytest.raises(ValueError, match="lunar"):
        to_gregorian(1250, 1, 1, era="CS")
    with pytest.raises(ValueError, match="that era began in 2325 BE"):
        convert_year(2000, era="BE", to="RS")
    with pytest.raises(ValueError, match="mid-April"):
        gregorian_year(1250, month=1, era="CS")


@given(st.integers(600, 9000), st.sampled_from(Era), st.sampled_from(Era))
def test_years_convert_back(year: int, era: Era, to: Era) -> None:
    try:
        there = convert_year(year, era=era, to=to)
    except ValueError:
        return
    assert convert_year(there, era=to, to=era) == year


@pytest.mark.parametrize("year", [ThaiYear(2483), FiscalYear(2569), AcademicYear(2564)], ids=repr)
def test_a_year_is_copied_whole(year: ThaiYear | FiscalYear | AcademicYear) -> None:
    for same in (copy.copy(year), copy.deepcopy(year), pickle.loads(pickle.dumps(year))):  # noqa: S301  (our own bytes)
        assert same == year
        assert repr(same) == repr(year)


def test_civil_years_follow_one_another() -> None:
    years = [ThaiYear(number) for number in range(2432, 2650)]
    assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(years))
    assert ThaiYear(2566).quarter(3).edtf == "2023-07-01/2023-09-30"
    assert ThaiYear(2481).quarter(4).edtf == "1939-01-01/1939-03-31"
    with pytest.raises(ValueError, match="nine months"):
        ThaiYear(2483).quarter(1)


def test_fiscal_years() -> None:
    assert FiscalYear(2569).edtf == "2025-10-01/2026-09-30"
    assert [FiscalYear(2569).quarter(n).edtf for n in (1, 4)] == ["2025-10-01/2025-12-31", "2026-07-01/2026-09-30"]
    assert FiscalYear(2481).edtf == "1938-04-01/1939-03-31"
    assert FiscalYear(2503).edtf == "1960-01-01/1960-12-31"
    assert FiscalYear(2505).edtf == "1961-10-01/1962-09-30"
    for number in (2400, 2482, 2483, 2504):
        with pytest.raises(ValueError, match=f"fiscal year {number} BE"):
            FiscalYear(number)
    with pytest.raises(ValueError, match=r"quarter must be in 1\.\.4, not 5"):
        FiscalYear(2569).quarter(5)


@given(st.dates(date(1961, 10, 1), date(2200, 1, 1)))
def test_a_day_lies_in_its_fiscal_and_academic_year(day: date) -> None:
    fiscal = fiscal_year_of(day)
    assert day in fiscal
    assert FiscalYear(fiscal.number) == fiscal
    assert [n for n in (1, 2, 3, 4) if day in fiscal.quarter(n)] == [fiscal_quarter_of(day)]
    assert day in academic_year_of(day)


def test_days_of_fiscal_years_without_known_bounds() -> None:
    assert fiscal_year_of(date(1939, 3, 31)).number == 2481
    assert fiscal_quarter_of(date(1939, 3, 31)) == 4
    assert fiscal_year_of(date(1960, 12, 31)).number == 2503
    assert fiscal_quarter_of(date(1960, 12, 31)) == 4
    assert fiscal_year_of(date(1961, 10, 1)).number == 2505
    for day in (date(1939, 4, 1), date(1940, 12, 31), date(1961, 1, 1), date(1961, 9, 30)):
        with pytest.raises(ValueError, match="has no known bounds"):
            fiscal_year_of(day)


@pytest.mark.parametrize("kind", [ThaiYear, FiscalYear, AcademicYear])
def test_a_year_that_no_calendar_reaches_says_so(kind: type[FiscalYear]) -> None:
    with pytest.raises(ValueError, match="BE is out of range"):
        kind(10_543)
    with pytest.raises(ValueError, match="BE is out of range"):
        kind(543)


def test_the_last_days_have_no_academic_year() -> None:
    assert academic_year_of(date(9999, 5, 15)).end == date(9999, 5, 15)
    with pytest.raises(ValueError, match="15 May 10543 BE is out of range"):
        academic_year_of(date(9999, 5, 16))


def test_academic_years() -> None:
    assert AcademicYear(2564).edtf == "2021-05-16/2022-05-15"
    assert AcademicYear(2564).term(1).edtf == "2021-05-16/2021-10-11"
    with pytest.raises(ValueError, match="term must be 1 or 2"):
        AcademicYear(2564).term(3)
