"""Whether two dates, places, counts or sums of two mentions can be of one event."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.model import DateMention, Quantity

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer


def own_places(clues: Clues) -> list[Place]:
    """Places that locate the event itself."""
    return [p for p in clues.places if p.relation in {"at", "from"} or (p.relation == "near" and p.distance < 5)]


def closest(places: list[Place], gazetteer: Gazetteer) -> list[Place]:
    """The places that hold no other one of them: "Helong, in China's Jilin Province" is Helong."""
    return [p for p in places if not any(_holds(p, q, gazetteer) for q in places)]


def _holds(a: Place, b: Place, gazetteer: Gazetteer) -> bool:
    """Whether the first place is a country or division in which the second one lies."""
    return (
        a.name.kind in {"country", "region", "admin1"}
        and b.name.kind not in {"country", "region", a.name.kind}
        and relation(a, b, gazetteer) == "inside"
    )


def relation(a: Place, b: Place, gazetteer: Gazetteer) -> str:
    """``same``, ``inside`` (one holds the other) or ``apart``."""
    x, y = a.name, b.name
    if (x.entity_id and x.entity_id == y.entity_id) or (x.canonical and x.canonical == y.canonical):
        return "same"
    for one, two in ((x, y), (y, x)):
        if one.entity_id and two.entity_id and one.entity_id in {e.id for e in gazetteer.ancestors(two.entity_id)}:
            return "inside"
        if one.kind in {"country", "region"} and one.country == two.country:
            return "inside"
        if (one.kind == "admin1" or one.label == "PROVINCE") and one.admin1_code == two.admin1_code:
            return "inside"
        if one.label in {"FACILITY", "CAMP"} and one.admin1_code and one.admin1_code == two.admin1_code:
            return "inside"
    return "apart"


def overlaps(a: DateMention, b: DateMention, slack: int = 1) -> bool:
    """Whether two dated intervals share a day, give or take ``slack`` days."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    leeway = dt.timedelta(days=slack if a.precision == b.precision == "day" else 0)
    return a.start <= b.end + leeway and b.start <= a.end + leeway


def agree(a: DateMention, b: DateMention) -> bool:
    """Whether two dates of one sentence can be one: they share a day or, where one is unresolved, their words."""
    return a.text == b.text if a.start is None or b.start is None else overlaps(a, b)


def days(date: DateMention) -> int:
    """How many days an interval has; 1 for one with an open end."""
    return (date.end - date.start).days + 1 if date.start and date.end else 1


def _same(a: Quantity, b: Quantity) -> bool:
    return (a.minimum, a.maximum) == (b.minimum, b.maximum)


def _overlap(a: Quantity, b: Quantity) -> bool:
    """Whether two counts may be of the same people: "dozens" and 40."""
    low, high = max(a.minimum or 0, b.minimum or 0), min(a.maximum or math.inf, b.maximum or math.inf)
    return low <= high


def compared(name: str, mine: list[Quantity], theirs: list[Quantity]) -> dict[str, float]:
    """``name_same`` for equal counts, ``name_differs`` for counts that exclude each other, nothing in between."""
    if any(_same(a, b) for a in mine for b in theirs):
        return {f"{name}_same": 1.0}
    return {} if any(_overlap(a, b) for a in mine for b in theirs) else {f"{name}_differs": 1.0}
