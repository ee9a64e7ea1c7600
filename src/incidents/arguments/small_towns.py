"""Names of small towns and villages: where a name stands tells that it may be one, the table of the world's settlements where it lies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.gazetteer.villages import KIND_WORD
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer

_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "from", "around", "to", "into"})
_OTHERS = frozenset({"PERSON", "DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART", "MONEY", "PRODUCT"})
_WITHIN = re.compile(r",? (in|near|outside) (?:the )?")
SETTLEMENT = frozenset(
    [
        "city", "town", "township", "village", "county", "district", "port", "suburb", "settlement", "hamlet", "borough",
        "municipality", "neighbourhood", "neighborhood", "island", "prefecture", "region", "area",
    ]
)  # fmt: skip
"""What a place is that people live in."""


def may_be_town(chunk: Sequence[Token], unfit: Collection[str]) -> bool:
    """Whether capitalised words that nothing else gives away stand where the name of a town would, none of them ``unfit``."""
    if chunk[0].i == 0 or describes(chunk):
        return False
    before = chunk[0].nbor(-1)
    after = chunk[-1].nbor(1) if chunk[-1].i + 1 < len(chunk[-1].doc) else None
    return (
        before.lower_ in _PREPOSITIONS
        and before.pos_ in {"ADP", "SCONJ"}
        and not any(t.ent_type_ in _OTHERS or t.lower_ in unfit for t in chunk)
        and (after is None or not (after.text[:1].isupper() or after.like_num or after.text in {"-", "’s", "'s"}))
    )


def describes(chunk: Sequence[Token]) -> bool:
    """Whether a name only describes the noun after it, which is no word for a settlement: "in Macka park"."""
    last = chunk[-1]
    return (
        last.dep_ in {"compound", "nmod", "amod"}
        and last.head.i > last.i
        and last.head.lemma_.lower() not in SETTLEMENT
    )


def in_a_known_one(name: NameMention, known: Sequence[NameMention], text: str) -> bool:
    """Whether a name is told to lie in a division or county, or near a town: "at Okitipupa in Ondo State"."""
    after = next((n for n in known if n.start >= name.end), None)
    if after is None or after.country is None:
        return False
    gap = _WITHIN.fullmatch(text, name.end, after.start)
    wide = after.kind == "admin1" or after.label in {"PROVINCE", "COUNTY", "DISTRICT"}
    return gap is not None and (wide if gap[1] == "in" else after.label == "PLACE")


def small_town(name: NameMention, known: Sequence[NameMention], gazetteer: Gazetteer) -> NameMention | None:
    """The name with the division that it lies in, if it is that of a small town of a country which the names of its text tell."""
    among = [n for n in known if n.country == name.country] if name.country is not None else known
    place = gazetteer.village(KIND_WORD.sub("", name.text), among)
    if place is None or (name.admin1_code is not None and place.division != name.admin1_code):
        return None
    return replace(
        name,
        country=place.country,
        admin1_code=place.division or None,
        latitude=place.latitude,
        longitude=place.longitude,
        reason=f"{name.reason}: a small town of {place.country}",
    )
