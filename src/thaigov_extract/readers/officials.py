"""Read officials: who, with which positions, quoted or not.

In:   Page, whose people are resolved.
Out:  Official models.
Not:  what a person does in an event.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract._organisations import domains
from thaigov_extract.models import Official, Position, Span, Statement
from thaigov_extract.resolve import Page, Person


def read(page: Page) -> Iterator[Official]:
    """Yield the officials of the release by first mention."""
    source = page.source
    known = domains()
    spans: dict[Person, list[Span]] = {person: [] for person in page.people}
    for mention in page.person_mentions:
        spans[mention.person].append(source.span(mention.lo, mention.hi))
    for person in page.people:
        yield Official(
            name=person.name,
            prefix=person.prefix,
            given_name=person.given_name,
            family_name=person.family_name,
            positions=[
                Position(
                    span=source.span(held.lo, held.hi),
                    text=source.written(held.lo, held.hi),
                    title=held.title,
                    organisation=held.organisation,
                    organisation_domain=known.get(held.organisation),
                    acting=held.acting,
                )
                for held in person.positions
            ],
            mentions=spans[person],
            quoted=person.quoted,
            statements=[
                Statement(span=source.span(lo, hi), text=source.written(lo, hi)) for lo, hi in person.statements
            ],
        )
