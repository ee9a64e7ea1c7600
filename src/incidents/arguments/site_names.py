"""Names of sites that no gazetteer holds: "Delfin yard", "the labour training camp in Musan", "the Hai Xin 709", "School No. 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.where import level
from incidents.model import NameMention, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

#: Kinds of site that "<kind> in <town>" tells apart well enough to be a name; the rest only with "the".
DESCRIBED = frozenset(
    {"diplomatic_mission", "political_prison_camp", "reeducation_camp", "labor_training_camp", "prison", "mine", "port"}
)
DEFINITE_ONLY = frozenset({"mine", "port", "factory", "restaurant"})
UNOWNED = frozenset({"border", "market"})
OWNER = re.compile(
    r"(?:(?:North|South) Korea(?:n|[’']s)|DPRK|ROK|[A-Z]\.? ?Korean|(?:[A-Z]\.){2}|[A-Z][a-z]+(?:n|ese"
    r"|ish|sh|i|ch|[’']s))(?: [Tt]rade| [Gg]eneral)? $"
)
WITHIN = re.compile(r"(?: in| at| near| of) (?:the (?:[\w-]+ )?(?:city|town|county|village|port) of )?$")
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
WORKSITE = frozenset({"construction site", "building site", "site", "project", "worksite"})
DEMONYM = re.compile(
    r"(?:[a-z](?:ean|ian|ese|ish|can|rman|ssian)|French|Dutch|Thai|Czech|Greek|Iraqi|Kuwaiti|Qatari|Saudi)$"
)
NOT_OWNERS = re.compile(
    r"(?:north|south|east|west|central)(?:ern)?|the|an?|this|that|these|those|its?|their|his|her|our|another|one|two|three"
    r"|in|on|at|of|from|every|each|many|several|some|most|all|first|second|third|new|old|state|labou?r|kyo|hwa|so|re"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
WORD = r"[A-Z][\w’'-]*"
SHIP = r"clipper|cutter|schooner|long-?liner|freighter|trawler|vessel|ship|tanker|ferry|carrier|fishing boat|squid boat|barge|steamer|tugboat"
CALLED_BEHIND = re.compile(r" [A-Z][\w’-]+(?: [A-Z][\w’-]+)?")
PLURAL = re.compile(r"e?s\b")
SHIPS = re.compile(
    rf"\b(?:(?:MV|M/V|M\.V\.|MT|SS|FV|F/V) (?P<prefixed>{WORD}(?: {WORD})*(?: \d+)?)"
    rf"|(?:{SHIP}),? (?:called |named |the )?[\"“‘']?(?P<called>{WORD}(?: {WORD})*(?: \d{{1,4}})?)"
    rf"|(?:the|The|aboard|of the) [\"“‘']?(?P<numbered>{WORD}(?: {WORD}){{0,2}} \d{{1,4}}))(?![\w-])"
)
NO_SHIP = re.compile(
    r"\b(?:Camp|Office|Bureau|Room|Resolution|Unit|Section|Article|Kwanliso|Kyohwaso|Group|Department|Factory|Highway|Route|Flight|Boeing"
    r"|Captain|North|South|Korean?|Chinese|Japanese|Russian|Battalion|Division|Regiment|Corps|Figure|Table|Chapter|Page|Phase|Day"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|World|Cup|Olympics)\b"
)
SEA_WORDS = frozenset(
    [
        "ship",
        "vessel",
        "boat",
        "trawler",
        "freighter",
        "crew",
        "captain",
        "sailor",
        "seaman",
        "longliner",
        "tanker",
        "deck",
    ]
)
OFFICE = re.compile(
    rf"\b(?:Ministry of (?:the )?{WORD}(?:,? (?:and )?{WORD}){{0,3}}|(?:{WORD} ){{0,2}}{WORD} [Mm]inistry|(?:coal|education|labou?r|finance) ministry"
    rf"|(?:(?:municipal|provincial|city|county|{WORD}) )?[Pp]eople[’']s [Cc]ommittee|(?:{WORD} )?[Cc]ity [Hh]all"
    rf"|(?:{WORD} ){{1,3}}Bank|Banco (?:de|del) {WORD}|(?:[A-Z][\w.’-]* )+refugee office|customs office in {WORD}|(?:{WORD} )+liaison office)(?!\w)"
)
THERE = re.compile(
    r"\b(?:outside|in front of|at|into|inside|before|near|leaving|left|stormed|surrounded|occupied|besieged|picketed|blocked"
    r"|(?:door|gates?|steps|windows?|building|petitions department) of|marched (?:on|to)|went to|blew up|destroyed|attacked|hit)"
    r" (?:the |their |its )?(?:[a-z’'-]+ ){0,2}$"
)


def named_site(page: Page, span: Span, kind: str) -> NameMention | None:
    """The site at a noun, if the words around it work as its name; null for "a mine", "the factory"."""
    noun = page.text[span.start : span.end].lower()
    if noun == "mission" or PLURAL.match(page.text, span.end):
        return None
    number = re.match(r" No\. ?\d+\b", page.text[span.end : span.end + 9])
    if number and noun[:1] != page.text[span.start : span.start + 1]:
        return _facility(page, span.start, span.end + number.end(), "a number behind the kind of site")
    if (
        kind == "restaurant"
        and (behind := CALLED_BEHIND.match(page.text, span.end))
        and noun[0].upper() == page.text[span.start]
    ):
        return _facility(page, span.start, behind.end(), "a name behind the kind of site")
    if kind not in UNOWNED and (kind not in {"other", "construction_site"} or noun in NAMED_ONLY | WORKSITE):
        start = _owner(page, span, places=noun in WORKSITE)
        if start is not None and (
            noun not in WORKSITE or re.search(r"\bthe $", page.text[max(0, start - 4) : start], re.IGNORECASE)
        ):
            return _facility(page, start, span.end, "a proper name before the kind of site")
    if kind not in DESCRIBED | DEFINITE_ONLY:
        return None
    return _in_town(page, span, kind)


def _in_town(page: Page, span: Span, kind: str) -> NameMention | None:
    """ "South Korean embassy in Kuwait City", "the labour training camp in Musan", "Musan mine"."""
    start, end = span.start, span.end
    owner = OWNER.search(page.text[max(0, start - 30) : start])
    place: NameMention | None = None
    before = False
    for name in page.names:
        if level(name) is None or (level(name) != 2 and not (kind == "diplomatic_mission" and level(name) == 0)):
            continue
        if name.start >= end and WITHIN.fullmatch(page.text[end : name.start]):
            place, end, before = name, name.end, False
            break
        if name.end <= start and page.text[name.end : start] in {" ", "'s ", "’s "} and level(name) == 2:
            place, start, before = name, name.start, True
    if kind == "diplomatic_mission":
        if owner is None and page.text[max(0, start - 3) : start] not in {"'s ", "’s "} and place is None:
            return None
        if owner is not None:
            start -= len(owner.group())
    elif place is None or (kind in DEFINITE_ONLY and not THE.search(page.text[max(0, start - 40) : start])):
        return None
    elif before and kind in {"factory", "restaurant"}:
        return None  # "the Dandong factory" may be one of many
    found = _facility(page, start, end, "a description that works as a name")
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


def _owner(page: Page, span: Span, *, places: bool) -> int | None:
    """Where a proper name right before the noun begins ("Delfin yard", "the Kholodna Balka colliery"), or null."""
    tokens = page.tokens_of(span.start, span.end)
    if tokens and in_capitals(tokens[0]):
        return None
    start = None
    token = tokens[0].nbor(-1) if tokens and tokens[0].i > 0 else None
    while token is not None and (token.text == "-" or _owning(token)):
        name = page.name_of_token.get(token.i)
        if name is not None and (level(name) is not None or name.label in {"COMPANY", "ORG", "GPE"}) and not places:
            return None
        start = start if token.text == "-" else token.idx
        if token.i == token.sent.start:
            return None
        token = token.nbor(-1)
    return start


def in_capitals(token: Token) -> bool:
    """Whether most words of its sentence are capitalised, as in a headline: then capitals tell no name."""
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


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


def ships_and_offices(page: Page, sentence: Sentence) -> list[tuple[str, NameMention]]:
    """Ships by name, and ministries, banks and offices that something happens at: facility type and name."""
    found: list[tuple[str, NameMention]] = []
    if page.lemmas & SEA_WORDS:
        for name in page.once("ships", lambda: _ships(page)):
            for match in re.compile(rf"\b{re.escape(name)}(?![\w-])").finditer(page.text, sentence.start, sentence.end):
                found.append(("ship", _facility(page, match.start(), match.end(), "a ship's name")))
    for match in OFFICE.finditer(page.text, sentence.start, sentence.end):
        if THERE.search(page.text[max(sentence.start, match.start() - 60) : match.start()]):
            found.append(("other", _facility(page, match.start(), match.end(), "an office that it happens at")))
    return found


def _ships(page: Page) -> list[str]:
    known = {n.text for n in page.names}
    names = {m.group(m.lastgroup or 0) for m in SHIPS.finditer(page.text)}
    return sorted(n for n in names if n not in known and not NO_SHIP.search(n) and len(n) > 3)


def _facility(page: Page, start: int, end: int, reason: str) -> NameMention:
    words = page.text[start:end]
    return NameMention(start, end, words, "FACILITY", None, words, reason=reason)
