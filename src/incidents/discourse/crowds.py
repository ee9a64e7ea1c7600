"""How many people an incident has: every number of people near it is weighed against the one that the rules take.

The counterpart of ``dating`` for participants; the weights stand in ``patterns/crowds.yaml``, those of the words around a
number (``wording``) in ``patterns/crowd_words.json``. Both are learned from labelled reports by ``scripts/train_crowds.py``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.arguments.casualties import casualties_of
from incidents.arguments.who import EVENTS
from incidents.discourse.wording import Wording
from incidents.events.words import names_person
from incidents.model import Basis, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Sentence
    from incidents.arguments.clues import Group
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

BEFORE, AFTER, LEAD = 5, 4, 3  # sentences
NOBODY = "-"
"""Stands for the word for people where a number has none."""
ALONE = frozenset({"he", "she", "him", "her", "his", "i", "me", "my", "himself", "herself", "myself"})
SIZES = ((1, "one"), (2, "two"), (5, "few"), (12, "some"), (99, "dozens"), (999, "hundreds"))
"""Up to so many people."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of people, or none, with what speaks for and against it: feature to value."""

    quantity: Quantity | None
    basis: Basis
    features: Mapping[str, float]


def best_crowd(
    story: Discourse, draft: Draft, usual: Quantity | None, basis: Basis, weights: Mapping[str, float]
) -> tuple[Quantity | None, Basis]:
    """The number with the best evidence, or null, and where it comes from; ``usual`` is the one that the rules take.

    Several places of the text may give one number: what speaks for each of them is added up.
    """
    found = candidates(story, draft, usual, basis)
    scores = [math.fsum(weights.get(name, 0.0) * value for name, value in c.features.items()) for c in found]
    top = max(scores)
    shares: dict[object, float] = {}
    for candidate, score in zip(found, scores, strict=True):
        number = size(candidate.quantity)
        shares[number] = shares.get(number, 0.0) + math.exp(score - top)
    best = max(shares.values())
    chosen = next(c for c in found if shares[size(c.quantity)] == best)
    return chosen.quantity, chosen.basis


def size(quantity: Quantity | None) -> object:
    """What makes two candidates the same: the bounds that they stand for."""
    return None if quantity is None else (quantity.minimum, quantity.maximum)


def candidates(story: Discourse, draft: Draft, usual: Quantity | None, basis: Basis) -> list[Candidate]:
    """The usual number, none, those of the draft's own sentences, and those of the story around it."""
    evidence = Evidence(story, draft, usual)
    found: list[Candidate] = []
    seen: set[tuple[int, object]] = set()

    def add(quantity: Quantity, noun: str, *, taken: Basis | None = None) -> None:
        key = (quantity.start, size(quantity))
        if key in seen or not (quantity.minimum or quantity.maximum):
            return
        seen.add(key)
        sentence = story.page.sentence_at(quantity.start)
        if sentence is None:
            return
        own = sentence.index in draft.sentences
        features = evidence.own(quantity, noun, sentence) if own else evidence.other(quantity, noun, sentence)
        stands: Basis = "stated" if own else "inherited"
        if taken is not None:
            features |= evidence.as_usual(quantity, taken)
        found.append(Candidate(quantity, taken or stands, features))

    if usual is not None:
        add(usual, evidence.noun_of(usual), taken=basis)
    found.append(Candidate(None, "stated", evidence.none()))
    for group in evidence.groups:
        if group.quantity is not None:
            add(group.quantity, group.head)
    own = [story.page.sentences[i] for i in draft.sentences]
    for sentence in [*own, *_around(story, draft)]:
        for quantity in story.page.quantities:
            if sentence.start <= quantity.start < sentence.end:
                noun = story.counted_noun(quantity)
                add(quantity, noun.lemma_.lower() if noun is not None else NOBODY)
    for sentence in own:
        for one in _singles(sentence):
            add(Quantity(one.idx, one.idx + len(one), one.text, 1, 1, False, "one person"), one.lemma_.lower())
    return found


def _singles(sentence: Sentence) -> Iterator[Token]:
    """The words of a sentence for one person: names, pronouns, nouns such as "driver"."""
    for token in sentence.span:
        named = token.ent_type_ == "PERSON" and token.ent_iob_ == "B"
        person = token.tag_ == "NN" and names_person(token)
        if named or person or token.lower_ in ALONE:
            yield token


def _around(story: Discourse, draft: Draft) -> Iterator[Sentence]:
    """The sentences around a draft, within its entry of a round-up, and those that open the report."""
    seen, entry = set(draft.sentences), {*story.entry(draft), *story.preamble()}
    lead = [s for s in story.before(draft, draft.clues[0].sentence_index) if s.index < LEAD]
    for sentence in [*story.before(draft, BEFORE), *story.between(draft), *story.later(draft, AFTER), *lead]:
        unread = sentence.index not in seen and sentence.paragraph in entry
        if unread and sentence.section.kind not in {"boilerplate", "caption"}:
            seen.add(sentence.index)
            yield sentence


class Evidence:
    """What all candidates of one draft are weighed against."""

    def __init__(self, story: Discourse, draft: Draft, usual: Quantity | None) -> None:
        self.story, self.draft, self.usual, self.page = story, draft, usual, story.page
        self.groups: list[Group] = [c.group for c in draft.clues if c.group is not None and not _of_events(c.group)]
        self.heads = {g.head for g in self.groups}
        self.told = {g.quantity.start for g in self.groups if g.quantity is not None}
        self.first = draft.clues[0].sentence_index
        self.wording = Wording(self.page, draft)
        others = [(d, c.group) for d in story.drafts if d is not draft for c in d.clues if c.group is not None]
        self.taken = {g.quantity.start: d for d, g in others if g.quantity is not None}

    def none(self) -> dict[str, float]:
        """What speaks for no number at all."""
        first, event = self.draft.clues[0], self.draft.event_type
        plural = any(g.plural and g.quantity is None for g in self.groups)
        return (
            _kept(
                {
                    "none": 1.0,
                    f"none|{event}": 1.0,
                    "none_nobody": float(not self.groups),
                    "none_plural": float(plural),
                    f"none_plural|{event}": float(plural),
                    "none_anaphoric": float(any(g.anaphoric for g in self.groups)),
                    "none_told": float(bool(self.told)),
                    "none_usual": float(self.usual is None),
                    f"none_usual|{event}": float(self.usual is None),
                    "none_aggregate": float(self.draft.aggregate),
                    "none_lasting": float(bool(first.standing)),
                    "none_habitual": float(any(c.habitual for c in self.draft.clues)),
                    "none_definite": float(first.definite),
                    "none_once": float(len(self.draft.sentences) == 1),
                }
            )
            | self.wording.none()
        )

    def as_usual(self, quantity: Quantity, basis: Basis) -> dict[str, float]:
        """How far the rules can be trusted with a number."""
        event, rule = self.draft.event_type, _rule(quantity)
        return _kept(
            {
                "usual": 1.0,
                f"usual_{basis}": 1.0,
                f"usual|{event}": 1.0,
                f"usual_{basis}|{event}": 1.0,
                f"usual_{bucket(quantity)}|{event}": 1.0,
                f"usual_rule_{rule}": 1.0,
                f"usual_{basis}_rule_{rule}": 1.0,
                "usual_disputed": float(len(self.told) > 1),
                "usual_aggregate": float(self.draft.aggregate),
                "usual_lasting": float(bool(self.draft.clues[0].standing)),
            }
        )

    def own(self, quantity: Quantity, noun: str, sentence: Sentence) -> dict[str, float]:
        """For a number of one of the draft's own sentences."""
        at = quantity.start
        role = "told" if at in self.told else "left"
        triggers = [c.mention.trigger_start for c in self.draft.clues if c.sentence_index == sentence.index]
        rivals = [q for q in self.page.quantities if sentence.start <= q.start < sentence.end]
        found = {
            "own": 1.0,
            f"own_{role}": 1.0,
            f"own_{role}|{self.draft.event_type}": 1.0,
            f"own_{role}_first": float(sentence.index == self.first),
            f"own_{role}_front": float(bool(triggers) and all(at < t for t in triggers)),
            f"own_{role}_near": min((abs(at - t) for t in triggers), default=200) / 100,
            f"own_{role}_only": float(len(rivals) == 1),
            "own_order": math.log1p(self.draft.sentences.index(sentence.index)),
        }
        return self._all(found, "own", quantity, noun, sentence)

    def other(self, quantity: Quantity, noun: str, sentence: Sentence) -> dict[str, float]:
        """For a number of another sentence."""
        where = "after" if sentence.index > self.first else "before"
        gap = min(abs(sentence.index - i) for i in self.draft.sentences)
        owner = self.story.owner.get(sentence.index)
        paragraph = any(sentence.paragraph == c.paragraph for c in self.draft.clues)
        found = {
            "other": 1.0,
            where: 1.0,
            f"{where}|{self.draft.event_type}": 1.0,
            f"{where}_gap": math.log1p(gap),
            f"{where}_next": float(gap == 1),
            f"{where}_paragraph": float(paragraph),
            f"{where}_free": float(owner is None),
            f"{where}_of_another": float(owner is not None and owner is not self.draft),
            f"{where}_same_type": float(
                owner is not None and owner is not self.draft and owner.event_type == self.draft.event_type
            ),
            f"{where}_untold": float(not self.told),
            f"{where}_nobody": float(not self.groups),
            f"{where}_pointing": float(any(g.anaphoric for g in self.groups)),
            "lead": float(sentence.index < LEAD),
            "headline": float(sentence.section.kind == "headline"),
        }
        return self._all(found, where, quantity, noun, sentence)

    def noun_of(self, quantity: Quantity) -> str:
        """The word for the people of a number that the rules have taken."""
        told = next(
            (g.head for g in self.groups if g.quantity is not None and g.quantity.start == quantity.start), None
        )
        if told is not None:
            return told
        noun: Token | None = self.story.counted_noun(quantity)
        return noun.lemma_.lower() if noun is not None else NOBODY

    def _all(
        self, found: dict[str, float], where: str, quantity: Quantity, noun: str, sentence: Sentence
    ) -> dict[str, float]:
        event, rule, big = self.draft.event_type, _rule(quantity), bucket(quantity)
        owner = self.taken.get(quantity.start)
        same = noun in self.heads
        found |= {
            f"{big}|{event}": 1.0,
            f"{where}_{big}": 1.0,
            f"rule_{rule}": 1.0,
            f"{where}_rule_{rule}": 1.0,
            f"{where}_same_people": float(same),
            f"{where}_nameless": float(noun == NOBODY),
            f"{where}_same_people_plural": float(same and any(g.plural for g in self.groups)),
            f"{where}_taken": float(owner is not None),
            f"{where}_taken_same": float(owner is not None and owner.event_type == event),
            f"{where}_larger": float(_larger(quantity, self.usual)),
            f"{where}_smaller": float(_larger(self.usual, quantity)),
            "aggregate_" + big: float(self.draft.aggregate),
        }
        for name, harmed in zip(("killed", "injured"), self._casualties(sentence), strict=True):
            hurt = any(q.start <= quantity.start < q.end or quantity.start <= q.start < quantity.end for q in harmed)
            found[f"{where}_{name}"] = float(hurt)
            found[f"{where}_{name}_only"] = float(hurt and len(harmed) == 1)
        families = [f"{where}/people /{f}" for f in self.page.families.holding(noun)]
        words = dict.fromkeys([f"{where}/people {noun}", f"{event}/people {noun}", *families], 1.0)
        end = quantity.end
        return _kept(found) | words | self.wording.of_words(quantity.start, end, own=where == "own")

    def _casualties(self, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
        killed, injured = self.page.once(("tolls", sentence.index), lambda: casualties_of(self.page, sentence))
        return list(killed), list(injured)


def bucket(quantity: Quantity) -> str:
    """How large a number of people is, in words."""
    number = quantity.minimum or quantity.maximum or 0
    return next((name for most, name in SIZES if number <= most), "thousands")


def _larger(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    return (one.minimum or one.maximum or 0) > (other.minimum or other.maximum or 0)


def _rule(quantity: Quantity) -> str:
    """The rule that read a number, in one word."""
    return quantity.rule.replace("numeric/", "").replace("vague/", "").replace("/", "+").replace(" ", "-")


def _of_events(group: Group) -> bool:
    return group.quantity is not None and group.quantity.rule.endswith(EVENTS)


def _kept(features: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in features.items() if value}
