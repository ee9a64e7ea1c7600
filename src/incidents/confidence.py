"""How likely an incident is right: a calibrated logistic regression over what its mentions and fields are like.

The weights stand in ``patterns/model/confidence.json``, which ``make model`` writes; docs/classifier.md shows how well
the promise is kept.
"""

from __future__ import annotations

import math
from dataclasses import replace

import msgspec

from incidents.events.definitions import is_told
from incidents.model import Incident
from incidents.patterns import Patterns

MODEL_FILE = "model/confidence.json"
UNSURE = 0.02  # scores are kept this far from 0 and 1 before their log-odds are taken
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

    def of(self, incident: Incident) -> float:
        """The calibrated probability (0 to 1) that the incident is one of the report's."""
        if self.model is None:
            return max((m.score for m in incident.mentions), default=0.0)
        features = incident_features(incident)
        total = math.fsum(self.model.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-(total + self.model.offset))), 4)

    def applied(self, incident: Incident) -> Incident:
        """The incident with its confidence."""
        return replace(incident, confidence=self.of(incident))


def incident_features(incident: Incident) -> dict[str, float]:
    """What speaks for and against an incident, each on a scale of about 0 to 3.

    A standing practice is not the weaker for having no date and no place.
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
    }


def _logit(score: float) -> float:
    score = min(max(score, UNSURE), 1 - UNSURE)
    return math.log(score / (1 - score))
