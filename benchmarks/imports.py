"""What `import thaigov_extract` costs, beside pydantic's own import.

In:   nothing.
Out:  milliseconds in fresh processes, and their ratio.
Not:  the first parse, which compiles patterns and loads tables.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measuring import Row

_RUNS = 15
_MODEL = "from pydantic import BaseModel\nclass Model(BaseModel):\n    name: str"
_STATEMENTS = {
    "`import pydantic` with a model defined": _MODEL,
    "`import thaigov_extract`": "import thaigov_extract",
    "the same and one `parse`": "import thaigov_extract; thaigov_extract.parse('วันที่ 1 มีนาคม 2561')",
    "`import pythainlp.corpus.common`, for comparison": "import pythainlp.corpus.common",
}


def fresh(_: Path) -> Iterator[Row]:
    """Yield the median time of each statement; the statements take turns."""
    taken: dict[str, list[float]] = {name: [] for name in _STATEMENTS}
    for _run in range(_RUNS):
        for name, statement in _STATEMENTS.items():
            taken[name].append(_seconds(statement))
    base = median(taken["`import pydantic` with a model defined"])
    yield "statement", "ms of CPU time", "multiple"
    for name, times in taken.items():
        yield name, f"{median(times) * 1e3:.0f}", f"{median(times) / base:.2f}"


def _seconds(statement: str) -> float:
    code = f"import time\nbegan = time.process_time()\n{statement}\nprint(time.process_time() - began)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return float(done.stdout)
