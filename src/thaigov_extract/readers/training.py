"""Read the subjects of training courses.

In:   Page.
Out:  TrainingModule models.
Not:  degree programmes, topics of panels and keynotes, agenda points.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from thaigov_extract._enumerations import Entry
from thaigov_extract._headings import headings, surroundings
from thaigov_extract._layout import Quote, Range
from thaigov_extract._lexicon import one_of
from thaigov_extract._mentions import Mention
from thaigov_extract._source import Source
from thaigov_extract._titles import Title, title
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import TrainingModule
from thaigov_extract.resolve import Page

_TEACHING_WINDOW = 80
"""How far before a quoted topic the word may stand that makes it a subject."""

_PROGRAMME_WINDOW = 600
"""How far before its subjects a course is named."""

_LONGEST_TOPIC = 200


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
            name = Title(quote.inner_lo, quote.inner_hi, None)
            found.append((quote.lo, _module(page.source, name, None, _programme(page, quote.lo), (quote.lo, quote.hi))))
    found.sort(key=lambda pair: pair[0])
    seen: set[str] = set()
    for _, module in found:
        if module.title not in seen:
            seen.add(module.title)
            yield module


def _lists_subjects(page: Page, mention: Mention[WrittenList]) -> bool:
    heads = headings(page.text, mention.value, page.layout.quotes)
    if not heads or heads[0].subject.reads_as != "training" or heads[0].subject.value == "degree":
        return False
    written = mention.value
    if any(s.value == "degree" for _, _, s in written.subjects) or _names_people_or_degrees(page.text, written.entries):
        return False
    if not written.style:
        return written.promise is not None or page.text[written.entries[0].lo - 1] in "“\""
    return not _explains_a_topic(page, written)


def _names_people_or_degrees(text: str, entries: tuple[Entry, ...]) -> bool:
    first = entries[0]
    return text.startswith(surroundings("programmes", "person"), first.text_lo) or any(
        word in text[first.text_lo : first.hi] for word in surroundings("programmes", "degree")
    )


def _explains_a_topic(page: Page, written: WrittenList) -> bool:
    """Tell whether the list follows a quoted topic, whose contents it gives."""
    end = written.lead[1]
    return any(
        end - 3 <= quote.hi <= end and _before_topic().search(page.text[max(0, quote.lo - 20) : quote.lo])
        for quote in page.layout.quotes
    )


def _modules(source: Source, entries: tuple[Entry, ...], programme: str | None) -> Iterator[tuple[int, TrainingModule]]:
    for entry in entries:
        name = title(source.text, entry.text_lo, entry.hi)
        if name is not None:
            yield entry.lo, _module(source, name, entry.number, programme, (entry.lo, entry.hi))


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
        joined = last is not None and 0 <= quote.lo - last.hi <= 12 and _between().fullmatch(text, last.hi, quote.lo)
        if joined or _is_subject(text, quote.lo):
            last = quote
            yield quote


def _is_subject(text: str, at: int) -> bool:
    lo = max(text.rfind("\n", 0, at) + 1, at - _TEACHING_WINDOW)
    before = text[lo:at]
    topic = _before_topic().search(before)
    if topic is None:
        return False
    taught = max((before.rfind(w) for w in surroundings("programmes", "teaching")), default=-1)
    panel = max((before.rfind(w) for w in surroundings("programmes", "panel")), default=-1)
    return taught >= 0 and taught >= panel


def _programme(page: Page, at: int) -> str | None:
    """Return the last course or project that is named in quotes before `at`."""
    lo = at - _PROGRAMME_WINDOW
    for quote in reversed(page.layout.quotes):
        if lo <= quote.lo and quote.hi <= at:
            before = page.text[max(0, quote.lo - 12) : quote.lo].rstrip(" ")
            if before.endswith(surroundings("programmes", "programme")):
                return page.source.written(quote.inner_lo, quote.inner_hi)
    return None
