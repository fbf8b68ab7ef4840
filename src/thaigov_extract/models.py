"""The output contract: every model that `parse` returns.

In:   values that finders and readers have settled.
Out:  frozen pydantic models, and through them the published JSON Schemas.
Not:  any reading of text; this module imports nothing of ours until a notebook asks for a picture.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, WithJsonSchema

LocalTime = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d:\d\d$"})]
"""A time of day without a zone, which the `time` format of JSON Schema would demand."""
DateKind = Literal["date", "range", "month", "month_range", "year", "year_range", "fiscal_year", "academic_year"]
InferredPart = Literal["day", "month", "year", "century", "era"]
Qualifier = Literal["exact", "over", "about", "at_least"]
Role = Literal["chair", "delegate_of", "lecturer", "host", "reporter", "signatory", "attendee", "spokesperson"]
EventKind = Literal[
    "opening",
    "closing",
    "launch",
    "meeting",
    "training",
    "seminar",
    "visit",
    "press_conference",
    "signing",
    "award",
    "ceremony",
    "speech",
    "announcement",
    "other",
]
PolicyKind = Literal[
    "policy",
    "strategy",
    "plan",
    "measure",
    "guideline",
    "vision",
    "principle",
    "order",
    "resolution",
    "objective",
    "other",
]


class DiagnosticCode(StrEnum):
    """Stable names of everything that `parse` can remark upon."""

    EMPTY_TEXT = "empty_text"
    LONE_SURROGATE = "lone_surrogate"
    HTML_INPUT = "html_input"
    MARKDOWN_INPUT = "markdown_input"
    MOJIBAKE = "mojibake"
    EPOCH_HEADER = "epoch_header"
    NO_REFERENCE = "no_reference"
    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_TIME = "impossible_time"
    NO_SUCH_THAI_DATE = "no_such_thai_date"
    IMPLAUSIBLE_YEAR = "implausible_year"
    MALFORMED_YEAR = "malformed_year"
    ERA_MISMATCH = "era_mismatch"
    ERA_UNSUPPORTED = "era_unsupported"
    ERA_SUSPECT = "era_suspect"
    REVERSED_RANGE = "reversed_range"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    TODAY_MISMATCH = "today_mismatch"
    MONTH_SPELLING = "month_spelling"
    APRIL_NEW_YEAR = "april_new_year"
    PROLEPTIC_DATE = "proleptic_date"
    LUNAR_DATE = "lunar_date"
    RECURRING_DATE = "recurring_date"
    AMBIGUOUS_PERSON = "ambiguous_person"
    AMBIGUOUS_ORGANISATION = "ambiguous_organisation"
    MISSING_MARKER = "missing_marker"
    REPEATED_MARKER = "repeated_marker"
    SKIPPED_NUMBER = "skipped_number"
    COUNT_MISMATCH = "count_mismatch"


class _Model(BaseModel):
    # Validators are built when the first text is parsed, not when the package is imported.
    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, json_schema_serialization_defaults_required=True
    )


class Span(_Model):
    """A half-open range `[start, end)` of Unicode code points in the caller's text."""

    start: Annotated[int, Field(ge=0, description="Offset of the first character, in Unicode code points.")]
    end: Annotated[int, Field(ge=0, description="Offset after the last character, in Unicode code points.")]

    def __str__(self) -> str:
        """Return `start:end`."""
        return f"{self.start}:{self.end}"


class DateExpression(_Model):
    """A date, range, month or year as written, with the days that it covers."""

    span: Annotated[Span, Field(description="Where the expression stands.")]
    text: Annotated[str, Field(description="The expression exactly as written.")]
    edtf: Annotated[str, Field(description="Normalised form, ISO 8601-2 (EDTF) level 0, Gregorian.")]
    kind: Annotated[DateKind, Field(description="What kind of interval the expression names.")]
    start: Annotated[date, Field(description="First day covered (proleptic Gregorian).")]
    end: Annotated[date, Field(description="Last day covered, inclusive (proleptic Gregorian).")]
    inferred: Annotated[
        list[InferredPart], Field(description="Parts not written, supplied by a rule or by the reference date.")
    ] = []
    conflict: Annotated[
        str | None, Field(description="Code of a contradiction within the text, such as `weekday_mismatch`.")
    ] = None


class TimeExpression(_Model):
    """A clock time or span of clock times, local to Asia/Bangkok."""

    span: Annotated[Span, Field(description="Where the expression stands.")]
    text: Annotated[str, Field(description="The expression exactly as written.")]
    start: Annotated[LocalTime, Field(description="The time, or the beginning of the span of time.")]
    end: Annotated[LocalTime | None, Field(description="The end of the span of time, if one is written.")] = None

    def __str__(self) -> str:
        """Return the time, to be shown: `09:00`, or `09:00-12:00`."""
        return f"{self.start:%H:%M}" + (f"-{self.end:%H:%M}" if self.end else "")


class Venue(_Model):
    """A place where something is held, as one phrase and by its parts."""

    span: Annotated[Span, Field(description="Where the phrase stands.")]
    text: Annotated[str, Field(description="The whole phrase as written.")]
    room: Annotated[str | None, Field(description="Room or hall.")] = None
    floor: Annotated[str | None, Field(description="Floor as written, without the word for floor.")] = None
    building: Annotated[str | None, Field(description="Building.")] = None
    site: Annotated[str | None, Field(description="Hotel, office, temple, school or other site.")] = None
    subdistrict: Annotated[str | None, Field(description="Subdistrict (tambon or khwaeng), bare name.")] = None
    district: Annotated[str | None, Field(description="District (amphoe or khet), bare name.")] = None
    province: Annotated[str | None, Field(description="Full Thai name without the word for province.")] = None
    province_code: Annotated[
        str | None, Field(pattern=r"^TH-\d\d$", description="ISO 3166-2 code of the province.")
    ] = None
    province_inferred: Annotated[
        bool, Field(description="True where the province was not written but follows from the district.")
    ] = False


class Attendance(_Model):
    """How many people took part."""

    span: Annotated[Span, Field(description="Where the number stands, with its qualifier and unit.")]
    count: Annotated[int, Field(ge=0, description="The number of people.")]
    qualifier: Annotated[Qualifier, Field(description="How the writer qualified the number.")]

    def __str__(self) -> str:
        """Return the number with its qualifier, to be shown: `over 1,250`."""
        return f"{self.count:,}" if self.qualifier == "exact" else f"{self.qualifier.replace('_', ' ')} {self.count:,}"


class Participation(_Model):
    """One person's part in an event."""

    name: Annotated[str, Field(description="Equals the `name` of an official of the same release.")]
    role: Annotated[Role, Field(description="What the person does in the event.")]


class Item(_Model):
    """One entry of a list, with the entries nested below it."""

    span: Annotated[Span, Field(description="The item with its marker.")]
    marker: Annotated[str | None, Field(description="The marker as written; null where left out.")] = None
    number: Annotated[str | None, Field(description='Normalised number: "1", "1.2", "C".')] = None
    title: Annotated[str | None, Field(description="The item's own short name, where it has one.")] = None
    title_span: Annotated[Span | None, Field(description="Where the short name stands.")] = None
    text: Annotated[str, Field(description="The item without its marker.")]
    text_span: Annotated[Span | None, Field(description="Where the text stands.")] = None
    items: Annotated[list[Item], Field(description="Entries nested below this one.")] = []


class ItemList(_Model):
    """A list as the writer made it: numbered, lettered, bulleted, or only announced."""

    span: Annotated[Span, Field(description="From the introducer, or the first item, to the end of the last item.")]
    introducer: Annotated[
        str | None, Field(description="The word that announces the list, as written: `ได้แก่`, `ดังนี้`.")
    ] = None
    introducer_span: Annotated[Span | None, Field(description="Where that word stands.")] = None
    partial: Annotated[bool, Field(description="True where the introducer gives examples only: `อาทิ`.")] = False
    declared_count: Annotated[int | None, Field(ge=0, description="How many items the text promises.")] = None
    declared_count_span: Annotated[Span | None, Field(description="Where the count stands, with its unit.")] = None
    items: Annotated[list[Item], Field(description="The items, nested as in the text.")]


class Diagnostic(_Model):
    """A remark on the text: something contradictory, impossible or not understood."""

    code: Annotated[DiagnosticCode, Field(description="Stable name of the kind of remark.")]
    message: Annotated[str, Field(description="One English sentence.")]
    span: Annotated[Span | None, Field(description="Where it is, if it is in one place.")] = None


class Position(_Model):
    """A position as the text attaches it to a person."""

    span: Annotated[Span, Field(description="Where the position stands.")]
    text: Annotated[str, Field(description="The position as written.")]
    title: Annotated[str, Field(description="The position with its abbreviations expanded.")]
    organisation: Annotated[str | None, Field(description="Canonical full name of the organisation.")] = None
    organisation_domain: Annotated[
        str | None,
        Field(description="Internet domain of the organisation, a public identifier; known for the ministries."),
    ] = None
    acting: Annotated[bool, Field(description="True for acting holders and substitutes.")] = False


class Statement(_Model):
    """What a person is reported to say, in one passage."""

    span: Annotated[Span, Field(description="Where the passage stands.")]
    text: Annotated[str, Field(description="The passage as written, without the verb of speech.")]


class Official(_Model):
    """A named person who holds or is presented with a position, or who takes part in an event."""

    name: Annotated[str, Field(description="Given and family name with one space between, without prefix.")]
    prefix: Annotated[str | None, Field(description="Prefix as written, stacked ones together.")] = None
    given_name: Annotated[str, Field(description="Given name.")]
    family_name: Annotated[str | None, Field(description="Family name; null if the text lacks it.")] = None
    positions: Annotated[list[Position], Field(description="Positions in order of the text.")] = []
    mentions: Annotated[list[Span], Field(description="Every mention, prefix included.")] = []
    quoted: Annotated[bool, Field(description="True if some speech is attributed to the person.")] = False
    statements: Annotated[
        list[Statement], Field(description="What follows each verb of speech, up to the end of its paragraph at most.")
    ] = []


class Event(_Model):
    """Something that the release reports as held, or announces as to be held."""

    kind: Annotated[EventKind, Field(description="What kind of event it is.")]
    name: Annotated[str | None, Field(description="The event's own name without quotes.")] = None
    name_span: Annotated[Span | None, Field(description="Where the name stands, without quotes.")] = None
    when: Annotated[DateExpression | None, Field(description="The day or days of the event.")] = None
    time: Annotated[TimeExpression | None, Field(description="The time of day.")] = None
    venue: Annotated[Venue | None, Field(description="The place.")] = None
    participants: Annotated[
        list[Participation],
        Field(description="Named people and what they do: who leads the event first, the others as they are told of."),
    ] = []
    attendance: Annotated[Attendance | None, Field(description="How many people took part.")] = None
    organiser: Annotated[str | None, Field(description="Organising body as written.")] = None
    organiser_span: Annotated[Span | None, Field(description="Where the organising body is named.")] = None
    span: Annotated[Span, Field(description="The passage that states the event.")]


class Policy(_Model):
    """A policy, strategy, plan, measure package or set of orders that the release sets out."""

    kind: Annotated[PolicyKind, Field(description="What kind of policy it is.")]
    name: Annotated[str | None, Field(description="Name without quotes; null for an unnamed list.")] = None
    name_span: Annotated[Span | None, Field(description="Where the name stands, without quotes.")] = None
    issuer: Annotated[str | None, Field(description="Name of the official, or the organisation as written.")] = None
    issuer_span: Annotated[
        Span | None, Field(description="Where the organisation is named, or a mention of the person.")
    ] = None
    period: Annotated[DateExpression | None, Field(description="The years that it covers.")] = None
    vision: Annotated[str | None, Field(description="The stated vision without quotes.")] = None
    vision_span: Annotated[Span | None, Field(description="Where the vision stands, without quotes.")] = None
    declared_count: Annotated[int | None, Field(ge=0, description="How many items the text promises.")] = None
    declared_count_span: Annotated[Span | None, Field(description="Where the count stands, with its unit.")] = None
    items: Annotated[list[Item], Field(description="The items, nested as in the text.")] = []
    span: Annotated[Span, Field(description="The passage that sets it out.")]


class TrainingModule(_Model):
    """One subject of a training course."""

    number: Annotated[str | None, Field(description="Number of the subject, if it is numbered.")] = None
    title: Annotated[str, Field(description="Title without the English title in parentheses.")]
    title_span: Annotated[Span | None, Field(description="Where the title stands.")] = None
    title_en: Annotated[str | None, Field(description="English title, if there is one.")] = None
    title_en_span: Annotated[Span | None, Field(description="Where the English title stands.")] = None
    programme: Annotated[str | None, Field(description="Name of the course or project.")] = None
    programme_span: Annotated[Span | None, Field(description="Where the course or project is named.")] = None
    span: Annotated[Span, Field(description="Where the subject stands.")]


class FlagshipProject(_Model):
    """One project that the release calls flagship, important or a quick win."""

    number: Annotated[str | None, Field(description="Number of the project, if it is numbered.")] = None
    name: Annotated[str, Field(description="Name of the project.")]
    plan: Annotated[str | None, Field(description="The strategy or policy that it drives.")] = None
    plan_span: Annotated[Span | None, Field(description="Where that strategy or policy is named.")] = None
    span: Annotated[Span, Field(description="Where the project stands.")]


def text_id(text: str) -> str:
    """Return the id of a release that is read from `text`."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Release(_Model):
    """Everything read from one press release.

    The object remembers its text (`release.text`) for display and for `text[span.start:span.end]`;
    the JSON leaves it out.
    """

    _text: str = PrivateAttr(default="")

    schema_version: Annotated[Literal["1"], Field(description="Version of this contract.")] = "1"
    id: Annotated[str, Field(description="Digest of the text: the same text has the same id anywhere.")]
    title: Annotated[str, Field(description="Headline without the site's own prefix.")] = ""
    title_span: Annotated[Span | None, Field(description="Where the headline stands.")] = None
    published: Annotated[DateExpression | None, Field(description="The header date.")] = None
    source_url: Annotated[str | None, Field(description="Address that the release gives as its source.")] = None
    source_url_span: Annotated[Span | None, Field(description="Where the address stands.")] = None
    dates: Annotated[list[DateExpression], Field(description="Dates outside the header line.")] = []
    times: Annotated[list[TimeExpression], Field(description="Clock times, in text order.")] = []
    events: Annotated[list[Event], Field(description="Events, the main one first.")] = []
    officials: Annotated[list[Official], Field(description="People, by first mention.")] = []
    policies: Annotated[list[Policy], Field(description="Policies, in text order.")] = []
    training_modules: Annotated[list[TrainingModule], Field(description="Subjects of courses.")] = []
    flagship_projects: Annotated[list[FlagshipProject], Field(description="Flagship projects.")] = []
    hashtags: Annotated[list[str], Field(description="Hashtags with their #, in text order.")] = []
    diagnostics: Annotated[list[Diagnostic], Field(description="Remarks on the text.")] = []

    @property
    def text(self) -> str:
        """The text that was parsed; empty for a release loaded from JSON until `with_text` gives it back."""
        return self._text

    def with_text(self, text: str) -> Release:
        """Return this release with the text that it was read from, for display and for what spans point at.

        Raises:
            ValueError: if it was read from another text.
        """
        if text_id(text) != self.id:
            raise ValueError(f"the release was read from another text: its id is {self.id}, not {text_id(text)}")
        release = self.model_copy()
        release._text = text  # noqa: SLF001  (a copy of our own)
        return release

    def __eq__(self, other: object) -> bool:
        """Tell whether all fields are equal; `id` stands for the text, which a release loaded from JSON lacks."""
        return self.__dict__ == other.__dict__ if isinstance(other, Release) else NotImplemented

    def __hash__(self) -> int:
        """Return the hash of `id`."""
        return hash(self.id)

    def _repr_html_(self) -> str:
        """Show the release in a notebook: its text with marks beside cards of what was extracted."""
        from thaigov_extract.display import html  # noqa: PLC0415  (nobody else pays for it)

        return html(self)


def officials_by_name(release: Release) -> dict[str, int]:
    """Return where in `release.officials` the bearer of each name stands; a name that two of them bear is left out."""
    bearers = Counter(official.name for official in release.officials)
    return {official.name: at for at, official in enumerate(release.officials) if bearers[official.name] == 1}
