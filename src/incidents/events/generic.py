"""Relative clauses that say what kind of people is meant, and no event: "people who seek asylum", "those fleeing"."""

from __future__ import annotations

import re

from spacy.tokens import Token

KINDS = frozenset(
    {"those", "anyone", "anybody", "whoever", "everyone", "everybody", "person", "people", "persons", "individual"}
)
SPEECH = frozenset(
    {
        "say",
        "tell",
        "explain",
        "recall",
        "note",
        "add",
        "claim",
        "write",
        "remember",
        "describe",
        "argue",
        "estimate",
        "believe",
        "think",
    }
)
SITES = frozenset(
    [
        "camp", "prison", "jail", "cell", "dormitory", "factory", "mill", "mine", "site", "restaurant", "embassy",
        "consulate", "mission", "ship", "boat", "unit", "post", "border", "river", "team", "hotel",
    ]
)  # fmt: skip
DATED = re.compile(
    r"\b(?:(?:19|20)\d\d(?!s)|last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|"
    r"july|august|september|october|november|december|spring|summer|autumn|winter|week|weeks|month|months|\d+ years)\b",
    re.IGNORECASE,
)
WISHES = frozenset({"want", "wish", "hope", "try", "seek", "attempt", "plan", "intend", "look"})
MODALS = frozenset({"will", "shall", "would", "can", "could", "may", "might", "must", "should"})


def describes_a_kind(head: Token) -> Token | None:
    """The noun that a clause around ``head`` describes as a kind, or None when the clause may tell an event.

    A kind is: "those / people / anyone" without a number, in the present tense or with a participle; a bare plural in
    the present tense; an indefinite person of whom the sentence only says what would, can or must follow.
    """
    if (
        head.tag_ in {"NNS", "NNPS"}
        and head.dep_ == "nsubj"
        and head.head.tag_ == "VBP"
        and not _counted(head)
        and not _definite(head)
    ):
        return None if any(c.dep_ == "aux" and c.lemma_ in {"be", "have"} for c in head.head.children) else head
    if head.lemma_ in WISHES and head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in head.children):
        return head  # "to get people wanting to defect out"
    node = head
    for _ in range(3):
        if node.dep_ in {"relcl", "acl"} and (node.head.pos_ in {"NOUN", "PRON", "PROPN"} or node.head.lower_ == "one"):
            break
        if node.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "dobj", "pobj", "prep"} or node.head == node:
            return None
        node = node.head
    else:
        return None
    noun = node.head
    if noun.lower_ == "of":
        return None
    progressive = any(c.dep_ == "aux" and c.lemma_ in {"be", "have"} for c in node.children)
    present = node.tag_ in {"VBP", "VBZ"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBP", "VBZ"} and c.lemma_ == "be" for c in node.children
    )
    participle = node.dep_ == "acl" and node.tag_ == "VBG"
    definite = _definite(noun)
    if _counted(noun):
        return None
    if noun.lower_ == "one" and noun.dep_ == "pobj" and present and not progressive:
        return noun  # "worse than for one who crosses the river"
    if noun.lower_ in KINDS and not definite and ((present and not progressive) or participle):
        return noun
    if noun.tag_ in {"NNS", "NNPS"} and not definite and ((present and not progressive) or _undone(node, noun)):
        return noun
    if ((not definite and noun.tag_ == "NN") or noun.lower_ in KINDS) and noun.dep_ in {"nsubj", "nsubjpass"}:
        above = noun.head
        if any(c.dep_ == "aux" and c.lower_ in MODALS for c in above.children):
            return noun
        passive_now = above.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VBZ" for c in above.children)
        if node.tag_ == "VBZ" and not progressive and (above.tag_ == "VBZ" or passive_now):
            return noun
    return None


def of_most(head: Token) -> Token | None:
    """The "most", "many" or "almost all" of whom a sentence says in the simple present what they do; None otherwise."""
    node = head
    for _ in range(4):
        if node.tag_ in {"VBP", "VBZ"} and node.pos_ in {"VERB", "AUX"}:
            break
        if node.head == node or node.dep_ in {"relcl", "acl"}:
            return None
        node = node.head
    else:
        return None
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "do"} for c in node.children):
        return None
    for subject in (c for c in node.children if c.dep_ in {"nsubj", "nsubjpass"}):
        words = [subject, *subject.children]
        for word in words:
            if word.lower_ in {"most", "many", "majority"} or (
                word.lower_ == "all" and any(t.lower_ in {"almost", "nearly", "virtually"} for t in subject.subtree)
            ):
                return word
    return None


def _undone(verb: Token, noun: Token) -> bool:
    """Whether a participle says what bare plurals want or use to do ("North Koreans wanting to defect")."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return False
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return noun.head.tag_ == "VBP" and not any(c.dep_ in {"aux", "auxpass"} for c in noun.head.children)
    return verb.lemma_ in WISHES


def _counted(noun: Token) -> bool:
    return any(
        c.dep_ in {"nummod", "amod"} and (c.like_num or c.lemma_.lower() in {"many", "several", "dozen"})
        for c in noun.children
    )


def _definite(noun: Token) -> bool:
    return any(
        c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an", "any", "every", "all", "each", "no"}
        for c in noun.children
    )


def describes_a_source(head: Token) -> Token | None:
    """The person whom a relative clause around ``head`` only introduces as a speaker or by trade, or None.

    "Ahn, who defected long ago, analyses the army": the flight has neither date nor site.
    """
    if (
        head.dep_ not in {"relcl", "acl"}
        or head.tag_ not in {"VBD", "VBN", "VBP"}
        or head.head.pos_ not in {"NOUN", "PROPN"}
    ):
        return None
    noun = head.head
    if any(c.like_num for c in noun.children):
        return None
    if any(c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"} for c in head.children):
        return None  # "the money that the welders earn": others do it, not the one described
    subject = noun.head if noun.dep_ == "appos" else noun
    while subject.dep_ == "appos" and subject.head != subject:
        subject = subject.head
    if subject.dep_ != "nsubj" or noun.tag_ == "NNS":
        return None
    above = subject.head
    if (above.tag_ != "VBZ" and above.lemma_ not in SPEECH) or any(
        c.dep_ in {"aux", "auxpass"} for c in above.children
    ):
        return None
    clause = " ".join(t.text for t in head.subtree)
    if DATED.search(clause) or any(t.ent_type_ in {"FAC"} or t.lower_ in SITES for t in head.subtree):
        return None
    return subject
