"""Say what each stretch of a release's text is.

In:   Release.
Out:  Mark: a kind, a range of the caller's text, and the place of the value in the release's JSON.
Not:  how a mark is shown or written down; display and exports do that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from thaigov_extract.models import Event, Item, Official, Policy, Release, Span

MarkKind = Literal[
    "date",
    "time",
    "person",
    "position",
    "place",
    "attendance",
    "event",
    "policy",
    "item",
    "module",
    "project",
    "remark",
]
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
PASSAGES: frozenset[MarkKind] = frozenset({"event", "policy", "item", "module", "project"})
"""Kinds that cover clauses or paragraphs, and so hold marks of the other kinds."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What `[start, end)` of the text is, and where in the JSON it is said."""

    kind: MarkKind
    start: int
    end: int
    path: str
    """JSON Pointer (RFC 6901) into `release.model_dump()`, such as `/events/0/venue`."""


def marks(release: Release) -> Iterator[Mark]:
    """Yield a mark for every span of `release`, value by value; one range may be marked several times."""
    if release.published:
        yield _mark("date", release.published.span, "/published")
    for at, date in enumerate(release.dates):
        yield _mark("date", date.span, f"/dates/{at}")
    for at, time in enumerate(release.times):
        yield _mark("time", time.span, f"/times/{at}")
    for at, event in enumerate(release.events):
        yield from _of_event(event, f"/events/{at}")
    for at, official in enumerate(release.officials):
        yield from _of_official(official, f"/officials/{at}")
    for at, policy in enumerate(release.policies):
        yield from _of_policy(policy, f"/policies/{at}")
    for at, module in enumerate(release.training_modules):
        yield _mark("module", module.span, f"/training_modules/{at}")
    for at, project in enumerate(release.flagship_projects):
        yield _mark("project", project.span, f"/flagship_projects/{at}")
    for at, remark in enumerate(release.diagnostics):
        if remark.span:
            yield _mark("remark", remark.span, f"/diagnostics/{at}")


def _of_event(event: Event, path: str) -> Iterator[Mark]:
    yield _mark("event", event.span, path)
    if event.when:
        yield _mark("date", event.when.span, f"{path}/when")
    if event.time:
        yield _mark("time", event.time.span, f"{path}/time")
    if event.venue:
        yield _mark("place", event.venue.span, f"{path}/venue")
    if event.attendance:
        yield _mark("attendance", event.attendance.span, f"{path}/attendance")


def _of_official(official: Official, path: str) -> Iterator[Mark]:
    for at, mention in enumerate(official.mentions):
        yield _mark("person", mention, f"{path}/mentions/{at}")
    for at, position in enumerate(official.positions):
        yield _mark("position", position.span, f"{path}/positions/{at}")


def _of_policy(policy: Policy, path: str) -> Iterator[Mark]:
    yield _mark("policy", policy.span, path)
    if policy.period:
        yield _mark("date", policy.period.span, f"{path}/period")
    yield from _of_items(policy.items, path)


def _of_items(items: list[Item], path: str) -> Iterator[Mark]:
    for at, item in enumerate(items):
        yield _mark("item", item.span, f"{path}/items/{at}")
        yield from _of_items(item.items, f"{path}/items/{at}")


def _mark(kind: MarkKind, span: Span, path: str) -> Mark:
    return Mark(kind, span.start, span.end, path)
