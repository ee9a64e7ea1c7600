"""Harm that no event here did: told as what came before it, or only thought, wished for or asked."""

from __future__ import annotations

from spacy.tokens import Token

BEFORE = frozenset({"after", "because", "since"})
WANTED = frozenset({"want", "wish", "threaten", "vow", "think", "fear", "suppose", "prefer", "plan", "intend"})


def earlier(cue: Token) -> bool:
    """Whether a harm is told as what came before: "rioted after a boy had been beaten to death", "whose husband had died"."""
    verb = cue.head.head if cue.lower_ == "death" else cue
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "prep"}}
    if verb.dep_ in {"advcl", "pcomp"} and (marks & BEFORE or verb.head.lower_ in BEFORE):
        return True
    return verb.dep_ == "relcl" and any(t.lower_ == "whose" for c in verb.lefts for t in c.subtree)


def unreal(cue: Token) -> bool:
    """Whether a harm is only wished for, thought or asked: "whether one of them is dead", "who wants to freeze to death"."""
    verb = cue.head.head if cue.lower_ == "death" else cue.head if cue.dep_ == "acomp" else cue
    asked = any(c.dep_ == "mark" and c.lower_ in {"whether", "if", "lest"} for c in verb.children)
    return asked or (verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in WANTED)
