"""Annotated releases, where they are at hand in `../shared`, and the scorer that belongs to them."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from thaigov_extract import parse

SHARED = Path(__file__).parent.parent.parent / "shared"
SETS = ("seeds", "dev", "dev.lists")


def gold_path(name: str) -> Path:
    return SHARED / "gold" / f"{name}.jsonl"


def at_hand() -> bool:
    return all(path.exists() for path in (SHARED / "tools" / "score.py", *map(gold_path, SETS)))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def corpus() -> Iterator[tuple[str, str]]:
    """Yield name and text of every release of the collection."""
    with gzip.open(SHARED / "corpus" / "releases.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            release = json.loads(line)
            yield release["file"], release["text"]


def seeds() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))}


def texts(files: Iterable[str]) -> dict[str, str]:
    """Return the texts of `files` by name."""
    wanted = set(files)
    known = seeds()
    if not wanted <= known.keys():
        known |= {name: text for name, text in corpus() if name in wanted}
    return {name: known[name] for name in sorted(wanted)}


@cache
def scorer() -> Any:
    """Return the module `score.py`, loaded by its path."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(name: str) -> dict[str, float]:
    """Return F1 per field on the gold set `name`, and their mean as `mean`."""
    score = scorer()
    tally = score.Tally()
    golds = read_lines(gold_path(name))
    found = texts(gold["file"] for gold in golds)
    for gold in golds:
        predicted = json.loads(parse(found[gold["file"]]).model_dump_json())
        score.score_one(tally, gold, predicted, gold["file"])
    fields = sorted({*tally.tp, *tally.fp, *tally.fn})
    rows: dict[str, float] = {field: tally.row(field)[2] for field in fields}
    starred = [rows[field] for field in score.HEADLINE if field in rows]
    return {**rows, "mean": sum(starred) / max(1, len(starred))}


def digest() -> str:
    """Return a digest of the gold sets, so that floors are compared with what they were measured on."""
    content = b"".join(gold_path(name).read_bytes() for name in SETS)
    return hashlib.sha256(content).hexdigest()
