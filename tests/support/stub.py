"""A pipeline that needs no language model: it reads ``TYPE: sentence`` lines, so that tests see only what surrounds it.

A line such as ``escape: Three men fled the camp.`` is an incident; ``?escape: …`` is a mention that was dropped;
``broken: …`` makes the pipeline raise.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import partial

from incidents.model import Extraction, Incident, Mention, NameMention, Report, Span, Value

LINE = re.compile(r"^(?P<drop>\??)(?P<type>[a-z_]+): (?P<sentence>.+)$", re.MULTILINE)
NUMBERS = {"One": 1, "Three": 3, "Eighteen": 18}


class StubPipeline:
    """Reads marked lines; knows Musan, four numbers and ISO dates."""

    model_name = "stub"
    model_version = "1.0"
    patterns_digest = "0" * 64
    pattern_digests = {"events/escape.yaml": "1" * 64}  # noqa: RUF012
    event_types = ("escape", "protest")

    def extract(self, report: Report) -> Extraction:
        incidents: list[Incident] = []
        mentions: list[tuple[Mention, str | None]] = []
        names: list[NameMention] = []
        for match in LINE.finditer(report.text):
            if match["type"] == "broken":
                raise RuntimeError("this sentence cannot be parsed")
            mention = _mention(match)
            mentions.append((mention, None))
            if mention.dropped_because is None:
                incidents.append(_incident(report.text, match, mention))
            names.extend(_names(match))
        return Extraction(report, tuple(incidents), tuple(mentions), tuple(names), n_sentences=len(mentions))

    def readers(self, reports: Sequence[Report]) -> list[Callable[[], Extraction]]:
        return [partial(self.extract, report) for report in reports]


def make_stub() -> StubPipeline:
    """For worker processes, which can only be handed a function by name."""
    return StubPipeline()


def _mention(match: re.Match[str]) -> Mention:
    start, end = match.span("sentence")
    trigger = re.search(r"\b(fled|broke out|struck|protested)\b", match["sentence"])
    assert trigger, f"no trigger in {match['sentence']!r}"
    return Mention(
        event_type=match["type"],
        trigger=trigger[0],
        trigger_start=start + trigger.start(),
        trigger_end=start + trigger.end(),
        sentence_start=start,
        sentence_end=end,
        section="body",
        pattern=f"{match['type']}.stub",
        dropped_because="predicted" if match["drop"] else None,
        score=0.9,
        cues=("may",) if match["drop"] else (),
    )


def _incident(text: str, match: re.Match[str], mention: Mention) -> Incident:
    quote = Span(*match.span("sentence"))
    values = list(_values(match))
    return Incident(
        event_type=match["type"],
        event_subtype="camp" if match["type"] == "escape" else None,
        granularity="specific",
        factuality="reported",
        completion="completed",
        quotes=(quote,),
        quote=quote,
        values=tuple(values),
        mentions=(mention,),
        confidence=0.9 if "2019" in match["sentence"] else 0.6,
        evidence=(mention.pattern,),
        fields={value.field: value.value for value in values},
    )


def _values(match: re.Match[str]) -> list[Value]:
    values: list[Value] = []

    def add(field: str, value: object, found: re.Match[str]) -> None:
        start = match.start("sentence") + found.start()
        values.append(Value(field, value, found[0], start, start + len(found[0]), "stated", "stub"))

    sentence = match["sentence"]
    if found := re.search("|".join(NUMBERS), sentence):
        add("participants_min", NUMBERS[found[0]], found)
        add("participants_max", NUMBERS[found[0]], found)
    if found := re.search(r"\d{4}-\d\d-\d\d", sentence):
        day = dt.date.fromisoformat(found[0])
        for field, value in {"date_start": day, "date_end": day, "date_precision": "day"}.items():
            add(field, value, found)
    if found := re.search("Musan", sentence):
        for field, value in {"country": "KP", "admin1": "North Hamgyong", "place": "Musan"}.items():
            add(field, value, found)
    return values


def _names(match: re.Match[str]) -> list[NameMention]:
    start = match.start("sentence")
    return [
        NameMention(start + f.start(), start + f.end(), f[0], "PLACE", "kp-musan", "Musan", "county", "KP", "KP-09")
        for f in re.finditer("Musan", match["sentence"])
    ]
