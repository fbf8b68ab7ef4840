"""Folding keeps the way back to the caller's text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from texts import anything, marks, noisy_releases

from thaigov_extract._source import fold


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("วันที่ ๑๔", "วันที่ 14"),
        ("เวลา\u00a009.00\u201312.00\u00a0น.", "เวลา 09.00-12.00 น."),
        ("ประ\u200bชา\ufeffชน", "ประชาชน"),
        ("ดํารง", "ดำรง"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเม่", "แม่"),
        ("ได้เเก่", "ได้แก่"),
        ("เ\u200bเม่", "แม่"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("ที\u200b่\u200b่", "ที่"),
        ("หนึ่ง\r\nสอง\rสาม", "หนึ่ง\nสอง\nสาม"),
        ("หัวข้อ\u2028ต่อ", "หัวข้อ ต่อ"),
        ("\uf70aก", "่ก"),
        ("“คำพูด”", "“คำพูด”"),
    ],
)
def test_noise_is_folded(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


def test_a_lone_surrogate_is_shown_as_a_replacement_character() -> None:
    assert fold("ก\ud800ข").text == fold("ก\ud800ข").raw == "ก\ufffdข"


@pytest.mark.parametrize(
    ("raw", "folded", "written"),
    [
        ("ก\u200bข\u200bค", "ข", "ข"),
        ("ก\u200bข\u200bค", "กข", "ก\u200bข"),
        ("จดนํ้าใจ", "น้ำ", "นํ้า"),
        ("ไปเเล้ว", "แล้ว", "เเล้ว"),
        ("ปี ๒๕๖๒", "2562", "๒๕๖๒"),
        ("ก\r\nข", "\n", "\r\n"),
    ],
)
def test_a_folded_range_gives_what_was_written(raw: str, folded: str, written: str) -> None:
    source = fold(raw)
    lo = source.text.index(folded)
    span = source.span(lo, lo + len(folded))
    assert raw[span.start : span.end] == source.written(lo, lo + len(folded)) == written


def test_a_text_without_noise_is_kept_as_it_is() -> None:
    text = "นายสมชาย ใจดี กล่าวว่า น้ำใจที่ดีคือสิ่งสำคัญ"
    source = fold(text)
    assert source.text is source.raw is text
    assert source.starts is None


@given(st.one_of(anything, marks))
@example("ำ้ำ้้")
@example("้ํา้ํ้า")
@example("เ\u200bเเ")
def test_folding_twice_is_folding_once(raw: str) -> None:
    once = fold(raw).text
    assert fold(once).text == once


@given(noisy_releases, st.data())
def test_a_range_written_out_and_folded_again_holds_the_range(raw: str, data: st.DataObject) -> None:
    source = fold(raw)
    lo = data.draw(st.integers(0, len(source.text)))
    hi = data.draw(st.integers(lo, len(source.text)))
    assert source.text[lo:hi] in fold(source.written(lo, hi)).text


@given(st.one_of(anything, marks), st.data())
def test_every_range_has_a_place_in_the_text(raw: str, data: st.DataObject) -> None:
    source = fold(raw)
    if not source.text:
        return
    lo = data.draw(st.integers(0, len(source.text) - 1))
    hi = data.draw(st.integers(lo + 1, len(source.text)))
    span = source.span(lo, hi)
    assert 0 <= span.start < span.end <= len(raw)
    assert source.written(lo, hi) == source.raw[span.start : span.end]


@given(st.one_of(anything, marks))
def test_places_follow_the_order_of_the_text(raw: str) -> None:
    source = fold(raw)
    if source.starts is None or source.ends is None:
        assert len(source.text) == len(raw)
        return
    assert len(source.starts) == len(source.ends) == len(source.text)
    assert list(source.starts) == sorted(source.starts)
    assert list(source.ends) == sorted(source.ends)
