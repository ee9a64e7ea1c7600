"""How likely an incident is right: a calibrated logistic regression over what its mentions and fields are like.

The weights stand in ``patterns/model/confidence.json``, which ``make model`` writes; docs/classifier.md shows how well
the promise is kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from incidents.events.definitions import is_told
from incidents.model import Incident, Span
from incidents.patterns import Patterns

MODEL_FILE = "model/confidence.json"
UNSURE = 0.02  # scores are kept this far from 0 and 1 before their log-odds are taken
NEXT, NEAR = 3, 400  # characters between quotes of neighbouring sentences, and of sentences up to two or three away
FACTS = (
    "date_start", "country", "place", "facility_type", "participants_min", "company", "killed_min",
)  # fmt: skip


class ConfidenceModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/confidence.json``: the weight of each feature of ``incident_features``, and the offset."""

    about: str
    offset: float
    weights: dict[str, float]


class Confidence:
    """Gives incidents their confidence; without a model, the score of their best mention."""

    def __init__(self, model: ConfidenceModel | None) -> None:
        self.model = model

    @classmethod
    def load(cls, patterns: Patterns) -> Confidence:
        """The confidence model of a pattern folder.

        Raises:
            PatternError: the file is no such model.
        """
        return cls(patterns.model(MODEL_FILE, ConfidenceModel))

    def of(self, incident: Incident, others: Iterable[Incident]) -> float:
        """The calibrated probability (0 to 1) that the incident is one of the report's, beside the other ones found there."""
        if self.model is None:
            return max((m.score for m in incident.mentions), default=0.0)
        features = incident_features(incident, others)
        total = math.fsum(self.model.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-(total + self.model.offset))), 4)

    def applied(self, incidents: Sequence[Incident]) -> tuple[Incident, ...]:
        """All incidents of a report, each with its confidence."""
        return tuple(replace(i, confidence=self.of(i, (o for o in incidents if o is not i))) for i in incidents)


def incident_features(incident: Incident, others: Iterable[Incident] = ()) -> dict[str, float]:
    """What speaks for and against an incident, each on a scale of about 0 to 3; ``others`` are those of the same report.

    A standing practice is not the weaker for having no date and no place. One told in the same breath as another of its
    type may be the same event once more.
    """
    logits = sorted((_logit(m.score) for m in incident.mentions), reverse=True) or [0.0]
    sections = {m.section for m in incident.mentions}
    known = {name for name in FACTS if name in incident.fields}
    if "amount_percent" in incident.fields or "amount_min" in incident.fields:
        known.add("amount")
    if incident.granularity == "practice":
        known |= {"date_start", "place"}
    return {
        "best_mention": logits[0],
        "mean_mention": sum(logits) / len(logits),
        "sentences": math.log2(max(1, len(incident.quotes))),
        "facts": len(known) / 2,
        "dated": float("date_start" in known),
        "placed": float("place" in known),
        "counted": float("participants_min" in incident.fields or "killed_min" in incident.fields),
        "alleged": float(incident.factuality != "reported"),
        "attempted": float(incident.completion == "attempted"),
        "aggregate": float(incident.granularity == "aggregate"),
        "practice": float(incident.granularity == "practice"),
        "only_headline": float(sections <= {"headline", "caption"}),
        "in_comment": float("comment" in sections),
        "one_pattern": float(len(incident.evidence) == 1),
        "only_told": float(all(is_told(m.pattern) for m in incident.mentions)),
        f"type:{incident.event_type}": 1.0,
    } | _company(incident, others)


def _company(incident: Incident, others: Iterable[Incident]) -> dict[str, float]:
    """What the other incidents of a report say of one: how many are alike, how sure they are and how near they stand."""
    others = list(others)
    alike = [o for o in others if o.event_type == incident.event_type]
    gap = min((_apart(a, b) for o in alike for a in o.quotes for b in incident.quotes), default=None)
    return {
        "alike": math.log1p(len(alike)),
        "alike_best": max((_logit(m.score) for o in alike for m in o.mentions), default=0.0) / 2,
        "alone": float(not alike),
        "alike_beside": float(gap == 0),
        "alike_next": float(gap is not None and 0 < gap <= NEXT),
        "alike_near": float(gap is not None and NEXT < gap <= NEAR),
        "alike_headline": float(bool(alike) and {m.section for m in incident.mentions} <= {"headline", "caption"}),
        "other_beside": float(
            any(o not in alike and _apart(a, b) == 0 for o in others for a in o.quotes for b in incident.quotes)
        ),
    }


def _apart(one: Span, other: Span) -> int:
    """How many characters lie between two stretches of text; 0 where they overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def _logit(score: float) -> float:
    score = min(max(score, UNSURE), 1 - UNSURE)
    return math.log(score / (1 - score))
