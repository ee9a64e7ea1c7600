"""Relative clauses that say what kind of people is meant, and no event: "people who seek asylum", "those fleeing"."""

from __future__ import annotations

from spacy.tokens import Token

KINDS = frozenset({"those", "anyone", "anybody", "whoever", "everyone", "everybody", "person", "people", "persons", "individual"})
MODALS = frozenset({"will", "shall", "would", "can", "could", "may", "might", "must", "should"})


def describes_a_kind(head: Token) -> Token | None:
    """The noun that a clause around ``head`` describes as a kind, or None when the clause may tell an event.

    A kind is: "those / people / anyone" without a number in the present tense or as a participle; a bare plural in the present tense
    that is not the answer to "how many"; an indefinite person of whom the sentence only says what would, can or must follow.
    """
    node = head
    for _ in range(3):
        if node.dep_ in {"relcl", "acl"} and node.head.pos_ in {"NOUN", "PRON", "PROPN"}:
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
    present = node.tag_ in {"VBP", "VBZ"} or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBP", "VBZ"} and c.lemma_ == "be" for c in node.children)
    participle = node.dep_ == "acl" and node.tag_ == "VBG"
    counted = any(c.dep_ in {"nummod", "amod"} and (c.like_num or c.lemma_.lower() in {"many", "several", "dozen"}) for c in noun.children)
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an", "any", "every", "all", "each", "no"} for c in noun.children)
    if counted:
        return None
    if noun.lower_ in KINDS and not definite and ((present and not progressive) or participle):
        return noun
    if noun.tag_ in {"NNS", "NNPS"} and not definite and (present and not progressive):
        return noun
    if not definite and noun.tag_ == "NN" or noun.lower_ in KINDS:
        above = noun.head
        if noun.dep_ in {"nsubj", "nsubjpass"} and any(c.dep_ == "aux" and c.lower_ in MODALS for c in above.children):
            return noun
    return None
