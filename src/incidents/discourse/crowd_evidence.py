"""What speaks for and against a number as that of the people of an incident: where it stands, whom it counts, what became of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from incidents.arguments.casualties import casualties_of
from incidents.discourse.vicinity import kept, vicinity
from incidents.discourse.wording import Wording

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Sentence
    from incidents.arguments.clues import Group
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft
    from incidents.model import Basis, Quantity

Field = Literal["participants", "killed", "injured"]
LEAD = 3  # sentences
NOBODY = "-"
"""Stands for the word for people where a number has none."""
SIZES = ((1, "one"), (2, "two"), (5, "few"), (12, "some"), (99, "dozens"), (999, "hundreds"))
"""Up to so many people."""


class Evidence:
    """What all candidates of one draft are weighed against."""

    def __init__(self, story: Discourse, draft: Draft, field: Field, usual: Quantity | None) -> None:
        self.story, self.draft, self.usual, self.page = story, draft, usual, story.page
        self.groups: list[Group] = [c.group for c in draft.clues if c.group is not None and not c.group.of_events]
        self.heads = {g.head for g in self.groups}
        self.doing = {g.quantity.start for g in self.groups if g.quantity is not None}
        told = [q.start for c in draft.clues for q in getattr(c, field)] if field != "participants" else self.doing
        self.told = set(told)
        self.first = draft.clues[0].sentence_index
        self.wording = Wording(self.page, draft)
        others = [(d, c.group) for d in story.drafts if d is not draft for c in d.clues if c.group is not None]
        self.taken = {g.quantity.start: d for d, g in others if g.quantity is not None}

    def none(self) -> dict[str, float]:
        """What speaks for no number at all."""
        first, event = self.draft.clues[0], self.draft.event_type
        plural = any(g.plural and g.quantity is None for g in self.groups)
        return (
            kept(
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
        return kept(
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
        found = {
            "other": 1.0,
            where: 1.0,
            f"{where}|{self.draft.event_type}": 1.0,
            **vicinity(self.story, self.draft, sentence, where),
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
            f"{where}_doing": float(quantity.start in self.doing),
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
        return kept(found) | words | self.wording.of_words(quantity.start, end, own=where == "own")

    def _casualties(self, sentence: Sentence) -> tuple[list[Quantity], list[Quantity]]:
        killed, injured = self.page.once(("tolls", sentence.index), lambda: casualties_of(self.page, sentence))
        return list(killed), list(injured)


def bucket(quantity: Quantity) -> str:
    """How large a number of people is, in words."""
    number = quantity.minimum or quantity.maximum or 0
    if number == 0:
        return "nobody"
    return next((name for most, name in SIZES if number <= most), "thousands")


def _larger(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    return (one.minimum or one.maximum or 0) > (other.minimum or other.maximum or 0)


def _rule(quantity: Quantity) -> str:
    """The rule that read a number, in one word."""
    return quantity.rule.replace("numeric/", "").replace("vague/", "").replace("/", "+").replace(" ", "-")
