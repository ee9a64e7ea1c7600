"""Headings that name the year of what stands under them: the entries of a chronology, "Kuwait, 2008.", "[2014]"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from incidents.dates.interval import Interval, years

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?"
    r"|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_WHEN = rf"(?:(?:(?:early|mid|late)[ -])?(?:{_MONTH}|{_SEASON})(?:\s\d{{1,2}})?,?\s(?:of\s)?)?"
_AFTER = rf"(?:,\s(?:(?:early|mid|late)[ -])?(?:{_MONTH}|{_SEASON})(?:\s\d{{1,2}})?)?"
#: "No. 9. August 2013.", "Event A. Hakpo colliery, Hoeryong, 1990.": a label without a verb goes before the year.
_LABEL = r"(?:(?-i:[A-Z][\w’'-]*|\d{1,2}|of|the|[a-z]+(?=,))[.,:]*[*_]*\s){0,8}?"
_HEADING = re.compile(
    rf"^[^\S\n]{{0,40}}[*_#•■◆▶●▪(\[–—-]{{0,4}}[^\S\n]{{0,4}}{_LABEL}[*_]*{_WHEN}(?P<year>(?:19|20)\d\d){_AFTER}"
    r"[*_]{0,3}(?:[^\S\n]*$|[.:)\]][*_]{0,3}(?=\s|$)|[^\S\n]+[–—-](?=\s))",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
#: Paragraphs under one heading where another one ends them; without one, a heading is that of its own paragraph.
REACH = 3


@dataclass(frozen=True, slots=True)
class _Heading:
    start: int
    end: int
    year: int


class Headings:
    """The headings of one text."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), match.end(), int(match["year"])) for match in _HEADING.finditer(text)]
        nexts = [*(start for start, _, _ in found), None][1:]
        self._found = [
            _Heading(start, _scope(text, end, following), year)
            for (start, end, year), following in zip(found, nexts, strict=True)
        ]
        self._starts = [heading.start for heading in self._found]

    def over(self, position: int) -> tuple[int, Interval] | None:
        """Where the heading over ``position`` stands, and its year."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._found[index].end:
            return None
        heading = self._found[index]
        return heading.start, years(heading.year, heading.year)


def _scope(text: str, end: int, following: int | None) -> int:
    """The end of what stands under a heading that ends at ``end``."""
    breaks = [match.end() for match in _PARAGRAPH.finditer(text, end)][: REACH + 1]
    alone = not text[end : breaks[0]].strip() if breaks else False
    count = REACH if following is not None else 1
    reach = breaks[count - 1 + alone] if len(breaks) >= count + alone else len(text)
    return reach if following is None else min(reach, following)
