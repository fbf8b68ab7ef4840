"""Find who takes part in an event, and as what.

In:   Page and a range of it.
Out:  the parts of people, who leads the event first, the others as the text tells of them.
Not:  who a person is; people are resolved already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast

from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Participation, Role
from thaigov_extract.readers.events._places import leads_to_place
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page, PersonMention

_ADDED_BY_SPEECH: Role = "lecturer"
_SPEAKER_REACH = 60
"""A speaker and their position end at most this far before the verb of speech."""
_ASSIGNER_REACH = 30
"""Who assigns stands with their position at most this far before the verb."""
_ASSIGNED_REACH = 16
"""Who assigned stands at most this far behind the verb."""
_SELF_REACH = 16
"""A speaker says "I" within this distance before what they did."""
_ALONE_REACH = 400
"""What a speaker did without saying "I" is told within this distance behind the verb of speech."""
_NEXT = 4
NEXT_WORD = 3
ROW_GAP = 12
"""Between two people of a row: a joint and a number."""
_SUBJECT_REACH = 260
"""Between those who do something and the verb stand no more than their position, a place and a day."""

Part = tuple[str, Role]
"""The name of a person, and a role of theirs."""


class Cast(dict[Part, None]):
    """Who takes part in an event, and as what: a set in the order of its making."""

    __slots__ = ()

    @classmethod
    def of_parts(cls, parts: Iterable[Part]) -> Cast:
        """Return a cast of `parts`."""
        made = cls()
        made.add_all(parts)
        return made

    @property
    def names(self) -> set[str]:
        """The names of those who have a part."""
        return {name for name, _ in self}

    def of(self, role: Role) -> Cast:
        """Return the parts of one role."""
        return Cast.of_parts([part for part in self if part[1] == role])

    def has(self, role: Role) -> bool:
        """Tell whether anybody has `role`."""
        return role in [held for _, held in self]

    def add(self, name: str, role: Role) -> None:
        """Give a role to somebody."""
        self[name, role] = None

    def add_all(self, parts: Iterable[Part]) -> None:
        """Add `parts`, whoever has one already."""
        for part in parts:
            self[part] = None

    def add_unnamed(self, parts: Iterable[Part]) -> None:
        """Add those of `parts` whose people have none yet."""
        named = self.names
        for part in parts:
            if part[0] not in named:
                self[part] = None


@dataclass(slots=True)
class _Stage:
    """People read so far, whose role the next cue decides."""

    roles: Cast = field(default_factory=Cast)
    subject: list[PersonMention] = field(default_factory=list)
    companions: list[PersonMention] = field(default_factory=list)
    listed: list[PersonMention] = field(default_factory=list)
    led: list[PersonMention] = field(default_factory=list)
    """Those who got a leading role: a second verb may add to it."""
    named: set[str] = field(default_factory=set)
    chaired: bool = False
    mode: str = "subject"
    leads: Role | None = None
    assigned_at: int = -1
    speaker: PersonMention | None = None
    spoke_at: int = -1
    sent: bool = False
    """True once the speaker says who assigned them."""
    hosted_at: int = -1
    """Where a verb of receiving ends: the guests may stand right behind it."""
    announcer: PersonMention | None = None
    aside: list[PersonMention] = field(default_factory=list)
    """Those told of in a relative clause: only a verb of the event gives them a role."""
    aside_tells: bool = False
    """True where the clause may say that they were at the event."""
    aside_chairs: bool = False
    """True where the clause tells who presides over the event named right before it, not over a body."""
    event_hi: int = -_SUBJECT_REACH - 1
    """Where the word for an event ends that the last cue is."""
    presided: bool = False
    """True once somebody is said to preside, known or not."""
    listed_at: int = 0
    """Where the last list closed begins."""
    rest: Role = "attendee"
    """The role of listed people whom no verb closes."""

    def give(self, people: list[PersonMention], role: Role) -> None:
        for mention in people:
            name = mention.person.name
            taken = (name, "delegate_of") in self.roles if role == "chair" else name in self.named
            if role not in ("attendee", "chair", "host") or not taken:
                self.assign(name, role)

    def give_alone(self, mention: PersonMention, role: Role) -> None:
        """Give a role to somebody who has none yet."""
        if mention.person.name not in self.named:
            self.assign(mention.person.name, role)

    def assign(self, name: str, role: Role) -> None:
        """Note down one person's role."""
        self.roles.add(name, role)
        self.named.add(name)
        self.chaired = self.chaired or role == "chair"

    def enter(self, mention: PersonMention) -> None:
        if self.assigned_at >= 0 and mention.phrase_lo - self.assigned_at <= _ASSIGNED_REACH:
            self.give([mention], "delegate_of")
            self.assigned_at, self.sent = -1, self.speaker is not None
        elif self.mode == "skip":
            if self.aside_tells:
                self.aside.append(mention)
        elif self.leads is not None:
            self.give([mention], self.leads)
        else:
            received = self.hosted_at >= 0 and 0 <= mention.phrase_lo - self.hosted_at <= NEXT_WORD
            if self.mode == "subject" and received:
                self.mode, self.rest = "listed", "attendee"
            {"companions": self.companions, "listed": self.listed}.get(self.mode, self.subject).append(mention)

    def close(self, role: Role, at: int) -> None:
        """Give the people before `at` their role; a list of people before it closes too."""
        if self.mode == "skip" and self.aside:
            self.give(self.aside, role)
        elif self.mode == "listed" and self.listed:
            self.listed_at = self.listed[0].lo
            self.give(self.listed, role)
            if role == "chair":
                self.led = self.listed[-1:]
        else:
            last = max((mention.phrase_hi for mention in [*self.subject, *self.companions]), default=0)
            subject = self.subject if at - last <= _SUBJECT_REACH else []
            another = role == "chair" and self.chaired
            self.give(subject, "attendee" if another else role)
            if subject:
                self.led = subject
            self.give(self.companions, role if role in ("host", "signatory", "spokesperson") else "attendee")
            self.subject, self.companions = [], []
        self.listed, self.aside, self.mode, self.leads = [], [], "subject", None


def participants(page: Page, lo: int, hi: int, *, meets: bool = False) -> Cast:
    """Return the people of `[lo, hi)` with their roles; those without a verb are there if the event `meets`."""
    stage = _Stage()
    tokens: list[PersonMention | Mention[Cue]] = [*page.people_in(lo, hi), *page.cues_in(lo, hi)]
    tokens.sort(key=lambda token: token.lo)
    inside = 0
    for token in tokens:
        if isinstance(token, PersonMention):
            stage.enter(token)
            inside = max(inside, token.phrase_hi)
        elif token.lo >= inside and (token.value.force != "goes" or leads_to_place(page, token)):
            _follow(page, stage, token)
    stage.give(stage.listed, stage.rest)
    stage.give(stage.companions, "attendee")
    if meets:
        stage.give(stage.subject, "attendee")
    _settle_first(stage)
    if stage.announcer is not None:
        stage.give_alone(stage.announcer, "spokesperson")
    return stage.roles


def participations(parts: Cast) -> list[Participation]:
    """Return the roles of `parts` as the contract has them."""
    return [Participation(name=name, role=role) for name, role in parts]


def _follow(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    """Let one cue decide the roles of the people before it, or of those to come."""
    match cue.value.reads_as:
        case "chair" | "event":
            _mean_speaker(page, stage, cue)
            _do(page, stage, cue)
        case "role":
            _close_with(stage, cue)
        case "speech":
            _speak(stage, cue)
        case _:
            _lead_on(page, stage, cue)
    stage.event_hi = cue.hi if cue.value.reads_as == "event" else -_SUBJECT_REACH - 1


def _do(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    stage.presided = stage.presided or cue.value.reads_as == "chair"
    if cue.value.reads_as == "event":
        _act(page, stage, cue)
    elif stage.mode == "skip" and not stage.aside_chairs:
        stage.mode = "subject"
    else:
        stage.close("chair", cue.lo)


def _close_with(stage: _Stage, cue: Mention[Cue]) -> None:
    """Give the people before a cue its role, or only the last of them, the others being there."""
    if cue.value.reach in ("last", "speech") and len(stage.listed) > 1:
        stage.give(stage.listed[:-1], stage.rest)
        stage.listed = stage.listed[-1:]
    if cue.value.reach == "speech":
        _leave_speaker(stage)
    if cue.value.reach == "beside":
        # The clergy has a chair of its own.
        chaired, stage.chaired = stage.chaired, False
        stage.close("chair", cue.lo)
        stage.chaired = chaired
        return
    stage.close(cast(Role, cue.value.value), cue.lo)
    if cue.value.value == "host":
        stage.hosted_at = cue.hi


def _leave_speaker(stage: _Stage) -> None:
    """Let only the last of those before a verb of summing up speak, where they stand in no row with the others."""
    row = [*stage.subject, *stage.companions]
    if stage.mode == "listed" or not row:
        return
    *others, speaker = row
    if others and speaker.phrase_lo - others[-1].phrase_hi > ROW_GAP:
        stage.give([mention for mention in stage.companions if mention is not speaker], "attendee")
        stage.subject, stage.companions = [speaker], []
    _forget_announcer(stage, speaker)


def _forget_announcer(stage: _Stage, speaker: PersonMention) -> None:
    """Note who stands before "after the talk" as there, where another speaks: "A met B. After the talk C said"."""
    if stage.announcer is not None and stage.announcer.person is not speaker.person:
        stage.give_alone(stage.announcer, stage.rest)
        stage.announcer = None


def _lead_on(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    """Let a cue decide what the people behind it are."""
    match cue.value.reads_as:
        case "opens":
            if cue.value.value == "joins":
                _mean_self(page, stage, cue)
            if cue.value.value != "heads" or stage.mode != "subject" or not stage.subject:
                _open(stage, cue.value)
        case "leads":
            stage.leads = cast(Role, cue.value.value)
        case "assigns":
            says_self = _mean_self(page, stage, cue)
            near = [m for m in stage.subject if cue.lo - m.phrase_hi <= _ASSIGNER_REACH]
            stage.give(stage.subject[-1:] if says_self else near, "delegate_of")
            stage.subject = []
        case "afterwards":
            stage.announcer = stage.subject[-1] if stage.subject else None
        case "assigned":
            stage.assigned_at = cue.hi
        case "aside":
            stage.mode, stage.aside, stage.aside_tells = "skip", [], bool(cue.value.value)
            stage.aside_chairs = 0 <= cue.lo - stage.event_hi <= _SUBJECT_REACH


def _open(stage: _Stage, row: Cue) -> None:
    """Begin a list of those who came, or of companions of those before."""
    stage.leads = None
    if row.value == "joins":
        if stage.mode != "listed" and not stage.aside:
            stage.mode = "companions"
    else:
        stage.give(stage.companions, "attendee")
        stage.give(stage.listed, stage.rest)
        stage.companions, stage.listed, stage.aside = [], [], []
        stage.mode, stage.rest, stage.assigned_at = "listed", "attendee", -1


def _has_doer(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Tell whether those before a cue that may be a noun too do it: they stand next to it, or before their company."""
    if any(cue.lo - mention.phrase_hi <= _NEXT for mention in stage.subject):
        return True
    return cue.value.force == "weak" and bool(stage.subject) and page.text[cue.lo - 1 : cue.lo] == " "


def _act(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    """Give those before an act the role that it tells."""
    row = cue.value
    if not row.subject or (row.force in ("weak", "noun") and not _has_doer(page, stage, cue)):
        return
    if row.reach == "speech" and stage.subject:
        stage.speaker = stage.subject[-1]
    role = cast(Role, row.subject)
    if role == _ADDED_BY_SPEECH and stage.led and not stage.subject and not stage.listed:
        stage.give(stage.led, role)
    elif stage.mode == "listed" and row.reach == "presides":
        stage.give(stage.listed[:-1], "attendee")
        stage.listed = stage.listed[-1:]
        stage.close(role, cue.lo)
    elif stage.mode == "listed" and role == "chair":
        stage.close("attendee", cue.lo)
    else:
        if role == "chair":
            _lead_alone(page, stage)
        stage.close(role, cue.lo)
    if row.value == "meeting" and row.force == "act":
        stage.mode, stage.rest = "listed", "host" if row.reach == "host" else "attendee"


def _lead_alone(page: Page, stage: _Stage) -> None:
    """Let the first of those joined lead what they do, the others being there."""
    subject = stage.subject
    if len(subject) > 1 and _joint().fullmatch(page.text, subject[0].phrase_hi, subject[1].phrase_lo):
        stage.subject, stage.companions = subject[:1], [*subject[1:], *stage.companions]


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,3}}{one_of(phrases_of('people', 'weak', 'and'))}[ ]{{0,3}}")


def _mean_speaker(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    """Let a speaker who says "I" be the subject of the cue."""
    if stage.speaker is None:
        return
    if not _mean_self(page, stage, cue) and (stage.sent or _goes_on_alone(page, stage, cue)):
        _let_speaker_act(stage, cue.lo)


def _mean_self(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Let a speaker who says "I" right before the cue be its subject, and tell whether it is so."""
    meant = stage.speaker is not None and _self().search(page.text, max(0, cue.lo - _SELF_REACH), cue.lo) is not None
    if meant:
        _let_speaker_act(stage, cue.lo)
    return meant


def _let_speaker_act(stage: _Stage, at: int) -> None:
    if stage.speaker is not None:
        stage.subject.append(replace(stage.speaker, lo=at, hi=at, phrase_lo=at, phrase_hi=at))
        stage.roles.pop((stage.speaker.person.name, "spokesperson"), None)
        stage.speaker = None


def _goes_on_alone(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Tell whether no more than a day stands between the verb of speech and what was done: the speaker did it."""
    if stage.subject or cue.lo - stage.spoke_at > _ALONE_REACH:
        return False
    text, parts, at = page.text, "", stage.spoke_at
    for day in page.dates_in(at, cue.lo):
        parts, at = parts + text[at : day.lo], day.hi
    return _alone().match(parts + text[at : cue.lo]) is not None


@cache
def _alone() -> re.Pattern[str]:
    lead, word = (one_of(rows(kind)) for kind in ("day_lead", "day_word"))
    day = f"(?:{lead}[ ]?)?(?:{word}[ ]?)?"
    that, past = one_of(phrases_of("people", "that")), one_of(rows("day_past"))
    did = one_of(rows("did"))
    return re.compile(rf"[ ]{{0,2}}(?:{that})?[ ]{{0,2}}{day}[ ]{{0,2}}(?:{past}[ ]{{0,2}})?{did}")


@cache
def _self() -> re.Pattern[str]:
    words = one_of(rows("speaker_self"))
    return re.compile(words + "[ ]?$")


def _settle_first(stage: _Stage) -> None:
    """Let somebody whom others are told to join, to receive or to have sent lead what they do, whatever it is."""
    others = {role for _, role in stage.roles} - {"attendee", "spokesperson", "delegate_of", "host"}
    if not stage.subject or others or stage.presided:
        return
    first, last = stage.subject[0], max(stage.listed_at, stage.companions[0].lo if stage.companions else 0)
    sent = stage.roles.has("delegate_of")
    alone = all(mention.person is first.person for mention in stage.subject)
    if (sent or (alone and first.lo < last)) and first.person.name not in stage.named:
        known, stage.roles = stage.roles, Cast()
        stage.assign(first.person.name, "chair")
        stage.roles.add_all(known)


def _speak(stage: _Stage, cue: Mention[Cue]) -> None:
    """Let the nearest of those before a verb of speech speak, or who was announced; a new sentence begins."""
    everybody = [*stage.subject, *stage.companions, *stage.listed]
    nearest = max(everybody, key=lambda m: m.lo, default=None)
    if nearest is not None and cue.lo - nearest.phrase_hi <= _SPEAKER_REACH:
        if nearest in stage.listed:
            stage.listed.remove(nearest)
        _forget_announcer(stage, nearest)
        # Who was named as having come, and now speaks, announces nothing.
        if all(mention.person is not nearest.person for mention in stage.listed):
            stage.give_alone(nearest, "spokesperson")
        stage.speaker, stage.spoke_at = nearest, cue.hi
    if stage.announcer is not None:
        stage.give_alone(stage.announcer, "spokesperson")
        stage.speaker, stage.announcer = stage.announcer, None
    stage.give(stage.listed, stage.rest)
    stage.subject, stage.listed, stage.companions = [], [], []
    stage.mode, stage.leads, stage.rest = "subject", None, "attendee"
