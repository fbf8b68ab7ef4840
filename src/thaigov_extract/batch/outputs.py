"""Write results as JSON Lines, as Parquet tables, or as a DuckDB file.

In:   the outputs of chunks, in order.
Out:  one file or folder, complete once it is closed.
Not:  when it takes the place of an older one; `job` sees to that.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from thaigov_extract.batch.work import Form
from thaigov_extract.tables import flatten, table_schemas

_ROW_GROUP = 1_024
"""Releases to a row group: enough for Parquet to compress well, few enough for a small memory."""


_SOURCES = pa.schema([("source_no", pa.int64()), ("source", pa.string()), ("release_id", pa.string())])


_DUCKDB_TYPES = {
    pa.string(): "VARCHAR",
    pa.bool_(): "BOOLEAN",
    pa.int64(): "BIGINT",
    pa.date32(): "DATE",
    pa.time64("ns"): "TIME",
}


class Output(Protocol):
    """Something that results are written to."""

    def add(self, output: bytes) -> None:
        """Write the output of the next chunk."""

    def finish(self) -> None:
        """Complete the output after the last chunk."""

    def close(self) -> None:
        """Let go of all files, whether the output is complete or not."""


def check_name(path: Path) -> None:
    """Check that `path` names an output that can be written.

    Raises:
        ValueError: if its ending is unknown, or it is a folder with anything but tables of ours.
    """
    if path.is_dir():
        tables = {f"{name}.parquet" for name in ["sources", *table_schemas()]}
        if strange := sorted(file.name for file in path.iterdir() if file.name not in tables):
            raise ValueError(f"{path} is a folder with other files, such as {strange[0]}; it would be replaced")
    elif path.suffix not in ("", ".duckdb", ".jsonl") and not path.name.endswith(".jsonl.gz"):
        raise ValueError(f"{path}: an output is .jsonl, .jsonl.gz, .duckdb, or a folder, whose name has no ending")


def form_of(path: Path) -> Form:
    """Return the form in which chunks are made for an output called `path`."""
    if path.name.endswith(".jsonl"):
        return "jsonl"
    return "jsonl.gz" if path.name.endswith(".jsonl.gz") else "arrow"


def open_output(path: Path, named: Path) -> Output:
    """Return an output of the kind that `named` asks for by its ending, written to `path`."""
    if form_of(named) != "arrow":
        return _JsonLines(path)
    return _DuckDB(path) if named.suffix == ".duckdb" else _Parquet(path)


class _JsonLines:
    """Lines one after the other; compressed ones as members of one gzip file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def add(self, output: bytes) -> None:
        self._file.write(output)

    def finish(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.close()


class _Tables(ABC):
    """Flat tables, written a few hundred releases at a time, and `sources`: which input gave which release."""

    def __init__(self) -> None:
        self._waiting: list[pa.RecordBatch] = []
        self._sources = 0
        # The digest of a text seen is kept as a number: some 80 bytes a release, 5 MB for 60,000.
        self._seen: set[int] = set()

    @abstractmethod
    def write(self, tables: Mapping[str, pa.Table]) -> None:
        """Write some rows of each table, parents before children."""

    def add(self, output: bytes) -> None:
        with pa.ipc.open_stream(output) as stream:
            self._waiting.extend(stream)
        if sum(batch.num_rows for batch in self._waiting) >= _ROW_GROUP:
            self._write_waiting()

    def finish(self) -> None:
        if self._waiting:
            self._write_waiting()

    def _write_waiting(self) -> None:
        rows = pa.Table.from_batches(self._waiting).combine_chunks()
        self._waiting.clear()
        releases = rows.column("release").combine_chunks()
        ids = releases.field("id")
        numbers = pa.array(range(self._sources + 1, self._sources + 1 + len(ids)), pa.int64())
        self._sources += len(ids)
        sources = pa.Table.from_arrays([numbers, rows.column("source"), ids], schema=_SOURCES)
        self.write({**flatten(releases.filter(self._new(ids))), "sources": sources})

    def _new(self, ids: pa.StringArray) -> pa.BooleanArray:
        """Tell which ids were not seen before: equal texts are one release with several sources."""
        new = []
        for digest in ids.to_pylist():
            number = int(digest, 16)
            new.append(number not in self._seen)
            self._seen.add(number)
        return pa.array(new, pa.bool_())


class _Parquet(_Tables):
    """A folder with one file for each table."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.mkdir()
        self._files = ExitStack()
        self._writers = {
            name: self._files.enter_context(pq.ParquetWriter(path / f"{name}.parquet", schema, compression="zstd"))
            for name, schema in {**table_schemas(), "sources": _SOURCES}.items()
        }

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        for name, table in tables.items():
            self._writers[name].write_table(table)

    def close(self) -> None:
        self._files.close()


class _DuckDB(_Tables):
    """A DuckDB file with keys and views."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._rows = 0
        self._database = duckdb.connect(str(path), config={"threads": 1})
        for statement in _table_statements():
            self._database.execute(statement)

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        # The indexes behind keys stay in memory, some 20 bytes a row; 64 MB do for the rest.
        self._rows += sum(table.num_rows for table in tables.values())
        self._database.execute(f"SET memory_limit = '{64 + self._rows * 40 // 2**20}MB'")
        self._database.execute("BEGIN")
        for name, table in tables.items():
            self._database.register("arrived", table)
            self._database.execute(f"INSERT INTO {name} FROM arrived")
        self._database.execute("COMMIT")

    def finish(self) -> None:
        super().finish()
        self._database.execute((files(__package__) / "views.sql").read_text(encoding="utf-8"))
        self._database.execute("CHECKPOINT")

    def close(self) -> None:
        self._database.close()


def _table_statements() -> Iterator[str]:
    """Yield the statement that creates each table, parents before children.

    A key is `release_id` and the numbers down to the row's own; a parent's key is that without the last number.
    """
    parents: dict[tuple[str, ...], str] = {}
    for name, schema in table_schemas().items():
        key = tuple(takewhile(_is_key, schema.names))
        columns = [f"{field.name} {_duckdb_type(field.type)}" for field in schema]
        columns.append(f"PRIMARY KEY ({', '.join(key)})")
        if key[:-1]:
            columns.append(f"FOREIGN KEY ({', '.join(key[:-1])}) REFERENCES {parents[key[:-1]]}")
        parents[key] = name
        yield f"CREATE TABLE {name} ({', '.join(columns)})"
    yield "CREATE TABLE sources (source_no BIGINT PRIMARY KEY, source VARCHAR, release_id VARCHAR REFERENCES releases)"


def _is_key(column: str) -> bool:
    return column == "release_id" or column.endswith("_no")


def _duckdb_type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"{_duckdb_type(kind.value_type)}[]"
    return _DUCKDB_TYPES[kind]
