"""For notebooks: one report in, its incidents out; and the tables of a run as DataFrames."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.errors import UsageError
from incidents.ids import LIKELY, confident, identify
from incidents.model import DateMention, Extraction, Incident, Mention, Published, Report
from incidents.run import Extractor, default_extractor

if TYPE_CHECKING:
    import pandas as pd

    from incidents.tables.read import Dataset


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one report. ``extraction`` holds everything; the properties are shortcuts into it."""

    extraction: Extraction

    @property
    def report(self) -> Report:
        """The report: its ``text`` is what all offsets point into; ``status`` and ``message`` say if it was read."""
        return self.extraction.report

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents, in the order of the pipeline."""
        return self.extraction.incidents

    @property
    def mentions(self) -> tuple[tuple[Mention, str | None], ...]:
        """Every event mention, kept or dropped, with the id of the incident that it states."""
        return self.extraction.mentions

    def to_frame(self) -> pd.DataFrame:
        """One row an incident, with the columns and types of ``incidents.parquet``, in text order."""
        return self._table("incidents")

    def values(self) -> pd.DataFrame:
        """One row a value: the words that it was read from, their offsets, and the rule that decided."""
        return self._table("values")

    def _table(self, name: str) -> pd.DataFrame:
        from incidents import tables
        from incidents.tables.read import to_frame

        return to_frame(tables.assemble([tables.tabulate(self.extraction)], {})[name])


def extract(
    text: str,
    published: dt.date | str | None = None,
    title: str | None = None,
    *,
    model: str | None = None,
    patterns: str | Path | None = None,
    min_confidence: float = LIKELY,
) -> Reading:
    """Read one report given as text.

    ``published`` (a date, or text such as "2024-03-04" or "2024-03") is what relative dates are resolved against;
    without it "on Monday" gives no date. ``model`` names a spaCy model, ``patterns`` a folder of pattern files; null
    means the built-in ones. Incidents whose confidence is below ``min_confidence`` (0 to 1) are left out; their mentions
    stay, with the reason ``low_confidence``. The pipeline is built on the first call and kept, so that later calls are quick.

    A text that is empty or not English gives no incidents; ``report.message`` says why. Raises ``UsageError`` for a
    ``published`` that is no date, ``ModelNotFound`` and ``PatternError``.
    """
    from incidents.load import read_report_text

    report: Report = read_report_text(text, published=_published(published))
    if title is not None:
        report = replace(report, title=title)
    if report.status != "ok":
        return Reading(Extraction(report))
    extraction = identify(pipeline(model, str(patterns) if patterns else None).extract(report))
    return Reading(confident(extraction, min_confidence))


def read(out: str | Path = "data/out") -> Dataset:
    """The dataset that ``incidents run`` wrote to folder ``out``; ``incidents.load`` is the same.

    Raises ``NoDataset`` if there is none.
    """
    from incidents.tables.read import read as read_tables

    return read_tables(out)


def find_dates(text: str, published: dt.date | str | None = None, *, unresolved: bool = False) -> list[DateMention]:
    """The calendar expressions of ``text`` with the inclusive interval that each denotes.

    ``published`` (a date, or text such as "2024-03-04") is what relative expressions count from; without it only
    expressions that need no such day are returned. ``unresolved`` adds those whose interval is not known ("recently"),
    with null ``start`` and ``end``. Raises ``UsageError`` for a ``published`` that is no date.
    """
    from incidents import dates

    return dates.find_dates(text, _published(published), unresolved=unresolved)


@cache
def pipeline(model: str | None = None, patterns: str | None = None) -> Extractor:
    """The extraction pipeline for these arguments, built once and kept."""
    return default_extractor(model, Path(patterns) if patterns else None)


def _published(given: dt.date | str | None) -> Published | None:
    from incidents.load import parse_published

    if given is None:
        return None
    if isinstance(given, dt.datetime):
        given = given.date()
    if isinstance(given, dt.date):
        return Published.of_day(given)
    published: Published | None = parse_published(given)
    if published is None:
        raise UsageError(f"published {given!r} is no date; write it as 2024-03-04, or 2024-03 for a month")
    return published
