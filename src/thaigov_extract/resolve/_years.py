"""Decide which era a written year is counted in, and whether it can be meant.

In:   the digits, the era word if there is one, what the year stands with, and the year of the reference date.
Out:  YearReading: a year with its era, or the diagnostic code that says why there is none.
Not:  days; `resolve.dates` places them.
"""

from __future__ import annotations

from typing import Literal

from thaigov_extract._mentions import record
from thaigov_extract.eras import BUDDHIST_OFFSET, Era
from thaigov_extract.finders.dates import WrittenYear
from thaigov_extract.models import DiagnosticCode, InferredPart

Context = Literal["day", "english", "year", "fiscal", "academic"]

_UNDATED = 2025
"""The year by which plausibility is judged in a text that nothing dates: a constant, so that no clock is read."""


@record
class YearReading:
    """A year as it is meant; `number` is None where `problem` says why it cannot be read."""

    number: int | None
    era: Era = Era.BE
    inferred: tuple[InferredPart, ...] = ()
    problem: DiagnosticCode | None = None
    hint: int | None = None
    """The one Buddhist year that a slip of the pen near the reference date would explain."""


def read_year(written: WrittenYear, context: Context, reference_year: int | None) -> YearReading:
    """Return what `written` means: the decision table of docs/calendar.md."""
    now = reference_year or _UNDATED
    digits = written.digits
    if not digits.isdigit() or len(digits) not in (2, 4):
        return _odd_length(written, now)
    number = int(digits)
    if len(digits) == 2:
        return _short(number, written.era, now)
    match written.era:
        case "be":
            return _buddhist(number, now)
        case "ce":
            return _christian(number, now)
        case "rs":
            return YearReading(None, problem=DiagnosticCode.IMPLAUSIBLE_YEAR)
        case _:
            return _unmarked(number, context, now)


def _short(number: int, era: str, now: int) -> YearReading:
    if era == "ce":
        return YearReading(number + (2000 if 2000 + number <= now + 20 else 1900), Era.CE, ("century",))
    return YearReading(2500 + number, inferred=("century",) if era else ("century", "era"))


def _odd_length(written: WrittenYear, now: int) -> YearReading:
    digits = written.digits
    if written.era == "rs" and digits.isdigit() and 1 <= int(digits) <= 200:
        problem = None if int(digits) <= 131 else DiagnosticCode.ERA_SUSPECT
        return YearReading(int(digits), era=Era.RS, problem=problem)
    if is_slip(digits):
        return YearReading(None, problem=DiagnosticCode.MALFORMED_YEAR, hint=suggest(digits, now))
    if written.era in ("be", "ce") and digits.isdigit() and len(digits) == 3:
        return (_buddhist if written.era == "be" else _christian)(int(digits), now)
    return YearReading(None)


def _buddhist(number: int, now: int) -> YearReading:
    if number > now + BUDDHIST_OFFSET + 80:
        return YearReading(None, problem=DiagnosticCode.IMPLAUSIBLE_YEAR, hint=suggest(str(number), now))
    if number <= BUDDHIST_OFFSET:
        return YearReading(None, problem=DiagnosticCode.IMPLAUSIBLE_YEAR)
    suspect = now - 10 <= number <= now + 85
    return YearReading(number, problem=DiagnosticCode.ERA_SUSPECT if suspect else None)


def _christian(number: int, now: int) -> YearReading:
    if 1 <= number <= now + 100:
        return YearReading(number, era=Era.CE)
    code = DiagnosticCode.ERA_MISMATCH if number >= 2400 else DiagnosticCode.IMPLAUSIBLE_YEAR
    return YearReading(None, problem=code, hint=suggest(str(number), now))


def _unmarked(number: int, context: Context, now: int) -> YearReading:
    buddhist_now = now + BUDDHIST_OFFSET
    match context:
        case "day":
            christian, buddhist = (1900, now + 20), (2101, buddhist_now + 60)
        case "english":
            christian, buddhist = (1500, 2100), (2400, buddhist_now + 60)
        case "year":
            christian, buddhist = (1000, 2100), (2101, buddhist_now + 80)
        case "fiscal":
            christian, buddhist = (0, -1), (2505, buddhist_now + 40)
        case "academic":
            christian, buddhist = (0, -1), (2400, buddhist_now + 40)
    if christian[0] <= number <= christian[1]:
        return YearReading(number, era=Era.CE, inferred=("era",))
    if buddhist[0] <= number <= buddhist[1]:
        return YearReading(number, inferred=("era",))
    return YearReading(None, problem=DiagnosticCode.IMPLAUSIBLE_YEAR, hint=suggest(str(number), now))


def is_slip(digits: str) -> bool:
    """Tell whether `digits` is a year of 2400-2699 with one digit too many, one missing, or a blank inside."""
    if " " in digits:
        return is_slip(digits.replace(" ", "")) or _is_year(digits.replace(" ", ""))
    if len(digits) == 3:
        return digits[0] == "2" or _is_year("2" + digits)
    if len(digits) == 5:
        return any(_is_year(digits[:at] + digits[at + 1 :]) for at in range(5))
    return False


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and "2400" <= digits < "2700"


def suggest(digits: str, now: int) -> int | None:
    """Return the one Buddhist year next to `now` that differs from `digits` by a single slip, if there is only one."""
    digits = digits.replace(" ", "")
    buddhist_now = now + BUDDHIST_OFFSET
    near = [year for year in range(buddhist_now - 1, buddhist_now + 2) if _one_slip(digits, str(year))]
    return near[0] if len(near) == 1 else None


def _one_slip(a: str, b: str) -> bool:
    """Tell whether `a` and `b` differ by one digit put in, left out, changed, or swapped with its neighbour."""
    if len(a) == len(b):
        odd = [at for at in range(len(a)) if a[at] != b[at]]
        swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and a[odd[0]] == b[odd[1]] and a[odd[1]] == b[odd[0]]
        return len(odd) == 1 or swapped
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
