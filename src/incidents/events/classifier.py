"""The event classifier: patterns propose a mention, this decides whether the report presents it as a real event.

A logistic regression over the named features of ``incidents.events.features``. The model is a JSON file of weights that
``make model`` writes from the labelled data (``incidents.train``); docs/classifier.md says how well it does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from incidents.events.features import features_of
from incidents.events.lexicon import Lexicon
from incidents.events.match import Proposal
from incidents.events.scaling import scale_of
from incidents.model import Mention
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page

MODEL_FILE = "model/events.json"
REASON = "classifier"

Pairs = list[tuple[Proposal, Mention]]


class Model(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/events.json``.

    ``weights`` belong to the features; ``slope`` and ``offset`` turn their sum into a calibrated log-odds. A mention
    whose probability is below ``keep`` is dropped.
    """

    about: str
    types: list[str]
    slope: float
    offset: float
    keep: float
    weights: dict[str, float]


class Classifier:
    """Scores mentions with a model. Types that the model has not seen are left to their patterns."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @classmethod
    def load(cls, patterns: Patterns) -> Classifier | None:
        """The classifier of a pattern folder, or None if it ships no model.

        Raises:
            PatternError: the file is no such model.
        """
        model = patterns.model(MODEL_FILE, Model)
        return None if model is None else cls(model)

    def score(self, page: Page, proposal: Proposal, mention: Mention, lexicon: Lexicon) -> float:
        """The calibrated probability (0 to 1) that the mention is a real event of its type."""
        return self.probability(features_of(page, proposal, mention, lexicon))

    def probability(self, features: Sequence[str]) -> float:
        """The calibrated probability of a set of features."""
        total = sum(weight for _, weight in self._weighted(features))
        return 1 / (1 + math.exp(-(self.model.slope * total + self.model.offset)))

    def explain(
        self, page: Page, proposal: Proposal, mention: Mention, lexicon: Lexicon, strongest: int = 6
    ) -> list[tuple[str, float]]:
        """The features that moved the score most, with their part in the log-odds, largest first."""
        weighted = self._weighted(features_of(page, proposal, mention, lexicon))
        parts: dict[str, float] = {}
        for name, weight in weighted:
            plain = name.split("/", 1)[-1]
            parts[plain] = parts.get(plain, 0.0) + self.model.slope * weight
        return sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))[:strongest]

    def decide(self, page: Page, pairs: Iterable[tuple[Proposal, Mention]], lexicon: Lexicon) -> Pairs:
        """The mentions with their scores, the unlikely ones dropped; what was dropped before stays dropped."""
        decided: Pairs = []
        for proposal, mention in pairs:
            if mention.event_type in self.model.types:
                score = self.score(page, proposal, mention, lexicon)
                reason = mention.dropped_because or (REASON if score < self.model.keep else None)
                mention = replace(mention, score=round(score, 4), dropped_because=reason)
            decided.append((proposal, mention))
        return decided

    def _weighted(self, features: Sequence[str]) -> list[tuple[str, float]]:
        """The known features, scaled so that a long sentence does not shout louder than a short one."""
        known = [(name, self.model.weights[name]) for name in features if name in self.model.weights]
        scale = scale_of(len(known))
        return [(name, weight * scale) for name, weight in known]
