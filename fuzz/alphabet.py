"""Write texts in bytes so that one byte is one character: a fuzzer then changes letters, not halves of them.

In:   bytes.
Out:  text, and back.
Not:  any encoding that a file is in; the code page of Thai, with what else hurts in its empty places.
"""

from __future__ import annotations

_ODD = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u2002\u3000\u2028\x85\u2013\u2014\u2212\u201c\u201d\u2018\u2019"
    "\u00ab\u2022\u2026\u00b7\u25aa\u2460\u20e3\ufe0f\U0001f600\u0660\u00bd\u00e9\u0301\u202e\u200f\uf70a\uf700\uf710"
    "\ud800\udc80\ufffd\x7f\u0130\u00df\u01c5\uffff\u0e7f\u0ed1\uff11\uff08\r\t\0"
)
"""Characters outside ASCII and the Thai code page that some rule, some library or some terminal has stumbled on."""


def _alphabet() -> str:
    odd = iter(_ODD)
    page = bytes(range(256)).decode("cp874", "replace")
    return "".join(letter if _is_plain(letter) else next(odd, letter) for letter in page)


def _is_plain(letter: str) -> bool:
    return letter == "\n" or " " <= letter <= "~" or "ก" <= letter <= "๛"


ALPHABET = _alphabet()
_BYTES = {character: byte for byte, character in reversed([*enumerate(ALPHABET)])}


def text_of(content: bytes) -> str:
    """Return the text that `content` stands for."""
    return "".join([ALPHABET[byte] for byte in content])


def bytes_of(text: str) -> bytes:
    """Return the bytes that stand for `text`, without the characters that none stands for."""
    return bytes([_BYTES[character] for character in text if character in _BYTES])
