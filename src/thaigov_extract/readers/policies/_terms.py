"""Read what a policy carries: the years that it covers, and its vision.

In:   Page and where the policy is named.
Out:  DateExpression for the years, the quoted text for the vision, or None.
Not:  names and items.
"""

from __future__ import annotations

from collections.abc import Sequence

from thaigov_extract._layout import Quote, Range, line_start
from thaigov_extract._lexicon import phrases_of
from thaigov_extract._listing.enumerations import Entry
from thaigov_extract.models import DateExpression
from thaigov_extract.readers._headings import Heading
from thaigov_extract.readers.policies._names import is_name
from thaigov_extract.resolve import Page

_PERIODS = ("year_range", "fiscal_year", "academic_year", "month_range")
YEARLY = ("year", *_PERIODS)
"""The kinds of expression that say for which years a policy is; a bare year may be that of something else."""

_YEAR_REACH = 10
"""How near behind its name a bare year is that of a policy."""

_VISION_REACH = 24
_VISION_WINDOW = 600

_CLAUSE_REACH = 120
"""How far before a policy the clause begins that leads to it."""

_PERIOD_REACH = 80
"""How far behind its name the years of a policy may stand."""


def period(page: Page, name: Range, end: int) -> DateExpression | None:
    """Return the years that the policy of this name covers."""
    return last_period(page, name) or nearby_period(page, name, end)


def nearby_period(page: Page, name: Range, end: int) -> DateExpression | None:
    """Return the first years in a passage or behind it: a range or a fiscal year soon, a year at once."""
    for dated in page.dates_in(name[0], min(name[1] + _PERIOD_REACH, end)):
        follows = name[1] <= dated.lo <= name[1] + _YEAR_REACH
        if dated.expression.kind in _PERIODS or (dated.expression.kind == "year" and follows):
            return dated.expression
    return None


def last_period(page: Page, name: Range) -> DateExpression | None:
    """Return the last years in a name: of the phase in "แผนคลอง (พ.ศ. 2561 - 2580) ระยะที่ 2 (พ.ศ. 2566 - 2570)"."""
    within = [dated.expression for dated in page.dates_in(*name) if dated.expression.kind in _PERIODS]
    return within[-1] if within else None


def named_period(page: Page, name: Range) -> DateExpression | None:
    """Return the year or month for which a policy is by its name: "มาตรการ... ปี 2565", not a law's "พ.ศ. 2565"."""
    for dated in page.dates_in(*name):
        meant = dated.expression.kind == "month" or page.text.startswith(phrases_of("policies", "of_year"), dated.lo)
        if meant and dated.expression.kind in ("month", "year"):
            return dated.expression
    return None


def shared_period(page: Page, entries: Sequence[Entry]) -> DateExpression | None:
    """Return the days from first to last that every point of a package names: "... 15 ก.ค. - 31 ธ.ค. 2565"."""
    named = [[d.expression for d in page.dates_in(e.lo, e.hi) if d.expression.kind == "range"] for e in entries]
    shared = set.intersection(*({days.edtf for days in ranges} for ranges in named))
    return next((days for days in named[0] if days.edtf in shared), None) if len(named) > 1 else None


def handed_period(page: Page, heading: Heading) -> DateExpression | None:
    """Return the year for which the headline hands out what the release sets out: "มอบนโยบาย ... ปี 2566"."""
    lo, hi = page.layout.headline
    handing = [at for word in phrases_of("policies", "handing") if (at := page.text.find(word, lo, hi)) >= 0]
    if not handing or heading.subject.value in ("objective", "resolution", "order"):
        return None
    return next((d.expression for d in page.dates_in(min(handing), hi) if d.expression.kind in YEARLY), None)


def opening_period(page: Page, at: int) -> DateExpression | None:
    """Return the fiscal year with which the clause opens that leads to a policy at `at`: "ในปีงบประมาณ 2568 มีนโยบาย"."""
    text = page.text
    for dated in page.dates_in(line_start(text, at, at - _CLAUSE_REACH), at):
        begins = [dated.lo - len(w) for w in phrases_of("policies", "opening_year") if text.endswith(w, 0, dated.lo)]
        if dated.expression.kind == "fiscal_year" and begins and text[begins[0] - 1] in ' \n“"':
            return dated.expression
    return None


def is_vision(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.lo - _VISION_REACH) : quote.lo]
    at = max(before.rfind(word) for word in phrases_of("policies", "vision"))
    return at >= 0 and is_name(quote) and not before[:at].endswith(phrases_of("policies", "reaching"))


def vision(page: Page, lo: int, hi: int) -> Range | None:
    """Return the quoted vision in or shortly before `[lo, hi)`."""
    for quote in page.layout.quotes_in(lo - _VISION_WINDOW, hi):
        if is_vision(page.text, quote):
            return quote.inner_lo, quote.inner_hi
    return None
