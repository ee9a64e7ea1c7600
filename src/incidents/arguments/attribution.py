"""Whom a report cites for which of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from incidents.arguments.quotations import paragraphs, quotations
from incidents.arguments.sources import Source, SourceWords, credits_in, shipped_source_words, sources
from incidents.model import Citation, Span

_PERSON_PRONOUNS = frozenset({"he", "she"})
_GROUP_PRONOUNS = frozenset({"they"})
_DETERMINER = re.compile(r"^(?:the|an?|this|that|these|those|one of the|some of the|some|its|his|her|their)\s+", re.I)
_CONTINUES = re.compile(r"[“\"]?(?:He|She|They|It|His|Her|Their|Its|This|These|Those|The (?:source|official|resident|group|men|women|man|woman|workers|two|three))\b")
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody cited before, to whom a later "he" or "the source" can refer."""

    start: int
    end: int
    head: str
    plural: bool
    name: bool
    organisation: bool
    outlets: tuple[tuple[int, int], ...]


def find_citations(doc: Doc, text: str) -> list[Citation]:
    """Everybody whom ``text`` cites, in text order, outlets before the sources who talk to them.

    ``doc`` is the parse of ``text`` with sentences and entities. A citation's scope is its sentence and the quotation
    that the sentence opens, closes or leads on to; ``start``/``end`` are those of the name, which for "he said" is the
    person meant, where first cited. ``rule`` starts with ``outlet`` for those who pass a source's words on.
    """
    blocks = paragraphs(text)
    quoted = quotations(text, blocks)
    words = shipped_source_words()
    known: list[_Known] = []
    found: list[Citation] = []
    for group in _by_anchor(sources(doc)):
        scope = _scope(group[0], text, blocks, quoted)
        outlets = tuple((source.start, source.end) for source in group if source.outlet)
        for source in sorted(group, key=lambda item: not item.outlet):
            if source.outlet and source.head.pos_ != "PRON":
                found.append(_citation(text, source.start, source.end, scope, _outer(source.rule)))
                continue
            meant = _antecedent(source, known, doc, words, text)
            if meant is None and source.head.pos_ == "PRON":
                continue
            start, end = (meant.start, meant.end) if meant else (source.start, source.end)
            rule = f"{source.rule}/resolved" if meant else source.rule
            passing = outlets or (meant.outlets if meant else ())
            if meant and not outlets:
                found += [_citation(text, low, high, scope, "outlet/resolved") for low, high in passing]
            found.append(_citation(text, start, end, scope, rule))
            known.append(_remember(source, start, end, meant, passing))
    for start, end in credits_in(text):
        block = _at(blocks, start)
        found.append(_citation(text, start, end, block or Span(start, end), "outlet/credit"))
    return _continued(sorted(found, key=lambda item: (item.scope.start, not item.rule.startswith("outlet"))), doc, text, blocks)


def citations_for(spans: Span | Iterable[Span], citations: Sequence[Citation]) -> tuple[str, ...]:
    """The names of those cited for the sentences ``spans``: outlets first, then in text order, each once."""
    wanted = (spans,) if isinstance(spans, Span) else tuple(spans)
    chosen = [item for item in citations if any(item.scope.overlaps(span) for span in wanted)]
    chosen.sort(key=lambda item: not item.rule.startswith("outlet"))
    names: dict[str, str] = {}
    for item in chosen:
        names.setdefault(_DETERMINER.sub("", item.name).casefold(), item.name)
    return tuple(names.values())


def _by_anchor(items: Iterable[Source]) -> list[list[Source]]:
    groups: dict[int, list[Source]] = {}
    for item in items:
        groups.setdefault(item.anchor.i, []).append(item)
    return [groups[index] for index in sorted(groups)]


def _outer(rule: str) -> str:
    return rule if rule.startswith("outlet") else f"outlet/{rule}"


def _citation(text: str, start: int, end: int, scope: Span, rule: str) -> Citation:
    return Citation(start, end, text[start:end], scope, rule)


def _at(spans: Sequence[Span], offset: int) -> Span | None:
    index = bisect_right([span.start for span in spans], offset) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def _scope(source: Source, text: str, blocks: Sequence[Span], quoted: Sequence[Span]) -> Span:
    sentence = source.anchor.sent
    block = _at(blocks, source.anchor.idx) or Span(sentence.start_char, sentence.end_char)
    start, end = max(sentence.start_char, block.start), min(sentence.end_char, block.end)
    for quotation in quoted:  # in text order: each may lead on to the next
        near = quotation.start < end + 2 and quotation.end > start - 2
        if near and block.start <= quotation.start and quotation.end <= block.end and not text[end : quotation.start].strip():
            start, end = min(start, quotation.start), max(end, quotation.end)
    return Span(start, end)


def _remember(source: Source, start: int, end: int, meant: _Known | None, outlets: tuple[tuple[int, int], ...]) -> _Known:
    if meant is not None:
        return _Known(start, end, meant.head, meant.plural, meant.name, meant.organisation, outlets or meant.outlets)
    head = source.head
    plural = head.tag_ in _PLURAL_TAGS or any(child.dep_ in ("nummod", "conj") and child.lower_ != "one" for child in head.children)
    return _Known(start, end, head.lemma_.lower(), plural, head.pos_ == "PROPN", head.ent_type_ == "ORG", outlets)


def _antecedent(source: Source, known: Sequence[_Known], doc: Doc, words: SourceWords, text: str) -> _Known | None:
    head = source.head
    lower = head.lower_
    latest = list(reversed(known))
    if head.pos_ == "PRON":
        if lower in _PERSON_PRONOUNS:
            return next((item for item in latest if not item.plural and not item.organisation), None)
        if lower in _GROUP_PRONOUNS:
            return next((item for item in latest if item.plural or item.organisation), None)
        if lower == "it":
            return next((item for item in latest if item.organisation or _is_body(item, words)), None)
        return None
    if head.pos_ == "PROPN":
        return _full_name(source, known, doc, text)
    definite = any(child.dep_ == "det" and child.lower_ in ("the", "this", "that", "these", "those") for child in head.children)
    plain = source.end - source.start <= len("the ") + len(head) + len("same ")
    if definite and plain:
        plural = head.tag_ in _PLURAL_TAGS
        same = next((item for item in latest if item.head == head.lemma_.lower() and item.plural == plural), None)
        if same is not None:
            return same
        if head.lemma_.lower() in words.nouns["anyone"]:
            return next((item for item in latest[:1] if item.plural == plural and not item.organisation and not _is_body(item, words)), None)
    return None


def _is_body(item: _Known, words: SourceWords) -> bool:
    return item.head in words.nouns["documents"] | words.nouns["outlets"] or item.head in (
        "ministry", "office", "government", "police", "embassy", "company", "party", "army", "court", "union", "council", "department", "authority",
    )  # fmt: skip


def _full_name(source: Source, known: Sequence[_Known], doc: Doc, text: str) -> _Known | None:
    """The whole name for a family name: the latest longer name of a person before it that has it first or last."""
    name = text[source.start : source.end]
    if " " in name or source.head.ent_type_ in ("ORG", "GPE", "NORP"):
        return None
    for item in reversed(known):
        parts = text[item.start : item.end].split()
        if item.name and len(parts) > 1 and name in (parts[0], parts[-1]):
            return item
    for entity in reversed(doc.ents):
        if entity.end_char <= source.start and entity.label_ == "PERSON":
            parts = entity.text.split()
            if len(parts) > 1 and name in (parts[0], parts[-1]) and "’" not in parts[-1] and "'" not in parts[-1]:
                return _Known(entity.start_char, entity.end_char, entity.root.lemma_.lower(), False, True, False, ())
    return None


def _continued(found: list[Citation], doc: Doc, text: str, blocks: Sequence[Span]) -> list[Citation]:
    """The same with each scope led on over sentences of its paragraph that go on about the same people uncited."""
    taken = [item.scope for item in found]
    result: list[Citation] = []
    sentences = [Span(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    for item in found:
        scope = item.scope
        block = _at(blocks, scope.start)
        if block is not None and not item.rule.startswith("outlet/credit"):
            for sentence in sentences:
                if sentence.start < scope.end or sentence.start >= block.end:
                    continue
                if any(other.overlaps(sentence) for other in taken) or not _CONTINUES.match(text, sentence.start):
                    break
                scope = Span(scope.start, min(sentence.end, block.end))
        result.append(Citation(item.start, item.end, item.name, scope, item.rule))
    return result
