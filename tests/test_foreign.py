"""Markup and wrong encodings are remarked upon; what only looks a little like them is not."""

from __future__ import annotations

import pytest
from texts import COMPOSED, SHOWN

from thaigov_extract import parse
from thaigov_extract.models import DiagnosticCode

CODES = {DiagnosticCode.HTML_INPUT, DiagnosticCode.MARKDOWN_INPUT, DiagnosticCode.MOJIBAKE}


def remarks(text: str) -> list[tuple[str, str]]:
    """Return code and place of the remarks on what is foreign."""
    found = [remark for remark in parse(text).diagnostics if remark.code in CODES]
    return [(remark.code.value, text[remark.span.start : remark.span.end]) for remark in found if remark.span]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>",
        "</div>",
        "<br>",
        "<BR/>",
        '<span style="color: red">',
        '<a href="https://www.example.go.th/?a=1&b=2" target=_blank>',
        "<!-- เมนู -->",
        "<!DOCTYPE html>",
        "&nbsp;",
        "&quot;",
        "&#3585;",
        "&#xE01;",
    ],
)
def test_html(markup: str) -> None:
    assert remarks(f"กรมทดสอบเปิดโครงการ {markup}วันที่ 3 มีนาคม 2566") == [("html_input", markup)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("กรมทดสอบ **เปิดโครงการ** ใหม่", "**เปิดโครงการ**"),
        ("กรมทดสอบ\n## สาระสำคัญ\nเปิดโครงการ", "## ส"),
        ("## สาระสำคัญ\nเปิดโครงการ", "## ส"),
        ("อ่านต่อที่ [กรมทดสอบ](https://www.example.go.th/news/1) ได้ทุกวัน", "](https://www.example.go.th/news/1)"),
        ("```\nกรมทดสอบ\n```", "```"),
    ],
)
def test_markdown(text: str, shown: str) -> None:
    assert remarks(text) == [("markdown_input", shown)]


@pytest.mark.parametrize(
    "plain",
    [
        "ราคา < 300 บาท และ > 100 บาท",
        "R&D และ Q & A; ถามตอบ",
        "หมายเหตุ * ราคานี้ ** ไม่รวมภาษี ** โดยประมาณ",
        "*****\nกรมทดสอบ\n**********",
        "# กรมทดสอบ #ข่าวดี ## จบ",
        "ข้อ [1] (ใหม่) https://www.example.go.th/a_b_c",
        "ผู้เฒ่า เธอ เน้น เธอเน้นย้ำ เนื้อหา",
        "café à la carte, São Tomé, Ångström",
        "\ufffd",
    ],
)
def test_what_only_looks_alike(plain: str) -> None:
    assert remarks(plain) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [("utf-8", "cp874"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("cp874", "latin-1"), ("cp874", "utf-8")],
)
@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_a_wrong_encoding(written: str, read: str, errors: str) -> None:
    garbled = SHOWN.encode(written, "ignore").decode(read, errors)
    if (written, read, errors) == ("cp874", "utf-8", "ignore"):
        assert remarks(garbled) == [], "what is lost without a trace cannot be told"
    else:
        assert [code for code, _ in remarks(garbled)] == ["mojibake"]


def test_every_composed_release_is_plain() -> None:
    assert len(COMPOSED) > 5
    assert [found for text in COMPOSED.values() for found in remarks(text)] == []
