"""Bare numbers that are part of a sum told beside them: "of the 150 dollars paid, 135 stayed with the office"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incidents.arguments.bounds import Interval

REACH = 200  # characters between a sum and its part
_SENTENCE_END = re.compile(r"[.!?;][\"”’']?\s|\n\n")
_WHOLE_BEFORE = re.compile(
    r"\b(?:out of|of) (?:(?:the|this|that|every|each|those|these|his|her|their|its|my|our|a) )?(?:about |some )?$", re.I
)
_OF_IT = re.compile(r"\b(?:(?:out )?of|from) (?:which|that|this|it|these)\b", re.I)
_FATE = (
    r"(?:goes|go|went|gone|had|has|have|was|were|is|are|ends?|ended|stays?|stayed|vanish\w*|disappear\w*|never|remain\w*"
    r"|lands?|landed|leaves?|left|passes|passed|reach\w*|gets?|got|comes?|came|flows?|flowed|made)"
)
_PERIOD = r"(?: (?:a|per|each|every) (?:day|month|year|week))?"
_ALONE_AFTER = re.compile(
    rf"{_PERIOD}(?:\s*(?:[.,;:)”\"—–-]|$)| (?:{_FATE}|and|for|to|from|straight|directly|at)\b)",
    re.I,
)
_FATE_AFTER = re.compile(rf"{_PERIOD},? (?:{_FATE}|straight|directly)\b", re.I)
_OF_IT_AFTER = re.compile(r" of (?:it|this|that|which)\b(?! (?:year|month|week|day|number|group|kind|sort)\b)", re.I)
_OF_SUM = re.compile(
    r" (?:out of (?:(?:the|their|his|her|every|each|those|my|our|its) )?"
    r"|of (?:the|their|his|her|every|each|those|my|our|its) )(?:first |full |promised )?(?:about |some )?$",
    re.I,
)


def parts_in(items: Sequence[Interval]) -> Iterator[Interval]:
    """The bare numbers among ``items`` that may be part of a sum."""
    return (item for item in items if item.currency is None and not item.vague)


def lender_of(text: str, item: Interval, items: Sequence[Interval]) -> Interval | None:
    """The sum that a bare number is a part of, in whose currency it is; null when it is no part of any."""
    for sum_ in items:
        if sum_.currency is None or not _smaller(item, sum_):
            continue
        if item.end < sum_.start <= item.end + REACH:
            if _OF_SUM.fullmatch(text[item.number_end : sum_.start]):
                return sum_
        elif 0 <= item.start - sum_.end <= REACH and _told_of(text, item, sum_):
            return sum_
    return None


def _told_of(text: str, item: Interval, sum_: Interval) -> bool:
    gap = text[sum_.end : item.start]
    if "\n\n" in gap:
        return False
    if _OF_IT_AFTER.match(text, item.end):
        return True
    if _SENTENCE_END.search(gap):
        return False
    if _OF_IT.search(gap):
        return _ALONE_AFTER.match(text, item.end) is not None
    whole = _WHOLE_BEFORE.search(text[max(0, sum_.start - 30) : sum_.start])
    return whole is not None and _FATE_AFTER.match(text, item.end) is not None


def _smaller(item: Interval, sum_: Interval) -> bool:
    own, other = item.maximum or item.minimum or 0, sum_.maximum or sum_.minimum or 0
    return 0.01 * other <= own < other
