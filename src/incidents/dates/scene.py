"""What an expression is resolved against: the day of publication, the tense of its clause, and what was said before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from incidents.dates.interval import Interval


@dataclass(frozen=True, slots=True)
class Scene:
    """The surroundings of one expression.

    ``today`` is the day of publication (null: unknown). ``future`` says that the clause looks ahead. ``anchor`` is the
    date that a story has reached, ``day_anchor`` the latest one known to the day. ``story`` is set when the story is
    told in an earlier, named year. ``not_after`` and ``not_before`` are given by the other end of a range.
    """

    today: dt.date | None
    future: bool = False
    anchor: Interval | None = None
    day_anchor: Interval | None = None
    story: Interval | None = None
    not_after: dt.date | None = None
    not_before: dt.date | None = None


def float_to(scene: Scene, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence of a yearly date that the scene asks for: by default the latest that began by publication."""
    if scene.not_after is not None:
        return _latest(in_year, scene.not_after)
    if scene.not_before is not None:
        return _next(in_year, scene.not_before)
    if scene.story is not None and not scene.future:
        year, month = scene.story.start.year, scene.story.start.month
        told = in_year(year) if scene.story.precision == "year" else _next(in_year, dt.date(year, month, 1))
        if told is not None:
            return told
    if scene.today is None:
        return None
    return _next(in_year, scene.today) if scene.future else _latest(in_year, scene.today)


def _latest(in_year: Callable[[int], Interval | None], limit: dt.date) -> Interval | None:
    for year in range(limit.year, limit.year - 9, -1):  # nine years hold every February 29
        found = in_year(year)
        if found is not None and found.start <= limit:
            return found
    return None


def _next(in_year: Callable[[int], Interval | None], limit: dt.date) -> Interval | None:
    for year in range(limit.year - 1, limit.year + 9):
        found = in_year(year)
        if found is not None and found.end >= limit:
            return found
    return None
