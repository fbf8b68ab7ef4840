"""Read the subjects of training courses.

In:   Page.
Out:  TrainingModule models.
Not:  degree programmes, topics of panels and keynotes, agenda points.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from thaigov_extract._enumerations import Entry, introducers, trimmed
from thaigov_extract._headings import headings, surroundings
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract._series import split_series
from thaigov_extract._source import Source
from thaigov_extract._titles import Title, stripped, title
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import TrainingModule
from thaigov_extract.resolve import Page

_TEACHING_WINDOW = 80
"""How far before a quoted topic the word may stand that makes it a subject."""

_PROGRAMME_WINDOW = 600
"""How far before its subjects a course is named."""

_LONGEST_TOPIC = 200
_LONGEST_UNQUOTED = 90

_LONGEST_RUN = 500

_MARKS = "0123456789(-"
"""A list that begins so has marks."""

_LECTURE_WINDOW = 300
"""How far before the subject of a lecture a course is said to be opened."""

_LEARNER_WINDOW = 250
"""How far before what trainees learned the training is named."""

_SHORT = 8
_LONGEST_TOPIC = 2_000

_LIST_REACH = 120
_HELD_REACH = 300
_SERIES_REACH = 60
"""How far before a list the word may stand that makes it one of subjects: with marks, after "มีการ", without marks."""

_FEWEST_GLOSSED = 3

_CHAIN = 60
"""How far apart the quoted topics of one sentence stand."""


def read(page: Page) -> Iterator[TrainingModule]:
    """Yield the subjects that are listed, and those that are quoted one by one, in text order."""
    text = page.text
    if not any(word in text for word in surroundings("programmes", "gate")):
        return
    found: list[tuple[int, TrainingModule]] = []
    covered: list[Range] = []
    for mention in page.mentions.of(WrittenList):
        if _lists_subjects(page, mention):
            covered.append((mention.lo, mention.hi))
            programme = _programme(page, mention.lo)
            found.extend(_modules(page.source, mention.value.entries, programme))
    for quote in _quoted_subjects(page):
        if not any(lo <= quote.lo < hi for lo, hi in covered):
            name = Title(*stripped(text, quote.inner_lo, quote.inner_hi), None)
            found.append((quote.lo, _module(page.source, name, None, _programme(page, quote.lo), (quote.lo, quote.hi))))
    for name, (lo, hi) in (*_glossed_subjects(page), *_learned_subjects(page), *_lectured_subjects(page)):
        if not any(a <= lo < b for a, b in covered):
            found.append((lo, _module(page.source, name, None, _programme(page, lo), (lo, hi))))
    found.sort(key=lambda pair: pair[0])
    seen: set[str] = set()
    for _, module in found:
        if module.title not in seen:
            seen.add(module.title)
            yield module


def _lists_subjects(page: Page, mention: Mention[WrittenList]) -> bool:
    heads = headings(page.text, mention.value, page.layout.quotes_in(*mention.value.lead))
    if not heads or heads[0].subject.reads_as != "training" or heads[0].subject.value == "degree":
        return False
    written = mention.value
    head = max((head for head in heads if head.subject.reads_as == "training"), key=lambda head: head.hi)
    distance = written.lead[1] - head.hi
    if distance > _reach(page.text, head.lo) or (written.introducer is None and written.promise is None):
        return False
    if any(s.value == "degree" for _, _, s in written.subjects) or _names_people_or_degrees(page.text, written.entries):
        return False
    if not written.style:
        first = written.entries[0]
        divided = page.text[first.lo - 1] in '“"' or page.text[first.hi : first.hi + 1] == ","
        return distance <= _SERIES_REACH and (divided or (written.promise is not None and written.promise.binding))
    return not _explains_a_topic(page, written)


def _reach(text: str, at: int) -> int:
    """Return how far before its subjects the word at `at` may stand: further where its clause is about the training."""
    held = text.endswith(surroundings("programmes", "holding"), max(0, at - _SHORT), at)
    return _HELD_REACH if held else _LIST_REACH


def _names_people_or_degrees(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether the items are people, degrees, or rounds, places and levels of one course."""
    first = entries[0]
    others = sum(text.startswith(surroundings("programmes", "no_subject"), entry.text_lo) for entry in entries)
    if 2 * others > len(entries):
        return True
    return text.startswith(surroundings("programmes", "person"), first.text_lo) or any(
        word in text[first.text_lo : first.hi] for word in surroundings("programmes", "degree")
    )


def _explains_a_topic(page: Page, written: WrittenList) -> bool:
    """Tell whether the list follows a quoted topic, whose contents it gives."""
    end = written.lead[1]
    return any(
        end - 3 <= quote.hi <= end and _before_topic().search(page.text[max(0, quote.lo - 20) : quote.lo])
        for quote in page.layout.quotes_in(end - _LONGEST_TOPIC, end)
    )


def _modules(source: Source, entries: tuple[Entry, ...], programme: str | None) -> Iterator[tuple[int, TrainingModule]]:
    for entry in entries:
        if source.text.startswith(surroundings("programmes", "session"), entry.text_lo):
            yield from _of_session(source, entry, programme)
            continue
        if source.text.startswith(surroundings("programmes", "outing"), entry.text_lo):
            continue
        name = title(source.text, entry.text_lo, entry.hi)
        if name is not None:
            yield entry.lo, _module(source, name, entry.number, programme, (entry.lo, entry.hi))


@cache
def _course() -> regex.Pattern[str]:
    return regex.compile(rf"{one_of(surroundings('programmes', 'course'))}[ ]{{0,2}}(?=[A-Z“\"\u0e00-\u0e7f])")


def _of_session(source: Source, entry: Entry, programme: str | None) -> Iterator[tuple[int, TrainingModule]]:
    """Yield the courses named in an item that is a session: "1) วันที่ 5 มีนาคม อบรมหลักสูตร A และหลักสูตร B"."""
    courses = list(_course().finditer(source.text, entry.text_lo, entry.hi))
    for index, match in enumerate(courses):
        hi = courses[index + 1].start() if index + 1 < len(courses) else entry.hi
        name = title(source.text, match.end(), trimmed(source.text, match.end(), hi))
        if name is not None:
            yield match.start(), _module(source, name, None, programme, (match.start(), max(name.hi, match.end())))


def _module(source: Source, name: Title, number: str | None, programme: str | None, place: Range) -> TrainingModule:
    return TrainingModule(
        number=number,
        title=source.written(name.lo, name.hi),
        title_en=source.written(*name.english) if name.english else None,
        programme=programme,
        span=source.span(*place),
    )


# --- subjects in quotes ----------------------------------------------------------------------------------------------


@cache
def _before_topic() -> regex.Pattern[str]:
    return regex.compile(rf"{one_of(surroundings('programmes', 'topic'))}[ ]?(?:ที่[ ]?\d)?[ :]{{0,2}}$")


@cache
def _between() -> regex.Pattern[str]:
    return regex.compile(r"[ ,]{0,3}(?:และ)?[ ]{0,3}")


def _quoted_subjects(page: Page) -> Iterator[Quote]:
    """Yield the quotes that a word of teaching and a word for a topic stand before, and those joined to one."""
    text = page.text
    body_lo, body_hi = page.layout.body
    last: Quote | None = None
    for quote in page.layout.quotes:
        if not body_lo <= quote.lo < body_hi or quote.inner_hi - quote.inner_lo > _LONGEST_TOPIC:
            continue
        joined = last is not None and 0 <= quote.lo - last.hi <= _CHAIN and _joins(text, last.hi, quote.lo)
        if text.startswith(surroundings("programmes", "activity"), quote.inner_lo):
            continue
        if joined or _is_subject(text, quote.lo):
            last = quote
            yield quote


def _joins(text: str, lo: int, hi: int) -> bool:
    """Tell whether `[lo, hi)` leads from one quoted subject to the next: "และ", "ต่อด้วยเรื่อง"."""
    if _between().fullmatch(text, lo, hi):
        return True
    between = text[lo:hi]
    return (
        "\n" not in between
        and _before_topic().search(between) is not None
        and not any(word in between for word in surroundings("programmes", "panel"))
    )


def _is_subject(text: str, at: int) -> bool:
    lo = max(text.rfind("\n", 0, at) + 1, at - _TEACHING_WINDOW)
    before = text[lo:at]
    topic = _before_topic().search(before)
    if topic is None:
        return False
    taught = max((before.rfind(w) for w in surroundings("programmes", "teaching")), default=-1)
    panel = max((before.rfind(w) for w in surroundings("programmes", "panel")), default=-1)
    return taught > panel or _is_lectured(text, at)


def _is_lectured(text: str, at: int) -> bool:
    """Tell whether a special lecture with its subject at `at` is given to those who begin a course."""
    lo = max(text.rfind("\n", 0, at) + 1, at - _LECTURE_WINDOW)
    lecture = _last_of("lecture", text, lo, at)
    if lecture < at - _SERIES_REACH:
        return False
    course = _last_of("attended", text, lo, max(lecture, lo))
    opening = _last_of("opening", text, lo, max(course, lo))
    return opening >= 0 and not any(word in text[lo:lecture] for word in surroundings("programmes", "closing"))


def _last_of(reads_as: str, text: str, lo: int, hi: int) -> int:
    """Return where the last such word in `[lo, hi)` begins, or -1."""
    return max(text.rfind(word, lo, hi) for word in surroundings("programmes", reads_as))


@cache
def _lecture() -> regex.Pattern[str]:
    lectures, topics = surroundings("programmes", "lecture"), surroundings("programmes", "topic")
    about = surroundings("programmes", "about")
    return regex.compile(rf"{one_of(lectures)}[ ]?(?:{one_of(about)}|{one_of(topics)}[ ])[ ]?(?![“\" ])")


def _lectured_subjects(page: Page) -> Iterator[tuple[Title, Range]]:
    """Yield the subject, without quotes, of a special lecture to those who begin a course."""
    text = page.text
    for match in _lecture().finditer(text, *page.layout.body):
        at = match.end()
        line_end = text.find("\n", at, at + _LONGEST_TOPIC)
        name = title(text, at, line_end if line_end >= 0 else min(len(text), at + _LONGEST_TOPIC))
        if name is not None and name.hi < at + _LONGEST_UNQUOTED and _is_lectured(text, at):
            yield name, (name.lo, name.hi)


def _shows() -> tuple[str, ...]:
    return surroundings("programmes", "show")


@cache
def _told() -> regex.Pattern[str]:
    # What trainees learned, or what a course is about: "ได้เรียนรู้เรื่อง", "เนื้อหาการอบรม ประกอบด้วย".
    learning, about = surroundings("programmes", "learning"), surroundings("programmes", "about")
    contents, training = surroundings("programmes", "contents"), surroundings("programmes", "training")
    turns = surroundings("programmes", "turn")
    return regex.compile(
        rf"""
        {one_of(learning)} [ ]? (?: {one_of(about)} [ ]? )?
        | (?: (?P<contents> {one_of(contents)} ) | (?P<training> {one_of(training)} ) )
          (?: (?! [ ]{one_of(turns)} ) [^\n“”"():] ){{0,60}}? {one_of(introducers())} [ ]{{0,2}}
        """,
        regex.VERBOSE,
    )


def _told_at(text: str, lo: int, hi: int) -> list[int]:
    """Return where the words stand with which `_told` begins: plain search takes a third of the pattern's time."""
    places: set[int] = set()
    for kind in ("learning", "contents", "training"):
        for word in surroundings("programmes", kind):
            at = text.find(word, lo, hi)
            while at >= 0:
                places.add(at)
                at = text.find(word, at + len(word), hi)
    return sorted(places)


def _learned_subjects(page: Page) -> Iterator[tuple[Title, Range]]:
    """Yield the subjects that running text tells: "ได้เรียนรู้การขาย การตลาด และการบัญชี"."""
    text = page.text
    lo, hi = page.layout.body
    if not _is_training(text):
        return
    for place in _told_at(text, lo, hi):
        match = _told().match(text, place, hi)
        if match is None:
            continue
        at = match.end()
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at, hi)
        if text[at : at + 1] in _MARKS or not _is_training(text[max(begin, at - _LEARNER_WINDOW) : at]):
            continue
        if any(word in text[max(begin, match.start() - _SERIES_REACH) : at] for word in _shows()):
            continue
        line = begin, hi if end < 0 else end
        items = tuple(_nominal_run(text, at, line[1]))
        if len(items) < _FEWEST_GLOSSED and (match["contents"] or not match["training"]):
            items = split_series(text, [line], at, None)
        if len(items) >= _FEWEST_GLOSSED and all(_may_be_subject(text, *item) for item in items):
            for item in items:
                if name := title(text, *item):
                    yield name, item


@cache
def _space() -> regex.Pattern[str]:
    return regex.compile(r"[ ,]{1,3}(?=[\u0e00-\u0e7f])")


def _nominal_run(text: str, at: int, hi: int) -> Iterator[Range]:
    """Yield the pieces between spaces from `at` on, as long as each begins with a noun of doing or knowing."""
    nouns, joiners = surroundings("programmes", "nominal"), surroundings("programmes", "last_joiner")
    stop = min(hi, at + _LONGEST_RUN)
    while text.startswith(nouns, at):
        gap = _space().search(text, at, stop)
        end = gap.start() if gap else stop
        if end - at > _LONGEST_UNQUOTED:
            return
        yield at, end
        if gap is None:
            return
        at = gap.end()
        at += len(next((word for word in joiners if text.startswith(word, at)), ""))


def _is_training(window: str) -> bool:
    return any(word in window for word in surroundings("programmes", "training"))


def _may_be_subject(text: str, lo: int, hi: int) -> bool:
    if hi - lo > _LONGEST_UNQUOTED or any(word in text[lo:hi] for word in surroundings("programmes", "degree")):
        return False
    none = (*surroundings("programmes", "no_noun"), *surroundings("programmes", "no_subject"))
    return text[lo] not in _MARKS and not text.startswith(none, lo)


@cache
def _gloss() -> regex.Pattern[str]:
    return regex.compile(r"\((?P<english>[A-Z][A-Za-z -]{2,60}[a-z])\)")


@cache
def _run_of_thai() -> regex.Pattern[str]:
    return regex.compile(r"[\u0e00-\u0e7f]{8,90} ?$")


def _glossed_subjects(page: Page) -> Iterator[tuple[Title, Range]]:
    """Yield the subjects of a sentence that gives three or more in running text, each with its English title.

    "ด้านการทำงานเป็นทีม (Team Work) และการคิดเชิงระบบ (System Thinking)": an unbroken run of Thai, and its gloss.
    """
    text = page.text
    for lo, hi in page.layout.paragraphs:
        if text.count("(", lo, hi) < _FEWEST_GLOSSED:
            continue
        run: list[tuple[Title, Range]] = []
        for match in _gloss().finditer(text, lo, hi):
            before = _run_of_thai().search(text, max(lo, match.start() - 91), match.start())
            if before is None:
                continue
            if run and before.start() - run[-1][1][1] > _CHAIN:
                yield from _enough(run)
                run = []
            if run or _is_taught(text, lo, before.start()):
                begin, end = _without_particles(text, before.start(), before.end())
                run.append((Title(begin, end, match.span("english")), (begin, match.end())))
        yield from _enough(run)


def _enough(run: list[tuple[Title, Range]]) -> list[tuple[Title, Range]]:
    return run if len(run) >= _FEWEST_GLOSSED else []


def _without_particles(text: str, lo: int, hi: int) -> Range:
    hi -= text[hi - 1] == " "
    particles = surroundings("programmes", "particle")
    while particle := next((p for p in particles if text.startswith(p, lo, hi - 6)), None):
        lo += len(particle)
    return lo, hi


def _is_taught(text: str, lo: int, at: int) -> bool:
    return _is_training(text[max(lo, at - _TEACHING_WINDOW) : at])


def _programme(page: Page, at: int) -> str | None:
    """Return the last course or project that is named in quotes before `at`."""
    lo = at - _PROGRAMME_WINDOW
    for quote in reversed(page.layout.quotes_in(lo, at)):
        if quote.hi <= at:
            before = page.text[max(0, quote.lo - 12) : quote.lo].rstrip(" ")
            if before.endswith(surroundings("programmes", "programme")):
                return page.source.written(quote.inner_lo, quote.inner_hi)
    return None
