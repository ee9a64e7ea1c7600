"""Keeping the gazetteer: finding mistakes in it, adding rows, proposing rows for names that it lacks."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from incidents.errors import PatternError
from incidents.gazetteer.entries import COLUMNS, LABELS, PLACE_KINDS, Entry, read_entries, read_rows
from incidents.gazetteer.skeleton import fold

# A place lies within this of the county's or city's own point; North Korea's largest county is some 70 km across.
_FAR_KM = 80.0
_HOLDERS = ("county", "city", "district")
#: Rules whose findings are mistakes; the others are worth a look.
MISTAKES = frozenset(("duplicate", "division", "far", "point"))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: the ids concerned, a rule (one of MISTAKES, or ``collision``) and why."""

    rule: str
    ids: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that resolved to nothing: its words, label, the country it stood in ("": unknown), its sentence."""

    text: str
    label: str
    country: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that texts use and the gazetteer lacks: label, country, how often, and the sentences it stood in."""

    name: str
    label: str
    country: str
    count: int
    examples: tuple[str, ...]


def lint(entries: Mapping[str, Entry]) -> list[Finding]:
    """Everything doubtful in the entries, by rule and id; empty when all is well."""
    own = [entry for entry in entries.values() if not entry.derived]
    found = [*_duplicates(own), *_collisions(own)]
    for entry in own:
        if entry.kind in PLACE_KINDS and entry.precision == "place" and entry.latitude is None:
            found.append(Finding("point", (entry.id,), f"{entry.name} has the precision 'place', but no point"))
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


def add(path: Path, entry: Entry, check: Callable[[], object] | None = None) -> None:
    """Append an entry to a gazetteer file, made if need be.

    Raises PatternError, and leaves the file as it was, if ``check`` (by default: reading its folder) then does.
    """
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
        if check is None:
            read_entries(path.parent)
        else:
            check()
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


def suggest(names: Iterable[Unknown], *, at_least: int = 2) -> list[Suggestion]:
    """Names that resolve to nothing, the most frequent first; those used fewer than ``at_least`` times are left out.

    Spellings that differ in case, an article or a possessive count as one, under the spelling used most.
    """
    groups: defaultdict[str, list[Unknown]] = defaultdict(list)
    for name in names:
        if key := fold(_plain(name.text)):
            groups[key].append(name)
    found = []
    for uses in groups.values():
        spelling, label, country = (
            _commonest(values)
            for values in ([_plain(n.text) for n in uses], [n.label for n in uses], [n.country for n in uses])
        )
        examples = tuple(dict.fromkeys(n.sentence for n in uses if n.sentence))
        found.append(Suggestion(spelling, label, country, len(uses), examples))
    return sorted((s for s in found if s.count >= at_least), key=lambda s: (-s.count, s.name))


def _commonest(values: Iterable[str]) -> str:
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def _plain(name: str) -> str:
    words = " ".join(name.split())
    return re.sub(r"^(?:the|a|an) |['’]s?$", "", words, flags=re.IGNORECASE)


def new_entry(
    entries: Mapping[str, Entry],
    *,
    kind: str,
    name: str,
    parent: str,
    source: str,
    id: str = "",
    hangul: str = "",
    aliases: tuple[str, ...] = (),
    point: tuple[float, float] | None = None,
    note: str = "",
) -> Entry:
    """An entry with what follows from its parent filled in: country, division, precision and, if none is given, an id.

    ``point`` is latitude and longitude in degrees. Raises PatternError if the parent is not among the entries.
    """
    holder = entries.get(parent)
    if holder is None:
        near = sorted(e.id for e in entries.values() if fold(e.name) == fold(parent))
        hint = f"; did you mean {', '.join(near[:3])}?" if near else "; incidents gazetteer lookup finds ids"
        raise PatternError(f"the parent {parent!r} is no id of the gazetteer{hint}")
    precision = (
        ("admin1" if holder.admin1_code else "country")
        if point is None
        else "place"
        if kind in PLACE_KINDS
        else "facility"
    )
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(name)))
    return Entry(
        id=id or f"{holder.id.lower().replace(':', '-') if kind in PLACE_KINDS else kind.replace('_', '-')}-{slug}",
        kind=kind,
        name=name,
        hangul=hangul,
        aliases=aliases,
        parent=holder.id,
        country=holder.country,
        admin1_code=holder.admin1_code,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        precision=precision,
        source=source,
        note=note,
    )
