"""What others rely on is pinned: names, codes, schemas, pickles."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import sys
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import jsonschema
import pytest

import thaigov_extract
from thaigov_extract import Release, find_dates, parse, parse_events
from thaigov_extract.models import DiagnosticCode
from thaigov_extract.schemas import MODELS, main, schema

ROOT = Path(__file__).parent.parent
PACKAGE = Path(thaigov_extract.__file__).parent
TEXT = "ปลัด มท. เปิดโครงการ\nวันอังคารที่ 10 พฤศจิกายน 2563\nวันนี้ (10 พ.ย. 63) เวลา 09.30 น. นายสมชาย ใจดี กล่าวว่า ดีแล้ว"


def example(name: str) -> Any:
    return schema(name)["examples"][0]


def test_public_names() -> None:
    assert sorted(thaigov_extract.__all__) == [
        "Attendance",
        "DateExpression",
        "Diagnostic",
        "DiagnosticCode",
        "Event",
        "FlagshipProject",
        "Item",
        "ItemList",
        "Official",
        "Participation",
        "Policy",
        "Position",
        "Release",
        "Span",
        "Statement",
        "ThaiDate",
        "TimeExpression",
        "TrainingModule",
        "Venue",
        "find_dates",
        "format_thai",
        "parse",
        "parse_events",
        "parse_flagship_projects",
        "parse_lists",
        "parse_many",
        "parse_officials",
        "parse_policies",
        "parse_training_modules",
        "read_thai_date",
        "to_buddhist",
        "to_gregorian",
    ]
    assert all(hasattr(thaigov_extract, name) for name in thaigov_extract.__all__)


def test_no_code_of_a_diagnostic_is_ever_lost() -> None:
    assert {code.value for code in DiagnosticCode} >= {
        "ambiguous_organisation",
        "ambiguous_person",
        "april_new_year",
        "count_mismatch",
        "empty_text",
        "epoch_header",
        "era_mismatch",
        "era_suspect",
        "era_unsupported",
        "html_input",
        "implausible_year",
        "impossible_date",
        "impossible_time",
        "lone_surrogate",
        "lunar_date",
        "malformed_year",
        "markdown_input",
        "missing_marker",
        "mojibake",
        "month_spelling",
        "no_reference",
        "no_such_thai_date",
        "proleptic_date",
        "recurring_date",
        "repeated_marker",
        "reversed_range",
        "skipped_number",
        "today_mismatch",
        "weekday_mismatch",
    }


def test_every_public_model_has_a_schema() -> None:
    public = {getattr(thaigov_extract, name) for name in thaigov_extract.__all__}
    assert set(MODELS.values()) == {model for model in public if hasattr(model, "model_json_schema")}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_committed_schema_is_fresh(name: str) -> None:
    committed = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert committed == schema(name), "run: python -m thaigov_extract.schemas schemas"


def test_no_schema_is_left_over() -> None:
    expected = {*(f"{name}.schema.json" for name in MODELS), "tables.json"}
    assert {path.name for path in (ROOT / "schemas").iterdir()} == expected


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_schema_is_valid_and_accepts_its_example(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    jsonschema.validate(example(name), schema(name), cls=jsonschema.Draft202012Validator)
    model = MODELS[name]
    assert model.model_validate(example(name)).model_dump(mode="json") == example(name)


@pytest.mark.parametrize("name", sorted(MODELS))
def test_a_schema_rejects_unknown_and_missing_fields(name: str) -> None:
    validator = jsonschema.Draft202012Validator(schema(name))
    assert not validator.is_valid({**example(name), "surprise": 1})
    assert not validator.is_valid({})


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_field_is_described(name: str) -> None:
    for field, info in MODELS[name].model_fields.items():
        assert info.description, f"{name}.{field}"


def test_schemas_are_written_once_and_then_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.schema.json").write_text("{}")
    assert main([str(tmp_path)]) == 1
    assert "removed" in capsys.readouterr().out
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_without_pyarrow_the_tables_are_left_alone_and_the_schemas_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "thaigov_extract.tables", None)
    (tmp_path / "tables.json").write_text("{}")
    assert main([str(tmp_path)]) == 1
    assert "tables.json is left as it is" in capsys.readouterr().err
    assert (tmp_path / "tables.json").read_text() == "{}"
    assert main([str(tmp_path)]) == 0


def test_models_take_less_than_they_write_and_nothing_more() -> None:
    assert Release.model_validate_json('{"id": "x"}') == Release(id="x")
    with pytest.raises(ValueError, match="Extra inputs are not permitted"):
        Release.model_validate_json('{"id": "x", "surprise": 1}')


def test_the_output_of_parse_is_valid() -> None:
    jsonschema.validate(
        json.loads(parse(TEXT).model_dump_json()), schema("release"), cls=jsonschema.Draft202012Validator
    )


def test_a_release_remembers_its_text_through_copies_and_pickles() -> None:
    release = parse(TEXT)
    pickled = pickle.loads(pickle.dumps(release))  # noqa: S301  (our own bytes)
    for same in (pickled, copy.copy(release), copy.deepcopy(release), release.model_copy()):
        assert same == release
        assert same.text == TEXT


def test_a_release_comes_back_from_its_json_without_the_text() -> None:
    release = parse(TEXT)
    back = Release.model_validate_json(release.model_dump_json())
    assert back.model_dump() == release.model_dump()
    assert back.text == ""


def test_a_release_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        parse(TEXT).title = "x"


def test_what_holds_a_list_has_no_hash_but_a_release_has() -> None:
    release = parse(TEXT)
    assert {release, Release.model_validate_json(release.model_dump_json())} == {release}
    with pytest.raises(TypeError, match="unhashable"):
        hash(release.officials[0])


def test_a_release_leaves_comparisons_with_others_to_them() -> None:
    assert parse(TEXT) == ANY
    assert parse(TEXT) != TEXT


@pytest.mark.parametrize("value", [None, b"text", 1, ["text"]], ids=lambda value: type(value).__name__)
def test_what_is_no_text_is_refused_by_name(value: Any) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        parse(value)


@pytest.mark.parametrize("read", [parse, find_dates, parse_events])
def test_the_reference_is_a_day(read: Callable[..., Any]) -> None:
    text = "นายสมชาย ใจดี เปิดงานปลาในวันที่ 1 มีนาคม"
    assert read(text, reference=datetime(2020, 5, 1, 9, 30)) == read(text, reference=date(2020, 5, 1))  # noqa: DTZ001
    with pytest.raises(TypeError, match="a date is wanted, not str"):
        read("ไม่มีวันที่", reference="2020-05-01")
    with pytest.raises(ValueError, match=r"2563-05-01 looks like .* the Buddhist era; did you mean 2020-05-01\?"):
        read("ไม่มีวันที่", reference=date(2563, 5, 1))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\u00a0"])
def test_an_empty_text_gives_an_empty_release_that_says_so(text: str) -> None:
    release = parse(text)
    assert [remark.code for remark in release.diagnostics] == ["empty_text"]
    assert release.model_dump(exclude={"id", "diagnostics", "schema_version"}, exclude_defaults=True) == {}


def test_the_same_text_has_the_same_id_and_another_text_another() -> None:
    assert parse(TEXT).id == parse(TEXT).id
    assert parse(TEXT).id != parse(TEXT + " ").id


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_spans_are_made_in_one_place_and_nothing_asks_the_clock_or_the_environment(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    named = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert path.name == "_source.py" or not called & {"Span", "models.Span"}
    assert not called & {"date.today", "datetime.now", "datetime.date.today", "datetime.datetime.now", "time.time"}
    assert "batch" in path.parts or not named & {"os.environ", "os.getenv"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_nothing_is_said_in_the_language_of_the_process(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    formats = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert not imported & {"month_name", "month_abbr", "day_name", "day_abbr"}
    assert formats.isdisjoint({"%A", "%a", "%B", "%b"})


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_a_room_says_what_it_is_at_the_door(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert docstring
    if path.name != "__init__.py" or path.parent != PACKAGE:
        assert [line[:5] for line in docstring.splitlines() if line[:5] in ("In:  ", "Out: ", "Not: ")] == [
            "In:  ",
            "Out: ",
            "Not: ",
        ]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_a_tuple_that_is_made_past_its_constructor_has_all_of_its_fields(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "made"):
        kind, values = call.args
        module = import_module(".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)))
        assert isinstance(values, ast.Tuple), ast.unparse(call)
        fields = len(getattr(module, ast.unparse(kind))._fields)
        # Of a starred value is seen only that it is there.
        starred = any(isinstance(value, ast.Starred) for value in values.elts)
        assert len(values.elts) <= fields if starred else len(values.elts) == fields, ast.unparse(call)
