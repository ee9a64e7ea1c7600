"""Nouns of sites that are none where they stand: a mine that blows up, custody into which somebody is taken, a mere landmark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.model import Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

INTO = re.compile(r"\b(?:into|in|under|taken|protective)\s(?:\w+\s)?$", re.IGNORECASE)
ENVOYS = frozenset(
    {"embassy", "consulate", "diplomat", "envoy", "ambassador", "diplomatic", "consul", "attaché", "trade"}
)
BLASTING = frozenset({"explode", "blow", "detonate", "go"})
MUNITION = re.compile(
    r"\b(?:land|sea|anti-?(?:personnel|tank)[- ]|(?:lay|laid|laying|plant(?:ed|ing)?|clear(?:ed|ing)?|remov(?:e|ed|ing)"
    r"|stepp(?:ed|ing) on|trod on|set off|buried|hit|triggered) (?:an? |the |some |more )?)(?:land)?$",
    re.IGNORECASE,
)
LANDMARK = re.compile(
    r"\b(?:(?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards?|km|minutes?|hours?|steps|blocks?|(?:stone[’']s )?throw) (?:away )?from"
    r"|(?:north|south|east|west|northeast|northwest|southeast|southwest|upstream|downstream|uphill|within (?:sight|view|earshot)) of"
    r"|across (?:the (?:street|road) )?from|opposite|next (?:door )?to|adjacent to|not far from|close to|beside|facing|overlooking)"
    r" (?:the |a |an |its |their )?(?:(?!(?:of|in|at|on|inside|to|and) )[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
ON_THE_WAY = re.compile(
    r"\b(?:(?:on|along) (?:the|their|his|her|its) way (?:back )?to|en route to|bound for|headed (?:back )?(?:to|for)|destined for"
    r"|being (?:sent|transferred|transported|taken|moved|returned|driven|escorted|led|marched) (?:back |off |away )?to)"
    r" (?:the |a |an |its |their |some )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:(?:sent|transferred|transported|taken|moved|returned|deported|repatriated|handed over|brought|marched|driven|escorted"
    r"|committed|sentenced|led|carried|hauled|dragged|banished|exiled) (?:[\w-]+ )?(?:to|into)"
    r"|(?:imprisoned|jailed|locked up|detained|held|interned|confined|serv\w+ (?:[\w-]+ ){1,4}|(?:years?|months?|term)) (?:at|in))"
    r" (?:the |a |an |its |their |some )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
IN_A_PORT = re.compile(r"\bin (?:the|a|its) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
A_TOWN = re.compile(r"[- ](?:city|town|of(?= [A-Z]))")
ABOARD = re.compile(
    r"\b(?:on|aboard|inside|in|under|beneath|off|out of|from|beside|near|into)(?: board)?"
    r" (?:(?:the|a|an|one|two|three|several|their|his|her|its) )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
BUILD = re.compile(
    r"\b(?:build|building|constructing|erecting|raising|putting up|(?:help(?:s|ed|ing)?|sent|mobilized|mobilised|ordered) (?:to )?build"
    r"|construction of|(?:work|working|worked) on(?: the (?:building|construction) of)?|at work on) (?:what is to be )?(?:the |a |an )?"
    r"(?:new )?(?:(?!(?:of|in|at|on|for|with|is|was|are|were|that|which|and|or|near|into) )[\w’'.-]+ ){0,3}$",
    re.IGNORECASE,
)
BUILT_BY = re.compile(
    r",? (?:which|that) (?:(?:they|he|the (?:men|workers|women|crew)) )?(?:is|are|was|were|has been|had been|have been)"
    r" (?:being built|building|putting up|raising|erecting|to build)|,? (?:now |still )?(?:under construction|being built)"
)
BY_SEA = re.compile(r"\b(?:by|by a|via) (?:small |fishing |wooden |cargo )?$", re.IGNORECASE)
VEHICLES = frozenset({"bus", "train", "buses", "trains"})
#: Bodies that mostly speak and decide; a subject, an owner or a maker of something is not where it happens.
ORGANS = frozenset(
    [
        *("ministry", "parliament", "headquarters", "office", "court", "bank", "university", "government office"),
        *("people's committee", "security department", "labor office", "labour office", "labor inspectorate"),
        *("labour inspectorate", "labour ministry", "party office", "embassy", "consulate", "mission", "trade office"),
        *("permanent mission", "representative office", "consulate general"),
    ]
)
SPEAKING = frozenset(
    [
        *(
            "say",
            "tell",
            "add",
            "deny",
            "confirm",
            "report",
            "announce",
            "claim",
            "state",
            "declare",
            "refuse",
            "decline",
        ),
        *("estimate", "believe", "put", "hold", "demand", "ask", "protest", "order", "want", "have", "take", "receive"),
    ]
)
SECURITY = re.compile(r"\b(?:State|Public|Social|National|Political) $")
SAYS = frozenset({"nsubj", "poss", "compound", "agent"})
WARDS = frozenset({"hospital", "clinic"})
TREATED = re.compile(
    r"\b(?:treated|taken|rushed|admitted|died|dies|die|brought|transferred|recovering|recovered|sent|moved|carried|wounded|injured"
    r"|lay|lying)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def no_site(page: Page, sentence: Sentence, span: Span, token: Token) -> bool:
    """Whether the noun at ``span``, whose last word is ``token``, is no site that anything happens at."""
    noun = page.text[span.start : span.end].lower()
    before = page.text[sentence.start : span.start]
    if noun == "custody":
        return INTO.search(before) is not None  # taken in, not held there
    if noun == "mission":
        return not page.lemmas & ENVOYS or _source_site(page, span)  # a charity's or a preacher's
    if noun == "mine":
        return _munition(page, sentence, span, token)
    if noun == "port" and (town := A_TOWN.match(page.text, span.end)):
        return not town.group().endswith(" of") or IN_A_PORT.search(before) is not None
    if noun in VEHICLES:
        return token.dep_ not in {"nsubj", "nsubjpass"} and ABOARD.search(before) is None
    if noun in ORGANS and token.dep_ in SAYS and (token.dep_ == "compound" or token.head.lemma_ in SPEAKING):
        return True
    if noun == "security department" and SECURITY.search(before):
        return True  # the whole service
    if noun in WARDS:
        return TREATED.search(before) is not None
    return _source_site(page, span)


def not_there(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether a site, named or not, only tells where the event's place lies, or where somebody was on the way to."""
    before = page.text[max(sentence.start, span.start - 80) : span.start]
    return LANDMARK.search(before) is not None or ON_THE_WAY.search(before) is not None


def sent_there(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether people were brought to the site or kept there: told after an event, that is what became of them."""
    return SENT.search(page.text[max(sentence.start, span.start - 80) : span.start]) is not None


def rises(page: Page, span: Span) -> bool:
    """Whether a site is only being built: "workers building the Huichon power station", "a school, which they were building"."""
    return bool(BUILD.search(page.text[max(0, span.start - 60) : span.start]) or BUILT_BY.match(page.text, span.end))


def by_sea(page: Page, span: Span) -> bool:
    """Whether a ship is only how somebody came or went."""
    return BY_SEA.search(page.text[max(0, span.start - 20) : span.start]) is not None


def _munition(page: Page, sentence: Sentence, span: Span, token: Token) -> bool:
    """Whether a "mine" is one that blows up: laid, stepped on, or itself what exploded."""
    return bool(MUNITION.search(page.text[sentence.start : span.start])) or (
        token.dep_ == "nsubj" and token.head.lemma_.lower() in BLASTING
    )


def _source_site(page: Page, span: Span) -> bool:
    return bool(
        re.search(
            r"(?:'s|the) (?:foreign|defen[cs]e|interior|unification|labou?r|justice) $",
            page.text[max(0, span.start - 24) : span.start],
            re.I,
        )
    )
