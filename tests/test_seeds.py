"""The founding releases, where they are at hand: what must be read whole. `gate.py` holds the rest above its floors."""

from __future__ import annotations

import gold
import pytest

from thaigov_extract import Release, parse

pytestmark = pytest.mark.skipif(not gold.at_hand(), reason="../shared is not at hand")


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return gold.scores("seeds")


@pytest.mark.parametrize("field", ["title", "published", "source_url", "hashtags"])
def test_the_header_is_read_whole(field: str, measured: dict[str, float]) -> None:
    assert measured[field] == 1.0


def release_of(prefix: str) -> Release:
    return next(parse(text) for name, text in gold.seeds().items() if name.startswith(prefix))


def test_a_course_with_six_numbered_subjects() -> None:
    modules = [module for module in release_of("000").training_modules if module.number]
    assert [module.number for module in modules] == ["1", "2", "3", "4", "5", "6"]
    assert [bool(module.title_en) for module in modules] == [False, True, True, True, True, False]


def test_a_strategy_with_its_vision_and_ten_flagship_projects() -> None:
    release = release_of("001")
    assert [project.number for project in release.flagship_projects] == [str(number) for number in range(1, 11)]
    assert any(policy.vision for policy in release.policies)


def test_guidelines_with_nested_items_and_a_marker_that_was_left_out() -> None:
    release = release_of("002")
    guidelines = next(policy for policy in release.policies if len(policy.items) == 4)
    assert len(guidelines.items[0].items) == 4
    assert "missing_marker" in [remark.code for remark in release.diagnostics]


def test_an_acronym_with_a_title_per_letter_and_a_list_of_four() -> None:
    policies = release_of("003").policies
    letters = next(policy for policy in policies if len(policy.items) == 6)
    assert "".join(item.number or "" for item in letters.items) == "CHANGE"
    assert all(item.title for item in letters.items)
    assert any(len(policy.items) == 4 for policy in policies)


def test_a_training_day_with_five_people_and_a_room() -> None:
    release = release_of("004")
    event = release.events[0]
    assert len(release.officials) == 5
    assert event.attendance is not None
    assert event.attendance.count == 50
    assert event.venue is not None
    assert event.venue.room
    assert event.venue.building
    assert event.venue.floor == "5"
