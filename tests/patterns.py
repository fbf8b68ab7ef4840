"""Print every pattern that the package compiles, with its place: run by `test_trust.py` in a fresh process.

In:   a release on standard input.
Out:  JSON on standard output: file, line, pattern, flags.
Not:  patterns of other packages.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regex

seen: set[tuple[str, int, str, int]] = set()


def recording(compiler: Callable[..., Any]) -> Callable[..., Any]:
    """Return `compiler`, noting who calls it with what."""

    def recorded(pattern: Any, flags: int = 0, **options: Any) -> Any:
        frame = sys._getframe(1)
        if isinstance(pattern, str):
            seen.add((frame.f_code.co_filename, frame.f_lineno, pattern, int(flags)))
        return compiler(pattern, flags, **options)

    return recorded


def compile_all() -> None:
    """Import every module, and call every cached function that takes no parameters."""
    for found in pkgutil.walk_packages(thaigov_extract.__path__, "thaigov_extract."):
        if found.name.endswith("__main__"):
            continue
        for value in list(vars(importlib.import_module(found.name)).values()):
            ours = getattr(value, "__module__", None) == found.name and hasattr(value, "cache_info")
            if ours and not inspect.signature(value).parameters:
                value()


if __name__ == "__main__":
    re.compile = recording(re.compile)
    regex.compile = recording(regex.compile)
    import thaigov_extract

    compile_all()
    thaigov_extract.parse(sys.stdin.read())
    package = Path(thaigov_extract.__file__).parent
    print(json.dumps(sorted(entry for entry in seen if Path(entry[0]).is_relative_to(package))))
