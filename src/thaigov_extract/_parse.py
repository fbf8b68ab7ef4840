"""The pipeline: fold, lay out, find, settle, resolve, read, seal.

In:   the caller's text.
Out:  Release, or one part of it.
Not:  any rule; each stage has its own room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from thaigov_extract._foreign import foreign_text
from thaigov_extract._layout import lay_out
from thaigov_extract._mentions import settle
from thaigov_extract._source import fold
from thaigov_extract.eras import checked_reference
from thaigov_extract.finders import dates, find, lists
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import (
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    FlagshipProject,
    ItemList,
    Official,
    Policy,
    Release,
    TrainingModule,
    text_id,
)
from thaigov_extract.readers import Finding, Reader, events, flagships, officials, policies, read, training
from thaigov_extract.readers._items import list_model
from thaigov_extract.resolve import Page, resolve
from thaigov_extract.resolve.dates import resolve_dates

M = TypeVar("M")

_TOGETHER = 16
"""Texts that pass a stage one after the other: it finds its code and tables in the processor's cache but for the first.

Together they take some 16 % less time than one by one; with 8, or with 64, about as much.
"""


def parse(text: str, *, reference: date | None = None) -> Release:
    """Return what a press release says, every value with its place in `text`.

    Args:
        text: the raw release. Any string is accepted; what makes no sense is reported in `Release.diagnostics`.
        reference: the date that expressions without a year are read by, where the release has no header date.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _releases([checked_text(text)], _day(reference))[0]


def parse_many(texts: Iterable[str], *, reference: date | None = None) -> Iterator[Release]:
    """Return what each press release says, in order and as `parse` says it, in a sixth less time.

    Some texts are read ahead, 16 at most, and no more are held. What `texts` raises comes behind the releases of those
    before it.

    Raises:
        TypeError: if `texts` is a single `str`, or `reference` is no date; in its turn, if a text is not a `str`.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    if isinstance(texts, str):
        raise TypeError("many texts are wanted; `parse` reads a single one")
    day = _day(reference)
    return chain.from_iterable(_releases(chunk, day) for chunk in _chunked(texts))


def _chunked(texts: Iterable[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    try:
        for text in texts:
            chunk.append(checked_text(text))
            if len(chunk) == _TOGETHER:
                yield chunk
                chunk = []
    except Exception:
        yield chunk
        raise
    yield chunk


def find_dates(text: str, *, reference: date | None = None) -> list[DateExpression]:
    """Return every date expression of `text` outside a header line, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return dates_of(text, reference)[0]


def dates_of(text: str, reference: date | None) -> tuple[list[DateExpression], list[Diagnostic]]:
    """Return every date expression of `text` outside a header line, and what is wrong with dates.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    layout = lay_out(fold(checked_text(text)))
    remarks: list[Diagnostic] = []
    _, found = resolve_dates(layout, settle(dates.find(layout)), _day(reference), remarks.append)
    return [dated.expression for dated in found], remarks


def parse_officials(text: str, *, reference: date | None = None) -> list[Official]:
    """Return the officials of `text`, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _only(Official, officials.read, text, reference)


def parse_events(text: str, *, reference: date | None = None) -> list[Event]:
    """Return the events of `text`, the main one first, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _only(Event, events.read, text, reference)


def parse_policies(text: str, *, reference: date | None = None) -> list[Policy]:
    """Return the policies of `text`, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _only(Policy, policies.read, text, reference)


def parse_training_modules(text: str, *, reference: date | None = None) -> list[TrainingModule]:
    """Return the training modules of `text`, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _only(TrainingModule, training.read, text, reference)


def parse_flagship_projects(text: str, *, reference: date | None = None) -> list[FlagshipProject]:
    """Return the flagship projects of `text`, as `parse` does.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _only(FlagshipProject, flagships.read, text, reference)


def parse_lists(text: str) -> list[ItemList]:
    """Return every list of `text`, each with its items nested as the writer nested them.

    Raises:
        TypeError: if `text` is not a `str`.
    """
    layout = lay_out(fold(checked_text(text)))
    return [list_model(layout.source, mention) for mention in settle(lists.find(layout)).of(WrittenList)]


def _only(kind: type[M], reader: Reader, text: str, reference: date | None) -> list[M]:
    return [finding for finding in reader(page_of(text, reference)) if isinstance(finding, kind)]


def page_of(text: str, reference: date | None) -> Page:
    """Return everything found and resolved in `text`, before any reader looks.

    Raises:
        TypeError: if `text` is not a `str`, or `reference` is no date.
        ValueError: if the year of `reference` is one of the Buddhist era.
    """
    return _pages([checked_text(text)], _day(reference))[0]


def _releases(texts: Sequence[str], reference: date | None) -> list[Release]:
    pages = _pages(texts, reference)
    return [_seal(text, page, findings) for text, page, findings in zip(texts, pages, read(pages), strict=True)]


def _pages(texts: Iterable[str], reference: date | None) -> list[Page]:
    sources = [fold(text) for text in texts]
    layouts = [lay_out(source) for source in sources]
    return resolve(layouts, find(layouts), reference)


def checked_text(text: str) -> str:
    """Return `text`.

    Raises:
        TypeError: if it is not a `str`.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    return text


def _day(reference: date | None) -> date | None:
    return None if reference is None else checked_reference(reference)


def _seal(raw: str, page: Page, findings: Iterable[Finding]) -> Release:
    found: defaultdict[type, list[Any]] = defaultdict(list)
    found[Diagnostic].extend(_remarks_on_text(raw, page))
    found[Diagnostic].extend(page.diagnostics)
    for finding in findings:
        found[type(finding)].append(finding)
    source = page.source
    release = Release(
        id=text_id(raw),
        title=source.written(*page.layout.title),
        title_span=source.span_at(page.layout.title),
        published=page.published,
        source_url=source.written_at(page.layout.source_url),
        source_url_span=source.span_at(page.layout.source_url),
        dates=[dated.expression for dated in page.dates],
        times=[timed.expression for timed in page.times],
        events=found[Event],
        officials=found[Official],
        policies=found[Policy],
        training_modules=found[TrainingModule],
        flagship_projects=found[FlagshipProject],
        hashtags=list(page.layout.hashtags),
        diagnostics=found[Diagnostic],
    )
    release._text = raw  # noqa: SLF001  (pydantic keeps what is no field in private attributes)
    return release


def _remarks_on_text(raw: str, page: Page) -> list[Diagnostic]:
    remarks = []
    if not page.text.strip():
        remarks.append(Diagnostic(code=DiagnosticCode.EMPTY_TEXT, message="The text is empty."))
    if page.source.raw != raw:
        remarks.append(
            Diagnostic(
                code=DiagnosticCode.LONE_SURROGATE,
                message="The text holds a lone surrogate; values show it as U+FFFD.",
            )
        )
    remarks.extend(foreign_text(page.source))
    return remarks
