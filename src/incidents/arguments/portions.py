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
_WITHHELD_AFTER = re.compile(
    rf"(?: or so)?{_PERIOD} (?:(?:was|were|is|are|has been|have been|had been|being) (?:all |always |then |also |being )*)"
    r"(?:withh[eo]ld|kept|deducted|docked|held back|taken off|transferred|remitted|credited|subtracted|skimmed|pocketed)\b",
    re.I,
)
_OTHER_BEFORE = re.compile(r"\b(?:the )?(?:other|remaining) (?:about |some )?$", re.I)
_MORE_BEFORE = re.compile(r"\b(?:another|a further|a remaining) (?:about |some )?$", re.I)
_OF_PAY_BEFORE = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|pay|rate|contracts?) (?:of|was|were|is|are|at|said|says) (?:about |some |around )?$",
    re.I,
)
_BY_TIME_AFTER = re.compile(r" (?:a|per|each|every) (?:day|month|year)\b|\s?[.;]", re.I)
_OF_WHOLE = re.compile(
    rf"{_PERIOD},? (?:(?:out )?of (?:(?:the|a|an|his|her|their|its|every|each|those) (?:(?:contractual|promised|agreed|full|original"
    r"|monthly|first|total) )?|what (?:\w+ ){1,3}(?:is|was) )|out of )(?:about |some |roughly )?",
    re.I,
)
_WHOLE_AFTER = re.compile(
    rf"{_PERIOD}(?:\s?[.,;:!?)”\"]|$| (?:that|which|he|she|they|it|we|due|owed|owing|agreed|promised|paid|earned|in (?:the|his|her"
    r"|their|its) contracts?|the (?:firm|company|owner|yard|client|plant|factory|mill|employer|ministry|contractor)|\w+ (?:pays?|owes?|paid|owed"
    r"|transfers?|transferred|earn(?:s|ed)?)\b))",
)
_GOT_GAP = re.compile(
    rf"{_PERIOD},? (?:he|she|they|we|I|each(?: \w+)?|the (?:men|women|workers?|girls?|crew|waitresses|seamstresses|loggers))"
    r" (?:(?:only|just|never|ever|actually) )?(?:saw|sees?|gets?|got|receive[sd]?|keeps?|kept|took home|was given|were given|was left with)"
    r" (?:only |just |about |some |barely )?$",
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


def whole_of(text: str, item: Interval, sum_: Interval) -> bool:
    """Whether a bare number is the whole that the sum right before it is a part of: "75 dollars of the 250 that the owner pays"."""
    larger = (item.minimum or 0) > (sum_.maximum or sum_.minimum or 0)
    gap = text[sum_.end : item.start]
    return larger and _OF_WHOLE.fullmatch(gap) is not None and _WHOLE_AFTER.match(text, item.end) is not None


def withheld_by_itself(text: str, item: Interval, sums: Sequence[Interval]) -> bool:
    """Whether the words around a bare number after the ``sums`` say that it is money that was withheld or was due.

    "24,500 were being withheld", "another 125 are credited", "the wage of 19,000 a month", and what is left of two sums: "is
    billed 750 dollars ... gives them 100 ... the other 650 are on their way".
    """
    before = text[max(0, item.number_start - 40) : item.number_start]
    value = item.minimum or 0
    if _WITHHELD_AFTER.match(text, item.end):
        return value >= 100 or _MORE_BEFORE.search(before) is not None or _OTHER_BEFORE.search(before) is not None
    if _OTHER_BEFORE.search(before):
        sizes = {s.maximum for s in sums if s.maximum is not None and s.minimum == s.maximum}
        return any(size - value in sizes for size in sizes if size > value)
    return (
        value >= 100 and _OF_PAY_BEFORE.search(before) is not None and _BY_TIME_AFTER.match(text, item.end) is not None
    )


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
    if whole is None:
        return False
    got = _GOT_GAP.fullmatch(gap) is not None and _ALONE_AFTER.match(text, item.end) is not None
    return got or _FATE_AFTER.match(text, item.end) is not None


def _smaller(item: Interval, sum_: Interval) -> bool:
    own, other = item.maximum or item.minimum or 0, sum_.maximum or sum_.minimum or 0
    return 0.01 * other <= own < other
