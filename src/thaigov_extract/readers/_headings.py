"""Tell what a list is a list of, by the noun that heads its announcement.

In:   a text and a WrittenList with the nouns of its lead.
Out:  Heading: the noun that governs the list.
Not:  names, issuers, and what the items say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from thaigov_extract._layout import Quote
from thaigov_extract._lexicon import one_of, phrase_at, phrases_of, table, values_of
from thaigov_extract.finders.lists import Subject, WrittenList

_NEAR = 50
"""A noun of something else this close to the list makes it a list of that."""

_BEFORE_QUOTE = 14
_SHORT = 4

_SUBSTANCE_REACH = 60
"""How far behind a policy its substance may be spoken of."""

_FOLLOWED = 60
"""A noun behind "ตาม" heads the list only if it stands this close."""

LONGEST_NAME = 160
"""The longest name, quoted or not, of a policy, a project or a body."""

GIVEN = ("policy", "strategy", "plan", "measure", "guideline")
"""The kinds that are set out by name alone."""


class Heading(NamedTuple):
    """The noun at `[lo, hi)` that says what a list is; no characters where something else says it."""

    lo: int
    hi: int
    subject: Subject

    @classmethod
    def behind_lead(cls, written: WrittenList, kind: str) -> Heading:
        """Return the heading of a list of which no noun in its lead says that it is a policy of this kind."""
        return cls(written.lead[1], written.lead[1], Subject("policy", kind))


def policy_kinds() -> dict[str, str]:
    """Return the kind that each policy noun stands for."""
    return values_of("subjects", "policy")


@cache
def given_nouns() -> tuple[str, ...]:
    """Return the nouns of what is set out by name."""
    return tuple(row["phrase"] for row in table("subjects") if row["value"] in GIVEN)


@cache
def giving() -> re.Pattern[str]:
    """Return the pattern of a verb and the noun of the policy that it sets out, at the end of a range."""
    nouns, adjectives = one_of(given_nouns()), one_of(phrases_of("policies", "adjective"))
    return re.compile(rf"{one_of(phrases_of('policies', 'giving'))}(?P<noun>{nouns})(?:{adjectives})?[ ]?$")


@cache
def policy_noun() -> re.Pattern[str]:
    """Return the pattern of a noun of what is set out by name."""
    return re.compile(f"(?P<noun>{one_of(given_nouns())})")


@cache
def any_policy_noun() -> re.Pattern[str]:
    """Return the pattern of a noun of any policy, of what is never set out by name alone, too."""
    return re.compile(f"(?P<noun>{one_of(policy_kinds())})")


def headings(text: str, written: WrittenList, quotes: Sequence[Quote]) -> tuple[Heading, ...]:
    """Return the nouns that head the list, the governing one first, then those that explain or count.

    Nouns inside quotes are names, and head nothing.
    """
    if written.promise is not None and not written.promise.binding and not _follows(written):
        return ()
    counted: Heading | None = None
    explained: Heading | None = None
    for chunk in _chunks(text, written, quotes):
        heading = Heading(*_head_of(text, chunk))
        if _is_counted(text, written, heading):
            counted = counted or heading
        elif heading.subject.value == "panel":
            return ()
        elif heading.subject.reads_as == "other":
            if written.lead[1] - heading.hi <= _NEAR and not _is_of_policy(written, heading):
                return (counted,) if counted and _is_kept(written, counted) else ()
        elif text[max(0, heading.lo - 1)] == "(":
            explained = explained or heading
        elif governing := _governing(text, written, quotes, (heading, explained, counted)):
            return governing
    # Alone, what stands in brackets before a list heads it only if it is no policy.
    rest = explained if explained and explained.subject.reads_as != "policy" else counted
    return (rest,) if rest else ()


def _is_of_policy(written: WrittenList, heading: Heading) -> bool:
    """Tell whether a list gives the substance of a policy named shortly before: "มาตรการ... ซึ่งมีสาระสำคัญ คือ"."""
    before = (s for _, hi, s in written.subjects if hi <= heading.lo <= hi + _SUBSTANCE_REACH)
    named = any(subject.reads_as == "policy" and subject.value in (*GIVEN, "other") for subject in before)
    return named and heading.subject.value == "substance"


def _is_kept(written: WrittenList, counted: Heading) -> bool:
    """Tell whether a counted noun heads the list in spite of another: "สาระสำคัญ ประกอบด้วย 4 ยุทธศาสตร์"."""
    promise = written.promise
    return counted.subject.reads_as != "policy" or (promise is not None and promise.count == len(written.entries))


def _governing(
    text: str,
    written: WrittenList,
    quotes: Sequence[Quote],
    candidates: tuple[Heading, Heading | None, Heading | None],
) -> tuple[Heading, ...]:
    """Return what governs the list if the first candidate has a say: it with what explains or counts, or the count."""
    heading, _, counted = candidates
    if heading.subject.reads_as == "policy":
        if _is_named(heading.hi, written, quotes):
            return (heading,)
        if counted and _is_outdone(heading.subject, counted):
            return (counted,)
        if not _governs(text, written, heading, counted):
            return ()
    return tuple(candidate for candidate in candidates if candidate)


def _is_named(at: int, written: WrittenList, quotes: Sequence[Quote]) -> bool:
    """Tell whether a quoted name follows the noun that ends at `at`: such a policy is no passing mention."""
    end = written.lead[1]
    near = (quote for quote in quotes if at <= quote.lo <= at + _BEFORE_QUOTE)
    return any(quote.hi <= end + 1 and quote.hi - quote.lo > _SHORT for quote in near)


def _is_outdone(subject: Subject, counted: Heading) -> bool:
    """Tell whether the counted noun says more: "เป้าหมาย ... ด้วย 2 มาตรการ" gives measures."""
    return subject.value in ("objective", "principle", "other") and counted.subject.reads_as == "policy"


def _governs(text: str, written: WrittenList, heading: Heading, counted: Heading | None) -> bool:
    """Tell whether a policy noun is the matter of the lead, and no count of other things follows it."""
    if _is_passing(text, heading.lo):
        return False
    end = written.lead[1]
    followed = heading.subject.value != "resolution" and end - heading.hi > _FOLLOWED
    if followed and text.endswith(phrases_of("policies", "following"), 0, heading.lo):
        return False
    if any(word in text[heading.hi : end] for word in phrases_of("policies", "void")):
        return False
    return not (counted and counted.subject.reads_as == "other" and counted.lo - heading.hi > _NEAR)


def _follows(written: WrittenList) -> bool:
    """Tell whether a noun stands between a count of things and the list, so that the list need not be of the things."""
    promise = written.promise
    return promise is not None and any(lo >= promise.hi for lo, _, s in written.subjects if s.reads_as != "other")


def _chunks(text: str, written: WrittenList, quotes: Sequence[Quote]) -> list[list[tuple[int, int, Subject]]]:
    """Return the nouns of the lead by the unbroken runs in which they stand, the last run first."""
    lo, hi = written.lead
    quoted = [(q.lo, q.hi) for q in quotes if lo <= q.lo < hi and q.hi <= hi and q.hi - q.lo < LONGEST_NAME]
    chunks: list[list[tuple[int, int, Subject]]] = []
    for hit in written.subjects:
        if any(a < hit[0] < b for a, b in quoted) or not _may_head(text, hit):
            continue
        if chunks and text.find(" ", chunks[-1][-1][1], hit[0]) < 0:
            chunks[-1].append(hit)
        else:
            chunks.append([hit])
    return chunks[::-1]


def _may_head(text: str, hit: tuple[int, int, Subject]) -> bool:
    """Tell whether a noun of something else begins its run or follows a count or a verb: not "ภายในประเทศ"."""
    lo, _, subject = hit
    if subject.reads_as != "other" or subject.value == "panel" or lo == 0:
        return True
    before = text[max(0, lo - 12) : lo]
    return before[-1] in ' \n0123456789"”“' or before.endswith(phrases_of("policies", "governing"))


def is_free(text: str, written: WrittenList, *, counted: bool = False) -> bool:
    """Tell whether no noun of something else stands close before the list, or before its count, and may head it."""
    end = written.promise.lo if counted and written.promise else written.lead[1]
    near = (hit for hit in written.subjects if hit[2].reads_as != "policy" and 0 <= end - hit[1] <= _NEAR)
    return not any(_may_head(text, hit) for hit in near)


def _head_of(text: str, chunk: list[tuple[int, int, Subject]]) -> tuple[int, int, Subject]:
    """Return the noun that heads a run: the first that a verb or preposition governs, else the first."""
    if chunk[0][2].value == "resolution" and len(chunk) > 1 and _decides(text, chunk[0][1], chunk[1]):
        return chunk[1]
    panel = next((hit for hit in chunk if hit[2].value == "panel"), None)
    if panel or chunk[0][2].reads_as != "other":
        return panel or chunk[0]
    governing = phrases_of("policies", "governing")
    governed = (hit for hit in chunk[1:] if text.endswith(governing, max(0, hit[0] - 12), hit[0]))
    return next((hit for hit in governed if hit[2].reads_as == "policy"), chunk[0])


def _decides(text: str, at: int, hit: tuple[int, int, Subject]) -> bool:
    """Tell whether what is decided, at the end of "มีมติ", is the policy of the next noun: "มีมติเห็นชอบร่างแผน..."."""
    match = _decision().fullmatch(text, at, hit[0])
    return match is not None and hit[2].value in GIVEN


@cache
def _decision() -> re.Pattern[str]:
    verbs, drafts = one_of(phrases_of("policies", "deciding")), one_of(phrases_of("policies", "drafting"))
    return re.compile(rf"(?:{one_of(phrases_of('policies', 'enabling'))})?{verbs}(?:{drafts}){{0,2}}")


def _is_counted(text: str, written: WrittenList, heading: Heading) -> bool:
    """Tell whether the noun is only what a promise counts: "3 มาตรการ"."""
    lo, hi = heading.lo, heading.hi
    before = text[max(0, lo - 3) : lo].rstrip(" ")
    if not before or not before[-1].isdecimal():
        return False
    hi += len(phrase_at(text, phrases_of("policies", "adjective"), hi))
    return hi >= written.lead[1] or text[hi] in " :("


def _is_passing(text: str, lo: int) -> bool:
    return text.endswith(phrases_of("policies", "passing"), max(0, lo - 20), lo)
