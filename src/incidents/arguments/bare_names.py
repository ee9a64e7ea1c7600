"""Ships, restaurants and hotels whose name stands alone: "the crew of the Pong Su", "she served at the Pyongyang Moran-gwan".

English gives such houses and vessels an article and a name and leaves their noun out. What is near tells them: who works there,
what is called one ("the Arirang, a noodle house"), a Korean ending. A report that speaks of no ship or restaurant has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from incidents.arguments.demonyms import DEMONYM
from incidents.arguments.firm_words import EATERIES
from incidents.arguments.ship_words import LEAVES, QUOTE
from incidents.arguments.ship_words import SHIP as VESSEL
from incidents.arguments.site_descriptions import facility
from incidents.arguments.site_phrases import MONTHS
from incidents.arguments.where import level
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

WORD = r"[A-Z][\w’'.-]*[\w’-]|[A-Z]"
NAME = rf"(?P<name>(?:{WORD})(?: (?:{WORD}))*(?: (?:No\. ?)?\d{{1,4}})?)[\"”’'*_]?"
OPEN = rf"(?:[Tt]he )?{QUOTE}"
#: What may follow a name that stands alone, but nothing that it might describe ("the Norwegian trawler").
ALONE = (
    r"(?= (?:in|on|at|near|off|from|of|to|by|for|with|and|or|as|when|while|who|which|that|after|before|since|until|without"
    r"|is|was|were|are|had|has|have|did|would|will|could|can|went|came|left|put|lay|lies|sailed|sank|docked|arrived|refused"
    r"|said|told|ran|fled|reported|exploded|killed|ha[ds]n[’']t)\b|[,.;:()\"”!?]|$|[’']s\b|\s[–—-])"
)

SHIP = rf"{VESSEL}|container ship|wooden boat"
RIDES = r"bus|train|plane|flight|aircraft|jet|helicopter|boat|truck|lorry|airliner|express"
HANDS = (
    r"crew(?:men|man| ?members?)?|sailors?|sea(?:men|man|farers?)|fisherm[ae]n|hands|captain|master|skipper|boatswain|bosun|oiler"
    r"|deckhands?|mate|passengers|decks?|holds?|hull|bow|stern|owners?|engine room|galley|mutiny"
)
STAFF = (
    r"waitress(?:es)?|waiters?|hostess(?:es)?|cooks?|chefs?|manager(?:ess)?|staff|employees|singers?|performers?|colleagues"
    r"|girls|m[ae]n|wom[ae]n|someone|somebody|work(?:s|ed|ing)?|serv(?:e|es|ed|ing)|wait(?:s|ed|ing)? (?:on )?tables?"
    r"|s[ai]ng(?:ing)?|danc(?:e|ed|ing)|perform(?:s|ed|ing)?|dined?|ate|dining room|kitchen|left|fled|quit"
)
SERVERS = r"waitress(?:es)?|waiters?|hostess(?:es)?|cooks?|chefs?"
#: What North Korea calls its restaurants abroad, which is also a mountain's, a river's or a firm's name.
SIGNS = (
    r"(?:Arirang|Moran(?:bong|gak)?|Kumgang(?:san|-san)?|Songdowon|Koryo|Goryeo|Unhasu|Taedonggang|Daedonggang|[PB]otonggang|Samjiyon|Paek(?:tu|du)san"
    r"|Chilbosan|Ryugyong|Okryu|Ha?e ?[Dd]ang ?[Hh]wa|Myohyangsan|Chongchongang|Minsok|Tongil|Sonbong)"
)
AT_HOME = (
    r"Declaration|Summit|Marathon|Metro|Subway|Film|Circus|Central|Medical|Traffic|International|Festival|Orchestra|Radio|Elite|People|Foreign|Kim"
    r"|Informatics|Business|Revolutionary|General|Textile|Cosmetics|Trolley|Zoo|Sunan|Grand"
)
CAPITAL = rf"Pyongyang[- ](?!(?:{AT_HOME})\b)[A-Z][\w’'-]*[a-z](?:[- ](?:[Gg]wan|[Kk]wan|House|Hall))?"
ROOMS = r"(?:[A-Z][\w-]*[a-z] ){1,2}(?:Hall|Pavilion|House|Gwan|Kwan|Garden)"
SIGNBOARD = re.compile(rf"(?:Pyongyang[- ].+|{SIGNS}(?: House)?|.+ (?:Hall|Pavilion|Gwan|Kwan|Garden))")
KOREAN = r"(?:(?:[A-Z][a-z]+ )?[A-Z][a-z]+-?(?:gwan|kwan|gak|kak))"


@dataclass(frozen=True)
class _Kind:
    """One kind of site with bare names: its type, the lemmas that a report of it must have, and what gives a name away."""

    facility_type: str
    lemmas: frozenset[str]
    cues: tuple[re.Pattern[str], ...]


KINDS = (
    _Kind(
        "ship",
        frozenset(
            [
                *("ship", "vessel", "boat", "trawler", "freighter", "crew", "captain", "sailor", "seaman", "longliner"),
                *("tanker", "deck", "ferry", "skipper", "seafarer", "trawlerman"),
            ]
        ),
        (
            re.compile(rf"\b(?:{HANDS}) (?:of|on|aboard|on board|from) the {QUOTE}{NAME}{ALONE}"),
            re.compile(
                rf"\b(?:ashore|jumped ship|overboard|walked off|disembarked|gangway)(?: [\w ]{{1,20}})? (?:from|of) the {QUOTE}{NAME}{ALONE}"
            ),
            re.compile(rf"\b[Tt]he {QUOTE}{NAME}[\"”’'*_]{{0,2}}(?:{LEAVES})\b"),
            re.compile(
                rf"\b(?:[Aa]board|[Oo]n board) {OPEN}{NAME}(?![\w-]| [A-Z])(?! (?:[a-z-]+ ){{0,2}}(?:{SHIP}|{RIDES})\b)"
            ),
            re.compile(rf"\b[Tt]he [\"“‘']?{NAME}[’']s? (?:{HANDS})\b"),
            re.compile(rf"\b(?:[Tt]he )?[\"“‘']?{NAME}, (?:an?|the|one of the) (?:[\w’'-]+ ){{0,5}}(?:{SHIP})\b"),
            re.compile(rf"\b(?:M/S|MS|HMS|RV|FV|MFV|MV) {NAME}"),
        ),
    ),
    _Kind(
        "restaurant",
        frozenset(["restaurant", "waitress", "eatery", "diner", "hostess", "waiter"]),
        (
            re.compile(rf"\b(?:{STAFF}) (?:at|from|of|in) the [\"“‘']?{NAME}{ALONE}"),
            re.compile(
                rf"\b(?:{SERVERS}) (?:at|from|of|in) the [\"“‘']?{NAME}[\"”’']?(?! (?:[a-z-]+ ){{0,1}}(?:{EATERIES}|hotel|club|bar|group|chain)\b)"
            ),
            re.compile(
                rf"\b(?:{EATERIES})(?: (?:in|near|on|by|at|off|outside) [\w’' -]{{2,40}})?, the [\"“‘']?{NAME}{ALONE}"
            ),
            re.compile(rf"\b(?:[Tt]he )?[\"“‘']?{NAME}, (?:an?|the|one of the) (?:[\w’'-]+ ){{0,5}}(?:{EATERIES})\b"),
            re.compile(
                rf"\b(?:[Tt]he|[Aa]t|[Ff]rom|[Oo]f|[Ii]n|called|named|house,) (?:the )?[\"“‘']?(?P<name>{KOREAN})\b"
            ),
            re.compile(
                rf"\b(?:[Tt]he|[Aa]t|[Ff]rom|[Oo]f|[Ii]n|[Ll]eft|called|named|(?:{EATERIES}),) (?:the )?[\"“‘']?(?P<name>{CAPITAL}){ALONE}"
            ),
            re.compile(rf"\b[Tt]he [\"“‘']?(?P<name>{SIGNS}){ALONE}"),
            re.compile(
                rf"\b[Tt]he [\"“‘']?(?P<name>{SIGNS} (?:Hall|House|Garden)|[A-Z][\w-]+ (?:Pavilion|Gwan|Kwan))(?![\w-]| [A-Z])"
            ),
            re.compile(
                rf"\b(?:{SERVERS}|singers?|performers?|musicians?|hostess|manager) (?:at|from|of) (?:the )?(?P<name>{ROOMS})(?![\w-]| [A-Z])"
            ),
        ),
    ),
)
#: Words that end the names of bodies, waters, papers and peoples, none of which is a ship or a restaurant.
OTHERS = re.compile(
    r"\b(?:League|Front|Alliance|Movement|Ministry|Agency|Party|Committee|Council|Union|Federation|Service|Guard|Navy|Army|Police|Force|Team|Club|University|News"
    r"|Times|Post|Ilbo|Daily|Organi[sz]ation|Association|Department|Office|Bureau|Institute|Center|Centre|Commission|Court|Company"
    r"|Corporation|Co|Ltd|Group|Bank|Embassy|Consulate|Sea|Ocean|Coast|Bay|Gulf|Strait|River|Lake|Island|Islands|Peninsula|Canal"
    r"|Port|Harbou?r|Airport|Province|County|District|City|Republic|Kingdom|States|Emirates|Netherlands|Philippines|North|South"
    r"|East|West|Korea|Koreas|Korean|Koreans|State|Government|Cabinet|Assembly|Parliament|Congress|World|Cup|Games|Olympics|War"
    r"|Captain|President|General|Workers|Yalu|Tumen|Pacific|Atlantic|Baltic|Mediterranean|Line|Border|Zone|Camp|Prison|Factory"
    r"|Mine|Plant|Hotel|School|Hospital|Street|Road|Square|Market|Complex|Restaurant|Internet|Covid|Chinese|Japanese"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Unit|Chronicle|Herald|Bulletin|Gazette|Guardian|Telegraph|Mirror)$"
)
OPENING = frozenset(
    [
        "On",
        "In",
        "At",
        "By",
        "Since",
        "Until",
        "From",
        "After",
        "Before",
        "During",
        "But",
        "And",
        "Last",
        "This",
        "That",
    ]
)
DATED = frozenset(MONTHS) - {"May"}  # a name, too
ARTICLE = re.compile(rf"\b[Tt]he {QUOTE}$")
NOT_ONE = frozenset({"GPE", "NORP", "DATE", "LANGUAGE", "EVENT", "LAW", "MONEY"})


def bare_names(page: Page, sentence: Sentence) -> Iterator[tuple[str, NameMention]]:
    """Ships and restaurants of a sentence under a name without a noun: facility type and name, the full name canonical."""
    for kind in KINDS:
        if not page.lemmas & kind.lemmas:
            continue
        for name in page.once(("bare names", kind.facility_type), partial(_names, page, kind)):
            forms = rf"\b{re.escape(name)}(?![\w-])"
            if (short := _short(name)) is not None:
                forms += rf"|(?<=[Tt]he ){re.escape(short)}(?![\w-]| [A-Z])"
            for match in re.finditer(forms, page.text[sentence.start : sentence.end]):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield (
                    kind.facility_type,
                    replace(facility(page, start, end, "a name that stands alone"), canonical=name),
                )


def _short(name: str) -> str | None:
    """The last word of a longer name: "the Rubin" of the JB Rubin, "the 709" of the Hai Xin 709."""
    words = name.split()
    return words[-1] if len(words) > 1 and len(words[-1]) > 2 and "-" not in name else None


def _names(page: Page, kind: _Kind) -> list[str]:
    """The names that something in the report gives away, longest first."""
    found = {m["name"].rstrip("’'") for cue in kind.cues for m in cue.finditer(page.text) if _alone(page, m, kind)}
    return sorted(found, key=lambda n: (-len(n), n))


def _alone(page: Page, match: re.Match[str], kind: _Kind) -> bool:
    """Whether a run of capitals is neither a body, a people, a person nor a place known by itself."""
    name = match["name"]
    words = name.split()
    article = ARTICLE.search(page.text, match.start(), match.start("name")) is not None  # no town has one
    vessel = kind.facility_type == "ship" and article
    if len(name) < (3 if vessel else 4) or len(words) > 4 or OTHERS.search(name):
        return False
    if any(DEMONYM.search(w) or w.endswith(("'s", "’s")) for w in words):
        return False
    if words[0] in OPENING or any(w in DATED for w in words):
        return False  # "On June 3, the crew of a freighter"
    if page.gazetteer.is_surname(words[0]) and words[-1][-1].isalpha() and not (vessel and len(words) > 1):
        return False
    tokens = page.tokens_of(match.start("name"), match.start("name") + len(name))
    if not tokens or (len(words) == 1 and name.isupper()):
        return False
    last = page.name_of_token.get(tokens[-1].i)
    firm = last is not None and last.label == "COMPANY" and last.entity_id is None
    town = last is not None and not vessel and level(last) == 2 and last.label != "DISTRICT" and len(words) == 1
    signboard = kind.facility_type == "restaurant" and SIGNBOARD.fullmatch(name) is not None
    guessed = signboard or (article and (firm or town))
    if last is not None and not guessed and (last.end - last.start >= len(name) or not tokens[-1].text[:1].isdigit()):
        return False
    return vessel or guessed or not all(t.ent_type_ in NOT_ONE for t in tokens)
