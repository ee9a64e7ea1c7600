"""The event definitions: one YAML file a type, validated and compiled for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from incidents.errors import PatternError
from incidents.events.families import Families
from incidents.events.phrases import Phrase, parse_phrase
from incidents.patterns import Patterns, read_yaml

PREPOSITIONS = frozenset(
    [
        "about", "across", "after", "against", "along", "among", "at", "behind", "between", "by", "down", "for", "from",
        "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "through", "to",
        "toward", "towards", "under", "via", "with", "without", "aboard", "as", "beneath", "beyond", "underneath", "upon", "during", "amid",
    ]
)  # fmt: skip
ROLES = frozenset({"subject", "object", "comp", "governor", "mod", "modified", "det"}) | PREPOSITIONS
SCOPES = frozenset({"clause", "sentence", "near", "report", "context"})
TRIGGERS = frozenset({"verb", "noun"})
SCOUT = "scout.yaml"
TOLD = "told"  # the last part of the ids of learnt patterns: "escape.told"
ALLOWED = ROLES | SCOPES | TRIGGERS


class RoleSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who the participants of a type are (``subject``, ``victim`` or ``none``) and which arguments it takes."""

    participants: str = "subject"
    casualties: bool = False
    amount: bool = False
    moves: bool = False  # the people end up somewhere else: where they left counts, not where they arrive


class SubtypeSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A subtype: chosen when the facility type fits or a word of the family stands in the quotes."""

    name: str
    facility_types: list[str] = []
    words: str | None = None


class PatternSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One pattern as written in the file. See docs/patterns.md for the meaning of every key."""

    id: str
    example: str
    counterexample: str
    verb: list[str] = []
    noun: list[str] = []
    phrase: list[str] = []
    subject: list[str] = []
    where: list[dict[str, str]] = []
    unless: list[dict[str, str]] = []
    weak: bool = False
    weak_without: str | None = None
    completion: str | None = None
    granularity: str | None = None
    states_negation: bool = False
    states_duty: bool = False
    states_purpose: bool = False
    outcome: bool = False


class ScoutSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``scout.yaml``: vetoes for what the scout alone takes for an event, of whatever type."""

    unless_told: list[dict[str, str]]


class TypeSpec(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One event type as written in the file."""

    type: str
    definition: str
    patterns: list[PatternSpec]
    accepts: list[str] = []
    unless: list[dict[str, str]] = []
    unless_told: list[dict[str, str]] = []
    roles: RoleSpec = RoleSpec()
    subtypes: list[SubtypeSpec] = []
    default_subtype: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A conjunction: every role or scope must (``wanted``) or must not (``unwanted``) hold a word of the families."""

    wanted: tuple[tuple[str, tuple[str, ...]], ...]
    unwanted: tuple[tuple[str, tuple[str, ...]], ...]
    because: str | None = None


@dataclass(frozen=True, slots=True)
class EventPattern:
    """A pattern ready for matching."""

    id: str
    event_type: str
    verbs: dict[str, tuple[tuple[str, ...], ...]]
    nouns: frozenset[str]
    phrases: tuple[Phrase, ...]
    where: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    weak: bool
    weak_without: tuple[str, ...]
    completion: str | None
    granularity: str | None
    states_negation: bool
    states_duty: bool
    states_purpose: bool
    outcome: bool
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type with its compiled patterns."""

    name: str
    definition: str
    accepts: tuple[str, ...]
    roles: RoleSpec
    subtypes: tuple[SubtypeSpec, ...]
    default_subtype: str | None
    unless: tuple[Condition, ...]
    patterns: tuple[EventPattern, ...]
    unless_told: tuple[Condition, ...] = ()


def load_event_types(patterns: Patterns, families: Families) -> dict[str, EventType]:
    """Read every ``events/*.yaml``, and from ``scout.yaml`` what the scout alone must not take for any of them.

    Raises:
        PatternError: unknown key, family or role, an id given twice, or a type defined twice.
    """
    types: dict[str, EventType] = {}
    ids: set[str] = set()
    any_type = patterns.read(SCOUT, ScoutSpec).unless_told
    for path in patterns.under("events"):
        spec = read_yaml(path, TypeSpec)
        if spec.type in types:
            raise PatternError(f"{path.name}: the type '{spec.type}' is defined in another file too")
        compiled = []
        for pattern in spec.patterns:
            if pattern.id in ids:
                raise PatternError(f"{path.name}: pattern id '{pattern.id}' is used twice")
            ids.add(pattern.id)
            compiled.append(_compile(path, spec, pattern, families))
        types[spec.type] = EventType(
            spec.type, spec.definition, tuple(spec.accepts), spec.roles, tuple(spec.subtypes), spec.default_subtype,
            tuple(_condition(path, spec.type, c, families) for c in spec.unless), tuple(compiled),
            tuple(_condition(path, spec.type, c, families) for c in [*any_type, *spec.unless_told]),
        )  # fmt: skip
    if not types:
        raise PatternError("no event type is defined: patterns/events holds no .yaml file")
    return types


def _compile(path: Path, spec: TypeSpec, pattern: PatternSpec, families: Families) -> EventPattern:
    if not (pattern.verb or pattern.noun or pattern.phrase):
        raise PatternError(f"{path.name}: pattern '{pattern.id}' needs one of verb, noun or phrase")
    verbs: dict[str, list[tuple[str, ...]]] = {}
    for words in pattern.verb:
        head, *particles = words.split()
        verbs.setdefault(head, []).append(tuple(particles))
    where = pattern.where
    if pattern.subject:
        where = [{**alternative, **({"subject": "|".join(pattern.subject)} if "subject" not in alternative else {})}
                 for alternative in (where or [{}])]  # fmt: skip
    return EventPattern(
        id=pattern.id,
        event_type=spec.type,
        verbs={k: tuple(v) for k, v in verbs.items()},
        nouns=frozenset(pattern.noun),
        phrases=tuple(parse_phrase(p, families, f"{path.name}: {pattern.id}") for p in pattern.phrase),
        where=tuple(_condition(path, pattern.id, c, families) for c in where),
        unless=tuple(_condition(path, pattern.id, c, families) for c in [*pattern.unless, *spec.unless]),
        weak=pattern.weak,
        weak_without=families.check(pattern.weak_without, f"{path.name}: {pattern.id}") if pattern.weak_without else (),
        completion=pattern.completion,
        granularity=pattern.granularity,
        states_negation=pattern.states_negation,
        states_duty=pattern.states_duty,
        states_purpose=pattern.states_purpose,
        outcome=pattern.outcome,
        example=pattern.example,
        counterexample=pattern.counterexample,
    )


def is_told(pattern_id: str) -> bool:
    """Whether a mention's pattern is the one that stands for what the scout proposes."""
    return pattern_id.endswith(f".{TOLD}")


def learnt_pattern(event_type: EventType) -> EventPattern:
    """The pattern that stands for what a model proposes: no words of its own, its type's vetoes, as open to negation as it is."""
    return EventPattern(
        id=f"{event_type.name}.{TOLD}",
        event_type=event_type.name,
        verbs={},
        nouns=frozenset(),
        phrases=(),
        where=(),
        unless=(*event_type.unless_told, *event_type.unless),
        weak=False,
        weak_without=(),
        completion=None,
        granularity=None,
        states_negation=any(p.states_negation for p in event_type.patterns),
        states_duty=any(p.states_duty for p in event_type.patterns),
        states_purpose=False,
        outcome=False,
        example="",
        counterexample="",
    )


def _condition(path: Path, pattern_id: str, raw: dict[str, str], families: Families) -> Condition:
    wanted: list[tuple[str, tuple[str, ...]]] = []
    unwanted: list[tuple[str, tuple[str, ...]]] = []
    because: str | None = None
    for key, value in raw.items():
        if key == "because":
            because = value
            continue
        role = re.sub(r"^unless_", "", key)
        if role not in ALLOWED:
            allowed = ", ".join(sorted(ALLOWED))
            raise PatternError(f"{path.name}: pattern '{pattern_id}': unknown role '{key}'; allowed: {allowed}")
        terms = families.check(value, f"{path.name}: pattern '{pattern_id}', {key}")
        (unwanted if key.startswith("unless_") else wanted).append((role, terms))
    return Condition(tuple(wanted), tuple(unwanted), because)
