"""Keeping the gazetteer: finding mistakes in it, adding rows, proposing rows for names that it lacks."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from incidents.errors import PatternError
from incidents.gazetteer.entries import COLUMNS, LABELS, Entry, read_entries, read_rows
from incidents.gazetteer.gazetteer import Gazetteer
from incidents.gazetteer.skeleton import fold
from incidents.model import NameMention

# A place lies within this of the county's or city's own point; North Korea's largest county is some 70 km across.
_FAR_KM = 80.0
_HOLDERS = ("county", "city", "district")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: the ids concerned, a rule (``duplicate``, ``collision``, ``far``, ``division``) and why."""

    rule: str
    ids: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that texts use and the gazetteer lacks: how often, its kind by its form, and the country it stood in."""

    name: str
    kind: str
    country: str
    count: int


def lint(entries: Mapping[str, Entry]) -> list[Finding]:
    """Everything doubtful in the entries, by rule and id; empty when all is well."""
    own = [entry for entry in entries.values() if not entry.id.startswith("geonames:") and entry.kind != "country"]
    found = [*_duplicates(own), *_collisions(own)]
    for entry in own:
        parent = entries.get(entry.parent)
        if parent is None:
            continue
        if parent.admin1_code and entry.admin1_code and parent.admin1_code != entry.admin1_code:
            message = (
                f"{entry.name} is in {entry.admin1_code}, but {parent.name}, which holds it, in {parent.admin1_code}"
            )
            found.append(Finding("division", (entry.id, parent.id), message))
        km = distance_km(entry, parent)
        if parent.kind in _HOLDERS and km is not None and km > _FAR_KM:
            found.append(Finding("far", (entry.id, parent.id), f"{entry.name} lies {km:.0f} km from {parent.name}"))
    return sorted(found, key=lambda finding: (finding.rule, finding.ids))


def _duplicates(entries: Iterable[Entry]) -> list[Finding]:
    groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entry in entries:
        groups[fold(entry.name), entry.kind, entry.parent].append(entry.id)
    return [
        Finding("duplicate", tuple(sorted(ids)), f"{len(ids)} rows name one {kind} {name!r} in {parent or 'nothing'}")
        for (name, kind, parent), ids in groups.items()
        if len(ids) > 1
    ]


def _collisions(entries: Iterable[Entry]) -> list[Finding]:
    groups: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for entry in entries:
        for name in (entry.name, entry.hangul, *entry.aliases):
            if name:
                groups[fold(name), LABELS.get(entry.kind, "FACILITY")][entry.id] = None
    return [
        Finding("collision", tuple(sorted(ids)), f"{name!r} names {len(ids)} things of the sort {label}")
        for (name, label), ids in groups.items()
        if len(ids) > 1
    ]


def distance_km(one: Entry, two: Entry) -> float | None:
    """Great-circle distance in kilometres; null when either has no point."""
    if one.latitude is None or one.longitude is None or two.latitude is None or two.longitude is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (one.latitude, one.longitude, two.latitude, two.longitude))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def add(path: Path, entry: Entry) -> None:
    """Append an entry to a gazetteer file, made if need be; raises PatternError if the folder is then wrong."""
    new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    before = "" if new else path.read_text(encoding="utf-8")
    if not new:
        read_rows(path, COLUMNS)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        elif before and not before.endswith("\n"):
            file.write("\n")
        writer.writerow(row(entry))
    try:
        read_entries(path.parent)
    except PatternError:
        if new:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8", newline="")
        raise


def row(entry: Entry) -> list[str]:
    """The cells of an entry in the order of the columns."""
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    values |= {"aliases": "|".join(entry.aliases), "admin1": entry.admin1_code}
    return ["" if values[column] is None else str(values[column]) for column in COLUMNS]


def suggest(gazetteer: Gazetteer, texts: Iterable[str], *, at_least: int = 2) -> list[Suggestion]:
    """Names in the texts that have the form of a facility, camp or company and no entry, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    countries: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        for mention in gazetteer.find(text):
            if mention.entity_id is None and mention.canonical:
                key = _plain(mention), mention.kind or ""
                counts[key] += 1
                countries[key][mention.country or ""] += 1
    return [
        Suggestion(name, kind, min(countries[name, kind].items(), key=lambda item: (-item[1], item[0]))[0], count)
        for (name, kind), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= at_least
    ]


def _plain(mention: NameMention) -> str:
    return re.sub(r"^(?:the|a|an) ", "", mention.canonical or "", flags=re.IGNORECASE)
