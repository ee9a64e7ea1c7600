"""What speaks for and against a sum as that which was owed or taken: where it stands, for what time, what became of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from incidents.arguments.pay import fate_of
from incidents.discourse.vicinity import kept, vicinity
from incidents.discourse.wording import Wording
from incidents.events.lexicon import Lexicon

if TYPE_CHECKING:
    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft
    from incidents.model import Basis, Money


class Evidence:
    """What all candidates of one draft are weighed against."""

    def __init__(self, story: Discourse, draft: Draft, usual: Money | None) -> None:
        self.story, self.draft, self.usual, self.page = story, draft, usual, story.page
        self.first = draft.clues[0].sentence_index
        self.standing = "lasting" if sum(bool(c.standing) for c in draft.clues) * 2 > len(draft.clues) else "once"
        self.told = {m.start for c in draft.clues for m in c.money[:1]}
        self.ranked = {m.start for c in draft.clues for m in c.money}
        self.wording = Wording(self.page, draft)
        self.taken = {m.start: d for d in story.drafts if d is not draft for c in d.clues for m in c.money[:1]}
        self._lexicon = Lexicon(self.page, self.page.families)
        self.patterns = sorted({c.mention.pattern for c in draft.clues})

    def none(self) -> dict[str, float]:
        """What speaks for no sum at all."""
        return (
            kept(
                {
                    "none": 1.0,
                    f"none_{self.standing}": 1.0,
                    "none_usual": float(self.usual is None),
                    f"none_usual_{self.standing}": float(self.usual is None),
                    "none_told": float(bool(self.told)),
                    "none_aggregate": float(self.draft.aggregate),
                    "none_once": float(len(self.draft.sentences) == 1),
                    **{f"none|{pattern}": 1.0 for pattern in self.patterns},
                }
            )
            | self.wording.none()
        )

    def as_usual(self, money: Money, basis: Basis) -> dict[str, float]:
        """How far the rules can be trusted with a sum."""
        kind = _kind(money)
        return {
            "usual": 1.0,
            f"usual_{basis}": 1.0,
            f"usual_{kind}": 1.0,
            f"usual_{basis}_{kind}": 1.0,
            f"usual_{self.standing}_{kind}": 1.0,
            f"usual_rule_{money.rule}": 1.0,
        }

    def of(self, money: Money, sentence: Sentence, *, own: bool) -> dict[str, float]:
        """For a sum of one of the draft's own sentences, or of another."""
        where = "own" if own else "after" if sentence.index > self.first else "before"
        kind, owner = _kind(money), self.taken.get(money.start)
        rivals = [m for m in self.page.money if sentence.start <= m.start < sentence.end and m.rule != "conversion"]
        fate = list(fate_of(self.page, sentence, money, self._lexicon))
        found = {
            where: 1.0,
            f"{where}_{kind}": 1.0,
            f"{where}_{kind}_{self.standing}": 1.0,
            f"rule_{money.rule}": 1.0,
            f"{where}_rule_{money.rule}": 1.0,
            f"{where}_only": float(len(rivals) == 1),
            f"{where}_rank": math.log1p(sum(m.start < money.start for m in rivals)),
            f"{where}_taken": float(owner is not None),
            f"{where}_told": float(money.start in self.told),
            f"{where}_ranked": float(money.start in self.ranked),
            **{f"{where}_{name}": 1.0 for name in fate},
            **{f"{where}_{name}_{self.standing}": 1.0 for name in fate},
            **{f"{name}_{kind}": 1.0 for name in fate},
        }
        for other in rivals:
            if other.start != money.start and (order := _order(money, other)):
                found[f"{where}_{order}"] = 1.0
        if self.usual is not None and (order := _order(money, self.usual)):
            found[f"{where}_{order}_usual"] = 1.0
        found |= self._of_own(money, sentence, kind) if own else self._of_other(sentence, where, kind)
        return kept(found) | self.wording.of_words(money.start, money.end, own=own)

    def _of_own(self, money: Money, sentence: Sentence, kind: str) -> dict[str, float]:
        here = [c for c in self.draft.clues if c.sentence_index == sentence.index]
        triggers = [c.mention.trigger_start for c in here]
        return {
            "own_front": float(bool(triggers) and all(money.start < t for t in triggers)),
            "own_near": min((abs(money.start - t) for t in triggers), default=200) / 100,
            "own_first": float(sentence.index == self.first),
            "own_order": math.log1p(self.draft.sentences.index(sentence.index)),
            **{f"own_{kind}|{c.mention.pattern}": 1.0 for c in here},
        }

    def _of_other(self, sentence: Sentence, where: str, kind: str) -> dict[str, float]:
        return vicinity(self.story, self.draft, sentence, where) | {
            f"{where}_untold": float(self.usual is None),
            f"{where}_untold_{kind}": float(self.usual is None),
        }


def _kind(money: Money) -> str:
    """Share, rest of a share, or sum, by what time it counts."""
    if money.percent is not None:
        return "rest" if money.rule == "remainder" else "share"
    return f"sum-{money.per or 'plain'}"


def _order(money: Money, other: Money) -> str | None:
    """Whether a sum is more or less than another of its kind; null where they cannot be compared."""
    if (money.percent is None) != (other.percent is None):
        return "share_beside" if money.percent is None else "sum_beside"
    mine, its = _amount(money), _amount(other)
    if money.currency != other.currency or mine == its:
        return None
    return "more" if mine > its else "less"


def _amount(money: Money) -> float:
    return money.percent or money.minimum or money.maximum or 0.0
