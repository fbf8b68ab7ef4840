"""Give dates their years: the header date first, then every other by nearness to it.

In:   Layout and the mentions of written dates and times.
Out:  Dated and Timed: the expressions of the contract with their folded ranges.
Not:  which event a date belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import Mentions
from thaigov_extract.models import DateExpression, Diagnostic, TimeExpression

Report = Callable[[Diagnostic], None]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    expression: DateExpression


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    expression: TimeExpression


def resolve_dates(
    layout: Layout, mentions: Mentions, reference: date | None, report: Report
) -> tuple[DateExpression | None, tuple[Dated, ...]]:
    """Return the date of publication, and every date expression outside the header in text order."""
    return None, ()


def resolve_times(layout: Layout, mentions: Mentions, report: Report) -> tuple[Timed, ...]:
    """Return every clock time in text order."""
    return ()
