"""Find those who take part in an event according to other sentences, and take out who only reports.

In:   Page and a range of it.
Out:  the parts of those who came, received, reported, lectured or signed.
Not:  the roles that verbs give within one sentence, which `_people` reads.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import cast

from thaigov_extract._layout import Range, line_end
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.models import Role
from thaigov_extract.readers.events._people import NEXT_WORD, ROW_GAP, Cast, Part, participants
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page, PersonMention

_LATER_ROLES = ("lecturer", "reporter", "spokesperson")
"""What the text may tell of somebody behind the event's own sentence."""
_VERB_REACH = 60
"""The last of those in a row and their positions end at most this far before the verb."""
_LATER_WITHIN = 2_000
"""Who else came is told within this distance in the same line."""
_CAME = ("attendee", "host")
_BY_REACH = 16
"""The word for who does it stands this near before the name."""
_SPEAKER_REACH = 60
"""Between the word for lecturers and the first of them, or the end of its line."""
_ENTRY_REACH = 30
"""An entry of a list names somebody within its first characters."""
_LIST_LINES = 20
_ROW = 600
"""The longest row of people with their positions."""
_FAR = 500
"""Behind the cue of a further event the people who are there are named within this distance."""
_DONE = ("award", "ceremony", "opening", "closing", "signing", "launch", "visit")
"""What is done rather than talked about."""


def told_later(page: Page, lo: int) -> Iterator[Part]:
    """Yield those who report or lecture according to the text behind `lo`, where the verb stands right behind them."""
    for cue in page.cues_in(lo, page.layout.body[1]):
        if cue.value.reads_as == "role" and cue.value.value in _LATER_ROLES:
            role = cast(Role, cue.value.value)
            for mention in _row_before(page, cue.lo):
                yield mention.person.name, role


def forget_reporters(page: Page, kind: str, lo: int, hi: int, parts: Cast) -> None:
    """Take out of `parts` those who only report what others did, or will do."""
    for part in parts.of("spokesperson"):
        if _only_reports(page, part[0], kind, lo, hi):
            del parts[part]


def _only_reports(page: Page, name: str, kind: str, lo: int, hi: int) -> bool:
    """Tell whether somebody has no part in the event of `[lo, hi)` that they speak of.

    Who sums up a talk says what was said there; of a visit only a spokesman speaks for those who make it; of what is
    signed nobody does, nor of a cabinet afterwards that met on a day of its own.
    """
    cues = page.cues_in(lo, hi)
    if kind == "cabinet":
        return any(cue.value.reads_as == "afterwards" and page.dates_in(cue.hi, hi) for cue in cues)
    if kind == "signing" or (kind == "visit" and not any(p.speaks_for() for p in page.people if p.name == name)):
        return True
    if kind not in _DONE:
        return False
    sums = (c for c in cues if c.value.reads_as == "role" and c.value.value == "spokesperson")
    return any(mention.person.name == name for cue in sums for mention in _row_before(page, cue.lo))


def came_too(page: Page, lo: int) -> Iterator[Part]:
    """Yield those of whom the rest of the line behind `lo` says only that they were there, or received others."""
    cues = page.cues_in(lo, line_end(page.text, lo, lo + _LATER_WITHIN))
    for index, cue in enumerate(cues):
        if cue.value.reads_as != "break" or not page.people_in(cue.hi, cue.hi + NEXT_WORD):
            continue
        following = next((c for c in cues[index + 1 :] if c.value.reads_as != "opens"), None)
        if following is not None and _role_of_those(following.value) is not None:
            yield from participants(page, cue.hi, following.hi)


def there_too(page: Page, lo: int, end: int) -> Iterator[Part]:
    """Yield those whom the text from `lo` on, up to `end`, names as being there, too."""
    return (part for part in participants(page, lo, min(end, lo + _FAR)) if part[1] in _CAME)


def _row_before(page: Page, at: int) -> list[PersonMention]:
    """Return the people who stand in a row, one right behind the other, up to `at`."""
    row: list[PersonMention] = []
    reach = _VERB_REACH
    for mention in reversed(page.people_in(at - _ROW, at)):
        if at - mention.phrase_hi > reach:
            break
        row.append(mention)
        at, reach = mention.phrase_lo, ROW_GAP
    return row[::-1]


def doers(page: Page, lo: int, hi: int, role: Role) -> Iterator[Part]:
    """Yield those of `[lo, hi)` by whom it is done, named in a row behind the word for it: who signs, or lectures."""
    row = -1
    for mention in page.people_in(lo, hi):
        led = _by().search(page.text, mention.lo - _BY_REACH, mention.lo) or 0 <= mention.phrase_lo - row <= ROW_GAP
        row = mention.phrase_hi if led else -1
        if led:
            yield mention.person.name, role


@cache
def _by() -> re.Pattern[str]:
    return re.compile("(?<![ก-๎])" + one_of(rows("by")) + "[ ]{0,2}$")


def lecturers(page: Page, lo: int) -> Iterator[Part]:
    """Yield those whom the text behind `lo` calls lecturers, in the same line or in the list below it."""
    paragraphs = page.layout.paragraphs
    for cue in page.cues_in(lo, len(page.text)):
        if cue.value.reads_as != "leads":
            continue
        index = bisect_right(paragraphs, cue.lo, key=itemgetter(0)) - 1
        if index >= 0 and cue.lo < paragraphs[index][1]:
            for mention in _led(page, cue, paragraphs[index], paragraphs[index + 1 : index + 1 + _LIST_LINES]):
                yield mention.person.name, cast(Role, cue.value.value)


def listed_later(page: Page, lo: int, hi: int) -> Iterator[Part]:
    """Yield those whom the text of `[lo, hi)`, before it goes on with what they did next, lists as having come."""
    for cue in page.cues_in(lo, hi):
        if cue.value.value == "next":
            return
        role = _role_of_those(cue.value)
        match = _namely().match(page.text, cue.hi) if role is not None else None
        if role is not None and match is not None:
            for mention in _row_behind(page, match.end()):
                yield mention.person.name, role


def _role_of_those(row: Cue) -> Role | None:
    """Return what those are of whom a cue says that they came or received others."""
    if row.reads_as == "role" and row.value in _CAME:
        return cast(Role, row.value)
    return "attendee" if row.force == "attend" and row.subject == "attendee" else None


@cache
def _namely() -> re.Pattern[str]:
    few = r"[^ \n]{0,20}(?:[ ][^ \n]{1,16})?"
    return re.compile(rf"{few}[ ]?{one_of(rows('namely'))}[ ]{{0,2}}\n?(?:1[.)][ ]?)?")


def _row_behind(page: Page, at: int) -> Iterator[PersonMention]:
    """Yield the people who stand in a row, one right behind the other, from `at` on."""
    for mention in page.people_in(at, at + _LATER_WITHIN):
        if mention.phrase_lo - at > ROW_GAP:
            return
        yield mention
        at = mention.phrase_hi


def _led(page: Page, cue: Mention[Cue], line: Range, below: Sequence[Range]) -> Iterator[PersonMention]:
    """Yield those whom a cue leads to: behind it in its line, else the first of each line below."""
    end = min(line[1], cue.hi + _LATER_WITHIN)
    stop = next((c.lo for c in page.cues_in(cue.hi, end) if c.value.reads_as != "leads"), end)
    here = page.people_in(cue.hi, stop)
    if here and here[0].lo - cue.hi <= _SPEAKER_REACH:
        yield from here
    elif line[1] - cue.hi <= _SPEAKER_REACH:
        for lo, hi in below:
            people = page.people_in(lo, min(hi, lo + _ENTRY_REACH))
            if not people:
                return
            yield people[0]
