"""What was kept of a sum: the rest when a sentence tells only how much of it reached the workers, and the rest told in so
many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.model import Money

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

_SURE = r"(?:(?:about|some|around|roughly|nearly|up to|almost|the|their|his|her|a|an|its|these|those|that|this|every|each|promised|agreed|full) )*"
_OF_BEFORE = re.compile(
    rf"\b(?:of|out of|from) {_SURE}(?:(?:monthly )?(?:salary|wage|pay|income) of {_SURE})?$", re.IGNORECASE
)
_OF_BETWEEN = re.compile(
    rf"^(?: (?:a|per) month)?(?: (?:out )?of| from) {_SURE}(?:(?:monthly )?(?:salary|wage|pay|income) of {_SURE})?$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:(?:out )?of|from) (?:which|that|this|these|it|them)\b", re.IGNORECASE)
# What is said of the part that reached the workers, right before it ...
_REACHING = re.compile(
    r"\b(?:hand(?:s|ed|ing)? (?:over|out|on|back|each|them|him|her|every)|pass(?:es|ed|ing) on|pay(?:s|ing)? out|paid out"
    r"|(?:give|gave|giving|gives|pays|paid|leaves?|left) (?:(?:to )?(?:each|every|the|their|them|him|her|us|me)\b)"
    r"|(?:they|he|she|we|i|workers?|women|men|doctors|nurses) (?:\w+ )?(?:gets?|got|sees?|saw|receives?|received)"
    r"|(?:was|were|is|are|been) (?:allowed|given|paid|left with|handed|permitted)|took home|takes? home)"
    r"[^.;:]{0,45}$",
    re.IGNORECASE,
)
# ... or right after it.
_REACHED = re.compile(
    r"^[^.;:,]{0,20}?\b(?:reach(?:es|ed)? (?:them|him|her|me|us|the|each)|(?:was|were|is|are) (?:handed|paid|given) (?:out|over|to)"
    r"|(?:is|are|was|were|remains?|remained) left (?:for|to) (?:them|him|her|each|the))",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:order(?:ed|s|ing)?|ruled|oblig(?:ed|es)|told|sentenced|required)\b[^.;]{0,80}\b(?:pay|pay out|hand over|transfer)\w* $",
    re.IGNORECASE,
)
_TO_THEM = re.compile(
    r"^[^.;]{0,30}\b(?:to|in) (?:(?:the|its|his|their|these|those|[\w-]+) ){0,4}?"
    r"(?:\w{4,}ers|workers?|men|women|plasterers|crew|employees|wages|pay|salaries|arrears)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|(?:forced|required|obliged|made|ordered|supposed|told|expected) to|(?:workers?|men|women|they|we|he|she|i"
    r"|each|everyone) (?:hand|pay|give|pass|turn)\w*)\b[^.;:]{0,45}$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:the (?:other|remaining)|another) (?:half,? (?:about |some )?)?$", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:stay|remain|keep|kept|retain|withh|pocket|collect|enter|book|credit|go|went|save|seen?\b|saw\b|turned|hold|held)\w*",
    re.IGNORECASE,
)


def rest_of(page: Page, sentence: Sentence, sums: Sequence[Money]) -> Money | None:
    """The sum less what reached the workers: 580 for "of the 700 euros paid for each, the leader handed over 120"."""
    for whole in sums:
        for part in sums:
            if (
                _is_part(whole, part)
                and _partitive(page, sentence, whole, part)
                and _reached(page, sentence, whole, part)
            ):
                return _less(whole, part)
    return None


def other_part(page: Page, sentences: Iterable[Sentence], first: Money) -> Money | None:
    """The part kept that a sentence tells as the other one: "the other 560 stayed with the firm"."""
    for sentence in sentences:
        for money in page.money:
            if (
                sentence.start <= money.start < sentence.end
                and money.percent is None
                and money.currency == first.currency
            ):
                before, after = page.text[sentence.start : money.start], page.text[money.end : sentence.end]
                if _OTHER.search(before) and _KEPT.search(after) and (money.minimum or 0) != (first.minimum or 0):
                    return money
    return None


def sums_ordered(page: Page, sentence: Sentence) -> list[Money]:
    """Sums that a court or an office ordered somebody to pay out to the workers."""
    return [
        m
        for m in page.money
        if sentence.start <= m.start < sentence.end
        and m.currency is not None
        and m.per is None
        and _ORDERED.search(page.text[sentence.start : m.start])
        and _TO_THEM.match(page.text[m.end : sentence.end])
    ][:1]


def _is_part(whole: Money, part: Money) -> bool:
    if (
        whole.currency is None
        or whole.currency != part.currency
        or part.percent is not None
        or whole.percent is not None
    ):
        return False
    return 0 < (part.maximum or part.minimum or 0) < (whole.minimum or 0)


def _partitive(page: Page, sentence: Sentence, whole: Money, part: Money) -> bool:
    if part.start < whole.start:
        return _OF_BETWEEN.match(page.text[part.end : whole.start]) is not None
    if _OF_BEFORE.search(page.text[sentence.start : whole.start]):
        return True
    return _OF_IT.search(page.text[whole.end : part.start]) is not None or part.rule == "part"


def _reached(page: Page, sentence: Sentence, whole: Money, part: Money) -> bool:
    start = whole.end if sentence.start <= whole.end < part.start else sentence.start
    before = page.text[start : part.start]
    if _MUST.search(before):
        return False
    after = page.text[part.end : sentence.end]
    return _REACHING.search(before) is not None or _REACHED.match(after) is not None


def _less(whole: Money, part: Money) -> Money:
    low = (whole.minimum or 0) - (part.maximum or part.minimum or 0)
    top = None if whole.maximum is None else whole.maximum - (part.minimum or part.maximum or 0)
    return replace(whole, minimum=low, maximum=top, per=whole.per or part.per, rule="rest")
