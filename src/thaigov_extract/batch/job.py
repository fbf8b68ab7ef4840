"""Drive a batch from its inputs to its output, so that nothing is lost or written twice.

In:   Job.
Out:  the output and, beside it, `rejects.jsonl`, put in place when all is done; the last Progress. A run that could
      read nothing puts only its rejects in place.
Not:  how a run looks on a terminal; `command` shows its Progress.

Until then everything stands in a folder beside the output: the journal of finished chunks, and the output so far.
`--resume` reads the inputs again and takes the results of the chunks it knows from the journal.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO

import duckdb

from thaigov_extract.batch.files import REJECTS
from thaigov_extract.batch.inputs import Inputs
from thaigov_extract.batch.journal import Journal
from thaigov_extract.batch.outputs import check_name, kind_of, open_output
from thaigov_extract.batch.records import Columns, Reject
from thaigov_extract.batch.work import Recipe, Result, Workers, chunked
from thaigov_extract.eras import checked_reference, whole

try:
    import fcntl
except ModuleNotFoundError as error:
    raise ImportError("a batch runs on Linux and macOS only: it locks its output as Unix does") from error


__all__ = ["BatchError", "Columns", "Job", "Progress", "Reject", "run"]


class BatchError(Exception):
    """A job that cannot be done as it is put; the message says why in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to read, how, and where to.

    Raises:
        TypeError: if `inputs` is a single name, `output` no `Path`, `workers` no whole number, or `reference` no date.
        ValueError: if there are no `workers`, or the year of `reference` is one of the Buddhist era.
    """

    inputs: Sequence[str | Path]
    """Files, folders and globs, and `-` for JSON Lines on standard input."""
    output: Path
    """`NAME.duckdb`, `NAME.jsonl`, `NAME.jsonl.gz`, or a folder for Parquet tables."""
    workers: int = 1
    """Processes. One is the caller's own; more import the caller's script, which therefore runs a job only under
    `if __name__ == "__main__":`."""
    resume: bool = False
    """Go on with a run that was stopped, if there is one."""
    reference: date | None = None
    """The date by which expressions without a year are read, where the text has no header date."""
    columns: Columns = field(default_factory=Columns)
    """Where rows of JSON Lines and Parquet keep their text and their name."""

    def __post_init__(self) -> None:
        """Check what no type tells at run time; a single name would be read letter by letter."""
        if isinstance(self.inputs, str | Path):
            raise TypeError("many inputs are wanted; one is given as [name]")
        if not isinstance(self.output, Path):
            raise TypeError(f"a Path is wanted for the output, not {type(self.output).__name__}")
        if whole(self.workers, "number of workers") < 1:
            raise ValueError(f"{self.workers} is no number of processes, of which there is at least one")
        if self.reference is not None:
            checked_reference(self.reference)


def _written_by(job: Job) -> tuple[Path, ...]:
    """Return what `job` writes, which is not read where it stands among the inputs."""
    output = job.output.absolute()
    return output, _staged(output), _rejects_of(output)


def _staged(output: Path) -> Path:
    return output.with_name(f"{output.name}.partial")


def _rejects_of(output: Path) -> Path:
    return output.with_name(REJECTS)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come, and at its end what it came to."""

    releases: int = 0
    """Texts that were read, equal ones counted each time."""
    rejects: int = 0
    """What could not be read."""
    resumed: int = 0
    """Those of `releases` that a run before had parsed already."""
    position: int = 0
    """Bytes of the inputs read so far."""
    size: int | None = None
    """Bytes of the inputs; None where standard input is among them."""
    first_reject: Reject | None = None
    """What a run that could read nothing names in its BatchError."""
    left_out: tuple[str, ...] = ()
    """The kind of each file in a folder that is not read: its ending, or what else it is."""


def run(job: Job, *, report: Callable[[Progress], object] | None = None) -> Progress:
    """Do `job`, calling `report` after each 64 texts or so, and return the last progress.

    What cannot be read is rejected alone and raises nothing: it is counted, and `rejects.jsonl`, beside the output,
    tells why.

    Raises:
        BatchError: if the job cannot be done as it is put, nothing could be read, another run writes the same output
            now, or the disk is full.
    """
    if job.output.name == REJECTS:
        raise BatchError(f"{job.output}: the rejects are written there")
    try:
        check_name(job.output)
        inputs = Inputs(job.inputs, columns=job.columns, leave_out=_written_by(job))
    except (FileNotFoundError, ValueError, LookupError) as error:
        raise BatchError(str(error)) from error
    try:
        with _staging(job) as staging:
            with closing(Workers(job.workers)) as workers:
                progress = _make(job, inputs, staging, workers, report)
            _publish(staging, job.output, whole=progress.releases > 0)
    except BrokenProcessPool as error:
        raise BatchError(f"a process was killed; --resume goes on towards {job.output}") from error
    # A full disk, as a rule. What cannot be read is rejected, and raises nothing.
    except (OSError, duckdb.Error) as error:
        reason, *_ = str(error).splitlines()
        raise BatchError(f"writing failed: {reason}; --resume goes on towards {job.output}") from error
    if not progress.releases:
        raise BatchError(_why_nothing(job, progress))
    return progress


def _why_nothing(job: Job, progress: Progress) -> str:
    output = f"{job.output} is left as it was" if job.output.exists() else f"{job.output} is not written"
    if (first := progress.first_reject) is None:
        return f"the inputs hold no release; {output}"
    rejects = f"{progress.rejects:,} rejected to {_rejects_of(job.output)}"
    return f"nothing could be read, {rejects}; {output}; the first: {first.source}: {first.reason}"


def _make(
    job: Job, inputs: Inputs, staging: Path, workers: Workers, report: Callable[[Progress], object] | None
) -> Progress:
    """Make the output and the rejects of `job` in `staging`."""
    progress = Progress(size=inputs.size, left_out=inputs.others)
    recipe = Recipe(kind_of(job.output), job.reference)
    with (
        closing(Journal(staging / "journal")) as journal,
        closing(open_output(staging / "output", recipe)) as output,
        (staging / "rejects").open("w", encoding="utf-8") as rejects,
    ):
        for result, resumed in _results(recipe, inputs, journal, workers):
            output.add(result.output)
            for reject in result.rejects:
                row = {**asdict(reject), "output": job.output.name}
                rejects.write(json.dumps(row, ensure_ascii=False) + "\n")
            progress = replace(
                progress,
                releases=progress.releases + result.releases,
                rejects=progress.rejects + len(result.rejects),
                resumed=progress.resumed + (result.releases if resumed else 0),
                position=inputs.position,
                first_reject=progress.first_reject or next(iter(result.rejects), None),
            )
            if report is not None:
                report(progress)
        output.finish()
    return progress


def _results(recipe: Recipe, inputs: Inputs, journal: Journal, workers: Workers) -> Iterator[tuple[Result, bool]]:
    """Yield every result in order, and whether it stood in the journal; keep those that did not."""
    chunks = chunked(inputs)
    for chunk in chunks:
        known = journal.replay(chunk.digest(recipe))
        if known is None:
            chunks = chain([chunk], chunks)
            break
        yield known, True
    for result in workers.in_order(chunks, recipe):
        journal.append(result)
        yield result, False


@contextmanager
def _staging(job: Job) -> Iterator[Path]:
    """Give a folder beside the output that is this run's alone; it stays if the run fails."""
    staging = _staged(job.output)
    try:
        staging.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BatchError(f"{job.output} cannot be written: {error}") from error
    with (staging / "lock").open("w") as lock:
        _take(lock, job.output)
        if (staging / "old").exists() and not job.output.exists():
            # A run was killed between the two renames of a folder.
            (staging / "old").replace(job.output)
        for path in staging.iterdir():
            if path.name != "lock" and not (job.resume and path.name == "journal"):
                _remove(path)
        yield staging
        shutil.rmtree(staging)


def _take(lock: IO[str], output: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BatchError(f"{output} is being written by another run") from error


def _publish(staging: Path, output: Path, *, whole: bool) -> None:
    """Put what was made in its place, the rejects last; whoever looks sees the old output or the new one.

    A folder cannot take the place of another in one step: for a moment there is none, and if the run is killed then,
    the next one puts the old folder back. An output that is not `whole`, since nothing could be read, replaces none.
    """
    for path in [*staging.rglob("*"), staging]:
        _sync(path)
    if whole:
        if output.is_dir():
            output.replace(staging / "old")
        (staging / "output").replace(output)
    with _held(_rejects_of(output)) as before:
        with (staging / "rejects").open("a", encoding="utf-8") as rejects:
            rejects.writelines(row for row in before if _is_of_another(row, output.name))
        _sync(staging / "rejects")
        (staging / "rejects").replace(_rejects_of(output))
    _sync(output.parent)


@contextmanager
def _held(path: Path) -> Iterator[IO[str]]:
    """Give a file, made where there is none, that no other run replaces meanwhile."""
    while True:
        with path.open("a+", encoding="utf-8", errors="replace") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
                file.seek(0)
                yield file
                return


def _is_of_another(row: str, output: str) -> bool:
    """Tell whether a run towards another output in the same folder rejected what a row of rejects tells of."""
    try:
        return bool(json.loads(row)["output"] != output)
    except (ValueError, LookupError, TypeError):
        return False


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
