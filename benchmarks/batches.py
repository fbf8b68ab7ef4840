"""What a batch costs: time on one core and on two, and the memory of each process.

In:   a file of texts.
Out:  seconds, the gain of a second core, what the main process keeps to itself, and peak memory.
Not:  the time of `parse` alone; reading and writing are in it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measuring import Row

_RUNS = 3
"""Of each kind, one and two cores in turn; the median counts."""
_OUTPUTS = {"JSON Lines": "out.jsonl", "Parquet tables": "out", "DuckDB": "out.duckdb"}
_WATCHED = """
import resource, sys, time
from thaigov_extract.__main__ import main
from thaigov_extract.batch.work import Workers

alone = []

def watched(self, *arguments, in_order=Workers.in_order):
    # Before this and after it, the main process has the job to itself.
    alone.append(time.process_time())
    yield from in_order(self, *arguments)
    alone.append(-time.process_time())

if __name__ == "__main__":
    Workers.in_order = watched
    status = main(sys.argv[1:])
    alone.append(time.process_time())
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Unlike ru_maxrss, the high-water mark does not begin with the memory of the process that started this one.
    (peak,) = (line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    used = [who.ru_utime + who.ru_stime for who in (own, children)]
    print(*used, sum(alone), int(peak) / 1024, children.ru_maxrss / 1024)
    sys.exit(status)
"""


@dataclass(frozen=True, slots=True)
class _Run:
    """What one batch took: seconds, CPU seconds, and peak megabytes."""

    wall: float
    main: float
    workers: float
    serial: float
    """CPU seconds of the main process before the first text is handed out and after the last result."""
    main_peak: float
    worker_peak: float

    def on_free_cores(self) -> float:
        """Return the seconds that two free cores would take: what is serial, and half of the rest."""
        return self.serial + (self.main + self.workers - self.serial) / 2


def batches(path: Path) -> Iterator[Row]:
    """Yield the cost of each kind of output; runs on one core and on two take turns.

    Wall time needs two free cores. The gain by CPU time is what they would give, on a busy machine too.
    """
    yield "output", "one core, s", "two, s", "gain", "gain by CPU time", "main / workers, CPU", "main, MB", "worker, MB"
    for name, output in _OUTPUTS.items():
        with tempfile.TemporaryDirectory() as cache:
            runs = [(_run(path, output, 1, cache), _run(path, output, 2, cache)) for _ in range(_RUNS)]
        one, two = (median(run.wall for run in side) for side in zip(*runs, strict=True))
        gain = median(alone.wall / both.wall for alone, both in runs)
        by_cpu = median(alone.main / both.on_free_cores() for alone, both in runs)
        share = median(both.main / both.workers for _, both in runs)
        peaks = (max(both.main_peak for _, both in runs), max(both.worker_peak for _, both in runs))
        shown = (
            f"{one:.1f}",
            f"{two:.1f}",
            f"{gain:.2f}",
            f"{by_cpu:.2f}",
            f"{share:.0%}",
            *(f"{mb:.0f}" for mb in peaks),
        )
        yield name, *shown


def _run(path: Path, output: str, workers: int, cache: str) -> _Run:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "watched.py")
        script.write_text(_WATCHED, encoding="utf-8")
        command = [
            sys.executable,
            str(script),
            "batch",
            str(path),
            "-o",
            f"{folder}/{output}",
            "--workers",
            str(workers),
        ]
        # As after an installation: modules are compiled once, not by every process.
        compiled = {"PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        environment = {**os.environ, **compiled, "PYTHONPATH": os.pathsep.join(sys.path)}
        began = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603
        return _Run(time.perf_counter() - began, *map(float, done.stdout.split()))
