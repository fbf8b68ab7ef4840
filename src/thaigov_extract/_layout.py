"""Tell the parts of a release apart: headline, header line, paragraphs, quotes, links, tags.

In:   Source.
Out:  Layout: ranges of the folded text, and the two things read off the page furniture.
Not:  what any part says; the header date is read by the date finder.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Literal, NamedTuple

from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._mentions import InOrder, record
from thaigov_extract._source import Source, octets_of

Range = tuple[int, int]
Number = tuple[int, int, str]
"""A run of digits at `[lo, hi)`, and what stands behind it past two blanks at most: a letter, a mark, or nothing."""

_HEADER_LINES = 8
"""A header is looked for in this many lines that are not blank: the longest seen has six."""
_SAME_HEADLINE = 60
"""A line that begins with so much of the headline is the headline again, cut or run on."""
LONGEST_QUOTE = 2_000
_LONGEST_HEADLINE = 600
"""What asks the headline again and again searches no more of it: a text of one line is all headline."""
_DEEPEST_QUOTE = 6


@record
class Quote:
    """A quoted passage: `[lo, hi)` with its marks, `[inner_lo, inner_hi)` without, and without blanks beside them."""

    lo: int
    hi: int
    inner_lo: int
    inner_hi: int


@record
class Layout:
    """A release by its parts, all as ranges of `source.text`."""

    source: Source
    text: str
    """The folded text."""
    title: Range
    headlines: tuple[Range, ...]
    """The headline wherever it stands, the title first."""
    header: Range | None
    """The part of the header line in which the date of publication stands."""
    furniture: tuple[Range, ...]
    """Lines of the page that say nothing: the numeric date, link texts, counters, credits, the source line."""
    body: Range
    paragraphs: tuple[Range, ...]
    """The lines of the body that hold a letter or digit and are no furniture."""
    quotes: tuple[Quote, ...]
    quotes_in: Callable[[int, int], Sequence[Quote]]
    """Return the quotes that begin in `[lo, hi)`, in text order."""
    numbers: tuple[Number, ...]
    """Runs of digits, with the points, commas, colons, slashes and dashes that join them: 14.30, 1,200, 2564/65."""
    capitals: tuple[int, ...]
    """Where a Latin capital stands beside no other letter of its script: B = Bio."""
    source_url: Range | None
    hashtags: tuple[str, ...]

    @property
    def headline(self) -> Range:
        """The title, or so much of it as a headline may be long."""
        lo, hi = self.title
        return lo, min(hi, lo + _LONGEST_HEADLINE)

    def is_furniture(self, at: int) -> bool:
        """Tell whether `at` lies in a line of furniture."""
        index = bisect_right(self.furniture, (at, len(self.text))) - 1
        return index >= 0 and at < self.furniture[index][1]


_ARTICLE = b" the "
_MOSTLY = 4
"""Of so many characters of an English passage one may be Thai."""
_THAI = bytes(range(0xA1, 0xFC))
"""The letters of Thai in the code page."""


def english_ranges(layout: Layout) -> Iterator[Range]:
    """Yield what is written in English: a whole release, or paragraphs of one."""
    text, octets = layout.text, layout.source.octets
    at = octets.find(_ARTICLE)
    if at >= 0 and _is_english(octets):
        yield 0, len(text)
        return
    while at >= 0:
        lo, hi = line_start(text, at, 0), line_end(text, at, len(text))
        if _is_english(octets[lo:hi]):
            yield lo, hi
        at = octets.find(_ARTICLE, hi)


def _is_english(octets: bytes) -> bool:
    return len(octets.translate(None, _THAI)) * _MOSTLY > len(octets) * (_MOSTLY - 1)


_NO_LETTERS = bytes(octet for octet in range(128) if not chr(octet).isalpha())


def language_of(text: str) -> Literal["en", "th"]:
    """Return the language of `text`, whole or in part: digits and signs, as in 09.30 น., tell nothing of it."""
    return "en" if _is_english(octets_of(text).translate(None, _NO_LETTERS)) else "th"


def lay_out(source: Source) -> Layout:
    """Return the parts of `source`."""
    text = source.text
    signs = source.octets.translate(_signs()).decode("latin-1")
    lines = _lines(text)
    head = _head(text, lines)
    below = _below(text, lines[head.lines :])
    paragraphs, headlines = below.paragraphs, head.headlines
    begin = lines[head.lines - 1][1] if head.lines else 0
    if len(lines) == 1 and head.title[0] < head.title[1]:
        # One line is all there is: a sentence to be read, whatever else it may be called.
        begin = head.title[0]
        paragraphs, headlines = (head.title,), ()
    quotes = _quotes(text, signs)
    return Layout(
        source=source,
        text=text,
        title=head.title,
        headlines=headlines,
        header=head.header,
        furniture=head.furniture + below.furniture,
        body=(begin, below.end),
        paragraphs=paragraphs,
        quotes=quotes,
        quotes_in=InOrder(quotes).beginning_in,
        numbers=_numbers(text, signs),
        capitals=tuple([match.start() for match in _CAPITAL.finditer(signs)]),
        source_url=below.source_url,
        hashtags=_hashtags(source),
    )


class _Below(NamedTuple):
    """What stands below the head, and where the body ends."""

    paragraphs: tuple[Range, ...]
    furniture: tuple[Range, ...]
    end: int
    source_url: Range | None


def _below(text: str, lines: list[Range]) -> _Below:
    end = len(text)
    furniture: list[Range] = []
    paragraphs: list[Range] = []
    url = None
    begins = _label_begins()
    for line in lines:
        lo, hi = line
        if text[lo] in begins:
            if match := _source_line().match(text, lo, hi):
                url = match.span("url")
                end = lo
                furniture.append(line)
                continue
            if _footer_line().match(text, lo, hi):
                furniture.append(line)
                continue
        if _WORD.search(text, lo, hi):
            end = len(text)
            paragraphs.append(line)
    return _Below(tuple(paragraphs), tuple(furniture), end, url)


_WORD = re.compile(r"\w")
_NUMBER = re.compile(
    r"""
    00*+
    (?: - (?: (?<=(?<!0)0000-)00-00(?![0-])
            | (?<!000-)00?-0000(?![0-]) )
      | [.,:/]0++ (?:[.,:/]0++)*+
      |
    )
    """,
    re.VERBOSE,
)
"""A number among signs; dashes join a date all in digits only: 10-12-2566, but not 10-12."""
_CAPITAL = re.compile("A(?<![Aa]A)(?![Aa])")
"""A capital alone among signs."""


def _lines(text: str) -> list[Range]:
    """Return the ranges of the lines that are not blank, without the blanks around them."""
    lines = []
    lo = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            start = lo + (0 if line[0] == stripped[0] else len(line) - len(line.lstrip()))
            lines.append((start, start + len(stripped)))
        lo += len(line) + 1
    return lines


class _Head(NamedTuple):
    """What stands above the body, and how many lines it takes."""

    lines: int
    title: Range
    headlines: tuple[Range, ...]
    header: Range | None
    furniture: tuple[Range, ...]


def _head(text: str, lines: list[Range]) -> _Head:
    title, header = _title(text, lines)
    headlines = [title] if title[0] < title[1] else []
    furniture: list[Range] = []
    used = min(1, len(lines))
    for line in lines[used:_HEADER_LINES]:
        if header is None and (match := _header_line().fullmatch(text, *line)):
            header = match.span("date")
        elif _furniture_line().fullmatch(text, *line):
            furniture.append(line)
        elif _repeats(text[slice(*line)], text[slice(*title)]):
            headlines.append(line)
        else:
            break
        used += 1
    return _Head(used, title, tuple(headlines), header, tuple(furniture))


def _title(text: str, lines: list[Range]) -> tuple[Range, Range | None]:
    """Return the headline without what the site puts before it, and the date if it stands there."""
    if not lines:
        return (0, 0), None
    lo, hi = lines[0]
    if match := _site_prefix().match(text, lo, hi):
        return (match.end(), hi), None
    if match := _dated_title().match(text, lo, hi):
        return (match.end(), hi), match.span("date")
    return (lo, hi), None


def _repeats(line: str, title: str) -> bool:
    """Tell whether `line` is the headline again: whole, cut short, or run on to its full length."""
    if not title or title.startswith(line):
        return bool(title)
    return len(title) >= 20 and len(line) < 2 * len(title) + 40 and line.startswith(title[:_SAME_HEADLINE])


def _words(reads_as: str) -> str:
    """Return a pattern source of the phrases of the table that read as `reads_as`."""
    return one_of(phrases_of("layout", reads_as))


@cache
def _label_begins() -> str:
    """Return the letters with which a line of furniture below the body can begin."""
    kinds = ("source_label", "credit_label", "counter_label")
    return "".join({label[0] for kind in kinds for label in phrases_of("layout", kind)})


@cache
def _site_prefix() -> re.Pattern[str]:
    return re.compile(rf"{_words('site_prefix')}[ ]{{0,9}}")


@cache
def _dated_title() -> re.Pattern[str]:
    return re.compile(r"date[ ]{1,3}(?P<date>\d{4}-\d\d-\d\d)[ ]{1,3}(?=\S)")


@cache
def _header_line() -> re.Pattern[str]:
    # A line that is only a date: "วันอังคารที่ 10 พฤศจิกายน 2563", or with a counter behind: "วันที่ 19 MAR 2018 | ..."
    return re.compile(
        rf"""
        (?: {_words("date_label")} [ ]{{0,3}} :? [ ]{{0,3}} )?
        (?P<date>
            (?: {_words("date_head")} [^\d\n|]{{0,20}} )?
            \d{{1,2}} [ ]{{1,3}} [^\d\n|\ ]{{2,15}} [ ]{{1,3}} \d{{4}}
        )
        [ ]{{0,3}} (?: \| [^\n]{{0,200}} )?
        """,
        re.VERBOSE,
    )


def _counter() -> str:
    """Return a pattern source, spread out, of how often the page was read."""
    label, unit = _words("counter_label"), _words("counter_unit")
    return rf"{label} [ :]{{0,4}} [\d,]{{1,12}} [ ]{{0,3}} (?: {unit} )?"


@cache
def _furniture_line() -> re.Pattern[str]:
    return re.compile(
        rf"""
          \d{{1,2}} / \d{{1,2}} / \d{{4}}
        | {_words("print_label")}
        | {_counter()}
        """,
        re.VERBOSE,
    )


@cache
def _source_line() -> re.Pattern[str]:
    return re.compile(rf"{_words('source_label')}[ ]{{0,3}}:[ ]{{0,3}}(?P<url>https?://\S{{1,2000}})")


@cache
def _footer_line() -> re.Pattern[str]:
    return re.compile(
        rf"""
          {_words("credit_label")} [ ]{{0,3}} : [^\n]{{0,200}} $
        | {_counter()} $
        """,
        re.VERBOSE,
    )


_TAG = re.compile(r"#(?:\d{0,20}(?P<letter>[^\W\d]))?[\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{0,80}")
_GLUE = re.compile(r"[A-Za-z0-9_/&=?%#]")


def _hashtags(source: Source) -> tuple[str, ...]:
    """Return the tags; one of digits alone, or glued to Latin text, counts only right behind another tag."""
    text = source.text
    if b"#" not in source.octets:
        return ()
    tags = []
    last = -1
    for match in _TAG.finditer(text):
        lo, hi = match.span()
        if hi == lo + 1:
            continue
        follows = 0 <= lo - last <= 3 and last >= 0 and not text[last:lo].strip()
        if follows or (match["letter"] and not (lo and _GLUE.match(text, lo - 1))):
            tags.append(source.written(lo, hi))
            last = hi
    return tuple(tags)


_CLOSING = {"“": '”"', "„": '”“"', '"': '"”', "”": '”"', "‘": "’'"}
"""Every mark that opens a quote, with those that may close it, its own first."""
_QUOTE_MARKS = frozenset("".join((*_CLOSING, *_CLOSING.values())))


def line_start(text: str, at: int, floor: int) -> int:
    """Return where the line of `at` begins, at `floor` or behind it."""
    floor = max(0, floor)
    return text.rfind("\n", floor, at) + 1 or floor


def line_end(text: str, at: int, limit: int) -> int:
    """Return where the line of `at` ends, by `limit` or the end of the text."""
    end = text.find("\n", at, limit)
    return min(limit, len(text)) if end < 0 else end


def quote_end(text: str, lo: int, hi: int) -> int:
    """Return where in `[lo, hi)` the mark stands that closes the quote which `lo` opens; -1 if none does."""
    places = (text.find(mark, lo + 1, hi) for mark in _CLOSING.get(text[lo : lo + 1], ""))
    return next((at for at in places if at >= 0), -1)


def open_bracket(text: str, lo: int, hi: int) -> int:
    """Return where the last bracket of `[lo, hi)` opens that closes only further off; -1 if none is left open."""
    opened = text.rfind("(", lo, hi)
    return opened if opened > text.rfind(")", lo, hi) else -1


@cache
def _signs() -> bytes:
    """Return a table that makes all digits alike, Latin letters but for their case, and what may be a quotation mark.

    To look for one and the same sign takes a tenth of the time of a pattern.
    """
    kinds = {"0": digits, "A": ascii_uppercase, "a": ascii_lowercase, '"': "".join(_QUOTE_MARKS)}
    alike = "".join(sign * len(kind) for sign, kind in kinds.items())
    return bytes.maketrans(octets_of("".join(kinds.values())), octets_of(alike))


def _numbers(text: str, signs: str) -> tuple[Number, ...]:
    return tuple([(lo, hi, sign_behind(text, hi)) for lo, hi in map(re.Match.span, _NUMBER.finditer(signs))])


def sign_behind(text: str, hi: int) -> str:
    """Return what stands behind a number that ends at `hi`, as `Number` holds it."""
    return text[hi : hi + 3].lstrip(" ")[:1]


def _quotes(text: str, signs: str) -> tuple[Quote, ...]:
    """Pair quotation marks; one that nothing closes within its line is left alone, as is a pair around nothing."""
    quotes: list[Quote] = []
    pending: list[tuple[int, str]] = []
    paired_to = -1
    at = -1
    while (at := signs.find('"', at + 1)) >= 0:
        mark = text[at]
        if mark not in _QUOTE_MARKS:
            continue
        if at > paired_to:
            pending.clear()
            paired_to = line_end(text, at, len(text))
        for depth in range(len(pending) - 1, -1, -1):
            opened, opening = pending[depth]
            if mark in _CLOSING[opening] and at - opened <= LONGEST_QUOTE:
                del pending[depth:]
                inner = text[opened + 1 : at].rstrip()
                if named := inner.lstrip():
                    # Blanks beside the marks are no part of a name: “ รวมใจต้านภัยหนาว ”.
                    hi = opened + 1 + len(inner)
                    quotes.append(Quote(opened, at + 1, hi - len(named), hi))
                break
        else:
            if mark in _CLOSING:
                pending.append((at, mark))
                del pending[:-_DEEPEST_QUOTE]
    quotes.sort(key=attrgetter("lo"))
    return tuple(quotes)
