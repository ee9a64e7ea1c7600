"""Which sum or share of a sentence was owed or taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.when import tree_distance
from incidents.model import Money

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

TAKING = frozenset(
    "keep confiscate deduct withhold take hold owe pocket collect dock skim retain donate contribute levy hand remit "
    "surrender extort demand charge cut amount total seize garnish transfer go due arrear pay".split()
)
EARNING = frozenset("earn make salary wage receive get promise hire leave bribe fine sell cost reward offer price loan debt worth".split())


def sums_of(page: Page, sentence: Sentence, head: Token) -> list[Money]:
    """Sums and shares of the sentence, the one that was taken first, what is earned or left over last."""
    ranked: list[tuple[float, int, Money]] = []
    for money in page.money:
        if not (sentence.start <= money.start < sentence.end) or money.rule.endswith("conversion"):
            continue
        tokens = page.tokens_of(money.start, money.end)
        if not tokens:
            continue
        governors = [t.lemma_.lower() for t in list(tokens[0].ancestors)[:4]]
        penalty = 0.0
        for rank, lemma in enumerate(governors):
            if lemma in TAKING and lemma != "pay":
                penalty -= 3 - rank * 0.5
                break
            if lemma in EARNING:
                penalty += 3 - rank * 0.5
                break
        ranked.append((tree_distance(tokens[-1], head) + penalty, money.start, money))
    return [money for _, _, money in sorted(ranked, key=lambda r: (r[0], r[1]))]
