"""What the inputs of a batch come to.

In:   nothing.
Out:  Record, Line, and Reject in the place of either.
Not:  how files are read; worker processes know this module, and need not load what reading needs.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

_SHOWN = 8
"""Columns that a reject names: enough to see which is meant."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a row of JSON Lines or Parquet keeps its text and name; one that lacks a column asked for is rejected."""

    text: str = "text"
    """A row that has no string here is rejected."""
    name: str | None = None
    """None is `file`, which a row may lack. A row whose name is null or empty is called by its file and number; one
    with a list or an object for a name is rejected."""

    @property
    def naming(self) -> str:
        """The column that names a row where it has it."""
        return self.name or "file"

    def lacking(self, columns: Container[str]) -> str | None:
        """Return a column that was asked for and is not among `columns`."""
        asked = (self.text, self.name)
        return next((column for column in asked if column is not None and column not in columns), None)


@dataclass(frozen=True, slots=True)
class Record:
    """A text and where it came from."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that could not be read, and why."""

    source: str
    """What a release would be called that stands there."""
    reason: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of JSON Lines as it stands in its file: the process that parses its text reads it too."""

    place: str
    octets: bytes
    columns: Columns

    def read(self) -> Record | Reject:
        """Return the record of the line, or why it holds none."""
        try:
            row = json.loads(self.octets.rstrip(b"\r\n"))
        except UnicodeDecodeError:
            return Reject(self.place, "The line is not in UTF-8, as JSON Lines are.")
        except json.JSONDecodeError as error:
            return Reject(self.place, f"The line is no JSON: {error.msg}: column {error.colno}.")
        # Nesting without end is a RecursionError, a number without end a ValueError.
        except (ValueError, RecursionError) as error:
            return Reject(self.place, f"The line is no JSON: {said(error)}.")
        if not isinstance(row, dict):
            return Reject(self.place, "The line is no JSON object.")
        return record_of(row, self.place, self.columns)


Entry = Record | Line | Reject
"""One thing among the inputs."""


def record_of(row: Mapping[str, object], place: str, columns: Columns) -> Record | Reject:
    """Return the record in `row`, or why it holds none."""
    named = row.get(columns.naming)
    if isinstance(named, list | dict):
        return Reject(place, f"The row has no name in {columns.naming!r}, but a list or an object.")
    if isinstance(named, bytes):
        named = named.decode(errors="replace")
    source = place if named in (None, "") else _writable(str(named))
    if (lacking := columns.lacking(row)) is not None:
        return Reject(source, f"{without(lacking, row)} ({place})")
    text = row[columns.text]
    if isinstance(text, str):
        return Record(source, text)
    found = "null" if text is None else f"a value of type {type(text).__name__}"
    return Reject(source, f"The row has no string {columns.text!r}, but {found} ({place}).")


def without(column: str, columns: Iterable[str]) -> str:
    """Return what a reject says of data that lack `column`, with the first of those that they have."""
    return f"There is no column {column!r} beside {', '.join(map(repr, islice(columns, _SHOWN)))}."


def said(error: BaseException) -> str:
    """Return what a reject repeats of an error; that of a file would name it once more."""
    return _writable(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _writable(text: str) -> str:
    """Return `text` with question marks for the lone surrogates that JSON allows and no output can hold."""
    return text.encode("utf-8", "replace").decode()
