"""What a batch costs: time on one core and on two, and the memory of each process.

In:   a file of texts.
Out:  seconds, releases a second, and peak memory.
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
_OUTPUTS = {"JSON Lines": "out.jsonl", "Parquet tables": "out", "DuckDB": "out.duckdb"}
_WATCHED = """
import resource, sys
from thaigov_extract.__main__ import main
if __name__ == "__main__":
    status = main(sys.argv[1:])
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Unlike ru_maxrss, the high-water mark does not begin with the memory of the process that started this one.
    (peak,) = (line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(seconds, int(peak) / 1024, children.ru_maxrss / 1024)
    sys.exit(status)
"""


@dataclass(frozen=True, slots=True)
class _Run:
    """What one batch took: seconds, CPU seconds of all processes, and peak megabytes."""

    wall: float
    cpu: float
    main: float
    worker: float


def batches(path: Path) -> Iterator[Row]:
    """Yield the cost of each kind of output; runs on one core and on two take turns.

    The gain by CPU time is what two free cores would give: it counts what processes add, not who else uses the cores.
    """
    yield "output", "one core, s", "two cores, s", "gain", "gain by CPU time", "main process, MB", "largest worker, MB"
    for name, output in _OUTPUTS.items():
        runs = [(_run(path, output, 1), _run(path, output, 2)) for _ in range(_RUNS)]
        one, two = (median(run.wall for run in side) for side in zip(*runs, strict=True))
        gain = median(alone.wall / both.wall for alone, both in runs)
        by_cpu = median(2 * alone.cpu / both.cpu for alone, both in runs)
        main, worker = max(both.main for _, both in runs), max(both.worker for _, both in runs)
        yield name, f"{one:.1f}", f"{two:.1f}", f"{gain:.2f}", f"{by_cpu:.2f}", f"{main:.0f}", f"{worker:.0f}"


def _run(path: Path, output: str, workers: int) -> _Run:
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
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        began = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603
        return _Run(time.perf_counter() - began, *map(float, done.stdout.split()))
