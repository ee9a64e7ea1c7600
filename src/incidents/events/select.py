"""Which mentions and which clusters of mentions are good enough to be incidents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.comparing import own_places
from incidents.events import roles
from incidents.events.definitions import EventType
from incidents.events.match import Proposal
from incidents.merge import Draft
from incidents.model import Mention

if TYPE_CHECKING:
    from incidents.annotate import Page

NEIGHBOURS = 3
SURE = 0.8  # a lone mention that says nothing else of its event counts from this score on
SURE_OF_PAY = 0.6  # the same where a lasting condition is an incident, too: what is missing says enough
ANAPHORS = frozenset(
    [
        "he", "she", "they", "him", "her", "them", "both", "all", "it", "who", "i", "we", "us", "me",
        "himself", "herself", "themselves",
    ]
)  # fmt: skip
DEFINITE = frozenset({"the", "these", "those", "both", "his", "her", "their", "all"})
WISHES = frozenset({"want", "wish", "hope"})
HAPPENED = frozenset(
    [
        "come", "happen", "occur", "follow", "erupt", "break", "begin", "start", "flare", "strike", "hit", "rock", "rip",
        "tear", "shake", "wreck", "destroy", "kill", "wound", "injure", "hurt", "last", "go", "spread", "demolish", "take",
        "draw", "attract", "hold", "stage", "end",
        "arise", "ensue", "unfold", "cut", "paralyse", "paralyze", "halt", "disrupt", "cripple", "stop", "crush", "quell",
        "suppress", "put", "disperse", "bring", "leave", "involve", "claim", "cost", "close", "force",
        "suspend", "abandon", "give", "call", "enter", "continue", "precede", "drag", "shut", "damage", "sign", "submit", "hand",
    ]
)  # fmt: skip
# Of what people were at: verbs that say so of their object ...
STAGED = frozenset(
    [
        "hold", "stage", "mount", "organise", "organize", "begin", "start", "launch", "lead", "join", "end", "suspend", "abandon",
        "enter", "continue", "disperse", "crush", "quell", "suppress", "lift", "trigger", "spark", "provoke", "cause", "sign",
        "submit", "file", "receive", "resume", "witness", "see", "extend",
    ]
)  # fmt: skip
# ... and that they went into it, or have been at it for a while: "went on a stoppage", "the tenth day of a strike".
PERCEIVED = frozenset({"hear", "feel", "register", "record", "see"})
ENTERED = frozenset({"go", "enter", "come", "be", "step", "engage", "take"})
STRETCHES = frozenset({"day", "week", "month", "year"})
REMAINDER = frozenset({"other", "others", "rest", "remaining", "remainder"})
OTHER = re.compile(
    r"\b(?:another|(?:a|the) (?:second|third|fourth|other)|one more) (?:[\w-]+ ){0,3}"
    r"(?:man|woman|person|worker|logger|soldier|sailor|defector|refugee|family|couple|group|prisoner|waitress|diplomat)\b",
    re.IGNORECASE,
)
Pairs = list[tuple[Proposal, Mention]]


def supported(pairs: Pairs, types: Mapping[str, EventType]) -> Pairs:
    """Weak mentions stay only beside a strong one of their type; for want of a judge, who weighs what stands around them."""
    strong = [(p.pattern.event_type, p.sentence.index) for p, m in pairs if m.dropped_because is None and not p.weak]
    chosen: Pairs = []
    for proposal, mention in pairs:
        if mention.dropped_because is None and proposal.weak:
            kinds = {mention.event_type, *types[mention.event_type].accepts}
            if not any(k in kinds and abs(i - proposal.sentence.index) <= NEIGHBOURS for k, i in strong):
                mention = replace(mention, dropped_because="low_confidence")
        chosen.append((proposal, mention))
    return chosen


def select(pairs: Pairs, types: Mapping[str, EventType]) -> Pairs:
    """Outcomes stay only where no event is told just before.

    An outcome ("the two were resettled", "he was recaptured") of people already spoken of continues the event told in
    the sentences before it; so does what is told of the rest of them ("the other three") and the rank that the event
    takes among its like ("this was only the fourth defection").
    """
    chosen: Pairs = []
    for proposal, mention in pairs:
        if mention.dropped_because is None and _means(proposal, pairs):
            mention = replace(mention, dropped_because="outcome")
        back, ahead = _reach(proposal, of_pay=types[mention.event_type].roles.amount)
        if mention.dropped_because is None and (back or ahead):
            kinds = {mention.event_type, *types[mention.event_type].accepts}
            if any(
                p is not proposal
                and not p.pattern.outcome
                and p.pattern.event_type in kinds
                and m.dropped_because is None
                and -ahead <= proposal.sentence.index - p.sentence.index <= back
                and not _newcomer(proposal, p)
                and not (ahead and p.head.lemma_ in WISHES)
                for p, m in pairs
            ):
                mention = replace(mention, dropped_because="outcome")
        chosen.append((proposal, mention))
    return chosen


def _anaphoric(proposal: Proposal) -> bool:
    """Whether those who take part are only pointed at: a pronoun, "the two", or nobody named."""
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in proposal.head.children)
    if any(c.dep_ == "dobj" and c.lower_ in ANAPHORS for c in proposal.head.children):
        return True  # "several men grabbed him"
    people = roles.objects(proposal.head) if passive else roles.subjects(proposal.head)
    if not people:
        return True
    first = people[0]
    return first.lower_ in ANAPHORS or first.like_num or any(c.lower_ in DEFINITE for c in first.children)


def _newcomer(proposal: Proposal, earlier: Proposal) -> bool:
    """Whether somebody else comes in between: "another man was less lucky. He asked ..."."""
    if earlier.sentence.index >= proposal.sentence.index:
        return False
    doc = proposal.head.doc
    return OTHER.search(doc[earlier.sentence.span.end : proposal.sentence.span.end].text) is not None


def _means(proposal: Proposal, pairs: Pairs) -> bool:
    """Whether a mention only says how another came about: "got out of the dormitory by cutting through a grille"."""
    by = proposal.head.head
    if proposal.head.dep_ != "pcomp" or by.lower_ != "by":
        return False
    return any(
        p.head == by.head and p.pattern.event_type == proposal.pattern.event_type and m.dropped_because is None
        for p, m in pairs
    )


def _reach(proposal: Proposal, *, of_pay: bool) -> tuple[int, int]:
    """How many sentences back and ahead the event may stand that a mention only continues; 0, 0 for one of its own."""
    if _ranked(proposal):
        return 2 * NEIGHBOURS, 0
    if proposal.head.lemma_ in WISHES and any(t.lower_ in {"i", "we"} for t in roles.subjects(proposal.head)[:1]):
        return 0, 2 * NEIGHBOURS  # "I want to go to Seoul" opens the story that is told next
    rest = _remainder(proposal, of_pay=of_pay)
    return (NEIGHBOURS, 0) if (proposal.pattern.outcome and _anaphoric(proposal)) or rest else (0, 0)


def _remainder(proposal: Proposal, *, of_pay: bool) -> bool:
    """Whether those who take part are what is left of a party: "the other three", "the rest"; of pay, the rest is money."""
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in proposal.head.children)
    people = roles.objects(proposal.head) if passive else roles.subjects(proposal.head)
    for person in people[:1]:
        words = [person, *person.children]
        left = any(w.lower_ in ({"others"} if of_pay else REMAINDER) for w in words)
        if left and any(w.lower_ in DEFINITE for w in words):
            return True
    return False


def _ranked(proposal: Proposal) -> bool:
    """Whether the trigger stands in what a copula says of the event: "it was the first such escape"."""
    node = proposal.head
    for _ in range(6):
        if node.dep_ == "attr" and node.head.lemma_ == "be":
            words = [*node.children, *(g for c in node.children for g in c.children)]
            return any(
                w.tag_ in {"JJS", "RBS"} or w.lower_ in {"latest", "such"} or (w.ent_type_ == "ORDINAL") for w in words
            )
        if node.dep_ not in {"acl", "relcl", "pobj", "prep", "compound", "dobj", "xcomp"} or node.head == node:
            return False
        if node.dep_ == "prep" and node.lower_ not in {"of", "for", "to", "by"}:
            return False
        node = node.head
    return False


def _facts(draft: Draft) -> int:
    """How many of date, place, people, site, toll and sum the sentences of a draft give; a lasting practice needs no date."""
    given = (
        any(c.dates for c in draft.clues),
        any(own_places(c) for c in draft.clues),
        any(c.group is not None and (c.group.quantity is not None or not c.group.plural) for c in draft.clues),
        any(c.sites and c.sites[0].distance < 20 for c in draft.clues),
        any(c.killed or c.injured for c in draft.clues),
        any(c.money for c in draft.clues),
        any(c.standing for c in draft.clues),
    )
    return sum(given)


def _took_place(page: Page, draft: Draft) -> bool:
    """Whether a sentence says that an event happened or that it is going on: "rallies took place", "there was a riot",
    "the union has staged a sit-in", "a warning strike was suspended"."""
    return any(
        _happened(noun)
        for clue in draft.clues
        for noun in page.tokens_of(clue.mention.trigger_start, clue.mention.trigger_end)
        if noun.pos_ in {"NOUN", "ADJ"}
    )


def _happened(noun: Token) -> bool:
    """Whether what is said of a noun tells in the past, or as begun, that there was such a thing."""
    node = noun
    if node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.lemma_ in STRETCHES:
        node = node.head.head  # "entered the second week of a strike"
    if node.dep_ == "pobj" and node.head.lower_ in {"on", "in", "into"} and node.head.head.lemma_ in ENTERED:
        node = node.head  # "went on a stoppage"
    verb = node.head
    known = any(c.lower_ in {"the", "this", "that"} for c in noun.children)
    heard = [verb] if node.dep_ in {"nsubj", "nsubjpass"} else []
    if not known and any(v.lemma_ in PERCEIVED and _told(v) for v in [*heard, *noun.children] if v.dep_ != "amod"):
        return True  # "an explosion that was heard across the river"; "blasts were felt on the other bank"
    if verb.pos_ not in {"VERB", "AUX"} or any(c.dep_ == "neg" or c.tag_ in {"MD", "TO"} for c in verb.children):
        return False
    told = verb.tag_ in {"VBD", "VBN"} or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    if verb.lemma_ == "be":
        return told and any(c.dep_ == "expl" for c in verb.children)
    if node.dep_ in {"nsubj", "nsubjpass"}:
        return told and verb.lemma_ in HAPPENED
    if node.dep_ == "dobj":
        return told and verb.lemma_ in STAGED
    return told and node.dep_ == "prep" and verb.lemma_ in ENTERED


def _told(verb: Token) -> bool:
    """Whether a verb below a noun tells in the past, and not that there was no such thing."""
    return verb.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "neg" or c.tag_ in {"MD", "TO"} for c in verb.children)


def standing(page: Page, drafts: list[Draft]) -> tuple[list[Draft], dict[Mention, str]]:
    """The drafts that say enough to be incidents, and why the mentions of the others are dropped."""
    kept: list[Draft] = []
    reasons: dict[Mention, str] = {}
    for draft in drafts:
        facts = _facts(draft)
        nominal = all(c.mention.pattern.endswith((".noun", ".device", ".bid", ".quota")) for c in draft.clues)
        sure = SURE if draft.clues[0].standing is None else SURE_OF_PAY
        headline = all(c.mention.section in {"headline", "caption"} for c in draft.clues)
        if headline and any(d is not draft and d.event_type == draft.event_type for d in drafts):
            reason = "headline_only"
        elif (nominal and facts < (1 if _took_place(page, draft) else 2) and len(draft.clues) < 2) or (
            facts < 1 and len(draft.clues) < 2 and draft.clues[0].mention.score < sure
        ):
            reason = "generic"
        else:
            kept.append(draft)
            continue
        reasons |= {c.mention: reason for c in draft.clues}
    return kept, reasons
