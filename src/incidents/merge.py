"""Mentions of one event become one incident: sequential clustering with evidence for and against.

Every mention, in text order, joins the incident that it agrees with best, or opens a new one. What speaks for and against
is a short list of named features (``incidents.likeness``); their weights stand in ``patterns/model/merge.json`` and are
learned from the labelled development reports by ``incidents.train.merging``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.comparing import closest, overlaps, own_places, relation
from incidents.likeness import FEATURES, evidence
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.events.definitions import EventType
    from incidents.gazetteer import Gazetteer

__all__ = ["Draft", "candidates", "load_weights", "merge", "overlaps", "own_places", "relation"]


def load_weights(path: Path) -> dict[str, float]:
    """The learned weights: feature to log-odds."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {name: float(raw.get(name, 0.0)) for name in FEATURES}


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
            found = evidence(draft, item, drafts, gazetteer)
            score = sum(weights[name] * value for name, value in found.items())
            if score >= best_score and not _told_apart(found):
                best, best_score = draft, score
        if best is None:
            drafts.append(Draft(item.mention.event_type, [item]))
        else:
            best.clues.append(item)
            best.event_type = _type_of(best)
    return _by_cause(drafts, types, gazetteer)


def _by_cause(drafts: list[Draft], types: Mapping[str, EventType], gazetteer: Gazetteer) -> list[Draft]:
    """Drafts of one type that are told in sentences with one and the same missing pay are one: they are about it.

    "About 3,000 workers vented their anger over unpaid wages by protesting last month ... workers at ten mills in Helong
    held protests over unpaid wages": one crowd that is owed, one protest.
    """
    owed = [draft for draft in drafts if types[draft.event_type].roles.amount]
    kept: list[Draft] = []
    for draft in drafts:
        cause = next((o for o in owed if o is not draft and set(o.sentences) & set(draft.sentences)), None)
        same = next(
            (
                other
                for other in kept
                if cause is not None
                and draft not in owed
                and other.event_type == draft.event_type
                and set(cause.sentences) & set(other.sentences)
                and not _apart(other, draft, gazetteer)
            ),
            None,
        )
        if same is None:
            kept.append(draft)
        else:
            same.clues.extend(draft.clues)
    return kept


def _apart(one: Draft, other: Draft, gazetteer: Gazetteer) -> bool:
    """Whether two drafts share a sentence, or their dates, places or counts of events exclude each other."""
    if set(one.sentences) & set(other.sentences) or one.aggregate != other.aggregate:
        return True
    if any(c.another or c.telling.another for c in other.clues):
        return True
    if any(not overlaps(a, b) for a in one.dates() for b in other.dates()):
        return True
    mine, theirs = closest(one.places(), gazetteer), closest(other.places(), gazetteer)
    return any(relation(a, b, gazetteer) == "apart" for a in mine for b in theirs)


def _told_apart(found: Mapping[str, float]) -> bool:
    """Whether one sentence gives the two different days and different people: it tells two events, however alike."""
    others = found.get("people_differ") or found.get("count_differs")
    return bool(found.get("same_sentence") and found.get("date_differs") and others)


def candidates(drafts: Iterable[Draft], item: Clues, types: Mapping[str, EventType]) -> list[Draft]:
    """The drafts whose type a mention may belong to."""
    related = {item.mention.event_type, *types[item.mention.event_type].accepts}
    return [draft for draft in drafts if draft.event_type in related]


def _type_of(draft: Draft) -> str:
    """A flight that also sought protection is told by the type most of its mentions have; at a tie the later one."""
    counts: dict[str, float] = {}
    for item in draft.clues:
        counts[item.mention.event_type] = counts.get(item.mention.event_type, 0) + round(item.mention.score, 1)
    return max(counts, key=lambda t: (counts[t], t == draft.clues[-1].mention.event_type, t))
