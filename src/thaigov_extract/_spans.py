"""Label the text of a release: the places of its values, of names, organisations and visions in one list.

In:   Release.
Out:  Labelled: a label, a range of the caller's text, and the place of the value in the release's JSON.
Not:  headlines, statements, and the parts of items and modules, of whose places the release tells; how it is shown or
      written down, which display and exports do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from thaigov_extract.models import Event, Item, Official, Policy, Release, Span

Label = Literal[
    "date",
    "time",
    "person",
    "position",
    "place",
    "attendance",
    "name",
    "organisation",
    "event",
    "policy",
    "vision",
    "item",
    "module",
    "project",
    "remark",
]
LABELS: tuple[Label, ...] = get_args(Label)
PASSAGES: frozenset[Label] = frozenset({"event", "policy", "vision", "item", "module", "project"})
"""Kinds that cover clauses or paragraphs, and so hold marks of the other kinds."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What `[start, end)` of the text is, and where in the JSON it is said."""

    label: Label
    start: int
    end: int
    path: str
    """JSON Pointer (RFC 6901) into `release.model_dump()`, such as `/events/0/venue`."""


def labelled(release: Release) -> Iterator[Labelled]:
    """Yield the labelled spans of `release`, value by value; one range may come several times."""
    if release.published:
        yield _labelled("date", release.published.span, "/published")
    listed: tuple[tuple[Label, str, list[Span | None]], ...] = (
        ("date", "dates", [date.span for date in release.dates]),
        ("time", "times", [time.span for time in release.times]),
        ("module", "training_modules", [module.span for module in release.training_modules]),
        ("project", "flagship_projects", [project.span for project in release.flagship_projects]),
        ("remark", "diagnostics", [remark.span for remark in release.diagnostics]),
    )
    for label, field, spans in listed:
        for at, span in enumerate(spans):
            yield from _if_any(label, span, f"/{field}/{at}")
    for at, module in enumerate(release.training_modules):
        yield from _if_any("name", module.programme_span, f"/training_modules/{at}/programme_span")
    for at, project in enumerate(release.flagship_projects):
        yield from _if_any("name", project.plan_span, f"/flagship_projects/{at}/plan_span")
    for at, event in enumerate(release.events):
        yield from _of_event(event, f"/events/{at}")
    for at, official in enumerate(release.officials):
        yield from _of_official(official, f"/officials/{at}")
    for at, policy in enumerate(release.policies):
        yield from _of_policy(policy, f"/policies/{at}", issuer_label(release, policy.issuer))


def issuer_label(release: Release, issuer: str | None) -> Label:
    """Return what the issuer of a policy of `release` is."""
    return "person" if any(official.name == issuer for official in release.officials) else "organisation"


def by_range(release: Release) -> dict[tuple[Label, int, int], list[str]]:
    """Return the JSON Pointers of every label and range, in order of the text, outer before inner.

    A release read from JSON has no text, and so no ranges.
    """
    found: defaultdict[tuple[Label, int, int], list[str]] = defaultdict(list)
    for one in labelled(release):
        if one.start < one.end <= len(release.text):
            found[one.label, one.start, one.end].append(one.path)
    return dict(sorted(found.items(), key=lambda item: (item[0][1], -item[0][2], item[0][0] not in PASSAGES)))


def _of_event(event: Event, path: str) -> Iterator[Labelled]:
    yield _labelled("event", event.span, path)
    yield from _if_any("name", event.name_span, f"{path}/name_span")
    yield from _if_any("organisation", event.organiser_span, f"{path}/organiser_span")
    if event.when:
        yield _labelled("date", event.when.span, f"{path}/when")
    if event.time:
        yield _labelled("time", event.time.span, f"{path}/time")
    if event.venue:
        yield _labelled("place", event.venue.span, f"{path}/venue")
    if event.attendance:
        yield _labelled("attendance", event.attendance.span, f"{path}/attendance")


def _of_official(official: Official, path: str) -> Iterator[Labelled]:
    for at, mention in enumerate(official.mentions):
        yield _labelled("person", mention, f"{path}/mentions/{at}")
    for at, position in enumerate(official.positions):
        yield _labelled("position", position.span, f"{path}/positions/{at}")


def _of_policy(policy: Policy, path: str, issuer: Label) -> Iterator[Labelled]:
    yield _labelled("policy", policy.span, path)
    yield from _if_any("name", policy.name_span, f"{path}/name_span")
    yield from _if_any(issuer, policy.issuer_span, f"{path}/issuer_span")
    yield from _if_any("vision", policy.vision_span, f"{path}/vision_span")
    if policy.period:
        yield _labelled("date", policy.period.span, f"{path}/period")
    yield from _of_items(policy.items, path)


def _of_items(items: list[Item], path: str) -> Iterator[Labelled]:
    for at, item in enumerate(items):
        yield _labelled("item", item.span, f"{path}/items/{at}")
        yield from _of_items(item.items, f"{path}/items/{at}")


def _if_any(label: Label, span: Span | None, path: str) -> Iterator[Labelled]:
    if span:
        yield _labelled(label, span, path)


def _labelled(label: Label, span: Span, path: str) -> Labelled:
    return Labelled(label, span.start, span.end, path)
