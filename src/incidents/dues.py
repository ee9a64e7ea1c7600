"""How much was owed or taken: the sum that the words of an incident tell by rule, before all sums near it are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.arguments.pay import share_first, sums_after, sums_owed, sums_told
from incidents.events.definitions import is_told

if TYPE_CHECKING:
    from incidents.annotate import Page
    from incidents.arguments.clues import Clues
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft
    from incidents.model import Basis, Money


def usual_sum(page: Page, story: Discourse, draft: Draft) -> tuple[Money | None, Basis]:
    """The sum or share that the rules take, or null: of its own sentences, else of one nearby that says what was owed."""
    stated = [(c, m) for c in draft.clues for m in c.money[:1]]
    own = [m for c, m in sorted(stated, key=_aside)]
    if own:
        return share_first(page, own), "stated"
    near = [*story.foretold(draft), *story.after(draft, 2)]
    sums = (
        [m for s in story.after(draft, 2) for m in sums_after(page, s)]
        or [m for s in story.aftermath(draft) for m in sums_told(page, s)]
        or [m for s in near for m in sums_owed(page, s)]
        or [m for s in story.aftermath(draft) for m in sums_owed(page, s, promised=True)]
    )
    return (share_first(page, sums), "inherited") if sums else (None, "stated")


def _aside(told: tuple[Clues, Money]) -> tuple[bool, bool]:
    """Whether a sum stands in a sentence before its mention, and whether no pattern told the mention: such come last."""
    clues, money = told
    return money.start < clues.mention.sentence_start, is_told(clues.mention.pattern)
