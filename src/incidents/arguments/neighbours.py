"""Located names that stand beside another one and share what is said of it; how narrow a located name is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.bearing_words import FRONTIER
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page


def level(name: NameMention) -> int | None:
    """How narrow a located name is: 0 country, 1 first-level division, 2 settlement, 3 site; null for anything else."""
    if name.kind == "restaurant" and name.entity_id is None:
        return None  # called after a place, seldom in it
    if name.kind == "country":
        return 0
    if name.kind == "region" and name.country is not None and not FRONTIER.search(name.canonical or name.text):
        return 0 if name.admin1_code is None else 1
    if name.kind == "admin1" or name.label == "PROVINCE":
        return 1
    if name.label in {"PLACE", "COUNTY", "DISTRICT"}:
        return 2
    if name.label in {"FACILITY", "CAMP"} and name.country is not None:
        return 3
    return None


def previous_place(page: Page, name: NameMention) -> NameMention | None:
    """A narrower located name right before this one, parted by a comma only."""
    for other in page.names:
        if (
            other.end <= name.start
            and re.fullmatch(
                r"(?:(?: [A-Z][a-z]+){1,3},)?,?\s+(?:in\s+|also in\s+)?(?:the\s+)?(?:\w+\s+)?(?:province of\s+)?",
                page.text[other.end : name.start],
            )
            and level(other) is not None
        ) and (level(other) or 0) > (level(name) or 0):
            return other
    return None


def wider_before(page: Page, name: NameMention) -> NameMention | None:
    """A division or country right before a narrower place in it, parted by "near" or "close to"."""
    for other in page.names:
        gap = page.text[other.end : name.start] if other.end <= name.start else ""
        if re.fullmatch(
            r"[’']?s?(?: province| region)?,? (?:near|close to|outside|not far from) (?:the (?:city|town) of )?", gap
        ):
            mine, theirs = level(name), level(other)
            if mine is not None and theirs is not None and theirs < mine and other.country == name.country:
                return other
    return None


def listed_after(page: Page, name: NameMention) -> NameMention | None:
    """A located name that this one is listed after with "and" or "or"."""
    for other in page.names:
        if (
            other.end <= name.start
            and level(other) is not None
            and re.fullmatch(
                r",?\s+(?:and|or)\s+(?:in\s+)?(?:the (?:\w+ ){0,2}(?:city|town|port|county|province) of )?",
                page.text[other.end : name.start],
            )
        ):
            return other
    return None
