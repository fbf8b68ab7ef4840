"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import unkept
from texts import SHOWN

from thaigov_extract import parse
from thaigov_extract._terminal import release_lines

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.th.md"]


def block(readme: Path, language: str) -> str:
    """Return the first fenced block in `language`."""
    found = re.search(rf"^```{language}\n(.*?)^```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_output_shown_is_the_beginning_of_the_output(readme: Path) -> None:
    shown = block(readme, "text").splitlines()
    assert list(release_lines(parse(SHOWN), columns=100))[: len(shown)] == shown


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_python_shown_prints_what_its_comments_say(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert unkept(block(readme, "python"), {}, path=readme) == []
