"""Give dates their years: the header date first, then every other by nearness to it.

In:   Layout and the mentions of written dates.
Out:  Dated: the expressions of the contract with their folded ranges.
Not:  which event a date belongs to.
"""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import Mention, Mentions
from thaigov_extract.eras import (
    JANUARY_YEARS_BEGIN,
    APRIL_YEARS_BEGIN,
    AcademicYear,
    Era,
    FiscalYear,
    ThaiYear,
    gregorian_year,
)
from thaigov_extract.finders.dates import Point, Unread, WrittenDate, WrittenYear
from thaigov_extract.models import (
    DateExpression,
    DateKind,
    Diagnostic,
    DiagnosticCode,
    InferredPart,
)
from thaigov_extract.resolve._years import Context, YearReading, read_year

Report = Callable[[Diagnostic], None]

_EPOCH = date(1970, 1, 1)
"""The header date of a page without one: the first day of the computer's clock."""


_FIRST_FISCAL = 2505
"""Earlier fiscal years had other bounds; those that occur are slips."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    expression: DateExpression


def resolve_dates(
    layout: Layout, mentions: Mentions, reference: date | None, report: Report
) -> tuple[DateExpression | None, tuple[Dated, ...]]:
    """Return the date of publication, and every date expression outside the header in text order."""
    header = layout.header
    published = None
    if header is not None:
        published = _published(layout, mentions, report)
        if published is not None:
            reference = published.start
    reader = _Reader(layout, reference, report)
    dates = tuple(
        dated
        for mention in mentions.of(WrittenDate)
        if header is None or not header[0] <= mention.lo < header[1]
        for dated in reader.read(mention)
    )
    for unread in mentions.of(Unread):
        reader.remark(DiagnosticCode(unread.value.code), unread.lo, unread.hi, _UNREAD[unread.value.code])
    return published, dates


_UNREAD = {
    "lunar_date": "A day of the lunar calendar is not converted.",
    "recurring_date": "A day that comes round every month or year is no single date.",
    "era_unsupported": "Years of this era are not converted.",
}


def _published(layout: Layout, mentions: Mentions, report: Report) -> DateExpression | None:
    assert layout.header is not None
    reader = _Reader(layout, None, report)
    for mention in mentions.within(WrittenDate, *layout.header):
        for dated in reader.read(mention):
            if dated.expression.start == _EPOCH:
                reader.remark(
                    DiagnosticCode.EPOCH_HEADER, dated.lo, dated.hi, "The header date is that of an empty page."
                )
                return None
            return dated.expression
    return None


@dataclass(frozen=True, slots=True)
class _Interval:
    """What an expression means: the EDTF string with its bounds, and what was supplied or contradicts itself."""

    kind: DateKind
    edtf: str
    start: date
    end: date
    inferred: tuple[InferredPart, ...] = ()
    conflict: DiagnosticCode | None = None


_Found = tuple[int, int, _Interval]


class _Reader:
    """Reads written dates by one reference date, and reports what is wrong with them."""

    __slots__ = ("_layout", "_reference", "_report")

    def __init__(self, layout: Layout, reference: date | None, report: Report) -> None:
        self._layout = layout
        self._reference = reference
        self._report = report

    def remark(self, code: DiagnosticCode, lo: int, hi: int, message: str) -> None:
        self._report(Diagnostic(code=code, message=message, span=self._layout.source.span(lo, hi)))

    def read(self, mention: Mention[WrittenDate]) -> Iterator[Dated]:
        """Yield the expressions of one mention: one, or the sound end of a broken range, or none."""
        written = self._of_two_months(mention)
        match written.unit:
            case "day":
                found = self._days(mention, written)
            case "month":
                found = self._months(mention, written)
            case _:
                found = self._years(mention, written)
        source = self._layout.source
        for lo, hi, interval in found:
            yield Dated(
                lo,
                hi,
                DateExpression(
                    span=source.span(lo, hi),
                    text=source.written(lo, hi),
                    edtf=interval.edtf,
                    kind=interval.kind,
                    start=interval.start,
                    end=interval.end,
                    inferred=list(interval.inferred),
                    conflict=interval.conflict,
                ),
            )

    def _of_two_months(self, mention: Mention[WrittenDate]) -> WrittenDate:
        """Return the reading nearest the reference date where an abbreviation may mean either of two months."""
        written = mention.value
        if written.first.other_month is None or written.last is not None or self._reference is None:
            return written
        reference = self._reference
        other = replace(written, first=replace(written.first, month=written.first.other_month))
        silent = _Reader(self._layout, reference, lambda _: None)

        def distance(reading: WrittenDate) -> int:
            found = (silent._days if reading.unit == "day" else silent._months)(mention, reading)
            return min((abs((interval.start - reference).days) for _, _, interval in found), default=1 << 30)

        return min(written, other, key=distance)

    # -- years ---------------------------------------------------------------------------------------------------

    def _year(self, point: Point, year: WrittenYear, context: Context) -> YearReading:
        reading = read_year(year, context, self._reference.year if self._reference else None)
        if reading.problem is not None:
            self.remark(reading.problem, point.lo, point.hi, _about_year(year.digits, reading))
        return reading

    def _years(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        context = _YEAR_CONTEXTS[written.unit]
        readings: list[YearReading] = []
        for point in (written.first, written.last):
            if point is not None and point.year is not None:
                readings.append(self._year_after(readings, point, point.year, context))
        if any(reading.number is None for reading in readings):
            return []
        bounds = [bound for reading in readings if (bound := _year_bounds(reading, context)) is not None]
        if len(bounds) < len(readings):
            self.remark(DiagnosticCode.IMPLAUSIBLE_YEAR, mention.lo, mention.hi, "This year is outside the calendar.")
            return []
        (start, _, _), (_, end, _) = bounds[0], bounds[-1]
        if len(bounds) == 2 and start >= bounds[1][0]:
            self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before it begins.")
            return []
        conflict = next((r.problem for r in readings if r.problem is DiagnosticCode.ERA_SUSPECT), None)
        inferred = _together(*(reading.inferred for reading in readings))
        if context == "year":
            kind: DateKind = "year" if len(readings) == 1 else "year_range"
            edtf = "/".join(name for _, _, name in bounds)
        else:
            kind = "fiscal_year" if context == "fiscal" else "academic_year"
            edtf = f"{start.isoformat()}/{end.isoformat()}"
        return [(mention.lo, mention.hi, _Interval(kind, edtf, start, end, inferred, conflict))]

    def _year_after(self, earlier: list[YearReading], point: Point, year: WrittenYear, context: Context) -> YearReading:
        """Return what a year means, the second one of a range by the era and century of the first."""
        if earlier and earlier[0].number is not None:
            first = earlier[0]
            if len(year.digits) == 2:
                return replace(first, number=earlier[0].number // 100 * 100 + int(year.digits))
            if not year.era and "era" not in first.inferred:
                year = WrittenYear(year.digits, _ERA_WORDS[first.era])
        return self._year(point, year, "english" if point.english else context)

    # -- months --------------------------------------------------------------------------------------------------

    def _months(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        for point in (written.first, written.last):
            if point is not None and point.misspelt:
                self._spelling(point)
        ends = self._ends(mention, written, self._month)
        if ends is None:
            return []
        first, last, inferred, conflict = ends
        end = date(last.year, last.month, monthrange(last.year, last.month)[1])
        edtf = f"{first.isoformat()[:7]}" if written.last is None else f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
        kind: DateKind = "month" if written.last is None else "month_range"
        return [(mention.lo, mention.hi, _Interval(kind, edtf, first, end, inferred, conflict))]

    def _month(self, point: Point, year: int, era: Era) -> date | DiagnosticCode:
        assert point.month is not None
        return _day(replace(point, day=1), year, era)

    # -- days ----------------------------------------------------------------------------------------------------

    def _days(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        for point in (written.first, written.last):
            if point is not None and point.misspelt:
                self._spelling(point)
        if written.from_today:
            return self._from_today(mention, written)
        ends = self._ends(mention, written, _day)
        if ends is None:
            return self._sound_end(mention, written)
        first, last, inferred, conflict = ends
        for point, day in ((written.first, first), (written.last, last)):
            if point is not None and point.weekday is not None and day.weekday() != point.weekday:
                conflict = self._weekday(point, day)
        if written.today and self._reference and abs((first - self._reference).days) >= 300:
            conflict = DiagnosticCode.TODAY_MISMATCH
            self.remark(conflict, mention.lo, mention.hi, "Today is not the date of publication.")
        if written.last is None:
            interval = _Interval("date", first.isoformat(), first, first, inferred, conflict)
        else:
            edtf = f"{first.isoformat()}/{last.isoformat()}"
            interval = _Interval("range", edtf, first, last, inferred, conflict)
        return [(mention.lo, mention.hi, interval)]

    def _from_today(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        ends = self._ends(mention, replace(written, from_today=False), _day)
        if ends is None:
            return []
        last, _, inferred, conflict = ends
        if self._reference is None or last < self._reference:
            if self._reference is None:
                self.remark(
                    DiagnosticCode.NO_REFERENCE, mention.lo, mention.hi, "Today is unknown: the text has no date."
                )
            else:
                self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before today.")
            return [
                (
                    written.first.lo,
                    written.first.hi,
                    _Interval("date", last.isoformat(), last, last, inferred, conflict),
                )
            ]
        first = self._reference
        edtf = f"{first.isoformat()}/{last.isoformat()}"
        inferred = _together(("day", "month", "year"), inferred)
        return [(mention.lo, mention.hi, _Interval("range", edtf, first, last, inferred, conflict))]

    def _sound_end(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return the end of a range that is a day, where the other is not."""
        if written.last is None:
            return []
        silent = _Reader(self._layout, self._reference, lambda _: None)
        found = []
        for point in (written.first, written.last):
            if point.year is None and point is written.first:
                point = replace(point, year=written.last.year)
            single = Mention(point.lo, point.hi, WrittenDate("day", point), mention.rule)
            found.extend(silent._days(single, single.value))
        return found if len(found) == 1 else []

    def _spelling(self, point: Point) -> None:
        assert point.month is not None
        message = f"The month is misspelt; it is read as {month_name[point.month]}."
        self.remark(DiagnosticCode.MONTH_SPELLING, point.lo, point.hi, message)

    def _weekday(self, point: Point, day: date) -> DiagnosticCode:
        code = DiagnosticCode.WEEKDAY_MISMATCH
        self.remark(code, point.lo, point.hi, f"{day.isoformat()} is a {day:%A}.")
        return code

    # -- both ends -----------------------------------------------------------------------------------------------

    def _ends(
        self,
        mention: Mention[WrittenDate],
        written: WrittenDate,
        place: Callable[[Point, int, Era], date | DiagnosticCode],
    ) -> tuple[date, date, tuple[InferredPart, ...], DiagnosticCode | None] | None:
        first, last = written.first, written.last or written.first
        if first.year is None and last.year is None:
            if written.beside is None:
                return self._nearest(mention, written, place)
            last = replace(last, year=written.beside)
            first = first if written.last else last
        readings: list[YearReading | None] = []
        for point in (first, last) if written.last else (first,):
            if point.year is None:
                readings.append(None)
                continue
            context: Context = "english" if point.english else "day" if point.day is not None else "year"
            reading = self._year(point, point.year, context)
            if reading.number is None:
                return None
            readings.append(reading)
        start_year, end_year = readings[0], readings[-1]
        if start_year is None and end_year is not None:
            end = self._placed(last, end_year, place)
            start = self._placed(first, end_year, place) if end else None
            if start and end and start > end and (first.month or 0) != (last.month or 0):
                start = self._placed(first, replace(end_year, number=(end_year.number or 0) - 1), place)
        elif end_year is None and start_year is not None:
            start = self._placed(first, start_year, place)
            end = self._placed(last, start_year, place) if start else None
            if start and end and end < start:
                end = self._placed(last, replace(start_year, number=(start_year.number or 0) + 1), place)
        else:
            assert start_year is not None and end_year is not None
            start = self._placed(first, start_year, place)
            end = self._placed(last, end_year, place) if written.last else start
        if start is None or end is None:
            return None
        if end < start:
            self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before it begins.")
            return None
        inferred = _together(
            *(reading.inferred for reading in readings if reading), ("year",) if written.beside else ()
        )
        conflict = next((r.problem for r in readings if r and r.problem), None)
        return start, end, inferred, conflict

    def _placed(
        self, point: Point, year: YearReading, place: Callable[[Point, int, Era], date | DiagnosticCode]
    ) -> date | None:
        assert year.number is not None and point.month is not None
        day = place(point, year.number, year.era)
        if isinstance(day, DiagnosticCode):
            self.remark(day, point.lo, point.hi, _ABOUT_DAY[day])
            return None
        if year.era is not Era.CE and point.month <= 3 and day < JANUARY_YEARS_BEGIN:
            message = (
                f"The year began on 1 April, so that this month lies in {day.year}; "
                f"whoever counts years from January means {day.year - 1}."
            )
            self.remark(DiagnosticCode.APRIL_NEW_YEAR, point.lo, point.hi, message)
        if point.day is not None and day < APRIL_YEARS_BEGIN:
            message = "This day lies before the solar calendar of 1889; it is read in the proleptic Gregorian calendar."
            self.remark(DiagnosticCode.PROLEPTIC_DATE, point.lo, point.hi, message)
        return day

    def _nearest(
        self,
        mention: Mention[WrittenDate],
        written: WrittenDate,
        place: Callable[[Point, int, Era], date | DiagnosticCode],
    ) -> tuple[date, date, tuple[InferredPart, ...], DiagnosticCode | None] | None:
        reference = self._reference
        if not _exists_in_some_year(written.first) or (written.last and not _exists_in_some_year(written.last)):
            self.remark(
                DiagnosticCode.IMPOSSIBLE_DATE, mention.lo, mention.hi, _ABOUT_DAY[DiagnosticCode.IMPOSSIBLE_DATE]
            )
            return None
        if reference is None:
            message = "The year is not written, and nothing dates the text."
            self.remark(DiagnosticCode.NO_REFERENCE, mention.lo, mention.hi, message)
            return None
        candidates = list(_candidates(written, reference.year, place))
        if not candidates:
            self.remark(
                DiagnosticCode.IMPOSSIBLE_DATE, mention.lo, mention.hi, _ABOUT_DAY[DiagnosticCode.IMPOSSIBLE_DATE]
            )
            return None
        start, end = _nearest_of(candidates, reference, written.direction)
        return start, end, ("year",), None


_YEAR_CONTEXTS: dict[str, Context] = {"year": "year", "fiscal": "fiscal", "academic": "academic"}
_ERA_WORDS = {Era.BE: "be", Era.CE: "ce", Era.RS: "rs"}

_ABOUT_DAY = {
    DiagnosticCode.IMPOSSIBLE_DATE: "This day is not in the calendar.",
    DiagnosticCode.NO_SUCH_THAI_DATE: "The year 2483 BE began on 1 April and ended on 31 December 1940.",
}


def _about_year(digits: str, reading: YearReading) -> str:
    about = {
        DiagnosticCode.IMPLAUSIBLE_YEAR: f"The year {digits} cannot be meant",
        DiagnosticCode.MALFORMED_YEAR: f"The year {digits} has a digit too many or too few",
        DiagnosticCode.ERA_MISMATCH: f"The year {digits} does not fit the era written before it",
        DiagnosticCode.ERA_SUSPECT: f"The year {digits} looks like one of another era than the one written before it",
    }
    hint = f"; {reading.hint} may be meant" if reading.hint else ""
    return f"{about[reading.problem or DiagnosticCode.IMPLAUSIBLE_YEAR]}{hint}."


def _together(*parts: tuple[InferredPart, ...]) -> tuple[InferredPart, ...]:
    if len(parts) == 1:
        return parts[0]
    order: tuple[InferredPart, ...] = ("day", "month", "year", "century", "era")
    found = {part for group in parts for part in group}
    return tuple(part for part in order if part in found) if found else ()


def _day(point: Point, year: int, era: Era) -> date | DiagnosticCode:
    """Return the day of `point` in `year`, or the code that says why there is none."""
    assert point.month is not None
    buddhist = year + (2324 if era is Era.RS else 0)
    if era is not Era.CE and buddhist == 2483 and point.month <= 3:
        return DiagnosticCode.NO_SUCH_THAI_DATE
    gregorian = gregorian_year(year, month=point.month, era=era)
    day = point.day or 1
    if not 1 <= gregorian <= 9999 or not 1 <= day <= monthrange(gregorian, point.month)[1]:
        return DiagnosticCode.IMPOSSIBLE_DATE
    return date(gregorian, point.month, day)


def _year_bounds(reading: YearReading, context: Context) -> tuple[date, date, str] | None:
    assert reading.number is not None
    nominal = gregorian_year(reading.number, era=reading.era)
    if not 1 <= nominal <= 9998:
        return None
    buddhist = nominal + 543
    if context == "fiscal":
        if buddhist < _FIRST_FISCAL:
            return None
        fiscal = FiscalYear(buddhist)
        return fiscal.start, fiscal.end, ""
    if context == "academic":
        academic = AcademicYear(buddhist)
        return academic.start, academic.end, ""
    if reading.era is Era.CE or nominal >= JANUARY_YEARS_BEGIN.year:
        return date(nominal, 1, 1), date(nominal, 12, 31), f"{nominal:04d}"
    thai = ThaiYear(buddhist)
    return thai.start, thai.end, f"{nominal:04d}"


def _exists_in_some_year(point: Point) -> bool:
    return point.day is None or point.month is None or 1 <= point.day <= monthrange(2024, point.month)[1]


def _candidates(
    written: WrittenDate, year: int, place: Callable[[Point, int, Era], date | DiagnosticCode]
) -> Iterator[tuple[date, date]]:
    """Yield the interval in the years around `year`, the reference's own year first."""
    first, last = written.first, written.last or written.first
    leap = any(point.month == 2 and point.day == 29 for point in (first, last))
    reach = 8 if leap else 1
    for offset in sorted(range(-reach, reach + 1), key=abs):
        start = place(first, year + offset, Era.CE)
        end = place(last, year + offset, Era.CE)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            end = place(last, year + offset + 1, Era.CE)
        if isinstance(start, date) and isinstance(end, date):
            if first.day is None:
                end = date(end.year, end.month, monthrange(end.year, end.month)[1])
            yield start, end


def _nearest_of(candidates: list[tuple[date, date]], reference: date, direction: str) -> tuple[date, date]:
    def distance(interval: tuple[date, date]) -> int:
        start, end = interval
        return (start - reference).days if start > reference else max(0, (reference - end).days)

    if direction == "past":
        past = [interval for interval in candidates if interval[0] <= reference]
        candidates = past or candidates
    elif direction == "near":
        ahead = [interval for interval in candidates if interval[1] >= reference - timedelta(days=31)]
        candidates = ahead or candidates
    return min(candidates, key=distance)
