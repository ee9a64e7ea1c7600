"""Writes the figures of docs/accuracy.md: ``make accuracy``. Without one of the labelled sets nothing is written."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from labelled_sets import DEVELOPMENT, ROOT, SETS, LabelledSet

from incidents.evaluate import Evaluation, evaluate, tables
from incidents.model import Extraction, Report
from incidents.pipeline import Pipeline
from incidents.run import Settings

PAGE = ROOT / "docs" / "accuracy.md"


class Once:
    """A pipeline that reads every report once, however often it is scored."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline, self._read = pipeline, dict[str, Extraction]()
        self.model_name, self.model_version = pipeline.model_name, pipeline.model_version
        self.patterns_digest, self.pattern_digests = pipeline.patterns_digest, pipeline.pattern_digests

    def extract(self, report: Report) -> Extraction:
        """What the pipeline reads from the report."""
        if report.doc_id not in self._read:
            self._read[report.doc_id] = self._pipeline.extract(report)
        return self._read[report.doc_id]


def main() -> int:
    """Score every set that is there and write the page; returns the exit code."""
    absent = sorted({chosen.folder.name for chosen in SETS if not chosen.folder.is_dir()})
    if absent:
        print(f"not there, so nothing was written: {', '.join(absent)}; set INCIDENTS_SHARED", file=sys.stderr)
        return 1
    pipeline = Once(Pipeline())
    found = {chosen.name: _score(chosen, pipeline) for chosen in SETS}
    figures = {name: evaluation.figures for name, evaluation in found.items()}
    developed = _joined(found)
    unfiltered = _joined(
        {c.name: _score(c, pipeline, Settings(min_confidence=0)) for c in SETS if c.name in DEVELOPMENT}
    )
    any_set = next(iter(found.values()))
    blocks = {
        "version": f"Patterns `{any_set.patterns_digest[:12]}`, language model {any_set.model}.",
        "overview": tables.overview(figures, {name: len(e.judged) for name, e in found.items()}),
        "types": tables.by_name(figures, "incidents"),
        "fields": tables.by_name(figures, "fields"),
        "labels": tables.labels(figures),
        "reasons": tables.reasons(developed.differences),
        "calibration": tables.calibration(unfiltered),
        "thresholds": tables.thresholds(unfiltered),
    }
    write(PAGE, blocks)
    return 0


def write(page: Path, blocks: dict[str, str]) -> None:
    """Put the blocks between their markers."""
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        text = tables.replace_block(text, name, block)
    page.write_text(text, encoding="utf-8")


def _score(chosen: LabelledSet, pipeline: Once, settings: Settings | None = None) -> Evaluation:
    make = partial(_same, pipeline)
    return evaluate(
        chosen.folder,
        held_out=chosen.held_out,
        reports=chosen.reports,
        settings=settings,
        jobs=1,
        make_extractor=make,
    )


def _joined(found: Mapping[str, Evaluation]) -> Evaluation:
    """The development sets as one."""
    return Evaluation(tuple(j for name in sorted(DEVELOPMENT) for j in found[name].judged))


def _same(pipeline: Once) -> Once:
    return pipeline


if __name__ == "__main__":
    sys.exit(main())
