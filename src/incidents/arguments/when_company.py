"""Dates that stand in fixed company: the day of filing before an item, and the months that pay was owed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.arguments.when_words import DASHED, FILED, HALF_YEAR, OF_PAY, OPENING, PAY_OF, PRINTED, PRINTED_IN
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page


def earned_in(page: Page, date: DateMention) -> bool:
    """Whether a date names the months for which pay was owed: "their July wages", "the salaries for May and June"."""
    if date.precision not in {"month", "range"} or (
        date.end and date.start and (date.end - date.start).days > HALF_YEAR
    ):
        return False
    before = page.text[max(0, date.char_start - 50) : date.char_start]
    return bool(PAY_OF.search(before) or OF_PAY.match(page.text, date.char_end))


def in_dateline(page: Page, date: DateMention) -> bool:
    """Whether a date is that of filing or printing: of the report's dateline, or at the head of an item."""
    if page.dateline is not None and date.char_start < page.dateline.end:
        return True
    if FILED.match(page.text, date.char_end) is not None and date.char_start < OPENING:
        return True
    return _heads_item(page, date)


def _heads_item(page: Page, date: DateMention) -> bool:
    """Whether a date only says when an item was filed or printed: "Sept. 25 -- A blast on September 17 ...", "The Post, June 5: ..."."""
    sentence = page.sentence_at(date.char_start)
    if sentence is None or date.precision != "day":
        return False
    before = page.text[sentence.start : date.char_start]
    if PRINTED.fullmatch(before) and PRINTED_IN.match(page.text, date.char_end):
        return True
    others = [d for d in page.dates if date.char_end < d.char_start < sentence.end and d.precision == "day"]
    return bool(others) and not before.strip(" -•*") and DASHED.match(page.text, date.char_end) is not None
