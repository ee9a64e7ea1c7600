"""Who is cited in a sentence: the grammar of "X said", "according to X", "told X", "reported by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span, Token

from incidents.arguments.vocabulary import VocabularyError, read_vocabulary

_FILE = "attribution.yaml"
_CLAUSES = frozenset({"ccomp", "xcomp"})
_QUOTES = frozenset('“”"«»')
_LOOSE = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis"})
_INCLUDING = frozenset({"including", "like", "among"})


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The word lists of ``patterns/attribution.yaml``."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    impersonal: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody cited: the head of the noun phrase, its offsets, whether an outlet, the citing word and the rule."""

    head: Token
    start: int
    end: int
    outlet: bool
    anchor: Token
    rule: str


def build_source_words(content: dict[str, Any]) -> SourceWords:
    """``SourceWords`` from the mapping of ``attribution.yaml``; ``VocabularyError`` names the missing entry."""
    verbs, nouns = content.get("verbs"), content.get("nouns")
    for key, value, names in (
        ("verbs", verbs, ("say", "state", "describe", "learn", "quote", "talk", "publish", "modals")),
        ("nouns", nouns, ("anyone", "documents", "outlets", "mute")),
    ):
        if not isinstance(value, dict):
            raise VocabularyError(f"{_FILE}: {key}: expected a mapping of lists")
        for name in names:
            if not isinstance(value.get(name), list):
                raise VocabularyError(f"{_FILE}: {key}: {name}: expected a list of lemmas")
    assert isinstance(verbs, dict)
    assert isinstance(nouns, dict)
    return SourceWords(
        {name: frozenset(words) for name, words in verbs.items()},
        {name: frozenset(words) for name, words in nouns.items()},
        frozenset(content.get("impersonal", [])),
    )


@cache
def shipped_source_words() -> SourceWords:
    """The lists of the shipped ``patterns/attribution.yaml``."""
    return build_source_words(read_vocabulary(_FILE))


def _children(token: Token, *relations: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in relations]


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the verb that it hangs on."""
    for _ in range(4):
        own = _children(verb, "nsubj", "expl")
        if own:
            return own[-1]
        if _children(verb, "nsubjpass", "csubj"):
            return None
        shares = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not shares or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def _refused(verb: Token, words: SourceWords) -> bool:
    if _children(verb, "neg"):
        return True
    return any(aux.lower_ in words.verbs["modals"] for aux in _children(verb, "aux"))


def _beside_quotation(verb: Token) -> bool:
    sentence = verb.sent
    return any(token.text in _QUOTES for token in sentence)


def _has_clause(verb: Token) -> bool:
    if _children(verb, "ccomp", "parataxis"):
        return True
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and _is_inserted(verb):
        return True
    return any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children) or (
        verb.dep_ == "xcomp" and any(child.dep_ == "ccomp" for child in verb.children)
    )


def _is_inserted(verb: Token) -> bool:
    """Whether the verb's clause stands aside after a comma: "Two died, officials said"."""
    left = verb.left_edge
    return left.i > 0 and left.nbor(-1).text in (",", "–", "—", "”", '"', ";")


def _told(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "iobj", "obj") and child.dep_ != "prep":
            yield child
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with"):
            yield from _children(child, "pobj")


def _is_outlet(noun: Token, words: SourceWords) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("PERSON", "GPE", "DATE", "NORP") or bool({t.lower_ for t in noun.subtree} & words.nouns["outlets"])
    return noun.lemma_.lower() in words.nouns["outlets"] and noun.pos_ == "NOUN"


def _entity(doc: Doc, token: Token) -> Span | None:
    if not token.ent_type_:
        return None
    return next((entity for entity in doc.ents if entity.start <= token.i < entity.end), None)


def noun_phrase(head: Token) -> tuple[int, int]:
    """Offsets of a noun phrase without relative clauses and asides; a name is taken whole and alone."""
    doc = head.doc
    entity = _entity(doc, head)
    if entity is not None and head.pos_ == "PROPN" and entity.label_ not in ("NORP", "DATE", "CARDINAL", "TIME"):
        start, end = entity.start, entity.end
        while end > start + 1 and doc[end - 1].tag_ == "POS":
            end -= 1
        left = min([start, *(t.i for t in head.lefts if t.dep_ in ("compound", "amod", "nmod", "poss") and t.pos_ == "PROPN")])
        if entity.label_ == "PERSON" or doc[left].ent_type_ in ("", entity.label_):
            start = left if entity.label_ != "PERSON" else start
        return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    kept = {head.i}
    queue = [child for child in head.children]
    while queue:
        token = queue.pop()
        if token.dep_ in _LOOSE and not _part_of_name(token, head):
            continue
        if token.i > head.i:
            if token.dep_ == "acl" and (token.tag_ not in ("VBN", "VBG") or token.nbor(-1).text == ","):
                continue
            if token.dep_ == "prep" and (token.lower_ in _INCLUDING or any(p.ent_type_ in ("DATE", "TIME") for p in token.subtree if p.dep_ == "pobj")):
                continue
            if token.dep_ in ("npadvmod", "advmod") or token.nbor(-1).text in (",", "(", "–", "—"):
                continue
        kept.add(token.i)
        queue += list(token.children)
    first, last = min(kept), max(kept)
    # A hole in the phrase ("sources, who asked ..., in Hyesan") ends it.
    end = head.i
    while end < last and (end + 1 in kept or doc[end + 1].text in ("-", "’", "'")):
        end += 1
    while end > head.i and (doc[end].pos_ in ("ADP", "PUNCT") or doc[end].tag_ == "POS"):
        end -= 1
    start = head.i
    while start > first and (start - 1 in kept or doc[start - 1].text in ("-", "’", "'")):
        start -= 1
    return doc[start].idx, doc[end].idx + len(doc[end])


def _part_of_name(token: Token, head: Token) -> bool:
    return token.dep_ == "punct" and token.text == "-" and abs(token.i - head.i) <= 3


def _cited(head: Token, anchor: Token, rule: str, words: SourceWords, outlet: bool = False) -> Iterator[Source]:
    if head.lower_ in words.impersonal or head.lemma_.lower() in words.nouns["mute"] or head.pos_ in ("VERB", "ADJ", "NUM", "ADV"):
        if not (head.pos_ == "NUM" or (head.lower_ == "it" and rule.startswith("subject"))):
            return
    start, end = noun_phrase(head)
    yield Source(head, start, end, outlet, anchor, rule)
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from _cited(child, anchor, rule, words, outlet)
        if child.dep_ == "prep" and child.lower_ == "including":
            for noun in _children(child, "pobj"):
                yield from _cited(noun, anchor, rule, words, outlet)


def _of_verb(verb: Token, words: SourceWords) -> Iterator[Source]:
    lemma, groups = verb.lemma_.lower(), words.verbs
    subject = _subject(verb)
    refused = _refused(verb, words)
    if lemma in groups["talk"] and not refused:
        speaks_out = lemma in ("tell", "inform") or _has_clause(verb) or _beside_quotation(verb) or lemma in ("speak", "talk", "testify")
        if speaks_out and (verb.dep_ != "relcl" or lemma in ("speak", "talk")):
            for noun in _told(verb):
                if noun is not subject and _is_outlet(noun, words):
                    yield from _cited(noun, verb, "outlet/told", words, True)
    if lemma in groups["publish"]:
        for agent in _children(verb, "agent"):
            for noun in _children(agent, "pobj"):
                if noun.pos_ in ("PROPN", "NOUN") and (noun.ent_type_ in ("ORG", "PERSON") or _is_outlet(noun, words)):
                    yield from _cited(noun, verb, "agent", words, lemma not in ("cite",) and _is_outlet(noun, words))
    if refused:
        return
    if lemma in groups["quote"]:
        passive = bool(_children(verb, "auxpass", "nsubjpass"))
        if subject is not None and verb.tag_ != "VBG":
            yield from _cited(subject, verb, "outlet/quoting", words, True)
        for noun in _children(verb, "nsubjpass" if passive else "dobj"):
            yield from _cited(noun, verb, "quoted", words)
        return
    if lemma in groups["learn"] and subject is not None and any(aux.lemma_ == "have" for aux in _children(verb, "aux")):
        heard = [noun for prep in _children(verb, "prep") if prep.lower_ == "from" for noun in _children(prep, "pobj")]
        if (heard or _has_clause(verb)) and _is_outlet(subject, words):
            yield from _cited(subject, verb, "outlet/learned", words, True)
            for noun in heard:
                yield from _cited(noun, verb, "learned-from", words)
            return
    if subject is None or verb.dep_ in ("relcl", "acl") or _inside_story(verb, subject, words):
        return
    clause, quotation = _has_clause(verb), _beside_quotation(verb)
    if (
        lemma in groups["say"]
        or (lemma in groups["state"] and (clause or quotation))
        or (lemma in groups["describe"] and _children(verb, "dobj") and _can_report(subject, words))
    ):
        if lemma == "tell" and not (clause or quotation or _children(verb, "dobj", "dative", "prep")):
            return
        yield from _cited(subject, verb, f"subject/{lemma}", words, False)


def _can_report(subject: Token, words: SourceWords) -> bool:
    """Whether a subject of "describe" or "record" is one who knows of events rather than one who makes them."""
    lemma = subject.lemma_.lower()
    return subject.ent_type_ == "ORG" or lemma in words.nouns["documents"] | words.nouns["outlets"] | words.nouns["anyone"] or lemma.endswith(
        ("ministry", "police", "authority", "manager", "employee", "embassy", "court")
    ) or subject.pos_ == "PRON"


def _inside_story(verb: Token, subject: Token, words: SourceWords) -> bool:
    """Whether somebody tells of the saying itself ("the workers said the foreman told them ..."): no source then."""
    if subject.pos_ == "PRON":
        outer = verb
        while outer.dep_ in ("ccomp", "conj", "advcl", "xcomp") and outer.head is not outer:
            outer = outer.head
            if outer.lemma_.lower() in words.verbs["say"] and outer is not verb and _subject(outer) is not None and verb.left_edge.i > outer.i:
                return True
    return verb.dep_ in ("advcl",) and any(child.dep_ == "mark" and child.lower_ in ("if", "when", "because", "unless", "until") for child in verb.children)


_DOCUMENT_LINKS = frozenset({"by", "from", "of"})


def _of_preposition(token: Token, words: SourceWords) -> Iterator[Source]:
    if token.lower_ == "according":
        for child in _children(token, "prep"):
            for noun in _children(child, "pobj"):
                yield from _cited(noun, token, "according-to", words)
        return
    if token.dep_ == "prep" and token.lower_ == "in":
        for document in _children(token, "pobj"):
            if document.lemma_.lower() not in words.nouns["documents"]:
                continue
            for link in _children(document, "prep", "acl"):
                if link.lower_ in _DOCUMENT_LINKS:
                    for noun in _children(link, "pobj"):
                        if noun.pos_ == "PROPN" or _is_outlet(noun, words):
                            yield from _cited(noun, token, "document", words, _is_outlet(noun, words))
                if link.lower_ in ("with", "to") and document.lemma_ == "interview":
                    for noun in _children(link, "pobj"):
                        if _is_outlet(noun, words):
                            yield from _cited(noun, token, "outlet/interview", words, True)
            for owner in _children(document, "poss"):
                if owner.pos_ in ("PROPN", "NOUN"):
                    yield from _cited(owner, token, "document", words)


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


_CREDIT = re.compile(
    r"(?m)^\s*\[(?P<bracket>[A-Z][\w .&'’-]{1,40})\]|(?:^|\n)[A-Z][A-Z .,/-]+(?:, [A-Z][a-z]+\.? \d{1,2})? \((?P<dateline>[A-Z][\w .&'’-]{1,30})\)\s*(?=[-–—])"
    r"|\s[-–—]\s?(?P<tail>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})\s*(?=$|\n)|\((?:[Ss]ource|[Vv]ia): (?P<source>[A-Z][\w .&'’-]{1,40})\)"
)


def credits_in(text: str) -> list[tuple[int, int]]:
    """Offsets of media credited outside the sentences: "[Daily NK]", "SEOUL (Yonhap) --", "- RFA" at a line's end."""
    return [match.span(name) for match in _CREDIT.finditer(text) for name in (match.lastgroup or "",) if name and match[name].upper() not in ("LEAD", "UPDATE", "ANALYSIS", "VIDEO", "PHOTO", "PHOTOS", "OPINION", "INTERVIEW", "EXCLUSIVE")]
