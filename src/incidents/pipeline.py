"""The flow from a report to its incidents: annotate, propose, qualify, read arguments, merge, compose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from pathlib import Path

from incidents.annotate import Annotator, Page
from incidents.arguments.reading import read_clues
from incidents.arguments.where import Sites
from incidents.compose import Composer
from incidents.confidence import Confidence
from incidents.events.classifier import Classifier
from incidents.events.definitions import load_event_types
from incidents.events.families import Families
from incidents.events.match import Lexicon, Proposal, Proposer
from incidents.events.qualify import Qualifier
from incidents.events.select import select, standing
from incidents.merge import merge
from incidents.model import Extraction, Mention, NameMention, Report
from incidents.patterns import Patterns

MODEL_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "CARDINAL"})


class Pipeline:
    """Extracts incidents from reports. Built once; ``extract`` keeps no state between reports.

    Args:
        model: an installed English spaCy pipeline; null for the small one.
        patterns: a folder that replaces or extends the shipped pattern files; null for the shipped ones.

    Raises:
        ModelNotFound: no such language model.
        PatternError: a pattern file is wrong.
    """

    def __init__(self, *, model: str | None = None, patterns: Path | None = None) -> None:
        files = Patterns(patterns)
        self.families = Families(files.read("vocabulary.yaml", dict[str, str]))
        self.types = load_event_types(files, self.families)
        self.event_types = tuple(self.types)
        self.pattern_digests = files.digests
        self.patterns_digest = files.digest
        self.sites = Sites(files)
        self.proposer = Proposer(self.types, self.families)
        self.qualifier = Qualifier(files)
        self.classifier = Classifier.load(files)
        self.confidence = Confidence.load(files)
        self.annotator = Annotator(files, self.families, model=model)
        self.model_name, self.model_version = self.annotator.model_name, self.annotator.model_version

    def extract(self, report: Report) -> Extraction:
        """Everything that can be read from one report; nothing for a report that is not ``ok``."""
        if report.status != "ok" or not report.text.strip():
            return Extraction(report)
        return self.read(self.annotator.page(report))

    def extract_many(self, reports: Iterable[Report]) -> Iterator[Extraction]:
        """The extractions of many reports, in order."""
        return (self.extract(report) for report in reports)

    def candidates(self, page: Page, lexicon: Lexicon) -> list[tuple[Proposal, Mention]]:
        """What the patterns propose, with the qualifiers' verdict on each, before anything is chosen."""
        return [(p, self.qualifier.mention(page, p)) for p in self.proposer.propose(page, lexicon)]

    def strongest(self, report: Report) -> dict[tuple[str, int, int], list[tuple[str, float]]]:
        """For people who ask why: by type and trigger offsets, the classifier's strongest features of each mention."""
        if self.classifier is None or report.status != "ok" or not report.text.strip():
            return {}
        page = self.annotator.page(report)
        lexicon = Lexicon(page, self.families)
        return {
            (m.event_type, m.trigger_start, m.trigger_end): self.classifier.explain(page, p, m, lexicon)
            for p, m in self.candidates(page, lexicon)
            if m.event_type in self.classifier.model.types
        }

    def with_classifier(self, classifier: Classifier | None) -> Pipeline:
        """The same pipeline with another classifier, or with none: then the patterns alone decide."""
        other = copy(self)
        other.classifier = classifier
        return other

    def read(self, page: Page) -> Extraction:
        """Everything that can be read from one annotated report."""
        lexicon = Lexicon(page, self.families)
        pairs = self.candidates(page, lexicon)
        if self.classifier is not None:
            pairs = self.classifier.decide(page, pairs, lexicon)
        pairs = select(pairs, self.types)
        kept = [(p, m) for p, m in pairs if m.dropped_because is None]
        clues = read_clues(page, kept, self.types, self.sites, lexicon)
        drafts = merge(clues, self.types, page.gazetteer)
        standing_drafts, reasons = standing(page, drafts)
        composer = Composer(page, standing_drafts, self.types, self.sites, self.families)
        incidents = tuple(self.confidence.applied(composer.incident(d)) for d in standing_drafts)
        mentions = tuple((_with_reason(m, reasons), None) for _, m in pairs)
        return Extraction(page.report, incidents, mentions, _entities(page), len(page.sentences))


def _with_reason(mention: Mention, reasons: dict[Mention, str]) -> Mention:
    return replace(mention, dropped_because=reasons[mention]) if mention in reasons else mention


def _entities(page: Page) -> tuple[NameMention, ...]:
    """The gazetteer's names, and the language model's where the gazetteer has none."""
    names = list(page.names)
    taken = [(n.start, n.end) for n in names]
    for ent in page.doc.ents:
        if ent.label_ in MODEL_LABELS and not any(a < ent.end_char and ent.start_char < b for a, b in taken):
            if ent.text.strip():
                names.append(NameMention(ent.start_char, ent.end_char, ent.text, ent.label_, source="model", reason="language model"))
    for date in page.dates:
        names.append(NameMention(date.char_start, date.char_end, date.text, "DATE", reason=date.rule))
    for money in page.money:
        names.append(NameMention(money.start, money.end, money.text, "MONEY" if money.percent is None else "PERCENT", reason=money.rule))
    return tuple(sorted(names, key=lambda n: (n.start, n.end, n.label)))
