"""Names of sites by the shape of their phrase alone, whatever the tagger makes of it: "the Alborz spinning plant", "Hotel Koryo"."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from incidents.arguments.capitals import in_capitals
from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.site_descriptions import facility
from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

#: Buildings and ways of which every town has so many that a name before them is mostly an owner's, and vehicles.
COMMON = frozenset({
    "house", "home", "office", "court", "street", "square", "bus", "train", "flat", "apartment", "shop", "ministry",
    "parliament", "headquarters", "residence", "courtyard", "party office", "government office", "ministry building",
    "embassy school", "people's committee", "labor office", "labour office", "customs office", "labour ministry",
    "kiosk", "grocery", "store", "garage", "villa", "cottage", "shed", "shack", "hangar", "bar", "institute", "college",
    "academy", "county office", "city office", "municipal office", "company office", "management office", "union office",
    "party headquarters", "head office", "shelter", "refugee camp", "transit camp", "railway track", "railway line",
    "prosecutor's office", "prosecutors' office", "immigration office", "police academy", "high-rise", "bungalow",
    "newspaper office", "safe house", "hideout", "basement", "lobby", "fuel tank", "gas tank", "oil tank",
})  # fmt: skip
UNNAMED = frozenset({"border", "diplomatic_mission"})
CAPITAL = r"(?:[A-Z][\w’'&.-]*|No\. ?\d+)"
#: An article or a possessor, up to two adjectives, the name, up to two words of what the site makes.
PHRASE = re.compile(
    rf"(?:\b(?P<the>[Tt]he|[Tt]his) |[’']s )(?:(?!(?:same|other|two|three) )[a-z-]+ ){{0,2}}"
    rf"(?P<name>{CAPITAL}(?: (?:of |de |del |al |& )?{CAPITAL}){{0,4}}) (?P<made>(?:[a-z-]+ ){{0,2}})$"
)
ENDED = re.compile(r"[a-z]{3,}\. ")  # two sentences: "under the Derg. A munitions works"
FUNCTION = frozenset(
    """in on at of by for from to with and or near inside outside into off as is was were are be been has had have the a an
    its their his her this that these those who which whose when while after before but not said says told run owned based
    backed made held led same other former nearby local main old new big large small foreign whole family own first second
    third last next day night morning evening afternoon year month week""".split()  # noqa: SIM905 (a list of this length reads better so)
)
NO_OWNER = re.compile(
    r".+-(?:run|owned|built|backed|made|based|style|type|era|led|funded)|number|industrial|area"
    r"|(?:north|south|east|west|central)(?:ern)?|korea[n’'s]*|state|security|police|people[’']?s?|labou?r|public|social|political|party"
    r"|army|u\.?n\.?|u\.?s\.?|eu|dprk|rok|government|ministry|far|middle|upper|lower|mr|mrs|ms|dr|i|we|he|she|they"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|christmas|easter|lunar|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten",
    re.IGNORECASE,
)
#: Sites that come in numbers under one name: "the Sangwon cement kilns"; of towns they say no more than "its mines".
IN_NUMBERS = re.compile(
    r"\b(?:kilns?|furnaces?|ovens|pans?|greenhouses?|glasshouses?|shipyards?|dockyards?|docks?|cells|diggings|gardens?)$"
)
SEVERAL_OF = frozenset(
    {"factory", "farm", "mine", "port", "dormitory", "construction_site", "logging_site", "detention_facility"}
)
NUMBER = re.compile(r" (?:No\. ?|[Nn]umber |#)\d+\b(?! (?:of|at) (?:the|a)\b)")
CODE = re.compile(r" [A-Z]{1,4}-?\d{1,4}(?:/\d+)?\b")
INDEFINITE = re.compile(r"\b(?:an?|another|one|some|any|every|each|no) (?:[\w-]+ )?$", re.IGNORECASE)
HOUSES = frozenset({"restaurant", "hotel", "hostel", "cafe", "café", "club", "casino", "sanatorium", "cinema", "villa"})
LEADS = (HOUSES - {"sanatorium"}) | {
    "camp", "fort", "stadium", "plaza", "pension", "motel", "shopping centre", "shopping center", "kombinat", "barracks", "colony",
    "penal colony",
}  # fmt: skip
#: A house whose name follows its noun in lower case, too: "the restaurant Moranbong", "the hotel Koryo".
BEHIND_LOWER = re.compile(r" (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)(?![\w’'-])")
#: Works named by a day of the calendar: "the February 8 vinalon complex", "the October 5 mine".
MONTHS = tuple(calendar.month_name[1:])
OF_A_DAY = re.compile(
    rf"\b(?P<name>(?:{'|'.join(MONTHS)}) (?:[12]?\d|3[01]))"
    r" (?:(?!(?:at|in|on|of|the|a|an|and|when|after) )[a-z-]+ ){0,2}$"
)
ALONG = re.compile(r" at (?:kilomet(?:er|re)|km) \d+\b")
CALLED_BEHIND = re.compile(r" [A-Z][\w’-]+(?: [A-Z][\w’-]+)?")
LETTERED = re.compile(r" (?:[A-Z]|\d{1,4}[A-Z]?)\b(?![’']|\.\w| [A-Z])")
LETTERED_NOUNS = frozenset(
    {
        "building",
        "block",
        "tower",
        "plot",
        "shed",
        "hangar",
        "warehouse",
        "camp",
        "pit",
        "shaft",
        "workshop",
        "berth",
        "pier",
    }
)


def named_behind(page: Page, span: Span, kind: str) -> NameMention | None:
    """A name or a number behind its noun: "Hotel Koryo", "lumber station No. 8", "colony IK-7", "Building 500"."""
    noun = page.text[span.start : span.end]
    capital = noun[:1].isupper()
    numbered = NUMBER.match(page.text, span.end)
    before = page.text[max(0, span.start - 30) : span.start]
    if numbered and (capital or (kind not in {"other", "border"} and not INDEFINITE.search(before))):
        return facility(page, span.start, numbered.end(), "a number behind the kind of site")
    if coded := CODE.match(page.text, span.end):
        return facility(page, span.start, coded.end(), "a code behind the kind of site")
    if kind in {"logging_site", "dormitory", "construction_site"} and (along := ALONG.match(page.text, span.end)):
        return facility(page, span.start, along.end(), "a kilometre behind the kind of site")
    if noun in HOUSES and (behind := BEHIND_LOWER.match(page.text, span.end)) and _its_name(page, behind):
        return facility(page, behind.start("name"), behind.end("name"), "a name behind the kind of site")
    if not capital:
        return None
    if (noun.lower() in LEADS or kind == "restaurant") and (behind := CALLED_BEHIND.match(page.text, span.end)):
        return facility(page, span.start, behind.end(), "a name behind the kind of site")
    if noun.lower() in LETTERED_NOUNS and (behind := LETTERED.match(page.text, span.end)):
        return facility(page, span.start, behind.end(), "a letter or number behind the kind of site")
    return None


def _its_name(page: Page, behind: re.Match[str]) -> bool:
    """Whether capitals behind a noun name the house, and no day, people or person; many are named after a place."""
    tokens = page.tokens_of(behind.start("name"), behind.end("name"))
    if not tokens or any(
        t.ent_type_ in {"DATE", "NORP", "TIME"} or t.pos_ not in {"PROPN", "NOUN", "X"} for t in tokens
    ):
        return False
    names = [page.name_of_token.get(t.i) for t in tokens]
    return not any(n is not None and n.label in {"PERSON", "ORG"} for n in names)


def of_a_day(page: Page, span: Span, kind: str) -> NameMention | None:
    """Works that bear a day of the calendar: "the January 20 munitions factory"."""
    found = OF_A_DAY.search(page.text, max(0, span.start - 60), span.start)
    if found is None or kind not in {"factory", "mine", "farm", "port"}:
        return None
    return facility(page, found.start("name"), span.end, "a day of the calendar before the kind of site")


def namable(noun: str, kind: str) -> bool:
    """Whether a proper name before a noun of this kind is the site's name, and not only an owner's: a clinic, but no house."""
    return kind != "construction_site" and (kind != "other" or noun not in COMMON)


def with_article(page: Page, span: Span, kind: str) -> NameMention | None:
    """A name between an article and the noun: "the Lindholm strawberry farm", "Jiangxi's Yongping pit"."""
    noun = page.text[span.start : span.end].lower()
    if kind in UNNAMED or (kind == "other" and noun in COMMON):  # a building site may be "the Hassyan power plant site"
        return None
    found = PHRASE.search(page.text, max(0, span.start - 90), span.start)
    if found is None or set(found["made"].split()) & FUNCTION or ENDED.search(found["name"]):
        return None
    house = page.text[span.start].isupper() and noun in HOUSES  # "the Taedonggang Restaurant"
    start = _first(page, found, places=house)
    if start is None or _somebody_else(page, start, found.end("name")):
        return None
    return facility(page, start, span.end, "a name between an article and the kind of site")


def several_named(page: Page, span: Span, kind: str) -> NameMention | None:
    """One site that comes in numbers: "the Zielony Dwor greenhouses", "the Nampo salt pans", "the Admiralty shipyards"."""
    if kind not in SEVERAL_OF:
        return None
    found = PHRASE.search(page.text, max(0, span.start - 90), span.start)
    if found is None or not (found["the"] or kind == "construction_site") or set(found["made"].split()) & FUNCTION:
        return None
    start = _first(page, found, places=IN_NUMBERS.search(page.text[span.start : span.end]) is not None)
    if start is None or _somebody_else(page, start, found.end("name")):
        return None
    return facility(page, start, span.end, "a name between an article and several of a kind")


def _first(page: Page, found: re.Match[str], *, places: bool = False) -> int | None:
    """Where the name begins, without nationalities and compass points; null if nothing of it is left, or only a place."""
    start = found.start("name")
    for word in re.finditer(r"\S+", found["name"]):
        if not (NO_OWNER.fullmatch(word.group()) or DEMONYM.search(word.group())):
            break
        start = found.start("name") + word.end() + 1
    if start >= found.end("name") or page.text[start:].startswith("-"):
        return None
    tokens = page.tokens_of(start, found.end("name"))
    located = [
        (n := page.name_of_token.get(t.i)) is not None and level(n) is not None for t in tokens if t.text[:1].isupper()
    ]
    if not tokens or (located and all(located) and not places):
        return None
    return start


def _somebody_else(page: Page, start: int, end: int) -> bool:
    """Whether a body, a country or a firm of the gazetteer stands there, which owns more than one site; or a headline."""
    tokens = page.tokens_of(start, end)
    name = page.name_of_token.get(tokens[-1].i)
    if name is not None and (
        name.label in {"ORG", "GPE"} or level(name) == 0 or (name.label == "COMPANY" and name.entity_id)
    ):
        return True
    return in_capitals(tokens[-1])
