"""Years that words around them make certain: before people who might be counted, after a place, in a guess."""

from __future__ import annotations

from incidents.dates.grammar import Rule
from incidents.dates.rules.periods import one_year

RULES: tuple[Rule, ...] = (
    Rule(
        "period.year_before_people",
        "((?<= in | since | during | until | till | early | late | mid) | (?<= (PART | in) DASH)"
        " | (?<= (PARTNOUN | half | quarter | course | months | summer) of)) y=SUREYEAR (?= COUNTED | CAP COUNTED)",
        one_year,
        "In 2011 soldiers struck",
        "a crowd of 2011 soldiers",
    ),
    Rule(
        "period.year_after_place",
        "((?<= CAP COMMA) | (?<= LPAR CAP)) y=SUREYEAR (?= RPAR)",
        one_year,
        "the group (Magadan, 1994) had to clear shells",
        "of Magadan, 1994 men",
    ),
    Rule(
        "period.guessed_year",
        "(?<= (it | that | this | year) (must | might | would | could | will | WORD) have been) y=YEAR"
        " (?= COMMA | DOT | STOP | PARA | DASH | QUOTE | and | or | when)",
        one_year,
        "It must have been 1982.",
        "It must have been 1982 men",
    ),
    Rule(
        "period.for_sure_year",
        "(?<= for) y=SUREYEAR (?= on | that | which | as | after | because | at | who | out | from)",
        one_year,
        "kept back the wages for 2012 on the grounds that",
        "for 2012 of them",
    ),
    Rule(
        "period.years_listed",
        "((?<= the years) | (?<= both)) y=YEAR (?= COMMA | and YEAR)",
        one_year,
        "in both 2013 and 2014",
        "both 2013 men",
    ),
)
