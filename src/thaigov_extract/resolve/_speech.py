"""Tell what is said: the passage that a verb of speech leads to, or the quote that it follows.

In:   Layout, and speech with its speakers.
Out:  passages, each with those who say it.
Not:  whom a verb of speech belongs to; `people` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from thaigov_extract._layout import LONGEST_QUOTE, Layout, Range, line_end, line_start
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._people.words import that_word

S = TypeVar("S")

_SHORTEST = 10
"""Less than this behind a verb of speech is no statement: "กล่าวย้ำ", "กล่าวดังนี้"."""
_SHORTEST_QUOTED = 40
"""A shorter quote with more behind it is a name that the words begin with: "“ผ้าลายดาว” เป็นผ้าพื้นเมือง..."."""
_LONGEST_TAIL = 60
"""Up to this much behind a verb of speech may only tell when, or that more follows: "กล่าวในช่วงท้าย"."""
_LONGEST_CIRCUMSTANCES = 200
"""Between a verb of speech and its "that": "เปิดเผยภายหลังการประชุมคณะรัฐมนตรี ว่า"."""
_BESIDE = 3
"""A speaker is named this close behind the quote: "“...” นายสมชาย กล่าว"."""


class Speech(NamedTuple, Generic[S]):
    """Words that somebody says: the speaker's clause begins at `lo`, what is said at `said`."""

    lo: int
    said: int
    speakers: list[S]
    goes_on: bool
    """True where the verb goes on with a subject that was named before."""


class _Words(NamedTuple):
    """What stands behind a verb of speech; `led` where "that" leads to it."""

    lo: int
    hi: int
    led: bool


def passages(layout: Layout, spoken: Iterable[Speech[S]]) -> Iterator[tuple[Range, list[S]]]:
    """Yield what is said, up to the end of the line, of a quote, or to where the next one speaks."""
    text = layout.text
    turns = list(_turns(text, sorted(spoken, key=attrgetter("lo"))))
    since = 0
    for speech, following in zip_longest(turns, [turn.lo for turn in turns[1:]]):
        limit = len(text) if following is None else max(following, speech.said)
        words = _words_behind(layout, speech.said, line_end(text, speech.said, limit))
        place = _place(layout, words, speech.lo, since)
        since = speech.said
        if place is not None:
            since = max(since, place[1])
            yield place, speech.speakers


def _place(layout: Layout, words: _Words, speaker: int, since: int) -> Range | None:
    """Return what is said: `words`, or the quote before the `speaker` where they only tell when or of what.

    What is said or quoted before `since` is the words of the one who spoke before.
    """
    lo, hi, led = words
    if hi - lo < _SHORTEST:
        return _quote_before(layout, speaker, since)
    quoted = layout.quotes_in(lo, lo + 1)
    if quoted and (quoted[0].hi - lo >= _SHORTEST_QUOTED or hi - quoted[0].hi <= _LONGEST_TAIL):
        return lo, quoted[0].hi
    if led or hi - lo > _LONGEST_TAIL:
        return lo, hi
    if layout.text.endswith(phrases_of("people", "more"), lo, hi):
        return None
    before = _quote_before(layout, speaker, since)
    spoken = before is not None and before[0] >= since and before[1] - before[0] > hi - lo
    return before if spoken and not layout.quotes_in(lo, hi) else (lo, hi)


def _words_behind(layout: Layout, said: int, end: int) -> _Words:
    """Return the words behind a verb of speech, without what belongs to it: "|ย้ำว่า", "|ต่อที่ประชุมว่า"."""
    text = layout.text
    words = text[said:end].rstrip()
    hi = said + len(words)
    lo = hi - len(words.lstrip())
    if text.endswith(phrases_of("people", "that"), 0, said):
        return _Words(lo, hi, led=True)
    rest = _rest().match(text, lo, hi)
    if rest is None and not layout.quotes_in(lo, lo + 1):
        rest = _circumstances(layout, lo, hi)
    return _Words(lo, hi, led=False) if rest is None else _Words(min(rest.end(), hi), hi, led=True)


def _circumstances(layout: Layout, lo: int, hi: int) -> re.Match[str] | None:
    """Return the first "that" of `[lo, hi)` outside quotes, unless it belongs to another verb: "พบว่า"."""
    own = phrases_of("people", "own that")
    for that in _that().finditer(layout.text, lo, min(hi + 1, lo + _LONGEST_CIRCUMSTANCES)):
        if not any(quote.hi > that.start() for quote in layout.quotes_in(lo, that.start())):
            return None if layout.text.endswith(own, lo, that.start()) else that
    return None


@cache
def _rest() -> re.Pattern[str]:
    rest, that = one_of(phrases_of("people", "rest")), one_of(phrases_of("people", "that"))
    english = one_of(phrases_of("english_titles", "that"))
    return re.compile(rf"(?:{rest}[ ]{{0,2}}){{0,3}}(?:{that}|\Z)[ ]{{0,3}}|{english}[ ]{{1,3}}|[,:!][ ]{{1,3}}")


@cache
def _that() -> re.Pattern[str]:
    return re.compile(rf"{that_word()}(?=[ \n“\"])[ ]{{0,3}}")


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


def _quote_before(layout: Layout, speaker: int, since: int) -> Range | None:
    """Return the quote that ends right before its speaker is named; all of its line, if nobody spoke there yet."""
    line = line_start(layout.text, speaker, speaker - LONGEST_QUOTE - 2 * _BESIDE)
    before = layout.quotes_in(line, speaker)
    quote = next((quote for quote in before if 0 <= speaker - quote.hi <= _BESIDE), None)
    if quote is None:
        return None
    # Straight marks pair wrongly around a quote within a quote: "ขอให้ "หมู่บ้าน" ทุกแห่งสะอาด" นายสมชาย กล่าว
    return before[0].lo if before[0].lo == line >= since else quote.lo, quote.hi
