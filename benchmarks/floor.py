"""The least that any extraction of this kind must do.

In:   a text as bytes.
Out:  some 39 models that say nothing.
Not:  an extraction: it decodes, searches once for dates and once for phrases, and builds models.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from thaigov_extract import Release
from thaigov_extract._lexicon import one_of, phrases_of
from tools.tables import phrases


@cache
def floor() -> Callable[[str], Release]:
    """Return a function that does the least for a text."""
    automaton = AhoCorasick(phrases(), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    months = one_of(phrases_of("calendar", "month"))
    dates = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[ ]{{0,3}}(?P<month>{months})[ ]{{0,3}}(?P<year>\d{{4}}|\d\d)?")
    tree = _tree()

    def least(text: str) -> Release:
        text = text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
        list(dates.finditer(text))
        automaton.find_matches_as_indexes(text)
        return Release.model_validate(tree)

    return least


def _tree() -> dict[str, Any]:
    """Return a release of 39 models as plain values: itself, 5 dates, 3 officials and an event, all with spans."""
    span = {"start": 0, "end": 9}
    day = {"span": span, "text": "x", "edtf": "2018-03-19", "kind": "date", "start": "2018-03-19", "end": "2018-03-19"}
    position = {"span": span, "text": "x", "title": "x"}
    official = {"name": "x", "given_name": "x", "positions": [position, position], "mentions": [span, span]}
    event = {"kind": "opening", "when": day, "venue": {"span": span, "text": "x"}, "span": span}
    return {
        "id": "x",
        "dates": [day] * 5,
        "officials": [official] * 3,
        "events": [{**event, "participants": [{"name": "x", "role": "chair"}]}],
    }
