"""The comparison of two revisions is tested itself."""

from __future__ import annotations

from typing import Any

import compare
import pytest

from thaigov_extract import parse


def dumped(text: str) -> dict[str, Any]:
    return parse(text).model_dump(mode="json")


def test_the_same_release_has_no_differences() -> None:
    release = compare.facts(dumped("วันที่ 19 มีนาคม 2561 นายสมชาย ใจดี ปลัดกระทรวงมหาดไทย กล่าวว่า 1) ก 2) ข"))
    assert list(compare.differences(release, release)) == []


def test_gained_lost_and_changed() -> None:
    before: compare.Facts = {("dates", "5"): ("2018-03-19 date", 5), ("times", "9"): ("14:00", 9)}
    after: compare.Facts = {("dates", "5"): ("2018-03-20 date", 5), ("officials", "สมชาย ใจดี"): ("นาย", 2)}
    assert sorted(compare.differences(before, after)) == [
        ("dates", "changed", "2018-03-19 date  ->  2018-03-20 date", 5),
        ("officials", "gained", "สมชาย ใจดี นาย", 2),
        ("times", "lost", "14:00", 9),
    ]


def test_a_difference_is_shown_with_its_context(capsys: pytest.CaptureFixture[str]) -> None:
    text = "งานเปิดวันที่ 19 มีนาคม 2561"
    before = {"found": {"a.txt": dumped("ไม่มีอะไร")}, "milliseconds": 1.0}
    after = {"found": {"a.txt": dumped(text)}, "milliseconds": 2.0}
    compare.show({"a.txt": text}, before, after, limit=5)
    shown = capsys.readouterr().out
    assert "dates: 1 gained" in shown
    assert "2018-03-19 date" in shown
    assert "1.00 ms each before, 2.00 ms after" in shown


def test_the_sample_names_a_thousand_releases_once() -> None:
    names = [line.rsplit("\t", 1)[0] for line in compare.SAMPLE.read_text(encoding="utf-8").splitlines()]
    assert len(names) == len(set(names)) == 1000
