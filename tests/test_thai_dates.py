"""The date type for models, the formatter, and the reader against what they write."""

from __future__ import annotations

import doctest
import json
from datetime import UTC, date, datetime
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from thaigov_extract import find_dates, thai_dates, to_buddhist
from thaigov_extract.thai_dates import Digits, Style, ThaiDate, format_thai, read_thai_date

STYLES = st.sampled_from(get_args(Style))
DIGITS = st.sampled_from(get_args(Digits))
ADAPTER: TypeAdapter[date] = TypeAdapter(ThaiDate)


class Meeting(BaseModel):
    held: ThaiDate
    moved_to: ThaiDate | None = None


def test_doctests() -> None:
    assert doctest.testmod(thai_dates).failed == 0


@given(st.dates(date(1568, 4, 1), date(2085, 12, 31)), st.sampled_from(["full", "long", "medium"]), DIGITS)
def test_reading_undoes_formatting(day: date, style: Style, digits: Digits) -> None:
    assert read_thai_date(format_thai(day, style=style, digits=digits)) == day


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)), STYLES, DIGITS)
def test_reading_undoes_the_short_style(day: date, style: Style, digits: Digits) -> None:
    assert read_thai_date(format_thai(day, style=style, digits=digits)) == day


@given(st.dates(date(1941, 1, 1), date(2060, 1, 1)), STYLES)
def test_a_formatted_date_is_found_in_a_sentence(day: date, style: Style) -> None:
    if style == "short" and not 1957 <= day.year <= 2056:
        return
    written = format_thai(day, style=style)
    found = find_dates(f"กรมตัวอย่างจัดประชุมเมื่อ{written} ณ ห้องประชุม 1")
    assert [(d.text, d.start) for d in found] == [(written, day)]


def test_styles() -> None:
    day = date(2020, 8, 1)
    assert [format_thai(day, style=style) for style in get_args(Style)] == [
        "วันเสาร์ที่ 1 สิงหาคม พ.ศ. 2563",
        "1 สิงหาคม 2563",
        "1 ส.ค. 2563",
        "1 ส.ค. 63",
    ]
    assert format_thai(day, style="short", digits="thai") == "๑ ส.ค. ๖๓"
    assert format_thai(date(2008, 9, 20), style="short") == "20 ก.ย. 51"


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(ValueError, match="2643 BE is not in 2111-2628"):
        format_thai(date(2100, 1, 1))
    with pytest.raises(ValueError, match="2483 BE is not in 2500-2599"):
        format_thai(date(1940, 5, 1), style="short")


@pytest.mark.parametrize(
    ("options", "said"),
    [({"style": "tiny"}, "'tiny' is none of full, long"), ({"digits": "roman"}, "none of arabic, thai")],
)
def test_an_unknown_way_of_writing_is_named(options: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        format_thai(date(2020, 8, 1), **options)


@pytest.mark.parametrize("day", ["2020-08-01", None, to_buddhist(date(2020, 8, 1))], ids=lambda day: type(day).__name__)
def test_what_is_no_date_is_not_written(day: Any) -> None:
    with pytest.raises(TypeError, match=f"a date is wanted, not {type(day).__name__}"):
        format_thai(day)


@pytest.mark.parametrize("text", [None, b"1 August 2020", date(2020, 8, 1)], ids=lambda text: type(text).__name__)
def test_what_is_no_text_is_not_read(text: Any) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {type(text).__name__}"):
        read_thai_date(text)


@pytest.mark.parametrize("written", ["1 ส.ค. 63", "๑ สิงหาคม ๒๕๖๓", "2020-08-01", date(2020, 8, 1), " 1 August 2020 "])
def test_a_model_takes_what_people_write(written: object) -> None:
    meeting = Meeting.model_validate({"held": written})
    assert meeting.held == date(2020, 8, 1)
    assert json.loads(meeting.model_dump_json()) == {"held": "2020-08-01", "moved_to": None}
    assert meeting.model_dump()["held"] == date(2020, 8, 1)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("31 เมษายน 2566", "not in the calendar"),
        ("15 มกราคม 2483", "ended on 31 December 1940"),
        ("1 ส.ค.", "The year is not written"),
        ("วันจันทร์ที่ 1 สิงหาคม 2563", "weekday_mismatch"),
        ("มีนาคม 2566", "not one date"),
        ("1 - 3 มีนาคม 2566", "not one date"),
        ("ประชุมวันที่ 1 ส.ค. 63", "not one date"),
        ("2563-08-01", "Buddhist era"),
        ("2400-01-01", "Buddhist era"),
        ("2566", "not one date"),
        ("", "not one date"),
        (2563, "not int"),
        (None, "not NoneType"),
        (datetime(2020, 8, 1, 12, tzinfo=UTC), "not a time of day"),
    ],
)
def test_a_model_refuses_with_a_reason(written: object, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Meeting.model_validate({"held": written})


@given(st.dates(date(1, 1, 1), date(2399, 12, 31)))
def test_json_comes_back(day: date) -> None:
    assert ADAPTER.validate_json(ADAPTER.dump_json(day)) == day


def test_the_json_schemas_describe_both_sides() -> None:
    taken, written = ADAPTER.json_schema(), ADAPTER.json_schema(mode="serialization")
    assert written == {"type": "string", "format": "date"}
    for example in taken["examples"]:
        jsonschema.validate(example, taken)
        assert isinstance(ADAPTER.validate_python(example), date)
