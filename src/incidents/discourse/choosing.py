"""Which of several candidates the learnt weights prefer."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar


class Weighable(Protocol):
    """Anything with what speaks for and against it: feature to value."""

    @property
    def features(self) -> Mapping[str, float]:
        """Feature to value."""
        ...


C = TypeVar("C", bound=Weighable)


def likeliest(found: Sequence[C], weights: Mapping[str, float], value: Callable[[C], Hashable]) -> C:
    """The first candidate of the value with the largest probability; what speaks for candidates of one value is added up.

    ``weights`` are log-odds by feature; a feature without one says nothing. ``found`` is not empty.
    """
    scores = [math.fsum(weights.get(name, 0.0) * amount for name, amount in c.features.items()) for c in found]
    top = max(scores)
    shares: dict[Hashable, float] = {}
    for candidate, score in zip(found, scores, strict=True):
        shares[value(candidate)] = shares.get(value(candidate), 0.0) + math.exp(score - top)
    best = max(shares.values())
    return next(c for c in found if shares[value(c)] == best)
