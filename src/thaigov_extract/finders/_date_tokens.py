"""Cut the words and numbers of dates out of a text, and say how they hang together.

In:   the folded text.
Out:  Tokens: one letter of code each, so that a pattern over the codes is a grammar over the text.
Not:  which of them make a date; `dates` decides that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from string import ascii_letters
from typing import NamedTuple

from thaigov_extract._layout import Layout, Number, sign_behind
from thaigov_extract._lexicon import Phrases, one_of, phrases_of, table, values_of
from thaigov_extract._mentions import record

_WIDEST_GAP = 32
"""Two parts of a date stand at most this far apart: a range may break off at "2566 -            10 มกราคม"."""


@record
class Token:
    """A word, number or separator of a date at `[lo, hi)`.

    Codes: `1` one digit, `d` two digits up to 31, `n` other two digits, `Y` four digits, `X` another length, `S` a/b,
    `N` a date all in digits; `m` month, `M` abbreviated month, `E` English month, `w` weekday, `l` the word month; `e`
    era word, `u` era word that is not converted; `p` year word, `P` one right after a number, `f` fiscal, `a` academic,
    `s` season, `T` term, `c` cue of a year; `t` today; `b` cue of a number that is no date, `r` cue of a number plate;
    `-` to, `,` and, `'` apostrophe, `/` slash, `|` a break.
    """

    code: str
    lo: int
    hi: int
    value: str = ""
    misspelt: bool = False


_BREAK = Token("|", 0, 0)

_WORD_CODES = {
    "month": "m",
    "month_short": "M",
    "month_doubtful": "M",
    "month_misspelt": "m",
    "month_loose": "M",
    "month_en": "E",
    "weekday": "w",
    "weekday_short": "w",
    "era": "e",
    "era_unsupported": "u",
    "year_cue": "c",
    "today": "t",
    "month_word": "l",
    "shield": "|",
    "number_cue": "b",
    "plate_cue": "r",
}
_YEAR_WORD_CODES = {"year": "p", "fiscal": "f", "academic": "a", "season": "s", "term": "T"}


class _Word(NamedTuple):
    """What a word of dates means, and whether it is one by itself."""

    code: str
    value: str
    doubtful: bool
    """The word may be a piece of a longer one."""
    misspelt: bool
    loose: bool
    """The word is a month only right after a day."""
    dotless: bool
    """The word is a month whose last dot is left out, so that a letter behind it would begin another: ต.คลองขาม."""


@cache
def date_words() -> Phrases[_Word]:
    """Return the words of dates."""
    rows = []
    for row in table("calendar"):
        phrase, kind, value = row["phrase"], row["reads_as"], row["value"]
        if kind == "year_word":
            code, value = _YEAR_WORD_CODES[value], "en" if phrase.isascii() else ""
        elif kind in _WORD_CODES:
            code = _WORD_CODES[kind]
        else:
            continue
        doubtful = code != "|" and (phrase.isascii() or code in "Meu" or kind == "weekday_short")
        dotless = code == "M" and not phrase.endswith(".")
        rows.append((phrase, _Word(code, value, doubtful, kind == "month_misspelt", kind == "month_loose", dotless)))
    return Phrases(rows)


@cache
def _gaps() -> dict[str, str]:
    """What may stand between two parts of a date: nothing, a range, a list; "of", "to day" and a dot depend."""
    codes = {
        "range": "-",
        "to_day": "to day",
        "list": ",",
        "apostrophe": "'",
        "ordinal": "",
        "the": "",
        "of": "of",
        "dot": "dot",
        "slash": "/",
    }
    return {row["phrase"]: codes[row["value"]] for row in table("calendar") if row["reads_as"] == "gap"}


@cache
def _loose_months() -> dict[str, str]:
    """Month abbreviations without their dots, and clipped names: months only between a day and a year."""
    return {
        row["phrase"].replace(".", ""): row["value"]
        for row in table("calendar")
        if row["reads_as"] in ("month_short", "month_clipped")
    }


@cache
def _counted() -> re.Pattern[str]:
    """What makes the number before it a count; a unit may begin a longer word, unless it is one like คน or วัน."""
    always, word = (one_of(phrases_of("calendar", "unit", value)) for value in ("always", "word"))
    rare = one_of(phrases_of("calendar", "unit_rare"))
    return re.compile(rf"[,.+]\d|[ ]{{0,2}}+(?:{always}|{word}(?![ก-๎])|x\d|(?P<rare>{rare}))")


@cache
def _count_begins() -> frozenset[str]:
    """Return what the match of `_counted` can begin with, behind the blanks."""
    units = phrases_of("calendar", "unit") + phrases_of("calendar", "unit_rare")
    return frozenset(unit[0] for unit in units).union(",.+x")


def is_counted(text: str, hi: int) -> bool:
    """Tell whether a unit behind the number that ends at `hi` makes it a count."""
    match = _counted().match(text, hi)
    return match is not None and match["rare"] is None


@cache
def _all_digits_date() -> re.Pattern[str]:
    day_first = r"\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4}"
    return re.compile(rf"{day_first}|\d{{1,2}}/\d{{1,2}}/\d\d|\d{{4}}-\d\d-\d\d")


def tokens(layout: Layout) -> list[Token]:
    """Return the tokens of a text in order, separators included, and one break wherever they do not hang together."""
    text = layout.text
    found = [_BREAK, _BREAK]
    for token in _merged(layout):
        previous = found[-1]
        if token.lo != previous.hi and (between := _between(text, previous, token)) is not None:
            if between is _BREAK is found[-2] and previous.code in _NOTHING_ALONE:
                found.pop()
            else:
                found.append(between)
        found.append(token)
    return found


_NOTHING_ALONE = "1dnXbcefaspPTtlwur|"
"""The codes of tokens that are no date where nothing stands beside them: a number, an era, a word for a year."""


_NOWHERE = 1 << 60
_NO_NUMBER: Number = (-_NOWHERE, -_NOWHERE, "")
_LONGEST_MONTH = 20
"""A month spelt in a way of its own stands between two numbers this far apart."""
_LONGEST_LIST = 64
"""A list of days stands before its month, a list of years behind its word."""


def _merged(layout: Layout) -> list[Token]:
    """Return words and numbers in order, but for those that stand alone: most numbers of a release are counts."""
    text, numbers = layout.text, layout.numbers
    words = _words_near_numbers(layout)
    merged: list[Token] = []
    at, count = 0, len(words)
    ahead = words[0].lo if words else _NOWHERE
    done = -_NOWHERE
    lone = _NO_NUMBER
    for number in numbers:
        lo, hi, _ = number
        while ahead < lo:
            merged.append(words[at])
            done = words[at].hi
            lone = _NO_NUMBER
            at += 1
            ahead = words[at].lo if at < count else _NOWHERE
        if lo < done:
            continue
        far = hi - lo < 4 and ahead - hi > _LONGEST_LIST and lo - done > _LONGEST_LIST
        if far and not (text[lo] in "4567" and lo - lone[1] < _LONGEST_MONTH):
            lone = number
            continue
        if lo - lone[1] < _LONGEST_MONTH:
            merged.extend(_numbers(text, lone, done))
            lone = _NO_NUMBER
        merged.extend(_numbers(text, number, done))
    merged.extend(words[at:])
    return merged


def _words_near_numbers(layout: Layout) -> list[Token]:
    """Return the words of dates; only months and shields may stand without a number or another word soon after."""
    text, numbers = layout.text, layout.numbers
    rows, places = date_words().rows, date_words().places_in(layout.source)
    kept: list[Token] = []
    at, count = 0, len(numbers)
    for index, (row, lo, hi) in enumerate(places, 1):
        code, value, doubtful, misspelt, loose, dotless = rows[row]
        while at < count and numbers[at][0] < hi:
            at += 1
        if code not in "mME|":
            following = places[index][1] if index < len(places) else _NOWHERE
            if hi + _SOON < following and (at == count or hi + _SOON < numbers[at][0]):
                continue
        if code == "p" and at and lo - numbers[at - 1][1] < 2 and _is_duration(text, numbers[at - 1]):
            code = "P"
        elif (
            code == "M"
            and ((loose and not _is_after_day(text, numbers, at, lo)) or (dotless and not _ends_word(text, hi)))
        ) or (code == "r" and not _plate().match(text, hi)):
            continue
        if not doubtful or _stands_alone(text, lo, hi, code):
            kept.append(Token(code, lo, hi, value, misspelt))
    return kept


def _is_after_day(text: str, numbers: Sequence[Number], at: int, lo: int) -> bool:
    """Tell whether the number before `numbers[at]` is a day that ends right before `lo`: 5 มค., not `2. กค. เสนอ`."""
    begin, end, _ = numbers[at - 1] if at else _NO_NUMBER
    day = text[begin:end]
    return lo - end < 2 and text[begin - 1 : begin] not in _NO_DAY_AFTER and day.isdigit() and 1 <= int(day) <= 31


def _ends_word(text: str, hi: int) -> bool:
    """Tell whether a shortened month ends at `hi`: 28 มกรานี้, not 28 มกราคน."""
    return not "ก" <= text[hi : hi + 1] <= "๎" or text.startswith(_directions(), hi)


@cache
def _directions() -> tuple[str, ...]:
    return phrases_of("calendar", "direction")


_NO_DAY_AFTER = ("\n", "-")


@cache
def _plate() -> re.Pattern[str]:
    """What stands on a number plate: 4 กย 2564."""
    return re.compile(r"[ ]{0,3}\d?[ ]?[ก-ฮ]{1,2}[ ]?\d{1,4}(?!\d)")


@cache
def _ordinal_before() -> tuple[str, ...]:
    return phrases_of("calendar", "ordinal_before")


def _is_duration(text: str, number: Number) -> bool:
    """Tell whether a number right before ปี counts years: 5 ปี, but not ไตรมาส 3 ปี 65 nor Q3 ปี 65."""
    lo, hi, _ = number
    before = text[max(0, lo - 12) : lo].rstrip(" ")
    named = before.endswith(_ordinal_before()) or text[lo - 1 : lo] in _NAMES_NUMBER
    return hi - lo < 4 and text[lo:hi].isdigit() and not named


_NAMES_NUMBER = frozenset("." + ascii_letters)
"""A number right behind one of these is a name: Q3, ป.1."""
_SOON = 24


def _stands_alone(text: str, lo: int, hi: int, code: str) -> bool:
    """Tell whether a phrase is not merely a piece of a longer word."""
    before = text[lo - 1 : lo]
    if text[lo].isascii():
        return not (before.isascii() and before.isalpha()) and not (
            text[hi : hi + 1].isascii() and text[hi : hi + 1].isalpha()
        )
    if code == "M" or code in "eu":
        if before == ".":
            return False
        # พศ stands in เพศ, too.
        if hi - lo < 3 and text[lo + 1] not in ". ":
            return not "ก" <= before <= "๎" and not "ก" <= text[hi : hi + 1] <= "๎"
    if code == "w":
        return before in " (-" or not before or not "ก" <= before <= "๎"
    return True


def _numbers(text: str, number: Number, done: int) -> list[Token]:
    """Return the token of one run of digits, the last word before which ends at `done`; several for `5,6`."""
    lo, hi, behind = number
    written = text[lo:hi]
    before = text[lo - 1 : lo]
    if (lo != done and before in _NO_DATE_AFTER and text[lo - 3 : lo] != _RULE) or hi - lo > 24:
        return []
    if written.isdigit():
        if hi - lo < 3 and text[hi : hi + 2] in _ordinals():
            hi += 2
            behind = sign_behind(text, hi)
        code = _digits_code(text, written, hi, behind)
        return [Token(code, lo, hi, written)] if code else []
    if hi - lo > 5 and _all_digits_date().fullmatch(written) and text[hi : hi + 1] not in ("/", "-") and before != "-":
        return [Token("N", lo, hi, written)]
    head, slash, tail = written.partition("/")
    if slash and head.isdigit() and tail.isdigit():
        return [Token("S", lo, hi, written)]
    if "," in written and all(0 < len(day) < 3 for day in written.split(",")) and written.replace(",", "").isdigit():
        return _glued_list(lo, written)
    return []


_RULE = "///"
"""A line of slashes, as it closes a release: //////27 กันยายน 2564."""
_NO_DATE_AFTER = frozenset("/_=#+$&%" + ascii_letters)


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(phrases_of("calendar", "ordinal"))


def _digits_code(text: str, digits: str, hi: int, behind: str) -> str:
    """Return the code of a number, or nothing for a count; a rare unit counts nothing that looks like a year."""
    if len(digits) == 4:
        return "Y"
    count = _counted().match(text, hi) if behind in _count_begins() else None
    if count is not None and (count["rare"] is None or not "40" <= digits <= "79"):
        return ""
    return _short_code(digits)


def _short_code(digits: str) -> str:
    if len(digits) > 2:
        return "X"
    return "1" if len(digits) == 1 else "d" if "01" <= digits <= "31" else "n"


def _glued_list(lo: int, written: str) -> list[Token]:
    found = []
    for digits in written.split(","):
        hi = lo + len(digits)
        found.append(Token(_short_code(digits), lo, hi, digits))
        lo = hi + 1
    return found


def _between(text: str, left: Token, right: Token) -> Token | None:
    """Return what the gap between two tokens says, or None where they hang together."""
    lo, hi = left.hi, right.lo
    if hi - lo > _WIDEST_GAP or "|" in (left.code, right.code):
        return _BREAK
    gap = text[lo:hi]
    if gap == " ":
        return None
    key = gap.replace(" ", "")
    # A line may end between day and month, and after a word or dash for "to"; a dash that begins a line is a bullet.
    wraps = not key or (key == "\n" and left.code + right.code in _MAY_WRAP)
    code = "" if wraps else _gaps().get(key.removesuffix("\n"))
    if code is None:
        lo += len(gap) - len(gap.lstrip(" "))
        return _month_in_gap(key, left, right, lo) or _BREAK
    if code in ("of", "dot"):
        # A dot and a blank behind a number make it the marker of a list: 2. เดือนกันยายน.
        fits = right.code in "pPe" if code == "of" else left.code not in "1dn" or gap == "."
        return None if fits else _BREAK
    if code == "to day":
        return Token("-", lo, hi) if right.code in "w1d" else _BREAK
    return Token(code, lo, hi) if code else None


_MAY_WRAP = frozenset(
    before + after
    for first, second in (("1dwl", "mM1d"), ("mM", "YpPe"), ("pfase", "Ye"))
    for before in first
    for after in second
)


def _month_in_gap(key: str, left: Token, right: Token, lo: int) -> Token | None:
    """Read a gap between a day and a year as a month spelt in some other way than the table's."""
    if left.code not in "1dl" or right.code not in "YnepPd" or not 2 <= len(key) <= 15 or key.isascii():
        return None
    if (value := _loose_months().get(key.replace(".", ""))) is not None:
        return Token("M", lo, right.lo, value)
    months = values_of("calendar", "month") if len(key) >= 5 else {}
    nearest = [number for name, number in months.items() if _within_two_edits(key, name)]
    return Token("m", lo, right.lo, nearest[0], misspelt=True) if len(nearest) == 1 else None


def _within_two_edits(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 2 or len(set(a) ^ set(b)) > 4:
        return False
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = row
    return previous[-1] <= 2
