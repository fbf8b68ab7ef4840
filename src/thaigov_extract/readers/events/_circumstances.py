"""Find when and where an event is, how many came, and who organised it.

In:   Page and a range of it.
Out:  the contract's values, each with its folded range where readers need to stay off it.
Not:  whether there is an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, table
from thaigov_extract._mentions import Mention
from thaigov_extract._organisations import organisation_forms
from thaigov_extract._source import octets_of
from thaigov_extract.finders.counts import Count
from thaigov_extract.finders.cues import Cue
from thaigov_extract.finders.places import Place, english_place_at, place_at, province_at
from thaigov_extract.models import Attendance, DateExpression, TimeExpression, Venue
from thaigov_extract.resolve import Dated, Page

_DAYS = ("date", "range")
_MONTHS = ("month", "month_range")
_SHADOW = 30
"""Words that take a date away from the event stand this close before it."""
_GIVEN_DATE = 30
_WORD_REACH = 16
_WORD_BEHIND = 4
_OBJECT_REACH = 110
_DAY_TO_PLACE = 28
"""Between a day and the place behind it stand a time of day and a marker at most."""
_PLACE_TO_DAY = 18
_BESIDE = 12
_LISTED = 700
_MOST_TAUGHT = 2_000
_FEWEST = 5
"""Fewer people than this are some of those who came."""
_CAME_AS = 160
_JOINED_BEFORE = 130
_JOINED_AFTER = 50


def _rows(reads_as: str) -> tuple[str, ...]:
    return phrases_of("circumstances", reads_as)


@cache
def _no_event_date() -> re.Pattern[str]:
    return re.compile(one_of(_rows("no_event_date")) + r"[^\n]{0,14}\Z")


@cache
def _object() -> re.Pattern[str]:
    heads = [r["phrase"] for r in table("places") if r["reads_as"] in ("head", "unit")]
    return re.compile(rf"(?:{one_of(_rows('object_lead'))}|[ ])(?={one_of(heads)})")


@cache
def _background() -> re.Pattern[str]:
    return re.compile(one_of(_rows("background")) + r"[ ]{0,2}\Z")


def in_background(page: Page, cue: Mention[Cue]) -> bool:
    """Tell whether a cue only names the source of something else."""
    return _background().search(page.text, max(0, cue.lo - _SHADOW), cue.lo) is not None


@dataclass(frozen=True, slots=True)
class When:
    """The day of an event and where it is written."""

    lo: int
    hi: int
    expression: DateExpression


def when(page: Page, lo: int, hi: int, avoid: Range | None = None) -> When | None:
    """Return the first day of `[lo, hi)` outside `avoid`, unless a word such as "today" stands far before it."""
    chosen = next((dated for dated in page.dates_in(lo, hi) if _is_day_of_event(page, dated, avoid)), None)
    if chosen is None:
        return _relative(page, lo, hi) or _day_of_news(page, lo, hi)
    relative = _relative(page, lo, chosen.lo)
    if relative is not None and chosen.lo - relative.hi > _GIVEN_DATE:
        return relative
    return _plain(chosen)


def _day_of_news(page: Page, lo: int, hi: int) -> When | None:
    """Return the day of publication where `[lo, hi)` names it: a birthday is kept on the day."""
    for dated in page.dates_in(lo, hi):
        if page.published is not None and dated.expression.edtf == page.published.edtf:
            return _plain(dated)
    return None


def _plain(dated: Dated) -> When:
    return When(dated.lo, dated.hi, dated.expression)


def _is_day_of_event(page: Page, dated: Dated, avoid: Range | None) -> bool:
    if dated.expression.kind not in _DAYS:
        return False
    if avoid is not None and avoid[0] <= dated.lo < avoid[1]:
        return False
    return _no_event_date().search(page.text, max(0, dated.lo - _SHADOW), dated.lo) is None


def word_day(page: Page, cue: Mention[Cue]) -> When | None:
    """Return the day that a word right behind or right before a cue means."""
    return _relative(page, cue.hi, cue.hi + _WORD_REACH) or _relative(page, cue.lo - _WORD_REACH, cue.lo)


def _relative(page: Page, lo: int, hi: int) -> When | None:
    """Return the day that a word such as "today" means."""
    if page.published is None:
        return None
    for cue in page.mentions.within(Cue, lo, hi):
        if cue.value.reads_as == "today":
            day = page.published.start + timedelta(days=int(cue.value.value))
            expression = DateExpression(
                span=page.source.span(cue.lo, cue.hi),
                text=page.source.written(cue.lo, cue.hi),
                edtf=day.isoformat(),
                kind="date",
                start=day,
                end=day,
                inferred=["day", "month", "year"],
            )
            return When(cue.lo, cue.hi, expression)
    return None


_AFTER_NAME = 45
_AFTER_THEME = 300
_MOST_BETWEEN = 3
_BEFORE_NAME = 45
_NEXT = 3
_BEFORE_BODIES = 240
_HELD_REACH = 250
_LATER_REACH = 4_000


def attached_day(page: Page, cue: Mention[Cue], name: Range | None) -> When | None:
    """Return the day written right behind or right before what a cue names."""
    hi = max(cue.hi, name[1] if name is not None else 0)
    if (day := _day_behind(page, hi, place_first=cue.value.reads_as == "held")) is not None:
        return day
    for dated in reversed(page.dates_in(cue.lo - _BEFORE_BODIES - 40, cue.lo)):
        near = cue.lo - dated.hi <= _BEFORE_NAME or (
            _same_clause(page, cue, dated.hi) and _relative(page, hi, hi + _WORD_BEHIND) is None
        )
        gap = page.text[dated.hi : cue.lo]
        if near and "\n" not in gap and not gap.startswith(_rows("and")) and _is_day_of_event(page, dated, None):
            return _plain(dated)
    return None


def _day_behind(page: Page, at: int, *, place_first: bool) -> When | None:
    """Return the day written behind `at`, or behind the place and the theme there."""
    ahead = page.dates_in(at, at + _AFTER_THEME)
    if not ahead or "\n" in page.text[at : ahead[0].lo]:
        return None
    day = _day_right_behind(page, at) if not place_first else None
    if day is not None:
        return day
    behind = _behind_theme(page, at)
    return _day_right_behind(page, behind) if behind > at or place_first else None


def _day_right_behind(page: Page, at: int) -> When | None:
    """Return the day written in the line right behind `at`."""
    for dated in page.dates_in(at, at + _AFTER_NAME):
        gap = page.text[at : dated.lo]
        if (_is_day_of_event(page, dated, None) or _month_ahead(page, dated)) and "\n" not in gap:
            return None if _next_day().search(gap) else _plain(dated)
    return None


@cache
def _next_day() -> re.Pattern[str]:
    """Match what leads up to the day of what follows it: " and on "."""
    lead, day = one_of(_rows("day_lead")), one_of(_rows("day_word"))
    return re.compile(f"{one_of(_rows('and'))}(?:{lead})?[ ]?(?:{day})?[ ]?$")


def _behind_theme(page: Page, at: int) -> int:
    """Return where what may stand between a name and its day ends: its place, and the theme that it is held under."""
    for _ in range(_MOST_BETWEEN):
        at = next((place.hi for place in page.mentions.within(Place, at, at + _NEXT)), at)
        theme = _theme().match(page.text, at)
        if theme is None:
            break
        at = theme.end()
    return at


@cache
def _theme() -> re.Pattern[str]:
    quote, alone = r"[“\"][^“”\"\n]{1,160}[”\"]", r"\([^()\n]{2,90}\)"
    return re.compile(rf"[”\"]?[ ]{{0,3}}(?:{one_of(_rows('theme'))}[ ]{{0,2}}{quote}|{alone})")


def _same_clause(page: Page, cue: Mention[Cue], at: int) -> bool:
    """Tell whether only the bodies that hold an event stand between `at` and the verb."""
    if cue.value.force != "held" or any(c.value.reads_as != "opens" for c in page.mentions.within(Cue, at, cue.lo)):
        return False
    return organising_body(page, at, cue.lo) is not None


def placed_days(page: Page, lo: int) -> Iterator[tuple[When, Place]]:
    """Yield each day behind `lo` that stands right beside a place behind the sure marker."""
    for mention in page.mentions.within(Place, lo, page.layout.body[1]):
        place = mention.value
        before = page.dates_in(mention.lo - _DAY_TO_PLACE - 40, mention.lo)
        beside = [d for d in before[-1:] if mention.lo - d.hi <= (_DAY_TO_PLACE if place.sure else _NEXT)]
        if not (place.sure or beside):
            continue
        for dated in beside or page.dates_in(place.hi, place.hi + _PLACE_TO_DAY)[:1]:
            gap = page.text[dated.hi : mention.lo] or page.text[place.hi : dated.lo]
            if "\n" not in gap and (_is_day_of_event(page, dated, None) or _month_ahead(page, dated)):
                yield When(dated.lo, dated.hi, dated.expression), place


def _month_ahead(page: Page, dated: Dated) -> bool:
    """Tell whether something is announced for a month: one that begins behind the day of publication."""
    expression = dated.expression
    return expression.kind in _MONTHS and page.published is not None and expression.start > page.published.start


def held_day(page: Page, lo: int, hi: int) -> When | None:
    """Return the day that a word for holding in `[lo, hi)` carries."""
    for cue in page.mentions.within(Cue, lo, min(hi, lo + _HELD_REACH)):
        if (cue.value.reads_as == "held" or cue.value.force == "held") and (day := attached_day(page, cue, None)):
            return day
    return None


_PAST_REACH = 280


def past_day(page: Page, lo: int, hi: int) -> When | None:
    """Return the day behind `lo` that the same sentence says it was done on, with nothing else told between."""
    for dated in page.dates_in(lo, min(hi, lo + _PAST_REACH)):
        if not _past().search(page.text, lo, dated.lo) or not _is_day_of_event(page, dated, None):
            continue
        between = page.mentions.within(Cue, lo, dated.lo)
        plain = all(cue.value.reads_as in ("event", "joined") and cue.value.force != "act" for cue in between)
        return _plain(dated) if plain and "\n" not in page.text[lo : dated.lo] else None
    return None


@cache
def _past() -> re.Pattern[str]:
    return re.compile(one_of(_rows("past")) + r"[ ]?\Z")


def held_later(page: Page, lo: int) -> tuple[When | None, Place | None]:
    """Return the day on which, and the place at which, the text behind `lo` says that the event is held."""
    for cue in page.mentions.within(Cue, lo, min(lo + _LATER_REACH, page.layout.body[1])):
        if cue.value.reads_as == "held" and (day := attached_day(page, cue, None)) is not None:
            return day, place_of(page, cue.hi, day.hi + _DAY_TO_PLACE)
    return None, None


def time_of(page: Page, lo: int, hi: int) -> TimeExpression | None:
    """Return the first clock time in `[lo, hi)`."""
    times = page.times_in(lo, hi)
    return times[0].expression if times else None


_CLOCK_BEHIND = 30


def time_later(page: Page, lo: int, day: DateExpression) -> TimeExpression | None:
    """Return the clock time behind `lo` where the same day is told again, or several of the event's days."""
    for dated in page.dates_in(lo, page.layout.body[1]):
        told = dated.expression
        part = told.kind == "range" and day.start <= told.start and told.end <= day.end
        if (part or told.edtf == day.edtf) and (times := page.times_in(dated.hi, dated.hi + _CLOCK_BEHIND)):
            return times[0].expression
    return None


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
    if any(_is_day_of_event(page, d, None) for d in page.dates_in(place.hi, place.hi + _PLACE_TO_DAY)):
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
    return re.compile(f"[ ]{{1,3}}{one_of(_rows('name_on'))}[^\\n0-9]{{0,16}}[0-9]")


@cache
def _post() -> re.Pattern[str]:
    return re.compile(one_of(_rows("post")) + r"[ ]{0,2}\Z")


_REST_REACH = 1_500


def place_behind(page: Page, lo: int) -> Place | None:
    """Return the venue that the rest of the paragraph from `lo` on gives, with no other day before it.

    "... opened the course. In addition the director reported, at the hall of the ministry."
    """
    end = page.text.find("\n", lo, lo + _REST_REACH)
    end = end if end >= 0 else min(page.layout.body[1], lo + _REST_REACH)
    place = next((m.value for m in _places(page, lo, end) if m.value.sure), None)
    if place is None or any(_is_day_of_event(page, dated, None) for dated in page.dates_in(lo, place.lo)):
        return None
    return place


def is_area(place: Place) -> bool:
    """Tell whether a place is no more than a province or a district: much may be held there on one day."""
    return place.site is None and place.building is None and place.room is None


def object_of(page: Page, cue: Mention[Cue], hi: int) -> Place | None:
    """Return the place that a visit goes to, where it is the object of the verb."""
    text = page.text
    for following in page.mentions.within(Cue, cue.hi, cue.hi + 3):
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
    return re.compile(one_of(_rows("object_no")))


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
    if not _object_head().match(text, name[0]) or text.startswith(_rows("work"), name[0]):
        return None
    place = place_at(text, name[0])
    return place if place is not None and (place.province or place.district) else None


@cache
def _object_head() -> re.Pattern[str]:
    heads = [r["phrase"] for r in table("places") if r["reads_as"] in ("head", "unit")]
    return re.compile(one_of(heads))


def venue(page: Page, place: Place) -> Venue:
    """Return `place` as the contract has it."""
    source = page.source

    def part(at: Range | None) -> str | None:
        return source.written(*at) if at is not None else None

    hi = _without_tail(page, place.lo, place.hi)
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


def attendance(page: Page, lo: int, hi: int, *, taught: bool) -> Attendance | None:
    """Return the number of people who took part by `[lo, hi)`; those whom something is meant to teach did."""
    for count in page.mentions.within(Count, lo, hi):
        summed = count.value.total and _sums_up(page, count, lo, taught=taught)
        if count.value.number < _FEWEST:
            continue
        if summed or _joined(page, count, lo, hi, taught=taught) or _counts_listed(page, count, lo):
            return _attendance(page, count)
    return None


def _attendance(page: Page, count: Mention[Count]) -> Attendance:
    return Attendance(
        span=page.source.span(count.lo, count.hi), count=count.value.number, qualifier=count.value.qualifier
    )


def _sums_up(page: Page, count: Mention[Count], lo: int, *, taught: bool, opened: bool = True) -> bool:
    """Tell whether a total ends the list of those who came, or of those whom something is meant to teach."""
    before = page.mentions.within(Cue, max(lo, count.lo - _LISTED), count.lo)
    if not before or "\n" in page.text[before[-1].hi : count.lo]:
        return False
    return (opened and before[-1].value.reads_as == "opens") or (taught and before[-1].value.value == "target")


def attendance_later(page: Page, lo: int, *, taught: bool) -> Attendance | None:
    """Return the number of people whom the text behind `lo` calls participants."""
    for count in page.mentions.within(Count, lo, min(lo + _LATER_REACH, page.layout.body[1])):
        near = page.mentions.within(Cue, max(lo, count.lo - _JOINED_AFTER), count.lo)
        if (near and _comes(near[-1], count, taught=taught)) or _counts_listed(page, count, lo):
            return _attendance(page, count)
        if not near and taught and count.value.total and _sums_up(page, count, lo, taught=True, opened=False):
            return _attendance(page, count)
    return None


def _counts_listed(page: Page, count: Mention[Count], lo: int) -> bool:
    """Tell whether a number ends the list of who came: "participants, consisting of traders and farmers, 80 people"."""
    for cue in page.mentions.within(Cue, max(lo, count.lo - _CAME_AS), count.lo)[::-1]:
        if cue.value.reads_as == "joined" and cue.value.value != "target":
            listed = _consists_of().match(page.text, cue.hi) and page.text.find("\n", cue.hi, count.lo) < 0
            return bool(listed) and len(page.mentions.within(Count, cue.hi, count.hi + _CAME_AS // 2)) == 1
    return False


@cache
def _consists_of() -> re.Pattern[str]:
    return re.compile(f"[ ]{{0,2}}{one_of(_rows('consists_of'))}")


def _comes(cue: Mention[Cue], count: Mention[Count], *, taught: bool) -> bool:
    """Tell whether a cue says that people came; one that may be said of other events must stand beside the number."""
    beside = count.lo - cue.hi <= _BESIDE
    if cue.value.value == "target":
        return taught and beside and count.value.number <= _MOST_TAUGHT
    return cue.value.reads_as == "joined" or (beside and _is_of_attendee(cue))


def _is_of_attendee(cue: Mention[Cue]) -> bool:
    return cue.value.value == "attendee" or cue.value.force == "attend"


def _joined(page: Page, count: Mention[Count], lo: int, hi: int, *, taught: bool) -> bool:
    """Tell whether the words around a number say that these people took part."""
    around = page.mentions.within(Cue, max(lo, count.lo - _JOINED_BEFORE), min(hi, count.hi + _JOINED_AFTER))
    signs = [c for c in around if c.value.reads_as in ("scheme", "joined") or _is_of_attendee(c)]
    signs = [c for c in signs if c.value.value != "target" or _comes(c, count, taught=taught)]
    before = [c for c in signs if c.hi <= count.lo]
    after = [c for c in signs if c.lo >= count.hi]
    nearest = before[-1] if before else (after[0] if after else None)
    if nearest is None:
        return False
    if nearest.value.reads_as == "scheme":
        return bool(after) and after[0].lo - count.hi <= _NEXT and after[0].value.reads_as != "scheme"
    return not before or count.value.total or _parts().search(page.text, nearest.hi, count.lo) is None


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(one_of(_rows("parts")))


_ORGANISER = 160


@cache
def _organiser_end() -> re.Pattern[str]:
    through = f"(?!โดย{one_of(_rows('organiser_head'))}|{one_of(_rows('organiser_keep'))})"
    return re.compile(rf"[ ]{{0,2}}(?:\n|[ ]{through}{one_of(_rows('organiser_end'))}|[“\"])")


@cache
def _bodies() -> Phrases[bool]:
    """Return what begins the name of a body, and whether it is a whole name: that of an organisation that is known."""
    known = [(form.written, True) for form in organisation_forms().values() if not form.bare]
    return Phrases([*known, *((word, False) for word in _rows("organiser_head"))])


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(f"[ ]{{1,3}}{one_of([*_rows('organiser_on'), *_rows('organiser_head')])}")


@cache
def _no_organiser() -> re.Pattern[str]:
    return re.compile(one_of(_rows("organiser_no")))


@cache
def _lead_up() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![ก-๎.])|(?<![ก-๎]){one_of(_rows('organiser_lead'))}|{one_of(_rows('organiser_that'))})\Z")


@cache
def _body_at() -> re.Pattern[str]:
    # "ที่" before a body that is a place, too, is "at", not "that".
    return re.compile(f"ที่{one_of(_rows('organiser_place'))}")


@cache
def _place_head() -> re.Pattern[str]:
    return re.compile(one_of(_rows("organiser_place")))


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
    return re.compile(rf"[ ]{{0,2}}(?:{one_of(_rows('organiser_link'))}[ ]{{0,3}}){{0,2}}$")


@cache
def _never() -> re.Pattern[str]:
    return re.compile(one_of(_rows("organiser_never")))


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(one_of(_rows("organiser_link")))


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![ก-๎])การ|{one_of(_rows('organiser_noun'))})\Z")


def organiser(page: Page, lo: int, hi: int, *, kind: str | None = None) -> Range | None:
    """Return the body that holds the event of `[lo, hi)`: named behind "held by", or the subject of a verb of holding.

    With `kind`, only verbs of that kind count.
    """
    held, text = None, page.text
    for cue in page.mentions.within(Cue, lo, hi):
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
    stop = end.start() if end else min(hi, at + _ORGANISER)
    return (at, stop) if stop - at > 2 else None


_THIS_REACH = 240
_NAME_AGAIN = 12
_NAME_REACH = 60
"""What is held is named again this near behind the verb."""
_LEADS_UP = 700
"""Subtitles are no longer than this together."""


@cache
def _this() -> re.Pattern[str]:
    return re.compile(one_of(_rows("organiser_this")))


@cache
def _beside_letters() -> re.Pattern[str]:
    return re.compile('[ “”"]{1,9}')


def _letters(text: str) -> str:
    return _beside_letters().sub("", text)


def _is_noun(text: str, lo: int, verb: int) -> bool:
    """Tell whether what stands right before a verb makes a noun of it: "for the holding of"."""
    return text.endswith(_rows("nominal"), lo, verb) and not text.endswith(_rows("no_nominal"), lo, verb)


def organiser_later(page: Page, lo: int, name: Range | None) -> Range | None:
    """Return the body that the text behind `lo` says to hold this event, spoken of as such or by its name."""
    text = page.text
    again = _letters(text[slice(*name)])[:_NAME_AGAIN] if name is not None else None
    for cue in page.mentions.within(Cue, lo, page.layout.body[1]):
        is_held = cue.value.reads_as == "held" and cue.value.value != "future"
        if not is_held and (again is None or cue.value.force != "held" or _is_noun(text, lo, cue.lo)):
            continue
        head = max(lo, cue.lo - _THIS_REACH, text.rfind("\n", lo, cue.lo) + 1)
        named = again is not None and again in _letters(text[head if is_held else cue.lo : cue.hi + _NAME_REACH])
        if not named and (not is_held or _this().search(text, head, cue.hi) is None):
            continue
        if cue.value.value == "organiser_after":
            return _named_behind(page, cue, page.layout.body[1])
        if (held := organising_body(page, head, cue.lo)) is not None:
            return held
    return None


def organiser_before(page: Page, lo: int, kind: str) -> Range | None:
    """Return the body that the headline, or a subtitle between it and `lo`, says to hold the event."""
    begin, end = page.layout.title
    lines = [(begin, end)]
    if lo <= end + _LEADS_UP:
        lines += [line for line in page.layout.paragraphs if end < line[0] and line[1] <= lo]
    return next((body for line in lines if (body := organiser(page, *line, kind=kind)) is not None), None)


def in_full(page: Page, short: Range) -> Range:
    """Return the body of which the text gives what stands at `short` as its abbreviation, with it, or `short`."""
    text = page.text
    bracketed = f"({text[slice(*short)]})"
    at = text.find(bracketed)
    body = _body(text, max(0, text.rfind("\n", 0, at) + 1, at - _ORGANISER), at) if at > 0 else None
    if body is None or text.find(" ", body[1], at - 1) >= 0:
        return short
    return body[0], at + len(bracketed)


def _trimmed(text: str, lo: int, hi: int) -> int:
    """Return where `[lo, hi)` ends without the word that would join another body."""
    for word in _rows("organiser_on"):
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
    for cue in page.mentions.within(Cue, lo, verb):
        joins = cue.value.value == "joins"
        if cue.value.reads_as in ("speech", "break", "opens", "event", "chair") and not joins:
            lo = cue.hi
    return lo


def organising_body(page: Page, lo: int, verb: int) -> Range | None:
    """Return the body whose name runs up to a verb of holding at `verb`."""
    text = page.text
    body = _body(text, _subject_from(page, lo, verb), verb) if not _noun().search(text, lo, verb) else None
    if body is None:
        return None
    link = _link().search(text, body[1], verb)
    stop = link.start() if link else verb
    space = text.find(" ", body[1], stop)
    if space >= 0 and not _goes_on().match(text, space):
        stop = space
    elif space >= 0 and (end := _organiser_end().search(text, space, stop)) is not None:
        stop = end.start()
    if stop >= body[1] and (clause := _no_organiser().search(text, body[1], stop)) is not None:
        where = _place_head().match(text, body[0]) is not None
        stop = -1 if where else _trimmed(text, body[1], text.rfind(" ", body[1], clause.start()))
    opened, closed = text.find("(", body[0], stop), text.find(")", body[0], stop)
    if stop < body[1] or closed >= 0 > opened or closed < opened:
        return None
    return body[0], stop
