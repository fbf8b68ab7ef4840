"""Read flagship projects: what the release calls flagship, important project, quick win.

In:   Page.
Out:  FlagshipProject models.
Not:  policies, even where one list is both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from thaigov_extract._enumerations import Entry, introducers, trimmed
from thaigov_extract._headings import headings, surroundings
from thaigov_extract._layout import Range
from thaigov_extract._lexicon import one_of, phrases_of
from thaigov_extract._named_projects import named_projects
from thaigov_extract._titles import project_name
from thaigov_extract.finders.lists import WrittenList
from thaigov_extract.models import FlagshipProject
from thaigov_extract.resolve import Page

_PLAN_WINDOW = 300

_SHORTEST_NAME = 3
_LONGEST_NAME = 160

_REACH = 250
"""How far before its projects the word for flagship may stand."""

_BEFORE_NAME = 40
"""How far before a quoted name the word stands that makes it a flagship."""

_FEWEST_PROJECTS = 2


def read(page: Page) -> Iterator[FlagshipProject]:
    """Yield the projects of lists that a word for flagship heads, and those that running text names."""
    seen: set[str] = set()
    found = [*_listed(page), *_quoted(page)]
    taken = [place for _, place, _ in found]
    named = named_projects(page.text, *page.layout.body, page.layout.quotes)
    free = (place for place in named if not any(lo < place[1] and place[0] < hi for lo, hi in taken))
    found.extend((None, place, _plan(page, place[0])) for place in free)
    for number, (lo, hi), plan in sorted(found, key=lambda project: project[1]):
        written = page.source.written(lo, hi)
        if written not in seen:
            seen.add(written)
            yield FlagshipProject(number=number, name=written, plan=plan, span=page.source.span(lo, hi))


_Project = tuple[str | None, Range, str | None]


def _listed(page: Page) -> Iterator[_Project]:
    for mention in page.mentions.of(WrittenList):
        heads = headings(page.text, mention.value, page.layout.quotes_in(*mention.value.lead))
        flags = [heading for heading in heads if heading.subject.reads_as == "flagship"]
        if not flags or not _heads(page.text, mention.value, max(flag.hi for flag in flags)):
            continue
        plan = _plan(page, mention.lo)
        for entry in mention.value.entries:
            projects = _projects_of_agency(page.text, entry)
            if projects:
                yield from ((None, project, plan) for project in projects)
            elif page.text.startswith(surroundings("programmes", "stop"), entry.text_lo):
                continue
            elif name := project_name(page.text, entry.text_lo, entry.hi):
                yield entry.number, name, plan


def _heads(text: str, written: WrittenList, at: int) -> bool:
    """Tell whether the list is one of projects, the last word for flagship before it ending at `at`."""
    lead = written.lead[1]
    if lead - at > _REACH or _turn().search(text, at, lead):
        return False
    if written.style or text.startswith(surroundings("programmes", "project"), written.entries[0].text_lo):
        return True
    # "โครงการสำคัญตามแผนแม่บท ได้แก่ การค้า การเกษตร": fields of the plan, no projects.
    if any(lo >= at and subject.reads_as == "policy" for lo, _, subject in written.subjects):
        return False
    return _is_undertaken(text, written.entries) and not any(word in text[at:lead] for word in introducers())


def _is_undertaken(text: str, entries: tuple[Entry, ...]) -> bool:
    """Tell whether most items are actions."""
    actions = sum(text.startswith(surroundings("programmes", "action"), entry.text_lo) for entry in entries)
    return 2 * actions > len(entries)


@cache
def _turn() -> regex.Pattern[str]:
    return regex.compile(rf"[ ]{one_of(surroundings('programmes', 'turn'))}")


@cache
def _project() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=[ \n]){one_of(surroundings('programmes', 'project'))}(?=[\u0e00-\u0e7f])")


def _projects_of_agency(text: str, entry: Entry) -> list[Range]:
    """Return the projects of an item that begins with an agency and goes on with its projects, one after the other."""
    if _project().match(text, entry.text_lo, entry.hi) or not text.startswith(_agencies(), entry.text_lo):
        return []
    found = (match.start() for match in _project().finditer(text, entry.text_lo, entry.hi))
    starts = [at for at in found if not _is_example(text, at)]
    if len(starts) < _FEWEST_PROJECTS:
        return []
    pieces = zip(starts, [*starts[1:], entry.hi], strict=True)
    names = (project_name(text, lo, trimmed(text, lo, hi)) for lo, hi in pieces)
    return [name for name in names if name is not None]


def _is_example(text: str, at: int) -> bool:
    """Tell whether what begins at `at` explains the project before it: "โครงการศิลปะชุมชน เช่น กิจกรรมวาดกำแพง"."""
    before = text[max(0, at - _BEFORE_NAME) : at].rstrip(" ")
    word = next((word for word in introducers() if before.endswith(word)), None)
    return word is not None and not before.removesuffix(word).rstrip(" ").endswith(
        surroundings("programmes", "importance")
    )


def _agencies() -> tuple[str, ...]:
    return surroundings("programmes", "agency")


@cache
def _flagged() -> regex.Pattern[str]:
    flags = one_of(phrases_of("subjects", "flagship"))
    naming = one_of(surroundings("programmes", "naming"))
    plans = one_of(surroundings("programmes", "plan"))
    return regex.compile(rf"(?<!{plans}[ ]?){flags}(?:[ ]?\([^()\n]{{1,30}}\))?(?:[ ]?{naming})?[ ]?$")


def _quoted(page: Page) -> Iterator[_Project]:
    """Yield the projects named in quotes right after a word for flagship: โครงการเรือธง “...”."""
    text = page.text
    lo, hi = page.layout.body
    for quote in page.layout.quotes:
        if not (lo <= quote.lo < hi and _SHORTEST_NAME <= quote.inner_hi - quote.inner_lo <= _LONGEST_NAME):
            continue
        if _flagged().search(text, max(lo, quote.lo - _BEFORE_NAME), quote.lo):
            yield None, (quote.inner_lo, quote.inner_hi), _plan(page, quote.lo - _BEFORE_NAME)


def _plan(page: Page, at: int) -> str | None:
    """Return the quoted policy that is named before `at`."""
    for quote in reversed(page.layout.quotes_in(at - _PLAN_WINDOW, at)):
        if quote.hi <= at:
            before = page.text[max(0, quote.lo - 12) : quote.lo].rstrip(" ")
            if before.endswith(surroundings("programmes", "plan")):
                return page.source.written(quote.inner_lo, quote.inner_hi)
    return None
