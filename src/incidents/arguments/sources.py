"""Who is cited in a sentence: "X said", "according to X", "told X", "reported by X", "[X]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from incidents.arguments.phrases import children_of, noun_phrase
from incidents.arguments.source_words import SourceWords, shipped_source_words
from incidents.arguments.speech import (
    beside_quotation,
    can_report,
    closes_sentence,
    has_clause,
    inside_story,
    is_order,
    is_outlet,
    is_refused,
    subject_of,
    talked_to,
)

_QUANTIFIERS = frozenset({"some", "all", "many", "most", "few", "each", "several", "any", "both"})
_EMBEDDED = frozenset({"relcl", "acl", "pcomp", "csubj", "pobj"})
_PASSING_ON = frozenset({"report", "broadcast"})
_DOCUMENT_LINKS = frozenset({"by", "from", "of"})


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody cited: the head of the noun phrase, its offsets, whether an outlet, the citing word and the rule."""

    head: Token
    start: int
    end: int
    outlet: bool
    anchor: Token
    rule: str


def sources(doc: Doc) -> list[Source]:
    """Everybody cited in ``doc`` (parsed, with entities), in the order of the citing words, outlets first."""
    words = shipped_source_words()
    found: list[Source] = []
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            found += _of_verb(token, words)
        elif token.lower_ in ("according", "in"):
            found += _of_preposition(token, words)
        if token.lower_ == "according" and token.pos_ == "VERB":
            found += _of_preposition(token, words)
    return found


def _cited(head: Token, anchor: Token, rule: str, words: SourceWords, outlet: bool = False) -> Iterator[Source]:
    mute = head.lemma_.lower() in words.nouns["mute"] or head.pos_ in ("VERB", "ADJ", "ADV")
    nobody = head.lower_ in words.impersonal and not (head.lower_ == "it" and rule.startswith("subject"))
    if mute or nobody:
        return
    if head.lower_ in _QUANTIFIERS and not children_of(head, "prep"):
        return
    start, end = noun_phrase(head)
    yield Source(head, start, end, outlet, anchor, rule)
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from _cited(child, anchor, rule, words, outlet)
        if child.lower_ == "including":
            for noun in children_of(child, "pobj"):
                yield from _cited(noun, anchor, rule, words, outlet)


def _of_verb(verb: Token, words: SourceWords) -> Iterator[Source]:
    lemma, groups = verb.lemma_.lower(), words.verbs
    refused = is_refused(verb, words)
    if lemma in groups["talk"] and not refused:
        yield from _told_to(verb, words)
    if lemma in groups["publish"]:
        yield from _by_agent(verb, words)
    if refused:
        return
    if lemma in groups["quote"]:
        yield from _quoting(verb, words)
        return
    learned = list(_learning(verb, words)) if lemma in groups["learn"] else []
    yield from learned or _speaking(verb, words)


def _told_to(verb: Token, words: SourceWords) -> Iterator[Source]:
    """The outlet in "a resident told Daily NK", "speaking to Reuters"."""
    bare = verb.lemma_.lower() in ("tell", "inform", "speak", "talk", "testify")
    if not (bare or has_clause(verb) or beside_quotation(verb)):
        return
    if verb.dep_ == "relcl" and verb.lemma_.lower() not in ("speak", "talk"):
        return
    subject = subject_of(verb)
    if verb.lemma_.lower() == "tell" and has_clause(verb):
        for noun in children_of(verb, "nsubjpass"):  # "Reuters was told that"
            if is_outlet(noun, words):
                yield from _cited(noun, verb, "outlet/told", words, True)
    for noun in talked_to(verb):
        if noun is not subject and is_outlet(noun, words):
            yield from _cited(noun, verb, "outlet/told", words, True)


def _by_agent(verb: Token, words: SourceWords) -> Iterator[Source]:
    """Yonhap in "first reported by Yonhap"."""
    for agent in children_of(verb, "agent"):
        for noun in children_of(agent, "pobj"):
            if noun.pos_ in ("PROPN", "NOUN") and (noun.ent_type_ == "PERSON" or is_outlet(noun, words)):
                yield from _cited(noun, verb, "agent", words, is_outlet(noun, words))


def _quoting(verb: Token, words: SourceWords) -> Iterator[Source]:
    """Both in "KBS quoted an official", the official alone in "an official was quoted as saying"."""
    passive = bool(children_of(verb, "auxpass", "nsubjpass"))
    subject = subject_of(verb)
    if subject is not None:
        yield from _cited(subject, verb, "outlet/quoting", words, True)
    for noun in children_of(verb, "nsubjpass" if passive else "dobj"):
        yield from _cited(noun, verb, "quoted", words)


def _learning(verb: Token, words: SourceWords) -> Iterator[Source]:
    """Both in "RFA has learned from sources in China"."""
    subject = subject_of(verb)
    perfect = any(aux.lemma_ == "have" for aux in children_of(verb, "aux"))
    if subject is None or not perfect or not is_outlet(subject, words):
        return
    origins = [child for child in children_of(verb, "prep") if child.lower_ == "from"]
    heard = [noun for origin in origins for noun in children_of(origin, "pobj")]
    if heard or has_clause(verb):
        yield from _cited(subject, verb, "outlet/learned", words, True)
        for noun in heard:
            yield from _cited(noun, verb, "learned-from", words)


def _speaking(verb: Token, words: SourceWords) -> Iterator[Source]:
    """The subject of a verb of saying."""
    lemma, groups, subject = verb.lemma_.lower(), words.verbs, subject_of(verb)
    if subject is None or verb.dep_ in _EMBEDDED or inside_story(verb, subject, words):
        return
    told, quotation = children_of(verb, "dobj", "dative", "prep"), beside_quotation(verb)
    clause = has_clause(verb) or closes_sentence(verb, subject)
    if lemma in ("go", "continue"):
        cited = quotation and (lemma == "continue" or any(child.lower_ == "on" for child in verb.children))
    elif lemma == "tell":
        cited = bool(clause or quotation or told) and not is_order(verb)
    elif lemma == "point":
        cited = clause or quotation or any(child.lower_ == "to" for child in children_of(verb, "prep"))
    elif lemma in groups["say"]:
        cited = True
    else:
        objects = lemma in groups["describe"] and children_of(verb, "dobj") and can_report(subject, words)
        cited = bool(lemma in groups["state"] and (clause or quotation)) or bool(objects)
    if cited:
        outlet = lemma in _PASSING_ON and subject.ent_type_ == "ORG"
        yield from _cited(subject, verb, f"{'outlet' if outlet else 'subject'}/{lemma}", words, outlet)


def _of_preposition(token: Token, words: SourceWords) -> Iterator[Source]:
    if token.lower_ == "according":
        for child in children_of(token, "prep"):
            for noun in children_of(child, "pobj"):
                yield from _cited(noun, token, "according-to", words)
        return
    if token.dep_ == "prep" and token.lower_ == "in":
        for document in children_of(token, "pobj"):
            if document.lemma_.lower() not in words.nouns["documents"]:
                continue
            for link in children_of(document, "prep", "acl"):
                if link.lower_ in _DOCUMENT_LINKS:
                    for noun in children_of(link, "pobj"):
                        if noun.pos_ == "PROPN" or is_outlet(noun, words):
                            yield from _cited(noun, token, "document", words, is_outlet(noun, words))
                if link.lower_ in ("with", "to") and document.lemma_ == "interview":
                    for noun in children_of(link, "pobj"):
                        if is_outlet(noun, words):
                            yield from _cited(noun, token, "outlet/interview", words, True)
            for owner in children_of(document, "poss"):
                if owner.pos_ in ("PROPN", "NOUN"):
                    yield from _cited(owner, token, "document", words)


_CREDIT = re.compile(
    r"^\s*\[(?P<bracket>[A-Z][\w .&'’-]{1,40})\]"
    r"|^[A-Z][A-Z .,/-]+(?:, [A-Z][a-z]+\.? \d{1,2})? \((?P<dateline>[A-Z][\w .&'’-]{1,30})\)\s*(?=[-–—])"
    r"|\s[-–—]\s?(?P<tail>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})\s*$"
    r"|\((?:[Ss]ource|[Vv]ia): (?P<source>[A-Z][\w .&'’-]{1,40})\)",
    re.M,
)


def credits_in(text: str) -> list[tuple[int, int]]:
    """Offsets of media credited outside the sentences: "[Daily NK]", "SEOUL (Yonhap) --", "- RFA" at a line's end."""
    labels = shipped_source_words().labels
    return [
        match.span(name)
        for match in _CREDIT.finditer(text)
        for name in (match.lastgroup or "",)
        if name and match[name].upper() not in labels
    ]
