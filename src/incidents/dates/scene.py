"""What an expression is resolved against: the day of publication, the tense of its clause, and what was said before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from incidents.dates.interval import Interval
from incidents.dates.tense import Direction

#: Days. A date without a year is written for up to nine months ahead where the clause says so, for two where no verb
#: tells; in a story, for four months of a new year.
FARTHEST_AHEAD = 270
FARTHEST_AHEAD_UNSAID = 60
STORY_REACH = 125
#: Days that a story goes back without a word: the pay for March, said in May.
BACK = 110
#: Days ahead within which a day without a year lies ahead where no verb tells.
SOON = 35


@dataclass(frozen=True, slots=True)
class Scene:
    """The surroundings of one expression.

    ``today`` is the day of publication (null: unknown). ``direction`` says which way the clause looks, if a verb tells.
    ``anchor`` is the date that the story has reached, ``same_sentence`` whether it stands in the same sentence as the
    expression, ``month_anchor`` the latest date that lies within one month. ``story`` is set when the story is told in
    an earlier, named year. ``reporting`` says that the expression tells when a source spoke, ``awaited`` that it is a
    term or a day to come. ``not_after`` and ``not_before`` are given by the other end of a range.
    """

    today: dt.date | None
    direction: Direction | None = "past"
    anchor: Interval | None = None
    month_anchor: Interval | None = None
    story: Interval | None = None
    reporting: bool = False
    awaited: bool = False
    same_sentence: bool = False
    not_after: dt.date | None = None
    not_before: dt.date | None = None

    @property
    def future(self) -> bool:
        """Whether the clause looks ahead."""
        return self.direction == "future"


def float_to(scene: Scene, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence of a yearly date that the scene asks for: by default the latest that began by publication."""
    if scene.not_after is not None:
        return _latest(in_year, scene.not_after)
    if scene.not_before is not None:
        return _next(in_year, scene.not_before)
    if scene.story is not None:
        told = _in_story(scene.story, in_year, scene.today)
        if told is not None:
            return told
    if scene.today is None:
        return None
    farthest = {"future": FARTHEST_AHEAD, "past": 0, None: FARTHEST_AHEAD_UNSAID}[scene.direction]
    if farthest:
        ahead = _next(in_year, scene.today)
        if ahead is not None and (ahead.start - scene.today).days <= farthest:
            return ahead
    found = _latest(in_year, scene.today)
    soon = (scene.direction != "past" or scene.awaited) and found is not None and found.start == found.end
    if soon and found is not None and (scene.today - found.start).days > 365 - SOON:
        return _next(in_year, scene.today)  # nobody leaves the year out of a day so long past
    return found


def _in_story(story: Interval, in_year: Callable[[int], Interval | None], today: dt.date | None) -> Interval | None:
    """In the story's year; what would lie before its month is in the next year if that is not far."""
    same = in_year(story.start.year)
    if story.precision == "year" or same is None or same.end >= story.start:
        return same
    following = in_year(story.start.year + 1)
    near = following is not None and (following.start - story.end).days <= STORY_REACH
    if following is not None and today is not None and (story.start - same.end).days > BACK:
        near = near or following == _latest(in_year, today)  # "in October 2014 ... On March 4", told in 2015
    return following if near else same


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
