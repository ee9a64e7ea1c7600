"""The first and the last of something: the last Sunday of January, the first days of May, the winter before last."""

from __future__ import annotations

import datetime as dt

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.rules.parts import half_of, part, piece
from incidents.dates.rules.periods import first_units
from incidents.dates.rules.yearly import InYear, last_before
from incidents.dates.scene import Scene


def last_weekday(g: Groups) -> Meaning:
    """ "the last Sunday of January"."""
    month, number = g.meaning("a"), g.number("w")

    def find(scene: Scene) -> Interval | None:
        found = month.resolve(scene)
        if found is None:
            return None
        return iv.day(found.end - dt.timedelta(days=(found.end.weekday() - number) % 7))

    return piece(month, find, "DAY")


def first_days(g: Groups) -> Meaning:
    """ "the first days of May": its early part."""
    return _outer(g, "early")


def last_days(g: Groups) -> Meaning:
    """ "the last weeks of the year": its late part."""
    return _outer(g, "late")


def _outer(g: Groups, part: str) -> Meaning:
    whole = g.meaning("a")

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        return None if found is None else iv.part_of(found, part)

    return piece(whole, find, "RANGE")


def season_before_last(g: Groups) -> Meaning:
    """ "the winter before last": the second latest that is over."""
    first, last = g.get("s")
    return _second_latest(lambda year: iv.season(year, first, last), "SEASON")


def month_before_last(g: Groups) -> Meaning:
    """ "the March before last"."""
    number = g.number("m")
    return _second_latest(lambda year: iv.month(year, number), "MONTH")


def weekday_before_last(g: Groups) -> Meaning:
    """ "the Sunday before last": a week before the latest one."""
    number = g.number("w")

    def find(scene: Scene) -> Interval | None:
        if scene.today is None:
            return None
        return iv.day(scene.today - dt.timedelta(days=(scene.today.weekday() - number - 1) % 7 + 8))

    return Meaning(find, "DAY")


def latter(g: Groups) -> Meaning:
    """ "the latter half of 2013": the second; "the latter part of May": its late part."""
    whole, in_halves = g.meaning("a"), "half" in g

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        return None if found is None else half_of(found, 2) if in_halves else iv.part_of(found, "late")

    return piece(whole, find, "RANGE")


def first_quarters(g: Groups) -> Meaning | None:
    """ "for the first six months": a business year's; "for the first five months" is anybody's."""
    return first_units(g) if g.get("n") in (3, 6, 9) or g.get("u") == "quarter" else None


def _second_latest(in_year: InYear, kind: Kind) -> Meaning:
    def find(scene: Scene) -> Interval | None:
        if scene.today is None:
            return None
        latest = last_before(in_year, scene.today)
        return None if latest is None else last_before(in_year, latest.start)

    return Meaning(find, kind)


EARLY: tuple[Rule, ...] = (
    Rule(
        "edge.first_quarters",
        "(?<= for) the first n=NUM u=UNIT (?! of | in)",
        first_quarters,
        "profit for the first nine months",
        "no pay for the first five months",
    ),
    Rule(
        "edge.season_before_last",
        "(the)? s=SEASON before last",
        season_before_last,
        "fled the winter before last",
        "the fall before they fled",
    ),
    Rule(
        "edge.month_before_last",
        "(the)? m=MONTH before last",
        month_before_last,
        "in the March before last",
        "in March before they fled",
    ),
    Rule(
        "edge.weekday_before_last",
        "(the)? w=WDAY before last",
        weekday_before_last,
        "fled the Sunday before last",
        "fled on Sunday before dawn",
    ),
)
RULES: tuple[Rule, ...] = (
    Rule(
        "edge.last_weekday",
        "(the)? (last | final) w=WDAY (DAYPART)? (of | in) (the)? a=AMONTH",
        last_weekday,
        "the last Sunday of January",
        "the last man of January",
    ),
    Rule(
        "edge.first_days",
        "(the)? (first | opening | early) (few)? (days | weeks) of (the)? a=LONGATOM",
        first_days,
        "the first days of May",
        "the first man of May",
    ),
    Rule(
        "edge.last_days",
        "(the)? (last | final | closing) (few)? (days | weeks) of (the)? a=LONGATOM",
        last_days,
        "the last days of May",
        "the last man of May",
    ),
    Rule(
        "part.of_part",
        "(the)? p=PART (part | months | phase) of (the)? a=LONGATOM",
        part,
        "in the early months of 2013",
        "in the early part of town",
    ),
    Rule(
        "part.latter",
        "(the)? latter (half=half | part) of (the)? a=LONGATOM",
        latter,
        "in the latter half of 2013",
        "in the latter half of the play",
    ),
)
