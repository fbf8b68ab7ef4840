"""What `parse` promises to whoever hands it a text of strangers; SECURITY.md says it in words."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from texts import COMPOSED

import thaigov_extract
from thaigov_extract._people.glued import name_lists
from tools.patterns import Written, parser, written

PACKAGE = Path(thaigov_extract.__file__).parent
MOST = 2_000
"""How often a repeat may run, counted with the repeats that it stands in: at most this many steps from one place."""

TEXTS = [*COMPOSED.values()]
GLUED = "นายสมชายรักไทย อธิบดีกรมที่ดิน กล่าวว่า ดีแล้ว"
"""A name without a space, for which lists of names are asked."""


@pytest.fixture(scope="module")
def compiled() -> list[Written]:
    return written()


def _python(script: str, given: str, **environment: str) -> str:
    """Return what a script beside this test prints in a fresh process that imports the same package."""
    done = subprocess.run(  # noqa: S603  (our own scripts)
        [sys.executable, "-X", "utf8", Path(__file__).with_name(script)],
        input=given,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call that the package makes, with its file."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def test_every_pattern_is_seen(compiled: list[Written]) -> None:
    unseen = [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if ast.unparse(call.func) == "re.compile"
        and not any(
            one.file == str(path) and call.lineno <= one.line <= (call.end_lineno or call.lineno) for one in compiled
        )
    ]
    assert unseen == []
    assert len(compiled) > 100


def test_patterns_are_made_nowhere_else() -> None:
    """A pattern that `re.sub` and its like compile on the way is written out in full: nothing is put into it."""
    searches = "sub|subn|split|findall|finditer|search|match|fullmatch"
    loose = [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if re.fullmatch(rf"re\.({searches})", ast.unparse(call.func)) and not isinstance(call.args[0], ast.Constant)
    ]
    assert loose == []


def _repeats(part: Any, around: int = 1) -> Iterator[tuple[bool, int, int, Any]]:
    """Yield `(possessive, most, most with all repeats around it, what)` for every repeat in a parsed pattern."""
    for operation, argument in part:
        if operation in (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT):
            _, most, what = argument
            yield operation is parser.POSSESSIVE_REPEAT, most, most * around, what
            yield from _repeats(what, around * most if most > 1 else around)
        else:
            yield from _repeats_inside(argument, around)


def _repeats_inside(argument: Any, around: int) -> Iterator[tuple[bool, int, int, Any]]:
    if isinstance(argument, parser.SubPattern):
        yield from _repeats(argument, around)
    elif isinstance(argument, (tuple, list)):
        for part in argument:
            yield from _repeats_inside(part, around)


def _leaves_no_choice(part: Any) -> bool:
    """Tell whether `part` is single characters and possessive repeats: there is nothing to go back to."""
    return all(
        operation in (parser.IN, parser.LITERAL, parser.NOT_LITERAL, parser.ANY)
        or (operation is parser.POSSESSIVE_REPEAT and _leaves_no_choice(argument[2]))
        for operation, argument in part
    )


def test_every_repeat_is_bounded_or_possessive(compiled: list[Written]) -> None:
    for one in compiled:
        for possessive, most, _, what in _repeats(one.tree()):
            assert most < parser.MAXREPEAT or (possessive and _leaves_no_choice(what)), (one.name, what)


def test_repeats_within_repeats_stay_small(compiled: list[Written]) -> None:
    for one in compiled:
        for _, most, product, what in _repeats(one.tree()):
            assert most == parser.MAXREPEAT or product <= MOST, (one.name, product, what)


def test_a_letter_of_thai_is_spelt_in_one_way(compiled: list[Written]) -> None:
    assert {one.name for one in compiled if re.search(r"\\u0e00|ก-(?![ฮ๎])", one.pattern)} == set()


def test_parse_asks_the_system_for_nothing() -> None:
    """No file, no network, no process, no import, no code: tables are read at the first use, and nothing after it."""
    phases = json.loads(
        _python("audited.py", json.dumps([*TEXTS, GLUED, *(f"{text}\nจบ" for text in (*TEXTS, GLUED))]))
    )
    assert {event for event, _ in phases["later"]} <= {"array.__new__", "builtins.id"}


def test_the_seed_of_hashes_does_not_matter() -> None:
    first, second = (_python("dumps.py", json.dumps(TEXTS), PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert len(first.splitlines()) == len(TEXTS) > 0
    assert first == second


def test_the_first_parse_only_reads_what_is_installed(tmp_path: Path) -> None:
    """Even where there is no home to write to."""
    phases = json.loads(_python("audited.py", json.dumps([GLUED, GLUED]), HOME=str(tmp_path / "none")))
    kinds = {event for event, _ in phases["first"]}
    assert not {
        kind for kind in kinds if re.match("socket|subprocess|os[.](?!listdir|scandir)|pickle|shutil|ctypes", kind)
    }
    opened = [what for event, what in phases["first"] if event == "open"]
    assert any("names_th.txt" in what for what in opened)
    assert [what for what in opened if not what.endswith(("'r')", "'rb')", "None)"))] == []
    assert not (tmp_path / "none").exists()


def test_lists_of_names_are_those_of_pythainlp() -> None:
    """They are read from its files, since importing it writes to the caller's home."""
    corpus = pytest.importorskip("pythainlp.corpus")
    assert name_lists() == (corpus.thai_male_names() | corpus.thai_female_names(), corpus.thai_family_names())


@pytest.mark.parametrize("builtin", ["eval", "exec", "compile", "__import__", "open", "input"])
def test_nothing_between_text_and_release_calls(builtin: str) -> None:
    """The border, which writes files and reads arguments, is `batch`, `__main__` and `schemas`."""
    border = {"batch", "__main__.py", "schemas.py"}
    calls = [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if border.isdisjoint(path.relative_to(PACKAGE).parts)
        and isinstance(call.func, ast.Name)
        and call.func.id == builtin
    ]
    assert calls == []
