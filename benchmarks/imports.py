"""What `import thaigov_extract` costs, beside pydantic's own import.

In:   nothing.
Out:  milliseconds in fresh processes, and their ratio.
Not:  the first parse, which compiles patterns and loads tables.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measuring import Row

_RUNS = 15
"""Of each statement, in turn; the median counts."""
_MODEL = "from pydantic import BaseModel\nclass Model(BaseModel):\n    name: str"
_BASE = "`import pydantic` with a model defined"
_STATEMENTS = {
    _BASE: _MODEL,
    "`import thaigov_extract`": "import thaigov_extract",
    "the same and one `parse`": "import thaigov_extract; thaigov_extract.parse('วันที่ 1 มีนาคม 2561')",
    "`import pythainlp.corpus.common`, for comparison": "import pythainlp.corpus.common",
}


def fresh(_: Path) -> Iterator[Row]:
    """Yield the median time of each statement; the statements take turns."""
    with tempfile.TemporaryDirectory() as cache:
        # As after an installation: compiled once, before the clock runs.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": ""}
        for statement in _STATEMENTS.values():
            _seconds(statement, environment)
        runs = [{name: _seconds(code, environment) for name, code in _STATEMENTS.items()} for _run in range(_RUNS)]
    taken = {name: median(run[name] for run in runs) for name in _STATEMENTS}
    yield "statement", "ms of CPU time", "multiple"
    for name in _STATEMENTS:
        yield name, f"{taken[name] * 1e3:.0f}", f"{taken[name] / taken[_BASE]:.2f}"


def _seconds(statement: str, environment: dict[str, str]) -> float:
    code = f"import time\nbegan = time.process_time()\n{statement}\nprint(time.process_time() - began)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)  # noqa: S603
    return float(done.stdout)
