"""Write a release as JSON-LD in the words of schema.org.

In:   Release.
Out:  a dict for `json.dumps`: one graph of a NewsArticle and what it is about.
Not:  what schema.org has no word for: attendance, spans, diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from thaigov_extract._given import one
from thaigov_extract._layout import language_of
from thaigov_extract._organisations import organisation_forms, organisations
from thaigov_extract._source import fold
from thaigov_extract._spans import issuer_label
from thaigov_extract.models import Event, Item, Official, Release, Role, Venue, officials_by_name

Node = dict[str, Any]

_PART: dict[Role, str] = {"attendee": "attendee", "lecturer": "performer", "host": "organizer"}
"""How an event names those who take part; the other roles are `contributor`."""

_NO_GOVERNMENT = frozenset({"company", "international", "other", "university"})
"""Kinds of organisations.tsv that are no part of the government."""


def to_jsonld(release: Release) -> Node:
    """Return `release` as JSON-LD: NewsArticle, Event, Person, organisations, DefinedTermSet, DefinedTerm."""
    graph = _Graph(one(release))
    events = [graph.event(event, at) for at, event in enumerate(release.events)]
    people = [graph.person(official, at) for at, official in enumerate(release.officials)]
    organisations = [_organisation(name, graph.organisation(name)["@id"]) for name in graph.organisations]
    terms = [*graph.policies(), *graph.modules(), *graph.projects()]
    article = _node(
        "NewsArticle",
        graph.base,
        headline=release.title or None,
        datePublished=release.published.start.isoformat() if release.published else None,
        # A release that was read from JSON has no text.
        inLanguage=language_of(release.text or release.title),
        url=release.source_url,
        identifier=release.id,
        keywords=release.hashtags,
        about=[_to(node) for node in events],
        mentions=[_to(node) for node in (*people, *organisations, *terms) if "@id" in node],
    )
    return {"@context": "https://schema.org", "@graph": [article, *events, *people, *organisations, *terms]}


class _Graph:
    """The nodes of one release, which point at each other by `@id`."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.base = f"urn:thaigov-extract:{release.id}"
        self.people = {name: self._id("official", at) for name, at in officials_by_name(release).items()}
        names = (position.organisation for official in release.officials for position in official.positions)
        self.organisations = list(dict.fromkeys(name for name in names if name))

    def _id(self, kind: str, at: int) -> str:
        return f"{self.base}#{kind}-{at}"

    def organisation(self, name: str) -> Node:
        """Return a reference to a known organisation, or a node for one that is only named."""
        if name in self.organisations:
            return {"@id": self._id("organisation", self.organisations.index(name))}
        return _organisation(name, None)

    def person(self, official: Official, at: int) -> Node:
        employers = dict.fromkeys(position.organisation for position in official.positions if position.organisation)
        return _node(
            "Person",
            self._id("official", at),
            name=official.name,
            honorificPrefix=official.prefix,
            givenName=official.given_name,
            familyName=official.family_name,
            jobTitle=[position.title for position in official.positions],
            worksFor=[self.organisation(name) for name in employers],
        )

    def event(self, event: Event, at: int) -> Node:
        node = _node(
            "Event",
            self._id("event", at),
            name=event.name,
            keywords=event.kind,
            **_when(event),
            location=_place(event.venue) if event.venue else None,
        )
        if event.organiser:
            node["organizer"] = [self.organisation(event.organiser)]
        for part in event.participants:
            key = _PART.get(part.role, "contributor")
            node.setdefault(key, []).append(_node("Role", None, roleName=part.role, **{key: self._named(part.name)}))
        return node

    def policies(self) -> Iterator[Node]:
        for at, policy in enumerate(self.release.policies):
            name = self._id("policy", at)
            yield _node(
                "DefinedTermSet",
                name,
                name=policy.name,
                keywords=policy.kind,
                description=policy.vision,
                temporalCoverage=policy.period.edtf if policy.period else None,
                author=self._issuer(policy.issuer) if policy.issuer else None,
                hasDefinedTerm=[_term(item, name) for item in _flat(policy.items)],
            )

    def _issuer(self, name: str) -> Node:
        return self._named(name) if issuer_label(self.release, name) == "person" else self.organisation(name)

    def _named(self, name: str) -> Node:
        """Return a reference to the person of that name, or a node for one who is only named."""
        return {"@id": self.people[name]} if name in self.people else _node("Person", None, name=name)

    def modules(self) -> Iterator[Node]:
        for at, module in enumerate(self.release.training_modules):
            yield _node(
                "DefinedTerm",
                self._id("module", at),
                name=module.title,
                alternateName=module.title_en if module.title_en != module.title else None,
                termCode=module.number,
                inDefinedTermSet=_set(module.programme),
            )

    def projects(self) -> Iterator[Node]:
        for at, project in enumerate(self.release.flagship_projects):
            yield _node(
                "DefinedTerm",
                self._id("project", at),
                name=project.name,
                termCode=project.number,
                inDefinedTermSet=_set(project.plan),
            )


def _set(name: str | None) -> Node | None:
    """Return the set that a term belongs to, where the release names one."""
    return _node("DefinedTermSet", None, name=name) if name else None


def _organisation(name: str, id_: str | None) -> Node:
    """Return an organisation, with its English name where the table has one."""
    known = organisations().get(name)
    return _node(_type(name), id_, name=name, alternateName=known.english if known else None)


def _type(organisation: str) -> str:
    """Return the type of an organisation: one of the government only where the table knows it as such."""
    form = organisation_forms().get(fold(organisation).text)
    known = form is not None and all(owner.kind not in _NO_GOVERNMENT for owner in form.owners)
    return "GovernmentOrganization" if known else "Organization"


def _node(type_: str, id_: str | None, **fields: object) -> Node:
    """Return a node without what is not known."""
    known = {key: value for key, value in fields.items() if value not in (None, [], "")}
    return {"@type": type_, **({"@id": id_} if id_ else {}), **known}


def _to(node: Node) -> Node:
    return {"@id": node["@id"]}


def _when(event: Event) -> Node:
    if event.when is None:
        return {}
    begun, ended = event.when.start, event.when.end
    if event.time is None or event.when.kind != "date":
        return {"startDate": begun.isoformat(), "endDate": None if begun == ended else ended.isoformat()}
    until = event.time.end
    if until is not None and until <= event.time.start and ended < date.max:
        # 22.00 - 02.00 น., and 18.00 - 24.00 น., which is written as 00:00.
        ended += timedelta(days=1)
    return {"startDate": _moment(begun, event.time.start), "endDate": _moment(ended, until) if until else None}


def _moment(day: date, clock: time) -> str:
    """Return a time of Thailand, which keeps UTC+7 all year."""
    return f"{day.isoformat()}T{clock:%H:%M:%S}+07:00"


def _place(venue: Venue) -> Node:
    address = _node(
        "PostalAddress",
        None,
        addressLocality=venue.district or venue.subdistrict,
        addressRegion=venue.province_code or venue.province,
        addressCountry="TH",
    )
    return _node("Place", None, name=venue.text, address=address if len(address) > 2 else None)


def _flat(items: list[Item]) -> Iterator[Item]:
    """Yield items and those nested in them: a DefinedTermSet is flat, the numbers keep the nesting."""
    for item in items:
        yield item
        yield from _flat(item.items)


def _term(item: Item, within: str) -> Node:
    return _node(
        "DefinedTerm",
        None,
        name=item.title or item.text,
        description=item.text if item.title else None,
        termCode=item.number,
        inDefinedTermSet={"@id": within},
    )
