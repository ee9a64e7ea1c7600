"""Reads a dataset folder back as DataFrames with the types that notebooks want."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from incidents.errors import NoDataset
from incidents.tables.schema import SCHEMA_VERSION, TABLES
from incidents.tables.write import MANIFEST, table_path

_NULLABLE = {pa.int64(): pd.Int64Dtype()}


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """The five tables of a run as DataFrames, and its manifest ``run``.

    Counts are nullable ``Int64``, dates ``datetime64[ms]``, closed vocabularies categories; null means that the
    report does not say.
    """

    incidents: pd.DataFrame
    documents: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    values: pd.DataFrame
    run: dict[str, Any]

    def trace(self, incident_id: str) -> pd.DataFrame:
        """Where each value of one incident was read: one row a field, with the words and their offsets."""
        return self.values[self.values.incident_id == incident_id].drop(columns="incident_id").reset_index(drop=True)


def read(out: str | Path) -> Dataset:
    """The dataset in folder ``out``, as ``incidents run`` wrote it.

    Raises ``NoDataset`` when a table is missing or was written with another schema version.
    """
    folder = Path(out)
    frames = {spec.name: _frame(folder, spec.name) for spec in TABLES}
    manifest = folder / MANIFEST
    run: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
    return Dataset(**frames, run=run)


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A table as a DataFrame with nullable counts and proper dates."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=_NULLABLE.get, date_as_object=False)
    return frame


def _frame(folder: Path, name: str) -> pd.DataFrame:
    path = table_path(folder, name)
    if not path.exists():
        raise NoDataset(f"{folder} holds no {name}.parquet: make one with “incidents run PATH... --out {folder}”")
    table = pq.read_table(path)
    version = (table.schema.metadata or {}).get(b"schema_version", b"none").decode()
    if version != SCHEMA_VERSION:
        raise NoDataset(f"{path} has schema version {version}, this program reads {SCHEMA_VERSION}: run it again")
    return to_frame(table)
