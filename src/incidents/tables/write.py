"""Writes the tables and the manifest: the same rows give the same bytes, and a reader never sees half a dataset."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from incidents.errors import UsageError
from incidents.tables.schema import SCHEMA_VERSION, TABLES

MANIFEST = "run.json"
ROW_GROUP = 65_536
COMPRESSION = "zstd"
COMPRESSION_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a dataset: carried in the metadata of every table and in the manifest."""

    program_version: str
    model_name: str
    model_version: str
    patterns_digest: str

    def metadata(self) -> dict[str, str]:
        """The key–value metadata of every Parquet file."""
        return {
            "schema_version": SCHEMA_VERSION,
            "program_version": self.program_version,
            "model": self.model_name,
            "model_version": self.model_version,
            "patterns_digest": self.patterns_digest,
        }


def table_path(out: Path, name: str) -> Path:
    """Where a table of this name stands in a dataset folder."""
    return out / f"{name}.parquet"


def write(
    out: Path, tables: Mapping[str, pa.Table], provenance: Provenance, manifest: Mapping[str, object]
) -> list[Path]:
    """Write all tables and ``run.json`` into ``out`` (made if missing) and return their paths, manifest last.

    Each file is complete under a temporary name before any takes its final one. Raises ``UsageError`` when the
    folder cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        pending: list[tuple[Path, Path]] = []
        for spec in TABLES:
            target = table_path(out, spec.name)
            partial = target.with_suffix(".parquet.partial")
            _write_table(tables[spec.name].replace_schema_metadata(provenance.metadata()), partial)
            pending.append((partial, target))
        partial = out / f"{MANIFEST}.partial"
        partial.write_text(json.dumps(manifest, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
        pending.append((partial, out / MANIFEST))
        for source, target in pending:
            source.replace(target)
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror or error}") from error
    return [target for _, target in pending]


def _write_table(table: pa.Table, path: Path) -> None:
    pq.write_table(
        table,
        path,
        row_group_size=ROW_GROUP,
        compression=COMPRESSION,
        compression_level=COMPRESSION_LEVEL,
        version="2.6",
        data_page_version="1.0",
        use_dictionary=True,
        write_statistics=True,
    )
