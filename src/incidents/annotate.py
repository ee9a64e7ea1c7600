"""Reports to pages: spaCy's analysis, names, dates, counts, sums and citations, with offsets into the report's text.

The stages that work on a ``Doc`` alone are registered components (``incidents.components``), so that
``nlp.add_pipe("incidents_gazetteer")`` works in anybody's pipeline.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Any, TypeVar

from spacy.tokens import Doc, Span, Token
from threadpoolctl import ThreadpoolController

from incidents.arguments.attribution import find_citations
from incidents.arguments.employers import employer
from incidents.arguments.firm_evidence import likely_firms
from incidents.arguments.firm_lexicon import FirmWords
from incidents.arguments.firm_parts import PART
from incidents.arguments.firms import employs, firms
from incidents.arguments.money import find_money
from incidents.arguments.naming import open_names, without_towns
from incidents.arguments.no_firms import no_firm
from incidents.arguments.quantities import find_quantities
from incidents.dates import find_dates
from incidents.events.families import Families
from incidents.gazetteer import Gazetteer
from incidents.language import load_model
from incidents.load import Dateline, find_dateline
from incidents.model import Citation, DateMention, Money, NameMention, Published, Quantity, Report, Section
from incidents.patterns import Patterns
from incidents.text.casing import Recaser
from incidents.text.coverage import year_covered
from incidents.text.sections import Sectioner

Answer = TypeVar("Answer")

TOGETHER = 8  # reports parsed at once; more are hardly any quicker
BATCH = 128  # paragraphs in the model at once: with 64 parsing takes a tenth longer


@dataclass(frozen=True)
class Sentence:
    """One sentence: its place in the report and its tokens (of the report's one ``Doc``)."""

    index: int
    start: int
    end: int
    paragraph: int
    section: Section
    span: Span
    text: str
    """The words, without surrounding white space."""


class Page:
    """One annotated report: what every later stage reads from."""

    def __init__(
        self,
        report: Report,
        doc: Doc,
        sections: Sequence[Section],
        gazetteer: Gazetteer,
        families: Families,
        text: str | None = None,
        firm_words: FirmWords | None = None,
    ) -> None:
        self.report = report
        self.text = report.text if text is None else text
        """What is read: the report's text, with what stands in capitals in ordinary spelling of the same length."""
        self.doc = doc
        self.sections = tuple(sections)
        self.gazetteer = gazetteer
        self.families = families
        self.firm_words = firm_words
        self._asked: dict[Hashable, Any] = {}

    def once(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """What ``answer`` gives, worked out the first time that the question is asked of this page.

        For what many stages ask again and again of the same sentence and word; the answer is not to be changed.
        """
        if question not in self._asked:
            self._asked[question] = answer()
        found: Answer = self._asked[question]
        return found

    @property
    def published(self) -> dt.date | None:
        """The last day on which the report can have appeared."""
        return self.report.published.end if self.report.published else None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of parsed paragraphs, in text order."""
        found: list[Sentence] = []
        for number, section in enumerate(self.sections):
            span = self.doc.char_span(section.start, section.end, alignment_mode="contract")
            if span is None:
                continue
            for piece in _sentence_spans(span):
                start, end = _trim(self.text, piece.start_char, piece.end_char)
                if start < end:
                    found.append(Sentence(len(found), start, end, number, section, piece, self.text[start:end]))
        return tuple(found)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this character, if any."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """Names that the gazetteer and its forms find, and those that the sentence gives away."""
        known, short = self.gazetteer.find(self.text, published=self.published), self.gazetteer.short_forms
        parsed = self.doc.has_annotation("DEP")
        likely = likely_firms(self.doc, known, self.firm_words) if parsed and self.firm_words is not None else []
        if parsed:
            opened = open_names(self.doc, known, self.families, self.gazetteer)
            known += [n for n in opened if n.label != "COMPANY" or not short.bare(n.text)]
        people = frozenset((e.start_char, e.end_char) for e in self.doc.ents if e.label_ == "PERSON" and len(e) > 1)
        nations = frozenset((e.start_char, e.end_char) for e in self.doc.ents if e.label_ in {"NORP", "DATE"})
        bodies = frozenset((e.start_char, e.end_char) for e in self.doc.ents if e.label_ == "ORG")
        companies = firms(self.text, known, short, people, nations, bodies, without_towns(likely, known))
        known = [n for n in known if not any(c.start < n.end and n.start < c.end for c in companies)] + companies
        return tuple(sorted(known, key=lambda n: (n.start, n.end)))

    @cached_property
    def companies(self) -> tuple[NameMention, ...]:
        """The companies that may employ people or run a site: none of the dateline, no sum, union, outlet or buyer."""
        filed = self.dateline.end if self.dateline is not None else 0
        companies = (n for n in self.names if n.label == "COMPANY" and n.start >= filed)
        bare = self.gazetteer.short_forms.bare
        named = (n for n in companies if n.entity_id or (len(n.text) > 2 and not bare(n.text)) or n.reason == PART)
        unpriced = (n for n in named if not any(m.start < n.end and n.start < m.end for m in self.money))
        firms_proper = (n for n in unpriced if not no_firm(self.text, n))
        return tuple(n for n in firms_proper if employer(self.text, n, hired=employs(self.text, n)))

    @cached_property
    def dateline(self) -> Dateline | None:
        """Where and when the report was filed, from its first line."""
        return find_dateline(self.text)

    def filed(self, offset: int) -> bool:
        """Whether this character stands in the dateline."""
        return self.dateline is not None and self.dateline.place_start <= offset < self.dateline.end

    @cached_property
    def name_of_token(self) -> dict[int, NameMention]:
        """Token index to the name it is part of."""
        return {t.i: n for n in self.names for t in self.doc.char_span(n.start, n.end, alignment_mode="expand") or ()}

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Calendar expressions."""
        captions = [s for s in self.sections if s.kind == "caption"]  # they tell of other days than the story
        found = [d for s in captions for d in self._dates_of(" " * s.start + self.text[s.start : s.end])]
        text = self.text
        for section in captions:
            text = text[: section.start] + " " * (section.end - section.start) + text[section.end :]
        return tuple(sorted([*found, *self._dates_of(text)], key=lambda d: d.char_start))

    def _dates_of(self, text: str) -> list[DateMention]:
        return find_dates(text, self.reference, unresolved=True)

    @cached_property
    def reference(self) -> Published | None:
        """What relative dates count from: the day of a dateline shortly before publication, else the publication.

        An annual report counts from the end of the year that it covers.
        """
        published = self.report.published
        year = year_covered(self.report.title, self.text)
        if year is not None and (published is None or published.start.year == year + 1):
            return Published.of_day(dt.date(year, 12, 31))
        if published is None or self.dateline is None:
            return published
        week = Published(published.start - dt.timedelta(days=7), published.end, published.precision)
        return self.dateline.published(within=week) or published

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Counts."""
        return tuple(find_quantities(self.text))

    @cached_property
    def money(self) -> tuple[Money, ...]:
        """Sums of money and shares of pay."""
        return tuple(find_money(self.text))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Whom the report cites."""
        return tuple(find_citations(self.doc, self.text))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Every lemma of the report, lower case."""
        return frozenset(t.lemma_.lower() for t in self.doc) | frozenset(t.lower_ for t in self.doc)

    def tokens_of(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap this stretch."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return list(span) if span is not None else []


class Annotator:
    """Runs the language model over the passages that are worth it and builds pages."""

    def __init__(self, patterns: Patterns, families: Families, *, model: str | None = None) -> None:
        self.nlp, self.model_name, self.model_version = load_model(model)
        self.threads = ThreadpoolController()
        self.gazetteer = Gazetteer.load(patterns)
        self.sectioner = Sectioner(patterns)
        self.recaser = Recaser(patterns, self.gazetteer)
        self.families = families
        self.firm_words = FirmWords.of(patterns.read("firms.yaml", dict[str, dict[str, Any]]))

    def page(self, report: Report) -> Page:
        """Annotate one report."""
        return next(iter(self.pages([report])))

    def pages(self, reports: Iterable[Report]) -> Iterator[Page]:
        """Annotate reports, in order, ``TOGETHER`` at a time: parsed in one go they take a third less time than one by one."""
        waiting = iter(reports)
        while some := list(islice(waiting, TOGETHER)):
            texts = [self.recaser.respelled(report.text) for report in some]
            sections = [self.sectioner.sections(text) for text in texts]
            docs = self._parse(texts, sections)
            for report, text, parts, doc in zip(some, texts, sections, docs, strict=True):
                yield Page(report, doc, parts, self.gazetteer, self.families, text, self.firm_words)

    def docs(self, texts: Iterable[str]) -> list[Doc]:
        """Each text analysed alone, in one thread: the model's matrices are so small that several only wait for each other."""
        with self.threads.limit(limits=1, user_api="blas"):
            return list(self.nlp.pipe(texts, batch_size=BATCH))

    def _parse(self, texts: Sequence[str], sections: Sequence[Sequence[Section]]) -> list[Doc]:
        """One ``Doc`` over each whole text, each paragraph analysed alone."""
        cut = [_cut(text, parts) for text, parts in zip(texts, sections, strict=True)]
        docs = iter(self.docs(piece for pieces in cut for piece in pieces))
        return [self._whole(text, list(islice(docs, len(pieces)))) for text, pieces in zip(texts, cut, strict=True)]

    def _whole(self, text: str, docs: list[Doc]) -> Doc:
        if not docs:
            return self.nlp.make_doc("")
        if len(docs) == 1:
            return docs[0]
        whole = Doc.from_docs(docs, ensure_whitespace=False)
        assert whole is not None
        assert whole.text == text
        return whole


def _cut(text: str, sections: Sequence[Section]) -> list[str]:
    """The text in pieces, each of which begins with a section; none of an empty text."""
    cuts = sorted({0, *(s.start for s in sections), len(text)})
    return [text[a:b] for a, b in pairwise(cuts)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end


def _sentence_spans(span: Span) -> Iterator[Span]:
    """The parser's sentences inside a section, repaired: none is only punctuation or a closing quotation mark."""
    if not span.doc.has_annotation("SENT_START"):
        yield span
        return
    pieces: list[Span] = []
    for sent in span.sents:  # type: ignore[attr-defined]  # missing in spaCy's stub
        piece = span.doc[max(sent.start, span.start) : min(sent.end, span.end)]
        words = [t for t in piece if not t.is_space]
        fragment = not any(t.is_alpha or t.like_num for t in words) or (
            words and words[0].text in "”’)" and len(words) < 3
        )
        if pieces and (fragment or (words and words[0].is_lower and not _ends_sentence(pieces[-1]))):
            pieces[-1] = span.doc[pieces[-1].start : piece.end]
        else:
            pieces.append(piece)
    yield from pieces


def _ends_sentence(span: Span) -> bool:
    words = [t for t in span if not t.is_space]
    return bool(words) and words[-1].text in {".", "!", "?", "”", '"', ":", ";", "..."}
