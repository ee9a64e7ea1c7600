"""Companies that are sites: named as one ("Ryugyong Restaurant"), or stood in ("At Hanil Shoe, 220 women ...")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Site
from incidents.arguments.firm_words import COMPANY_FORMS
from incidents.arguments.when import tree_distance
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

INSIDE = re.compile(r"\b(?:at|inside) (?:the )?$", re.IGNORECASE)
#: A part of what a firm owns, in which people stand as they stand in the firm: "the yard of Sunhwa Bricks".
PART_OF = re.compile(
    r"\b(?P<part>plants?|factory|premises|yards?|works|workshops?|mill|shell|ruins|grounds|gates?|floors?|lines?|halls?|canteen|kitchen|roof"
    r"|warehouse|compound|boiler (?:room|house)|dormitory|hostel) of (?:the )?$"
)
HOUSING = frozenset({"dormitory", "hostel"})
EMPLOYED = re.compile(
    r"\b(?:works?|worked|employed|worker|job|engineer|manager|clerk|director) at (?:the )?$", re.IGNORECASE
)
CORPORATE = re.compile(rf"\b(?:{COMPANY_FORMS}|Bureau|Limited|Agency)\b")
#: Names of firms that send or lend people, or build, trade and run more than one works.
NO_WORKS = re.compile(
    rf"{CORPORATE.pattern}|\b(?:General|Holdings?|International|Construction|Builders?|Services?|Manpower|Recruit\w*|Staffing|Human|Export\w*"
    r"|Import\w*|Sp|GmbH|AG|LLC|LLP|OOO|JSC|Association|Office|Ministry|Department|Insurance|Bank|Shipping|Airlines?|Airways|Telecom)\b"
)


#: What a firm's name says of the site where its people stand; anything else is a factory.
TRADES = (
    (re.compile(r"\b(?:Mining|Mines?|Coal|Colliery|Collieries|Quarr\w+)\b"), "mine"),
    (re.compile(r"\b(?:Construction|Builders?|Contracting|Stroi|Stroy)\b"), "construction_site"),
    (re.compile(r"\b(?:Farms?|Agro|Plantations?|Greenhouses?)\b"), "farm"),
    (re.compile(r"\b(?:Timber|Logging|Forestry|Les)\b"), "logging_site"),
)
DESCRIBED = re.compile(
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?P<noun>mine|colliery|pit|quarry|farm|plantation|restaurant|shipyard|mill|plant)\b"
)


def firms_as_sites(
    page: Page, sentence: Sentence, head: Token, site_in_name: Callable[[NameMention], str | None]
) -> list[Site]:
    """A company that is a site: named as one ("Ryugyong Restaurant"), or stood in ("At Hanil Shoe, 220 women ...")."""
    found = []
    for name in page.names:
        if name.label != "COMPANY" or not (sentence.start <= name.start < sentence.end):
            continue
        tokens = page.tokens_of(name.start, name.end)
        kind = site_in_name(name)
        before = page.text[sentence.start : name.start]
        part = PART_OF.search(before)
        stood_in = (part or INSIDE.search(before)) and not EMPLOYED.search(before) and not CORPORATE.search(name.text)
        if tokens and (kind or stood_in):
            named = replace(name, canonical=name.text, entity_id=None) if kind else name
            found.append(
                Site(
                    kind
                    or ("dormitory" if part and part["part"] in HOUSING else _made_there(page, name, site_in_name)),
                    Span(name.start, name.end),
                    named,
                    tree_distance(tokens[-1], head),
                )
            )
    return found


def makes_things(page: Page, name: NameMention) -> bool:
    """Whether the works where a firm's people are can go by the firm's own name: "Hanil Shoe", but no "Jonsung Trading"."""
    entry = page.gazetteer.entries.get(name.entity_id or "")
    sends = entry is not None and entry.country in {"KP", ""}
    return not sends and NO_WORKS.search(name.canonical or name.text) is None


def _made_there(page: Page, name: NameMention, site_in_name: Callable[[NameMention], str | None]) -> str:
    """The type of site that people stand in when they stand in a firm: by what it is called behind its name, or by its name."""
    described = DESCRIBED.match(page.text, name.end)
    if described is not None:
        noun = described["noun"].capitalize()
        kind = site_in_name(NameMention(described.start("noun"), described.end("noun"), noun, "FACILITY", None, noun))
        return "mine" if noun in {"Pit", "Quarry"} else kind or "factory"
    return next((kind for words, kind in TRADES if words.search(name.canonical or name.text)), "factory")
