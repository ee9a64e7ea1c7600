"""Dates as metadata writes them, to ``Published``; no clock, no guess: what is ambiguous gives null."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from email.utils import parsedate_to_datetime

from incidents.model import Published

MONTHS = {
    name.lower().rstrip("."): number
    for number, names in enumerate(
        (
            ("January", "Jan."),
            ("February", "Feb."),
            ("March", "Mar."),
            ("April", "Apr."),
            ("May",),
            ("June", "Jun."),
            ("July", "Jul."),
            ("August", "Aug."),
            ("September", "Sept.", "Sep."),
            ("October", "Oct."),
            ("November", "Nov."),
            ("December", "Dec."),
        ),
        start=1,
    )
    for name in names
}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""An English month, whole or shortened, as a regular expression without groups."""

_TIME = r"(?:[T ,]+\d{1,2}:\d{2}.*)?$"
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_COMPACT_DAY = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{6}.*|T\d{4,6}.*)?$")
_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})$")
_YEAR = re.compile(r"(\d{4})$")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_MONTH_DAY_YEAR = re.compile(
    _WEEKDAY + rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})" + _TIME, re.IGNORECASE
)
_DAY_MONTH_YEAR = re.compile(
    _WEEKDAY + rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+({MONTH}),?[\s-]+(\d{{4}})" + _TIME, re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"({MONTH}),?\s+(\d{{4}})$", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def parse_published(value: str) -> Published | None:
    """Read a publication date: ISO day, time, month or year, ``2016/3/4``, RFC 822, PDF, "March 4, 2016", "May 2016".

    A time of day and its zone are dropped: the date is the one written. Null when it cannot be read without guessing
    (``03/04/2016``) or is no date of the calendar between 1900 and 2100.
    """
    value = value.strip()
    if match := (_ISO_DAY.match(value) or _COMPACT_DAY.match(value)):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _ISO_MONTH.match(value):
        return _month(int(match[1]), int(match[2]))
    if match := _YEAR.match(value):
        return _year(int(match[1]))
    if match := _MONTH_DAY_YEAR.match(value):
        return _day(int(match[3]), month_number(match[1]), int(match[2]))
    if match := _DAY_MONTH_YEAR.match(value):
        return _day(int(match[3]), month_number(match[2]), int(match[1]))
    if match := _MONTH_YEAR.match(value):
        return _month(int(match[2]), month_number(match[1]))
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError):
        return None
    return _day(moment.year, moment.month, moment.day)


def month_number(name: str) -> int:
    """1 to 12 for an English month, whole or shortened (``Sept.``). Raises ``KeyError`` for anything else."""
    return MONTHS[name.lower().rstrip(".")]


def published_or_note(value: str, where: str) -> tuple[Published | None, tuple[str, ...]]:
    """The date, or null and a note that names the value; ``where`` says what it was found in ("front matter")."""
    published = parse_published(value)
    if published is None:
        return None, (f"publication date {value!r} in {where} is not understood: write it as 2016-10-18 or 2016-10",)
    return published, ()


def _day(year: int, month: int, day: int) -> Published | None:
    try:
        return Published.of_day(dt.date(year, month, day)) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _month(year: int, month: int) -> Published | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    return Published(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month")


def _year(year: int) -> Published | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return Published(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
