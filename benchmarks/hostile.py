"""Strings made to hurt: what rules react to, and for each pattern what it almost matches.

In:   the tables of the package; the parse tree of a pattern.
Out:  short strings, each to be repeated until it is long.
Not:  how much they hurt; `growth` measures that.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from thaigov_extract._lexicon import table
from tools.patterns import Tree, parser
from tools.tables import TABLES, key_of

_KINDS = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}

_EXAMPLES = 8
"""Walks through a tree, each choosing branches by chance."""
_LONG_REPEAT = 40
"""A repeat is taken once, and this often: longer than what people write, short enough to be repeated many times."""
_ANY = "กa1 .-“\n"
"""One of each kind of character; the first that a set holds stands for it."""

_CHARACTERS = (" ", "\n", "1", "๑", "ก", "เ", "่", "a", ".", ",", "-", "(", ")", "“", "”", "#", "ก ", "1 ", "a ", "\nก")
"""What is tried on every pattern."""

_PIECES = (
    *_CHARACTERS, " \n", "1.", "1. ", "1)", "(1) ", "1/", "1-", "1:", "09.30 น. ", "- ", "#ก", "“ก”", "A ", "ํา",
    "\u200b", "\r", "\xa0", "http://", "ที่มา : ", "นาย", "นายก ข ", "นายสมชาย ", "นางสาวก และ", "ปลัด", "รองอธิบดี",
    "วันที่ ", "วันที่ 1 ", "1 มกราคม ", "1 ม.ค. ", "พ.ศ. ", "ปี 2561 ", "1 - 2 มกราคม 2561 ", "เวลา ", "ณ ", "จังหวัด",
    "จังหวัดตรัง ", "ห้องประชุม ", "อำเภอ", "คน ", "100 คน ", "และ", "ได้แก่ ", "นโยบาย 3 ประการ ", "ข้อ 1 ",
    "1) ก\n", "ประธาน", "เป็นประธานเปิด", "กล่าวว่า ", "โครงการ", "หลักสูตร", "ได้แก่ 1) เด็ก 2) ผู้สูงอายุ ",
    "มาตรการ 1) ตลาดน้ำ 2) ลดขยะ ปี 2564 ", "โครงการสำคัญ เช่น “โครงการคลองสวย” เพื่อ",
    "เป็นประธานเปิดงาน “วันน้ำใส” จัดโดยสำนักงานคลอง ",
)  # fmt: skip
"""What is tried on `parse`."""


def pieces() -> tuple[str, ...]:
    """Return the pieces for `parse`: common ones, and the first phrase of every reading in the tables."""
    firsts: dict[tuple[str, str | None], str] = {}
    for name in TABLES:
        for row in table(name):
            firsts.setdefault((name, row.get("reads_as")), f"{key_of(row)} ")
    return tuple(dict.fromkeys([*_PIECES, *firsts.values()]))


EVENT = "วันที่ 5 มีนาคม 2567 นายสมชาย ใจดี อธิบดีกรมประมง เป็นประธานเปิดงานวันปลา ณ วัดใหม่ จังหวัดตาก "
"""What the pairs stand behind: the readers of an event look far for what belongs to it."""
_BESIDE = ("นายสมชาย ใจดี ", "ณ วัดใหม่ ", "วันที่ 1 ม.ค. 64 ", "“คลองใส” ", "กรมประมง ")


def pairs() -> tuple[str, ...]:
    """Return pieces that only hurt together: each word that a rule reacts to, with what it looks for beside it."""
    return tuple(f"{piece.rstrip(' ')} {beside}" for piece in pieces() for beside in _BESIDE)


def pieces_of(tree: Tree) -> tuple[str, ...]:
    """Return strings that a pattern matches in part or whole, and the characters tried on every pattern."""
    made: list[str] = list(_CHARACTERS)
    for number in range(_EXAMPLES):
        for copies in (1, _LONG_REPEAT):
            example = "".join(_example(tree, random.Random(number), copies))
            # Whole, glued and apart; and without its end, so that the search for the end goes on in vain.
            made += [example, f"{example} ", example[:-1], example[: len(example) // 2]]
    return tuple(dict.fromkeys(piece for piece in made if piece))


def _example(part: Tree, choice: random.Random, copies: int) -> Iterator[str]:
    """Yield the pieces of one string that `part` could match, taking repeats `copies` times where it may."""
    # Anchors, assertions and references back take no room.
    for operation, argument in part:
        if operation in (parser.LITERAL, parser.NOT_LITERAL, parser.ANY, parser.IN):
            yield _character(operation, argument)
        elif operation == parser.BRANCH:
            yield from _example(choice.choice(argument[1]), choice, copies)
        elif operation in (parser.SUBPATTERN, parser.ATOMIC_GROUP):
            yield from _example(argument[-1] if operation == parser.SUBPATTERN else argument, choice, copies)
        elif operation in (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT):
            least, most, what = argument
            for _ in range(max(least, min(int(most), copies))):
                yield from _example(what, choice, copies)


def _character(operation: object, argument: Tree) -> str:
    """Return one character of a set, or the one that is meant."""
    if operation == parser.LITERAL:
        return chr(argument)
    members = argument if operation == parser.IN else [(operation, argument)]
    if members[0][0] == parser.LITERAL:
        return chr(members[0][1])
    if members[0][0] == parser.RANGE:
        return chr(members[0][1][0])
    return next((letter for letter in _ANY if _holds(members, letter)), _ANY[0])


def _holds(members: Tree, letter: str) -> bool:
    """Tell whether a set of the parse tree holds `letter`."""
    found = False
    for operation, argument in members:
        if operation == parser.LITERAL:
            found |= argument == ord(letter)
        elif operation == parser.NOT_LITERAL:
            found |= argument != ord(letter)
        elif operation == parser.RANGE:
            found |= argument[0] <= ord(letter) <= argument[1]
        elif operation == parser.CATEGORY:
            found |= re.match(_KINDS[str(argument)], letter) is not None
        else:
            found |= operation == parser.ANY
    return found != bool(members[0][0] == parser.NEGATE)
