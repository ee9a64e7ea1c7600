"""Incidents in news and NGO reports about North Korea's camps, factories and overseas workers.

In a notebook::

    import incidents

    found = incidents.extract("Three men fled Camp 12 at Jongori on Monday.", published="2024-03-06")
    found.to_frame()                       # one row an incident, columns as in docs/schema.md
    data = incidents.load("data/out")      # the tables that `incidents run` wrote, as DataFrames
    data.trace(data.incidents.incident_id[0])   # the words behind each value
    incidents.find_dates("early last month", published="2024-03-06")
    incidents.find_places("a factory in Dandong")

Nothing heavy is imported until it is used.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incidents.api import Reading, extract, find_dates, read
    from incidents.api import read as load
    from incidents.errors import IncidentsError
    from incidents.gazetteer import find_places
    from incidents.tables.read import Dataset

try:
    __version__ = version("incidents")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0+unknown"

__all__ = [
    "Dataset",
    "IncidentsError",
    "Reading",
    "__version__",
    "extract",
    "find_dates",
    "find_places",
    "load",
    "read",
]

_HOMES = {
    "Dataset": "incidents.tables.read",
    "IncidentsError": "incidents.errors",
    "Reading": "incidents.api",
    "extract": "incidents.api",
    "find_dates": "incidents.api",
    "find_places": "incidents.gazetteer",
    "read": "incidents.api",
}


def __getattr__(name: str) -> Any:
    if name == "load":  # the room that reads reports, which is also callable: it reads datasets
        return import_module("incidents.load")
    if name not in _HOMES:
        raise AttributeError(f"module 'incidents' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
