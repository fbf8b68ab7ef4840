"""The command `thaigov-extract batch`.

In:   command line arguments.
Out:  a Job done, its progress on standard error, and an exit status.
Not:  the work; nothing heavy is imported before a batch is run.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from thaigov_extract.batch.files import listed

if TYPE_CHECKING:
    from tqdm import tqdm

    from thaigov_extract.batch.job import Progress

DONE, UNUSABLE, REJECTS, INTERRUPTED, TERMINATED = 0, 2, 3, 130, 143
"""Exit statuses: all read; no output written; all written that could be read; stopped by Ctrl-C; by SIGTERM. The
last two as shells say them."""

_LOG_SECONDS = 10.0
"""Between two lines of a log: often enough to see a job live, seldom enough to read a night's log."""


def add_batch_arguments(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the arguments of `batch`, but for `--reference`, which other commands have as well."""
    parser.fromfile_prefix_chars = "@"
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="text file (.txt), JSON Lines (.jsonl, .gz, .zst), Parquet, a folder or glob of these, "
        "- for JSON Lines on standard input, or @LIST for a file that names one input a line",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("releases.duckdb"),
        metavar="OUT",
        help="NAME.duckdb, NAME.jsonl, NAME.jsonl.gz, or a folder for Parquet tables (default: %(default)s)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing where every input was read")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped, if there is one")
    parser.add_argument(
        "--workers", type=_count, default=os.cpu_count() or 1, metavar="N", help="processes (default: %(default)s)"
    )
    parser.add_argument(
        "--text-column", default="text", metavar="NAME", help="column of the text (default: %(default)s)"
    )
    parser.add_argument(
        "--id-column", metavar="NAME", help="column that names a row (default: file, where a row has it)"
    )


def run_batch(arguments: argparse.Namespace) -> int:
    """Run `batch` and return its exit status."""
    # Arrow's own pool keeps pages that it has freed; each process is a third smaller without it.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    try:
        from thaigov_extract.batch import job as batch  # noqa: PLC0415  # heavy, and behind an extra
        from thaigov_extract.batch.records import Columns  # noqa: PLC0415
    except ModuleNotFoundError as error:
        _say(f"{error}: install thaigov-extract[batch]")
        return UNUSABLE
    except ImportError as error:
        _say(str(error))
        return UNUSABLE
    job = batch.Job(
        inputs=arguments.inputs,
        output=arguments.output,
        workers=arguments.workers,
        resume=arguments.resume,
        reference=arguments.reference,
        columns=Columns(text=arguments.text_column, name=arguments.id_column),
    )
    try:
        with _display(quiet=arguments.quiet) as show, _terminable():
            done = batch.run(job, report=show)
    except batch.BatchError as error:
        _say(str(error))
        return UNUSABLE
    except KeyboardInterrupt as stopped:
        _say(f"stopped; the same command with --resume goes on towards {job.output}")
        return TERMINATED if signal.SIGTERM in stopped.args else INTERRUPTED
    if arguments.quiet and not done.rejects:
        return DONE
    resumed = f", {done.resumed:,} of them resumed" if done.resumed else ""
    left_out = f", {_counted(len(done.left_out), 'file')} left out ({listed(done.left_out)})" if done.left_out else ""
    _say(f"{_counted(done.releases, 'release')}{resumed}, {done.rejects:,} rejected{left_out}: {job.output}")
    return REJECTS if done.rejects else DONE


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM interrupt as Ctrl-C does, so that the log says what ended the run, and its processes end in order."""

    def interrupt(number: int, _: object) -> NoReturn:
        raise KeyboardInterrupt(number)

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _display(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Give what shows progress: a bar on a terminal, log lines elsewhere, nothing where `quiet` is asked for."""
    if quiet:
        yield None
        return
    if not sys.stderr.isatty():
        yield _Log().show
        return
    from tqdm import tqdm  # noqa: PLC0415  # only a terminal needs it

    with tqdm(unit="B", bar_format="{percentage:3.0f}% |{bar:20}| {desc}, {remaining} left") as bar:
        yield _Bar(bar).show


class _Rate:
    """Releases a second, without those that were resumed."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def seconds(self) -> float:
        """Return the time since the beginning."""
        return time.monotonic() - self._began

    def of(self, progress: Progress) -> str:
        """Return how far `progress` is, in words."""
        rate = (progress.releases - progress.resumed) / max(self.seconds(), 1e-9)
        return f"{_counted(progress.releases, 'release')}, {rate:,.0f} a second, {progress.rejects:,} rejected"


class _Bar:
    def __init__(self, bar: tqdm[None]) -> None:
        self._bar = bar
        self._rate = _Rate()

    def show(self, progress: Progress) -> None:
        self._bar.total = progress.size
        self._bar.set_description_str(self._rate.of(progress), refresh=False)
        self._bar.update(progress.position - self._bar.n)


class _Log:
    """A line now and then."""

    def __init__(self) -> None:
        self._rate = _Rate()
        self._due = _LOG_SECONDS

    def show(self, progress: Progress) -> None:
        if self._rate.seconds() < self._due:
            return
        self._due += _LOG_SECONDS
        _say(self._rate.of(progress) + self._time_left(progress))

    def _time_left(self, progress: Progress) -> str:
        if not progress.size or not progress.position:
            return ""
        seconds = self._rate.seconds() * (progress.size / progress.position - 1)
        return f", {timedelta(seconds=round(seconds))} left"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _count(written: str) -> int:
    if not written.isdecimal() or (count := int(written)) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is no number of processes, of which there is at least one")
    return count


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
