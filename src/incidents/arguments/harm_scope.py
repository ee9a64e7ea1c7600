"""Harm that no event here did: told as what came before it, or only thought, wished for or asked."""

from __future__ import annotations

import re

from spacy.tokens import Token

BEFORE = frozenset({"after", "because", "since"})
WANTED = frozenset(
    ["want", "wish", "threaten", "vow", "think", "fear", "suppose", "prefer", "plan", "intend", "mean", "aim", "try", "attempt",
     "seek", "hope", "swear", "plot", "conspire", "scheme"]
)  # fmt: skip
ATTEMPTS = frozenset(
    {"attempt", "plot", "bid", "conspiracy", "plan", "threat", "intention", "intent", "scheme", "wish"}
)
RULER = re.compile(
    r"(?:Kim (?:Jong|Il)[- ](?:Il|Sung|Suk)|Stalin|Lenin|Brezhnev|Andropov|Chernenko|Mao(?: Zedong| Tse-tung)?|Tito)\b",
    re.I,
)
"""Who died of no event here: "in the year in which Kim Jong Il died"."""


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
    if verb.dep_ in {"acl", "relcl"} and verb.head.lemma_.lower() in ATTEMPTS and _infinitive(verb):
        return True  # "an attempt to kill the governor"
    asked = any(c.dep_ == "mark" and c.lower_ in {"whether", "if", "lest"} for c in verb.children)
    return asked or (verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in WANTED)


def of_a_ruler(cue: Token) -> bool:
    """Whether it is the death of a ruler, by which a time is told: "the spring after Stalin died"."""
    named = [t for t in cue.children if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ == "PROPN"]
    return any(RULER.match(t.doc[t.left_edge.i : t.i + 1].text) for t in named)


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" and c.i < verb.i for c in verb.children)
