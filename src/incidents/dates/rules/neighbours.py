"""Seasons, months and nights that are counted from another time: the autumn before, the night before last."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.absolute import month_day
from incidents.dates.rules.deictic import from_today
from incidents.dates.rules.periods import holiday
from incidents.dates.rules.relative import from_anchor, the_weekday
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


def weekday_beside_day(g: Groups) -> Meaning | None:
    """ "the Sunday after Easter 2015", "the second Friday before May 10": counted from that day."""
    base = holiday(g) if "h" in g else month_day(g)
    count = g.number("o") if "o" in g else 1
    if base is None or not 1 <= count <= 5:
        return None
    step = -1 if g.get("side") == "before" else 1
    offset, weeks = Offset(f"weekday{g.number('bw')}", step, whole=True), dt.timedelta(days=7 * (count - 1) * step)

    def find(scene: Scene) -> Interval | None:
        day = base.resolve(replace(scene, direction="past") if scene.direction is None else scene)
        found = None if day is None else offset.apply(day)
        return None if found is None else iv.day(found.start + weeks)

    return Meaning(find, "DAY", explicit=base.explicit, floating=base.floating, of_story=base.of_story)


def weekday_beside_event(g: Groups) -> Meaning:
    """ "the Friday after the parade": counted from the day that the story has reached; without one, the latest."""
    latest, number = the_weekday(g), g.number("w")
    if g.get("side") == "after":
        return latest

    def find(scene: Scene) -> Interval | None:
        anchor = scene.anchor
        known = anchor is not None and anchor.precision == "day" and (scene.today is None or anchor.end <= scene.today)
        if anchor is None or not known:
            return latest.resolve(scene)
        return Offset(f"weekday{number}", -1, whole=True).apply(anchor)

    return replace(latest, resolve=find)


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
    Rule(
        "relative.weekday_beside_holiday",
        "the (o=ORD)? bw=WDAY (DAYPART)? side=BESIDE (the)? h=HOLIDAY @year?",
        weekday_beside_day,
        "They fled the Sunday after Easter 2015.",
        "the Sunday after it",
    ),
    Rule(
        "relative.weekday_beside_month_day",
        "the (o=ORD)? bw=WDAY (DAYPART)? side=BESIDE m=MONTH d=DAYORD (?! SITE | CAP SITE) @year?",
        weekday_beside_day,
        "They fled the Tuesday after May 10, 2012.",
        "the Tuesday after May had gone",
    ),
    Rule(
        "relative.weekday_beside_day_month",
        "the (o=ORD)? bw=WDAY (DAYPART)? side=BESIDE (the)? d=DAYORD (of)? m=MONTH (?! SITE | CAP SITE) @year?",
        weekday_beside_day,
        "They fled the Tuesday after 10 May 2012.",
        "the Tuesday after 10 men had gone",
    ),
    Rule(
        "relative.weekday_beside_event",
        "the w=WDAY (DAYPART)? (?= side=BESIDE (the | a | an | his | her | their | its | our | he | she | they))",
        weekday_beside_event,
        "He fled on May 3, 2014. The Friday after the burial, two others went",
        "Fridays after the burial",
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
