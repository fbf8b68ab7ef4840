"""Show what a change does to real releases: gained, lost and changed values against another revision.

usage: compare.py REV [--limit N]

Parses the releases named in `compare_sample.tsv`, whose texts are in `../shared` and not in this repository, with the
code of REV and with the code as it stands. Prints each difference with sixty characters of context, counts per field,
and the milliseconds of CPU time per release. Exit status 0 whatever the difference: it is to be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import gold

ROOT = Path(__file__).parent.parent
SAMPLE = Path(__file__).with_name("compare_sample.tsv")
CONTEXT = 60
"""Characters of the text around a difference."""

Facts = dict[tuple[str, str], tuple[str, int]]
"""A value and where it stands, by field and by what makes it the same value in both revisions."""


def sample() -> dict[str, str]:
    """Return the texts of the sample by name; one that has changed since it was listed is left out."""
    digests = dict(line.rsplit("\t", 1) for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    return {name: text for name, text in gold.corpus() if name in digests and digest(text).startswith(digests[name])}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def facts(release: dict[str, Any]) -> Facts:
    """Return the values of a dumped release."""
    return {(field, key): (value, at) for field, key, value, at in _facts(release)}


def _facts(release: dict[str, Any]) -> Iterator[tuple[str, str, str, int]]:
    yield "title", "", release["title"], 0
    yield "published", "", _edtf(release["published"]), 0
    yield "source_url", "", str(release["source_url"]), 0
    for field, shown in (
        ("dates", lambda x: f"{x['edtf']} {x['kind']} {x['conflict'] or ''}"),
        ("times", lambda x: f"{x['start']} {x['end'] or ''}"),
        ("training_modules", lambda x: f"{x['number'] or '-'} {x['title']} / {x['title_en'] or ''}"),
        ("flagship_projects", lambda x: f"{x['number'] or '-'} {x['name']}"),
        ("events", _event),
        ("policies", lambda x: f"{x['kind']} {x['name']} / {x['issuer']} / {_edtf(x['period'])}"),
    ):
        for value in release[field]:
            yield field, str(value["span"]["start"]), shown(value).strip(), value["span"]["start"]
    for policy in release["policies"]:
        yield from _items(policy["items"])
    for official in release["officials"]:
        at = official["mentions"][0]["start"]
        yield "officials", official["name"], f"{official['prefix'] or ''} quoted={official['quoted']}", at
        for position in official["positions"]:
            yield "positions", f"{official['name']}: {position['text']}", position["title"], position["span"]["start"]
    for remark in release["diagnostics"]:
        at = remark["span"]["start"] if remark["span"] else 0
        yield "diagnostics", f"{remark['code']} {at}", "", at


def _edtf(expression: dict[str, Any] | None) -> str:
    return expression["edtf"] if expression else "-"


def _event(event: dict[str, Any]) -> str:
    roles = ", ".join(f"{who['name']}={who['role']}" for who in event["participants"])
    time_of_day = event["time"]["start"] if event["time"] else "-"
    venue = event["venue"]["text"] if event["venue"] else "-"
    count = event["attendance"]["count"] if event["attendance"] else "-"
    return f"{event['kind']} {event['name']} / {_edtf(event['when'])} {time_of_day} / {venue} / {roles} / {count}"


def _items(items: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, int]]:
    for item in items:
        yield "items", str(item["span"]["start"]), f"{item['number'] or '-'} {item['text'][:80]}", item["span"]["start"]
        yield from _items(item["items"])


def differences(before: Facts, after: Facts) -> Iterator[tuple[str, str, str, int]]:
    """Yield field, kind of difference, what differs, and where."""
    for (field, key), (value, at) in after.items():
        old = before.get((field, key))
        if old is None:
            yield field, "gained", f"{'' if key.isdigit() else key} {value}".strip(), at
        elif old[0] != value:
            yield field, "changed", f"{old[0]}  ->  {value}", at
    for (field, key), (value, at) in before.items():
        if (field, key) not in after:
            yield field, "lost", f"{'' if key.isdigit() else key} {value}".strip(), at


def dump(folder: Path) -> None:
    """Parse the sample with whatever code is first on the path, and write what it says."""
    from thaigov_extract import parse

    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    parse(next(iter(texts.values())))
    began = time.process_time()
    releases = {name: parse(text) for name, text in texts.items()}
    spent = time.process_time() - began
    found = {name: json.loads(release.model_dump_json()) for name, release in releases.items()}
    print(json.dumps({"milliseconds": 1000 * spent / len(texts), "found": found}))


def run(source: Path, folder: Path) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"}
    child = subprocess.run(  # noqa: S603  (this very script)
        [sys.executable, __file__, "--dump", str(folder)], env=environment, check=True, stdout=subprocess.PIPE
    )
    return dict(json.loads(child.stdout))


def checked_out(revision: str, folder: Path) -> Path:
    """Lay the sources of `revision` out in `folder` and return their place."""
    archive = subprocess.run(  # noqa: S603
        ["git", "archive", revision, "src"],  # noqa: S607  (whatever git is on the path)
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as tree:
        tree.extractall(folder, filter="data")
    return folder / "src"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision", nargs="?", default="HEAD", help="the revision to compare with (HEAD)")
    parser.add_argument("--limit", type=int, default=20, help="differences shown per field and kind (20)")
    parser.add_argument("--dump", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.dump:
        dump(options.dump)
        return 0
    if not gold.at_hand():
        print("no releases at hand")
        return 0
    texts = sample()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        before = run(checked_out(options.revision, folder), folder)
        after = run(ROOT / "src", folder)
    show(texts, before, after, options.limit)
    return 0


def show(texts: dict[str, str], before: dict[str, Any], after: dict[str, Any], limit: int) -> None:
    """Print the differences field by field, the counts last."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name, text in texts.items():
        for field, kind, what, at in differences(facts(before["found"][name]), facts(after["found"][name])):
            around = " ".join(text[max(0, at - CONTEXT // 2) : at + CONTEXT // 2].split())
            groups.setdefault((field, kind), []).append(f"  {what}\n      …{around}…  [{name}]")
    for (field, kind), found in sorted(groups.items()):
        print(f"\n{field}: {len(found)} {kind}")
        print("\n".join(found[:limit]))
    print()
    for (field, kind), found in sorted(groups.items()):
        print(f"{field:20} {kind:8} {len(found):6}")
    print(f"{len(texts)} releases; {before['milliseconds']:.2f} ms each before, {after['milliseconds']:.2f} ms after")


if __name__ == "__main__":
    sys.exit(main())
