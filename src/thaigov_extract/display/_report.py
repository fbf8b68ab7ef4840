"""Set many releases on one page: a timeline of events, a list to search, one release at a time.

In:   releases.
Out:  a self-contained HTML page; each release lies in it as inert data until it is opened.
Not:  how a release looks.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from thaigov_extract._given import each
from thaigov_extract._layout import language_of
from thaigov_extract.display._html import Html, joined, packaged, tag
from thaigov_extract.display._release import body
from thaigov_extract.models import DateExpression, Event, Release


def report(releases: Iterable[Release]) -> str:
    """Return one page for all `releases`, in their order; nothing is fetched and only its own script may run."""
    entries: list[dict[str, Any]] = []
    stored: list[Html] = []
    for release in each(releases):
        entries.append(_entry(release))
        stored.append(_data(body(release), f"release-{len(stored)}"))
    script = joined(Html("(() => {"), packaged("release.js"), packaged("report.js"), Html("})();"))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"
    return joined(
        Html('<!doctype html>\n<html lang="en" class="tgx-page">\n<meta charset="utf-8">\n'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Releases</title>\n'),
        tag("style", packaged("report.css"), packaged("release.css")),
        packaged("report.html"),
        *stored,
        _data(entries, "entries"),
        tag("script", script),
        Html("\n</body>\n</html>\n"),
    )


def _entry(release: Release) -> dict[str, Any]:
    """Return what the list and the timeline need to know of a release before it is opened."""
    published = release.published
    title = release.title or release.text[:80].strip() or "Without a title"
    return {
        "title": title,
        "language": language_of(title),
        "published": published.edtf if published else None,
        "words": "\n".join(_words(release)).casefold(),
        "events": [_event(event, event.when, at) for at, event in enumerate(release.events) if event.when],
    }


def _event(event: Event, when: DateExpression, at: int) -> dict[str, Any]:
    return {
        "path": at,
        "kind": event.kind.replace("_", " "),
        "name": event.name,
        "edtf": when.edtf,
        "start": when.start.isoformat(),
        "province": event.venue.province if event.venue else None,
    }


def _words(release: Release) -> Iterator[str]:
    """Yield everything by which a release can be searched."""
    yield release.title
    yield release.text
    yield from release.hashtags
    for official in release.officials:
        yield f"{official.prefix or ''}{official.name}"
        yield from (position.title for position in official.positions)
    for event in release.events:
        yield f"{event.kind.replace('_', ' ')} {event.name or ''}"
        if event.venue:
            yield " ".join(filter(None, (event.venue.text, event.venue.province, event.venue.province_code)))


def _data(value: object, name: str) -> Html:
    """Return `value` as data that the page's script reads; nothing in it can end the element or open another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return tag("script", Html(text), type="application/json", id=name)
