"""Print the shell commands of a README, in order: `readme_commands.py README.md`."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def commands(document: str) -> str:
    """Return the content of every fenced block marked `sh`."""
    return "".join(re.findall(r"^```sh\n(.*?)^```$", document, re.MULTILINE | re.DOTALL))


if __name__ == "__main__":
    sys.stdout.write(commands(Path(sys.argv[1]).read_text(encoding="utf-8")))
