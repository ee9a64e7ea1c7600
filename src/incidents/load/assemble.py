"""Found text and metadata to a ``Report``: dates settled, language checked, an id that depends on the content alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from incidents.load.content import Content, Metadata, Problem
from incidents.load.dateline import find_byline, find_dateline
from incidents.load.encoding import printable
from incidents.load.language import detect_language, language_name
from incidents.load.metadata import merge
from incidents.model import Published, Report, Status


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from, as its ``source_path``, ``source_format`` and ``sha256`` will say."""

    source_path: str
    source_format: str
    sha256: str


def report_of(content: Content, origin: Origin, sidecar: Metadata, published: Published | None) -> Report:
    """The report, ``ok`` unless it has no text, no valid Unicode or is not English.

    ``published`` is the user's own statement for reports that carry no date. Who is believed about the date: the
    report's metadata, then the sidecar, then ``published``, then a dateline with a year, then the file's properties.
    A date known to the month or year is narrowed to the day by a dateline that lies within it.
    """
    known = merge(content.metadata, sidecar)
    text = content.text
    when, date_notes = _settle_date(text, known, published)
    notes = [*content.notes, *known.notes, *date_notes]
    language = detect_language(text)
    status: Status = "ok"
    if not text.strip():
        status, text = "failed", ""
        notes.insert(0, "no text: there is nothing in it to read; remove it, or save the report's text into it")
    elif not printable(text):
        status, text = "failed", ""
        notes.insert(0, "wrong encoding: the text is not valid Unicode (unpaired surrogates); save it as UTF-8")
    elif language not in (None, "en"):
        status = "skipped"
        name = language_name(language or "")
        notes.insert(0, f"looks like {name} ({language}); this program reads English: give it a translation")
    return Report(
        doc_id=_content_id(text, when, known.title) if text else _origin_id(origin),
        text=text,
        source_path=origin.source_path,
        source_format=origin.source_format,
        sha256=origin.sha256,
        title=known.title,
        publisher=known.publisher,
        author=known.author or find_byline(text),
        url=known.url,
        published=when,
        language=language or known.language,
        status=status,
        message="; ".join(dict.fromkeys(notes)) or None,
    )


def failure_of(problem: Problem, origin: Origin) -> Report:
    """The report without text that stands for one which could not be read, so that it does not disappear."""
    return Report(
        doc_id=_origin_id(origin),
        text="",
        source_path=origin.source_path,
        source_format=origin.source_format,
        sha256=origin.sha256,
        status=problem.status,
        message=problem.message,
    )


def with_unique_id(report: Report, seen: Mapping[str, str]) -> Report:
    """The report, or for an exact duplicate a skipped one with the id ``<id>-2`` (-3, ...) that names the first.

    ``seen`` maps the ids given out so far to their ``source_path``.
    """
    if report.doc_id not in seen:
        return report
    number = 2
    while f"{report.doc_id}-{number}" in seen:
        number += 1
    again = replace(report, doc_id=f"{report.doc_id}-{number}")
    if not report.text:
        return again
    note = f"the same report as {seen[report.doc_id]}; remove one of the two"
    return replace(again, status="skipped", message="; ".join(filter(None, (note, report.message))))


def _settle_date(text: str, known: Metadata, given: Published | None) -> tuple[Published | None, tuple[str, ...]]:
    stated = known.published or given
    dateline = find_dateline(text)
    if stated:
        narrowed = dateline.published(within=stated) if dateline and stated.precision != "day" else None
        return narrowed or stated, ()
    if dateline and (filed := dateline.published()):
        return filed, (f"publication date {filed.start} was read from the dateline",)
    if known.created:
        note = f"publication date {known.created.start} is the day on which the file was made; if wrong, state another"
        return known.created, (note,)
    return None, ()


def _content_id(text: str, when: Published | None, title: str | None) -> str:
    interval = [when.start.isoformat(), when.end.isoformat()] if when else None
    return _short_hash([text, interval, title])


def _origin_id(origin: Origin) -> str:
    return _short_hash([origin.source_path, origin.sha256])


def _short_hash(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=True).encode("ascii")).hexdigest()[:16]
