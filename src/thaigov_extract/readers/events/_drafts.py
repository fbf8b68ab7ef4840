"""Decide which statements are events, and which only tell again what was told.

In:   Page and its statements.
Out:  Draft: an event with its circumstances, the main one and the further ones.
Not:  the model; the room's door makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thaigov_extract._layout import Range
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import UNTOLD, Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.readers.events._circumstances import When, attached_day, held_day, object_of, organising_body, place_of, when
from thaigov_extract.readers.events._names import name_of, points_back, prepared, quoted_before
from thaigov_extract.readers.events._people import Cast, participants
from thaigov_extract.readers.events._statements import Anchor, Statement, further, leading
from thaigov_extract.resolve import Page

_NAMELESS_RANK = 2
"""Kinds of a smaller rank are told apart without a name."""
_SUBJECT_REACH = 160
_LEAD_SUBJECT_REACH = 40
_AT_ONCE = 200
"""What a speaker tells first begins this near behind the verb of speech."""
_AGAIN = 2
"""A subtitle is told again in one of this many statements behind it."""
_DAY_BEFORE = 90
_DAY_BEHIND = 560
"""A further event has its day within these distances of its cue: behind the longest name."""
_PLACE_BEHIND = 60
_SAME_BEGINNING = 24


@dataclass(slots=True)
class Draft:
    """An event under reading, told at the folded range `[lo, hi)`."""

    statement: Statement
    anchor: Anchor
    name: Range | None
    day: When | None
    place: Place | None
    lo: int
    hi: int
    cast: Cast = field(default_factory=dict)
    marked: bool = False
    """True where a marker opens the place."""

    @property
    def acted(self) -> bool:
        """Tell whether somebody does more than speak of it."""
        return any(role != "spokesperson" for _, role in self.cast)


def main_event(page: Page, stated: Sequence[Statement]) -> Draft | None:
    """Return the event that the release is about: the first told with people or a day, else the first with a place."""
    placed = None
    for index, statement in enumerate(stated):
        draft = _leading(page, statement)
        if draft is None:
            continue
        if draft.day is not None or (draft.cast and draft.anchor.chaired):
            return draft
        if draft.cast:
            return _told_again(page, draft, stated[index + 1 : index + 1 + _AGAIN]) or draft
        placed = placed or draft
    return placed or _of_headline(page) or _untold_kind(page)


def _of_headline(page: Page) -> Draft | None:
    """Return the launch or press conference of the headline, where the body only gives its day and who speaks of it."""
    lo, hi = next((p for p in page.layout.paragraphs if page.people_in(*p)), (0, 0))
    spoken = next((cue for cue in page.mentions.within(Cue, lo, hi) if cue.value.reads_as == "speech"), None)
    day = when(page, lo, spoken.hi, spoken.hi, None) if spoken is not None else None
    if spoken is None or day is None:
        return None
    for cue in page.mentions.within(Cue, *page.layout.title):
        anchor = Anchor(cue.value.value, cue, cue)
        name = name_of(page, anchor) if cue.value.reach == "body" and cue.value.reads_as == "event" else None
        if name is not None:
            draft = Draft(Statement.of_range(lo, hi), anchor, name, day, None, lo, hi)
            participants(page, lo, spoken.hi, draft.cast)
            return draft
    return None


def _untold_kind(page: Page) -> Draft | None:
    """Return what somebody did on a day at a place by the first lines, whatever kind of event it was."""
    lo, hi = next((p for p in page.layout.paragraphs if page.people_in(*p)), (0, 0))
    cues = page.mentions.within(Cue, lo, hi)
    hi = next((cue.lo for cue in cues if cue.value.reads_as in ("speech", "break", "afterwards")), hi)
    place, day = place_of(page, lo, hi), when(page, lo, hi, hi, None)
    people = page.people_in(lo, hi)
    if place is None or not place.sure or day is None or not people:
        return None
    stand_in = Mention(lo, lo, UNTOLD, "")
    draft = Draft(Statement.of_range(lo, hi), Anchor("other", stand_in, stand_in), None, day, place, lo, hi)
    participants(page, lo, hi, draft.cast)
    if any(role == "host" for _, role in draft.cast):
        draft.anchor = Anchor("meeting", stand_in, stand_in)
    elif not any(name == people[0].person.name for name, _ in draft.cast):
        draft.cast = {(people[0].person.name, "chair"): None, **draft.cast}
    return draft


def _held(page: Page, statement: Statement) -> Draft | None:
    """Return what a statement says is held on a day at a place, though it names no kind."""
    lo, hi = statement.lo, statement.hi
    for cue in statement.of("held"):
        day, place = attached_day(page, cue, None), place_of(page, cue.hi, hi)
        if day is not None and place is not None:
            draft = Draft(statement, Anchor("other", cue, cue), quoted_before(page, lo, cue.lo), day, place, lo, hi)
            participants(page, statement.head if statement.said else lo, hi, draft.cast)
            return draft
    return None


def _leading(page: Page, statement: Statement) -> Draft | None:
    """Return the event that a statement leads with, or None where its circumstances do not bear it out."""
    anchor = leading(page, statement)
    if anchor is None:
        return _held(page, statement)
    if anchor.kind == "cabinet" and not anchor.chaired:
        return _cabinet(page, statement, anchor)
    lo, hi = statement.lo, statement.hi
    future = next((cue for cue in statement.of("held") if _is_future(anchor, cue)), None)
    hi = future.lo if future is not None else hi
    name = name_of(page, anchor)
    draft = Draft(statement, anchor, name, when(page, lo, hi, anchor.predicate.lo, name), None, lo, hi)
    draft.place = place_of(page, lo, hi, said=statement.said)
    draft.marked = draft.place is not None
    if draft.place is None and anchor.kind == "visit":
        draft.place = object_of(page, anchor.cue, hi)
    meets = anchor.predicate.value.force == "noun" and not statement.said
    participants(page, statement.head if statement.said else lo, hi, draft.cast, meets=meets)
    draft.name = name or _other_name(page, statement, anchor)
    if not _borne_out(page, draft):
        return None
    if draft.day is None and statement.said:
        draft.day = when(page, statement.head, lo, lo, None)
    return draft


def _borne_out(page: Page, draft: Draft) -> bool:
    """Tell whether the circumstances of a draft make an event of it."""
    anchor, statement = draft.anchor, draft.statement
    force = anchor.predicate.value.force
    dated, placed = draft.day is not None, draft.place is not None
    if anchor.chaired:
        return draft.acted or dated or placed
    if any(cue.lo < anchor.predicate.lo for cue in statement.of("afterwards")):
        return dated or placed or draft.name is not None
    if force == "placed":
        return placed and bool(draft.cast)
    if statement.said:
        return _borne_out_as_said(page, draft)
    if force == "noun":
        return (dated and placed) or (_has_chair(draft) and (dated or placed))
    return _borne_out_as_done(page, draft)


def _has_chair(draft: Draft) -> bool:
    return any(role == "chair" for _, role in draft.cast)


def _borne_out_as_done(page: Page, draft: Draft) -> bool:
    """Tell the same of what the text itself says that somebody did: the lead may leave out day and place."""
    dated, placed = draft.day is not None, draft.place is not None
    if dated or draft.marked:
        return draft.acted or (dated and placed) or _body_acts(page, draft)
    if not draft.acted:
        return False
    reach = _SUBJECT_REACH // 2 if placed else _LEAD_SUBJECT_REACH
    return _subject_within(page, draft.anchor, reach) and (placed or _leads(page, draft.statement))


def _leads(page: Page, statement: Statement) -> bool:
    """Tell whether a statement stands in the first paragraph that names people with their positions."""
    held = (mention.lo for mention in page.person_mentions if mention.phrase_hi > mention.hi)
    first = next((lo for lo in held if lo >= page.layout.body[0]), -1)
    return statement.head <= first < statement.hi


def _body_acts(page: Page, draft: Draft) -> bool:
    """Tell whether a body is the subject."""
    return organising_body(page, draft.lo, draft.anchor.predicate.lo) is not None


def _borne_out_as_said(page: Page, draft: Draft) -> bool:
    """Tell the same of what somebody reports: only a day or place of its own counts, or people who came."""
    anchor, acted, dated = draft.anchor, draft.acted, draft.day is not None
    own_day = dated and bool(page.dates_in(draft.lo, draft.hi)) and (anchor.kind != "other" or acted)
    if own_day and anchor.predicate.value.force != "noun":
        return True
    if draft.place is not None and (draft.marked or acted):
        return True
    if acted and (dated or _attended(draft.statement, anchor)):
        return True
    at_once = anchor.predicate.value.force == "held" and anchor.predicate.lo - draft.lo <= _AT_ONCE
    if not (at_once and draft.name is not None and _body_acts(page, draft)):
        return False
    return draft.place is not None or when(page, draft.statement.head, draft.lo, draft.lo, None) is not None


def _is_future(anchor: Anchor, cue: Mention[Cue]) -> bool:
    """Tell whether `cue` speaks of something yet to be held, other than the meeting that somebody held."""
    acted = anchor.kind == "meeting" and (anchor.chaired or bool(anchor.predicate.value.subject))
    return acted and cue.value.value == "future" and cue.lo > anchor.cue.hi


def prepared_event(page: Page, main: Draft) -> Draft | None:
    """Return the event yet to come that the main one prepares."""
    end = main.statement.hi
    for cue in page.mentions.within(Cue, main.hi, end):
        if cue.value.value == "future" and (day := attached_day(page, cue, None)) is not None:
            name = prepared(page, main.name) if main.name is not None else None
            place = place_of(page, cue.hi, end)
            draft = Draft(main.statement, Anchor("other", cue, cue), name, day, place, cue.lo, end)
            return draft if name or place else None
    return None


def _told_again(page: Page, draft: Draft, following: Sequence[Statement]) -> Draft | None:
    """Return the fuller statement of what a subtitle told without its day."""
    for statement in following:
        again = _leading(page, statement)
        if again is None or again.day is None or statement.said:
            continue
        if not draft.marked or (draft.place and again.place and _overlap(page, draft.place, again.place)):
            return again
    return None


def _cabinet(page: Page, statement: Statement, anchor: Anchor) -> Draft | None:
    """Return the meeting of the cabinet on a stated day, or the talk to the press after it where that has a place."""
    lo, hi = statement.lo, statement.hi
    day, place = attached_day(page, anchor.cue, None), None
    if day is None and next(statement.of("afterwards"), None) is not None:
        day = when(page, lo, hi, hi, None)
        place = place_of(page, lo, anchor.cue.lo)
    if day is None:
        return None
    if place is not None:
        anchor = Anchor("press_conference", anchor.cue, anchor.predicate)
    draft = Draft(statement, anchor, None if place is not None else _cabinet_name(anchor), day, place, lo, hi)
    participants(page, statement.head, hi, draft.cast)
    return draft


def _cabinet_name(anchor: Anchor) -> Range | None:
    """Return the cue itself where it names the meeting rather than those who met."""
    return (anchor.cue.lo, anchor.cue.hi) if anchor.cue.value.name == "self" else None


def _other_name(page: Page, statement: Statement, anchor: Anchor) -> Range | None:
    """Return the name that another cue of the same kind in the statement gives."""
    if anchor.cue.value.name not in ("self", "after"):
        return None
    for other in further(statement, anchor):
        chaired = anchor.chaired and other.cue.value.force in ("noun", "held")
        if (chaired or other.kind == anchor.kind) and (name := name_of(page, other)) is not None:
            return name
    return None


def _subject_within(page: Page, anchor: Anchor, reach: int) -> bool:
    """Tell whether the people before a predicate are its subject, not those who ordered it."""
    at = anchor.predicate.lo
    near = page.people_in(at - _SUBJECT_REACH, at)
    return bool(near) and at - near[-1].phrase_hi <= reach


def _attended(statement: Statement, anchor: Anchor) -> bool:
    """Tell whether a list of people who came follows the anchor."""
    opened = [cue.lo for cue in statement.of("opens") if cue.lo > anchor.predicate.lo and cue.value.value != "joins"]
    return bool(opened) and any(
        cue.lo > opened[0] and (cue.value.value == "attendee" or cue.value.force == "attend") for cue in statement.cues
    )


def other_events(page: Page, stated: Sequence[Statement], told: list[Draft], most: int) -> Iterator[Draft]:
    """Yield the events told besides the main one, which `told` begins with, and add them to it."""
    main = told[0]
    for statement in stated:
        if statement.lo < main.statement.lo:
            continue
        first = leading(page, statement)
        anchors = further(statement, first)
        for anchor in [first, *anchors] if first is not None and statement is not main.statement else anchors:
            draft = _other(page, statement, anchor, main)
            if draft is None or any(_same(page, draft, known) for known in told):
                continue
            if len(told) >= most:
                return
            told.append(draft)
            yield draft


def _other(page: Page, statement: Statement, anchor: Anchor, main: Draft) -> Draft | None:
    """Return a further event: presided over, on a day of its own, or done after the main one at a place of its own."""
    at = anchor.cue.lo
    follows = not statement.said and anchor.cue.value.force == "act" and _follows(page, statement, main)
    presided = anchor.chaired and not statement.said
    if not (follows or presided or page.dates_in(at - _DAY_BEFORE, at + _DAY_BEHIND)):
        return None
    name = name_of(page, anchor) if anchor.kind != "cabinet" else None
    if name is not None and (points_back(page, name) or _part_of_main_name(name, main)):
        return None
    if presided:
        return _presided(page, statement, anchor, name, main)
    draft = _on_own_day(page, statement, anchor, name)
    return _after_main(page, statement, anchor, name, main) if draft is None and follows else draft


def _part_of_main_name(name: Range, main: Draft) -> bool:
    return main.name is not None and name[0] < main.name[1] and main.name[0] < name[1]


def _presided(page: Page, statement: Statement, anchor: Anchor, name: Range | None, main: Draft) -> Draft | None:
    lo, hi = statement.lo, statement.hi
    draft = Draft(statement, anchor, name, _own_day(page, anchor, name, hi), place_of(page, lo, hi), lo, hi)
    participants(page, lo, hi, draft.cast)
    unnamed = name is None or anchor.cue is anchor.predicate
    if not _has_chair(draft) or (draft.place is None and unnamed):
        return None
    draft.day = draft.day or when(page, lo, hi, anchor.predicate.lo, name)
    if draft.day is None and _follows(page, statement, main):
        draft.day = main.day
    return draft


def _on_own_day(page: Page, statement: Statement, anchor: Anchor, name: Range | None) -> Draft | None:
    day = _own_day(page, anchor, name, statement.hi)
    told_apart = name is not None or anchor.kind == "cabinet" or anchor.cue.value.rank < _NAMELESS_RANK
    if day is None or not told_apart:
        return None
    reach = max(day.hi, name[1] if name is not None else 0) + _PLACE_BEHIND
    place = place_of(page, anchor.cue.hi, min(statement.hi, reach))
    name = _cabinet_name(anchor) if anchor.kind == "cabinet" else name
    return Draft(statement, anchor, name, day, place, statement.lo, statement.hi)


def _own_day(page: Page, anchor: Anchor, name: Range | None, hi: int) -> When | None:
    """Return the day written at the event's name, or at a word for holding behind it."""
    day = attached_day(page, anchor.cue, name)
    if day is None and (name is not None or anchor.cue.value.rank < _NAMELESS_RANK):
        day = held_day(page, name[1] if name is not None else anchor.cue.hi, hi)
    return day


def _after_main(page: Page, statement: Statement, anchor: Anchor, name: Range | None, main: Draft) -> Draft | None:
    """Return what the same people did next: a visit, or any act in another statement at a place behind a marker."""
    lo, hi = statement.lo, statement.hi
    draft = Draft(statement, anchor, name, main.day, None, lo, hi)
    if anchor.kind == "visit":
        if main.anchor.kind == "visit" and statement is main.statement:
            return None
        draft.place = object_of(page, anchor.cue, hi)
        draft.cast = {key: None for key in main.cast if key[1] == "chair"}
        return draft if draft.place is not None else None
    draft.place = place_of(page, anchor.cue.hi, hi)
    if draft.place is None or not draft.place.sure or statement is main.statement:
        return None
    participants(page, lo, hi, draft.cast)
    return draft


def _follows(page: Page, statement: Statement, main: Draft) -> bool:
    """Tell whether a statement goes on with what was done on the day of the main event."""
    if statement is main.statement:
        return True
    opening = page.mentions.within(Cue, statement.lo, statement.lo + 1)
    if not opening or opening[0].value.reads_as != "break":
        return False
    chairs = {name for name, role in main.cast if role == "chair"}
    people = page.people_in(statement.lo, statement.lo + _SUBJECT_REACH)
    return opening[0].value.value == "next" or (bool(people) and people[0].person.name in chairs)


def _same(page: Page, draft: Draft, known: Draft) -> bool:
    """Tell whether `draft` only repeats an event already told."""
    same_kind = draft.anchor.kind == known.anchor.kind
    own, other = (event.day.expression if event.day is not None else None for event in (draft, known))
    overlaps = own is None or (other is not None and own.start <= other.end and other.start <= own.end)
    if overlaps and draft.place is not None and known.place is not None and _overlap(page, draft.place, known.place):
        return True
    if draft.day is not None and known.day is not None and same_kind and not draft.cast:
        same_words = draft.day.lo == known.day.lo
        if same_words or (overlaps and draft.place is None):
            return True
    if draft.name is not None and known.name is not None:
        a, b = page.text[slice(*draft.name)], page.text[slice(*known.name)]
        return a in b or b in a or a[:_SAME_BEGINNING] == b[:_SAME_BEGINNING]
    same_day = own is None or (other is not None and own.edtf == other.edtf)
    return same_kind and same_day and (draft.place is None or known.place is None)


def _overlap(page: Page, one: Place, two: Place) -> bool:
    """Tell whether one place phrase contains the other."""
    a, b = page.text[one.lo : one.hi], page.text[two.lo : two.hi]
    return a in b or b in a
