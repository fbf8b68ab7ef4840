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
from pathlib import Path
from statistics import median

from benchmarks.measuring import Row, corpus

_RUNS = 3
_OUTPUTS = {"JSON Lines": "out.jsonl", "Parquet tables": "out", "DuckDB": "out.duckdb"}
_WATCHED = """
import resource, sys
from thaigov_extract.__main__ import main
if __name__ == "__main__":
    status = main(sys.argv[1:])
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        print(resource.getrusage(who).ru_maxrss // 1024)
    sys.exit(status)
"""


def batches(path: Path) -> Iterator[Row]:
    """Yield the cost of each kind of output; runs on one core and on two take turns."""
    yield "output", "one core, s", "two cores, s", "gain", "releases a second", "main process, MB", "largest worker, MB"
    for name, output in _OUTPUTS.items():
        runs = [(_run(path, output, 1), _run(path, output, 2)) for _ in range(_RUNS)]
        one = median(alone[0] for alone, _ in runs)
        two = median(both[0] for _, both in runs)
        gain = median(alone[0] / both[0] for alone, both in runs)
        main, worker = (max(both[index] for _, both in runs) for index in (1, 2))
        rate = len(corpus(path)) / two
        yield name, f"{one:.1f}", f"{two:.1f}", f"{gain:.2f}", f"{rate:,.0f}", f"{main:.0f}", f"{worker:.0f}"


def _run(path: Path, output: str, workers: int) -> tuple[float, float, float]:
    """Return the seconds that a batch takes, and the peak memory of its first and its largest other process."""
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
        taken = time.perf_counter() - began
    own, children = map(float, done.stdout.split())
    return taken, own, children
