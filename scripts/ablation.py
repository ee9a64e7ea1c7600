"""What each stage adds to each score, on the development sets: ``make ablation`` writes it into docs/accuracy.md."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from functools import partial

from accuracy import PAGE, write
from labelled_sets import SMALL

from incidents.evaluate import Evaluation, evaluate, tables
from incidents.evaluate.figures import ALL, Figures
from incidents.pipeline import Pipeline
from incidents.stages import Stages


def main() -> int:
    """Score the development sets with all stages and without each of them; returns the exit code."""
    absent = [chosen.name for chosen in SMALL if not chosen.folder.is_dir()]
    if absent:
        print(f"not there, so nothing was written: {', '.join(absent)}; set INCIDENTS_SHARED", file=sys.stderr)
        return 1
    whole = _score(Stages())
    rows = [["all stages", *_absolute(whole)]]
    for stage in fields(Stages):
        without = _score(replace(Stages(), **{stage.name: False}))
        rows.append([f"without `{stage.name}`", *_change(whole, without)])
    head = ["stages", "incident P", "incident R", "incident F1", "field F1", "record score"]
    write(PAGE, {"ablation": tables.markdown(head, rows)})
    return 0


def _score(stages: Stages) -> Figures:
    make = partial(Pipeline, stages=stages)
    found = [evaluate(one.folder, reports=one.reports, jobs=1, make_extractor=make) for one in SMALL]
    return Evaluation(tuple(judged for evaluation in found for judged in evaluation.judged)).figures


def _numbers(figures: Figures) -> tuple[float, ...]:
    incidents, cells = figures.incidents[ALL], figures.fields[ALL]
    return incidents.precision, incidents.recall, incidents.f1, cells.f1, figures.record_score


def _absolute(figures: Figures) -> list[str]:
    return [f"{number:.3f}" for number in _numbers(figures)]


def _change(whole: Figures, without: Figures) -> list[str]:
    pairs = zip(_numbers(without), _numbers(whole), strict=True)
    return [f"{less - all_of_it:+.3f}".replace("-", "−") for less, all_of_it in pairs]


if __name__ == "__main__":
    sys.exit(main())
