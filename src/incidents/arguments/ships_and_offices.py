"""Sites whose name has a form of its own: ships ("the Hai Xin 709", "MV Chong Bong"), ministries, banks and other buildings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.ship_words import PREFIX, QUOTE, SHIP
from incidents.arguments.site_descriptions import facility
from incidents.arguments.where import level
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

WORD = r"[A-Z][\w’'-]*"
NAME = rf"{WORD}(?: (?!No\b){WORD})*(?: (?:No\. ?)?\d{{1,4}})?"
SHIPS = re.compile(
    rf"\b(?:(?:{PREFIX}) (?P<prefixed>{WORD}(?: {WORD})*(?: \d+)?)|(?:{SHIP}),? (?:called |named |the )?{QUOTE}(?P<called>{NAME})"
    rf"|(?:{SHIP})s,? (?:the )?{QUOTE}(?P<first>{NAME}){QUOTE} and (?:the )?{QUOTE}(?P<second>{NAME})"
    rf"|(?:the|The|aboard|of the) [\"“‘']?(?P<numbered>{WORD}(?: {WORD}){{0,2}} \d{{1,4}})"
    rf"|\b(?:Files?|Cases?|Vessels?|Ships?|Boats?) (?:No\. ?)?\d{{1,3}}[,.:] (?P<listed>{WORD}(?: (?!No\b){WORD}){{0,3}} (?:No\. ?)?\d{{1,4}}))"
    r"(?![\w-])"
)
#: Where the name of a town or a firm is a ship's: right behind its kind, and only there or behind an article.
LAUNCHED = re.compile(
    rf"(?:\b(?:[Tt]he|[’']s|[Aa]|of|-ton(?:ne)?|[a-z]+n|[A-Z][\w’'-]+) (?:[\w’,.-]+ )?(?:{SHIP}) {QUOTE}|\b(?:{SHIP}), the {QUOTE}|\b(?:{PREFIX}) )$"
)
NAMED_AGAIN = re.compile(rf"(?:\b(?:[Tt]he|{SHIP}|{PREFIX}) {QUOTE}|[\"“‘*_])$")
SENT_BY = re.compile(r" (?:had|has|have|was|is|will|would|sent|said|police|officials|authorities)\b")
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
        "ferry",
        "skipper",
        "seafarer",
    ]
)
OFFICE = re.compile(
    rf"\b(?:Ministry of (?:the )?{WORD}(?:,? (?:and )?{WORD}){{0,3}}|(?:{WORD} ){{0,2}}{WORD} [Mm]inistry(?! of)"
    rf"|(?:coal|education|labou?r|finance|information|defen[cs]e|interior"
    rf"|health|justice|agriculture|mining|oil|energy|transport|foreign) ministry"
    rf"|(?:(?:municipal|provincial|city|county|{WORD}) )?[Pp]eople[’']s [Cc]ommittee|(?:{WORD} )?[Cc]ity [Hh]all"
    rf"|(?:{WORD} ){{1,3}}Bank|Banco (?:de|del) {WORD}|(?:[A-Z][\w.’-]* )+refugee office|customs office in {WORD}"
    rf"|UNHCR(?:[’']s)?(?: [a-z]+)? (?:[Oo]ffices?|compound|headquarters|premises)"
    r"|(?:offices?|compound) of the (?:UNHCR|(?:United Nations|UN|U\.N\.) [a-z ]*(?:agency|office)|(?:International )?(?:Committee of the )?Red Cross"
    r"|(?:United Nations|UN|U\.N\.) High Commissioner for Refugees)"
    r"|(?:United Nations|UN|U\.N\.) High Commissioner for Refugees(?:[’']s?)? offices?|(?:UN|U\.N\.|United Nations)(?: [a-z]+)? (?:offices?|compound)"
    rf"|(?:{WORD} )+liaison office"
    rf"|(?:head office|headquarters|offices) of (?:the )?(?!(?:North|South|Korea)\b)(?:{WORD} (?:(?:of|for|and|de) )?){{0,3}}{WORD}"
    rf"|(?:{WORD} ){{1,3}}(?:(?:Trade|Shopping|Convention|Conference|Sports|Business|Medical|Cultural) Cent(?:er|re)|Towers?"
    r"|Building|Palace|Theat(?:er|re)|Museum|Cathedral|Mosque|Temple|Hall|Plaza|Stadium"
    rf"|Terminal|House|Club|Nightclub))(?!\w)"
)
#: A railway station told by its town, in a sentence that has trains: "blew up in the station of Manpo".
STATION = re.compile(rf"\b(?<!near )the (?P<name>station (?:of|at|in) (?P<town>{WORD}))(?! \d)")
RAILS = re.compile(
    r"\b(?:trains?|rails?|railway\w*|railroad|locomotives?|wagons?|carriages?|freight|platforms?|express"
    r"|(?:freight|railway|goods|tank) cars?)\b",
    re.IGNORECASE,
)
TRAINS = frozenset({"train", "railway", "railroad", "rail", "locomotive", "wagon"})
OTHER_STATION = re.compile(
    r"\b(?:police|power|petrol|gas|filling|fire|bus|coach|metro|subway|radio|television|TV|naval|coast guard|weather|polling|logging|lumber|timber)"
    r" stations?\b",
    re.IGNORECASE,
)
WORKS = re.compile(r" (?:(?:construction|building) )?(?:site|project|development)\b")
THERE = re.compile(
    r"\b(?:outside|in front of|at|into|(?:held|seized|took over|overran)(?= the )|burst into|broke into|entered"
    r"|inside|before|near|leaving|left|stormed|surrounded|occupied|besieged|picketed|blocked"
    r"|(?:door|gates?|steps|windows?|building|basement|garage|lobby|roof|entrance|towers?|petitions department|fences?|railings?|walls?|walkway"
    r"|forecourt|courtyard|yard|grounds|premises|compound|corridors?|waiting room|front) of"
    r"|(?:refuge|asylum|sanctuary|shelter|protection|holed up"
    r"|no food|sit-in|hunger strike|sat(?: down)?"
    r"|locked themselves|barricaded themselves|camped|slept|sleeping|stay|staying) (?:in|with)"
    r"|(?:bombing|attack|blast|explosion|raid|siege|storming|occupation) (?:of|on|at|in)"
    r"|marched (?:on|to)|went to|blew up|destroyed|attacked|hit|assigned to|posted to|stationed at)"
    r" (?:the |their |its )?(?:(?:[a-z’'-]+|[A-Z][a-z]+(?:[’']s)?) ){0,2}$"
)


def ships_and_offices(page: Page, sentence: Sentence) -> list[tuple[str, NameMention]]:
    """Ships by name, and ministries, banks and offices that something happens at: facility type and name."""
    found: list[tuple[str, NameMention]] = []
    if page.lemmas & SEA_WORDS:
        for name, shared in page.once("ships", lambda: _ships(page)):
            for match in re.compile(rf"\b{re.escape(name)}(?![\w-])").finditer(page.text, sentence.start, sentence.end):
                if not shared or NAMED_AGAIN.search(page.text, max(0, match.start() - 20), match.start()):
                    found.append(("ship", facility(page, match.start(), match.end(), "a ship's name")))
    for match in OFFICE.finditer(page.text, sentence.start, sentence.end):
        if THERE.search(page.text[max(sentence.start, match.start() - 60) : match.start()]):
            works = WORKS.match(page.text, match.end())
            kind, end = ("construction_site", works.end()) if works else ("other", match.end())
            found.append((kind, facility(page, match.start(), end, "an office that it happens at")))
    for match in STATION.finditer(page.text, sentence.start, sentence.end) if _on_rails(page, sentence) else ():
        if any(n.start <= match.start("town") < n.end and (level(n) or 0) >= 2 for n in page.names):
            found.append(("other", facility(page, match.start("name"), match.end(), "the railway station of a town")))
    return found


def _on_rails(page: Page, sentence: Sentence) -> bool:
    """Whether a bare "station" is the railway's: trains stand in its sentence, or in a report that has no other kind of station."""
    if RAILS.search(page.text, sentence.start, sentence.end) is not None:
        return True
    return bool(page.lemmas & TRAINS) and page.once("other stations", lambda: OTHER_STATION.search(page.text)) is None


def _ships(page: Page) -> list[tuple[str, bool]]:
    """The ships of the report, and whether a town, a region or a firm bears the same name."""
    known = {n.text: n for n in page.names}
    found: dict[str, bool] = {}
    for match in SHIPS.finditer(page.text):
        for group, name in match.groupdict().items():
            if name is None or len(name) < 4 or NO_SHIP.search(name):
                continue
            if name not in known:
                found[name] = False
            elif group != "numbered" and _launched(page, known[name], match.start(group), match.end(group)):
                found.setdefault(name, True)
    return sorted(found.items())


def _launched(page: Page, other: NameMention, start: int, end: int) -> bool:
    """Whether a ship bears a name that is known as a town's or a firm's: "the freighter Songrim at Dalian"."""
    borrowed = (level(other) or 0) > 0 or other.label == "REGION" or (other.label == "COMPANY" and not other.entity_id)
    shown = LAUNCHED.search(page.text, max(0, start - 60), start) is not None
    return borrowed and shown and SENT_BY.match(page.text, end) is None
