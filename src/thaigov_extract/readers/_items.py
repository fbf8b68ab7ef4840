"""Show lists as models: items, and remarks on their numbering.

In:   Source and the entries that the list finder read.
Out:  ItemList, Item and Diagnostic models.
Not:  what the list is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract._listing.enumerations import Entry
from thaigov_extract._mentions import Mention
from thaigov_extract._source import Source
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import Diagnostic, DiagnosticCode, Item, ItemList

_MESSAGES = {
    "missing_marker": "An item of this list has no marker although its successors are numbered.",
    "repeated_marker": "This number stands twice in one list.",
    "skipped_number": "A number before this one is missing from the list.",
}


def item_models(source: Source, entries: tuple[Entry, ...]) -> list[Item]:
    """Return the entries as items, nested as they are."""
    return [
        Item(
            span=source.span(entry.lo, entry.hi),
            marker=source.written(entry.mark.lo, entry.mark.hi).strip() if entry.mark else None,
            number=entry.number,
            title=source.written_at(entry.title),
            title_span=source.span_at(entry.title),
            text=source.written(entry.text_lo, entry.hi),
            text_span=source.span_at((entry.text_lo, entry.hi)),
            items=item_models(source, entry.entries),
        )
        for entry in entries
    ]


def list_model(source: Source, mention: Mention[WrittenList]) -> ItemList:
    """Return a list as a model."""
    written = mention.value
    promise = written.promised
    return ItemList(
        span=source.span(mention.lo, mention.hi),
        introducer=source.written_at(written.introducer),
        introducer_span=source.span_at(written.introducer),
        partial=written.partial,
        declared_count=promise.count if promise else None,
        declared_count_span=source.span(promise.lo, promise.hi) if promise else None,
        items=item_models(source, written.entries),
    )


def list_remarks(source: Source, mention: Mention[WrittenList]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the numbering of a list, and with the count that was promised for it."""
    written = mention.value
    for fault, lo, hi in written.faults:
        yield Diagnostic(code=DiagnosticCode(fault), message=_MESSAGES[fault], span=source.span(lo, hi))
    promise = written.promised
    if promise and not written.partial and promise.count != len(written.entries):
        yield Diagnostic(
            code=DiagnosticCode.COUNT_MISMATCH,
            message=f"The text promises {promise.count} items and lists {len(written.entries)}.",
            span=source.span(promise.lo, promise.hi),
        )
