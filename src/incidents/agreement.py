"""What a mention and an incident told before say of one thing: the same, something else, or something new."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.comparing import agree, closest, compared, days, overlaps, own_places, relation

if TYPE_CHECKING:
    import datetime as dt

    from incidents.gazetteer import Gazetteer
    from incidents.merge import Draft

WEEKS = 45  # days within which one event may go on
SEASON, DAYS = 300, 10  # from so many days on another year is told, and up to so many the same week


def dates(draft: Draft, item: Clues) -> dict[str, float]:
    known = draft.dates()
    if not item.dates:
        return {}
    if not known:
        return {"date_new": 1.0}
    found = "date_differs"
    for date in item.dates:
        for other in known:
            if overlaps(date, other):
                same = (date.start, date.end) == (other.start, other.end)
                found = "date_same" if same or found == "date_same" else "date_overlaps"
    wider = found == "date_overlaps" and all(days(d) * 20 < days(item.dates[0]) for d in known)
    return {found: 1.0, "date_wider": float(wider)}


def apart_by(draft: Draft, item: Clues) -> dict[str, float]:
    """How far the mention's date lies from those known that it differs from, and on which side: background lies before.

    ``date_gap`` is the logarithm of the days between, divided by six: 1 for a year. The same is said again of people who move,
    whose flight takes months, and of those spoken of before.
    """
    mine = _interval(item)
    known = [span for c in draft.clues if (span := _interval(c)) is not None]
    if mine is None or not known:
        return {}
    before = all(mine[1] < start for start, _ in known)
    between = [(start - mine[1]).days if before else abs((mine[0] - end).days) for start, end in known]
    gap = math.log1p(max(0, min(between))) / 6
    found = {
        "date_before" if before else "date_after": 1.0,
        "date_gap": gap,
        "date_year": float(min(between) > SEASON),
        "date_days": float(min(between) <= DAYS),
    }
    if item.moves:
        found |= {"date_gap_moves": gap, "date_before_moves": float(before)}
    if item.telling.pronoun or item.definite:
        found |= {"date_gap_known": gap, "date_before_known": float(before)}
    return found


def _interval(item: Clues) -> tuple[dt.date, dt.date] | None:
    """The days of a mention's best date, if both ends are known."""
    date = item.dates[0] if item.dates else None
    return (date.start, date.end) if date is not None and date.start is not None and date.end is not None else None


def soon_after(draft: Draft, item: Clues) -> bool:
    """Whether the mention's date differs from those known, but by weeks at most."""
    if "date_differs" not in dates(draft, item):
        return False
    starts = [d.start for d in draft.dates() if d.start is not None]
    return any(abs((d.start - s).days) <= WEEKS for d in item.dates[:1] if d.start is not None for s in starts)


def places(draft: Draft, item: Clues, gazetteer: Gazetteer) -> dict[str, float]:
    mine, theirs = closest(own_places(item), gazetteer), closest(draft.places(), gazetteer)
    if not mine:
        return {}
    if not theirs:
        return {"place_new": 1.0}
    found = {relation(a, b, gazetteer) for a in mine for b in theirs}
    if item.moves and found == {"apart"} and not {p.relation for p in mine} & {p.relation for p in theirs}:
        return {"place_moved": 1.0}  # who left one place turns up at another
    name = "place_same" if "same" in found else "place_inside" if "inside" in found else "place_differs"
    return {name: 1.0}


def counts(draft: Draft, item: Clues) -> dict[str, float]:
    found: dict[str, float] = {}
    if counted(item) and item.group is not None and item.group.quantity is not None:
        known = [
            c.group.quantity for c in draft.clues if c.group is not None and c.group.quantity is not None and counted(c)
        ]
        found |= compared("count", [item.group.quantity], known) if known else {"count_new": 1.0}
    for name in ("killed", "injured"):
        mine = getattr(item, name)
        theirs = [q for c in draft.clues if c.sentence_index != item.sentence_index for q in getattr(c, name)]
        if mine and theirs:
            found |= compared("toll", mine, theirs)
    if item.telling.partial and item.sentence_index not in draft.sentences:
        found.pop("count_differs", None)  # "five of those who had marched were arrested"
    return found


def sites(draft: Draft, item: Clues) -> dict[str, float]:
    named = {s.name.entity_id or s.name.canonical for c in draft.clues for s in c.sites if s.name is not None}
    mine = {s.name.entity_id or s.name.canonical for s in item.sites if s.name is not None}
    if named and mine:
        return {"site_same": 1.0} if named & mine else {"site_differs": 1.0}
    known = {s.facility_type for c in draft.clues for s in c.sites[:1] if s.distance < 20}
    new = {s.facility_type for s in item.sites[:1] if s.distance < 20}
    if known and new:
        return {"site_type_same": 1.0} if known & new else {"site_type_differs": 1.0}
    return {}


def beside(draft: Draft, item: Clues, gazetteer: Gazetteer) -> dict[str, float]:
    """For mentions of one sentence: whether each has a date or a place of its own nearest to it."""
    others = [c for c in draft.clues if c.sentence_index == item.sentence_index]
    theirs_dated = [c.dates[0] for c in others if c.dates]
    found: dict[str, float] = {}
    if item.dates and theirs_dated and not any(agree(item.dates[0], d) for d in theirs_dated):
        found["date_differs"] = 1.0
    mine, theirs = _nearest(item), [p for c in others if (p := _nearest(c)) is not None]
    if mine is not None and theirs and all(relation(mine, p, gazetteer) == "apart" for p in theirs):
        found["place_differs"] = 1.0
    return found


def _nearest(item: Clues) -> Place | None:
    return min(own_places(item), key=lambda p: p.distance, default=None)


def counted(item: Clues) -> bool:
    return item.group is not None and item.group.quantity is not None and item.group.quantity.rule != "one person"
