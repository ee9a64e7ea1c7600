"""What can stop a run before the first report: a small family of named exceptions, each a single clear line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.errors import IncidentsError

if TYPE_CHECKING:
    from incidents.model import Report


class LoadError(IncidentsError):
    """Nothing can be loaded as asked. ``str(error)`` is one line for people: what is wrong and what to do."""


class NoSuchPath(LoadError):
    """A path that does not exist, or a glob that matches nothing."""


class BadColumns(LoadError):
    """A column mapping that names a field which reports do not have."""


class NoReports(LoadError):
    """Not one report could be read. ``reports`` holds the failed and skipped ones, which say why (maybe none)."""

    def __init__(self, message: str, reports: tuple[Report, ...] = ()) -> None:
        super().__init__(message)
        self.reports = reports
