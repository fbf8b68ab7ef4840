"""Find the subjects and courses that running text names.

In:   Page.
Out:  titles and ranges of what trainees learned, of subjects with an English gloss, of courses one after the other.
Not:  lists, and subjects in quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from thaigov_extract._layout import Range, line_end, line_start
from thaigov_extract._lexicon import Phrases, behind_one_of, one_of, phrase_at, phrases_of
from thaigov_extract._listing.enumerations import introducers, trimmed
from thaigov_extract._listing.series import split_series
from thaigov_extract._source import Source
from thaigov_extract.readers._titles import Title, name_end, title
from thaigov_extract.resolve import Page

Taught = tuple[Title, Range]
"""The title of a subject, and the passage that names it."""

_TEACHING_WINDOW = 80
"""How far before the first of several glossed subjects a word for training stands."""

_LEARNER_WINDOW = 250
"""How far before what trainees learned the training is named."""

_SHOW_WINDOW = 60
"""How far before a series the word may stand that makes it one of what is shown."""

LONGEST_UNQUOTED = 90
_LONGEST_RUN = 500
_LONGEST_LINE = 1_500

_ANNOUNCEMENT = 130
"""In so many characters a word for training and the introducer of its subjects stand."""

_SHORT = 8

_MARKS = "0123456789(-"
"""A list that begins so has marks."""

_FEWEST_GLOSSED = 3
_FEWEST_UNCLOSED = 5
_SHORTEST_PIECE = 4
_LONGEST_PIECE = 60

_CHAIN = 60
"""How far apart glossed subjects stand."""

_COURSES_APART = 250
_FEWEST_COURSES = 2
_SHORTEST_COURSE = 6
"""Courses that a line names one after the other."""


class TrainingWords(NamedTuple):
    """Where the words of training stand in a text, by their readings."""

    places: dict[str, list[int]]

    def of(self, reading: str) -> Sequence[int]:
        """Return where the words that read so begin, in text order."""
        return self.places.get(reading, ())


_READINGS = ("gate", "training", "learning", "instruction", "contents", "course_head", "lecture")


@cache
def _words() -> Phrases[tuple[tuple[str, int], ...]]:
    # A longer word hides the shorter one within it, whose readings it therefore has, each with its place in it.
    readings = [(word, reading) for reading in _READINGS for word in phrases_of("programmes", reading)]
    longest = {word for word, _ in readings}
    return Phrases(
        (word, tuple(sorted({(reading, word.rfind(part)) for part, reading in readings if part in word})))
        for word in longest
    )


def training_words(source: Source) -> TrainingWords:
    """Return the words of training in a text."""
    places: dict[str, list[int]] = {}
    for hit in _words().scan(source.octets):
        for reading, within in hit.row:
            places.setdefault(reading, []).append(hit.lo + within)
    return TrainingWords(places)


def is_training(window: str) -> bool:
    """Tell whether a passage speaks of training."""
    return any(word in window for word in phrases_of("programmes", "training"))


def may_be_subject(text: str, lo: int, hi: int) -> bool:
    """Tell whether a piece of running text may be the name of a subject."""
    if hi - lo > LONGEST_UNQUOTED or any(word in text[lo:hi] for word in phrases_of("programmes", "degree")):
        return False
    none = (*phrases_of("programmes", "no_noun"), *phrases_of("programmes", "no_subject"))
    return text[lo] not in _MARKS and not text.startswith(none, lo)


def _shows() -> tuple[str, ...]:
    return phrases_of("programmes", "show")


@cache
def _told() -> dict[str, re.Pattern[str]]:
    # What trainees learned, what they are taught, and what a course is about: "ได้เรียนรู้เรื่อง", "อบรมให้ความรู้ด้าน",
    # "เนื้อหาการอบรม ประกอบด้วย".
    about, turns = one_of(phrases_of("programmes", "about")), one_of(phrases_of("programmes", "turn"))
    announced = rf"(?:(?![ ]{turns})[^\n“”\"():]){{0,100}}?{one_of(introducers())}[ ]{{0,2}}"
    behind = {
        "learning": rf"[ ]?(?:{about}[ ]?)?",
        "instruction": rf"[ ]?{about}[ ]?",
        "contents": announced,
        "training": announced,
    }
    return {kind: re.compile(one_of(phrases_of("programmes", kind)) + after) for kind, after in behind.items()}


def learned_subjects(page: Page, words: TrainingWords) -> Iterator[Taught]:
    """Yield the subjects that running text tells: "ได้เรียนรู้การขาย การตลาด และการบัญชี"."""
    text = page.text
    lo, hi = page.layout.body
    if not words.of("training"):
        return
    telling = sorted((place, reading) for reading in _told() for place in words.of(reading) if lo <= place < hi)
    for place, reading in telling:
        begin = line_start(text, place, place - _LEARNER_WINDOW)
        line = begin, line_end(text, place, min(hi, place + _LONGEST_LINE))
        announced = reading in ("learning", "instruction") or _may_announce(text[place : place + _ANNOUNCEMENT])
        if not announced or any(word in text[max(begin, place - _SHOW_WINDOW) : place] for word in _shows()):
            continue
        if match := _told()[reading].match(text, place, line[1]):
            yield from _told_by(text, match, line, reading)


def _may_announce(window: str) -> bool:
    return any(word in window for word in introducers())


def _told_by(text: str, match: re.Match[str], line: Range, reading: str) -> Iterator[Taught]:
    """Yield the subjects that stand behind what `match` says."""
    at = match.end()
    course = match[0].startswith(phrases_of("programmes", "course_head", ""))
    if text[at : at + 1] in _MARKS or not (course or is_training(text[max(line[0], at - _LEARNER_WINDOW) : at])):
        return
    before = text[max(line[0], match.start() - _SHORT * 3) : match.start()]
    ever = phrases_of("programmes", "not_subjects", "ever")
    if any(word in before for word in ever):
        return
    if any(word in match[0] for word in (*_shows(), *ever, *phrases_of("programmes", "not_subjects", ""))):
        return
    laws = tuple(_laws(text, at, line[1]))
    if len(laws) > 1:
        yield from ((Title(*law, None), law) for law in laws)
        return
    items = tuple(_nominal_run(text, at, line[1]))
    if course and len(items) < len(free := _free_run(text, at, line[1])):
        items = free
    if len(items) < _FEWEST_GLOSSED and reading != "training":
        items = split_series(text, [line], at, None)
    if len(items) < _FEWEST_GLOSSED or not all(may_be_subject(text, *item) for item in items):
        return
    for item in items:
        if name := title(text, *item):
            yield name, item


@cache
def _law() -> re.Pattern[str]:
    # "ระเบียบว่าด้วยคลอง พ.ศ. 2560 และระเบียบว่าด้วยตลาด พ.ศ. 2561": the year ends the name.
    joiners, year = one_of(phrases_of("programmes", "last_joiner")), one_of(phrases_of("programmes", "law_year"))
    return re.compile(rf"[ ,]{{0,2}}(?:{joiners})?[ ]?(?P<name>[^\n]{{5,200}}?{year}[ ]?\d{{4}})(?!\d)")


def _laws(text: str, at: int, hi: int) -> Iterator[Range]:
    """Yield the laws that a series beginning at `at` names."""
    if not text.startswith(phrases_of("programmes", "law"), at):
        return
    while match := _law().match(text, at, hi):
        yield match.span("name")
        at = match.end()


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ ,]{1,3}(?=[ก-๎])(?![ฯๆ])")


def _nominal_run(text: str, at: int, hi: int) -> Iterator[Range]:
    """Yield the pieces between spaces from `at` on, as long as each begins with a noun of doing or knowing.

    What a word joins to two or more of them is the last, however it begins.
    """
    nouns, joiners = phrases_of("programmes", "nominal"), phrases_of("programmes", "last_joiner")
    particles = phrases_of("programmes", "series_particle")
    stop = min(hi, at + _LONGEST_RUN)
    found, joiner = 0, ""
    while (nominal := text.startswith(nouns, at)) or (joiner and found > 1):
        gap = _space().search(text, at, stop)
        end = gap.start() if gap else stop
        if end - at > LONGEST_UNQUOTED:
            return
        yield at, end
        if gap is None or not nominal:
            return
        at = gap.end()
        joiner = phrase_at(text, joiners, at)
        at += len(joiner or phrase_at(text, particles, at))
        found += 1


@cache
def _closing() -> re.Pattern[str]:
    closed, kinds = one_of(phrases_of("programmes", "and_so_on")), ("turn", "tail", "aim")
    words = one_of(word for kind in kinds for word in phrases_of("programmes", kind))
    return re.compile(rf"[ ]?(?P<closed>{closed})|[ ]{{1,3}}{words}|\n")


def _free_run(text: str, at: int, hi: int) -> tuple[Range, ...]:
    """Return the courses between spaces from `at` to "เป็นต้น", or five or more to where another clause begins."""
    closing = _closing().search(text, at, min(hi, at + _LONGEST_RUN))
    if closing is None:
        return ()
    starts = [at, *(match.end() for match in _space().finditer(text, at, closing.start()))]
    joiners = phrases_of("programmes", "last_joiner")
    starts = [lo + len(phrase_at(text, joiners, lo)) for lo in starts]
    pieces = tuple((lo, trimmed(text, lo, stop)) for lo, stop in pairwise([*starts, closing.start()]))
    fewest = _FEWEST_GLOSSED if closing["closed"] else _FEWEST_UNCLOSED
    short = all(_SHORTEST_PIECE <= stop - lo <= _LONGEST_PIECE for lo, stop in pieces)
    return pieces if short and len(pieces) >= fewest else ()


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(r"\((?P<english>[A-Z][A-Za-z -]{2,60}[a-z])\)")


@cache
def _run_of_thai() -> re.Pattern[str]:
    return re.compile(r"[ก-๎]{8,90} ?$")


def glossed_subjects(page: Page, words: TrainingWords) -> Iterator[Taught]:
    """Yield the subjects of a sentence that gives three or more in running text, each with its English title.

    "ด้านการทำงานเป็นทีม (Team Work) และการคิดเชิงระบบ (System Thinking)": an unbroken run of Thai, and its gloss.
    """
    text = page.text
    for lo, hi in _paragraphs_with(page, words.of("training")):
        glosses = text.count("(", lo, hi)
        if glosses:
            yield from _used(text, lo, hi)
        if glosses < _FEWEST_GLOSSED:
            continue
        run: list[Taught] = []
        for match in _gloss().finditer(text, lo, hi):
            before = _run_of_thai().search(text, max(lo, match.start() - 91), match.start())
            if before is None:
                continue
            if run and before.start() - run[-1][1][1] > _CHAIN:
                yield from _enough(run)
                run = []
            if _staged().search(text, lo, before.start()):
                continue
            if run or _is_taught(text, lo, before.start()):
                begin, end = _without_particles(text, before.start(), before.end())
                run.append((Title(begin, end, match.span("english")), (begin, match.end())))
        yield from _enough(run)


def _paragraphs_with(page: Page, places: Sequence[int]) -> Iterator[Range]:
    """Yield the paragraphs in which any of `places` lies."""
    paragraphs = page.layout.paragraphs
    starts = [lo for lo, _ in paragraphs]
    for index in sorted({bisect_right(starts, place) - 1 for place in places} - {-1}):
        yield paragraphs[index]


@cache
def _staged() -> re.Pattern[str]:
    stages, ordinal = one_of(phrases_of("programmes", "stage")), one_of(phrases_of("programmes", "class", "at once"))
    return re.compile(rf"{stages}{ordinal}[ ]?\d{{1,2}}[ ]?$")


@cache
def _tool() -> re.Pattern[str]:
    # "การอบรมจะใช้การคิดเชิงออกแบบ (Design Thinking) เป็นเครื่องมือ".
    before, behind = (one_of(phrases_of("programmes", "tool", side)) for side in ("before", "behind"))
    return re.compile(rf"{before}(?P<name>[ก-๎]{{3,90}})[ ]?\((?P<english>[A-Z][A-Za-z -]{{2,60}})\)[ ]?{behind}")


def _used(text: str, lo: int, hi: int) -> Iterator[Taught]:
    """Yield the one subject that a training is said to use."""
    for match in _tool().finditer(text, lo, hi):
        if _is_taught(text, lo, match.start()):
            begin, end = match.span("name")
            yield Title(begin, end, match.span("english")), (begin, match.end("english") + 1)


def _enough(run: list[Taught]) -> list[Taught]:
    return run if len(run) >= _FEWEST_GLOSSED else []


def _without_particles(text: str, lo: int, hi: int) -> Range:
    hi -= text[hi - 1] == " "
    particles = phrases_of("programmes", "particle")
    while particle := next((p for p in particles if text.startswith(p, lo, hi - 6)), None):
        lo += len(particle)
    return lo, hi


def _is_taught(text: str, lo: int, at: int) -> bool:
    return is_training(text[max(lo, at - _TEACHING_WINDOW) : at])


@cache
def _named_course() -> re.Pattern[str]:
    heads, no_name = one_of(_course_heads()), one_of(phrases_of("programmes", "no_course"))
    before = behind_one_of((*phrases_of("programmes", "last_joiner"), *phrases_of("programmes", "training")))
    return re.compile(rf"(?:(?<=[ \n“])|{before}){heads}[ ]?(?!{no_name})(?=[ก-ฮเ-ไA-Z“\"])")


def repeated_courses(page: Page, words: TrainingWords) -> Iterator[Taught]:
    """Yield the courses that a line names one after the other, each behind the word for a course."""
    text = page.text
    if not words.of("training") or len(words.of("course_head")) < _FEWEST_COURSES:
        return
    run: list[re.Match[str]] = []
    lo, hi = page.layout.body
    for place in words.of("course_head"):
        match = _named_course().match(text, place, hi) if place >= lo else None
        if match is None:
            continue
        if run and (place - run[-1].start() > _COURSES_APART or "\n" in text[run[-1].end() : place]):
            yield from _courses(text, run)
            run = []
        run.append(match)
    yield from _courses(text, run)


def _course_heads() -> tuple[str, ...]:
    return phrases_of("programmes", "course_head")


def _courses(text: str, run: list[re.Match[str]]) -> list[Taught]:
    """Return the courses of a run, or none where there are too few, or they are degrees."""
    if not _may_be_run(text, run):
        return []
    last = run[-1].start()
    end = line_end(text, last, last + LONGEST_UNQUOTED)
    ends = [*(match.start() for match in run[1:]), name_end(text, last, end)]
    found: dict[str, Taught] = {}
    for match, hi in zip(run, ends, strict=True):
        again = next((at for at in (text.find(word, match.end(), hi) for word in _course_heads()) if at >= 0), hi)
        name = title(text, match.start(), trimmed(text, match.start(), again))
        if name is None or not _SHORTEST_COURSE <= name.hi - name.lo <= LONGEST_UNQUOTED:
            continue
        if any(word in text[name.lo : name.hi] for word in phrases_of("programmes", "degree")):
            return []
        found.setdefault(text[name.lo : name.hi], (name, (match.start(), name.hi)))
    return list(found.values()) if len(found) >= _FEWEST_COURSES else []


def _may_be_run(text: str, run: list[re.Match[str]]) -> bool:
    """Tell whether there are enough of them: two with a joining word, three topics where there is training."""
    if len(run) < _FEWEST_COURSES:
        return False
    if run[0][0].startswith(phrases_of("programmes", "course_head", "three")):
        near = text[max(0, run[0].start() - _LEARNER_WINDOW) : run[0].start()]
        return len(run) > _FEWEST_COURSES and is_training(near)
    return len(run) > _FEWEST_COURSES or _joined().search(text, run[0].end(), run[-1].start()) is not None


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"{one_of(phrases_of('programmes', 'last_joiner'))}[ ]?$")
