"""Whom a report cites for which of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from incidents.arguments.quotations import paragraphs, quotations
from incidents.arguments.source_words import SourceWords, shipped_source_words
from incidents.arguments.sources import Source, credits_in, sources
from incidents.model import Citation, Span

_PERSON_PRONOUNS = frozenset({"he", "she"})
_GROUP_PRONOUNS = frozenset({"they"})
_DETERMINER = re.compile(r"^(?:the|an?|this|that|these|those|one of the|some of the|some|its|his|her|their)\s+", re.I)
_CONTINUES = re.compile(
    r"[“\"]?(?:He|She|They|It|His|Her|Their|Its|This|These|Those|The (?:source|official|resident|group|men|women"
    r"|man|woman|workers|two|three)|(?:\w+[ ,]+){0,4}(?:they|them|he|she|also)\b)\b"
)
_INTRODUCING = frozenset(
    {"subject/describe", "subject/recount", "subject/detail"}
)  # what follows is what was described
_SHORT_QUOTATION = 25  # characters; words in inverted commas rather than speech
_WORDS = re.compile(r"[\w-]+")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PERSONAL = frozenset({"he", "she", "they", "it"})
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
    cited_at: int


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
    outside = [item for item in sources(doc) if not _inside(quoted, item.anchor.idx)]
    claimed = [Span(item.anchor.sent.start_char, item.anchor.sent.end_char) for item in outside]
    for group in _by_anchor(outside):
        scope = _scope(group[0], text, blocks, quoted, claimed)
        outlets = tuple((source.start, source.end) for source in group if source.outlet)
        for source in sorted(group, key=lambda item: not item.outlet):
            if source.outlet and source.head.lower_ not in _PERSONAL:
                found.append(_citation(text, source.start, source.end, scope, _outer(source.rule)))
                continue
            meant = _antecedent(source, known, doc, words, text)
            if meant is None and source.head.lower_ in _PERSONAL:
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
    return _continued(
        sorted(found, key=lambda item: (item.scope.start, not item.rule.startswith("outlet"))), doc, text, blocks
    )


def citations_for(spans: Span | Iterable[Span], citations: Sequence[Citation]) -> tuple[str, ...]:
    """The names of those cited for the sentences ``spans``: outlets first, then in text order, each once."""
    wanted = (spans,) if isinstance(spans, Span) else tuple(spans)
    chosen = [item for item in citations if any(item.scope.overlaps(span) for span in wanted)]
    chosen.sort(key=lambda item: not item.rule.startswith("outlet"))
    names: dict[str, str] = {}
    for item in chosen:
        names.setdefault(_DETERMINER.sub("", item.name).casefold(), item.name)
    return tuple(names.values())


def lent_citations(span: Span, citations: Sequence[Citation], text: str) -> tuple[str, ...]:
    """Those who are cited in the paragraph of ``span`` where nobody is for it: nearest before it, else after it."""
    block = _at(paragraphs(text), span.start)
    inside = [c for c in citations if block is not None and block.start <= c.scope.start < block.end]
    if not inside:
        return ()
    nearest = min(inside, key=lambda c: (c.scope.start > span.start, abs(c.scope.start - span.start)))
    return citations_for(nearest.scope, inside)


def _by_anchor(items: Iterable[Source]) -> list[list[Source]]:
    groups: dict[int, list[Source]] = {}
    for item in items:
        groups.setdefault(item.anchor.i, []).append(item)
    return [groups[index] for index in sorted(groups)]


def _outer(rule: str) -> str:
    return rule if rule.startswith("outlet") else f"outlet/{rule}"


def _citation(text: str, start: int, end: int, scope: Span, rule: str) -> Citation:
    return Citation(start, end, text[start:end], scope, rule)


def _inside(quoted: Sequence[Span], offset: int) -> bool:
    """Whether a word lies in a quotation that is more than a word or two: its sayings are part of what is told."""
    span = _at(quoted, offset)
    return span is not None and span.end - span.start > _SHORT_QUOTATION


def _at(spans: Sequence[Span], offset: int) -> Span | None:
    index = bisect_right([span.start for span in spans], offset) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def _scope(source: Source, text: str, blocks: Sequence[Span], quoted: Sequence[Span], claimed: Sequence[Span]) -> Span:
    """The sentence of the citing word with the quotations it opens, closes or leads on to, unless others claim them."""
    sentence = source.anchor.sent
    block = _at(blocks, source.anchor.idx) or Span(sentence.start_char, sentence.end_char)
    own = Span(sentence.start_char, sentence.end_char)
    start, end = max(own.start, block.start), min(own.end, block.end)
    for quotation in quoted:  # in text order: each may lead on to the next
        if not quotation.within(block) or quotation.start > end + 2 or quotation.end < start - 2:
            continue
        others = not quotation.overlaps(own) and any(other != own and other.overlaps(quotation) for other in claimed)
        if not others and not text[end : quotation.start].strip():
            start, end = min(start, quotation.start), max(end, quotation.end)
    return Span(start, end)


def _remember(
    source: Source, start: int, end: int, meant: _Known | None, outlets: tuple[tuple[int, int], ...]
) -> _Known:
    if meant is not None:
        return _Known(
            start,
            end,
            meant.head,
            meant.plural,
            meant.name,
            meant.organisation,
            outlets or meant.outlets,
            source.anchor.idx,
        )
    head = source.head
    plural = head.tag_ in _PLURAL_TAGS or any(
        child.dep_ in ("nummod", "conj") and child.lower_ != "one" for child in head.children
    )
    return _Known(
        start,
        end,
        head.lemma_.lower(),
        plural,
        head.pos_ == "PROPN",
        head.ent_type_ == "ORG",
        outlets,
        source.anchor.idx,
    )


def _antecedent(source: Source, known: Sequence[_Known], doc: Doc, words: SourceWords, text: str) -> _Known | None:
    head = source.head
    lower = head.lower_
    latest = list(reversed(known))
    if lower in _PERSONAL:
        if lower in _PERSON_PRONOUNS:
            return _subject_person(source, known, doc, text) or next(
                (item for item in latest if not item.plural and not item.organisation), None
            )
        if lower in _GROUP_PRONOUNS:
            return next((item for item in latest if item.plural or item.organisation), None)
        if lower == "it":
            return next((item for item in latest if item.organisation or _is_body(item, words)), None)
        return None
    if head.pos_ == "PROPN":
        return _full_name(source, known, doc, text)
    definite = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in head.children)
    if not definite:
        return None
    plural = head.tag_ in _PLURAL_TAGS
    own = set(_WORDS.findall(text[source.start : source.end].lower())) - _DEFINITE - {"same"}
    for item in latest:
        if (
            item.head == head.lemma_.lower()
            and item.plural == plural
            and own <= set(_WORDS.findall(text[item.start : item.end].lower()))
        ):
            return item
    if len(own) == 1 and head.lemma_.lower() in words.nouns["anyone"]:
        return next(
            (i for i in latest[:1] if i.plural == plural and not i.organisation and not _is_body(i, words)), None
        )
    return None


def _is_body(item: _Known, words: SourceWords) -> bool:
    return item.head in words.nouns["documents"] | words.nouns["outlets"] | words.nouns["bodies"]


def _full_name(source: Source, known: Sequence[_Known], doc: Doc, text: str) -> _Known | None:
    if source.head.ent_type_ in ("ORG", "GPE", "NORP"):
        return None
    return _full_name_of(text[source.start : source.end], source.start, known, doc, text)


def _full_name_of(name: str, before: int, known: Sequence[_Known], doc: Doc, text: str) -> _Known | None:
    """The whole name for a family name: the latest longer name of a person before it that has it first or last."""
    if " " in name:
        return None
    for item in reversed(known):
        parts = text[item.start : item.end].split()
        if item.name and len(parts) > 1 and name in (parts[0], parts[-1]):
            return item
    for entity in reversed(doc.ents):
        if entity.end_char <= before and entity.label_ == "PERSON":
            parts = entity.text.split()
            if len(parts) > 1 and name in (parts[0], parts[-1]) and "’" not in parts[-1] and "'" not in parts[-1]:
                return _Known(
                    entity.start_char,
                    entity.end_char,
                    entity.root.lemma_.lower(),
                    False,
                    True,
                    False,
                    (),
                    entity.start_char,
                )
    return None


def _subject_person(source: Source, known: Sequence[_Known], doc: Doc, text: str) -> _Known | None:
    """The named person whom the paragraph, or without any citation the report, is about: the one meant by "he says"."""
    opening = max(text.rfind("\n", 0, source.anchor.sent.start_char), 0)
    for entity in reversed(doc.ents):
        root = entity.root
        if entity.label_ != "PERSON" or entity.start_char >= source.start or root.dep_ != "nsubj":
            continue
        if known and (entity.start_char < opening or known[-1].cited_at >= entity.start_char):
            return None
        whole = _full_name_of(entity.text, entity.start_char, known, doc, text)
        return whole or _Known(
            entity.start_char, entity.end_char, root.lemma_.lower(), False, True, False, (), entity.start_char
        )
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
                if any(other.overlaps(sentence) for other in taken) or not (
                    item.rule in _INTRODUCING or _CONTINUES.match(text, sentence.start)
                ):
                    break
                scope = Span(scope.start, min(sentence.end, block.end))
        result.append(Citation(item.start, item.end, item.name, scope, item.rule))
    return result
