"""The gate that holds the scores is tested itself."""

from __future__ import annotations

import json
from pathlib import Path

import gate
import pytest


def test_a_score_below_its_floor_is_a_loss() -> None:
    assert gate.losses({"dev": {"dates": 0.9}}, {"dev": {"dates": 0.89}}) == [
        "dev dates: 0.8900 is below its floor 0.9000"
    ]


def test_a_score_within_the_tolerance_is_none() -> None:
    assert gate.losses({"dev": {"dates": 0.9}}, {"dev": {"dates": 0.9 - gate.TOLERANCE / 2}}) == []


def test_a_field_that_is_not_measured_any_more_is_a_loss() -> None:
    assert len(gate.losses({"dev": {"dates": 0.9}}, {"dev": {}})) == 1
    assert len(gate.losses({"dev": {"dates": 0.9}}, {})) == 1


def test_floors_only_rise() -> None:
    floors = {"dev": {"dates": 0.9, "times": 0.5, "gone": 0.1}}
    measured = {"dev": {"dates": 0.8, "times": 0.7, "new": 0.2}}
    assert gate.raised(floors, measured) == {"dev": {"dates": 0.9, "times": 0.7, "new": 0.2, "gone": 0.1}}


def test_floors_of_another_gold_do_not_count() -> None:
    kept = {"gold": "a", "floors": {"dev": {"dates": 0.9}}}
    assert gate.judge(kept, {"dev": {"dates": 0.9}}, "a") == []
    assert "gold has changed" in gate.judge(kept, {"dev": {"dates": 1.0}}, "b")[0]


@pytest.fixture
def small_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"gold": "g", "floors": {"dev": {"dates": 0.9, "times": 0.5}}, "losses": []}))
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "SETS", ("dev",))
    monkeypatch.setattr(gate, "at_hand", lambda: True)
    monkeypatch.setattr(gate, "digest", lambda: "g")
    return floors


def test_the_gate_fails_and_pins_nothing_when_a_score_falls(small_gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small_gate.read_text()
    monkeypatch.setattr(gate, "scores", lambda _: {"dates": 0.8, "times": 0.9})
    assert gate.main([]) == 1
    assert gate.main(["--raise"]) == 1
    assert small_gate.read_text() == before


def test_a_loss_is_accepted_with_a_reason(small_gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "scores", lambda _: {"dates": 0.8, "times": 0.9})
    assert gate.main(["--accept-loss", "the gold counts headers now"]) == 0
    assert json.loads(small_gate.read_text()) == {
        "gold": "g",
        "floors": {"dev": {"dates": 0.8, "times": 0.9}},
        "losses": ["the gold counts headers now"],
    }
    assert gate.main([]) == 0


def test_a_rise_is_pinned_only_when_asked(small_gate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "scores", lambda _: {"dates": 0.95, "times": 0.5})
    assert gate.main([]) == 0
    assert json.loads(small_gate.read_text())["floors"]["dev"]["dates"] == 0.9
    assert gate.main(["--raise"]) == 0
    assert json.loads(small_gate.read_text())["floors"]["dev"]["dates"] == 0.95


def test_without_annotated_releases_there_is_nothing_to_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "at_hand", lambda: False)
    assert gate.main([]) == 0
