"""Bytes in any supported format to ``Report``. Bad input never stops a run and never disappears.

``load_reports`` reads files, folders, globs and standard input; ``read_report_text`` makes a report of a string.
``Report.text`` of plain text and Markdown is what the file holds after its front matter, character for character
(line ends included), so that offsets into it are offsets into what people see.
"""

from __future__ import annotations

import hashlib
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from incidents.load.assemble import Origin, failure_of, report_of, with_unique_id
from incidents.load.content import MAX_BYTES, Content, Metadata, Problem, Unreadable
from incidents.load.dateline import Dateline, find_byline, find_dateline
from incidents.load.dates import parse_published
from incidents.load.errors import BadColumns, LoadError, NoReports, NoSuchPath
from incidents.load.metadata import SIDECAR_NAME, SYNONYMS, Sidecar, read_sidecar, split_front_matter
from incidents.load.readers import READERS, SUFFIXES, sniff_format
from incidents.load.sources import STDIN, Source, sources
from incidents.model import Published, Report

if TYPE_CHECKING:
    from incidents.tables.read import Dataset

__all__ = [
    "MAX_BYTES",
    "STDIN",
    "BadColumns",
    "Dateline",
    "LoadError",
    "NoReports",
    "NoSuchPath",
    "Source",
    "find_byline",
    "find_dateline",
    "load_reports",
    "parse_published",
    "read_report_text",
    "sources",
]

_NO_BYTES = ""  # the digest of what could not be read


def load_reports(
    paths: Sequence[str] | Sequence[Source],
    *,
    metadata: Path | None = None,
    published: Published | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report]:
    """Read every report, one at a time, in the order of ``source_path``.

    ``paths`` are arguments as for ``sources``, or its result (to know their number first). ``metadata`` is a sidecar
    table for all files instead of the ``metadata.csv`` beside each. ``published`` dates the reports that carry no
    date themselves. ``columns`` maps fields (text, title, published, url, publisher, author, language) to the columns
    of CSV, JSON Lines and Parquet files. ``stdin`` is what ``-`` reads; the default is standard input.

    What cannot be read comes as a ``Report`` with status ``failed`` or ``skipped`` and a message. Raises
    ``NoSuchPath``, ``BadColumns``, and at the end ``NoReports`` if not one report was ``ok``.
    """
    columns = dict(columns or {})
    unknown = sorted(set(columns) - set(SYNONYMS))
    if unknown:
        raise BadColumns(f"no field {', '.join(unknown)} to map a column to; the fields are {', '.join(SYNONYMS)}")
    if metadata is not None and not metadata.is_file():
        raise NoSuchPath(f"no such metadata file: {metadata}")
    found = [path for path in paths if isinstance(path, Source)]
    listed = found or sources([path for path in paths if isinstance(path, str)])
    return _load(listed, read_sidecar(metadata) if metadata else None, published, columns, stdin)


def read_report_text(text: str, *, published: Published | None = None) -> Report:
    """A report from a string (front matter allowed); its ``source_path`` is ``text``, its format ``txt``.

    Never raises: an empty or non-English text gives a report that is ``failed`` or ``skipped``.
    """
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    own, body, notes = split_front_matter(text)
    return report_of(Content(body, own, notes), Origin("text", "txt", digest), Metadata(), published)


def _load(
    listed: Sequence[Source],
    sidecar: Sidecar | None,
    published: Published | None,
    columns: Mapping[str, str],
    stdin: BinaryIO | None,
) -> Iterator[Report]:
    seen: dict[str, str] = {}
    unread: list[Report] = []
    sidecars: dict[Path, Sidecar | None] = {}
    any_ok = False
    for source in listed:
        beside = sidecar or _sidecar_beside(source, sidecars)
        extra = beside.of(source.path.resolve()) if beside and source.path else Metadata()
        for item, origin in _items(source, columns, stdin):
            report = (
                failure_of(item, origin) if isinstance(item, Problem) else report_of(item, origin, extra, published)
            )
            report = with_unique_id(report, seen)
            seen[report.doc_id] = report.source_path
            any_ok = any_ok or report.status == "ok"
            if not any_ok:
                unread.append(report)
            yield report
    if not any_ok:
        first = f": {unread[0].source_path}: {unread[0].message}" if unread else ""
        others = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
        raise NoReports(f"no readable report{first}{others}", tuple(unread))


def _sidecar_beside(source: Source, known: dict[Path, Sidecar | None]) -> Sidecar | None:
    if source.path is None:
        return None
    folder = source.path.parent
    if folder not in known:
        table = folder / SIDECAR_NAME
        known[folder] = read_sidecar(table) if table.is_file() else None
    return known[folder]


def _items(
    source: Source, columns: Mapping[str, str], stdin: BinaryIO | None
) -> Iterator[tuple[Content | Problem, Origin]]:
    """What one file holds. No single file can stop the run, so this is where its errors end, each with its reason."""
    ending = Path(source.source_path).suffix.lstrip(".").lower()
    origin = Origin(source.source_path, source.format or ending or "unknown", _NO_BYTES)
    try:
        data = _bytes_of(source, stdin)
        origin = replace(origin, sha256=hashlib.sha256(data).hexdigest())
        for item in READERS[_reader_name(source, data)](data, columns):
            path = f"{origin.source_path}#{item.row}" if item.row is not None else origin.source_path
            yield item, replace(origin, source_path=path, sha256=item.sha256 or origin.sha256)
    except Unreadable as problem:
        yield Problem(problem.message, problem.status), origin
    except OSError as error:
        yield Problem(f"cannot be opened: {error.strerror or error}; check its permissions"), origin
    except Exception as error:  # format libraries fail on damaged files with whatever their parser trips over
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        message = f"damaged: the {origin.source_format} reader gave up ({reason}); save it again, or as text"
        yield Problem(message), origin


def _bytes_of(source: Source, stdin: BinaryIO | None) -> bytes:
    if source.problem:
        raise Unreadable(source.problem)
    if source.path is None:
        data = _standard_input(stdin).read(MAX_BYTES + 1)
        size = len(data)
    else:
        if source.format is None:
            known = ", ".join(sorted(SUFFIXES))
            raise Unreadable(f"not a supported file type; these are read: {known}", "skipped")
        size = source.path.stat().st_size
        data = source.path.read_bytes() if size <= MAX_BYTES else b""
    if size > MAX_BYTES:
        raise Unreadable(f"too large: over {MAX_BYTES // 1_000_000} MB; split it into smaller files", "skipped")
    if not data.strip():
        raise Unreadable("the file is empty; remove it, or save the report's text into it")
    return data


def _standard_input(stdin: BinaryIO | None) -> BinaryIO:
    if stdin is not None:
        return stdin
    import sys

    return sys.stdin.buffer


def _reader_name(source: Source, data: bytes) -> str:
    return source.format if source.path and source.format else sniff_format(data)


class _Room(types.ModuleType):
    """This package, callable: ``incidents.load("data/out")`` reads a dataset that ``incidents run`` wrote."""

    def __call__(self, out: str | Path = "data/out") -> Dataset:
        """The tables in ``out`` as DataFrames; the same as ``incidents.read``."""
        from incidents.api import read

        return read(out)


sys.modules[__name__].__class__ = _Room
