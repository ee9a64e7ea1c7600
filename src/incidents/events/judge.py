"""The judge: has the last word on a mention, from what classifier and scout say of it and what stands around it.

The classifier sees the trigger's surroundings, the scout the words of the whole sentence; and a report that surely tells
of one protest is likelier to tell of another one. A logistic regression over these few numbers gives a mention its score;
one that stays below ``keep`` is dropped. Mentions that only the scout found have weights of their own.

What the grammar says against a mention ("hypothetical", "another sense") is evidence, too, and no more than that: parsers and
rules err. Where the score reaches ``overrule`` in spite of it, the mention is kept. The model is a JSON file that ``make model``
writes (``incidents.train.judging``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from incidents.events.classifier import REASON, Pairs
from incidents.events.definitions import is_told
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.events.match import Proposal
    from incidents.model import Mention

MODEL_FILE = "model/judge.json"
FURTHEST = 6.0  # log-odds beyond it say no more
NEAR = 2  # sentences
WHOLE = 3  # sentences; what is learnt from whole reports says too little of a sentence or two that stand alone
SHORT, COMMON = 5, 25  # words of a short sentence, and of a common one
MANY = 12  # from so many sentences on it says something that no other one tells such an event

SOFT = frozenset({
    "excluded", "generic", "hypothetical", "negated", "other_sense", "other_type", "predicted", "sport", "unrelated",
})  # fmt: skip
"""Reasons that the judge may overrule: readings of grammar and sense, which in labelled reports are wrong now and then. All others
(fiction, a policy, boilerplate …) are final."""

Readings = Sequence[Mapping[str, float]]
"""By sentence and event type, the scout's log-odds that the sentence tells such an event."""


class JudgeModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/judge.json``: the weight of each feature of ``circumstances``, offset, and threshold."""

    about: str
    types: list[str]
    keep: float
    overrule: float
    offset: float
    weights: dict[str, float]


class Judge:
    """Scores mentions that the classifier has scored; types that its model has not seen keep the classifier's word."""

    def __init__(self, model: JudgeModel) -> None:
        self.model = model

    @classmethod
    def load(cls, patterns: Patterns) -> Judge | None:
        """The judge of a pattern folder, or None if it ships no model.

        Raises:
            PatternError: the file is no such model.
        """
        model = patterns.model(MODEL_FILE, JudgeModel)
        return None if model is None else cls(model)

    def decide(self, pairs: Pairs, readings: Readings) -> Pairs:
        """The mentions with the judge's scores, the unlikely ones dropped; what others have dropped stays dropped unless
        the reason is a soft one, the score high and the text a whole report."""
        decided: Pairs = []
        for (proposal, mention), features in zip(pairs, circumstances(pairs, readings), strict=True):
            if mention.event_type in self.model.types:
                score = self.probability(features)
                reason = self._reason(mention.dropped_because, score, whole=len(readings) >= WHOLE)
                mention = replace(mention, score=round(score, 4), dropped_because=reason)
            decided.append((proposal, mention))
        return decided

    def _reason(self, dropped: str | None, score: float, *, whole: bool) -> str | None:
        if dropped is None or dropped == REASON:
            return REASON if score < self.model.keep else None
        return None if whole and dropped in SOFT and score >= self.model.overrule else dropped

    def probability(self, features: Mapping[str, float]) -> float:
        """The calibrated probability (0 to 1) that a mention of these features is a real event of its type."""
        total = math.fsum(self.model.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-(self.model.offset + total)))

    def explain(self, features: Mapping[str, float]) -> list[tuple[str, float]]:
        """The circumstances with their part in the log-odds, largest first."""
        parts = [(f"judge {n}", self.model.weights.get(n, 0.0) * value) for n, value in features.items()]
        return sorted((p for p in parts if p[1]), key=lambda part: (-abs(part[1]), part[0]))


def circumstances(pairs: Pairs, readings: Readings) -> list[dict[str, float]]:
    """What the judge weighs, one dictionary a mention: numbers, zeros left out.

    ``classifier`` and ``scout`` are their log-odds, ``long`` is the logarithm of the sentence's length, by itself and times
    each of them (a long sentence says much that has nothing to do with the event); ``before`` and ``after`` the scout's of the sentences beside it,
    ``elsewhere`` and ``near`` the classifier's for the best other mention of the type that a pattern found in the
    report or within two sentences; ``none_elsewhere`` and ``none_near`` say that there is none. ``told/`` goes before
    all of them where only the scout found the mention. ``reason`` is that a soft reason speaks against it, ``reason:`` which
    one, ``reason/`` goes before the log-odds that count otherwise then; ``weak`` that its pattern wants another mention near.
    ``section:`` is the kind of its section, ``beside`` that the sentence has another mention of the type. Where in the report it
    stands is left out: it says much of whole reports and misleads in short ones.
    """
    return [_of(proposal, mention, _others(proposal, pairs), readings) for proposal, mention in pairs]


def _of(
    proposal: Proposal, mention: Mention, others: Sequence[tuple[int, float]], readings: Readings
) -> dict[str, float]:
    name, place = mention.event_type, proposal.sentence.index
    near = [score for distance, score in others if 0 < distance <= NEAR]
    elsewhere = [score for distance, score in others if distance]
    length = min(1.0, math.log(len(readings)) / math.log(MANY)) if readings else 0.0
    told = "told/" if is_told(mention.pattern) else ""
    classifier, scout = log_odds(mention.score), _bounded(readings[place].get(name, 0.0))
    words = math.log(max(len(proposal.sentence.span), SHORT) / COMMON)
    found = {
        "told": float(bool(told)),
        f"type:{name}": 1.0,
        f"{told}classifier": classifier,
        f"{told}scout": scout,
        f"{told}long": words,
        f"{told}long_classifier": words * classifier,
        f"{told}long_scout": words * scout,
        f"{told}before": _bounded(readings[place - 1].get(name, 0.0)) if place else 0.0,
        f"{told}after": _bounded(readings[place + 1].get(name, 0.0)) if place + 1 < len(readings) else 0.0,
        f"{told}elsewhere": max(elsewhere, default=0.0),
        f"{told}none_elsewhere": 0.0 if elsewhere else length,
        f"{told}near": max(near, default=0.0),
        f"{told}none_near": 0.0 if near else length,
        "beside": float(len(elsewhere) < len(others)),
        "weak": float(proposal.weak),
        f"section:{mention.section}": 1.0,
    }
    if mention.dropped_because in SOFT:
        found |= {"reason": 1.0, f"reason:{mention.dropped_because}": 1.0}
        found |= {"reason/classifier": classifier, "reason/scout": scout}
    return {key: value for key, value in found.items() if value}


def _others(proposal: Proposal, pairs: Iterable[tuple[Proposal, Mention]]) -> list[tuple[int, float]]:
    """Distance in sentences and log-odds of the other mentions of the same type that patterns found."""
    return [
        (abs(p.sentence.index - proposal.sentence.index), log_odds(m.score))
        for p, m in pairs
        if m.event_type == proposal.pattern.event_type
        and p is not proposal
        and m.dropped_because in {None, REASON}
        and not is_told(m.pattern)
    ]


def log_odds(probability: float) -> float:
    """Log-odds of a probability, kept within what still says something."""
    if not 0 < probability < 1:
        return math.copysign(FURTHEST, probability - 0.5)
    return _bounded(math.log(probability / (1 - probability)))


def _bounded(value: float) -> float:
    return max(-FURTHEST, min(FURTHEST, value))
