"""Mentions of one event become one incident: sequential clustering with evidence for and against.

Every mention, in text order, goes on telling the incident that it agrees with best, or opens a new one. What speaks for and
against are the features of ``incidents.continuity``; their weights stand in ``patterns/model/merge.json`` and are learned from
the labelled development reports by ``incidents.train.merging``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from incidents.arguments.clues import Clues, Place
from incidents.comparing import own_places
from incidents.continuity import features
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.events.definitions import EventType
    from incidents.gazetteer import Gazetteer
    from incidents.patterns import Patterns

MODEL_FILE = "model/merge.json"


class MergeModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/merge.json``: the weight (log-odds) of each feature of ``incidents.continuity``."""

    about: str
    weights: dict[str, float]


def load_weights(patterns: Patterns) -> Mapping[str, float]:
    """The learned weights of a pattern folder; none, by which nothing is merged, if it ships no model.

    Raises:
        PatternError: the file is no such model.
    """
    model = patterns.model(MODEL_FILE, MergeModel)
    return {} if model is None else model.weights


@dataclass(slots=True)
class Draft:
    """An incident in the making: its mentions with their clues, in text order."""

    event_type: str
    clues: list[Clues] = field(default_factory=list)

    @property
    def sentences(self) -> list[int]:
        """Indices of the sentences that state it."""
        return sorted({c.sentence_index for c in self.clues})

    @property
    def aggregate(self) -> bool:
        """Whether its mentions count over several occurrences."""
        return sum(c.aggregate for c in self.clues) * 2 > len(self.clues)

    def dates(self) -> list[DateMention]:
        """The best date of each mention."""
        return [c.dates[0] for c in self.clues if c.dates]

    def places(self) -> list[Place]:
        """The places where its mentions say it happened."""
        return [p for c in self.clues for p in own_places(c)]


def merge(
    clues: Iterable[Clues], types: Mapping[str, EventType], gazetteer: Gazetteer, weights: Mapping[str, float]
) -> list[Draft]:
    """Cluster mentions into drafts, in order of their first mention."""
    drafts: list[Draft] = []
    for item in clues:
        best, best_score = None, 0.0
        for draft in candidates(drafts, item, types):
            found = features(draft, item, drafts, gazetteer)
            score = math.fsum(weights.get(name, 0.0) * value for name, value in found.items())
            if score > best_score:
                best, best_score = draft, score
        if best is None:
            drafts.append(Draft(item.mention.event_type, [item]))
        else:
            best.clues.append(item)
            best.event_type = _type_of(best)
    return drafts


def candidates(drafts: Iterable[Draft], item: Clues, types: Mapping[str, EventType]) -> list[Draft]:
    """The drafts whose type a mention may belong to; none of its own sentence for one whose verb is left out."""
    related = {item.mention.event_type, *types[item.mention.event_type].accepts}
    return [
        draft
        for draft in drafts
        if draft.event_type in related and not (item.elided and item.sentence_index in draft.sentences)
    ]


def _type_of(draft: Draft) -> str:
    """A flight that also sought protection is told by the type most of its mentions have; at a tie the later one."""
    counts: dict[str, float] = {}
    for item in draft.clues:
        counts[item.mention.event_type] = counts.get(item.mention.event_type, 0) + round(item.mention.score, 1)
    return max(counts, key=lambda t: (counts[t], t == draft.clues[-1].mention.event_type, t))
