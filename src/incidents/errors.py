"""The errors that a user can mend; the command line turns each into one line on standard error."""

from __future__ import annotations


class IncidentsError(Exception):
    """Base of every error whose message tells the user what to do."""


class ModelNotFound(IncidentsError):
    """No English spaCy pipeline of the wanted name is installed."""


class PatternError(IncidentsError, ValueError):
    """A pattern file is wrong; the message names file, line or path inside it, and what is allowed there."""


class UsageError(IncidentsError):
    """An argument or option that cannot be used as given."""


class NoDataset(IncidentsError):
    """The folder holds no tables, or tables of another schema version."""


class BrokenOffsets(IncidentsError):
    """A stretch of text that was to be written does not stand in the report where its offsets say."""


class WorkerDied(IncidentsError):
    """A worker process ended without an answer, as when memory runs out."""
