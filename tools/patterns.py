"""Every pattern that the package compiles: where, and its parse tree.

In:   nothing; `written` runs this module in a fresh process, since a pattern is compiled once in each.
Out:  Written patterns.
Not:  a verdict: `tests/test_trust.py` judges the trees, `benchmarks` measures how time grows. No pattern of others.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

Tree: TypeAlias = Any

parser: Any = importlib.import_module("re._parser")
"""The parse tree of patterns is Python's own affair, and has no public name."""

_ROOT = Path(__file__).parent.parent
_PACKAGE = "thaigov_extract"


class Written(NamedTuple):
    """A pattern as the package wrote it."""

    file: str
    line: int
    name: str
    """The function that compiles it, with its module, such as `finders.dates._grammar`; else module and line."""
    pattern: str
    flags: int

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern, compiled again."""
        return re.compile(self.pattern, self.flags)

    def tree(self) -> Tree:
        """Return the parse tree."""
        return parser.parse(self.pattern, self.flags)


def written() -> list[Written]:
    """Return every pattern of the package that this process imports, each once, by place."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tools.patterns"],
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(Path(str(files(_PACKAGE))).parent)},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return [Written(*entry) for entry in json.loads(done.stdout)]


def _recording(compiler: Callable[..., Any], seen: set[Written]) -> Callable[..., Any]:
    """Return `compiler`, noting in `seen` who calls it with what."""

    def recorded(pattern: object, flags: int = 0, **options: object) -> object:
        frame = sys._getframe(1)  # noqa: SLF001  (documented, for this)
        module = frame.f_globals["__name__"]
        if isinstance(pattern, str) and module.startswith(f"{_PACKAGE}."):
            room = module.removeprefix(f"{_PACKAGE}.")
            function = frame.f_code.co_qualname.partition(".<locals>")[0]
            name = f"{room}:{frame.f_lineno}" if function == "<module>" else f"{room}.{function}"
            seen.add(Written(frame.f_code.co_filename, frame.f_lineno, name, pattern, int(flags)))
        return compiler(pattern, flags, **options)

    return recorded


def _compile_all() -> None:
    """Import every module, call every cached function that takes no parameters, and parse once."""
    package = importlib.import_module(_PACKAGE)
    for found in pkgutil.walk_packages(package.__path__, f"{_PACKAGE}."):
        if found.name.endswith("__main__"):
            continue
        for value in list(vars(importlib.import_module(found.name)).values()):
            ours = getattr(value, "__module__", None) == found.name and hasattr(value, "cache_info")
            if ours and not inspect.signature(value).parameters:
                value()
    package.parse((_ROOT / "examples" / "opening_ceremony.txt").read_text(encoding="utf-8"))


if __name__ == "__main__":
    seen: set[Written] = set()
    re.compile = _recording(re.compile, seen)
    _compile_all()
    json.dump(sorted(seen), sys.stdout)
