"""The judge's model from labelled reports: how much classifier, scout and surroundings weigh in the last word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from incidents.annotate import Page
from incidents.events.classifier import REASON, Pairs
from incidents.events.judge import SOFT, Judge, JudgeModel, Readings, circumstances
from incidents.pipeline import Pipeline
from incidents.train.examples import Labelled
from incidents.train.fit import DIGITS, Flags, Floats, Weighed
from incidents.train.folds import FOLDS, fold_of
from incidents.train.outcomes import Models

# Below KEEP a mention is dropped: of 0.3, 0.4 and 0.5, which were alike on reports that nobody had read, the middle one; 0.5 lost
# more incidents of real outlets. Confidence has a floor of its own.
KEEP = 0.4
OVERRULE = 0.65  # from here on a mention is kept against a soft reason; 0.5 to 0.7 were alike out of fold, the higher ones more precise
STRENGTH = 1.0  # inverse regularisation; some twenty weights on thousands of mentions hardly need any


@dataclass(frozen=True, slots=True)
class Heard:
    """A labelled report with the mentions that were found in it and scored by models that have not seen it."""

    item: Labelled
    pairs: Pairs
    readings: Readings

    @property
    def page(self) -> Page:
        """The annotated report."""
        return self.item.page

    @property
    def fold(self) -> int:
        """The fold of the report."""
        return fold_of(self.page.report.doc_id)


def hear(pipeline: Pipeline, labelled: Iterable[Labelled], folds: Sequence[Models]) -> list[Heard]:
    """The mentions of every report by its fold's scout, with the scores of its fold's classifier."""
    heard = []
    readers = [models.at_work_in(pipeline) for models in folds]
    for item in labelled:
        readings, pairs = readers[fold_of(item.page.report.doc_id)].scored(item.page, item.lexicon)
        heard.append(Heard(item, pairs, readings or ()))
    return heard


def rows_of(heard: Iterable[Heard]) -> list[Weighed]:
    """Every mention that the judge may keep, without those that touch only optional incidents."""
    rows = []
    for report in heard:
        weighed = circumstances(report.pairs, report.readings)
        for (_, mention), features in zip(report.pairs, weighed, strict=True):
            right = report.item.verdict(mention.event_type, mention.sentence_start, mention.sentence_end)
            if mention.dropped_because in {None, REASON, *SOFT} and right is not None:
                rows.append(Weighed(features, right, report.page.report.doc_id))
    return rows


def model_of(rows: Sequence[Weighed], types: Sequence[str], keep: float = KEEP) -> JudgeModel:
    """A logistic regression over the circumstances, rounded; where all are right, or all wrong, the classifier's word."""
    about = "written by `make model`; never edit it by hand"
    if len({row.right for row in rows}) < 2:
        return JudgeModel(about, sorted(types), keep, OVERRULE, 0.0, {"classifier": 1.0, "told/classifier": 1.0})
    names = sorted({name for row in rows for name in row.features})
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-8, max_iter=1000, intercept_scaling=10.0)
    model.fit([[row.features.get(n, 0.0) for n in names] for row in rows], [row.right for row in rows])
    weights = {n: round(float(w), DIGITS) for n, w in zip(names, model.coef_[0], strict=True)}
    return JudgeModel(about, sorted(types), keep, OVERRULE, round(float(model.intercept_[0]), DIGITS), weights)


def models_by_fold(rows: Sequence[Weighed], types: Sequence[str], keep: float = KEEP) -> list[JudgeModel]:
    """For each fold the model of a judge that has not seen it."""
    return [model_of([r for r in rows if fold_of(r.group) != fold], types, keep) for fold in range(FOLDS)]


def judged_out_of_fold(rows: Sequence[Weighed], models: Sequence[JudgeModel]) -> tuple[Floats, Flags]:
    """The probability of every mention by the judge that has not seen its report, and whether it is right."""
    judges = [Judge(model) for model in models]
    scores = [judges[fold_of(row.group)].probability(row.features) for row in rows]
    return np.array(scores), np.array([row.right for row in rows])
