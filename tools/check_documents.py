"""Check that every relative link in the Markdown files leads to a file of the project."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def broken_links(document: Path) -> list[str]:
    """Return the links of `document` that lead nowhere."""
    targets = re.findall(r"\]\(([^)#\s]{1,300})(?:#[^)\s]{0,200})?\)", document.read_text(encoding="utf-8"))
    return [t for t in targets if "://" not in t and not t.startswith("mailto:") and not (document.parent / t).exists()]


def main() -> int:
    """Print broken links; return 1 if there are any."""
    documents = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    broken = [f"{document.relative_to(ROOT)}: {link}" for document in documents for link in broken_links(document)]
    print("\n".join(broken) or f"{len(documents)} documents, every link leads to a file")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
