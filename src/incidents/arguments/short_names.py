"""Sites called by the first half of a name that the report gives in full: "inmates at Pavon" where it has spoken of Pavon prison."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.site_descriptions import facility
from incidents.arguments.site_people import PRISONERS
from incidents.arguments.site_phrases import MONTHS
from incidents.arguments.where import level
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

#: Kinds whose short form is also the name of a town, a firm or a people more often than of the site.
FULL_ONLY = frozenset({"market", "border", "diplomatic_mission", "port", "construction_site", "other", "military_unit"})
LEADING = r"\b(?:at|in|inside|from|of|to|into|outside|leave|left|leaving|fled|called) (?:the )?"
KEPT = re.compile(
    r"\b(?:(?:prisoners?|inmates?|convicts?|detainees?|guards?) (?:at|of|inside)|(?:imprisoned|interned|locked up|held|jailed) (?:at|inside)"
    r"|(?:served|serving|spent|spending) (?:[\w-]+ ){0,4}(?:at|in|inside))(?: the)? $"
)
#: How a report of camps and their prisoners speaks of one by its town: "he escaped from Yodok", "nine years in Yodok".
OF_A_CAMP = re.compile(
    r"(?:\b(?:[Ee]scap\w+|[Ff]led|[Bb]roke out|got out|ran away|released|freed|runaways?|fugitives?|survivors?"
    r"|(?:former|ex-) ?\w+)(?: alive)? (?:from|of)"
    r"|\b(?:[Ss]ection \d+|zone|village|valley|wire|fence|gates?|guards?|inmates?|prisoners?) (?:of|in|at|around)"
    r"|\b(?:sent|taken|banished|deported|transferred|consigned|committed) (?:away )?to|\b(?:years|months|childhood|born|died|life|time) (?:in|at)) $"
)
#: "No. 9" alone, where the report numbers such sites: "Camp No. 11".
NUMBER = re.compile(
    rf"{LEADING}(?P<name>No\. ?\d{{1,3}})(?![\w-]| [A-Z]| [a-z]+ (?:camp|factory|mine|pit|unit|section))"
)
NUMBERED = re.compile(r"\bNo\. ?\d")
CAMPS = ("kyohwaso", "kwanliso")


def short_names(
    page: Page, sentence: Sentence, sites: Callable[[Page], list[tuple[str, NameMention]]]
) -> Iterator[tuple[str, NameMention]]:
    """Facility types and names of the sites that a sentence calls by a short form or by the town of a camp."""
    for short, kind, full in page.once("short names of sites", lambda: _forms(page, sites(page))):
        pattern = rf"{LEADING}(?P<name>{re.escape(short)})(?![\w-]| [A-Z]|['’]s [A-Z]|, (?:in |[A-Z]))"
        for match in re.finditer(pattern, page.text[sentence.start : sentence.end]):
            start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
            yield kind, replace(facility(page, start, end, f"short for {full!r}"), canonical=full)
    for kind in page.once("kinds of numbered sites", lambda: _numbered(sites(page))):
        for match in NUMBER.finditer(page.text, sentence.start, sentence.end):
            yield kind, facility(page, match.start("name"), match.end("name"), "the number alone of such a site")
    for name in page.names:
        if not sentence.start <= name.start < sentence.end:
            continue
        before = page.text[max(0, name.start - 50) : name.start]
        if KEPT.search(before) or (OF_A_CAMP.search(before) and _of_camps(page, name)):
            yield from _camp_of(page, name)


def _numbered(named: list[tuple[str, NameMention]]) -> list[str]:
    """The kind of site that the report tells apart by numbers; none where several are."""
    kinds = {kind for kind, name in named if NUMBERED.search(name.text) and not name.text.startswith("No")}
    return sorted(kinds) if len(kinds) == 1 else []


def _forms(page: Page, named: list[tuple[str, NameMention]]) -> list[tuple[str, str, str]]:
    """Short form, facility type and full name; none where one short form would stand for two sites."""
    found: dict[str, set[tuple[str, str]]] = {}
    towns = {n.text for n in page.names if level(n) is not None}
    for kind, name in named:
        words = name.text.split()
        head = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
        if (
            kind in FULL_ONLY
            or not words[-1].islower()
            or not 1 <= len(head) < len(words)
            or head[0] in MONTHS  # "the February 8 vinalon complex" is not called "February 8"
            or words[: len(head)] != head
            or DEMONYM.search(head[0])  # "a Chinese jail"
        ):
            continue
        short, tokens = " ".join(head), page.tokens_of(name.start, name.start + len(" ".join(head)))
        known = [page.name_of_token.get(t.i) for t in tokens]
        if len(short) > 3 and short not in towns and not any(n is not None and level(n) is not None for n in known):
            found.setdefault(short, set()).add((kind, name.text))
    return [(short, *next(iter(full))) for short, full in sorted(found.items()) if len(full) == 1]


def _of_camps(page: Page, place: NameMention) -> bool:
    """Whether a county named in a report of prisoners and their camps is one that is known for its camp alone."""
    alone = not re.match(
        r" (?:[Cc]ounty|[Tt]own|[Cc]ity|[Pp]rovince|[Dd]istrict)\b", page.text[place.end : place.end + 12]
    )
    return alone and place.label == "COUNTY" and "camp" in page.lemmas and bool(page.lemmas & PRISONERS)


def _camp_of(page: Page, place: NameMention) -> Iterator[tuple[str, NameMention]]:
    """The only long-term camp of a town, under the town's name: "a guard at Yodok", "inmates of Kangdong"."""
    if level(place) != 2 or place.entity_id is None:
        return
    entries = [e for e in page.gazetteer.entries.values() if e.parent == place.entity_id and e.kind in CAMPS]
    if len(entries) == 1:
        entry = entries[0]
        yield (
            str(entry.facility_type),
            replace(
                place,
                label="CAMP",
                entity_id=entry.id,
                canonical=entry.name,
                kind=entry.kind,
                reason="the camp of the town",
            ),
        )
