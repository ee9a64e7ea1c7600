"""Stable identifiers of incidents and mentions: made of the text and the evidence in it, never of paths or order."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from incidents.model import Extraction, Incident, Mention

LENGTH = 16
LOW_CONFIDENCE = "low_confidence"
LIKELY = 0.35
"""Incidents less certain than this are left out unless one asks for them; docs/accuracy.md shows what that trades."""


def _digest(*parts: object) -> str:
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:LENGTH]


def text_digest(text: str) -> str:
    """A digest of a report's text, the ground that the other identifiers stand on."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def incident_id(text: str, incident: Incident) -> str:
    """16 hexadecimal digits from the text, the type, the evidence sentences and the triggers in them.

    The triggers tell apart two incidents of one type that share a sentence.
    """
    quotes = [(quote.start, quote.end) for quote in incident.quotes]
    triggers = sorted((mention.trigger_start, mention.trigger_end) for mention in incident.mentions)
    return _digest(text_digest(text), incident.event_type, quotes, triggers)


def mention_id(text: str, mention: Mention) -> str:
    """16 hexadecimal digits from the text, the type and the trigger."""
    return _digest(text_digest(text), mention.event_type, mention.pattern, mention.trigger_start, mention.trigger_end)


def identify(extraction: Extraction) -> Extraction:
    """The extraction with an id on every incident that has none, and every kept mention tied to its incident."""
    text = extraction.report.text
    incidents = tuple(
        i if i.incident_id else replace(i, incident_id=incident_id(text, i)) for i in extraction.incidents
    )
    owner = {mention: incident.incident_id for incident in incidents for mention in incident.mentions}
    mentions = tuple(
        (mention, given or (None if mention.dropped_because else owner.get(mention)))
        for mention, given in extraction.mentions
    )
    return replace(extraction, incidents=incidents, mentions=mentions)


def confident(extraction: Extraction, minimum: float) -> Extraction:
    """The extraction without incidents whose confidence is below ``minimum`` (0 to 1); their mentions say why."""
    kept = tuple(incident for incident in extraction.incidents if incident.confidence >= minimum)
    names = {incident.incident_id for incident in kept}
    mentions = tuple(
        pair
        if pair[1] is None or pair[1] in names
        else (replace(pair[0], dropped_because=pair[0].dropped_because or LOW_CONFIDENCE), None)
        for pair in extraction.mentions
    )
    return replace(extraction, incidents=kept, mentions=mentions)
