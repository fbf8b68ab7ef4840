"""Tell the parts of a release apart: headline, header line, paragraphs, quotes, links, tags.

In:   Source.
Out:  Layout: ranges of the folded text, and the two things read off the page furniture.
Not:  what any part says; the header date is read by the date finder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from thaigov_extract._lexicon import one_of, table
from thaigov_extract._source import Source

Range = tuple[int, int]

_HEADER_LINES = 8
"""A header is looked for in this many lines that are not blank: the longest seen has six."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage: `[lo, hi)` with its marks, `[inner_lo, inner_hi)` without."""

    lo: int
    hi: int
    inner_lo: int
    inner_hi: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A release by its parts, all as ranges of `source.text`."""

    source: Source
    title: Range
    headlines: tuple[Range, ...]
    """The headline wherever it stands, the title first."""
    header: Range | None
    """The part of the header line in which the date of publication stands."""
    furniture: tuple[Range, ...]
    """Lines of the page that say nothing: the numeric date, link texts, credits."""
    body: Range
    paragraphs: tuple[Range, ...]
    """The lines of the body that are not blank."""
    quotes: tuple[Quote, ...]
    source_url: str | None
    hashtags: tuple[str, ...]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.source.text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for row in table("layout"):
        words.setdefault(row["reads_as"], []).append(row["phrase"])
    return {
        "site_prefix": re.compile(one_of(words["site_prefix"])),
        "dated_title": re.compile(r"[ ]{0,3}date[ ]{1,3}(\d{4}-\d\d-\d\d)[ ]{1,3}(?=\S)"),
        # A line that is only a date: "วันอังคารที่ 10 พฤศจิกายน 2563", or with a counter behind: "วันที่ 19 MAR 2018 | ..."
        "header": re.compile(
            r"[ ]{0,3}(วัน[^\d\n|]{0,20}\d{1,2}[ ]{1,3}[^\d\n| ]{2,15}[ ]{1,3}\d{4})[ ]{0,3}(?:$|\|[^\n]*)", re.MULTILINE
        ),
        "numeric_date": re.compile(r"[ ]{0,3}\d{1,2}/\d{1,2}/\d{4}[ ]{0,3}$", re.MULTILINE),
        "print_label": re.compile(rf"[ ]{{0,3}}{one_of(words['print_label'])}[ ]{{0,3}}$", re.MULTILINE),
        "source": re.compile(
            rf"^[ ]{{0,3}}{one_of(words['source_label'])}[ ]{{0,3}}:[ ]{{0,3}}(https?://\S+)", re.MULTILINE
        ),
        "credit": re.compile(rf"^[ ]{{0,3}}{one_of(words['credit_label'])}[ ]{{0,3}}:[^\n]{{0,200}}", re.MULTILINE),
        "hashtag": re.compile(
            r"(?<![\w/&])#(?!\d{1,3}\b)[\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{1,80}|(?<=\w)#[\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,80}"
        ),
    }


def lay_out(source: Source) -> Layout:
    """Return the parts of `source`."""
    text = source.text
    patterns = _patterns()
    lines = _lines(text)
    title, header = _title(text, lines)
    headlines = [title] if title[0] < title[1] else []
    furniture: list[Range] = []
    body_lo = lines[0][1] if lines else 0
    for lo, hi in lines[1:_HEADER_LINES]:
        if header is None and (match := patterns["header"].match(text, lo, hi)):
            header = match.span(1)
        elif patterns["numeric_date"].match(text, lo, hi) or patterns["print_label"].match(text, lo, hi):
            furniture.append((lo, hi))
        elif _repeats(text, (lo, hi), title):
            headlines.append((lo, hi))
        else:
            break
        body_lo = hi
    url = None
    body_hi = len(text)
    for match in patterns["source"].finditer(text, body_lo):
        url = match[1]
        body_hi = match.start()
    furniture.extend(m.span() for m in patterns["credit"].finditer(text, body_lo, body_hi))
    paragraphs = tuple((lo, hi) for lo, hi in lines if body_lo <= lo and hi <= body_hi and (lo, hi) not in furniture)
    return Layout(
        source=source,
        title=title,
        headlines=tuple(headlines),
        header=header,
        furniture=tuple(furniture),
        body=(body_lo, body_hi),
        paragraphs=paragraphs,
        quotes=_quotes(text),
        source_url=url,
        hashtags=tuple(source.written(*m.span()) for m in patterns["hashtag"].finditer(text)) if "#" in text else (),
    )


def _lines(text: str) -> list[Range]:
    """Return the ranges of the lines that are not blank, without the blanks around them."""
    lines = []
    lo = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = lo + line.index(stripped)
            lines.append((start, start + len(stripped)))
        lo += len(line) + 1
    return lines


def _title(text: str, lines: list[Range]) -> tuple[Range, Range | None]:
    if not lines:
        return (0, 0), None
    lo, hi = lines[0]
    patterns = _patterns()
    if match := patterns["site_prefix"].match(text, lo, hi):
        lo = match.end()
        while lo < hi and text[lo] == " ":
            lo += 1
        return (lo, hi), None
    if match := patterns["dated_title"].match(text, lo, hi):
        return (match.end(), hi), match.span(1)
    return (lo, hi), None


def _repeats(text: str, line: Range, title: Range) -> bool:
    """Tell whether `line` is the headline again: whole, cut short, or run on to its full length."""
    a, b = text[slice(*line)], text[slice(*title)]
    if not a or not b:
        return False
    return a == b or (len(a) < 2 * len(b) + 40 and a.startswith(b[:60]) and len(b) >= 20) or b.startswith(a)


_QUOTE_MARKS = re.compile('[“”„"‘’]')
_CLOSING = {"“": '”"“', "„": '”“"', '"': '"”', "”": '”"', "‘": "’'"}
_LONGEST_QUOTE = 2_000


def _quotes(text: str) -> tuple[Quote, ...]:
    """Pair quotation marks; a mark that nothing closes within its line is left alone."""
    quotes: list[Quote] = []
    pending: list[tuple[int, str]] = []
    line_end = -1
    for match in _QUOTE_MARKS.finditer(text):
        at, mark = match.start(), match[0]
        if at > line_end:
            pending.clear()
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
        for depth in range(len(pending) - 1, -1, -1):
            opened, opening = pending[depth]
            closes = mark in _CLOSING[opening] and not (mark == "“" and opening == "“")
            if closes and at - opened <= _LONGEST_QUOTE:
                del pending[depth:]
                quotes.append(Quote(opened, at + 1, opened + 1, at))
                break
        else:
            if mark in _CLOSING:
                pending.append((at, mark))
    quotes.sort(key=lambda q: (q.lo, -q.hi))
    return tuple(quotes)
