"""Cells of an incident as short words for people: intervals, open ends, money."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

Row = Mapping[str, Any]
PRONOUNS = frozenset({"they", "them", "he", "him", "she", "her", "it", "we", "us", "who"})
UNNAMED = "other"  # the facility type that says least


def known(value: object) -> bool:
    """Whether a cell holds a value."""
    return value is not None and value is not pd.NA and value is not pd.NaT and value == value


def when(row: Row) -> str:
    """The date interval as briefly as its precision allows: ``2019-03-04``, ``Mar 2019``, ``2019``."""
    if not known(row["date_start"]):
        return ""
    start, end = pd.Timestamp(row["date_start"]).date(), pd.Timestamp(row["date_end"]).date()
    if start == end:
        return start.isoformat()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if start.day == 1 and _is_month_end(end):
        return _months(start, end)
    return f"{start.isoformat()} – {end.isoformat()}"


def _is_month_end(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _months(start: dt.date, end: dt.date) -> str:
    first, last = calendar.month_abbr[start.month], calendar.month_abbr[end.month]
    if start.year != end.year:
        return f"{first} {start.year} – {last} {end.year}"
    return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"


def where(row: Row) -> str:
    """Place, division and country, leaving out a division of the same name."""
    parts = [row[name] for name in ("place", "admin1", "country") if known(row[name])]
    return ", ".join(dict.fromkeys(parts))


def site(row: Row) -> str:
    """The facility by name, else its type, and the company."""
    kind = str(row["facility_type"]).replace("_", " ") if known(row["facility_type"]) else UNNAMED
    facility = row["facility"] if known(row["facility"]) else kind if kind != UNNAMED else None
    company = row["company"] if known(row["company"]) else None
    return ", ".join(part for part in (facility, company) if part)


def who(row: Row) -> str:
    """Participants in the report's words or as a number, casualties, money."""
    people, actor = bounds(row, "participants"), str(row["actor"]) if known(row["actor"]) else ""
    parts = [" ".join(actor.split())] if actor else []
    if people and (not actor or actor.lower() in PRONOUNS):
        parts = [f"{people} people" if people != "1" else "1 person"]
    parts += [f"{n} {name}" for name in ("killed", "injured") if (n := bounds(row, name))]
    if money := amount(row):
        parts.append(money)
    return ", ".join(parts)


def amount(row: Row) -> str:
    """What was owed or taken: ``USD 300 / month``, ``70% of pay``."""
    if known(row["amount_percent"]):
        return f"{row['amount_percent']:g}% of pay"
    value = bounds(row, "amount")
    if not value:
        return ""
    currency = f"{row['amount_currency']} " if known(row["amount_currency"]) else ""
    per = f" / {row['amount_per']}" if known(row["amount_per"]) and row["amount_per"] != "total" else ""
    return f"{currency}{value}{per}"


def bounds(row: Row, name: str) -> str:
    """``18``, ``6–10``, ``≥ 40``, ``≤ 10``, ``~40``; empty when not stated."""
    low, high = row[f"{name}_min"], row[f"{name}_max"]
    if not known(low):
        return f"≤ {_number(high)}" if known(high) else ""
    if not known(high):
        return f"≥ {_number(low)}"
    about = "~" if row.get(f"{name}_approx") is True else ""
    return f"{about}{_number(low)}" if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
