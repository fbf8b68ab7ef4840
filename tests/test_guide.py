"""Every Python block of the guide and the READMEs runs, and prints what the comments behind its `print` say."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest

pytest.importorskip("sybil", reason="the guide is run where the extra `docs` is installed")

from printed import unkept
from sybil import Sybil
from sybil.example import Example
from sybil.parsers.markdown import CodeBlockParser, SkipParser

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def evaluate(example: Example) -> None:
    """Run a block in the names of its page."""
    assert unkept(str(example.parsed), example.namespace, path=Path(example.path), line=example.line) == []


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
