"""The command line as a person or a shell script meets it."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from datetime import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import composed
import pytest
from texts import SHOWN

import thaigov_extract
from thaigov_extract import Event, Item, Policy, Span, TimeExpression, parse
from thaigov_extract.__main__ import main
from thaigov_extract._parse import page_of
from thaigov_extract._terminal import mention_lines, release_lines, width
from thaigov_extract.schemas import schema, tables

TEXT = "ข่าวเปิดงาน\nวันพุธที่ 14 มิถุนายน 2566\nวันนี้ (14 มิ.ย. 66) เวลา 09.30 น. นายสมชาย ใจดี กล่าวว่า ดี\n"
COMMAND = [sys.executable, "-m", "thaigov_extract"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ข่าว 1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_what_parse_returns(file: Path, capsys: Capture) -> None:
    assert main(["parse", str(file)]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == parse(TEXT).model_dump(mode="json")
    assert shown.out.count("\n") > 10
    assert shown.err == ""


def test_jsonl_is_one_line(file: Path, capsys: Capture) -> None:
    assert main(["parse", str(file), "--format", "jsonl"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert json.loads(shown) == parse(TEXT).model_dump(mode="json")


def test_a_table_names_what_was_found(file: Path, capsys: Capture) -> None:
    assert main(["parse", str(file), "--format", "table"]) == 0
    shown = capsys.readouterr().out
    for part in ("ข่าวเปิดงาน", "2023-06-14", "นาย สมชาย ใจดี", "quoted", "09:30"):
        assert part in shown


def cells(lines: list[str], heading: str) -> list[list[str]]:
    """Return the rows below a heading, cell by cell, with what stands before the first."""
    first = lines.index(heading) + 1
    end = lines.index("", first) if "" in lines[first:] else len(lines)
    return [[line[: len(line) - len(line.lstrip())], *re.split(" {2,}", line.strip())] for line in lines[first:end]]


def test_a_table_says_all_of_a_release() -> None:
    lines = list(release_lines(composed.training(), columns=300))
    (event,) = cells(lines, "Events")
    assert event[1:5] == ["opening", "2020-08-06", "09:30", "นักสื่อสารข้อมูลเปิด รุ่นที่ 3"]
    assert event[6:] == ["สมชาย ใจดี (chair), สมหญิง รักเรียน (reporter)", "over 250 people"]
    policy, *items = cells(lines, "Policies")
    assert policy[1:] == ["policy", "ข้อมูลใกล้บ้าน", "สมชาย ใจดี", "2020-10-01/2021-09-30"]
    assert [(len(row[0]), row[1]) for row in items] == [(4, "1)"), (6, "1.1)"), (6, "1.2)"), (4, "2)"), (4, "3)")]
    assert cells(lines, "Training modules")[0][1:] == ["1", "การอ่านตาราง", "Reading Tables"]
    assert cells(lines, "Flagship projects") == [["  ", "ตู้หนังสือข้อมูล"]]
    assert [row[1:] for row in cells(lines, "Times")] == [["09:30", "09.30 น."]]
    assert [row[1] for row in cells(lines, "Remarks")] == ["weekday_mismatch", "count_mismatch", "impossible_date"]


def test_what_has_no_mark_or_no_end_is_shown_so() -> None:
    span = Span(start=0, end=1)
    times = [TimeExpression(span=span, text="ก", start=time(9), end=time(12, 30))]
    policies = [Policy(kind="plan", span=span, items=[Item(span=span, title="ข", text="ค")])]
    events = [Event(kind="other", span=span, time=times[0])]
    lines = list(release_lines(composed.release("ก", times=times, policies=policies, events=events), columns=80))
    assert cells(lines, "Times") == [["  ", "09:00-12:30", "ก"]]
    assert cells(lines, "Events") == [["  ", "other", "09:00-12:30"]]
    assert cells(lines, "Policies")[1] == ["    ", "-", "ข ค"]
    assert list(release_lines(composed.release(""), columns=80)) == []


def test_standard_input_is_a_dash_whatever_is_called_so(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    (tmp_path / "-").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["parse", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "ข่าวเปิดงาน"


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8", ""), ("utf-8-sig", ""), ("cp874", "CP874"), ("tis-620", "CP874"), ("utf-16", "UTF-16")],
)
def test_encodings(encoding: str, note: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert main(["parse", str(path)]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == parse(TEXT).model_dump(mode="json")
    assert note in shown.err
    assert bool(note) == bool(shown.err)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        ("\ufeff".encode(), "empty"),
        ("Élégance à la française".encode("latin-1"), "neither UTF-8 nor"),
        (bytes(range(256)), "neither UTF-8 nor"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "neither UTF-8 nor"),
    ],
    ids=["nothing", "blank", "mark only", "Latin", "binary", "picture"],
)
@pytest.mark.parametrize("command", ["parse", "explain"])
def test_what_cannot_be_used_is_one_line_and_status_2(
    command: str, content: bytes, complaint: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert main([command, str(path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert complaint in shown.err
    assert str(path) in shown.err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    assert main(["parse", str(tmp_path / "none.txt")]) == 2
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["folder", "releases.jsonl", "releases.jsonl.gz", "releases.parquet"])
def test_many_releases_are_for_batch(name: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / name
    path.mkdir() if name == "folder" else path.write_text('{"text": "x"}\n', encoding="utf-8")
    assert main(["parse", str(path)]) == 2
    assert "batch" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["release.json", "release.CSV"])
def test_data_is_no_text(name: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert main(["parse", str(tmp_path / name)]) == 2
    assert "is no text of a release; many releases come as .jsonl or .parquet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["1 ส.ค. 63"], "2020-08-01\tdate\t1 ส.ค. 63\n"),
        (["1 ส.ค.", "--reference", "2020-08-05"], "2020-08-01\tdate\t1 ส.ค.\n"),
        (["ระหว่างวันที่ 2 - 4 มีนาคม 2561"], "2018-03-02/2018-03-04\trange\t2 - 4 มีนาคม 2561\n"),
    ],
)
def test_date(arguments: list[str], shown: str, capsys: Capture) -> None:
    assert main(["date", *arguments]) == 0
    assert capsys.readouterr().out == shown


def test_what_is_no_date_gives_status_1_and_the_reason(capsys: Capture) -> None:
    assert main(["date", "สวัสดี"]) == 1
    assert capsys.readouterr() == ("", "thaigov-extract: no date in it\n")
    assert main(["date", "31 เมษายน 2566"]) == 1
    assert capsys.readouterr().err.startswith("thaigov-extract: impossible_date: ")


def test_schema(capsys: Capture) -> None:
    assert main(["schema", "event"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("event")


def test_the_columns_of_the_tables(capsys: Capture) -> None:
    pytest.importorskip("pyarrow")
    assert main(["schema", "tables"]) == 0
    assert json.loads(capsys.readouterr().out) == tables()


def test_the_columns_of_the_tables_need_pyarrow(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "thaigov_extract.tables", raising=False)
    assert main(["schema", "tables"]) == 2
    assert "install thaigov-extract[tables]" in capsys.readouterr().err


def test_a_schema_may_be_called_by_its_class(capsys: Capture) -> None:
    assert main(["schema", "TrainingModule"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("training_module")


def test_without_a_command_all_are_shown(capsys: Capture) -> None:
    assert main([]) == 2
    shown = capsys.readouterr().err
    assert all(f"    {command} " in shown for command in ("parse", "date", "explain", "view", "batch", "schema"))


def test_version(capsys: Capture) -> None:
    try:
        installed = version("thaigov-extract")
    except PackageNotFoundError:
        installed = "0+unknown"
    assert thaigov_extract.__version__ == installed
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"thaigov-extract {installed}\n"


def test_the_version_costs_nobody_an_import() -> None:
    asked = "import sys, thaigov_extract; print('importlib.metadata' in sys.modules, thaigov_extract.__version__)"
    shown = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)  # noqa: S603
    assert shown.stdout == f"False {thaigov_extract.__version__}\n"
    with pytest.raises(AttributeError, match="no attribute 'other'"):
        _ = thaigov_extract.other  # type: ignore[attr-defined]


def test_a_buddhist_year_is_no_reference(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["date", "1 ส.ค.", "--reference", "2566-01-31"])
    assert "did you mean 2023-01-31?" in capsys.readouterr().err
    assert main(["date", "1 ส.ค.", "--reference", "2399-01-31"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [["guess"], ["parse"], ["schema", "nothing"], ["date", "1 ส.ค.", "--reference", "tomorrow"]],
    ids=["unknown", "no file", "no such model", "no date"],
)
def test_a_wrong_call_is_explained_with_status_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_explain_says_where_what_and_by_which_rule(file: Path, capsys: Capture) -> None:
    assert main(["explain", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = TEXT.index("นายสมชาย")
    person = next(line for line in lines if line.startswith(f"{at}:"))
    assert "นายสมชาย ใจดี" in person
    mentions = page_of(TEXT, None).mentions.all()
    assert len(lines) == len(mentions)
    assert all(mention.rule in line for mention, line in zip(mentions, lines, strict=True))


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("ที่นี่", 2), ("น้ำ", 2), ("กำ", 2), ("ก\u200bข", 2), ("漢字", 4), ("e\u0301", 1), ("", 0)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_lines_fit_the_terminal_and_columns_stand_in_line(columns: int) -> None:
    lines = [*release_lines(parse(SHOWN), columns=columns), *mention_lines(page_of(SHOWN, None), columns=columns)]
    assert max(map(width, lines)) <= columns
    assert any("…" in line for line in lines)


def test_second_columns_begin_at_one_place() -> None:
    release = parse(SHOWN)
    lines = list(release_lines(release, columns=500))
    people = lines[lines.index("Officials") + 1 :][:2]
    titles = [official.positions[0].title for official in release.officials[:2]]
    first, second = (width(line[: line.index(title)]) for line, title in zip(people, titles, strict=True))
    assert first == second > width(f"  {release.officials[0].name}")


def test_a_reader_that_leaves_early_causes_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("วันที่ 14 มิถุนายน 2566 \n" * 5_000, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603  (our own command)
        [*COMMAND, "parse", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


def test_an_interrupt_causes_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    class Interrupted(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            signal.raise_signal(signal.SIGINT)
            return super().read(size)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["parse", "-"]) == 130
    assert capsys.readouterr() == ("", "")


def test_thai_is_written_whatever_the_locale(file: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run([*COMMAND, "parse", str(file)], env=environment, capture_output=True, check=True)  # noqa: S603
    assert "สมชาย ใจดี" in shown.stdout.decode("utf-8")
