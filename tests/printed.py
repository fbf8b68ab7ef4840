"""What a program of the guide says that it prints: the comment behind each `print`."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any


def unkept(program: str, names: dict[str, Any], *, path: Path, line: int = 1) -> list[str]:
    """Run `program`, which stands at `line` of `path`; return what it says that it prints but does not, in order."""
    printed = io.StringIO()
    # The empty lines in front give a traceback the line of the page.
    code = compile("\n" * (line - 1) + program, str(path), "exec", dont_inherit=True)
    with contextlib.redirect_stdout(printed):
        exec(code, names)  # noqa: S102  (our own guide)
    lines = iter(printed.getvalue().splitlines())
    claims = re.findall(r"^print\(.{1,200}\) {2,80}# (.{1,200})$", program, re.MULTILINE)
    return [said for said in claims if said not in lines]
