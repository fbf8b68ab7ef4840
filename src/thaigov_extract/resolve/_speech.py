"""Tell what is said: the passage that a verb of speech leads to, or the quote that it follows.

In:   Layout, and speech with its speakers.
Out:  passages, each with those who say it.
Not:  whom a verb of speech belongs to; `people` decides that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from thaigov_extract._layout import LONGEST_QUOTE, Layout, Range

S = TypeVar("S")

_SHORTEST = 10
"""Less than this behind a verb of speech is no statement: "กล่าวย้ำ", "กล่าวดังนี้"."""
_BESIDE = 3
"""A speaker is named this close behind the quote: "“...” นายสมชาย กล่าว"."""


class Speech(NamedTuple, Generic[S]):
    """Words that somebody says: the speaker's clause begins at `lo`, what is said at `said`."""

    lo: int
    said: int
    speakers: list[S]
    goes_on: bool
    """True where the verb goes on with a subject that was named before."""


def passages(layout: Layout, spoken: Iterable[Speech[S]]) -> Iterator[tuple[Range, list[S]]]:
    """Yield what is said, up to the end of the line, of a quote, or to where the next one speaks."""
    text = layout.text
    turns = list(_turns(text, sorted(spoken, key=attrgetter("lo"))))
    for speech, following in zip_longest(turns, [turn.lo for turn in turns[1:]]):
        limit = len(text) if following is None else max(following, speech.said)
        end = text.find("\n", speech.said, limit)
        words = text[speech.said : limit if end < 0 else end].rstrip()
        hi = speech.said + len(words)
        lo = hi - len(words.lstrip())
        quoted = layout.quotes_in(lo, lo + 1)
        place = (lo, quoted[0].hi if quoted else hi) if hi - lo >= _SHORTEST else _quote_before(layout, speech.lo)
        if place is not None:
            yield place, speech.speakers


def _turns(text: str, spoken: Iterable[Speech[S]]) -> Iterator[Speech[S]]:
    """Yield speech, but for verbs that go on within what the same speaker says: "กล่าวว่า ... พร้อมเน้นย้ำให้ ..."."""
    turn, heard = None, 0
    for speech in spoken:
        same = turn is not None and speech.goes_on and speech.speakers[0] is turn.speakers[0]
        if same and text.find("\n", heard, speech.lo) < 0:
            heard = speech.lo
            continue
        yield speech
        turn, heard = speech, speech.said


def _quote_before(layout: Layout, speaker: int) -> Range | None:
    """Return the quote that ends right before its speaker is named."""
    near = max(0, speaker - LONGEST_QUOTE - 2 * _BESIDE)
    before = layout.quotes_in(max(near, layout.text.rfind("\n", near, speaker) + 1), speaker)
    quote = before[-1] if before else None
    return (quote.lo, quote.hi) if quote is not None and 0 <= speaker - quote.hi <= _BESIDE else None
