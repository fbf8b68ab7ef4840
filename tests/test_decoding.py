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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [THAI, "The Cabinet met on 3 March.", "\0" * 4096])
def test_utf_16_without_its_mark_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(UndecodableError, match="NUL"):
        decode(text.encode(encoding))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with a mark"])
def test_utf_8_that_is_cut_says_where(mark: bytes) -> None:
    whole = mark + THAI.encode()
    with pytest.raises(UndecodableError, match=f"up to byte {len(whole) - 3}, cut within"):
        decode(whole[:-1])


@pytest.mark.parametrize("text", ["Élégance \x7f", f"{THAI * 10}\0"])
def test_other_utf_8_is_taken_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8-sig")
