"""Every engine that maps `extract_batch` gives the rows that `parse` gives in a loop."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

import pyarrow.parquet as pq  # noqa: E402

from thaigov_extract import parse  # noqa: E402
from thaigov_extract.tables import extract_batch, output_schema, to_array  # noqa: E402

# The engines warn of much that is theirs.
pytestmark = pytest.mark.filterwarnings("ignore")

TEXTS = [
    f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-เปิดงานที่ {number}\n\nวันที่ {number % 28 + 1} มีนาคม 2561\n\n"
    f"วันนี้ เวลา 09.30 น. นายสมชาย ใจดี ปลัดกระทรวงมหาดไทย เป็นประธานเปิดงาน ณ ห้องประชุม {number} จังหวัดตรัง "
    f"มีนโยบาย 2 ประการ ดังนี้\n1) ดูแลประชาชน\n2) รักษาน้ำ #งาน{number}\n"
    for number in range(300)
]
EXPECTED = [{"number": number, "release": row} for number, row in enumerate(to_array(map(parse, TEXTS)).to_pylist())]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    pq.write_table(
        pa.table({"number": range(len(TEXTS)), "text": TEXTS}), tmp_path / "texts.parquet", row_group_size=50
    )
    return tmp_path / "texts.parquet"


def by_number(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: int(row["number"]))


def extract_table(table: Any) -> Any:
    return pa.Table.from_batches(map(extract_batch, table.to_batches()), output_schema(table.schema))


def extract_batches(batches: Iterable[Any]) -> Iterator[Any]:
    return map(extract_batch, batches)


def test_the_rows_hold_every_kind_of_value() -> None:
    release = EXPECTED[0]["release"]
    assert all(
        (release["times"], release["events"], release["officials"][0]["positions"], release["policies"][0]["items"])
    )


def test_spark(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", ":".join(sys.path))
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.read.parquet(str(texts))
        schema = spark.createDataFrame(output_schema(pq.read_schema(texts)).empty_table()).schema
        found = frame.repartition(2).mapInArrow(extract_batches, schema).toArrow()
    finally:
        spark.stop()
    assert by_number(found.to_pylist()) == EXPECTED


def test_ray(texts: Path) -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": ":".join(sys.path)}},
    )
    try:
        found = ray.data.read_parquet(str(texts)).map_batches(extract_table, batch_format="pyarrow", batch_size=64)
        rows = by_number(found.take_all())
    finally:
        ray.shutdown()
    assert rows == EXPECTED


def test_duckdb(texts: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as database:
        reader = database.cursor().sql(f"FROM '{texts}'").to_arrow_reader(64)
        extracted = pa.RecordBatchReader.from_batches(output_schema(reader.schema), map(extract_batch, reader))
        database.register("extracted", extracted)
        database.execute("CREATE TABLE releases AS FROM extracted")
        found = database.sql("FROM releases").to_arrow_table()
    assert by_number(found.to_pylist()) == EXPECTED


def test_polars(texts: Path) -> None:
    polars = pytest.importorskip("polars")

    def extract(frame: Any) -> Any:
        return polars.from_arrow(extract_table(frame.to_arrow()))

    schema = polars.from_arrow(output_schema(pq.read_schema(texts)).empty_table()).schema
    found = polars.scan_parquet(texts).map_batches(extract, schema=schema).collect(engine="streaming")
    assert by_number(found.to_dicts()) == EXPECTED
