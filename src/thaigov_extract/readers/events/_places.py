"""Find the place of an event.

In:   Page and a range of it, or the cue of a visit.
Out:  Place, and the contract's Venue.
Not:  what places are written anywhere; the finder of places reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from thaigov_extract._layout import Range, line_end
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place, english_place_at, place_at, place_heads, province_at
from thaigov_extract.models import Venue
from thaigov_extract.readers.events._days import (
    DAY_TO_PLACE,
    PLACE_TO_DAY,
    attached_day,
    is_day_of_event,
    placed_days,
)
from thaigov_extract.readers.events._words import LATER_REACH, rows
from thaigov_extract.resolve import Dated, Page

_SHADOW = 30
"""A diplomatic post ends this close before its place."""
_OBJECT_REACH = 110


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(rows('object_lead'))}|[ ])(?={one_of(place_heads())})")


def held_later(page: Page, lo: int) -> tuple[Dated | None, Place | None]:
    """Return the day on which, and the place at which, the text behind `lo` says that the event is held."""
    for cue in page.cues_in(lo, min(lo + LATER_REACH, page.layout.body[1])):
        if cue.value.reads_as == "held" and (day := attached_day(page, cue)) is not None:
            return day, place_of(page, cue.hi, day.hi + DAY_TO_PLACE)
    return None, None


_JUST_DONE = timedelta(days=30)


def at_line_end(page: Page, lo: int) -> tuple[Dated | None, Place | None]:
    """Return the day and the place that end a line behind `lo`: "... witnessed it on 19 March, at the hall"."""
    if page.published is None:
        return None, None
    for day, place in placed_days(page, lo):
        ends = day.lo < place.lo and page.text[place.hi : place.hi + 1] in ("", "\n")
        if ends and timedelta() <= page.published.start - day.expression.end <= _JUST_DONE:
            return day, place
    return None, None


_AFTER_DAY = 8


def place_of(page: Page, lo: int, hi: int, *, said: bool = False) -> Place | None:
    """Return the venue in `[lo, hi)`: a place behind the sure marker, else one where a venue usually stands.

    In what somebody is reported to have said, only a place right behind the day is one.
    """
    found = list(_places(page, lo, hi))
    for mention in found:
        if mention.value.sure:
            return mention.value
    for mention in found:
        if _stands_as_venue(page, mention, lo, said=said):
            return mention.value
    return None


def _stands_as_venue(page: Page, mention: Mention[Place], lo: int, *, said: bool) -> bool:
    """Tell whether a place behind an unsure marker stands right behind the day, at the head, or names a room."""
    place = mention.value
    ends = [d.hi for d in page.dates_in(lo, mention.lo)] + [t.hi for t in page.times_in(lo, mention.lo)] + [lo]
    if mention.lo - max(ends) <= _AFTER_DAY:
        return True
    if any(is_day_of_event(page, d) for d in page.dates_in(place.hi, place.hi + PLACE_TO_DAY)):
        return True
    rest = page.text[place.hi : place.hi + 1]
    if said:
        return place.province is not None and rest in ("", "\n")
    if place.room is not None or place.building is not None:
        return True
    people = page.people_in(place.hi, place.hi + 3)
    return rest in ("", "\n") or bool(people)


def _places(page: Page, lo: int, hi: int) -> Iterator[Mention[Place]]:
    """Yield the places in `[lo, hi)` that are no part of a person's name or position."""
    for mention in page.mentions.within(Place, lo, hi):
        near = page.people_in(max(0, mention.lo - 200), mention.lo + 1)
        if near and near[-1].lo < mention.lo < near[-1].phrase_hi:
            continue
        if _post().search(page.text, max(0, mention.lo - _SHADOW), mention.lo) or _in_name(page, mention.value):
            continue
        yield mention


def _in_name(page: Page, place: Place) -> bool:
    """Tell whether a place is part of a name that is numbered behind it: "งานแสงเหนือ ณ เชียงใหม่ ครั้งที่ 2"."""
    return _numbered_on().match(page.text, place.hi) is not None


@cache
def _numbered_on() -> re.Pattern[str]:
    return re.compile(f"[ ]{{1,3}}{one_of(rows('name_on'))}[^\\n0-9]{{0,16}}[0-9]")


@cache
def _post() -> re.Pattern[str]:
    return re.compile(one_of(rows("post")) + r"[ ]{0,2}\Z")


_REST_REACH = 1_500


def place_behind(page: Page, lo: int) -> Place | None:
    """Return the venue that the rest of the paragraph from `lo` on gives, with no other day before it.

    "... opened the course. In addition the director reported, at the hall of the ministry."
    """
    end = line_end(page.text, lo, min(page.layout.body[1], lo + _REST_REACH))
    place = next((m.value for m in _places(page, lo, end) if m.value.sure), None)
    if place is None or any(is_day_of_event(page, dated) for dated in page.dates_in(lo, place.lo)):
        return None
    return place


def is_area(place: Place) -> bool:
    """Tell whether a place is no more than a province or a district: much may be held there on one day."""
    return place.site is None and place.building is None and place.room is None


def object_of(page: Page, cue: Mention[Cue], hi: int) -> Place | None:
    """Return the place that a visit goes to, where it is the object of the verb."""
    text = page.text
    for following in page.cues_in(cue.hi, cue.hi + 3):
        if following.value.value == cue.value.value:
            cue = following
    if text[cue.hi - 1 : cue.hi].isascii():
        return english_place_at(text, cue.hi)
    people = page.people_in(cue.hi, min(hi, cue.hi + _OBJECT_REACH))
    hi = min(hi, cue.hi + _OBJECT_REACH, people[0].lo if people else hi)
    if _object_head().match(text, cue.hi, hi):
        return _named_place(text, cue.hi) or _country(text, cue.hi)
    match = next((m for m in _object().finditer(text, cue.hi, hi) if not _no_object().match(text, m.end())), None)
    return _named_place(text, match.end()) if match else _country(text, cue.hi)


def _named_place(text: str, lo: int) -> Place | None:
    """Return the place at `lo`, unless the word for such places is all that stands there."""
    place = place_at(text, lo)
    return None if place is None or _object_head().fullmatch(text, place.lo, place.hi) else place


def _country(text: str, lo: int) -> Place | None:
    """Return the country or the province at `lo`, whose name is a place by itself."""
    return place_at(text, lo) if text.startswith(phrases_of("places", "head", "abroad"), lo) else province_at(text, lo)


@cache
def _no_object() -> re.Pattern[str]:
    return re.compile(one_of(rows("object_no")))


def leads_to_place(page: Page, cue: Mention[Cue]) -> bool:
    """Tell whether a place to go to stands right behind a cue."""
    text = page.text
    return _object_head().match(text, cue.hi) is not None and _no_object().match(text, cue.hi) is None


def nowhere(page: Page, place: Place) -> bool:
    """Tell whether a place phrase names no place to go to."""
    return _no_object().match(page.text, place.lo) is not None


def begins_as_place(page: Page, place: Place) -> bool:
    """Tell whether a place phrase begins with a word for a place."""
    return _object_head().match(page.text, place.lo) is not None


def opened_place(page: Page, name: Range) -> Place | None:
    """Return the place that is opened, where the name of an opening is that of a house with its address."""
    text = page.text
    if not _object_head().match(text, name[0]) or text.startswith(rows("work"), name[0]):
        return None
    place = place_at(text, name[0])
    return place if place is not None and (place.province or place.district) else None


_SITE = 8
"""A shorter phrase may stand in any other."""
_TOLD_AGAIN = 20
"""A site told so often without its address has none; each event of a list asks."""


def with_address(page: Page, place: Place) -> Place:
    """Return the same site as another sentence names it with its address, where `place` gives no province."""
    text, lo = page.text, page.layout.body[0]
    phrase = text[place.lo : place.hi]
    if place.province is not None or is_area(place) or len(phrase) < _SITE:
        return place
    for _ in range(_TOLD_AGAIN):
        if (lo := text.find(phrase, lo)) < 0:
            break
        lo += len(phrase)
        if _area_behind().match(text, lo) is not None:
            fuller = place_at(text, lo - len(phrase))
            if fuller is not None and fuller.province is not None:
                return fuller
    return place


@cache
def _area_behind() -> re.Pattern[str]:
    return re.compile(f"[ ]{{1,2}}{one_of([*phrases_of('places', 'unit'), *phrases_of('places', 'province')])}")


@cache
def _object_head() -> re.Pattern[str]:
    return re.compile(one_of(place_heads()))


def venue(page: Page, place: Place) -> Venue:
    """Return `place` as the contract has it."""
    source = page.source

    hi = _without_tail(page, place.lo, place.hi)

    def part(at: Range | None) -> str | None:
        return source.written(at[0], min(at[1], hi)) if at is not None and at[0] < hi else None

    return Venue(
        span=source.span(place.lo, hi),
        text=source.written(place.lo, hi),
        room=part(place.room),
        floor=part(place.floor),
        building=part(place.building),
        site=part(place.site),
        subdistrict=part(place.subdistrict),
        district=part(place.district),
        province=place.province,
        province_code=place.province_code,
        province_inferred=place.province_inferred,
    )


def _without_tail(page: Page, lo: int, hi: int) -> int:
    """Return where the phrase ends once a person or a date behind it is taken off."""
    for person in page.people_in(lo + 1, hi):
        if page.text[person.lo - 1] == " ":
            return person.lo - 1
        if person.phrase_hi > person.hi:
            return person.lo
    return hi
