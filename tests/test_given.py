"""What is given where releases are wanted is refused in the caller's words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import reload
from typing import Any

import pytest

from thaigov_extract import Release, exports, parse
from thaigov_extract.display import html, report

RELEASE = parse("กรมทดสอบ เปิดงาน")


def to_tables(releases: Any) -> Any:
    pytest.importorskip("pyarrow")
    from thaigov_extract import tables

    return tables.to_tables(releases)


@pytest.mark.parametrize("write", [exports.to_popolo, report, to_tables])
def test_one_release_is_not_many(write: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match=r"given as \[release\]"):
        write(RELEASE)
    with pytest.raises(TypeError, match="one Release is wanted, not dict"):
        write([RELEASE.model_dump()])


@pytest.mark.parametrize("write", [exports.to_jsonld, exports.to_spans, exports.to_label_studio, html])
def test_many_releases_are_not_one(write: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="one Release is wanted, not list"):
        write([RELEASE])


def test_tables_name_the_extra_that_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    from thaigov_extract import tables

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"install thaigov-extract\[tables\]"):
        reload(tables)


def test_a_docbin_names_the_extra_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ModuleNotFoundError, match=r"install thaigov-extract\[spacy\]"):
        exports.to_docbin([RELEASE])


def test_no_releases_are_many() -> None:
    nothing: list[Release] = []
    assert exports.to_popolo(nothing)["persons"] == []
