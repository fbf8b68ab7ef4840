"""Every pattern that the package compiles: where, with what, and its parse tree.

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
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import regex

Pattern: TypeAlias = re.Pattern[str] | regex.Pattern[str]
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
    engine: str
    """`re` or `regex`."""
    pattern: str
    flags: int

    def compiled(self) -> Pattern:
        """Return the pattern, compiled again."""
        made: Pattern = importlib.import_module(self.engine).compile(self.pattern, self.flags)
        return made

    def tree(self) -> Tree:
        """Return the parse tree; patterns of `regex` keep to the syntax that `re` reads, too."""
        # `regex` lets several groups have one name.
        named: Counter[str] = Counter()

        def numbered(group: re.Match[str]) -> str:
            named[group[1]] += 1
            return group[0] if named[group[1]] == 1 else f"(?P<{group[1]}_{named[group[1]]}>"

        known = re.VERBOSE | re.IGNORECASE | re.MULTILINE | re.DOTALL | re.ASCII
        return parser.parse(re.sub(r"\(\?P<(\w+)>", numbered, self.pattern), self.flags & int(known))


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


def _recording(compiler: Callable[..., Any], engine: str, seen: set[Written]) -> Callable[..., Any]:
    """Return `compiler`, noting in `seen` who calls it with what."""

    def recorded(pattern: object, flags: int = 0, **options: object) -> object:
        frame = sys._getframe(1)  # noqa: SLF001  (documented, for this)
        module = frame.f_globals["__name__"]
        if isinstance(pattern, str) and module.startswith(f"{_PACKAGE}."):
            room = module.removeprefix(f"{_PACKAGE}.")
            function = frame.f_code.co_qualname.partition(".<locals>")[0]
            name = f"{room}:{frame.f_lineno}" if function == "<module>" else f"{room}.{function}"
            seen.add(Written(frame.f_code.co_filename, frame.f_lineno, name, engine, pattern, int(flags)))
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
    for module in (re, regex):
        module.compile = _recording(module.compile, module.__name__, seen)  # type: ignore[attr-defined]
    _compile_all()
    json.dump(sorted(seen), sys.stdout)
