"""A dataset as the scorer sees it: report by report, the incidents with their evidence and where values were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from incidents.model import Span

if TYPE_CHECKING:
    import pandas as pd

    from incidents.tables.read import Dataset

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Predicted:
    """One incident of the dataset. ``row`` holds its cells by column name, null as None."""

    incident_id: str
    event_type: str
    quote: Span
    quotes: tuple[Span, ...]
    row: Row = field(repr=False)

    def bounds(self, name: str) -> tuple[float | None, float | None]:
        """The cells ``<name>_min`` and ``<name>_max``."""
        return self.row.get(f"{name}_min"), self.row.get(f"{name}_max")


@dataclass(frozen=True, slots=True)
class PredictedReport:
    """One report's text and what was read from it. ``values`` are rows of the values table by incident and field."""

    doc_id: str
    text: str = field(repr=False)
    incidents: tuple[Predicted, ...] = ()
    mentions: tuple[Row, ...] = field(default=(), repr=False)
    values: Mapping[tuple[str, str], Row] = field(default_factory=dict, repr=False)


def predicted_reports(dataset: Dataset) -> dict[str, PredictedReport]:
    """The reports of a dataset by file name without suffix; of two files of one name the first counts."""
    incidents = _grouped(dataset.incidents, "doc_id")
    mentions = _grouped(dataset.mentions, "doc_id")
    values = _grouped(dataset.values, "incident_id")
    found: dict[str, PredictedReport] = {}
    for document in _rows(dataset.documents):
        stem = PurePosixPath(document["source_path"]).name.rsplit(".", 1)[0]
        if stem in found:
            continue
        own = tuple(_incident(row) for row in incidents.get(document["doc_id"], ()))
        read = {
            (incident.incident_id, value["field"]): value
            for incident in own
            for value in reversed(values.get(incident.incident_id, ()))  # the first value of a field is the one written
        }
        found[stem] = PredictedReport(stem, document["text"], own, tuple(mentions.get(document["doc_id"], ())), read)
    return found


def _incident(row: Row) -> Predicted:
    best = Span(row["quote_start"], row["quote_end"])
    quotes = tuple(Span(int(q["start"]), int(q["end"])) for q in row["quotes"]) if row["quotes"] is not None else ()
    return Predicted(row["incident_id"], row["event_type"], best, quotes or (best,), row)


def _grouped(frame: pd.DataFrame, column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in _rows(frame):
        groups.setdefault(row[column], []).append(row)
    return groups


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): _cell(cell) for name, cell in row.items()} for row in frame.to_dict("records")]


def _cell(cell: Any) -> Any:
    """A cell as a plain Python value: no NaN, NaT or NA, and days as dates."""
    import pandas as pd

    if hasattr(cell, "tolist") and not isinstance(cell, pd.Timestamp):
        cell = cell.tolist()
    if isinstance(cell, list | tuple | dict):
        return cell
    if pd.isna(cell):
        return None
    return cell.date() if isinstance(cell, pd.Timestamp) else cell
