"""Print what the interpreter is asked for while texts are parsed: run by `test_trust.py` in a fresh process.

In:   a JSON list of texts on standard input, the first half to begin with.
Out:  JSON on standard output: audit events by phase, first the first half, in which tables are loaded, then the rest.
Not:  a verdict.
"""

from __future__ import annotations

import json
import sys

import thaigov_extract

events: list[tuple[str, str]] = []
phases: dict[str, list[tuple[str, str]]] = {}
listening = False


def hear(event: str, arguments: tuple[object, ...]) -> None:
    """Note what happens, with what the event is about."""
    if listening:
        events.append((event, repr(arguments[:2])))


if __name__ == "__main__":
    texts = json.load(sys.stdin)
    half = len(texts) // 2
    sys.addaudithook(hear)
    for phase, part in (("first", texts[:half]), ("later", texts[half:])):
        listening = True
        for text in part:
            thaigov_extract.parse(text)
        listening = False
        phases[phase] = events.copy()
        events.clear()
    print(json.dumps(phases))
