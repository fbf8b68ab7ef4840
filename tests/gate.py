"""Hold the scores on annotated releases above their floors.

usage: gate.py [--raise] [--accept-loss REASON]

Prints every field of every gold set beside its floor, and fails if one falls more than the tolerance below. `--raise`
pins the floors that have risen, `--accept-loss` pins those that have fallen too and keeps the reason in `floors.json`.
Floors belong to one state of the gold: where its digest differs, they must be pinned again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gold import SETS, at_hand, digest, scores

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.002
"""Less than one value costs in nearly every field."""

Scores = dict[str, dict[str, float]]


def losses(floors: Scores, measured: Scores, tolerance: float = TOLERANCE) -> list[str]:
    """Return one line for each field that is below its floor or not measured any more."""
    return [
        f"{name} {field}: {measured.get(name, {}).get(field, 0.0):.4f} is below its floor {floor:.4f}"
        for name, fields in floors.items()
        for field, floor in fields.items()
        if measured.get(name, {}).get(field, 0.0) < floor - tolerance
    ]


def raised(floors: Scores, measured: Scores) -> Scores:
    """Return floors that are nowhere lower than before, and as high as measured where that is higher."""
    return {
        name: {field: max(value, floors.get(name, {}).get(field, 0.0)) for field, value in fields.items()}
        | {field: floor for field, floor in floors.get(name, {}).items() if field not in fields}
        for name, fields in measured.items()
    }


def rounded(measured: Scores) -> Scores:
    return {name: {field: round(value, 4) for field, value in fields.items()} for name, fields in measured.items()}


def report(floors: Scores, measured: Scores) -> str:
    return "\n".join(
        f"{name:10} {field:24} {value:7.4f}  floor {floors.get(name, {}).get(field, 0.0):7.4f}"
        for name, fields in measured.items()
        for field, value in fields.items()
    )


def judge(kept: dict[str, Any], measured: Scores, gold: str) -> list[str]:
    """Return everything that speaks against the measured scores."""
    if kept.get("gold") != gold:
        return ["the gold has changed since the floors were pinned: read the scores, then pin them again"]
    return losses(kept["floors"], measured)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin floors that have risen")
    parser.add_argument("--accept-loss", metavar="REASON", help="pin the scores as they are, with a reason")
    options = parser.parse_args(arguments)
    if not at_hand():
        print("no annotated releases at hand")
        return 0
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "losses": []}
    measured = rounded({name: scores(name) for name in SETS})
    print(report(kept["floors"], measured))
    gold = digest()
    wrong = judge(kept, measured, gold)
    if options.accept_loss:
        kept = {"gold": gold, "floors": measured, "losses": [*kept["losses"], options.accept_loss]}
    elif options.pin and not losses(kept["floors"], measured):
        kept = {"gold": gold, "floors": raised(kept["floors"], measured), "losses": kept["losses"]}
    else:
        print("\n".join(wrong) or "no score is below its floor")
        return 1 if wrong else 0
    FLOORS.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"pinned in {FLOORS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
