"""The date vectors, each read alone as a whole text."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import thaigov_extract

_VECTORS = Path(__file__).parents[2] / "shared" / "vectors"
_BOUNDARY = re.compile(r"วันที่|วัน|ปี|เดือน|เมื่อ|ระหว่าง|ตั้งแต่|ต้น|กลาง|ปลาย|สิ้น|เป็นต้นไป|นี้|ที่ผ่านมา|เวลา|ที่|น\.|น|ตรง|ถึง")
_RULINGS = {"direction_word", "term", "two_months", "open_range", "end_of_day", "part_year", "number_after_month"}


def _vectors() -> list[Any]:
    return [
        pytest.param(vector, id=f"{path.stem}-{at}-{vector['class']}")
        for path in sorted(_VECTORS.glob("dates.*.json"))
        for at, vector in enumerate(json.loads(path.read_text(encoding="utf-8")))
    ]


def _near(written: str, surface: str) -> bool:
    """Tell whether two spans agree but for one boundary word."""

    def stripped(text: str) -> str:
        return re.sub(r"[\s\u200b]", "", text).strip("()")

    longer, shorter = sorted((stripped(written), stripped(surface)), key=len, reverse=True)
    if shorter not in longer:
        return False
    rest = longer.replace(shorter, "", 1)
    return not rest or _BOUNDARY.fullmatch(rest) is not None


def _overlaps(span: thaigov_extract.Span, lo: int, hi: int) -> bool:
    return span.start < hi and lo < span.end


@pytest.mark.skipif(not _VECTORS.exists(), reason="the shared vectors are not at hand")
@pytest.mark.parametrize("vector", _vectors())
def test_vector(vector: dict[str, Any]) -> None:
    text, surface = vector["text"], vector["surface"]
    release = thaigov_extract.parse(text, reference=date.fromisoformat(vector["reference"]))
    after = text.find("วันที่") if surface.isdigit() and vector["kind"] == "date" else 0
    lo = text.index(surface, max(0, after))
    hi = lo + len(surface)
    codes = {d.code for d in release.diagnostics} | {d.conflict for d in release.dates}
    shown = [(d.text, d.edtf, d.kind) for d in release.dates]
    if vector["kind"] in ("not_a_date", "impossible"):
        assert not [d.text for d in release.dates if _overlaps(d.span, lo, hi)]
    elif vector["kind"] == "time":
        found = [t for t in release.times if _overlaps(t.span, lo, hi)]
        assert found, [t.text for t in release.times]
        start, end = found[0].start.isoformat("minutes"), (found[0].end or found[0].start).isoformat("minutes")
        # A vector may name one end of a span of time.
        assert vector["edtf"] in (f"T{start}", f"T{start}/T{end}", f"T{end}" if found[0].text.endswith(surface) else "")
    else:
        found_dates = [d for d in release.dates if _overlaps(d.span, lo, hi)]
        assert [(d.edtf, d.kind) for d in found_dates] == [(vector["edtf"], vector["kind"])], shown
        assert _near(found_dates[0].text, surface), found_dates[0].text
    if (flag := vector.get("flag")) and flag not in _RULINGS:
        assert flag in codes
