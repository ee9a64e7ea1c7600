"""Formats with a report a row: JSON Lines, CSV and Parquet."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO

from incidents.load.content import MAX_BYTES, Content, Problem, Unreadable
from incidents.load.encoding import decode, printable
from incidents.load.metadata import SYNONYMS, from_mapping, pick

_DELIMITERS = ",;\t|"
_HASHED_TYPES = (dt.date, dt.time)


def read_jsonl(data: bytes, columns: Mapping[str, str]) -> Iterator[Content | Problem]:
    """An object a line; blank lines are passed over. A row's number is its line's."""
    decoded = decode(data)
    notes = (decoded.note,) if decoded.note else ()
    parsed: list[tuple[int, dict[str, object] | Problem]] = []
    names: dict[str, None] = {}
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        row = _json_object(line, number)
        names.update(dict.fromkeys(row) if isinstance(row, dict) else {})
        parsed.append((number, row))
    if names and text_column(list(names), columns) is None:
        raise Unreadable(_no_text_column(list(names), columns), "skipped")
    for number, row in parsed:
        yield row if isinstance(row, Problem) else _report(row, number, f"line {number}", columns, notes)


def read_csv(data: bytes, columns: Mapping[str, str]) -> Iterator[Content | Problem]:
    """A header line and a record a report, separated by comma, semicolon, tab or bar, whichever the header has most.

    Quoted values may hold line breaks. A row's number counts records; messages give the line of the file.
    """
    decoded = decode(data)
    notes = (decoded.note,) if decoded.note else ()
    header_line = decoded.text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    records = _csv_records(decoded.text, delimiter)
    if not records:
        raise Unreadable("the table has no header line; name its columns in the first line")
    first = records[0][1]
    if isinstance(first, str):
        raise Unreadable(f"the header line is damaged ({first}); check its quotation marks")
    header = [name.strip() for name in first]
    if text_column(header, columns) is None:
        raise Unreadable(_no_text_column(header, columns))
    for number, (line, record) in enumerate(records[1:], start=1):
        if isinstance(record, str):
            yield Problem(f"line {line}: {record}; check its quotation marks", row=number, sha256=_digest(record))
        elif len(record) != len(header):
            message = (
                f"line {line} has {len(record)} values, the header {len(header)}: quote values that hold {delimiter!r}"
            )
            yield Problem(message, row=number, sha256=_digest(record))
        else:
            yield _report(dict(zip(header, record, strict=True)), number, f"line {line}", columns, notes)


def read_parquet(data: bytes, columns: Mapping[str, str]) -> Iterator[Content | Problem]:
    """A report a row, in the table's order."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(BytesIO(data))
        names = list(table.schema_arrow.names)
        if text_column(names, columns) is None:
            raise Unreadable(_no_text_column(names, columns))
        number = 0
        for batch in table.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield _report(row, number, f"row {number}", columns, ())
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0]
        raise Unreadable(f"damaged: not a Parquet table that can be read ({reason}); write it again") from error


def text_column(names: Sequence[str], columns: Mapping[str, str]) -> str | None:
    """The column that holds the reports' text: the one that ``columns`` names, else the first synonym; null if none."""
    if "text" in columns:
        return columns["text"] if columns["text"] in names else None
    by_lower = {name.strip().lower(): name for name in reversed(names)}
    return next((by_lower[synonym] for synonym in SYNONYMS["text"] if synonym in by_lower), None)


def _no_text_column(names: Sequence[str], columns: Mapping[str, str]) -> str:
    wanted = f"column {columns['text']!r}" if "text" in columns else "column of report texts"
    return f"no {wanted}; the columns are {', '.join(names)}: name the one with the text, e.g. --columns text=Body"


def _report(
    row: Mapping[str, object], number: int, where: str, columns: Mapping[str, str], notes: tuple[str, ...]
) -> Content | Problem:
    digest = _digest(row)
    missing = sorted(set(columns.values()) - set(row)) if columns else []
    if missing:
        notes += (f"no column {', '.join(map(repr, missing))}, which the mapping names",)
    text = pick(row, "text", columns)
    if isinstance(text, bytes):
        text = text.decode("utf-8", errors="surrogateescape")
    if text is not None and not isinstance(text, str):
        kind = type(text).__name__
        return Problem(f"{where}: its text is no string but {kind}; write it as a string", row=number, sha256=digest)
    if not text or not text.strip():
        return Problem(f"{where}: no text in this row; fill in or remove it", row=number, sha256=digest)
    if not printable(text):
        message = f"{where}: wrong encoding, its text is not valid Unicode; write it as UTF-8"
        return Problem(message, row=number, sha256=digest)
    return Content(text, from_mapping(row, where, columns), notes, number, digest)


def _json_object(line: str, number: int) -> dict[str, object] | Problem:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        return Problem(
            f"line {number} is not JSON ({reason}); write one object a line", row=number, sha256=_digest(line)
        )
    if not isinstance(value, dict):
        message = f"line {number} is not a JSON object; write one object a line"
        return Problem(message, row=number, sha256=_digest(line))
    return value


def _csv_records(text: str, delimiter: str) -> list[tuple[int, list[str] | str]]:
    """Line number and values of each record, or what is wrong with it. Blank lines are passed over."""
    before = csv.field_size_limit(MAX_BYTES)  # the module's own limit is shorter than a long report
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        records: list[tuple[int, list[str] | str]] = []
        line = 1
        while True:
            try:
                record = next(reader)
            except StopIteration:
                return records
            except csv.Error as error:
                records.append((line, str(error)))
            else:
                if any(value.strip() for value in record):
                    records.append((line, record))
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(before)


def _digest(row: object) -> str:
    """SHA-256 of a row's canonical JSON: keys sorted, no spaces, so that it depends on the values alone."""
    canonical = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=_plain)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, _HASHED_TYPES):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)
