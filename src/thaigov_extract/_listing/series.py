"""Split an announced list that has no marks: by quotes, lines, commas, a repeated head, or spaces.

In:   a text, and the range in which the list is announced to stand.
Out:  the ranges of its items, or none where no split is certain.
Not:  lists whose items are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, takewhile

from thaigov_extract._layout import Range, quote_end
from thaigov_extract._lexicon import one_of, phrase_at
from thaigov_extract._listing.enumerations import joiners
from thaigov_extract._listing.markers import ends, words

_FEWEST = 2

_SHORT = 6
_SHORT_PROMISED = 4
"""A shorter word, with the blank behind it, is no item of its own, nor is it among a promised number of words."""

_LONGEST_WORD = 24

_LONGEST_SERIES = 1_200
"""A list in one sentence is not looked for any further."""

_LONGEST_PIECE = 160
_LONGEST_BETWEEN_COMMAS = 260
"""An item between spaces, or between commas, is no longer than this."""


def _clause_end() -> re.Pattern[str]:
    return ends("strong", "weak", "final")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('joiner'))}[ ]?")


@cache
def _joined_behind_gap() -> re.Pattern[str]:
    return re.compile(rf"[ \n]{one_of(words('joiner'))}")


def _head(text: str, at: int) -> str | None:
    """Return the word at `at` with which the items of a list begin, if one stands there."""
    return phrase_at(text, words("head"), at) or None


@cache
def _between_quotes() -> re.Pattern[str]:
    return re.compile(rf"[ ,]{{0,3}}(?:{one_of(words('joiner'))})?[ ]{{0,3}}")


def split_series(text: str, lines: Sequence[Range], at: int, promised: int | None) -> tuple[Range, ...]:
    """Return the items of the list without marks that begins at `at`; none where the split is not certain.

    `lines` are the line in which the list begins and those that follow it.
    """
    if not lines:
        return ()
    end = min(lines[0][1], at + _LONGEST_SERIES)
    while at < end and text[at] in " :":
        at += 1
    if at >= end - 1:
        return _lines_as_items(text, lines[1:], promised)
    quoted = _quoted(text, at, end)
    if quoted:
        return quoted if len(quoted) >= 2 and promised in (None, len(quoted)) else ()
    strong = ends("strong", "final").search(text, at + 2, end)
    far = strong.start() if strong else end
    for pieces in _splits(text, lines, at, far, promised):
        if len(pieces) >= _FEWEST and promised in (None, len(pieces)) and all(lo < hi for lo, hi in pieces):
            return pieces
    return ()


def _splits(text: str, lines: Sequence[Range], at: int, end: int, promised: int | None) -> Iterator[tuple[Range, ...]]:
    """Yield the ways to split the list that begins at `at`, the most certain first."""
    if promised:
        yield _lines_by_head(text, lines, at, promised)
    yield _by_commas(text, at, end)
    yield _by_glosses(text, at, end)
    yield _by_head(text, at, end, promised)
    yield _by_spaces(text, at, end, promised)
    if promised and len(lines) > 1:
        # The promised items may run on behind a line break.
        yield _by_spaces(text, at, min(lines[1][1], at + _LONGEST_SERIES), promised)
    if promised and promised > _FEWEST:
        words_apart = _by_spaces(text, at, end, promised, _SHORT_PROMISED)
        yield words_apart if all(hi - lo <= _LONGEST_WORD for lo, hi in words_apart) else ()
        run = _latin_run().match(text, at, end)
        yield tuple(match.span() for match in _latin_word().finditer(text, at, run.end())) if run else ()


@cache
def _latin_run() -> re.Pattern[str]:
    # "Food Film Fashion": as many words as were promised, and no more.
    return re.compile(r"[A-Z][A-Za-z-]{1,30}+(?:[ ][A-Z][A-Za-z-]{1,30}+){1,11}+(?![ ]?[A-Za-z])")


@cache
def _latin_word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z-]{2,31}")


def split_by_commas(text: str, line: Range, at: int) -> tuple[Range, ...]:
    """Return the items between commas of the list that begins at `at`; none where there are not three."""
    end = min(line[1], at + _LONGEST_SERIES)
    while at < end and text[at] in " :":
        at += 1
    strong = ends("strong", "final").search(text, at + 2, end)
    items = _by_commas(text, at, strong.start() if strong else end)
    return items if len(items) > _FEWEST else ()


def _lines_by_head(text: str, lines: Sequence[Range], at: int, promised: int) -> tuple[Range, ...]:
    """Return the promised items where each but the first has a line of its own, and all begin with the same word."""
    head = _head(text, at)
    if head is None or len(lines) < promised or lines[0][1] - at > _LONGEST_SERIES:
        return ()
    if not all(text.startswith(head, lo) for lo, _ in lines[1:promised]):
        return ()
    if any(text.startswith(head, match.end()) for match in _joined().finditer(text, at, lines[0][1])):
        return ()  # the first line holds more of them
    return (_tidy(text, at, lines[0][1]), *lines[1:promised])


def _by_glosses(text: str, at: int, end: int) -> tuple[Range, ...]:
    """Split behind the brackets with which every item ends: "อาหาร (Food) ผ้าไทย (Fashion) และมวยไทย (Fighting)"."""
    items: list[Range] = []
    lo = at
    while match := _glossed().match(text, lo, end):
        items.append(match.span("item"))
        lo = match.end()
    return tuple(items) if len(items) > _FEWEST else ()


@cache
def _glossed() -> re.Pattern[str]:
    gloss = r"\([^()\n]{2,60}+\)"
    return re.compile(rf"[ ,]{{0,3}}(?:{one_of(words('joiner'))})?[ ]{{0,2}}(?P<item>[^()\n,]{{2,60}}+{gloss})")


def _lines_as_items(text: str, lines: Sequence[Range], promised: int | None) -> tuple[Range, ...]:
    """Return the promised number of lines, or of the pieces of fewer lines that hold one or more each."""
    if promised is None or promised < _FEWEST:
        return ()
    short = tuple(takewhile(lambda line: line[1] - line[0] <= 3 * _LONGEST_PIECE and text[line[0]] not in '“"', lines))
    return short[:promised] if len(short) >= promised else _pieces_of_lines(text, short, promised)


def _pieces_of_lines(text: str, lines: Sequence[Range], promised: int) -> tuple[Range, ...]:
    pieces: list[Range] = []
    for lo, hi in lines:
        starts = [lo, *(here for here in _starts(text, lo, hi) if not _clings(text, lo, here))]
        pieces.extend(zip(starts, [*starts[1:], hi], strict=True))
        if len(pieces) >= promised:
            break
    if len(pieces) != promised or max(hi - lo for lo, hi in pieces) > _LONGEST_PIECE:
        return ()
    return tuple(_tidy(text, *piece) for piece in pieces)


def _quoted(text: str, at: int, end: int) -> tuple[Range, ...]:
    items: list[Range] = []
    while at < end and (close := quote_end(text, at, end)) >= 0:
        items.append((at + 1, close))
        match = _between_quotes().match(text, close + 1, end)
        at = match.end() if match else close + 1
    return tuple(items)


def _by_commas(text: str, at: int, end: int) -> tuple[Range, ...]:
    items: list[Range] = []
    lo = at
    comma = at - 1
    head = _head(text, at) or "\n"
    while (comma := text.find(",", comma + 1, end)) >= 0:
        if comma - lo > _LONGEST_BETWEEN_COMMAS and not text.startswith(head, lo + (text[lo] == " ")):
            break
        inside = text.count("(", lo, comma) > text.count(")", lo, comma)
        if not inside and not (text[comma - 1].isdecimal() and text[comma + 1 : comma + 2].isdecimal()):
            items.append((lo, comma))
            lo = comma + 1
    if not items:
        return ()
    tail = _last_piece(text, lo, min(end, lo + 2 * _LONGEST_PIECE))
    items.extend(tail)
    # Between two commas there may be nothing.
    parted = (part for at, item in enumerate(items) for part in _parted(text, item, items[at + 1 : at + 2]))
    trimmed = tuple((lo, hi) for lo, hi in (_tidy(text, *item) for item in parted) if lo < hi)
    return trimmed if len(trimmed) >= 3 or (len(trimmed) == 2 and len(tail) == 2) else ()


def _parted(text: str, item: Range, following: Sequence[Range]) -> tuple[Range, ...]:
    """Return an item, or the two that a joining word divides where the second begins as the next item does.

    "4 ไม่ 3 มี": "ไม่ทิ้งขยะ และ มีถังขยะ, มีตลาด".
    """
    after = following[0][0] if following else item[1]
    after += text[after : after + 1] == " "
    head = _head(text, after) if following else None
    match = _joined_between().search(text, *item) if head else None
    if head is None or match is None or not text.startswith(head, match.end()) or text.startswith(head, item[0] + 1):
        return (item,)
    return (item[0], match.start()), (match.end(), item[1])


@cache
def _joined_between() -> re.Pattern[str]:
    return re.compile(rf"[ ]{one_of(words('joiner'))}[ ]?")


def _last_piece(text: str, lo: int, end: int) -> list[Range]:
    """Return the last one or two items of a series, `A และB`, before what follows it."""
    while lo < end and text[lo] == " ":
        lo += 1
    if match := _joined().match(text, lo, end):
        return [(match.end(), _piece_end(text, match.end(), end))]
    space = lo
    while (space := text.find(" ", space, end)) >= 0:
        if match := _joined().match(text, space + 1, end):
            return [(lo, space), (match.end(), _piece_end(text, match.end(), end))]
        if _clause_end().match(text, space + 1, end):
            break
        space += 1
    return [(lo, _piece_end(text, lo, end))]


def _piece_end(text: str, lo: int, end: int) -> int:
    """Return where a piece ends that is the last of its series: at a space before Thai, or at a clause."""
    at = lo + 1
    while (at := text.find(" ", at, end)) >= 0:
        nxt = text[at + 1 : at + 2]
        if "ก" <= nxt <= "๎" and text[at - 1] != "-" and not text.startswith(_further(), at + 1):
            return at
        at += 1
    return end


@cache
def _further() -> tuple[str, ...]:
    return words("further")


def _by_head(text: str, at: int, end: int, promised: int | None) -> tuple[Range, ...]:
    """Split where every item begins with the same word: `ด้านA ด้านB และด้านC`.

    Promised items may hold clauses: `การA เพื่อa การB และการC`.
    """
    head = _head(text, at)
    if head is None:
        return ()
    starts = [at]
    for here in _starts(text, at, end):
        match = _joined().match(text, here, end)
        begin = match.end() if match else here
        if begin - starts[-1] > _LONGEST_PIECE:
            break
        if text.startswith(head, begin):
            starts.append(begin)
            if match or len(starts) == promised:
                break
        elif promised is None and (match or _clause_end().match(text, here, end)):
            break
    if len(starts) < 2:
        return ()
    items = list(pairwise(starts))
    items.append((starts[-1], _piece_end(text, starts[-1], min(end, starts[-1] + _LONGEST_PIECE))))
    return tuple(_tidy(text, *item) for item in items)


def _by_spaces(text: str, at: int, end: int, promised: int | None, short: int = _SHORT) -> tuple[Range, ...]:
    """Split at spaces, where the last item follows a joining word, and as many stand before it as were promised.

    Without a promise every piece must look like an item of three or more.
    """
    if _joined_behind_gap().search(text, at, min(end, at + _LONGEST_PIECE * (promised or 4))) is None:
        return ()
    pieces: list[Range] = []
    lo = at
    for here in chain(_starts(text, at, end), (end,)):
        if here - lo > _LONGEST_PIECE + 8:
            return ()
        goes_on = promised is None and here < end and _tells_how(text, lo, here)
        begins = here == end or not (goes_on or _clings(text, lo, here, short))
        if begins:
            pieces.append((lo, here))
            lo = here
            if text.startswith(words("no_item"), pieces[-1][0]):
                return ()
        enough = len(pieces) == promised - 1 if promised else len(pieces) >= _FEWEST
        if enough and (begins or goes_on) and (last := _joined().match(text, here, end)):
            pieces.append((lo if goes_on else last.end(), _piece_end(text, last.end(), end)))
            return tuple(_tidy(text, *piece) for piece in pieces)
        if begins and (len(pieces) >= (promised or 12) or (not promised and _clause_end().match(text, here, end))):
            break
    return ()


def _starts(text: str, at: int, end: int) -> Iterator[int]:
    """Yield where words begin after a space in `(at, end)`, outside parentheses and quotes."""
    depth = 0
    for match in _gaps().finditer(text, at, end - 1):
        mark = match[0]
        if mark in "(“":
            depth += 1
        elif mark in ")”":
            depth -= 1
        elif depth <= 0:
            yield match.end()


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile(r"[ \n]{1,8}(?![ \n])|[()“”]")


def _clings(text: str, lo: int, here: int, short: int = _SHORT) -> bool:
    """Tell whether the word at `here` goes on with the piece from `lo`: a parenthesis, Latin letters, a number."""
    char = text[here]
    return not ("ก" <= char <= "๎" or char in '“"') or here - lo < short or char in "ๆฯ"


def _tells_how(text: str, lo: int, here: int) -> bool:
    """Tell whether a short word at `here` goes on with how something is done: "อย่างรวดเร็ว โปร่งใส และเป็นธรรม"."""
    if not any(text.find(word, max(lo + 1, here - _LONGEST_WORD), here) >= 0 for word in words("manner")):
        return False
    return text.find(" ", here) - here <= _LONGEST_WORD and not text.startswith(words("head"), here)


def _tidy(text: str, lo: int, hi: int) -> Range:
    while lo < hi and text[lo] in ' \n"“':
        lo += 1
    while hi > lo and text[hi - 1] in ' \n,;"”.':
        hi -= 1
    if text[hi - 1 : hi] == ")" and text.find("(", lo, hi) < 0:
        hi -= 1
    if (match := joiners().search(text, max(lo, hi - 16), hi)) and match.start() > lo:
        hi = match.start()
    return lo, hi
