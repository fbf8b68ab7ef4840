"""Find the body that holds an event.

In:   Page and a range of it, or the name of the event.
Out:  the folded range in which the body is named.
Not:  people; and no body whose position or house it only is.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import Range, line_start, open_bracket
from thaigov_extract._lexicon import Phrases, one_of
from thaigov_extract._mentions import Mention
from thaigov_extract._organisations import organisation_forms
from thaigov_extract._source import octets_of
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place
from thaigov_extract.readers.events._words import rows
from thaigov_extract.resolve import Page

_ORGANISER = 160
_NOUN_REACH = 24
"""What makes a noun of a verb is no longer than this."""


@cache
def _organiser_end() -> re.Pattern[str]:
    through = f"(?!{one_of(rows('by_body'))}{one_of(rows('organiser_head'))}|{one_of(rows('organiser_keep'))})"
    return re.compile(rf"[ ]{{0,2}}(?:\n|[ ]{through}{one_of(rows('organiser_end'))}|[“\"])")


@cache
def _bodies() -> Phrases[bool]:
    """Return what begins the name of a body, and whether it is a whole name: that of an organisation that is known."""
    known = [(form.written, True) for form in organisation_forms().values() if not form.bare]
    return Phrases([*known, *((word, False) for word in rows("organiser_head"))])


@cache
def _body_goes_on() -> re.Pattern[str]:
    return re.compile(f"[ ]{{1,3}}{one_of([*rows('organiser_on'), *rows('organiser_head')])}")


@cache
def _no_organiser() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_no")))


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_deed")))


@cache
def _lead_up() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![ก-๎.])|(?<![ก-๎]){one_of(rows('organiser_lead'))}|{one_of(rows('organiser_that'))})\Z")


@cache
def _body_at() -> re.Pattern[str]:
    # What joins a clause may be "at" before a body that is a place, too.
    return re.compile(f"{one_of(rows('at_body'))}{one_of(rows('organiser_place'))}")


@cache
def _place_head() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_place")))


def _body(text: str, lo: int, hi: int) -> Range | None:
    """Return the first name of a body in `[lo, hi)`, up to where it may end at the least."""
    for hit in _bodies().scan(octets_of(text[lo:hi])):
        bare = not hit.row and _linked().match(text, lo + hit.hi) is not None
        inside = text.startswith(")", lo + hit.hi)
        led = _lead_up().search(text, lo, lo + hit.lo)
        at_place = led is not None and led[0] != "" and _body_at().match(text, led.start()) is not None
        if led and not bare and not inside and not at_place and not _never().match(text, lo + hit.lo):
            return lo + hit.lo, lo + hit.hi + (not hit.row)
    return None


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"[ ]{{0,2}}(?:{one_of(rows('organiser_link'))}[ ]{{0,3}}){{0,2}}$")


@cache
def _never() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_never")))


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_link")))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![ก-๎]){one_of(rows('nominal'))}|{one_of(rows('organiser_noun'))})\Z")


def organiser(page: Page, lo: int, hi: int, *, kind: str | None = None) -> Range | None:
    """Return the body that holds the event of `[lo, hi)`: named behind "held by", or the subject of a verb of holding.

    With `kind`, only verbs of that kind count.
    """
    held, text = None, page.text
    for cue in page.cues_in(lo, hi):
        if cue.value.value == "organiser_after":
            return _named_behind(page, cue, hi)
        if text[cue.lo].isascii():
            continue
        holds = cue.value.reads_as == "held" or cue.value.force == "held" or cue.value.reach == "body"
        counts = kind in (None, cue.value.value) or cue.value.reach != "body"
        if held is None and holds and counts:
            held = organising_body(page, lo, cue.lo)
    return held


def _named_behind(page: Page, cue: Mention[Cue], hi: int) -> Range | None:
    """Return the body named behind "held by"."""
    text = page.text
    at = cue.hi + (text[cue.hi : cue.hi + 1] == " ")
    if _never().match(text, at):
        return None
    end = _organiser_end().search(text, at, min(len(text), at + _ORGANISER))
    stop = end.start() if end else hi
    if stop > at + _ORGANISER:
        stop = text.rfind(" ", at, at + _ORGANISER)
        opened = open_bracket(text, at, stop)
        stop = _trimmed(text, at, opened - 1 if opened >= 0 else stop)
    return (at, stop) if stop - at > 2 else None


_THIS_REACH = 240
_NAME_AGAIN = 12
_NAME_REACH = 60
"""What is held is named again this near behind the verb."""
_LEADS_UP = 700
"""A subtitle that says who holds an event begins no farther before it."""


@cache
def _this() -> re.Pattern[str]:
    return re.compile(one_of(rows("organiser_this")))


@cache
def _beside_letters() -> re.Pattern[str]:
    return re.compile('[ “”"]{1,9}')


def bare_letters(text: str) -> str:
    """Return a name without its spaces and quotes, which are written now so, now otherwise."""
    return _beside_letters().sub("", text)


def _is_noun(text: str, lo: int, verb: int) -> bool:
    """Tell whether what stands right before a verb makes a noun of it: "for the holding of"."""
    return text.endswith(rows("nominal"), lo, verb)


def organiser_later(page: Page, lo: int, name: Range | None) -> Range | None:
    """Return the body that the text behind `lo` says to hold this event, spoken of as such or by its name."""
    text = page.text
    again = bare_letters(text[slice(*name)])[:_NAME_AGAIN] if name is not None else None
    for cue in page.cues_in(lo, page.layout.body[1]):
        is_held = cue.value.reads_as == "held" and cue.value.value != "future"
        if not is_held and (again is None or cue.value.force != "held" or _is_noun(text, lo, cue.lo)):
            continue
        head = line_start(text, cue.lo, max(lo, cue.lo - _THIS_REACH))
        named = again is not None and again in bare_letters(text[head if is_held else cue.lo : cue.hi + _NAME_REACH])
        if not named and (not is_held or _this().search(text, head, cue.hi) is None):
            continue
        if cue.value.value == "organiser_after":
            return _named_behind(page, cue, page.layout.body[1])
        if (held := organising_body(page, head, cue.lo)) is not None:
            return held
    return None


def organiser_before(page: Page, lo: int, kind: str) -> Range | None:
    """Return the body that the headline, or a subtitle between it and `lo`, says to hold the event."""
    begin, end = page.layout.headline
    near = max(end + 1, lo - _LEADS_UP)
    lines = [(begin, end), *(line for line in page.layout.paragraphs if near <= line[0] and line[1] <= lo)]
    return next((body for line in lines if (body := organiser(page, *line, kind=kind)) is not None), None)


def in_full(page: Page, short: Range) -> Range:
    """Return the body of which the text gives what stands at `short` as its abbreviation, with it, or `short`."""
    text = page.text
    bracketed = f"({text[slice(*short)]})"
    at = text.find(bracketed)
    body = _body(text, line_start(text, at, at - _ORGANISER), at) if at > 0 else None
    if body is None or text.find(" ", body[1], at - 1) >= 0:
        return short
    return body[0], at + len(bracketed)


def _trimmed(text: str, lo: int, hi: int) -> int:
    """Return where `[lo, hi)` ends without the word that would join another body."""
    for word in rows("organiser_on"):
        if hi > lo and text[lo:hi].endswith(f" {word}"):
            return hi - len(word) - 1
    return hi


def _subject_from(page: Page, lo: int, verb: int) -> int:
    """Return where the subject of a verb of holding may begin: behind people, days, sure places and other acts."""
    lo = max(lo, verb - _ORGANISER)
    for person in page.people_in(lo, verb):
        lo = max(lo, person.phrase_hi)
    for day in page.dates_in(lo, verb):
        lo = max(lo, day.hi)
    for place in page.mentions.within(Place, lo, verb):
        lo = max(lo, place.hi if place.value.sure else lo)
    for cue in page.cues_in(lo, verb):
        joins = cue.value.value == "joins"
        if cue.value.reads_as in ("speech", "break", "opens", "event", "chair") and not joins:
            lo = cue.hi
    return lo


def organising_body(page: Page, lo: int, verb: int) -> Range | None:
    """Return the body whose name runs up to a verb of holding at `verb`."""
    text = page.text
    body = (
        _body(text, _subject_from(page, lo, verb), verb)
        if not _noun().search(text, max(lo, verb - _NOUN_REACH), verb)
        else None
    )
    if body is None:
        return None
    link = _link().search(text, body[1], verb)
    stop = link.start() if link else verb
    space = text.find(" ", body[1], stop)
    if space >= 0 and not _body_goes_on().match(text, space):
        stop = space
    elif space >= 0 and (end := _organiser_end().search(text, space, stop)) is not None:
        stop = end.start()
    if (deed := _deed().search(text, body[1], max(stop, body[1]))) is not None:
        stop = deed.start()
    if stop >= body[1] and (other := _no_organiser().search(text, body[1], stop)) is not None:
        where = _place_head().match(text, body[0]) is not None
        stop = -1 if where else _trimmed(text, body[1], text.rfind(" ", body[1], other.start()))
    opened, closed = text.find("(", body[0], stop), text.find(")", body[0], stop)
    if stop < body[1] or closed >= 0 > opened or closed < opened:
        return None
    return body[0], stop
