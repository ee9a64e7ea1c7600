"""Dates of one sentence that stand for one time: months in a row, the two ends of a span, a time that is told again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.when_clauses import of_a_named_thing
from incidents.arguments.when_words import AND, APPOSED, BETWEEN, LIST, REPORTING, RESTATED, UNTIL, YEAR
from incidents.dates import find_dates
from incidents.exactness import PRECISE, inside
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

ARRIVING = frozenset({"arrive", "reach", "land", "return", "come", "die", "release", "sentence", "try", "execute"})
"""What comes after the event itself: "fled in 1999 and reached Seoul in May"."""


def dates_in_rows(page: Page, sentence: Sentence) -> list[DateMention]:
    """The dates of a sentence, those that are told in a row or again as one: "September and October", "two years later, in May 2003"."""
    dates = [d for d in page.dates if d.start is not None and sentence.start <= d.char_start < sentence.end]
    joined: list[DateMention] = []
    for date in dates:
        last = joined[-1] if joined else None
        between = page.text[last.char_end : date.char_start] if last is not None else ""
        if (
            last is not None
            and last.start
            and date.end
            and AND.fullmatch(between)
            and BETWEEN.search(page.text[: last.char_start][-70:])
        ):
            text = page.text[last.char_start : date.char_end]
            joined[-1] = replace(
                last, text=text, char_end=date.char_end, end=date.end, precision="range", rule=last.rule + "+between"
            )
        elif last is not None and last.rule.startswith("relative:") and _told_again(between, date):
            joined[-1] = _in_year(last, date) or _of_year(last, date) or date  # "two decades earlier, in August 1997"
        elif (
            last is not None
            and last.precision == date.precision == "year"
            and last.start
            and date.start
            and date.end
            and date.start.year == last.start.year + 1
            and LIST.fullmatch(between)
        ):
            joined[-1] = _both(page, last, date)  # "in 2011 and 2012"
        elif (
            last is not None
            and (last.precision == "month" or last.rule.endswith("+list"))
            and date.precision == "month"
            and LIST.fullmatch(page.text[last.char_end : date.char_start])
        ):
            joined[-1] = _both(page, last, date)
        else:
            joined.append(date)
    return joined


def _both(page: Page, last: DateMention, date: DateMention) -> DateMention:
    """Two months or years in a row as one span."""
    starts, ends = [d for d in (last.start, date.start) if d], [d for d in (last.end, date.end) if d]
    text = page.text[last.char_start : date.char_end]
    return replace(
        last, text=text, char_end=date.char_end, start=min(starts), end=max(ends), precision="range", rule=last.rule + "+list"
    )  # fmt: skip


def _of_year(year: DateMention, date: DateMention) -> DateMention | None:
    """ "Four years later, in August": that month of the year; null if the year is told again or it is no month or day."""
    if year.precision != "year" or year.start is None or date.start is None or YEAR.search(date.text):
        return None
    if date.precision not in {"month", "day"}:
        return None
    found = next((d for d in find_dates(f"in {date.start:%B} {year.start:%Y}", None)), None)
    if found is None or found.start is None or date.precision == "month":
        return found and replace(date, start=found.start, end=found.end, rule=year.rule)
    day = found.start + dt.timedelta(days=date.start.day - 1)
    return replace(date, start=day, end=day, rule=year.rule)


def _told_again(between: str, date: DateMention) -> bool:
    """Whether ``date`` names the time that was only counted before: "the same month, January 2011"."""
    named = APPOSED.fullmatch(between) is not None and YEAR.search(date.text) is not None
    return named or RESTATED.fullmatch(between) is not None


def _in_year(month: DateMention, year: DateMention) -> DateMention | None:
    """ "The following January, in 2003": that month of the year; null for anything but a month and a year."""
    if month.precision != "month" or year.precision != "year" or None in (month.start, month.end, year.start):
        return None
    found = next((d for d in find_dates(f"in {month.start:%B} {year.start:%Y}", None)), None)
    return found and replace(month, start=found.start, end=found.end, rule=year.rule)


def finer_beside(
    page: Page, sentences: Collection[int], date: DateMention, taken: Set[int], foreign: Set[int]
) -> DateMention:
    """The one finer date within ``date`` that its sentence tells after it: "a blast in 1991, which killed scores on Oct. 30".

    ``sentences`` are the indices of the event's own; ``taken`` where dates of others stand, and ``foreign`` where those are told.
    """
    at = page.sentence_at(date.char_start)
    if at is None or at.index not in sentences or PRECISE[date.precision] < PRECISE["month"]:
        return date
    after = [d for d in page.dates if date.char_end < d.char_start < at.end and d.start is not None]
    if len(after) != 1 or not inside(after[0], date) or UNTIL.search(page.text, at.start, after[0].char_start):
        return date
    tokens = page.tokens_of(after[0].char_start, after[0].char_end)
    others = any(date.char_end < t < at.end for t in foreign) or after[0].char_start in taken
    if others or not tokens or of_a_named_thing(tokens, after[0].precision, set()):
        return date
    verb = next((t for t in tokens[0].ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return date if verb is not None and (verb.lemma_ in REPORTING or verb.lemma_ in ARRIVING) else after[0]
