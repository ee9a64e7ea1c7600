"""Gathers the reports' rows into whole tables, in an order that does not depend on how they arrived."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import pyarrow as pa

from incidents.ids import LENGTH
from incidents.tables.rows import ReportTables, storage_schema
from incidents.tables.schema import INCIDENTS, TABLES, WORD, TableSpec

ID_COLUMNS = ("incident_id", "mention_id")  # the loader has already seen to doc_id


def assemble(parts: Iterable[ReportTables], clusters: Mapping[str, str]) -> dict[str, pa.Table]:
    """Whole tables by name, rows by source path and then position in the text.

    ``clusters`` maps incident ids to cluster ids; an incident that it does not name is a cluster of its own. When one
    text came in twice, the second copy's rows get ids of their own, so that ids stay unique, and the first's clusters.
    """
    ordered = sorted(parts, key=lambda part: (part.source_path, part.doc_id))
    seen: dict[str, int] = {}
    batches: dict[str, list[pa.RecordBatch]] = {spec.name: [] for spec in TABLES}
    for part in ordered:
        identity = part.text_digest or part.doc_id
        copy = seen[identity] = seen.get(identity, -1) + 1
        for spec in TABLES:
            batch = part.batches[spec.name]
            if spec is INCIDENTS and batch.num_rows:
                batch = _cluster(batch, clusters)
            batches[spec.name].append(_renamed(batch, copy) if copy and batch.num_rows else batch)
    return {spec.name: _whole(spec, batches[spec.name]) for spec in TABLES}


def _cluster(batch: pa.RecordBatch, clusters: Mapping[str, str]) -> pa.RecordBatch:
    ids = batch.column("incident_id").to_pylist()
    position = batch.schema.get_field_index("cluster_id")
    return batch.set_column(position, "cluster_id", pa.array([clusters.get(i, i) for i in ids], pa.string()))


def _renamed(batch: pa.RecordBatch, copy: int) -> pa.RecordBatch:
    for name in ID_COLUMNS:
        position = batch.schema.get_field_index(name)
        if position >= 0:
            renamed = [_copy_id(i, copy) for i in batch.column(position).to_pylist()]
            batch = batch.set_column(position, name, pa.array(renamed, pa.string()))
    return batch


def _copy_id(identifier: str | None, copy: int) -> str | None:
    return identifier and hashlib.sha256(f"{identifier}\x1f{copy}".encode()).hexdigest()[:LENGTH]


def _whole(spec: TableSpec, batches: list[pa.RecordBatch]) -> pa.Table:
    table = pa.Table.from_batches(batches, storage_schema(spec)).combine_chunks()
    for position, column in enumerate(spec.columns):
        if column.type == WORD:
            words = table.column(position).combine_chunks().dictionary_encode()
            table = table.set_column(position, column.name, words)
    return table.cast(spec.schema)
