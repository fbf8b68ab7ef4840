"""Read the subjects of training courses, and flagship projects.

In:   Page.
Out:  TrainingModule and FlagshipProject models, and Diagnostics.
Not:  policies, even where one list is both.
"""

from __future__ import annotations

from collections.abc import Iterator

from thaigov_extract.models import Diagnostic, FlagshipProject, TrainingModule
from thaigov_extract.resolve import Page


def read(page: Page) -> Iterator[TrainingModule | FlagshipProject | Diagnostic]:
    """Yield the training modules and flagship projects of the release."""
    yield from ()
