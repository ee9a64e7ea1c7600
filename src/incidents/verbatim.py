"""The report's own words put back where a respelled copy of them was read (see ``text.casing``)."""

from __future__ import annotations

from dataclasses import replace

from incidents.model import Extraction, Incident, Mention, NameMention, Value


def in_own_words(extraction: Extraction) -> Extraction:
    """The same extraction with every piece of text that has offsets cut out of the report.

    Values that are names without an entry in the gazetteer keep the spelling in which they were read.
    """
    text = extraction.report.text
    return replace(
        extraction,
        incidents=tuple(_incident(text, incident) for incident in extraction.incidents),
        mentions=tuple((_mention(text, mention), incident_id) for mention, incident_id in extraction.mentions),
        names=tuple(_name(text, name) for name in extraction.names),
    )


def _incident(text: str, incident: Incident) -> Incident:
    return replace(
        incident,
        values=tuple(_value(text, value) for value in incident.values),
        mentions=tuple(_mention(text, mention) for mention in incident.mentions),
    )


def _mention(text: str, mention: Mention) -> Mention:
    return replace(mention, trigger=text[mention.trigger_start : mention.trigger_end])


def _name(text: str, name: NameMention) -> NameMention:
    return replace(name, text=text[name.start : name.end])


def _value(text: str, value: Value) -> Value:
    if value.text is None or value.start is None or value.end is None:
        return value
    return replace(value, text=text[value.start : value.end])
