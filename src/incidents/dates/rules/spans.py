"""Amounts of time up to or from publication: five months ago, the past two years, recently."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.deictic import KINDS, from_today
from incidents.dates.rules.yearly import last_before
from incidents.dates.scene import Scene

SEASONS = {"springs": 3, "summers": 6, "autumns": 9, "winters": 12}
"""The month with which each begins."""


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
    if name == "fortnight":
        name, count = "week", count * 2
    if name in ("decade", "century"):
        name, count = "year", count * (10 if name == "decade" else 100)
    sign = -1 if "ago" in g else 1
    unit_name = "month" if name == "year" and count != int(count) else name

    def find(today: dt.date, scene: Scene) -> Interval | None:
        moved = _moved(today, name, sign * count)
        if moved is None:
            return None
        if "exact" in g:
            return iv.day(moved - iv.ONE_DAY if g.get("exact") == "yesterday" else moved)
        return iv.unit_of(moved, unit_name)

    return from_today(KINDS[unit_name], find)


def about_ago(g: Groups) -> Meaning | None:
    """ "two or three weeks ago", "a month or two ago": from the beginning of the one to the end of the other."""
    ends = [ago(Groups({**g.tokens, "n": g.tokens[name]})) for name in ("n", "m")]
    if quantity(g) is None or g.number("n") >= g.number("m"):
        return None

    def find(scene: Scene) -> Interval | None:
        first, last = (end.resolve(scene) for end in ends)
        return None if first is None or last is None else iv.hull(last, first)

    return Meaning(find, ends[0].kind)


def summers_ago(g: Groups) -> Meaning:
    """ "two summers ago": the last but one that is over."""
    first, count = SEASONS[str(g.get("w"))], g.number("n")

    def find(today: dt.date, scene: Scene) -> Interval | None:
        over = last_before(lambda year: iv.season(year, first, (first + 1) % 12 + 1), today)
        return None if over is None else iv.season(over.start.year - count + 1, first, (first + 1) % 12 + 1)

    return from_today("SEASON", find)


def overnight(g: Groups) -> Meaning:
    """ "A dump blew up overnight": the night to the day of publication, in a text that has named no date yet."""

    def find(today: dt.date, scene: Scene) -> Interval | None:
        return None if scene.anchor is not None else Interval(today - iv.ONE_DAY, today)

    return from_today("DAY", find)


def year_ago_compared(g: Groups) -> Meaning:
    """ "than a year ago" after a quarter or a month: the same one of the year before; otherwise that year."""

    def find(today: dt.date, scene: Scene) -> Interval | None:
        anchor = scene.anchor
        if anchor is not None and scene.same_sentence and 28 <= (anchor.end - anchor.start).days + 1 < 360:
            return Offset("year", -1).apply(anchor)
        return iv.unit_of(today, "year", -1)

    return replace(from_today("YEAR", find), compares=True)


def past_span(g: Groups) -> Meaning:
    """ "over the past two years": that span, ending at publication; "the next three months" begins there."""
    name, count = str(g.get("u")), quantity(g) if "n" in g else 1.5 if "half" in g else 1.0
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
    Rule("span.in_time", "in @qty u=UNIT (POSS | QUOTE) time", ago, "in two weeks' time", "in two weeks of time"),
    Rule(
        "span.year_ago_compared",
        "(?<= than | from | with | against | versus | over | million | billion | trillion | cents | percent | MONEY | share) (a | one) year ago",
        year_ago_compared,
        "lower in the first quarter than a year ago",
        "lower than a year",
    ),
    Rule(
        "span.about_ago",
        "n=NUM (or | to | DASH) m=NUM u=UNIT ago=ago",
        about_ago,
        "two or three weeks ago",
        "two or three weeks in jail",
    ),
    Rule("span.or_two_ago", "n=a u=UNIT or m=NUM ago=ago", about_ago, "a month or two ago", "a month or two"),
    Rule("span.ago", "@qty u=UNIT ago=ago", ago, "five months ago", "five months in jail"),
    *(
        Rule(
            f"span.{word}_ago",
            f"n=NUM w={word} ago",
            summers_ago,
            f"two {word} ago",
            f"two {word} in jail",
        )
        for word in SEASONS
    ),
    Rule(
        "span.overnight",
        "overnight (?= COMMA | DOT | STOP | PARA | in | at | on | near | when | after | as | and | by)",
        overnight,
        "A dump blew up overnight.",
        "an overnight train",
    ),
    Rule(
        "span.ago_this",
        "@qty u=UNIT ago=ago (this (UNIT | DAYPART) | exact=DAYWORD)",
        ago,
        "twenty years ago this week they struck",
        "twenty years ago they struck",
    ),
    Rule("span.half_ago", "whole=half a u=UNIT ago=ago", ago, "half a year ago", "half a year"),
    Rule("span.and_half_ago", "n=a u=UNIT and a half=half ago=ago", ago, "a year and a half ago", "a year and a half"),
    Rule(
        "span.it_is_since",
        "it (is | was | has been) @qty u=UNIT ago=since",
        ago,
        "It is six weeks since they fled",
        "It is six weeks",
    ),
    Rule("span.from_now", "@qty u=UNIT from now", ago, "two weeks from now", "two weeks"),
    Rule(
        "span.past_span",
        "(the | these)? (last | past | recent) @qty u=UNIT (?! of)",
        past_span,
        "over the past two years",
        "over two years",
    ),
    Rule(
        "span.past_unit",
        "the (last | past) u=UNIT (and a half=half)? (?! of | with | before | when | that | to)",
        past_span,
        "over the past year",
        "for a year",
    ),
    Rule("span.over_past_unit", "(?<= over | during | in | for) (past) u=UNIT", past_span, "in past year", "in a year"),
    Rule("span.this_past_year", "(this past) u=year", past_span, "this past year", "that year"),
    Rule("span.next_span", "(the)? p=next @qty u=UNIT", past_span, "over the next five years", "for five years"),
    Rule("span.coming_span", "(the)? p=coming @qty u=UNIT", past_span, "in the coming two years", "in two years"),
    Rule("span.past_hours", "(the)? (last | past) n=NUM hours", past_hours, "in the past 24 hours", "24 hours a day"),
    Rule("vague.recently", "recently", vague, "has recently fled", "a recent crossing"),
    Rule("vague.recent", "(?<= in) recent UNIT", vague, "in recent months", "recent months' pay"),
)
