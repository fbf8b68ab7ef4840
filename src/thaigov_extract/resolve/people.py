"""Make one person of many mentions.

In:   Layout and the mentions of names, titles and verbs of speech.
Out:  Person: name, positions, every mention, the short ones too, and whether the release quotes the person.
Not:  what a person does in an event.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice, takewhile
from operator import attrgetter, itemgetter

from thaigov_extract._layout import Layout, Range
from thaigov_extract._lexicon import phrases_of
from thaigov_extract._mentions import Mention, Mentions, made, record
from thaigov_extract._organisations import (
    Organisation,
    OrganisationForm,
    meant_by,
    ministries,
    ministry_head,
    owner_of,
)
from thaigov_extract._people.glued import name_lists, split_glued
from thaigov_extract._people.sounds import likeness, sound_alike, sounds_of
from thaigov_extract._people.values import SpeechCue, WrittenPerson, WrittenPosition, WrittenRole
from thaigov_extract.models import Diagnostic, DiagnosticCode
from thaigov_extract.resolve._speakers import Named, speeches
from thaigov_extract.resolve._speech import Speech, passages

Report = Callable[[Diagnostic], None]

_ABBREVIATED = "ฯ"
_LONGEST_QUOTED = 30
"""A name that a headline puts in quotes is no longer."""
_SAME_NAME = 0.78
"""Family names of one given name that are at least this alike are one name, spelt twice."""
_SAME_GIVEN = 0.85
"""So are given names of one family name: "พันธุ์", "พันธ์"."""

_GLUED = 10
"""Given names of at least this many characters may hold a family name as well."""
_SHORTEST_GIVEN = 3
_LONGEST_GIVEN = 25
_NAMESAKES = 12
"""So many people of one given name or office are told apart; a release has no more."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of the release; equal to nobody else, so that asking who costs nothing."""

    name: str
    prefix: str | None
    given_name: str
    family_name: str | None
    positions: tuple[WrittenPosition, ...]
    """Spelt out."""
    quoted: bool
    statements: tuple[Range, ...]
    """What is said, behind each verb of speech that belongs to the person."""

    def speaks_for(self, whom: str | None = None) -> bool:
        """Tell whether the person holds the office of somebody who speaks for others, or for `whom`."""
        offices = phrases_of("people", "spokesman", whom)
        return any(office in held.title for held in self.positions for office in offices)


@record
class PersonMention:
    """A mention of `person`, prefix included, at the folded range `[lo, hi)`.

    `phrase_lo`, `phrase_hi` widen the mention by the position attached before or after it.
    """

    lo: int
    hi: int
    phrase_lo: int
    phrase_hi: int
    person: Person


@dataclass(slots=True)
class _Cluster:
    """The mentions of one person while they are being gathered."""

    given: str
    family: str | None
    prefix: str | None
    positions: list[WrittenPosition] = field(default_factory=list)
    offices: dict[str, set[str | None]] = field(default_factory=dict)
    """The organisations of each office held."""
    places: list[tuple[int, int, int, int]] = field(default_factory=list)
    """`lo`, `hi`, `phrase_lo`, `phrase_hi` of each mention."""
    shared: tuple[WrittenPosition, ...] = ()
    quoted: bool = False
    statements: list[Range] = field(default_factory=list)
    private: bool = False
    starts: list[int] = field(default_factory=list)
    """Where the person is named in full, in text order."""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}" if self.family else self.given

    def add(self, lo: int, hi: int, phrase_lo: int, phrase_hi: int) -> None:
        self.places.append((lo, hi, phrase_lo, phrase_hi))


def resolve_people(
    layout: Layout, mentions: Mentions, report: Report
) -> tuple[tuple[Person, ...], tuple[PersonMention, ...]]:
    """Return the people of the release by first mention, and all their mentions in text order."""
    written = mentions.of(WrittenPerson)
    people = _People(layout, written, report)
    full = [mention for mention in written if mention.value.family is not None]
    for mention in sorted(full, key=lambda m: (m.value.kind == "latin", not (m.value.positions or m.value.shared))):
        people.named_in_full(mention)
    people.order()
    if len(full) < len(written):
        for mention in written:
            if mention.value.family is None:
                people.named_in_short(mention)
        people.order()
    roles = mentions.of(WrittenRole)
    if not people.clusters and not any(role.value.given for role in roles):
        return (), ()
    people.share()
    for role in roles:
        people.named_by_role(role)
    people.named_in_quotes()
    people.attribute(mentions.of(SpeechCue))
    people.named_as_author()
    return people.sealed()


class _People:
    """The people of one release, while they are told apart."""

    def __init__(self, layout: Layout, written: Sequence[Mention[WrittenPerson]], report: Report) -> None:
        self.layout = layout
        self.text = layout.text
        self.report = report
        self.clusters: list[_Cluster] = []
        self.by_given: dict[str, list[_Cluster]] = {}
        self.by_family: dict[str, list[_Cluster]] = {}
        self.lengths: dict[str, set[int]] = {}
        """Of the given names that begin so."""
        self.by_name: dict[tuple[str, str | None], _Cluster] = {}
        self.by_sound: dict[str, list[_Cluster]] | None = None
        """Of those named in Thai, by the first sound of the given name; told when a Latin name asks for it."""
        self.by_office: dict[str, list[_Cluster]] = {}
        self.owners: dict[str, Organisation | None] = {}
        self.taken: list[tuple[int, int]] = []
        self.written = written
        self.ministries: list[tuple[int, str]] | None = None
        """Where positions name a ministry, in text order; looked for when a title leaves it out."""
        self.titles: list[tuple[str, _Cluster]] | None = None
        """The titles held, without the word for acting, in order; looked for when one is broken off."""

    def named_in_full(self, mention: Mention[WrittenPerson]) -> None:
        value = mention.value
        cluster = self._same(value)
        if cluster is None and value.kind == "latin":
            cluster = self._in_thai(value)
        if cluster is None and self._is_known(value):
            known = self._known(mention)
            if known is not None:
                # What follows a given name that is known is no other family name but a word that no table has.
                hi = self.text.index(known[1], mention.lo) + len(known[1])
                known[0].add(mention.lo, hi, mention.lo, hi)
                return
        if cluster is None:
            cluster = self._new(value.given, value.family, value.prefix)
        elif cluster.prefix is None:
            cluster.prefix = value.prefix
        self._note(cluster, mention)

    def _is_known(self, value: WrittenPerson) -> bool:
        """Tell whether a given name may be that of somebody known, whatever stands in the place of a family name."""
        if not value.firm:
            return True
        if value.kind == "latin" or value.positions or value.shared or value.private:
            return False
        return self._given_at(value.given) is not None and value.family not in name_lists()[1]

    def named_in_short(self, mention: Mention[WrittenPerson]) -> None:
        value = mention.value
        known = self._known(mention)
        if known is not None:
            cluster, given = known
            if value.given not in (given, f"{cluster.given}{cluster.family or ''}"):
                hi = mention.hi - len(value.given) + len(given)
                cluster.add(mention.lo, hi, value.phrase_lo, hi)
                return
            self._note(cluster, mention)
        elif value.positions:
            given, family = split_glued(value.given) if len(value.given) >= _GLUED else (value.given, None)
            self._note(self._new(given, family, value.prefix), mention)

    def order(self) -> None:
        """Put what is asked for by place in text order."""
        self.taken.sort()
        for cluster in self.clusters:
            cluster.starts.sort()

    def share(self) -> None:
        """Give those who have no position of their own the one that follows a row of names."""
        for cluster in self.clusters:
            if not cluster.positions:
                for position in cluster.shared:
                    self._give(cluster, position)

    def named_by_role(self, mention: Mention[WrittenRole]) -> None:
        position = mention.value.position
        if self._is_taken(mention.lo):
            return
        after = position.hi + (self.text[position.hi : position.hi + 1] == " ")
        given = self._given_at(self.text[after : after + _LONGEST_GIVEN])
        if given is not None:
            hi = after + len(given)
            self.by_given[given][0].add(mention.lo, hi, mention.lo, hi)
            return
        holders = self._holders(position, foreign=mention.value.foreign) or self._holders_in_short(position)
        if mention.value.given and not holders:
            cluster = self._new(mention.value.given, None, None)
            cluster.add(after, after + len(cluster.given), mention.lo, after + len(cluster.given))
            self._give(cluster, position)
        elif len(holders) == 1 and not _is_of_another(self.text, position):
            holders[0].add(mention.lo, mention.hi, mention.lo, mention.value.phrase_hi)

    def named_in_quotes(self) -> None:
        """Add the names that headlines put in quotes, most of them given names."""
        for quote in self.layout.quotes:
            if quote.inner_hi - quote.inner_lo <= _LONGEST_QUOTED and not self._is_taken(quote.inner_lo):
                given, _, family = self.text[quote.inner_lo : quote.inner_hi].partition(" ")
                named = self.by_name.get((given, family)) if family else next(iter(self.by_given.get(given, ())), None)
                if named is not None:
                    named.add(quote.inner_lo, quote.inner_hi, quote.lo, quote.hi)

    def attribute(self, cues: Sequence[Mention[SpeechCue]]) -> None:
        """Mark whom the verbs of speech belong to."""
        if not cues:
            return
        named = [made(Named, (*place, cluster)) for cluster in self.clusters for place in cluster.places]
        spoken: list[Speech[_Cluster]] = speeches(self.text, named, cues)
        for speech in spoken:
            for one in speech.speakers:
                one.quoted = True
        for said, speakers in passages(self.layout, spoken):
            for one in speakers:
                lo, hi = one.statements[-1] if one.statements else (0, 0)
                if not lo <= said[0] < said[1] <= hi:
                    one.statements.append(said)

    def named_as_author(self) -> None:
        """Mark whose words the release is: the headline calls it an address by somebody."""
        addresses = phrases_of("people", "address")
        for lo, hi in self.layout.headlines:
            if self.text.startswith(addresses, lo):
                for cluster in self.clusters:
                    if any(lo < at < hi and self.text[lo:at].rstrip() in addresses for _, _, at, _ in cluster.places):
                        cluster.quoted = True

    def sealed(self) -> tuple[tuple[Person, ...], tuple[PersonMention, ...]]:
        """Return the people by first mention, and the mentions in text order."""
        people: list[Person] = []
        placed: list[PersonMention] = []
        for cluster in sorted(self.clusters, key=lambda c: min(c.places)):
            if cluster.private and not cluster.positions and not cluster.quoted:
                continue
            person = Person(
                cluster.name,
                cluster.prefix,
                cluster.given,
                cluster.family,
                tuple(sorted(cluster.positions, key=attrgetter("lo"))),
                cluster.quoted,
                tuple(cluster.statements),
            )
            people.append(person)
            placed.extend(PersonMention(*place, person) for place in sorted(cluster.places))
        placed.sort(key=attrgetter("lo", "hi"))
        return tuple(people), tuple(placed)

    def _new(self, given: str, family: str | None, prefix: str | None) -> _Cluster:
        cluster = _Cluster(given, family, prefix)
        self.clusters.append(cluster)
        self.by_given.setdefault(given, []).append(cluster)
        if family is not None:
            self.by_family.setdefault(family, []).append(cluster)
        if _SHORTEST_GIVEN <= len(given) <= _LONGEST_GIVEN:
            self.lengths.setdefault(given[:_SHORTEST_GIVEN], set()).add(len(given))
        self.by_name.setdefault((given, family), cluster)
        return cluster

    def _same(self, value: WrittenPerson) -> _Cluster | None:
        """Return the person of a full name; a prefix of the other sex is a slip only where the name is the same."""
        if (value.given, value.family) in self.by_name:
            return self.by_name[value.given, value.family]
        namesakes = self.by_given.get(value.given, [])[-_NAMESAKES:]
        relatives = self.by_family.get(value.family or "", [])[-_NAMESAKES:]
        alike = chain(
            (known for known in namesakes if likeness(known.family or "", value.family or "") >= _SAME_NAME),
            (known for known in relatives if likeness(known.given, value.given) >= _SAME_GIVEN),
        )
        return next((known for known in alike if not _contradict(known.prefix, value.prefix)), None)

    def _in_thai(self, value: WrittenPerson) -> _Cluster | None:
        """Return the person whose Thai name, heard, is the Latin one of `value`: a release may give both languages."""
        if self.by_sound is None:
            self.by_sound = {}
            for cluster in self.clusters:
                if not cluster.given.isascii():
                    self.by_sound.setdefault(sounds_of(cluster.given)[:1], []).append(cluster)
        given, family = sounds_of(value.given), sounds_of(value.family or "")
        for cluster in self.by_sound.get(given[:1], [])[:_NAMESAKES]:
            if sound_alike(given, sounds_of(cluster.given)) and sound_alike(family, sounds_of(cluster.family or "")):
                return cluster
        return None

    def _given_at(self, text: str) -> str | None:
        """Return the longest given name of the release that `text` begins with."""
        lengths = self.lengths.get(text[:_SHORTEST_GIVEN], ())
        found = (text[:length] for length in sorted(lengths, reverse=True) if length <= len(text))
        return next((given for given in found if given in self.by_given), None)

    def _known(self, mention: Mention[WrittenPerson]) -> tuple[_Cluster, str] | None:
        """Return whom the given name alone means, and the name without what is glued to it."""
        value = mention.value
        name = value.given if value.given in self.by_given else self._given_at(value.given)
        if name is None:
            return None
        namesakes = self.by_given[name][-_NAMESAKES:]
        clusters = [cluster for cluster in namesakes if not _contradict(cluster.prefix, value.prefix)]
        if not clusters:
            return None
        if len(clusters) > 1:
            clusters.sort(key=lambda cluster: _last_before(cluster.starts, mention.lo))
            self.report(
                Diagnostic(
                    code=DiagnosticCode.AMBIGUOUS_PERSON,
                    message="Several people of the release have this given name; the one named last is taken.",
                    span=self.layout.source.span(mention.lo, mention.hi),
                )
            )
        return clusters[-1], name

    def _note(self, cluster: _Cluster, mention: Mention[WrittenPerson]) -> None:
        value = mention.value
        cluster.add(mention.lo, mention.hi, value.phrase_lo, value.phrase_hi)
        cluster.starts.append(mention.lo)
        self.taken.append((value.phrase_lo, value.phrase_hi))
        cluster.shared = cluster.shared or value.shared
        cluster.quoted = cluster.quoted or value.kind == "self"
        cluster.private = cluster.private or value.private
        if value.kind == "latin" and cluster.positions and not cluster.given.isascii():
            # What the other language calls the same office is no further one.
            return
        for position in value.positions:
            self._give(cluster, position)

    def _give(self, cluster: _Cluster, position: WrittenPosition) -> None:
        held = self._spelt_out(position)
        if position.office not in cluster.offices:
            cluster.offices[position.office] = set()
            self.by_office.setdefault(position.office, []).append(cluster)
        cluster.offices[position.office].add(held.organisation)
        if not any(_repeats(held, other) for other in cluster.positions):
            cluster.positions = [other for other in cluster.positions if not _repeats(other, held)]
            cluster.positions.append(held)

    def _spelt_out(self, position: WrittenPosition) -> WrittenPosition:
        """Return `position` with the ministry that it leaves out or misspells, and the owner of its abbreviation."""
        stem, short, rest = position.title.partition(ministry_head() + _ABBREVIATED)
        if short:
            ministry = self._ministry_before(position.lo)
            title = stem + (ministry or ministry_head()) + rest
            position = replace(position, title=title, organisation=ministry or position.organisation)
        if position.organisation is not None and (meant := meant_by(position.organisation)):
            title = position.title.replace(position.organisation, meant)
            return replace(position, title=title, organisation=meant)
        if position.undecided is None:
            return position
        owner = self._owner(position.undecided)
        if owner is None:
            self.report(
                Diagnostic(
                    code=DiagnosticCode.AMBIGUOUS_ORGANISATION,
                    message="The abbreviation has several owners, and the text does not say which is meant.",
                    span=self.layout.source.span(position.lo, position.hi),
                )
            )
            return position
        written = position.undecided.written
        title = position.title.replace(f" {written}", owner.name).replace(written, owner.name)
        return replace(position, title=title, organisation=owner.name)

    def _ministry_before(self, at: int) -> str | None:
        """Return the ministry named last in a position before `at`."""
        if self.ministries is None:
            self.ministries = sorted(
                (position.lo, position.organisation)
                for mention in self.written
                for position in mention.value.positions
                if position.organisation in ministries() and position.organisation.startswith(ministry_head())
            )
        index = bisect_left(self.ministries, (at,))
        return self.ministries[index - 1][1] if index else None

    def _owner(self, form: OrganisationForm) -> Organisation | None:
        if form.written not in self.owners:
            self.owners[form.written] = owner_of(form, self.text)
        return self.owners[form.written]

    def _holders(self, position: WrittenPosition, *, foreign: bool) -> list[_Cluster]:
        holders = self.by_office.get(position.office, [])[:_NAMESAKES]
        if position.organisation is None:
            # The head of another government holds the same office: "นายกรัฐมนตรีญี่ปุ่น".
            own = [holder for holder in holders if any(held.title == position.title for held in holder.positions)]
            return own if foreign else own or holders
        fitting = (None, position.organisation)
        return [holder for holder in holders if not holder.offices[position.office].isdisjoint(fitting)]

    def _holders_in_short(self, position: WrittenPosition) -> list[_Cluster]:
        """Return whose titles begin like the one that is broken off at `position`: "อธิบดีกรมสวัสดิการฯ"."""
        stem = position.title.removesuffix(_ABBREVIATED)
        if self.text[position.lo : position.hi] != stem + _ABBREVIATED:
            return []
        if self.titles is None:
            held = ((one.title[max(0, one.title.find(one.office)) :], c) for c in self.clusters for one in c.positions)
            self.titles = sorted(held, key=_by_start)
        first = bisect_left(self.titles, stem, key=_by_start)
        fitting = takewhile(lambda held: held[0].startswith(stem), islice(self.titles, first, first + _NAMESAKES))
        return list({id(holder): holder for _, holder in fitting}.values())

    def _is_taken(self, at: int) -> bool:
        index = bisect_left(self.taken, (at + 1,)) - 1
        return index >= 0 and self.taken[index][0] <= at < self.taken[index][1]


def _is_of_another(text: str, title: WrittenPosition) -> bool:
    """Tell whether a title only names whom or what somebody else belongs to, or the rank: "ภริยานายกรัฐมนตรี"."""
    before, behind = phrases_of("people", "not the holder", ""), phrases_of("people", "not the holder", "behind")
    return text.endswith(before, 0, title.lo) or text.startswith(behind, title.hi)


def _repeats(position: WrittenPosition, other: WrittenPosition) -> bool:
    """Tell whether `position` says no more than `other`: the same title, its office alone, a short form of it."""
    if position.title == other.title:
        return True
    if position.title.replace(" ", "") == other.title.replace(" ", ""):
        return position.is_short or not other.is_short
    if (
        position.office == other.office
        and position.organisation == other.organisation is not None
        and position.is_short
    ):
        return not other.is_short or len(position.title) < len(other.title)
    if position.title.isascii() and other.title.startswith(position.title + " "):
        return position.office == other.office
    if position.title.endswith(_ABBREVIATED) and other.title.startswith(position.title[:-1]):
        return True
    # "นายอำเภอเมืองเลย" beside "นายอำเภอเมืองเลย จังหวัดเลย"
    within = (other.organisation or "").startswith(position.organisation or "")
    return within and other.organisation is not None and other.title.startswith(position.title)


_by_start = itemgetter(0)


def _contradict(prefix: str | None, other: str | None) -> bool:
    """Tell whether one prefix is a man's and the other a woman's."""
    sexes = _sexes()
    return prefix in sexes and other in sexes and sexes[prefix] != sexes[other]


@cache
def _sexes() -> dict[str, str]:
    return {prefix: sex for sex in ("man", "woman") for prefix in phrases_of("people", sex)}


def _last_before(starts: list[int], at: int) -> int:
    """Return the last of `starts` before `at`; a name that comes only later counts less, the nearer the more."""
    index = bisect_left(starts, at)
    return starts[index - 1] if index else -starts[0]
