"""Leaving out one stage of the pipeline at a time, to measure what it adds (``make ablation``, docs/accuracy.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues, Place
from incidents.discourse import Discourse, best_place
from incidents.events.match import Proposal
from incidents.events.select import Pairs
from incidents.merge import Draft
from incidents.model import DateMention, Quantity

if TYPE_CHECKING:
    from incidents.annotate import Sentence


@dataclass(frozen=True, slots=True)
class Stages:
    """Which of the stages run that the rest can do without.

    ``scout``: sentences that tell an event in words that no pattern knows.
    ``vetoes``: the patterns' ``unless`` conditions. ``qualifiers``: negated, predicted, alleged, attempted and so on.
    ``classifier``: what is learnt from labelled sentences decides. ``judge``: it weighs the classifier's word against the
    scout's and what stands around a mention (not without those two). ``selection``: weak mentions need a strong one
    beside them where no judge weighs them, and an incident has to say enough. ``merging``: mentions of one event become
    one incident. ``discourse``: what other sentences lend an incident. ``gazetteer_context``: a name's surroundings
    decide what it stands for.
    """

    scout: bool = True
    vetoes: bool = True
    qualifiers: bool = True
    classifier: bool = True
    judge: bool = True
    selection: bool = True
    merging: bool = True
    discourse: bool = True
    gazetteer_context: bool = True


def unvetoed(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals with no ``unless`` condition held against them."""
    return [replace(proposal, dropped_because=None) for proposal in proposals]


def unqualified(pairs: Pairs) -> Pairs:
    """The mentions as pattern and section alone say: nothing is negated, predicted or alleged."""
    found: Pairs = []
    for proposal, mention in pairs:
        boilerplate = "boilerplate" if proposal.sentence.section.kind == "boilerplate" else None
        dropped = proposal.dropped_because or boilerplate
        completion = mention.completion if proposal.pattern.completion else "completed"
        plain = replace(mention, dropped_because=dropped, factuality="reported", completion=completion, cues=())
        found.append((proposal, plain))
    return found


def separate(clues: Iterable[Clues]) -> list[Draft]:
    """Every mention an incident of its own."""
    return [Draft(item.mention.event_type, [item]) for item in clues]


class Lonely(Discourse):
    """Surroundings that lend nothing: an incident has only what its own sentences say."""

    def before(self, draft: Draft, reach: int, *, same_paragraph: bool = False) -> Iterator[Sentence]:
        """No sentence."""
        return iter(())

    def after(self, draft: Draft, reach: int) -> Iterator[Sentence]:
        """No sentence."""
        return iter(())

    def between(self, draft: Draft) -> list[Sentence]:
        """No sentence."""
        return []

    def later(self, draft: Draft, reach: int) -> Iterator[Sentence]:
        """No sentence."""
        return iter(())

    def aftermath(self, draft: Draft) -> Iterator[Sentence]:
        """No sentence."""
        return iter(())

    def crowd(self, draft: Draft, *, plural: bool) -> Quantity | None:
        """No count."""
        return None

    def date(self, draft: Draft) -> DateMention | None:
        """No date."""
        return None

    def happened(self, draft: Draft) -> Iterator[DateMention]:
        """No date."""
        return iter(())

    def place(self, draft: Draft) -> Place | None:
        """The best place of its own sentences."""
        return best_place(draft)
