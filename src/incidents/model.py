"""The values that travel between the rooms: immutable, typed, and carrying the offsets of the words they came from.

All offsets are character offsets into ``Report.text``; ``end`` is exclusive. ``None`` means "the report does not say".
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["ok", "skipped", "failed"]
Precision = Literal["day", "week", "month", "season", "year", "range", "unknown"]
Basis = Literal["stated", "inherited", "derived", "unknown"]
Factuality = Literal["reported", "alleged", "denied"]
Completion = Literal["completed", "attempted"]
Granularity = Literal["specific", "aggregate", "practice"]
SectionKind = Literal["headline", "dateline", "body", "quote", "comment", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Report.text``, ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: Span) -> bool:
        """Whether this one lies wholly inside ``other``."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Published:
    """When a report appeared. ``start == end`` for a day; a month-only date spans the month."""

    start: dt.date
    end: dt.date
    precision: Precision = "day"

    @classmethod
    def of_day(cls, day: dt.date) -> Published:
        """A publication date known to the day."""
        return cls(day, day, "day")


@dataclass(frozen=True, slots=True)
class Report:
    """One report as loaded: the text that every offset points into, and what is known about it.

    ``doc_id`` is stable for the same text and metadata. ``status`` is ``ok`` when it can be read; otherwise ``text``
    may be empty and ``message`` says, for people, why and what to do.
    """

    doc_id: str
    text: str
    source_path: str
    source_format: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str | None = None
    status: Status = "ok"
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph-sized stretch of a report and what kind of text it is."""

    start: int
    end: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text and the gazetteer entry it resolves to.

    ``entity_id`` is null when nothing in the gazetteer fits; ``reason`` says how it was resolved.
    ``admin1_code`` is ISO 3166-2, ``country`` ISO 3166-1 alpha-2; latitude and longitude are WGS84 degrees.
    """

    start: int
    end: int
    text: str
    label: str
    entity_id: str | None = None
    canonical: str | None = None
    kind: str | None = None
    country: str | None = None
    admin1_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    source: Literal["gazetteer", "model"] = "gazetteer"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression and the inclusive interval it denotes; ``start``/``end`` are null when unresolvable."""

    text: str
    char_start: int
    char_end: int
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as an interval with open ends: "more than 40" is (40, None), "up to ten" is (None, 10)."""

    start: int
    end: int
    text: str
    minimum: float | None
    maximum: float | None
    approx: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money or a share of pay. ``per`` is day, month, year, total or null; ``percent`` is 0 to 100."""

    start: int
    end: int
    text: str
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    per: str | None = None
    percent: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Whom the report cites for a stretch of text: ``name`` spans ``start:end``, ``scope`` is what it vouches for."""

    start: int
    end: int
    name: str
    scope: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention: trigger words in a sentence, and what qualifies them.

    ``dropped_because`` is null for a mention that counts; ``score`` is the classifier's probability that it is an
    event of this type that the report presents as having happened.
    """

    event_type: str
    trigger: str
    trigger_start: int
    trigger_end: int
    sentence_start: int
    sentence_end: int
    section: SectionKind
    pattern: str
    factuality: Factuality = "reported"
    completion: Completion = "completed"
    dropped_because: str | None = None
    score: float = 1.0
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One cell of an incident and the words it was read from (``start``/``end`` null only when derived)."""

    field: str
    value: object
    text: str | None
    start: int | None
    end: int | None
    basis: Basis
    rule: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of one report. Field names and meanings are those of the ``incidents`` table (docs/schema.md)."""

    event_type: str
    event_subtype: str | None
    granularity: Granularity
    factuality: Factuality
    completion: Completion
    quotes: tuple[Span, ...]
    quote: Span
    values: tuple[Value, ...] = ()
    mentions: tuple[Mention, ...] = ()
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    actor: str | None = None
    attribution: tuple[str, ...] = ()
    incident_id: str = ""
    cluster_id: str = ""
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read from one report."""

    report: Report
    incidents: tuple[Incident, ...] = ()
    mentions: tuple[tuple[Mention, str | None], ...] = ()
    names: tuple[NameMention, ...] = ()
    n_sentences: int = 0
    notes: tuple[str, ...] = ()
