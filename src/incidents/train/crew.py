"""Everything that has to be read to learn, read once: by two processes, each of which keeps its share of the reports.

Learning goes in steps, each of which needs another look at the same annotated reports. What a step returns is always in the
order of the data, so that nothing learnt depends on how many processes there were.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from incidents.events.judge import JudgeModel
from incidents.pipeline import Pipeline
from incidents.train import judging, merging, outcomes, scouting
from incidents.train.examples import (
    Example,
    Labelled,
    LabelledSentence,
    read_labelled,
    report_examples,
    sentence_examples,
    sentence_pages,
)
from incidents.train.fit import Weighed
from incidents.train.judging import Heard
from incidents.train.merging import Choice
from incidents.train.outcomes import Models, Tally
from incidents.train.scouting import Told

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class Share:
    """A part of the training sentences and labelled reports, and what can be asked of it."""

    pipeline: Pipeline
    rows: list[LabelledSentence]
    labelled: list[Labelled]
    heard: list[Heard] = field(default_factory=list)

    def told_sentences(self) -> list[Told]:
        """The training sentences as the scout sees them."""
        return scouting.of_sentences(self.pipeline, self.rows)

    def told_reports(self) -> list[Told]:
        """The sentences of the reports as the scout sees them."""
        return scouting.of_reports(self.labelled)

    def sentence_examples(self) -> list[Example]:
        """The mentions in training sentences as the classifier sees them."""
        return list(sentence_examples(self.pipeline, self.rows))

    def report_examples(self) -> list[Example]:
        """The mentions in reports as the classifier sees them."""
        return list(report_examples(self.labelled))

    def weighed(self, folds: Sequence[Models]) -> list[Weighed]:
        """The mentions in reports as the judge sees them; they are kept for the steps that follow."""
        self.heard = judging.hear(self.pipeline, self.labelled, folds)
        return judging.rows_of(self.heard)

    def choices(self, judges: Sequence[JudgeModel]) -> list[Choice]:
        """Which event each mention goes on telling, as merging sees it."""
        return merging.choices_of(self.pipeline, self.heard, judges)

    def outcomes(self, folds: Sequence[Models], *, as_heard: bool = False) -> list[tuple[Tally, list[Weighed]]]:
        """What the whole pipeline makes of the reports; ``as_heard`` with scouts and classifiers as they were ``weighed``."""
        scored = [(report.readings, report.pairs) for report in self.heard] if as_heard else None
        return [outcomes.run(self.pipeline, self.labelled, folds, scored)]


class Crew:
    """The shares of all data: ``jobs`` processes with one each, or one share in this process.

    Args:
        rows: training sentences (``incidents.train.examples.read_sentences``).
        gold: folder of labelled reports.
        every: above 1, only each so-many-th report is read.
        jobs: processes; 1 for none but this one.
    """

    def __init__(self, rows: Sequence[dict[str, Any]], gold: Path, *, every: int = 1, jobs: int = 1) -> None:
        self._alone = _share(list(rows), gold, every, 0, 1) if jobs == 1 else None
        self._processes = []
        if self._alone is None:
            size = -(-len(rows) // jobs)
            for number in range(jobs):
                part = list(rows[number * size : (number + 1) * size])
                starting = (part, gold, every, number, jobs)
                self._processes.append(
                    ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_open, initargs=starting)
                )

    def gather(self, ask: Callable[Concatenate[Share, P], list[R]], *args: P.args, **kwargs: P.kwargs) -> list[R]:
        """What a method of ``Share`` returns for all shares, in order of the data."""
        if self._alone is not None:
            return ask(self._alone, *args, **kwargs)
        answers = [process.submit(_ask, ask.__name__, *args, **kwargs) for process in self._processes]
        return list(chain.from_iterable(answer.result() for answer in answers))

    def __enter__(self) -> Self:
        """The crew itself; at the end of the block its processes end."""
        return self

    def __exit__(self, *raised: object) -> None:
        """End the processes."""
        for process in self._processes:
            process.shutdown()


_OPEN: list[Share] = []  # the one share of a process of a crew


def _share(rows: list[dict[str, Any]], gold: Path, every: int, number: int, of: int) -> Share:
    pipeline = Pipeline(learnt=False)
    return Share(
        pipeline, list(sentence_pages(pipeline, rows)), read_labelled(pipeline, gold, every=every, part=(number, of))
    )


def _open(rows: list[dict[str, Any]], gold: Path, every: int, number: int, of: int) -> None:
    gc.disable()  # what is read is kept: to look again and again for what is not takes a tenth of the time
    _OPEN.append(_share(rows, gold, every, number, of))
    gc.freeze()
    gc.enable()


def _ask(question: str, *args: Any, **kwargs: Any) -> Any:
    return getattr(_OPEN[0], question)(*args, **kwargs)
