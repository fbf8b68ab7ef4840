"""Turn written times into times of day.

In:   Layout and the mentions of written times.
Out:  Timed: the expressions of the contract with their folded ranges.
Not:  which event a time belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from thaigov_extract._layout import Layout
from thaigov_extract._mentions import Mentions, record
from thaigov_extract.finders.times import Clock, WrittenTime
from thaigov_extract.models import Diagnostic, DiagnosticCode, TimeExpression

Report = Callable[[Diagnostic], None]


@record
class Timed:
    """A time expression at the folded range `[lo, hi)`."""

    lo: int
    hi: int
    expression: TimeExpression


def resolve_times(layout: Layout, mentions: Mentions, report: Report) -> tuple[Timed, ...]:
    """Return every clock time in text order."""
    source = layout.source
    found = []
    for mention in mentions.of(WrittenTime):
        span = source.span(mention.lo, mention.hi)
        start = _of_day(mention.value.start)
        end = _of_day(mention.value.end) if mention.value.end else None
        if start is None or (mention.value.end and end is None):
            message = "The clock has no such time."
            report(Diagnostic(code=DiagnosticCode.IMPOSSIBLE_TIME, message=message, span=span))
            continue
        expression = TimeExpression(span=span, text=source.written(mention.lo, mention.hi), start=start, end=end)
        found.append(Timed(mention.lo, mention.hi, expression))
    return tuple(found)


def _of_day(clock: Clock) -> time | None:
    """Return the time of day; 24.00 is the midnight that ends it."""
    if (clock.hour, clock.minute) == (24, 0):
        return time(0)
    return time(clock.hour, clock.minute) if clock.hour < 24 and clock.minute < 60 else None
