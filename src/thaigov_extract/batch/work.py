"""Parse chunks of records, in several processes, in order.

In:   Records, Lines and Rejects as they are read.
Out:  Results in the same order: the chunk's output as bytes, and what it rejected.
Not:  where results are kept; `journal` and `outputs` see to that.
"""

from __future__ import annotations

import gc
import gzip
import json
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Literal

import thaigov_extract
from thaigov_extract import parse, parse_many
from thaigov_extract.batch.records import Entry, Line, Record, Reject, said
from thaigov_extract.models import Release

Kind = Literal["jsonl", "jsonl.gz", "duckdb", "parquet"]
"""What an output is."""

_ENTRIES = 64
"""A tenth of a second of parsing: long beside handing a chunk out, short for whoever watches or loses one."""
_SIZE = 3_000_000
"""A chunk ends at whichever comes first, so that memory is bounded for long texts too: 3 octets are a Thai letter."""
_WAITING = 4
"""Chunks ready for each process: it has work while the main process writes a thousand releases to a database."""


_READ_WITH = ("ahocorasick_rs", "pydantic", "pythainlp")
"""What our code reads and writes with, beside Python, which says what a letter is; PyThaiNLP's lists of names decide
where a name is divided."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is made of a chunk."""

    kind: Kind
    reference: date | None


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is parsed together."""

    entries: tuple[Entry, ...]

    def digest(self, recipe: Recipe) -> str:
        """Return what the chunk's result depends on, in short: its entries, the recipe and our rules."""
        digest = blake2b(repr(recipe).encode(), key=rules())
        for entry in self.entries:
            for part in (type(entry).__name__.encode(), *_parts(entry)):
                digest.update(len(part).to_bytes(8, "big"))
                digest.update(part)
        return digest.hexdigest()[:32]


def _parts(entry: Entry) -> tuple[bytes, ...]:
    """Return all that tells `entry` from another."""
    match entry:
        case Record(source, text):
            return _octets(source), _octets(text)
        case Reject(source, reason):
            return _octets(source), _octets(reason)
        case Line(place, octets, columns):
            return _octets(place), octets, repr(columns).encode()


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Result:
    """What a chunk came to: `output` as the kind of the recipe needs it."""

    digest: str
    output: bytes
    releases: int
    rejects: tuple[Reject, ...]


@cache
def rules() -> bytes:
    """Return a digest of all that readings depend on: after a change nothing is taken over from before."""
    versions = [sys.version_info[:2], *map(version, _READ_WITH)]
    digest = blake2b(repr(versions).encode(), digest_size=32)
    folder = Path(thaigov_extract.__path__[0])
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".tsv")):
        digest.update(path.read_bytes())
    return digest.digest()


def chunked(entries: Iterable[Entry]) -> Iterator[Chunk]:
    """Yield `entries` in chunks of about 64."""
    kept: list[Entry] = []
    size = 0
    for entry in entries:
        kept.append(entry)
        size += _size(entry)
        if len(kept) >= _ENTRIES or size >= _SIZE:
            yield Chunk(tuple(kept))
            kept.clear()
            size = 0
    if kept:
        yield Chunk(tuple(kept))


def _size(entry: Entry) -> int:
    match entry:
        case Record(_, text):
            return 3 * len(text)
        case Line(_, octets, _):
            return len(octets)
    return 0


def extract(chunk: Chunk, recipe: Recipe) -> Result:
    """Return what `recipe` makes of `chunk`."""
    records: list[Record] = []
    rejects: list[Reject] = []
    for entry in chunk.entries:
        record = entry.read() if isinstance(entry, Line) else entry
        if isinstance(record, Reject):
            rejects.append(record)
        else:
            records.append(record)
    releases, failed = _parsed(records, recipe.reference)
    write = _arrow if recipe.kind in ("duckdb", "parquet") else _json_lines
    output = write(releases)
    if recipe.kind == "jsonl.gz":
        output = gzip.compress(output, mtime=0)
    return Result(chunk.digest(recipe), output, len(releases), (*rejects, *failed))


def _parsed(records: Sequence[Record], reference: date | None) -> tuple[list[tuple[str, Release]], list[Reject]]:
    """Return the releases of `records` by source, and those that `parse` failed on.

    It promises not to fail; if it does, they are read again one by one, and the night's work goes on.
    """
    sources = [record.source for record in records]
    with suppress(Exception):
        return list(zip(sources, parse_many([record.text for record in records], reference=reference), strict=True)), []
    releases: list[tuple[str, Release]] = []
    rejects: list[Reject] = []
    for record in records:
        try:
            releases.append((record.source, parse(record.text, reference=reference)))
        except Exception as error:  # noqa: BLE001  # whatever it is, the others are read
            rejects.append(Reject(record.source, f"parse failed: {type(error).__name__}: {said(error)}"))
    return releases, rejects


def _json_lines(releases: list[tuple[str, Release]]) -> bytes:
    return "".join(
        f'{{"source":{json.dumps(source, ensure_ascii=False)},"release":{release.model_dump_json()}}}\n'
        for source, release in releases
    ).encode()


def _arrow(releases: list[tuple[str, Release]]) -> bytes:
    """Return the tables of `releases`, then where each came from, as one Arrow stream after the other."""
    import pyarrow as pa  # noqa: PLC0415  # processes that write JSON Lines start without it

    from thaigov_extract.tables import to_tables  # noqa: PLC0415

    tables = to_tables(release for _, release in releases)
    names = [
        pa.array(column, pa.string()) for column in ([r.id for _, r in releases], [source for source, _ in releases])
    ]
    sources = pa.Table.from_arrays(names, names=["release_id", "source"])
    sink = pa.BufferOutputStream()
    for table in (*tables.values(), sources):
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
    return bytes(sink.getvalue())


class Workers:
    """The processes that parse; a single one is our own."""

    def __init__(self, count: int) -> None:
        """Start `count` processes, so that they load the package while the output is opened."""
        self._count = count
        self._executor: ProcessPoolExecutor | None = None
        if count > 1:
            # A spawned process holds no lock and no thread of ours, as a forked one might.
            self._executor = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
            for _ in range(count):
                self._executor.submit(parse, "")

    def in_order(self, chunks: Iterable[Chunk], recipe: Recipe) -> Iterator[Result]:
        """Yield the result of each chunk in order; no chunk is read long before a process is free for it."""
        if self._executor is None:
            for chunk in chunks:
                yield extract(chunk, recipe)
            return
        pending: deque[Future[Result]] = deque()
        for chunk in chunks:
            pending.append(self._executor.submit(extract, chunk, recipe))
            if len(pending) > _WAITING * self._count:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the parent, end when the parent is killed, and let the collector rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := parent_process()) is not None:
        Thread(target=_end_with, args=(parent.join,), daemon=True).start()
    # Hardly anything that is parsed refers to itself: asked every 700 objects, the collector finds nothing to free.
    gc.set_threshold(50_000)


def _end_with(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
