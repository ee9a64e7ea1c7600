"""Dates at the head of an entry, the year first: "1996, October." and "**2017** –"."""

from __future__ import annotations

from incidents.dates.grammar import Rule
from incidents.dates.rules.absolute import month_day, whole_month
from incidents.dates.rules.periods import one_year

_HEAD = "((?<= PARA) | (?<= PARA OTHER) | (?<= PARA OTHER OTHER) | ^ | (?<= ^ OTHER) | (?<= ^ OTHER OTHER))"  # "**1996"

RULES: tuple[Rule, ...] = (
    Rule(
        "headed.month",
        f"{_HEAD} y=YEAR COMMA m=MONTH (?! DAYORD)",
        whole_month,
        "1989, November. A depot exploded",
        "In 1989, November gales",
    ),
    Rule(
        "headed.day",
        f"{_HEAD} y=YEAR COMMA m=MONTH d=DAYORD",
        month_day,
        "1989, November 4. A depot exploded",
        "1989, 4 depots",
    ),
    Rule(
        "headed.year",
        f"{_HEAD} y=YEAR (?= OTHER{{0,2}} (DOT | STOP | DASH | PARA))",
        one_year,
        "1984. Twelve loggers struck",
        "1984 loggers struck",
    ),
)
