"""Set one release: what it is, a legend, its text, its cards.

In:   Release.
Out:  HTML, alone or within a page that brings style and script itself.
Not:  many releases.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from thaigov_extract._spans import LABELS, Label
from thaigov_extract.display._cards import cards_pane
from thaigov_extract.display._html import Html, joined, packaged, quoted, tag, written
from thaigov_extract.display._shown import Shown, shown
from thaigov_extract.display._text import note, text_pane
from thaigov_extract.models import Release

_HEADINGS: dict[Label, str] = {
    "date": "Dates",
    "time": "Times",
    "person": "People",
    "position": "Positions",
    "place": "Places",
    "attendance": "Attendance",
    "name": "Names",
    "organisation": "Organisations",
    "event": "Events",
    "policy": "Policies",
    "vision": "Visions",
    "item": "Items",
    "module": "Modules",
    "project": "Projects",
    "remark": "Remarks",
}


def html(release: Release) -> str:
    """Return a release as HTML for a notebook or any page: style and script included, nothing fetched.

    The fragment holds no ids, so that any number of them, of the same release too, stand in one page.
    """
    script = joined(Html("(() => {"), packaged("release.js"), packaged("fragment.js"), Html("})();"))
    return joined(tag("style", packaged("release.css")), body(release), tag("script", script))


def body(release: Release) -> Html:
    """Return a release for a page that brings `release.css` and `release.js` itself."""
    view = shown(release)
    panes = tag("div", _text_or_reason(view), cards_pane(view), class_="tgx-panes")
    said = tag("p", class_="tgx-said", role="status")
    return tag("article", _header(view), _legend(view), panes, said, class_="tgx", lang="en")


def _text_or_reason(view: Shown) -> Html:
    if view.release.text:
        return text_pane(view)
    reason = "The text is not at hand: a release read from JSON brings its values only."
    return tag("p", written(reason), class_="tgx-empty")


def _header(view: Shown) -> Html:
    release = view.release
    facts = []
    if release.published:
        facts.append(tag("time", written(release.published.edtf), datetime=release.published.start.isoformat()))
    if release.source_url:
        facts.append(_link(release.source_url))
    facts.extend(quoted(hashtag) for hashtag in release.hashtags)
    remarks = [
        note(remark) for at, remark in enumerate(release.diagnostics) if f"/diagnostics/{at}" not in view.numbers
    ]
    title = quoted(release.title, "h2") if release.title else tag("h2", written("Without a title"))
    return tag("header", title, tag("div", *facts, class_="tgx-facts"), *remarks)


def _link(url: str) -> Html:
    """Return a link where the address is one of the web; anything else, `javascript:` say, stays text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return tag("span", written(url))
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return tag("span", written(url))
    return tag("a", written(parts.netloc), href=url, rel="noopener noreferrer", target="_blank")


def _legend(view: Shown) -> Html:
    """Return one switch per kind that occurs."""
    switches = [
        tag(
            "button",
            tag("i", aria_hidden="true"),
            written(_HEADINGS[kind]),
            tag("small", written(str(count))),
            type="button",
            aria_pressed="true",
            data_k=kind,
            data_switch=kind,
        )
        for kind in LABELS
        if (count := view.count(kind))
    ]
    if not switches:
        return joined()
    every = tag("button", written("Show all"), type="button", data_every="", hidden="")
    return tag("div", *switches, every, class_="tgx-legend", role="group", aria_label="Show or hide kinds of marks")
