"""The recipes of `docs/scale.md` are run as they stand there, and give the rows that `parse` gives in a loop."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

import pyarrow.parquet as pq  # noqa: E402

from thaigov_extract import parse  # noqa: E402
from thaigov_extract.tables import to_array  # noqa: E402

# The engines warn of much that is theirs.
pytestmark = pytest.mark.filterwarnings("ignore")

GUIDE = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
TEXTS = [
    f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-เปิดงานที่ {number}\n\nวันที่ {number % 28 + 1} มีนาคม 2561\n\n"
    f"วันนี้ เวลา 09.30 น. นายสมชาย ใจดี ปลัดกระทรวงมหาดไทย เป็นประธานเปิดงาน ณ ห้องประชุม {number} จังหวัดตรัง "
    f"มีนโยบาย 2 ประการ ดังนี้\n1) ดูแลประชาชน\n2) รักษาน้ำ #งาน{number}\n"
    for number in range(300)
]
FILES = [f"{number:03}.txt" for number in range(len(TEXTS))]
EXPECTED = [
    {"file": file, "release": row} for file, row in zip(FILES, to_array(map(parse, TEXTS)).to_pylist(), strict=True)
]


def recipe(engine: str) -> str:
    """Return the program below the heading of `engine`."""
    found = re.search(rf"^### {engine}\n.*?^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def run(program: str, **names: Any) -> dict[str, Any]:
    """Run `program`, and return its names; what it defines can be sent to other processes as that of a script can."""
    names |= {"__name__": "__main__", "pyarrow": pa}
    exec(program, names)  # noqa: S102  (our own guide)
    return names


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each recipe where the texts lie, as one file and in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    for path in (tmp_path / "texts.parquet", tmp_path / "texts" / "1.parquet"):
        pq.write_table(pa.table({"file": FILES, "text": TEXTS}), path, row_group_size=50)


def sorted_rows(table: Any) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: str(row["file"]))


def test_the_rows_hold_every_kind_of_value() -> None:
    release = EXPECTED[0]["release"]
    assert all(
        (release["times"], release["events"], release["officials"][0]["positions"], release["policies"][0]["items"])
    )


def test_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        found = run(recipe("Spark"), spark=spark)["releases"].toArrow()
    finally:
        spark.stop()
    assert sorted_rows(found) == EXPECTED
    events = pq.read_table("events.parquet")
    assert events.num_rows == sum(len(row["release"]["events"]) for row in EXPECTED)
    assert events.column("time").unique().to_pylist() == ["09:30:00"]


def test_ray() -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    environment = {"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env=environment)
    try:
        run(recipe("Ray Data"), ray=ray)
    finally:
        ray.shutdown()
    assert sorted_rows(pq.read_table("releases")) == EXPECTED


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    run(recipe("DuckDB"), duckdb=duckdb)
    with duckdb.connect("nested.duckdb", read_only=True) as database:
        assert sorted_rows(database.sql("FROM releases").to_arrow_table()) == EXPECTED


def test_polars() -> None:
    polars = pytest.importorskip("polars")
    defined = run(recipe("Ray Data").rpartition("\n\n")[0])
    run(recipe("Polars"), **defined, polars=polars)
    assert sorted_rows(pq.read_table("releases.parquet")) == EXPECTED
