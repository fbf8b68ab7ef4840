"""What a caller may write must type-check; nothing here runs."""

from __future__ import annotations

from datetime import date, time

from thaigov_extract import (
    Attendance,
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    FlagshipProject,
    Item,
    ItemList,
    Official,
    Policy,
    Release,
    Span,
    TimeExpression,
    TrainingModule,
    Venue,
    find_dates,
    parse,
    parse_events,
    parse_flagship_projects,
    parse_lists,
    parse_many,
    parse_officials,
    parse_policies,
    parse_training_modules,
)


def whole(text: str) -> tuple[str, DateExpression | None, list[DateExpression], list[TimeExpression], list[Diagnostic]]:
    release: Release = parse(text, reference=date(2020, 8, 5))
    return release.title, release.published, release.dates, release.times, release.diagnostics


def parts(text: str) -> tuple[list[Official], list[Event], list[Policy], list[TrainingModule], list[FlagshipProject]]:
    return (
        parse_officials(text),
        parse_events(text, reference=None),
        parse_policies(text),
        parse_training_modules(text),
        parse_flagship_projects(text),
    )


def many(texts: list[str]) -> list[str | None]:
    return [release.title for release in parse_many(texts, reference=date(2020, 8, 5))]


def lists(text: str) -> list[tuple[str | None, int | None, list[Item]]]:
    found: list[ItemList] = parse_lists(text)
    return [(one.introducer, one.declared_count, one.items) for one in found]


def values(release: Release) -> tuple[list[date], list[time], list[str], list[int]]:
    venues: list[Venue] = [event.venue for event in release.events if event.venue is not None]
    counts: list[Attendance] = [event.attendance for event in release.events if event.attendance is not None]
    items: list[Item] = [item for policy in release.policies for item in policy.items]
    return (
        [found.start for found in find_dates(release.text)],
        [found.start for found in release.times],
        [venue.province or "" for venue in venues] + [item.number or "" for item in items],
        [attendance.count for attendance in counts],
    )


def made_by_hand() -> tuple[Event, ItemList, Diagnostic]:
    """Optional fields may be left out."""
    span = Span(start=0, end=1)
    empty = Diagnostic(code=DiagnosticCode.EMPTY_TEXT, message="The text is empty.")
    return Event(kind="opening", span=span), ItemList(span=span, items=[]), empty
