"""The documents name what is there: links, paths, tables, commands, extras, and every word of the contract."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

import thaigov_extract
from thaigov_extract import DiagnosticCode, models
from thaigov_extract.__main__ import main
from thaigov_extract.batch.command import DONE, INTERRUPTED, REJECTS, TERMINATED, UNUSABLE
from thaigov_extract.schemas import MODELS
from tools.tables import TABLES

ROOT = Path(__file__).parent.parent
INSTALLED = Path(thaigov_extract.__path__[0]).parent
DOCUMENTS = {path.relative_to(ROOT).as_posix(): path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))}
ANYWHERE = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS.values())


def text_of(name: str) -> str:
    return DOCUMENTS[name].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file(name: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]{1,300})(?:#[^)\s]{0,200})?\)", text_of(name))
    inside = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in inside if not (DOCUMENTS[name].parent / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_of_the_project_is_there(name: str) -> None:
    folders = "src|tests|tools|docs|fuzz|benchmarks|schemas|examples|requirements|[.]ci"
    paths = re.findall(rf"`((?:{folders})/[\w./*-]{{0,80}})", text_of(name))
    assert [path for path in paths if not _is_there(path.rstrip("/"))] == []


def _is_there(path: str) -> bool:
    # The package may be tested as it was installed, without the folder of its source.
    package = path.removeprefix("src/")
    return any(ROOT.glob(path)) or (package != path and any(INSTALLED.glob(package)))


def test_every_table_is_listed() -> None:
    assert [table for table in TABLES if f"`{table}.tsv`" not in text_of("docs/phrases.md")] == []


@pytest.mark.parametrize("page", ["docs/contract.md", "docs/th/contract.md"])
@pytest.mark.parametrize("kinds", ["DateKind", "InferredPart", "Qualifier", "Role", "EventKind", "PolicyKind"])
def test_the_contract_names_every_kind(kinds: str, page: str) -> None:
    assert [kind for kind in get_args(getattr(models, kinds)) if f"`{kind}`" not in text_of(page)] == []


@pytest.mark.parametrize("page", ["docs/contract.md", "docs/th/contract.md"])
def test_the_contract_names_every_code_model_and_field(page: str) -> None:
    named = [code.value for code in DiagnosticCode]
    for model in MODELS.values():
        named += [model.__name__, *model.model_fields]
    assert [name for name in named if f"`{name}`" not in text_of(page)] == []


def test_the_api_reference_has_every_module_and_name_that_the_documents_import() -> None:
    page = text_of("docs/api.md")
    shown = dict(re.findall(r"^::: ([\w.]+)$(?:\n    options:\n      members: \[(.{1,400})\]$)?", page, re.MULTILINE))
    imported = set(re.findall(r"^from (thaigov_extract\.[\w.]+) import ([\w, ]{1,200})$", ANYWHERE, re.MULTILINE))
    assert {module for module, _ in imported} <= shown.keys()
    absent = {module: names for module, names in imported if not _holds(shown[module], names)}
    assert absent == {}


def _holds(members: str, names: str) -> bool:
    return not members or set(names.split(", ")) <= set(members.split(", "))


@pytest.mark.parametrize("page", ["docs/scale.md", "docs/th/quickstart.md"])
def test_every_exit_status_of_a_batch_is_told(page: str) -> None:
    rows = re.findall(r"^\| ([\d, ]{1,20}) \|", text_of(page), re.MULTILINE)
    told = {int(code) for row in rows for code in row.split(",")}
    assert told == {DONE, UNUSABLE, REJECTS, INTERRUPTED, TERMINATED}


@pytest.mark.parametrize("name", ["README.md", "README.th.md", "docs/quickstart.md", "docs/th/quickstart.md"])
def test_every_command_is_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    commands = re.findall(r"^    ([a-z]+) ", capsys.readouterr().err, re.MULTILINE)
    assert len(commands) > 4
    assert [command for command in commands if f"{command} " not in text_of(name)] == []


def test_every_extra_that_is_named_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {
        extra
        for extras in re.findall(r"(?:thaigov-extract|\.)\[([a-z,]+)\]|--extra ([a-z]+)|[Ee]xtra `([a-z]+)`", ANYWHERE)
        for extra in ",".join(extras).split(",")
        if extra
    }
    assert {"batch", "dev", "spark"} <= named <= project["optional-dependencies"].keys()
