"""Tell whom the verbs of speech belong to.

In:   the text, where people are named in it, the verbs of speech in text order.
Out:  Speech.
Not:  what is said, which `_speech` tells, and who is the same person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Generic, NamedTuple

from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract._people.values import SpeechCue
from thaigov_extract.resolve._speech import S, Speech

_LONGEST_CLAUSE = 160
"""Between who is named where a line begins and a further verb of theirs."""
_NEAR = 40
"""A verb that reports what was said belongs to the person named up to this far before it in one clause."""


class Named(NamedTuple, Generic[S]):
    """Somebody named at `[lo, hi)`, with the position beside the name at `[phrase_lo, phrase_hi)`."""

    lo: int
    hi: int
    phrase_lo: int
    phrase_hi: int
    who: S


def speeches(text: str, named: Sequence[Named[S]], cues: Sequence[Mention[SpeechCue]]) -> list[Speech[S]]:
    """Return the speech of the verbs that belong to somebody named before them."""
    placed = sorted(named, key=_by_end)
    ends = [one.phrase_hi for one in placed]
    carried = []
    spoken: list[Speech[S]] = []
    said = 0
    for cue in cues:
        index = bisect_left(ends, cue.lo + 1) - 1
        if index >= 0:
            last, end = placed[index], ends[index]
            near = cue.value.reports and said <= end and cue.lo - end <= _NEAR
            if (near and _one_clause(text, end, cue.lo)) or _between().fullmatch(text, end, cue.lo):
                first = _first_partner(text, placed, index)
                speakers = [last.who, *(partner.who for partner in placed[first:index])]
                spoken.append(Speech(placed[first].phrase_lo, cue.hi, speakers, goes_on=False))
            elif text.endswith(_carriers(), end, cue.lo):
                carried.append(cue)
            elif said <= end and _goes_on(text, last, cue.lo):
                spoken.append(Speech(last.phrase_lo, cue.hi, [last.who], goes_on=True))
        said = cue.hi
    return [*spoken, *_carried(text, named, carried)] if carried else spoken


_by_end = attrgetter("phrase_hi", "phrase_lo")
_by_start = attrgetter("lo")


def _goes_on(text: str, named: Named[S], at: int) -> bool:
    """Tell whether the one named where the line begins still is the subject of the clause that begins at `at`."""
    end = named.phrase_hi
    opens = text.startswith("\n", named.phrase_lo - 1) and text.startswith(" ", at - 1)
    return opens and at - end <= _LONGEST_CLAUSE and _one_clause(text, end, at)


def _one_clause(text: str, lo: int, hi: int) -> bool:
    """Tell whether `[lo, hi)` holds no line break and no quotation mark."""
    return not any(mark in '\n“”"‘’' for mark in text[lo:hi])


def _first_partner(text: str, placed: list[Named[S]], index: int) -> int:
    """Return the first of those named with the speaker at `index`: "นายสมชาย ใจดี และนางสมศรี มีสุข กล่าวว่า"."""
    joint = _last_partner()
    while index and joint.fullmatch(text, placed[index - 1].phrase_hi, placed[index].phrase_lo):
        index -= 1
        joint = _partner()
    return index


def _carried(text: str, named: Sequence[Named[S]], cues: list[Mention[SpeechCue]]) -> Iterator[Speech[S]]:
    """Yield the speech of verbs that go on with the subject: theirs whom the paragraph names first."""
    topics = sorted(named, key=_by_start)
    starts = [topic.lo for topic in topics]
    line = searched = 0
    for cue in cues:
        at = cue.lo
        line = text.rfind("\n", searched, at) + 1 or line
        searched = at
        first = bisect_left(starts, line)
        if first < len(starts) and starts[first] < at:
            yield Speech(at, cue.hi, [topics[first].who], goes_on=True)


@cache
def _carriers() -> tuple[str, ...]:
    words = phrases_of("people", "carry")
    return (*words, *(word + " " for word in words))


@cache
def _between() -> re.Pattern[str]:
    fillers = one_of(phrases_of("people", "filler"))
    return re.compile(rf"(?:[ ]?ฯ)?[”\"’]?(?:[ ]{{1,3}}\([^()\n]{{1,40}}\))?[ ]{{0,3}}(?:{fillers}[ ]{{0,3}}){{0,3}}")


@cache
def _last_partner() -> re.Pattern[str]:
    joints = phrases_of("people", "weak", "and") + phrases_of("people", "with")
    return re.compile(rf"[ ]{{0,2}}{one_of(joints)}[ ]{{0,2}}")


@cache
def _partner() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}(?:,|{one_of(phrases_of('people', 'weak', 'and'))})?[ ]{{0,2}}")
