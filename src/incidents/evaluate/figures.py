"""Precision, recall and F1 of incidents and of their fields, from the outcomes of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from incidents.evaluate.agree import FIELDS, LABELS
from incidents.evaluate.score import Judged, Match

PLACES = 3
ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Rates:
    """What was right, what was found beyond that, and what was missed; rates are 0 where nothing could be right."""

    right: int
    spurious: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """The share of what the labels hold that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def gold(self) -> int:
        """How many values or incidents the labels hold."""
        return self.right + self.missed

    def rounded(self) -> dict[str, float]:
        """P, R and F1 as published."""
        rates = {"P": self.precision, "R": self.recall, "F1": self.f1}
        return {name: round(rate, PLACES) for name, rate in rates.items()}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one set of reports. ``fields`` and ``labels`` are over matched incidents only."""

    incidents: Mapping[str, Rates]
    fields: Mapping[str, Rates]
    granularity: Mapping[str, float]
    labels: Mapping[str, float]
    missing_docs: tuple[str, ...] = ()

    @property
    def record_score(self) -> float:
        """Incident F1 times field F1: how much of a record can be relied on."""
        incidents, fields = self.incidents[ALL].rounded()["F1"], self.fields[ALL].rounded()["F1"]
        return round(incidents * fields, PLACES)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values, rounded."""
        return {
            "missing_docs": list(self.missing_docs),
            "incidents": {
                name: {"tp": r.right, "spurious": r.spurious, "missed": r.missed, **r.rounded()}
                for name, r in self.incidents.items()
            },
            "recall_by_granularity": dict(self.granularity),
            "fields": {name: {**rates.rounded(), "gold": rates.gold} for name, rates in self.fields.items()},
            "labels": dict(self.labels),
            "record_score": self.record_score,
        }


def figures(judged: Iterable[Judged], missing_docs: tuple[str, ...] = ()) -> Figures:
    """The figures of these reports; types in order of name, then ``ALL``."""
    reports = tuple(judged)
    matches = [match for report in reports for match in report.counted]
    misses = [label for report in reports for label in report.misses]
    right = Counter(match.gold.type for match in matches)
    missed = Counter(label.type for label in misses)
    spurious = Counter(found.event_type for report in reports for found in report.false_alarms)
    incidents = {
        name: Rates(right[name], spurious[name], missed[name]) for name in sorted({*right, *spurious, *missed})
    }
    kinds_found = Counter(match.gold.granularity for match in matches)
    kinds = kinds_found + Counter(label.granularity for label in misses)
    return Figures(
        incidents={**incidents, ALL: _total(incidents.values())},
        fields=_fields(matches),
        granularity={name: round(kinds_found[name] / kinds[name], PLACES) for name in sorted(kinds)},
        labels={name: _share_right(matches, name) for name in LABELS} if matches else {},
        missing_docs=missing_docs,
    )


def _fields(matches: list[Match]) -> dict[str, Rates]:
    rates = {}
    for name in FIELDS if matches else ():
        cells = [match.fields[name] for match in matches]
        right = sum(cell.right for cell in cells)
        rates[name] = Rates(right, sum(c.found for c in cells) - right, sum(c.gold for c in cells) - right)
    return {**rates, ALL: _total(rates.values())}


def _total(rates: Iterable[Rates]) -> Rates:
    parts = tuple(rates)
    return Rates(sum(r.right for r in parts), sum(r.spurious for r in parts), sum(r.missed for r in parts))


def _share_right(matches: list[Match], name: str) -> float:
    right = sum(bool(match.found.row.get(name) == getattr(match.gold, name)) for match in matches)
    return round(right / len(matches), PLACES)
