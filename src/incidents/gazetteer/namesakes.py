"""Which of several places of one name the words beside it leave room for."""

from __future__ import annotations

from collections.abc import Sequence

from incidents.gazetteer.entries import Entry

#: People of a city that stands for itself in any text.
METROPOLIS = 500_000


def outshines(city: Entry, divisions: Sequence[Entry]) -> bool:
    """Whether a city is too well known for one of these divisions, in which it does not lie, to be meant by its name."""
    return city.population >= METROPOLIS and bool(divisions) and city.admin1_code not in {d.id for d in divisions}


def lies_elsewhere(entry: Entry, beside: Sequence[Entry]) -> bool:
    """Whether a small place is said to lie in another country or division than this one."""
    wider = [e for e in beside if e.kind in ("admin1", "county")]
    if not wider or entry.population >= METROPOLIS or entry.kind in ("admin1", "country", "region"):
        return False
    if all(e.country != entry.country for e in beside):
        return True
    return entry.country != "KP" and bool(entry.admin1_code) and any(e.kind == "admin1" for e in wider)
