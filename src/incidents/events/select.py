"""Which mentions and which clusters of mentions are good enough to be incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.events import roles
from incidents.events.definitions import EventType
from incidents.events.match import Proposal
from incidents.merge import Draft, own_places
from incidents.model import Mention

if TYPE_CHECKING:
    from incidents.annotate import Page

NEIGHBOURS = 3
SURE = 0.8  # a lone mention that says nothing else of its event counts from this score on
ANAPHORS = frozenset(
    [
        "he", "she", "they", "him", "her", "them", "both", "all", "it", "who", "i", "we", "us", "me",
        "himself", "herself", "themselves",
    ]
)  # fmt: skip
DEFINITE = frozenset({"the", "these", "those", "both", "his", "her", "their", "all"})
Pairs = list[tuple[Proposal, Mention]]


def select(pairs: Pairs, types: Mapping[str, EventType]) -> Pairs:
    """Weak mentions stay only beside a strong one of their type, outcomes only where no event is told just before.

    An outcome ("the two were resettled", "he was recaptured") of people already spoken of continues the event told in
    the sentences before it.
    """
    strong = [(p.pattern.event_type, p.sentence.index) for p, m in pairs if m.dropped_because is None and not p.weak]
    chosen: Pairs = []
    for proposal, mention in pairs:
        if mention.dropped_because is None and proposal.pattern.outcome and _anaphoric(proposal):
            kinds = {mention.event_type, *types[mention.event_type].accepts}
            if any(
                p is not proposal
                and not p.pattern.outcome
                and p.pattern.event_type in kinds
                and m.dropped_because is None
                and 0 <= proposal.sentence.index - p.sentence.index <= NEIGHBOURS
                for p, m in pairs
            ):
                mention = replace(mention, dropped_because="outcome")
        if mention.dropped_because is None and proposal.weak:
            kinds = {mention.event_type, *types[mention.event_type].accepts}
            if not any(k in kinds and abs(i - proposal.sentence.index) <= NEIGHBOURS for k, i in strong):
                mention = replace(mention, dropped_because="low_confidence")
        chosen.append((proposal, mention))
    return chosen


def _anaphoric(proposal: Proposal) -> bool:
    """Whether those who take part are only pointed at: a pronoun, "the two", or nobody named."""
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in proposal.head.children)
    people = roles.objects(proposal.head) if passive else roles.subjects(proposal.head)
    if not people:
        return True
    first = people[0]
    return first.lower_ in ANAPHORS or first.like_num or any(c.lower_ in DEFINITE for c in first.children)


def _facts(draft: Draft) -> int:
    """How many of date, place, people, site, toll and sum the sentences of a draft give."""
    given = (
        any(c.dates for c in draft.clues),
        any(own_places(c) for c in draft.clues),
        any(c.group is not None and (c.group.quantity is not None or not c.group.plural) for c in draft.clues),
        any(c.sites and c.sites[0].distance < 20 for c in draft.clues),
        any(c.killed or c.injured for c in draft.clues),
        any(c.money for c in draft.clues),
    )
    return sum(given)


def standing(page: Page, drafts: list[Draft]) -> tuple[list[Draft], dict[Mention, str]]:
    """The drafts that say enough to be incidents, and why the mentions of the others are dropped."""
    kept: list[Draft] = []
    reasons: dict[Mention, str] = {}
    for draft in drafts:
        facts = _facts(draft)
        nominal = all(c.mention.pattern.endswith((".noun", ".device", ".bid", ".quota")) for c in draft.clues)
        headline = all(c.mention.section in {"headline", "caption"} for c in draft.clues)
        if headline and any(d is not draft and d.event_type == draft.event_type for d in drafts):
            reason = "headline_only"
        elif (nominal and facts < 2 and len(draft.clues) < 2) or (
            facts < 1 and len(draft.clues) < 2 and draft.clues[0].mention.score < SURE
        ):
            reason = "generic"
        else:
            kept.append(draft)
            continue
        reasons |= {c.mention: reason for c in draft.clues}
    return kept, reasons
