"""Intervals of days and the arithmetic on calendar units. Conventions: docs/codebook.md, "dates"."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from incidents.model import Precision

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from ``start`` to ``end``, both inclusive, and how precisely the text names them."""

    start: dt.date
    end: dt.date
    precision: Precision = "range"

    def shifted(self, days: int) -> Interval:
        """The same stretch, ``days`` later (earlier when negative)."""
        delta = dt.timedelta(days=days)
        return replace(self, start=self.start + delta, end=self.end + delta)


def day(date: dt.date) -> Interval:
    """One day."""
    return Interval(date, date, "day")


def day_of(year: int, month: int, number: int) -> Interval | None:
    """A day by its numbers; null when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return day(dt.date(year, month, number))


def week(date: dt.date, offset: int = 0) -> Interval:
    """The Monday to Sunday that ``date`` lies in, or ``offset`` weeks later."""
    monday = date + dt.timedelta(days=7 * offset - date.weekday())
    return Interval(monday, monday + dt.timedelta(days=6), "week")


def weekend(date: dt.date, offset: int = 0) -> Interval:
    """The Saturday and Sunday of the week of ``date``, or ``offset`` weeks later."""
    monday = week(date, offset).start
    return Interval(monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), "range")


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day ``months`` later, or the last day of that month when it is shorter."""
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def month(year: int, number: int, offset: int = 0) -> Interval:
    """A calendar month."""
    first = add_months(dt.date(year, number, 1), offset)
    return Interval(first, add_months(first, 1) - ONE_DAY, "month")


def months(year: int, first: int, count: int) -> Interval:
    """``count`` calendar months from month ``first`` of ``year``."""
    start = dt.date(year, first, 1)
    return Interval(start, add_months(start, count) - ONE_DAY, "range")


def quarter(year: int, number: int) -> Interval:
    """A quarter of a calendar year, 1 to 4 (other numbers count on into the years around it)."""
    extra, index = divmod(number - 1, 4)
    return months(year + extra, index * 3 + 1, 3)


def years(first: int, last: int) -> Interval:
    """From January 1 of ``first`` to December 31 of ``last``."""
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31), "year" if first == last else "range")


def decade(year: int) -> Interval:
    """The ten years of "the 1990s" that ``year`` lies in."""
    first = year - year % 10
    return years(first, first + 9)


def season(year: int, first: int, last: int) -> Interval:
    """The season that begins in month ``first`` of ``year``; winter ends in February of the next year."""
    count = (last - first) % 12 + 1
    return replace(months(year, first, count), precision="season")


def unit_of(date: dt.date, unit: str, offset: int = 0) -> Interval:
    """The day, week, weekend, month, quarter, year, decade or century of ``date``, or ``offset`` units later."""
    if unit == "day":
        return day(date + dt.timedelta(days=offset))
    if unit == "week":
        return week(date, offset)
    if unit == "fortnight":
        return Interval(week(date, 2 * offset).start, week(date, 2 * offset + 1).end)
    if unit == "weekend":
        return weekend(date, offset)
    if unit == "month":
        return month(date.year, date.month, offset)
    if unit == "quarter":
        return quarter(date.year, (date.month - 1) // 3 + 1 + offset)
    if unit == "year":
        return years(date.year + offset, date.year + offset)
    if unit == "decade":
        return decade(date.year + 10 * offset)
    if unit == "century":
        first = (date.year - 1) // 100 * 100 + 1 + 100 * offset
        return years(first, first + 99)
    raise ValueError(f"no calendar unit is called {unit!r}")


def moved(date: dt.date, unit: str, count: int) -> dt.date:
    """The date ``count`` units later (earlier when negative)."""
    if unit in ("day", "week", "fortnight"):
        return date + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    factor = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return add_months(date, count * factor)


def part_of(whole: Interval, part: str) -> Interval:
    """The early, mid or late part of a month, season, quarter, half, year or decade; shorter units stay whole.

    A month is cut at its 10th and 20th day, a year into four months each, a decade into four, three and three
    years. ``first`` and ``last`` are the outermost tenth or month: the beginning and the end proper.
    """
    start, end = whole.start, whole.end
    length = (end - start).days + 1
    if length <= 7:
        return whole
    if length <= 31:
        cuts = {"early": (0, 9), "mid": (10, 19), "late": (20, length - 1)}
        low, high = cuts[{"first": "early", "end": "late"}.get(part, part)]
        return Interval(start + dt.timedelta(days=low), start + dt.timedelta(days=high))
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if part in ("first", "end"):
        size = 1 if count <= 12 else count // 10
        low_month, high_month = (0, size) if part == "first" else (count - size, count)
    elif count >= 120:
        cut = count * 4 // 10, count * 7 // 10
        low_month, high_month = {"early": (0, cut[0]), "mid": cut, "late": (cut[1], count)}[part]
    else:
        third = max(1, count // 3)
        low_month, high_month = {
            "early": (0, third),
            "mid": (third, count - third),
            "late": (count - third, count),
        }[part]
    first = dt.date(start.year, start.month, 1)
    if first == start and add_months(first, count) - ONE_DAY == end:
        piece = Interval(add_months(first, low_month), add_months(first, high_month) - ONE_DAY)
        return replace(piece, precision="month") if high_month - low_month == 1 else piece
    days = [round(length * m / count) for m in (low_month, high_month)]
    return Interval(start + dt.timedelta(days=days[0]), start + dt.timedelta(days=max(days[1], days[0] + 1) - 1))


def hull(first: Interval, last: Interval) -> Interval:
    """From the start of ``first`` to the end of ``last``."""
    if first == last:
        return first
    return Interval(min(first.start, last.start), max(first.end, last.end))


def within_a_year(interval: Interval) -> bool:
    """Whether a stretch is no longer than a year."""
    return (interval.end - interval.start).days <= 366


def in_one_month(interval: Interval) -> bool:
    """Whether a stretch lies within one month."""
    return (interval.start.year, interval.start.month) == (interval.end.year, interval.end.month)


def clipped(found: Interval, today: dt.date) -> Interval:
    """The stretch up to today, when today lies within it."""
    return replace(found, end=today) if found.start <= today < found.end else found
