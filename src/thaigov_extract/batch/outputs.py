"""Write results as JSON Lines, as Parquet tables, or as a DuckDB file.

In:   the outputs of chunks, in order.
Out:  one file or folder, complete once it is closed.
Not:  when it takes the place of an older one; `job` sees to that.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from hashlib import blake2b
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import thaigov_extract
from thaigov_extract.batch.files import MADE_BY, ends
from thaigov_extract.batch.work import Kind, Recipe, rules
from thaigov_extract.tables import batch_schemas, description

_ROW_GROUP = 1_024
"""Releases to a row group: enough for Parquet to compress well, few enough for a small memory."""


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
        ValueError: if it is no name, its ending is unknown, or something stands there that it would not replace.
    """
    if path.name in ("", "..", "-"):
        raise ValueError(f"{path} names no output")
    if path.is_dir():
        tables = {f"{name}.parquet" for name in batch_schemas()}
        if strange := sorted(file.name for file in path.iterdir() if file.name not in tables):
            raise ValueError(f"{path} is a folder with other files, such as {strange[0]}; it would be replaced")
    elif kind_of(path) == "parquet":
        if path.suffix:
            raise ValueError(f"{path}: an output is .jsonl, .jsonl.gz, .duckdb, or a folder, whose name has no ending")
        if path.exists():
            raise ValueError(f"{path} is a file; a folder would be written there")


def kind_of(path: Path) -> Kind:
    """Return what the output called `path` is by its ending, without any of which it is a folder of Parquet tables."""
    endings: tuple[Kind, ...] = ("jsonl", "jsonl.gz", "duckdb")
    return next((kind for kind in endings if ends(path.name, (f".{kind}",))), "parquet")


def open_output(path: Path, recipe: Recipe) -> Output:
    """Return an output of the kind that `recipe` tells, written to `path`."""
    match recipe.kind:
        case "jsonl" | "jsonl.gz":
            return _JsonLines(path)
        case "duckdb":
            return _DuckDB(path, _made_by(recipe))
        case "parquet":
            return _Parquet(path, _made_by(recipe))


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
    """Flat tables, written about a thousand releases at a time, and `sources`: which input gave which release."""

    def __init__(self) -> None:
        self._waiting: list[dict[str, pa.Table]] = []
        self._sources = 0
        self._written = 0
        # The digests of what was seen are kept as numbers: of texts, and of the places they came from. Some 160 bytes
        # a release, 10 MB for 60,000.
        self._seen: set[int] = set()

    @abstractmethod
    def write(self, tables: Mapping[str, pa.Table]) -> None:
        """Write some rows of each table, parents before children."""

    def add(self, output: bytes) -> None:
        file = pa.BufferReader(output)
        tables = {name: pa.ipc.open_stream(file).read_all() for name in batch_schemas()}
        sources = tables.pop("sources")
        self._sources += sources.num_rows
        self._waiting.append({**self._new(tables), "sources": self._new_sources(sources)})
        if self._sources - self._written >= _ROW_GROUP:
            self._write_waiting()

    def finish(self) -> None:
        if self._waiting:
            self._write_waiting()

    def _write_waiting(self) -> None:
        self._written = self._sources
        tables = {name: pa.concat_tables([chunk[name] for chunk in self._waiting]) for name in batch_schemas()}
        self._waiting.clear()
        self.write(tables)

    def _new(self, tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
        """Return the rows of releases not seen before: equal texts are one release with several sources."""
        ids = tables["releases"].column("release_id").to_pylist()
        again = [digest for digest in ids if int(digest, 16) in self._seen]
        self._seen.update(int(digest, 16) for digest in ids)
        if not again:
            return tables
        known = pa.array(again, pa.string())
        return {
            name: table.filter(pc.invert(pc.is_in(table.column("release_id"), value_set=known)))
            for name, table in tables.items()
        }

    def _new_sources(self, sources: pa.Table) -> pa.Table:
        """Return the rows not seen before: a name that gives the same text again is the same source."""
        new = []
        for number, row in enumerate(zip(*(column.to_pylist() for column in sources.columns), strict=True)):
            digest = int.from_bytes(blake2b("".join(row).encode(), digest_size=16).digest())
            if digest not in self._seen:
                self._seen.add(digest)
                new.append(number)
        return sources if len(new) == sources.num_rows else sources.take(pa.array(new, pa.int64()))


def _made_by(recipe: Recipe) -> str:
    """Return what tells an output from one whose rows may differ for the same text."""
    by = f"thaigov-extract {thaigov_extract.__version__}, rules {rules().hex()[:16]}"
    return f"{by}, reference {recipe.reference}" if recipe.reference else by


class _Parquet(_Tables):
    """A folder with one file for each table."""

    def __init__(self, path: Path, made_by: str) -> None:
        super().__init__()
        path.mkdir()
        self._files = ExitStack()
        about = {MADE_BY: made_by}
        self._writers = {
            name: self._files.enter_context(
                pq.ParquetWriter(path / f"{name}.parquet", schema.with_metadata(about), compression="zstd")
            )
            for name, schema in batch_schemas().items()
        }

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        for name, table in tables.items():
            self._writers[name].write_table(table)

    def close(self) -> None:
        self._files.close()


class _DuckDB(_Tables):
    """A DuckDB file with keys and views."""

    def __init__(self, path: Path, made_by: str) -> None:
        super().__init__()
        self._indexes = 0
        # A column holds one block in memory while it is written, and there are some two hundred columns.
        self._database = duckdb.connect(str(path), config={"threads": 1, "default_block_size": 65_536})
        # Each of these two hundred statements by itself would be a transaction.
        self._database.begin()
        for statement in _table_statements():
            self._database.execute(statement)
        self._database.execute(f"COMMENT ON TABLE releases IS '{made_by}'")
        self._database.commit()

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        # The indexes behind keys want some 16 bytes a row in memory, those of sources twice their names; 64 MB do for
        # the rest. One transaction for all tables would hold the new rows of all of them.
        self._indexes += 16 * sum(table.num_rows for table in tables.values()) + 2 * tables["sources"].nbytes
        self._database.execute(f"SET memory_limit = '{64 + self._indexes // 2**20}MB'")
        for name, table in tables.items():
            self._database.register("arrived", table)
            self._database.execute(f"INSERT INTO {name} FROM arrived")

    def finish(self) -> None:
        super().finish()
        self._database.execute((files(__package__) / "views.sql").read_text(encoding="utf-8"))
        self._database.execute("CHECKPOINT")

    def close(self) -> None:
        self._database.close()


def _table_statements() -> Iterator[str]:
    """Yield the statement that creates each table, parents before children, then those that describe the columns.

    A key is `release_id` and the numbers down to the row's own, and a parent's key that without the last number; a
    source has its name for a number. So a key says the same in every run.
    """
    parents: dict[tuple[str, ...], str] = {}
    for name, schema in batch_schemas().items():
        key = tuple(takewhile(_is_key, schema.names))
        parent = key[:-1]
        columns = [f"{field.name} {_duckdb_type(field.type)}" for field in schema]
        columns.append(f"PRIMARY KEY ({', '.join(key)})")
        if parent:
            columns.append(f"FOREIGN KEY ({', '.join(parent)}) REFERENCES {parents[parent]}")
        parents[key] = name
        yield f"CREATE TABLE {name} ({', '.join(columns)})"
    for name, schema in batch_schemas().items():
        for field in schema:
            said = description(field).replace("'", "''")
            yield f"COMMENT ON COLUMN {name}.{field.name} IS '{said}'"


def _is_key(column: str) -> bool:
    return column in ("release_id", "source") or column.endswith("_no")


def _duckdb_type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"{_duckdb_type(kind.value_type)}[]"
    return _DUCKDB_TYPES[kind]
