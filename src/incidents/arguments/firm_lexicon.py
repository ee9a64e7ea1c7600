"""The word families and the weights of ``patterns/firms.yaml``, by which names are weighed as firms (``firm_evidence``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FirmWords:
    """The families of ``patterns/firms.yaml``, each a set of lemmas."""

    families: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> FirmWords:
        """From the file's contents: ``families`` (words divided by spaces) and ``weights``."""
        families = {name: frozenset(str(words).split()) for name, words in data["families"].items()}
        return cls(families, {k: float(v) for k, v in data["weights"].items()})

    def kinds(self, word: str) -> list[str]:
        """The families that hold this lemma."""
        return [name for name, words in self.families.items() if word in words]

    def holds(self, word: str) -> bool:
        """Whether a word or its singular is in any of the families: no name on its own."""
        forms = {word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)}
        return any(forms & words for words in self.families.values())

    def score(self, hints: Mapping[str, float]) -> float:
        """The weights of these hints added up, in log-odds: over zero it is rather a firm than not."""
        return self.weights["none"] + sum(self.weights.get(hint, 0.0) * value for hint, value in hints.items())
