"""Read the position that begins with an office: word by word, up to where it ends.

In:   a Window and the place of an office in it.
Out:  one WrittenPosition: title spelt out, organisation, whether held for another.
Not:  a further position behind it, and whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from thaigov_extract._lexicon import Hit, one_of, phrases_of, table
from thaigov_extract._organisations import Organisation, OrganisationForm
from thaigov_extract._people.values import WrittenPosition
from thaigov_extract._people.words import Window, Word

_LONGEST_COMPANY = 90
_LONGEST_ASIDE = 70
_STEPS = 40
"""Words of one position, at most."""


def opens_position(window: Window, at: int) -> bool:
    """Tell whether an office stands at `at`."""
    hit = window.at(at)
    if hit is not None and hit.row.role == "rank":
        hit = window.at(window.past_spaces(hit.hi))
    return hit is not None and hit.row.role in ("office", "acting")


class _Walk:
    """One position being read: where it is, what it has."""

    __slots__ = (
        "acting",
        "area",
        "at",
        "bare",
        "closed",
        "fresh",
        "lo",
        "named",
        "named_lo",
        "office",
        "own",
        "seat",
        "stem",
        "takes",
        "title",
        "undecided",
        "window",
    )

    def __init__(self, window: Window, lo: int) -> None:
        self.window = window
        self.lo = self.at = lo
        self.title: list[str] = []
        self.office: list[str] = []
        self.takes = ""
        """What the last office asks for."""
        self.area = ""
        """The word for a province, where only the last office spelt out ends with it."""
        self.fresh = True
        """Nothing but offices so far."""
        self.closed = False
        """Complete: only certain words may go on."""
        self.named: Organisation | None = None
        self.named_lo = lo
        self.own: tuple[int, int] | None = None
        """The range of an organisation that no table has."""
        self.seat: tuple[int, int] | None = None
        """The range of the word for a unit that the office ends with: no organisation without a name behind."""
        self.bare: tuple[int, int] | None = None
        """The range of the word for a unit that an organisation begins with, and maybe is no more than."""
        self.stem: tuple[str, int] | None = None
        """What the name of the organisation begins with instead of what is written, and where that ends."""
        self.undecided: OrganisationForm | None = None
        self.acting = False

    def take(self, hi: int, written: str | None = None) -> bool:
        """Move on to `hi`; the title gets `written`, else what stands there."""
        if written is None:
            self.title.append(self.window.text[self.at : hi])
        elif not self.fresh and self.window.text[self.at] == " ":
            self.title.append(" " + written)
        else:
            self.title.append(written)
        self.at = hi
        return True

    def grow(self, hi: int) -> None:
        """Let the organisation that no table has go on to `hi`, if there is one."""
        if self.own is not None:
            self.own = (self.own[0], hi)

    @property
    def unnamed(self) -> bool:
        """Whether the organisation so far is no more than the word for a unit, or none."""
        return self.own is None or self.own in (self.seat, self.bare)

    def reach(self, hi: int) -> None:
        """Let the organisation named so far go on to `hi`: the ministry of another country is none of ours."""
        if self.named and not self.own:
            self.stem = (self.named.name, self.at)
        if self.own or self.named:
            self.own = (self.own[0] if self.own else self.named_lo, hi)
        self.named = None


def read_position(window: Window, lo: int) -> tuple[WrittenPosition, int]:
    """Return the position that begins at `lo`, and the end of the phrase that holds it."""
    walk = _Walk(window, lo)
    end = lo
    text = window.text
    for _ in range(_STEPS):
        at = walk.at
        if text[at : at + 1] == " ":
            at = window.past_spaces(at)
        if at >= window.hi:
            break
        if walk.lo < at == walk.at and text[at - 1] == "." and (number := _numbered_unit().match(text, at, window.hi)):
            walk.reach(number.end())
            walk.take(number.end())
            walk.closed = True
            continue
        hit = window.at(at)
        if walk.area and walk.fresh and _take_province(walk, at):
            going_on = True
        elif hit is not None:
            going_on = _TAKE.get(hit.row.role, _take_loose)(walk, hit, at > walk.at)
        elif text[at] == "(":
            end, going_on = _take_aside(walk, at)
        else:
            going_on = _take_plain(walk, at)
        if not going_on:
            break
    if walk.title and (country := _country_behind(window, walk.at)):
        walk.reach(country)
        walk.take(country)
        end = max(end, country)
    return _finished(walk), max(walk.at, end)


def is_foreign(window: Window, at: int) -> bool:
    """Tell whether a country other than ours stands behind the title that ends at `at`."""
    hit = window.at(at)
    if hit is not None and hit.row.role == "country":
        return hit.row.key != "ours"
    return _country_behind(window, at) > 0


def _country_behind(window: Window, at: int) -> int:
    """Return the end of the country whose full name stands behind a title, else 0: "สาธารณรัฐสังคมนิยมเวียดนาม"."""
    start = window.past_spaces(at)
    if not window.text.startswith(phrases_of("positions", "state"), start):
        return 0
    match = _country().match(window.text, start, window.hi)
    return match.end() if match else 0


@cache
def _country() -> re.Pattern[str]:
    states, countries = (one_of(phrases_of("positions", role)) for role in ("state", "country"))
    return re.compile(rf"{states}(?:[ก-ฮเ-ไ][ก-๎]{{1,30}}?)?{countries}(?![ก-๎])")


def _finished(walk: _Walk) -> WrittenPosition:
    """Return the position that was read, without the marks at its end."""
    text = walk.window.text
    hi = walk.at
    while hi > walk.lo + 1 and text[hi - 1] in " ,-:":
        hi -= 1
    organisation = walk.named.name if walk.named else None
    if walk.takes == "see":
        organisation = None
    elif organisation is None and walk.own is not None and walk.own != walk.seat and walk.undecided is None:
        name, lo = walk.stem or ("", walk.own[0])
        organisation = (name + text[lo : min(walk.own[1], hi)]).strip() or None
    title = "".join(walk.title).strip(" ,-:")
    office = "" if walk.fresh and walk.takes == "body" else "".join(walk.office)
    return WrittenPosition(walk.lo, hi, title, office, organisation, walk.acting, walk.undecided)


def _take_office(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001 - one of the functions of _TAKE
    """Take an office: the first, one that the office before asks for, or one that is a word of a name."""
    word = hit.row
    if not walk.fresh or (walk.office and walk.takes != "office" and (gap or walk.closed)):
        owned = not gap or walk.title[-1].endswith(phrases_of("people", "own"))
        return owned and not walk.closed and word.role != "acting" and _swallow(walk, hit)
    if word.role == "acting":
        walk.acting = True
    else:
        walk.office.append(word.key)
    walk.take(hit.hi, word.expands or None)
    walk.takes = word.takes
    walk.closed = word.takes == "none"
    walk.area, walk.stem = "", None
    if word.form is not None:
        walk.named, walk.named_lo = word.form.owners[0], hit.lo
    elif not word.unit or word.phrase.endswith(word.unit):
        walk.own = walk.seat = (hit.hi - len(word.unit), hit.hi) if word.unit else None
    elif word.takes == "province":
        walk.area = word.unit
    else:
        walk.stem = (word.unit, hit.hi)
        walk.own = walk.seat = (hit.hi, hit.hi)
    return True


def _take_organisation(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take an organisation of the table; behind a space only where nothing is named yet, or as what that belongs to."""
    form = hit.row.form
    if form is None or (walk.closed and walk.takes == "none"):
        return False
    owner = form.owners[0]
    if form.bare:
        if not walk.fresh or walk.takes != "ministry":
            return not gap and not walk.closed and _swallow(walk, hit)
    elif walk.closed and not gap and form.short:
        # "ศบค.มท.": the abbreviation of a part of the organisation.
        walk.title[-1] = walk.window.text[walk.named_lo : walk.at]
        walk.reach(hit.hi)
        walk.stem = None
        return walk.take(hit.hi)
    elif walk.closed and (not gap or (walk.named is not None and not _above(owner, walk.named))):
        return False
    first = walk.named is None and (walk.own is None or (gap and walk.unnamed))
    if len(form.owners) > 1:
        walk.undecided = form if first else walk.undecided
        walk.take(hit.hi)
    else:
        if first:
            walk.named, walk.named_lo = owner, hit.lo
        walk.take(hit.hi, owner.name if form.short else None)
    if not gap:
        walk.grow(hit.hi)
    walk.fresh = False
    walk.closed = True
    return True


def _above(owner: Organisation, named: Organisation) -> bool:
    """Tell whether `owner` may stand behind `named` as the body that it belongs to."""
    return owner.name == named.parent or (named.parent is None and named.kind != "ministry")


def _take_unit(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take the word for a unit: an organisation that no table has begins with it, or goes on."""
    if walk.closed and (walk.takes == "none" or (gap and walk.named is not None)):
        return False
    if gap and hit.row.takes == "address" and not walk.unnamed:
        return False
    again = walk.stem is not None and walk.stem[0] == hit.row.phrase
    if walk.own is None or again or (gap and walk.unnamed):
        walk.own = (hit.lo, hit.hi)
        walk.bare = walk.own if hit.row.takes != "whole" else None
        walk.named = walk.stem = None
    elif not gap:
        walk.grow(hit.hi)
    walk.take(hit.hi)
    walk.closed = walk.fresh = False
    if hit.row.takes == "company":
        _take_company(walk, hit.hi)
    return True


def _take_company(walk: _Walk, lo: int) -> None:
    """Take the name of a company up to the word that closes it, else its first word."""
    window = walk.window
    hi, plain = None, True
    for word in window.between(lo, lo + _LONGEST_COMPANY + 1):
        role, weak = word.row.role, word.row.takes == "weak"
        if role in ("speech", "prefix"):
            break
        if role == "closer" and not weak:
            hi, walk.closed = word.hi, True
            break
        begins = role in ("office", "acting") or (role == "stop" and window.text[word.lo - 1] == " ")
        plain = plain and not begins and word.row.value != "and"
        if plain and (role == "closer" or (role == "inside" and word.row.takes == "part")):
            hi = word.hi + window.text.startswith(")", word.hi)
    if hi is None and (start := window.past_spaces(lo)) > lo and window.at(start) is None:
        match = _token().match(window.text, start, window.hi)
        hi = match.end() if match else None
    if hi is not None:
        walk.take(hi)
        walk.grow(hi)


def _take_qualifier(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take what belongs to a title, and maybe to its organisation: a field, a region, a grade."""
    if walk.takes == "none" and gap:
        return False
    if hit.row.takes == "year" and (walk.named or not _has_number(walk.window, hit.hi)):
        # An honour is given in a year, an office is not: "ศิลปินแห่งชาติ ประจำปี 2563".
        return False
    if hit.row.takes == "foreign":
        walk.reach(hit.hi)
    elif hit.row.takes == "part" and walk.own is not None and walk.own[1] == walk.at:
        walk.grow(hit.hi)
    walk.fresh = False
    walk.closed = hit.row.takes == "end"
    return walk.take(hit.hi)


def _has_number(window: Window, at: int) -> bool:
    """Tell whether a number follows at `at`."""
    at = window.past_spaces(at)
    return window.text[at : at + 1].isdigit()


def _take_country(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take a country, which makes the organisation one of its own."""
    if gap and hit.row.takes != "gap":
        return False
    walk.reach(hit.hi)
    walk.closed, walk.fresh = True, False
    return walk.take(hit.hi)


def _take_closer(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take the word that ends the name of a company."""
    if walk.own is None:
        return not gap and _swallow(walk, hit)
    walk.grow(hit.hi)
    walk.closed = True
    return walk.take(hit.hi)


def _take_loose(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: FBT001
    """Take a word that ends a title, unless it stands inside one."""
    value = hit.row.value
    window = walk.window
    if value == "at" and walk.takes == "post":
        seat = window.past_spaces(hit.hi)
        building = window.at(seat)
        match = _token().match(window.text, seat, window.hi)
        return match is not None and (building is None or building.row.role != "unit") and walk.take(match.end())
    if not gap and value == "and" and walk.closed and _take_foreign_rest(walk, hit.hi):
        return True
    if gap or walk.closed or value == "sure" or (walk.fresh and value == "link"):
        return False
    if hit.row.role == "prefix" and value not in ("loose", "monk", "courtesy"):
        return False
    if value == "and" and _opens_another(window, window.past_spaces(hit.hi)):
        return False
    return _swallow(walk, hit)


def _opens_another(window: Window, at: int) -> bool:
    """Tell whether another position or another person begins at `at`."""
    hit = window.at(at)
    return opens_position(window, at) or (hit is not None and hit.row.role == "prefix" and hit.row.value == "civil")


def _take_foreign_rest(walk: _Walk, lo: int) -> bool:
    """Take the rest of a name that begins like a ministry of ours, but ends in another country.

    "กระทรวงคมนาคมและการสื่อสาร ลาว".
    """
    window = walk.window
    rest = _token().match(window.text, lo, window.hi)
    if rest is None or walk.named is None or walk.named.kind != "ministry":
        return False
    for word in window.between(lo, window.past_spaces(rest.end()) + 1):
        if word.row.role == "country":
            walk.reach(word.hi)
            return walk.take(word.hi)
        if word.lo >= rest.end() or word.row.role in ("office", "prefix", "stop", "speech"):
            break
    return False


def _end(walk: _Walk, hit: Hit[Word], gap: bool) -> bool:  # noqa: ARG001, FBT001
    """Take nothing: the title ends."""
    return False


def _swallow(walk: _Walk, hit: Hit[Word]) -> bool:
    """Take a word for what it is within a longer name, whatever it means by itself."""
    walk.take(hit.hi)
    walk.fresh = False
    if walk.own == walk.seat and hit.row.role == "office":
        walk.own = None
        walk.closed = hit.row.takes == "none"
    else:
        walk.grow(hit.hi)
    return True


_TAKE: dict[str, Callable[[_Walk, Hit[Word], bool], bool]] = {
    "office": _take_office,
    "acting": _take_office,
    "rank": _take_office,
    "organisation": _take_organisation,
    "unit": _take_unit,
    "qualifier": _take_qualifier,
    "inside": _take_qualifier,
    "country": _take_country,
    "closer": _take_closer,
    "speech": _end,
    "manner": _end,
}
"""How each kind of word is taken into a position: (walk, word, whether a space is before it) to whether it goes on."""


def _take_aside(walk: _Walk, at: int) -> tuple[int, bool]:
    """Take a parenthesis that belongs to the title; else return the end of the phrase with it, and False."""
    window = walk.window
    close = window.text.find(")", at, at + _LONGEST_ASIDE)
    inner = window.at(at + 1)
    nested = window.text.find("(", at + 1, close) >= 0
    if close < 0 or nested or (inner is not None and inner.row.role == "prefix"):
        return walk.at, False
    whole = inner is not None and (inner.row.role == "qualifier" or (inner.row.role == "inside" and inner.hi == close))
    if whole or _graded().search(window.text, at, close):
        if inner is not None and inner.row.takes == "closer":
            walk.grow(close + 1)
        return close + 1, walk.take(close + 1)
    following = window.at(window.past_spaces(close + 1))
    if following is not None and following.row.role == "organisation" and walk.named is not None:
        # Behind the abbreviation of the body stands what it belongs to: "กรมการขนส่งทางราง (ขร.) กระทรวงคมนาคม".
        return following.hi, False
    if following is not None and following.row.role in _BEHIND_ASIDE:
        before, title = walk.at, list(walk.title)
        walk.take(close + 1)
        if _TAKE[following.row.role](walk, following, True):  # noqa: FBT003
            return walk.at, True
        walk.at, walk.title = before, title
    return close + 1, False


@cache
def _graded() -> re.Pattern[str]:
    return re.compile(one_of(phrases_of("positions", "grade")))


_BEHIND_ASIDE = frozenset({"unit", "organisation", "qualifier"})


def _take_plain(walk: _Walk, at: int) -> bool:
    """Take text that no table knows: the rest of a word, a number, a Latin name."""
    window = walk.window
    gap = at > walk.at
    if window.text[at] == "-" and _take_partner(walk, at):
        return True
    if walk.closed:
        return not gap and _take_foreign_rest(walk, at)
    if walk.fresh and walk.takes == "ministry":
        return False
    if gap:
        match = _numeral().match(window.text, at, window.hi) or _latin().match(window.text, at, window.hi)
        if match is None and walk.own is not None:
            match = _abbreviation().match(window.text, at, window.hi)
        if match is None and not walk.fresh:
            match = _rest_of_list(walk, at)
    else:
        match = _token().match(window.text, at, window.hi)
    if match is None:
        return False
    goes_on = not gap or (window.text[at].isdigit() and _is_named(walk))
    walk.take(match.end() if gap else window.known_from(at + 1, match.end()))
    walk.fresh = False
    if goes_on:
        walk.grow(walk.at)
    return True


def _is_named(walk: _Walk) -> bool:
    """Tell whether an organisation ends here that is more than the word for a unit: "สำนักชลประทานที่", and 5 behind."""
    if walk.own is None or walk.own[1] != walk.at:
        return False
    unit = walk.window.at(walk.own[0])
    return walk.stem is not None or (unit is not None and unit.hi < walk.at)


def _take_province(walk: _Walk, at: int) -> bool:
    """Take the province that a title in short leaves the word for out of: "ผู้ว่าฯ นครพนม", "ผวจ.นครพนม"."""
    match = _province().match(walk.window.text, at, walk.window.hi)
    if match is None:
        return False
    walk.stem, walk.own = (walk.area, at), match.span()
    walk.take(match.end(), match[0])
    walk.closed, walk.fresh = True, False
    return True


@cache
def _province() -> re.Pattern[str]:
    # "ผู้ว่าฯ ตากฝน": what is a common word, too, is a province where it ends.
    names = [row for row in table("places") if row["reads_as"] == "province" and row["phrase"] == row["value"]]
    plain, common = (one_of(row["value"] for row in names if bool(row["latent"]) is latent) for latent in (False, True))
    return re.compile(rf"{plain}|{common}(?![ก-๎])")


def _take_partner(walk: _Walk, at: int) -> bool:
    """Take what a hyphen joins to the name of a body: "สมาคมการค้าไทย-ลาว"."""
    window = walk.window
    lo = window.past_spaces(at + 1)
    country = window.at(lo)
    if country is not None and country.row.role == "country":
        end = country.hi
    else:
        partner = _token().match(window.text, lo, window.hi) if walk.at + 1 == lo else None
        end = partner.end() if partner else lo
    if walk.own is None or end == lo:
        return False
    walk.grow(end)
    return walk.take(end)


def _rest_of_list(walk: _Walk, at: int) -> re.Match[str] | None:
    """Return the last two of the fields that an organisation is named by: "คณะกรรมาธิการการศาสนา ศิลปะและวัฒนธรรม".

    What the body is part of, its country or its abbreviation follows: else they may be others who were there.
    """
    window = walk.window
    rest = _fields().match(window.text, at, window.hi)
    if rest is None:
        return None
    end = rest.end()
    behind = window.past_spaces(end)
    following = window.at(behind)
    if following is None:
        return rest if _initials().match(window.text, behind, window.hi) else None
    return rest if following.row.role in ("unit", "organisation", "country") else None


@cache
def _fields() -> re.Pattern[str]:
    joint = one_of(phrases_of("people", "weak", "and"))
    word = r"[ก-๎]{2,30}?"
    return re.compile(rf"(?:{word}[ ]){{0,2}}{word}[ ]?{joint}[ก-๎]{{3,40}}(?=[ ])")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"\((?:[A-Z]{2,8}|(?:[ก-ฮ]{1,4}\.){2,5})\)")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[ก-๎A-Za-z0-9&.\-'’]{1,80}")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z0-9&.,'\- ]{1,60}(?<![ ,])")


@cache
def _numeral() -> re.Pattern[str]:
    # "วิทยากร 2 คน" is no second of its name; a headman's village has both number and name.
    men = one_of(phrases_of("counts", "unit", ""))
    numbered, village, ordinal = (one_of(phrases_of("positions", role)) for role in ("numbered", "village", "ordinal"))
    named = rf"(?<={numbered}[ ])[0-9]{{1,2}}[ ]{village}[ก-๎]{{2,20}}"
    return re.compile(rf"{named}|(?:{ordinal}[ ]?)?[0-9IVX]{{1,4}}(?![0-9.]|[ ]?/[ ]?[0-9]|[ ]?{men})")


@cache
def _numbered_unit() -> re.Pattern[str]:
    # "ผบ.ร้อย.ทพ.2105", "ผอ.ปปส.ภ.9"
    return re.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}[0-9]{1,4}(?![0-9.])")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(r"(?:[ก-ฮ]{1,4}\.){2,6}")
