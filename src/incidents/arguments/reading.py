"""Reads the arguments of every event mention from its own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.attribution import citations_for
from incidents.arguments.casualties import casualties_of
from incidents.arguments.clues import Clues, Group
from incidents.arguments.count_of import count_of
from incidents.arguments.elided import divided
from incidents.arguments.foiled import foiled
from incidents.arguments.pay import sums_of
from incidents.arguments.sites import Sites
from incidents.arguments.standing_pay import is_standing
from incidents.arguments.telling import telling
from incidents.arguments.victims import workforce_of
from incidents.arguments.when import dates_of, tree_distance
from incidents.arguments.where import fleeing, places_of, staying
from incidents.arguments.who import group_of
from incidents.events import roles
from incidents.events.definitions import EventType
from incidents.events.judge import WHOLE
from incidents.events.lexicon import Lexicon
from incidents.events.match import Proposal
from incidents.model import Mention, Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

ANOTHER = re.compile(
    r"\b(?:elsewhere|separately|other (?:cases|incidents)|the (?:second|third|other) (?:case|incident|one|of)|"
    r"in (?:an?|another) (?:(?:separate|second|third|different|similar|unrelated) \w+|incident|case)|"
    r"(?:another|a (?:second|third|fourth|separate|similar|further)) (?:case|incident|one|group|time)|"
    r"the (?:next|last|latest) (?:one|case|entry))\b",
    re.I,
)
MANY = re.compile(
    r"\b(?:a (?:series|wave|string|spate|rash|succession|chain|growing number|flood|handful|run) of|"
    r"a number of (?:\w+ )?(?:cases|incidents|escapes|defections|attempts|occasions|strikes|protests|blasts|explosions)|"
    r"since \d{4}|over the (?:past|last|years)|in (?:recent|the past|the last) (?:years|months|decades)|so far|"
    r"(?<!people )(?<!persons )(?<!men )(?<!souls )(?<!members )in all|"
    r"on (?:a number of|several|many|numerous) occasions|several times|repeatedly|each year|every year|"
    r"annually|altogether|over the years|increasing(?:ly)? (?:number|frequent)|in total|a total of|"
    r"since [A-Za-z]+(?: \d{4})?,? (?:(?:more than|at least|about|some|over|nearly) )?(?:dozens|scores|hundreds|thousands"
    r"|\d+(?= (?:\w+ )?[a-z]+s\b))\b|"
    r"case after case|from time to time|now and then)\b",
    re.I,
)
HABIT = re.compile(
    r"\b(?:every (?:month|year|week|day)|each (?:month|year|week|day)|usually|normally|often|always|routinely|"
    r"regularly|typically|generally|as a rule|monthly(?! (?:pay|wages?|salar|income|earning|allowance|ration|stipend))|by custom|"
    r"standard|the system|habitually|in most cases|"
    r"are (?:required|forced|obliged|made) to|is (?:required|forced|obliged) to)\b",
    re.I,
)
SITES = frozenset(
    {"site", "camp", "plant", "factory", "mission", "embassy", "country", "prison", "ship", "office", "mill"}
)
CROWD = 10  # from this number on, "some twenty have run away" counts several flights
YEAR = 400  # days
FRONT = 15  # characters: "On the night of", "In the city of"
PLURAL_EVENTS = frozenset({"NNS", "NNPS"})


def read_clues(
    page: Page, kept: Iterable[tuple[Proposal, Mention]], types: Mapping[str, EventType], sites: Sites, lexicon: Lexicon
) -> list[Clues]:
    """One ``Clues`` a mention, in text order."""
    pairs = list(kept)
    heads: dict[int, list[Proposal]] = {}
    for proposal, _ in pairs:
        heads.setdefault(proposal.sentence.index, []).append(proposal)
    found = []
    for proposal, mention in pairs:
        sentence, head = proposal.sentence, proposal.head
        spec = types[mention.event_type].roles
        rivals = [
            p.head
            for p in heads[sentence.index]
            if p.pattern.event_type != mention.event_type and (p.head != head or spec.amount)
        ]
        clues = Clues(mention, sentence.index, sentence.paragraph)
        clues.brief = len(page.sentences) < WHOLE
        clues.moves, clues.owed = spec.moves, spec.amount
        clues.dates = dates_of(page, sentence, head, rivals, reason=spec.amount)
        clues.beside = [] if clues.dates or not rivals else dates_of(page, sentence, head, [])
        places = places_of(page, sentence, head)
        clues.foiled = spec.moves and foiled(page, proposal) is not None
        clues.places = staying(page, places, sentence)
        if spec.moves:
            clues.places = fleeing(page, places, head, sentence, foiled=clues.foiled)
        clues.sites = sites.in_sentence(page, sentence, head)
        clues.companies = sorted(
            (n for n in page.companies if sentence.start <= n.start < sentence.end and not sites.site_in_name(n)),
            key=lambda n: (_distance(page, n.start, n.end, head), n.start),
        )
        if spec.amount:
            clues.group = workforce_of(page, sentence, head, lexicon, count_of)
        elif spec.participants != "none":
            clues.group = group_of(page, head, lexicon, spec.participants)
        if spec.casualties:
            clues.killed, clues.injured = casualties_of(page, sentence)
            if clues.group is not None and not spec.moves and not spec.amount:
                clues.group = _unhurt(page, clues.group, head, [*clues.killed, *clues.injured])
        if spec.amount:
            clues.money = sums_of(page, sentence, head, proposal.pattern.granularity, lexicon)
        clues.telling = telling(page, sentence, head, people=spec.participants != "none")
        clues.definite = not clues.telling.another and (
            _definite(head) or (clues.group is not None and clues.group.anaphoric and not clues.telling.fresh)
        )
        clues.another = bool(ANOTHER.search(page.text, max(sentence.start, proposal.start - 60), proposal.end))
        clues.another = clues.another or clues.telling.another
        clues.aggregate = (
            proposal.pattern.granularity == "aggregate"
            or bool(MANY.search(sentence.text))
            or (
                head.pos_ == "NOUN"
                and head.tag_ in PLURAL_EVENTS
                and not clues.definite
                and mention.section != "headline"
            )
        )
        clues.aggregate = clues.aggregate or (spec.moves and _summed_up(head, clues))
        clues.cited = frozenset(citations_for(Span(sentence.start, sentence.end), page.citations))
        opening = sentence.start + FRONT
        clues.fronted = any(d.char_start < opening for d in clues.dates) or any(
            p.name.start < opening and p.relation == "at" for p in clues.places
        )
        clues.habitual = bool(HABIT.search(sentence.text)) or _present(head)
        if spec.amount:
            clues.standing = is_standing(proposal.pattern.granularity, clues, sentence)
        found.append(divided(page, proposal, clues, heads[sentence.index]))
    return found


def _summed_up(head: Token, clues: Clues) -> bool:
    """Whether a clause counts those who have left over time ("some 10,000 of them have fled their sites")."""
    count = clues.group.quantity if clues.group is not None else None
    if count is None or count.minimum is None:
        return False
    years = [d for d in clues.dates if d.start and d.end and (d.end - d.start).days > YEAR]
    if years and count.minimum > 1:
        return True
    dated = [d for d in clues.dates if d not in years]
    many_sites = any(t.tag_ == "NNS" and t.lemma_.lower() in SITES for t in roles.clause(head))
    perfect = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve"} for c in head.children)
    return (
        perfect and not dated and count.minimum >= CROWD and (count.approx or many_sites or count.minimum >= 10 * CROWD)
    )


def _unhurt(page: Page, group: Group, head: Token, harmed: list[Quantity]) -> Group:
    """The group without its number if that only counts those hurt or killed: "four prisoners died in a revolt".

    Those who flee may be those who were shot; those who do the event's verb themselves keep their number.
    """
    count = group.quantity
    if count is None or not any(q.start < count.end and count.start < q.end for q in harmed):
        return group
    if head.pos_ == "VERB" and any(
        count.start <= t.idx + len(t) and t.idx < group.span.end for t in roles.subjects(head)
    ):
        return group
    return replace(group, quantity=None)


def _distance(page: Page, start: int, end: int, head: Token) -> int:
    tokens = page.tokens_of(start, end)
    return tree_distance(tokens[-1], head) if tokens else 40


def _definite(head: Token) -> bool:
    if head.pos_ not in {"NOUN", "PROPN"}:
        return any(t.lower_ in {"it", "this", "that", "they"} for t in roles.subjects(head))
    return any(
        t.lower_ in {"the", "this", "that", "these", "those", "their", "his", "her"} for t in roles.determiners(head)
    )


def _present(head: Token) -> bool:
    """Whether the clause of the trigger is in the plain present tense."""
    verb = head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ == "xcomp" and verb.head.lower_ in {"have", "has", "need", "needs"}:
        return True  # "has to hand in half"
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a.lower_ == "must" for a in auxiliaries):
        return True
    if any(a.lemma_ == "have" or a.tag_ in {"VBD", "MD"} for a in auxiliaries):
        return False
    if verb.lemma_ == "be":
        return False  # "are three months behind" is a state of now, no custom
    if verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and any(a.tag_ in {"VBZ", "VBP"} for a in auxiliaries)):
        return verb.lemma_ not in {"say", "tell", "report", "owe", "remain", "wait"}
    return False
