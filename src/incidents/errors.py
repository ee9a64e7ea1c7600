"""The errors that a user can mend; the command line turns each into one line on standard error."""

from __future__ import annotations


class IncidentsError(Exception):
    """Base of every error whose message tells the user what to do."""


class ModelNotFound(IncidentsError):
    """No English spaCy pipeline of the wanted name is installed."""


class PatternError(IncidentsError, ValueError):
    """A pattern file is wrong; the message names file, line or path inside it, and what is allowed there."""
