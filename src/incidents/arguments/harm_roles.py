"""Whom a verb of harm strikes: its subject, its object, the number beside it."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.harm_words import BOUNDING, HARM, KILLING


def passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and passive(verb.head)
    )


def subject_of(verb: Token) -> list[Token]:
    """Heads of the subject's phrases: also of the verb before in a row, or the noun a relative clause describes."""
    for child in reversed(list(verb.children)):
        if child.dep_ in {"nsubj", "nsubjpass"}:
            if child.lower_ in {"who", "that", "which"} and verb.dep_ == "relcl":
                return [verb.head]
            if (whole := _described(child, verb)) is not None:
                return [whole]
            return [child, *child.conjuncts, *_row(child)]
    if verb.dep_ in {"relcl", "acl"}:
        return [verb.head]
    if verb.dep_ in {"conj", "xcomp", "dep"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        return subject_of(verb.head)
    return []


def _described(part: Token, verb: Token) -> Token | None:
    """The counted people whom words between commas only describe: "31 passengers, most of them pilgrims, died"."""
    of_them = any(c.lower_ == "of" and any(t.lower_ == "them" for t in c.children) for c in part.children)
    if not of_them or part.i < part.sent.start + 2 or part.nbor(-1).text != ",":
        return None
    closed = any(t.text == "," for t in part.doc[part.i : verb.i])
    whole = part.nbor(-2)
    counted = whole.pos_ == "NOUN" and any(c.pos_ == "NUM" for c in whole.children)
    return whole if closed and counted and not any(c.lower_ == "the" for c in whole.children) else None


def _row(first: Token) -> list[Token]:
    """The others of a row that was parsed as an apposition: "a North Korean, an Indonesian and a Burmese"."""
    for second in first.children:
        if second.dep_ == "appos" and any(c.dep_ == "cc" and c.lower_ == "and" for c in second.children):
            others = [second, *second.conjuncts]
            if all(any(c.lower_ in {"a", "an"} for c in t.children) for t in (first, *others)):
                return list(others)
    return []


def object_of(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            return [child, *child.conjuncts]
    return []


def suffering(verb: Token) -> list[Token]:
    """Those it is done to: the subject of a passive, the object of an active verb, the number before a participle."""
    number = [t for t in verb.lefts if t.pos_ == "NUM"] or [
        t
        for t in verb.doc[max(verb.sent.start, verb.i - 1) : verb.i]
        if t.pos_ == "NUM" and t.ent_type_ not in {"DATE", "TIME"}
    ]
    if (
        verb.dep_ in {"conj", "acl", "dep", "appos", "ROOT"}
        and number
        and not any(c.dep_ == "auxpass" for c in verb.children)
    ):
        return number
    if passive(verb):
        return subject_of(verb)
    if objects := object_of(verb):
        return objects
    if bounded := _bounded_number(verb):
        return bounded  # "killed at least 10 in May"
    if verb.dep_ == "amod" or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return [verb.head]
    if verb.i > verb.sent.start and verb.nbor(-1).pos_ == "NUM":
        return [verb.nbor(-1)]
    if (
        verb.tag_ in {"VBN", "VBD"}
        and verb.lemma_ in HARM | KILLING
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        return subject_of(verb)
    return []


def _bounded_number(verb: Token) -> list[Token]:
    """The bare number after an active verb and words that bound it."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 5)]:
        if token.pos_ == "NUM":
            return [token] if token.i > verb.i + 1 and token.ent_type_ not in {"DATE", "TIME"} else []
        if token.lower_ not in BOUNDING:
            return []
    return []
