"""Second pass: parts of what the first pass found: early March, the end of last year, the first week of June."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.rules.yearly import year_of
from incidents.dates.scene import Scene
from incidents.dates.vocabulary import nth_weekday


def piece(whole: Meaning, find: Callable[[Scene], Interval | None], kind: Kind, clip: bool = False) -> Meaning:
    """A part is placed as its whole is, but is not itself what is counted from an anchor."""
    of_story = whole.of_story or bool(whole.relative)
    placed = _over(whole, find) if whole.kind == "UNIT" else find
    return replace(whole, resolve=placed, kind=kind, clip=clip, relative="", of_story=of_story)


def _over(whole: Meaning, find: Callable[[Scene], Interval | None]) -> Callable[[Scene], Interval | None]:
    """ "They left at the end of the year": of the one that the story has reached, else of the latest that is over."""

    def placed(scene: Scene) -> Interval | None:
        found, today = find(scene), scene.today
        if found is None or today is None or scene.direction != "past" or scene.awaited or found.start <= today:
            return found
        anchor = scene.anchor
        if anchor is not None and anchor.end <= today:
            told = find(replace(scene, today=anchor.end))
            if told is not None and told.end >= anchor.start and told.start <= today:
                return told
        unit = whole.resolve(scene)
        return None if unit is None else find(replace(scene, today=unit.start - iv.ONE_DAY))

    return placed


def part(g: Groups) -> Meaning:
    """ "early March", "the end of last year", "mid- to late October"."""
    whole, name = g.meaning("a"), str(g.get("p"))
    last = str(g.get("q")) if "q" in g else name

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        return None if found is None else iv.hull(iv.part_of(found, name), iv.part_of(found, last))

    return piece(whole, find, "DAY" if whole.kind == "DAY" else "RANGE", clip=whole.clip)


def earlier_or_later(g: Groups) -> Meaning:
    """ "earlier this month": up to publication; "later that year": from the date that the story has reached."""
    whole, is_later = g.meaning("a"), g.get("side") == "later"

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        if found is None or found.precision == "day":
            return found
        now = scene.today
        if (whole.relative or whole.of_story) and scene.anchor is not None:
            now = scene.anchor.end if is_later else scene.anchor.start
        if now is None or not found.start < now < found.end:
            return found
        return Interval(now, found.end) if is_later else Interval(found.start, now)

    return piece(whole, find, "DAY" if whole.kind == "DAY" else "RANGE", clip=whole.clip and not is_later)


def first_or_last(g: Groups) -> Meaning | None:
    """ "the first nine months of 1989", "the last two weeks of June"."""
    whole, unit, count = g.meaning("a"), str(g.get("u")), g.get("n") if "n" in g else 1
    if not isinstance(count, int) or unit == "weekend":
        return None
    from_end = str(g.get("side")) in ("last", "final", "closing")

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        if found is None:
            return None
        try:
            if from_end:
                return Interval(iv.moved(found.end + iv.ONE_DAY, unit, -count), found.end)
            return Interval(found.start, iv.moved(found.start, unit, count) - iv.ONE_DAY)
        except (ValueError, OverflowError):
            return None

    return piece(whole, find, "RANGE")


def nth(g: Groups) -> Meaning | None:
    """ "the second week of March": days 8 to 14; "the first Monday of May"; "the third day of the month"."""
    whole, number = g.meaning("a"), g.number("o")
    weekday, unit = g.get("w"), str(g.get("u"))
    if weekday is None and unit not in ("day", "week", "month", "quarter", "weekend"):
        return None

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        if found is None:
            return None
        if weekday is not None:
            found_day = iv.day(nth_weekday(found.start.year, number, weekday, found.start.month))
        elif unit == "weekend":
            saturday = nth_weekday(found.start.year, number, 5, found.start.month)
            found_day = Interval(saturday, saturday + iv.ONE_DAY)
        else:
            start = iv.moved(found.start, unit, number - 1)
            found_day = Interval(start, iv.moved(start, unit, 1) - iv.ONE_DAY, "day" if unit == "day" else "range")
            if unit == "month":
                found_day = replace(found_day, precision="month")
        return found_day if found_day.start <= found.end else None

    return piece(whole, find, "DAY" if weekday is not None or unit == "day" else "RANGE")


def half(g: Groups) -> Meaning | None:
    """ "the second half of March", "the first half of last year"."""
    whole, number = g.meaning("a"), g.number("o")
    if number not in (1, 2):
        return None

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        return None if found is None else half_of(found, number)

    return piece(whole, find, "RANGE")


def half_of(found: Interval, number: int) -> Interval:
    """The first or the second half of a stretch of the calendar."""
    count = (found.end.year - found.start.year) * 12 + found.end.month - found.start.month + 1
    if count >= 2:
        middle = iv.moved(found.start, "month", count // 2)
    else:
        middle = found.start + dt.timedelta(days=min(15, ((found.end - found.start).days + 1) // 2))
    return Interval(found.start, middle - iv.ONE_DAY) if number == 1 else Interval(middle, found.end)


def day_of_month(g: Groups) -> Meaning | None:
    """ "the 15th of last month"."""
    whole, number = g.meaning("a"), g.number("d")

    def find(scene: Scene) -> Interval | None:
        found = whole.resolve(scene)
        return None if found is None else iv.day_of(found.start.year, found.start.month, number)

    return piece(whole, find, "DAY")


def day_of_the_month(g: Groups) -> Meaning | None:
    """ "the 15th of the month": of the one that the story has reached."""
    whole, number = g.meaning("a"), g.number("d")

    def find(scene: Scene) -> Interval | None:
        found = scene.month_anchor or whole.resolve(scene)
        return None if found is None else iv.day_of(found.start.year, found.start.month, number)

    return piece(whole, find, "DAY")


def year_end(g: Groups) -> Meaning:
    """ "year-end": December."""

    year = year_of(g)

    def find(scene: Scene) -> Interval | None:
        number = scene.today.year if year is None and scene.today is not None else year(scene) if year else None
        return None if number is None else iv.part_of(iv.years(number, number), "end")

    return Meaning(find, "MONTH", explicit=year is not None)


def same(g: Groups) -> Meaning:
    """The expression itself, with the words around it."""
    return g.meaning("a")


RULES: tuple[Rule, ...] = (
    Rule(
        "part.of",
        "(the)? p=PART DASH? (in | on)? (the)? a=PARTABLE",
        part,
        "late last month",
        "late at night",
    ),
    Rule(
        "part.noun_of",
        "(the)? (very)? p=PARTNOUN of (the)? a=PARTABLE",
        part,
        "at the end of last year",
        "at the end of the road",
    ),
    Rule("part.end_of", "p=end DASH a=LONGATOM", part, "by end-2019", "a dead-end street"),
    Rule(
        "part.two",
        "(the)? p=PART DASH? (to | or | and) DASH? q=PART DASH? (in)? (the)? a=LONGATOM",
        part,
        "mid- to late October",
        "early to bed",
    ),
    Rule("part.of_day", "(early | late | mid) DASH? (on)? a=ADAY", same, "early on Monday", "early riser"),
    Rule(
        "part.earlier", "(side=earlier) (in | on)? a=ANYATOM", earlier_or_later, "earlier this month", "earlier plans"
    ),
    Rule("part.later", "side=later (in | on)? a=ANYATOM", earlier_or_later, "later this year", "later plans"),
    Rule(
        "part.first_units",
        "(the)? first n=NUM u=UNIT (of | in) a=LONGATOM",
        first_or_last,
        "the first nine months of 1989",
        "the first nine men",
    ),
    Rule(
        "part.last_units",
        "(the)? (side=last) n=NUM u=UNIT (of | in) a=LONGATOM",
        first_or_last,
        "the last two weeks of June",
        "the last two men",
    ),
    Rule(
        "part.final_units",
        "(the)? (side=final) n=NUM u=UNIT (of | in) a=LONGATOM",
        first_or_last,
        "the final two weeks of June",
        "the final two men",
    ),
    Rule(
        "part.last_unit",
        "(the)? side=last u=ONEUNIT (of | in) a=LONGATOM",
        first_or_last,
        "the last week of June",
        "the last man of all",
    ),
    Rule(
        "part.nth_unit",
        "(the)? o=ORD u=ONEUNIT (of | in) a=LONGATOM",
        nth,
        "the second week of March",
        "the second man",
    ),
    Rule(
        "part.nth_weekday",
        "(the)? o=ORD w=WDAY (of | in) a=AMONTH",
        nth,
        "the first Monday of May 2015",
        "the first man",
    ),
    Rule(
        "part.half",
        "(the)? o=ORD half of (the)? a=LONGATOM",
        half,
        "the second half of March",
        "the second half of the list",
    ),
    Rule(
        "part.day_of_month",
        "(the)? d=ORD (day)? of (the)? a=AMONTH",
        day_of_month,
        "on the 15th of last month",
        "the 15th of its kind",
    ),
    Rule(
        "part.day_of_the_month",
        "(the)? d=ORD (day)? of a=AUNIT",
        day_of_the_month,
        "on the 15th of the month",
        "the 15th of its kind",
    ),
    Rule(
        "part.year_end",
        "(the)? year (DASH | POSS)? end (?! a) ( (of)? y=YEAR (?! COUNTED) )?",
        year_end,
        "paid at year-end",
        "every year an end",
    ),
)
