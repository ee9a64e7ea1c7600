"""The scoring rules: which incident of the dataset answers which label, and the figures that follow.

A pair is eligible when the types agree (the label's type or one that it accepts) and a quote overlaps an anchor. Of all
ways to pair a report's incidents with its labels, the one with the most agreement is taken. A label marked optional
neither helps nor hurts, nor does an unpaired incident whose quotes overlap an optional label of its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from incidents.errors import UsageError
from incidents.evaluate.agree import Agreement, agreements
from incidents.evaluate.gold import GoldIncident, GoldReport
from incidents.evaluate.predicted import Predicted, PredictedReport
from incidents.model import Span

# What a pair is worth; the first outweighs everything else, so that as many labels as possible are answered.
PAIR, EXACT_TYPE, BEST_QUOTE = 100, 5, 3


@dataclass(frozen=True, slots=True)
class Match:
    """A label and the incident that answers it."""

    gold: GoldIncident
    found: Predicted
    fields: Mapping[str, Agreement]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report's outcome. ``matches`` includes those with optional labels; the rest is only what counts.

    ``anchors`` are the places of each label's anchors in the text, by label id.
    """

    gold: GoldReport
    report: PredictedReport
    anchors: Mapping[str, tuple[Span, ...]]
    matches: tuple[Match, ...]
    misses: tuple[GoldIncident, ...]
    false_alarms: tuple[Predicted, ...]

    @property
    def counted(self) -> tuple[Match, ...]:
        """The matches with labels that are not optional."""
        return tuple(match for match in self.matches if not match.gold.optional)


def judge_all(
    gold: Iterable[GoldReport], found: Mapping[str, PredictedReport]
) -> tuple[tuple[Judged, ...], tuple[str, ...]]:
    """The outcomes in the order of the labels, and the ids of labelled reports that the dataset does not hold."""
    reports = tuple(gold)
    judged = tuple(judge(report, found[report.doc_id]) for report in reports if report.doc_id in found)
    return judged, tuple(report.doc_id for report in reports if report.doc_id not in found)


def judge(gold: GoldReport, report: PredictedReport) -> Judged:
    """Pair one report's incidents with its labels."""
    anchors = {label.id: places(report.text, label.anchors) for label in gold.incidents}
    worth = [[_worth(found, label, anchors[label.id]) for label in gold.incidents] for found in report.incidents]
    pairs = dict(_assign(worth))
    matches = tuple(
        Match(gold.incidents[j], report.incidents[i], agreements(report.incidents[i], gold.incidents[j]))
        for i, j in sorted(pairs.items(), key=lambda pair: pair[1])
    )
    answered = set(pairs.values())
    misses = tuple(g for j, g in enumerate(gold.incidents) if j not in answered and not g.optional)
    optional = [label for label in gold.incidents if label.optional]
    false_alarms = tuple(
        found
        for i, found in enumerate(report.incidents)
        if i not in pairs and not any(_eligible(found, label, anchors[label.id]) for label in optional)
    )
    return Judged(gold, report, anchors, matches, misses, false_alarms)


def places(text: str, anchors: Iterable[str]) -> tuple[Span, ...]:
    """Where the anchors stand in the text (white space may differ); one that does not stand there is left out."""
    found = []
    for anchor in anchors:
        at = text.find(anchor)
        if at >= 0:
            found.append(Span(at, at + len(anchor)))
        elif match := re.search(r"\s+".join(map(re.escape, anchor.split())), text):
            found.append(Span(match.start(), match.end()))
    return tuple(found)


def touch(quotes: Iterable[Span], anchors: Sequence[Span]) -> bool:
    """Whether any quote overlaps any anchor."""
    return any(quote.overlaps(anchor) for quote in quotes for anchor in anchors)


def _eligible(found: Predicted, gold: GoldIncident, anchors: Sequence[Span]) -> bool:
    return found.event_type in gold.types and touch(found.quotes, anchors)


def _worth(found: Predicted, gold: GoldIncident, anchors: Sequence[Span]) -> int:
    if not _eligible(found, gold, anchors):
        return 0
    fields = agreements(found, gold).values()
    agreeing = sum(field.right for field in fields) - sum(field.contradicts for field in fields)
    exact = found.event_type == gold.type
    return PAIR + EXACT_TYPE * exact + BEST_QUOTE * touch([found.quote], anchors) + agreeing


def _assign(worth: list[list[int]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of the largest total worth, without those worth nothing."""
    if not worth or not worth[0]:
        return []
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        raise UsageError("scoring needs scipy: python -m pip install 'incidents[eval]'") from None
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if worth[i][j] > 0]
