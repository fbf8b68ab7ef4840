"""Find who takes part in an event, and as what.

In:   Page, a statement and its anchor.
Out:  Participations in text order.
Not:  who a person is; people are resolved already.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Participation, Role
from thaigov_extract.readers.events._statements import Anchor
from thaigov_extract.resolve import Page, Person, PersonMention

_SUBJECT_ROLE: dict[str, Role] = {
    "press_conference": "spokesperson",
    "signing": "signatory",
    "speech": "lecturer",
}
"""What the subject of a verb is, where the verb does not make them the one who leads."""
_ADDED_ROLE: dict[str, Role] = {"speech": "lecturer"}
_JUST_BEFORE = 60


@dataclass(slots=True)
class _Cast:
    """People read so far, whose role the next cue decides."""

    subject: list[Person] = field(default_factory=list)
    companions: list[Person] = field(default_factory=list)
    listed: list[Person] = field(default_factory=list)
    mode: str = "subject"
    leads: Role | None = None
    led: list[Person] = field(default_factory=list)
    """The last people who got a leading role: a second verb may add to it."""
    roles: dict[tuple[str, Role], None] = field(default_factory=dict)

    def give(self, people: list[Person], role: Role) -> None:
        for person in people:
            self.roles.setdefault((person.name, role))

    def add(self, person: Person) -> None:
        if self.mode == "skip":
            return
        if self.mode == "assigned":
            self.give([person], "delegate_of")
            self.mode = "subject"
        elif self.leads is not None:
            self.give([person], self.leads)
        elif self.mode == "companions":
            self.companions.append(person)
        elif self.mode == "listed":
            self.listed.append(person)
        else:
            self.subject.append(person)

    def close(self, subject_role: Role) -> None:
        """Give the subject its role, and those with it theirs."""
        if self.mode == "listed":
            self.give(self.listed, subject_role)
            self.listed = []
            return
        if self.subject:
            self.led = self.subject
        self.give(self.subject, subject_role)
        self.give(self.companions, "attendee" if subject_role in ("chair", "lecturer") else subject_role)
        self.subject, self.companions = [], []


def participants(page: Page, lo: int, hi: int, anchor: Anchor) -> list[Participation]:
    """Return the people of `[lo, hi)` who take part in the event of `anchor`."""
    cast = _Cast()
    tokens: list[PersonMention | Mention[Cue]] = [*page.people_in(lo, hi), *page.mentions.within(Cue, lo, hi)]
    tokens.sort(key=lambda token: token.lo)
    inside = 0
    for token in tokens:
        if isinstance(token, PersonMention):
            cast.add(token.person)
            inside = max(inside, token.phrase_hi)
        elif token.lo >= inside:
            _follow(cast, token, anchor)
    cast.give(cast.listed, "attendee")
    cast.give(cast.companions, "attendee")
    return [Participation(name=name, role=role) for name, role in cast.roles]


def _follow(cast: _Cast, cue: Mention[Cue], anchor: Anchor) -> None:
    """Let one cue decide the roles of the people before it, or of those to come."""
    row = cue.value
    match row.reads_as:
        case "opens":
            _open(cast, row)
        case "chair":
            _preside(cast)
        case "event":
            _act(cast, row, anchor)
        case "role":
            _close_with(cast, row)
        case "leads":
            cast.leads = row.value  # type: ignore[assignment]
        case "assigns":
            cast.give(cast.subject, "delegate_of")
            cast.subject = []
        case "assigned":
            cast.mode = "assigned"
        case "aside":
            cast.mode = "skip"
        case "speech":
            cast.give(cast.subject, "spokesperson")
            cast.subject = []
            cast.mode = "subject"


def _open(cast: _Cast, row: Cue) -> None:
    cast.leads = None
    if row.value == "joins" and cast.mode != "listed":
        cast.mode = "companions"
    elif row.value != "joins":
        cast.give(cast.companions, "attendee")
        cast.companions = []
        cast.mode = "listed"


def _preside(cast: _Cast) -> None:
    if cast.mode == "skip":
        cast.mode = "subject"
        return
    cast.close("chair")
    cast.mode = "subject"


def _act(cast: _Cast, row: Cue, anchor: Anchor) -> None:
    if row.force == "attend":
        _close_with(cast, row)
        return
    if row.force != "act":
        return
    if row.value in _ADDED_ROLE and cast.led and not cast.subject and cast.mode != "listed":
        cast.give(cast.led, _ADDED_ROLE[row.value])
    role = _SUBJECT_ROLE.get(row.value, "chair")
    if cast.mode == "listed":
        cast.close(role if row.value in _SUBJECT_ROLE else "attendee")
    else:
        cast.close(role)
        cast.mode = "subject"


def _close_with(cast: _Cast, row: Cue) -> None:
    role: Role = row.value if row.reads_as == "role" else "attendee"  # type: ignore[assignment]
    if row.reach == "last" and cast.mode == "listed" and len(cast.listed) > 1:
        cast.give(cast.listed[:-1], "attendee")
        cast.listed = cast.listed[-1:]
    if cast.mode == "listed":
        cast.give(cast.listed, role)
        cast.listed = []
    else:
        cast.give([*cast.subject, *cast.companions], role)
        cast.subject, cast.companions = [], []
        cast.mode = "subject"
