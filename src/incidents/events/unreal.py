"""Grammar that takes an event back: nothing of it is known, it is only a kind of event, or a condition without "if"."""

from __future__ import annotations

from spacy.tokens import Token

UNHEARD = frozenset(
    {
        "report",
        "hear",
        "know",
        "record",
        "see",
        "sign",
        "evidence",
        "word",
        "mention",
        "instance",
        "case",
        "trace",
        "witness",
        "indication",
    }
)


def unheard(head: Token, start: int, end: int) -> Token | None:
    """What says that nothing of the kind is known: "no reports of strikes", "never heard of anybody on strike".

    Words of the trigger itself (``start`` to ``end``, character offsets) do not count: "have seen no pay".
    """
    node = head
    for _ in range(6):
        if node.dep_ not in {
            "pobj",
            "prep",
            "pcomp",
            "dobj",
            "acl",
            "compound",
            "conj",
            "nsubj",
            "nsubjpass",
            "relcl",
            "ccomp",
            "xcomp",
        }:
            return None
        if node.dep_ == "conj" and node.pos_ in {"VERB", "AUX"}:
            return None  # "I could not see the end of it, and they sat down"
        if node.dep_ in {"nsubj", "ccomp", "xcomp", "relcl"} and node.head.lemma_.lower() not in UNHEARD:
            return None
        node = node.head
        if node.lemma_.lower() in {"absence", "lack"} and node.pos_ == "NOUN":
            return node
        if node.lemma_.lower() in UNHEARD and not start <= node.idx < end:
            for child in node.children:
                if child.dep_ == "neg" or (child.dep_ in {"det", "advmod"} and child.lower_ in {"no", "never"}):
                    return child
    return None


def kind(noun: Token) -> Token | None:
    """A kind of event: a bare plural or "a strike" as subject of the timeless present, without names or dates."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass", "attr"} or verb.tag_ not in {"VBZ", "VBP", "VBN"}:
        return None
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(a.lower_ not in {"is", "are"} for a in auxiliaries) or (verb.tag_ == "VBN" and not auxiliaries):
        return None
    definite = any(
        c.dep_ in {"poss", "nummod"} or (c.dep_ == "det" and c.lower_ not in {"a", "an", "any", "all"})
        for c in noun.children
    )
    if definite or (noun.tag_ == "NN" and not any(c.dep_ == "det" for c in noun.children) and noun.dep_ == "attr"):
        return None
    if any(t.ent_type_ in {"DATE", "GPE", "LOC", "FAC", "TIME", "PERSON"} or t.like_num for t in noun.sent):
        return None
    return verb


NOBODY = frozenset({"nobody", "none", "nothing"})


def nobodys(verb: Token) -> Token | None:
    """The word by which a clause is nobody's: "there is nobody to lead a revolt", "no one who would strike"."""
    if verb.dep_ not in {"relcl", "acl"}:
        return None
    noun = verb.head
    if noun.lower_ in NOBODY:
        return noun
    first = noun.left_edge
    return first if noun.lower_ in {"one", "body"} and first.lower_ == "no" else None


FRONTED = frozenset({"had", "should", "were"})


def inverted(verb: Token) -> Token | None:
    """The fronted auxiliary of a condition without "if" ("had the men downed tools, ...")."""
    first = verb.sent[0]
    clause = verb.doc[first.i : verb.i]
    if first.lower_ in FRONTED and first.i < verb.i and not any(t.text == "," for t in clause):
        after = verb.doc[verb.i : verb.sent.end]
        if verb.tag_ in {"VBN", "VBD", "VB"} and any(t.lower_ in {"would", "could", "might"} for t in after):
            return first  # whatever the parser makes of it
    if verb.dep_ != "advcl":
        return None
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    fronted = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ in FRONTED]
    return next((a for a in fronted for s in subjects if a.i < s.i), None)
