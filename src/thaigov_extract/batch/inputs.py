"""Read the records of many files, one after the other.

In:   names of files, folders and globs, and `-` for standard input.
Out:  Records and Lines in a fixed order, with a Reject in the place of each that cannot be read.
Not:  what a text says.
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from thaigov_extract._decoding import decode
from thaigov_extract.batch.files import (
    LINES,
    MADE_BY,
    PARQUET,
    REJECTS,
    TEXT,
    UNREADABLE,
    below,
    check_text,
    ends,
    is_hidden,
    listed,
    may_enter,
)
from thaigov_extract.batch.records import Columns, Entry, Line, Record, Reject, record_of, said, without

STANDARD_INPUT = Path("-")

_READ = TEXT + LINES + PARQUET
_ROWS = 64
"""Rows of Parquet in memory at a time, as many as are parsed together."""
_BUFFER = 1 << 20
"""Octets of decompressed lines read at once."""


class Inputs:
    """The records of many files, and how far reading them has come."""

    def __init__(self, names: Iterable[str | Path], *, columns: Columns, leave_out: Collection[Path] = ()) -> None:
        """Take the files that `names` stand for, each once, but for what folders and globs hold of `leave_out`.

        Raises:
            FileNotFoundError: if a name stands for nothing.
        """
        found, others = _expanded(names, leave_out)
        once: dict[Path, Path] = {}
        for path in found:
            once.setdefault(path if path == STANDARD_INPUT else path.absolute(), path)
        self._sizes = {path: 0 if path == STANDARD_INPUT else path.stat().st_size for path in once.values()}
        self._unreadable = [path for path, kind in others.items() if kind == UNREADABLE]
        self.others = tuple(kind for kind in others.values() if kind != UNREADABLE)
        """What folders hold beside: the kind of each file that is not read."""
        self._columns = columns
        self._done = 0
        self._open: IO[bytes] | None = None
        self.size = None if STANDARD_INPUT in self._sizes else sum(self._sizes.values())
        """Bytes to read; None where standard input is among them."""

    @property
    def position(self) -> int:
        """Bytes read so far."""
        return self._done + (self._open.tell() if self._open else 0)

    def __iter__(self) -> Iterator[Entry]:
        """Yield every record, file by file."""
        for path in self._unreadable:
            yield Reject(_shown(path), "The folder cannot be read.")
        for path, size in self._sizes.items():
            if path == STANDARD_INPUT:
                yield from self._lines(sys.stdin.buffer, "stdin")
                continue
            read = 0
            try:
                with path.open("rb") as file:
                    self._open = file
                    for entry in self._reader(path.name)(file, _shown(path)):
                        yield entry
                        read += 1
            # A gzip file cut short is an EOFError; a broken one a zlib.error or an OSError; Arrow has its own.
            except (OSError, EOFError, ValueError, zlib.error, pa.ArrowException) as error:
                kept = f" behind {read:,} rows, which are kept" if read else ""
                yield Reject(_shown(path), f"The file cannot be read{kept}: {said(error)}.")
            finally:
                self._open = None
            self._done += size

    def _reader(self, name: str) -> Callable[[IO[bytes], str], Iterator[Entry]]:
        if ends(name, LINES):
            return self._lines
        return self._parquet if ends(name, PARQUET) else self._text

    def _text(self, file: IO[bytes], name: str) -> Iterator[Record | Reject]:
        check_text(name)
        text, _ = decode(file.read())
        yield Record(name, text) if text.strip() else Reject(name, "The file is empty.")

    def _lines(self, file: IO[bytes], name: str) -> Iterator[Line | Reject]:
        for number, line in enumerate(_decompressed(file, name), 1):
            if number == 1 and line.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
                yield Reject(name, "The file is in UTF-16, not in UTF-8, as JSON Lines are.")
                return
            if not line.isspace():
                yield Line(f"{name}:{number}", line, self._columns)

    def _parquet(self, file: IO[bytes], name: str) -> Iterator[Record | Reject]:
        with pq.ParquetFile(file) as table:
            names = table.schema_arrow.names
            if (lacking := self._columns.lacking(names)) is not None:
                yield Reject(name, without(lacking, names))
                return
            columns = [column for column in (self._columns.text, self._columns.naming) if column in names]
            rows = (row for batch in table.iter_batches(_ROWS, columns=columns) for row in batch.to_pylist())
            for number, row in enumerate(rows, 1):
                yield record_of(row, f"{name}:{number}", self._columns)


def _expanded(names: Iterable[str | Path], leave_out: Collection[Path]) -> tuple[list[Path], dict[Path, str]]:
    """Return the files that `names` stand for, those of a folder or glob sorted, and the kinds of others in folders.

    Raises:
        FileNotFoundError: if a name stands for nothing.
    """
    found: list[Path] = []
    others: dict[Path, str] = {}
    for name in names:
        if not str(name):
            raise FileNotFoundError("an empty name names no input")
        named = Path(name)
        if named == STANDARD_INPUT or named.is_file():
            found.append(named)
            continue
        files, beside = below(named, _READ) if named.is_dir() else (_matching(named), {})
        files = [path for path in files if not _lies_in(path, leave_out)]
        beside = {path: kind for path, kind in beside.items() if not _lies_in(path, leave_out)}
        beside |= {path: "of a batch" for path in files if _is_of_a_batch(path)}
        kept = [path for path in files if path not in beside]
        if not kept:
            raise FileNotFoundError(f"{name}: {_why_nothing(named, beside)}")
        found.extend(kept)
        others.update(beside)
    return found, others


def _why_nothing(named: Path, beside: Mapping[Path, str]) -> str:
    if named.is_dir() and not may_enter(named):
        return "the folder cannot be read"
    nothing = f"the folder holds no {', '.join(_READ)}" if named.is_dir() else "no such input"
    return nothing + (f", but {listed(beside.values())}" if beside else "")


def _is_of_a_batch(path: Path) -> bool:
    """Tell whether a batch wrote the file, whose columns of texts are no releases."""
    if ends(path.name, PARQUET):
        # What is broken is rejected when its turn comes.
        with suppress(OSError, pa.ArrowException):
            return MADE_BY.encode() in (pq.read_schema(path).metadata or {})
    return path.name == REJECTS


def _lies_in(path: Path, places: Collection[Path]) -> bool:
    whole = path.absolute()
    return any(place == whole or place in whole.parents for place in places)


def _matching(pattern: Path) -> list[Path]:
    """Return the files that `pattern` stands for; hidden ones, as in a shell, only where it names them so."""
    found = Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))
    named = any(map(is_hidden, pattern.parts))
    return sorted(path for path in found if path.is_file() and (named or not any(map(is_hidden, path.parts))))


def _decompressed(file: IO[bytes], name: str) -> Iterable[bytes]:
    if ends(name, (".gz", ".zst")) and not os.fstat(file.fileno()).st_size:
        # Either library reads this as no lines, but even of those a compressor makes a header.
        raise EOFError("a compressed file is never empty")
    if ends(name, (".gz",)):
        return gzip.open(file)
    if ends(name, (".zst",)):
        return io.BufferedReader(pa.CompressedInputStream(pa.PythonFile(file), "zstd"), _BUFFER)
    return file


def _shown(path: Path) -> str:
    """Return `path` as text that can be written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(path).decode("utf-8", "replace")
