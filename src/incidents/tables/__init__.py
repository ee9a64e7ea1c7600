"""The dataset on disk: schemas, rows, writing and reading. The only room that knows column names."""

from incidents.tables.collect import assemble
from incidents.tables.read import Dataset, read
from incidents.tables.rows import ReportTables, failed, tabulate
from incidents.tables.schema import SCHEMA_VERSION, TABLES
from incidents.tables.write import Provenance, write

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Dataset",
    "Provenance",
    "ReportTables",
    "assemble",
    "failed",
    "read",
    "tabulate",
    "write",
]
