"""Find people: prefix, given and family name, with the positions that the text attaches.

In:   Layout.
Out:  mentions of WrittenPerson, WrittenRole (a title that stands for its holder) and SpeechCue.
Not:  who is the same person, or who is an official.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeGuard

from thaigov_extract._layout import Layout
from thaigov_extract._lexicon import Hit, one_of, phrases_of
from thaigov_extract._mentions import Mention
from thaigov_extract._people.english import ends_in_head, read_english_title, read_latin_name
from thaigov_extract._people.names import SpeechCue, WrittenPerson, WrittenRole
from thaigov_extract._people.positions import WrittenPosition, opens_position, read_positions, whole_title
from thaigov_extract._people.words import Window, Word, Words

_LONGEST_STACK = 4
"""Prefixes in a row behind the first, at most."""
_WIDEST_GAP = 6
"""Between given and family name."""
_WIDEST_COLUMN = 60
"""Between them where names and positions are set in columns."""
_ONE_LETTER = 2
"""The length of an abbreviation of one letter: "ศ."."""
_LONGEST_GIVEN = 20
_SURELY_BOTH = 12
"""A name of at least this many characters without a space is given and family name."""
_SHORTEST_FAMILY = 4
_LONGEST_FAMILY = 26
_LONGEST_BARE_FAMILY = 14
_LONGEST_FURTHER = 14
_FEW_FURTHER = 3
_MOST_FURTHER = 6
"""Words of a name behind its second, at most; so many only where Latin letters follow."""
_SURE_INSIDE = 5
"""A title of at least this many characters is no accident inside a word."""
_SURE_STOP = 8
"""No given name begins with a stop of so many characters: "พร้อมด้วย"."""
_SURE_WORD = 4
"""No name in full holds a word of so many characters that speaks of somebody."""
_SHORT_UNIT = 3
"""Words for units up to this length begin family names too: "กองแก้ว"."""
_LONGEST_SYLLABLE = 6
_LONGEST_GLUE = 16
_LONGEST_OTHER_NAME = 32
_SHORT_LINE = 60
"""A line up to this length may hold a name alone, and the next line its position."""
_LOOKBACK = 130
_ROW_REACH = 40
"""Between an office and the word that opens the row of those who hold it: "วิทยากรในครั้งนี้ ได้แก่"."""
_REWARD_REACH = 70
"""Between what is won or suffered and the name of the first who did: "รางวัลชนะเลิศประเภททีม ได้แก่"."""
_LONGEST_MARKER = 16
_LONGEST_PLOT = 28
_LONGEST_APPOINTMENT = 400
_COMMA = ", "
"""Between a name and a title in English."""
_ABBREVIATED = "ฯ"
_REPORTED, _SAID = SpeechCue(reports=True), SpeechCue(reports=False)
_OPENING_QUOTES = ("“", '"', "‘")
_CLOSING_QUOTES = ("”", '"', "’")


class _Name(NamedTuple):
    """A name without its prefix, up to the folded offset `hi`."""

    given: str
    family: str | None
    hi: int


@cache
def _tails() -> frozenset[str]:
    return frozenset(phrases_of("people", "of"))


@cache
def _name_word() -> re.Pattern[str]:
    # A Thai word as names are spelt, hyphens allowed inside: without ฯ and ๆ.
    return re.compile(r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,40}(?:-[ก-ฮะ-ฺเ-ๅ็-๎]{1,20})?")


@cache
def _counts_men() -> re.Pattern[str]:
    # "เจ้าหน้าที่ 63 นาย เรือ 18 ลำ": a number of up to three digits, so no year.
    return re.compile(r"(?<!\d)\d{1,3} $")


@cache
def _said() -> re.Pattern[str]:
    that = one_of(phrases_of("people", "that"))
    return re.compile(rf"[^\n“\"]{{0,60}}?{that}[ “\"]")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r"[ ]{1,3}ณ[ ]{1,3}([ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,20})")


def find(layout: Layout) -> Iterator[Mention[object]]:
    """Yield every person, title alone and verb of speech."""
    searched = Words(layout.source)
    people: list[Mention[WrittenPerson]] = []
    free = 0
    for hit in searched.triggers():
        if hit.lo < free:
            continue
        found = _read(searched, hit, free)
        if found is None:
            continue
        if not _is_person(found):
            yield found
        elif not (people and _is_alias(layout.text, people[-1], found)):
            people.append(found)
            free = found.value.phrase_hi
    yield from _share(layout.text, _rewarded(layout.text, _ranked(searched, people)))


def _is_person(mention: Mention[object]) -> TypeGuard[Mention[WrittenPerson]]:
    return isinstance(mention.value, WrittenPerson)


def _read(words_of_text: Words, hit: Hit[Word], free: int) -> Mention[object] | None:
    """Return what begins with the word at `hit`: a person, a title alone, a verb of speech."""
    match hit.row.role:
        case "prefix":
            return _read_person(words_of_text, hit, free)
        case "office":
            return _read_role(words_of_text, hit)
        case "manner" if _said().match(words_of_text.text, hit.hi) is None:
            return None
        case role:
            cue = _REPORTED if role == "manner" or hit.row.value == "that" else _SAID
            return Mention(hit.lo, hit.hi, cue, "speech")


def _read_role(words_of_text: Words, hit: Hit[Word]) -> Mention[object] | None:
    """Return the title at `hit` as one that stands for its holder, or the person named without prefix behind it."""
    if hit.row.takes == "state":
        return _read_head_of_state(words_of_text, hit)
    if hit.row.takes == "none":
        bare = _read_bare_between(words_of_text, hit) or _read_quoted(words_of_text, whole_title(hit))
        return bare or Mention(hit.lo, hit.hi, WrittenRole(whole_title(hit), hit.hi), "role")
    positions, end = read_positions(Window(words_of_text, hit.lo), hit.lo)
    if not positions:
        return None
    person = _read_bare(words_of_text, hit.lo, positions[0].hi) or _read_quoted(words_of_text, positions[0])
    return person or Mention(hit.lo, positions[0].hi, WrittenRole(positions[0], end), "role")


def _is_alias(text: str, before: Mention[WrittenPerson], person: Mention[WrittenPerson]) -> bool:
    """Tell whether `person` is the one before again, in Latin script and parentheses."""
    between = text[before.hi : person.lo]
    return person.value.kind == "latin" and between.endswith("(") and ")" not in between and len(between) <= _LOOKBACK


def _ranked(words_of_text: Words, people: list[Mention[WrittenPerson]]) -> list[Mention[WrittenPerson]]:
    """Return `people`; names in a row share the office that stands before the word that opens the row."""
    text, openers = words_of_text.text, phrases_of("people", "row")
    office: tuple[WrittenPosition, ...] = ()
    for index, person in enumerate(people):
        value = person.value
        before = people[index - 1].value.phrase_hi if index else 0
        if value.positions or not value.family:
            office = office if not value.positions and office else ()
            continue
        if not (office and _next_in_row().fullmatch(text, before, person.lo)):
            opener = _number_before(text, person.lo)
            office = ()
            if text.endswith(openers, before, opener):
                written = next(word for word in openers if text.endswith(word, before, opener))
                office = tuple(_office_of_row(words_of_text, opener - len(written), before))
        if office:
            people[index] = Mention(person.lo, person.hi, value._replace(shared=office), person.rule)
    return people


def _rewarded(text: str, people: list[Mention[WrittenPerson]]) -> list[Mention[WrittenPerson]]:
    """Return `people`; who is named without office behind a prize is private, and so are the others in the row."""
    private = 0
    for index, person in enumerate(people):
        value = person.value
        bare = not (value.positions or value.shared) and value.family is not None
        if bare and not value.private and (_is_rewarded(text, person.lo) or _goes_on(text, private, person.lo)):
            value = value._replace(private=True)
            people[index] = Mention(person.lo, person.hi, value, person.rule)
        if bare and value.private:
            _reward_before(text, people, index)
        private = person.hi if bare and value.private else 0
    return people


def _is_rewarded(text: str, lo: int) -> bool:
    """Tell whether the name at `lo` is the first behind what is won or suffered: "รางวัลชนะเลิศ ได้แก่"."""
    opener = _number_before(text, lo)
    begin = max(text.rfind("\n", max(0, opener - _REWARD_REACH), opener), opener - _REWARD_REACH, 0)
    if not text.endswith(phrases_of("people", "row") + phrases_of("people", "given"), begin, opener):
        return False
    return any(text.find(cue, begin, opener) >= 0 for cue in phrases_of("people", "private", "row"))


def _goes_on(text: str, before: int, lo: int) -> bool:
    """Tell whether a name at `lo` is the next of the row that the name up to `before` belongs to."""
    return before > 0 and lo - before <= _REWARD_REACH and _next_rewarded().fullmatch(text, before, lo) is not None


def _reward_before(text: str, people: list[Mention[WrittenPerson]], index: int) -> None:
    """Mark those named in a row before the private person at `index`."""
    while index:
        value, hi = people[index - 1].value, people[index - 1].hi
        if value.private or value.positions or value.shared:
            break
        if not _next_in_row().fullmatch(text, hi, people[index].lo):
            break
        index -= 1
        people[index] = people[index]._replace(value=value._replace(private=True))


@cache
def _next_rewarded() -> re.Pattern[str]:
    # A nickname, a team or a place may stand between numbered names: "1) นายสมชาย ใจดี ทีมปลาทอง 2)".
    joint = one_of(phrases_of("people", "weak", "and"))
    aside = r"(?:[“\"(][^”\")\n]{1,24}[”\")])?"
    return re.compile(
        rf"""[ ]{{0,3}}{aside} (?: [ ]{{0,3}},?[ ]{{0,3}}(?:{joint})?[ ]{{0,3}}
        | (?:[ ][^\n]{{1,60}})?\s{{1,3}}\d{{1,2}}[.)][ ]{{0,4}} )""",
        re.VERBOSE,
    )


def _number_before(text: str, lo: int) -> int:
    """Return the end of what stands before the space, the line break and the number of a name at `lo`."""
    before = text[lo - 1 : lo]
    if before.isalpha():
        return lo
    marker = _marker().search(text, max(0, lo - _LONGEST_MARKER), lo)
    return marker.start() if marker else lo


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"(?<![\s\d.):])[\s:]{0,8}(?:\d{1,2}[.)][ ]{0,4})?\Z")


@cache
def _next_in_row() -> re.Pattern[str]:
    joint = one_of(phrases_of("people", "weak", "and"))
    return re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:{joint})?\s{{0,3}}(?:\d{{1,2}}[.)][ ]{{0,4}})?")


def _office_of_row(words_of_text: Words, end: int, free: int) -> list[WrittenPosition]:
    """Return the office that names in a row behind `end` hold: what they are appointed to, else what stands last."""
    text = words_of_text.text
    line = max(free, end - _LONGEST_APPOINTMENT, text.rfind("\n", 0, end) + 1)
    for word in phrases_of("people", "appointing"):
        at = text.find(word, line, end)
        if at >= 0:
            window = Window(words_of_text, at)
            office = window.past_spaces(at + len(word))
            return read_positions(window, office)[0][:1] if opens_position(window, office) else []
    begin = max(line, end - _LOOKBACK)
    window = Window(words_of_text, begin)
    found: list[WrittenPosition] = []
    at = begin
    for hit in window.joints_between(begin, end):
        if hit.lo >= at and opens_position(window, hit.lo) and _may_begin_office(text, begin, hit.lo):
            positions, at = read_positions(window, hit.lo)
            if at <= end:
                found = positions
    return found[-1:] if found and end - found[-1].hi <= _ROW_REACH else []


def _may_begin_office(text: str, begin: int, lo: int) -> bool:
    glue = (*phrases_of("people", "glue"), *phrases_of("people", "stop", "post"), *phrases_of("people", "stop", "link"))
    return not "ก" <= text[lo - 1 : lo] <= "๎" or text.endswith(glue, begin, lo)


def _share(text: str, people: list[Mention[WrittenPerson]]) -> Iterator[Mention[WrittenPerson]]:
    """Yield `people`; of names in a row, those before the last share its positions."""
    for index in range(len(people) - 2, -1, -1):
        person, following = people[index : index + 2]
        value = person.value
        others = following.value.positions or following.value.shared
        if value.positions or not value.family or not others or others[0].lo < following.hi:
            continue
        joint = text[person.hi : following.lo]
        in_row = index > 0 and _joint().fullmatch(text, people[index - 1].hi, person.lo) is not None
        if _joint().fullmatch(joint) or (in_row and joint.strip() in phrases_of("people", "weak", "and")):
            people[index] = Mention(person.lo, person.hi, value._replace(shared=others), person.rule)
    return iter(people)


@cache
def _joint() -> re.Pattern[str]:
    # Names in a row, numbered or not: with a word between them the position is the last one's only.
    return re.compile(r"[ ]{0,3},?[ ]{0,3}(?:\d{1,2}[.)][ ]?)?")


def _read_person(words_of_text: Words, first: Hit[Word], free: int) -> Mention[WrittenPerson] | None:
    text = words_of_text.text
    if not _may_begin(text, first) or _stands_alone(words_of_text, first.lo):
        return None
    window = Window(words_of_text, first.hi)
    lo, at, kind = _whole_prefix(window, first)
    name = _read_name(window, window.past_spaces(at))
    if name is None:
        return None
    positions, phrase_hi = _attached(words_of_text, window, name)
    phrase_lo = lo
    if not positions:
        positions, phrase_lo = _before(words_of_text, lo, free)
        if positions and text[lo - 1] == "(" and text[name.hi : name.hi + 1] == ")":
            phrase_hi = name.hi + 1
    if not _stands(kind, name, window, at, bool(positions)):
        return None
    if kind == "title":
        name, at = name._replace(given=text[lo : name.hi]), lo
    value = WrittenPerson(
        prefix=None if kind in ("self", "courtesy") else text[lo:at].strip() or None,
        given=name.given,
        family=name.family,
        positions=tuple(positions),
        shared=(),
        phrase_lo=phrase_lo,
        phrase_hi=max(name.hi, phrase_hi),
        firm=bool(positions) or _ends_at(window, name.hi),
        private=not positions and (first.row.phrase in phrases_of("people", "child") or _is_private(text, lo, name)),
        kind=kind,
    )
    return Mention(lo, name.hi, value, "person")


def _whole_prefix(window: Window, first: Hit[Word]) -> tuple[int, int, str]:
    """Return the range of the prefixes in a row that begin with `first`, and the class of them."""
    at, kind = first.hi, first.row.value
    for _ in range(_LONGEST_STACK):
        hit = window.at(window.past_spaces(at))
        if kind == "courtesy" or hit is None or hit.row.role != "prefix":
            break
        at, kind = hit.hi, hit.row.value if kind == "loose" or hit.row.value == "royal" else kind
    lo, at = _whole_rank(window.text, first.lo, at) if kind == "rank" else (first.lo, at)
    return lo, at, kind


def _whole_rank(text: str, lo: int, at: int) -> tuple[int, int]:
    """Return `[lo, at)` with the words that belong to the rank there: "ว่าที่ ร.ต.หญิง "."""
    aheads, suffixes = _parts_of_ranks()
    if text.endswith(aheads, 0, lo):
        lo -= next(len(written) for written in aheads if text.endswith(written, 0, lo))
    if text.startswith(suffixes, at):
        at += next(len(written) for written in suffixes if text.startswith(written, at))
    return lo, at


@cache
def _parts_of_ranks() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what may stand right before a rank, and right behind one."""
    aheads = tuple(written for word in phrases_of("people", "ahead") for written in (word, word + " "))
    return aheads, tuple(
        written for word in phrases_of("people", "suffix") for written in (word + " ", f" {word} ", f"({word})")
    )


def _stands(kind: str, name: _Name, window: Window, at: int, held: bool) -> bool:  # noqa: FBT001 - a fact, no option
    """Tell whether a prefix of this kind makes a person of the name: some need a position or a verb behind it."""
    if kind == "loose":
        glued = window.text.startswith(name.given, at)
        if name.family is None:
            return glued and held and len(name.given) >= _SURELY_BOTH and not _is_clause(window, at, name.hi)
        if not (held or window.at(at) is None):
            return False
        return glued and (held or _stopped(window, name.hi)) and not _is_clause(window, at, name.hi, _SURE_WORD)
    if kind == "courtesy":
        return held and _is_plain(name, window, at)
    return held or kind not in ("monk", "title", "royal")


def _is_clause(window: Window, lo: int, hi: int, shortest: int = _ONE_LETTER + 1) -> bool:
    """Tell whether `[lo, hi)` holds a word that no name holds: "ครูยุคใหม่จึงต้องเป็นผู้นำ"."""
    return any(
        word.row.role in ("stop", "weak", "speech") and word.hi - word.lo >= shortest for word in window.between(lo, hi)
    )


def _is_plain(name: _Name, window: Window, at: int) -> bool:
    """Tell whether the name at `at` has one family name, and neither part begins like a word of the tables."""
    if name.family is None or " " in name.family or not window.text.startswith(name.given, at):
        return False
    return window.at(at) is None and window.at(name.hi - len(name.family)) is None


def _read_bare(words_of_text: Words, lo: int, at: int) -> Mention[WrittenPerson] | None:
    """Return a person named without prefix right behind an abbreviated title: "รมว.สมชาย ใจดี รัฐมนตรี"."""
    if words_of_text.text[at - 1] != ".":
        return None
    window = Window(words_of_text, at)
    name = _read_thai(window, at)
    if name is None or name.family is None or len(name.family) < _SHORTEST_FAMILY:
        return None
    positions, phrase_hi = _attached(words_of_text, window, name)
    if not positions and (len(name.family) > _LONGEST_BARE_FAMILY or not _stopped(window, name.hi)):
        return None
    value = _unprefixed(name, positions, lo, phrase_hi)
    return Mention(at, name.hi, value._replace(firm=bool(positions)), "bare name")


def _read_bare_between(words_of_text: Words, hit: Hit[Word]) -> Mention[WrittenPerson] | None:
    """Return a person named without prefix between two titles: "รองนายกรัฐมนตรี สมชาย ใจดี รัฐมนตรีพาณิชย์"."""
    at = hit.hi + 1
    if not words_of_text.text.startswith(" ", hit.hi) or words_of_text[at] is not None:
        return None
    window = Window(words_of_text, at)
    name = _read_thai(window, at)
    if name is None or name.family is None or not _opens_after(window, name.hi):
        return None
    positions, phrase_hi = _attached(words_of_text, window, name)
    if not positions:
        return None
    value = _unprefixed(name, [whole_title(hit), *positions], hit.lo, phrase_hi)
    return Mention(at, name.hi, value, "bare name")


def _read_head_of_state(words_of_text: Words, hit: Hit[Word]) -> Mention[object] | None:
    """Return the head of a state who is named without prefix right behind the title: "ประธานาธิบดีจอห์น สมิธ"."""
    at = hit.hi + words_of_text.text.startswith(" ", hit.hi)
    window = Window(words_of_text, at)
    name = None if window.at(at) else _read_thai(window, at)
    if name is None or name.family is None or window.at(name.hi - len(name.family)):
        return None
    name = _with_syllable(window, name)
    positions, hi = _attached(words_of_text, window, name)
    value = _unprefixed(name, [whole_title(hit), *positions], hit.lo, hi)
    return Mention(at, name.hi, value, "bare name")


def _with_syllable(window: Window, name: _Name) -> _Name:
    """Return `name` with a further syllable, as the names of our neighbours have three: "มุน แช อิน"."""
    at = window.past_spaces(name.hi)
    match = _name_word().match(window.text, at, window.hi) if window.at(at) is None else None
    if match is None or at == name.hi or match.end() - at > _LONGEST_SYLLABLE:
        return name
    return _Name(name.given, f"{name.family} {match[0]}", match.end())


def _read_quoted(words_of_text: Words, held: WrittenPosition) -> Mention[WrittenPerson] | None:
    """Return the person whose name in full stands in quotes behind a title: "รมว.พาณิชย์ “สมชาย ใจดี”".

    So do headlines write; within a sentence quotes hold a slogan.
    """
    text, at = words_of_text.text, held.hi + words_of_text.text.startswith(" ", held.hi)
    if not text.startswith(_OPENING_QUOTES, at) or held.organisation is None:
        return None
    if text[max(0, held.lo - 1) : held.lo].strip("\n"):
        return None
    window = Window(words_of_text, at + 1)
    name = None if window.at(at + 1) else _read_thai(window, at + 1)
    if name is None or name.family is None or not text.startswith(_CLOSING_QUOTES, name.hi):
        return None
    if window.at(name.hi - len(name.family)) or len(name.family) > _LONGEST_BARE_FAMILY:
        return None
    return Mention(at + 1, name.hi, _unprefixed(name, [held], held.lo, name.hi + 1), "quoted name")


def _unprefixed(name: _Name, positions: list[WrittenPosition], lo: int, hi: int) -> WrittenPerson:
    return WrittenPerson(
        prefix=None,
        given=name.given,
        family=name.family,
        positions=tuple(positions),
        shared=(),
        phrase_lo=lo,
        phrase_hi=max(name.hi, hi),
        firm=True,
        private=False,
        kind="none",
    )


def _stands_alone(words_of_text: Words, lo: int) -> bool:
    """Tell whether the word at `lo` is a common noun that only begins like prefix and name."""
    text, nouns = words_of_text.text, phrases_of("people", "shield", "whole")
    if not text.startswith(nouns, lo):
        return False
    match = _name_word().match(text, lo)
    if match is None or match[0] in nouns:
        return match is not None
    # "ชั้นนายพลในตำแหน่ง"
    glued = words_of_text[max(lo + len(noun) for noun in nouns if text.startswith(noun, lo))]
    return glued is not None and glued.row.role == "stop"


def _may_begin(text: str, hit: Hit[Word]) -> bool:
    """Tell whether the prefix at `hit` is no end of another word."""
    lo, word = hit.lo, hit.row
    before = text[lo - 1 : lo]
    if word.value == "latin" and ends_in_head(text, lo):
        return False
    if word.value == "civil" and text[hit.hi : hit.hi + 1] == " " and _counts_men().search(text, max(0, lo - 5), lo):
        return False
    if not before or not "ก" <= before <= "๎":
        # "ม.ท.ศ. และคุณสมศรี": the last letter of an abbreviation.
        return before != "." or hit.hi - lo > _ONE_LETTER
    begin = max(0, lo - _LONGEST_GLUE)
    spelt_out = word.value != "loose" and hit.hi - lo >= _SURE_INSIDE and not word.phrase.endswith(".")
    if word.value == "civil" or spelt_out:
        return not text.endswith(phrases_of("people", "stem"), begin, lo)
    return text.endswith(phrases_of("people", "glue"), begin, lo)


def _read_name(window: Window, start: int) -> _Name | None:
    if start >= window.hi:
        return None
    return _read_thai(window, start) or _read_latin(window, start)


def _read_thai(window: Window, start: int) -> _Name | None:
    text = window.text
    match = _name_word().match(text, start, window.hi)
    if match is None or _is_word(window, start, match.end()):
        return None
    end = match.end()
    joint = _joint_inside(window, start, end)
    if joint is not None:
        word = window.at(start)
        return None if word is not None and word.hi == joint.lo else _given_only(text, start, joint.lo)
    if end - start > _LONGEST_GIVEN:
        return None
    tail = _of().match(text, end, window.hi)
    if tail is not None and (tail[1] in _tails() or _opens_after(window, tail.end())):
        return _Name(text[start:end], text[end : tail.end()].strip(), tail.end())
    at = window.past_spaces(end)
    family = _read_family(window, at) if 0 < at - end <= _WIDEST_COLUMN else None
    if family is None or (at - end > _WIDEST_GAP and not _opens_after(window, family)):
        return _given_only(text, start, end)
    hi = _further(window, family)
    return _Name(text[start:end], " ".join(text[at:hi].split()), hi)


def _given_only(text: str, start: int, end: int) -> _Name:
    """Return the given name up to `end`, or up to a conjunction that is glued to it there."""
    joints = phrases_of("people", "weak", "and") + phrases_of("people", "weak", "or")
    end -= next((len(joint) for joint in joints if text.endswith(joint, start + 2, end)), 0)
    return _Name(text[start:end], None, end)


def _is_word(window: Window, start: int, end: int) -> bool:
    """Tell whether what stands behind a prefix is no name but a word of the tables."""
    hit = window.at(start)
    if hit is None:
        return False
    if hit.hi - hit.lo >= _SURE_INSIDE and (hit.row.role == "office" or (hit.row.role == "unit" and hit.hi < end)):
        return True
    if hit.hi - hit.lo >= _SURE_STOP and (hit.row.role == "stop" or hit.row.value == "rank"):
        return True
    if hit.row.value in ("and", "or") and (further := window.at(hit.hi)) is not None and further.row.value == "rank":
        return True
    if hit.hi < end or hit.row.role not in ("stop", "weak", "speech", "manner", "office", "qualifier"):
        return False
    return hit.row.role not in ("stop", "weak") or not _is_named(window, end)


def _is_named(window: Window, end: int) -> bool:
    """Tell whether the word that ends at `end` is a given name after all: a family name and an office follow it."""
    family = _name_word().match(window.text, window.past_spaces(end), window.hi)
    return family is not None and window.at(family.start()) is None and _opens_after(window, family.end())


def _joint_inside(window: Window, start: int, end: int) -> Hit[Word] | None:
    """Return the verb, the title or the unit that is glued to the name `[start, end)`."""
    for hit in window.joints_between(start + 2, end):
        role = hit.row.role
        if role in ("speech", "unit") or hit.row.value == "sure":
            return hit
        if role == "office" and _is_glued(window, hit, end):
            return hit
    return None


def _is_glued(window: Window, hit: Hit[Word], end: int) -> bool:
    """Tell whether the office at `hit` is glued to a name and no accident inside it; the whole word ends at `end`."""
    if hit.hi == end and hit.row.takes != "none" and not _organisation_behind(window, end):
        return False
    return hit.hi - hit.lo >= _SURE_INSIDE or _organisation_at(window, hit.hi)


def _organisation_behind(window: Window, end: int) -> bool:
    """Tell whether an organisation follows an office that ends a word; else a name ends like it: "คล่องพยาบาล"."""
    following = window.at(window.past_spaces(end))
    return following is not None and following.row.role in ("organisation", "unit", "qualifier", "inside")


def _organisation_at(window: Window, place: int) -> bool:
    hit = window.at(place)
    return hit is not None and hit.row.role == "organisation"


def _read_family(window: Window, at: int) -> int | None:
    """Return the end of the family name that begins at `at`, if one does."""
    text = window.text
    match = _name_word().match(text, at, window.hi)
    if match is None:
        return None
    end = match.end()
    if text.startswith(".", end) and text[at : end + 1] in phrases_of("people", "initial"):
        return _read_family(window, window.past_spaces(end + 1))
    hit = window.at(at)
    listed = hit is not None and hit.row.role == "family"
    if hit is not None and not listed and not _may_begin_family(window, hit, end):
        return None
    joint = _joint_inside(window, at, end)
    if joint is not None:
        if joint.row.role == "unit":
            return None
        end = joint.lo
    end = _before_another(window, at, end)
    return end if end - at <= _LONGEST_FAMILY else None


def _before_another(window: Window, at: int, end: int) -> int:
    """Return where the family name at `at` ends before another person that is glued to it: "ใจดีและนางสมศรี"."""
    for joint in phrases_of("people", "weak", "and"):
        lo = window.text.find(joint, at + _SHORTEST_FAMILY, end)
        following = window.at(lo + len(joint)) if lo >= 0 else None
        if following is not None and following.row.role == "prefix":
            return lo
    return end


def _may_begin_family(window: Window, hit: Hit[Word], end: int) -> bool:
    """Tell whether a family name up to `end` may begin with the word at `hit`: "จึงรุ่งเรือง", "กองแก้ว"."""
    role, value = hit.row.role, hit.row.value
    if hit.hi >= end or role in ("office", "acting", "speech", "manner", "closer"):
        return False
    if value in ("and", "or", "sure", "never") or (role == "prefix" and value != "loose"):
        return False
    if _opens_after(window, end) or _opens_after(window, _third(window, end)):
        return True
    if role in ("stop", "rank", "organisation"):
        following = window.at(window.past_spaces(end))
        return role == "stop" and following is not None and following.row.role == "prefix"
    if role == "unit":
        return hit.hi - hit.lo <= _SHORT_UNIT
    return role != "weak" or window.at(hit.hi) is None


def _third(window: Window, end: int) -> int:
    """Return the end of the word behind a family name, as married women have it, else where that name ends."""
    at = window.past_spaces(end)
    match = _name_word().match(window.text, at, window.hi) if window.at(at) is None else None
    return end if match is None or at == end else match.end()


def _opens_after(window: Window, end: int) -> bool:
    at = window.past_spaces(end)
    hit = window.at(at)
    return at > end and hit is not None and hit.row.role in ("office", "acting", "rank")


def _further(window: Window, end: int) -> int:
    """Return the end of the name with the words of it that follow its second."""
    text = window.text
    tail = _of().match(text, end, window.hi)
    if tail is not None and tail[1] in _tails():
        return tail.end()
    at, words = end, 0
    while words < _MOST_FURTHER:
        start = window.past_spaces(at)
        if start == at or start - at > 3 or window.at(start) is not None:
            return end
        match = _name_word().match(text, start, window.hi)
        if match is None or match.end() - start > _LONGEST_FAMILY:
            return end
        at, words = match.end(), words + 1
        if words <= _FEW_FURTHER and _opens_after(window, at):
            return at
        if _spelt_again(text, at) or (words == 1 and at - start <= _LONGEST_FURTHER and _acts_after(window, at)):
            return at
    return end


def _spelt_again(text: str, end: int) -> bool:
    """Tell whether the name in Latin letters follows in parentheses, as it does a foreigner's of many words."""
    return _latin_aside().match(text, end) is not None


@cache
def _latin_aside() -> re.Pattern[str]:
    return re.compile(r"[ ]{1,3}\([A-Z]")


def _acts_after(window: Window, end: int) -> bool:
    """Tell whether a verb of speech, a sure stop or a parenthesis follows, as behind a name that is complete."""
    at = window.past_spaces(end)
    hit = window.at(at)
    if hit is None:
        return window.text[at : at + 1] == "("
    return at > end and (hit.row.role == "speech" or hit.row.value == "sure")


def _read_latin(window: Window, start: int) -> _Name | None:
    name = read_latin_name(window.text, start, window.hi)
    return None if name is None else _Name(*name)


@cache
def _alias() -> re.Pattern[str]:
    # The same name in the other script, or a nickname: "นายสมชาย ใจดี (Mr. Somchai Jaidee) เอกอัครราชทูต".
    return re.compile(r"[ ]{0,2}\([^()\n]{2,60}\)[ ]{0,2}")


def _is_nickname(words_of_text: Words, at: int, given: str) -> bool:
    """Tell whether an office and the given name again stand at `at`: "(ปลัดสมชาย)"."""
    hit = words_of_text[at]
    return hit is not None and words_of_text.text.startswith(given, hit.hi)


def _attached(words_of_text: Words, window: Window, name: _Name) -> tuple[list[WrittenPosition], int]:
    """Return the positions that stand right behind a name, and the end of them."""
    text, hi = window.text, name.hi
    end = hi + text.startswith(_ABBREVIATED, hi)
    # A headline may hold the name in quotes: “นายสมชาย ใจดี” อธิบดีกรมประมง; a single word there may be a nickname.
    end += name.family is not None and text.startswith(_CLOSING_QUOTES, end)
    at = window.past_spaces(end)
    if text[at : at + 1] == "(":
        alias = _alias().match(text, end, window.hi)
        if alias is None:
            return [], hi
        if opens_position(window, at + 1) and not _is_nickname(words_of_text, at + 1, name.given):
            positions, end = read_positions(window, at + 1)
            return positions, max(min(end + 1, alias.end()), end)
        at = window.past_spaces(alias.end())
    elif at >= window.hi and text[at : at + 1] == "\n":
        at = _next_line(text, at)
        below = Window(words_of_text, at)
        return read_positions(below, at) if at and opens_position(below, at) else ([], hi)
    hit = window.at(at)
    while hit is not None and hit.row.role == "stop" and hit.row.value in ("and", "link", "post"):
        at = window.past_spaces(hit.hi)
        hit = window.at(at)
    if hit is not None and hit.row.value == "or":
        at = _behind_other_name(window, hit.hi)
    if hit is not None and hit.row.value == "sure":
        at = _behind_link(window, hit)
    if opens_position(window, at):
        return read_positions(window, at, named=True)
    at += len(_COMMA) * (name.given.isascii() and text.startswith(_COMMA, at))
    return _in_english(window, at) or ([], hi)


def _behind_link(window: Window, stop: Hit[Word]) -> int:
    """Return where an office begins inside `stop` and ends behind it: "เป็นประธานกรรมการ"; else where `stop` begins."""
    for link in phrases_of("people", "stop", "link"):
        office = window.at(stop.lo + len(link)) if window.text.startswith(link, stop.lo) else None
        if office and office.row.role == "office" and office.row.joins != "never" and office.hi > stop.hi:
            return office.lo
    return stop.lo


def _behind_other_name(window: Window, lo: int) -> int:
    """Return where the office begins behind another name of the same person that begins at `lo`, or `lo`."""
    spaces = (space.end() for space in _space().finditer(window.text, lo, min(window.hi, lo + _LONGEST_OTHER_NAME)))
    return next((at for at in spaces if opens_position(window, at)), lo)


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[ ]{1,3}")


def _in_english(window: Window, at: int) -> tuple[list[WrittenPosition], int] | None:
    """Return the English title behind a Thai name: "นายสมชาย ใจดี Vice Chairman, Banking Group"."""
    if not "A" <= window.text[at : at + 1] <= "Z":
        return None
    positions, end = read_english_title(window.text, at, window.hi)
    return (positions, end) if positions else None


def _next_line(text: str, at: int) -> int:
    """Return where the line behind the line break at `at` begins, if the line before holds little else than a name."""
    begins_near = at <= _SHORT_LINE or text.rfind("\n", at - _SHORT_LINE, at) >= 0
    return at + 1 if begins_near and text[at + 1 : at + 2] not in ("", "\n") else 0


def _before(words_of_text: Words, lo: int, free: int) -> tuple[list[WrittenPosition], int]:
    """Return the position that ends right before the name at `lo`, and where it begins; not before `free`."""
    text = words_of_text.text
    begin = max(free, lo - _LOOKBACK)
    begin = max(begin, text.rfind("\n", begin, lo) + 1)
    if begin == lo:
        return [], lo
    window = Window(words_of_text, begin)
    for hit in window.joints_between(begin, lo):
        if opens_position(window, hit.lo):
            positions, end = read_positions(window, hit.lo)
            if positions and end <= lo and not text[end:lo].strip(" ("):
                return positions, hit.lo
    return [], lo


def _ends_at(window: Window, hi: int) -> bool:
    """Tell whether a known word, a mark or the end of the line follows a name."""
    at = window.past_spaces(hi)
    return at >= window.hi or window.at(at) is not None or not "ก" <= window.text[at] <= "๎"


def _is_private(text: str, lo: int, name: _Name) -> bool:
    if name.family in phrases_of("people", "private", "family"):
        return True
    end = lo - text.startswith(" ", lo - 1) if lo else 0
    if text.endswith(phrases_of("people", "own"), 0, end) and _owned().search(text, max(0, end - _LONGEST_PLOT), end):
        return True
    behind = name.hi + text.startswith(" ", name.hi)
    return text.endswith(phrases_of("people", "private", "before"), 0, end) or text.startswith(
        phrases_of("people", "private", "after"), behind
    )


@cache
def _owned() -> re.Pattern[str]:
    # "แปลงสับปะรดของนายสมชาย ใจดี"
    plot, own = (one_of(phrases_of("people", role)) for role in ("plot", "own"))
    return re.compile(rf"(?<![ก-๎]){plot}[ก-๎]{{0,16}}{own}\Z")


def _stopped(window: Window, hi: int) -> bool:
    hit = window.at(window.past_spaces(hi))
    return hit is not None and hit.row.role in ("stop", "speech", "weak")
