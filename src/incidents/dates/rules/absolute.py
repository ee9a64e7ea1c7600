"""Expressions of the calendar itself: dates, months, quarters, seasons, years, decades, holidays."""

from __future__ import annotations

import datetime as dt

from incidents.dates import interval as iv
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.numeric import read_numeric
from incidents.dates.rules.yearly import YEAR_AFTER, YEAR_BEFORE, full_year, yearly
from incidents.dates.scene import Scene, float_to
from incidents.dates.vocabulary import Holiday

MACROS = {
    "year": YEAR_AFTER,
    "yearbefore": YEAR_BEFORE,
    "weekday": "(?: w=ANYDAY (DAYPART)? COMMA? LPAR? (the)? )",
}


def fixed(found: Interval | None, explicit: bool = True) -> Meaning | None:
    """The meaning of something that needs no scene; null when the calendar has no such day."""
    if found is None:
        return None
    kinds = {"day": "DAY", "month": "MONTH", "year": "YEAR"}
    kind = kinds.get(found.precision, "RANGE")
    return Meaning(lambda scene: found, kind, explicit=explicit)  # type: ignore[arg-type]


def numeric(g: Groups) -> Meaning | None:
    """ "2010-12-23", "12/23/2010", "23.12.2010", "2009.8.30", "10/26/89"."""
    text = str(g.get("t"))
    if read_numeric(text, None) is None:
        return None
    return Meaning(lambda scene: read_numeric(text, scene.today), "DAY", explicit=True)


def month_day(g: Groups) -> Meaning | None:
    """ "March 5, 2010", "5 March", "Monday, March 5"; a weekday chooses among the years when none is named."""
    month, number = g.number("m"), g.number("d")
    if not 1 <= number <= 31 or iv.day_of(2000, month, number) is None:
        return None
    weekday = g.get("w")

    def in_year(year: int) -> Interval | None:
        return iv.day_of(year, month, number)

    meaning = yearly(g, in_year, "DAY")
    if weekday is None or not meaning.floating:
        return meaning

    def with_weekday(scene: Scene) -> Interval | None:
        default = float_to(scene, in_year)
        if default is None or default.start.weekday() == weekday:
            return default
        for offset in (1, -1, -2, -3, -4, -5):
            other = in_year(default.start.year + offset)
            if other is not None and other.start.weekday() == weekday:
                return other
        return default

    return Meaning(with_weekday, "DAY", floating=True)


def short_year_date(g: Groups) -> Meaning | None:
    """ "10 JAN 90"."""
    month, number, short = g.number("m"), g.number("d"), g.number("yy")
    if iv.day_of(2000, month, number) is None:
        return None
    return Meaning(lambda scene: iv.day_of(full_year(short, scene.today), month, number), "DAY", explicit=True)


def short_year_month(g: Groups) -> Meaning:
    """ "NOVEMBER 89"."""
    month, short = g.number("m"), g.number("yy")
    return Meaning(lambda scene: iv.month(full_year(short, scene.today), month), "MONTH", explicit=True)


def whole_month(g: Groups) -> Meaning:
    """ "March 2010", "last March", "March"."""
    number = g.number("m")
    return yearly(g, lambda year: iv.month(year, number), "MONTH")


def day_range(g: Groups) -> Meaning | None:
    """ "June 5-7", "5 to 7 June 2010"; with "and" only neighbouring days."""
    month, first, last = g.number("m"), g.number("d"), g.number("e")
    if not 1 <= first < last <= 31 or ("and" in g and "between" not in g and last - first != 1):
        return None

    def in_year(year: int) -> Interval | None:
        low, high = iv.day_of(year, month, first), iv.day_of(year, month, last)
        return None if low is None or high is None else iv.hull(low, high)

    return yearly(g, in_year, "RANGE")


def year_range(g: Groups) -> Meaning | None:
    """ "2006-2008", "1950-53", "from 2006 to 2008"."""
    first, last = g.number("f"), g.number("l")
    if last < 100:
        last += first - first % 100
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


_NAME = "(?! CAP{0,3} SITE)"  # the January 20 Munitions Factory
_COUNT = "(?! COUNTED | CAP? COUNTED)"

RULES: tuple[Rule, ...] = (
    Rule("absolute.numeric", "t=NUMDATE", numeric, "signed on 2010-12-23", "version 12.31.4.7"),
    Rule(
        "absolute.month_day",
        f"@weekday? (?<! in) (?<! the) (?<! POSS) m=MONTH (the)? d=DAYORD {_NAME} @year?",
        month_day,
        "fled on Sept. 29, 2012",
        "the January 20 Munitions Factory",
    ),
    Rule(
        "absolute.the_month_day",
        f"m=MONTH d=DAYORD {_NAME} (?! CAP) @year?",
        month_day,
        "after the Jan. 11 revolt",
        "at the April 25 House of Culture",
    ),
    Rule(
        "absolute.in_month_day_year",
        "m=MONTH d=DAYORD COMMA? y=YEAR (?! COUNTED)",
        month_day,
        "in March 5, 2010",
        "Unit 5, 2010 workers",
    ),
    Rule(
        "absolute.day_month",
        f"@weekday? (?<! NUMBERED) (the)? d=DAYORD DASH? (of)? m=MONTH {_NAME} DASH? @year?",
        month_day,
        "on 6th November 2018",
        "the 8 February Cement Complex",
    ),
    Rule(
        "absolute.ordinal_of_month",
        "@weekday? the d=ORD (day)? (of)? m=MONTH @year?",
        month_day,
        "on the first of May 2015",
        "the first of many",
    ),
    Rule(
        "absolute.short_year",
        "d=DAYORD DASH? m=MONTH DASH? ( yy=NUM99 ) (?! COUNTED | PLURAL)",
        short_year_date,
        "SAN SALVADOR, 10 JAN 90 (DPA)",
        "room 10, 90 workers",
    ),
    Rule(
        "absolute.short_year_month",
        "m=MONTH yy=NUM99 (?! COUNTED | PLURAL | WORD | CAP | NUM | OTHER)",
        short_year_month,
        "since NOVEMBER 89.",
        "they may 89 times",
    ),
    Rule("absolute.apostrophe_year", "m=MONTH ya=YYAPOS", whole_month, "in June '98", "in '98er style"),
    Rule("absolute.month_year", "m=MONTH (COMMA | of)? @year", whole_month, "October 1989", "workers may 1989"),
    Rule(
        "absolute.month_before_count",
        "(?<= in) m=MONTH (?= DAY (?! COMMA YEAR | YEAR))",
        whole_month,
        "in March 18 prisoners fled",
        "in Camp 18 prisoners fled",
    ),
    Rule(
        "absolute.month",
        "(?<! DAY) (?<= MONTHLEAD) m=MONTH (?! DAYORD | SITE | CAP SITE | QUOTE)",
        whole_month,
        "closed in May",
        "workers who may leave in a march",
    ),
    Rule(
        "absolute.sure_month",
        f"(?<! DAY) m=SUREMONTH (?! DAYORD | CAP) {_NAME}",
        whole_month,
        "December sales rose",
        "Augusta sales rose",
    ),
    Rule("absolute.pointed_month", "(the)? p=POINTER m=MONTH (?! DAYORD)", whole_month, "last March", "this may be"),
    Rule("absolute.month_of_last_year", "@yearbefore m=MONTH", whole_month, "last year's March", "a year's march"),
    Rule(
        "absolute.day_range",
        f"@weekday? m=MONTH d=DAYORD (DASH | to | through | until | till | thru | and=and) e=DAYORD (?! COUNTED) {_NAME} @year?",
        day_range,
        "June 5-7, 2010",
        "Room 5-7",
    ),
    Rule(
        "absolute.day_range_month",
        "(from | between=between)? (the)? d=DAYORD (DASH | to | through | until | till | and=and) (the)? e=DAYORD (of)? m=MONTH @year?",
        day_range,
        "from 5 to 7 June 2010",
        "from 5 to 7 yuan",
    ),
    Rule(
        "absolute.year_range",
        f"(from | between | (the)? year)? (?<! DASH) f=YEAR (DASH | SLASH | to | through | until | till | and) l=YEAR {_COUNT} (?! PLURAL | DASH | SLASH)",
        year_range,
        "from 2006 to 2008",
        "2000-2500 workers",
    ),
    Rule(
        "absolute.short_year_range",
        f"(?<! DASH) f=YEAR (DASH | SLASH) l=TWODIGITS {_COUNT} (?! PLURAL | DASH | SLASH)",
        year_range,
        "the 1950-53 war",
        "call 1950-53-22",
    ),
    Rule(
        "absolute.year",
        f"(?<= YEARLEAD) (?<! NUMBERED) y=YEAR {_COUNT} (?! PLURAL | DASH NUM | SLASH NUM)",
        one_year,
        "a plan of 1998",
        "a crowd of 2000 people",
    ),
    Rule(
        "absolute.certain_year",
        f"((?<= CERTAINLEAD) | (?<= LPAR) | (?<= in COMMA)) y=YEAR {_COUNT}",
        one_year,
        "in 1998 prisons were full",
        "in 1998 percent",
    ),
    Rule(
        "absolute.year_of_thing",
        f"(?<= OWNER) y=YEAR {_COUNT} (?= WORD | CAP | PLURAL | SITE | UNIT | POSS | SEASON)",
        one_year,
        "the 2014 census",
        "the 2014 workers",
    ),
    Rule(
        "absolute.year_list",
        "(?<= COMMA) y=YEAR (?= COMMA | and YEAR | or YEAR)",
        one_year,
        "in 2006, 2007 and 2008",
        "2,007 and 2,008",
    ),
    Rule("absolute.fiscal_year", "(the)? fiscal (year)? y=YEAR", one_year, "in fiscal 1989", "fiscal discipline"),
    Rule("absolute.decade", "t=DECADE", decade, "the 1990s", "in 1990"),
    Rule("absolute.decade_words", "(?<= the | early | mid | late | DASH) t=DECADEWORD", decade, "the nineties", "in his nineties"),
    Rule("absolute.century", "(the)? o=ORD DASH? century", century, "in the 19th century", "in the 19th district"),
    Rule("absolute.juche", "juche j=NUM (LPAR YEAR RPAR)?", juche_year, "in Juche 105", "the Juche idea"),
    Rule(
        "absolute.quarter",
        "@yearbefore? (the)? (fiscal)? o=ORD DASH? quarter (of the year | @year)?",
        quarter,
        "the third quarter of 1988",
        "a quarter of the workers",
    ),
    Rule("absolute.quarter_sign", "t=QTOKEN @year?", quarter, "in Q3 2010", "in row 3"),
    Rule("absolute.half", "@yearbefore? (the)? o=ORD DASH? half=half (of the year | @year)", quarter, "first half of 2010", "first half of the list"),
    Rule("absolute.half_adjective", "o=ORD DASH half=half (?= WORD | PLURAL)", quarter, "first-half profit", "first half-brother"),
    Rule(
        "absolute.season",
        "@yearbefore? (the)? s=SEASON SEASONPHRASE? @year",
        season,
        "in the spring of 2015",
        "a spring of water",
    ),
    Rule(
        "absolute.season_years",
        "(the)? s=SEASON (of)? y=YEAR (DASH | SLASH) (TWODIGITS | YEAR)",
        season,
        "the winter of 2010-11",
        "a winter of 10-11 weeks",
    ),
    Rule("absolute.year_season", "(the)? y=YEAR s=SEASON", season, "the 2015 harvest season", "2015 falls"),
    Rule("absolute.pointed_season", "(the)? p=POINTER s=SEASON SEASONPHRASE?", season, "last autumn", "a fall"),
    Rule("absolute.season_of_last_year", "@yearbefore s=SEASON SEASONPHRASE?", season, "last year's harvest season", "a year's fall"),
    Rule(
        "absolute.bare_season",
        "(?<= in | during | since | by | until | till | from | of | early | mid | late | DASH | this | through) (the)? s=SEASON SEASONPHRASE? (?! WORD | PLURAL | of | in)",
        season,
        "in the spring, they left",
        "the fall of the wall",
    ),
    Rule("absolute.holiday", "(p=POINTER)? (?: by=YEAR)? h=HOLIDAY @year?", holiday, "the Day of the Sun", "the day of the strike"),
)
