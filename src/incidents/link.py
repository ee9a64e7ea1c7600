"""Which incidents of different reports are the same event.

Two incidents are linked when they are of one type in one country, nothing that both state contradicts, and they agree
on where (place, facility or company) and also on when or on how many. A cluster never holds two incidents of one
report: within a report, merging has already decided that they are two.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

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
    cluster_of = {cluster.tellings[0].incident_id: cluster for cluster in _told_alike(known.values())}
    tellings = [cluster.tellings[0] for cluster in cluster_of.values()]
    for _, first, second in sorted(_pairs(tellings), key=lambda pair: (-pair[0], pair[1], pair[2])):
        ours, theirs = cluster_of[first], cluster_of[second]
        if ours is not theirs and ours.fits(theirs):
            joined = ours.joined(theirs)
            cluster_of.update({telling.incident_id: joined for telling in joined.tellings})
    return {member: min(cluster.members) for cluster in cluster_of.values() for member in cluster.members}


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Incidents of one event. ``tellings`` has one event of every version of it that differs in anything."""

    tellings: tuple[Event, ...]
    members: tuple[str, ...]
    docs: frozenset[str]

    def fits(self, other: _Cluster) -> bool:
        """Whether the two share no report and nothing in one contradicts anything in the other."""
        return self.docs.isdisjoint(other.docs) and all(
            _compatible(ours, theirs) for ours in self.tellings for theirs in other.tellings
        )

    def joined(self, other: _Cluster) -> _Cluster:
        """Both together."""
        return _Cluster(self.tellings + other.tellings, self.members + other.members, self.docs | other.docs)


def _told_alike(events: Iterable[Event]) -> list[_Cluster]:
    """Clusters of incidents that are told in exactly the same way, so that a story carried by a thousand outlets costs
    no more to link than one; what is told too vaguely to be linked stays alone."""
    alike: dict[Event, list[dict[str, Event]]] = defaultdict(list)  # of each telling, groups of events by report
    for event in events:
        groups = alike[replace(event, incident_id="", doc_id="")]
        linkable = [group for group in groups if event.doc_id not in group] if _strength(event, event) else []
        if linkable:
            linkable[0][event.doc_id] = event
        else:
            groups.append({event.doc_id: event})
    return [
        _Cluster((next(iter(group.values())),), tuple(e.incident_id for e in group.values()), frozenset(group))
        for groups in alike.values()
        for group in groups
    ]


def _pairs(events: Iterable[Event]) -> Iterator[tuple[int, str, str]]:
    """Pairs that are the same event, with the number of things that they agree on."""
    for first, second in _candidates(events):
        strength = _strength(first, second)
        if strength >= 2 and _compatible(first, second):
            yield (strength, first.incident_id, second.incident_id)


def _candidates(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Every pair that can agree on where and on when or how many, each once: far fewer than all pairs.

    Two short intervals that overlap share a calendar month. If one of the two is not short, the counts have to agree.
    """
    months: dict[object, list[Event]] = defaultdict(list)
    vague: dict[object, list[Event]] = defaultdict(list)
    dated: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        for where in sorted({event.place, event.facility, event.company} - {None}, key=str):
            for month in _months(event):
                months[event.event_type, where, month].append(event)
            if _is_exact(event.participants):
                (dated if _is_short(event) else vague)[event.event_type, where, event.participants].append(event)
    pairs = chain(
        chain.from_iterable(combinations(block, 2) for block in months.values()),
        chain.from_iterable(combinations(block, 2) for block in vague.values()),
        chain.from_iterable(product(block, dated.get(key, ())) for key, block in vague.items()),
    )
    seen: set[frozenset[str]] = set()
    for first, second in pairs:
        pair = frozenset((first.incident_id, second.incident_id))
        if pair not in seen:
            seen.add(pair)
            yield (first, second) if first.incident_id < second.incident_id else (second, first)


def _months(event: Event) -> list[tuple[int, int]]:
    """The calendar months that a short interval touches: one or two, or three around February; none if not short."""
    if event.start is None or event.end is None or not _is_short(event):
        return []
    first, last = (day.year * 12 + day.month for day in (event.start, event.end))
    return [divmod(month, 12) for month in range(first, last + 1)]


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
    return _overlap(first, second) and _is_short(first) and _is_short(second)


def _is_short(event: Event) -> bool:
    return event.start is not None and event.end is not None and (event.end - event.start).days < MAX_DAYS


def _is_exact(count: Bounds) -> bool:
    return count[0] is not None and count[0] == count[1]


def _same_count(first: Bounds, second: Bounds, *, needs_crowd: bool) -> bool:
    """Equal exact counts; a single person counts only when the time agrees as well."""
    if not _is_exact(first) or first != second:
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
