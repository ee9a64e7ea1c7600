"""Labelled sentences and reports become examples: one a mention, with the features that the classifier will see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from incidents.annotate import Page
from incidents.evaluate.evaluation import wanted_labels
from incidents.evaluate.gold import GoldIncident, GoldReport
from incidents.evaluate.score import places
from incidents.events.classifier import Pairs
from incidents.events.definitions import EventType, load_event_types
from incidents.events.families import Families
from incidents.events.features import features_of
from incidents.events.lexicon import Lexicon
from incidents.load import load_reports, sources
from incidents.model import Report
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline

LabelledSentence = tuple[Mapping[str, Any], Page]
"""A row of the training files and its sentence, annotated."""


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: whether it is an event of its type, and whether the patterns alone would keep it.

    ``group`` names what must not be split between folds: the sentence or the report.
    """

    event_type: str
    features: tuple[str, ...]
    right: bool
    kept: bool
    reason: str | None
    group: str
    text: str
    from_report: bool
    phenomenon: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled report: its page, the labelled incidents, its words as patterns read them, and what patterns propose."""

    page: Page
    incidents: tuple[Gold, ...]
    lexicon: Lexicon
    named: Pairs  # what the patterns alone propose

    def verdict(self, event_type: str, start: int, end: int) -> bool | None:
        """Whether a mention whose sentence is this stretch is right; null where it touches optional incidents only."""
        hits = [g for g in self.incidents if event_type in g.types and g.covered_by(start, end)]
        return None if hits and all(g.optional for g in hits) else bool(hits)


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled incident. ``anchors`` are character offsets; ``optional`` ones are neither right nor wrong."""

    types: frozenset[str]
    event_type: str
    optional: bool
    anchors: tuple[tuple[int, int], ...]

    def covered_by(self, start: int, end: int) -> bool:
        """Whether the stretch overlaps one of the anchors."""
        return any(start < b and a < end for a, b in self.anchors)


def event_types() -> list[str]:
    """The names of the shipped event types, in order."""
    files = Patterns(None, models=False)
    return sorted(load_event_types(files, Families(files.read("vocabulary.yaml", dict[str, str]))))


def read_sentences(folder: Path) -> list[dict[str, Any]]:
    """The rows of every training file in ``folder``, in order of file and line."""
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def sentence_examples(pipeline: Pipeline, rows: Iterable[LabelledSentence]) -> Iterator[Example]:
    """The mentions that the patterns find in labelled sentences: the scout is learnt from them, and is left out."""
    for row, page in rows:
        text = row["text"]
        right = {row["label"], *row.get("also", ())} - {"none"}
        for event_type, features, _, kept, reason in _mentions(page, *_read(pipeline, page)):
            if event_type not in right and _related(event_type, right, pipeline.types):
                if event_type in pipeline.types[row["label"]].accepts:
                    verdict = True
                else:
                    continue  # a flight told as an escape may also be a defection: no telling
            else:
                verdict = event_type in right
            yield Example(event_type, features, verdict, kept, reason, text, text, False, row["phenomenon"])


def sentence_pages(pipeline: Pipeline, rows: Iterable[Mapping[str, Any]]) -> Iterator[LabelledSentence]:
    """The labelled sentences, each annotated as a report of its own."""
    rows = list(rows)
    annotator = pipeline.annotator
    for row, doc in zip(rows, annotator.docs(row["text"] for row in rows), strict=True):
        text = row["text"]
        yield row, Page(_report(text), doc, annotator.sectioner.sections(text), annotator.gazetteer, pipeline.families)


def _related(event_type: str, right: set[str], types: Mapping[str, EventType]) -> bool:
    return any(event_type in types[r].accepts or r in types[event_type].accepts for r in right if r in types)


def _report(text: str) -> Report:
    return Report(doc_id="", text=text, source_path="", source_format="txt", sha256="")


def report_examples(labelled: Iterable[Labelled]) -> Iterator[Example]:
    """The mentions that the patterns find in labelled reports, without those that touch only optional incidents.

    The scout's are left out: with them the classifier became stricter towards what patterns find, too.
    """
    for item in labelled:
        for event_type, features, (start, end), kept, reason in _mentions(item.page, item.lexicon, item.named):
            right = item.verdict(event_type, start, end)
            if right is not None:
                doc_id, text = item.page.report.doc_id, item.page.text[start:end]
                yield Example(event_type, features, right, kept, reason, doc_id, text, True)


def _read(pipeline: Pipeline, page: Page) -> tuple[Lexicon, Pairs]:
    """The words of a page, and what patterns and qualifiers make of it without any model."""
    lexicon = Lexicon(page, pipeline.families)
    return lexicon, pipeline.with_models().candidates(page, lexicon)


def _mentions(
    page: Page, lexicon: Lexicon, pairs: Pairs
) -> Iterator[tuple[str, tuple[str, ...], tuple[int, int], bool, str | None]]:
    for proposal, mention in pairs:
        span = (mention.sentence_start, mention.sentence_end)
        features = features_of(page, proposal, mention, lexicon)
        yield mention.event_type, features, span, mention.dropped_because is None, mention.dropped_because


def read_labelled(
    pipeline: Pipeline, folder: Path, reports: str = "*", every: int = 1, part: tuple[int, int] = (0, 1)
) -> list[Labelled]:
    """The labelled reports of a folder that may be learnt from, in order of path: never the held-out ones.

    ``reports`` is a shell pattern on report ids; with ``every`` above 1 only each so-many-th of them is read; ``part``
    (k, n) is the k-th of n stretches that take about as long to read.
    """
    labels = {row.doc_id: row for row in wanted_labels(folder, reports=reports)}
    files = [str(path) for path in sorted(folder.glob("*.txt")) if path.stem in labels][::every]
    number, of = part
    sizes = [Path(path).stat().st_size for path in files]
    begins = accumulate(sizes[:-1], initial=0)
    files = [path for path, begin in zip(files, begins, strict=True) if begin * of // sum(sizes) == number]
    found = load_reports(sources(files)) if files else ()
    pages = pipeline.annotator.pages(found)
    return [_labelled(pipeline, page, labels[Path(page.report.source_path).stem]) for page in pages]


def _labelled(pipeline: Pipeline, page: Page, row: GoldReport) -> Labelled:
    return labelled(pipeline, page, tuple(_gold(page.text, incident) for incident in row.incidents))


def labelled(pipeline: Pipeline, page: Page, incidents: tuple[Gold, ...]) -> Labelled:
    """A page with its labels, read as far as it can be without any model."""
    return Labelled(page, incidents, *_read(pipeline, page))


def _gold(text: str, row: GoldIncident) -> Gold:
    anchors = tuple((span.start, span.end) for span in places(text, row.anchors))
    return Gold(frozenset(row.types), row.type, row.optional, anchors)
