"""Periods of business news: the 1991 period, the 1992 third quarter, this year's first nine months, the prior two months."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.rules.spans import quantity
from incidents.dates.rules.yearly import year_of, yearly
from incidents.dates.scene import Scene

#: Days of the shortest and below the longest stretch whose counterpart in another year "the 1991 period" may be.
_MONTH, _YEAR = 28, 360


def counterpart(g: Groups) -> Meaning | None:
    """ "the comparable 1991 period": the months that the story has reached, in that year; else the year itself."""
    year = year_of(g)
    if year is None:
        return None

    def find(scene: Scene) -> Interval | None:
        number, anchor = year(scene), scene.anchor
        if number is None:
            return None
        if anchor is None or not _MONTH <= (anchor.end - anchor.start).days + 1 < _YEAR:
            return iv.years(number, number)
        months = number * 12 - anchor.start.year * 12
        return Interval(
            iv.add_months(anchor.start, months), iv.add_months(anchor.end + iv.ONE_DAY, months) - iv.ONE_DAY
        )

    return Meaning(find, "QUARTER", of_story=True, compares=True)


def first_months(g: Groups) -> Meaning | None:
    """ "this year's first nine months", "the nine months of 1992"."""
    year = year_of(g)
    size = {"month": 1, "quarter": 3}.get(str(g.get("u")), 0)
    count = g.get("n") * size if isinstance(g.get("n"), int) else 0
    if year is None or not 1 < count < 12:
        return None

    def find(scene: Scene) -> Interval | None:
        number = year(scene)
        return None if number is None else iv.months(number, 1, count)

    return Meaning(find, "QUARTER", explicit=True)


def units_before(g: Groups) -> Meaning | None:
    """ "the prior two months": those before the month that the sentence has named, else before the present one."""
    count, name = quantity(g), str(g.get("u"))
    if count is None or count != int(count) or name not in ("day", "week", "month", "quarter", "year"):
        return None

    def find(scene: Scene) -> Interval | None:
        base = scene.anchor if scene.same_sentence and scene.anchor is not None else None
        start: dt.date | None = base.start if base is not None else scene.today
        if start is None:
            return None
        return iv.hull(iv.unit_of(start, name, -int(count)), iv.unit_of(start, name, -1))

    return replace(Meaning(find, "RANGE"), is_span=True)


def quarter_a_year_ago(g: Groups) -> Meaning | None:
    """ "the third quarter a year ago": the one before the latest such quarter."""
    number = g.number("o")
    if number > 4:
        return None

    def find(scene: Scene) -> Interval | None:
        if scene.today is None:
            return None
        year = scene.today.year if iv.quarter(scene.today.year, number).start <= scene.today else scene.today.year - 1
        return iv.quarter(year - 1, number)

    return Meaning(find, "QUARTER", compares=True)


def month_quarter(g: Groups) -> Meaning:
    """ "the June quarter": the three months that end with it."""
    last = g.number("m")

    def in_year(year: int) -> Interval:
        end = iv.month(year, last)
        return Interval(iv.add_months(end.start, -2), end.end)

    return yearly(g, in_year, "QUARTER")


_COMPARED = "(comparable | corresponding | same | like | similar)"

RULES: tuple[Rule, ...] = (
    Rule(
        "compared.year_period",
        f"(the)? {_COMPARED}? y=YEAR POSS? {_COMPARED}? (?: NUM DASH UNIT )? (period)",
        counterpart,
        "up from the first quarter of 1992 and from the comparable 1991 period",
        "a period of 1991 days",
    ),
    Rule(
        "compared.pointed_period",
        f"(the)? bp=POINTER year POSS {_COMPARED}? (?: NUM DASH UNIT )? (period)",
        counterpart,
        "up from last year's comparable period",
        "a year's peace",
    ),
    Rule(
        "compared.year_units",
        "( (the)? bp=POINTER year POSS | by=YEAR POSS? ) (first) n=NUM DASH? u=UNIT",
        first_months,
        "profit for this year's first nine months",
        "this year's first nine men",
    ),
    Rule(
        "compared.units_of_year",
        "the (same)? n=NUM u=UNIT of y=YEAR (?! COUNTED)",
        first_months,
        "sales for the nine months of 1992",
        "the nine months of waiting",
    ),
    Rule(
        "compared.units_before",
        "the (previous | prior | preceding) @qty u=UNIT",
        units_before,
        "more jobs were created in the prior two months",
        "the prior two men",
    ),
    Rule(
        "compared.quarter_a_year_ago",
        "(the)? o=ORD DASH? quarter COMMA? (a | one) year (ago | earlier)",
        quarter_a_year_ago,
        "up from the third quarter a year ago",
        "a quarter was sold a year ago",
    ),
    Rule(
        "compared.month_quarter",
        "(the)? m=MONTH quarter",
        month_quarter,
        "profit for the June quarter",
        "the march quartered",
    ),
)
