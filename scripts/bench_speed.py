"""How many reports a minute each stage gets through (``make speed``): CPU time of one process, whatever else runs.

Without arguments every fifteenth of the labelled reports of tests/gold is read; give files or folders to time others. The last
lines run the whole program, from files to tables, in one process and in two, by the clock.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from incidents import tables
from incidents.annotate import Page
from incidents.compose import Composer
from incidents.events.lexicon import Lexicon
from incidents.events.select import standing
from incidents.ids import identify
from incidents.load import load_reports
from incidents.merge import merge
from incidents.model import Extraction
from incidents.pipeline import Pipeline
from incidents.run import run
from incidents.verbatim import in_own_words

ROOT = Path(__file__).resolve().parents[1]
EVERY = 15  # reports of all kinds, some 200
ROUNDS = 2  # the first one warms the caches and is not counted
Result = TypeVar("Result")
PROPERTIES = ("names", "dates", "money", "quantities", "citations")


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], Result]) -> Result:
        """Do ``work`` and put its CPU time on the stage's account."""
        begun = time.process_time()
        result = work()
        self.spent[stage] = self.spent.get(stage, 0.0) + time.process_time() - begun
        return result


def read(pipeline: Pipeline, page: Page, clock: Clock) -> Extraction:
    """One annotated report, stage by stage."""
    clock.time("sentences", lambda: page.sentences)
    for name in PROPERTIES:
        clock.time(name, lambda name=name: getattr(page, name))
    lexicon = Lexicon(page, pipeline.families)
    pairs = clock.time("mentions", lambda: pipeline.mentions(page, lexicon))
    clues = clock.time("arguments", lambda: pipeline.clues(page, pairs, lexicon))
    merged = clock.time("merge", lambda: merge(clues, pipeline.types, page.gazetteer, pipeline.merge_weights))
    drafts, _ = standing(page, merged)
    composer = Composer(page, drafts, pipeline.types, pipeline.sites, pipeline.weights, pipeline.families)
    found = clock.time("compose", lambda: pipeline.confidence.applied([composer.incident(d) for d in drafts]))
    told = Extraction(page.report, found, tuple((m, None) for _, m in pairs), page.names, len(page.sentences))
    return told if page.text is page.report.text else in_own_words(told)  # a report in capitals was respelled


def main(paths: list[str]) -> None:
    """Print the table."""
    pipeline = Pipeline()
    clock = Clock()
    reports = []
    for _ in range(ROUNDS):
        clock = Clock()
        reports = [r for r in clock.time("load", lambda: list(load_reports(paths))) if r.status == "ok"]
        pages = pipeline.annotator.pages(reports)
        for _ in reports:
            page = clock.time("tokenise and parse", lambda pages=pages: next(pages))
            extraction = read(pipeline, page, clock)
            clock.time("write", lambda extraction=extraction: tables.tabulate(identify(extraction)))
    whole = sum(clock.spent.values())
    length = sum(len(r.text) for r in reports) / len(reports)
    print(f"{len(reports)} reports of {length:.0f} characters on average; CPU time, one process")
    print(f"{'stage':<20}{'ms a report':>12}{'share':>8}{'reports a minute':>18}")
    for stage, spent in [*clock.spent.items(), ("all", whole)]:
        each = spent / len(reports)
        print(f"{stage:<20}{1000 * each:>12.2f}{spent / whole:>8.0%}{60 / each if each else 0:>18.0f}")
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as out:
            begun = time.perf_counter()
            n = run(paths, out, jobs=jobs).n_reports
            print(f"--jobs {jobs}: {60 * n / (time.perf_counter() - begun):.0f} reports a minute, start-up included")


if __name__ == "__main__":
    main(sys.argv[1:] or [str(path) for path in sorted((ROOT / "tests" / "gold").glob("*.txt"))[::EVERY]])
