"""How much was owed or taken: every sum and share near an incident is weighed against the one that the rules take.

The counterpart of ``crowds`` for money; the weights stand in ``patterns/sums.yaml``, those of the words around a sum
(``wording``) in ``patterns/sum_words.json``. Both are learned from labelled reports by ``scripts/train_sums.py``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incidents.discourse.choosing import likeliest
from incidents.discourse.sum_evidence import Evidence
from incidents.events.judge import WHOLE
from incidents.model import Basis, Money

if TYPE_CHECKING:
    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft

BEFORE, AFTER = 4, 5  # sentences


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sum or share, or none, with what speaks for and against it: feature to value."""

    money: Money | None
    basis: Basis
    features: Mapping[str, float]


def best_sum(
    story: Discourse, draft: Draft, usual: Money | None, basis: Basis, weights: Mapping[str, float]
) -> tuple[Money | None, Basis]:
    """The sum or share with the best evidence, or null, and where it comes from; ``usual`` is the one that the rules take."""
    if len(story.page.sentences) < WHOLE:
        return usual, basis  # in a sentence or two grammar decides
    chosen = likeliest(candidates(story, draft, usual, basis), weights, lambda c: size(c.money))
    return chosen.money, chosen.basis


def size(money: Money | None) -> Hashable:
    """What makes two candidates the same: bounds and currency, or the share."""
    return None if money is None else (money.minimum, money.maximum, money.currency, money.percent)


def candidates(story: Discourse, draft: Draft, usual: Money | None, basis: Basis) -> list[Candidate]:
    """The usual sum, none, those of the draft's own sentences, and those of the story around it; of shares the rest, too."""
    evidence = Evidence(story, draft, usual)
    found: list[Candidate] = []
    seen: set[tuple[int, Hashable]] = set()

    def add(money: Money, taken: Basis | None = None) -> None:
        key, sentence = (money.start, size(money)), story.page.sentence_at(money.start)
        if key in seen or sentence is None:
            return
        seen.add(key)
        own = sentence.index in draft.sentences
        features = evidence.of(money, sentence, own=own)
        if taken is not None:
            features |= evidence.as_usual(money, taken)
        stands: Basis = "stated" if own else "inherited"
        found.append(Candidate(money, taken or stands, features))

    if usual is not None:
        add(usual, basis)
    found.append(Candidate(None, "stated", evidence.none()))
    for sentence in [*(story.page.sentences[i] for i in draft.sentences), *_around(story, draft)]:
        for money in story.page.money:
            if sentence.start <= money.start < sentence.end and not money.rule.endswith("conversion"):
                add(money)
                if money.percent is not None and 0 < money.percent < 100:
                    add(replace(money, percent=100 - money.percent, rule="remainder"))
    return found


def _around(story: Discourse, draft: Draft) -> Iterator[Sentence]:
    """The sentences around a draft, within its entry of a round-up."""
    seen, entry = set(draft.sentences), {*story.entry(draft), *story.preamble()}
    for sentence in [*story.before(draft, BEFORE), *story.between(draft), *story.later(draft, AFTER)]:
        if sentence.index not in seen and sentence.paragraph in entry and sentence.section.kind != "boilerplate":
            seen.add(sentence.index)
            yield sentence
