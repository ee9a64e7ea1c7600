"""Dates written with digits and signs."""

from __future__ import annotations

import datetime as dt
import re

from incidents.dates import interval as iv
from incidents.dates.interval import Interval

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_numeric(text: str, today: dt.date | None) -> Interval | None:
    """The day of "2010-12-23", "12/23/2010", "23.12.2010", "2009.8.30", "10/26/89", "23-Dec-2010", "2016年3月5日".

    Dots mean day first; of two slashed numbers below 13 the first is the month, as American and Korean papers write.
    Null when it is no date.
    """
    from incidents.dates.rules.yearly import full_year

    named = re.match(r"(\d{1,2})-([A-Za-z]{3})-(\d+)", text)
    if named:
        if named[2].lower() not in _MONTH_NAMES:
            return None
        month, number, year = _MONTH_NAMES.index(named[2].lower()) + 1, int(named[1]), int(named[3])
        return _day(full_year(year, today) if year < 100 else year, month, number)
    numbers = [int(digits) for digits in re.findall(r"\d+", text.split("T")[0])]
    if len(numbers) == 2:
        return iv.month(numbers[0], numbers[1]) if 1 <= numbers[1] <= 12 else None
    first, second, third = numbers
    if first > 31:
        return _day(first, second, third)
    year = full_year(third, today) if third < 100 else third
    if "." in text and third < 100:
        return None  # a version or section number
    day_first = "." in text or first > 12
    return _day(year, second, first) if day_first else _day(year, first, second)


def _day(year: int, month: int, number: int) -> Interval | None:
    return iv.day_of(year, month, number) if 1500 <= year <= 2100 else None
