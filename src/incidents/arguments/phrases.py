"""Noun phrases that name a source, trimmed to what identifies it."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

_LOOSE = frozenset({"relcl", "appos", "punct", "cc", "conj", "advcl", "parataxis"})
_INCLUDING = frozenset({"including", "like", "among"})


def children_of(token: Token, *relations: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in relations]


def _entity(doc: Doc, token: Token) -> Span | None:
    if not token.ent_type_:
        return None
    return next((entity for entity in doc.ents if entity.start <= token.i < entity.end), None)


def noun_phrase(head: Token) -> tuple[int, int]:
    """Offsets of a noun phrase without relative clauses and asides; a name is taken whole and alone."""
    doc = head.doc
    entity = _entity(doc, head)
    if (
        entity is not None
        and (head.pos_ == "PROPN" or entity.label_ in ("ORG", "PERSON"))
        and entity.label_ not in ("NORP", "DATE", "CARDINAL", "TIME")
    ):
        start, end = entity.start, entity.end
        while end > start + 1 and doc[end - 1].tag_ == "POS":
            end -= 1
        left = min(
            [start, *(t.i for t in head.lefts if t.dep_ in ("compound", "amod", "nmod", "poss") and t.pos_ == "PROPN")]
        )
        if entity.label_ != "PERSON":
            end = _rest_of_name(head, end)
        if entity.label_ == "PERSON" or doc[left].ent_type_ in ("", entity.label_):
            start = left if entity.label_ != "PERSON" else start
        return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    kept = {head.i}
    queue = list(head.children)
    while queue:
        token = queue.pop()
        if token.dep_ in _LOOSE and not _part_of_name(token, head):
            continue
        if token.i > head.i:
            if token.dep_ == "acl" and (token.tag_ not in ("VBN", "VBG") or token.nbor(-1).text == ","):
                continue
            if token.lower_ in _INCLUDING:
                continue
            if token.dep_ == "prep" and (
                any(p.ent_type_ in ("DATE", "TIME") for p in token.subtree if p.dep_ == "pobj")
            ):
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
    while end > head.i and (doc[end].pos_ in ("ADP", "PUNCT") or doc[end].tag_ in ("POS", "VBN", "VBG")):
        end -= 1
    start = head.i
    while start > first and (start - 1 in kept or doc[start - 1].text in ("-", "’", "'")):
        start -= 1
    while start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:  # "co-worker"
        start -= 2
        if start > 0 and doc[start - 1].dep_ == "det":
            start -= 1
    return doc[start].idx, doc[end].idx + len(doc[end])


def _rest_of_name(head: Token, end: int) -> int:
    """Where the name of a body ends that was recognised only in part: "Office of the UN" High Commissioner for ..."""
    doc, inside = head.doc, {token.i for token in head.subtree}
    while end < len(doc) and end in inside:
        if doc[end].pos_ == "PROPN":
            end += 1
            continue
        ahead = end
        while ahead < len(doc) and doc[ahead].lower_ in ("of", "for", "the"):
            ahead += 1
        if ahead == end or ahead >= len(doc) or ahead not in inside or doc[ahead].pos_ != "PROPN":
            break
        end = ahead
    return end


def _part_of_name(token: Token, head: Token) -> bool:
    return token.dep_ == "punct" and token.text == "-" and abs(token.i - head.i) <= 3
