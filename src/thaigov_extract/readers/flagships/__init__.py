"""Read flagship projects: what the release calls flagship, important project, quick win.

In:   Page.
Out:  FlagshipProject models.
Not:  policies, even where one list is both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from thaigov_extract._layout import Range
from thaigov_extract._lexicon import behind_none_of, one_of, phrase_before, phrases_of
from thaigov_extract._listing.enumerations import Entry, introducers, trimmed
from thaigov_extract._listing.markers import words
from thaigov_extract._mentions import InOrder
from thaigov_extract.finders.lists import WrittenList, inner_lists
from thaigov_extract.models import FlagshipProject
from thaigov_extract.readers._headings import LONGEST_NAME, headings
from thaigov_extract.readers._titles import name_end, project_name, quoted_before
from thaigov_extract.readers.flagships._named import (
    Flag,
    Named,
    flags,
    last_of_series,
    named_head,
    named_projects,
    turn_words,
)
from thaigov_extract.resolve import Page

_PLAN_WINDOW = 300

_SHORTEST_NAME = 3

_REACH = 250
"""How far before its projects the word for flagship may stand."""

_BEFORE_NAME = 40
"""How far before a quoted name the word stands that makes it a flagship."""

_SHORTEST_ITEM = 9

_FEWEST_PROJECTS = 2
_NEAR = 60
"""So many projects an agency's item names, or one so near its beginning."""


def read(page: Page) -> Iterator[FlagshipProject]:
    """Yield the projects of lists that a word for flagship heads, and those that running text names."""
    words_for = flags(page.source)
    if not words_for:
        return
    seen: set[str] = set()
    found = [*_listed(page, InOrder(words_for)), *_quoted(page)]
    taken = sorted(place for _, place, _ in found)
    free = (named for named in (*named_projects(page.layout, words_for), *_followed(page)) if _is_free(named[1], taken))
    found.extend((number, place, _plan(page, place[0])) for number, place in free)
    source = page.source
    for number, place, plan in sorted(found, key=lambda project: project[1]):
        name = page.text[slice(*place)]
        if name not in seen:
            seen.add(name)
            yield FlagshipProject(
                number=number,
                name=source.written(*place),
                plan=source.written_at(plan),
                plan_span=source.span_at(plan),
                span=source.span(*place),
            )


def _is_free(place: Range, taken: Sequence[Range]) -> bool:
    """Tell whether none of `taken`, which are in text order, reaches into `place`."""
    index = bisect_left(taken, place[1], key=itemgetter(0)) - 1
    return index < 0 or taken[index][1] <= place[0]


_Project = tuple[str | None, Range, Range | None]


def _listed(page: Page, words_for: InOrder[Flag]) -> Iterator[_Project]:
    mentions = page.mentions.of(WrittenList)
    lists = [written for mention in mentions for written in _of_flagships(page, mention.value, words_for)]
    for written in lists or _headlined(page):
        plan = _plan(page, written.entries[0].lo)
        yield from ((number, place, plan) for number, place in _projects(page.text, written))


def _of_flagships(page: Page, written: WrittenList, words_for: InOrder[Flag]) -> Iterator[WrittenList]:
    """Yield the list if a word for flagship heads it, else those of its inner lists of which that is true."""
    if not words_for.beginning_in(written.lead[0], written.entries[-1].hi):
        return
    if _is_of_flagships(page, written, words_for):
        yield written
        return
    done = 0
    for inner in inner_lists(page.text, written):
        if inner.entries[0].lo >= done and _is_of_flagships(page, inner, words_for):
            done = inner.entries[-1].hi
            yield inner


@cache
def _promised() -> re.Pattern[str]:
    flags = one_of(phrases_of("subjects", "flagship"))
    return re.compile(rf"(?P<before>\d{{1,2}})[ ]?{flags}|{flags}[ ]?(?P<behind>\d{{1,2}})")


def _headlined(page: Page) -> Iterator[WrittenList]:
    """Yield the one list of projects that is as long as the headline promises: "เร่ง 6 โครงการสำคัญ"."""
    match = _promised().search(page.text, *page.layout.title)
    if match is None:
        return
    count = int(match["before"] or match["behind"])
    for mention in page.mentions.of(WrittenList):
        entries = mention.value.entries
        if len(entries) == count and _are_projects(page.text, entries):
            yield mention.value
            return


def _are_projects(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether most items are called projects."""
    heads = phrases_of("programmes", "project")
    return 2 * sum(text.startswith(heads, entry.text_lo) for entry in entries) > len(entries)


def _is_of_flagships(page: Page, written: WrittenList, words_for: InOrder[Flag]) -> bool:
    if not any(subject.reads_as == "flagship" for _, _, subject in written.subjects):
        parted = (flag for flag in words_for.beginning_in(*written.lead) if not flag.stands_for)
        return any(parted) and _are_projects(page.text, written.entries)
    if _is_promised(page.text, written):
        return True
    heads = headings(page.text, written, page.layout.quotes_in(*written.lead))
    making = phrases_of("programmes", "making")
    flags = [h for h in heads if h.subject.reads_as == "flagship" and not page.text.endswith(making, 0, h.lo)]
    return bool(flags) and _heads(page.text, written, max(flag.hi for flag in flags))


def _is_promised(text: str, written: WrittenList) -> bool:
    """Tell whether the list is as long as its word for flagship promises: "2 โครงการเรือธง ภายใต้แผนแม่บทคลอง ได้แก่"."""
    promise = written.promise
    if promise is None or promise.count != len(written.entries):
        return False
    match = _promised().search(text, max(written.lead[0], promise.lo - _BEFORE_NAME), promise.hi + _BEFORE_NAME)
    return match is not None and match.start() <= promise.lo < match.end() and _heads(text, written, promise.hi)


def _projects(text: str, written: WrittenList) -> Iterator[Named]:
    """Yield the projects that the items are, or those that they name as examples, or as those of an agency."""
    if examples := _examples(text, written):
        yield from ((None, example) for example in examples)
        return
    for entry in written.entries:
        projects = _projects_of_agency(text, entry)
        if projects:
            yield from ((None, project) for project in projects)
        elif text.startswith(phrases_of("programmes", "stop"), entry.text_lo):
            continue
        elif name := project_name(text, entry.text_lo, entry.hi):
            yield entry.number, name


@cache
def _example() -> re.Pattern[str]:
    return re.compile(rf"[ ]{one_of(words('introducer', 'part'))}[ ]?")


def _examples(text: str, written: WrittenList) -> tuple[Range, ...]:
    """Return the projects that fields name as examples, if most items are fields: "1) ด้านน้ำ อาทิ โครงการคลองสวย"."""
    leaves = tuple(_leaves(written.entries))
    heads = phrases_of("programmes", "project")
    found = [(m.end(), leaf.hi) for leaf in leaves if (m := _example().search(text, leaf.text_lo, leaf.hi))]
    if 2 * sum(text.startswith(heads, at) for at, _ in found) <= len(leaves):
        return ()
    return tuple(name for at, hi in found for name in _series_at(text, at, hi))


def _series_at(text: str, at: int, hi: int) -> Iterator[Range]:
    starts = [at, *(match.start() for match in _project().finditer(text, at + 1, hi))]
    for lo, end in pairwise(starts):
        if name := project_name(text, lo, trimmed(text, lo, end)):
            yield name
    yield from last_of_series(text, starts[-1], hi)


def _leaves(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        if entry.entries:
            yield from _leaves(entry.entries)
        else:
            yield entry


def _heads(text: str, written: WrittenList, at: int) -> bool:
    """Tell whether the list is one of projects, the last word for flagship before it ending at `at`."""
    lead = written.lead[1]
    if lead - at > _REACH or _turn().search(text, at, lead):
        return False
    if written.style or _is_series(text, written.entries):
        return True
    # "โครงการสำคัญตามแผนแม่บท ได้แก่ การค้า การเกษตร": fields of the plan, no projects.
    if any(lo >= at and subject.reads_as == "policy" for lo, _, subject in written.subjects):
        return False
    return _is_undertaken(text, written.entries) and not any(word in text[at:lead] for word in introducers())


def _is_series(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether the first item is called a project, and no other is a single word of its name."""
    project = text.startswith(phrases_of("programmes", "project"), entries[0].text_lo)
    return project and all(entry.hi - entry.text_lo >= _SHORTEST_ITEM for entry in entries)


def _is_undertaken(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether most items are actions."""
    actions = sum(text.startswith(phrases_of("programmes", "action"), entry.text_lo) for entry in entries)
    return 2 * actions > len(entries)


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(rf"[ ]{turn_words()}")


@cache
def _project() -> re.Pattern[str]:
    return re.compile(rf"(?<=[ \n]){one_of(phrases_of('programmes', 'project'))}(?=[ก-๎])")


def _projects_of_agency(text: str, entry: Entry) -> list[Range]:
    """Return the projects of an item that begins with an agency and goes on with its projects, one after the other."""
    if _project().match(text, entry.text_lo, entry.hi) or not text.startswith(_agencies(), entry.text_lo):
        return []
    found = (match.start() for match in _project().finditer(text, entry.text_lo, entry.hi))
    starts = [at for at in found if not _is_example(text, at)]
    if len(starts) < _FEWEST_PROJECTS and not (starts and starts[0] - entry.text_lo <= _NEAR):
        return []
    pieces = zip(starts, [*starts[1:], entry.hi], strict=True)
    names = (project_name(text, lo, trimmed(text, lo, hi)) for lo, hi in pieces)
    return [name for name in names if name is not None]


def _is_example(text: str, at: int) -> bool:
    """Tell whether what begins at `at` explains the project before it: "โครงการศิลปะชุมชน เช่น กิจกรรมวาดกำแพง"."""
    before = text[max(0, at - _BEFORE_NAME) : at].rstrip(" ")
    word = phrase_before(before, introducers(), len(before))
    return bool(word) and not before.removesuffix(word).rstrip(" ").endswith(phrases_of("programmes", "importance"))


def _agencies() -> tuple[str, ...]:
    return phrases_of("programmes", "agency")


@cache
def _flagged() -> re.Pattern[str]:
    flags = one_of(phrases_of("subjects", "flagship"))
    naming = one_of(phrases_of("programmes", "naming"))
    plans = phrases_of("programmes", "plan")
    of_no_plan = behind_none_of([*plans, *(f"{plan} " for plan in plans)])
    days = rf"(?:[ ]?\d{{1,3}}[ ]?{one_of(phrases_of('programmes', 'term'))})?"
    return re.compile(rf"{of_no_plan}{flags}(?:[ ]?\([^()\n]{{1,30}}\))?{days}(?:[ ]?{naming})?[ ]?$")


def _quoted(page: Page) -> Iterator[_Project]:
    """Yield the projects named in quotes right after a word for flagship: โครงการเรือธง “...”."""
    text = page.text
    lo, hi = page.layout.body
    for quote in page.layout.quotes:
        if not (lo <= quote.lo < hi and _SHORTEST_NAME <= quote.inner_hi - quote.inner_lo <= LONGEST_NAME):
            continue
        if _flagged().search(text, max(lo, quote.lo - _BEFORE_NAME), quote.lo):
            yield None, (quote.inner_lo, quote.inner_hi), _plan(page, quote.lo - _BEFORE_NAME)


@cache
def _following() -> re.Pattern[str]:
    follow, flags = one_of(phrases_of("programmes", "follow")), one_of(phrases_of("subjects", "flagship"))
    return re.compile(rf"{follow}[^\n“”\"]{{0,45}}?{flags}")


@cache
def _follows() -> re.Pattern[str]:
    follow, progress = one_of(phrases_of("programmes", "follow")), one_of(phrases_of("programmes", "progress"))
    return re.compile(rf"{follow}(?:[ ]?{progress}){{0,3}}[ ]?(?P<name>{named_head('project_head')})")


def _followed(page: Page) -> Iterator[Named]:
    """Yield the projects that are looked at on a visit to flagships: "ติดตามความคืบหน้าโครงการคลองสวย"."""
    text, (lo, hi) = page.text, page.layout.body
    if _following().search(text, *page.layout.title) is None:
        return
    for match in _follows().finditer(text, lo, hi):
        begin = match.start("name")
        if name := project_name(text, begin, name_end(text, begin, min(hi, begin + LONGEST_NAME))):
            yield None, name


def _plan(page: Page, at: int) -> Range | None:
    """Return the quoted policy that is named before `at`."""
    return quoted_before(page.layout, at, _PLAN_WINDOW, phrases_of("programmes", "plan"))
