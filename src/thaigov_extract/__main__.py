"""The command line: one release in, what it says out; `batch` for many.

In:   a file, standard input, or an expression.
Out:  JSON, or a table for people; one line on standard error and status 2 where a file cannot be used.
Not:  any reading of text.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import thaigov_extract
from thaigov_extract._decoding import UTF_8, UndecodableError, decode
from thaigov_extract._parse import page_of, parse
from thaigov_extract._terminal import mention_lines, release_lines
from thaigov_extract.batch.command import INTERRUPTED, UNUSABLE, add_batch_arguments, run_batch
from thaigov_extract.batch.files import LINES, PARQUET, TEXT, OtherDataError, below, check_text, ends, listed
from thaigov_extract.display import report
from thaigov_extract.eras import checked_reference
from thaigov_extract.schemas import MODELS, schema, tables

_NOTHING_FOUND = 1
"""As grep says it."""
_BROKEN_PIPE = 141
"""What a shell reports of a program that died of a closed pipe: 128 and the number of the signal."""
_TABLES = "tables"
"""What `schema` calls the columns of all tables, beside the names of models."""
_UNLIMITED = 1_000_000
"""Columns where no terminal cuts the line."""
_MANY = (*LINES, *PARQUET)
"""Endings of files that `batch` reads."""
_FILE = "a text file, or - for standard input"
_FILES = "a text file, a folder of text files, or - for standard input"


class UnusableInputError(Exception):
    """The input cannot be read as text; the message says why in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        status = run(options)
        sys.stdout.flush()
    except UnusableInputError as problem:
        return _complain(problem)
    except BrokenPipeError:
        # The reader, such as head, has seen enough; nothing more can be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thaigov-extract", description="Turn Thai government press releases into typed data."
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.set_defaults(run=lambda options: _version() if options.version else _help(parser))
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], said: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=said)
        made.set_defaults(run=run)
        return made

    parse_command = command("parse", _parse, "print what a release says")
    parse_command.add_argument("file", metavar="FILE", help=_FILE)
    parse_command.add_argument(
        "--format",
        choices=("json", "jsonl", "table"),
        help="json: indented; jsonl: one line; table: for people (the default at a terminal, else json)",
    )
    date_command = command("date", _date, "print the dates of an expression")
    date_command.add_argument("expression", metavar="TEXT", help='such as "1 ส.ค. 63"')
    explain_command = command("explain", _explain, "print every mention and the rule that read it")
    explain_command.add_argument("file", metavar="FILE", help=_FILE)
    view_command = command("view", _view, "write one page that shows many releases")
    view_command.add_argument("files", metavar="FILE", nargs="+", help=_FILES)
    view_command.add_argument("-o", "--output", required=True, metavar="PAGE", help="the page, such as report.html")
    batch_command = command("batch", run_batch, "parse many files, in all cores, into one output")
    add_batch_arguments(batch_command)
    _add_reference(parse_command, date_command, explain_command, view_command, batch_command)
    schema_command = command("schema", _schema, "print the JSON Schema of a model, or the columns of the tables")
    names = [*sorted(MODELS), _TABLES]
    schema_command.add_argument("model", metavar="MODEL", type=_model, choices=names, help=", ".join(names))
    return parser


def _add_reference(*commands: argparse.ArgumentParser) -> None:
    for command in commands:
        command.add_argument(
            "--reference",
            type=_day,
            metavar="YYYY-MM-DD",
            help="the date by which expressions without a year are read, where the text has no header date",
        )


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no day such as 2020-08-01") from None
    try:
        return checked_reference(day)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def _model(written: str) -> str:
    """Return the name of a schema; the name of its class does as well, such as `TrainingModule`."""
    return next((name for name, model in MODELS.items() if model.__name__ == written), written)


def _version() -> int:
    print("thaigov-extract", thaigov_extract.__version__)
    return 0


def _help(parser: argparse.ArgumentParser) -> int:
    parser.print_help(sys.stderr)
    return UNUSABLE


def _parse(options: argparse.Namespace) -> int:
    release = parse(_read(options.file), reference=options.reference)
    shown = options.format or ("table" if sys.stdout.isatty() else "json")
    if shown == "table":
        for line in release_lines(release, columns=_columns()):
            print(line)
    else:
        print(release.model_dump_json(indent=2 if shown == "json" else None))
    return 0


def _date(options: argparse.Namespace) -> int:
    release = parse(options.expression, reference=options.reference)
    found = [*filter(None, (release.published,)), *release.dates]
    for remark in release.diagnostics:
        print(f"thaigov-extract: {remark.code.value}: {remark.message}", file=sys.stderr)
    for expression in found:
        print(f"{expression.edtf}\t{expression.kind}\t{expression.text}")
    if not found and not release.diagnostics:
        print("thaigov-extract: no date in it", file=sys.stderr)
    return 0 if found else _NOTHING_FOUND


def _explain(options: argparse.Namespace) -> int:
    for line in mention_lines(page_of(_read(options.file), options.reference), columns=_columns()):
        print(line)
    return 0


def _view(options: argparse.Namespace) -> int:
    """Write a page of all files that can be read, and say which cannot."""
    releases = []
    status = 0
    for name in options.files:
        try:
            files = _texts_below(Path(name)) if _is_folder(name) else [name]
        except UnusableInputError as problem:
            status = _complain(problem)
            continue
        for file in files:
            try:
                releases.append(parse(_read(file), reference=options.reference))
            except UnusableInputError as problem:
                status = _complain(problem)
    if releases:
        try:
            Path(options.output).write_text(report(releases), encoding="utf-8")
        except OSError as problem:
            raise UnusableInputError(f"{options.output}: {problem.strerror or problem}") from None
    return status


def _texts_below(folder: Path) -> list[str]:
    """Return the text files in and below `folder`, and say what else is there."""
    found, others = below(folder, TEXT)
    if not found:
        raise UnusableInputError(f"{folder}: the folder holds no {TEXT[0]}")
    if others:
        print(f"thaigov-extract: {folder}: left out {listed(others.values())}", file=sys.stderr)
    return [str(path) for path in found]


def _complain(problem: UnusableInputError) -> int:
    print(f"thaigov-extract: {problem}", file=sys.stderr)
    return UNUSABLE


def _schema(options: argparse.Namespace) -> int:
    try:
        content = tables() if options.model == _TABLES else schema(options.model)
    except ModuleNotFoundError as error:
        raise UnusableInputError(error) from None
    print(json.dumps(content, ensure_ascii=False, indent=2))
    return 0


def _columns() -> int:
    """Return the room for a line: that of the terminal, or no limit where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNLIMITED


def _is_folder(name: str) -> bool:
    return name != "-" and Path(name).is_dir()


def _read(name: str) -> str:
    if _is_folder(name) or ends(name, _MANY):
        raise UnusableInputError(f"{name}: not the text of one release; `thaigov-extract batch` reads many into tables")
    try:
        check_text(name)
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OtherDataError as problem:
        raise UnusableInputError(f"{name}: {problem}") from None
    except OSError as problem:
        raise UnusableInputError(f"{name}: {problem.strerror or problem}") from None
    shown = "standard input" if name == "-" else name
    text = _decoded(content, shown)
    if not text.strip():
        raise UnusableInputError(f"{shown}: the input is empty")
    return text


def _decoded(content: bytes, name: str) -> str:
    try:
        text, encoding = decode(content)
    except UndecodableError as problem:
        raise UnusableInputError(f"{name}: {problem}") from None
    if encoding != UTF_8:
        print(f"thaigov-extract: {name}: not UTF-8; read as {encoding.upper()}", file=sys.stderr)
    return text


if __name__ == "__main__":
    sys.exit(main())
