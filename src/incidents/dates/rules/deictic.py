"""Expressions that count from the day of publication: yesterday, last week, on Monday, five months ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.scene import Scene

KINDS: dict[str, Kind] = {
    "day": "DAY",
    "week": "WEEK",
    "weekend": "WEEK",
    "fortnight": "RANGE",
    "month": "MONTH",
    "quarter": "QUARTER",
    "year": "YEAR",
    "decade": "DECADE",
    "century": "DECADE",
}
_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def from_today(kind: Kind, find: Callable[[dt.date, Scene], Interval | None], clip: bool = False) -> Meaning:
    """A meaning that is unknown without a day of publication."""
    return Meaning(lambda scene: None if scene.today is None else find(scene.today, scene), kind, clip=clip)


def day_word(g: Groups) -> Meaning:
    """ "yesterday", "tonight", "the day before yesterday"."""
    word = str(g.get("t"))
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if "side" in g:
        step += -1 if g.get("side") == "before" else 1
    return from_today("DAY", lambda today, scene: iv.day(today + dt.timedelta(days=step)))


def part_of_today(g: Groups) -> Meaning:
    """ "this morning", "last night"."""
    step = -1 if "last" in g else 0
    return from_today("DAY", lambda today, scene: iv.day(today + dt.timedelta(days=step)))


def unit(g: Groups) -> Meaning:
    """ "last week", "this month", "next year": whole calendar units; a "this" one ends at publication."""
    name, step = str(g.get("u")), _STEP[str(g.get("p"))]
    if name == "weekend" and step == -1:
        return from_today("WEEK", lambda today, scene: _weekend_before(today))
    if name == "day":
        return from_today("DAY", lambda today, scene: iv.day(today + dt.timedelta(days=step)))
    return from_today(KINDS[name], lambda today, scene: iv.unit_of(today, name, step), clip=step == 0)


def _weekend_before(today: dt.date) -> Interval:
    """The latest weekend that is over."""
    return iv.weekend(today, -1)


def the_unit(g: Groups) -> Meaning:
    """ "the year" of "the end of the year": a date only as part of a longer expression."""
    name = str(g.get("u"))

    def told(scene: Scene) -> Interval | None:
        anchor = scene.anchor
        fits = name == "quarter" and anchor is not None and anchor == iv.unit_of(anchor.start, name)
        return anchor if fits else None

    told_before = Meaning(told, "ELLIPSIS", of_story=True, compares=True)
    return replace(from_today("UNIT", lambda today, scene: iv.unit_of(today, name)), base=told_before)


def before_last(g: Groups) -> Meaning:
    """ "the week before last"."""
    name = str(g.get("u"))
    return from_today(KINDS[name], lambda today, scene: iv.unit_of(today, name, -2))


def latest_unit(g: Groups) -> Meaning:
    """ "the most recent quarter": the one that is over."""
    name = str(g.get("u"))
    return from_today(KINDS[name], lambda today, scene: iv.unit_of(today, name, -1))


def weekend(g: Groups) -> Meaning:
    """ "over the weekend": the latest that has begun, or the next when the clause looks ahead."""

    def find(today: dt.date, scene: Scene) -> Interval:
        return iv.weekend(today, 0 if scene.future or today.weekday() >= 5 else -1)

    return from_today("WEEK", find)


def weekday(g: Groups) -> Meaning:
    """ "on Monday": the latest on or before publication; "next", "last" and "this" pick others."""
    number, pointer = g.number("w"), g.get("p")

    def find(today: dt.date, scene: Scene) -> Interval:
        limit = scene.not_after or today
        back = limit - dt.timedelta(days=(limit.weekday() - number) % 7)
        if pointer in ("last", "past"):
            return iv.day(today - dt.timedelta(days=(today.weekday() - number - 1) % 7 + 1))
        if pointer in ("next", "coming"):
            return iv.day(today + dt.timedelta(days=(number - today.weekday() - 1) % 7 + 1))
        if pointer == "this":
            return iv.day(iv.week(today).start + dt.timedelta(days=number))
        if scene.not_after is None and (scene.future or scene.not_before is not None):
            ahead = max(scene.not_before or today, dt.date.min)
            return iv.day(ahead + dt.timedelta(days=(number - ahead.weekday()) % 7))
        return iv.day(back)

    meaning = from_today("DAY", find)
    return meaning if pointer else replace(meaning, floating=True)


def weeks_ago_weekday(g: Groups) -> Meaning | None:
    """ "a week ago Tuesday": counted from the latest Tuesday."""
    number, count = g.number("w"), g.get("n")
    if str(g.get("u")) != "week" or not isinstance(count, int):
        return None

    def find(today: dt.date, scene: Scene) -> Interval:
        return iv.day(today - dt.timedelta(days=(today.weekday() - number) % 7 + 7 * count))

    return from_today("DAY", find)


def weekday_the(g: Groups) -> Meaning:
    """ "Friday the 13th": the latest."""
    number, day = g.number("w"), g.number("d")

    def find(today: dt.date, scene: Scene) -> Interval | None:
        for back in range(36):
            first = iv.month(today.year, today.month, -back).start
            found = iv.day_of(first.year, first.month, day)
            if found is not None and found.start <= today and found.start.weekday() == number:
                return found
        return None

    return from_today("DAY", find)


def fiscal_unit(g: Groups) -> Meaning | None:
    """ "the current fiscal year", "the previous fiscal year": taken for the calendar's."""
    pointer, name = str(g.get("p")), str(g.get("u"))
    step = {"previous": -1, "preceding": -1, "following": 1}.get(pointer, _STEP.get(pointer))
    if step is None or name not in ("year", "quarter"):
        return None
    return from_today(KINDS[name], lambda today, scene: iv.unit_of(today, name, step))


def weekday_of_week(g: Groups) -> Meaning:
    """ "Thursday of last week", "next week on Tuesday"."""
    number, pointer = g.number("w"), str(g.get("p"))
    steps = -2 if "before" in g else _STEP.get(pointer)

    def find(scene: Scene) -> Interval | None:
        if steps is not None:
            base = None if scene.today is None else iv.week(scene.today, steps)
        else:
            step = {"following": 1, "previous": -1, "preceding": -1}.get(pointer, 0)
            base = None if scene.anchor is None else iv.week(scene.anchor.start, step)
        return None if base is None else iv.day(base.start + dt.timedelta(days=number))

    return Meaning(find, "DAY", of_story=steps is None)


RULES: tuple[Rule, ...] = (
    Rule("deictic.day", "t=today (DAYPART)?", day_word, "fled today", "these days"),
    Rule("deictic.tonight", "t=tonight", day_word, "leaves tonight", "at night"),
    Rule("deictic.yesterday", "t=yesterday (DAYPART)?", day_word, "fled yesterday evening", "in the old days"),
    Rule("deictic.tomorrow", "t=tomorrow (DAYPART)?", day_word, "leaves tomorrow", "in the morning"),
    Rule(
        "deictic.day_before_yesterday",
        "the day side=before t=yesterday",
        day_word,
        "fled the day before yesterday",
        "some day",
    ),
    Rule(
        "deictic.day_after_tomorrow",
        "the day side=after t=tomorrow",
        day_word,
        "leaves the day after tomorrow",
        "any day",
    ),
    Rule("deictic.part_of_day", "this DAYPART", part_of_today, "fled this morning", "in the morning"),
    Rule("deictic.last_night", "last=last night", part_of_today, "fled last night", "at night"),
    Rule(
        "deictic.unit",
        "(?<! OWNER) (?<! NUM) p=DEIXIS (fiscal | financial | calendar)? u=UNIT",
        unit,
        "fled last week",
        "for his last week",
    ),
    Rule(
        "deictic.count_this_unit", "(?<= NUM) p=this u=ONEUNIT", unit, "21 storms last year, 13 this year", "13 years"
    ),
    Rule(
        "deictic.fiscal_unit",
        "the p=POINTER (fiscal | financial) u=ONEUNIT",
        fiscal_unit,
        "in the current fiscal year",
        "in the fiscal council",
    ),
    Rule("deictic.coming_unit", "(the)? p=coming u=ONEUNIT", unit, "in the coming week", "in a week"),
    Rule("deictic.current_unit", "the p=current u=UNIT", unit, "in the current year", "in a year"),
    Rule("deictic.this_past", "this p=past u=UNIT", unit, "this past weekend", "one weekend"),
    Rule(
        "deictic.weekend",
        "(?<= over | on | during | at | in | through | for | since | until | before | by) (the | p=this)? weekend",
        weekend,
        "clashed over the weekend",
        "a weekend of clashes",
    ),
    Rule(
        "deictic.before_last",
        "the u=ONEUNIT before last",
        before_last,
        "fled the week before last",
        "the man before last",
    ),
    Rule(
        "deictic.latest_unit",
        "(the)? (latest | most recent) u=ONEUNIT",
        latest_unit,
        "in the latest quarter",
        "the latest",
    ),
    Rule(
        "deictic.weekday",
        "(?<! every | each | any | a | one | another | ORD) w=WDAY (DAYPART)? (?! (of | in) (the)? ANAPHOR? MONTH)",
        weekday,
        "said on Monday",
        "every Monday",
    ),
    Rule(
        "deictic.week_ago_weekday",
        "n=QTY u=UNIT ago (on)? w=WDAY (DAYPART)?",
        weeks_ago_weekday,
        "a week ago Tuesday",
        "a week ago they left",
    ),
    Rule("deictic.weekday_the", "w=WDAY the d=ORDNUM", weekday_the, "on Friday the 13th", "on Friday the third man"),
    Rule(
        "deictic.pointed_weekday",
        "(this)? p=DEIXIS w=WDAY (DAYPART)? (?! (of | in) (the)? ANAPHOR? (MONTH | month))",
        weekday,
        "last Friday",
        "many Fridays",
    ),
    Rule(
        "deictic.weekday_of_week",
        "w=WDAY (DAYPART)? COMMA? (of)? (the)? (p=POINTER week | week before=before last)",
        weekday_of_week,
        "on Thursday of last week",
        "on some day of a week",
    ),
    Rule(
        "deictic.week_weekday",
        "(the)? p=POINTER week COMMA? (on)? w=WDAY",
        weekday_of_week,
        "last week on Tuesday",
        "one week or so",
    ),
    Rule(
        "deictic.the_unit",
        "the u=ONEUNIT (?! (that | which)? ended | ending | COMMA ended | before | after | of | to | through)",
        the_unit,
        "at the end of the year",
        "the yearly end",
    ),
)
