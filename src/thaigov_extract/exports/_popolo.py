"""Write officials as Popolo: persons, organizations, posts, memberships.

In:   releases.
Out:  one dict of four lists for `json.dumps` (https://www.popoloproject.com/specs/).
Not:  who is the same person in two releases; that takes more than a name.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from thaigov_extract._given import each
from thaigov_extract.models import Official, Position, Release

Node = dict[str, Any]


def to_popolo(releases: Iterable[Release]) -> dict[str, list[Node]]:
    """Return all officials of `releases` with their positions.

    Each release has persons of its own. Organizations of the same name are one, and so are posts of the same title in
    the same organization.
    """
    persons: list[Node] = []
    memberships: list[Node] = []
    organizations: dict[str, Node] = {}
    posts: dict[str, Node] = {}
    for release in each(releases):
        for at, official in enumerate(release.officials):
            person = _person(release, official, at)
            persons.append(person)
            for number, position in enumerate(official.positions):
                organization = _organization(position)
                post = _post(position, organization)
                if organization:
                    organizations[organization["id"]] = organization
                posts[post["id"]] = post
                memberships.append(_membership(person, number, position, post))
    return {
        "persons": persons,
        "organizations": list(organizations.values()),
        "posts": list(posts.values()),
        "memberships": memberships,
    }


def _person(release: Release, official: Official, at: int) -> Node:
    source = {"url": release.source_url, "note": release.title} if release.source_url else None
    return _known(
        id=f"person/{release.id}/{at}",
        name=official.name,
        honorific_prefix=official.prefix,
        given_name=official.given_name,
        family_name=official.family_name,
        sources=[source] if source else None,
    )


def _organization(position: Position) -> Node | None:
    if position.organisation is None:
        return None
    return {"id": f"organization/{_digest(position.organisation)}", "name": position.organisation}


def _post(position: Position, organization: Node | None) -> Node:
    within = organization["id"] if organization else None
    return _known(
        id=f"post/{_digest(position.title + ' / ' + (within or ''))}",
        label=position.title,
        role=position.title,
        organization_id=within,
    )


def _membership(person: Node, number: int, position: Position, post: Node) -> Node:
    """Return the holding of a post; its label is what was written, which says who is only acting."""
    return _known(
        id=f"{person['id'].replace('person', 'membership', 1)}/{number}",
        label=position.text,
        role=position.title,
        person_id=person["id"],
        organization_id=post.get("organization_id"),
        post_id=post["id"],
        sources=person.get("sources"),
    )


def _known(**fields: object) -> Node:
    return {key: value for key, value in fields.items() if value is not None}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
