"""Turn the bytes of a file into text.

In:   bytes in UTF-8, UTF-16, or the Thai code page of older systems.
Out:  the text, and the encoding it was in.
Not:  any folding of the text; offsets count from its first character.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress

UTF_8 = "utf-8-sig"


class UndecodableError(ValueError):
    """The bytes are no text in an encoding that Thai releases come in."""


def decode(content: bytes) -> tuple[str, str]:
    """Return `content` as text, and its encoding: UTF-8, else what its byte order mark says, else CP874.

    Raises:
        UndecodableError: if it is neither.
    """
    with suppress(UnicodeDecodeError):
        text = content.decode(UTF_8)
        if _is_padded(text):
            raise UndecodableError("NUL characters, as in UTF-16 without its byte order mark, or in no text at all")
        return text, UTF_8
    with suppress(UnicodeDecodeError):
        marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        encoding = "utf-16" if marked else "cp874"
        text = content.decode(encoding)
        # Nearly all bytes are letters of the code page: what is no Thai text decodes as well.
        if not any(map(_is_control, text)) and (marked or _is_thai(text)):
            return text, encoding
    raise UndecodableError(_what_it_is_not(content))


def _what_it_is_not(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return f"UTF-8 up to byte {error.start:,}, cut within a character"
    return "neither UTF-8 nor Thai text in CP874 (TIS-620), nor UTF-16 with its byte order mark"


def _is_padded(text: str) -> bool:
    """Tell whether octets were taken for characters: of a Thai letter in UTF-16 the upper one reads as U+000E."""
    return text.count("\0") + text.count("\x0e") > len(text) / 100


def _is_thai(text: str) -> bool:
    """Tell whether a third of the text is Thai, and hardly any of it foreign."""
    shown = [character for character in text if not character.isspace()]
    thai = sum("ก" <= character <= "๛" for character in shown)
    foreign = sum(not character.isascii() for character in shown) - thai
    return thai >= len(shown) / 3 and foreign <= 0.1 * thai


def _is_control(character: str) -> bool:
    return not character.isspace() and (character < " " or "\x7f" <= character < "\xa0")
