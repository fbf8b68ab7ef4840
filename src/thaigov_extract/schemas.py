"""Publish the models as JSON Schemas, and the columns of the tables.

In:   the models, and an example of each from `data/examples.json`; the tables, where pyarrow is installed.
Out:  one JSON Schema 2020-12 per public model, and `tables.json`, the same bytes every time.
      `python -m thaigov_extract.schemas DIR` writes them all, and reports what changed.
Not:  what a field means; the models say that.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from inspect import getdoc
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from thaigov_extract import models

MODELS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "attendance": models.Attendance,
        "date_expression": models.DateExpression,
        "diagnostic": models.Diagnostic,
        "event": models.Event,
        "flagship_project": models.FlagshipProject,
        "item": models.Item,
        "item_list": models.ItemList,
        "official": models.Official,
        "participation": models.Participation,
        "policy": models.Policy,
        "position": models.Position,
        "release": models.Release,
        "span": models.Span,
        "statement": models.Statement,
        "time_expression": models.TimeExpression,
        "training_module": models.TrainingModule,
        "venue": models.Venue,
    }
)
"""Every public model by the name of its schema."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of what `parse` writes for the model `name`.

    Raises:
        KeyError: if there is no such model.
    """
    model = MODELS[name]
    body = model.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:thaigov-extract:schema:v1:{name}",
        "title": model.__name__,
        "description": getdoc(model),
        "examples": [_examples()[name]],
        **{key: value for key, value in body.items() if key not in ("title", "description")},
    }


def tables() -> dict[str, dict[str, dict[str, str]]]:
    """Return the columns of each table, by the name of the table: their Arrow types, and what they hold.

    Raises:
        ModuleNotFoundError: if pyarrow is not installed.
    """
    from thaigov_extract.tables import batch_schemas, description  # noqa: PLC0415  (needs an extra)

    return {
        name: {field.name: {"type": str(field.type), "description": description(field)} for field in columns}
        for name, columns in batch_schemas().items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every schema into a folder; return 1 if any file there was missing, stale or unknown.

    Without pyarrow, `tables.json` is left as it is.
    """
    parser = argparse.ArgumentParser(prog="python -m thaigov_extract.schemas", description=main.__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    expected = {f"{name}.schema.json": _text(schema(name)) for name in MODELS}
    try:
        expected["tables.json"] = _text(tables())
    except ModuleNotFoundError as error:
        sys.stderr.write(f"tables.json is left as it is: {error}\n")
    changed = 0
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in expected:
            path.unlink()
            changed += _report("removed", path)
    for name, text in expected.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed += _report("written", path)
    return 1 if changed else 0


def _report(verb: str, path: Path) -> int:
    sys.stdout.write(f"{verb} {path}\n")
    return 1


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


@cache
def _examples() -> dict[str, Any]:
    content = (files("thaigov_extract") / "data" / "examples.json").read_text(encoding="utf-8")
    return dict(json.loads(content))


if __name__ == "__main__":
    sys.exit(main())
