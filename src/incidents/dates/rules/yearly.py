"""How an expression that comes back every year gets its year: named, pointed at ("last March"), or from its scene."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from incidents.dates.grammar import Groups, Kind, Meaning
from incidents.dates.interval import Interval
from incidents.dates.scene import Scene, float_to

InYear = Callable[[int], Interval | None]

#: Year after the expression ("March 2010", "March of that year", "March last year", "Juche 105").
YEAR_AFTER = """
    (?: COMMA? (of|in)? (fiscal)? y=YEAR (?! COUNTED | DASH NUM) | (?<! COMMA) (of|in)? y2=SUREYEAR (?= COUNTED) | of? ya=YYAPOS
      | COMMA? juche j=NUM (?: LPAR YEAR RPAR)?
      | COMMA? (of|in)? (yt=the)? (very)? yp=POINTER (same)? year (LPAR YEAR RPAR)?
      | COMMA? (of|in)? the year last=before last
      | COMMA? of (the)? year prior=before (?! last)
      | COMMA? (of|in)? the year later=after (that (?! WORD | PLURAL | CAP) | (?= COMMA | DOT | STOP | PARA))
      | COMMA? (of|in)? the year (that | which) then=followed
      | COMMA? (some | exactly | just | about)? yn=NUM years ago=ago (?! (this | today | yesterday)) )
"""
#: Year in front of it ("last year's third quarter", "1998's").
YEAR_BEFORE = "(?: (the)? bp=POINTER year POSS | by=YEAR POSS )"


def full_year(two_digits: int, today: dt.date | None) -> int:
    """The year of "'98" or "10 JAN 90": the latest that is not more than five years after publication."""
    limit = (today.year if today is not None else 2025) + 5
    year = limit - limit % 100 + two_digits
    return year if year <= limit else year - 100


def is_anaphor(pointer: object) -> bool:
    """Whether the pointer goes back to what the story has reached, not to the day of publication."""
    return pointer in ("that", "same", "following", "previous", "preceding", "the next")


def pointed_year(pointer: str, scene: Scene) -> int | None:
    """The year of "this year", "last year", "that year", "the following year" ...; null when nothing says which."""
    if pointer == "the next":  # "in August of the next year", in a story of 2005
        return pointed_year("next" if scene.future or scene.anchor is None else "following", scene)
    if pointer in ("this", "current", "last", "past", "next", "coming"):
        if scene.today is None:
            return None
        return scene.today.year + {"last": -1, "past": -1, "next": 1, "coming": 1}.get(pointer, 0)
    if scene.anchor is None:
        return None
    return scene.anchor.start.year + {"following": 1, "previous": -1, "preceding": -1}.get(pointer, 0)


def year_of(g: Groups) -> Callable[[Scene], int | None] | None:
    """How the captured year words are read; null when the expression names no year."""
    for name in ("y", "y2", "y3", "by"):
        if name in g:
            number = g.number(name)
            return lambda scene: number
    if "ya" in g:
        short = g.number("ya")
        return lambda scene: full_year(short, scene.today)
    if "j" in g:
        juche = g.number("j")
        return lambda scene: 1911 + juche
    if "last" in g and g.get("last") == "before":
        return lambda scene: None if scene.today is None else scene.today.year - 2
    if "prior" in g:
        return lambda scene: pointed_year("previous", scene)
    if "later" in g or "then" in g:
        return lambda scene: pointed_year("following", scene)
    if isinstance(g.get("yn"), int):
        back = g.number("yn")
        return lambda scene: None if scene.today is None else scene.today.year - back
    for name in ("yp", "bp"):
        if name in g:
            pointer = _pointer(g, name, "yt")
            return lambda scene: pointed_year(pointer, scene)
    return None


def _pointer(g: Groups, name: str, article: str) -> str:
    """The word that points at a year or at one of its months; "the next" where "next" has its article."""
    pointer = str(g.get(name))
    return "the next" if pointer == "next" and article in g else pointer


def yearly(g: Groups, in_year: InYear, kind: Kind) -> Meaning:
    """The meaning of a yearly expression with whatever year words and pointer ("last", "that") it came with."""
    year = year_of(g)
    if year is not None:

        def named(scene: Scene) -> Interval | None:
            number = year(scene)
            return None if number is None else in_year(number)

        of_story = is_anaphor(_pointer(g, "yp", "yt")) or is_anaphor(g.get("bp"))
        of_story = of_story or any(name in g for name in ("prior", "later", "then"))
        return Meaning(named, kind, explicit=True, of_story=of_story, counts_from="year" if of_story else "any")
    if "p" in g:
        pointer = _pointer(g, "p", "pt")
        clip = pointer in ("this", "current")
        return Meaning(lambda scene: pointed(pointer, scene, in_year), kind, clip=clip, of_story=is_anaphor(pointer))
    return Meaning(lambda scene: float_to(scene, in_year), kind, floating=True)


def pointed(pointer: str, scene: Scene, in_year: InYear) -> Interval | None:
    """The occurrence that "last", "this", "next", "that", "the following" or "the previous" picks."""
    if pointer == "the next":
        return pointed("next" if scene.future or scene.anchor is None else "following", scene, in_year)
    if is_anaphor(pointer):
        if scene.anchor is None:
            return None
        if pointer in ("that", "same"):
            return in_year(scene.anchor.start.year)
        if pointer == "following":
            return first_after(in_year, scene.anchor.end)
        return last_before(in_year, scene.anchor.start)
    if scene.today is None:
        return None
    if pointer in ("last", "past"):
        return last_before(in_year, scene.today)
    if pointer in ("next", "coming"):
        return first_after(in_year, scene.today)
    return nearest(in_year, scene.today, scene.future)


def last_before(in_year: InYear, limit: dt.date) -> Interval | None:
    """The latest occurrence that is over before ``limit``."""
    found = [in_year(year) for year in range(limit.year, limit.year - 9, -1)]
    return next((interval for interval in found if interval is not None and interval.end < limit), None)


def first_after(in_year: InYear, limit: dt.date) -> Interval | None:
    """The first occurrence that begins after ``limit``."""
    found = [in_year(year) for year in range(limit.year, limit.year + 9)]
    return next((interval for interval in found if interval is not None and interval.start > limit), None)


def nearest(in_year: InYear, today: dt.date, future: bool) -> Interval | None:
    """The occurrence that "this summer" means on ``today``: the one in progress, or that of the year's tense."""
    found = [in_year(today.year + offset) for offset in (-1, 0, 1)]
    for interval in found:
        if interval is not None and interval.start <= today <= interval.end:
            return interval
    last, this = found[0], found[1]
    if this is None or future:
        return first_after(in_year, today)
    if this.start > today and last is not None and (today - last.end).days < 120:
        return last
    return this
