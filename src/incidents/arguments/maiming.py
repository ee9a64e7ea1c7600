"""Injury told by the limb that was lost or by what struck somebody: "took a welder's arm off", "hit by shrapnel"."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.harm_roles import object_of, passive, subject_of
from incidents.arguments.harm_words import BODY, FLYING, SEVERING, STRIKING, WOUNDS

PARTS = frozenset({"part", "half", "all", "both", "some", "most", "one", "each", "several"})
"""What stands for a limb before "of": "lost part of a hand", "two of his fingers"."""
LOST = frozenset({"burst", "perforated", "broken", "ruptured", "shattered", "crushed", "severed", "fractured"})


def maimed(token: Token) -> list[Token]:
    """Heads of the phrases of those whom this word says were maimed or struck; empty when it says so of nobody."""
    lemma = token.lemma_.lower()
    if lemma in STRIKING and token.pos_ == "VERB":
        return _struck(token)
    if lemma in WOUNDS and token.pos_ == "NOUN" and token.head.lemma_ in {"cause", "inflict", "do"}:
        return [t for c in (*token.children, *token.head.children) if c.lower_ in {"to", "on"} for t in c.children]
    if lemma in BODY:
        owners = _of_limb(token)
        return [*owners, *_another_like(token)] if owners else []
    return []


def _struck(verb: Token) -> list[Token]:
    """Whom a bullet, a fragment or a shot in the limbs struck."""
    ways = [t for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ in {"by", "with"} for t in c.children]
    if passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}):
        in_limb = any(
            c.dep_ == "prep" and c.lower_ in {"in", "on", "through"} and any(t.lemma_ in BODY for t in c.subtree)
            for c in verb.children
        )
        if in_limb or any(_flies(t) for t in ways):
            return [t for t in subject_of(verb) if t.lemma_ not in BODY]
        return []
    if any(c.dep_ == "nsubj" and _flies(c) for c in verb.children):
        return [t for t in object_of(verb) if t.lemma_ not in BODY]
    limbs = [t for base in (verb, *object_of(verb)) for c in base.children if c.lower_ == "in" for t in c.children]
    in_limb = any(t.lemma_ in BODY for t in limbs)
    return object_of(verb) if in_limb and verb.lemma_ in {"shoot", "stab"} else []


def _flies(noun: Token) -> bool:
    return noun.lemma_.lower() in FLYING


def _of_limb(limb: Token) -> list[Token]:
    """Who lost a limb, or had it hurt."""
    top = limb
    if (
        limb.dep_ == "pobj"
        and limb.head.lower_ == "of"
        and (limb.head.head.lower_ in PARTS or limb.head.head.pos_ == "NUM")
    ):
        top = limb.head.head
    verb = top.head
    if verb.lemma_ in {"have", "suffer", "sustain"} and top.dep_ in {"dobj", "nsubj"}:
        return subject_of(verb) if any(c.lower_ in LOST for c in limb.children) else []
    if top.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ == "loss":
        return _owners(limb)  # "with the loss of two fingers of the cook"
    cut = verb.lemma_ in SEVERING or (
        verb.lemma_ in {"take", "blow", "tear", "rip", "cut", "bite", "slice", "burn", "shoot"}
        and any(c.lower_ in {"off", "away"} for c in verb.children)
    )
    if top.dep_ == "dobj" and cut:
        return _owners(limb)
    if top.dep_ == "nsubjpass" and cut:
        return _owners(limb)
    if top.dep_ == "dobj" and verb.lemma_ == "lose" and top != limb:
        return subject_of(verb)
    if top.dep_ == "dobj" and verb.lemma_ == "cost":
        return [c for c in verb.children if c.dep_ == "dative" or (c.dep_ == "dobj" and c != top)] or _owners(limb)
    if top.dep_ == "appos" and verb.head.lemma_ == "cost" and verb.dep_ in {"dative", "dobj"}:
        return [verb]  # "cost a foreman his hand"
    return []


def _another_like(limb: Token) -> list[Token]:
    """The next one in the same case: "cost one man a leg and another his foot"."""
    after = limb.doc[limb.i + 1 : min(limb.sent.end, limb.i + 6)]
    if len(after) < 3 or after[0].lower_ != "and" or after[1].lower_ not in {"another", "one"}:
        return []
    return [after[1]] if any(t.lemma_ in BODY for t in after[2:]) else []


def _owners(limb: Token) -> list[Token]:
    """Whose limb it is; a plural "their" counts nobody."""
    owners = [c for c in limb.children if c.dep_ == "poss" and c.lower_ != "their"]
    inner = [t for c in limb.children if c.lower_ in {"of", "from"} for t in c.children if t.dep_ == "pobj"]
    relative = [c.head.head.head if c.lower_ == "whose" else c for c in owners]
    return relative or inner
