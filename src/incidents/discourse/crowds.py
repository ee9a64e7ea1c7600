"""How many people took part in an incident, were killed or hurt: every number near it is weighed against the one that the rules take.

The counterpart of ``dating`` for numbers of people; the weights stand in ``patterns/crowds.yaml``, those of the words around a
number (``wording``) in ``patterns/crowd_words.json``. Both are learned from labelled reports by ``scripts/train_crowds.py``.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.arguments.single_people import set_upon
from incidents.discourse.choosing import likeliest
from incidents.discourse.crowd_evidence import LEAD, NOBODY, Evidence, Field
from incidents.events.judge import WHOLE
from incidents.events.words import names_person
from incidents.model import Basis, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

BEFORE, AFTER = 5, 4  # sentences
OF_THE = re.compile(r" (?:out )?of (?:the|these|those|its|their|our|his|her) ")
"""What joins a part to its whole."""
ALONE = frozenset({"he", "she", "him", "her", "his", "i", "me", "my", "himself", "herself", "myself"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of people, or none, with what speaks for and against it: feature to value."""

    quantity: Quantity | None
    basis: Basis
    features: Mapping[str, float]

    @property
    def harmed(self) -> bool:
        """Whether its sentence says that so many were killed or hurt, or the rules take it for a toll."""
        return any(name.endswith(("_killed", "_injured")) or name == "usual" for name in self.features)


def best_crowd(
    story: Discourse,
    draft: Draft,
    field: Field,
    usual: Quantity | None,
    basis: Basis,
    weights: Mapping[str, Mapping[str, float]],
) -> tuple[Quantity | None, Basis]:
    """The number with the best evidence for a field, or null, and where it comes from; ``usual`` is the one that the rules take.

    Several places of the text may give one number: what speaks for each of them is added up. Where nobody near is said to
    have been killed or hurt, there is no toll.
    """
    if len(story.page.sentences) < WHOLE:
        return usual, basis  # in a sentence or two grammar decides
    found = candidates(story, draft, field, usual, basis)
    if field != "participants" and not any(c.harmed for c in found):
        return usual, basis
    chosen = likeliest(found, weights[field], lambda c: size(c.quantity))
    return chosen.quantity, chosen.basis


def size(quantity: Quantity | None) -> Hashable:
    """What makes two candidates the same: the bounds that they stand for."""
    return None if quantity is None else (quantity.minimum, quantity.maximum)


def candidates(story: Discourse, draft: Draft, field: Field, usual: Quantity | None, basis: Basis) -> list[Candidate]:
    """The usual number, none, those of the draft's own sentences, and those of the story around it."""
    evidence = Evidence(story, draft, field, usual)
    whole = _whole(story, usual) if usual is not None and field == "participants" else None
    found: list[Candidate] = []
    seen: set[tuple[int, object]] = set()

    def add(quantity: Quantity, noun: str, *, taken: Basis | None = None) -> None:
        key = (quantity.start, size(quantity))
        nobody = not (quantity.minimum or quantity.maximum)
        if key in seen or (nobody and quantity.start not in evidence.told and taken is None):
            return  # "no one was hurt" says nothing of the dead
        if taken is None and whole is not None and size(quantity) == (whole, whole):
            return  # "nine of the fourteen were paid nothing"
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
    for clues in draft.clues if field != "participants" else ():
        for quantity in getattr(clues, field):
            add(quantity, evidence.noun_of(quantity))
    own = [story.page.sentences[i] for i in draft.sentences]
    for sentence in [*own, *_around(story, draft)]:
        for quantity in story.page.quantities:
            if sentence.start <= quantity.start < sentence.end:
                noun = story.counted_noun(quantity)
                add(quantity, noun.lemma_.lower() if noun is not None else NOBODY)
    for sentence in own:
        for one in _singles(sentence):
            if set_upon(story.page, one):
                continue
            add(Quantity(one.idx, one.idx + len(one), one.text, 1, 1, False, "one person"), one.lemma_.lower())
    return found


def _whole(story: Discourse, part: Quantity) -> float | None:
    """The number that a part is said to be taken from: the 14 of "nine of the fourteen"."""
    match = OF_THE.match(story.page.text, part.end)
    if match is None or part.rule == "one person":
        return None
    of = next((q for q in story.page.quantities if q.start == match.end() and q.minimum == q.maximum), None)
    larger = of is not None and part.minimum is not None and (of.minimum or 0) > part.minimum
    return of.minimum if of is not None and larger else None


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
