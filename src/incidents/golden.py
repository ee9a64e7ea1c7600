"""Golden records: what is read from a report, as YAML that people review, and differences that they can read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import yaml

from incidents.model import Extraction, Incident
from incidents.tables.rows import as_text
from incidents.tables.schema import INCIDENTS

QUOTE_WORDS = 12
Record = dict[str, Any]
# Where something is and how it came to be known follow from the other fields or change with the gazetteer's figures.
LEFT_OUT = frozenset({"latitude", "longitude", "date_text", "place_id", "facility_id", "company_id"})


def records(extraction: Extraction) -> list[Record]:
    """One mapping an incident, in text order, with only the fields that have a value; dates as ISO text."""
    ordered = sorted(extraction.incidents, key=lambda i: (i.quote.start, i.quote.end, i.event_type))
    return [_record(extraction.report.text, incident) for incident in ordered]


def render(found: list[Record]) -> str:
    """The records as YAML, fields in the order of the table."""
    if not found:
        return "[]\n"
    blocks = [yaml.safe_dump([record], sort_keys=False, allow_unicode=True, width=110) for record in found]
    return "\n".join(blocks)


def parse(text: str) -> list[Record]:
    """Records from YAML that ``render`` wrote."""
    found: list[Record] = yaml.safe_load(text) or []
    return found


def differences(expected: list[Record], found: list[Record]) -> list[str]:
    """What changed, one line each: incidents that are missing or new, and fields by incident. Empty when equal."""
    return [line for ours, theirs in _pairs(expected, found) for line in _changes(ours, theirs)]


def _record(text: str, incident: Incident) -> Record:
    record: Record = {
        "event_type": incident.event_type,
        "event_subtype": incident.event_subtype,
        "granularity": incident.granularity,
        "factuality": incident.factuality,
        "completion": incident.completion,
        "quote": " ".join(text[incident.quote.start : incident.quote.end].split()[:QUOTE_WORDS]),
    }
    fields = {**incident.fields, "actor": incident.actor or incident.fields.get("actor")}
    fields["attribution"] = list(incident.attribution) or incident.fields.get("attribution")
    for name in INCIDENTS.names:
        value = fields.get(name)
        if name in LEFT_OUT or value in (None, False, "unknown", [], ()):
            continue
        record[name] = list(value) if isinstance(value, (list, tuple)) else _scalar(value)
    return {name: value for name, value in record.items() if value is not None}


def _scalar(value: object) -> object:
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return as_text(value)


def _key(record: Record) -> tuple[Any, Any]:
    return record.get("event_type"), record.get("quote")


def _pairs(expected: list[Record], found: list[Record]) -> Iterator[tuple[Record | None, Record | None]]:
    """Incidents that go together: those of one type and quote; then, in order, what is left of one type."""
    left, right = list(expected), list(found)
    for same in (_key, lambda record: record.get("event_type")):
        for record in list(left):
            match = next((other for other in right if same(other) == same(record)), None)
            if match is not None:
                left.remove(record)
                right.remove(match)
                yield record, match
    yield from zip_longest(left, [])
    yield from zip_longest([], right)


def _changes(expected: Record | None, found: Record | None) -> Iterator[str]:
    if expected is None and found is not None:
        yield f"+ new {_name(found)}"
    elif found is None and expected is not None:
        yield f"- missing {_name(expected)}"
    elif expected is not None and found is not None:
        for field in [*expected, *(name for name in found if name not in expected)]:
            if expected.get(field) != found.get(field):
                yield f"~ {_name(expected)}: {field}: expected {_shown(expected, field)}, found {_shown(found, field)}"


def _shown(record: Record, field: str) -> str:
    return repr(record[field]) if field in record else "nothing"


def _name(record: Record) -> str:
    return f"{record.get('event_type')} “{record.get('quote')}”"
