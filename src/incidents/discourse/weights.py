"""What is weighed when several values of the story might be an incident's: the learnt weights of every such choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from incidents.patterns import Patterns

ByPart = Mapping[str, Mapping[str, float]]
"""Log-odds by feature, for each part of a choice (``sites``, ``dated``, ``participants`` ...)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of sites, places and companies, of dates, of numbers of people, and of sums of money."""

    siting: ByPart
    dating: ByPart
    crowds: ByPart
    sums: ByPart

    @classmethod
    def load(cls, patterns: Patterns) -> Self:
        """The weights of a pattern folder.

        Raises:
            PatternError: a file is missing or holds no such weights.
        """
        return cls(
            patterns.weights("siting.yaml", "siting_words.json", "make siting-weights"),
            patterns.weights("dating.yaml", "dating_words.json", "make dating-weights"),
            patterns.weights("crowds.yaml", "crowd_words.json", "make crowd-weights"),
            patterns.weights("sums.yaml", "sum_words.json", "make sum-weights"),
        )
