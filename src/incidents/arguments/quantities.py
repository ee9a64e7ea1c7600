"""Counts in a text, each as an interval with open ends as the codebook has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incidents.arguments.exclusions import why_not_a_count
from incidents.arguments.intervals import scan
from incidents.arguments.money import elliptic_spans
from incidents.arguments.numerals import SEVERAL
from incidents.model import Quantity

_HARM = (
    "hurt|injur(?:y|ed|ies)|wounded|killed|died|harmed|dead|deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|victims?"
    "|loss of life"
)
_NOBODY = re.compile(
    rf"\b(?P<zero>no(?= (?:(?:one|reports? of|word of|immediate|known|further|other|serious|human|people|person"
    rf"|workers|soldiers|civilians?|deaths? or|injuries or|casualties or) ){{0,4}}(?:was |were |is |are |had been "
    rf"|has been |have been |been )?(?:{_HARM})\b)"
    rf"|nobody(?= (?:was|had been|has been|is|were)? ?(?:{_HARM}))|none(?= (?:of them |of the \w+ )?(?:was"
    rf"|were) (?:{_HARM})))",
    re.I,
)
_BOTH = re.compile(
    r"\bboth(?= (?:of (?:them|us|the|these|those)\b|were|was|had|have|are|men|women|sons|daughters|brothers|sisters|girls|boys"
    r"|parents|workers|prisoners|soldiers"
    r"|officials|defectors|escapees|guards|drivers|fled|escaped|died|left|ran|asked|said))",
    re.I,
)


def find_quantities(text: str) -> list[Quantity]:
    """Every count of ``text`` in order.

    ``rule`` is ``numeric/`` or ``vague/`` and how the expression was read: ``number``, ``range``, ``about``,
    ``at-least``, ``at-most``, ``fraction-of``, ``share-of``, ``all-but``, ``most-of``, ``both``, ``collective``,
    ``zero`` ("nobody was hurt"), combined with a slash where two apply. Years, dates, ages, hours, measures, shares,
    money and numbers that are names are left out: what is counted is for the caller, who has the syntax.
    """
    items = scan(text)
    money = elliptic_spans(text, items)
    found = [
        Quantity(
            item.start,
            item.end,
            text[item.start : item.end],
            _least(item.minimum, item.rule),
            item.maximum,
            item.approx,
            f"{'vague' if item.vague else 'numeric'}/{item.rule}",
        )
        for item in items
        if (item.number_start, item.number_end) not in money and why_not_a_count(text, item) is None
    ]
    found = [item for item in found if not _is_kind_of(item, found)]
    found += [
        Quantity(m.start("zero"), m.end("zero"), m["zero"], 0, 0, False, "numeric/zero") for m in _NOBODY.finditer(text)
    ]
    found += [Quantity(m.start(), m.end(), m[0], 2, 2, False, "numeric/both") for m in _BOTH.finditer(text)]
    return sorted(found, key=lambda item: (item.start, item.end))


def _least(minimum: float | None, rule: str) -> float | None:
    """People are counted as the plain plural is: "several hundred" is 100 or more, like "hundreds"."""
    return minimum / SEVERAL if rule == "vague-scaled" and minimum else minimum


def _is_kind_of(item: Quantity, all_items: Sequence[Quantity]) -> bool:
    """Whether ``item`` is the "a group" of "a group of twelve", which says no more than the number after it."""
    if not item.rule.startswith("vague/vague") or not re.search(
        r"(?:group|handful|crowd|band|gang|number|bunch|throng)$", item.text, re.I
    ):
        return False
    return any(0 < other.start - item.end <= 4 for other in all_items)


def merge_conflicting(quantities: Sequence[Quantity]) -> Quantity:
    """One interval for counts that disagree about one incident: the lowest minimum and the highest maximum.

    An open end stays open. Offsets and words are those of the first; ``ValueError`` when there is none.
    """
    if not quantities:
        raise ValueError("merge_conflicting needs at least one quantity")
    first = quantities[0]
    if all((q.minimum, q.maximum) == (first.minimum, first.maximum) for q in quantities):
        return first
    lows = [q.minimum for q in quantities if q.minimum is not None]
    highs = [q.maximum for q in quantities if q.maximum is not None]
    return Quantity(
        first.start, first.end, first.text,
        min(lows) if len(lows) == len(quantities) else None,
        max(highs) if len(highs) == len(quantities) else None,
        any(q.approx for q in quantities),
        "+".join(dict.fromkeys(q.rule for q in quantities)) + "/conflict",
    )  # fmt: skip
