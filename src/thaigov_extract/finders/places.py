"""Find places: venue phrases with their rooms, floors, buildings, sites and administrative areas.

In:   Layout.
Out:  mentions of Place, each opened by a marker; `place_at` reads one from any other spot.
Not:  which event is held there, nor who stands right behind the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Layout, Range, english_ranges
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, table, values_of
from thaigov_extract._mentions import Mention, made, record
from thaigov_extract.finders._english_places import PlaceName, place_name, place_names

_WINDOW = 220
"""A place is read within this many characters: nine of ten have fewer than ninety."""
_LONGEST_UNKNOWN = 26
_MOST_UNKNOWN = 3
_SYLLABLE = 4
"""A group so short is a syllable of a foreign name."""
_LONGEST_NUMBER = 9
_DAY_ENDS = frozenset(")0123456789")
_HOUR = 3
"""The abbreviation of "o'clock" with the space behind it."""
_LONGEST_PARENTHESIS = 60
_THAI = "ก-ฮะ-ฺเ-๎"
_LETTERS = frozenset(map(chr, range(ord("ก"), ord("๎") + 1))) - set("ฯๆ")
"""What a Thai word is written with."""
_MARKS = "ัิ-ฺ็-๎"
"""What stands above or below a letter: a word is part of a longer one before it, as before a letter that is silent."""
_LONGEST_PROVINCE = 16


class Place(NamedTuple):
    """A place phrase at the folded range `[lo, hi)`, its marker left out, and the ranges of its parts."""

    lo: int
    hi: int
    room: Range | None = None
    floor: Range | None = None
    building: Range | None = None
    site: Range | None = None
    subdistrict: Range | None = None
    district: Range | None = None
    province: str | None = None
    province_code: str | None = None
    province_inferred: bool = False
    sure: bool = True
    """False where the marker is a word that also opens relative clauses."""


@record
class _Word:
    kind: str
    value: str


@record
class _Marker:
    """What opens a place, and what must follow it."""

    word: str
    follows: re.Pattern[str]
    sure: bool
    """True where it opens nothing but places."""
    glued: bool
    """True where it ends a verb, which is written together with what stands before."""


class _Province(NamedTuple):
    name: str
    code: str
    latent: bool


@cache
def _provinces() -> dict[str, _Province]:
    return {
        row["phrase"]: _Province(row["value"], row["code"], row["latent"] == "yes")
        for row in table("places")
        if row["reads_as"] == "province"
    }


@cache
def _districts() -> dict[str, str]:
    return {row["phrase"]: row["province"] for row in table("districts")}


@cache
def _words() -> dict[str, _Word]:
    """What the word at the beginning of a group says about it."""
    kinds = ("head", "unit", "other_area", "end", "province")
    words: dict[str, _Word] = {}
    for row in table("places"):
        if row["reads_as"] in kinds:
            words.setdefault(row["phrase"], _Word(row["reads_as"], row["value"]))
    return words


def _phrases(reads_as: str, value: str | None = None) -> tuple[str, ...]:
    return phrases_of("places", reads_as, value)


@cache
def place_heads() -> tuple[str, ...]:
    """Return the words that a place phrase begins with: what kind of place, or of administrative unit, it is."""
    return (*_phrases("head"), *_phrases("unit"))


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"{one_of(_words())}(?![{_MARKS}]|[ก-ฮ]์)")


@cache
def _markers() -> Phrases[_Marker]:
    heads = one_of([*place_heads(), *_provinces()])
    after_sure = re.compile(rf"(?: [ ]{{1,3}} | (?= {heads} )) (?! {one_of(_phrases('not_place'))} )", re.VERBOSE)
    after_unsure = re.compile(rf"[ ]{{0,1}} (?= {heads} )", re.VERBOSE)
    markers = (
        *(_Marker(marker, after_sure, sure=True, glued=False) for marker in _phrases("marker", "always")),
        *(_Marker(marker, after_unsure, sure=False, glued=False) for marker in _phrases("marker", "head")),
        *(_Marker(marker, after_unsure, sure=False, glued=True) for marker in _phrases("marker", "verb")),
    )
    return Phrases((marker.word, marker) for marker in markers)


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(one_of(_phrases("cut")))


@cache
def _ended_province() -> re.Pattern[str]:
    return re.compile(f"{one_of(_provinces())}(?={one_of(_phrases('end'))})")


@cache
def _unit() -> re.Pattern[str]:
    rows = [row for row in table("places") if row["reads_as"] == "unit"]
    # An abbreviation counts at the beginning of a word only, a full word inside one too: the hall of a province.
    inside = one_of(row["phrase"] for row in rows if row["latent"] != "yes")
    at_start = one_of(row["phrase"] for row in rows if row["latent"] == "yes")
    every = one_of(row["phrase"] for row in rows)
    return re.compile(
        rf"""
        (?! {one_of(_phrases("other_area"))} )
        (?P<unit> {inside} | (?<! [{_THAI}.] ) {at_start} ) [ ]{{0,2}}
        (?P<name> [{_THAI}]{{2,30}}? ) (?= [^{_THAI}] | $ | {every} )
        """,
        re.VERBOSE,
    )


def _unit_levels() -> dict[str, str]:
    return values_of("places", "unit")


@cache
def _province_name() -> re.Pattern[str]:
    return re.compile(one_of(_provinces()))


@cache
def _floor() -> re.Pattern[str]:
    name = rf"[0-9]{{1,3}}(?:-[0-9]{{1,3}})?|[A-Z]{{1,2}}\b|[{_THAI}]{{1,8}}"
    return re.compile(rf"{one_of(_phrases('head', 'floor'))}[ ]{{0,2}}(?P<name>{name})")


def find(layout: Layout) -> Iterator[Mention[Place]]:
    """Yield the places of `layout` that follow a marker."""
    text = layout.text
    for begin, end in english_ranges(layout):
        for name in place_names(text, begin, end):
            yield Mention(name.marker, name.hi, _english(name), "English place")
    markers = _markers()
    free = 0
    for row, at, _ in markers.places(layout.source.octets):
        marker = markers.rows[row]
        # Nearly all of "ที่" stand inside words or sentences: "ทุกที่", "ที่ได้".
        if at < free or (not marker.glued and at > 0 and text[at - 1] in _LETTERS):
            continue
        lo = _beginning(text, at, marker)
        place = place_at(text, lo, sure=marker.sure) if lo is not None else None
        if place is not None:
            free = place.hi
            yield Mention(at, free, place, "place after " + marker.word)


def province_at(text: str, lo: int) -> Place | None:
    """Return the place that begins with the province named at `lo`, and ends there where a word is written on to it."""
    match = _province_name().match(text, lo)
    if match is None or text[match.end() : match.end() + 1] not in _LETTERS:
        return place_at(text, lo) if match else None
    province = _provinces()[match[0]]
    return Place(lo, match.end(), province=province.name, province_code=province.code)


def english_place_at(text: str, lo: int) -> Place | None:
    """Return the place in capitals that begins at `lo` or behind the article there."""
    lo = article.end() if (article := _article().match(text, lo)) else lo
    name = place_name(text, lo, lo)
    return _english(name) if name is not None else None


@cache
def _article() -> re.Pattern[str]:
    return re.compile("[ ]?(?:the[ ])?")


def _english(name: PlaceName) -> Place:
    return Place(name.lo, name.hi, room=name.room, building=name.building, site=name.site, sure=name.known)


def _beginning(text: str, at: int, marker: _Marker) -> int | None:
    """Return where the place behind the marker at `at` begins, or None where none does."""
    hi = at + len(marker.word)
    if match := marker.follows.match(text, hi):
        return match.end()
    # Right behind a day or a time the unsure marker opens a place even without a word for one.
    if marker.sure or marker.glued or at < _HOUR:
        return None
    if text[at - 2 : at - 1] not in _DAY_ENDS and not text.startswith(_hour_ends(), at - _HOUR):
        return None
    if text[hi : hi + 1] == " ":
        # Behind a bracket it may be a mark: "Rating) ที่ Baa1".
        spaced = text[at - 1] == " " and text[at - 2] != ")"
        return hi + 1 if spaced and _latin_name().match(text, hi + 1) else None
    return hi if _group().match(text, hi) is None else None


@cache
def _latin_name() -> re.Pattern[str]:
    return re.compile("[A-Z][A-Za-z]{2}")


@cache
def _hour_ends() -> tuple[str, ...]:
    return _phrases("hour")


def place_at(text: str, lo: int, *, end: int | None = None, sure: bool = True) -> Place | None:
    """Return the place whose phrase begins at `lo` and ends by `end`, or None where no place can be read."""
    groups = _groups(text, lo, len(text) if end is None else end)
    if not groups:
        return None
    if len(groups) > 1 and text[groups[-1].lo : groups[-1].hi] in ("-", *_phrases("joint")):
        groups = groups[:-1]
    hi = groups[-1].hi
    parts = _named_parts(text, groups)
    units = _units(text, lo, hi)
    province, inferred = _province(text, groups, units)
    return Place(
        lo,
        hi,
        room=parts.get("room"),
        floor=_floor_name(text, lo, hi),
        building=parts.get("building"),
        site=parts.get("site"),
        subdistrict=_first(units.get("subdistrict")),
        district=_first(units.get("district")),
        province=province.name if province else None,
        province_code=province.code if province else None,
        province_inferred=inferred,
        sure=sure,
    )


class _Group(NamedTuple):
    """A run of characters without a space, and what its first word makes of it."""

    lo: int
    hi: int
    word: _Word | None


def _groups(text: str, lo: int, end: int) -> list[_Group]:
    """Return the groups of the phrase that begins at `lo` and ends by `end`, with the address in the line below."""
    end = min(end, lo + _WINDOW)
    line_end = text.find("\n", lo, end)
    if line_end < 0:
        return _groups_in_line(text, lo, end, [])
    groups = _groups_in_line(text, lo, line_end, [])
    ends = bool(groups) and text[groups[-1].hi : line_end].strip(" ") == ""
    if not ends or _closes(text, groups[-1]) or _address().match(text, line_end + 1) is None:
        return groups
    next_end = text.find("\n", line_end + 1, end)
    return _groups_in_line(text, line_end + 1, end if next_end < 0 else next_end, groups)


@cache
def _list_mark() -> re.Pattern[str]:
    """Match the number of the next item of a list."""
    return re.compile(r"[0-9]{1,2}\)")


def _cut_at(text: str, first: int, group: _Group) -> int | None:
    """Return where the phrase that begins at `first` ends within `group`: at a word, or a bracket opened before it."""
    if (cut := _cut().search(text, group.lo + 1, group.hi)) is not None:
        # Within brackets a blank may stand before the word.
        return group.lo + len(text[group.lo : cut.start()].rstrip(" "))
    closed = text[group.hi - 1] == ")" and text.find("(", first, group.hi) < 0
    return group.hi - 1 if closed else None


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        one_of([*_phrases("unit", "subdistrict"), *_phrases("unit", "district"), *_phrases("head", "road")])
    )


def _groups_in_line(text: str, lo: int, end: int, groups: list[_Group]) -> list[_Group]:
    """Return `groups` with those of `[lo, end)` that go on with them."""
    at, unknown = lo, 0
    while at < end:
        group = _read_group(text, at, end)
        if group is None or not _belongs(text, group, groups, unknown):
            break
        cut = _cut_at(text, groups[0].lo if groups else group.lo, group)
        if cut is None and group.word is not None and group.word.kind == "unit":
            province = _ended_province().search(text, group.lo, group.hi)
            cut = province.end() if province else None
        if cut is not None:
            group = group._replace(hi=cut)
        groups.append(group)
        unknown += group.word is None and not text[group.lo].isascii() and group.hi - group.lo > _SYLLABLE
        if cut is not None or group.hi >= end or text[group.hi] != " ":
            break
        at = group.hi
        while at < end and text[at] == " ":
            at += 1
    return groups


_STOPS = re.compile('[] \n,;"“”‘’]')


def _read_group(text: str, at: int, end: int) -> _Group | None:
    if text[at] == "(":
        close = text.find(")", at, min(end, at + _LONGEST_PARENTHESIS))
        return None if close < 0 else _Group(at, close + 1, _Word("parenthesis", ""))
    joint = _joined_place().match(text, at, end)
    stop = _STOPS.search(text, joint.end() if joint else at, end)
    hi = stop.start() if stop else end
    if hi == at:
        return None
    opening = text.find("(", at, hi)
    if opening > at:
        hi = opening
        close = text.find(")", opening, min(end, opening + _LONGEST_PARENTHESIS))
        if close > 0:
            hi = close + 1
    match = _group().match(text, at, hi)
    return made(_Group, (at, hi, _words()[match[0]] if match else None))


def _belongs(text: str, group: _Group, before: list[_Group], unknown: int) -> bool:
    """Tell whether `group` goes on with the phrase of the groups `before` it; the first stands by its marker."""
    kind = group.word.kind if group.word is not None else ""
    asked = bool(before) and _asks_number(text, before[-1], group)
    number_ends = not asked and text[group.lo].isdigit() and _group_ends_after(text, group.hi)
    if not before or number_ends:
        return kind != "parenthesis" and not number_ends
    if kind == "parenthesis":
        return asked or not _group_ends(text, group.lo + 1, group.hi)
    closed = _closes(text, before[-1])
    if kind:
        acts = closed and text.startswith(_phrases("actor"), group.lo)
        return not acts and (kind != "end" or _finishes(text, before[-1], group))
    if text[group.lo].isdigit():
        listed = not asked and _list_mark().fullmatch(text, group.lo, group.hi) is not None
        return group.hi - group.lo <= _LONGEST_NUMBER and not listed
    if closed:
        return _joins_place(text, group)
    return unknown < _MOST_UNKNOWN and group.hi - group.lo <= _LONGEST_UNKNOWN


def _asks_number(text: str, last: _Group, group: _Group) -> bool:
    """Tell whether a number is that of the floor or room before it: "ชั้น 3", "ห้องประชุมกรมประมง 123"."""
    if text.endswith(_phrases("head", "floor"), last.lo, last.hi):
        return True
    is_room = last.word is not None and last.word.value == "room"
    return is_room and _room_number().match(text, group.lo) is not None


@cache
def _room_number() -> re.Pattern[str]:
    counted = one_of(_phrases("end", "counted"))
    return re.compile(rf"\(?[0-9]{{3,4}}(?:[ ]?[–-][ ]?[0-9]{{3,4}})?(?:\)|(?![0-9,./]|[ ]?{counted}))")


def _closes(text: str, last: _Group) -> bool:
    """Tell whether a group is as a rule the last of its phrase: an administrative area, or a seat known to all."""
    if last.word is not None and last.word.kind == "unit" and text[last.lo : last.hi] in _phrases("unit"):
        return False
    area = last.word is not None and last.word.kind in ("unit", "province")
    return area or text[last.lo : last.hi] in _phrases("seat")


def _finishes(text: str, before: _Group, group: _Group) -> bool:
    """Tell whether the group `before` is a word that wants a name, and `group` begins it: a company's, an embassy's."""
    return any(
        text.endswith(word, before.lo, before.hi) and text.startswith(name, group.lo)
        for word, name in values_of("places", "unfinished").items()
    )


@cache
def _joined_place() -> re.Pattern[str]:
    return re.compile(rf"{one_of(_phrases('joint'))}[ ]?(?P<place>{one_of(place_heads())})")


def _joins_place(text: str, group: _Group) -> bool:
    """Tell whether a group adds a second place to the phrase."""
    return _joined_place().match(text, group.lo, group.hi) is not None


def _first(ranges: list[Range] | None) -> Range | None:
    return ranges[0] if ranges else None


def _group_ends(text: str, lo: int, hi: int) -> bool:
    match = _group().match(text, lo, hi)
    return text[lo].isdigit() or (match is not None and _words()[match[0]].kind == "end")


def _group_ends_after(text: str, at: int) -> bool:
    """Tell whether a number is the day of a date or a count: what follows is no part of a place."""
    while at < len(text) and text[at] == " ":
        at += 1
    match = _group().match(text, at)
    return match is not None and _words()[match[0]].kind == "end" and text[at - 1] == " "


def _named_parts(text: str, groups: list[_Group]) -> dict[str, Range]:
    """Return the ranges of room, building and site: each runs on to the next part."""
    parts: dict[str, Range] = {}
    current = ""
    for group in groups:
        lo, word = _past_joint(text, group)
        if word is not None and word.kind == "head":
            current = word.value if word.value not in parts or word.value == current else ""
        elif word is not None and word.kind in ("unit", "province"):
            current = ""
        elif not current and not parts:
            current = "site"
        if current in ("room", "building", "site"):
            parts[current] = (parts.get(current, (lo, 0))[0], group.hi)
    return parts


def _past_joint(text: str, group: _Group) -> tuple[int, _Word | None]:
    """Return where the place of `group` begins, and its word: behind the conjunction that joins it to the first."""
    joint = _joined_place().match(text, group.lo, group.hi)
    return (joint.start("place"), _words()[joint["place"]]) if joint else (group.lo, group.word)


def _floor_name(text: str, lo: int, hi: int) -> Range | None:
    match = _floor().search(text, lo, hi)
    return match.span("name") if match else None


def _units(text: str, lo: int, hi: int) -> dict[str, list[Range]]:
    """Return the ranges of the administrative names by level."""
    units: dict[str, list[Range]] = {}
    for match in _unit().finditer(text, lo, hi):
        units.setdefault(_unit_levels()[match["unit"]], []).append(match.span("name"))
    return units


def _province(text: str, groups: list[_Group], units: dict[str, list[Range]]) -> tuple[_Province | None, bool]:
    """Return the one province of the phrase, and whether it was inferred from its district."""
    found: dict[str, _Province] = {}
    for name_lo, name_hi in units.get("province", ()):
        match = _province_name().match(text, name_lo, name_hi)
        if match:
            found[_provinces()[match[0]].name] = _provinces()[match[0]]
    if not found:
        found = _bare_provinces(text, groups)
    if len(found) == 1:
        return next(iter(found.values())), False
    districts = units.get("district", ())
    if not found and len(districts) == 1:
        name = _district_province(text, *districts[0])
        if name is not None:
            return _provinces()[name], True
    return None, False


def _district_province(text: str, lo: int, hi: int) -> str | None:
    """Return the province of a district; those of the capital stand in the table with their word."""
    word = max((w for w in _phrases("unit", "district") if text.endswith(w, 0, lo)), key=len, default="")
    return _districts().get(text[lo - len(word) : hi]) or _districts().get(text[lo:hi])


def _bare_provinces(text: str, groups: list[_Group]) -> dict[str, _Province]:
    """Return the provinces named without the word: alone, in parentheses, or at the end of a site's name."""
    provinces = _provinces()
    found: dict[str, _Province] = {}
    for lo, hi, word in groups:
        end = hi
        if text[hi - 1] == ")":
            end = text.find("(", lo, hi)
            if (province := provinces.get(text[end + 1 : hi - 1])) is not None:
                found[province.name] = province
        is_site = word is not None and word.kind == "head" and word.value == "site"
        for at in range(max(lo, end - _LONGEST_PROVINCE), end) if is_site else (lo,):
            province = provinces.get(text[at:end])
            if province is not None and not province.latent:
                found[province.name] = province
                break
    return found
