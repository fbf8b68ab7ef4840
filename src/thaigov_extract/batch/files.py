"""Tell files by their endings.

In:   names of files, and folders.
Out:  the files of a folder that can be read, and of what kind the others are.
Not:  what a file holds; the command line knows this module, and need not load what reading needs.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

TEXT = (".txt",)
LINES = (".jsonl", ".jsonl.gz", ".jsonl.zst", ".ndjson", ".ndjson.gz", ".ndjson.zst")
PARQUET = (".parquet",)
DATA = (".json", ".csv", ".tsv")
"""Data that would be read as the text of a release, since it is text."""
UNREADABLE = "unreadable folder"
"""What a folder is called that we may not look into."""
REJECTS = "rejects.jsonl"
"""Where a batch tells what it could not read, beside its output."""
MADE_BY = "made_by"
"""The name in the metadata of a Parquet file under which a batch says by which rules it was made."""

_HIDDEN = (".", "~$", "__MACOSX")
"""How names begin of what programs keep for themselves: version control, editors, archives of macOS."""


class OtherDataError(ValueError):
    """The file holds data, in a form that is not read."""


def ends(name: str, endings: tuple[str, ...]) -> bool:
    """Tell whether `name` has one of `endings`, however its letters are written.

    >>> ends("REPORT.TXT", TEXT)
    True
    """
    return name.lower().endswith(endings)


def check_text(name: str) -> None:
    """Check that a file that is to be read as a text is not of another kind by its name.

    Raises:
        OtherDataError: if it is.
    """
    if ends(name, DATA):
        raise OtherDataError(f"{Path(name).suffix} is no text of a release; many releases come as .jsonl or .parquet")


def below(folder: Path, endings: tuple[str, ...]) -> tuple[list[Path], dict[Path, str]]:
    """Return the files in and below `folder` that have one of `endings`, sorted, and of what kind the others are."""
    found: list[Path] = []
    others: dict[Path, str] = {}
    for path in sorted(folder.rglob("*")):
        *above, name = path.relative_to(folder).parts
        if any(map(is_hidden, above)):
            continue
        if is_hidden(name):
            others[path] = "hidden"
        elif path.is_file() and ends(path.name, endings):
            found.append(path)
        elif path.is_symlink() or not path.is_dir() or not may_enter(path):
            others[path] = _kind(path)
    return found, others


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder called `name` is none of its user's.

    >>> [is_hidden(name) for name in (".git", "~$report.txt", "..", "report.txt")]
    [True, True, False, False]
    """
    return name.startswith(_HIDDEN) and name != ".."


def may_enter(folder: Path) -> bool:
    """Tell whether what `folder` holds can be listed and read."""
    return os.access(folder, os.R_OK | os.X_OK)


def _kind(path: Path) -> str:
    if path.is_symlink() and not path.is_file():
        # A folder is not entered through a link, which might lead back to where it stands.
        return "linked folder" if path.is_dir() else "dangling link"
    if path.is_dir():
        return UNREADABLE
    if not path.is_file():
        return "special file"
    return path.suffix.lower() or "without an ending"


def listed(kinds: Iterable[str]) -> str:
    """Return how many there are of each kind, the most frequent first.

    >>> listed([".pdf", ".csv", ".csv"])
    '2 .csv, 1 .pdf'
    """
    return ", ".join(f"{count:,} {kind}" for kind, count in Counter(sorted(kinds)).most_common())
