"""Numbers of people: limits and ranges."""

from __future__ import annotations

import pytest

from thaigov_extract._layout import lay_out
from thaigov_extract._source import fold
from thaigov_extract.finders import counts


def counts_in(text: str) -> list[tuple[str, int, str]]:
    return [
        (text[found.lo : found.hi], found.value.number, found.value.qualifier)
        for found in counts.find(lay_out(fold(text)))
    ]


@pytest.mark.parametrize(
    ("written", "number", "qualifier"),
    [
        ("เกิน 500 คน", 500, "over"),
        ("รวมทั้งสิ้นจำนวน 500 คน", 500, "exact"),
        ("รวมจำนวนกว่า 500 คน", 500, "over"),
        ("ไม่เกิน 500 คน", 500, "about"),
        ("ประมาณ 250 - 300 คน", 250, "at_least"),
        ("250 ถึง 300 คน", 250, "at_least"),
        ("250-300 คน", 250, "at_least"),
        ("จำนวน 1,000 - 1,500 คน", 1_000, "at_least"),
        ("2-3 พันคน", 2_000, "at_least"),
    ],
)
def test_a_limit_is_not_exceeded_and_a_range_has_its_least(written: str, number: int, qualifier: str) -> None:
    assert counts_in(f"มีผู้ร่วมงาน {written} ในวันแรก") == [(written, number, qualifier)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ตามมาตรา 33 ถึง 2 ล้านคน", [("2 ล้านคน", 2_000_000, "exact")]), ("ระเบียบ 2560-300 คน", []), ("โทร. 1-2-3 คน", [])],
)
def test_what_does_not_rise_is_no_range(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert counts_in(text) == expected
