"""Exports are read back by the other side's own code."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from importlib import import_module
from typing import Any

import composed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thaigov_extract import (
    DateExpression,
    Event,
    FlagshipProject,
    Official,
    Policy,
    Position,
    Release,
    Span,
    TimeExpression,
    parse,
)
from thaigov_extract.exports import (
    label_studio_config,
    to_docbin,
    to_jsonld,
    to_label_studio,
    to_popolo,
    to_spans,
)


@contextmanager
def other_people_s_warnings() -> Iterator[None]:
    """Let libraries warn about themselves; a warning of ours is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def imported(name: str) -> Any:
    with other_people_s_warnings():
        return pytest.importorskip(name, exc_type=ImportError)


# -- JSON-LD -------------------------------------------------------------------------------------------------------


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every dict within a document."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from dicts(part)
    elif isinstance(value, list):
        for part in value:
            yield from dicts(part)


def of_type(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [node for node in document["@graph"] if node["@type"] == name]


def test_the_graph_says_what_the_release_says() -> None:
    document = to_jsonld(composed.training())
    (event,) = of_type(document, "Event")
    chair, reporter = of_type(document, "Person")
    (organisation,) = of_type(document, "Organization")
    assert event["startDate"] == "2020-08-06T09:30:00+07:00"
    assert event["location"]["address"]["addressRegion"] == "TH-40"
    assert event["organizer"] == [{"@id": organisation["@id"]}]
    assert event["contributor"] == [
        {"@type": "Role", "roleName": "chair", "contributor": {"@id": chair["@id"]}},
        {"@type": "Role", "roleName": "reporter", "contributor": {"@id": reporter["@id"]}},
    ]
    assert chair["worksFor"] == [{"@id": organisation["@id"]}]
    (policy,) = [one for one in of_type(document, "DefinedTermSet") if one.get("name") == "ข้อมูลใกล้บ้าน"]
    assert policy["author"] == {"@id": chair["@id"]}
    assert [term["termCode"] for term in policy["hasDefinedTerm"]] == ["1", "1.1", "1.2", "2", "3"]


def test_a_name_that_two_officials_bear_leads_to_neither() -> None:
    release = composed.training()
    twice = composed.release(
        release.text,
        officials=[*release.officials, release.officials[0]],
        events=release.events,
        policies=release.policies,
    )
    document = to_jsonld(twice)
    (event,), (policy,) = of_type(document, "Event"), of_type(document, "DefinedTermSet")
    reporter = of_type(document, "Person")[1]
    namesake = {"@type": "Person", "name": "สมชาย ใจดี"}
    assert [role["contributor"] for role in event["contributor"]] == [namesake, {"@id": reporter["@id"]}]
    assert policy["author"] == namesake


@pytest.mark.parametrize(
    ("start", "end", "ended"),
    [
        (time(9), time(12), "2020-11-12T12:00"),
        (time(22), time(2), "2020-11-13T02:00"),
        (time(18), time(0), "2020-11-13T00:00"),
    ],
)
def test_what_goes_on_after_midnight_ends_on_the_next_day(start: time, end: time, ended: str) -> None:
    span, day = Span(start=0, end=1), date(2020, 11, 12)
    when = DateExpression(span=span, text="ก", edtf="2020-11-12", kind="date", start=day, end=day)
    held = TimeExpression(span=span, text="ก", start=start, end=end)
    release = composed.release("ก", events=[Event(kind="other", span=span, when=when, time=held)])
    (event,) = of_type(to_jsonld(release), "Event")
    assert event["endDate"] == f"{ended}:00+07:00"


def test_what_is_not_known_of_an_event_is_left_out() -> None:
    release = composed.release("ก", events=[Event(kind="other", span=Span(start=0, end=1))])
    (event,) = of_type(to_jsonld(release), "Event")
    assert event.keys() == {"@type", "@id", "keywords"}


def test_an_article_is_in_the_language_of_its_text() -> None:
    english = composed.release(composed.ENGLISH, title=composed.ENGLISH.partition("\n")[0])
    for release, language in ((english, "en"), (composed.training(), "th"), (composed.release(""), "th")):
        for same in (release, Release.model_validate_json(release.model_dump_json())):
            (article,) = of_type(to_jsonld(same), "NewsArticle")
            assert article["inLanguage"] == language


def test_an_organisation_has_its_english_name_where_it_is_known() -> None:
    for name, english in (("กระทรวงมหาดไทย", "Ministry of Interior"), ("กรมคลองชุมชน", None)):
        (organisation,) = (node for node in to_jsonld(official_of(name, "ก"))["@graph"] if node.get("name") == name)
        assert organisation.get("alternateName") == english


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("กระทรวงมหาดไทย", "GovernmentOrganization"),
        ("กรมการปกครอง", "GovernmentOrganization"),
        ("สำนักนายกฯ", "GovernmentOrganization"),
        ("กรมส่งเสริมการเรียนรู้ชุมชน", "Organization"),
        ("บริษัท น้ำใส จำกัด", "Organization"),
        ("ธนาคารโลก", "Organization"),
    ],
)
def test_only_an_organisation_known_as_such_is_of_the_government(name: str, type_: str) -> None:
    (organisation,) = (node for node in to_jsonld(official_of(name, "ก"))["@graph"] if node.get("name") == name)
    assert organisation["@type"] == type_


def test_every_reference_leads_to_a_node() -> None:
    document = to_jsonld(composed.training())
    known = {node["@id"] for node in document["@graph"]}
    pointed = {value["@id"] for value in dicts(document["@graph"]) if value.keys() == {"@id"}}
    assert pointed
    assert pointed <= known


@pytest.mark.parametrize("release", [composed.training(), composed.hostile(), parse("")])
def test_every_term_is_one_of_schema_org(release: Release) -> None:
    imported("pydantic2_schemaorg")
    document = json.loads(json.dumps(to_jsonld(release)))
    assert document["@context"] == "https://schema.org"
    for node in (found for found in dicts(document["@graph"]) if "@type" in found):
        with other_people_s_warnings():
            model = getattr(import_module(f"pydantic2_schemaorg.{node['@type']}"), node["@type"])
            model.parse_obj(without_roles(node))
        terms = {field.alias for field in model.__fields__.values()}
        # A Role repeats the property that it stands in: https://schema.org/Role
        terms |= {"contributor", "performer", "attendee", "organizer"} if node["@type"] == "Role" else set()
        assert node.keys() <= terms, node.keys() - terms


def without_roles(value: Any) -> Any:
    """Put what a Role says in its place: a Role may stand before any value, which the validator does not know."""
    if isinstance(value, list):
        return [without_roles(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.get("@type") == "Role" and len(value) > 2:
        return next(part for key, part in value.items() if key not in {"@type", "roleName"})
    return {key: without_roles(part) for key, part in value.items()}


def test_it_is_read_as_rdf() -> None:
    rdflib = imported("rdflib")
    document = to_jsonld(composed.training())
    # The context is schema.org's own, which a test does not fetch; this stands for it.
    local = {**document, "@context": {"@vocab": "https://schema.org/"}}
    with other_people_s_warnings():
        graph = rdflib.Graph().parse(data=json.dumps(local), format="json-ld")
    found = graph.query(
        """PREFIX s: <https://schema.org/>
        SELECT ?who ?title WHERE {
        ?event a s:Event; s:contributor ?role. ?role s:roleName "chair"; s:contributor ?person.
        ?person s:name ?who; s:jobTitle ?title }"""
    )
    assert [tuple(map(str, row)) for row in found] == [("สมชาย ใจดี", "อธิบดีกรมส่งเสริมการเรียนรู้ชุมชน")]


# -- Popolo --------------------------------------------------------------------------------------------------------

# What https://www.popoloproject.com/specs/ says of the four classes, as a JSON Schema; all but links is text or null.
_TEXT = {"type": ["string", "null"]}
_DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"url": {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:"}, "note": _TEXT},
        "required": ["url"],
        "additionalProperties": False,
    },
}
_CLASSES = {
    "persons": "id name family_name given_name additional_name honorific_prefix honorific_suffix patronymic_name "
    "sort_name email gender image summary biography national_identity birth_date death_date",
    "organizations": "id name classification parent_id area_id abstract description image founding_date "
    "dissolution_date",
    "posts": "id label role organization_id area_id start_date end_date",
    "memberships": "id label role person_id organization_id post_id on_behalf_of_id area_id start_date end_date",
}
POPOLO = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        name: {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    **{field: _DAY if field.endswith("_date") else _TEXT for field in fields.split()},
                    "sources": _LINKS,
                },
                "required": ["id"],
                "additionalProperties": False,
            },
        }
        for name, fields in _CLASSES.items()
    },
    "required": list(_CLASSES),
    "additionalProperties": False,
}


def complaints(document: dict[str, Any]) -> list[str]:
    """Return what an independent validator says against a Popolo document."""
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(POPOLO)
    return [error.message for error in jsonschema.Draft202012Validator(POPOLO).iter_errors(document)]


@pytest.mark.parametrize("releases", [[composed.training(), *composed.many(3)], [composed.hostile()], [parse("")], []])
def test_popolo_is_valid(releases: list[Release]) -> None:
    assert complaints(json.loads(json.dumps(to_popolo(releases)))) == []


@pytest.mark.parametrize(
    "broken", [{"organisation": "x"}, {"name": 7}, {"id": ...}, {"sources": [{}]}, {"birth_date": "19 มีนาคม 2561"}]
)
def test_the_validator_tells_what_is_no_popolo(broken: dict[str, Any]) -> None:
    document = to_popolo([composed.training()])
    person = {**document["persons"][0], **broken}
    document["persons"][0] = {key: value for key, value in person.items() if value is not ...}
    assert complaints(document)


def test_popolo_says_what_the_release_says() -> None:
    document = to_popolo([composed.training()])
    chair = document["persons"][0]
    assert (chair["name"], chair["given_name"], chair["family_name"], chair["honorific_prefix"]) == (
        "สมชาย ใจดี",
        "สมชาย",
        "ใจดี",
        "นาย",
    )
    (membership,) = (one for one in document["memberships"] if one["person_id"] == chair["id"])
    (post,) = (one for one in document["posts"] if one["id"] == membership["post_id"])
    (organization,) = (one for one in document["organizations"] if one["id"] == membership["organization_id"])
    assert post["label"] == membership["role"] == "อธิบดีกรมส่งเสริมการเรียนรู้ชุมชน"
    assert post["organization_id"] == organization["id"]
    assert organization["name"] == "กรมส่งเสริมการเรียนรู้ชุมชน"


@pytest.mark.parametrize("release", [composed.training(), composed.hostile(), parse("")])
def test_every_reference_of_popolo_leads_to_one_thing(release: Release) -> None:
    document = to_popolo([release])
    ids = {name: [one["id"] for one in document[name]] for name in _CLASSES}
    assert all(len(set(known)) == len(known) for known in ids.values())
    for one in [*document["memberships"], *document["posts"]]:
        for field, name in {"person_id": "persons", "post_id": "posts", "organization_id": "organizations"}.items():
            assert one.get(field) is None or one[field] in ids[name]


def test_one_organization_for_one_name_but_persons_for_each_release() -> None:
    document = to_popolo([official_of("กรมหนึ่ง", "ก"), official_of("กรมหนึ่ง", "ข")])
    assert [len(document[name]) for name in _CLASSES] == [2, 1, 1, 2]


def official_of(organisation: str, text: str) -> Release:
    here = Span(start=0, end=1)
    position = Position(span=here, text="อธิบดี", title=f"อธิบดี{organisation}", organisation=organisation)
    return composed.release(
        text, officials=[Official(name="มาลี", given_name="มาลี", positions=[position], mentions=[here])]
    )


# -- text with spans -----------------------------------------------------------------------------------------------


def test_spans_are_the_characters_and_paths_lead_to_the_values() -> None:
    release = composed.training()
    line = json.loads(json.dumps(to_spans(release), ensure_ascii=False))
    dumped = release.model_dump(mode="json")
    assert line["text"] == release.text
    assert len(line["spans"]) > 20
    for span in line["spans"]:
        assert span["text"] == release.text[span["start"] : span["end"]]
        for path in span["paths"]:
            value = at(dumped, path)
            assert value.get("span", value) == {"start": span["start"], "end": span["end"]}


def at(value: Any, path: str) -> Any:
    """Follow a JSON Pointer."""
    for step in path.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def test_names_organisations_and_visions_are_spans() -> None:
    text = "กรมหนึ่ง มีวิสัยทัศน์ น้ำใสทุกบ้าน ตามแผนน้ำ"
    here = {word: composed.place(text, word) for word in ("กรมหนึ่ง", "น้ำใสทุกบ้าน", "แผนน้ำ")}
    policy = Policy(
        kind="plan",
        span=Span(start=0, end=len(text)),
        name="แผนน้ำ",
        name_span=here["แผนน้ำ"],
        issuer="กรมหนึ่ง",
        issuer_span=here["กรมหนึ่ง"],
        vision="น้ำใสทุกบ้าน",
        vision_span=here["น้ำใสทุกบ้าน"],
    )
    project = FlagshipProject(name="ก", span=Span(start=0, end=1), plan="แผนน้ำ", plan_span=here["แผนน้ำ"])
    release = composed.release(text, policies=[policy], flagship_projects=[project])
    found = {(span["label"], span["text"]): span["paths"] for span in to_spans(release)["spans"]}
    assert found["name", "แผนน้ำ"] == ["/flagship_projects/0/plan_span", "/policies/0/name_span"]
    assert found["organisation", "กรมหนึ่ง"] == ["/policies/0/issuer_span"]
    assert found["vision", "น้ำใสทุกบ้าน"] == ["/policies/0/vision_span"]
    mentions = next(span for span in to_spans(composed.training())["spans"] if span["text"] == "นายสมชาย")
    assert (mentions["label"], mentions["paths"]) == ("person", ["/officials/0/mentions/1", "/policies/0/issuer_span"])


def test_one_range_is_one_span_with_all_its_paths() -> None:
    spans = to_spans(composed.training())["spans"]
    when = next(span for span in spans if span["text"] == "วันพฤหัสบดีที่ 6 สิงหาคม 2563")
    assert when["paths"] == ["/dates/0", "/events/0/when"]
    keys = [(span["label"], span["start"], span["end"]) for span in spans]
    assert len(set(keys)) == len(keys)


def test_spans_are_in_text_order_outer_before_inner_and_a_passage_before_a_value() -> None:
    text = "กขคงจ"
    dates = [composed.day(text, written, date(2020, 1, 1)) for written in ("งจ", "กขค", "กข")]
    release = composed.release(text, dates=dates, events=[Event(kind="other", span=Span(start=0, end=3))])
    found = [(span["label"], span["text"]) for span in to_spans(release)["spans"]]
    assert found == [("event", "กขค"), ("date", "กขค"), ("date", "กข"), ("date", "งจ")]


@pytest.mark.parametrize("export", [to_spans, to_label_studio, lambda release: to_docbin([release])])
def test_a_release_without_text_is_refused(export: Any) -> None:
    if export not in {to_spans, to_label_studio}:
        imported("spacy")
    release = Release.model_validate_json(composed.training().model_dump_json())
    with other_people_s_warnings(), pytest.raises(ValueError, match=r"has no text; `release.with_text"):
        export(release)


@pytest.mark.parametrize("release", [composed.training(), composed.hostile(), *composed.many(2)])
def test_label_studio_accepts_the_task(release: Release) -> None:
    sdk = imported("label_studio_sdk.label_interface")
    with other_people_s_warnings():
        interface = sdk.LabelInterface(label_studio_config())
        interface.validate()
        task = json.loads(json.dumps(to_label_studio(release)))
        assert interface.validate_task({"data": task["data"]})
        (prediction,) = task["predictions"]
        assert interface.validate_prediction(prediction, return_errors=True) == []
        assert interface.ner_tags
    assert len(prediction["result"]) == len(to_spans(release)["spans"])


def test_label_studio_refuses_an_unknown_label() -> None:
    sdk = imported("label_studio_sdk.label_interface")
    task = to_label_studio(composed.training())
    task["predictions"][0]["result"][0]["value"]["labels"] = ["no such label"]
    with other_people_s_warnings():
        interface = sdk.LabelInterface(label_studio_config())
        assert interface.validate_prediction(task["predictions"][0], return_errors=True)


def test_spacy_reads_the_docbin_back() -> None:
    spacy = imported("spacy")
    made = [composed.training(), composed.hostile(), *composed.many(2)]
    with other_people_s_warnings():
        stored = to_docbin(made).to_bytes()
        docs = list(import_module("spacy.tokens").DocBin().from_bytes(stored).get_docs(spacy.blank("th").vocab))
    for release, doc in zip(made, docs, strict=True):
        assert doc.text == release.text
        assert doc.user_data["id"] == release.id
        expected = [(span["label"], span["text"], span["start"]) for span in to_spans(release)["spans"]]
        assert [(span.label_, span.text, span.start_char) for span in doc.spans["sc"]] == expected
    assert ("person", "ดร.สมหญิง รักเรียน") in {(entity.label_, entity.text) for entity in docs[0].ents}
    assert not {entity.label_ for entity in docs[0].ents} & {"event", "policy", "item", "remark"}


@given(st.text(st.sampled_from("กขำเา่ทะ a1.\n\r\t\u200b😀"), min_size=1, max_size=40), st.data())
def test_spacy_keeps_any_text(text: str, data: st.DataObject) -> None:
    imported("spacy")
    start = data.draw(st.integers(0, len(text) - 1))
    here = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    release = composed.release(text, officials=[Official(name="ก", given_name="ก", mentions=[here])])
    with other_people_s_warnings():
        vocab = import_module("spacy.vocab").Vocab()
        (doc,) = to_docbin([release]).get_docs(vocab)
    assert doc.text == text
    assert [span.text for span in doc.spans["sc"]] == [text[here.start : here.end]]
