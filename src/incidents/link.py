"""Which incidents of different reports are the same event.

Two incidents are linked when they are of one type in one country, nothing that both state contradicts, and they agree
on where (place, facility or company) and also on when or on how many. A cluster never holds two incidents of one
report: within a report, merging has already decided that they are two.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from incidents.model import Incident

MAX_DAYS = 31  # an interval longer than a month says too little about when to link by
COUNT_TOLERANCE = 0.25  # first figures from two outlets differ; more than a quarter apart is another event
SOLE_PERSON = 1  # "one man" agrees with too much to identify an event without its date

Bounds = tuple[float | None, float | None]
COUNTS = ("participants", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Event:
    """What linking looks at in one incident; null where the report does not say."""

    incident_id: str
    doc_id: str
    event_type: str
    granularity: str
    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    facility: str | None = None
    company: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    participants: Bounds = (None, None)
    killed: Bounds = (None, None)
    injured: Bounds = (None, None)


def event_of(doc_id: str, incident: Incident) -> Event:
    """The linking view of an incident; gazetteer ids are preferred to names, so that spellings do not matter."""
    fields = incident.fields
    return Event(
        incident.incident_id,
        doc_id,
        incident.event_type,
        incident.granularity,
        country=_text(fields, "country"),
        admin1=_text(fields, "admin1_code"),
        place=_text(fields, "place_id", "place"),
        facility=_text(fields, "facility_id", "facility"),
        company=_text(fields, "company_id", "company"),
        start=_day(fields, "date_start"),
        end=_day(fields, "date_end"),
        participants=_bounds(fields, "participants"),
        killed=_bounds(fields, "killed"),
        injured=_bounds(fields, "injured"),
    )


def link(events: Iterable[Event]) -> dict[str, str]:
    """Cluster id of every incident id: the smallest incident id of those that tell of the same event.

    The result does not depend on the order of ``events``.
    """
    known = {event.incident_id: event for event in sorted(events, key=lambda e: (e.incident_id, e.doc_id))}
    clusters: dict[str, tuple[str, ...]] = {incident_id: (incident_id,) for incident_id in known}
    for _, first, second in sorted(_pairs(known.values()), key=lambda pair: (-pair[0], pair[1], pair[2])):
        ours, theirs = clusters[first], clusters[second]
        if ours is not theirs and all(_compatible(known[a], known[b]) for a in ours for b in theirs):
            joined = tuple(sorted(ours + theirs))
            clusters.update(dict.fromkeys(joined, joined))
    return {incident_id: members[0] for incident_id, members in clusters.items()}


def _pairs(events: Iterable[Event]) -> Iterator[tuple[int, str, str]]:
    """Pairs that are the same event, with the number of things that they agree on."""
    blocks: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        # a pair has to agree on one of these three, so only incidents that share one are ever compared
        for key in (event.place, event.facility, event.company):
            if key is not None:
                blocks[event.event_type, key].append(event)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for first, second in combinations(block, 2):
            pair = (first.incident_id, second.incident_id)
            if pair in seen:
                continue
            seen.add(pair)
            strength = _strength(first, second)
            if strength >= 2 and _compatible(first, second):
                yield (strength, *pair)


def _strength(first: Event, second: Event) -> int:
    """How many strong agreements there are; 0 unless one is about where and one about when or how many."""
    where = sum(_same(getattr(first, k), getattr(second, k)) for k in ("place", "facility", "company"))
    when = _same_time(first, second)
    many = _same_count(first.participants, second.participants, needs_crowd=not when)
    if not where or not (when or many):
        return 0
    return where + when + many


def _compatible(first: Event, second: Event) -> bool:
    """Whether nothing that both incidents state contradicts."""
    if first.doc_id == second.doc_id or first.event_type != second.event_type:
        return False
    if (first.granularity == "practice") != (second.granularity == "practice"):
        return False
    if any(_differ(getattr(first, k), getattr(second, k)) for k in ("country", "admin1", "place", "facility")):
        return False
    if first.start and first.end and second.start and second.end and not _overlap(first, second):
        return False
    return not any(_far_apart(getattr(first, name), getattr(second, name)) for name in COUNTS)


def _same(first: str | None, second: str | None) -> bool:
    return first is not None and first == second


def _differ(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second


def _overlap(first: Event, second: Event) -> bool:
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return False
    return first.start <= second.end and second.start <= first.end


def _same_time(first: Event, second: Event) -> bool:
    return _overlap(first, second) and all(_days(event) <= MAX_DAYS for event in (first, second))


def _days(event: Event) -> int:
    return (event.end - event.start).days + 1 if event.start and event.end else MAX_DAYS + 1


def _same_count(first: Bounds, second: Bounds, *, needs_crowd: bool) -> bool:
    """Equal exact counts; a single person counts only when the time agrees as well."""
    if None in first or first != second or first[0] != first[1]:
        return False
    return not (needs_crowd and first[0] == SOLE_PERSON)


def _far_apart(first: Bounds, second: Bounds) -> bool:
    """Whether two intervals with open ends stay apart even when each gives way by ``COUNT_TOLERANCE``."""
    below = first[1] is not None and second[0] is not None and first[1] < second[0] * (1 - COUNT_TOLERANCE)
    above = second[1] is not None and first[0] is not None and second[1] < first[0] * (1 - COUNT_TOLERANCE)
    return below or above


def _text(fields: Mapping[str, object], *names: str) -> str | None:
    return next((str(fields[name]) for name in names if fields.get(name) is not None), None)


def _day(fields: Mapping[str, object], name: str) -> dt.date | None:
    value = fields.get(name)
    return value if isinstance(value, dt.date) else None


def _bounds(fields: Mapping[str, object], name: str) -> Bounds:
    low, high = (fields.get(f"{name}_{end}") for end in ("min", "max"))
    return (
        float(low) if isinstance(low, (int, float)) else None,
        float(high) if isinstance(high, (int, float)) else None,
    )
