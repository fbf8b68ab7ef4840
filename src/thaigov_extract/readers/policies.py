"""Read policies.

In:   Page.
Out:  Policy models and Diagnostics.
Not:  what other readers make of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract.models import Diagnostic, Policy
from thaigov_extract.resolve import Page


def read(page: Page) -> Iterator[Policy | Diagnostic]:
    """Yield the policies of the release."""
    yield from ()
