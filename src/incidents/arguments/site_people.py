"""Whom a report speaks of, by which a bare camp, a barracks or a power station is one kind of site or another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incidents.annotate import Page

GULF = frozenset({"AE", "BH", "KW", "OM", "QA", "SA"})
LABOUR_CAMP = re.compile(r"(?:forced )?labou?r camp|training camp")
LABOUR = re.compile(r"\b(?:labou?r|work) camp", re.IGNORECASE)
PRISONERS = frozenset({"prisoner", "inmate", "gulag", "convict"})
SOLDIERS = frozenset({"soldier", "army", "troop", "military", "recruit", "conscript", "regiment"})
SPORTS = frozenset({"athlete", "coach", "player", "match", "tournament", "championship", "medal", "referee"})
WORKERS = frozenset({"worker", "laborer", "labourer", "builder", "migrant", "logger", "crew"})
BRIGADES = frozenset({"shock", "tunnel", "stormtrooper", "youth-brigade"})


def houses_migrants(page: Page) -> bool:
    """Whether a camp is where migrant workers are housed, as in the Gulf states, and no place of punishment."""
    gulf = any(name.country in GULF for name in page.names)
    return gulf and bool(page.lemmas & WORKERS) and not page.lemmas & PRISONERS
