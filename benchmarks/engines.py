"""What each engine adds to a release that it maps `extract_batch` over.

In:   texts, as a Parquet file.
Out:  microseconds a release that are the engine's own, and seconds for a million releases on this machine.
Not:  a choice of engine; `docs/scale.md` weighs them.

The engine's own cost is measured with a function that parses nothing: it returns one prepared release for each text.
It has two parts, told apart by a second job over several times the texts: what any job costs, and what each text adds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import cast

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.measuring import Row, sample
from thaigov_extract import parse
from thaigov_extract.tables import extract_batch, output_schema, release_type, to_array

_TEXTS = 6_000
_COPIES = 8
"""The second job has so many times the texts of the first: long beside what any job costs."""

Function = Callable[[pa.RecordBatch], pa.RecordBatch]
Run = Callable[[Function, Path], None]


def engines(path: Path) -> Iterator[Row]:
    """Yield the cost of a plain loop and of each engine."""
    texts = sample(path, _TEXTS)
    yield "engine", "cores", "start, s", "a job, s", "its own, µs a release", "s for a million releases"
    with tempfile.TemporaryDirectory() as folder:
        one, several = Path(folder, "one"), Path(folder, "several")
        for place, copies in ((one, 1), (several, _COPIES)):
            place.mkdir()
            for number in range(copies):
                pq.write_table(pa.table({"text": texts}), place / f"{number}.parquet", row_group_size=256)
        for name, cores, engine in _ENGINES:
            began = time.perf_counter()
            with engine() as run:
                start = time.perf_counter() - began
                # The first job imports, compiles and loads in every process.
                run(extract_batch, one)
                few, many = (_seconds(run, _prepared, place) for place in (one, several))
                parsed = _seconds(run, extract_batch, one)
            each = max(many - few, 0.0) / (len(texts) * (_COPIES - 1))
            job = max(few - each * len(texts), 0.0)
            million = (parsed - job) / len(texts) * 1e6
            yield name, f"{cores}", f"{start:.1f}", f"{job:.1f}", f"{each * 1e6:.0f}", f"{million:,.0f}"


def _seconds(run: Run, function: Function, folder: Path) -> float:
    began = time.perf_counter()
    run(function, folder)
    return time.perf_counter() - began


def _prepared(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return what `extract_batch` might, without parsing."""
    releases = _one_release().take(pa.array([0] * batch.num_rows))
    return pa.RecordBatch.from_arrays([releases], schema=output_schema(batch.schema))


@cache
def _one_release() -> pa.StructArray:
    text = (Path(__file__).parent.parent / "examples" / "opening_ceremony.txt").read_text(encoding="utf-8")
    return to_array([parse(text)])


def _table(function: Function, table: pa.Table) -> pa.Table:
    return pa.Table.from_batches(map(function, table.to_batches()), output_schema(table.schema))


@contextmanager
def _loop() -> Iterator[Run]:
    def run(function: Function, folder: Path) -> None:
        for file in folder.iterdir():
            for batch in pq.ParquetFile(file).iter_batches(256):
                function(batch)

    yield run


@contextmanager
def _duckdb() -> Iterator[Run]:
    def run(function: Function, folder: Path) -> None:
        with duckdb.connect() as database:
            reader = cast(
                "pa.RecordBatchReader", database.cursor().sql(f"FROM '{folder}/*.parquet'").to_arrow_reader(256)
            )
            found = pa.RecordBatchReader.from_batches(output_schema(reader.schema), map(function, reader))
            database.register("found", found)
            database.execute("CREATE TABLE releases AS FROM found")

    yield run


@contextmanager
def _polars() -> Iterator[Run]:
    schema = pl.DataFrame(pa.schema([("release", release_type())]).empty_table()).schema

    def run(function: Function, folder: Path) -> None:
        def extract(frame: pl.DataFrame) -> pl.DataFrame:
            return pl.DataFrame(_table(function, frame.to_arrow()))

        pl.scan_parquet(folder / "*.parquet").map_batches(extract, schema=schema).collect(engine="streaming")

    yield run


@contextmanager
def _spark() -> Iterator[Run]:
    from pyspark.sql import SparkSession  # noqa: PLC0415  # heavy

    os.environ.update(PYSPARK_PYTHON=sys.executable, PYTHONPATH=os.pathsep.join(sys.path))
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.files.maxPartitionBytes", "4m")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    schema = spark.createDataFrame(pa.schema([("release", release_type())]).empty_table()).schema

    def run(function: Function, folder: Path) -> None:
        def extract(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            return map(function, batches)

        frame = spark.read.parquet(str(folder)).mapInArrow(extract, schema)
        frame.write.format("noop").mode("overwrite").save()

    try:
        yield run
    finally:
        spark.stop()


@contextmanager
def _ray() -> Iterator[Run]:
    import ray  # noqa: PLC0415  # heavy
    import ray.data  # noqa: PLC0415

    environment = {"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env=environment)
    ray.data.DataContext.get_current().enable_progress_bars = False

    def run(function: Function, folder: Path) -> None:
        texts = ray.data.read_parquet(str(folder), override_num_blocks=8)
        texts.map_batches(partial(_table, function), batch_format="pyarrow", batch_size=256).materialize()

    try:
        yield run
    finally:
        ray.shutdown()


_ENGINES: tuple[tuple[str, int, Callable[[], AbstractContextManager[Run]]], ...] = (
    ("a loop over `extract_batch`", 1, _loop),
    ("DuckDB", 1, _duckdb),
    ("Polars", 1, _polars),
    ("Spark", 2, _spark),
    ("Ray Data", 2, _ray),
)
