"""How another sentence stands to an incident: how far, in its paragraph, told of something else?"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft


def vicinity(story: Discourse, draft: Draft, sentence: Sentence, where: str) -> dict[str, float]:
    """What speaks for and against a value of that sentence because of where it stands; ``where`` goes before each name."""
    gap = min(abs(sentence.index - i) for i in draft.sentences)
    owner = story.owner.get(sentence.index)
    another = owner is not None and owner is not draft
    return {
        f"{where}_gap": math.log1p(gap),
        f"{where}_next": float(gap == 1),
        f"{where}_paragraph": float(any(sentence.paragraph == c.paragraph for c in draft.clues)),
        f"{where}_free": float(owner is None),
        f"{where}_of_another": float(another),
        f"{where}_same_type": float(another and owner is not None and owner.event_type == draft.event_type),
    }


def kept(features: dict[str, float]) -> dict[str, float]:
    """The same without zeros."""
    return {name: value for name, value in features.items() if value}
