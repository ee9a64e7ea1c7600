"""Which sum or share of a sentence was owed or taken, and whether that was one event or a lasting system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.when import tree_distance
from incidents.model import Money

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Clues

TAKING = frozenset(
    "keep confiscate deduct withhold take hold owe pocket collect dock skim retain donate contribute levy hand remit "
    "surrender extort demand charge cut amount total seize garnish transfer go due arrear pay".split()
)
EARNING = frozenset("earn make salary wage receive get promise hire leave bribe fine sell cost reward offer price loan debt worth".split())


BOUNDED = frozenset({"day", "week", "month", "season", "range"})


def is_standing(leaning: str | None, clues: Clues) -> bool:
    """Whether a mention tells of a standing share, quota or custom rather than of pay missing for one stated period.

    ``leaning`` is what the pattern says (``specific`` for pay that was not handed out, else null). See the codebook's
    rulings on unpaid and partly withheld pay.
    """
    dated = any(d.precision in BOUNDED for d in clues.dates)
    if leaning == "specific":
        return clues.habitual and not dated
    first = clues.money[0] if clues.money else None
    if first is not None and first.per in {"day", "month", "year"}:
        return True
    if first is not None and first.percent is not None:
        return not dated
    return clues.habitual and not dated


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
