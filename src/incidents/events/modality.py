"""Future, possibility and duty: what the auxiliaries of a trigger say."""

from __future__ import annotations

import re

from spacy.tokens import Token

from incidents.events.match import Proposal
from incidents.events.verdict import Verdict, light_governor

FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "would", "'d", "’d"})
POSSIBLE = frozenset({"can", "could", "may", "might", "must", "should", "ca"})


# What tells of events that are over: whatever may become of the account, its event was.
ACCOUNTS = frozenset({
    "account", "article", "book", "chapter", "essay", "exhibit", "exhibition", "history", "inquest", "inquiry", "interview",
    "investigation", "memoir", "monograph", "paper", "probe", "report", "research", "study", "survey", "thesis", "testimony",
    "anniversary", "aftermath", "memory", "memorial", "monument", "commemoration", "legacy", "cause", "lesson", "verdict",
    "victim", "survivor", "veteran", "wake", "scene", "culprit", "perpetrator", "ringleader", "organiser", "organizer",
    "read", "hear", "learn", "commemorate", "remember", "recall", "mourn", "investigate", "describe",
})  # fmt: skip
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def modality(head: Token, proposal: Proposal) -> Verdict | None:
    """Auxiliaries of the verb that carries the tense: what is to come, what is only possible, what may have been."""
    if (awaited := _awaited(head)) is not None:
        return Verdict("predicted", cues=(awaited.text,))
    words = [head] if _over(head) else [head, *light_governor(head)]
    if head.dep_ == "conj" and head.head.pos_ == "VERB":
        words.append(head.head)
    for verb in words:
        children = list(verb.children)
        auxes = [c for c in children if c.dep_ in {"aux", "auxpass"}]
        if (
            verb != head
            and verb.pos_ == "VERB"
            and head.dep_ == "conj"
            and any(c.dep_ == "nsubj" for c in head.children)
        ):
            continue
        perfect = any(a.lemma_ == "have" or (a.lower_ in {"'d", "’d"} and verb.tag_ == "VBN") for a in auxes)
        for aux in auxes:
            if aux.lower_ in FUTURE and not (aux.lower_ in {"would", "'d", "’d"} and perfect):
                if aux.lower_ in {"would", "'d", "’d"} and (
                    _negated(verb) or (proposal.pattern.states_negation and _for_nothing(verb))
                ):
                    return None  # "would not work": a refusal; "were told that they would get nothing"
                return Verdict("predicted", cues=(aux.text,))
            if aux.lower_ == "must" and proposal.pattern.states_duty:
                continue
            if aux.lower_ in POSSIBLE and proposal.pattern.states_negation and _negated(verb):
                continue  # "could not be found": the absence itself
            if aux.lower_ in POSSIBLE:
                if perfect and aux.lower_ in {"may", "might", "must"}:
                    return Verdict(factuality="alleged", cues=(aux.text + " have",))
                if perfect or not (aux.lower_ == "could" and _perception(verb)):
                    return Verdict("hypothetical", cues=(aux.text,))
        if verb.tag_ == "VBG" and any(c.lemma_ == "go" for c in auxes):
            return Verdict("predicted", cues=("going to",))
    return None


def _awaited(verb: Token) -> Token | None:
    """The auxiliary of what is yet to come when the clause comes true: "they can expect a welcome when they get there"."""
    if verb.dep_ != "advcl" or verb.tag_ not in {"VBP", "VBZ"}:
        return None
    marks = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "mark"} and c.i < verb.i}
    if not marks & {"when", "once", "until", "till", "before", "after"}:
        return None
    return next(
        (c for c in verb.head.children if c.dep_ == "aux" and c.lower_ in FUTURE | POSSIBLE and c.tag_ == "MD"), None
    )


def _over(noun: Token) -> bool:
    """Whether a noun's event lies behind whatever the verb above says: "would recommend a book on the uprising",
    "may study the strike of 1981"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in {"the", "that", "this"}) for c in noun.children)
    if known and any(t.ent_type_ == "DATE" and YEAR.fullmatch(t.text) for t in noun.subtree):
        return True
    node = noun
    while node.dep_ in {"conj", "compound", "pobj", "prep", "dobj"} and node.head != node:
        told = node.dep_ in {"prep", "compound"} or (node.dep_ == "dobj" and node == noun)
        node = node.head
        if node.lemma_.lower() in ACCOUNTS and told:
            return known or node.pos_ == "NOUN"
        if node.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _negated(verb: Token) -> bool:
    """Whether a verb is denied, or is done no more: "could not be paid", "could no longer pay"."""
    return any(c.dep_ == "neg" or _no_more(c) for c in verb.children)


def _no_more(word: Token) -> bool:
    """Whether this is the "longer" of "no longer", the "more" of "no more", the "barely" of "could barely be fed"."""
    if word.lower_ in {"longer", "more"}:
        return any(t.lower_ in {"no", "not"} for t in word.doc[max(0, word.i - 2) : word.i])
    return word.dep_ == "advmod" and word.lower_ in {"never", "hardly", "scarcely", "barely"}


def _for_nothing(verb: Token) -> bool:
    """Whether a verb has nothing for its subject or object: "would get nothing", "there would be no pay"."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "dative"} and (
            child.lower_ in {"nothing", "none", "nobody"} or any(c.lower_ in {"no", "none"} for c in child.children)
        ):
            return True
    return False


def _perception(verb: Token) -> bool:
    return verb.lemma_ in {"see", "hear", "feel", "smell"}
