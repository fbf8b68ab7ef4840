"""Show a release to a person at a terminal.

In:   Release, or the mentions of a page.
Out:  lines of text whose columns stand in line: Thai vowels and tones above and below take no room.
Not:  any reading of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from unicodedata import category, east_asian_width

from thaigov_extract._mentions import Mention
from thaigov_extract.models import Event, Item, Official, Policy, Release
from thaigov_extract.resolve import Page

Row = Sequence[str | None]

_GAP = "  "
_NO_WIDTH = ("Mn", "Me", "Cf", "Cc", "Cs")
_WIDEST = 60
"""A cell may take this many columns, whatever room there is: longer ones are cut."""


def width(text: str) -> int:
    """Return how many columns `text` takes at a terminal."""
    return sum(map(_width_of, text))


def release_lines(release: Release, *, columns: int) -> Iterator[str]:
    """Yield the lines of a release, none wider than `columns`."""
    yield from _table(_facts(release), columns, indent="")
    for heading, rows in (
        ("Events", map(_event, release.events)),
        ("Officials", map(_official, release.officials)),
        ("Policies", (row for policy in release.policies for row in _policy(policy))),
        ("Training modules", ((m.number, m.title, m.title_en) for m in release.training_modules)),
        ("Flagship projects", ((p.number, p.name) for p in release.flagship_projects)),
        ("Dates", ((d.edtf, d.kind, d.text) for d in release.dates)),
        ("Times", ((str(t), t.text) for t in release.times)),
        ("Remarks", ((d.code.value, d.message) for d in release.diagnostics)),
    ):
        table = list(_table(list(rows), columns, indent=_GAP))
        if table:
            yield ""
            yield heading
            yield from table


def mention_lines(page: Page, *, columns: int) -> Iterator[str]:
    """Yield one line per mention: where, what was written, what was read, and the rule that read it."""
    source = page.source
    rows: list[Row] = [
        (str(source.span(m.lo, m.hi)), source.written(m.lo, m.hi), _value(m), m.rule) for m in page.mentions.all()
    ]
    return _table(rows, columns, indent="")


def _facts(release: Release) -> list[Row]:
    published = release.published
    facts = (
        ("Title", release.title),
        ("Published", f"{published.edtf}{_GAP}({published.text})" if published else None),
        ("Source", release.source_url),
        ("Hashtags", " ".join(release.hashtags)),
    )
    return [(name, value) for name, value in facts if value]


def _event(event: Event) -> Row:
    return (
        event.kind,
        event.when.edtf if event.when else None,
        str(event.time) if event.time else None,
        event.name,
        event.venue.text if event.venue else None,
        ", ".join(f"{who.name} ({who.role})" for who in event.participants),
        f"{event.attendance} people" if event.attendance else None,
    )


def _official(official: Official) -> Row:
    return (
        " ".join(filter(None, (official.prefix, official.name))),
        "; ".join(position.title for position in official.positions),
        "quoted" if official.quoted else None,
    )


def _policy(policy: Policy) -> Iterator[Row]:
    yield (policy.kind, policy.name, policy.issuer, policy.period.edtf if policy.period else None)
    yield from _items(policy.items, depth=1)


def _items(items: Iterable[Item], *, depth: int) -> Iterator[Row]:
    for item in items:
        yield (_GAP * depth + (item.marker or "-"), " ".join(filter(None, (item.title, item.text))))
        yield from _items(item.items, depth=depth + 1)


def _value(mention: Mention[object]) -> str:
    value = mention.value
    said = ((name, getattr(value, name)) for name in type(value).__match_args__)  # type: ignore[attr-defined]
    return f"{type(value).__name__}({', '.join(f'{name}={part!r}' for name, part in said if part not in (None, ()))})"


def _table(rows: Sequence[Row], columns: int, *, indent: str) -> Iterator[str]:
    """Yield `rows` in columns as wide as their widest cell; a column that is empty in all rows is left out."""
    count = max(map(len, rows), default=0)
    cells = [[" ".join((cell or "").split("\n")) for cell in (*row, *[""] * (count - len(row)))] for row in rows]
    kept = [at for at in range(count) if any(row[at] for row in cells)]
    widths = {at: min(_WIDEST, max(width(row[at]) for row in cells)) for at in kept}
    for row in cells:
        line = _GAP.join(_fitted(row[at], widths[at]) for at in kept)
        yield _cut(f"{indent}{line}".rstrip(), columns)


def _fitted(text: str, columns: int) -> str:
    text = _cut(text, columns)
    return text + " " * (columns - width(text))


def _cut(text: str, columns: int) -> str:
    """Return as much of `text` as fits, with `…` for what does not."""
    if width(text) <= columns:
        return text
    full = next(at for at, taken in enumerate(accumulate(map(_width_of, text))) if taken >= columns)
    return text[:full] + "…"


def _width_of(character: str) -> int:
    if category(character) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
