"""Small made-up labels and datasets, in few words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from incidents.evaluate.gold import GoldIncident, GoldReport
from incidents.evaluate.predicted import Predicted, PredictedReport
from incidents.model import Span

TEXT = """\
Eighteen men fled the camp in Musan on March 4. They had tied up the guards.

Women rioted at the market in Hyesan. A tank blew up at the mill in Chongjin.
"""
NOTHING: dict[str, Any] = {"granularity": "specific", "factuality": "reported", "completion": "completed"}


def label(identifier: str, event_type: str, *anchors: str, **fields: Any) -> GoldIncident:
    """A label with nothing but what is given."""
    return GoldIncident(**{**NOTHING, "id": identifier, "type": event_type, "anchors": anchors, **fields})


def found(event_type: str, *quotes: str, **cells: Any) -> Predicted:
    """A row of ``incidents`` whose quotes are these words of ``TEXT``."""
    spans = tuple(Span(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in quotes)
    name = f"{event_type}@{spans[0].start}"
    return Predicted(name, event_type, spans[0], spans, {**NOTHING, "confidence": 0.5, **cells})


def labelled(*incidents: GoldIncident) -> GoldReport:
    """The labels of the one made-up report."""
    return GoldReport("made-up", incidents)


def read(*incidents: Predicted, mentions: tuple[dict[str, Any], ...] = (), values: Any = None) -> PredictedReport:
    """What was read from it."""
    return PredictedReport("made-up", TEXT, incidents, mentions, values or {})


def mention(words: str, event_type: str, pattern: str, dropped: str | None, *, of: str | None = None) -> dict[str, Any]:
    """A row of ``mentions`` whose trigger is these words of ``TEXT`` and whose sentence is the line's around it."""
    at = TEXT.index(words)
    start = max(TEXT.rfind(". ", 0, at) + 2 if ". " in TEXT[:at] else 0, TEXT.rfind("\n", 0, at) + 1)
    row = {"event_type": event_type, "trigger": words, "pattern": pattern, "dropped_because": dropped}
    return {**row, "cues": [], "incident_id": of, "sentence_start": start, "sentence_end": TEXT.index(".", at) + 1}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
