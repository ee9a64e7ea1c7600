"""Sites under a name of which nothing says what they are: "23 men died at Halemba", "the women at Dignity Knitter".

What people stand in is a site, and the report tells elsewhere which kind of site it is about. Whether such a name is that of an
incident's site, and not of a hamlet or a body, is weighed with everything else (``discourse.siting``, "alone").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from incidents.arguments.bare_names import DATED, OPENING, OTHERS
from incidents.arguments.capitals import in_capitals
from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.site_descriptions import DESCRIBED, THE, facility
from incidents.arguments.site_phrases import COMMON
from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Site

ALONE = "a name alone that something is at"
#: Sites of which a report is about one kind, and which go by a bare name.
KINDS = frozenset({
    "factory", "mine", "prison", "political_prison_camp", "reeducation_camp", "labor_training_camp", "detention_facility", "logging_site",
    "farm", "restaurant", "construction_site",
})  # fmt: skip
CAPITAL = r"[A-Z][\w’'&-]*[\w’]"
NAME = rf"{CAPITAL}(?: (?:(?:of|de|do|la|el|al) )?{CAPITAL}){{0,3}}(?: (?:No\. ?)?\d{{1,3}})?"
#: What people stand in; with "of" and "from" it may be anything that has people.
STOOD_IN = re.compile(rf"\b(?:[Aa]t|[Ii]nside) (?:the )?[\"“‘*]{{0,2}}(?P<name>{NAME})(?![\w-])")
BEHIND = re.compile(rf" (?P<by>at|of) (?P<name>{NAME})(?![\w-])(?!['’]s)")
#: What is said of hamlets and not of what stands in them.
SETTLED = (
    r"\b(?:in|near|around|nearby|to the (?:north|south|east|west) of"
    r"|(?:town|village|city|hamlet|settlement|port|suburb|district|county) of) {}(?![\w-]| [A-Z])"
)
#: How a name that was stood in once is spoken of again.
AGAIN = r"\b(?:at|inside|in|of|from|outside|to|into|near|left|leave|leaving|fled|before|around) (?:the )?[\"“‘*]{{0,2}}(?P<name>{})(?![\w-]| [A-Z])"
HELD_OR_DUG = KINDS - {"restaurant", "construction_site", "factory"}
NOBODY = frozenset({"PERSON", "NORP", "DATE", "TIME", "LANGUAGE", "EVENT", "LAW", "MONEY", "CARDINAL", "ORDINAL"})
#: What people do at a place that they only come by.
PASSED = re.compile(
    r"\b(?:cross(?:ed|es|ing)?|border|frontier|river|arriv(?:ed|es|ing|al)|land(?:ed|s|ing)|dock(?:ed|s|ing)|anchor(?:ed|s|ing)?|stopp?(?:ed|s|ing)"
    r"|caught|seized|arrested|detained|changed|station|airport|shore|ashore|look(?:ed|s|ing)?|shot|shout(?:ed|s|ing)?|protest(?:ed|s)?)\b[^.;]{0,40}$"
)
#: First words of what is no house and no pit: holidays, bodies, titles.
NO_HOUSE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|President|Premier|King|Queen|Saint|St|Lunar|New|Year|Christmas|Easter|Chuseok|Ramadan|Eid|The|A|An|North|South|East|West"
    r"|Central|Upper|Lower|Least|Once|First|Last|All|Home|Night|Noon|Dawn|Kim|No)\b"
)


def stood_in(page: Page, sentence: Sentence, kind: str | None) -> Iterator[tuple[str, NameMention]]:
    """The sites of a sentence that the report stands somebody in by their name alone: facility type and name.

    ``kind`` is the kind of site that the report is about; null, and nothing is found, where it is about none.
    """
    for name in page.once("names stood in", lambda: _names(page)) if kind is not None else ():
        for match in name.finditer(page.text, sentence.start, sentence.end):
            yield str(kind), facility(page, match.start("name"), match.end("name"), ALONE)


def half_told(site: Site, others: Iterable[Site]) -> bool:
    """Whether a name alone is only the first half of one that is told whole: "Kabila" of "the Kabila statue"."""
    return (
        site.name is not None
        and site.name.reason == ALONE
        and any(o.name is not None and o is not site and o.span.overlaps(site.span) for o in others)
    )


def at_unknown(page: Page, span: Span, kind: str) -> NameMention | None:
    """A site by the hamlet that it is at and no table knows: "the prison of Adi Abeito", "the conference hall at Sipopo"."""
    noun = page.text[span.start : span.end].lower()
    match = BEHIND.match(page.text, span.end)
    if (
        match is None
        or kind in {"border", "diplomatic_mission"}
        or (kind == "other" and noun in COMMON - {"headquarters"})
    ):
        return None
    if not (kind in DESCRIBED or THE.search(page.text[max(0, span.start - 40) : span.start])):
        return None
    pinpoint = match["by"] == "at" or kind in HELD_OR_DUG  # the tagger takes many a hamlet for a person
    last = page.tokens_of(match.start("name"), match.end("name"))[-1:]
    if match["by"] == "of" and any(
        (n := page.name_of_token.get(t.i)) is not None and n.label == "COMPANY" for t in last
    ):
        return None  # "the hostel of Leisure Clothing"
    if not _house(page, match.start("name"), match.end("name"), but=frozenset({"PERSON"}) if pinpoint else frozenset()):
        return None
    return facility(page, span.start, match.end("name"), "a kind of site and the hamlet that it is at")


def _names(page: Page) -> list[re.Pattern[str]]:
    """The names that somebody stands in, as they are spoken of again; the longest first."""
    found = {
        m["name"]
        for m in STOOD_IN.finditer(page.text)
        if _house(page, m.start("name"), m.end("name")) and not _passed(page, m.start("name"))
    }
    found = {n for n in found if re.search(SETTLED.format(re.escape(n)), page.text) is None}
    return [re.compile(AGAIN.format(re.escape(n))) for n in sorted(found, key=lambda n: (-len(n), n))]


def _passed(page: Page, start: int) -> bool:
    """Whether people only came by a name: "crossed into India at Sunauli", "landed at Sheremetyevo"."""
    return PASSED.search(page.text, max(0, start - 60), start) is not None


def _house(page: Page, start: int, end: int, but: frozenset[str] = frozenset()) -> bool:
    """Whether a run of capitals is neither a person, a people, a body, a day nor a place that the tables know.

    ``but`` are kinds of names of which the tagger's word is not taken.
    """
    text, tokens = page.text[start:end], page.tokens_of(start, end)
    words = text.split()
    if (
        not tokens
        or len(text) < 4
        or OTHERS.search(text)
        or text.endswith(" No")
        or NO_HOUSE.match(text)
        or in_capitals(tokens[0])
    ):
        return False
    if words[0] in OPENING or any(w in DATED or DEMONYM.search(w) or w.endswith(("'s", "’s")) for w in words):
        return False
    if any(t.ent_type_ in NOBODY - but for t in tokens) or not any(t.pos_ in {"PROPN", "X"} for t in tokens):
        return False
    known = [n for t in tokens if (n := page.name_of_token.get(t.i)) is not None]
    return not any(level(n) is not None or n.label in {"PERSON", "ORG"} or n.entity_id for n in known)
