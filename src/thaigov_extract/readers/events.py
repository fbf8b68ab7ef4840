"""Read events.

In:   Page.
Out:  Event models and Diagnostics.
Not:  what other readers make of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract.models import Diagnostic, Event
from thaigov_extract.resolve import Page


def read(page: Page) -> Iterator[Event | Diagnostic]:
    """Yield the events of the release."""
    yield from ()
