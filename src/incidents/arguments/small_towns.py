"""Names of small towns and villages: where a name stands tells that it may be one, the table of the world's settlements where it lies."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.word_lists import word_list
from incidents.gazetteer.villages import KIND_WORD
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.gazetteer import Gazetteer

_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "from", "around", "to", "into"})
_BESIDE = frozenset({"in", "at", "near", "outside", "around"})  # hardly ever said of people
_NEVER = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY"})
_OTHERS = _NEVER | {
    "PERSON",
    "NORP",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "PRODUCT",
}  # a small model guesses, where it knows no name
_AIMED = frozenset(
    """look shoot fire aim shout yell laugh smile point throw swear stare glance scream wave spit hurl anger rage fury
    believe trust confide faith confidence belief interest""".split()  # noqa: SIM905 (a list of this length reads better so)
)  # "shot at Petrov", "faith in Lenin"
#: What stands in a paper or is done with one: "a report in Forbes", "he wrote in Pravda".
_PRINTED = word_list("printed")
#: Countries whose small towns are called like the people of any English text.
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
_OF_PLACES = frozenset(
    """resident villager inhabitant townspeople people miner outskirt outskirts edge centre center street mayor commune parish
    station court hospital harbour harbor pier railway population authority dweller native""".split()  # noqa: SIM905 (as above)
)  # "the miners of Valias", "the district court of Mogocha"
_HOUSES = frozenset(
    """camp mine colliery quarry pit shaft prison jail colony barracks plant mill works factory sawmill smelter refinery foundry
    brewery brickworks clinic station depot crossing checkpoint dam estate branch pier shipyard shelter market""".split()  # noqa: SIM905 (as above)
)  # sites that bear the name of the town that they are in: "the Tyrma camp"
_NO_TOWNS = frozenset(
    {"NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}
)  # never a place, not even where one would stand
_OWNS = frozenset({"’s", "'s", "’", "'", "-", "&"})
#: What lies or happens at a place and hardly ever at a firm: "a beach at Yoff", "a strip at Maleme".
_SPOTS = word_list("spots")
_WITHIN = re.compile(r",? (in|near|outside) (?:the )?")
SMALL = "a small town"
SETTLEMENT = frozenset(
    [
        "city", "town", "township", "village", "county", "district", "port", "suburb", "settlement", "hamlet", "borough",
        "municipality", "neighbourhood", "neighborhood", "island", "prefecture", "region", "area",
    ]
)  # fmt: skip
"""What a place is that people live in."""

#: Which part of a country, not what a place is called: "in East Germany", "in Upper Egypt".
PART_OF_COUNTRY = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern
    southeastern southwestern central upper lower middle inner outer greater inland mainland mid far near old new post former""".split()  # noqa: SIM905 (as above)
)
#: What is one of several at a site or in an army, capitalised with its number or name: "in Pit 2", "from Taechon Air Base".
NUMBERED = frozenset(
    """pit shaft mine quarry adit gallery level drift seam sector zone ward line hall tower berth pier dock terminal hangar wing cell furnace
    kiln reactor boiler workshop shop plant factory mill works workplace site plot lot pavilion compartment section phase team group brigade
    platoon company battalion regiment division corps squadron base airbase airfield barracks garrison post outpost checkpoint camp colony
    kwanliso kyohwaso prison jail dormitory hostel barrack container article chapter paragraph room building block gate floor unit track
    platform tunnel bridge warehouse depot yard shipyard store house school hospital clinic hotel restaurant embassy consulate
    ministry office bureau department farm ranch market bazaar grade class shed hut cabin trailer hold silo bunker canteen kitchen
    greenhouse laundry ferry vessel bus truck car carriage wagon""".split()  # noqa: SIM905 (as above)
)
#: What a town has many of, as the last word of a name or the first: "in Harbour Plaza", "in Jalan Ampang".
_LAST_OF_STREET, _FIRST_OF_STREET = word_list("last_of_street"), word_list("first_of_street")


def names_no_town(chunk: Sequence[Token]) -> bool:
    """Whether capitalised words are part of a country, a site or unit by its kind, or a street: "East" Germany, "Pit" 2, "Harbour Plaza"."""
    if len(chunk) > 1 and (chunk[-1].lower_ in _LAST_OF_STREET or chunk[0].lower_ in _FIRST_OF_STREET):
        return True
    return chunk[-1].lower_ in NUMBERED or all(t.lower_ in PART_OF_COUNTRY or t.text == "-" for t in chunk)


def may_be_town(chunk: Sequence[Token], unfit: Collection[str]) -> bool:
    """Whether capitalised words that nothing else gives away stand where the name of a town would, none of them ``unfit``."""
    if chunk[0].i == 0 or names_no_town(chunk) or any(t.ent_type_ in _NEVER or t.lower_ in unfit for t in chunk):
        return False
    before = chunk[0].nbor(-1)
    if describes(chunk):
        honoured = len(chunk) > 1 and any(t.ent_type_ == "PERSON" for t in chunk)  # "the Karl Marx colliery"
        return not honoured and before.lower_ == "the" and chunk[-1].head.lemma_.lower() in _HOUSES
    after = chunk[-1].nbor(1) if chunk[-1].i + 1 < len(chunk[-1].doc) else None
    if after is not None and (after.text[:1].isupper() or after.like_num or after.text in {"-", "’s", "'s"}):
        return False
    if before.lower_ == "of" and before.i:
        return before.nbor(-1).lemma_.lower() in _OF_PLACES
    return before.lower_ in _PREPOSITIONS and (before.is_sent_start or before.pos_ in {"ADP", "SCONJ"})


def must_be_town(chunk: Sequence[Token], sites: Collection[str]) -> bool:
    """Whether words that the model may take for a person or firm stand where only a place would: "the camp at Alonka", "in Por Senchey".

    Args:
        sites: nouns of what stands somewhere.
    """
    before = chunk[0].nbor(-1) if chunk[0].i else None
    if (
        before is None
        or before.lower_ not in {"at", "in"}
        or len(chunk) > 3
        or names_no_town(chunk)
        or describes(chunk)
    ):
        return False
    if any(t.ent_type_ in _NEVER | _NO_TOWNS or t.is_upper or t.like_num for t in chunk):
        return False
    after = chunk[-1].nbor(1) if chunk[-1].i + 1 < len(chunk[-1].doc) else None
    if after is not None and (after.text[:1].isupper() or after.like_num or after.lower_ in _OWNS):
        return False
    if before.lower_ == "in":
        return before.pos_ == "ADP" and before.head.lemma_.lower() not in _AIMED | _PRINTED
    noun = before.nbor(-1).lemma_.lower() if before.i else ""
    return noun in sites or noun in _SPOTS


def guessed_other(chunk: Sequence[Token]) -> bool:
    """Whether the model takes a name for that of something else than a place."""
    return any(t.ent_type_ in _OTHERS for t in chunk)


def beside(chunk: Sequence[Token]) -> bool:
    """Whether the words before a name are said of places and hardly ever of people: "at Tyrma", but not "shot at Petrov"."""
    before = chunk[0].nbor(-1)
    if before.lower_ == "of":
        return True
    if before.lower_ not in _BESIDE:
        return before.lower_ == "the" and describes(chunk)
    return before.head.lemma_.lower() not in _AIMED


def describes(chunk: Sequence[Token]) -> bool:
    """Whether a name only describes the noun after it, which is no word for a settlement: "in Macka park"."""
    last = chunk[-1]
    return (
        last.dep_ in {"compound", "nmod", "amod"}
        and last.head.i > last.i
        and last.head.lemma_.lower() not in SETTLEMENT
    )


def in_a_known_one(name: NameMention, known: Sequence[NameMention], text: str, *, sure: bool = True) -> bool:
    """Whether a name is told to lie in a division or county, or near a town: "at Okitipupa in Ondo State".

    One that is not ``sure`` may be a person's, who is near a town, but hardly in a division.
    """
    after = next((n for n in known if n.start >= name.end), None)
    if after is None or after.country is None:
        return False
    gap = _WITHIN.fullmatch(text, name.end, after.start)
    wide = after.kind == "admin1" or after.label in {"PROVINCE", "COUNTY", "DISTRICT"}
    return gap is not None and (wide if gap[1] == "in" else sure and after.label == "PLACE")


def small_town(
    name: NameMention, known: Sequence[NameMention], gazetteer: Gazetteer, *, sure: bool = True
) -> NameMention | None:
    """The name with the division that it lies in, if it is that of a small town of a country which the names of its text tell.

    One that is not ``sure`` may be a person's: then neither a surname will do nor a town of an English-speaking country.
    """
    among = [n for n in known if n.country == name.country] if name.country is not None else known
    place = gazetteer.village(KIND_WORD.sub("", name.text), among)
    if place is None or (name.admin1_code is not None and place.division != name.admin1_code):
        return None
    if not sure and (place.country in _ENGLISH or gazetteer.is_surname(name.text)):
        return None
    return replace(
        name,
        country=place.country,
        admin1_code=place.division or None,
        latitude=place.latitude,
        longitude=place.longitude,
        reason=f"{name.reason}: {SMALL} of {place.country}",
    )


def without_towns(firms: Sequence[NameMention], places: Sequence[NameMention]) -> list[NameMention]:
    """The names of firms but for those that stand for a small town wherever the text has them: "loggers at Gorin"."""
    towns = {(p.start, p.end) for p in places if p.label == "PLACE" and SMALL in p.reason}
    kept = {f.canonical for f in firms if (f.start, f.end) not in towns}
    return [f for f in firms if f.canonical in kept]
