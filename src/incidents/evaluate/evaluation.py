"""A gold folder through the program: which labels, which dataset, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from incidents.evaluate.figures import Figures, figures
from incidents.evaluate.gold import BadGold, GoldReport, read_gold, report_files
from incidents.evaluate.predicted import predicted_reports
from incidents.evaluate.reasons import Difference, differences
from incidents.evaluate.score import Judged, judge_all
from incidents.run import MakeExtractor, Progress, Settings, run
from incidents.tables.read import Dataset, read


@dataclass(frozen=True)
class Evaluation:
    """The outcome of every labelled report, and the labelled reports that the dataset does not hold."""

    judged: tuple[Judged, ...]
    missing_docs: tuple[str, ...] = ()
    patterns_digest: str = field(default="", compare=False)
    model: str = field(default="", compare=False)

    @cached_property
    def figures(self) -> Figures:
        """Precision, recall and F1."""
        return figures(self.judged, self.missing_docs)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every error with its reason."""
        return differences(self.judged)

    def only(self, reports: str) -> Evaluation:
        """The part of it whose report ids fit a shell pattern."""
        judged = tuple(j for j in self.judged if fnmatchcase(j.gold.doc_id, reports))
        missing = tuple(name for name in self.missing_docs if fnmatchcase(name, reports))
        return Evaluation(judged, missing, self.patterns_digest, self.model)


def wanted_labels(where: Path, *, held_out: bool = False, reports: str = "*") -> tuple[GoldReport, ...]:
    """The labels of a gold folder that are held out, or else those that are not, with ids that fit a shell pattern.

    Raises ``BadGold`` when none are.
    """
    chosen = tuple(r for r in read_gold(where) if r.held_out == held_out and fnmatchcase(r.doc_id, reports))
    if not chosen:
        kind = "held-out report" if held_out else "report"
        raise BadGold(f"{where}: no {kind} fits “{reports}”")
    return chosen


def evaluate(
    gold: Path,
    *,
    out: Path | None = None,
    held_out: bool = False,
    reports: str = "*",
    settings: Settings | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    make_extractor: MakeExtractor | None = None,
) -> Evaluation:
    """Score a gold folder: what the program reads from its reports now, or the dataset of an earlier run in ``out``.

    ``held_out`` scores the held-out reports instead of the others; ``reports`` is a shell pattern on report ids.
    Raises ``BadGold``, ``NoDataset``, and what a run raises.
    """
    labels = wanted_labels(gold, held_out=held_out, reports=reports)
    if out is not None:
        return score(labels, read(out))
    files: Sequence[Path] = report_files(gold, labels)
    with TemporaryDirectory(prefix="incidents-eval-") as folder:
        run(files, folder, settings, jobs=jobs, progress=progress, make_extractor=make_extractor)
        return score(labels, read(folder))


def score(labels: Sequence[GoldReport], dataset: Dataset) -> Evaluation:
    """Score a dataset against labels."""
    judged, missing = judge_all(labels, predicted_reports(dataset))
    made_by = dataset.run
    model = " ".join(str(made_by[key]) for key in ("model", "model_version") if made_by.get(key))
    return Evaluation(judged, missing, str(made_by.get("patterns_digest", "")), model)
