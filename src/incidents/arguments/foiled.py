"""Whether a flight was stopped before it got anywhere, as the rest of its sentence or the next ones tell.

"Two men ran at the gate, but guards wrestled them to the ground." A capture that comes with a later time ("three days
later he was caught") ends a flight that had succeeded and does not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import roles
from incidents.events.match import Proposal

if TYPE_CHECKING:
    from incidents.annotate import Page

AHEAD = 2  # sentences of the same paragraph
STOPPED = frozenset(
    ["catch", "seize", "stop", "drag", "haul", "wrestle", "overpower", "intercept", "collar", "gaff", "nab", "halt"]
)
HELD = frozenset(
    ["arrest", "detain", "apprehend", "capture", "grab", "shoot", "kill"]
)  # only where the text says "but"
RETURNED = frozenset(["bring", "drive", "turn", "hand", "send", "take", "march", "force", "give"])
FOUND = frozenset(["find", "discover", "spot", "notice"])  # only at the barrier itself
BARRIERS = frozenset(
    ["checkpoint", "gate", "fence", "wall", "border", "barrier", "perimeter", "gangway", "barbed-wire"]
)
BACK = frozenset({"back", "over"})
THEM = frozenset({"he", "she", "they", "both", "him", "her", "them", "i", "we", "me", "us"})
CONTRAST = frozenset({"but", "before", "however", "only"})
LATER = re.compile(
    r"\b(?:later|afterwards?|subsequently|eventually|since|again|the next|the following|days|weeks?|months?|years?|"
    r"one of|two of|some of|most of|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


SOON = re.compile(
    r"\b(?:within \w+ (?:minutes|hours|days)|(?:minutes|hours|(?:two|three|four|a few) days) later)\b", re.IGNORECASE
)


def foiled(page: Page, proposal: Proposal) -> Token | None:
    """The verb that tells of the flight's end at the hands of its keepers, or None when nothing of the kind is told."""
    sentence = proposal.sentence
    following = page.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]
    spans = [sentence.span, *(s.span for s in following if s.paragraph == sentence.paragraph)]
    for span in spans:
        for verb in span:
            if (
                verb.pos_ != "VERB"
                or verb.tag_ not in {"VBD", "VBN"}
                or (span is sentence.span and verb.i <= proposal.head.i)
            ):
                continue
            if _stops(verb, proposal.head) and not LATER.search(SOON.sub("", _clause(verb))):
                return verb
    return None


def _clause(verb: Token) -> str:
    """The words of the verb's own clause."""
    return " ".join(t.text for t in roles.clause(verb))


def _stops(verb: Token, flight: Token) -> bool:
    lemma = verb.lemma_.lower()
    contrast = any(t.lower_ in CONTRAST for t in verb.doc[max(verb.sent.start, verb.i - 8) : verb.i] if t.i > flight.i)
    back = any(c.lower_ in BACK for c in verb.children if c.dep_ in {"advmod", "prt"})
    at_barrier = lemma in FOUND and any(t.lemma_.lower() in BARRIERS for t in verb.subtree)
    if not (lemma in STOPPED or (lemma in HELD and contrast) or (lemma in RETURNED and back) or at_barrier):
        return False
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a.tag_ == "MD" or a.lower_ in {"to", "has", "have"} for a in auxiliaries) or any(
        c.dep_ in {"neg", "mark"} and c.lower_ != "before" for c in verb.children
    ):
        return False
    passive = any(a.dep_ == "auxpass" for a in auxiliaries)
    if verb.tag_ == "VBN" and not passive and verb.dep_ != "conj":
        return False
    people = roles.objects(verb)
    caught_up = roles.obliques(verb, "with") if lemma == "catch" else []
    if any(p.lower_ in THEM for p in (people or caught_up)[:1]):
        return True
    shared = passive and verb.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return shared and (verb.head == flight or flight in verb.head.subtree)
