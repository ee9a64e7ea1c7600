"""The grammar of a verb of saying: who speaks, to whom, and whether anything is reported at all."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from incidents.arguments.phrases import children_of
from incidents.arguments.source_words import SourceWords

_QUOTES = frozenset('“”"«»')


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the verb that it hangs on."""
    near = _after_comma(verb)
    if near is not None:
        return near
    for _ in range(4):
        own = children_of(verb, "nsubj", "expl")
        if own:
            return own[-1]
        if children_of(verb, "nsubjpass", "csubj"):
            return None
        shares = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not shares or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def _after_comma(verb: Token) -> Token | None:
    """The noun of "..., a source in Hyesan told", where parsers like to take the subject from before the comma."""
    doc, first = verb.doc, verb.sent.start
    index = verb.i - 1
    while index > first and doc[index].pos_ in ("AUX", "ADV"):
        index -= 1
    last = index
    while (
        index >= first
        and doc[index].text not in (",", "”", '"', "—", "–", ";", ":")
        and doc[index].pos_ not in ("VERB", "AUX")
    ):
        index -= 1
    if index < first or index == last or doc[index].text not in (",", "”", '"', "—", "–") or last - index > 12:
        return None
    segment = doc[index + 1 : last + 1]
    if segment[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") or segment[0].tag_ in ("WP", "WDT", "WRB"):
        return None
    own = children_of(verb, "nsubj", "nsubjpass")
    if not own or own[-1].i > index or any(t.dep_ == "cc" for t in segment):
        return None
    preposition = next((t.i for t in segment if t.pos_ == "ADP"), last + 1)
    nouns = [t for t in segment if t.pos_ in ("NOUN", "PROPN", "PRON") and t.i < preposition]
    # Words right after a name's comma are an apposition: "Kim, a builder, said" has a comma before the verb as well.
    return nouns[-1] if nouns and doc[verb.i - 1].text != "," else None


def is_refused(verb: Token, words: SourceWords) -> bool:
    if children_of(verb, "neg"):
        return True
    if any(aux.lower_ == "to" for aux in children_of(verb, "aux")) and verb.head.lemma_.lower() not in (
        "go",
        "continue",
    ):
        return True
    if verb.dep_ == "xcomp" and (verb.head.lemma_.lower() in words.verbs["refuse"] or children_of(verb.head, "neg")):
        return True
    return any(aux.lower_ in words.verbs["modals"] for aux in children_of(verb, "aux"))


def beside_quotation(verb: Token) -> bool:
    sentence = verb.sent
    return any(token.text in _QUOTES for token in sentence)


def has_clause(verb: Token) -> bool:
    if children_of(verb, "ccomp", "parataxis"):
        return True
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and _is_inserted(verb):
        return True
    return any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children) or (
        verb.dep_ == "xcomp" and any(child.dep_ == "ccomp" for child in verb.children)
    )


def closes_sentence(verb: Token, subject: Token) -> bool:
    """Whether what was said comes first: "Two died, an official confirmed"."""
    if children_of(verb, "dobj") or subject.left_edge.i <= verb.sent.start or subject.i > verb.i:
        return False
    return subject.left_edge.nbor(-1).text in (",", "”", '"', "—", "–")


def _is_inserted(verb: Token) -> bool:
    """Whether the verb's clause stands aside after a comma: "Two died, officials said"."""
    left = verb.left_edge
    return left.i > 0 and left.nbor(-1).text in (",", "–", "—", "”", '"', ";")


def talked_to(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "iobj", "obj") and child.dep_ != "prep":
            yield child
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with"):
            yield from children_of(child, "pobj")


def is_order(verb: Token) -> bool:
    """Whether "told" is a command: "told the crews to write down their wages"."""
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl")
        and any(part.lower_ == "to" and part.dep_ == "aux" for part in child.children)
        for child in verb.children
    )


def is_outlet(noun: Token, words: SourceWords) -> bool:
    if noun.ent_type_ == "ORG":
        return True
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("PERSON", "GPE", "DATE", "NORP") or bool(
            {t.lower_ for t in noun.subtree} & words.nouns["outlets"]
        )
    return noun.lemma_.lower() in words.nouns["outlets"] and noun.pos_ == "NOUN"


def can_report(subject: Token, words: SourceWords) -> bool:
    """Whether a subject of "describe" or "record" is one who knows of events rather than one who makes them."""
    lemma = subject.lemma_.lower()
    return (
        subject.ent_type_ == "ORG"
        or lemma in words.nouns["documents"] | words.nouns["outlets"] | words.nouns["anyone"]
        or lemma.endswith(("ministry", "police", "authority", "manager", "employee", "embassy", "court"))
        or subject.pos_ == "PRON"
    )


def inside_story(verb: Token, subject: Token, words: SourceWords) -> bool:
    """Whether somebody tells of the saying itself ("the workers said the foreman told them ..."): no source then."""
    if subject.pos_ == "PRON":
        outer = verb
        while outer.dep_ in ("ccomp", "conj", "advcl", "xcomp") and outer.head is not outer:
            outer = outer.head
            if (
                outer.lemma_.lower() in words.verbs["say"]
                and outer is not verb
                and subject_of(outer) is not None
                and verb.left_edge.i > outer.i
            ):
                return True
    conditional = ("if", "when", "because", "unless", "until", "than", "whether", "before")
    return verb.dep_ in ("advcl", "prep") and any(
        child.lower_ in conditional and child.dep_ in ("mark", "advmod") for child in verb.children
    )
