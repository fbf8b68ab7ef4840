"""Cut the body into statements, and find in each what is held.

In:   Page: paragraphs and cues.
Out:  Statement: a range that says one thing, with its cues; Anchor: the cue that states an event.
Not:  when, where and who.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.resolve import Page

_CHAIR_REACH = 160
"""What a chair presides over is named within this many characters behind the chair cue."""
_WEAK_REACH = 24
_STRONG_RANK = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said at the folded range `[lo, hi)` of the paragraph that begins at `head`."""

    lo: int
    hi: int
    head: int
    paragraph: int
    said: bool
    """True for what a speaker reports, behind a verb of speech."""
    cues: Sequence[Mention[Cue]]

    def of(self, *reads_as: str) -> Iterator[Mention[Cue]]:
        """Yield the cues that read as one of `reads_as`, in text order."""
        return (cue for cue in self.cues if cue.value.reads_as in reads_as)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The cue that states an event, and the predicate by which somebody takes part in it."""

    kind: str
    cue: Mention[Cue]
    predicate: Mention[Cue]

    @property
    def chaired(self) -> bool:
        """Tell whether somebody is said to preside."""
        return self.predicate.value.reads_as == "chair"


def statements(page: Page) -> Iterator[Statement]:
    """Yield the statements of the body that hold a cue of an event."""
    for number, (lo, hi) in enumerate(page.layout.paragraphs):
        cues = page.mentions.within(Cue, lo, hi)
        if any(cue.value.reads_as in ("event", "chair") for cue in cues):
            yield from _cut(number, lo, hi, cues)


def _cut(number: int, lo: int, hi: int, cues: Sequence[Mention[Cue]]) -> Iterator[Statement]:
    start, first, said = lo, 0, False
    for index, cue in enumerate(cues):
        reads_as = cue.value.reads_as
        if reads_as not in ("speech", "break"):
            continue
        end = cue.hi if reads_as == "speech" else cue.lo
        if any(c.value.reads_as in ("event", "chair") for c in cues[first:index]):
            yield Statement(start, end, lo, number, said, cues[first : index + (reads_as == "speech")])
        start, first = end, index + (reads_as == "speech")
        said = reads_as == "speech"
    if any(c.value.reads_as in ("event", "chair") for c in cues[first:]):
        yield Statement(start, hi, lo, number, said, cues[first:])


def anchors(page: Page, statement: Statement) -> Iterator[Anchor]:
    """Yield the events that `statement` states, the one that leads first."""
    events = [cue for cue in statement.of("event") if not quoted(page, cue.lo)]
    chairs = [cue for cue in statement.of("chair") if not quoted(page, cue.lo)]
    if chairs:
        leading = _chaired(chairs[0], events)
        yield leading
        events = [cue for cue in events if cue.value.value == "visit" and cue is not leading.cue]
    else:
        strong = [cue for cue in events if cue.value.force != "weak"]
        if not strong:
            return
        predicate = next((cue for cue in strong if cue.value.force in ("act", "attend")), strong[0])
        yield Anchor(*_named(predicate, strong), predicate)
        events = []
    for cue in events:
        yield Anchor(cue.value.value, cue, cue)


def _chaired(chair: Mention[Cue], events: list[Mention[Cue]]) -> Anchor:
    """Return what the chair presides over: the strongest kind named right behind, else an event without a kind."""
    near = [cue for cue in events if chair.hi <= cue.lo < chair.hi + _CHAIR_REACH]
    near = [cue for cue in near if cue.value.force != "weak" or cue.lo - chair.hi < _WEAK_REACH]
    if not near:
        return Anchor("other", chair, chair)
    best = near[0]
    for cue in near[1:]:
        if cue.value.rank < best.value.rank and cue.lo - best.hi < _CHAIR_REACH // 2:
            best = cue
    return Anchor(best.value.value, best, chair)


def _named(predicate: Mention[Cue], events: list[Mention[Cue]]) -> tuple[str, Mention[Cue]]:
    """Return the kind of the event and the cue that names it: a speech belongs to the meeting that it is given at."""
    if predicate.value.rank > _STRONG_RANK and predicate.value.value in (
        "speech",
        "announcement",
        "other",
        "meeting",
        "ceremony",
        "seminar",
    ):
        for cue in events:
            if cue.lo > predicate.lo and cue.value.rank <= _STRONG_RANK:
                return cue.value.value, cue
    return predicate.value.value, predicate


def quoted(page: Page, at: int) -> bool:
    """Tell whether the folded offset `at` lies inside a quoted passage."""
    quotes = page.layout.quotes
    index = bisect_right(quotes, at, key=lambda quote: quote.lo) - 1
    return index >= 0 and quotes[index].lo < at < quotes[index].hi
