"""Whether what was called off had begun: "that first strike was called off", not "the strike set for Monday was called off"."""

from __future__ import annotations

import re

from spacy.tokens import Token

LONG = re.compile(r"\w+-(?:long|old|hour|day|week|month|year)\b")
ENDED = re.compile(
    r"\b(?:after|in|within) (?:only |just |about |nearly |almost |some )?(?:\w+ )?(?:hours?|days?|weeks?|months?)\b"
    r"|\b(?:went back|go back|going back|returned|return|got back) to (?:work|their|the)\b"
    r"|\b(?:resumed|took up|began) work\b|\b(?:that|which) (?:had )?(?:began|begun|started|broke out|lasted)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:planned|plan|plans|threatened|threat|scheduled|proposed|due|announced|looming|impending|set|called|meant|intended|"
    r"was to|were to|about to) (?:for|to|strike|walkout|stoppage|march|on|begin)\b|\b(?:planned|threatened|scheduled|looming|averted)\b",
    re.IGNORECASE,
)


def broken_off(event: Token, verb: Token, under_way: frozenset[str]) -> bool:
    """Whether ``verb`` calls off an ``event`` that was going on, as the words around them show."""
    if verb.lemma_ != "call" or not any(c.dep_ in {"prt", "advmod"} and c.lower_ == "off" for c in verb.children):
        return False
    if event.dep_ not in {"nsubjpass", "dobj"} or verb.tag_ not in {"VBD", "VBN"}:
        return False
    clause = verb.sent.text
    if AHEAD.search(clause):
        return False
    words = [c for c in event.children if c.dep_ in {"det", "amod", "compound", "poss"}]
    pointed = any(c.lower_ in under_way for c in words)
    before = verb.doc[event.left_edge.i : event.i].text
    return pointed or LONG.search(before) is not None or ENDED.search(clause) is not None
