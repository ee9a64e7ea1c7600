"""Dates and months as the calendar writes them."""

from __future__ import annotations

from incidents.dates import interval as iv
from incidents.dates.foreign import foreign_month
from incidents.dates.grammar import Groups, Meaning, Rule
from incidents.dates.interval import Interval
from incidents.dates.numeric import read_numeric
from incidents.dates.rules.yearly import YEAR_AFTER, YEAR_BEFORE, full_year, pointed, yearly
from incidents.dates.scene import Scene, float_to

MACROS = {
    "year": YEAR_AFTER,
    "yearbefore": YEAR_BEFORE,
    "weekday": "(?: w=ANYDAY (DAYPART)? COMMA? LPAR? (the)? )",
}


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


def that_day(g: Groups) -> Meaning | None:
    """ "that April 30": in the year that the story has reached."""
    month, number = g.number("m"), g.number("d")
    if not 1 <= number <= 31 or iv.day_of(2000, month, number) is None:
        return None
    pointer = str(g.get("p"))
    return Meaning(
        lambda scene: pointed(pointer, scene, lambda year: iv.day_of(year, month, number)),
        "DAY",
        of_story=True,
        counts_from="year",
    )


def foreign_date(g: Groups) -> Meaning | None:
    """ "5 mars 2014", "23 de diciembre de 2010"."""
    month = foreign_month(str(g.get("f")).lower())
    found = None if month is None else iv.day_of(g.number("y"), month, g.number("d"))
    return None if found is None else Meaning(lambda scene: found, "DAY", explicit=True)


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


def day_list(g: Groups) -> Meaning | None:
    """ "Aug. 7, 8 and 9"."""
    return day_range(g) if g.number("f") == g.number("e") - 1 else None


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


_NAME = "(?! CAP{0,3} SITE)"  # the January 20 Munitions Factory
_COUNT = "(?! COUNTED | CAP? COUNTED)"

RULES: tuple[Rule, ...] = (
    Rule("absolute.numeric", "t=NUMDATE", numeric, "signed on 2010-12-23", "version 12.31.4.7"),
    Rule(
        "absolute.month_day",
        f"@weekday? (?<! in) (?<! the) (?<! POSS) m=MONTH (the)? d=DAYORD {_NAME} (@year | COMMA y3=SUREYEAR (?= COUNTED))?",
        month_day,
        "fled on Sept. 29, 2012",
        "the January 20 Munitions Factory",
    ),
    Rule(
        "absolute.the_month_day",
        f"(?<! in) m=MONTH d=DAYORD {_NAME} (?! CAP) @year?",
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
        "absolute.month_ordinal",
        "@weekday? (?<! in) (?<! POSS) m=MONTH (the)? d=ORDWORD (?! CAP | WORD | PLURAL | COUNTED | UNIT | DASH | NUM) @year?",
        month_day,
        "the night of September eighth",
        "in September first graders",
    ),
    Rule(
        "absolute.short_year",
        "d=DAYORD DASH? m=MONTH DASH? ( yy=NUM99 ) (?! COUNTED | PLURAL | of)",
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
    Rule(
        "absolute.foreign",
        "d=DAYORD DOT? de? f=UNKNOWN de? y=YEAR (?! COUNTED)",
        foreign_date,
        "dated 23 de diciembre de 2010",
        "with 23 prisoners 2010 yuan",
    ),
    Rule("absolute.apostrophe_year", "m=MONTH ya=YYAPOS", whole_month, "in June '98", "in '98er style"),
    Rule("absolute.month_year", "m=MONTH (COMMA | of)? @year", whole_month, "October 1989", "workers may 1989"),
    Rule(
        "absolute.month_year_before_people",
        "(?<= in) m=MONTH y=YEAR (?= COUNTED)",
        whole_month,
        "in May 2000 prisoners rose",
        "in Camp 1987 prisoners rose",
    ),
    Rule(
        "absolute.month_before_count",
        "(?<= in) m=MONTH (?= DAY (?! COMMA YEAR | YEAR))",
        whole_month,
        "in March 18 prisoners fled",
        "in Camp 18 prisoners fled",
    ),
    Rule(
        "absolute.month",
        "(?<! DAY) (?<= MONTHLEAD) m=MONTH (?! DAYORD | SITE | CAP SITE)",
        whole_month,
        "closed in May",
        "workers who may leave in a march",
    ),
    Rule(
        "absolute.listed_month",
        "(?<! DAY) (?<= WEAKMONTHLEAD) m=MONTH (?! DAYORD | SITE | CAP)",
        whole_month,
        "no pay for May",
        "for Jan Kowalski",
    ),
    Rule(
        "absolute.month_in_list",
        "(?<= COMMA) m=MONTH (?= COMMA MONTH | and MONTH | or MONTH)",
        whole_month,
        "no pay for March, May and July",
        "said June, May Lee and Kim",
    ),
    Rule(
        "absolute.month_to_month",
        "m=MONTH (?= (DASH | SLASH | to | and | through) MONTH)",
        whole_month,
        "in the Jan.-Feb. issue",
        "the Jan-Jules clinic",
    ),
    Rule(
        "absolute.sure_month",
        f"(?<! DAY) m=SUREMONTH (?! DAYORD | CAP) {_NAME}",
        whole_month,
        "December sales rose",
        "Augusta sales rose",
    ),
    Rule(
        "absolute.month_of_thing",
        "(?<= a | the | its | their | his | her | our | revised | adjusted | reported) m=MONTH (?= WORD | PLURAL)",
        whole_month,
        "over a revised May deficit",
        "over a may bug",
    ),
    Rule(
        "absolute.pointed_month",
        "(pt=the | this)? p=DEIXIS m=MONTH (?! DAYORD)",
        whole_month,
        "last March",
        "this may be",
    ),
    Rule(
        "absolute.pointed_month_day",
        "p=DEIXIS m=MONTH d=DAYORD (?! COUNTED | SITE | CAP SITE | COMMA? YEAR)",
        month_day,
        "Last Nov. 24 a kiln burst",
        "last May 24 workers left",
    ),
    Rule(
        "absolute.pointed_day_month",
        "p=DEIXIS d=DAYORD (of)? m=MONTH (?! SITE | CAP SITE | COMMA? YEAR)",
        month_day,
        "Last 24 November a kiln burst",
        "the last 24 may leave",
    ),
    Rule(
        "absolute.month_night",
        "m=MONTH (DAYPART | day | weekend) @year",
        whole_month,
        "on a November night in 2013",
        "one May night in 20 dormitories",
    ),
    Rule(
        "absolute.that_month_day",
        "(?<! said | told | learned | believe | says) p=ANAPHOR m=MONTH d=DAYORD (?! COUNTED)",
        that_day,
        "It began in 2019. That April 30, soldiers",
        "that April three men",
    ),
    Rule("absolute.month_of_last_year", "@yearbefore m=MONTH", whole_month, "last year's March", "a year's march"),
    Rule(
        "absolute.day_range",
        f"(from | between=between)? @weekday? m=MONTH d=DAYORD (TO | and=and) e=DAYORD (?! COUNTED) {_NAME} @year?",
        day_range,
        "June 5-7, 2010",
        "Room 5-7",
    ),
    Rule(
        "absolute.day_list",
        "m=MONTH d=DAYORD (COMMA DAYORD)* COMMA f=DAYORD COMMA? and e=DAYORD (?! COUNTED) @year?",
        day_list,
        "on Aug. 7, 8 and 9",
        "on floors 7, 8 and 9",
    ),
    Rule(
        "absolute.day_range_month",
        "(from | between=between)? (the)? d=DAYORD (TO | and=and) (the)? e=DAYORD (of)? m=MONTH @year?",
        day_range,
        "from 5 to 7 June 2010",
        "from 5 to 7 yuan",
    ),
)
