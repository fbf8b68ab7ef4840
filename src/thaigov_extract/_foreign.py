"""Tell what is not the plain text of a release: markup, and letters read in the wrong encoding.

In:   Source.
Out:  one Diagnostic of each kind, at the first place that shows it.
Not:  any mending; the text is read as it stands, since only its owner knows how it came about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thaigov_extract._source import Source
from thaigov_extract.models import Diagnostic, DiagnosticCode


class _Mark(NamedTuple):
    """What shows that a text is foreign."""

    sign: str
    """One character, which is looked for twenty times faster than two; the pattern runs only where it stands."""
    pattern: re.Pattern[str]
    code: DiagnosticCode
    message: str


def foreign_text(source: Source) -> Iterator[Diagnostic]:
    """Yield what is foreign about `source`; a plain text costs one search for each sign."""
    told = set()
    for sign, pattern, code, message in _marks():
        if sign in source.text and code not in told and (match := pattern.search(source.text)):
            told.add(code)
            yield Diagnostic(code=code, message=message, span=source.span(*match.span()))


@cache
def _marks() -> tuple[_Mark, ...]:
    html = DiagnosticCode.HTML_INPUT, "The text holds HTML, whose tags and entities are read as if they were words."
    markdown = DiagnosticCode.MARKDOWN_INPUT, "The text holds Markdown, whose marks are read as if they were words."
    return (
        _Mark(
            "<",
            _pattern(r"(?i) < (?: /? [a-z][a-z0-9]{0,15} (?: \s [^<>]{0,300} )? /? | ! [a-z-] [^<>]{0,300} ) >"),
            *html,
        ),
        _Mark(
            "&",
            _pattern(r"(?i) & (?: nbsp | amp | quot | lt | gt | [lr][sd]quo | \#[0-9]{2,6} | \#x[0-9a-f]{2,6} ) ;"),
            *html,
        ),
        _Mark("*", _pattern(r"\*\* (?![\s*]) [^*\n]{1,200} (?<!\s) \*\* (?!\*)"), *markdown),
        # The sign comes before the look at what stands behind it, so that the search can skip to it.
        _Mark("#", _pattern(r"\# (?<! [^\n]\# ) \#{1,5} [ ] [^\s#]"), *markdown),
        _Mark("]", _pattern(r"(?i) \]\( https?:// [^\s()]{1,500} \)"), *markdown),
        _Mark("`", _pattern(r"``` | `[^`\n]{1,200}`"), *markdown),
        *(_misread(encoding) for encoding in ("cp874", "latin-1")),
        _page_misread(),
        _Mark(
            "\ufffd",
            _pattern("\ufffd{2,500}"),
            DiagnosticCode.MOJIBAKE,
            "Letters were lost where the bytes of the text were decoded.",
        ),
    )


def _misread(encoding: str) -> _Mark:
    """Return how Thai in UTF-8, three bytes a letter, looks in an encoding of one byte a letter."""
    lead, second, third = (bytes([byte]).decode(encoding) for byte in "\u0e23".encode())
    block = "".join(bytes([byte]).decode(encoding) for byte in (0xB8, 0xB9))
    return _Mark(
        # The commonest consonant ends in what is an obsolete letter of CP874.
        third if encoding == "cp874" else lead,
        _pattern(rf"(?i) (?: {lead} [{block}{second}] [^{lead}\n]{{0,3}} ){{4,200}}"),
        DiagnosticCode.MOJIBAKE,
        f"The text looks like UTF-8 that was read as {encoding.upper()}.",
    )


def _page_misread() -> _Mark:
    """Return how Thai in CP874 looks in Latin-1: runs of accented capitals and signs that no language writes."""
    return _Mark(
        "\u0e23".encode("cp874").decode("latin-1"),
        _pattern(r"(?i) [\xa1-\xda\xdf-\xfb]{6,200}"),
        DiagnosticCode.MOJIBAKE,
        "The text looks like CP874 that was read as LATIN-1.",
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern; one that ignores case says so, since it cannot skip to its first characters."""
    return re.compile(pattern, re.VERBOSE)
