"""Choosing incidents of a dataset by type, place and time."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

import pandas as pd

from incidents.errors import UsageError
from incidents.tables.read import Dataset

PLACE_COLUMNS = ("place", "admin1", "facility", "company")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; a part that is empty or null keeps everything.

    ``types`` are event types; ``place`` is looked for, without regard to case and accents, in place, division, site
    and company; ``country`` is ISO 3166-1 alpha-2; ``since`` and ``until`` keep what may lie in between, so an
    incident without a date is left out by either.
    """

    types: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


def select(dataset: Dataset, wanted: Selection) -> pd.DataFrame:
    """The incidents that fit, with ``source_path`` of their report as a last column, in the order of the table.

    Raises ``UsageError`` for an event type that the dataset does not have.
    """
    paths = dataset.documents.set_index("doc_id").source_path
    frame = dataset.incidents.assign(source_path=dataset.incidents.doc_id.map(paths))
    keep = pd.Series(True, index=frame.index)
    if wanted.types:
        known = sorted(frame.event_type.dropna().unique())
        if unknown := sorted(set(wanted.types) - set(known)):
            raise UsageError(f"no incident of type {', '.join(unknown)}; the dataset has {', '.join(known) or 'none'}")
        keep &= frame.event_type.isin(wanted.types)
    if wanted.country:
        keep &= (frame.country == wanted.country.upper()).fillna(False)
    if wanted.place:
        words = _plain(wanted.place)
        keep &= pd.Series(
            [_mentions(row, words) for row in frame[list(PLACE_COLUMNS)].itertuples(index=False)], keep.index
        )
    if wanted.since:
        keep &= frame.date_end >= pd.Timestamp(wanted.since)
    if wanted.until:
        keep &= frame.date_start <= pd.Timestamp(wanted.until)
    return frame[keep.astype(bool)].reset_index(drop=True)


def _mentions(cells: tuple[object, ...], words: str) -> bool:
    return any(words in _plain(cell) for cell in cells if isinstance(cell, str))


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
