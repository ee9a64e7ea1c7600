"""Why dataset and labels differ: each miss, false alarm and wrong field with its sentence and what decided it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from incidents.evaluate.agree import COUNTS, LABELS, NAMES
from incidents.evaluate.gold import Bounds, GoldAmount, GoldIncident
from incidents.evaluate.predicted import Predicted, PredictedReport, Row
from incidents.evaluate.score import Judged, Match, touch
from incidents.model import Span

NO_PATTERN = "no pattern fired"
NOT_IN_TEXT = "the anchor does not stand in the text"
OTHER_INCIDENT = "kept, but its incident answers another label or none"
UNLABELLED = "nothing is labelled there"
SECOND = "the label is answered by another incident"
OTHER_TYPE = "labelled as another type"
COLUMNS = {
    "date": ("date_start", "date_end"),
    "amount": ("amount_min", "amount_max", "amount_currency", "amount_percent"),
}
END = re.compile(r"[.!?][\"”’')\]]*\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Trace:
    """A mention in the way of an error: the trigger, the pattern that fired, and why it was dropped (null if kept)."""

    event_type: str
    trigger: str
    pattern: str
    dropped_because: str | None
    cues: tuple[str, ...] = ()

    def __str__(self) -> str:
        cues = f" ({', '.join(self.cues)})" if self.cues else ""
        verdict = f"dropped: {self.dropped_because}{cues}" if self.dropped_because else "kept"
        return f"{self.event_type} “{self.trigger}” by {self.pattern}, {verdict}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One error. ``field`` is null for whole incidents; ``gold`` and ``found`` are values as text, null when absent.

    ``label`` is the label's id (null for a false alarm), ``reason`` in one phrase what went wrong.
    """

    kind: Literal["missed", "false alarm", "field"]
    doc_id: str
    event_type: str
    sentences: tuple[str, ...]
    reason: str
    label: str | None = None
    field: str | None = None
    gold: str | None = None
    found: str | None = None
    words: str | None = None
    traces: tuple[Trace, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def differences(judged: Iterable[Judged]) -> tuple[Difference, ...]:
    """All errors: missed incidents, false alarms, then fields, in the order of types and labels."""
    found = [d for report in judged for d in (*_misses(report), *_false_alarms(report), *_fields(report))]
    order = ("missed", "false alarm", "field")
    return tuple(sorted(found, key=lambda d: (order.index(d.kind), d.field or "", d.event_type)))


def _misses(judged: Judged) -> Iterator[Difference]:
    for label in judged.misses:
        anchors = judged.anchors[label.id]
        traces = tuple(_trace(row) for row in judged.report.mentions if touch([_sentence_span(row)], anchors))
        sentences = tuple(dict.fromkeys(sentence(judged.report.text, anchor) for anchor in anchors))
        reason = _why_missed(label, anchors, traces)
        yield Difference("missed", judged.gold.doc_id, label.type, sentences, reason, label.id, traces=traces)


def _why_missed(label: GoldIncident, anchors: tuple[Span, ...], traces: tuple[Trace, ...]) -> str:
    if not anchors:
        return NOT_IN_TEXT
    own = [trace for trace in traces if trace.event_type in label.types]
    if not own:
        return NO_PATTERN if not traces else f"{NO_PATTERN} of this type"
    if any(trace.dropped_because is None for trace in own):
        return OTHER_INCIDENT
    return "dropped: " + ", ".join(sorted({str(trace.dropped_because) for trace in own}))


def _false_alarms(judged: Judged) -> Iterator[Difference]:
    for found in judged.false_alarms:
        rows = [row for row in judged.report.mentions if row["incident_id"] == found.incident_id]
        sentences = tuple(_words(judged.report.text, quote) for quote in found.quotes)
        touched = [g for g in judged.gold.incidents if touch(found.quotes, judged.anchors[g.id])]
        if any(found.event_type in label.types for label in touched):
            reason = SECOND
        else:
            kinds = ", ".join(sorted({label.type for label in touched}))
            reason = f"{OTHER_TYPE}: {kinds}" if touched else UNLABELLED
        traces = tuple(map(_trace, rows))
        yield Difference("false alarm", judged.gold.doc_id, found.event_type, sentences, reason, traces=traces)


def _fields(judged: Judged) -> Iterator[Difference]:
    for match in judged.counted:
        for name, cell in match.fields.items():
            if cell.wrong:
                yield _field(judged, match, name, cell.gold, cell.found)
        for name in LABELS:
            wanted, value = getattr(match.gold, name), match.found.row.get(name)
            if wanted != value:
                yield _difference(judged, match, name, wanted, value, None, "decided from the mentions")


def _field(judged: Judged, match: Match, name: str, gold: bool, found: bool) -> Difference:
    origin = _origin(judged.report, match.found, name)
    what = "different" if gold and found else ("too many" if found else "not found")
    rule = f"; {origin['basis']}, rule: {origin['rule']}" if origin else ""
    wanted = _gold_text(match.gold, name) if gold else None
    value = _found_text(match.found, name) if found else None
    words = origin["text"] if origin else None
    return _difference(judged, match, name, wanted, value, words, f"{what}{rule}")


def _difference(
    judged: Judged, match: Match, name: str, gold: str | None, found: str | None, words: str | None, reason: str
) -> Difference:
    sentences = (_words(judged.report.text, match.found.quote),)
    doc_id, label = judged.gold.doc_id, match.gold
    return Difference("field", doc_id, label.type, sentences, reason, label.id, name, gold, found, words)


def columns_of(name: str) -> tuple[str, ...]:
    """The columns that hold a scored field."""
    return (f"{name}_min", f"{name}_max") if name in COUNTS else COLUMNS.get(name, (name,))


def _origin(report: PredictedReport, found: Predicted, name: str) -> Row | None:
    keys = [(found.incident_id, column) for column in columns_of(name)]
    return next((report.values[key] for key in keys if key in report.values), None)


def _found_text(found: Predicted, name: str) -> str:
    cells = [found.row.get(column) for column in columns_of(name)]
    if name in COUNTS or name == "date":
        return " – ".join("…" if cell is None else str(cell) for cell in cells)
    return " ".join(str(cell) for cell in cells if cell is not None)


def _gold_text(gold: GoldIncident, name: str) -> str:
    if name == "date":
        return f"{gold.date_start} – {gold.date_end}"
    value = getattr(gold, name)
    if name in NAMES:
        return " / ".join(value)
    if name in COUNTS:
        return _range(value)
    if isinstance(value, GoldAmount):
        if value.percent is not None:
            return f"{value.percent:g}%"
        return f"{_range((value.min, value.max))} {value.currency or ''}".rstrip()
    return str(value)


def _range(bounds: Bounds) -> str:
    return " – ".join("…" if bound is None else f"{bound:.10g}" for bound in bounds)


def _trace(row: Row) -> Trace:
    cues = tuple(row["cues"] or ())
    return Trace(row["event_type"], row["trigger"], row["pattern"] or "", row["dropped_because"], cues)


def _sentence_span(row: Row) -> Span:
    return Span(row["sentence_start"], row["sentence_end"])


def sentence(text: str, span: Span) -> str:
    """The sentence around a stretch of text, cut at full stops and paragraphs: for reading, not for offsets."""
    starts = [match.end() for match in END.finditer(text, 0, span.start)]
    after = END.search(text, span.end)
    return _words(text, Span(starts[-1] if starts else 0, after.end() if after else len(text)))


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
