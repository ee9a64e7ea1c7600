"""Which files are to be read: arguments to a sorted list, before the first one is opened."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from incidents.load.errors import NoReports, NoSuchPath
from incidents.load.metadata import SIDECAR_NAME
from incidents.load.readers import SUFFIXES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``path`` is null for standard input, ``format`` null when no reader knows the file's ending.

    ``source_path`` is what tables show: relative to the current folder if inside it, else to the parent of the
    argument; with ``/`` between its parts. ``problem`` says why a folder or file cannot even be opened.
    """

    path: Path | None
    source_path: str
    format: str | None
    problem: str | None = None


def sources(paths: Sequence[str]) -> list[Source]:
    """The files that the arguments stand for: files, folders (recursively), globs (``**`` too) and ``-`` for stdin.

    Sorted by ``source_path`` whatever the order of the arguments, each file once. Inside folders and globs hidden
    files are passed over, and a ``metadata.csv`` is metadata, not a report. Files of unknown type are listed: the
    loader reports them as skipped. Raises ``NoSuchPath`` and ``NoReports`` (there is no file at all).
    """
    found: dict[Path | None, Source] = {}
    for argument in paths:
        for source in _expand(argument):
            key = source.path.resolve() if source.path else None
            found.setdefault(key, source)
    if not found:
        raise NoReports(f"no report in {', '.join(paths) or 'an empty list of paths'}: give files or a folder of them")
    return sorted(found.values(), key=lambda source: source.source_path)


def _expand(argument: str) -> Iterator[Source]:
    if argument == STDIN:
        yield Source(None, "stdin", "stdin")
        return
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path, path)
    elif os.path.lexists(path):
        if path.name != SIDECAR_NAME:  # a shell that expands data/* names it like any other file
            yield _file(path, path)
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        if not matches:
            raise NoSuchPath(f"no file matches {argument}: check the pattern and the folder")
        for match in map(Path, matches):
            if match.is_dir():
                yield from _folder(match, match)
            elif match.name != SIDECAR_NAME:
                yield _file(match, match)
    else:
        raise NoSuchPath(f"no such file or folder: {argument}")


def _folder(folder: Path, root: Path) -> Iterator[Source]:
    problems: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name != SIDECAR_NAME:
                yield _file(Path(here) / name, root)
    for error in problems:
        closed = Path(error.filename)
        yield Source(
            closed, _shown(closed, root), None, f"folder cannot be opened: {error.strerror}; check its permissions"
        )


def _file(path: Path, root: Path) -> Source:
    problem = None
    if not path.exists():
        problem = "a link to a file that is not there; remove or repair it"
    elif not path.is_file():
        problem = "not a regular file (a device or pipe); use - to read from a pipe"
    return Source(path, _shown(path, root), SUFFIXES.get(path.suffix.lower()), problem)


def _shown(path: Path, root: Path) -> str:
    """The path for tables: nothing of the machine above the current folder or the argument's parent."""
    whole, here = _absolute(path), Path.cwd()
    base = here if whole.is_relative_to(here) else _absolute(root).parent
    return os.fsencode(whole.relative_to(base).as_posix()).decode("utf-8", errors="replace")


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow links to another name)
