"""Write HTML in which content cannot become markup.

In:   any text, and attribute values of ours.
Out:  Html: a string that may stand in a page as it is.
Not:  what is shown; the other rooms decide that.
"""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from typing import NewType

from thaigov_extract._layout import language_of

Html = NewType("Html", str)
"""Only `written`, `tag` and `joined` make one, so that the type checker sees text that nobody escaped."""

_NEEDS_CARE = re.compile("[&<>\"'\r\0\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def written(text: str) -> Html:
    """Return `text` as HTML whose `textContent` is `text` again.

    NUL and lone surrogates, which no page can hold, are shown as U+FFFD. Each bidirectional control stands in an
    element of its own, which the style isolates: it stays in the text, is seen, and reorders nothing.
    """
    return Html(_NEEDS_CARE.sub(_careful, text))


def _careful(match: re.Match[str]) -> str:
    char = match[0]
    if char in "&<>\"'":
        return escape(char)
    if char == "\r":
        return "&#13;"  # a bare CR would come back from the parser as LF
    if _UNWRITABLE.match(char):
        return "\ufffd"
    return f'<span class="tgx-control" data-code="U+{ord(char):04X}">{char}</span>'


def tag(name: str, *content: Html, **attributes: str | int | None) -> Html:
    """Return an element; `class_` and `data_m` are written `class` and `data-m`, None leaves an attribute out."""
    head = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{head}>{''.join(content)}</{name}>")


def quoted(text: str, element: str = "span", **attributes: str) -> Html:
    """Return an element that holds words of a release, in their language."""
    return tag(element, written(text), lang=language_of(text), **attributes)


def joined(*parts: Html) -> Html:
    """Return the parts one after the other."""
    return Html("".join(parts))


def packaged(name: str) -> Html:
    """Return a file that lies beside this module."""
    return Html(files(__package__).joinpath(name).read_text(encoding="utf-8"))
