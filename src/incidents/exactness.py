"""How exact dates are, and how two of them lie to each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidents.model import DateMention

PRECISE = {"day": 0, "week": 1, "range": 2, "month": 3, "season": 4, "year": 5, "unknown": 6}
SUNDAY = 6
CALENDAR = {"month": 30, "season": 91, "year": 364}
"""Days: one February is no more exact than one January."""


def in_its_week(date: DateMention, told: list[DateMention], published: dt.date | None) -> DateMention:
    """ "The blast, on Wednesday" of "last week", where a bare "Wednesday" would be today's.

    In a paper of Sunday (``published``) "last week" may be the one that is just over.
    """
    if (
        date.rule != "deictic.weekday"
        or date.start is None
        or (published is not None and published.weekday() == SUNDAY)
    ):
        return date
    before = date.start - dt.timedelta(days=7)
    weeks = [d for d in told if d.precision == "week" and d.start is not None and d.end is not None]
    fits = any(w.start <= before <= w.end < date.start for w in weeks)  # type: ignore[operator]
    return replace(date, start=before, end=before) if fits else date


def length(date: DateMention) -> tuple[int, int]:
    """How exact a date is: its days, then its kind."""
    known = date.start is not None and date.end is not None
    days = (date.end - date.start).days if known else 10**6  # type: ignore[operator]
    return CALENDAR.get(date.precision, days) if known else days, PRECISE[date.precision]


def inside(date: DateMention, other: DateMention) -> bool:
    """Whether a date lies within another, longer one."""
    if date.start is None or date.end is None or other.start is None or other.end is None:
        return False
    return other.start <= date.start and date.end <= other.end and length(date) < length(other)
