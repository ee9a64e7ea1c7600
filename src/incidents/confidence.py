"""How likely an incident is right: a calibrated logistic regression over what its mentions and fields are like.

The weights stand in ``patterns/model/confidence.json``, which ``make model`` writes; docs/classifier.md shows how well
the promise is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from incidents.errors import PatternError
from incidents.model import Incident
from incidents.patterns import Patterns

MODEL_FILE = "model/confidence.json"
UNSURE = 0.02  # scores are kept this far from 0 and 1 before their log-odds are taken
FACTS = (
    "date_start", "country", "place", "facility_type", "participants_min", "company", "killed_min", "amount_percent",
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
        if MODEL_FILE not in patterns.files:
            return cls(None)
        try:
            return cls(msgspec.json.decode(patterns.path(MODEL_FILE).read_bytes(), type=ConfidenceModel))
        except msgspec.MsgspecError as error:
            raise PatternError(f"{MODEL_FILE}: {error}; rebuild it with `make model`") from None

    def of(self, incident: Incident, told: Sequence[Incident] = ()) -> float:
        """The calibrated probability (0 to 1) that the incident is one of the report's, among all that it ``told``."""
        if self.model is None:
            return max((m.score for m in incident.mentions), default=0.0)
        features = incident_features(incident, told)
        total = math.fsum(self.model.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-(total + self.model.offset))), 4)

    def applied(self, told: Sequence[Incident]) -> tuple[Incident, ...]:
        """The incidents of one report with their confidence."""
        return tuple(replace(incident, confidence=self.of(incident, told)) for incident in told)


def incident_features(incident: Incident, told: Sequence[Incident] = ()) -> dict[str, float]:
    """What speaks for and against an incident among those that its report ``told``, each on a scale of about 0 to 3."""
    logits = sorted((_logit(m.score) for m in incident.mentions), reverse=True) or [0.0]
    sections = {m.section for m in incident.mentions}
    earlier = any(i.event_type == incident.event_type and i.quote.start < incident.quote.start for i in told)
    stated = {v.field.split("_")[0] for v in incident.values if v.basis == "stated"}
    return {
        "best_mention": logits[0],
        "mean_mention": sum(logits) / len(logits),
        "mentions": math.log2(len(logits)),
        "sentences": math.log2(max(1, len(incident.quotes))),
        "first": float(not earlier),
        "stated": math.log2(1 + len(stated)),
        "facts": sum(name in incident.fields for name in FACTS) / 2,
        "dated": float("date_start" in incident.fields),
        "placed": float("place" in incident.fields),
        "counted": float("participants_min" in incident.fields or "killed_min" in incident.fields),
        "alleged": float(incident.factuality != "reported"),
        "attempted": float(incident.completion == "attempted"),
        "aggregate": float(incident.granularity == "aggregate"),
        "practice": float(incident.granularity == "practice"),
        "only_headline": float(sections <= {"headline", "caption"}),
        "in_comment": float("comment" in sections),
        "one_pattern": float(len(incident.evidence) == 1),
    }


def _logit(score: float) -> float:
    score = min(max(score, UNSURE), 1 - UNSURE)
    return math.log(score / (1 - score))
