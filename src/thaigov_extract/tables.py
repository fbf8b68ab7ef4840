"""Lay releases out as Arrow tables.

In:   releases, or a RecordBatch with a column of texts.
Out:  flat tables keyed by `release_id`, or the batch with its texts replaced by releases.
Not:  files and processes; `batch` reads and writes, and any engine can map `extract_batch`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from thaigov_extract._given import each
from thaigov_extract._parse import parse_many
from thaigov_extract.models import Item, Participation, Release, officials_by_name

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("tables need pyarrow: install thaigov-extract[tables]", name=error.name) from error

__all__ = [
    "batch_schemas",
    "extract_batch",
    "flatten",
    "output_schema",
    "release_type",
    "table_schemas",
    "to_array",
    "to_tables",
]

_SCALARS: Mapping[type, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int64(),
    date: pa.date32(),
    # Of Arrow's four types of time, the one that Spark reads too.
    time: pa.time64("ns"),
}

_SINGULAR: Mapping[str, str] = {
    "dates": "date",
    "times": "time",
    "events": "event",
    "participants": "participant",
    "officials": "official",
    "positions": "position",
    "mentions": "mention",
    "statements": "statement",
    "policies": "policy",
    "items": "item",
    "training_modules": "module",
    "flagship_projects": "project",
    "hashtags": "hashtag",
    "diagnostics": "diagnostic",
}
"""Every list that becomes a table of its own, and what one row of it is called; any other list stays a column."""

_VALUES = frozenset({"dates", "times", "mentions", "hashtags"})
"""Tables of bare values: their columns carry the name of the row (`date_start`), as in `events` (`when_start`)."""

_Column = tuple[pa.Field, pa.Array]


def _described(name: str, kind: pa.DataType, said: str) -> pa.Field:
    return pa.field(name, kind, metadata={"description": said})


def description(field: pa.Field) -> str:
    """Return what a field says of itself; that of a column which another engine gave back is empty."""
    said: bytes = (field.metadata or {}).get(b"description", b"")
    return said.decode()


_SOURCES = pa.schema(
    [
        _described("release_id", pa.string(), "The release that the text gave; equal texts give one release."),
        _described("source", pa.string(), "File, row or line that the text came from."),
    ]
)
"""Where each text stood; releases that are not read from files have no such rows."""


def to_tables(releases: Iterable[Release]) -> dict[str, pa.Table]:
    """Return `releases` as flat tables by name, each keyed by `release_id` and the number of the row in its list.

    The same text has the same id, so that releases of equal texts give one row.

    Raises:
        ValueError: if two of one text differ: they were read with different references, or by different versions.
    """
    kept: dict[str, Release] = {}
    for release in each(releases):
        if release != kept.setdefault(release.id, release):
            raise ValueError(f"two releases of one text differ, as by their reference: {release.id}")
    return flatten(to_array(kept.values()))


def extract_batch(batch: pa.RecordBatch, *, text_column: str = "text", reference: date | None = None) -> pa.RecordBatch:
    """Return `batch` with the column of texts replaced by `release`, a struct with all that `parse` reads.

    Args:
        batch: any batch with a column of strings; a null text gives a null release.
        text_column: the name of that column.
        reference: as for `parse`.

    Raises:
        TypeError: if `reference` is no date.
        ValueError: as `output_schema` does, or if the year of `reference` is one of the Buddhist era.
    """
    schema = output_schema(batch.schema, text_column=text_column)
    texts = batch.column(text_column).to_pylist()
    parsed = parse_many([text for text in texts if text is not None], reference=reference)
    releases = to_array(None if text is None else next(parsed) for text in texts)
    kept = [column for name, column in zip(batch.schema.names, batch.columns, strict=True) if name != text_column]
    return pa.RecordBatch.from_arrays([*kept, releases], schema=schema)


def output_schema(schema: pa.Schema, *, text_column: str = "text") -> pa.Schema:
    """Return the schema of what `extract_batch` makes of batches with `schema`.

    Raises:
        ValueError: if `schema` has no column of texts, more than one of that name, or a `release` already.
    """
    found = [field.type for field in schema if field.name == text_column]
    if len(found) != 1:
        raise ValueError(f"{'more than one' if found else 'no'} column {text_column!r} among {schema.names}")
    if not _holds_texts(found[0]):
        raise ValueError(f"the column {text_column!r} holds no texts, but {found[0]}")
    kept = [field for field in schema if field.name != text_column]
    if any(field.name == "release" for field in kept):
        raise ValueError("the batch has a column 'release' already")
    return pa.schema([*kept, pa.field("release", release_type())])


def _holds_texts(kind: pa.DataType) -> bool:
    """Tell whether a column of `kind` can be given to `parse`: a column of nulls has no type of its own."""
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    types = pa.types
    return any(is_one(kind) for is_one in (types.is_string, types.is_large_string, types.is_string_view, types.is_null))


@cache
def release_type() -> pa.StructType:
    """Return the Arrow type of a release, derived from the models.

    Arrow has no recursive types: nested items stand in one list, in text order, with the number of their parent. A
    participant has the number of the official of that name, so that tables join without comparing names.
    """
    return _arrow_type(Release)


@cache
def table_schemas() -> Mapping[str, pa.Schema]:
    """Return the schema of each table that `to_tables` makes; the metadata of each field holds its `description`."""
    return {name: table.schema for name, table in flatten(pa.nulls(0, release_type())).items()}


@cache
def batch_schemas() -> Mapping[str, pa.Schema]:
    """Return the schema of each table that a batch writes, parents before children: `table_schemas`, and `sources`."""
    return {**table_schemas(), "sources": _SOURCES}


def to_array(releases: Iterable[Release | None]) -> pa.StructArray:
    """Return `releases` as an array of `release_type`."""
    return pa.array([None if release is None else _row(release) for release in releases], type=release_type())


def flatten(releases: pa.StructArray) -> dict[str, pa.Table]:
    """Return the flat tables of an array of `release_type`; a null release has no rows."""
    releases = releases.drop_null()
    key = _described("release_id", pa.string(), "The release: a digest of its text.")
    return dict(_tables("releases", releases, [(key, pc.struct_field(releases, "id"))]))


def _arrow_type(annotation: object) -> pa.DataType:
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _arrow_type(arguments[0])
        case origin if origin is Literal:
            return pa.string()
        case origin if origin in (Union, UnionType):
            (written,) = (argument for argument in arguments if argument is not NoneType)
            return _arrow_type(written)
        case origin if origin is list:
            return pa.list_(_arrow_type(arguments[0]))
    if not isinstance(annotation, type):
        raise TypeError(f"no Arrow type for {annotation!r}")
    if issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    return pa.string() if issubclass(annotation, Enum) else _SCALARS[annotation]


def _fields(model: type[BaseModel]) -> Iterator[pa.Field]:
    for name, field in model.model_fields.items():
        if not (model is Item and name == "items"):
            yield _described(name, _arrow_type(field.annotation), field.description or "")
    if model is Item:
        yield _described("parent_no", pa.int64(), "Number of the item that this one is nested below.")
        yield _described("level", pa.int64(), "How deep the item is nested, counted from 1.")
    if model is Participation:
        yield _described("official_no", pa.int64(), "Number of the official of that name; null where two bear it.")


def _row(release: Release) -> dict[str, Any]:
    row = release.model_dump()
    numbers = {name: at + 1 for name, at in officials_by_name(release).items()}
    for event in row["events"]:
        for participant in event["participants"]:
            participant["official_no"] = numbers.get(participant["name"])
    for policy in row["policies"]:
        policy["items"] = list(_in_text_order(policy["items"]))
    return row


def _in_text_order(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield nested items one after the other, each with the number of its parent, counted from 1."""
    number = 0
    pending: list[tuple[dict[str, Any], int | None, int]] = [(item, None, 1) for item in reversed(items)]
    while pending:
        item, parent, level = pending.pop()
        number += 1
        pending.extend((below, number, level + 1) for below in reversed(item.pop("items")))
        yield {**item, "parent_no": parent, "level": level}


def _tables(name: str, rows: pa.StructArray, keys: Sequence[_Column]) -> Iterator[tuple[str, pa.Table]]:
    """Yield the table of `rows`, then those of the lists in them."""
    columns = list(keys)
    lists = []
    for field, column in zip(rows.type, rows.flatten(), strict=True):
        if field.name in _SINGULAR:
            lists.append((field, column))
        elif not (name == "releases" and field.name == "id"):
            columns.extend(_columns(field, column))
    fields, arrays = zip(*columns, strict=True)
    yield name, pa.table(list(arrays), schema=pa.schema(fields))
    for field, column in lists:
        one = _SINGULAR[field.name]
        parents = pc.list_parent_indices(column)
        below = [(key, values.take(parents)) for key, values in keys]
        number = _described(f"{one}_no", pa.int64(), f"Number of the {one} in its list, counted from 1.")
        below.append((number, _numbers(column, parents)))
        values = pc.list_flatten(column)
        if field.name in _VALUES:
            values = pa.StructArray.from_arrays([values], fields=[field.with_name(one).with_type(values.type)])
        yield from _tables(field.name, values, below)


def _columns(field: pa.Field, column: pa.Array) -> Iterator[_Column]:
    """Yield the columns of one field: a struct is written out, its name and what it is before those of its fields."""
    if not pa.types.is_struct(field.type):
        yield field, column
        return
    for part, values in zip(field.type, column.flatten(), strict=True):
        said = f"{description(field)} {description(part)}".strip()
        yield from _columns(_described(f"{field.name}_{part.name}", part.type, said), values)


def _numbers(lists: pa.ListArray, parents: pa.Array) -> pa.Array:
    """Return the place of each element in its list, counted from 1."""
    lengths = pc.list_value_length(lists)
    before = pc.subtract(pc.cumulative_sum(lengths), lengths)
    return pc.subtract(_counting(len(parents)), before.take(parents))


def _counting(count: int) -> pa.Int64Array:
    """Return so many numbers from 1 on.

    `pa.array` would import pandas, where that is installed, to ask whether it was given a Series; a process that only
    writes tables does without its 36 MB.
    """
    return pa.Int64Array.from_buffers(pa.int64(), count, [None, pa.py_buffer(array("q", range(1, count + 1)))])
