"""How many people two sources make of one crowd: counts that a text sets beside the first one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.quantities import merge_conflicting
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

_SIZE = r"(?:numbers?|figures?|size|strength|total|turn-?out|crowd|count|attendance|head-?count|estimates?)"
# Words right before a count that somebody makes of the same people.
_SET_BESIDE = re.compile(
    rf"(?:\b(?:put|puts|putting|set|sets|gave|gives|giving|gave out|estimated?|estimates|estimating)\b[^.;,]{{0,20}}?\b{_SIZE}"
    rf"\b(?: of [^.;,]{{1,40}}?)?(?: at| as| of| to be)?"
    r"|\b(?:while|whereas|but|and|though|however)\b[^.;]{0,40}?\b(?:spoke|speaks|talked|wrote|tells?|told) of"
    r"|\b(?:another|others|other \w+|police|organi[sz]ers|(?:the|a) union|strikers|activists|rights groups?)\b[^.;]{0,30}?"
    r"\b(?:said|says|reported|counted|claimed|named|spoke of|insisted)(?: that)?(?: it was| there were| they were)?)"
    r"(?: only| as many as| as few as)? $",
    re.IGNORECASE,
)
# What may follow it: nothing but words for people, or the end of the clause.
_ENDS = re.compile(
    r"(?: (?:people|persons|men|women|workers|participants|marchers|demonstrators|strikers|protesters|in all))?\s*[.,;)”\"]"
)
_FAR = 30.0  # counts further apart than this factor are hardly of the same people


def set_beside(page: Page, sentences: Iterable[Sentence]) -> Iterator[Quantity]:
    """Counts that sources of these sentences set beside another one: "police put the number of marchers at 300"."""
    for sentence in sentences:
        for quantity in page.quantities:
            if sentence.start <= quantity.start < sentence.end and quantity.minimum:
                before = page.text[sentence.start : quantity.start]
                if _SET_BESIDE.search(before) and _ENDS.match(page.text[quantity.end : sentence.end]):
                    yield quantity


def counts_in(page: Page, sentences: Iterable[Sentence]) -> list[Quantity]:
    """All counts of some sentences."""
    return [q for s in sentences for q in page.quantities if s.start <= q.start < s.end]


def with_rivals(told: Quantity, others: Iterable[Quantity], rivals: Iterable[Quantity]) -> Quantity:
    """The count ``told``, widened to what ``rivals`` say, and to a range among ``others`` that holds it ("nearly ten",
    "six to ten"). Words and offsets stay those of ``told``."""
    ranges = (q for q in others if told.approx and _range_around(q, told))
    found = [q for q in (*ranges, *rivals) if _comparable(q, told)]
    if not found:
        return told
    top = [q.maximum for q in (told, *found) if q.maximum is not None]
    return replace(merge_conflicting([told, *found]), maximum=max(top, default=None))


def _range_around(wide: Quantity, told: Quantity) -> bool:
    if wide.minimum is None or wide.maximum is None or told.minimum is None or wide.minimum >= wide.maximum:
        return False
    return wide.minimum <= told.minimum <= wide.maximum


def _comparable(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.minimum or 0, other.minimum or 0))
    return low > 0 and high <= _FAR * low and one.start != other.start
