"""Run the corpus of forms: `examples/*.toml`.

A file tests one list of `Release`, named by `of`. All keys:

    of = "dates"                    # required: a list field of Release, such as dates, times, officials, events
    reference = 2020-08-05          # optional: handed to parse
    carriers = ["ประกาศเมื่อ{}แล้ว"]   # optional: each form runs once more in each carrier, glued to its neighbours

    [[reads]]
    as = { edtf = "2019-02-14", kind = "date" }          # one finding with at least these values
    written = ["14 กุมภาพันธ์ 2562", "14 ก.พ. 62"]

    [[reads]]
    as = [{ name = "สมชาย ใจดี" }, { name = "สมหญิง ใจดี" }]  # so many findings, in this order
    written = ["นายสมชาย และนางสมหญิง ใจดี"]
    diagnostics = ["ambiguous_person"]                   # optional: exactly the codes that must be reported

    [[nothing]]
    written = ["ครั้งที่ 4/2565"]                            # no finding at all
    diagnostics = []                                     # optional, as above

    [[known_gap]]
    because = "lunar days are not read"                  # required
    as = { edtf = "2019-02-14" }                         # or nothing = true
    written = ["ขึ้น 15 ค่ำ เดือน 6"]                        # each must still fail; move it when it passes

Expected values are read as subsets: a table need not name every field; a list must have the same length; a date or
time is compared in its ISO form; "" stands for null. `reference` and `carriers` may stand in an entry, too, where they
replace the file's.
In files of `dates` and `times` each finding of a form on its own must cover the whole form when one value is expected,
unless the entry says `covers = false`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from grounding import contradictions
from texts import COMPOSED
from tracing import trace

from thaigov_extract import parse

EXAMPLES = Path(__file__).parent / "examples"
WHOLE = ("dates", "times")
FILE_KEYS = {"of", "reference", "carriers", "reads", "nothing", "known_gap"}
ENTRY_KEYS = {"as", "written", "diagnostics", "reference", "carriers", "covers"}


@dataclass(frozen=True)
class Example:
    """One form in one carrier, and what must be read in it."""

    of: str
    text: str
    form: str
    expected: list[Any]
    diagnostics: list[str] | None
    reference: date | None
    covers: bool
    gap: str | None


def examples() -> Iterator[Any]:
    for path in sorted(EXAMPLES.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        assert not content.keys() - FILE_KEYS, f"{path.name}: {content.keys() - FILE_KEYS}"
        for section in ("reads", "nothing", "known_gap"):
            for entry in content.get(section, []):
                for example in of_entry(content, section, entry):
                    name = f"{path.stem}-{section}-{example.text}"
                    yield pytest.param(example, id=name.replace("\n", "⏎"))


def of_entry(content: dict[str, Any], section: str, entry: dict[str, Any]) -> Iterator[Example]:
    allowed = ENTRY_KEYS | ({"because", "nothing"} if section == "known_gap" else set())
    assert not entry.keys() - allowed, f"unknown keys {entry.keys() - allowed} in {entry}"
    expected = entry.get("as", [])
    if section != "nothing":
        assert "as" in entry or entry.get("nothing"), f"no expectation in {entry}"
    carriers = ["{}", *entry.get("carriers", content.get("carriers", []))]
    for form in entry["written"]:
        for carrier in carriers:
            yield Example(
                of=content["of"],
                text=carrier.replace("{}", form),
                form=form,
                expected=expected if isinstance(expected, list) else [expected],
                diagnostics=entry.get("diagnostics"),
                reference=entry.get("reference", content.get("reference")),
                covers=content["of"] in WHOLE and isinstance(expected, dict) and entry.get("covers", True),
                gap=entry["because"] if section == "known_gap" else None,
            )


def holds(expected: Any, actual: Any) -> bool:
    """Tell whether `actual` has at least what `expected` names."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(k in actual and holds(v, actual[k]) for k, v in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and len(expected) == len(actual) and all(map(holds, expected, actual))
    if isinstance(expected, date | time):
        return bool(actual == expected.isoformat())
    return actual is None if expected == "" else bool(expected == actual)


def complaint(example: Example) -> str | None:
    """Return what is wrong with the reading of an example, or None."""
    release = parse(example.text, reference=example.reference)
    found = release.model_dump(mode="json")
    if not holds(example.expected, found[example.of]):
        return f"expected {example.expected}, found {found[example.of]}"
    if example.covers:
        span = found[example.of][0]["span"]
        if example.text[span["start"] : span["end"]] != example.form:
            return f"read only {example.text[span['start'] : span['end']]!r} of {example.form!r}"
    reported = sorted({diagnostic["code"] for diagnostic in found["diagnostics"]})
    wrong = example.diagnostics is not None and reported != sorted(example.diagnostics)
    return f"expected the codes {example.diagnostics}, found {reported}" if wrong else None


@pytest.mark.parametrize("example", list(examples()))
def test_example(example: Example) -> None:
    wrong = complaint(example)
    if example.gap is None:
        assert wrong is None, f"{wrong}\n{trace(example.text, example.reference)}"
    else:
        assert wrong is not None, f"this gap is closed: move the form out of [[known_gap]] ({example.gap})"


def test_diagnostics_of_an_example_are_all_that_are_reported() -> None:
    entry = {"written": ["31 เมษายน 2567"]}
    for diagnostics, holds_true in ((["impossible_date"], True), ([], False), (["impossible_date", "x"], False)):
        (example,) = of_entry({"of": "dates"}, "nothing", {**entry, "diagnostics": diagnostics})
        assert (complaint(example) is None) == holds_true


def test_a_subset_holds_and_a_contradiction_does_not() -> None:
    assert holds({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    assert holds({"d": date(2020, 8, 1), "t": time(14, 0)}, {"d": "2020-08-01", "t": "14:00:00"})
    assert not holds({"a": 1}, {"a": 2})
    assert not holds({"a": 1}, {})
    assert not holds([{"a": 1}], [])
    assert not holds([], [{"a": 1}])


def test_no_release_contradicts_itself() -> None:
    texts = {*COMPOSED.values(), *(example.values[0].text for example in examples())}
    whole = [text for text in texts if text.count("“") == text.count("”")]
    assert {text: found for text in whole if (found := list(contradictions(parse(text))))} == {}
