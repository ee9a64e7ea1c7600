"""The flow from a report to its incidents: annotate, propose, qualify, read arguments, merge, compose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING

from incidents.annotate import Annotator, Page
from incidents.arguments.reading import read_clues
from incidents.arguments.sites import Sites
from incidents.compose import Composer
from incidents.confidence import Confidence
from incidents.discourse.weights import Weights
from incidents.events.classifier import Classifier, Pairs
from incidents.events.definitions import is_told, load_event_types
from incidents.events.elided import with_elided
from incidents.events.families import Families
from incidents.events.judge import WHOLE, Judge, Readings, circumstances
from incidents.events.lexicon import Lexicon
from incidents.events.match import Proposal, Proposer
from incidents.events.qualify import Qualifier
from incidents.events.scout import Scout
from incidents.events.select import select, standing, supported
from incidents.merge import load_weights, merge
from incidents.model import Extraction, Mention, NameMention, Report
from incidents.patterns import Patterns
from incidents.stages import Lonely, Stages, separate, unqualified, unvetoed
from incidents.verbatim import in_own_words

if TYPE_CHECKING:
    from incidents.arguments.clues import Clues

Scored = tuple[Readings | None, Pairs]
"""What the scout makes of every sentence, null where none is at work, and the mentions with the classifier's word on each."""

MODEL_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "CARDINAL"})


class Pipeline:
    """Extracts incidents from reports. Built once; ``extract`` keeps no state between reports.

    Args:
        model: an installed English spaCy pipeline; null for the small one.
        patterns: a folder that replaces or extends the shipped pattern files; null for the shipped ones.
        stages: which optional stages run; all of them unless an experiment leaves one out.
        learnt: whether to load what is learnt; not for learning it anew.

    Raises:
        ModelNotFound: no such language model.
        PatternError: a pattern file is wrong.
    """

    def __init__(
        self,
        *,
        model: str | None = None,
        patterns: Path | None = None,
        stages: Stages | None = None,
        learnt: bool = True,
    ) -> None:
        self.stages = stages = stages or Stages()
        files = Patterns(patterns, models=learnt)
        self.families = Families(files.read("vocabulary.yaml", dict[str, str]))
        self.types = load_event_types(files, self.families)
        self.event_types = tuple(self.types)
        self.pattern_digests = files.digests
        self.patterns_digest = files.digest
        self.sites = Sites(files)
        self.weights = Weights.load(files)
        self.merge_weights = load_weights(files)
        self.proposer = Proposer(self.types, self.families)
        self.qualifier = Qualifier(files, lasting=frozenset(n for n, t in self.types.items() if t.roles.amount))
        self.scout = Scout.load(files, self.types)
        self.classifier = Classifier.load(files)
        self.judge = Judge.load(files)
        self.confidence = Confidence.load(files)
        self.annotator = Annotator(files, self.families, model=model)
        if not stages.gazetteer_context:
            self.annotator.gazetteer = self.annotator.gazetteer.without_context()
        self.model_name, self.model_version = self.annotator.model_name, self.annotator.model_version

    def extract(self, report: Report) -> Extraction:
        """Everything that can be read from one report; nothing for a report that is not ``ok``."""
        if report.status != "ok" or not report.text.strip():
            return Extraction(report)
        return self.read(self.annotator.page(report))

    def readers(self, reports: Sequence[Report]) -> list[Callable[[], Extraction]]:
        """For each report what extracts everything from it; they are parsed together, which takes less time than one by one."""
        worth = [bool(report.status == "ok" and report.text.strip()) for report in reports]
        pages = self.annotator.pages(compress(reports, worth))
        return [
            partial(self.read, next(pages)) if told else partial(Extraction, report)
            for report, told in zip(reports, worth, strict=True)
        ]

    def readings(self, page: Page, lexicon: Lexicon) -> Readings | None:
        """What the scout makes of every sentence; null where none is at work."""
        return self.scout.read(page, lexicon) if self.scout is not None and self.stages.scout else None

    def candidates(
        self, page: Page, lexicon: Lexicon, readings: Readings | None = None
    ) -> list[tuple[Proposal, Mention]]:
        """What the patterns propose, and the scout by its readings, with the qualifiers' verdict on each, before
        anything is chosen."""
        pairs = list(page.once((self.proposer, self.stages.vetoes), lambda: self._by_patterns(page, lexicon)))
        if self.scout is not None and readings is not None and len(readings) >= WHOLE:
            scouted = self.scout.propose(page, [p for p, _ in pairs], lexicon, readings)
            pairs += [(p, self.qualifier.mention(page, p)) for p in scouted]
            pairs.sort(key=lambda pair: (pair[0].head.i, pair[0].pattern.id))
        return pairs if self.stages.qualifiers else unqualified(pairs)

    def _by_patterns(self, page: Page, lexicon: Lexicon) -> Pairs:
        """What the patterns alone propose, which no model changes, with the qualifiers' verdict on each."""
        proposals = self.proposer.propose(page, lexicon)
        proposals = proposals if self.stages.vetoes else unvetoed(proposals)
        return [(p, self.qualifier.mention(page, p)) for p in proposals]

    def scored(self, page: Page, lexicon: Lexicon) -> Scored:
        """The scout's readings, and every mention with the classifier's word on it: what the judge weighs."""
        readings = self.readings(page, lexicon)
        pairs = self.candidates(page, lexicon, readings)
        if self.classifier is not None and self.stages.classifier:
            pairs = self.classifier.decide(page, pairs, lexicon)
        return readings, pairs

    def mentions(self, page: Page, lexicon: Lexicon, scored: Scored | None = None) -> list[tuple[Proposal, Mention]]:
        """Every event mention of a page, kept or dropped, with the proposal behind it.

        ``scored`` is what ``scored`` gives where it is known already; null to work it out.
        """
        on = self.stages
        readings, pairs = scored or self.scored(page, lexicon)
        judged = self._judged(pairs, readings)
        pairs = pairs if judged is None else judged
        if not on.selection:
            return pairs
        if judged is None or readings is None or len(readings) < WHOLE:
            pairs = supported(pairs, self.types)
        return with_elided(page, select(pairs, self.types), self.types)

    def _judged(self, pairs: Pairs, readings: Readings | None) -> Pairs | None:
        """The judge's word; null where there is none, for it needs both classifier and scout."""
        on = self.stages
        if self.judge is None or self.classifier is None or not (on.judge and on.classifier and readings):
            return None
        return self.judge.decide(pairs, readings)

    def strongest(self, report: Report) -> dict[tuple[str, int, int], list[tuple[str, float]]]:
        """For people who ask why: by type and trigger offsets, what spoke most for and against each mention.

        First what made the scout propose it, if it was the scout, then the classifier's features, then what the judge
        made of both and of the mention's surroundings.
        """
        if self.classifier is None or report.status != "ok" or not report.text.strip():
            return {}
        page = self.annotator.page(report)
        lexicon = Lexicon(page, self.families)
        readings = self.readings(page, lexicon)
        pairs = self.classifier.decide(page, self.candidates(page, lexicon, readings), lexicon)
        weighed = circumstances(pairs, readings) if self.judge and readings else [{} for _ in pairs]
        found = {}
        for (p, m), around in zip(pairs, weighed, strict=True):
            if m.event_type in self.classifier.model.types:
                scouted = self.scout.explain(page, p, lexicon) if self.scout and is_told(p.pattern.id) else []
                key = (m.event_type, m.trigger_start, m.trigger_end)
                judged = self.judge.explain(around) if self.judge else []
                found[key] = scouted + self.classifier.explain(page, p, m, lexicon) + judged
        return found

    def with_models(
        self, *, classifier: Classifier | None = None, scout: Scout | None = None, judge: Judge | None = None
    ) -> Pipeline:
        """The same pipeline with other models, or without those that are not given: with none of them the patterns
        alone decide, without a judge the classifier does."""
        other = copy(self)
        other.classifier, other.scout, other.judge = classifier, scout, judge
        return other

    def with_merge_weights(self, weights: Mapping[str, float]) -> Pipeline:
        """The same pipeline with other weights of merging."""
        other = copy(self)
        other.merge_weights = dict(weights)
        return other

    def clues(self, page: Page, pairs: list[tuple[Proposal, Mention]], lexicon: Lexicon) -> list[Clues]:
        """What the kept mentions say about their events; read once a page, whichever models have kept them."""
        kept = [(p, m) for p, m in pairs if m.dropped_because is None]
        asked = (self.sites, *((p.head.i, m) for p, m in kept))
        return list(page.once(asked, lambda: read_clues(page, kept, self.types, self.sites, lexicon)))

    def read(self, page: Page, lexicon: Lexicon | None = None, scored: Scored | None = None) -> Extraction:
        """Everything that can be read from one annotated report; neither its words nor its mentions' scores
        (``mentions``) need be worked out twice."""
        on, lexicon = self.stages, lexicon or Lexicon(page, self.families)
        pairs = self.mentions(page, lexicon, scored)
        clues = self.clues(page, pairs, lexicon)
        drafts = merge(clues, self.types, page.gazetteer, self.merge_weights) if on.merging else separate(clues)
        standing_drafts, reasons = standing(page, drafts) if on.selection else (drafts, {})
        composer = Composer(page, standing_drafts, self.types, self.sites, self.weights, self.families)
        composer.discourse = composer.discourse if on.discourse else Lonely(page, standing_drafts, self.sites)
        incidents = self.confidence.applied([composer.incident(d) for d in standing_drafts])
        mentions = tuple((_with_reason(m, reasons), None) for _, m in pairs)
        found = Extraction(page.report, incidents, mentions, _entities(page), len(page.sentences))
        return found if page.text is page.report.text else in_own_words(found)


def _with_reason(mention: Mention, reasons: dict[Mention, str]) -> Mention:
    return replace(mention, dropped_because=reasons[mention]) if mention in reasons else mention


def _entities(page: Page) -> tuple[NameMention, ...]:
    """The gazetteer's names, and the language model's where the gazetteer has none."""
    names = list(page.names)
    taken = [(n.start, n.end) for n in names]
    for ent in page.doc.ents:
        overlaps = any(a < ent.end_char and ent.start_char < b for a, b in taken)
        if ent.label_ in MODEL_LABELS and ent.text.strip() and not overlaps:
            names.append(
                NameMention(ent.start_char, ent.end_char, ent.text, ent.label_, source="model", reason="language model")
            )
    for date in page.dates:
        names.append(NameMention(date.char_start, date.char_end, date.text, "DATE", reason=date.rule))
    for money in page.money:
        names.append(
            NameMention(
                money.start, money.end, money.text, "MONEY" if money.percent is None else "PERCENT", reason=money.rule
            )
        )
    return tuple(sorted(names, key=lambda n: (n.start, n.end, n.label)))
