"""What one event mention says about its event: values with the words they were read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidents.arguments.telling import Telling
from incidents.model import Basis, DateMention, Mention, Money, NameMention, Quantity, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A located name and its relation to the event: one of the words that ``bearings.bearing`` gives."""

    name: NameMention
    relation: str
    distance: int
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Site:
    """A site: its type (codebook), its name if it has one, and the words."""

    facility_type: str
    span: Span
    name: NameMention | None
    distance: int
    basis: Basis = "stated"


EVENTS = "/events"
"""Ends the rule of a count of events."""


@dataclass(frozen=True, slots=True)
class Group:
    """The people of an event: their words, how many, and whether the words point back to somebody named before."""

    span: Span
    head: str
    quantity: Quantity | None
    anaphoric: bool
    plural: bool

    @property
    def of_events(self) -> bool:
        """Whether its number counts occurrences ("nine strikes") and not people."""
        return self.quantity is not None and self.quantity.rule.endswith(EVENTS)


@dataclass(slots=True)
class Clues:
    """Everything read for one mention from its own sentence."""

    mention: Mention
    sentence_index: int
    paragraph: int
    dates: list[DateMention] = field(default_factory=list)
    beside: list[DateMention] = field(default_factory=list)
    """Dates of its sentence that hang on another event told there: "escaped during a riot on Monday"."""
    places: list[Place] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    companies: list[NameMention] = field(default_factory=list)
    group: Group | None = None
    killed: list[Quantity] = field(default_factory=list)
    injured: list[Quantity] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    definite: bool = False
    another: bool = False
    brief: bool = False
    """Its text is too short to have a lead."""
    elided: bool = False
    """Told by a remnant without a verb: another event than that of the clause before."""
    aggregate: bool = False
    foiled: bool = False
    """For people who move: whether they were stopped before they got anywhere."""
    fronted: bool = False
    moves: bool = False
    owed: bool = False
    cited: frozenset[str] = frozenset()
    habitual: bool = False
    telling: Telling = field(default_factory=Telling)
    standing: bool | None = None
    """For pay: whether it is a lasting system (true) or one sum or period (false); null for other types."""
