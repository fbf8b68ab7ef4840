"""Find the topics that trainees are taught, and those of lectures within a course.

In:   Page.
Out:  quotes, and titles without quotes.
Not:  topics of panels and keynotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from thaigov_extract._layout import Quote, Range, line_end, line_start
from thaigov_extract._lexicon import behind_none_of, one_of, phrases_of
from thaigov_extract.readers._titles import Title, title
from thaigov_extract.readers.training._prose import LONGEST_UNQUOTED, TrainingWords, may_be_subject
from thaigov_extract.resolve import Page

_TEACHING_WINDOW = 80
"""How far before a quoted topic the word may stand that makes it a subject."""

_LECTURE_WINDOW = 300
"""How far before the subject of a lecture the course is named."""

_LECTURE_REACH = 60
"""How far before its subject the lecture is named."""

_LONGEST_TOPIC = 200

_CLOSE = 30
"""How far before a topic the quoted name of its course ends."""

_CHAIN = 300
"""How far apart the quoted topics of one sentence stand, a lecturer named between them."""


@cache
def before_topic() -> re.Pattern[str]:
    """Return the pattern of a word for a topic that ends where the topic begins."""
    plain = behind_none_of(phrases_of("programmes", "no_topic"))
    topics, ordinal = one_of(phrases_of("programmes", "topic")), one_of(phrases_of("programmes", "class", "at once"))
    return re.compile(rf"{plain}{topics}[ ]?(?:{ordinal}[ ]?\d)?[ :]{{0,2}}$")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"[ ,]{{0,3}}{one_of(phrases_of('programmes', 'last_joiner'))}?[ ]{{0,3}}")


def quoted_subjects(page: Page) -> Iterator[Quote]:
    """Yield the quotes that a word of teaching and a word for a topic stand before, and those joined to one."""
    text = page.text
    body_lo, body_hi = page.layout.body
    last: Quote | None = None
    for quote in page.layout.quotes:
        if not body_lo <= quote.lo < body_hi or quote.inner_hi - quote.inner_lo > _LONGEST_TOPIC:
            continue
        joined = last is not None and 0 <= quote.lo - last.hi <= _CHAIN and _joins(text, last.hi, quote.lo)
        if text.startswith(phrases_of("programmes", "activity"), quote.inner_lo):
            continue
        if joined or _is_subject(page, quote.lo):
            last = quote
            yield quote


def _joins(text: str, lo: int, hi: int) -> bool:
    """Tell whether `[lo, hi)` leads from one quoted subject to the next: "และ", "ต่อด้วยเรื่อง"."""
    if _between().fullmatch(text, lo, hi):
        return True
    between = text[lo:hi]
    return (
        "\n" not in between
        and before_topic().search(between) is not None
        and not any(word in between for word in phrases_of("programmes", "panel"))
    )


def _is_subject(page: Page, at: int) -> bool:
    """Tell whether a word of teaching makes the quoted topic at `at` a subject."""
    text = page.text
    # "อบรมหลักสูตร “นักขาย” รุ่นที่ 2 หัวข้อ “ตลาดวันนี้”": the name of the course may be long.
    named = [quote for quote in page.layout.quotes_in(at - _LONGEST_TOPIC, at) if at - _CLOSE <= quote.hi <= at]
    lo = line_start(text, at, at - _TEACHING_WINDOW - sum(quote.hi - quote.lo for quote in named))
    if before_topic().search(text, lo, at) is None:
        return False
    begin = line_start(text, at, at - 2 * _TEACHING_WINDOW)
    if _last_of("platform", text, begin, at) > _last_of("lecture", text, begin, at):
        return False
    taught, panel = (_last_of(kind, text, lo, at) for kind in ("teaching", "panel"))
    return taught > panel or _is_lectured(page, at)


def _is_lectured(page: Page, at: int) -> bool:
    """Tell whether a lecture with its subject at `at` is given to those who take a course."""
    text = page.text
    lo = line_start(text, at, at - _LECTURE_WINDOW)
    lecture = _last_of("lecture", text, lo, at)
    if lecture < at - _LECTURE_REACH or any(word in text[lo:lecture] for word in phrases_of("programmes", "closing")):
        return False
    title_lo, title_hi = page.layout.headline
    if any(word in text[title_lo:title_hi] for word in phrases_of("programmes", "closing")):
        return False
    return any(_last_of("attended", text, *part) >= 0 for part in ((lo, lecture), (title_lo, title_hi)))


def _last_of(reads_as: str, text: str, lo: int, hi: int) -> int:
    """Return where the last such word in `[lo, hi)` begins, or -1."""
    return max(text.rfind(word, lo, hi) for word in phrases_of("programmes", reads_as))


@cache
def _lecture() -> re.Pattern[str]:
    lectures = one_of(phrases_of("programmes", "lecture"))
    shield, topics = one_of(phrases_of("subjects", "shield")), one_of(phrases_of("programmes", "topic"))
    return re.compile(
        rf"{lectures}[ ]?(?:{one_of(phrases_of('programmes', 'within'))})?(?!{shield}){topics}[ ]?(?![“\" ])"
    )


def lectured_subjects(page: Page, words: TrainingWords) -> Iterator[tuple[Title, Range]]:
    """Yield the subject, without quotes, of a special lecture to those who begin a course."""
    text, (lo, hi) = page.text, page.layout.body
    for place in words.of("lecture"):
        match = _lecture().match(text, place, hi) if place >= lo else None
        if match is None:
            continue
        at = match.end()
        name = title(text, at, line_end(text, at, at + _LONGEST_TOPIC))
        if name is None or name.hi >= at + LONGEST_UNQUOTED or not _is_lectured(page, at):
            continue
        if may_be_subject(text, name.lo, name.hi):
            yield name, (name.lo, name.hi)
