"""Say what every finder read in a text, who won and who lost."""

from __future__ import annotations

from datetime import date

from thaigov_extract._parse import page_of
from thaigov_extract.finders import FINDERS


def trace(text: str, reference: date | None = None) -> str:
    """Return one line per mention, `-` before those that lost to another."""
    page = page_of(text, reference)
    kept = {(m.lo, m.hi, type(m.value), m.rule) for m in page.mentions.all()}
    found = sorted((m for finder in FINDERS for m in finder(page.layout)), key=lambda m: (m.lo, m.hi))
    lines = [
        f"{'+' if (m.lo, m.hi, type(m.value), m.rule) in kept else '-'} {page.source.span(m.lo, m.hi)} "
        f"{page.source.written(m.lo, m.hi)!r} {m.value} by {m.rule}"
        for m in found
    ]
    return "\n".join(lines) or "no finder read anything"
