"""Read the subjects of training courses.

In:   Page.
Out:  TrainingModule models.
Not:  degree programmes, topics of panels and keynotes, agenda points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._listing.enumerations import Entry, trimmed
from thaigov_extract._source import Source, fold
from thaigov_extract.finders.lists import WrittenList, inner_lists
from thaigov_extract.models import TrainingModule
from thaigov_extract.readers._headings import Heading, headings
from thaigov_extract.readers._titles import Title, quoted_before, quoted_title, title
from thaigov_extract.readers.training._prose import (
    Taught,
    TrainingWords,
    glossed_subjects,
    is_training,
    learned_subjects,
    may_be_subject,
    repeated_courses,
    training_words,
)
from thaigov_extract.readers.training._topics import before_topic, lectured_subjects, quoted_subjects
from thaigov_extract.resolve import Page

_PROGRAMME_WINDOW = 600
"""How far before its subjects a course is named."""

_TOPIC_WINDOW = 2_000
"""How far before a list the quoted topic begins whose contents it gives."""

_EVIDENCE_WINDOW = 400
"""How far before the passage that announces a list of topics the word may stand that makes them subjects."""

_LEARNERS = 20
"""How far before a word for training the word may stand that makes it a word for those who are trained."""

_SHORT = 8

_ADJACENT = 1
"""A list with marks that stands right behind the noun needs no introducer: "พัฒนาหลักสูตร 1) การขาย 2) การเงิน"."""

_LIST_REACH = 120
_HELD_REACH = 300
_SERIES_REACH = 100
"""How far before a list the word may stand that makes it one of subjects: with marks, after "มีการ", without marks."""


def read(page: Page) -> Iterator[TrainingModule]:
    """Yield the subjects that are listed, and those that are quoted one by one, in text order."""
    text = page.text
    words = training_words(page.source)
    if not words.of("gate"):
        return
    found: list[tuple[int, TrainingModule]] = []
    lists: list[Range] = []
    for written in _lists(page):
        if not written.entries:
            continue
        lists.append((written.entries[0].lo, written.entries[-1].hi))
        programme = _programme(page, written.entries[0].lo)
        found.extend(_modules(page.source, written.entries, programme))
    for quote in quoted_subjects(page):
        name = quoted_title(text, quote.inner_lo, quote.inner_hi)
        if name is not None and not _is_within(quote.lo, lists):
            found.append((quote.lo, _module(page.source, name, None, _programme(page, quote.lo), (quote.lo, quote.hi))))
    done = 0
    for name, (lo, hi) in _told(page, words):
        if lo >= done and not _is_within(lo, lists):
            done = hi
            found.append((lo, _module(page.source, name, None, _programme(page, lo), (lo, hi))))
    found.sort(key=lambda pair: pair[0])
    seen: set[str] = set()
    for _, module in found:
        if (read_title := fold(module.title).text) not in seen:
            seen.add(read_title)
            yield module


def _is_within(at: int, ranges: Sequence[Range]) -> bool:
    """Tell whether `at` lies in one of `ranges`, which are in text order."""
    index = bisect_right(ranges, at, key=itemgetter(0)) - 1
    return index >= 0 and at < ranges[index][1]


def _told(page: Page, words: TrainingWords) -> list[Taught]:
    """Return the subjects that running text names, in text order."""
    readers = (glossed_subjects, learned_subjects, lectured_subjects, repeated_courses)
    return sorted((subject for reads in readers for subject in reads(page, words)), key=lambda subject: subject[1][0])


def _lists(page: Page) -> Iterator[WrittenList]:
    """Yield the lists of subjects, outermost ones only."""
    before: WrittenList | None = None
    for mention in page.mentions.of(WrittenList):
        written = mention.value
        if _lists_subjects(page, written):
            before = written
            yield written
            continue
        if before and _goes_on(page.text, before, written):
            yield _without_activities(page.text, written)
            continue
        before = None
        done = 0
        for inner in inner_lists(page.text, written):
            if inner.entries[0].lo >= done and _lists_subjects(page, inner):
                done = inner.entries[-1].hi
                yield inner


def _goes_on(text: str, before: WrittenList, written: WrittenList) -> bool:
    """Tell whether a list goes on with the one before it: "นอกจากนี้ยังมี" and more of the same marks."""
    lo = written.lead[0]
    near = 0 <= lo - before.entries[-1].hi <= _SHORT and written.entries[0].lo - lo <= _SERIES_REACH
    return near and written.style == before.style and text.startswith(phrases_of("programmes", "continuation"), lo)


def _without_activities(text: str, written: WrittenList) -> WrittenList:
    activities = phrases_of("programmes", "activity")
    return written._replace(entries=tuple(e for e in written.entries if not text.startswith(activities, e.text_lo)))


def _lists_subjects(page: Page, written: WrittenList) -> bool:
    """Tell whether the list is one of subjects or courses."""
    text = page.text
    if not any(subject.reads_as == "training" for _, _, subject in written.subjects):
        return False
    if any(subject.value == "degree" for _, _, subject in written.subjects):
        return False
    if _are_stages(text, written) or _names_people_or_degrees(text, written.entries):
        return False
    head = _head(page, written)
    if head is None or (head.subject.value == "topic" and not _is_of_training(page, written)):
        return False
    if written.style:
        return not _explains_a_topic(page, written)
    near = written.lead[1] - head.hi <= _SERIES_REACH
    return near and (_is_divided(text, written) or _may_be_series(text, head, written))


def _are_stages(text: str, written: WrittenList) -> bool:
    """Tell whether the marks, or the promised count, say that the items are stages, rounds or levels of one course."""
    stages, promise = phrases_of("programmes", "stage"), written.promise
    return written.style in stages or (promise is not None and text.endswith(stages, promise.lo, promise.hi))


def _head(page: Page, written: WrittenList) -> Heading | None:
    """Return the word for training that heads the list and is near enough."""
    text = page.text
    heads = headings(text, written, page.layout.quotes_in(*written.lead))
    if not heads or heads[0].subject.reads_as != "training":
        return None
    head = max((head for head in heads if head.subject.reads_as == "training"), key=lambda head: head.hi)
    distance = written.lead[1] - head.hi
    announced = written.introducer is not None or written.promise is not None
    if distance > _reach(text, head.lo) or text.startswith(phrases_of("programmes", "and"), head.hi):
        return None
    others = (*phrases_of("programmes", "not_subjects", ""), *phrases_of("programmes", "not_subjects", "ever"))
    if any(word in text[head.hi : written.lead[1]] for word in others):
        return None
    return head if announced or (written.style and distance <= _ADJACENT) else None


def _is_of_training(page: Page, written: WrittenList) -> bool:
    """Tell whether there is training near the list: "หัวข้อ" alone may be one of a meeting or a paper."""
    if any(subject.value == "course" for _, _, subject in written.subjects):
        return True
    lo, hi = written.lead[0], written.entries[0].lo
    near = page.text[max(0, lo - _EVIDENCE_WINDOW) : hi]
    return any(word in near for word in phrases_of("programmes", "evidence"))


def _is_divided(text: str, written: WrittenList) -> bool:
    """Tell whether quotes, commas or a promised count show that the list is one."""
    first = written.entries[0]
    divided = text[first.lo - 1] in '“"' or text[first.hi : first.hi + 1] == ","
    return divided or written.promised is not None


def _may_be_series(text: str, head: Heading, written: WrittenList) -> bool:
    """Tell whether the pieces between spaces are subjects: the noun is none of learners, and no other noun follows."""
    before = text[max(0, head.lo - _LEARNERS) : head.lo]
    between = text[head.hi : written.lead[1]]
    if any(word in before for word in phrases_of("programmes", "learner")):
        return False
    if any(word in between for word in phrases_of("programmes", "not_subjects", "series")):
        return False
    if head.subject.value == "topic" and not is_training(text[written.lead[0] : written.lead[1]]):
        return False
    return all(may_be_subject(text, entry.text_lo, entry.hi) for entry in written.entries)


def _reach(text: str, at: int) -> int:
    """Return how far before its subjects the word at `at` may stand: further where its clause is about the training."""
    held = text.endswith(phrases_of("programmes", "holding"), max(0, at - _SHORT), at)
    return _HELD_REACH if held else _LIST_REACH


def _names_people_or_degrees(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether the items are people, degrees, or rounds, places and levels of one course."""
    first = entries[0]
    others = sum(text.startswith(phrases_of("programmes", "no_subject"), entry.text_lo) for entry in entries)
    if 2 * others > len(entries):
        return True
    return text.startswith(phrases_of("programmes", "person"), first.text_lo) or any(
        word in text[first.text_lo : first.hi] for word in phrases_of("programmes", "degree")
    )


def _explains_a_topic(page: Page, written: WrittenList) -> bool:
    """Tell whether the list follows a quoted topic, whose contents it gives."""
    end = written.lead[1]
    return any(
        end - 3 <= quote.hi <= end and before_topic().search(page.text[max(0, quote.lo - 20) : quote.lo])
        for quote in page.layout.quotes_in(end - _TOPIC_WINDOW, end)
    )


def _modules(
    source: Source, entries: tuple[Entry, ...], programme: Range | None
) -> Iterator[tuple[int, TrainingModule]]:
    for entry in entries:
        if source.text.startswith(phrases_of("programmes", "session"), entry.text_lo):
            yield from _of_session(source, entry, programme)
            continue
        if source.text.startswith(phrases_of("programmes", "outing"), entry.text_lo):
            continue
        name = title(source.text, entry.text_lo, entry.hi)
        if name is not None:
            yield entry.lo, _module(source, name, entry.number, programme, (entry.lo, entry.hi))


@cache
def _course() -> re.Pattern[str]:
    return re.compile(rf"{one_of(phrases_of('programmes', 'course'))}[ ]{{0,2}}(?=[A-Z“\"ก-๎])")


def _of_session(source: Source, entry: Entry, programme: Range | None) -> Iterator[tuple[int, TrainingModule]]:
    """Yield the courses named in an item that is a session: "1) วันที่ 5 มีนาคม อบรมหลักสูตร A และหลักสูตร B"."""
    courses = list(_course().finditer(source.text, entry.text_lo, entry.hi))
    for index, match in enumerate(courses):
        hi = courses[index + 1].start() if index + 1 < len(courses) else entry.hi
        name = title(source.text, match.end(), trimmed(source.text, match.end(), hi))
        if name is not None:
            yield match.start(), _module(source, name, None, programme, (match.start(), max(name.hi, match.end())))


def _module(source: Source, name: Title, number: str | None, programme: Range | None, place: Range) -> TrainingModule:
    return TrainingModule(
        number=number,
        title=source.written(name.lo, name.hi),
        title_span=source.span(name.lo, name.hi),
        title_en=source.written_at(name.english),
        title_en_span=source.span_at(name.english),
        programme=source.written_at(programme),
        programme_span=source.span_at(programme),
        span=source.span(*place),
    )


def _programme(page: Page, at: int) -> Range | None:
    """Return the last course or project that is named in quotes before `at`."""
    return quoted_before(page.layout, at, _PROGRAMME_WINDOW, phrases_of("programmes", "programme"))
