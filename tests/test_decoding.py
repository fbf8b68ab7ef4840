"""Bytes of old files are taken for Thai only where they read as Thai."""

from __future__ import annotations

import pytest

from thaigov_extract._decoding import UndecodableError, decode

THAI = "กรมคลองชุมชนเปิดงาน๛"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(THAI, id="Thai"),
        pytest.param(f"{THAI}\u00a0{THAI}\r\n\t", id="spaces"),
        pytest.param("กขค abcdef", id="a third is Thai"),
        pytest.param(f"“{THAI[:10]}", id="one sign that is neither Thai nor ASCII for ten letters"),
    ],
)
def test_thai_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


NOT_THAI = [
    pytest.param("กขค abcdefg", id="less than a third is Thai"),
    pytest.param(f"“{THAI[:10]}”", id="two such signs for ten letters"),
]


@pytest.mark.parametrize("text", NOT_THAI)
def test_what_does_not_read_as_thai_is_refused(text: str) -> None:
    with pytest.raises(UndecodableError):
        decode(text.encode("cp874"))


@pytest.mark.parametrize("text", [*NOT_THAI, "The Cabinet met on 3 March."])
def test_the_mark_of_utf_16_is_trusted(text: str) -> None:
    assert decode(text.encode("utf-16")) == (text, "utf-16")


@pytest.mark.parametrize("encoding", ["utf-16", "cp874"])
@pytest.mark.parametrize("control", ["\x1b", "\x7f"])
def test_a_control_character_is_refused(control: str, encoding: str) -> None:
    with pytest.raises(UndecodableError):
        decode(f"{THAI}{control}".encode(encoding))


def test_a_mark_of_utf_16_with_half_a_letter_behind_it_is_refused() -> None:
    with pytest.raises(UndecodableError):
        decode(THAI.encode("utf-16")[:-1])


def test_whatever_is_utf_8_is_taken_as_it_is() -> None:
    assert decode("Élégance \x7f".encode()) == ("Élégance \x7f", "utf-8-sig")
