import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from thaigov_extract import (  # noqa: E402
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    Item,
    Official,
    Participation,
    Policy,
    Position,
    Release,
    Span,
    TimeExpression,
    Venue,
    parse,
)
from thaigov_extract.schemas import tables  # noqa: E402
from thaigov_extract.tables import (  # noqa: E402
    description,
    extract_batch,
    flatten,
    output_schema,
    table_schemas,
    to_array,
    to_tables,
)

TEXTS = [
    "เปิดงานวันอนุรักษ์น้ำ #รักน้ำ\n\nวันที่ 19 มีนาคม 2561 นายสมชาย ใจดี เปิดงาน ณ ห้องประชุม 1",
    "",
    "ประชุมคณะกรรมการ\n\nวันที่ 31 เมษายน 2566 เวลา 09.30 น.",
]


def at(lo: int, hi: int) -> Span:
    return Span(start=lo, end=hi)


def item(text: str, *items: Item) -> Item:
    return Item(span=at(0, 1), marker=None, number=None, title=None, text=text, items=list(items))


YEAR = DateExpression(
    span=at(3, 9), text="ปี 2561", edtf="2018", kind="year", start=date(2018, 1, 1), end=date(2018, 12, 31)
)
MORNING = TimeExpression(span=at(10, 15), text="09.30", start=time(9, 30))


@pytest.fixture
def full() -> Release:
    return Release(
        id="full",
        published=YEAR,
        dates=[YEAR, YEAR],
        times=[MORNING],
        hashtags=["#น้ำ", "#ไฟ"],
        events=[
            Event(kind="visit", span=at(0, 4)),
            Event(
                kind="opening",
                when=YEAR,
                time=MORNING,
                venue=Venue(span=at(5, 8), text="ตรัง", province="ตรัง", province_code="TH-92"),
                participants=[
                    Participation(name="สมชาย ใจดี", role="chair"),
                    Participation(name="สมหญิง", role="host"),
                ],
                span=at(5, 9),
            ),
        ],
        officials=[
            Official(name="สมหญิง", given_name="สมหญิง", mentions=[at(1, 2), at(3, 4)]),
            Official(
                name="สมชาย ใจดี",
                given_name="สมชาย",
                family_name="ใจดี",
                positions=[Position(span=at(7, 9), text="ปลัด", title="ปลัดกระทรวง")],
            ),
        ],
        policies=[
            Policy(kind="plan", span=at(0, 2)),
            Policy(
                kind="policy",
                items=[item("1", item("1.1", item("1.1.1")), item("1.2")), item("2")],
                span=at(2, 9),
            ),
        ],
        diagnostics=[Diagnostic(code=DiagnosticCode.MISSING_MARKER, message="A marker is missing.")],
    )


def test_every_list_of_models_is_a_table_of_its_own() -> None:
    schemas = table_schemas()
    nested = {
        (name, field.name)
        for name, schema in schemas.items()
        for field in schema
        if pa.types.is_nested(field.type) and field.type != pa.list_(pa.string())
    }
    assert nested == set()
    assert list(schemas) == [
        "releases",
        "dates",
        "times",
        "events",
        "participants",
        "officials",
        "positions",
        "mentions",
        "statements",
        "policies",
        "items",
        "training_modules",
        "flagship_projects",
        "hashtags",
        "diagnostics",
    ]


def test_the_committed_columns_are_fresh() -> None:
    committed = json.loads((Path(__file__).parent.parent / "schemas" / "tables.json").read_text(encoding="utf-8"))
    assert committed == tables(), "run: python -m thaigov_extract.schemas schemas"
    assert list(committed) == [*table_schemas(), "sources"]


def test_every_column_says_what_it_holds(full: Release) -> None:
    columns = {
        f"{name}.{field.name}": description(field) for name, made in to_tables([full]).items() for field in made.schema
    }
    assert [column for column, said in columns.items() if not said.endswith(".")] == []
    assert columns["events.venue_province"] == "The place. Full Thai name without the word for province."
    assert columns["participants.event_no"] == "Number of the event in its list, counted from 1."
    assert columns["hashtags.hashtag"] == "Hashtags with their #, in text order."


def test_releases_that_another_engine_gives_back_need_no_descriptions(full: Release) -> None:
    releases = to_array([full])
    plain = pa.array(releases.to_pylist(), type=_without_metadata(releases.type))
    assert flatten(plain) == to_tables([full])


def _without_metadata(kind: Any) -> Any:
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _without_metadata(field.type)) for field in kind])
    return pa.list_(_without_metadata(kind.value_type)) if pa.types.is_list(kind) else kind


def test_rows_keep_their_place(full: Release) -> None:
    tables = to_tables([full])
    assert tables["participants"].to_pylist() == [
        {
            "release_id": "full",
            "event_no": 2,
            "participant_no": number,
            "name": name,
            "role": role,
            "official_no": official,
        }
        for number, (name, role, official) in enumerate([("สมชาย ใจดี", "chair", 2), ("สมหญิง", "host", 1)], 1)
    ]
    assert tables["positions"].select(["official_no", "position_no", "title"]).to_pylist() == [
        {"official_no": 2, "position_no": 1, "title": "ปลัดกระทรวง"}
    ]
    assert [(row["hashtag_no"], row["hashtag"]) for row in tables["hashtags"].to_pylist()] == [(1, "#น้ำ"), (2, "#ไฟ")]
    assert [(row["mention_no"], row["mention_start"]) for row in tables["mentions"].to_pylist()] == [(1, 1), (2, 3)]


def test_a_name_that_two_officials_bear_leads_to_neither(full: Release) -> None:
    twice = full.model_copy(update={"officials": [*full.officials, full.officials[0]]})
    assert to_tables([twice])["participants"].column("official_no").to_pylist() == [2, None]
    nobody = full.model_copy(update={"officials": []})
    assert to_tables([nobody])["participants"].column("official_no").to_pylist() == [None, None]


def test_parts_of_an_event_are_typed_columns(full: Release) -> None:
    visit, opening = to_tables([full])["events"].to_pylist()
    assert opening["when_start"] == date(2018, 1, 1)
    assert opening["time_start"] == time(9, 30)
    assert (opening["venue_province_code"], opening["span_start"]) == ("TH-92", 5)
    assert visit["when_start"] is None
    assert visit["venue_text"] is None


def test_nested_items_stand_in_text_order_and_know_their_parent(full: Release) -> None:
    items = to_tables([full])["items"].to_pylist()
    assert [(i["policy_no"], i["item_no"], i["parent_no"], i["level"], i["text"]) for i in items] == [
        (2, 1, None, 1, "1"),
        (2, 2, 1, 2, "1.1"),
        (2, 3, 2, 3, "1.1.1"),
        (2, 4, 1, 2, "1.2"),
        (2, 5, None, 1, "2"),
    ]


def test_rows_are_numbered_in_each_release_and_not_across_them(full: Release) -> None:
    dates = to_tables([parse(TEXTS[1]), full, full.model_copy(update={"id": "again"})])["dates"]
    assert [(row["release_id"], row["date_no"]) for row in dates.to_pylist()] == [
        ("full", 1),
        ("full", 2),
        ("again", 1),
        ("again", 2),
    ]


def test_equal_texts_are_one_release() -> None:
    tables = to_tables([parse(TEXTS[0]), parse(TEXTS[0]), parse(TEXTS[2])])
    assert tables["releases"].column("release_id").to_pylist() == [parse(TEXTS[0]).id, parse(TEXTS[2]).id]
    assert tables["hashtags"].num_rows == len(parse(TEXTS[0]).hashtags) == 1


def test_equal_texts_that_were_read_differently_are_no_one_release() -> None:
    releases = [parse("วันที่ 5 มกราคม", reference=date(year, 1, 1)) for year in (2020, 2021)]
    with pytest.raises(ValueError, match=f"differ, as by their reference: {releases[0].id}"):
        to_tables(releases)


def test_no_releases_give_empty_tables_with_the_same_schemas() -> None:
    assert {name: table.schema for name, table in to_tables([]).items()} == table_schemas()
    assert {table.num_rows for table in to_tables([]).values()} == {0}


@pytest.mark.parametrize(
    "text_type", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
)
def test_a_batch_keeps_its_columns_and_its_nulls(text_type: object) -> None:
    texts = pa.array([TEXTS[0], None, TEXTS[2]]).cast(text_type)
    batch = pa.RecordBatch.from_arrays([pa.array([7, 8, 9]), texts], ["number", "body"])
    result = extract_batch(batch, text_column="body")
    assert result.schema == output_schema(batch.schema, text_column="body")
    assert result.column("number").to_pylist() == [7, 8, 9]
    assert [row and row["id"] for row in result.column("release").to_pylist()] == [
        parse(TEXTS[0]).id,
        None,
        parse(TEXTS[2]).id,
    ]


def test_a_batch_flattens_to_the_tables_of_its_releases() -> None:
    batch = extract_batch(pa.RecordBatch.from_pydict({"text": [TEXTS[0], None, TEXTS[2]]}))
    assert flatten(batch.column("release")) == to_tables(map(parse, [TEXTS[0], TEXTS[2]]))


def test_a_slice_of_releases_flattens_to_its_own_rows(full: Release) -> None:
    assert flatten(to_array([full, parse(TEXTS[0]), full]).slice(2)) == to_tables([full])


def test_the_reference_reaches_every_text() -> None:
    batch = pa.RecordBatch.from_pydict({"text": ["วันที่ 5 มกราคม"]})
    (row,) = extract_batch(batch, reference=date(2020, 1, 1)).column("release").to_pylist()
    assert [found["edtf"] for found in row["dates"]] == ["2020-01-05"]


def test_a_batch_without_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="no column 'text'"):
        extract_batch(pa.RecordBatch.from_pydict({"body": ["x"]}))


@pytest.mark.parametrize("column", [pa.array([7]), pa.array([b"x"]), pa.array([["x"]])], ids=lambda one: str(one.type))
def test_a_column_that_holds_no_texts_is_refused(column: Any) -> None:
    with pytest.raises(ValueError, match=f"'text' holds no texts, but {column.type}"):
        output_schema(pa.schema([("text", column.type)]))
    with pytest.raises(ValueError, match="holds no texts"):
        extract_batch(pa.RecordBatch.from_arrays([column], ["text"]))


def test_the_column_of_texts_is_one_and_others_may_share_a_name() -> None:
    texts = pa.array([None])
    with pytest.raises(ValueError, match="more than one column 'text'"):
        extract_batch(pa.RecordBatch.from_arrays([texts, texts], ["text", "text"]))
    batch = pa.RecordBatch.from_arrays([pa.array([7]), pa.array([8]), texts], ["number", "number", "text"])
    assert [column.to_pylist() for column in extract_batch(batch).columns] == [[7], [8], [None]]


def test_a_batch_with_releases_already_is_refused() -> None:
    with pytest.raises(ValueError, match="'release' already"):
        extract_batch(pa.RecordBatch.from_pydict({"text": ["x"], "release": ["y"]}))
