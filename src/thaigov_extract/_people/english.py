"""Read names and titles that are written in English.

In:   the folded text and the place where a name or title begins.
Out:  a name in Latin letters; the WrittenPositions of an English title; the patterns of title and name together.
Not:  where somebody is named, which the finders read.
"""

from __future__ import annotations

import re
from functools import cache

from thaigov_extract._layout import line_start
from thaigov_extract._lexicon import one_of, phrases_of, table, values_of
from thaigov_extract._organisations import english_names
from thaigov_extract._people.values import WrittenPosition

_LONGEST_OPENING = 60
_MINISTER = " minister"
_SMALL = "a-zß-öø-ÿāăćčđēěğīıłńňřśšţťūźżžơưạ-ỹ"
_LARGE = "A-ZÀ-ÖØ-ÞĀĆČĐĞİŁŃŘŚŠŪŹŻŽƠƯ"


def read_latin_name(text: str, start: int, hi: int) -> tuple[str, str | None, int] | None:
    """Return given name, family name and end of the name in Latin letters that begins at `start`."""
    match = _name().match(text, start, hi)
    if match is None or not any(map(str.islower, match[0])):
        return None
    given, _, family = match[0].partition(" ")
    return given, " ".join(family.split()) or None, match.end()


def read_english_title(text: str, start: int, hi: int) -> tuple[list[WrittenPosition], int]:
    """Return the positions of the title that begins at `start` behind a name, and its end."""
    match = _title_behind().match(text, start, hi)
    if match is None or name_behind_title(text, match.start("title"), hi):
        return [], start
    return split_titles(text, *match.span("title")), match.end("title")


def split_titles(text: str, lo: int, hi: int) -> list[WrittenPosition]:
    """Return the positions in `[lo, hi)`; two titles joined are two."""
    found: list[WrittenPosition] = []
    if text.find(" and ", lo, hi) < 0 and text.find(" & ", lo, hi) < 0:
        return [_position(text, lo, hi)]
    for joint in _joint().finditer(text, lo, hi):
        found.append(_position(text, lo, joint.start()))
        lo = joint.end()
    return [*found, _position(text, lo, hi)]


def _position(text: str, lo: int, hi: int) -> WrittenPosition:
    written = " ".join(text[lo:hi].split())
    title = values_of("english_titles", "short").get(written, written)
    acting = title[:1].lower() + title[1:]
    held = acting.removeprefix("acting ")
    office, *field = _field().split(held.lower(), maxsplit=1)
    return WrittenPosition(lo, hi, title, office, _organisation(office, *field), acting=held != acting)


def _organisation(office: str, field: str = "") -> str | None:
    """Return the official name of the organisation that a title ends with, or of the ministry that it names."""
    known = english_names()
    if not field and office.endswith(_MINISTER):
        field = office.removesuffix(_MINISTER).removeprefix("deputy ")
    field = values_of("english_titles", "spelling").get(field, field)
    return known.get(field) or known.get(f"ministry of {field}")


@cache
def english_heads() -> tuple[str, ...]:
    """Return the nouns of titles, as they are written."""
    written: list[str] = []
    for row in table("english_titles"):
        if row["reads_as"] == "head":
            phrase = row["phrase"]
            written += [phrase, phrase.lower(), phrase.capitalize()] if row["value"] == "lower" else [phrase]
    return tuple(dict.fromkeys(written))


def ends_in_head(text: str, hi: int) -> bool:
    """Tell whether the noun of a title ends at `hi` that goes on with the name of a rank: "Secretary General"."""
    return text.endswith(_shortened(), 0, hi)


@cache
def _shortened() -> tuple[str, ...]:
    heads = english_heads()
    parted = (head.rpartition(joint) for head in heads for joint in (" ", "-"))
    return tuple(before + joint for before, joint, _ in parted if before in heads)


def _whole_head(head: str) -> str:
    longer = [other.removeprefix(head) for other in english_heads() if other.startswith(head + " ")]
    return re.escape(head) + (rf"(?!{one_of(longer)}\b)" if longer else "")


@cache
def _parts() -> dict[str, str]:
    """Return the sources of the patterns by what they match."""
    roles = ("before", "within", "area", "body", "never", "particle", "opening")
    parts = {role: one_of(phrases_of("english_titles", role)) for role in roles}
    parts["seat"] = one_of(phrases_of("english_titles", "body", "at"))
    # "Secretary General Somchai Jaidee": nobody's rank.
    parts["head"] = rf"(?:{'|'.join(map(_whole_head, sorted(english_heads(), key=len, reverse=True)))})"
    parts["prefix"] = rf"(?:{one_of(phrases_of('english_titles', 'prefix'))}(?:[ ]|(?<=[.’'])[ ]?)){{1,4}}"
    given = phrases_of("english_titles", "head", "given")
    parts["known"] = rf"(?:{parts['never']}|{parts['area']}|{parts['body']}|(?!{one_of(given)}\b){parts['head']})"
    parts["capital"] = rf"[{_LARGE}](?:[{_SMALL}{_LARGE}&-]|['’](?=[{_SMALL}{_LARGE}])){{1,24}}"
    prefixed = rf"{one_of(_first_prefixes())}(?:[ ]|(?<=[.’']))"
    parts["word"] = rf"(?!{prefixed}){parts['capital']}"
    parts["lead"] = rf"(?:(?!{prefixed}|{parts['opening']}[ ])(?:{parts['capital']}|{parts['before']})[ ])"
    parts["title"] = rf"{parts['lead']}{{0,4}}?{parts['head']}\b(?!['’]s)"
    parts["acronym"] = r"[ ]{0,2}\([A-Z][A-Za-z&-]{1,11}\)"
    further = rf"(?:,[ ](?=(?:and[ ])?{parts['area']}\b)|[ ]|\n(?=(?:and[ ])?{parts['area']}[ ]?$))"
    parts["step"] = rf"(?:{further}(?:{parts['within']}(?=\s)|{parts['word']})|{parts['acronym']}(?=[ ])"
    parts["step"] += rf"|[ ]and[ ](?:{parts['before']}[ ]){{1,3}}{parts['head']}\b)"
    parts["complete"] = "".join(rf"(?<![ \n]{re.escape(phrase)})" for phrase in phrases_of("english_titles", "within"))
    return parts | _name_parts(parts)


def _name_parts(parts: dict[str, str]) -> dict[str, str]:
    # "JaideeMinister": a title may be glued to the name.
    glued = one_of({phrase.partition(" ")[0] for phrase in english_heads() if phrase[0].isupper()} | {"Deputy"})
    letter = rf"(?:[{_SMALL}-]|['’](?!s\b)|(?!{glued}\b)[{_LARGE}])"
    initial = rf"[{_LARGE}](?:\.(?:[{_LARGE}]\.)?|(?=[ ][{_LARGE}]))"
    name = rf"(?:(?!{one_of(_first_words())}\b)[{_LARGE}]{letter}{{1,24}}|{initial})"
    further = rf"(?:[ ]{{1,2}}(?:{parts['particle']}[ ]){{0,2}}{name})"
    return {
        "name": rf"{name}{further}{{0,5}}(?![{_SMALL}])",
        "full": rf"{name}{further}{{1,5}}(?![{_SMALL}{_LARGE}]|[ ][{_LARGE}&])",
    }


def _first_words() -> list[str]:
    """Return what begins no word of a name, without what begins with a shorter one."""
    given = phrases_of("english_titles", "head", "given")
    words = {word for role in ("never", "area", "body") for word in phrases_of("english_titles", role)}
    words |= {head for head in english_heads() if head not in given and not head[0].islower()}
    return [word for word in words if not any(word[:at] in words for at in range(len(word)) if not word[at].isalnum())]


def _first_prefixes() -> list[str]:
    """Return the prefixes that begin with no shorter one."""
    prefixes = phrases_of("english_titles", "prefix")
    shorter = tuple(prefix if prefix.endswith((".", "’", "'")) else prefix + " " for prefix in prefixes)
    return [prefix for prefix in prefixes if not any(prefix != one and prefix.startswith(one) for one in shorter)]


@cache
def _field() -> re.Pattern[str]:
    return re.compile(r"[ ](?:of|to|for)[ ](?:the[ ])?")


def title_alone(text: str, start: int, hi: int) -> re.Match[str] | None:
    """Return the title without field that begins at `start` and stands for its holder."""
    return _alone().match(text, start, hi)


def prefixed_name(text: str, start: int, hi: int) -> re.Match[str] | None:
    """Return the name whose prefix begins at `start`, in groups: prefix, name."""
    return _prefixed().match(text, start, hi)


@cache
def _prefixed() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(rf"(?P<prefix>{parts['prefix']})(?P<name>{parts['name']})")


def bare_before_title(text: str, start: int, free: int) -> re.Match[str] | None:
    """Return the name without prefix before the title at `start`: it opens the sentence, or is the line before."""
    if start > free and text[start - 1] == "\n":
        return _line().match(text, line_start(text, start - 1, free), start)
    if not text.endswith(", ", free, start):
        return None
    lo = line_start(text, start, max(free, start - _LONGEST_OPENING))
    stop = max(text.rfind(mark, lo, start) + 2 for mark in (". ", "” "))
    return _bare().match(text, max(lo, stop), start)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?P<prefix>)(?P<name>{_parts()['full']}),[ ]\Z")


@cache
def _line() -> re.Pattern[str]:
    # Who signs a statement: the name is a line, the title the next.
    return re.compile(rf"(?P<prefix>)(?P<name>{_parts()['full']})[ ]?\n\Z")


@cache
def _alone() -> re.Pattern[str]:
    parts = _parts()
    short = one_of(phrases_of("english_titles", "short"))
    return re.compile(
        rf"""(?: (?:[Tt]he[ ])(?P<title>{parts["title"]})(?=[ ](?!of\b|for\b)[a-z]|[,.:])
          | (?P<short>{short})(?=[ :][ ]?[a-z]|:)
          | (?P<held>{parts["title"]})[ ](?=(?P<given>{parts["capital"]})(?![ ](?:[{_LARGE}]))) )""",
        re.VERBOSE,
    )


@cache
def _name() -> re.Pattern[str]:
    return re.compile(_parts()["name"])


@cache
def _joint() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(rf"[ ](?:and|&)[ ](?:the[ ])?(?={parts['title']})")


@cache
def _title_behind() -> re.Pattern[str]:
    """Return the pattern of a title behind a name; what stands behind a comma belongs to it if it ends in a body."""
    parts = _parts()
    words = rf"(?:{parts['within']}|{parts['word']})"
    part = rf",[ ](?!{parts['title']}){parts['word']}(?:[ ]{words}){{0,8}}"
    body = rf"(?:{parts['word']}[ ](?:{words}[ ]){{0,8}})?{parts['body']}\b(?:[ ]of[ ](?:the[ ])?{parts['word']})?"
    return re.compile(
        rf"""(?:[Tt]he[ ])?(?P<title>{parts["title"]}{parts["step"]}{{0,16}}{parts["complete"]}
        (?: [ ]at[ ](?:{words}[ ]){{0,8}}{parts["seat"]}\b(?:[ ]{parts["seat"]}\b)?
          | (?:{part})??,[ ](?!{parts["title"]}){body}(?:{parts["acronym"]})?)?)
        (?![{_SMALL}{_LARGE}])""",
        re.VERBOSE | re.MULTILINE,
    )


def name_behind_title(text: str, start: int, hi: int) -> re.Match[str] | None:
    """Return the title that begins at `start` with the first name behind it, in groups: title, prefix, name."""
    readings = (_title_and_prefix().match(text, start, hi), _title_and_bare().match(text, start, hi))
    return min(filter(None, readings), key=re.Match.end, default=None)


@cache
def _title_and_prefix() -> re.Pattern[str]:
    parts = _parts()
    return re.compile(
        rf"""(?P<title>{parts["title"]}{parts["step"]}{{0,16}}{parts["complete"]}),?[ ]{{1,3}}\(?
        (?P<prefix>{parts["prefix"]})(?P<name>{parts["name"]})""",
        re.VERBOSE | re.MULTILINE,
    )


@cache
def _title_and_bare() -> re.Pattern[str]:
    """Return the pattern of a title with a name without prefix: the title ends in a word that no name has."""
    parts = _parts()
    known = rf"{parts['step']}{{0,12}}?,?[ ]{parts['known']}\b(?:{parts['acronym']})?"
    return re.compile(
        rf"""(?P<title>{parts["title"]}(?:{known})??)[ ]{{1,3}}\(?(?P<prefix>)
        (?P<name>{parts["full"]})""",
        re.VERBOSE | re.MULTILINE,
    )
