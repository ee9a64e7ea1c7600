"""Seasons, months and nights that are counted from another time: the autumn before, the night before last."""

from __future__ import annotations

import datetime as dt

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.deictic import from_today
from incidents.dates.rules.relative import from_anchor
from incidents.dates.rules.yearly import InYear, pointed
from incidents.dates.scene import Scene


def nights_ago(g: Groups) -> Meaning | None:
    """ "three nights ago"; "the night before last"."""
    count = 2 if "last" in g else g.get("n")
    if not isinstance(count, int):
        return None
    return from_today("DAY", lambda today, scene: iv.day(today - dt.timedelta(days=count)))


def season_beside(g: Groups) -> Meaning:
    """ "the autumn before", "the summer after": the nearest on that side of what the story has reached."""
    first, last = g.get("s")
    return _beside(str(g.get("p")), lambda year: iv.season(year, first, last), "SEASON")


def month_beside(g: Groups) -> Meaning:
    """ "the August before", "the May after"."""
    number = g.number("m")
    return _beside(str(g.get("p")), lambda year: iv.month(year, number), "MONTH")


def weekday_beside(g: Groups) -> Meaning:
    """ "the Friday before"."""
    return from_anchor(Offset(f"weekday{g.number('w')}", -1 if g.get("p") == "before" else 1, whole=True))


def hours_later(g: Groups) -> Meaning:
    """ "Five minutes later", "later in the day": on the day that the story has reached; "48 hours later" two days on."""
    count = g.get("n") if "n" in g and "long" in g else 0
    return from_anchor(Offset("day", count // 24 if isinstance(count, int) else 0, whole=True))


def _beside(side: str, in_year: InYear, kind: Kind) -> Meaning:
    pointer = "following" if side == "after" else "previous"

    def find(scene: Scene) -> Interval | None:
        return pointed(pointer, scene, in_year)

    return Meaning(find, kind, of_story=True)


_OVER = "(?= COMMA | DOT | STOP | PARA | QUOTE | RPAR | DASH | and | but | that COMMA | that DOT | that had | that was)"

EARLY: tuple[Rule, ...] = (
    Rule(
        "edge.night_before_last",
        "the DAYPART before last=last (?! DAYPART | UNIT)",
        nights_ago,
        "They fled the night before last.",
        "the night before the last train",
    ),
    Rule(
        "relative.hours_later",
        "(n=QTY)? (minutes | minute | seconds | moments | long=hours | hour) (later | afterwards)",
        hours_later,
        "They fled on May 3. Five minutes later the alarm went off",
        "sooner or later",
    ),
    Rule(
        "relative.later_in_the_day",
        "(later | earlier) (in | on) the (same)? (day | evening | afternoon | night | morning)",
        hours_later,
        "They fled on May 3. Later in the day the alarm went off",
        "later in the year",
    ),
    Rule("span.nights_ago", "n=QTY nights ago", nights_ago, "They fled three nights ago.", "three nights in jail"),
    Rule(
        "relative.weekday_beside",
        f"the w=WDAY p=BESIDE {_OVER}",
        weekday_beside,
        "He fled on May 3, 2014. The Friday before, two others had gone",
        "the Friday before the feast",
    ),
)

#: Tried last, like the days before: "in the autumn before last" is another.
LATE: tuple[Rule, ...] = (
    Rule(
        "relative.season_beside",
        f"the s=SEASON p=BESIDE {_OVER}",
        season_beside,
        "He fled in 2014. The autumn before, two others had gone",
        "the autumn before the war",
    ),
    Rule(
        "relative.month_beside",
        f"the m=MONTH p=BESIDE {_OVER}",
        month_beside,
        "He fled in 2014. The August before, two others had gone",
        "the August before the war",
    ),
)
