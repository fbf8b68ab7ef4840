"""Turn Thai government press releases into typed data, every value with its place in the text."""

from typing import TYPE_CHECKING

from thaigov_extract._parse import (
    find_dates,
    parse,
    parse_events,
    parse_flagship_projects,
    parse_lists,
    parse_many,
    parse_officials,
    parse_policies,
    parse_training_modules,
)
from thaigov_extract.eras import to_buddhist, to_gregorian
from thaigov_extract.models import (
    Attendance,
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    FlagshipProject,
    Item,
    ItemList,
    Official,
    Participation,
    Policy,
    Position,
    Release,
    Span,
    Statement,
    TimeExpression,
    TrainingModule,
    Venue,
)
from thaigov_extract.thai_dates import ThaiDate, format_thai, read_thai_date

__all__ = [
    "Attendance",
    "DateExpression",
    "Diagnostic",
    "DiagnosticCode",
    "Event",
    "FlagshipProject",
    "Item",
    "ItemList",
    "Official",
    "Participation",
    "Policy",
    "Position",
    "Release",
    "Span",
    "Statement",
    "ThaiDate",
    "TimeExpression",
    "TrainingModule",
    "Venue",
    "find_dates",
    "format_thai",
    "parse",
    "parse_events",
    "parse_flagship_projects",
    "parse_lists",
    "parse_many",
    "parse_officials",
    "parse_policies",
    "parse_training_modules",
    "read_thai_date",
    "to_buddhist",
    "to_gregorian",
]

__version__: str

# A type checker would take any name that is not there for a string.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> str:
        """Return `__version__` when it is asked for: looking it up would make every import longer."""
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (nobody else pays for it)

        try:
            return version("thaigov-extract")
        except PackageNotFoundError:
            return "0+unknown"
