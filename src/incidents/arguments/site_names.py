"""Names of sites that no gazetteer holds: "Delfin yard", "the labour training camp in Musan", "the Hai Xin 709", "School No. 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

#: Kinds of site that "<kind> in <town>" tells apart well enough to be a name; the rest only with "the".
DESCRIBED = frozenset(
    [
        *("diplomatic_mission", "political_prison_camp", "reeducation_camp", "labor_training_camp", "prison", "mine"),
        *("port", "detention_facility", "military_unit"),
    ]
)
DEFINITE_ONLY = frozenset({"mine", "port", "factory", "restaurant"})
#: Of the kinds that have many in every town, the nouns of which there is one: "the Unhung county lockup", "Suwon Air Base".
ONE_IN_TOWN = re.compile(
    r"lock-?up|(?:detention|interrogation|holding) (?:cent(?:er|re)|facility|house)"
    r"|(?:air|naval|army|military|air force|submarine) ?base|airbase|airfield|base"
)
ONE_OF_ITS_TOWN = re.compile(
    rf"{ONE_IN_TOWN.pattern}|police station|security department|market|marketplace|jangmadang|bazaar"
)
UNOWNED = frozenset({"border"})
OWNER = re.compile(
    r"(?:(?:North|South) Korea(?:n|[’']s)|DPRK|ROK|[A-Z]\.? ?Korean|(?:[A-Z]\.){2}|[A-Z][a-z]+(?:n|ese"
    r"|ish|sh|i|ch|[’']s))(?: [Tt]rade| [Gg]eneral)? $"
)
WITHIN = re.compile(r"(?: in| at| near| of) (?:the (?:[\w-]+ )?(?:city|town|county|village|port) of )?$")
BETWEEN = re.compile(r"(?:['’]s)? (?:(?!(?:of|in|at|on|to|the|a|an|and|or|from|for|by|near|with) )[a-z]+ ){0,2}")
INDEFINITE = re.compile(r"\b(?:an?|another|one|some|any|every|each|several|many|two|three|\d+)\s+(?:[a-z]+ )?$")
CALLED = re.compile(
    r",? (?:called|named|known as|known locally as|by the name of|(?:which|that) (?:is|was) called|which calls itself)"
    r" (?:the )?[\"“‘']?(?P<name>[A-Z][\w’-]*(?: (?:No\. ?)?[A-Z0-9][\w’-]*){0,4})"
)
THE = re.compile(r"\b(?:the|this|that) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
#: What is only a site by a name of its own ("the Zenit Arena stadium"), and is one of builders where a report speaks of them.
NAMED_ONLY = frozenset(
    [
        "stadium",
        "arena",
        "hotel",
        "school",
        "hospital",
        "airport",
        "resort",
        "university",
        "dam",
        "bank",
        "bridge",
        "tower",
    ]
)
BUILT = frozenset(["stadium", "arena", "airport", "resort", "dam", "bridge", "tower", "hotel"])
BUILDING = frozenset(["construction", "builder", "build", "subcontractor", "builders"])
WATERS = frozenset({"Sea", "Ocean", "Coast", "Bay", "Gulf", "Strait", "Pacific", "Atlantic", "Baltic", "Mediterranean"})
WORKSITE = frozenset(
    [
        *("construction site", "building site", "site", "project", "worksite", "construction project"),
        *("housing project", "housing development", "building project"),
    ]
)
DEMONYM = re.compile(
    r"(?:[a-z](?:ean|ian|ese|ish|can|rman|ssian)|French|Dutch|Thai|Czech|Greek|Iraqi|Kuwaiti|Qatari|Saudi)$"
)
NOT_OWNERS = re.compile(
    r"(?:north|south|east|west|central)(?:ern)?|the|an?|this|that|these|those|its?|their|his|her|our|another|one|two|three"
    r"|in|on|at|of|from|every|each|many|several|some|most|all|first|second|third|new|old|state|labou?r|kyo|hwa|so|re"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\bNo\. ?\d")
LONGEST = 6  # words of a name; a longer row of capitals is a headline
#: How many words may say what a site makes between its name and its noun; words that say something else.
MADE = 2
NOT_MADE = frozenset(
    ["same", "other", "former", "nearby", "local", "main", "old", "new", "big", "large", "small", "foreign", "whole"]
)
CALLED_BEHIND = re.compile(r" [A-Z][\w’-]+(?: [A-Z][\w’-]+)?")
PLURAL = re.compile(r"e?s\b")


def named_site(page: Page, span: Span, kind: str) -> NameMention | None:
    """The site at a noun, if the words around it work as its name; null for "a mine", "the factory"."""
    noun = page.text[span.start : span.end].lower()
    if noun == "mission" or PLURAL.match(page.text, span.end):
        return None
    number = re.match(r" No\. ?\d+\b", page.text[span.end : span.end + 9])
    if number and noun[:1] != page.text[span.start : span.start + 1]:
        return facility(page, span.start, span.end + number.end(), "a number behind the kind of site")
    if (
        kind == "restaurant"
        and (behind := CALLED_BEHIND.match(page.text, span.end))
        and noun[0].upper() == page.text[span.start]
    ):
        return facility(page, span.start, behind.end(), "a name behind the kind of site")
    if kind not in UNOWNED and (kind not in {"other", "construction_site"} or noun in NAMED_ONLY | WORKSITE):
        start = _owner(page, span, places=noun in WORKSITE)
        if start is not None and (
            noun not in WORKSITE or re.search(r"\bthe $", page.text[max(0, start - 4) : start], re.IGNORECASE)
        ):
            return facility(page, start, span.end, "a proper name before the kind of site")
    return _called(page, span) or _in_town(page, span, kind)


def _called(page: Page, span: Span) -> NameMention | None:
    """The name of "a restaurant called Moran-kwan", "the plant, known as the January 20 factory"."""
    match = CALLED.match(page.text, span.end)
    if match is None or any(n.label == "PERSON" and n.start == match.start("name") for n in page.names):
        return None
    return facility(page, match.start("name"), match.end("name"), "what the site is called")


def _in_town(page: Page, span: Span, kind: str) -> NameMention | None:
    """ "South Korean embassy in Kuwait City", "the labour training camp in Musan", "Musan mine"."""
    start, end = span.start, span.end
    noun = page.text[start:end].lower()
    owner = OWNER.search(page.text[max(0, start - 30) : start])
    place: NameMention | None = None
    before = False
    for name in page.names:
        if level(name) is None or (level(name) != 2 and not (kind == "diplomatic_mission" and level(name) == 0)):
            continue
        if name.start >= end and WITHIN.fullmatch(page.text[end : name.start]):
            place, end, before = name, name.end, False
            break
        if not name.text[:1].isupper():
            continue  # "the city", said of one named before
        if name.end <= start and level(name) == 2 and BETWEEN.fullmatch(page.text[name.end : start]):
            place, start, before = name, name.start, True
    if kind == "diplomatic_mission":
        if owner is None and page.text[max(0, start - 3) : start] not in {"'s ", "’s "} and place is None:
            return None
        if owner is not None:
            start -= len(owner.group())
    elif place is None or not _tells_apart(page, kind, noun, Span(start, end), place if before else None):
        return None
    found = facility(page, start, end, "a description that works as a name")
    if place is None:
        return found
    return NameMention(
        start,
        end,
        found.text,
        "FACILITY",
        None,
        found.text,
        None,
        place.country,
        place.admin1_code,
        reason=found.reason,
    )


def _tells_apart(page: Page, kind: str, noun: str, span: Span, before: NameMention | None) -> bool:
    """Whether a town, before or behind its noun, is enough to say which site is meant."""
    definite = THE.search(page.text[max(0, span.start - 40) : span.start]) is not None
    if before is not None:
        made = page.text[before.end : span.end].split()[:-1]  # "the Hyesan textile mill", but "the Dandong factory"
        one = kind in DESCRIBED - {"detention_facility", "military_unit"} or ONE_OF_ITS_TOWN.fullmatch(noun)
        several = INDEFINITE.search(page.text[max(0, span.start - 20) : span.start]) is not None
        return bool(one and (definite or not several)) or (kind == "factory" and bool(made) and definite)
    if kind in DEFINITE_ONLY or kind == "military_unit":
        return definite and (kind != "military_unit" or ONE_IN_TOWN.fullmatch(noun) is not None)
    return kind in DESCRIBED and (kind != "detention_facility" or ONE_IN_TOWN.fullmatch(noun) is not None)


def _owner(page: Page, span: Span, *, places: bool) -> int | None:
    """Where a proper name right before the noun begins ("Delfin yard", "the Kholodna Balka colliery"), or null."""
    tokens = page.tokens_of(span.start, span.end)
    if tokens and in_capitals(tokens[0]):
        return None
    start = None
    token = tokens[0].nbor(-1) if tokens and tokens[0].i > 0 else None
    token = _past_trade(token)
    while token is not None and (token.text == "-" or _owning(token) or _numbering(token)):
        name = page.name_of_token.get(token.i)
        numbered = start is not None and page.text.startswith("No", start)  # "Huichon No. 2 Power Station"
        owned = name is not None and (level(name) is not None or name.label in {"COMPANY", "ORG", "GPE"})
        if (owned and not places and not numbered) or token.text in WATERS:
            return None
        start = start if token.text == "-" else token.idx
        if token.i == token.sent.start:
            return None
        token = token.nbor(-1)
    return start


def _past_trade(token: Token | None) -> Token | None:
    """The word before what a site makes: "JCY" of "the JCY furniture plant"; the same word where that has no name."""
    before = token
    for _ in range(MADE):
        if before is None or not before.is_alpha or not before.is_lower or before.i == before.sent.start:
            break
        if before.pos_ not in {"NOUN", "ADJ"} or before.lower_ in NOT_MADE:
            break
        before = before.nbor(-1)
        if _owning(before) and before.pos_ == "PROPN":
            return before
    return token


def _numbering(token: Token) -> bool:
    """A number inside a name, in one token or several: "Huichon No. 2 Power Station"."""
    around = token.doc[max(0, token.i - 2) : token.i + 3].text
    return (token.text in {"No.", "No", "."} and NUMBERED.search(around) is not None) or (
        token.text.isdigit()
        and re.search(r"\bNo\. ?$", token.doc[max(0, token.i - 2) : token.i].text_with_ws) is not None
    )


def in_capitals(token: Token) -> bool:
    """Whether most words of its sentence are capitalised, as in a headline: then capitals tell no name."""
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    run = _run(token)
    around = [t for t in words if t.i not in run]
    if len(around) >= 3:
        words = around
    elif len(words) <= 3 or any(t.is_lower for t in around):
        return False
    return sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _run(token: Token) -> range:
    """The capitalised words in a row that a token stands in, where it stands in the middle of lower-case ones."""
    first = last = token.i
    doc, start, end = token.doc, token.sent.start, token.sent.end
    while first > start and (doc[first - 1].text[0].isupper() or doc[first - 1].text[0].isdigit()):
        first -= 1
    while last + 1 < end and (doc[last + 1].text[0].isupper() or doc[last + 1].text[0].isdigit()):
        last += 1
    return range(first, last + 1) if last - first < LONGEST else range(0)


def _owning(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ in {"PROPN", "ADJ", "NOUN", "X"}
        and token.ent_type_ not in {"NORP", "DATE"}
        and not NOT_OWNERS.fullmatch(token.text)
        and not DEMONYM.search(token.text)
    )


def only_a_nationality(name: str) -> bool:
    """Whether the only capitalised words are nationalities: "Korean concentration camp", "Chinese jail"."""
    proper = [word for word in name.split() if word[:1].isupper() and word.lower() not in {"north", "south"}]
    return "mbassy" not in name and "onsulate" not in name and all(DEMONYM.search(word) for word in proper)


def facility(page: Page, start: int, end: int, reason: str) -> NameMention:
    """A site of no gazetteer at ``start`` to ``end``, under the text's own words."""
    words = page.text[start:end]
    return NameMention(start, end, words, "FACILITY", None, words, reason=reason)
