"""Whether a mention goes on telling an earlier incident: all features that ``incidents.merge`` weighs.

Three layers, all with learned weights: the named evidence of ``incidents.likeness``; the same evidence by how many sentences
back the incident was told, for a new date counts otherwise in the next sentence than a page later; and the words that the
mention is told in ("Meanwhile", "the", "had", "another"), which no list could hold. A new kind of evidence belongs into
``likeness``; everything here follows from it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from incidents.arguments.clues import Clues
from incidents.likeness import evidence

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer
    from incidents.merge import Draft

NEAR = 3  # sentences


def features(draft: Draft, item: Clues, drafts: Iterable[Draft], gazetteer: Gazetteer) -> dict[str, float]:
    """What speaks for and against a mention belonging to a draft: feature to value, zeros left out.

    Names are those of ``likeness.evidence`` by themselves and after ``same/``, ``next/``, ``near/`` or ``far/``: the mention
    stands in a sentence of the draft, in one beside it, within three, or further away. Words come after ``opens``
    (first words of the sentence), ``first`` (the class of the very first one), ``before`` (in front of the trigger) and
    ``pattern``, all by step; after ``says`` (anywhere in the sentence) by themselves.
    """
    found = evidence(draft, item, drafts, gazetteer)
    step = _step(min(abs(item.sentence_index - i) for i in draft.sentences))
    found |= {f"{step}/{name}": value for name, value in found.items()}
    found[f"{step}/mentions"] = math.log(len(draft.clues))
    return found | dict.fromkeys(_words(item, step), 1.0)


def _step(gap: int) -> str:
    return ("same", "next")[gap] if gap <= 1 else "near" if gap <= NEAR else "far"


def _words(item: Clues, step: str) -> Iterator[str]:
    wording, step = item.telling.wording, step if step in {"same", "next"} else "later"
    yield f"{step}/pattern {item.mention.pattern}"
    yield f"{step}/first {wording.tag}"
    yield from (f"{step}/opens {word}" for word in wording.opening)
    yield from (f"{step}/before {word}" for word in wording.before)
    yield from (f"says {word}" for word in wording.words)
