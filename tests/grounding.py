"""What is wrong with the places that a release names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from thaigov_extract import Release, Span
from thaigov_extract._lexicon import values_of
from thaigov_extract._organisations import organisation_forms


def models_in(value: Any) -> Iterator[BaseModel]:
    """Yield every model inside `value`, at any depth."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models_in(getattr(value, name))
    elif isinstance(value, list):
        for element in value:
            yield from models_in(element)


def complaints(release: Release, text: str) -> list[str]:
    """Return what is wrong with the places of `release` in `text`."""
    wrong = []
    for model in models_in(release):
        if isinstance(model, Span) and not 0 <= model.start < model.end <= len(text):
            wrong.append(f"{model} lies outside, or is empty")
        span, written = getattr(model, "span", None), getattr(model, "text", None)
        # An item's text leaves out its marker.
        if span is not None and isinstance(written, str) and "marker" not in type(model).model_fields:
            there = text[span.start : span.end]
            if there != written:
                wrong.append(f"{type(model).__name__} says {written!r}, {span} holds {there!r}")
            if written != written.strip(" "):
                wrong.append(f"{type(model).__name__} {written!r} has a blank at its edge")
        wrong.extend(_complaints_on_fields(release, model, text))
    return wrong


def _complaints_on_fields(release: Release, model: BaseModel, text: str) -> Iterator[str]:
    """Yield what is wrong with the fields of `model` that have a place of their own, such as `name_span`."""
    for field in type(model).model_fields:
        value, span = getattr(model, field), getattr(model, f"{field}_span", None)
        if f"{field}_span" not in type(model).model_fields:
            continue
        if (value in (None, "")) != (span is None):
            yield f"{field} is {value!r}, its place {span}"
        if span is None:
            continue
        there = text[span.start : span.end]
        if field == "issuer" and there != value:
            mentions = [
                mention for official in release.officials if official.name == value for mention in official.mentions
            ]
            if span not in mentions:
                yield f"{value!r} is not mentioned at {span}, which holds {there!r}"
        elif isinstance(value, str) and there != value:
            yield f"{field} says {value!r}, {span} holds {there!r}"


def contradictions(release: Release) -> Iterator[str]:
    """Yield what the parts of a release, whose quotes are all closed, say of each other that cannot be."""
    known = {owner.name for form in organisation_forms().values() for owner in form.owners}
    heads = values_of("organisation_heads", "head")
    for position in (position for official in release.officials for position in official.positions):
        body = position.organisation
        titles = [position.title.replace(head, unit) for head, unit in heads.items()]
        if body is not None and body not in known and not any(body in title for title in (position.title, *titles)):
            yield f"{body!r} is neither known nor named in {position.title!r}"
    days = [date.text for date in release.dates]
    for event in release.events:
        if event.name and any(event.name.removeprefix("วันที่ ") in day for day in days):
            yield f"the event {event.name!r} is a date"
    named = [one.name for group in (release.events, release.policies, release.flagship_projects) for one in group]
    for name in named:
        if name and name.count("“") != name.count("”"):
            yield f"{name!r} holds half a quote"
