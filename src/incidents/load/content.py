"""What passes between the readers and the rest of the room: found text, known metadata, and explained problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from incidents.model import Published

MAX_BYTES = 50_000_000
"""Files (and documents inside them) above this size are not read; it keeps one stray archive from filling memory."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says about a report. Null: it does not say.

    ``created`` is the creation date in a file's properties: it may be the day of a copy, so it ranks last.
    ``notes`` are remarks for people about metadata that could not be used.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    language: str | None = None
    created: Published | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """One report as a reader found it. ``row`` counts from 1 in formats with a report a row, else null.

    ``sha256`` is the digest of the row's canonical JSON in those formats; null means: that of the file's bytes.
    """

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
    row: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One report that a reader could not read, while the others of its file go on. ``message`` says what to do."""

    message: str
    status: Literal["skipped", "failed"] = "failed"
    row: int | None = None
    sha256: str | None = None


class Unreadable(Exception):
    """Raised by a reader for a file that yields no report at all; caught by the loader, never seen by its callers."""

    def __init__(self, message: str, status: Literal["skipped", "failed"] = "failed") -> None:
        super().__init__(message)
        self.message = message
        self.status: Literal["skipped", "failed"] = status


class Reader(Protocol):
    """Reads the bytes of one format. A new format is one such function and one line in ``readers.READERS``."""

    def __call__(self, data: bytes, columns: Mapping[str, str]) -> Iterator[Content | Problem]:
        """Yield every report in ``data``; raise ``Unreadable`` if there is none to be had.

        ``columns`` maps a field (text, title, ...) to a column's name; formats without columns ignore it.
        """
        ...
