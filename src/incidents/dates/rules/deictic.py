"""Expressions that count from the day of publication: yesterday, last week, on Monday, five months ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.scene import Scene

_KINDS: dict[str, Kind] = {
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
    return from_today(_KINDS[name], lambda today, scene: iv.unit_of(today, name, step), clip=step == 0)


def _weekend_before(today: dt.date) -> Interval:
    """The latest weekend that is over."""
    return iv.weekend(today, -1)


def the_unit(g: Groups) -> Meaning:
    """ "the year" of "the end of the year": a date only as part of a longer expression."""
    name = str(g.get("u"))
    return from_today("UNIT", lambda today, scene: iv.unit_of(today, name))


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


def weekday_of_week(g: Groups) -> Meaning:
    """ "Thursday of last week", "next week on Tuesday"."""
    number, pointer = g.number("w"), str(g.get("p"))

    def find(scene: Scene) -> Interval | None:
        if pointer in _STEP:
            base = None if scene.today is None else iv.week(scene.today, _STEP[pointer])
        else:
            step = {"following": 1, "previous": -1, "preceding": -1}.get(pointer, 0)
            base = None if scene.anchor is None else iv.week(scene.anchor.start, step)
        return None if base is None else iv.day(base.start + dt.timedelta(days=number))

    return Meaning(find, "DAY", of_story=pointer not in _STEP)


def quantity(g: Groups) -> float | None:
    """The captured number of units; null for "a few", "several"."""
    value = g.get("n")
    if not isinstance(value, int):
        return None
    return value + (0.5 if "half" in g else 0)


def _moved(date: dt.date, name: str, count: float) -> dt.date | None:
    whole = int(count)
    try:
        if whole == count:
            return iv.moved(date, name, whole)
        halves = {"year": ("month", 6), "decade": ("month", 60), "month": ("day", 15), "week": ("day", 3)}
        smaller, size = halves.get(name, ("day", 0))
        sign = 1 if count > 0 else -1
        return iv.moved(iv.moved(date, name, whole), smaller, sign * size)
    except (ValueError, OverflowError):
        return None


def ago(g: Groups) -> Meaning:
    """ "five months ago": the month that lies five back; "two years ago": that year; "three days from now"."""
    name, count = str(g.get("u")), quantity(g)
    if "whole" in g:  # half a year ago
        name, count = {"year": ("month", 6.0), "decade": ("year", 5.0), "month": ("week", 2.0)}.get(name, (name, 0.5))
    if count is None:
        return Meaning(lambda scene: None, "VAGUE")
    if name in ("decade", "century"):
        name, count = "year", count * (10 if name == "decade" else 100)
    sign = -1 if "ago" in g else 1
    unit_name = "month" if name == "year" and count != int(count) else name

    def find(today: dt.date, scene: Scene) -> Interval | None:
        moved = _moved(today, name, sign * count)
        return None if moved is None else iv.unit_of(moved, unit_name)

    return from_today(_KINDS[unit_name], find)


def year_ago_compared(g: Groups) -> Meaning:
    """ "than a year ago" after a quarter or a month: the same one of the year before; otherwise that year."""

    def find(today: dt.date, scene: Scene) -> Interval | None:
        anchor = scene.anchor
        if anchor is not None and scene.same_sentence and 28 <= (anchor.end - anchor.start).days + 1 < 360:
            return Offset("year", -1).apply(anchor)
        return iv.unit_of(today, "year", -1)

    return from_today("YEAR", find)


def past_span(g: Groups) -> Meaning:
    """ "over the past two years": that span, ending at publication; "the next three months" begins there."""
    name, count = str(g.get("u")), 1.0 if "n" not in g else quantity(g)
    if count is None:
        return Meaning(lambda scene: None, "VAGUE")
    sign = 1 if g.get("p") in ("next", "coming", "following") else -1

    def find(today: dt.date, scene: Scene) -> Interval | None:
        other = _moved(today, name, sign * count)
        if other is None:
            return None
        return Interval(min(today, other), max(today, other))

    return replace(from_today("RANGE", find), is_span=True)


def past_hours(g: Groups) -> Meaning:
    """ "the past 24 hours"."""
    days = -(-g.number("n") // 24)
    meaning = from_today("RANGE", lambda today, scene: Interval(today - dt.timedelta(days=days), today))
    return replace(meaning, is_span=True)


def vague(g: Groups) -> Meaning:
    """ "recently": a time that nobody can name."""
    return Meaning(lambda scene: None, "VAGUE")


MACROS = {
    "qty": "(?: a (?= NUMWORD | VAGUE) )? n=QTY (of)? (?: and a half=half )?",
}

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
        "(?<! the) (?<! NUM) p=DEIXIS u=UNIT",
        unit,
        "fled last week",
        "for a whole week",
    ),
    Rule("deictic.the_unit", "(the)? p=coming u=UNIT", unit, "in the coming week", "in a week"),
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
        "deictic.weekday",
        "(?<! every | each | any | a | one | another | ORD) w=WDAY (DAYPART)?",
        weekday,
        "said on Monday",
        "every Monday",
    ),
    Rule("deictic.pointed_weekday", "(this)? p=DEIXIS w=WDAY (DAYPART)?", weekday, "last Friday", "many Fridays"),
    Rule(
        "deictic.weekday_of_week",
        "w=WDAY (DAYPART)? COMMA? (of)? (the)? p=POINTER week",
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
        "deictic.year_ago_compared",
        "(?<= than | from | with | against | versus | over) (a | one) year ago",
        year_ago_compared,
        "lower in the first quarter than a year ago",
        "lower than a year",
    ),
    Rule("deictic.ago", "@qty u=UNIT ago=ago", ago, "five months ago", "five months in jail"),
    Rule("deictic.half_ago", "whole=half a u=UNIT ago=ago", ago, "half a year ago", "half a year"),
    Rule(
        "deictic.and_half_ago", "n=a u=UNIT and a half=half ago=ago", ago, "a year and a half ago", "a year and a half"
    ),
    Rule("deictic.from_now", "@qty u=UNIT from now", ago, "two weeks from now", "two weeks"),
    Rule(
        "deictic.past_span",
        "(the | these)? (last | past | recent) @qty u=UNIT",
        past_span,
        "over the past two years",
        "over two years",
    ),
    Rule("deictic.past_unit", "(the) (last | past) u=UNIT (?! of)", past_span, "over the past year", "for a year"),
    Rule(
        "deictic.over_past_unit", "(?<= over | during | in | for) (past) u=UNIT", past_span, "in past year", "in a year"
    ),
    Rule("deictic.this_past_year", "(this past) u=year", past_span, "this past year", "that year"),
    Rule("deictic.next_span", "(the)? p=next @qty u=UNIT", past_span, "over the next five years", "for five years"),
    Rule("deictic.coming_span", "(the)? p=coming @qty u=UNIT", past_span, "in the coming two years", "in two years"),
    Rule(
        "deictic.past_hours", "(the)? (last | past) n=NUM hours", past_hours, "in the past 24 hours", "24 hours a day"
    ),
    Rule("vague.recently", "recently", vague, "has recently fled", "a recent crossing"),
    Rule("vague.recent", "(?<= in) recent UNIT", vague, "in recent months", "recent months' pay"),
    Rule(
        "deictic.the_unit",
        "the u=ONEUNIT (?! ended | ending | before | after)",
        the_unit,
        "at the end of the year",
        "the year was hard",
    ),
)
