"""Field by field, whether an incident of the dataset says what the label says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from incidents.evaluate.gold import Bounds, GoldAmount, GoldIncident
from incidents.evaluate.names import same_name
from incidents.evaluate.predicted import Predicted

CODES = ("country", "admin1_code", "facility_type")
NAMES = ("place", "facility", "company")
COUNTS = ("participants", "killed", "injured")
FIELDS = ("date", *CODES, *NAMES, *COUNTS, "amount")
LABELS = ("granularity", "factuality", "completion")
HALF = 0.5  # two intervals agree when they share at least this part of the days that either covers


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the label has a value, the dataset has one, and, if both have, whether they agree."""

    gold: bool
    found: bool
    right: bool

    @property
    def wrong(self) -> bool:
        """A value that is missing, too many or different."""
        return (self.gold or self.found) and not self.right

    @property
    def contradicts(self) -> bool:
        """Both have a value, and they differ."""
        return self.gold and self.found and not self.right


def agreements(found: Predicted, gold: GoldIncident) -> dict[str, Agreement]:
    """The agreement of every field of ``FIELDS``."""
    row = found.row
    date = (gold.date_start, gold.date_end), (row.get("date_start"), row.get("date_end"))
    result = {"date": Agreement(date[0][0] is not None, date[1][0] is not None, same_dates(*date))}
    for name in CODES:
        wanted, value = getattr(gold, name), row.get(name)
        result[name] = Agreement(wanted is not None, value is not None, value is not None and value == wanted)
    for name in NAMES:
        spellings, value = getattr(gold, name) or (), row.get(name)
        result[name] = Agreement(bool(spellings), value is not None, value is not None and same_name(value, spellings))
    for name in COUNTS:
        bounds, own = getattr(gold, name), found.bounds(name)
        has = own != (None, None)
        result[name] = Agreement(bounds is not None, has, bounds is not None and has and _same_bounds(own, bounds))
    has = any(row.get(f"amount_{part}") is not None for part in ("min", "max", "percent"))
    told = found.bounds("amount"), row.get("amount_currency"), row.get("amount_percent")
    right = gold.amount is not None and has and same_amount(gold.amount, *told)
    result["amount"] = Agreement(gold.amount is not None, has, right)
    return result


Dates = tuple[dt.date | None, dt.date | None]


def same_dates(gold: Dates, found: Dates) -> bool:
    """Whether two intervals share at least ``HALF`` of the days that either covers; null agrees with nothing."""
    (start, end), (own_start, own_end) = gold, found
    if start is None or end is None or own_start is None or own_end is None:
        return False
    shared = (min(end, own_end) - max(start, own_start)).days + 1
    covered = (max(end, own_end) - min(start, own_start)).days + 1
    return shared > 0 and shared / covered >= HALF


def _same_bounds(found: Bounds, gold: Bounds) -> bool:
    """Compared by the lower bound, or by the upper where the lower is open."""
    return _telling(found) == _telling(gold)


def _telling(bounds: Bounds) -> float | None:
    low, high = bounds
    return low if low is not None else high


def same_amount(gold: GoldAmount, bounds: Bounds, currency: str | None, percent: float | None) -> bool:
    """Whether a sum (its bounds and ISO 4217 currency) or a share (0 to 100) is the labelled one, a share within one point."""
    if gold.percent is not None:
        return percent is not None and abs(percent - gold.percent) < 1
    return (not gold.currency or currency == gold.currency) and _same_bounds(bounds, (gold.min, gold.max))
