"""Read officials: who, with which positions, quoted or not.

In:   Page, whose people are resolved.
Out:  Official models.
Not:  what a person does in an event.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract._organisations import domains, generic_bodies
from thaigov_extract._source import SpanFields
from thaigov_extract.models import Official
from thaigov_extract.resolve import Page, Person


def read(page: Page) -> Iterator[Official]:
    """Yield the officials of the release by first mention."""
    source = page.source
    known, generic = domains(), generic_bodies()
    mentions: dict[Person, list[SpanFields]] = {person: [] for person in page.people}
    for mention in page.person_mentions:
        mentions[mention.person].append(source.span_fields(mention.lo, mention.hi))
    for person in page.people:
        # Each has some seven models within it: made with the whole, they take half the time.
        yield Official.model_validate(
            {
                "name": person.name,
                "prefix": person.prefix,
                "given_name": person.given_name,
                "family_name": person.family_name,
                "positions": [
                    {
                        "span": source.span_fields(held.lo, held.hi),
                        "text": source.written(held.lo, held.hi),
                        "title": held.title,
                        "organisation": None if held.organisation in generic else held.organisation,
                        "organisation_domain": known.get(held.organisation),
                        "acting": held.acting,
                    }
                    for held in person.positions
                ],
                "mentions": mentions[person],
                "quoted": person.quoted,
                "statements": [
                    {"span": source.span_fields(lo, hi), "text": source.written(lo, hi)} for lo, hi in person.statements
                ],
            }
        )
