"""Third pass: what is made of whole expressions: from X to Y, since X, a week before X, the eve of X."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.offset import Offset
from incidents.dates.rules.spans import quantity
from incidents.dates.scene import Scene


def span(g: Groups) -> Meaning:
    """ "from March until September last year"; each end gives the other the year that it lacks."""
    left, right = g.meaning("a"), g.meaning("b")

    def find(scene: Scene) -> Interval | None:
        if right.of_story and right.counts_from == "year" and left.floating and scene.anchor is not None:
            last = right.resolve(scene)  # "ordered in 2021 ..., from April to June of that year"
            first = left.resolve(replace(scene, not_after=last.end - iv.ONE_DAY)) if last is not None else None
        elif right.of_story or right.relative:
            first = left.resolve(scene)
            last = right.resolve(replace(scene, anchor=first)) if first is not None else None
        elif right.floating and not left.floating:
            first = left.resolve(scene)
            last = right.resolve(replace(scene, not_before=first.start)) if first is not None else None
        else:
            last = right.resolve(scene)
            inner = replace(scene, not_after=last.end - iv.ONE_DAY) if left.floating and last is not None else scene
            first = left.resolve(inner) if last is not None else None
        if first is None or last is None or first.start > last.end:
            return None
        return iv.hull(first, last)

    counts = right.counts_from if right.of_story and left.floating else "any"
    floating, explicit = left.floating and right.floating, left.explicit or right.explicit
    return Meaning(find, "RANGE", floating=floating, explicit=explicit, counts_from=counts)


def since(g: Groups) -> Meaning:
    """ "since June": from its first day to publication."""
    first = g.meaning("a")

    def find(scene: Scene) -> Interval | None:
        found = first.resolve(replace(scene, direction="past"))
        if found is None or scene.today is None or found.start > scene.today:
            return None
        return Interval(found.start, scene.today)

    return Meaning(find, "RANGE", is_span=True, base=first)


def counted_from(g: Groups) -> Meaning | None:
    """ "three days after Jan. 11", "a week before the Day of the Sun"."""
    base, count = g.meaning("a"), quantity(g)
    if count is None or count != int(count):
        return Meaning(lambda scene: None, "VAGUE")
    sign = -1 if str(g.get("side")) in ("before", "prior") else 1
    offset = Offset(str(g.get("u")), sign * int(count))

    def find(scene: Scene) -> Interval | None:
        found = base.resolve(scene)
        return None if found is None else offset.apply(found)

    return Meaning(find, "DAY", explicit=base.explicit)


def unit_beside(g: Groups) -> Meaning:
    """ "the day before New Year's Day", "the week after May 5", "the eve of Chuseok"."""
    base = g.meaning("a")
    name = str(g.get("u")) if "u" in g else "day"
    step = 1 if g.get("side") == "after" else -1

    def find(scene: Scene) -> Interval | None:
        found = base.resolve(scene)
        return None if found is None else Offset(name, step, whole=name != "day").apply(found)

    return Meaning(find, "DAY", explicit=base.explicit)


def unit_around(g: Groups) -> Meaning:
    """ "the week of Oct. 16", "the month of May"."""
    base, name = g.meaning("a"), str(g.get("u"))

    def find(scene: Scene) -> Interval | None:
        found = base.resolve(scene)
        return None if found is None else iv.hull(iv.unit_of(found.start, name), found)

    return Meaning(find, "WEEK" if name == "week" else "RANGE", explicit=base.explicit)


def ended(g: Groups) -> Meaning | None:
    """ "the three months ended Sept. 30", "the week ended Friday"."""
    base, name = g.meaning("a"), str(g.get("u"))
    count = g.get("n") if "n" in g else 1
    if not isinstance(count, int):
        return None

    def find(scene: Scene) -> Interval | None:
        found = base.resolve(replace(scene, direction="future") if "ahead" in g else scene)
        if found is None:
            return None
        if name in ("day", "week"):
            return Interval(iv.moved(found.end, name, -count) + dt.timedelta(days=1), found.end)
        last = found.end
        if last.day >= 24 or last.day <= 7:  # a business year may end on its last Friday
            close = iv.month(last.year, last.month, -1 if last.day <= 7 else 0)
            return Interval(iv.moved(close.end + iv.ONE_DAY, name, -count), last)
        return Interval(iv.moved(last + iv.ONE_DAY, name, -count), last)

    return Meaning(find, "RANGE", explicit=base.explicit)


def quarter_ended(g: Groups) -> Meaning:
    """ "its fiscal third quarter ended June 30": the three months up to then, whatever number they bear."""
    base = g.meaning("a")

    def find(scene: Scene) -> Interval | None:
        found = base.resolve(scene)
        if found is None:
            return None
        close = iv.month(found.end.year, found.end.month, -1 if found.end.day <= 7 else 0)
        return Interval(iv.moved(close.end + iv.ONE_DAY, "month", -3), found.end)

    return Meaning(find, "QUARTER", explicit=base.explicit)


RULES: tuple[Rule, ...] = (
    Rule(
        "composed.between",
        "between (the)? a=ANYATOM and (the)? b=ANYATOM",
        span,
        "between March and May 2011",
        "between you and May Lee",
    ),
    Rule(
        "composed.from_to",
        "from (the)? a=ANYATOM COMMA? (to | until | till | through | thru | DASH) (the)? b=ANYATOM",
        span,
        "from March until September last year",
        "from here to there",
    ),
    Rule(
        "composed.to",
        "a=ATOM (to | until | till | through | thru | DASH | SLASH) b=ATOM",
        span,
        "June 30-July 2, 2010",
        "here to stay",
    ),
    Rule("composed.since", "(ever)? since (the)? a=ATOM", since, "since June", "since then"),
    Rule(
        "composed.counted",
        "@qty u=UNIT (side=after | following) (the)? a=ATOM",
        counted_from,
        "three days after Jan. 11, 2024",
        "three days after all",
    ),
    Rule(
        "composed.counted_before",
        "@qty u=UNIT (side=before | ahead of) (the)? a=ATOM",
        counted_from,
        "a week before Chuseok",
        "a week before that",
    ),
    Rule(
        "composed.counted_prior",
        "@qty u=UNIT side=prior to (the)? a=ATOM",
        counted_from,
        "a week prior to May 5",
        "a week prior to it",
    ),
    Rule(
        "composed.unit_before",
        "the u=ONEUNIT (side=before) a=ATOM",
        unit_beside,
        "the day before New Year's Day",
        "the day before it",
    ),
    Rule(
        "composed.night_before",
        "the (night | evening) (side=before) a=ADAY",
        unit_beside,
        "the night before Chuseok",
        "the night before it",
    ),
    Rule(
        "composed.unit_after",
        "the u=ONEUNIT (side=after) a=ATOM",
        unit_beside,
        "the day after May 5",
        "the day after it",
    ),
    Rule("composed.eve", "(the)? eve of (the)? a=ADAY", unit_beside, "on the eve of Chuseok", "on the eve of war"),
    Rule(
        "composed.ended",
        "(the | its | their)? n=NUM DASH? u=UNIT (period)? (that | which)? (ended | ending | to | through) (on | in)? a=ENDPOINT",
        ended,
        "the three months ended Sept. 30",
        "the three months ended badly",
    ),
    Rule(
        "composed.unit_ended",
        "(the | its | their)? (fiscal)? u=ONEUNIT COMMA? (that | which)? (ended | ending | to | through) (on | in)? (ahead=next)? a=ENDPOINT",
        ended,
        "the week ended Friday",
        "the week ended badly",
    ),
    Rule(
        "composed.quarter_ended",
        "(its | their)? (fiscal)? AQUARTER COMMA? (that | which)? (ended | ending) (on | in)? a=ENDPOINT",
        quarter_ended,
        "its fiscal third quarter ended June 30",
        "the third quarter ended badly",
    ),
    Rule("composed.unit_of", "the u=ONEUNIT of (the)? a=ATOM", unit_around, "the week of Oct. 16", "the week of rest"),
)
