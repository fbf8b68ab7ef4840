"""What holds for any text."""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from grounding import complaints, models_in
from hypothesis import example, given, settings
from hypothesis import strategies as st
from texts import COMPOSED, NOISE, anything, marks, noisy_releases, releases

import thaigov_extract.finders
from thaigov_extract import Release, Span, parse, parse_many
from thaigov_extract._source import fold

REFERENCE = date(2023, 6, 14)


def without_places(value: Any) -> Any:
    """Return a dump without spans and without the spelling noise that values as written may hold."""
    if isinstance(value, dict):
        kept = {key: part for key, part in value.items() if not key.endswith("span") and key not in ("mentions", "id")}
        return {key: without_places(part) for key, part in kept.items()}
    if isinstance(value, list):
        return [without_places(part) for part in value]
    return fold(value).text if isinstance(value, str) else value


def values(text: str) -> Any:
    return without_places(parse(text, reference=REFERENCE).model_dump(mode="json"))


@given(st.one_of(anything, marks, releases, noisy_releases))
@example("\x00")
@example("\ud800")
@example("รัฐบาลไทย-")
@example("วันที่ 31 กุมภาพันธ์ 9999 เวลา 99.99 น.")
@example("\rนโยบาย3ประการได้แก่,,")
def test_total(text: str) -> None:
    release = parse(text)
    assert release.text == text
    assert json.loads(release.model_dump_json())["schema_version"] == "1"


@given(st.one_of(anything, marks, releases, noisy_releases))
def test_grounded(text: str) -> None:
    shown = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert complaints(parse(text, reference=REFERENCE), shown) == []


@given(st.lists(st.one_of(anything, releases), max_size=70))
@settings(max_examples=10)
def test_many_are_read_as_each_by_itself(texts: list[str]) -> None:
    assert list(parse_many(texts, reference=REFERENCE)) == [parse(text, reference=REFERENCE) for text in texts]


def test_many_are_read_as_they_are_wanted() -> None:
    texts = iter([f"ข่าวที่ {number}" for number in range(1_000)])
    assert next(parse_many(texts)).title == "ข่าวที่ 0"
    assert len(list(texts)) > 900


@pytest.mark.parametrize("before", [0, 3, 16, 20])
def test_what_cannot_be_read_comes_behind_those_before_it(before: int) -> None:
    texts = [f"ข่าวที่ {number}" for number in range(before)]

    def failing() -> Iterator[str]:
        yield from texts
        raise OSError("the disk is gone")

    for entries, error in (([*texts, 3, "ข่าว"], TypeError), (failing(), OSError)):
        many = parse_many(entries)  # type: ignore[arg-type]
        assert [next(many).title for _ in texts] == texts
        with pytest.raises(error):
            next(many)


def test_one_text_is_not_many() -> None:
    with pytest.raises(TypeError, match="many texts are wanted"):
        parse_many("ข่าว")
    with pytest.raises(TypeError, match="not NoneType"):
        list(parse_many(["ข่าว", None]))  # type: ignore[list-item]


@given(st.one_of(anything, releases))
def test_deterministic(text: str) -> None:
    assert parse(text).model_dump_json() == parse(text).model_dump_json()


def test_threads_and_order_do_not_matter() -> None:
    texts = [f"วันที่ {day} มีนาคม 2566 เวลา 09.{day} น. นายสมชาย ใจดี กล่าวว่า ดี" for day in range(10, 28)]
    expected = {text: parse(text).model_dump_json() for text in texts}
    found: dict[str, str] = {}

    def work(part: list[str]) -> None:
        found.update({text: parse(text).model_dump_json() for text in part})

    threads = [threading.Thread(target=work, args=(texts[start::3][::-1],)) for start in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda text: text.replace("ำ", "ํา"), id="split am"),
        pytest.param(lambda text: re.sub("(?<![เแ])แ(?![เแ])", "เเ", text), id="doubled e"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="carriage returns"),
        pytest.param(lambda text: re.sub("[0-9]", lambda m: chr(0x0E50 + int(m[0])), text), id="Thai digits"),
    ],
)
@given(text=releases)
def test_spelling_noise_changes_no_value(change: Callable[[str], str], text: str) -> None:
    assert values(change(text)) == values(text)


@given(releases, st.data())
def test_invisible_characters_change_no_value(text: str, data: st.DataObject) -> None:
    noisy = text
    for place in sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)), reverse=True):
        noisy = noisy[:place] + data.draw(st.sampled_from(NOISE)) + noisy[place:]
    assert values(noisy) == values(text)


@given(releases)
def test_a_neutral_paragraph_in_front_only_shifts(text: str) -> None:
    head = "หัวข้อข่าว\nวันพุธที่ 14 มิถุนายน 2566\n"
    neutral = "ข้อความนี้เป็นเพียงความนำทั่วไปเท่านั้น\n"
    plain = parse(head + "เนื้อความ\n" + text)
    shifted = parse(head + neutral + "เนื้อความ\n" + text)
    assert without_places(shifted.model_dump(mode="json")) == without_places(plain.model_dump(mode="json"))
    for before, after in zip(models_in(plain), models_in(shifted), strict=True):
        if isinstance(before, Span) and isinstance(after, Span) and before.start >= len(head):
            assert (after.start - before.start, after.end - before.end) == (len(neutral), len(neutral))


@given(releases, st.randoms(use_true_random=False))
def test_the_order_of_finders_does_not_matter(text: str, shuffler: random.Random) -> None:
    expected = parse(text).model_dump_json()
    shuffled = list(thaigov_extract.finders.FINDERS)
    shuffler.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(thaigov_extract.finders, "FINDERS", tuple(shuffled))
        assert parse(text).model_dump_json() == expected


@pytest.mark.parametrize("name", COMPOSED)
def test_values_of_whole_releases_stand_where_they_say(name: str) -> None:
    release = parse(COMPOSED[name])
    assert complaints(release, COMPOSED[name]) == []
    written = [value for model in models_in(release) for value in model.__dict__.values() if isinstance(value, str)]
    assert [value for value in written if value != value.strip()] == []


@pytest.mark.parametrize("name", COMPOSED)
def test_a_release_from_json_is_equal_and_takes_its_own_text_back(name: str) -> None:
    release = parse(COMPOSED[name])
    loaded = Release.model_validate_json(release.model_dump_json())
    assert {loaded} == {release}
    assert (loaded.text, loaded.with_text(release.text).text) == ("", release.text)
    with pytest.raises(ValueError, match="another text"):
        loaded.with_text(f"{release.text} ")
    assert release != parse(f"{release.text}\nนายสมชาย ใจดี อธิบดีกรมประมง กล่าวว่า น้ำใส")


@pytest.mark.parametrize("text", COMPOSED.values(), ids=COMPOSED.keys())
def test_each_part_of_a_whole_release_is_that_of_the_whole(text: str) -> None:
    check_parts(text)


@given(releases)
def test_each_part_alone_is_the_part_of_the_whole(text: str) -> None:
    check_parts(text)


def check_parts(text: str) -> None:
    release = parse(text, reference=REFERENCE)
    assert thaigov_extract.find_dates(text, reference=REFERENCE) == release.dates
    assert thaigov_extract.parse_officials(text, reference=REFERENCE) == release.officials
    assert thaigov_extract.parse_events(text, reference=REFERENCE) == release.events
    assert thaigov_extract.parse_policies(text, reference=REFERENCE) == release.policies
    assert thaigov_extract.parse_training_modules(text, reference=REFERENCE) == release.training_modules
    assert thaigov_extract.parse_flagship_projects(text, reference=REFERENCE) == release.flagship_projects


@given(releases)
def test_people_in_events_and_issuers_are_known(text: str) -> None:
    release = parse(text)
    names = {official.name for official in release.officials}
    assert {who.name for event in release.events for who in event.participants} <= names
    assert len(names) == len(release.officials)
    issuers = [policy.issuer for policy in release.policies if policy.issuer is not None]
    assert [issuer for issuer in issuers if issuer not in names and issuer not in text] == []


@given(releases)
def test_lists_are_in_text_order(text: str) -> None:
    release = parse(text)
    positions = [[position.span for position in official.positions] for official in release.officials]
    for spans in ([one.span for one in release.dates], [one.span for one in release.times], *positions):
        assert [span.start for span in spans] == sorted(span.start for span in spans)
    firsts = [min(span.start for span in official.mentions) for official in release.officials]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    "unit",
    [
        *("ก", " ", "1", "(", "1) ", "“", "นาย ", "ที่", "่", "#ก", "/", "-", "\n", "ณ ", "a", ","),
        "ได้แก่ 1) เด็ก 2) ผู้สูงอายุ ",
        "มาตรการ 1) ตลาดน้ำ 2) ลดขยะ ปี 2564 ",
        "โครงการสำคัญ เช่น “โครงการคลองสวย” เพื่อ",
        "เป็นประธานเปิดงาน “วันน้ำใส” จัดโดยสำนักงานคลอง ",
    ],
)
def test_a_long_run_of_one_thing_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert complaints(parse(text), text) == []
