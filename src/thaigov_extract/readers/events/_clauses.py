"""Cut the body into clauses, and find in each what is held.

In:   Page: paragraphs and cues.
Out:  Clause: a range that says one thing, with its cues; Anchor: the cue that states an event.
Not:  when, where and who.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention, record
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.readers.events._places import leads_to_place
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_CHAIR_REACH = 160
"""What a chair presides over is named within this many characters behind the chair cue."""
_WEAK_REACH = 24
_STRONG_RANK = 2
_NEXT_WORD = 12
_SUBJECT_GAP = 4
_COMPANY_GAP = 60
_LONGEST_NAME = 250
_WRAP_REACH = 120
_HEAD_REACH = 1_500
"""Who speaks, and when, stands at most this far before what is said."""
_LONGEST = 6_000
"""A clause goes no further; each event in it is asked about all of it."""
_WRAPPED_LINES = 5
_NEXT_LINE = 6
_DAY_REACH = 12
"""A day begins at most this far behind the beginning of its line: "ในวัน" stands before it, no sentence."""
_HEADING = 250
_HEADING_LINES = 2
_COLUMNS = range(60, 130)
"""Radio scripts are broken at about a hundred columns."""
_SCRIPT_LINES = 12
_OPENED_REACH = 300
"""Between what a body holds and who opens it stand the name and the opener's position."""
_BACKGROUND_REACH = 30
"""Words that make a cue the source of something else stand this close before it."""
_LONG_WAY = 200
"""An act so far behind the first event is another matter."""


@record
class Clause:
    """One thing said at the folded range `[lo, hi)` of the paragraph that begins at `head`."""

    lo: int
    hi: int
    head: int
    said: bool
    """True for what a speaker reports, behind a verb of speech."""
    cues: Sequence[Mention[Cue]]
    events: Sequence[Mention[Cue]]
    """The cues of events that speak for themselves."""
    chairs: Sequence[Mention[Cue]]

    @classmethod
    def of_range(cls, lo: int, hi: int) -> Clause:
        """Return the clause of a range that was not cut by cues."""
        return cls(lo, hi, lo, said=False, cues=(), events=(), chairs=())

    def of(self, reads_as: str) -> Iterator[Mention[Cue]]:
        """Yield the cues that read as `reads_as`, in text order."""
        return (cue for cue in self.cues if cue.value.reads_as == reads_as)


@record
class Anchor:
    """The cue that states an event, and the predicate by which somebody takes part in it."""

    kind: str
    cue: Mention[Cue]
    predicate: Mention[Cue]

    @classmethod
    def of_cue(cls, cue: Mention[Cue], kind: str = "") -> Anchor:
        """Return the anchor whose cue is its predicate, too."""
        return cls(kind or cue.value.value, cue, cue)

    @property
    def chaired(self) -> bool:
        """Tell whether somebody is said to preside."""
        return self.predicate.value.reads_as == "chair"


def clauses(page: Page) -> Iterator[Clause]:
    """Yield the clauses of the body that hold a cue of an event."""
    for lo, hi in _paragraphs(page):
        yield from _cut(page, lo, hi, page.cues_in(lo, hi))


def of_title(page: Page) -> Iterator[Clause]:
    """Yield the clauses of the headline that hold a cue of an event."""
    lo, hi = page.layout.title
    yield from _cut(page, lo, hi, page.cues_in(lo, hi))


def _paragraphs(page: Page) -> Iterator[Range]:
    """Yield the paragraphs that hold a cue of an event, lines that were broken inside a sentence put together."""
    paragraphs = page.layout.paragraphs
    events = iter([cue.lo for cue in page.mentions.of(Cue) if cue.value.reads_as in ("event", "chair", "held")])
    event = next(events, None)
    index = 0
    while index < len(paragraphs) and event is not None:
        lo, hi = paragraphs[index]
        index += 1
        while event is not None and event < lo:
            event = next(events, None)
        if event is None or (event >= hi and not _in_columns(paragraphs[index - 1])):
            continue
        first = index - 1
        index, hi = _joined(page, index, lo, hi)
        if event < hi:
            yield _begin_with_heading(page, first), hi


def _begin_with_heading(page: Page, index: int) -> int:
    """Return where the paragraph at `index` begins, with the day and the place that have the lines before it alone."""
    paragraphs = page.layout.paragraphs
    if index and _broken_off(page, *paragraphs[index - 1 : index + 1]):
        index -= 1
    begin = paragraphs[index][0]
    if page.dates_in(begin, begin + _DAY_REACH):
        return begin
    for lo, hi in paragraphs[max(0, index - _HEADING_LINES) : index][::-1]:
        if not _circumstances_alone(page, lo, hi):
            break
        if page.dates_in(lo, lo + _DAY_REACH):
            return lo
    return begin


def _circumstances_alone(page: Page, lo: int, hi: int) -> bool:
    """Tell whether a line says when or where, and nothing else."""
    if hi - lo > _HEADING or page.people_in(lo, hi) or page.cues_in(lo, hi):
        return False
    days, hours, places = page.dates_in(lo, hi), page.times_in(lo, hi), page.mentions.within(Place, lo, hi)
    begins = min([*(day.lo for day in days), *(place.lo for place in places)], default=hi)
    ends = max([*(day.hi for day in days), *(hour.hi for hour in hours), *(place.hi for place in places)], default=lo)
    return begins - lo <= _DAY_REACH and hi - ends <= 1


def _in_columns(line: Range) -> bool:
    return line[1] - line[0] in _COLUMNS


def _joined(page: Page, index: int, lo: int, hi: int) -> tuple[int, int]:
    """Return the index behind the lines that belong to the paragraph `[lo, hi)`, and where these end."""
    paragraphs = page.layout.paragraphs
    lines = 1
    while index < len(paragraphs):
        line = paragraphs[index]
        wrapped = lines < _SCRIPT_LINES and _in_columns(paragraphs[index - 1]) and line[1] - line[0] < _COLUMNS.stop
        if wrapped:
            wrapped = not page.text.startswith(_list_marks(), line[0])
        goes_on = lines < _WRAPPED_LINES and (_begins_within_sentence(page, *line) or _broken_off(page, (lo, hi), line))
        if not (wrapped or goes_on):
            break
        hi, lines, index = line[1], lines + 1, index + 1
    return index, hi


def _broken_off(page: Page, before: Range, line: Range) -> bool:
    """Tell whether a line was broken between those who do something and the verb."""
    cues = page.cues_in(line[0], line[0] + _NEXT_LINE)
    if not cues or not (cues[0].value.reads_as == "chair" or cues[0].value.force in ("act", "attend")):
        return False
    people = page.people_in(max(before[0], before[1] - _LONG_WAY), before[1])
    return bool(people) and before[1] - people[-1].phrase_hi < _NEXT_LINE


@cache
def _list_marks() -> tuple[str, ...]:
    return rows("list_mark")


@cache
def _continues() -> re.Pattern[str]:
    return re.compile(one_of(rows("continues")))


def _begins_within_sentence(page: Page, lo: int, hi: int) -> bool:
    """Tell whether a line begins in the middle of a sentence."""
    if _continues().match(page.text, lo):
        return True
    cues = page.cues_in(lo, min(hi, lo + _WRAP_REACH))
    return bool(cues) and cues[0].value.reads_as == "opens" and not page.people_in(lo, cues[0].lo)


def _cut(page: Page, lo: int, hi: int, cues: Sequence[Mention[Cue]]) -> Iterator[Clause]:
    """Yield the clauses of a paragraph: cut behind verbs of speech, before breaks, or for length."""
    cuts = [(lo, 0, False)]
    for index, cue in enumerate(cues):
        speech = "speech" in (cue.value.reads_as, cue.value.reach)
        if speech or cue.value.reads_as == "break" or cue.hi - cuts[-1][0] > _LONGEST:
            cuts.append((cue.hi if speech else cue.lo, index + speech, speech))
    for (start, first, said), (end, last, _) in pairwise([*cuts, (hi, len(cues), False)]):
        own = cues[first:last]
        events, chairs = _of_events(page, own)
        if events or chairs or _speaks_of_holding(own):
            yield Clause(start, end, max(lo, start - _HEAD_REACH), said, own, events, chairs)


def _speaks_of_holding(cues: Sequence[Mention[Cue]]) -> bool:
    return any(cue.value.reads_as == "held" for cue in cues)


def _of_events(page: Page, cues: Sequence[Mention[Cue]]) -> tuple[list[Mention[Cue]], list[Mention[Cue]]]:
    """Return the cues of events and those of a chair that speak for themselves."""
    events, chairs = [], []
    before = ""
    for cue in cues:
        reads_as = cue.value.reads_as
        if reads_as == "event" and _counts(page, cue):
            events.append(cue)
        elif reads_as == "chair" and before != "aside" and _counts(page, cue):
            chairs.append(cue)
        before = reads_as
    return events, chairs


def leading(page: Page, clause: Clause) -> Anchor | None:
    """Return the event that `clause` is about: what somebody presides over, else what somebody does."""
    if clause.chairs:
        return _chaired(clause.chairs[0], clause.events)
    strong = [cue for cue in clause.events if cue.value.force != "weak" or _has_subject(page, cue)]
    if not strong:
        return None
    predicate = next((cue for cue in strong if cue.value.force != "noun"), strong[0])
    if (
        strong[0].value.value == "cabinet"
        and strong[0].value.reach == "met"
        and strong[0].lo - clause.lo <= _SUBJECT_GAP
    ):
        predicate = strong[0]
    if predicate.lo - strong[0].lo > _LONG_WAY:
        predicate = strong[0]
    if predicate.value.force == "held" and (opener := _opened(predicate, strong)) is not None:
        return Anchor(opener.value.value, predicate, opener)
    return Anchor(*_named(predicate, strong), predicate)


def _opened(held: Mention[Cue], strong: list[Mention[Cue]]) -> Mention[Cue] | None:
    """Return the cue that tells how what a body holds is opened, by somebody named behind it."""
    return next((cue for cue in strong if cue.value.reach == "presides" and 0 < cue.lo - held.hi < _OPENED_REACH), None)


def further(clause: Clause, first: Anchor | None) -> Iterator[Anchor]:
    """Yield the other events that `clause` may state."""
    visited = first is not None and first.kind == "visit"
    for cue in clause.events:
        known = first is not None and cue.lo in (first.cue.lo, first.predicate.lo)
        if cue.value.value == "visit":
            known, visited = known or visited, True
        if not known and cue.value.force != "weak":
            yield Anchor.of_cue(cue)


def _chaired(chair: Mention[Cue], events: Sequence[Mention[Cue]]) -> Anchor:
    """Return what the chair presides over: the strongest kind named right behind, else an event without a kind."""
    near = [cue for cue in events if chair.hi <= cue.lo < chair.hi + _CHAIR_REACH]
    near = [cue for cue in near if cue.value.force != "weak" or cue.lo - chair.hi < _WEAK_REACH]
    if not near:
        before = [cue for cue in events if cue.lo < chair.lo]
        best = min(before, key=lambda cue: cue.value.rank, default=None)
        return Anchor(best.value.value, best, chair) if best is not None else Anchor.of_cue(chair, "other")
    best = min(near, key=lambda cue: cue.value.rank)
    return Anchor(best.value.value, best, chair)


_STAYS_SPEECH = ("speech", "seminar")
"""A keynote at a seminar is a speech, though the seminar lends it its name."""
_TAKES_NAME = ("speech", "announcement", "other", "ceremony", "seminar")


def _named(predicate: Mention[Cue], events: list[Mention[Cue]]) -> tuple[str, Mention[Cue]]:
    """Return the kind of the event and the cue that names it: a speech belongs to the meeting that it is given at."""
    for cue in events:
        if not cue.value.rank < predicate.value.rank == 1:
            continue
        if 0 <= cue.lo - predicate.hi < _NEXT_WORD:
            return cue.value.value, cue
    if predicate.value.rank > _STRONG_RANK and predicate.value.value in _TAKES_NAME:
        reach = predicate.hi + (_WEAK_REACH if predicate.value.value == "other" else _CHAIR_REACH)
        for cue in events:
            if predicate.lo < cue.lo < reach and cue.value.rank <= _STRONG_RANK:
                stays = (predicate.value.value, cue.value.value) == _STAYS_SPEECH
                return (predicate if stays else cue).value.value, cue
    return predicate.value.value, predicate


def _has_subject(page: Page, cue: Mention[Cue]) -> bool:
    """Tell whether a person stands right before a cue, or before those who came along and are not named."""
    near = page.people_in(cue.lo - _LONG_WAY, cue.lo) if cue.value.subject else ()
    if not near:
        return False
    gap = cue.lo - near[-1].phrase_hi
    return gap <= _SUBJECT_GAP or (gap <= _COMPANY_GAP and page.text[cue.lo - 1] == " ")


def _counts(page: Page, cue: Mention[Cue]) -> bool:
    """Tell whether a cue speaks for itself: outside quotes and positions, and not told of somebody else."""
    if _quoted(page, cue.lo) or _in_background(page, cue):
        return False
    near = page.people_in(cue.lo - _LONG_WAY, cue.lo)
    if near and cue.lo < near[-1].phrase_hi:
        return False
    if cue.value.force == "goes":
        return leads_to_place(page, cue)
    if cue.value.force != "act":
        return True
    of_another = _of_another().search(page.text, max(0, cue.lo - _LONG_WAY), cue.lo)
    return of_another is None and _relative().search(page.text, max(0, cue.lo - 20), cue.lo) is None


def _in_background(page: Page, cue: Mention[Cue]) -> bool:
    """Tell whether a cue only names the source of something else."""
    return page.text[max(0, cue.lo - _BACKGROUND_REACH) : cue.lo].rstrip(" ").endswith(rows("background"))


@cache
def _of_another() -> re.Pattern[str]:
    """Match a body that somebody orders or praises, right before what it does."""
    orders, bodies = (one_of(rows(kind)) for kind in ("orders", "ordered"))
    return re.compile(rf"{orders}[ ]?{bodies}[ก-๎.]{{0,60}}(?:[ ]?\([ก-๎.]{{2,12}}\))?[ ]?$")


@cache
def _relative() -> re.Pattern[str]:
    words = one_of(rows("relative"))
    return re.compile(words + "[ ]?$")


def _quoted(page: Page, at: int) -> bool:
    """Tell whether the folded offset `at` lies inside a quoted name; longer quotes are speech."""
    quotes = page.layout.quotes
    index = bisect_right(quotes, at, key=lambda quote: quote.lo) - 1
    return index >= 0 and quotes[index].lo < at < quotes[index].hi <= quotes[index].lo + _LONGEST_NAME
