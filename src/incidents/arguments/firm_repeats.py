"""The other mentions of the firms that a report names: by a short form, by the letters behind a name, by a town's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from incidents.arguments.firm_parts import BESIDE
from incidents.gazetteer.short import ShortForms
from incidents.model import NameMention

LOCATIVE = re.compile(r"\b(?:in|at|near|outside|around|to|into|towards?|through|across) (?:the )?$", re.IGNORECASE)
FROM = re.compile(rf"{LOCATIVE.pattern}|\b(?:from|of) $", re.IGNORECASE)
PLACELIKE = re.compile(r",? (?:County|Province|City|District|River|county|province|city|district|region|port)\b")
BRACKETED = re.compile(r",?\s?\((?:the\s)?[\"“]?([A-Z][A-Za-z&-]{1,11})[\"”]?\)")


def listed_as(names: Iterable[NameMention], short: ShortForms) -> Iterator[NameMention]:
    """The names under the id of the gazetteer's company that they are short for, if there is one."""
    for name in names:
        entry = short.companies.get(name.text)
        if entry is None:
            yield name
        else:
            reason = name.reason if name.reason == BESIDE else f"short for {entry.name!r}"
            yield replace(name, entity_id=entry.id, canonical=entry.name, kind=entry.kind, reason=reason)


def other_mentions(text: str, firms: Sequence[NameMention], known: Sequence[NameMention]) -> Iterator[NameMention]:
    """The other mentions of a name that words have called a firm and that is also a town's: "a firm called Sinhung"."""
    towns = {f.text: f for f in firms for n in known if n.label != "COMPANY" and (n.start, n.end) == (f.start, f.end)}
    for place in known:
        firm = towns.get(place.text)
        if firm is not None and not (
            PLACELIKE.match(text, place.end) or FROM.search(text, max(0, place.start - 20), place.start)
        ):
            yield replace(firm, start=place.start, end=place.end, reason=f"elsewhere {firm.reason}")


def repeated(text: str, told: Sequence[NameMention], short: ShortForms) -> Iterator[NameMention]:
    """Short forms of the report's own companies, and the letters in brackets behind a name."""
    seen: dict[str, NameMention] = {}
    for name in told:
        full = replace(name, reason=f"short for {name.text!r}")
        for form in {*short.of(name.text), *short.of(name.canonical or "")} - {name.text}:
            seen.setdefault(form, full)
        if bracket := BRACKETED.match(text, name.end):
            seen.setdefault(bracket.group(1), full)
    for form in sorted(seen, key=lambda f: (-len(f), f)):
        for match in re.finditer(rf"\b{re.escape(form)}\b(?!-)", text):
            yield replace(seen[form], start=match.start(), end=match.end(), text=match.group())
