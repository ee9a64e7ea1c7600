"""What is known about a report, and who is believed: its own metadata, then the sidecar, then the user's option."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path, PurePosixPath

from incidents.load.content import Metadata, Unreadable
from incidents.load.dates import published_or_note
from incidents.load.encoding import decode, printable

SIDECAR_NAME = "metadata.csv"

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "publication_date",
        "date_published",
        "datepublished",
        "pubdate",
        "published_at",
    ),
    "url": ("url", "link", "source_url"),
    "publisher": ("publisher", "source", "outlet", "site", "sitename"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}
"""The names under which each field is looked for, in order of preference, without regard to case."""

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*\r?$", re.MULTILINE)


def split_front_matter(text: str) -> tuple[Metadata, str, tuple[str, ...]]:
    """Metadata, the text after the block (verbatim), and notes. Without front matter the text comes back whole.

    A block of ``---`` lines whose first line is no ``key: value`` is a ruled line of the text, not front matter.
    A block that is not YAML (most often a title with a colon in it) is read line by line, with a note.
    """
    match = _FRONT_MATTER.match(text)
    if not match or not (_KEY_LINE.match(match["block"]) or not match["block"].strip()):
        unclosed = text.startswith("---") and not match and _KEY_LINE.match(text.partition("\n")[2])
        note = "front matter is not closed by a line of ---: read as text; add that line"
        return Metadata(), text, (note,) if unclosed else ()
    values, notes = _yaml_mapping(match["block"])
    return from_mapping(values, "front matter"), text[match.end() :], notes


def _yaml_mapping(block: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    import yaml

    try:
        # The base loader leaves every value a string, so that a date of "2021-12" stays what was written.
        values = yaml.load(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        by_line = {match["key"]: (match["value"] or "").strip("\"'") for match in _KEY_LINE.finditer(block)}
        return by_line, (f"front matter is not valid YAML{line}: read line by line; quote values that hold a colon",)
    if values is None or values == "":
        return {}, ()
    if not isinstance(values, dict):
        return {}, ("front matter is not a list of key: value lines and was ignored",)
    return values, ()


def from_mapping(values: Mapping[str, object], where: str, columns: Mapping[str, str] | None = None) -> Metadata:
    """Metadata from named values (front matter, a table's row); ``columns`` names the column of a field outright."""
    names = ("title", "publisher", "author", "url", "language")
    written = {name: _as_text(pick(values, name, columns or {})) for name in names}
    broken = [name for name in names if not printable(written[name] or "")]
    known = {name: None if name in broken else written[name] for name in names}
    notes = tuple(f"{name} in {where} is not valid Unicode and was ignored" for name in broken)
    date = _as_text(pick(values, "published", columns or {}))
    published, date_notes = published_or_note(date, where) if date else (None, ())
    return Metadata(
        title=known["title"],
        publisher=known["publisher"],
        author=known["author"],
        url=known["url"],
        language=known["language"],
        published=published,
        notes=notes + date_notes,
    )


def pick(values: Mapping[str, object], name: str, columns: Mapping[str, str]) -> object:
    """The value of field ``name``: that of the column which ``columns`` names, else of the first synonym present."""
    if name in columns:
        return values.get(columns[name])
    by_lower = {str(key).strip().lower(): value for key, value in reversed(list(values.items()))}
    for synonym in SYNONYMS[name]:
        if _as_text(by_lower.get(synonym)):
            return by_lower[synonym]
    return None


def _as_text(value: object) -> str | None:
    if value is None or value != value:  # NaN, the empty cell of a table of numbers
        return None
    if isinstance(value, dict):
        value = value.get("name")  # {"@type": "Person", "name": "Jane Doe"}
    if isinstance(value, list | tuple):
        value = ", ".join(item for item in value if isinstance(item, str))
    return str(value).strip() or None if isinstance(value, str | int | float | dt.date) else None


def merge(own: Metadata, sidecar: Metadata) -> Metadata:
    """Field by field the report's own metadata, else the sidecar's. Notes of both are kept."""
    return Metadata(
        title=own.title or sidecar.title,
        publisher=own.publisher or sidecar.publisher,
        author=own.author or sidecar.author,
        url=own.url or sidecar.url,
        published=own.published or sidecar.published,
        language=own.language or sidecar.language,
        created=own.created,
        notes=own.notes + sidecar.notes,
    )


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A table of metadata beside the files: ``file`` (name, or path from the table's folder), title, published, ..."""

    folder: Path
    rows: Mapping[str, Metadata] = field(default_factory=dict)
    problem: str | None = None

    def of(self, path: Path) -> Metadata:
        """What the table says about a file: by path from its folder, else by name, else by name without suffix."""
        if self.problem:
            return Metadata(notes=(self.problem,))
        keys = [path.name, path.stem]
        if path.is_relative_to(self.folder):
            keys.insert(0, path.relative_to(self.folder).as_posix())
        return next((self.rows[key] for key in keys if key in self.rows), Metadata())


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar table. One that cannot be used has a ``problem``, which every report beside it will carry."""
    folder = path.parent.resolve()
    try:
        reader = csv.DictReader(StringIO(decode(path.read_bytes()).text, newline=""))
        names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
        if "file" not in names:
            found = ", ".join(filter(None, names)) or "none"
            return Sidecar(folder, problem=f"{path.name} was not used: it needs a column 'file' (it has: {found})")
        rows: dict[str, Metadata] = {}
        for row in reader:
            key = PurePosixPath((row[names["file"]] or "").strip().replace("\\", "/")).as_posix()
            rows.setdefault(key, from_mapping(row, path.name))
    except (OSError, csv.Error) as error:
        return Sidecar(folder, problem=f"{path.name} was not used: {error}")
    except Unreadable as error:
        return Sidecar(folder, problem=f"{path.name} was not used: {error.message}")
    return Sidecar(folder, rows)
