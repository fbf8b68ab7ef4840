"""Read dates as written: days, ranges, lists, months, years, fiscal and academic years.

In:   Layout.
Out:  Mentions of WrittenDate, and of Unread where something is written that our calendars cannot place.
Not:  the year that a writer left out, and whether the day exists; `resolve.dates` settles both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from string import ascii_letters
from typing import Literal, NamedTuple, cast

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, values_of
from thaigov_extract._mentions import Mention, made, record
from thaigov_extract._source import Source
from thaigov_extract.finders._date_tokens import Token, is_counted, tokens
from thaigov_extract.models import DiagnosticCode

Unit = Literal["day", "month", "year", "fiscal", "academic"]
Direction = Literal["past", "behind", "near", "last_year", "this_year", "next_year", "every", "none"]
"""What a writer adds to a date without a year; `behind` is the past, give or take a late release."""


class WrittenYear(NamedTuple):
    """The digits of a year, and the era word before them: be, ce, rs, or nothing."""

    digits: str
    era: str = ""


class Point(NamedTuple):
    """One end of a date at `[lo, hi)`; None for what is not written."""

    lo: int
    hi: int
    day: int | None = None
    month: int | None = None
    year: WrittenYear | None = None
    weekday: int | None = None
    misspelt: bool = False
    english: bool = False
    other_month: int | None = None
    """The other month that a misspelt abbreviation may mean."""


@record
class WrittenDate:
    """A date expression: one point, or an interval from `first` to `last`."""

    unit: Unit
    first: Point
    last: Point | None = None
    direction: Direction = "none"
    today: bool = False
    """The text says that it is today: วันนี้ (10 พ.ย. 63)."""
    from_today: bool = False
    """The interval begins today: วันนี้ - 15 พ.ค. 66."""
    beside: WrittenYear | None = None
    """The year that stands beside the brackets around a date without one: (ม.ค. - ก.ค.) ของปี 2564."""


class Unread(NamedTuple):
    """Something of the calendar that gives no date, with the code of the diagnostic that says why."""

    code: DiagnosticCode


Found = Mention[WrittenDate] | Mention[Unread]

_YEAR_UNITS: dict[str, Unit] = {"f": "fiscal", "a": "academic", "T": "academic"}
_YEAR_WORD = "pPfas"


@cache
def _grammar() -> re.Pattern[str]:
    """Return the grammar of dates over token codes; `Token` lists the letters."""
    # A number up to 31 after a month is no year where it is the day of the next month: "22 ตุลาคม 22 พฤศจิกายน".
    two = r"(?: n | d (?! l?[mME] | [-,]w?[1d]l?[mME] ) )"
    year = rf"(?: [pP]?e?'? (?: X1? | Y | {two} ) )"
    day = r"(?:w,?)?[1d]"
    month = rf"l?[mME] (?: (?<=E),?Y | {year} )?"
    date = rf"(?: {day} {month} )"
    # Most places are told by their letter to begin nothing, or no day, before a branch is tried there.
    return re.compile(
        rf"""
        (?! \| ) (?:
          (?P<shielded> b[1dnYXSN](?:/[1dnYX]|-Y)? | r[1d]?[mM]?[1dnYX]? )
        | (?P<counted> [1dn]l(?=[mM]{year}?-l?[mM]) )
        | (?P<numeric> N )
        | (?P<english> (?:w,?)?E(?: ,[1d](?=,?e?[YX]) | [1d] )(?: [-,][1d](?!l?[mME]) ){{0,12}} (?: ,?e?[YX] )?
              (?: -w?(?:E[1d]|[1d]) (?: ,?e?Y )? )? )
        | (?P<beyond> (?= [w1dn] ) (?: {day}[-,] ){{0,12}} (?:w,?)? n {month} )
        | (?P<days> (?= [tw1d] ) (?:t-|w[-,](?=w))? (?: {day}[-,] ){{0,12}} {date}
              (?: [-,] (?: {day}[-,] ){{0,12}} {date} ){{0,12}} (?: -l?[mM]{year}? (?![-,]{day}) )? )
        | (?P<months> [mM]{year}? (?: -{date} (?![-,]{date}) | (?: (?:[-,]l?[mM]|l?m){year}? ){{0,12}} )
              | E (?: [-,]E ){{0,3}} (?: ,?e?Y (?: -E,?e?Y )? )? )
        | (?P<split> [pPfas]e?S )
        | (?P<years> (?: f[pP]?e? | [as]e? | [pP]?e | p | P(?='?Y) | (?<=c) ) '? (?: X1? | Y | {two} )
              (?: [-,][pPfas]?e?'?(?: Y | {two} ) ){{0,20}} )
        | (?P<term> TS )
        | (?P<bare> (?<!/)(?:Y(?:-Y)?(?:,Y(?:-Y)?){{0,12}}|S)(?!/) )
        | (?P<unsupported> u[1dnYX] )
        )
        """,
        re.VERBOSE,
    )


def find(layout: Layout) -> Iterator[Found]:
    """Yield every date of the text, the header's too, in order."""
    text = layout.text
    found = tokens(layout)
    codes = "".join([token.code for token in found])
    for match in _grammar().finditer(codes):
        kind = match.lastgroup or ""
        start, end = match.span()
        mentions = _READERS[kind](text, found[start:end])
        beside = _year_beside(text, found, codes, match) if kind in ("days", "months") else None
        for mention in mentions:
            if not layout.is_furniture(mention.lo):
                yield mention if beside is None else _with_year_beside(mention, beside)
    yield from _find_unread(layout.source)


def _year_beside(text: str, found: list[Token], codes: str, match: re.Match[str]) -> WrittenYear | None:
    """Return the year right before or after the brackets around the tokens that `match` covers."""
    start, end = match.span()
    if codes.endswith("l", 0, start):
        start -= 1
    if codes.startswith(_YEAR_WORDS, end + 1) and _is_beside(text, found[end - 1], found[end + 1]):
        return _year_at(found, end + 2)
    if codes.endswith(_YEAR_WORDS, 0, max(0, start - 1)) and _is_beside(text, found[start - 2], found[start]):
        return _year_at(found, start - 2 - (found[start - 3].code == "e"))
    return None


def _year_at(found: list[Token], at: int) -> WrittenYear:
    """Return the year that its era begins at `at`, or the year itself."""
    era = found[at].value if found[at].code == "e" else ""
    return WrittenYear(found[at + bool(era)].value, era)


_YEAR_WORDS = ("pY", "PY", "peY", "PeY", "pd", "pn")


def _is_beside(text: str, left: Token, right: Token) -> bool:
    return text[left.hi : right.lo].replace(" ", "") in _cues("year_beside")


def _with_year_beside(mention: Found, year: WrittenYear) -> Found:
    written = mention.value
    if isinstance(written, Unread) or written.first.year or (written.last and written.last.year):
        return mention
    return Mention(mention.lo, mention.hi, replace(written, beside=year), mention.rule)


def _nothing(_text: str, _parts: list[Token]) -> Iterator[Found]:
    return iter(())


def _read_days(text: str, parts: list[Token]) -> Iterator[Found]:
    """Read days with their months: one, a range, a list, or a list of ranges, whose last may end with a month."""
    if len(parts) > 2 and parts[0].code == parts[2].code == "w":
        parts = [parts[0], *parts[3:]]  # วันเสาร์-อาทิตย์ที่ 26-27 ตุลาคม: the first day is the Saturday
    from_today = parts[0].code == "t"
    groups = _between(text, _points(parts[2:] if from_today else parts))
    _share(groups)
    return _days(text, groups, "days", parts[0].lo if from_today else None)


def _days(text: str, groups: list[list[Point]], rule: str, today: int | None = None) -> Iterator[Found]:
    """Yield the days and ranges of `groups`, the first from the word for today where one stands at `today`."""
    direction, after = _direction(text, groups[-1][-1].hi)
    for at, group in enumerate(groups):
        first, last = group[0], group[-1]
        opens = today is not None and at == 0 and len(group) == 1
        lo = today if today is not None and opens else first.lo
        before = _before(text, lo)
        if (direction == "every" and not _has_year(group)) or before.endswith(_cues("recurring")):
            yield Mention(lo, after if group is groups[-1] else last.hi, Unread(DiagnosticCode.RECURRING_DATE), rule)
            continue
        written = WrittenDate(
            unit="day",
            first=first,
            last=last if len(group) > 1 else None,
            direction=_or_before(direction, before, group),
            today=before.endswith(_cues("is_today")),
            from_today=opens,
        )
        yield Mention(lo, last.hi, written, rule)


def _read_beyond(text: str, parts: list[Token]) -> Iterator[Found]:
    """Read a day that no month has, which is to be remarked upon: วันที่ 32 มกราคม; without such a word, the month."""
    if parts[0].code != "n" or _before(text, parts[0].lo).endswith(_cues("day_cue")):
        yield from _read_days(text, parts)
    else:
        yield from _read_months(text, parts[1 + (parts[1].code == "l") :])


def _read_months(text: str, parts: list[Token]) -> Iterator[Found]:
    """Read months: one, a range, a list, or a range that ends with a day: มกราคม - 15 มีนาคม 2566."""
    if len(parts) > 1:
        if any(part.code == "-" and after.code in "w1d" for part, after in pairwise(parts)):
            yield from _read_days(text, parts)
            return
        parts = _listed(parts)
    groups = _between(text, _points(parts))
    _share(groups)
    direction, after = _direction(text, groups[-1][-1].hi)
    before = _before(text, parts[0].lo)
    if parts[0].code == "E" and not _has_year(groups[-1]) and not _is_told(text, parts[0].lo):
        return
    every = direction == "every" or before.endswith(_cues("recurring_month"))
    for group in groups:
        first, last = group[0], group[-1]
        if every and not _has_year(group):
            yield Mention(
                first.lo, after if group is groups[-1] else last.hi, Unread(DiagnosticCode.RECURRING_DATE), "months"
            )
            continue
        if parts[0].code == "M" and last.year is None and len(group) == 1 and not _is_month_here(before, direction):
            continue
        toward = _or_before(direction, before, group)
        written = WrittenDate("month", first, last if len(group) > 1 else None, direction=toward)
        yield Mention(first.lo, last.hi, written, "months")


def _listed(parts: list[Token]) -> list[Token]:
    """Return `parts` with a comma between months that stand side by side: มกราคม เมษายน และกรกฎาคม."""
    listed = parts[:1]
    for before, part in pairwise(parts):
        if part.code in "lm" and before.code not in "-,l":
            listed.append(Token(",", part.lo, part.lo))
        listed.append(part)
    return listed


def _read_years(_text: str, parts: list[Token]) -> Iterator[Found]:
    """Read years behind a word for their kind, which holds until another such word: ปีงบประมาณ 2566 และ 2567."""
    groups = _points(parts, dated=False)
    heads = [parts[0], *(after for part, after in pairwise(parts) if part.code == ",")]
    long = max([len(point.year.digits) for group in groups for point in group if point.year])
    unit: Unit = "year"
    for head, group in zip(heads, groups, strict=True):
        if head.code in _YEAR_WORD:
            unit = _YEAR_UNITS.get(head.code, "year")
        first, last = group[0], group[-1]
        if first.year is None or (len(first.year.digits) == 2 < long):
            continue
        if last is not first and not _may_end(first, last):
            last = first
        yield Mention(first.lo, last.hi, WrittenDate(unit, first, last if last is not first else None), "years")


def _may_end(first: Point, last: Point) -> bool:
    """Tell whether a short second year is one: 2566-70, but not 2566 - 15."""
    start, end = (point.year.digits if point.year else "" for point in (first, last))
    return len(end) != 2 or len(start) == 2 or start[-2:] < end


def _read_slash(parts: list[Token], unit: Unit) -> Iterator[Found]:
    """Read a split year (2564/65), or the year of a school term (2/2564)."""
    slash = parts[-1]
    head, _, tail = slash.value.partition("/")
    era = next((part.value for part in parts if part.code == "e"), "")
    lo, hi = parts[0].lo, slash.hi
    if len(head) in (2, 4) and len(tail) in (2, len(head)) and int(tail) == (int(head) + 1) % 10 ** len(tail):
        first = Point(lo, hi, year=WrittenYear(head, era))
        last = Point(lo, hi, year=WrittenYear(tail if len(tail) == len(head) else head[:2] + tail, era))
        yield Mention(lo, hi, WrittenDate(unit, first, last), "split_year")
    elif unit == "academic" and len(head) == 1 and len(tail) in (2, 4):
        yield Mention(lo, hi, WrittenDate("academic", Point(lo, hi, year=WrittenYear(tail, era))), "term")


def _read_split(_text: str, parts: list[Token]) -> Iterator[Found]:
    return _read_slash(parts, _YEAR_UNITS.get(parts[0].code, "year"))


def _read_bare(text: str, parts: list[Token]) -> Iterator[Found]:
    """Read years without any word for year: เทศกาลสงกรานต์ 2567; in English after a preposition: since 2019."""
    lo, hi = parts[0].lo, parts[-1].hi
    if text[lo - 1 : lo] not in _BEFORE_BARE or text[hi : hi + 1] in _AFTER_NO_BARE:
        return
    if _before(text, lo).endswith(_cues("ordinal_cue")):
        return
    if parts[0].code == "S":
        if _is_recent(parts[0].value.partition("/")[0]):
            yield from _read_slash(parts, "year")
        return
    told = _is_told(text, lo)
    if not told and len(parts) == 1 and not _is_recent(parts[0].value):
        return
    for group in _points(parts, dated=False):
        years = [point.year.digits for point in group if point.year]
        if years != sorted(years) or is_counted(text, group[-1].hi):
            continue
        if _are_bare_years(text, group, years) or (told and _are_christian(years)):
            last = group[1] if group[1:] else None
            yield Mention(group[0].lo, group[-1].hi, WrittenDate("year", group[0], last), "bare_year")


def _is_told(text: str, lo: int) -> bool:
    """Tell whether an English word before `lo` announces a year or a month: by 2030, last May."""
    before = f" {text[max(0, lo - 12) : lo]}".replace("\n", " ").replace("(", " ")
    return before.endswith(_told())


@cache
def _told() -> tuple[str, ...]:
    return tuple(f" {word} " for word in _cues("told"))


def _are_bare_years(text: str, group: list[Point], years: list[str]) -> bool:
    """Tell whether years that no word announces are years: recent ones, or a range of Christian ones."""
    if all(map(_is_recent, years)):
        return not _is_telephone(text, group[0].lo, group[-1].hi)
    return len(years) == 2 and _are_christian(years) and not _after_latin(text, group[0].lo)


def _are_christian(years: list[str]) -> bool:
    return all("1900" <= year <= "2100" for year in years)


def _after_latin(text: str, lo: int) -> bool:
    before = text[max(0, lo - 3) : lo].rstrip(" ")[-1:]
    return before.isascii() and before.isalpha()


def _is_telephone(text: str, lo: int, hi: int) -> bool:
    """Tell whether numbers that are no years stand around one of four digits: +66 2572 8442, not ระยะที่ 1 (2561)."""
    before, after = text[max(0, lo - 12) : lo].rpartition("(")[2], text[hi : hi + 8].partition(")")[0]
    run = before[len(before.rstrip(_IN_TELEPHONE)) :] + " " + after[: len(after) - len(after.lstrip(_IN_TELEPHONE))]
    return any(not _is_recent(number) for number in re.findall(r"\d{1,12}", run))


_IN_TELEPHONE = "0123456789 +()-"


def _is_recent(digits: str) -> bool:
    return len(digits) == 4 and "2490" <= digits <= "2610"


_BEFORE_BARE = ("", " ", "(", "“", '"', "\n", "‘")
_AFTER_NO_BARE = frozenset(":/-_+#@" + ascii_letters)


def _read_numeric(text: str, parts: list[Token]) -> Iterator[Found]:
    lo, hi = parts[0].lo, parts[-1].hi
    numbers = re.findall(r"\d+", text[lo:hi])
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, month, year = numbers
    before = _before(text, lo)
    exists = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    if exists and (len(year) == 4 or "40" <= year <= "79"):
        point = Point(lo, hi, int(day), int(month), WrittenYear(year))
        yield Mention(lo, hi, WrittenDate("day", point, today=before.endswith(_cues("is_today"))), "numeric")
    elif before.endswith(_cues("day_cue")):
        code = DiagnosticCode.IMPLAUSIBLE_YEAR if exists else DiagnosticCode.IMPOSSIBLE_DATE
        yield Mention(lo, hi, Unread(code), "numeric")


def _read_english(text: str, parts: list[Token]) -> Iterator[Found]:
    """Read an English date with the month first: January 20-26, 2026; June 1 - July 20, 2021."""
    groups: list[list[Point]] = [[]]
    weekday = month = None
    for at, part in enumerate(parts):
        if part.code == "w":
            weekday = int(part.value)
        elif part.code == "E":
            month, lo = int(part.value), part.lo
        elif part.code in "1d":
            lo = part.lo if parts[at - 1].code != "E" else parts[at - 1].lo
            groups[-1].append(Point(lo, part.hi, int(part.value), month, weekday=weekday, english=True))
            weekday = None
        elif part.code in "YX":
            era = parts[at - 1].value if parts[at - 1].code == "e" else ""
            groups[-1][-1] = groups[-1][-1]._replace(hi=part.hi, year=WrittenYear(part.value, era))
        elif part.code == "," and groups[-1] and at + 1 < len(parts) and parts[at + 1].code in "1d":
            groups.append([])
    _share(groups)
    groups[0][0] = groups[0][0]._replace(lo=parts[0].lo)
    return _days(text, groups, "english")


def _read_unsupported(_text: str, parts: list[Token]) -> Iterator[Found]:
    yield Mention(parts[0].lo, parts[-1].hi, Unread(DiagnosticCode.ERA_UNSUPPORTED), "era")


_READERS = {
    "shielded": _nothing,
    "counted": _nothing,
    "numeric": _read_numeric,
    "english": _read_english,
    "beyond": _read_beyond,
    "days": _read_days,
    "months": _read_months,
    "years": _read_years,
    "term": _read_split,
    "split": _read_split,
    "bare": _read_bare,
    "unsupported": _read_unsupported,
}


def _points(parts: list[Token], *, dated: bool = True) -> list[list[Point]]:
    """Return the points of a match: a list, whose members are ranges of one or more points."""
    english = parts[0].code in "fa" and parts[0].value == "en"
    groups: list[list[Point]] = [[]]
    piece: list[Token] = []
    for at, part in enumerate(parts):
        if part.code not in "-,":
            piece.append(part)
        elif part.code == "-" or not _is_inner_comma(parts, at):
            groups[-1].append(_point(piece, dated=dated, english=english))
            piece = []
            if part.code == ",":
                groups.append([])
    groups[-1].append(_point(piece, dated=dated, english=english))
    return groups


def _is_inner_comma(parts: list[Token], at: int) -> bool:
    """Tell whether a comma stands inside one date: Monday, 5 June 2023; 29 June, 2021."""
    return parts[at - 1].code == "w" or (parts[at - 1].code == "E" and parts[at + 1].code in "Ye")


def _point(piece: list[Token], *, dated: bool, english: bool) -> Point:
    """Return the end of a date that `piece` writes; in a `dated` expression the first number is the day."""
    day = month = weekday = other = None
    digits = era = ""
    misspelt = False
    for part in piece:
        code = part.code
        if code in "1dn" and dated and day is month is None and not digits:
            day = int(part.value)
        elif code in "1dnYX":
            digits = f"{digits} {part.value}" if digits else part.value
        elif code in "mME":
            written, _, either = part.value.partition(" ")
            month, other = int(written), int(either) if either else None
            misspelt = part.misspelt or other is not None
            english = english or code == "E"
        elif code == "e":
            era = part.value
        elif code == "w":
            weekday = int(part.value)
    year = made(WrittenYear, (digits, era)) if digits else None
    return made(Point, (piece[0].lo, piece[-1].hi, day, month, year, weekday, misspelt, english, other))


def _between(text: str, groups: list[list[Point]]) -> list[list[Point]]:
    """Return a list of two as the range that it is after a word for between: ระหว่างวันที่ 2 และ 3 มีนาคม."""
    if [len(group) for group in groups] == [1, 1] and _before(text, groups[0][0].lo).endswith(_cues("between")):
        return [groups[0] + groups[1]]
    return groups


def _share(groups: list[list[Point]]) -> None:
    """Give each point of a list the month and year that stand once, at its end; a range keeps its open year."""
    if len(groups) == len(groups[0]) == 1:
        return
    month = year = None
    for group in reversed(groups):
        for at in range(len(group) - 1, -1, -1):
            point = group[at]
            lent_month = month if point.month is None else point.month
            lent_year = year if point.year is None and at == len(group) - 1 else point.year
            group[at] = point._replace(month=lent_month, year=lent_year)
            month, year = lent_month, point.year or year


@cache
def _after_date() -> tuple[re.Pattern[str], dict[str, Direction]]:
    directions = cast("dict[str, Direction]", values_of("calendar", "direction"))
    return re.compile(rf"[ ]{{0,3}}+({one_of(directions)})"), directions


def _direction(text: str, hi: int) -> tuple[Direction, int]:
    """Return what a word after a date says about its year, and where that word ends."""
    pattern, directions = _after_date()
    match = pattern.match(text, hi)
    return (directions[match[1]], match.end()) if match else ("none", hi)


def _or_before(direction: Direction, before: str, group: list[Point]) -> Direction:
    """Return what the words around a date say about its year: those behind it, else the cue right before it."""
    if direction != "none" or _has_year(group):
        return direction
    if before.endswith(_cues("behind_cue")):
        return "behind"
    return "near" if before.endswith(_cues("near_cue")) else "none"


def _has_year(group: list[Point]) -> bool:
    return group[0].year is not None or group[-1].year is not None


def _cues(kind: str) -> tuple[str, ...]:
    return phrases_of("calendar", kind)


def _before(text: str, lo: int) -> str:
    """Return what stands right before `lo`, but for blanks and an opening bracket: as much as a cue is long."""
    return text[max(0, lo - 24) : lo].replace(" ", "").removesuffix("(")


def _is_month_here(before: str, direction: Direction) -> bool:
    """Tell whether a month abbreviation without a day or a year is a month: ก.พ. is an office, too."""
    return direction != "none" or before.endswith(_cues("month_cue"))


@cache
def unread_words() -> Phrases[None]:
    """Return words of which one stands in everything that our calendars cannot place."""
    return Phrases((phrase, None) for kind in ("lunar_day", "recurring", "recurring_after") for phrase in _cues(kind))


@cache
def _unread() -> re.Pattern[str]:
    moons = one_of(_cues("lunar"))
    days = one_of(_cues("lunar_day"))
    every = one_of(_cues("recurring"))
    after = one_of(_cues("recurring_after"))
    month = one_of(_cues("month"))
    word = one_of(_cues("month_word"))
    return re.compile(
        rf"""
          (?P<lunar_date> {moons}[ ]{{0,3}}\d{{1,2}}[ ]{{0,3}}{days} (?:[ ]{{0,3}}{word}[ ]{{0,3}}\d{{1,2}}(?!\d))? )
        | (?P<recurring_date> {every}[ ]{{0,3}}\d{{1,2}}(?!\d|[ ]{{0,3}}{month})(?:[ ]{{0,3}}{after})?
                            | (?<!\d)\d{{1,2}}[ ]{{0,3}}{after}(?![ก-๎]) )
        """,
        re.VERBOSE,
    )


_AROUND_TRIGGER = 40
"""The longest name of a month, two numbers and their blanks."""


def _find_unread(source: Source) -> Iterator[Found]:
    done = 0
    for _, lo, hi in unread_words().places_in(source):
        for match in _unread().finditer(source.text, max(done, lo - _AROUND_TRIGGER), hi + _AROUND_TRIGGER):
            done = match.end()
            yield Mention(match.start(), done, Unread(DiagnosticCode(match.lastgroup or "")), "unread")
