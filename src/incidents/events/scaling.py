"""How much one feature counts among many: training and extraction must agree on it."""

from __future__ import annotations

import math


def scale_of(known: int) -> float:
    """The value that each of ``known`` features has, so that a long sentence does not shout louder than a short one."""
    return 5 / math.sqrt(known) if known else 0.0


def gentle_scale_of(known: int) -> float:
    """The same, but a long sentence may say more: an event told in one clause of many must not be drowned."""
    return 1.7 / math.sqrt(math.sqrt(known)) if known else 0.0
