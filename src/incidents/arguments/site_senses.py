"""Nouns of sites that are none where they stand: a mine that blows up, custody into which somebody is taken, a mere landmark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.word_lists import word_list
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
    r"|stepp(?:ed|ing) on|trod on|set off|buried|hit|triggered) (?:an? |the |some |more )?)(?:land)?[ -]?$",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:(?:is|are|was|were) (?:now|still|currently|being held|being kept) (?:[a-z]+ )?(?:at|in|inside)"
    r"|(?:sent|transferred|transported|taken|moved|returned|deported|repatriated|handed over|brought|marched|driven|escorted"
    r"|committed|sentenced|led|carried|hauled|dragged|banished|exiled) (?:[\w-]+ )?(?:to|into)"
    r"|(?:imprisoned|jailed|locked up|detained|held|interned|confined|serv\w+ (?:[\w-]+ ){1,4}|(?:years?|months?|term)) (?:at|in)"
    r"|(?:spen[dt]s?|did) (?:[\w-]+ ){1,3}(?:years?|months?|weeks)(?: each)? (?:at|in))"
    r" (?:the |a |an |its |their |some )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
IN_A_PORT = re.compile(r"\b(?:in|near|outside|around|close to) (?:the|a|its) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
A_TOWN = re.compile(r"[- ](?:city|town|of(?= [A-Z]))")
ABOARD = re.compile(
    r"\b(?:on|aboard|inside|in|under|beneath|off|out of|from|beside|near|into)(?: board)?"
    r" (?:(?:the|a|an|one|two|three|several|their|his|her|its) )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
BUILD = re.compile(
    r"\b(?:(?:have|had|has|who|that|they|workers|men|teams?|builders) (?:[a-z]+ )?built"
    r"|build|building|constructing|erecting|raising|putting up|(?:help(?:s|ed|ing)?|sent|mobilized|mobilised|ordered) (?:to )?build"
    r"|construction of|(?:work|working|worked) on(?: the (?:building|construction) of)?|at work on) (?:what is to be )?(?:the |a |an )?"
    r"(?:new )?(?:(?!(?:of|in|at|on|for|with|is|was|are|were|that|which|and|or|near|into) )[\w’'.-]+ ){0,3}$",
    re.IGNORECASE,
)
#: What is not finished yet: "the half-built maternity hospital", "builders of the new bus station".
UNFINISHED = re.compile(
    r"\b(?:half-(?:built|finished|completed|ready)|unfinished|uncompleted|partly built|(?:builders|plasterers|welders|bricklayers|painters|crews?"
    r"|workers|labou?rers|men) (?:of|on|at|for) (?:the|a|what is to be the) (?:future|new)) (?:[\w-]+ ){0,2}$"
)
BUILT_BY = re.compile(
    r",? (?:which|that) (?:(?:they|he|the (?:men|workers|women|crew)) )?(?:is|are|was|were|has been|had been|have been)"
    r" (?:being built|building|putting up|raising|erecting|to build)|,? (?:now |still )?(?:under construction|being built)"
    r"| (?:construction |building )?(?:site|project|worksite)\b"
)
BY_SEA = re.compile(r"\b(?:by|by a|via) (?:small |fishing |wooden |cargo )?$", re.IGNORECASE)
VEHICLES = frozenset(
    {"bus", "train", "buses", "trains", "freight train", "goods train", "passenger train", "prison train"}
)
#: What is a site only as the head of its phrase: "the statue", but "a memorial service", "tower cranes".
HEADS = frozenset({"building", "memorial", "statue", "tower", "bank"})
#: Bodies that mostly speak and decide; a subject, an owner or a maker of something is not where it happens.
ORGANS = frozenset(
    [
        *("ministry", "parliament", "headquarters", "office", "court", "bank", "university", "government office"),
        *("people's committee", "security department", "labor office", "labour office", "labor inspectorate"),
        *("labour inspectorate", "labour ministry", "party office", "embassy", "consulate", "mission", "trade office"),
        *("permanent mission", "representative office", "consulate general", "governor's office", "mayor's office"),
        *("legislature", "migration office", "asylum office"),
    ]
)
BY = re.compile(r"\bby (?:the |a |an |its )?(?:[\w’'.-]+ ){0,3}$")
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
#: Who puts buildings up, by which a tower or an estate is a building site.
CRAFTS = word_list("builders_trades")
#: What a border or its river is no site of: "border security", but "border guards" stand at it.
BORDERS = frozenset({"border", "frontier"})
AT_A_BORDER = frozenset(
    [
        *("guard", "patrol", "soldier", "troop", "post", "crossing", "fence", "river", "checkpoint", "unit", "sentry"),
        *("village", "bridge", "outpost", "regiment", "brigade", "battalion", "guardsman", "gate"),
    ]
)
NEAR_A_BORDER = re.compile(
    r"\b(?:near|close to|along|not far from|off|(?:kilomet(?:er|re)s?|miles?|km) from|towns?|city|cities|areas?|regions?|villages?"
    r"|share|shares|sharing|facing|from)(?: (?:on|at|in|along))?"
    r" (?:(?:the|its|their|a|that|[A-Z][\w’'-]*|long|land|common|northern|southern|short|inter-Korean) )*$"
)
#: A mission or an office that only speaks: "an official at the embassy there said", "according to the consulate".
SPOKESMEN = re.compile(
    r"\b(?:officials?|spokes\w+|sources?|diplomats?|staff(?: members?)?|consuls?|attach[ée]s?|officers?|secretary|someone|somebody|m[ae]n|wom[ae]n"
    r"|member of (?:the )?staff|press officer) (?:at|in|of|from|with|inside) (?:(?:the|a|an|its|their) )?(?:[\w’'-]+ ){0,2}$"
)
ACCORDING = re.compile(
    r"\baccording to (?:an? |the |one )?(?:[\w’'-]+ ){0,3}(?:(?:at|in|of|from) (?:the |an? )?(?:[\w’'-]+ )?)?$", re.I
)
SAID = re.compile(
    r"(?:(?! (?:who|which|that)\b)[^.;:\"“”]){0,45}?[ ,](?:said|says|told|confirmed|denied|declined"
    r"|refused to (?:comment|say)|would not (?:say|comment|confirm)|added"
    r"|explained|announced|acknowledged|stated|insisted|commented|had no comment)\b"
)
TOLD = re.compile(
    r"\b(?:mobili[sz]\w+|inform\w*|notif\w+|alert\w*|urg(?:e|ed|ing)|report(?:ed|ing|s)?\b[^.;]{0,50} to|handed over to|complained to|appealed to"
    r"|call(?:ed|ing)|phon(?:ed|ing)|telephon(?:ed|ing)|rang(?: up)?|contact(?:ed|ing)|wrote(?: to)?|written to|in touch with"
    r"|(?:hear|heard|word|news|answer|reply|papers|visas?|passports?) from)"
    r" (?:the |a |an |its |their )?(?:[\w’'-]+ ){0,3}$"
)
WHOSE = re.compile(r"\b(?:whose|its|their|his|her|[\w-]+[’']s) (?:[\w-]+ ){0,2}$")
#: Whose office is a room of the works, the camp or the market that it happens at: "in front of the manager's office".
IN_HOUSE = re.compile(
    r"\b(?:manager|director|foreman|boss|supervisor|superintendent|overseer|chief|head|owner|commander|warden|secretary|accountant|cashier"
    r"|paymaster|bookkeeper|engineer|principal|leader)s?[’']s? (?:[a-z]+ )?$"
)
THERE = re.compile(
    r"\b(?:outside|in front of|at|into|inside|before|stormed|wrecked|occupied|surrounded|attacked|to) (?:[\w’'-]+ ){1,4}$"
)
#: What no house is meant by: "retired from office", "took office", "left home".
NOT_BUILT = {
    "office": re.compile(
        r"\b(?:from|in|into|out of|for|of|public|high|political|takes?|took|taken|taking|holds?|held|holding|leav\w+|left|party) $",
        re.IGNORECASE,
    ),
    "home": re.compile(
        r"\b(?:leav\w+|left|from|for|back|way|far|returned|return|returns|returning|went|go|going|gone|came|come|coming|sent|flown) $",
        re.IGNORECASE,
    ),
}
NAMED_HOUSES = frozenset(
    {"house", "court", "bank", "office", "headquarters", "square", "home", "street", "bridge", "theater", "theatre"}
)
#: What reports of a bank with a counter speak of, and what those of a river's; which of two banks it is.
MONEYED = word_list("of_banks")
#: A facility of which the report has spoken before.
POINTED = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]ame|[Tt]heir) (?:[A-Z][\w-]+ )?$")
RIVERS = word_list("of_rivers")
SHORE = re.compile(
    r"\b(?:river|left|right|far|near|opposite|other|both|either|one|(?:north|south|east|west)(?:ern)?|muddy|steep|grassy"
    r"|sandy|burst(?:s|ing)? (?:its|their)|(?:on to|down|along|off|up|over) the) $"
)
WARDS = frozenset({"hospital", "clinic"})
TREATED = re.compile(
    r"\b(?:condition|hospitali[sz]ed|remain(?:s|ed|ing)?|treatment|stitches|one of the [\w-]+"
    r"|treated|taken|rushed|admitted|died|dies|die|brought|transferred|recovering|recovered|sent|moved|carried|wounded|injured"
    r"|lay|lying)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def no_site(page: Page, sentence: Sentence, span: Span, token: Token) -> bool:
    """Whether the noun at ``span``, whose last word is ``token``, is no site that anything happens at."""
    noun = page.text[span.start : span.end].lower()
    before = page.text[sentence.start : span.start]
    if noun == "cell" and re.match(r"s? ?-?(?:phone|tower|number)", page.text[span.end : span.end + 8]):
        return True
    if noun == "section":
        return True  # only under a name: "the Tutaul section"
    if noun in HEADS and token.dep_ in {"compound", "amod", "nmod"}:
        return True  # "building materials"
    if noun == "bank":
        return _riverside(page, span)
    if noun == "facility":
        return POINTED.search(before) is None  # one of many things
    if noun == "tower":
        return not page.lemmas & CRAFTS  # a watchtower, a power line's
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
    if noun in {"court", "district court"} and token.dep_ in SAYS:
        return True
    if noun in ORGANS and BY.search(before):
        return True  # "registered by the UN refugee office"
    if noun in ORGANS and token.dep_ in SAYS and (token.dep_ == "compound" or token.head.lemma_ in SPEAKING):
        return True
    if noun == "security department" and SECURITY.search(before):
        return True  # the whole service
    if noun in WARDS:
        return TREATED.search(before) is not None
    if noun in NOT_BUILT and NOT_BUILT[noun].search(before[-20:]):
        return True
    if noun == "management office" or (noun == "office" and IN_HOUSE.search(before)):
        return True
    if noun in {"office", "headquarters"} and WHOSE.search(before) and not THERE.search(before):
        return True
    if noun in BORDERS:
        return _passing_border(page, span, before, token)
    if noun in NAMED_HOUSES and page.text[span.start].isupper() and token.i > 0 and token.nbor(-1).text[:1].isupper():
        return True  # "the Opera House", "the Supreme Court"
    return _source_site(page, span)


def speaks(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether a mission or an office is there as a voice or an ear: "an official at the embassy said", "notified the consulate"."""
    before = page.text[max(sentence.start, span.start - 80) : span.start]
    if ACCORDING.search(before) or TOLD.search(before):
        return True
    return SPOKESMEN.search(before) is not None and SAID.match(page.text, span.end, sentence.end) is not None


def sent_there(page: Page, sentence: Sentence, span: Span) -> bool:
    """Whether people were brought to the site or kept there: told after an event, that is what became of them."""
    return SENT.search(page.text[max(sentence.start, span.start - 80) : span.start]) is not None


def rises(page: Page, span: Span) -> bool:
    """Whether a site is only being built: "workers building the Huichon power station", "a school, which they were building"."""
    before = page.text[max(0, span.start - 60) : span.start]
    return bool(BUILD.search(before) or UNFINISHED.search(before) or BUILT_BY.match(page.text, span.end))


def by_sea(page: Page, span: Span) -> bool:
    """Whether a ship is only how somebody came or went."""
    return BY_SEA.search(page.text[max(0, span.start - 20) : span.start]) is not None


def _riverside(page: Page, span: Span) -> bool:
    """Whether a bank is that of a river, and keeps no money: "the North Korean bank", "the Tumen burst its banks"."""
    if page.text[span.start].isupper() or page.lemmas & MONEYED:
        return False
    return bool(page.lemmas & RIVERS) or SHORE.search(page.text[max(0, span.start - 40) : span.start]) is not None


def _passing_border(page: Page, span: Span, before: str, token: Token) -> bool:
    """Whether a border only tells where a town lies, or is the first half of another word: "border controls"."""
    if token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
        return token.head.lemma_.lower() not in AT_A_BORDER
    return NEAR_A_BORDER.search(before[-60:]) is not None


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
