"""Steps along the calendar from an anchor, and their short written form ("day+3"), so that they can be redone."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from incidents.dates import interval as iv
from incidents.dates.interval import Interval

_WRITTEN = re.compile(r"(=?)([a-z]+\d*)([+-]\d+)")


@dataclass(frozen=True, slots=True)
class Offset:
    """``count`` units from an anchor; ``whole`` ones are calendar units ("the following week": Monday to Sunday).

    ``unit`` is a unit of the vocabulary, or "weekday0" to "weekday6", "month1" to "month12".
    """

    unit: str
    count: int
    whole: bool = False

    @property
    def base(self) -> str:
        """The length of the result: a weekday is a day."""
        name = re.sub(r"\d+$", "", self.unit)
        return "day" if name == "weekday" else name

    @property
    def needs_day(self) -> bool:
        """Whether it is counted from a day: "three days later", "a week after", but not "the following week"."""
        return self.base == "day" or (self.base in ("week", "fortnight") and not self.whole)

    def encode(self) -> str:
        """ "day+3", "=week-1" (calendar week), "=weekday4+1"."""
        return f"{'=' if self.whole else ''}{self.unit}{self.count:+d}"

    @classmethod
    def decode(cls, written: str) -> Offset:
        """Read what ``encode`` wrote. Raises ValueError when it is something else."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(f"{written!r} is no offset: expected a form like day+3")
        return cls(match[2], int(match[3]), bool(match[1]))

    def apply(self, anchor: Interval) -> Interval | None:
        """The interval that lies ``count`` units from ``anchor``; null outside the calendar."""
        try:
            return self._apply(anchor)
        except (ValueError, OverflowError):
            return None

    def _apply(self, anchor: Interval) -> Interval | None:
        name, number = self.base, int(re.sub(r"\D", "", self.unit) or 0)
        if self.unit.startswith("weekday"):
            return _weekday(anchor, number, self.count)
        if self.unit.startswith("monthday"):
            return iv.day_of(anchor.start.year, anchor.start.month, number)
        if number:
            return _month(anchor, number, self.count)
        if name == "day":
            return _named(anchor.shifted(self.count))
        if self.whole or self.count == 0:
            return iv.unit_of(anchor.start if self.count <= 0 else anchor.end, name, self.count)
        if name in ("week", "fortnight"):
            return _named(anchor.shifted(self.count * (7 if name == "week" else 14)))
        days = (anchor.end - anchor.start).days + 1
        if days < 28:
            return iv.unit_of(iv.moved(anchor.start, name, self.count), name)
        start = iv.moved(anchor.start, name, self.count)
        end = iv.moved(anchor.end + iv.ONE_DAY, name, self.count) - iv.ONE_DAY
        return _named(Interval(start, end, anchor.precision))


def _named(moved: Interval) -> Interval:
    """``moved`` with a precision that it still deserves: a month moved by three days is no month."""
    if moved.precision in ("day", "week", "month", "year") and moved != iv.unit_of(moved.start, moved.precision):
        return replace(moved, precision="range")
    return moved


def _weekday(anchor: Interval, number: int, count: int) -> Interval:
    if count == 0:
        return iv.day(iv.week(anchor.start).start + dt.timedelta(days=number))
    if count > 0:
        return iv.day(anchor.end + dt.timedelta(days=(number - anchor.end.weekday() - 1) % 7 + 1))
    return iv.day(anchor.start - dt.timedelta(days=(anchor.start.weekday() - number - 1) % 7 + 1))


def _month(anchor: Interval, number: int, count: int) -> Interval:
    year = anchor.start.year
    if count > 0 and iv.month(year, number).start <= anchor.end:
        year += 1
    if count < 0 and iv.month(year, number).end >= anchor.start:
        year -= 1
    return iv.month(year, number)
