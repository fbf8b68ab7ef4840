"""Give dates their years: the header date first, then every other by nearness to it.

In:   Layout and the mentions of written dates.
Out:  Dated: the expressions of the contract with their folded ranges.
Not:  which event a date belongs to.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from thaigov_extract._layout import Layout, Range
from thaigov_extract._mentions import Mention, Mentions, made, record
from thaigov_extract.eras import (
    APRIL_YEARS_BEGIN,
    BUDDHIST_OFFSET,
    JANUARY_YEARS_BEGIN,
    MONTHS,
    WEEKDAYS,
    AcademicYear,
    Era,
    FiscalYear,
    ThaiYear,
    unchecked_gregorian_year,
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


@record
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
    published = _published(layout, header, mentions, report) if header else None
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
        reader.remark(unread.value.code, unread.lo, unread.hi, _WHY_NO_DATE[unread.value.code])
    return published, dates


_WHY_NO_DATE = {
    DiagnosticCode.LUNAR_DATE: "A day of the lunar calendar is not converted.",
    DiagnosticCode.RECURRING_DATE: "A day that comes round every month or year is no single date.",
    DiagnosticCode.ERA_UNSUPPORTED: "Years of this era are not converted.",
    DiagnosticCode.IMPLAUSIBLE_YEAR: "The year of two digits cannot be meant.",
    DiagnosticCode.IMPOSSIBLE_DATE: "This day is not in the calendar.",
    DiagnosticCode.NO_SUCH_THAI_DATE: "The year 2483 BE began on 1 April and ended on 31 December 1940.",
}
"""What the diagnostic of each code says."""


def _published(layout: Layout, header: Range, mentions: Mentions, report: Report) -> DateExpression | None:
    reader = _Reader(layout, None, report)
    for mention in mentions.within(WrittenDate, *header):
        for dated in reader.read(mention):
            if dated.expression.start == _EPOCH:
                reader.remark(
                    DiagnosticCode.EPOCH_HEADER, dated.lo, dated.hi, "The header date is that of an empty page."
                )
                return None
            return dated.expression
    return None


class _Interval(NamedTuple):
    """What an expression means: the EDTF string with its bounds, and what was supplied or contradicts itself."""

    kind: DateKind
    edtf: str
    start: date
    end: date
    inferred: tuple[InferredPart, ...] = ()
    conflict: DiagnosticCode | None = None


class _Ends(NamedTuple):
    """The first and the last day of a date; of months, the first days of both."""

    first: date
    last: date
    inferred: tuple[InferredPart, ...] = ()
    conflict: DiagnosticCode | None = None


def _of_days(ends: _Ends, *, is_range: bool) -> _Interval:
    if is_range:
        edtf = f"{ends.first.isoformat()}/{ends.last.isoformat()}"
        return _Interval("range", edtf, ends.first, ends.last, ends.inferred, ends.conflict)
    return made(_Interval, ("date", ends.first.isoformat(), ends.first, ends.first, ends.inferred, ends.conflict))


_Found = tuple[int, int, _Interval]


class _Reader:
    """Reads written dates by one reference date, and reports what is wrong with them."""

    __slots__ = ("_layout", "_reference", "_report")

    def __init__(self, layout: Layout, reference: date | None, report: Report) -> None:
        self._layout = layout
        self._reference = reference
        self._report = report

    def remark(self, code: DiagnosticCode, lo: int, hi: int, message: str) -> None:
        """Report what is wrong at `[lo, hi)`."""
        self._report(Diagnostic(code=code, message=message, span=self._layout.source.span(lo, hi)))

    def read(self, mention: Mention[WrittenDate]) -> Iterator[Dated]:
        """Yield the expressions of one mention: one, or the sound end of a broken range, or none."""
        written = mention.value
        if written.first.other_month is not None and written.last is None and self._reference is not None:
            written = self._nearer_month(mention, written.first.other_month, self._reference)
        source = self._layout.source
        for lo, hi, interval in self.readings(mention, written):
            expression = DateExpression.model_validate(
                {
                    "span": source.span_fields(lo, hi),
                    "text": source.written(lo, hi),
                    "edtf": interval.edtf,
                    "kind": interval.kind,
                    "start": interval.start,
                    "end": interval.end,
                    "inferred": list(interval.inferred),
                    "conflict": interval.conflict,
                }
            )
            yield Dated(lo, hi, expression)

    def readings(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return what `written` means, nothing where something is wrong with it."""
        match written.unit:
            case "day":
                return self.days(mention, written)
            case "month":
                return self.months(mention, written)
            case _:
                return self.years(mention, written)

    def _nearer_month(self, mention: Mention[WrittenDate], other_month: int, reference: date) -> WrittenDate:
        """Return the reading nearest the reference date of an abbreviation that may mean either of two months."""
        written = mention.value
        other = replace(written, first=written.first._replace(month=other_month))
        silent = self._silent()

        def distance(reading: WrittenDate) -> int:
            found = silent.readings(mention, reading)
            return min((abs((interval.start - reference).days) for _, _, interval in found), default=1 << 30)

        return min(written, other, key=distance)

    # -- years ---------------------------------------------------------------------------------------------------

    def _year(self, point: Point, year: WrittenYear, context: Context) -> YearReading:
        reading = read_year(year, context, self._reference.year if self._reference else None)
        if reading.problem is not None:
            self.remark(reading.problem, point.lo, point.hi, _about_year(year.digits, reading))
        return reading

    def years(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return the reading of a year or of a range of years."""
        context = _YEAR_CONTEXTS[written.unit]
        readings: list[YearReading] = []
        for point in (written.first, written.last):
            if point is not None and point.year is not None:
                readings.append(self._year_after(readings, point, point.year, context))
        if None in [reading.number for reading in readings]:
            return []
        bounds = [bound for reading in readings if (bound := _year_bounds(reading, context)) is not None]
        if len(bounds) < len(readings):
            self.remark(DiagnosticCode.IMPLAUSIBLE_YEAR, mention.lo, mention.hi, "This year is outside the calendar.")
            return []
        (start, _, _), (_, end, _) = bounds[0], bounds[-1]
        if len(bounds) == 2 and start >= bounds[1][0]:
            self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before it begins.")
            return []
        suspect = DiagnosticCode.ERA_SUSPECT
        conflict = suspect if suspect in [reading.problem for reading in readings] else None
        inferred = _together(*[reading.inferred for reading in readings])
        if context == "year":
            kind: DateKind = "year" if len(readings) == 1 else "year_range"
            edtf = "/".join([name for _, _, name in bounds])
        else:
            kind = "fiscal_year" if context == "fiscal" else "academic_year"
            edtf = f"{start.isoformat()}/{end.isoformat()}"
        return [(mention.lo, mention.hi, made(_Interval, (kind, edtf, start, end, inferred, conflict)))]

    def _year_after(self, earlier: list[YearReading], point: Point, year: WrittenYear, context: Context) -> YearReading:
        """Return what a year means, the second one of a range by the era and century of the first."""
        if earlier and earlier[0].number is not None:
            first = earlier[0]
            if len(year.digits) == 2:
                return replace(first, number=earlier[0].number // 100 * 100 + int(year.digits))
            if not year.era and "era" not in first.inferred:
                year = WrittenYear(year.digits, _ERA_WORDS[first.era])
        return self._year(point, year, "english" if point.english else context)

    # -- months and days -----------------------------------------------------------------------------------------

    def months(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return the reading of a month or of a range of months."""
        self._spelling(written)
        ends = self._ends(mention, written)
        if ends is None:
            return []
        last = _end_of_month(ends.last)
        names = [ends.first.isoformat()[:7], last.isoformat()[:7]]
        kind: DateKind = "month_range" if written.last else "month"
        edtf = "/".join(names) if written.last else names[0]
        return [(mention.lo, mention.hi, _Interval(kind, edtf, ends.first, last, ends.inferred, ends.conflict))]

    def days(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return the readings of days: one, or the sound end of a broken range, or none."""
        self._spelling(written)
        ends = self._ends(mention, written)
        if ends is None:
            return self._sound_end(mention, written)
        conflict = ends.conflict
        for point, day in ((written.first, ends.first), (written.last, ends.last)):
            if point is not None and point.weekday is not None and day.weekday() != point.weekday:
                conflict = self._weekday(point, point.weekday, day)
        if written.from_today:
            return self._from_today(mention, written.first, ends._replace(conflict=conflict))
        if written.today and self._reference and abs((ends.first - self._reference).days) >= _OTHER_DAY:
            conflict = DiagnosticCode.TODAY_MISMATCH
            self.remark(conflict, mention.lo, mention.hi, "Today is not the date of publication.")
        if conflict is not ends.conflict:
            ends = ends._replace(conflict=conflict)
        if written.last is not None and None in (written.first.day, written.last.day):
            ends = _filled(ends, written.last)
        return [(mention.lo, mention.hi, _of_days(ends, is_range=written.last is not None))]

    def _from_today(self, mention: Mention[WrittenDate], point: Point, ends: _Ends) -> list[_Found]:
        """Return the range from the reference date to the day of `point`, or that day where there is none."""
        if self._reference is None:
            self.remark(DiagnosticCode.NO_REFERENCE, mention.lo, mention.hi, "Today is unknown: the text has no date.")
        elif ends.last < self._reference:
            self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before today.")
        else:
            inferred = _together(("day", "month", "year"), ends.inferred)
            whole = ends._replace(first=self._reference, inferred=inferred)
            return [(mention.lo, mention.hi, _of_days(whole, is_range=True))]
        return [(point.lo, point.hi, _of_days(ends, is_range=False))]

    def _sound_end(self, mention: Mention[WrittenDate], written: WrittenDate) -> list[_Found]:
        """Return the end of a range that is a day or a month of the calendar, where the other is not."""
        if written.last is None:
            return []
        silent = self._silent()
        found = []
        for point in (written.first._replace(year=written.first.year or written.last.year), written.last):
            single = WrittenDate("month" if point.day is None else "day", point)
            found.extend(silent.readings(Mention(point.lo, point.hi, single, mention.rule), single))
        return found if len(found) == 1 else []

    def _silent(self) -> _Reader:
        return _Reader(self._layout, self._reference, lambda _: None)

    def _spelling(self, written: WrittenDate) -> None:
        for point in (written.first, written.last):
            if point is not None and point.misspelt and point.month is not None:
                message = f"The month is misspelt; it is read as {MONTHS[point.month - 1]}."
                self.remark(DiagnosticCode.MONTH_SPELLING, point.lo, point.hi, message)

    def _weekday(self, point: Point, weekday: int, day: date) -> DiagnosticCode:
        code = DiagnosticCode.WEEKDAY_MISMATCH
        meant = _with_weekday(day, weekday, self._reference) if self._reference else None
        hint = f"; {meant.isoformat()} may be meant" if meant else ""
        message = f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}{hint}."
        self.remark(code, point.lo, point.hi, message)
        return code

    # -- both ends -----------------------------------------------------------------------------------------------

    def _ends(self, mention: Mention[WrittenDate], written: WrittenDate) -> _Ends | None:
        """Return the first days of both ends, of which a single date has but one."""
        first, last = written.first, written.last
        if first.year is None and (last is None or last.year is None):
            if written.beside is None:
                return self._nearest(mention, written)
            first = first._replace(year=written.beside) if last is None else first
            last = last and last._replace(year=written.beside)
        supplied: tuple[InferredPart, ...] = ("year",) if written.beside else ()
        if last is None:
            return self._only_end(first, supplied)
        years = self._year_of(first), self._year_of(last)
        readings = [year for year in years if year is not None]
        if None in [reading.number for reading in readings]:
            return None
        start, end = self._both(first, last, *years)
        if start is None or end is None:
            return None
        if end < start:
            self.remark(DiagnosticCode.REVERSED_RANGE, mention.lo, mention.hi, "The range ends before it begins.")
            return None
        inferred = _together(*[reading.inferred for reading in readings], supplied)
        return _Ends(start, end, inferred, next((year.problem for year in readings if year.problem), None))

    def _only_end(self, point: Point, supplied: tuple[InferredPart, ...]) -> _Ends | None:
        year = self._year_of(point)
        day = self._placed(point, year)
        if year is None or day is None:
            return None
        inferred = _together(year.inferred, supplied) if supplied else year.inferred
        return made(_Ends, (day, day, inferred, year.problem))

    def _year_of(self, point: Point) -> YearReading | None:
        if point.year is None:
            return None
        context: Context = "english" if point.english else "year" if point.day is None else "day"
        return self._year(point, point.year, context)

    def _both(
        self, first: Point, last: Point, opening: YearReading | None, closing: YearReading | None
    ) -> tuple[date | None, date | None]:
        """Return the days of both ends; a year that one end leaves out is the other's, or the one next to it."""
        if opening is None:
            end = self._placed(last, closing)
            start = self._placed(first, closing) if end else None
            if start and end and end < start and first.month != last.month:
                start = self._placed(first, _next_to(closing, -1))
        elif closing is None:
            start = self._placed(first, opening)
            end = self._placed(last, opening) if start else None
            if start and end and end < start:
                end = self._placed(last, _next_to(opening, 1))
        else:
            start, end = self._placed(first, opening), self._placed(last, closing)
        return start, end

    def _placed(self, point: Point, year: YearReading | None) -> date | None:
        if year is None or year.number is None:
            return None
        day = _day(point, year.number, year.era)
        if isinstance(day, DiagnosticCode):
            self.remark(day, point.lo, point.hi, _WHY_NO_DATE[day])
            return None
        if year.era is not Era.CE and day.month <= 3 and day < JANUARY_YEARS_BEGIN:
            message = (
                f"The year began on 1 April, so that this month lies in {day.year}; "
                f"whoever counts years from January means {day.year - 1}."
            )
            self.remark(DiagnosticCode.APRIL_NEW_YEAR, point.lo, point.hi, message)
        if point.day is not None and day < APRIL_YEARS_BEGIN:
            message = "This day lies before the solar calendar of 1889; it is read in the proleptic Gregorian calendar."
            self.remark(DiagnosticCode.PROLEPTIC_DATE, point.lo, point.hi, message)
        return day

    def _nearest(self, mention: Mention[WrittenDate], written: WrittenDate) -> _Ends | None:
        """Return the interval of a date without a year that lies nearest to the reference date."""
        reference = self._reference
        if not all(_exists_in_some_year(point) for point in (written.first, written.last) if point):
            impossible = DiagnosticCode.IMPOSSIBLE_DATE
            self.remark(impossible, mention.lo, mention.hi, _WHY_NO_DATE[impossible])
            return None
        if reference is None:
            message = "The year is not written, and nothing dates the text."
            self.remark(DiagnosticCode.NO_REFERENCE, mention.lo, mention.hi, message)
            return None
        candidates = list(_candidates(written, reference.year))
        if not candidates:
            return None
        start, end = _nearest_of(candidates, reference, written.direction)
        if abs((start - reference).days) > _NEAR:
            agreeing = [interval for interval in candidates if _agrees(written.first, interval[0])]
            start, end = _nearest_of(agreeing or candidates, reference, written.direction)
        return _Ends(start, end, ("year",))


_OTHER_DAY = 300
"""A date that is called today but lies this many days off has a wrong year."""

_YEAR_CONTEXTS: dict[str, Context] = {"year": "year", "fiscal": "fiscal", "academic": "academic"}
_ERA_WORDS = {Era.BE: "be", Era.CE: "ce", Era.RS: "rs"}


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


def _filled(ends: _Ends, last: Point) -> _Ends:
    """Return a range that a month begins or ends, whole months counted."""
    day = ends.last if last.day is not None else _end_of_month(ends.last)
    return ends._replace(last=day, inferred=_together(("day",), ends.inferred))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _next_to(year: YearReading | None, step: int) -> YearReading | None:
    return replace(year, number=year.number + step) if year and year.number is not None else None


def _with_weekday(day: date, weekday: int, reference: date) -> date | None:
    """Return the one day near the reference that has the weekday, and differs from `day` in its year or its month."""
    others = [(day.year + step, day.month) for step in (-1, 1)] + [(day.year, month) for month in range(1, 13)]
    near = [
        other
        for year, month in others
        if MINYEAR <= year <= MAXYEAR
        and day.day <= monthrange(year, month)[1]
        and (other := day.replace(year=year, month=month)).weekday() == weekday
        and abs((other - reference).days) <= _NEAR
    ]
    return near[0] if len(near) == 1 else None


_NEAR = 31


def _day(point: Point, year: int, era: Era) -> date | DiagnosticCode:
    """Return the day of `point` in `year`, the first of its month, or the code that says why there is none."""
    month = point.month or 1
    day = 1 if point.day is None else point.day
    try:
        gregorian = unchecked_gregorian_year(year, month, era)
    except ValueError:
        return DiagnosticCode.NO_SUCH_THAI_DATE
    # Every month has 28 days; to ask the calendar for more takes longer than all the rest.
    if not MINYEAR <= gregorian <= MAXYEAR or day < 1 or (day > 28 and day > monthrange(gregorian, month)[1]):
        return DiagnosticCode.IMPOSSIBLE_DATE
    return date(gregorian, month, day)


def _year_bounds(reading: YearReading, context: Context) -> tuple[date, date, str] | None:
    """Return the first and last day of a year and its name in EDTF, or None where there was no such year."""
    nominal = unchecked_gregorian_year(reading.number or 0, None, reading.era)
    buddhist = nominal + BUDDHIST_OFFSET
    if not MINYEAR <= nominal < MAXYEAR or (context == "fiscal" and buddhist < _FIRST_FISCAL):
        return None
    if context == "year" and (reading.era is Era.CE or nominal >= JANUARY_YEARS_BEGIN.year):
        return date(nominal, 1, 1), date(nominal, 12, 31), f"{nominal:04d}"
    kinds: dict[Context, type[ThaiYear | FiscalYear | AcademicYear]] = {"fiscal": FiscalYear, "academic": AcademicYear}
    year = kinds.get(context, ThaiYear)(buddhist)
    return year.start, year.end, f"{nominal:04d}"


def _exists_in_some_year(point: Point) -> bool:
    return point.day is None or point.month is None or 1 <= point.day <= monthrange(2024, point.month)[1]


def _candidates(written: WrittenDate, year: int) -> Iterator[tuple[date, date]]:
    """Yield the interval in the years around `year`, the reference's own year first."""
    first, last = written.first, written.last or written.first
    leap = any((point.month, point.day) == (2, 29) for point in (first, last))
    reach = 8 if leap else 1
    for offset in sorted(range(-reach, reach + 1), key=abs):
        start, end = _day(first, year + offset, Era.CE), _day(last, year + offset, Era.CE)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            end = _day(last, year + offset + 1, Era.CE)
        if isinstance(start, date) and isinstance(end, date):
            yield start, _end_of_month(end) if last.day is None else end


def _agrees(point: Point, day: date) -> bool:
    return point.weekday in (None, day.weekday())


def _nearest_of(candidates: list[tuple[date, date]], reference: date, direction: str) -> tuple[date, date]:
    def distance(interval: tuple[date, date]) -> int:
        start, end = interval
        return (start - reference).days if start > reference else max(0, (reference - end).days)

    match direction:
        case "past":
            meant = [interval for interval in candidates if interval[0] <= reference]
        case "behind":
            meant = [interval for interval in candidates if (interval[0] - reference).days <= _NEAR]
        case "near":
            meant = [interval for interval in candidates if (reference - interval[1]).days <= _NEAR]
        case _ if direction in _YEARS_AWAY:
            meant = [interval for interval in candidates if interval[1].year == reference.year + _YEARS_AWAY[direction]]
        case _:
            meant = candidates
    return min(meant or candidates, key=distance)


_YEARS_AWAY = {"last_year": -1, "this_year": 0, "next_year": 1}
