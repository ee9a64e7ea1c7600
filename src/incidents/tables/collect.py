"""Gathers the reports' rows into whole tables, in an order that does not depend on how they arrived."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from incidents.ids import LENGTH
from incidents.tables.rows import ReportTables, storage_schema, unpack
from incidents.tables.schema import INCIDENTS, TABLES, WORD, TableSpec

BLOCK = 512  # reports whose arrays are live at once
ID_COLUMNS = ("incident_id", "mention_id")  # the loader has already seen to doc_id


def assemble(parts: Iterable[ReportTables], clusters: Mapping[str, str]) -> dict[str, pa.Table]:
    """Whole tables by name, rows by source path and then position in the text.

    ``clusters`` maps incident ids to cluster ids; an incident that it does not name is a cluster of its own. When one
    text came in twice, the second copy's rows get ids of their own, so that ids stay unique, and the first's clusters.
    """
    ordered = sorted(parts, key=lambda part: (part.source_path, part.doc_id))
    copies = _copies(ordered)
    return {spec.name: _whole(spec, ordered, copies, clusters) for spec in TABLES}


def _copies(parts: Sequence[ReportTables]) -> list[int]:
    """For each report how many before it have the same text."""
    seen: Counter[str] = Counter()
    copies = []
    for part in parts:
        identity = part.text_digest or part.doc_id
        copies.append(seen[identity])
        seen[identity] += 1
    return copies


def _whole(
    spec: TableSpec, parts: Sequence[ReportTables], copies: Sequence[int], clusters: Mapping[str, str]
) -> pa.Table:
    blocks = []
    for start in range(0, len(parts), BLOCK):
        block = zip(parts[start : start + BLOCK], copies[start : start + BLOCK], strict=True)
        batches = [_batch(spec, part, copy, clusters) for part, copy in block]
        blocks.append(pa.Table.from_batches(batches, storage_schema(spec)).combine_chunks())
    table = pa.concat_tables(blocks) if blocks else storage_schema(spec).empty_table()
    for position, column in enumerate(spec.columns):
        if column.type == WORD:
            words = table.column(position).combine_chunks().dictionary_encode()
            table = table.set_column(position, column.name, words)
    return table.cast(spec.schema)


def _batch(spec: TableSpec, part: ReportTables, copy: int, clusters: Mapping[str, str]) -> pa.RecordBatch:
    batch = unpack(spec, part.packed[spec.name])
    if not batch.num_rows:
        return batch
    batch = _cluster(batch, clusters) if spec is INCIDENTS else batch
    return _renamed(batch, copy) if copy else batch


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
