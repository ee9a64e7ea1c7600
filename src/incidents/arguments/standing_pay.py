"""Whether pay that was owed or taken was missing for one stated period, or is kept by a lasting system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incidents.annotate import Sentence
    from incidents.arguments.clues import Clues
    from incidents.model import DateMention

BOUNDED = frozenset({"day", "week", "month", "season", "range"})
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter|New Year)", re.I)
REPEATED = re.compile(
    r"\b(?:every|each) (?:month|week|year|pay ?day|quarter|time)\b|\bper (?:month|year|head and month)\b", re.I
)
SHARED = re.compile(
    r"\b(?:most|much|the bulk|the majority|the lion['’]s share|(?:nearly|almost) all|all but \w+"
    r"|(?:the|an?) (?:\w+ )?(?:part|share|portion|slice|cut|percentage|proportion|chunk))"
    r" of (?:their|his|her|its|the|what|each|every|these|those|an?)\b[^.;]{0,60}\b(?:wage|pay|salar|earn|income)",
    re.I,
)
"""A share of pay that nobody counts: "the greater part of their wages", "a large cut of what the men earn"."""


def is_standing(leaning: str | None, clues: Clues, sentence: Sentence) -> bool:
    """Whether a mention tells of a standing share, quota or custom rather than of pay missing for one stated period.

    ``leaning`` is what the pattern says (``specific`` for pay that was not handed out, else null). See the codebook's
    rulings on unpaid and partly withheld pay.
    """
    dated = any(_bounded(d) for d in clues.dates)
    if leaning == "specific":
        return clues.habitual and not dated
    if REPEATED.search(sentence.text):
        return True
    first = clues.money[0] if clues.money else None
    if first is not None and first.per in {"day", "month", "year"}:
        return True
    if first is not None and first.percent is not None:
        return not dated
    return (clues.habitual or SHARED.search(sentence.text) is not None) and not dated


def _bounded(date: DateMention) -> bool:
    """Whether a date bounds a period of missing pay: days to seasons, not whole years ("from 2010 to 2012")."""
    if date.start is None or date.end is None:
        return MONTH.search(date.text) is not None  # "from May to August" of a year that nobody tells
    years = (date.start.month, date.start.day, date.end.month, date.end.day) == (1, 1, 12, 31)
    return date.precision in BOUNDED and not (date.precision == "range" and years)
