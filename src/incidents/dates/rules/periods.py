"""Longer stretches of the calendar: quarters, halves, seasons, years, decades; and the days that have names."""

from __future__ import annotations

import datetime as dt

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Kind, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.rules.yearly import full_year, last_before, yearly
from incidents.dates.scene import Scene
from incidents.dates.vocabulary import Holiday


def fixed(found: Interval) -> Meaning:
    """The meaning of something that needs no scene."""
    kind: Kind = "YEAR" if found.precision == "year" else "RANGE"
    return Meaning(lambda scene: found, kind, explicit=True)


def year_range(g: Groups) -> Meaning | None:
    """ "2006-2008", "1950-53", "from 2006 to 2008"."""
    first, last = g.number("f"), g.number("l")
    if last < 100:
        last += first - first % 100
    if ("and" in g) != ("between" in g):
        return None
    return fixed(iv.years(first, last)) if first < last <= 2100 else None


def one_year(g: Groups) -> Meaning | None:
    """ "in 1998"."""
    return fixed(iv.years(g.number("y"), g.number("y")))


def decade(g: Groups) -> Meaning | None:
    """ "the 1990s", "the '90s", "the nineties"."""
    number = g.number("t")
    if number >= 100:
        return Meaning(lambda scene: iv.decade(number), "DECADE", explicit=True) if 1500 <= number <= 2100 else None

    def short(scene: Scene) -> Interval:
        year = full_year(number, scene.today)
        return iv.decade(year if scene.today is None or year <= scene.today.year else year - 100)

    return Meaning(short, "DECADE", explicit=True)


def century(g: Groups) -> Meaning | None:
    """ "the 19th century"."""
    first = (g.number("o") - 1) * 100 + 1
    return fixed(iv.years(first, first + 99)) if 1 <= first <= 2100 else None


def juche_year(g: Groups) -> Meaning | None:
    """ "Juche 105" is 2016."""
    year = 1911 + g.number("j")
    return fixed(iv.years(year, year)) if year <= 2100 else None


def quarter(g: Groups) -> Meaning | None:
    """ "the third quarter of 2010", "last year's first quarter", "Q3"."""
    text = g.get("t")
    if text is not None:
        number, is_half = int(str(text).strip("QqHh")), "h" in str(text).lower()
    else:
        number, is_half = g.number("o"), "half" in g
    if number > (2 if is_half else 4):
        return None
    count = 6 if is_half else 3
    return yearly(g, lambda year: iv.months(year, (number - 1) * count + 1, count), "QUARTER")


def season(g: Groups) -> Meaning:
    """ "the spring of 2015", "last autumn", "the winter of 2010-11"."""
    first, last = g.get("s")
    return yearly(g, lambda year: iv.season(year, first, last), "SEASON")


def holiday(g: Groups) -> Meaning:
    """ "New Year's Day 2010", "the Day of the Sun", "last Chuseok"."""
    entry: Holiday = g.get("h")
    if entry.once is not None:
        once: dt.date = entry.once
        return Meaning(lambda scene: iv.day(once), "DAY", explicit=True)
    return yearly(g, entry.in_year, "DAY")


_YEARS = "(?: (the)? bp=POINTER year POSS | (the)? by=YEAR POSS? )"  # last year's, 1992's, the 1992
_ACT = "(?<! (convention | protocol | covenant | treaty | act | law | statute | decree) of)"  # names of laws
_COUNT = "(?! COUNTED | CAP? COUNTED)"  # 2000 North Korean workers


def apostrophe_year(g: Groups) -> Meaning:
    """ "in '88"."""
    short = g.number("t")

    def find(scene: Scene) -> Interval:
        year = full_year(short, scene.today)
        return iv.years(year, year)

    return Meaning(find, "YEAR", explicit=True)


def first_units(g: Groups) -> Meaning | None:
    """ "for the first nine months", of the year in which they have passed."""
    size = {"month": 1, "quarter": 3}.get(str(g.get("u")), 0)
    count = g.get("n") * size if isinstance(g.get("n"), int) else 0
    if not 1 < count <= 12:
        return None

    def find(scene: Scene) -> Interval | None:
        if scene.today is None:
            return None
        return last_before(lambda year: iv.months(year, 1, count), scene.today + iv.ONE_DAY)

    return Meaning(find, "RANGE")


def new_year(g: Groups) -> Meaning:
    """ "until the new year", "since the turn of the year": its first day."""
    return yearly(g, lambda year: iv.day_of(year, 1, 1), "DAY")


RULES: tuple[Rule, ...] = (
    Rule(
        "period.year_range",
        f"(from | between=between)? (?<! DASH) f=YEAR (TO | SLASH | and=and) l=YEAR{_COUNT} (?! PLURAL | DASH | SLASH)",
        year_range,
        "from 2006 to 2008",
        "2000-2500 workers",
    ),
    Rule(
        "period.short_year_range",
        f"(?<! DASH) f=YEAR (DASH | SLASH) l=TWODIGITS {_COUNT} (?! PLURAL | DASH | SLASH)",
        year_range,
        "the 1950-53 war",
        "call 1950-53-22",
    ),
    Rule(
        "period.year",
        f"(?<= YEARLEAD) (?<! NUMBERED) {_ACT} y=YEAR {_COUNT} (?! PLURAL | DASH NUM | SLASH NUM)",
        one_year,
        "a plan of 1998",
        "a crowd of 2000 people",
    ),
    Rule(
        "period.it_was_year",
        "(?<= (it | that | this | year) was) y=YEAR (?= COMMA | DOT | STOP | DASH | QUOTE | and | when)",
        one_year,
        "It was 1998, in the middle of March",
        "The price was 1998, he said",
    ),
    Rule(
        "period.certain_year",
        f"((?<= CERTAINLEAD) | (?<= LPAR) | (?<= in COMMA)) y=YEAR {_COUNT}",
        one_year,
        "in 1998 prisons were full",
        "in 1998 percent",
    ),
    Rule(
        "period.year_of_thing",
        f"(?<= OWNER) y=YEAR {_COUNT} (?= WORD | CAP | PLURAL | SITE | UNIT | POSS | SEASON | season)",
        one_year,
        "the 2014 census",
        "the 2014 workers",
    ),
    Rule(
        "period.year_list",
        "(?<= COMMA) y=YEAR (?= COMMA | and YEAR | or YEAR)",
        one_year,
        "in 2006, 2007 and 2008",
        "2,007 and 2,008",
    ),
    Rule(
        "period.year_subject",
        "(?<= COMMA | STOP | DOT | PARA | QUOTE | that | likely | but | while | because | than) y=YEAR"
        " (?= was | were | is | saw | has | had | will | may | would)",
        one_year,
        "For the exporters, 2016 was bad",
        "For them, 2016 workers were",
    ),
    Rule(
        "period.for_year",
        "(?<= for | into | throughout | toward | towards | over | within | all) y=YEAR"
        " (?= COMMA | DOT | RPAR | STOP | PARA | have | has | had | was | were | is | are | and | but | to | with | by | the | when | will | would)",
        one_year,
        "the results for 1991 have been restated",
        "food for 2000 people",
    ),
    Rule(
        "period.fiscal_year",
        "(the)? (fiscal | fy | calendar | financial) (year)? y=YEAR",
        one_year,
        "in fiscal 1989",
        "fiscal discipline",
    ),
    Rule("period.decade", "(the)? t=DECADE", decade, "the 1990s", "in 1990"),
    Rule("period.short_decade", "the t=SHORTDECADE", decade, "in the 90s", "in his 50s"),
    Rule(
        "period.part_of_short_decade",
        "((?<= the PART) | (?<= the PART DASH)) t=SHORTDECADE",
        decade,
        "in the early 90s",
        "in his early 50s",
    ),
    Rule("period.decade_words", "the t=DECADEWORD", decade, "in the nineties", "in his nineties"),
    Rule(
        "period.part_of_decade_words",
        "((?<= the PART) | (?<= the PART DASH)) t=DECADEWORD",
        decade,
        "in the late nineties",
        "in his late nineties",
    ),
    Rule("period.century", "(the)? o=ORD DASH? century", century, "in the 19th century", "in the 19th district"),
    Rule("period.juche", "juche j=NUM (LPAR YEAR RPAR)?", juche_year, "in Juche 105", "the Juche idea"),
    Rule(
        "period.quarter",
        f"{_YEARS}? (the)? (fiscal)? o=ORD DASH? quarter (of the year | @year)?",
        quarter,
        "the third quarter of 1988",
        "a quarter of the workers",
    ),
    Rule("period.quarter_sign", "t=QTOKEN @year?", quarter, "in Q3 2010", "in row 3"),
    Rule(
        "period.half",
        "@yearbefore? (the)? o=ORD DASH? half=half (of the year | @year)",
        quarter,
        "first half of 2010",
        "first half of the list",
    ),
    Rule(
        "period.half_of_year",
        f"{_YEARS} o=ORD DASH? half=half",
        quarter,
        "up from last year's first half",
        "the first half of the list",
    ),
    Rule(
        "period.half_adjective",
        "o=ORD DASH half=half (?= WORD | PLURAL)",
        quarter,
        "first-half profit",
        "first half-brother",
    ),
    Rule(
        "period.season",
        "@yearbefore? (the)? s=SEASON SEASONPHRASE? @year",
        season,
        "in the spring of 2015",
        "a spring of water",
    ),
    Rule(
        "period.season_years",
        "(the)? s=SEASON (of)? y=YEAR (DASH | SLASH) (TWODIGITS | YEAR)",
        season,
        "the winter of 2010-11",
        "a winter of 10-11 weeks",
    ),
    Rule("period.year_season", "(the)? y=YEAR s=SEASON", season, "the 2015 harvest season", "2015 falls"),
    Rule("period.pointed_season", "(the)? p=POINTER s=SEASON SEASONPHRASE?", season, "last autumn", "a fall"),
    Rule(
        "period.season_of_last_year",
        "@yearbefore s=SEASON SEASONPHRASE?",
        season,
        "last year's harvest season",
        "a year's fall",
    ),
    Rule(
        "period.bare_season",
        "(?<= SEASONLEAD) (the)? s=SEASON SEASONPHRASE? (?! WORD | PLURAL | of | in)",
        season,
        "in the spring, they left",
        "the fall of the wall",
    ),
    Rule(
        "period.holiday",
        "(the)? (p=POINTER)? (?: by=YEAR)? h=HOLIDAY @year?",
        holiday,
        "the Day of the Sun",
        "the day of the strike",
    ),
    Rule("period.new_year", "the new year (?! POSS)", new_year, "shut until the new year", "a new year group"),
    Rule("period.turn", "(?<= since) the turn of the year", new_year, "since the turn of the year", "a turn of year"),
    Rule(
        "period.apostrophe_year",
        "(?<= in | since | of | and | for | by | until | from | to | during | early | late | mid | before | after) t=YYAPOS",
        apostrophe_year,
        "in '88",
        "the '88 crew",
    ),
    Rule(
        "period.first_units",
        "(?<! for | after | within) the first n=NUM u=UNIT (?! of | in)",
        first_units,
        "profit in the first nine months",
        "the first nine men",
    ),
)
