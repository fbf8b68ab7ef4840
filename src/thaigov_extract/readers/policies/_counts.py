"""Tell by a count that a list sets out a policy: its points are as many as the words before it count.

In:   Page and a list.
Out:  Heading: the noun that is counted, or the verb that drives what is counted; None where nothing is.
Not:  lists that a noun alone heads.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._lexicon import Phrases, one_of, phrases_of, values_of
from thaigov_extract._source import octets_of
from thaigov_extract.finders.lists import Promise, Subject, WrittenList
from thaigov_extract.readers._headings import GIVEN, Heading, is_free, policy_kinds
from thaigov_extract.readers.policies._names import count_before, is_lettered, is_name
from thaigov_extract.resolve import Page

_NAMED_REACH = 120
"""How far before letters the noun may stand that says of what kind they are."""

_PROGRAMME_REACH = 110
"""How far before the count of its stages a programme is named."""

_SLOGAN_REACH = 60
"""How far before a list a slogan of several counts may begin."""

_DRIVEN_REACH = 60
"""How far before a count the verb may end that drives what is counted."""

_LAST_WORDS = 24
"""So little may stand between that count and the list."""

_FEWEST_COUNTED = 3
"""A count of so many points is kept by a list further off."""


def counted_in_headline(page: Page, written: WrittenList) -> Heading | None:
    """Return the noun of the headline that counts as many points as the list has: "ออก 7 มาตรการช่วยผู้กู้"."""
    if written.partial or not is_free(page.text, written) or not (written.style or acts(page.text, written)):
        return None
    for match in _counted_noun().finditer(page.text, *page.layout.headline):
        if int(match["count"]) == len(written.entries):
            return Heading.behind_lead(written, policy_kinds()[match["noun"]])
    return None


@cache
def _counted_noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,/-])(?P<count>\d{{1,2}})[ ]?(?P<noun>{one_of(policy_kinds())})")


def counted_before(text: str, written: WrittenList) -> Heading | None:
    """Return the policy noun in the words before a list that is counted as often as the list has points."""
    first = written.entries[0].mark
    announced = written.introducer is not None and len(written.entries) >= _FEWEST_COUNTED
    if first is None or not (announced or (written.introducer is None and first.begins_line)):
        return None
    for lo, hi, subject in written.subjects:
        count = count_before().search(text, max(0, lo - 4), lo)
        if subject.reads_as == "policy" and count and int(count[0]) == len(written.entries):
            return Heading(lo, hi, subject)
    return None


def lettered(text: str, written: WrittenList) -> Heading | None:
    """Return the name of a principle of letters whose points the list gives: "หลัก 3R คือ ...", "หลัก 5 ส. คือ ..."."""
    promise = _kept(written)
    if promise is None or written.lead[1] - promise.hi > 1 or not is_lettered(text, *promise.span):
        return None
    return Heading(*promise.span, Subject("letters", _kind_before(text, written, promise.lo)))


def slogan(page: Page, written: WrittenList) -> Heading | None:
    """Return the name before a list that counts its points: "เรียกว่า “4 เมนูคลองใส” ได้แก่", "หลักการ 4 ไม่ 6 มี คือ"."""
    lo, hi = written.lead
    for quote in page.layout.quotes_in(lo, hi)[-1:]:
        count = _counting_first().match(page.text, quote.inner_lo, quote.inner_hi)
        if count and int(count[0]) == len(written.entries) and quote.hi >= hi - 1 and is_name(quote):
            return Heading(
                quote.inner_lo, quote.inner_hi, Subject("slogan", _kind_before(page.text, written, quote.lo))
            )
    match = _double_slogan().search(page.text, max(lo, hi - _SLOGAN_REACH), hi)
    if match:
        return Heading(*match.span(), Subject("slogan", _kind_before(page.text, written, match.start())))
    match = _principle().search(page.text, max(lo, hi - _SLOGAN_REACH), hi)
    kept = match is not None and int(match["count"]) == len(written.entries)
    return Heading(*match.span("name"), Subject("slogan", "principle")) if match and kept else None


@cache
def _double_slogan() -> re.Pattern[str]:
    part = rf"[0-9]{{1,2}}[ ]?{one_of(phrases_of('policies', 'slogan'))}"
    return re.compile(rf"(?<![0-9.,/-]){part}(?:[ ]?{part}){{1,3}}(?![ก-๎])")


@cache
def _principle() -> re.Pattern[str]:
    # "ยึดหลัก 4 ไม่", "ยึด “หลัก 4 ไม่”": directly before the list.
    named, word = one_of(phrases_of("policies", "principled")), one_of(phrases_of("policies", "slogan"))
    return re.compile(rf"{named}[ ]?[“\"]?(?P<name>(?P<count>[0-9]{{1,2}})[ ]?{word})[”\"]?[ ]?$")


@cache
def _counting_first() -> re.Pattern[str]:
    return re.compile(r"[0-9]{1,2}(?=[ ]?[ก-๎])")


def _kind_before(text: str, written: WrittenList, at: int) -> str:
    """Return the kind of the policy noun that stands last before a name at `at`; without one it is a principle."""
    if text.endswith(phrases_of("policies", "principled"), 0, at - (text[at - 1 : at] == " ")):
        return "principle"
    nouns = (hit for hit in reversed(written.subjects) if hit[2].reads_as == "policy" and at - hit[0] >= 0)
    return next((hit[2].value for hit in nouns if at - hit[0] <= _NAMED_REACH), "principle")


def counts_points(text: str, written: WrittenList) -> bool:
    """Tell whether the words before a list promise as many points of a policy as it has: "4 ด้าน", "3 ประเด็น"."""
    promise = _kept(written)
    return promise is not None and text.endswith(phrases_of("policies", "point"), *promise.span)


def _kept(written: WrittenList) -> Promise | None:
    """Return the promise before a list that has as many points, and gives no mere examples."""
    promise = written.promise
    return promise if promise and not written.partial and promise.count == len(written.entries) else None


def driven(text: str, written: WrittenList) -> Heading | None:
    """Return the verb that drives as many points as the list has: "มุ่งเน้นการพัฒนา 4 ด้าน ได้แก่"."""
    promise = _kept(written)
    kind = _portion(text[slice(*promise.span)]) if promise else None
    if promise is None or kind is None or not (written.style or acts(text, written)):
        return None
    if written.lead[1] - promise.hi > _LAST_WORDS or not is_free(text, written, counted=True):
        return None
    hi = promise.lo
    lo = max(written.lead[0], hi - _DRIVEN_REACH)
    verbs = [hit for hit in _driving().scan(octets_of(text[lo:hi])) if hit.row is not None]
    if not verbs or not verbs[-1].row:
        return None
    return Heading(lo + verbs[-1].lo, lo + verbs[-1].hi, Subject("driven", kind))


def staged(page: Page, written: WrittenList) -> Heading | None:
    """Return the word for a programme whose stages or activities the list counts: "โครงการ... ประกอบด้วย 5 ขั้นตอน"."""
    promise, text = _kept(written), page.text
    if promise is None or not written.style or written.lead[1] - promise.hi > _LAST_WORDS:
        return None
    if not text.endswith(phrases_of("policies", "portion", "other"), *promise.span):
        return None
    match = _programme().search(text, max(written.lead[0], promise.lo - _PROGRAMME_REACH), promise.lo)
    return Heading(*match.span("word"), Subject("driven", "other")) if match else None


@cache
def _programme() -> re.Pattern[str]:
    programmes, consisting = (one_of(phrases_of("policies", kind)) for kind in ("programme", "consisting"))
    return re.compile(rf"(?P<word>{programmes})[^\n]{{0,90}}?{consisting}[ ]?$")


def _portion(counted: str) -> str | None:
    """Return of what kind the points are that a promise counts: measures, say, or the steps of a programme."""
    kinds = policy_kinds() | values_of("policies", "portion")
    kind = next((kind for word, kind in kinds.items() if counted.endswith(word)), None)
    return kind or ("policy" if counted.endswith(phrases_of("policies", "point")) else None)


def aspects(text: str, written: WrittenList) -> Heading | None:
    """Return the count of aspects or stages of what is done, where the list has as many: "พัฒนาชุมชนรวม 5 มิติ ได้แก่"."""
    promise = _kept(written)
    if promise is None or not written.style or written.lead[1] - promise.hi > _LAST_WORDS:
        return None
    if not text.endswith(phrases_of("policies", "aspect"), *promise.span) or text.startswith(_longer(), promise.hi):
        return None
    if not is_free(text, written, counted=True) or _is_told(text, written, promise.lo):
        return None
    return Heading(*promise.span, Subject("driven", "policy"))


def acted(text: str, written: WrittenList) -> Heading | None:
    """Return the end of the words before three actions or more that they neither count nor only tell of."""
    if not written.style or written.partial or written.introducer is None or written.promise is not None:
        return None
    end = written.lead[1]
    if len(written.entries) < _FEWEST_COUNTED or not acts(text, written) or not is_free(text, written):
        return None
    if _is_told(text, written, end):
        return None
    idle = phrases_of("policies", "idle")
    if 2 * sum(text.startswith(idle, entry.text_lo) for entry in written.entries) >= len(written.entries):
        return None
    before = text[max(written.lead[0], end - _DRIVEN_REACH) : end]
    if any(word in before for word in (*phrases_of("policies", "telling"), *phrases_of("policies", "undecided"))):
        return None
    nearest = next((subject.value for *_, subject in reversed(written.subjects) if subject.value in GIVEN), "")
    return Heading.behind_lead(written, "measure" if nearest == "measure" else "guideline")


def _is_told(text: str, written: WrittenList, at: int) -> bool:
    """Tell whether the words of a list before `at` speak of what is measured, told or suffered, or of a training."""
    before = text[max(written.lead[0], at - _PROGRAMME_REACH) : at]
    taught = any(subject.reads_as == "training" for *_, subject in written.subjects)
    return taught or any(word in before for word in phrases_of("policies", "judging"))


@cache
def _longer() -> tuple[str, ...]:
    return phrases_of("policies", "no_aspect")


@cache
def _driving() -> Phrases[bool | None]:
    """Return the verbs that drive a policy, the words that part what they drive, and longer words that are neither."""
    readings = (("driving", True), ("parting", False), ("undriving", None))
    return Phrases((phrase, row) for reads_as, row in readings for phrase in phrases_of("policies", reads_as))


def acts(text: str, written: WrittenList) -> bool:
    """Tell whether half the points of a list are actions."""
    actions = phrases_of("policies", "action")
    return 2 * sum(text.startswith(actions, entry.text_lo) for entry in written.entries) >= len(written.entries)
