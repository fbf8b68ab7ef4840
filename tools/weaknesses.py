"""Say what `pip-audit --format json` found, and of how many packages it knew anything: `weaknesses.py REPORT`."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Print the known weaknesses; return 1 if there are any."""
    report = Path(sys.argv[1]).read_text(encoding="utf-8")
    packages = json.loads(report)["dependencies"] if report.strip() else []
    known = [package for package in packages if "vulns" in package]
    if not known:
        print("no list of known weaknesses can be reached from here: skipped, nothing was audited")
        return 0
    weak = [(package["name"], package["version"], found["id"]) for package in known for found in package["vulns"]]
    for name, version, weakness in weak:
        print(f"{name} {version}: {weakness}")
    print(f"{len(known)} of {len(packages)} packages audited, {len(weak)} known weaknesses")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
