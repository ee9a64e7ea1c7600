"""Which of several candidates the learnt weights prefer."""

from __future__ import annotations

import math
from collections import defaultdict
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
    shares: dict[Hashable, float] = {}
    for candidate, chance in zip(found, chances(found, weights), strict=True):
        shares[value(candidate)] = shares.get(value(candidate), 0.0) + chance
    best = max(shares.values())
    return next(c for c in found if shares[value(c)] == best)


def chances(found: Sequence[Weighable], weights: Mapping[str, float]) -> list[float]:
    """The probability of each candidate, in their order; together they are 1. ``weights`` and ``found`` as in ``likeliest``."""
    scores = [math.fsum(weights.get(name, 0.0) * amount for name, amount in c.features.items()) for c in found]
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = math.fsum(odds)
    return [o / total for o in odds]


def as_narrow_as_sure(
    recorded: Sequence[Sequence[Hashable | None]], shares: Sequence[float], worth: Sequence[float]
) -> tuple[int, int] | None:
    """Which candidate to give, and down to which of its cells, so that right cells are most and wrong ones fewest.

    The probability of a cell is that of all candidates that are recorded by it: five mentions of one country speak for it together.

    Args:
        recorded: the cells of each candidate, from the widest to the narrowest; null where it has none.
        shares: the probability of each candidate.
        worth: the probability from which on each cell is worth giving.

    Returns:
        The number of the candidate (the likeliest of those with these cells) and of its last cell; null to give nothing.
    """
    likely: list[dict[Hashable, float]] = [defaultdict(float) for _ in worth]
    ranked = sorted(zip(shares, range(len(recorded)), strict=True), key=lambda r: (-r[0], r[1]))
    for share, number in ranked:
        for depth, cell in enumerate(recorded[number]):
            if cell is not None:
                likely[depth][cell] += share
    best, most = None, 0.0
    for _, number in ranked:
        gain = 0.0
        for depth, cell in enumerate(recorded[number]):
            if cell is not None:
                gain += likely[depth][cell] - worth[depth]
                if gain > most:
                    best, most = (number, depth), gain
    return best
