"""Hold an event under reading, and tell whether its circumstances make an event of it.

In:   Page, a clause and its anchor, with what was found around it.
Out:  Draft.
Not:  which of them the release is about.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field

from thaigov_extract._layout import Range
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import UNTOLD
from thaigov_extract.finders.places import Place
from thaigov_extract.models import Attendance, TimeExpression
from thaigov_extract.readers.events._clauses import Anchor, Clause
from thaigov_extract.readers.events._days import attached_day, when
from thaigov_extract.readers.events._organisers import organising_body
from thaigov_extract.readers.events._people import Cast
from thaigov_extract.resolve import Dated, Page

_SUBJECT_REACH = 160
_LEAD_SUBJECT_REACH = 40
_AT_ONCE = 200
"""What a speaker tells first begins this near behind the verb of speech."""
_LEAD_WITHIN = 20_000
"""How soon somebody with a position is named."""


@dataclass(slots=True)
class Draft:
    """An event under reading, told at the folded range `[lo, hi)`: its clause, or the passage of it that is given."""

    clause: Clause
    anchor: Anchor
    name: Range | None = None
    day: Dated | None = None
    place: Place | None = None
    passage: InitVar[Range | None] = None
    lo: int = field(init=False)
    hi: int = field(init=False)
    cast: Cast = field(default_factory=Cast)
    marked: bool = False
    """True where a marker opens the place."""
    clock: TimeExpression | None = None
    count: Attendance | None = None
    holder: Range | None = None
    """The body that holds it."""

    def __post_init__(self, passage: Range | None) -> None:
        self.lo, self.hi = passage or (self.clause.lo, self.clause.hi)

    @property
    def acted(self) -> bool:
        """Tell whether somebody does more than speak of it."""
        return any(role != "spokesperson" for _, role in self.cast)

    @property
    def nondescript(self) -> bool:
        """Tell whether neither a kind nor a name says what it is."""
        return self.name is None and self.anchor.kind == "other"

    @property
    def edtf(self) -> str | None:
        """The day in EDTF."""
        return self.day.expression.edtf if self.day is not None else None


def stand_in(kind: str, at: int) -> Anchor:
    """Return the anchor of an event that no cue states."""
    return Anchor.of_cue(Mention(at, at, UNTOLD, ""), kind)


def borne_out(page: Page, draft: Draft) -> bool:
    """Tell whether the circumstances of a draft make an event of it."""
    anchor, clause = draft.anchor, draft.clause
    force = anchor.predicate.value.force
    dated, placed = draft.day is not None, draft.place is not None
    if anchor.chaired:
        return dated or placed or (draft.acted and draft.name is not None)
    if any(cue.lo < anchor.predicate.lo for cue in clause.of("afterwards")):
        return dated or placed or draft.name is not None or (draft.acted and force == "act")
    if force == "placed":
        return placed
    if clause.said:
        return _borne_out_as_said(page, draft)
    if force == "noun":
        return (dated and placed) or (draft.cast.has("chair") and (dated or placed))
    return _borne_out_as_done(page, draft)


def _borne_out_as_done(page: Page, draft: Draft) -> bool:
    """Tell whether what the text itself says that somebody did is borne out: the lead may leave out day and place."""
    dated, placed = draft.day is not None, draft.place is not None
    if dated or draft.marked:
        announced = dated and bool(draft.cast) and draft.anchor.kind == "press_conference"
        return draft.acted or (dated and placed) or announced or _body_acts(page, draft)
    if not draft.acted:
        return False
    reach = _SUBJECT_REACH // 2 if placed else _LEAD_SUBJECT_REACH
    return _subject_within(page, draft.anchor, reach) and (placed or _leads(page, draft.clause))


def _leads(page: Page, clause: Clause) -> bool:
    """Tell whether a clause stands in the first paragraph that names people with their positions."""
    begin = page.layout.body[0]
    opening = page.people_in(begin, min(clause.hi, begin + _LEAD_WITHIN))
    first = next((mention.lo for mention in opening if mention.phrase_hi > mention.hi), -1)
    return clause.head <= first < clause.hi


def _body_acts(page: Page, draft: Draft) -> bool:
    """Tell whether a body is the subject."""
    return organising_body(page, draft.lo, draft.anchor.predicate.lo) is not None


def _borne_out_as_said(page: Page, draft: Draft) -> bool:
    """Tell whether what somebody reports is borne out: only a day or place of its own counts, or people who came."""
    anchor, acted, dated = draft.anchor, draft.acted, draft.day is not None
    at_name = draft.name is not None and attached_day(page, anchor.cue, draft.name) is not None
    dated_here = dated and bool(page.dates_in(draft.lo, draft.hi)) and (anchor.kind != "other" or acted or at_name)
    # A visit of nobody to nowhere is as a rule an order to see to it, and the day that of the accident.
    idle = anchor.kind == "visit" and not acted and draft.place is None and not _body_acts(page, draft)
    if dated_here and anchor.predicate.value.force != "noun" and not idle:
        return True
    if draft.place is not None and (draft.marked or acted):
        return True
    if acted and (dated or _attended(draft.clause, anchor)):
        return True
    if _speaker_leads(page, draft) and when(page, draft.clause.head, draft.lo) is not None:
        return True
    at_once = anchor.predicate.value.force == "held" and anchor.predicate.lo - draft.lo <= _AT_ONCE
    if not (at_once and draft.name is not None and _body_acts(page, draft)):
        return False
    return when(page, draft.clause.head, draft.lo) is not None


def _speaker_leads(page: Page, draft: Draft) -> bool:
    """Tell whether who speaks leads what they tell of."""
    spoken = page.people_in(draft.clause.head, draft.lo)
    return draft.anchor.kind != "other" and bool(spoken) and (spoken[-1].person.name, "chair") in draft.cast


def _subject_within(page: Page, anchor: Anchor, reach: int) -> bool:
    """Tell whether the people before a predicate are its subject, not those who ordered it."""
    at = anchor.predicate.lo
    near = page.people_in(at - _SUBJECT_REACH, at)
    return bool(near) and at - near[-1].phrase_hi <= reach


def _attended(clause: Clause, anchor: Anchor) -> bool:
    """Tell whether a list of people who came follows the anchor."""
    return any(cue.lo > anchor.predicate.lo and cue.value.value != "joins" for cue in clause.of("opens"))


def overlap(page: Page, one: Place, two: Place) -> bool:
    """Tell whether one place phrase contains the other."""
    a, b = page.text[one.lo : one.hi], page.text[two.lo : two.hi]
    return a in b or b in a
