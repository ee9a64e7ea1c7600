"""Children who come along and are not counted: "with his wife and children"."""

from __future__ import annotations

from spacy.tokens import Token

OWNERS = frozenset({"his", "her", "their"})
OFFSPRING = frozenset({"child", "son", "daughter", "boy", "girl", "kid", "grandchild", "grandson", "granddaughter"})
SPOUSES = frozenset({"wife", "husband", "fiancee", "fiancé", "fiancée", "fiance", "mother", "girlfriend"})


def offspring(kin: Token) -> bool:
    """Whether uncounted children of one person come along, who are two at least: "with his wife and children", "and her sons"."""
    if kin.tag_ != "NNS" or kin.lemma_.lower() not in OFFSPRING or any(c.pos_ == "NUM" for c in kin.children):
        return False
    owned = any(c.lower_ in OWNERS for c in kin.children)
    return owned or any(t.lemma_.lower() in SPOUSES and t.i < kin.i for t in kin.conjuncts)
