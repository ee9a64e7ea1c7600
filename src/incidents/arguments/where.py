"""Where an event mention says it happened: located names by their relation to the trigger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Place
from incidents.arguments.when import tree_distance
from incidents.model import NameMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

TOWARDS = frozenset({"to", "into", "towards", "toward", "onto", "for", "via", "through"})
ARRIVAL = frozenset(
    ["reach", "enter", "arrive", "land", "settle", "resettle", "grant", "turn", "resurface", "surface", "end"]
)
TELLING = frozenset(
    ["say", "tell", "report", "announce", "speak", "meet", "inform", "brief", "interview", "testify", "write"]
)
SAYING = frozenset(
    [
        "say",
        "tell",
        "report",
        "source",
        "official",
        "resident",
        "witness",
        "according",
        "reporter",
        "activist",
        "researcher",
        "trader",
    ]
)
GIVER = re.compile(
    r"\b(?:source|resident|official|reporter|partner|activist|trader|correspondent|witness|spokes\w+|newspaper"
    r"|police(?! (?:station|cell|post|custody|lock|van|jail|headquarters|barracks|truck|car|office)s?\b)"
    r"|ministry|agency|government|authorities)s?\b[^.;,]{0,40}$",
    re.I,
)
BEYOND = re.compile(
    r"\b(?:south|north|east|west|border|border with|far|(?:in the )?direction|kilometers|miles|km|close"
    r"|route|road|way|bound for|headed for|heading for|flight|fly|flown|travel to|talks? with|trade with"
    r"|ties with) (?:of|from|with|to|for)? ?$",
    re.I,
)
LABEL = re.compile(
    r"(?:,? \(?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}\)?){0,2}(?:, [\w .]{3,20})?[*_]{0,2}(?:\s*[:–—]| - "
    r"|\.(?:[*_]{1,2})?\s|\s*$)"
)
COME_HERE = re.compile(r"\b(?:arriv|reach|land|came|come|coming|settl|fle[de])\w*[^.;]{0,20}\bhere\b", re.IGNORECASE)


def level(name: NameMention) -> int | None:
    """How narrow a located name is: 0 country, 1 first-level division, 2 settlement, 3 site; null for anything else."""
    if name.kind == "restaurant" and name.entity_id is None:
        return None  # called after a place, seldom in it
    if name.kind == "country":
        return 0
    if name.kind == "admin1" or name.label == "PROVINCE":
        return 1
    if name.label in {"PLACE", "COUNTY", "DISTRICT"}:
        return 2
    if name.label in {"FACILITY", "CAMP"} and name.country is not None:
        return 3
    return None


def places_of(page: Page, sentence: Sentence, head: Token) -> list[Place]:
    """Located names of a sentence with their relation to the trigger, nearest first."""
    return page.once(("places", sentence.index, head.i), lambda: _places_of(page, sentence, head))


def _places_of(page: Page, sentence: Sentence, head: Token) -> list[Place]:
    found: list[Place] = []
    for name in page.names:
        if not (sentence.start <= name.start < sentence.end) or level(name) is None or _is_part(page, name):
            continue
        tokens = page.tokens_of(name.start, name.end)
        if tokens:
            found.append(Place(name, _relation(page, name, tokens, head, sentence), tree_distance(tokens[-1], head)))
    return sorted(found, key=lambda p: (p.distance, p.name.start))


def _labels_paragraph(page: Page, name: NameMention, sentence: Sentence) -> bool:
    """Whether a paragraph is headed by the place, as in lists and round-ups ("Dandong: ...", "**Musan, North Hamgyong.** ...")."""
    section = sentence.section
    lead = page.text[section.start : name.start]
    return (
        len(lead) < 16
        and not re.search(r"[A-Za-z]{3}", lead)
        and LABEL.match(page.text[name.end : section.end]) is not None
    )


def _is_part(page: Page, name: NameMention) -> bool:
    """Whether the name is only part of a sum ("US$100") or of an address ("Kirov Street")."""
    if any(m.start < name.end and name.start < m.end for m in page.money):
        return True
    return bool(
        re.match(
            r" (?:Street|Avenue|Road|Square|Boulevard|Prospekt|Lane|University|Airlines?|Times|Post)\b",
            page.text[name.end : name.end + 14],
        )
    )


def _relation(page: Page, name: NameMention, tokens: list[Token], head: Token, sentence: Sentence) -> str:
    """``at``, ``from``, ``to``; ``near`` for a name that only stands there; ``actor``, ``modifier``, ``source``, ``beyond``,
    ``dateline`` for names that locate something else."""
    if page.dateline is not None and name.start < page.dateline.end:
        if not re.search(r"\bhere\b", sentence.text):
            return "dateline"
        return "to" if COME_HERE.search(sentence.text) else "at"
    if _labels_paragraph(page, name, sentence):
        return "at"
    before = page.text[sentence.start : name.start]
    if GIVER.search(before.rstrip().removesuffix("the").rstrip()[-60:]) and re.search(
        r"\b(?:in|at|from|of|for)\s+(?:the\s+)?$", before
    ):
        return "source"
    if BEYOND.search(before):
        return "beyond"
    previous = _previous_place(page, name)
    if previous is not None:  # "Hyangsan, North Pyongan": the division shares what the town has
        return _relation(page, previous, page.tokens_of(previous.start, previous.end), head, sentence)
    sibling = _listed_after(page, name)
    if sibling is not None:  # "between Pyongyang and Manpo", "in Mecca and Jeddah"
        return _relation(page, sibling, page.tokens_of(sibling.start, sibling.end), head, sentence)
    wider = _wider_before(page, name)
    if wider is not None:  # "into Jilin province, near the city of Helong"
        return _relation(page, wider, page.tokens_of(wider.start, wider.end), head, sentence)
    word = _preposition(before)
    if word is None:
        return _without_preposition(name, tokens)
    if word in TOWARDS:
        return "to"
    if word == "from":
        return "from" if _hangs_on_event(tokens, head) else "origin"
    if word in {"with", "between", "against", "than", "like", "by", "across", "over"}:
        return "beyond"
    verb = _verb_above(tokens[0])
    lemma = verb.lemma_.lower() if verb is not None else ""
    if lemma in ARRIVAL:
        return "to"
    if lemma in TELLING and name.start > (verb.idx if verb is not None else 0):
        return "source"  # "told lawmakers in Seoul"
    if word == "of" and level(name) == 0:
        return "modifier"
    return "at"


def _preposition(before: str) -> str | None:
    """The preposition right before a name, over an article, a class word or a direction ("in the city of", "at the port of")."""
    match = re.search(
        r"\b(in|at|near|from|of|on|inside|outside|to|into|towards?|onto|for|via|through|with|between|against"
        r"|than|like|by|off|around|across|throughout|within|over|under)"
        r"\s+(?:(?:the|a|an|its|their|his|her|this|that|nearby|neighbou?ring|northern|southern|eastern"
        r"|western|central|northeastern|northwestern|southeastern|southwestern|"
        r"far|remote|north|south|east|west|[\w.]+[’']s|\w{3,}(?:ese|ian|ean|ican|ish)"  # "in Russia's far east", "in the Chinese city of"
        r"|coastal|border|port|capital|provincial|mining|industrial|city|town|village|county|province"
        r"|district|region|"
        r"outskirts|suburbs?|edge|centre|center|streets|mountains|hills|forests|of|and|or|both)[\s,]+)*$",
        before[-110:],
        re.IGNORECASE,
    )
    return match.group(1).lower() if match else None


def _previous_place(page: Page, name: NameMention) -> NameMention | None:
    """A narrower located name right before this one, parted by a comma only."""
    for other in page.names:
        if (
            other.end <= name.start
            and re.fullmatch(
                r",?\s+(?:in\s+|also in\s+)?(?:the\s+)?(?:\w+\s+)?(?:province of\s+)?",
                page.text[other.end : name.start],
            )
            and level(other) is not None
        ) and (level(other) or 0) > (level(name) or 0):
            return other
    return None


def _wider_before(page: Page, name: NameMention) -> NameMention | None:
    """A division or country right before a narrower place in it, parted by "near" or "close to"."""
    for other in page.names:
        gap = page.text[other.end : name.start] if other.end <= name.start else ""
        if re.fullmatch(
            r"[’']?s?(?: province| region)?,? (?:near|close to|outside|not far from) (?:the (?:city|town) of )?", gap
        ):
            mine, theirs = level(name), level(other)
            if mine is not None and theirs is not None and theirs < mine and other.country == name.country:
                return other
    return None


def _listed_after(page: Page, name: NameMention) -> NameMention | None:
    """A located name that this one is listed after with "and" or "or"."""
    for other in page.names:
        if (
            other.end <= name.start
            and level(other) is not None
            and re.fullmatch(r",?\s+(?:and|or|to)\s+(?:in\s+)?", page.text[other.end : name.start])
        ):
            return other
    return None


def _without_preposition(name: NameMention, tokens: list[Token]) -> str:
    top = tokens[-1]
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside), top)
    narrow = (level(name) or 0) >= 2
    if top.dep_ in {"poss", "compound", "amod", "nmod"}:
        noun = top.head.lemma_.lower()
        if noun in {
            "coast",
            "province",
            "city",
            "capital",
            "region",
            "soil",
            "territory",
            "site",
            "factory",
            "plant",
            "camp",
            "mine",
            "restaurant",
            "dormitory",
            "prison",
            "suburb",
            "outskirt",
        }:
            return "at"
        return "near" if narrow and top.dep_ != "poss" else "modifier"
    if top.dep_ in {"nsubj", "nsubjpass", "agent"}:
        return "actor" if level(name) != 3 else "near"
    if top.dep_ == "dobj":
        return (
            "to"
            if top.head.lemma_.lower() in ARRIVAL
            else ("from" if top.head.lemma_.lower() in {"leave", "flee", "escape", "quit", "desert"} else "near")
        )
    return "near"


def _verb_above(token: Token) -> Token | None:
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _hangs_on_event(tokens: list[Token], head: Token) -> bool:
    verb = _verb_above(tokens[0])
    return verb is None or verb == head or (head in verb.subtree and verb.lemma_.lower() not in SAYING)
