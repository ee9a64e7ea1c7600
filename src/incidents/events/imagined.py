"""What a report only makes up or explains: cases put to the reader, and what a word means."""

from __future__ import annotations

from spacy.tokens import Token

LET = frozenset({"us", "me", "'s", "’s", "now", "just", "then", "please", "and", "but", "so"})
OPENING = frozenset({".", ":", ";", "“", '"', "‘", "'", "-", "–", "—", "(", "•", ")"})
TERMS = frozenset({"term", "word", "expression", "phrase", "notion", "concept", "name"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
INDEFINITE = frozenset({"a", "an", "any", "every"})
FACTS = frozenset({"DATE", "TIME", "GPE", "PERSON", "FAC", "ORG", "CARDINAL", "MONEY"})


def supposed(head: Token, supposing: frozenset[str]) -> Token | None:
    """The word that puts a case to the reader before a trigger ("suppose that he fled", "what if they struck"), or None."""
    for token in head.doc[head.sent.start : head.i]:
        before = token.nbor(-1) if token.i > head.sent.start else None
        if token.lower_ in supposing and (before is None or before.lower_ in LET or before.text in OPENING):
            own = any(c.dep_ in {"nsubj", "nsubjpass"} and token.i - c.i == 1 for c in token.children)
            if not own and not any(t.text in {":", ";"} for t in head.doc[token.i : head.i]):
                return token
        if token.lower_ == "if" and before is not None and before.lower_ == "what":
            return token
    return None


def defined(head: Token, defining: frozenset[str]) -> Token | None:
    """The verb of a definition that a trigger stands in or under, or None: "a mutiny is a rising of soldiers".

    Such a sentence speaks in the simple present of one thing of its kind and names no day, place, person or figure.
    """
    node = head.sent.root
    if node.lemma_.lower() not in defining or node.tag_ not in {"VBZ", "VBP"}:
        return None
    if any(c.dep_ in {"aux", "auxpass", "neg"} or (c.dep_ == "expl") for c in node.children):
        return None
    subject = next((c for c in node.children if c.dep_ == "nsubj" and c.i < node.i), None)
    if subject is None or not _term(subject, node) or any(t.ent_type_ in FACTS and not _loose(t) for t in node.sent):
        return None
    if node.lemma_ == "be" and not any(
        c.dep_ == "attr" and any(d.lower_ in {"a", "an", "the", "any"} for d in c.children) for c in node.children
    ):
        return None
    return node


def _term(subject: Token, verb: Token) -> bool:
    """Whether a subject is a kind of thing and no thing in particular: "a jailbreak", "desertion", "the word “riot”"."""
    marks = [c for c in subject.children if c.dep_ in {"det", "poss", "nummod"}]
    if 0 < subject.i < len(subject.doc) - 1 and {subject.nbor(-1).text, subject.nbor(1).text} <= QUOTES:
        return True
    if subject.lemma_.lower() in TERMS:
        return any(c.lower_ == "the" for c in marks)
    if subject.tag_ != "NN" or any(c.dep_ in {"relcl", "acl"} for c in subject.children):
        return False
    if marks:
        return all(c.lower_ in INDEFINITE for c in marks)
    return verb.lemma_ != "be"


def _loose(token: Token) -> bool:
    """Whether a number is one of a definition: "more than two", "one or more"."""
    return token.ent_type_ == "CARDINAL" and not any(c.isdigit() for c in token.text)
