"""Use Thai dates in models and texts of your own: a pydantic type that reads them, and a formatter that writes them.

In:   what people write (`1 ส.ค. 63`, `๑๙ มีนาคม ๒๕๖๑`, `2020-08-01`), or a `datetime.date`.
Out:  a `datetime.date`, serialised as ISO 8601; or the date written in Thai.
Not:  dates without a year, ranges, or dates inside a longer text; `find_dates` reads those.

>>> from pydantic import BaseModel
>>> class Meeting(BaseModel):
...     held: ThaiDate
>>> Meeting(held="วันพุธที่ ๑๙ มีนาคม ๒๕๖๘").model_dump(mode="json")
{'held': '2025-03-19'}
>>> format_thai(date(2020, 8, 1), style="short")
'1 ส.ค. 63'
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from thaigov_extract._lexicon import table
from thaigov_extract._parse import checked_text, dates_of
from thaigov_extract.eras import BUDDHIST_FROM, plain_day, to_buddhist

__all__ = ["Digits", "Style", "ThaiDate", "format_thai", "read_thai_date"]

Style = Literal["full", "long", "medium", "short"]
"""วันเสาร์ที่ 1 สิงหาคม พ.ศ. 2563; 1 สิงหาคม 2563; 1 ส.ค. 2563; 1 ส.ค. 63."""
Digits = Literal["arabic", "thai"]

_FORMS: dict[Style, str] = {
    "full": "{weekday}ที่ {day} {month} พ.ศ. {year}",
    "long": "{day} {month} {year}",
    "medium": "{day} {short_month} {year}",
    "short": "{day} {short_month} {short_year:02d}",
}
_READABLE = range(2111, 2629)
"""Buddhist years that the reader takes with and without an era word in a text that nothing dates."""
_READABLE_SHORT = range(2500, 2600)
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def format_thai(day: date, *, style: Style = "long", digits: Digits = "arabic") -> str:
    """Return `day` as Thai texts write it; `read_thai_date` reads every result back.

    >>> format_thai(date(2020, 8, 1), style="full")
    'วันเสาร์ที่ 1 สิงหาคม พ.ศ. 2563'
    >>> format_thai(date(2020, 8, 1), digits="thai")
    '๑ สิงหาคม ๒๕๖๓'

    Raises:
        TypeError: if `day` is no date, such as a string or a ThaiDay.
        ValueError: if the year could not be read back: outside 2111-2628 BE, in short style outside 2500-2599; or if
            there is no such style or kind of digits.
    """
    day = plain_day(day)
    for choice, choices in ((style, _FORMS), (digits, get_args(Digits))):
        if choice not in choices:
            raise ValueError(f"{choice!r} is none of {', '.join(choices)}")
    thai = to_buddhist(day)
    readable = _READABLE_SHORT if style == "short" else _READABLE
    if thai.year not in readable:
        span = f"{readable[0]}-{readable[-1]}"
        raise ValueError(f"{thai.year} BE is not in {span}, the years that style {style!r} can show")
    names = _names()
    written = _FORMS[style].format(
        weekday=names["weekday"][day.weekday()],
        day=day.day,
        month=names["month"][day.month - 1],
        short_month=names["month_short"][day.month - 1],
        year=thai.year,
        short_year=thai.year % 100,
    )
    return written.translate(_THAI_DIGITS) if digits == "thai" else written


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the names of weekdays and months, in order: the first row of each value."""
    names: dict[str, dict[str, str]] = {"weekday": {}, "month": {}, "month_short": {}}
    for row in table("calendar"):
        if row["reads_as"] in names:
            names[row["reads_as"]].setdefault(row["value"], row["phrase"])
    return {kind: tuple(by_value.values()) for kind, by_value in names.items()}


def read_thai_date(text: str) -> date:
    """Return the one day that `text` names, with its year, in any form that `find_dates` reads.

    >>> read_thai_date("๑๙ มีนาคม ๒๕๖๑")
    datetime.date(2018, 3, 19)

    Raises:
        TypeError: if `text` is not a `str`.
        ValueError: if the text is not one whole date, has no year, or contradicts itself; the message says why.
    """
    written = checked_text(text).strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII):
        return _read_iso(written)
    found, remarks = dates_of(written, None)
    if len(found) != 1 or found[0].kind != "date" or len(found[0].text) != len(written):
        reasons = " ".join(remark.message for remark in remarks)
        raise ValueError(f"{text!r} is not one date with its year. {reasons}".rstrip())
    if found[0].conflict is not None:
        raise ValueError(f"{text!r} contradicts itself: {found[0].conflict}")
    return found[0].start


def _read_iso(written: str) -> date:
    day = date.fromisoformat(written)
    if day.year >= BUDDHIST_FROM:
        raise ValueError(f"{written!r} has a year of the Buddhist era where ISO 8601 has one of the common era")
    return day


class _ThaiDateSchema:
    """Teaches pydantic to read Thai dates, and to describe them."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a schema that takes dates and strings, and writes ISO 8601."""
        return core_schema.no_info_plain_validator_function(
            _validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                date.isoformat, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of what is written out (`format: date`), or of what is taken in."""
        if handler.mode == "serialization":
            return {"type": "string", "format": "date"}
        return {
            "type": "string",
            "description": "A date with its year, as Thai texts write it or in ISO 8601.",
            "examples": ["1 ส.ค. 63", "๑๙ มีนาคม ๒๕๖๑", "2020-08-01"],
        }


def _validate(value: object) -> date:
    if isinstance(value, datetime):
        raise ValueError("a date is wanted, not a time of day")  # noqa: TRY004, since pydantic collects ValueErrors
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return read_thai_date(value)
    raise ValueError(f"a date or a string is wanted, not {type(value).__name__}")


ThaiDate = Annotated[date, _ThaiDateSchema]
"""A `datetime.date` for models: takes dates, ISO strings and Thai dates, and is serialised as ISO 8601."""
