"""Sites that only tell where another one lies, or where somebody was taken, met or heard a blast: none where the event happened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents.model import Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

LANDMARK = re.compile(
    r"\b(?:(?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards?|km|minutes?|hours?|steps|blocks?|(?:stone[’']s )?throw) (?:away )?from"
    r"|(?:north|south|east|west|northeast|northwest|southeast|southwest|upstream|downstream|uphill|within (?:sight|view|earshot)) of"
    r"|across (?:the (?:street|road) )?from"
    r"|(?:in|at|inside|into|from|of|on) (?:an?|the|his|her|their|its|one) (?:[\w’'-]+ ){1,3}(?:behind|near|beside|above|below|underneath|over)"
    r"|opposite|next (?:door )?to|adjacent to|not far from|close to|beside|facing|overlooking)"
    r" (?:the |a |an |its |their )?(?:(?!(?:of|in|at|on|inside|to|and) )[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
ON_THE_WAY = re.compile(
    r"\b(?:(?:on|along) (?:the|their|his|her|its) way (?:back )?to|en route to|bound for|headed (?:back )?(?:to|for)|destined for"
    r"|(?:taking|bringing|carrying|driving|transporting|escorting|moving|transferring|leading|hauling|ferrying|returning)"
    r" (?:(?!(?:from|of|that|who) )[\w’'-]+ ){1,4}(?:from [\w’' -]{1,30} )?to"
    r"|(?:on|along|beside|near|off|by) (?:the|a) (?:[\w-]+ )?(?:road|highway|route|motorway|path|track|bus|train|line)"
    r" (?:from|to|towards?|leading to|between (?:[\w’'-]+ ){1,4}and)"
    r"|being (?:sent|transferred|transported|taken|moved|returned|driven|escorted|led|marched) (?:back |off |away )?to)"
    r" (?:the |a |an |its |their |some )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
#: From where somebody had been brought to the site that counts: "a hospital to which he had been taken from Jongori prison".
BROUGHT_FROM = re.compile(
    r"\b(?:taken|transferred|brought|moved|sent|transported|evacuated|released|discharged|bailed|freed|recruited|hired|selected)"
    r" (?:there )?from"
    r" (?:the |a |an |its |their )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
#: Where a reporter meets somebody, which is no part of what is told: "talked to us in a café in Incheon".
INTERVIEW = re.compile(
    r"\b(?:meets?|met|talks?|talked|spoke|speaks?|speaking|spoken|interviewed|interview|sits?|sat|sitting|receives?|received|we"
    r"|over (?:tea|coffee|lunch|dinner))"
    r" (?!(?:a|an) (?:delegation|mob))[^.;]{0,60}?\b(?:in|at|over|outside) (?:a|an|the|his|her|their|one) (?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
MEETING_PLACES = frozenset({
    "café", "cafe", "coffee shop", "coffeehouse", "coffee house", "restaurant", "diner", "teahouse", "tea house", "hotel", "flat",
    "apartment", "office", "church", "bar", "pub", "park", "home", "house", "shop", "noodle shop", "train station", "eatery",
    "railway station", "library", "campus", "university", "snack bar", "shelter", "headquarters",
})  # fmt: skip
#: A ship that dockers only load: the work, and so the quarrel, is on the quay.
LOADED = re.compile(
    r"\b(?:un)?load(?:ed|ing|s)? (?:(?:cargo|coal|timber|ore|grain|freight) (?:from|onto|off) )?(?:an?|the|its) (?:[\w’'-]+ ){0,3}$"
)
#: What a blast did to a neighbour, or where it was heard: "broke windows in the kindergarten opposite".
WINDOWS = re.compile(
    r"\b(?:(?:windows?|panes|glass|roofs|houses|homes) (?:\w+ )?(?:in|of|at|along|across|on) (?:the |a |an |several |some )?"
    r"(?:nearby|neighbou?ring|surrounding|adjacent|next|opposite)"
    r"|(?:(?:heard|felt|audible|visible) (?:\w+ )?(?:in|at|along|across|from|as far (?:away )?as)"
    r"|seen (?:\w+ )?(?:along|across|from|as far (?:away )?as)) (?:the |a |an |its |their )?)"
    r" ?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
#: Whose ship it is: "on board the", "the crew of the trawler".
ABOARD = re.compile(
    r"\b(?:aboard|on board(?: of)?|(?:crew|crewm[ae]n|sailors?|seam[ae]n|fisherm[ae]n|deckhands?|officers?|mates?) (?:of|on|from))"
    r"(?: (?:the|an?|their|its|one))?(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(r" (?:opposite|next door|nearby|across the (?:street|road)|over the (?:street|road))\b")
NEAR = re.compile(
    r"(?: in [A-Z][\w’'-]+)?,? (?:near|beside|behind|close to|not far from) (?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){0,2}"
)
TODAY = re.compile(
    r"\b(?:(?:now|today|currently) (?:runs?|works?|lives?|teaches|cooks|sells?|stud(?:y|ies)|owns?|manages?)|(?:runs|owns) (?:an?|his|her|their))\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)


def not_there(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether a site, named or not, only tells where the event's place lies, or where somebody was on the way to."""
    before = page.text[max(sentence.start, span.start - 80) : span.start]
    if any(p.search(before) for p in (LANDMARK, ON_THE_WAY, BROUGHT_FROM, WINDOWS, TODAY)):
        return True
    if INTERVIEW.search(before) and page.text[span.start : span.end].lower() in MEETING_PLACES:
        return True
    if LOADED.search(before) and "ship" in page.text[span.start : span.end].lower():
        return True
    return NEIGHBOUR.match(page.text, span.end, sentence.end) is not None


def only_near(page: Page, span: Span, others: Iterable[Span]) -> bool:
    """Whether a site only tells where another one lies: "a petrol station near Kalma airport"."""
    return any(o.end <= span.start and NEAR.fullmatch(page.text, o.end, span.start) for o in others)


#: Rooms and buildings that are part of a site, and zones that hold several: "the canteen of the plant", "a camp in the X industrial zone".
PARTS = re.compile(
    r".*\b(?:canteen|cafeteria|gates?|halls?|offices?|warehouse|storehouse|depot|workshops?|boiler (?:room|house)|kitchen|bathhouse|yard"
    r"|laborator(?:y|ies)|basement|roof|tank|furnaces?|kilns?|shed|building|granary|store|laundry|garage|entrance|adit|shaft|gallery"
    r"|face|pit|tunnel|guardroom|cells?|block|wing|ward|deck|hold|engine room|floor|room|shop|line|unit|dock|slipway|reactor)"
)
PART_OF = re.compile(r" (?:of|at|in|inside|belonging to|on) (?:(?:the|an?|their|its) )?(?:[a-z-]+ ){0,2}")
ZONES = re.compile(r".*\b(?:zone|area|estate|park|district)$", re.IGNORECASE)


def only_berth(page: Page, port: Span, ships: Iterable[Span]) -> bool:
    """Whether a port only tells where the ship lies whose people are told of: "those aboard the freighter in the port of Busan"."""
    return any(ABOARD.search(page.text[max(0, ship.start - 60) : ship.start]) for ship in ships if ship != port)


def of_a_whole(page: Page, span: Span, others: Iterable[Span]) -> bool:
    """Whether a site is only a part of the one named right behind it, or a zone that only holds the one before it."""
    words = page.text[span.start : span.end].lower()
    if PARTS.fullmatch(words):
        return any(o.start > span.end and PART_OF.fullmatch(page.text, span.end, o.start) for o in others)
    if ZONES.fullmatch(words):
        return any(o.end < span.start and PART_OF.fullmatch(page.text, o.end, span.start) for o in others)
    return False
