"""Set the values of a release as cards that point into the text.

In:   Shown.
Out:  HTML: one section per kind of value, one card per value, one field per part with a place of its own.
Not:  the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from thaigov_extract._spans import Label, issuer_label
from thaigov_extract.display._html import Html, joined, quoted, tag, written
from thaigov_extract.display._shown import Shown
from thaigov_extract.models import DateExpression, Event, Item, Official, Policy, Position, Venue


def cards_pane(view: Shown) -> Html:
    """Return all cards, or a sentence where there is nothing to show."""
    release = view.release
    sections = [
        _section("event", "Events", (_event(view, at) for at in range(len(release.events)))),
        _section("person", "People", (_official(view, at) for at in range(len(release.officials)))),
        _section("policy", "Policies", (_policy(view, at) for at in range(len(release.policies)))),
        _section("module", "Training modules", (_module(view, at) for at in range(len(release.training_modules)))),
        _section("project", "Flagship projects", (_project(view, at) for at in range(len(release.flagship_projects)))),
        _section("date", "Dates", (_date(view, at) for at in range(len(release.dates))), dense=True),
        _section("time", "Times", (_time(view, at) for at in range(len(release.times))), dense=True),
    ]
    content = joined(*sections) or tag("p", written("Nothing was extracted from this text."), class_="tgx-empty")
    return tag("div", content, class_="tgx-cards", role="region", aria_label="What was extracted", tabindex=0)


def _section(kind: Label, heading: str, cards: Iterable[Html], *, dense: bool = False) -> Html:
    cards = list(cards)
    if not cards:
        return joined()
    return tag(
        "section",
        tag("h3", written(heading), tag("small", written(str(len(cards))))),
        tag("ul", *cards, class_="tgx-dense" if dense else None),
        data_k=kind,
    )


def _card(numbers: str | None, head: Html, *fields: Html) -> Html:
    return tag("li", _button("tgx-head", numbers, head), *fields, class_="tgx-card", data_m=numbers)


def _button(class_: str, numbers: str | None, *content: Html, kind: Label | None = None) -> Html:
    """Return a button that lights marks; plain content where there are none to light."""
    if numbers is None:
        return tag("div", *content, class_=class_, data_k=kind)
    return tag("button", *content, class_=class_, type="button", data_k=kind, data_m=numbers)


def _field(key: str, value: Html, numbers: str | None = None, kind: Label | None = None) -> Html:
    parts = tag("span", written(key), class_="tgx-key"), tag("span", value, class_="tgx-part")
    return _button("tgx-field", numbers, *parts, kind=kind)


def _code(text: str) -> Html:
    return tag("code", written(text))


def _aside(text: str) -> Html:
    return tag("small", written(text))


def _named(kind: str, name: str | None) -> Html:
    title = quoted(name, "strong") if name else tag("em", written("without a name"))
    return joined(tag("span", written(kind.replace("_", " ")), class_="tgx-kind"), title)


def _event(view: Shown, at: int) -> Html:
    event = view.release.events[at]
    path = f"/events/{at}"
    fields = [
        *_when_and_where(view, event, path),
        *(_participation(view, event, at) for at in range(len(event.participants))),
    ]
    if event.attendance:
        fields.append(_field("people", _code(str(event.attendance)), view.under(f"{path}/attendance"), "attendance"))
    if event.organiser:
        organiser = view.under(f"{path}/organiser_span")
        fields.append(_field("organiser", quoted(event.organiser), organiser, "organisation"))
    return _card(view.under(path, *_taking_part(view, event)), _named(event.kind, event.name), *fields)


def _taking_part(view: Shown, event: Event) -> Iterable[str]:
    """Yield where the people of an event are named within the passage that states it."""
    for at in {view.officials[part.name] for part in event.participants if part.name in view.officials}:
        for number, mention in enumerate(view.release.officials[at].mentions):
            if event.span.start <= mention.start and mention.end <= event.span.end:
                yield f"/officials/{at}/mentions/{number}"


def _when_and_where(view: Shown, event: Event, path: str) -> Iterable[Html]:
    if event.when:
        yield _field("when", _date_value(event.when), view.under(f"{path}/when"), "date")
    if event.time:
        yield _field("time", _code(str(event.time)), view.under(f"{path}/time"), "time")
    if event.venue:
        yield _field("where", _venue_value(event.venue), view.under(f"{path}/venue"), "place")


def _participation(view: Shown, event: Event, at: int) -> Html:
    part = event.participants[at]
    mentions = view.under(f"/officials/{view.officials[part.name]}/mentions") if part.name in view.officials else None
    return _field(part.role.replace("_", " "), quoted(part.name), mentions, "person")


def _date_value(date: DateExpression) -> Html:
    # Hardly anybody writes the era: พ.ศ. goes without saying, and saying so at every date hides the rest.
    inferred = [part for part in date.inferred if part != "era"]
    remarks = [f"{' and '.join(inferred)} inferred"] if inferred else []
    if date.kind not in {"date", "month", "year"}:
        remarks.insert(0, date.kind.replace("_", " "))
    if date.conflict:
        remarks.append(date.conflict.replace("_", " "))
    return joined(_code(date.edtf), *([_aside(", ".join(remarks))] if remarks else []))


def _venue_value(venue: Venue) -> Html:
    return joined(quoted(venue.text), *([_code(venue.province_code)] if venue.province_code else []))


def _official(view: Shown, at: int) -> Html:
    official = view.release.officials[at]
    path = f"/officials/{at}"
    fields = [_position(view, official, path, at) for at in range(len(official.positions))]
    return _card(view.under(path), _person(official), *fields)


def _person(official: Official) -> Html:
    prefix = [quoted(official.prefix, class_="tgx-prefix")] if official.prefix else []
    count = len(official.mentions)
    remarks = [_aside(f"{count} mentions")] if count > 1 else []
    if official.quoted:
        remarks.append(_aside("quoted"))
    return joined(*prefix, quoted(official.name, "strong"), *remarks)


def _position(view: Shown, official: Official, path: str, at: int) -> Html:
    position: Position = official.positions[at]
    parts = [quoted(position.title)]
    if position.acting:
        parts.append(_aside("acting"))
    if position.organisation and position.organisation not in position.title:
        parts.append(quoted(position.organisation, "small"))
    return _button("tgx-field tgx-position", view.under(f"{path}/positions/{at}"), *parts, kind="position")


def _policy(view: Shown, at: int) -> Html:
    policy = view.release.policies[at]
    path = f"/policies/{at}"
    fields = list(_policy_fields(view, policy, path))
    if policy.items:
        fields.append(_items(view, policy.items, path))
    return _card(view.under(path), _named(policy.kind, policy.name), *fields)


def _policy_fields(view: Shown, policy: Policy, path: str) -> Iterable[Html]:
    if policy.issuer:
        kind = issuer_label(view.release, policy.issuer)
        yield _field("issuer", quoted(policy.issuer), view.under(f"{path}/issuer_span"), kind)
    if policy.period:
        yield _field("period", _date_value(policy.period), view.under(f"{path}/period"), "date")
    if policy.vision:
        yield _field("vision", quoted(policy.vision), view.under(f"{path}/vision_span"), "vision")
    if policy.declared_count is not None and policy.declared_count != len(policy.items):
        yield _field("promised", _code(f"{policy.declared_count} items, {len(policy.items)} given"))


def _items(view: Shown, items: list[Item], path: str) -> Html:
    return tag("ol", *(_item(view, item, f"{path}/items/{at}") for at, item in enumerate(items)), data_k="item")


def _item(view: Shown, item: Item, path: str) -> Html:
    words = [quoted(item.title, "strong")] if item.title else [quoted(item.text)]
    head = _button("tgx-field tgx-item", view.under(path), _number(item.number), *words)
    return tag("li", head, *([_items(view, item.items, path)] if item.items else []))


def _number(number: str | None) -> Html:
    return tag("span", written(number or "·"), class_="tgx-number")


def _module(view: Shown, at: int) -> Html:
    module = view.release.training_modules[at]
    path = f"/training_modules/{at}"
    fields = []
    if module.title_en and module.title_en != module.title:
        fields.append(_field("in English", quoted(module.title_en)))
    if module.programme:
        fields.append(_field("programme", quoted(module.programme), view.under(f"{path}/programme_span"), "name"))
    head = joined(_number(module.number), quoted(module.title, "strong"))
    return _card(view.only(path), head, *fields)


def _project(view: Shown, at: int) -> Html:
    project = view.release.flagship_projects[at]
    path = f"/flagship_projects/{at}"
    fields = [_field("plan", quoted(project.plan), view.under(f"{path}/plan_span"), "name")] if project.plan else []
    head = joined(_number(project.number), quoted(project.name, "strong"))
    return _card(view.only(path), head, *fields)


def _date(view: Shown, at: int) -> Html:
    date = view.release.dates[at]
    return _card(view.under(f"/dates/{at}"), joined(_date_value(date), quoted(date.text, "small")))


def _time(view: Shown, at: int) -> Html:
    time = view.release.times[at]
    return _card(view.under(f"/times/{at}"), joined(_code(str(time)), quoted(time.text, "small")))
