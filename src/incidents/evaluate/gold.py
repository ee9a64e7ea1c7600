"""Gold labels: what a reader of the reports says is in them, typed and checked when they are read.

A gold folder holds reports and one or more ``labels*.jsonl`` with one object a report; dates of reports that carry none
stand in a ``metadata.csv`` beside them, which the loader reads like any other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from incidents.errors import IncidentsError
from incidents.model import Completion, Factuality, Granularity

LABELS = "labels*.jsonl"
Bounds = tuple[float | None, float | None]
"""Fewest and most; null is an open end."""


class BadGold(IncidentsError):
    """Labels that cannot be used; the message names file, line and what is wrong there."""


class GoldAmount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Money owed or taken (``currency`` is ISO 4217), or a share of pay as ``percent``, 0 to 100."""

    min: float | None = None
    max: float | None = None
    currency: str | None = None
    per: Literal["day", "month", "year", "total"] | None = None
    percent: float | None = None


class GoldIncident(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One labelled incident. Names are lists of accepted spellings; null means that the report does not say.

    ``optional`` marks a borderline case: finding it is no error, missing it is none either.
    """

    id: str
    type: str
    granularity: Granularity
    factuality: Factuality
    completion: Completion
    anchors: tuple[str, ...]
    accept_types: tuple[str, ...] = ()
    optional: bool = False
    event_key: str | None = None
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    country: str | None = None
    admin1_code: str | None = None
    place: tuple[str, ...] | None = None
    facility: tuple[str, ...] | None = None
    facility_type: str | None = None
    company: tuple[str, ...] | None = None
    participants: Bounds | None = None
    killed: Bounds | None = None
    injured: Bounds | None = None
    amount: GoldAmount | None = None
    attribution: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if not self.anchors:
            raise ValueError("an incident needs at least one anchor")
        if (self.date_start is None) != (self.date_end is None):
            raise ValueError("date_start and date_end go together: both or neither")

    @property
    def types(self) -> tuple[str, ...]:
        """The types that count as right."""
        return (self.type, *self.accept_types)


class GoldReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The labels of one report. ``doc_id`` is its file name without suffix; ``published`` is as precise as known."""

    doc_id: str
    incidents: tuple[GoldIncident, ...]
    published: str | None = None
    held_out: bool = False


def read_gold(where: Path) -> tuple[GoldReport, ...]:
    """The labels in a folder's ``labels*.jsonl``, or of one such file, in the order in which they stand.

    Raises ``BadGold``: no labels there, a line that does not follow the format, or a report labelled twice.
    """
    reports: dict[str, GoldReport] = {}
    for path in label_files(where):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            report = _report(line, f"{path.name}:{number}")
            if report.doc_id in reports:
                raise BadGold(f"{path.name}:{number}: {report.doc_id} is labelled twice")
            reports[report.doc_id] = report
    if not reports:
        raise BadGold(f"{where}: the label files are empty")
    return tuple(reports.values())


def label_files(where: Path) -> tuple[Path, ...]:
    """The label files of a gold folder, by name; raises ``BadGold`` if there is none."""
    if where.is_file():
        return (where,)
    found = tuple(sorted(where.glob(LABELS)))
    if not found:
        raise BadGold(f"{where}: no {LABELS} there; name a folder of reports with their labels")
    return found


def report_files(where: Path, reports: Iterable[GoldReport]) -> tuple[Path, ...]:
    """The labelled reports' files, of any format, beside the labels; raises ``BadGold`` naming those not found."""
    folder = where.parent if where.is_file() else where
    by_stem: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix not in {".jsonl", ".csv"}:
            by_stem.setdefault(path.stem, path)
    wanted = [report.doc_id for report in reports]
    absent = [name for name in wanted if name not in by_stem]
    if absent:
        more = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
        raise BadGold(f"{folder}: no report {absent[0]}.*{more}; every labelled report has to lie beside its labels")
    return tuple(by_stem[name] for name in wanted)


def _report(line: str, where: str) -> GoldReport:
    try:
        return msgspec.json.decode(line, type=GoldReport)
    except msgspec.DecodeError as error:
        raise BadGold(f"{where}: {error}") from None
