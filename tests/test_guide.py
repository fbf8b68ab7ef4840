"""Every Python block of the guide and the READMEs runs, and prints what the comments behind its `print` say."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest

pytest.importorskip("sybil", reason="the guide is run where the extra `docs` is installed")

from sybil import Sybil
from sybil.example import Example
from sybil.parsers.markdown import CodeBlockParser, SkipParser

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def evaluate(example: Example) -> None:
    """Run a block in the names of its page; what it prints must be, in order, what its comments say."""
    block = str(example.parsed)
    printed = io.StringIO()
    code = compile("\n" * (example.line - 1) + block, str(example.path), "exec", dont_inherit=True)
    with contextlib.redirect_stdout(printed):
        exec(code, example.namespace)  # noqa: S102  (our own guide)
    lines = iter(printed.getvalue().splitlines())
    for said in re.findall(r"^print\(.{1,200}\) {2,80}# (.{1,200})$", block, re.MULTILINE):
        assert said in lines, f"{example.path}:{example.line}: nothing prints {said!r}: {printed.getvalue()}"


guide = Sybil(parsers=[CodeBlockParser("python", evaluate), SkipParser()], path=str(ROOT))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder such as the guide speaks of, which is also where its code runs."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "examples", tmp_path / "releases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page(page: Path) -> None:
    if page.name == "scale.md":
        pytest.importorskip("duckdb")
    document: Any = guide.parse(page)
    for example in document.examples():
        with contextlib.suppress(SkipTest):
            example.evaluate()


def test_the_guide_has_code() -> None:
    blocks = sum(page.read_text(encoding="utf-8").count("```python") for page in PAGES)
    assert blocks > 20
