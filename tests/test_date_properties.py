"""Properties of the date and time readers over generated text.

`THAIGOV_STRINGS=1000000 pytest tests/test_date_properties.py -k many` reads as many strings as it says.
"""

from __future__ import annotations

import os
import random
from datetime import date, time

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import example, given
from hypothesis import strategies as st

from thaigov_extract import DateExpression, find_dates, parse
from thaigov_extract._lexicon import table

REFERENCE = date(2024, 10, 20)
LATEST = date(2399, 12, 31)
"""The last day that is taken for a reference."""
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MONTHS = [row["phrase"] for row in table("calendar") if row["reads_as"] in ("month", "month_short", "month_en")]
WORDS = [row["phrase"] for row in table("calendar")]

days = st.integers(1, 28).map(str)
months = st.sampled_from(MONTHS)
years = st.one_of(st.integers(2440, 2600).map(str), st.integers(2010, 2040).map(str), st.integers(40, 79).map(str))
marks = st.sampled_from(["", "พ.ศ. ", "ปี "])
joints = st.sampled_from([" - ", "-", " ถึง ", " และ ", ", ", " จนถึงวันที่ "])


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """Return something like a date expression, right or wrong."""
    day, month, year = draw(days), draw(months), draw(years)
    return draw(
        st.sampled_from(
            [
                f"{day} {month} {year}",
                f"{day}{draw(joints)}{draw(days)} {month} {year}",
                f"{day} {month}{draw(joints)}{draw(days)} {draw(months)} {year}",
                f"{month} {year}",
                f"{month}{draw(joints)}{draw(months)} {year}",
                f"ปี {year}{draw(joints)}{draw(years)}",
                f"{draw(st.sampled_from(['ปี', 'พ.ศ.', 'ปีงบประมาณ', 'ปีการศึกษา', 'ค.ศ.']))} {year}",
                f"{day} {month}",
                f"{day} {month} {draw(marks)}{year}",
            ]
        )
    )


def read(text: str) -> list[DateExpression]:
    return find_dates(text, reference=REFERENCE)


def values(text: str) -> list[tuple[str, str]]:
    return [(found.edtf, found.kind) for found in read(text)]


@given(expressions())
def test_every_edtf_string_is_valid_and_has_the_bounds_of_the_expression(text: str) -> None:
    edtf = pytest.importorskip("edtf")
    for found in read(text):
        assert is_valid(found.edtf)
        interval = edtf.parse_edtf(found.edtf)
        if found.kind.startswith("year") and found.start.year <= 1940:
            # Until 1940 the year began in April; EDTF can only name the year in which it began.
            assert interval.lower_strict()[0] == found.start.year
            continue
        assert (date(*interval.lower_strict()[:3]), date(*interval.upper_strict()[:3])) == (found.start, found.end)


@given(expressions())
def test_thai_digits_mean_the_same(text: str) -> None:
    assert values(text.translate(THAI_DIGITS)) == values(text)


@given(expressions())
def test_no_break_spaces_mean_the_same(text: str) -> None:
    assert values(text.replace(" ", "\u00a0")) == values(text)


@given(expressions(), st.data())
def test_zero_width_characters_mean_nothing(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert values(text[:at] + "\u200b" + text[at:]) == values(text)


@given(expressions(), st.sampled_from(["กรมตัวอย่างประชุม ", "ตามมติ (", "ข่าวดี: "]))
def test_a_text_in_front_moves_spans_and_nothing_else(text: str, front: str) -> None:
    plain, moved = read(text), read(front + text)
    assert [(d.edtf, d.kind, d.text) for d in moved] == [(d.edtf, d.kind, d.text) for d in plain]
    assert [d.span.start - len(front) for d in moved] == [d.span.start for d in plain]


@given(expressions())
def test_spans_hold_what_was_written(text: str) -> None:
    for found in read(text):
        assert text[found.span.start : found.span.end] == found.text
        assert found.start <= found.end


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{:02d}.{:02d} น.", "{}:{:02d} น.", "{:02d}{:02d}hrs"]))
def test_every_clock_time_is_read_back(hour: int, minute: int, form: str) -> None:
    (found,) = parse(form.format(hour, minute)).times
    assert found.start == time(hour, minute)


def some_string(source: random.Random) -> str:
    """Return words of the calendar, numbers and separators, thrown together."""
    pieces = (
        source.choice(WORDS),
        str(source.randrange(10 ** source.randrange(1, 7))),
        source.choice(" -–/.,:()'\n\u200b\u00a0ก๕"),
    )
    return "".join(
        source.choice(pieces) if source.random() < 0.5 else source.choice(WORDS[:60])
        for _ in range(source.randrange(1, 12))
    )


extreme_days = st.builds(
    "{}{} {} {}{} นี้".format,
    st.sampled_from(["", "วันที่ ", "วันพุธที่ "]),
    st.integers(0, 40),
    st.sampled_from(MONTHS),
    st.sampled_from(["", "พ.ศ. ", "ค.ศ. "]),
    st.one_of(st.just(""), st.integers(0, 11_000).map("{:04d}".format)),
)


@given(extreme_days, st.dates(max_value=LATEST))
@example("วันพุธที่ 1 มกราคม ค.ศ. 0001", date(2023, 3, 5))
@example("วันพุธที่ 5 เมษายน 10542", LATEST)
@example("วันที่ 15 พ.ย. นี้", date.min)
def test_no_day_of_any_year_raises(text: str, reference: date) -> None:
    for found in find_dates(text, reference=reference):
        assert found.start <= found.end


def test_many_strings_are_read_without_an_exception() -> None:
    source = random.Random(0)
    for _ in range(int(os.environ.get("THAIGOV_STRINGS", "2000"))):
        text = some_string(source)
        for found in read(text):
            assert text[found.span.start : found.span.end] == found.text
