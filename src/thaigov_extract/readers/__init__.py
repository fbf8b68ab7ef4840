"""Read what the release reports: each reader makes one kind of model, and knows no other reader.

In:   Pages.
Out:  findings of each: models of the contract, and Diagnostics.
Not:  the order of the output; `_parse` seals the release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from thaigov_extract.models import Diagnostic, Event, FlagshipProject, Official, Policy, TrainingModule
from thaigov_extract.readers import events, flagships, officials, policies, training
from thaigov_extract.resolve import Page

Finding = Official | Event | Policy | TrainingModule | FlagshipProject | Diagnostic
Reader = Callable[[Page], Iterator[Finding]]

READERS: tuple[Reader, ...] = (officials.read, events.read, policies.read, training.read, flagships.read)
"""Every reader. Each yields in text order, the main event first."""


def read(pages: Sequence[Page]) -> list[list[Finding]]:
    """Return everything that each release reports; a reader goes through all of them before the next one begins."""
    findings: list[list[Finding]] = [[] for _ in pages]
    for reader in READERS:
        for page, found in zip(pages, findings, strict=True):
            found.extend(reader(page))
    return findings
