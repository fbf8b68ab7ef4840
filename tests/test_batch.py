"""Whatever the inputs and the output, a batch gives what `parse` gives, once, in order."""

import gzip
import io
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

import pyarrow.parquet as pq  # noqa: E402

import thaigov_extract.batch  # noqa: E402
from thaigov_extract import parse  # noqa: E402
from thaigov_extract.__main__ import main  # noqa: E402
from thaigov_extract._source import Source, fold  # noqa: E402
from thaigov_extract.batch import work  # noqa: E402
from thaigov_extract.batch.inputs import Inputs  # noqa: E402
from thaigov_extract.batch.job import BatchError, Job, Progress, run  # noqa: E402
from thaigov_extract.batch.records import Columns, Record, Reject  # noqa: E402
from thaigov_extract.schemas import tables  # noqa: E402
from thaigov_extract.tables import batch_schemas, description, to_tables  # noqa: E402

NAMES = ["สมชาย ใจดี", "สมหญิง รักไทย", "มานะ อดทน", "ปิติ ยินดี"]
PLACES = ["ห้องประชุมชั้น 2 ศาลากลางจังหวัดตรัง", "โรงแรมริมน้ำ จังหวัดน่าน", "ทำเนียบรัฐบาล"]


def text_of(number: int) -> str:
    """Return one of many texts in the style of a release."""
    day = f"{number % 28 + 1} มีนาคม {2550 + number % 17}"
    name, place = NAMES[number % 4], PLACES[number % 3]
    return (
        f"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-เปิดงานที่ {number}\n\nวันที่ {day}\n\n"
        f"วันนี้ เวลา 09.30 น. นาย{name} ปลัดกระทรวงมหาดไทย เป็นประธานเปิดงาน ณ {place} "
        f"มีผู้เข้าร่วม {number + 20} คน กล่าวว่า มีนโยบาย 2 ประการ ดังนี้\n1) ดูแลประชาชน\n2) รักษาน้ำ #งาน{number}\n"
        f"นาย{name} กล่าวว่า งานนี้ช่วยประชาชนทุกตำบล\n"
    )


def rows(texts: Iterable[str]) -> list[dict[str, str]]:
    return [{"file": f"{number:05}.txt", "text": text} for number, text in enumerate(texts)]


def lines(texts: Iterable[str]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(texts)).encode()


def written(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def batch(*inputs: Path | str, output: Path, workers: int = 1, resume: bool = False) -> Progress:
    return run(Job(inputs=[str(name) for name in inputs], output=output, workers=workers, resume=resume))


TEXTS = [text_of(number) for number in range(150)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(lines(TEXTS))
    return path


def folder(path: Path) -> Path:
    for row in rows(TEXTS):
        (path / row["file"][:3]).mkdir(parents=True, exist_ok=True)
        (path / row["file"][:3] / row["file"]).write_text(row["text"], encoding="utf-8", newline="")
    return path


def pattern(path: Path) -> Path:
    return folder(path) / "**" / "*.txt"


def plain(path: Path) -> Path:
    path.write_bytes(lines(TEXTS))
    return path.rename(path.with_suffix(".jsonl"))


def gzipped(path: Path) -> Path:
    whole = lines(TEXTS)
    # Two members, as when files are joined with cat.
    path.write_bytes(gzip.compress(whole[:1000]) + gzip.compress(whole[1000:]))
    return path.rename(path.with_suffix(".jsonl.gz"))


def zstandard(path: Path) -> Path:
    whole = lines(TEXTS)
    path.write_bytes(b"".join(pa.compress(part, codec="zstd", asbytes=True) for part in (whole[:1000], whole[1000:])))
    return path.rename(path.with_suffix(".jsonl.zst"))


def parquet(path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist([{"number": 1, **row} for row in rows(TEXTS)]), path, row_group_size=40)
    return path.rename(path.with_suffix(".parquet"))


@pytest.mark.parametrize("laid_out", [folder, pattern, plain, gzipped, zstandard, parquet])
def test_every_kind_of_input_gives_what_parse_gives_in_order(laid_out: Callable[[Path], Path], tmp_path: Path) -> None:
    done = batch(laid_out(tmp_path / "in"), output=tmp_path / "out.jsonl")
    found = written(tmp_path / "out.jsonl")
    assert [row["release"] for row in found] == [parse(text).model_dump(mode="json") for text in TEXTS]
    assert [Path(row["source"]).name for row in found] == [row["file"] for row in rows(TEXTS)]
    assert (done.releases, done.rejects) == (150, 0)


def test_standard_input_is_json_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("thaigov_extract.batch.command._LOG_SECONDS", 0.0)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(TEXTS)), encoding="utf-8"))
    assert main(["batch", "-", "-o", str(tmp_path / "out.jsonl"), "--workers", "1"]) == 0
    assert len(written(tmp_path / "out.jsonl")) == 150
    # How much there is to read is not known.
    first, *_ = capsys.readouterr().err.splitlines()
    assert first.endswith(" a second, 0 rejected")


def test_a_list_names_an_input_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [str(path) for path in folder(tmp_path / "in put").rglob("*.txt")]
    (tmp_path / "new.list").write_text("\n".join(names), encoding="utf-8")
    arguments = ["batch", f"@{tmp_path / 'new.list'}", "-o", str(tmp_path / "o.jsonl"), "--workers", "1"]
    assert main(arguments) == 0
    assert [row["source"] for row in written(tmp_path / "o.jsonl")] == names
    (tmp_path / "new.list").write_text("", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "required: INPUT" in capsys.readouterr().err


def test_columns_are_named_and_rows_without_a_name_are_called_by_place(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"body": "ก", "key": 7}\n\n{"body": "ข", "key": null}\n', encoding="utf-8")
    job = Job(inputs=[str(path)], output=tmp_path / "out.jsonl", workers=1, columns=Columns(text="body", name="key"))
    run(job)
    assert [row["source"] for row in written(job.output)] == ["7", f"{path}:3"]


def test_names_are_strings_or_numbers_and_an_empty_one_is_none(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    rows_of_it = [{"file": name, "text": "ก"} for name in ("", 0, ["q"], {"q": 1}, "a")]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows_of_it), encoding="utf-8")
    pq.write_table(pa.table({"file": [b"b", b"\xe0", b""], "text": ["ก"] * 3}), tmp_path / "in.parquet")
    batch(path, tmp_path / "in.parquet", output=tmp_path / "o.jsonl")
    assert [row["source"] for row in written(tmp_path / "o.jsonl")] == [
        f"{path}:1",
        "0",
        "a",
        "b",
        "\ufffd",
        f"{tmp_path / 'in.parquet'}:3",
    ]
    assert {row["source"]: row["reason"] for row in written(tmp_path / "rejects.jsonl")} == dict.fromkeys(
        [f"{path}:3", f"{path}:4"], "The row has no name in 'file', but a list or an object."
    )


def test_a_text_that_is_no_string_is_told_by_its_type(source: Path, tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text('{"file": "a", "text": null}\n{"file": "b", "text": 5}\n', encoding="utf-8")
    batch(source, tmp_path / "no.jsonl", output=tmp_path / "o.jsonl")
    null, five = (row["reason"] for row in written(tmp_path / "rejects.jsonl"))
    assert "no string 'text', but null" in null
    assert "no string 'text', but a value of type int" in five


@pytest.mark.parametrize("laid_out", [plain, parquet])
def test_a_column_of_names_that_was_asked_for_is_wanted(
    laid_out: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = laid_out(tmp_path / "in")
    assert main(["batch", str(path), "-o", str(tmp_path / "o.jsonl"), "--workers", "1", "--id-column", "fiel"]) == 2
    assert "There is no column 'fiel' beside " in capsys.readouterr().err
    assert not (tmp_path / "o.jsonl").exists()


def test_progress_tells_how_far_reading_has_come(source: Path, tmp_path: Path) -> None:
    (tmp_path / "more.jsonl").write_bytes(lines(TEXTS))
    told: list[Progress] = []
    run(Job(inputs=[source, tmp_path / "more.jsonl"], output=tmp_path / "o.jsonl"), report=told.append)
    positions = [progress.position for progress in told]
    assert 0 < positions[0] < positions[-1]
    assert positions == sorted(positions)
    assert positions[-1] == told[-1].size == 2 * source.stat().st_size


def test_a_file_named_twice_is_read_once(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert batch(source, source, tmp_path / "*.jsonl", output=tmp_path / "o.jsonl").releases == 150
    monkeypatch.chdir(source.parent)
    assert batch(Path(source.name), source, output=tmp_path / "p.jsonl").releases == 150


def test_another_version_of_a_library_is_another_set_of_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = work.rules()
    monkeypatch.setattr(work, "version", lambda name: "0" if name == "pythainlp" else version(name))
    assert work.rules.__wrapped__() != before


def test_another_version_of_python_is_another_set_of_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = work.rules()
    monkeypatch.setattr("sys.version_info", (3, 99, 0))
    assert work.rules.__wrapped__() != before


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_processes_do_not_change_a_byte(source: Path, tmp_path: Path, ending: str) -> None:
    batch(source, output=tmp_path / f"one{ending}")
    batch(source, output=tmp_path / f"three{ending}", workers=3)
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"three{ending}").read_bytes()


def test_compressed_lines_are_the_same_lines(source: Path, tmp_path: Path) -> None:
    batch(source, output=tmp_path / "o.jsonl")
    batch(source, output=tmp_path / "o.jsonl.gz")
    assert gzip.decompress((tmp_path / "o.jsonl.gz").read_bytes()) == (tmp_path / "o.jsonl").read_bytes()


def test_parquet_tables_are_those_of_the_releases(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thaigov_extract.batch.outputs._ROW_GROUP", 60)
    batch(source, output=tmp_path / "out")
    tables = {path.stem: pq.read_table(path) for path in (tmp_path / "out").iterdir()}
    sources = tables.pop("sources").to_pylist()
    assert tables == to_tables(map(parse, TEXTS))
    assert [row["source"] for row in sources] == [row["file"] for row in rows(TEXTS)]


def asked(database: Path, query: str) -> list[Any]:
    """Return the answer of a DuckDB file; rows of one value without their tuples."""
    with duckdb.connect(str(database), read_only=True) as opened:
        found = opened.execute(query).fetchall()
    return [row[0] if len(row) == 1 else row for row in found]


def test_equal_texts_are_one_release_with_several_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thaigov_extract.batch.outputs._ROW_GROUP", 1)
    (tmp_path / "in.jsonl").write_bytes(lines([*TEXTS[:70], *TEXTS[:70]]))
    batch(tmp_path / "in.jsonl", output=tmp_path / "o.duckdb")
    assert asked(tmp_path / "o.duckdb", "SELECT count(*), count(DISTINCT release_id) FROM sources") == [(140, 70)]
    assert asked(tmp_path / "o.duckdb", "SELECT count(*) FROM releases") == [70]


def test_a_name_that_gives_a_text_again_is_the_same_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thaigov_extract.batch.outputs._ROW_GROUP", 1)
    (tmp_path / "in.jsonl").write_bytes(lines(TEXTS[:70]) * 2)
    assert batch(tmp_path / "in.jsonl", output=tmp_path / "o.duckdb").releases == 140
    assert asked(tmp_path / "o.duckdb", "SELECT count(*) FROM sources") == [70]


@pytest.fixture
def nights(tmp_path: Path) -> Path:
    """Outputs of two nights; in the second there are texts more, which come first, and one was edited."""
    place = tmp_path / "in"
    place.mkdir()
    for night, numbers in ((1, range(20, 40)), (2, range(43))):
        for number in numbers:
            (place / f"{number}.txt").write_text(TEXTS[number], encoding="utf-8")
        (place / "39.txt").write_text(TEXTS[100 + night], encoding="utf-8")
        batch(place, output=tmp_path / f"{night}" / "tables")
        batch(place, output=tmp_path / f"{night}.duckdb")
    return tmp_path


def test_nights_together_are_what_each_of_them_found_once(nights: Path) -> None:
    found = duckdb.read_parquet(f"{nights}/*/tables/sources.parquet").distinct().fetchall()
    edited = {release for release, source in found if source.endswith("39.txt")}
    assert edited == {parse(TEXTS[101]).id, parse(TEXTS[102]).id}
    assert len(found) == 43 + 1


def test_one_file_of_all_nights_takes_what_it_lacks(nights: Path) -> None:
    with duckdb.connect(str(nights / "1.duckdb")) as kept:
        kept.execute(f"ATTACH '{nights / '2.duckdb'}' AS night (READ_ONLY)")
        for name in batch_schemas():
            kept.execute(f"INSERT OR IGNORE INTO {name} FROM night.{name}")
    for name in batch_schemas():
        both = duckdb.read_parquet(f"{nights}/*/tables/{name}.parquet").distinct().fetchall()
        assert sorted(asked(nights / "1.duckdb", f"FROM {name}"), key=repr) == sorted(both, key=repr), name


def made_by(output: Path) -> str:
    if output.suffix == ".duckdb":
        told = set(asked(output, "SELECT comment FROM duckdb_tables() WHERE table_name = 'releases'"))
    else:
        told = {pq.read_schema(path).metadata[b"made_by"].decode() for path in output.iterdir()}
    assert len(told) == 1
    return str(told.pop())


@pytest.mark.parametrize("output", ["out", "o.duckdb"])
def test_tables_say_by_which_rules_and_reference_date_they_were_made(source: Path, tmp_path: Path, output: str) -> None:
    by_rules = f"thaigov-extract {thaigov_extract.__version__}, rules {work.rules().hex()[:16]}"
    batch(source, output=tmp_path / output)
    assert made_by(tmp_path / output) == by_rules
    run(Job(inputs=[source], output=tmp_path / output, reference=date(2023, 1, 1)))
    assert made_by(tmp_path / output) == f"{by_rules}, reference 2023-01-01"


def test_columns_say_what_they_hold(source: Path, tmp_path: Path) -> None:
    batch(source, output=tmp_path / "out")
    batch(source, output=tmp_path / "o.duckdb")
    columns = {(name, column): told["description"] for name, held in tables().items() for column, told in held.items()}
    query = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
    in_duckdb = {(name, column): said for name, column, said in asked(tmp_path / "o.duckdb", query)}
    assert columns.items() < in_duckdb.items()
    assert None not in in_duckdb.values()
    in_files = {
        (path.stem, field.name): description(field)
        for path in (tmp_path / "out").iterdir()
        for field in pq.read_schema(path)
    }
    assert in_files == columns


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file of all texts, for tests that only ask it."""
    place = tmp_path_factory.mktemp("database")
    batch(plain(place / "texts"), output=place / "o.duckdb")
    return place / "o.duckdb"


def test_duckdb_holds_the_rows_of_every_table(database: Path) -> None:
    for name, table in to_tables(map(parse, TEXTS)).items():
        expected = sorted((tuple(row.values()) for row in table.to_pylist()), key=repr)
        assert sorted(asked(database, f"FROM {name}"), key=repr) == expected, name


def test_every_duckdb_table_has_a_key_and_every_child_a_parent(database: Path) -> None:
    found = asked(database, "SELECT constraint_type, table_name FROM duckdb_constraints()")
    primary = {name for kind, name in found if kind == "PRIMARY KEY"}
    assert primary == {*to_tables([]), "sources"}
    assert {name for kind, name in found if kind == "FOREIGN KEY"} == primary - {"releases"}


def test_every_participant_of_the_database_is_an_official_of_the_same_name(database: Path) -> None:
    joined = "SELECT count(*) FROM participants JOIN officials USING (release_id, official_no, name)"
    (participants,) = asked(database, "SELECT count(*) FROM participants")
    assert asked(database, joined) == [participants]
    assert participants > len(TEXTS) / 2


def statements() -> list[str]:
    """Return the statements of the guide, one by one."""
    pages = sorted((Path(__file__).parent.parent / "docs").glob("**/*.md"))
    guide = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    blocks = re.findall(r"^```sql\n(.{1,2000}?)^```$", guide, re.MULTILINE | re.DOTALL)
    return [one for block in blocks for one in block.split(";") if one.strip()]


@pytest.mark.parametrize("statement", statements())
def test_the_guide_s_sql_answers(database: Path, statement: str) -> None:
    assert asked(database, statement)


@pytest.mark.parametrize("view", ["events_by_month", "events_by_province", "officials_by_position"])
def test_the_guide_names_the_columns_of_a_view(database: Path, view: str) -> None:
    page = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{view}` \| (.{{1,300}}) \|$", page, re.MULTILINE)
    assert re.findall(r"`([a-z_]+)`", row) == [column for column, *_ in asked(database, f"DESCRIBE {view}")]


@pytest.mark.parametrize("view", ["events_by_month", "events_by_province", "officials_by_position"])
def test_views_have_types_that_every_driver_knows(database: Path, view: str) -> None:
    assert {kind for _, kind, *_ in asked(database, f"DESCRIBE {view}")} <= {"BIGINT", "BOOLEAN", "DATE", "VARCHAR"}


def test_views_count_what_the_tables_hold(database: Path) -> None:
    (events,) = asked(database, "SELECT count(*) FROM events")
    assert asked(database, "SELECT sum(events) FROM events_by_month") == [events]
    assert events >= len(TEXTS)
    assert asked(database, "SELECT sum(events) FROM events_by_province") == [events]
    assert asked(
        database, "SELECT province_code, sum(events) FROM events_by_province GROUP BY ALL ORDER BY 1"
    ) == asked(database, "SELECT venue_province_code, count(*) FROM events GROUP BY ALL ORDER BY 1")
    assert asked(database, "SELECT sum(releases) FROM officials_by_position") == asked(
        database, "SELECT count(DISTINCT (release_id, official_no, title)) FROM positions"
    )


def test_what_cannot_be_read_is_rejected_with_its_reason_and_the_rest_is_kept(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (inputs / "b.txt").write_bytes(b"\xff\x00\xfe\x81")
    (inputs / "c.jsonl").write_bytes(
        b'{"file": "c1", "text": "x"}\n{"text": \n[1]\n{"file": "c4", "text": 5}\n{"file": "c5"}\n'
    )
    (inputs / "d.jsonl.gz").write_bytes(gzip.compress(lines(TEXTS))[:-20])
    (inputs / "e.parquet").write_bytes(b"PAR1 but no more")
    pq.write_table(pa.table({"other": ["x"]}), inputs / "f.parquet")
    (inputs / "g.txt").write_bytes("กระทรวง".encode("cp874"))
    (inputs / "h.txt").write_bytes("กขค".encode()[:-1])
    (inputs / "i.jsonl").write_bytes(lines(TEXTS[:3]).decode().encode("utf-16"))
    status = main(["batch", str(inputs), "-o", str(tmp_path / "out.jsonl"), "--workers", "1"])
    rejects = {Path(row["source"]).name: row["reason"] for row in written(tmp_path / "rejects.jsonl")}
    assert status == 3
    assert list(rejects) == [
        "b.txt",
        "c.jsonl:2",
        "c.jsonl:3",
        "c4",
        "c5",
        "d.jsonl.gz",
        "e.parquet",
        "f.parquet",
        "h.txt",
        "i.jsonl",
    ]
    assert "neither UTF-8" in rejects["b.txt"]
    assert rejects["c.jsonl:2"] == "The line is no JSON: Expecting value: column 10."
    assert "no JSON object" in rejects["c.jsonl:3"]
    assert "no string 'text'" in rejects["c4"]
    assert "no column 'text' beside 'file'." in rejects["c5"]
    assert "no column 'text' beside 'other'." in rejects["f.parquet"]
    assert re.fullmatch(
        r"The file cannot be read behind \d{1,3} rows, which are kept: Compressed file ended .{1,100}\.",
        rejects["d.jsonl.gz"],
    )
    assert rejects["h.txt"] == "The file cannot be read: UTF-8 up to byte 6, cut within a character."
    assert rejects["i.jsonl"] == "The file is in UTF-16, not in UTF-8, as JSON Lines are."
    kept = [Path(row["source"]).name for row in written(tmp_path / "out.jsonl")]
    assert {"a.txt", "c1", "g.txt"} < set(kept)


@pytest.mark.parametrize("output", ["o.jsonl", "o.duckdb", "out"])
def test_a_run_that_reads_nothing_leaves_the_old_output(
    source: Path, tmp_path: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    batch(source, output=tmp_path / output)
    (tmp_path / "rejects.jsonl").unlink()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    arguments = ["batch", str(source), "-o", str(tmp_path / output), "--workers", "1", "--text-column", "body"]
    assert main([*arguments, "--resume"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "left as it was" in said
    assert "00000.txt: There is no column 'body' beside 'file', 'text'." in said
    assert {path: path.read_bytes() for path in before} == before
    assert len(written(tmp_path / "rejects.jsonl")) == len(TEXTS)
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize(("content", "said"), [("", "hold no release"), ("{", "nothing could be read, 1 rejected")])
def test_without_a_release_there_is_no_output(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "in.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(BatchError, match=said):
        batch(tmp_path / "in.jsonl", output=tmp_path / "o.jsonl")
    assert not (tmp_path / "o.jsonl").exists()


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"])
def test_an_empty_file_is_rejected(source: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert batch(source, tmp_path / name, output=tmp_path / "o.jsonl").rejects == 1
    (reject,) = written(tmp_path / "rejects.jsonl")
    assert "empty" in reject["reason"] or "0 bytes" in reject["reason"]


def test_a_text_of_blanks_is_empty_and_a_file_of_no_lines_is_not(source: Path, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text(" \n\u00a0", encoding="utf-8")
    (tmp_path / "none.jsonl").touch()
    (tmp_path / "none.jsonl.gz").write_bytes(gzip.compress(b""))
    done = batch(
        source, *(tmp_path / name for name in ("blank.txt", "none.jsonl", "none.jsonl.gz")), output=tmp_path / "o"
    )
    assert (done.releases, done.rejects) == (len(TEXTS), 1)


def test_what_a_folder_holds_beside_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for name in ("REPORT.TXT", "a.csv", "b.CSV", "c.pdf", "readme"):
        (inputs / name).write_text(TEXTS[0], encoding="utf-8")
    (inputs / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(inputs / "pipe.txt")
    (inputs / "elsewhere").symlink_to(tmp_path)
    for _ in range(2):
        assert main(["batch", str(inputs), "-o", str(inputs / "o.duckdb"), "--workers", "1"]) == 0
        said = capsys.readouterr().err
        assert said.startswith(
            "1 release, 0 rejected, 7 files left out "
            "(2 .csv, 1 .pdf, 1 dangling link, 1 linked folder, 1 special file, 1 without an ending): "
        )


@pytest.mark.parametrize("output", ["o.jsonl", "o.jsonl.gz", "o.duckdb", "out"])
def test_a_name_that_no_output_can_hold_stops_nothing(source: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "odd.jsonl").write_text(
        '{"file": "\\ud800x", "text": "ข่าว"}\n{"file": "\\udfff", "text": 3}\n', encoding="utf-8"
    )
    done = batch(source, tmp_path / "odd.jsonl", output=tmp_path / output)
    assert (done.releases, done.rejects) == (len(TEXTS) + 1, 1)
    (reject,) = written(tmp_path / "rejects.jsonl")
    assert reject["source"] == "?"


@pytest.mark.parametrize("written", ["x", "0", "-1", "1.5", ""])
def test_processes_are_counted_from_one(source: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["batch", str(source), f"--workers={written}"])
    assert f"{written!r} is no number of processes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"inputs": "texts.jsonl"}, "many inputs are wanted"),
        ({"inputs": Path("texts.jsonl")}, "many inputs are wanted"),
        ({"output": "o.duckdb"}, "a Path is wanted for the output, not str"),
        ({"workers": 0}, "0 is no number of processes"),
        ({"workers": "2"}, "the number of workers is a whole number, not str"),
        ({"reference": "2020-08-01"}, "a date is wanted, not str"),
        ({"reference": date(2563, 8, 1)}, "did you mean 2020-08-01"),
    ],
)
def test_a_job_put_wrongly_is_refused_in_words(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        Job(**{"inputs": ["texts.jsonl"], "output": Path("o.duckdb"), **wrong})


def test_a_job_reads_what_a_path_leads_to(source: Path, tmp_path: Path) -> None:
    assert run(Job(inputs=[source], output=tmp_path / "o.jsonl")).releases == len(TEXTS)


def test_quiet_says_nothing_but_what_went_wrong(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("thaigov_extract.batch.command._LOG_SECONDS", 0.0)
    arguments = ["batch", str(source), "-o", str(tmp_path / "o.jsonl"), "--workers", "1"]
    assert main(arguments) == 0
    first, *_, last = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"64 releases, [\d,]+ a second, 0 rejected, 0:\d\d:\d\d left", first)
    assert last == f"150 releases, 0 rejected: {tmp_path / 'o.jsonl'}"
    assert main([*arguments, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    source.write_bytes(lines(TEXTS) + b"{\n")
    assert main([*arguments, "--quiet"]) == 3
    assert capsys.readouterr().err.startswith("150 releases, 1 rejected: ")
    assert main([*arguments, "--quiet", "--text-column", "body"]) == 2
    assert "nothing could be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["x.json", "x.CSV", "x.tsv"])
def test_data_of_another_kind_is_no_text(source: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXTS[0], encoding="utf-8")
    assert batch(source, tmp_path / name, output=tmp_path / "o.jsonl").rejects == 1
    (reject,) = written(tmp_path / "rejects.jsonl")
    assert Path(reject["source"]).name == name
    assert "no text of a release" in reject["reason"]


def test_endings_are_read_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "A.JSONL.GZ").write_bytes(gzip.compress(lines(TEXTS[:2])))
    assert batch(tmp_path / "A.JSONL.GZ", output=tmp_path / "o.jsonl").releases == 2


@pytest.mark.parametrize("output", ["O.JSONL", "O.JSONL.GZ", "O.DuckDB", ".jsonl", ".jsonl.gz", ".duckdb"])
def test_an_output_is_what_its_ending_says_in_any_case(tmp_path: Path, output: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(TEXTS[:2]))
    for _ in range(2):
        assert batch(tmp_path / "in.jsonl", output=tmp_path / output).releases == 2
    octets = (tmp_path / output).read_bytes()
    if output.lower().endswith(".duckdb"):
        assert len(duckdb.connect(str(tmp_path / output), read_only=True).sql("FROM releases")) == 2
    else:
        assert len((gzip.decompress(octets) if output.lower().endswith(".gz") else octets).splitlines()) == 2


def test_lines_of_another_encoding_are_rejected_as_such(source: Path, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_bytes('{"text": "กระทรวง"}'.encode("cp874"))
    batch(source, tmp_path / "old.jsonl", output=tmp_path / "o.jsonl")
    assert [row["reason"] for row in written(tmp_path / "rejects.jsonl")] == [
        "The line is not in UTF-8, as JSON Lines are."
    ]


@pytest.mark.parametrize(("beside", "said"), [([], r"\.parquet$"), (["a.csv", "b.csv"], r"\.parquet, but 2 \.csv$")])
def test_a_folder_without_releases_says_what_it_lacks(tmp_path: Path, beside: list[str], said: str) -> None:
    (tmp_path / "in").mkdir()
    for name in beside:
        (tmp_path / "in" / name).write_text("x", encoding="utf-8")
    with pytest.raises(BatchError, match=f"the folder holds no .txt, .*{said}"):
        batch(tmp_path / "in", output=tmp_path / "o.jsonl")


def test_a_folder_that_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = folder(tmp_path / "in") / "closed"
    closed.mkdir()
    # Permissions do not bind the one who runs as root.
    monkeypatch.setattr("os.access", lambda path, _: path != closed)
    done = batch(tmp_path / "in", output=tmp_path / "o.jsonl")
    assert (done.releases, done.left_out) == (len(TEXTS), ())
    (reject,) = written(tmp_path / "rejects.jsonl")
    assert (reject["source"], reject["reason"]) == (str(closed), "The folder cannot be read.")


def test_a_closed_folder_that_is_named_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(BatchError, match="the folder cannot be read"):
        batch(tmp_path, output=tmp_path / "o.jsonl")


def test_a_file_that_is_gone_when_its_turn_comes_is_rejected(source: Path) -> None:
    inputs = Inputs([str(source)], columns=Columns())
    source.unlink()
    (reject,) = inputs
    assert isinstance(reject, Reject)
    assert reject.reason == "The file cannot be read: No such file or directory."


def test_a_run_without_rejects_leaves_none_of_an_older_one(source: Path, tmp_path: Path) -> None:
    (tmp_path / "rejects.jsonl").write_text("old")
    batch(source, output=tmp_path / "o.jsonl")
    assert (tmp_path / "rejects.jsonl").read_text() == ""


def test_a_run_replaces_its_own_rejects_and_keeps_those_of_other_outputs(source: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    for output, lines_of_it in (("a.jsonl", "{\n"), ("b.jsonl", "{\n{\n"), ("a.jsonl", "{\n{\n{\n"), ("c.jsonl", "")):
        broken.write_text(lines_of_it, encoding="utf-8")
        batch(source, broken, output=tmp_path / output)
    assert Counter(row["output"] for row in written(tmp_path / "rejects.jsonl")) == {"a.jsonl": 3, "b.jsonl": 2}


def test_a_text_that_parse_fails_on_is_rejected_alone(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(text: str) -> Source:
        if text == TEXTS[7]:
            raise RuntimeError("a rule is wrong")
        return fold(text)

    monkeypatch.setattr("thaigov_extract._parse.fold", failing)
    done = batch(source, output=tmp_path / "o.jsonl")
    assert (done.releases, done.rejects) == (149, 1)
    assert written(tmp_path / "rejects.jsonl") == [
        {"source": "00007.txt", "reason": "parse failed: RuntimeError: a rule is wrong", "output": "o.jsonl"}
    ]


@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        ("o.csv", "an output is"),
        ("other", "folder with other files"),
        ("other/thesis", "is a file"),
        (".", "names no output"),
        ("-", "names no output"),
        ("missing/in.jsonl", "no such input"),
    ],
)
@pytest.mark.usefixtures("source")
def test_a_job_that_cannot_be_done_touches_nothing(
    tmp_path: Path,
    output: str,
    complaint: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    asked = [output, "-o", "o.jsonl"] if "missing" in output else ["texts.jsonl", "-o", output]
    assert main(["batch", *asked]) == 2
    assert complaint in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_what_a_run_writes_into_its_own_input_is_not_read_by_the_next(tmp_path: Path) -> None:
    place = folder(tmp_path / "in")
    (place / "broken.jsonl").write_text("{", encoding="utf-8")
    (place / "out.jsonl.partial").mkdir()
    (place / "out.jsonl.partial" / "left.txt").write_text("left by a killed run", encoding="utf-8")
    done = [batch(place, output=place / "out.jsonl") for _ in range(2)]
    assert [(one.releases, one.rejects) for one in done] == [(len(TEXTS), 1)] * 2


def test_what_earlier_batches_wrote_below_the_inputs_is_left_out(tmp_path: Path) -> None:
    place = folder(tmp_path / "in")
    (place / "broken.jsonl").write_text("{", encoding="utf-8")
    for night, left_out in ((1, 0), (2, len(batch_schemas()) + 1)):
        done = batch(place, output=place / f"{night}" / "tables")
        assert (done.releases, done.rejects) == (len(TEXTS), 1)
        assert done.left_out == ("of a batch",) * left_out
    assert batch(place / "**" / "*.[tp]*", output=tmp_path / "o.jsonl").releases == len(TEXTS)


def test_hidden_files_are_left_out_unless_they_are_named(tmp_path: Path) -> None:
    place = folder(tmp_path / ".in")
    for name in (".git/a.txt", ".git/deeper/b.txt", ".c.txt", "~$d.txt", "__MACOSX/e.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(TEXTS[0], encoding="utf-8")
    done = batch(place, output=tmp_path / "o.jsonl")
    assert (done.releases, done.left_out) == (len(TEXTS), ("hidden",) * 4)
    assert batch(place / ".git" / "*.txt", place / ".c.txt", output=tmp_path / "o.jsonl").releases == 2


def test_a_glob_passes_over_hidden_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder(tmp_path / "in")
    (place / ".c.txt").write_text(TEXTS[0], encoding="utf-8")
    monkeypatch.chdir(place)
    assert batch("../in/**/*.txt", output=tmp_path / "o.jsonl").releases == len(TEXTS)


@pytest.mark.parametrize(
    ("missing", "said"), [("fcntl", "Linux and macOS"), ("duckdb", "install thaigov-extract[batch]")]
)
def test_what_a_batch_cannot_do_without_is_named(
    missing: str, said: str, source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for loaded in ("job", "outputs"):
        monkeypatch.delitem(sys.modules, f"thaigov_extract.batch.{loaded}")
        monkeypatch.delattr(thaigov_extract.batch, loaded)
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(["batch", str(source)]) == 2
    assert said in capsys.readouterr().err


def test_an_empty_name_is_no_input(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(source.parent)
    assert main(["batch", "", "-o", "o.jsonl"]) == 2
    assert "an empty name names no input" in capsys.readouterr().err


def test_the_output_may_not_be_the_file_of_rejects(source: Path, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="rejects"):
        batch(source, output=tmp_path / "rejects.jsonl")


def test_folders_on_the_way_to_the_output_are_made(source: Path, tmp_path: Path) -> None:
    batch(source, output=tmp_path / "2024" / "05" / "o.jsonl")
    assert len(written(tmp_path / "2024" / "05" / "o.jsonl")) == len(TEXTS)


def test_an_output_that_cannot_be_made_is_an_error_of_the_job(source: Path) -> None:
    with pytest.raises(BatchError, match="cannot be written"):
        batch(source, output=source / "below a file" / "out.jsonl")


def test_an_output_stays_as_it_was_until_the_new_one_is_whole(source: Path, tmp_path: Path) -> None:
    batch(source, output=tmp_path / "o.jsonl")
    old = (tmp_path / "o.jsonl").read_bytes()

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    (tmp_path / "more.jsonl").write_bytes(lines(map(text_of, range(500))))
    with pytest.raises(KeyboardInterrupt):
        run(Job(inputs=[str(tmp_path / "more.jsonl")], output=tmp_path / "o.jsonl", workers=1), report=stop)
    assert (tmp_path / "o.jsonl").read_bytes() == old
    assert batch(tmp_path / "more.jsonl", output=tmp_path / "o.jsonl", resume=True).resumed == 64
    assert len(written(tmp_path / "o.jsonl")) == 500
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("output", ["out", "o.duckdb"])
def test_tables_are_replaced_as_a_whole(source: Path, tmp_path: Path, output: str) -> None:
    batch(source, output=tmp_path / output)
    (tmp_path / "less.jsonl").write_bytes(lines(TEXTS[:10]))
    batch(tmp_path / "less.jsonl", output=tmp_path / output)
    if output == "out":
        assert pq.read_table(tmp_path / "out" / "releases.parquet").num_rows == 10
    else:
        assert asked(tmp_path / output, "SELECT count(*) FROM releases") == [10]


def test_a_folder_that_was_moved_away_by_a_killed_run_comes_back(source: Path, tmp_path: Path) -> None:
    batch(source, output=tmp_path / "out")
    (tmp_path / "out.partial").mkdir()
    (tmp_path / "out").rename(tmp_path / "out.partial" / "old")
    (tmp_path / "broken.jsonl").write_text("{")
    with pytest.raises(BatchError, match="left as it was"):
        batch(tmp_path / "broken.jsonl", output=tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "releases.parquet").num_rows == len(TEXTS)
    assert not (tmp_path / "out.partial").exists()


def interrupted_after(source: Path, output: Path, chunks: int) -> Path:
    """Stop a run after some chunks, and return its journal."""
    left = [None] * (chunks - 1)

    def stop(_: Progress) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop()

    with pytest.raises(KeyboardInterrupt):
        run(Job(inputs=[str(source)], output=output, workers=1), report=stop)
    return output.with_name(f"{output.name}.partial") / "journal"


@pytest.mark.parametrize("damage", ["cut", "changed", "nonsense"])
def test_a_torn_journal_costs_only_what_is_torn(source: Path, tmp_path: Path, damage: str) -> None:
    batch(source, output=tmp_path / "whole.jsonl")
    journal = interrupted_after(source, tmp_path / "o.jsonl", 2)
    kept = journal.read_bytes()
    journal.write_bytes(
        {"cut": kept[:-9], "changed": kept[:-9] + b"?" + kept[-8:], "nonsense": kept + b'{"digest'}[damage]
    )
    resumed = batch(source, output=tmp_path / "o.jsonl", resume=True).resumed
    assert resumed == (128 if damage == "nonsense" else 64)
    assert (tmp_path / "o.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_text_changed_since_is_parsed_again(source: Path, tmp_path: Path) -> None:
    interrupted_after(source, tmp_path / "o.jsonl", 2)
    changed = [*TEXTS[:100], text_of(900), *TEXTS[101:]]
    source.write_bytes(lines(changed))
    assert batch(source, output=tmp_path / "o.jsonl", resume=True).resumed == 64
    assert [row["release"] for row in written(tmp_path / "o.jsonl")] == [
        parse(text).model_dump(mode="json") for text in changed
    ]


def test_another_recipe_takes_nothing_over(source: Path, tmp_path: Path) -> None:
    interrupted_after(source, tmp_path / "o.jsonl", 2)
    status = main(["batch", str(source), "-o", str(tmp_path / "o.jsonl"), "--reference", "2020-01-01", "--resume"])
    assert status == 0
    (tmp_path / "o.jsonl").rename(tmp_path / "resumed.jsonl")
    main(["batch", str(source), "-o", str(tmp_path / "o.jsonl"), "--reference", "2020-01-01"])
    assert (tmp_path / "o.jsonl").read_bytes() == (tmp_path / "resumed.jsonl").read_bytes()


def test_without_resume_a_run_begins_anew(source: Path, tmp_path: Path) -> None:
    interrupted_after(source, tmp_path / "o.jsonl", 2)
    assert batch(source, output=tmp_path / "o.jsonl").resumed == 0


@pytest.mark.parametrize("output", ["o.jsonl", "out", "o.duckdb"])
def test_a_full_disk_is_told_in_a_line_and_after_that_a_run_can_go_on(
    source: Path, tmp_path: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # Only root can make a small disk; a limit to the size of files gives the same errors.
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        assert main(["batch", str(source), "-o", str(tmp_path / output), "--workers", "1"]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    said = capsys.readouterr().err
    assert re.fullmatch(
        rf"writing failed: .{{1,300}}too large.{{0,300}}; --resume goes on towards .{{1,200}}{output}\n", said
    )
    assert not (tmp_path / output).exists()
    assert batch(source, output=tmp_path / output, resume=True).releases == len(TEXTS)


def test_two_runs_do_not_write_one_output(source: Path, tmp_path: Path) -> None:
    def second(_: Progress) -> None:
        with pytest.raises(BatchError, match="another run"):
            batch(source, output=tmp_path / "o.jsonl")

    assert run(Job(inputs=[str(source)], output=tmp_path / "o.jsonl", workers=1), report=second).releases == 150


def test_a_chunk_ends_at_a_long_text_too() -> None:
    records = [Record("a", "ก" * 600_000), Record("b", "ข" * 600_000), Record("c", "ค")]
    assert [len(chunk.entries) for chunk in work.chunked(records)] == [2, 1]


# What follows runs real processes and sends real signals.


def started(source: Path, output: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "thaigov_extract", "batch", str(source), "-o", str(output), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(  # noqa: S603  # our own command
        [*command, *options], env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_for(happened: Callable[[], bool]) -> None:
    for _ in range(3_000):
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("it did not happen within half a minute")


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def grown(path: Path, to: int) -> Callable[[], bool]:
    return lambda: size(path) >= to


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_bytes(lines(map(text_of, range(1_500))))
    return path


def test_killed_ten_times_and_resumed_the_output_is_the_same(many: Path, tmp_path: Path) -> None:
    batch(many, output=tmp_path / "undisturbed.jsonl")
    expected = sorted((tmp_path / "undisturbed.jsonl").read_bytes().splitlines())
    output = tmp_path / "o.jsonl"
    moments = random.Random(6)  # nothing is secret
    # The journal holds the output and a head for each chunk; a moment is a size that it has grown to.
    whole = size(tmp_path / "undisturbed.jsonl")
    for moment in sorted(moments.randrange(whole) for _ in range(10)):
        process = started(many, output, "--resume")
        wait_for(grown(tmp_path / "o.jsonl.partial" / "journal", moment))
        time.sleep(moments.random() * 0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert not output.exists()
    process = started(many, output, "--resume")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert "1,500 releases" in said
    assert "resumed" in said
    assert sorted(output.read_bytes().splitlines()) == expected


@pytest.mark.parametrize(
    ("send", "number"),
    [(os.killpg, signal.SIGINT), (os.killpg, signal.SIGTERM), (os.kill, signal.SIGTERM)],
    ids=["from a terminal", "from systemd", "from Docker"],
)
def test_a_run_that_was_stopped_says_so_and_can_go_on(
    many: Path, tmp_path: Path, send: Callable[[int, int], None], number: int
) -> None:
    process = started(many, tmp_path / "o.jsonl")
    wait_for(grown(tmp_path / "o.jsonl.partial" / "journal", 100_000))
    send(process.pid, number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    *progress, last = said.splitlines()
    assert last.startswith("stopped; ")
    # On a slow machine there are lines of the log before it.
    assert all(" a second, " in line for line in progress)
    assert batch(many, output=tmp_path / "o.jsonl", resume=True).resumed > 0
    assert len(written(tmp_path / "o.jsonl")) == 1_500


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are listed in /proc")
def test_no_process_outlives_a_killed_run(many: Path, tmp_path: Path) -> None:
    process = started(many, tmp_path / "o.jsonl")
    wait_for(grown(tmp_path / "o.jsonl.partial" / "journal", 1))
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert len(children) >= 2
    wait_for(lambda: not any(Path(f"/proc/{child}/exe").exists() for child in children))
