"""Expressions that count from a date that the story has reached: three days later, the next day, that year."""

from __future__ import annotations

from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import CountsFrom, Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.deictic import weekday as weekday_of_news
from incidents.dates.rules.spans import quantity
from incidents.dates.scene import Scene

_STEP = {
    "next": 1,
    "following": 1,
    "previous": -1,
    "preceding": -1,
    "same": 0,
    "that": 0,
    "before": -1,
    "earlier": -1,
    "after": 1,
}


def from_anchor(offset: Offset, event: bool = False) -> Meaning:
    """A meaning counted from the story's anchor; a day is counted from a date known to the day if there is one."""

    def find(scene: Scene) -> Interval | None:
        return None if scene.anchor is None else offset.apply(scene.anchor)

    kinds: dict[str, Kind] = {"day": "DAY", "week": "WEEK", "month": "MONTH", "year": "YEAR", "decade": "DECADE"}
    kind: Kind = kinds.get(offset.base, "DAY")
    counts_from: CountsFrom = "event" if event else "day" if offset.needs_day else "any"
    if offset.whole and offset.base == "year":
        counts_from = "year"
    compares = offset.base == "year" and offset.encode() == Offset("year", -1).encode()
    return Meaning(find, kind, relative=offset.encode(), counts_from=counts_from, compares=compares)


def later(g: Groups) -> Meaning | None:
    """ "three days later", "a week after", "two years earlier"."""
    count = quantity(g)
    if count is None or count != int(count):
        return None
    sign = -1 if str(g.get("side")) in ("earlier", "before", "previously", "prior") else 1
    return from_anchor(Offset(str(g.get("u")), sign * int(count)), event="event" in g)


def half_later(g: Groups) -> Meaning | None:
    """ "half a year later"."""
    sign = -1 if str(g.get("side")) in ("earlier", "before") else 1
    return from_anchor(Offset("month", 6 * sign)) if str(g.get("u")) == "year" else None


def neighbour(g: Groups) -> Meaning:
    """ "the next day", "the previous week", "the same month", "that year", "the day before"."""
    name, step = str(g.get("u")), _STEP[str(g.get("p"))]
    meaning = from_anchor(Offset(name, step, whole=True))
    if g.get("p") != "next" or name == "day":
        return meaning

    def find(scene: Scene) -> Interval | None:
        if scene.future and scene.today is not None:
            return iv.unit_of(scene.today, name, 1)
        return meaning.resolve(scene)

    return replace(meaning, resolve=find)


def part_of_day(g: Groups) -> Meaning:
    """ "the following morning", "that night", "the night before"."""
    return from_anchor(Offset("day", _STEP[str(g.get("p"))], whole=True))


def nth_after(g: Groups) -> Meaning:
    """ "On the third day after the blast": that many days after it; "the night following the blast" is its own."""
    return from_anchor(Offset("day", g.number("o") if "o" in g else 0), event=True)


def within(g: Groups) -> Meaning | None:
    """ "Within two weeks of the accident", "in the week after the accident": from its day to the last of the time told."""
    count = quantity(g) if "n" in g else 1
    if count is None or count != int(count):
        return None
    last = Offset(str(g.get("u")), int(count))

    def find(scene: Scene) -> Interval | None:
        end = None if scene.anchor is None else last.apply(replace(scene.anchor, precision="day"))
        return None if scene.anchor is None or end is None else iv.hull(scene.anchor, end)

    return Meaning(find, "RANGE", of_story=True, counts_from="event")


def weekday(g: Groups) -> Meaning:
    """ "that Friday", "the following Monday"."""
    return from_anchor(Offset(f"weekday{g.number('w')}", _STEP[str(g.get("p"))], whole=True))


def the_weekday(g: Groups) -> Meaning:
    """ "on the Tuesday": the first one after the day that the story has reached; without one, the latest."""
    number = g.number("w")
    latest, offset = weekday_of_news(g), Offset(f"weekday{number}", 1, whole=True)

    def find(scene: Scene) -> Interval | None:
        known = scene.anchor is not None and scene.anchor.precision == "day"
        if not known or scene.anchor is None or (scene.today is not None and scene.anchor.start > scene.today):
            return latest.resolve(scene)
        found = offset.apply(scene.anchor)
        ahead = found is not None and scene.today is not None and found.start > scene.today
        return latest.resolve(scene) if ahead and not scene.future else found

    return Meaning(find, "DAY", of_story=True, counts_from="day", compares=True)


def named_month(g: Groups) -> Meaning:
    """ "that March", "the following March"."""
    return from_anchor(Offset(f"month{g.number('m')}", _STEP[str(g.get("p"))], whole=True))


def year_earlier(g: Groups) -> Meaning:
    """ "the year-earlier quarter"."""
    return replace(from_anchor(Offset("year", -1)), counts_from="quarter" if g.get("u") == "quarter" else "any")


#: "For about two weeks before he left" tells how long, not when.
_NOT_LASTING = (
    "(?<! for) (?<! for (a | about | some | nearly | almost | over | around | roughly | only | just | another | WORD))"
    " (?<! for (more | less | at | little) (than | least | over)) (?<! for ORD)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "relative.later",
        "@qty u=UNIT (side=later | afterward | afterwards | thereafter)",
        later,
        "They fled on May 3. Three days later they returned",
        "three days or more",
    ),
    Rule(
        "relative.half_later",
        "half a u=UNIT side=WAY",
        half_later,
        "They fled in May 2016. Half a year later they returned",
        "half a year",
    ),
    Rule(
        "relative.earlier",
        "@qty u=UNIT side=earlier (?! (this | last | that) UNIT)",
        later,
        "They fled on May 3, two days earlier than planned",
        "two days early",
    ),
    Rule(
        "relative.previously",
        "@qty u=UNIT side=previously",
        later,
        "They fled on May 3. A year previously they had come",
        "a year of quiet",
    ),
    Rule(
        "relative.on",
        "n=NUM u=UNIT on (?= COMMA | DOT | he | she | they | it is)",
        later,
        "He fled in 2010. Two years on, he",
        "two years on a farm",
    ),
    Rule(
        "relative.neighbour",
        "the (very)? p=ANAPHOR u=ONEUNIT",
        neighbour,
        "He fled on May 3. The following week he was caught",
        "A following grew",
    ),
    Rule(
        "relative.bare_same",
        "(?<! the) p=ANAPHOR u=ONEUNIT",
        neighbour,
        "It rose in 1990. In the course of that year it fell",
        "the men who came day after day",
    ),
    Rule(
        "relative.that_same", "that p=same u=ONEUNIT", neighbour, "He fled on May 3. That same day it rained", "the day"
    ),
    Rule("relative.next", "(the)? p=next u=day", neighbour, "He fled on May 3. The next day it rained", "the next man"),
    Rule(
        "relative.the_next",
        "the p=next u=ONEUNIT",
        neighbour,
        "He fled on May 3. The next week it rained",
        "the next man",
    ),
    Rule(
        "relative.unit_earlier",
        "the u=ONEUNIT p=earlier",
        neighbour,
        "He fled in 1990; the year earlier",
        "earlier men",
    ),
    Rule(
        "relative.part_of_day",
        "(the)? p=ANAPHOR (same)? DAYPART",
        part_of_day,
        "He fled on May 3. The following morning",
        "a morning",
    ),
    Rule("relative.next_part", "the p=next DAYPART", part_of_day, "He fled on May 3. The next morning", "a morning"),
    Rule(
        "relative.weekday",
        "(?<! said | says | announced | reported | told) (the)? p=ANAPHOR w=WDAY (DAYPART)?",
        weekday,
        "He fled on May 3. The following Friday",
        "Fridays",
    ),
    Rule(
        "relative.the_weekday",
        "(?<= on | from | until | till | by | since) the w=WDAY (DAYPART)? (?! before | after | of | in | DAY | WORD | POSS)",
        the_weekday,
        "He fled on May 3. On the Tuesday, two more left",
        "on the Tuesday shift",
    ),
    Rule(
        "relative.next_weekday", "the p=next w=WDAY (DAYPART)?", weekday, "He fled on May 3. The next Friday", "Fridays"
    ),
    Rule(
        "relative.month",
        "(the)? p=ANAPHOR m=MONTH (?! DAYORD)",
        named_month,
        "He fled in 1990. The following March",
        "the march",
    ),
    Rule(
        "relative.year_earlier",
        "(the)? (?: year DASH (earlier | ago) | (prior | previous) DASH? year POSS? (?= period | UNIT) ) (period | u=UNIT)?",
        year_earlier,
        "In 1990 it rose from the year-earlier level",
        "the yearly level",
    ),
)

#: What a time is counted from: "of the blast", "after his flight", but not "of the date", "of the day on which it is due".
_THE_EVENT = "(the | his | her | their | its) (?! due | date | end) UNKNOWN"

#: Tried last, so that what they are counted from goes first: "three days after Jan. 11" is not "three days after".
LATE_RULES: tuple[Rule, ...] = (
    Rule(
        "relative.before",
        f"{_NOT_LASTING} @qty u=UNIT side=before (?= event=EVENTLEAD)?",
        later,
        "They fled on May 3. Two days before, the pay had stopped",
        "before two days had passed",
    ),
    Rule(
        "relative.after",
        f"{_NOT_LASTING} @qty u=UNIT side=after (?= event=EVENTLEAD)?",
        later,
        "They came on May 3. A week after the sit-in they left",
        "after a week of quiet",
    ),
    Rule(
        "relative.unit_before",
        "the u=ONEUNIT p=before (?! yesterday)",
        neighbour,
        "He fled on May 3. The day before, it had rained",
        "the man before",
    ),
    Rule(
        "relative.week_after",
        f"(?<= in) the u=ONEUNIT after (?= {_THE_EVENT})",
        within,
        "The gas blew up on May 3. In the week after the explosion nine left",
        "in the week after May 3 nine left",
    ),
    Rule(
        "relative.unit_after",
        "the u=ONEUNIT p=after (?! tomorrow)",
        neighbour,
        "He fled on May 3. The day after, it rained",
        "after the man",
    ),
    Rule(
        "relative.nth_after",
        f"the (o=ORD (day | DAYPART) after | DAYPART following) (?= {_THE_EVENT})",
        nth_after,
        "They struck on May 3. On the third day after the walkout they left",
        "the third man after the walkout",
    ),
    Rule(
        "relative.within",
        f"within @qty u=UNIT (of | after) (?= {_THE_EVENT})",
        within,
        "The gas blew up on May 3. Within two weeks of the explosion nine had left",
        "within seven days of the due date",
    ),
    Rule("relative.night_before", "the DAYPART p=before", part_of_day, "He fled on May 3. The night before", "a night"),
)
