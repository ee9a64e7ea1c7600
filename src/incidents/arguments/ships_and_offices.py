"""Sites whose name has a form of its own: ships ("the Hai Xin 709", "MV Chong Bong"), ministries, banks and other buildings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from incidents.arguments.site_descriptions import facility
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

WORD = r"[A-Z][\w’'-]*"
SHIP = r"clipper|cutter|schooner|long-?liner|freighter|trawler|vessel|ship|tanker|ferry|carrier|fishing boat|squid boat|barge|steamer|tugboat"
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
    rf"\b(?:Ministry of (?:the )?{WORD}(?:,? (?:and )?{WORD}){{0,3}}|(?:{WORD} ){{0,2}}{WORD} [Mm]inistry(?! of)"
    rf"|(?:coal|education|labou?r|finance) ministry"
    rf"|(?:(?:municipal|provincial|city|county|{WORD}) )?[Pp]eople[’']s [Cc]ommittee|(?:{WORD} )?[Cc]ity [Hh]all"
    rf"|(?:{WORD} ){{1,3}}Bank|Banco (?:de|del) {WORD}|(?:[A-Z][\w.’-]* )+refugee office|customs office in {WORD}"
    rf"|UNHCR(?:[’']s)?(?: [a-z]+)? (?:[Oo]ffices?|compound|headquarters|premises)"
    r"|(?:offices?|compound) of the (?:UNHCR|(?:UN|U\.N\.) [a-z ]*(?:agency|office))"
    rf"|(?:{WORD} )+liaison office"
    rf"|(?:{WORD} ){{1,3}}(?:(?:Trade|Shopping|Convention|Conference|Sports|Business|Medical|Cultural) Cent(?:er|re)|Towers?"
    r"|Building|Palace|Theat(?:er|re)|Museum|Cathedral|Mosque|Temple|Hall|Plaza|Stadium"
    rf"|Terminal|House|Club|Nightclub))(?!\w)"
)
WORKS = re.compile(r" (?:(?:construction|building) )?(?:site|project|development)\b")
THERE = re.compile(
    r"\b(?:outside|in front of|at|into|inside|before|near|leaving|left|stormed|surrounded|occupied|besieged|picketed|blocked"
    r"|(?:door|gates?|steps|windows?|building|basement|garage|lobby|roof|entrance|towers?|petitions department) of"
    r"|marched (?:on|to)|went to|blew up|destroyed|attacked|hit|assigned to|posted to|stationed at)"
    r" (?:the |their |its )?(?:[a-z’'-]+ ){0,2}$"
)


def ships_and_offices(page: Page, sentence: Sentence) -> list[tuple[str, NameMention]]:
    """Ships by name, and ministries, banks and offices that something happens at: facility type and name."""
    found: list[tuple[str, NameMention]] = []
    if page.lemmas & SEA_WORDS:
        for name in page.once("ships", lambda: _ships(page)):
            for match in re.compile(rf"\b{re.escape(name)}(?![\w-])").finditer(page.text, sentence.start, sentence.end):
                found.append(("ship", facility(page, match.start(), match.end(), "a ship's name")))
    for match in OFFICE.finditer(page.text, sentence.start, sentence.end):
        if THERE.search(page.text[max(sentence.start, match.start() - 60) : match.start()]):
            works = WORKS.match(page.text, match.end())
            kind, end = ("construction_site", works.end()) if works else ("other", match.end())
            found.append((kind, facility(page, match.start(), end, "an office that it happens at")))
    return found


def _ships(page: Page) -> list[str]:
    known = {n.text for n in page.names}
    names = {m.group(m.lastgroup or 0) for m in SHIPS.finditer(page.text)}
    return sorted(n for n in names if n not in known and not NO_SHIP.search(n) and len(n) > 3)
