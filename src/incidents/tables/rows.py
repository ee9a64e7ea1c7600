"""One report's extraction as rows of the five tables.

Every text cell that claims to stand in the report is cut out of it by its offsets, and offsets that do not fit raise
``BrokenOffsets``: no row is written that a reader could not check against ``documents.text``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import pyarrow as pa

from incidents import ids
from incidents.errors import BrokenOffsets
from incidents.model import Extraction, Incident, Mention, Report, Span, Value
from incidents.tables.schema import DOCUMENTS, ENTITIES, INCIDENTS, MENTIONS, TABLES, VALUES, WORD, TableSpec

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ReportTables:
    """One report's share of every table, packed by ``pack``. ``text_digest`` is null for a report without text."""

    source_path: str
    doc_id: str
    text_digest: str | None
    status: str
    message: str | None
    packed: Mapping[str, bytes]


@cache
def storage_schema(spec: TableSpec) -> pa.Schema:
    """The schema while collecting: plain strings where the written table has a dictionary."""
    return pa.schema([pa.field(c.name, pa.string() if c.type == WORD else c.type) for c in spec.columns])


def pack(spec: TableSpec, rows: list[Row]) -> bytes:
    """Rows of one report as Arrow IPC: a tenth of the memory of live arrays, of which a run would hold thousands."""
    packed: bytes = pa.RecordBatch.from_pylist(rows, storage_schema(spec)).serialize().to_pybytes()
    return packed


def unpack(spec: TableSpec, packed: bytes) -> pa.RecordBatch:
    """What ``pack`` packed."""
    return pa.ipc.read_record_batch(pa.py_buffer(packed), storage_schema(spec))


def tabulate(extraction: Extraction) -> ReportTables:
    """The rows of one extraction whose incidents have their ids.

    Raises ``BrokenOffsets`` when an offset does not fit the text, ``KeyError`` when a field is not in the schema.
    """
    report = extraction.report
    incidents = sorted(extraction.incidents, key=lambda i: (i.quote.start, i.quote.end, i.event_type, i.incident_id))
    rows = {
        DOCUMENTS.name: [_document(extraction)],
        INCIDENTS.name: [_incident(report, incident) for incident in incidents],
        MENTIONS.name: list(_mentions(extraction)),
        ENTITIES.name: list(_entities(extraction)),
        VALUES.name: [row for incident in incidents for row in _values(report, incident)],
    }
    return ReportTables(
        report.source_path,
        report.doc_id,
        ids.text_digest(report.text) if report.text else None,
        report.status,
        report.message,
        {spec.name: pack(spec, rows[spec.name]) for spec in TABLES},
    )


def failed(report: Report, reason: str) -> ReportTables:
    """The rows of a report that could not be read through: its document with the reason, nothing else."""
    return tabulate(Extraction(replace(report, status="failed", message=reason)))


def cut(text: str, start: int, end: int, what: str) -> str:
    """``text[start:end]``; raises ``BrokenOffsets`` unless that is a stretch of the text that is not blank."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise BrokenOffsets(f"{what}: offsets {start}–{end} hold no words of the report ({len(text)} characters)")
    return text[start:end]


def _document(extraction: Extraction) -> Row:
    report = extraction.report
    message = report.message or "; ".join(extraction.notes) or None
    return {
        "doc_id": report.doc_id,
        "source_path": report.source_path,
        "source_format": report.source_format,
        "sha256": report.sha256,
        "title": report.title,
        "publisher": report.publisher,
        "author": report.author,
        "url": report.url,
        "published": report.published.start if report.published else None,
        "published_precision": report.published.precision if report.published else "unknown",
        "language": report.language,
        "text": report.text,
        "n_sentences": extraction.n_sentences,
        "n_incidents": len(extraction.incidents),
        "status": report.status,
        "message": message,
    }


def _incident(report: Report, incident: Incident) -> Row:
    unknown = sorted(set(incident.fields) - set(INCIDENTS.names))
    if unknown:
        raise KeyError(f"no such column of incidents: {', '.join(unknown)}")
    row: Row = {column.name: column.default for column in INCIDENTS.columns}
    row |= {name: value for name, value in incident.fields.items() if value is not None}
    quote = incident.quote
    row |= {
        "incident_id": incident.incident_id,
        "doc_id": report.doc_id,
        "cluster_id": incident.cluster_id or incident.incident_id,
        "event_type": incident.event_type,
        "event_subtype": incident.event_subtype,
        "granularity": incident.granularity,
        "factuality": incident.factuality,
        "completion": incident.completion,
        "quote": cut(report.text, quote.start, quote.end, "quote"),
        "quote_start": quote.start,
        "quote_end": quote.end,
        "quotes": [_quote(report.text, span) for span in sorted(incident.quotes, key=lambda s: (s.start, s.end))],
        "confidence": incident.confidence,
        "evidence": list(incident.evidence),
    }
    row["actor"] = incident.actor if incident.actor is not None else row["actor"]
    attribution = incident.attribution or row["attribution"] or ()
    row["attribution"] = list(attribution) if isinstance(attribution, (list, tuple)) else [attribution]
    return row


def _quote(text: str, span: Span) -> Row:
    return {"text": cut(text, span.start, span.end, "quotes"), "start": span.start, "end": span.end}


def _mentions(extraction: Extraction) -> Iterator[Row]:
    order = sorted(extraction.mentions, key=lambda pair: (pair[0].trigger_start, pair[0].trigger_end, str(pair[0])))
    return (_mention(extraction.report, mention, incident_id) for mention, incident_id in order)


def _mention(report: Report, mention: Mention, incident_id: str | None) -> Row:
    return {
        "mention_id": ids.mention_id(report.text, mention),
        "incident_id": incident_id,
        "doc_id": report.doc_id,
        "event_type": mention.event_type,
        "trigger": cut(report.text, mention.trigger_start, mention.trigger_end, "trigger"),
        "trigger_start": mention.trigger_start,
        "trigger_end": mention.trigger_end,
        "sentence_start": mention.sentence_start,
        "sentence_end": mention.sentence_end,
        "section": mention.section,
        "factuality": mention.factuality,
        "completion": mention.completion,
        "dropped_because": mention.dropped_because,
        "score": mention.score,
        "pattern": mention.pattern,
        "cues": list(mention.cues),
    }


def _entities(extraction: Extraction) -> Iterator[Row]:
    report = extraction.report
    for name in sorted(extraction.names, key=lambda n: (n.start, n.end, n.label, n.source, n.entity_id or "")):
        yield {
            "doc_id": report.doc_id,
            "start": name.start,
            "end": name.end,
            "text": cut(report.text, name.start, name.end, "entity"),
            "label": name.label,
            "entity_id": name.entity_id,
            "canonical": name.canonical,
            "country": name.country,
            "admin1_code": name.admin1_code,
            "source": name.source,
        }


def _values(report: Report, incident: Incident) -> Iterator[Row]:
    place = {name: position for position, name in enumerate(INCIDENTS.names)}
    unknown = sorted({value.field for value in incident.values} - set(place))
    if unknown:
        raise KeyError(f"no such column of incidents: {', '.join(unknown)}")
    for value in sorted(incident.values, key=lambda v: (place[v.field], -1 if v.start is None else v.start, str(v))):
        if value.value is None:
            continue
        yield {
            "incident_id": incident.incident_id,
            "field": value.field,
            "value": as_text(value.value),
            "text": _value_words(report.text, value),
            "start": value.start,
            "end": value.end,
            "basis": value.basis,
            "rule": value.rule,
        }


def _value_words(text: str, value: Value) -> str | None:
    if value.start is None or value.end is None:
        return None
    words = cut(text, value.start, value.end, value.field)
    if value.text is not None and words.split() != value.text.split():
        raise BrokenOffsets(f"{value.field}: “{value.text}” was read, but its offsets hold “{words}”")
    return words


def as_text(value: object) -> str:
    """A cell's value as the values table spells it: ISO dates, whole numbers without a point, lists joined by `; `."""
    if isinstance(value, (list, tuple)):
        return "; ".join(as_text(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)
