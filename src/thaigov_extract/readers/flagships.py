"""Read flagship projects: what the release calls flagship, important project, quick win.

In:   Page.
Out:  FlagshipProject models.
Not:  policies, even where one list is both.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract._headings import headings, surroundings
from thaigov_extract._mentions import Mention
from thaigov_extract._titles import title
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import FlagshipProject
from thaigov_extract.resolve import Page

_PLAN_WINDOW = 300


def read(page: Page) -> Iterator[FlagshipProject]:
    """Yield the projects of lists that a word for flagship heads."""
    seen: set[str] = set()
    for mention in page.mentions.of(WrittenList):
        if not any(heading.subject.reads_as == "flagship" for heading in headings(page.text, mention.value, page.layout.quotes)):
            continue
        plan = _plan(page, mention)
        for entry in mention.value.entries:
            name = title(page.text, entry.text_lo, entry.hi)
            if name is None:
                continue
            written = page.source.written(name.lo, name.hi)
            if written not in seen:
                seen.add(written)
                yield FlagshipProject(
                    number=entry.number, name=written, plan=plan, span=page.source.span(entry.lo, entry.hi)
                )


def _plan(page: Page, mention: Mention[WrittenList]) -> str | None:
    """Return the quoted policy that stands before the list."""
    for quote in reversed(page.layout.quotes):
        if mention.lo - _PLAN_WINDOW <= quote.lo and quote.hi <= mention.lo:
            before = page.text[max(0, quote.lo - 12) : quote.lo].rstrip(" ")
            if before.endswith(surroundings("programmes", "plan")):
                return page.source.written(quote.inner_lo, quote.inner_hi)
    return None
