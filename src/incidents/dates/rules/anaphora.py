"""Expressions that take their year, month or quarter from what the story has reached: the 14th, the same period."""

from __future__ import annotations

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.yearly import year_of
from incidents.dates.scene import Scene


def same_time(g: Groups) -> Meaning:
    """ "the same period last year", "the same quarter of 1988": the story's date in another year."""
    year = year_of(g)

    def find(scene: Scene) -> Interval | None:
        number = None if year is None else year(scene)
        if number is None and "side" in g and scene.anchor is not None:
            number = scene.anchor.start.year - 1
        if number is None:
            return None
        if scene.anchor is None or (scene.anchor.end - scene.anchor.start).days >= 364:
            return iv.years(number, number)
        return Offset("year", number - scene.anchor.start.year).apply(scene.anchor)

    return Meaning(find, "RANGE", of_story=True, compares=True)


def elliptic_quarter(g: Groups) -> Meaning | None:
    """ "12 in the second quarter and 48 in the third"."""
    number = g.number("o")
    if number > 4:
        return None

    def find(scene: Scene) -> Interval | None:
        anchor = scene.anchor
        if anchor is None or anchor != iv.unit_of(anchor.start, "quarter"):
            return None
        return iv.quarter(anchor.start.year, number)

    return Meaning(find, "ELLIPSIS", of_story=True)


def day_of_month(g: Groups) -> Meaning | None:
    """ "the 14th": in the month that the story has reached, else the latest such day."""
    number = g.number("d")
    if not 1 <= number <= 31:
        return None

    def find(scene: Scene) -> Interval | None:
        base = scene.not_after or scene.not_before
        if base is not None:
            return iv.day_of(base.year, base.month, number)
        anchor = scene.month_anchor
        from_today = scene.today is not None and (scene.reporting or scene.future)
        if anchor is not None and not from_today:
            return iv.day_of(anchor.start.year, anchor.start.month, number)
        if scene.today is None:
            return None
        this = iv.day_of(scene.today.year, scene.today.month, number)
        if this is not None and (this.start >= scene.today if scene.future else this.start <= scene.today):
            return this
        other = iv.month(scene.today.year, scene.today.month, 1 if scene.future else -1).start
        return iv.day_of(other.year, other.month, number)

    return Meaning(find, "DAY", floating=True, relative=f"monthday{number}+0")


RULES: tuple[Rule, ...] = (
    Rule(
        "story.day_of_month",
        "(?<= DAYLEAD) the d=ORDNUM (?= DAYAFTER | $)",
        day_of_month,
        "It began on Jan. 11. He died on the 14th.",
        "on the 14th floor",
    ),
    Rule(
        "story.night_of_month",
        "(?<= DAYPART of) the d=ORDNUM (?= WORD | has | have | is | are | did | also | remains | NUM)",
        day_of_month,
        "It began on Jan. 11. A blast in the night of the 14th remains unexplained.",
        "the morning of the 9th Congresses",
    ),
    Rule(
        "story.same_time",
        "the (same | corresponding | comparable | equivalent) (period | time | point | UNIT)"
        "(@year | (side=a | the) year (earlier | ago | before))",
        same_time,
        "In March 2010 it rose from the same period last year",
        "the same period of unrest",
    ),
    Rule(
        "story.elliptic_quarter",
        "(?<= in | for) the o=ORDWORD (?= DAYNEXT | $)",
        elliptic_quarter,
        "12 came in the second quarter of 2020 and 48 in the third",
        "12 came in the third room",
    ),
)
