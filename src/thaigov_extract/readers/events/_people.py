"""Find who takes part in an event, and as what.

In:   Page and a range of it.
Out:  Participations in text order.
Not:  who a person is; people are resolved already.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import cast

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Participation, Role
from thaigov_extract.readers.events._circumstances import leads_to_place
from thaigov_extract.resolve import Page, PersonMention

_ADDED_BY_SPEECH: Role = "lecturer"
_SPEAKER_REACH = 60
"""A speaker and their position end at most this far before the verb of speech."""
_ASSIGNER_REACH = 30
_ASSIGNED_REACH = 16
_SELF_REACH = 16
_NEXT = 4
_NEXT_WORD = 3
_SUBJECT_REACH = 260
_LIST_LINES = 20

Cast = dict[tuple[str, Role], None]


@dataclass(slots=True)
class _Stage:
    """People read so far, whose role the next cue decides."""

    roles: Cast = field(default_factory=dict)
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
    himself: PersonMention | None = None
    """The speaker, once told to act."""
    hosted_at: int = -1
    """Where a verb of receiving ends: the guests may stand right behind it."""
    announcer: PersonMention | None = None
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
        self.roles.setdefault((name, role))
        self.named.add(name)
        self.chaired = self.chaired or role == "chair"

    def enter(self, mention: PersonMention) -> None:
        if self.assigned_at >= 0 and mention.phrase_lo - self.assigned_at <= _ASSIGNED_REACH:
            self.give([mention], "delegate_of")
            self.assigned_at, self.sent = -1, self.speaker is not None
        elif self.mode == "skip":
            return
        elif self.leads is not None:
            self.give([mention], self.leads)
        else:
            received = self.hosted_at >= 0 and 0 <= mention.phrase_lo - self.hosted_at <= _NEXT_WORD
            if self.mode == "subject" and received:
                self.mode, self.rest = "listed", "attendee"
            {"companions": self.companions, "listed": self.listed}.get(self.mode, self.subject).append(mention)

    def close(self, role: Role, at: int) -> None:
        """Give the people before `at` their role; a list of people before it closes too."""
        if self.mode == "listed" and self.listed:
            self.give(self.listed, role)
            if role == "chair":
                self.led = self.listed[-1:]
        else:
            last = max((mention.phrase_hi for mention in [*self.subject, *self.companions]), default=0)
            subject = self.subject if at - last <= _SUBJECT_REACH else []
            another = role == "chair" and self.chaired and subject != self.led
            self.give(subject, "attendee" if another else role)
            if subject:
                self.led = subject
            self.give(self.companions, role if role in ("host", "signatory", "spokesperson") else "attendee")
            self.subject, self.companions = [], []
        self.listed, self.mode, self.leads = [], "subject", None


def participants(page: Page, lo: int, hi: int, parts: Cast, *, meets: bool = False) -> None:
    """Add to `parts` the people of `[lo, hi)` with their roles; those without a verb are there if the event `meets`."""
    stage = _Stage(parts, named={name for name, _ in parts}, chaired=any(role == "chair" for _, role in parts))
    tokens: list[PersonMention | Mention[Cue]] = [*page.people_in(lo, hi), *page.mentions.within(Cue, lo, hi)]
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
    if stage.subject and stage.subject[-1] is stage.himself and not stage.chaired:
        stage.give_alone(stage.subject[-1], "chair")
    if stage.announcer is not None:
        stage.give_alone(stage.announcer, "spokesperson")


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


def _do(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    if cue.value.reads_as == "event":
        _act(page, stage, cue)
    elif stage.mode == "skip":
        stage.mode = "subject"
    else:
        stage.close("chair", cue.lo)


def _close_with(stage: _Stage, cue: Mention[Cue]) -> None:
    """Give the people before a cue its role, or only the last of them, the others being there."""
    if cue.value.reach in ("last", "speech") and len(stage.listed) > 1:
        stage.give(stage.listed[:-1], "attendee")
        stage.listed = stage.listed[-1:]
    if cue.value.reach == "beside":
        # The clergy has a chair of its own.
        chaired, stage.chaired = stage.chaired, False
        stage.close("chair", cue.lo)
        stage.chaired = chaired
        return
    stage.close(cast(Role, cue.value.value), cue.lo)
    if cue.value.value == "host":
        stage.hosted_at = cue.hi


def _lead_on(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
    """Let a cue decide what the people behind it are."""
    match cue.value.reads_as:
        case "opens":
            if cue.value.value == "joins":
                _mean_self(page, stage, cue)
            _open(stage, cue.value)
        case "leads":
            stage.leads = cast(Role, cue.value.value)
        case "assigns":
            told = _mean_self(page, stage, cue)
            near = [m for m in stage.subject if cue.lo - m.phrase_hi <= _ASSIGNER_REACH]
            stage.give(stage.subject[-1:] if told else near, "delegate_of")
            stage.subject = []
        case "afterwards":
            stage.announcer = stage.subject[-1] if stage.subject else None
        case "assigned":
            stage.assigned_at = cue.hi
        case "aside":
            stage.mode = "skip"


def _open(stage: _Stage, row: Cue) -> None:
    stage.leads = None
    if row.value == "joins":
        if stage.mode != "listed":
            stage.mode = "companions"
    else:
        stage.give(stage.companions, "attendee")
        stage.give(stage.listed, stage.rest)
        stage.companions, stage.listed = [], []
        stage.mode = "listed"


def _has_doer(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Tell whether those before a cue that may be a noun too do it: they stand next to it, or before their company."""
    if any(cue.lo - mention.phrase_hi <= _NEXT for mention in stage.subject):
        return True
    last = max((mention.phrase_hi for mention in [*stage.subject, *stage.companions]), default=0)
    begins = page.text[cue.lo - 1 : cue.lo] == " "
    return cue.value.force == "weak" and bool(stage.subject) and begins and cue.lo - last <= _SPEAKER_REACH


def _act(page: Page, stage: _Stage, cue: Mention[Cue]) -> None:
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
        stage.mode, stage.rest = "listed", cast(Role, row.reach or "attendee")


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
        _let_speaker_act(stage)


def _mean_self(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Let a speaker who says "I" right before the cue be its subject, and tell whether it is so."""
    told = stage.speaker is not None and _self().search(page.text, max(0, cue.lo - _SELF_REACH), cue.lo) is not None
    if told:
        _let_speaker_act(stage)
    return told


def _let_speaker_act(stage: _Stage) -> None:
    if stage.speaker is not None:
        stage.subject.append(stage.speaker)
        stage.himself = stage.speaker
        stage.roles.pop((stage.speaker.person.name, "spokesperson"), None)
        stage.speaker = None


def _goes_on_alone(page: Page, stage: _Stage, cue: Mention[Cue]) -> bool:
    """Tell whether no more than a day stands between the verb of speech and what was done: the speaker did it."""
    if stage.subject or stage.companions or cue.lo - stage.spoke_at > _ALONE_REACH:
        return False
    text, parts, at = page.text, "", stage.spoke_at
    for day in page.dates_in(at, cue.lo):
        parts, at = parts + text[at : day.lo], day.hi
    return _alone().match(parts + text[at : cue.lo]) is not None


@cache
def _alone() -> re.Pattern[str]:
    lead, word = (one_of(phrases_of("circumstances", kind)) for kind in ("day_lead", "day_word"))
    day = f"(?:{lead}[ ]?)?(?:{word}[ ]?)?"
    return re.compile(rf"[ ]{{0,2}}(?:ว่า)?[ ]{{0,2}}{day}[ ]{{0,2}}(?:ที่ผ่านมา[ ]{{0,2}})?ได้")


@cache
def _self() -> re.Pattern[str]:
    words = one_of(phrases_of("circumstances", "speaker_self"))
    return re.compile(words + "[ ]?$")


def _speak(stage: _Stage, cue: Mention[Cue]) -> None:
    everybody = [*stage.subject, *stage.companions, *stage.listed]
    nearest = max(everybody, key=lambda m: m.lo, default=None)
    if nearest is not None and cue.lo - nearest.phrase_hi <= _SPEAKER_REACH:
        if nearest in stage.listed:
            stage.listed.remove(nearest)
        stage.give_alone(nearest, "spokesperson")
        stage.speaker, stage.spoke_at = nearest, cue.hi
    if stage.announcer is not None:
        stage.give_alone(stage.announcer, "spokesperson")
        stage.speaker, stage.announcer = stage.announcer, None
    stage.give(stage.listed, stage.rest)
    stage.subject, stage.listed, stage.companions = [], [], []
    stage.mode, stage.leads, stage.rest = "subject", None, "attendee"


_LATER_ROLES = ("lecturer", "reporter", "spokesperson")
_LATER_REACH = 60
_LATER_WITHIN = 2_000
_CAME = ("attendee", "host")
_ALONE_REACH = 400
_ROW = 600
_ROW_GAP = 12


def told_later(page: Page, lo: int, parts: Cast) -> None:
    """Add those who report or lecture according to the text behind `lo`, where the verb stands right behind them."""
    for cue in page.mentions.within(Cue, lo, page.layout.body[1]):
        if cue.value.reads_as == "role" and cue.value.value in _LATER_ROLES:
            for mention in _row_before(page, cue.lo):
                if not any(known == mention.person.name for known, _ in parts):
                    parts[mention.person.name, cast(Role, cue.value.value)] = None


def forget_reporters(page: Page, kind: str, lo: int, hi: int, parts: Cast) -> None:
    """Take out of `parts` those who only report what others did, or will do."""
    for name in [name for name, role in parts if role == "spokesperson"]:
        if _only_reports(page, name, kind, lo, hi):
            del parts[name, "spokesperson"]


def _only_reports(page: Page, name: str, kind: str, lo: int, hi: int) -> bool:
    """Tell whether somebody has no part in the event of `[lo, hi)` that they speak of.

    Who sums up a talk says what was said there; of a visit only a spokesman speaks for those who make it; of a cabinet
    that met on a day of its own nobody does afterwards.
    """
    cues = page.mentions.within(Cue, lo, hi)
    if kind == "cabinet":
        return any(cue.value.reads_as == "afterwards" and page.dates_in(cue.hi, hi) for cue in cues)
    if kind == "visit" and not _is_spokesman(page, name):
        return True
    if kind not in _DONE:
        return False
    sums = (c for c in cues if c.value.reads_as == "role" and c.value.value == "spokesperson")
    return any(mention.person.name == name for cue in sums for mention in _row_before(page, cue.lo))


def _is_spokesman(page: Page, name: str) -> bool:
    offices = phrases_of("circumstances", "spokesman")
    titles = (held.title for person in page.people if person.name == name for held in person.positions)
    return any(office in title for title in titles for office in offices)


_DONE = ("award", "ceremony", "opening", "closing", "signing", "launch", "visit")
"""What is done rather than talked about."""


def came_too(page: Page, lo: int, parts: Cast) -> None:
    """Add those of whom the rest of the line behind `lo` says no more than that they were there, or received others."""
    end = page.text.find("\n", lo, lo + _LATER_WITHIN)
    cues = page.mentions.within(Cue, lo, end if end >= 0 else min(len(page.text), lo + _LATER_WITHIN))
    for index, cue in enumerate(cues):
        if cue.value.reads_as != "break" or not page.people_in(cue.hi, cue.hi + _NEXT_WORD):
            continue
        told = next((c for c in cues[index + 1 :] if c.value.reads_as != "opens"), None)
        if told is None or not _says_who_came(told.value):
            continue
        named = {name for name, _ in parts}
        came: Cast = {}
        participants(page, cue.hi, told.hi, came)
        parts.update({key: None for key in came if key[0] not in named})


def _says_who_came(row: Cue) -> bool:
    if row.reads_as == "role":
        return row.value in _CAME
    return row.reads_as == "event" and row.force == "attend" and row.subject == "attendee"


def there_too(page: Page, lo: int, hi: int, parts: Cast) -> None:
    """Add those whom `[lo, hi)` names as being there, too."""
    named = {name for name, _ in parts}
    own: Cast = {}
    participants(page, lo, hi, own)
    parts.update({key: None for key in own if key[1] in _CAME and key[0] not in named})


def _row_before(page: Page, at: int) -> list[PersonMention]:
    """Return the people who stand in a row, one right behind the other, up to `at`."""
    row: list[PersonMention] = []
    reach = _LATER_REACH
    for mention in reversed(page.people_in(at - _ROW, at)):
        if at - mention.phrase_hi > reach:
            break
        row.append(mention)
        at, reach = mention.phrase_lo, _ROW_GAP
    return row[::-1]


def doers(page: Page, lo: int, hi: int, parts: Cast, role: Role) -> None:
    """Add those of `[lo, hi)` by whom it is done, named in a row behind the word for it: who signs, or who lectures."""
    named = {name for name, _ in parts}
    row = -1
    for mention in page.people_in(lo, hi):
        led = _by().search(page.text, mention.lo - _SELF_REACH, mention.lo) or 0 <= mention.phrase_lo - row <= _ROW_GAP
        row = mention.phrase_hi if led else -1
        if led and mention.person.name not in named:
            parts[mention.person.name, role] = None


@cache
def _by() -> re.Pattern[str]:
    return re.compile("(?<![ก-๎])" + one_of(phrases_of("circumstances", "by")) + "[ ]{0,2}$")


def lecturers(page: Page, lo: int, parts: Cast) -> None:
    """Add those whom the text behind `lo` calls lecturers, in the same line or in the list below it."""
    paragraphs = page.layout.paragraphs
    for cue in page.mentions.within(Cue, lo, len(page.text)):
        if cue.value.reads_as != "leads":
            continue
        index = bisect_right(paragraphs, cue.lo, key=itemgetter(0)) - 1
        if index >= 0 and cue.lo < paragraphs[index][1]:
            for mention in _led(page, cue, paragraphs[index], paragraphs[index + 1 : index + 1 + _LIST_LINES]):
                parts.setdefault((mention.person.name, cast(Role, cue.value.value)))


def _led(page: Page, cue: Mention[Cue], line: Range, below: Sequence[Range]) -> Iterator[PersonMention]:
    stop = next((c.lo for c in page.mentions.within(Cue, cue.hi, line[1]) if c.value.reads_as != "leads"), line[1])
    here = page.people_in(cue.hi, stop)
    if here and here[0].lo - cue.hi <= _SPEAKER_REACH:
        yield from here
    elif line[1] - cue.hi <= _SPEAKER_REACH:
        for lo, hi in below:
            people = page.people_in(lo, min(hi, lo + _ASSIGNER_REACH))
            if not people:
                return
            yield people[0]
