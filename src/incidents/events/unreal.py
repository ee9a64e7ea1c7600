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


def not_even(head: Token) -> Token | None:
    """The negation of what people have "not so much as" done, or None."""
    before = head.doc[max(head.sent.start, head.i - 6) : head.i]
    words = [t.lower_ for t in before]
    for i in range(1, len(words) - 2):
        if (
            words[i : i + 3] == ["so", "much", "as"]
            and len(words) - i <= 4
            and words[i - 1] in {"not", "n't", "n’t", "never"}
        ):
            return before[i - 1]
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


NOBODY = frozenset({"nobody", "none", "neither", "nothing", "noone"})
# What a clause may hang on whose subject is denied: "no prisoner is known to have fled".
RAISING = frozenset(
    {"know", "think", "believe", "say", "report", "hear", "understand", "see", "dare", "manage", "seem", "appear"}
    | {"claim", "try", "want", "suppose", "find", "remember", "recall", "allow", "able", "happen"}
)


def nobody(head: Token) -> Token | None:
    """Who is denied above a trigger: "no one is known to have fled", "there is nobody to lead a revolt", or None."""
    node = head
    for _ in range(4):
        above = node.head
        if above == node:
            return None
        if node.dep_ in {"relcl", "acl"}:
            return above if _none(above) else None
        if node.dep_ in {"xcomp", "ccomp"} and above.lemma_ in RAISING and not _finite(node):
            for subject in (c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"}):
                if _none(subject):
                    return subject
        elif node.dep_ not in {"dobj", "xcomp", "pobj", "prep"}:
            return None
        node = above
    return None


def _none(token: Token) -> bool:
    """Whether this is nobody: "nobody", "no one", "none of them", "no worker", "not one"."""
    if token.lower_ in NOBODY or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ in {"no", "not"}):
        return True
    return any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in token.children)


def _finite(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in verb.children)


def describes(verb: Token) -> bool:
    """Whether a clause that the model hangs on a verb says which thing is meant: "could not get at the wages that the
    officials had held"."""
    that = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    object_left_out = not any(c.dep_ == "dobj" for c in verb.children)
    return that is not None and object_left_out and that.i > 0 and that.nbor(-1).pos_ in {"NOUN", "PROPN"}


# What a question takes for granted: "why go to work when no rations are given?", "who would stay, after they had shot him?"
GRANTED = frozenset({"because", "since", "after", "although", "though", "now", "considering"})


def granted(head: Token, *, negative: bool) -> bool:
    """Whether a trigger stands in the clause that a question only leans on; ``negative``: it says what is missing."""
    node = head
    for _ in range(5):
        if node.dep_ == "advcl":
            marks = {c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"} and c.i < node.i}
            told = node.tag_ in {"VBD", "VBN"} or any(c.dep_ == "aux" and c.tag_ == "VBD" for c in node.children)
            return bool(marks & GRANTED) or ("when" in marks and (told or negative))
        if node.head == node:
            return False
        node = node.head
    return False


def aphorism(head: Token) -> Token | None:
    """The verb of a saying about two things: "a quarrel is one thing, a revolution another"."""
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    said = [c for c in verb.children if c.dep_ == "attr"]
    return verb if any(c.lower_ == "thing" and any(t.lower_ == "one" for t in c.children) for c in said) else None


def personal(head: Token) -> bool:
    """Whether a trigger is part of a person's name: "Richard Riot"."""
    if head.pos_ != "PROPN" or head.ent_type_ != "PERSON":
        return False
    return any(e.start <= head.i < e.end and len(e) > 1 for e in head.doc.ents)
