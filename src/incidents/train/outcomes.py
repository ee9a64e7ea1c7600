"""What the whole pipeline makes of the labelled reports when the classifier has not seen them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.linear_model import LogisticRegression

from incidents.confidence import ConfidenceModel, incident_features
from incidents.events.classifier import Classifier, Model
from incidents.events.judge import Judge, JudgeModel
from incidents.events.scout import Scout, ScoutModel
from incidents.merge import MergeModel
from incidents.model import Incident
from incidents.pipeline import Pipeline, Scored
from incidents.train.examples import Gold, Labelled
from incidents.train.fit import DIGITS, Flags, Floats, Weighed
from incidents.train.folds import FOLDS, fold_of

STRENGTH = 1.0  # inverse regularisation of the confidence model: of 0.03 to 3 the best calibrated out of fold
KEEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Models:
    """The models that read the reports of one fold; null for one that is left out."""

    classifier: Model | None = None
    scout: ScoutModel | None = None
    judge: JudgeModel | None = None
    merge: MergeModel | None = None

    def at_work_in(self, pipeline: Pipeline) -> Pipeline:
        """The pipeline with these models and no others; without one of merging it keeps its own."""
        if self.merge is not None:
            pipeline = pipeline.with_merge_weights(self.merge.weights)
        return pipeline.with_models(
            classifier=Classifier(self.classifier) if self.classifier else None,
            scout=Scout(self.scout, pipeline.types) if self.scout else None,
            judge=Judge(self.judge) if self.judge else None,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Incidents of labelled reports: right, made up, and missed."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the extracted incidents that are right."""
        return self.hits / max(1, self.hits + self.spurious)

    @property
    def recall(self) -> float:
        """The share of the labelled incidents that were found."""
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.spurious + self.missed)


def run(
    pipeline: Pipeline,
    labelled: Sequence[Labelled],
    folds: Sequence[Models],
    scored: Iterable[Scored | None] | None = None,
) -> tuple[Tally, list[Weighed]]:
    """Extract from every report with its fold's models and compare with the labels.

    ``scored`` is what its fold's scout and classifier make of each report; null where they are to be asked.
    """
    total, outcomes = Tally(), []
    readers = [models.at_work_in(pipeline) for models in folds]
    for item, known in zip(labelled, scored or repeat(None, len(labelled)), strict=True):
        doc_id = item.page.report.doc_id
        found = readers[fold_of(doc_id)].read(item.page, item.lexicon, known).incidents
        tally, right = compare(found, item.incidents)
        total += tally
        outcomes += [
            Weighed(incident_features(i, (o for o in found if o is not i)), r, doc_id)
            for i, r in zip(found, right, strict=True)
            if r is not None
        ]
    return total, outcomes


def compare(found: Sequence[Incident], gold: Sequence[Gold]) -> tuple[Tally, list[bool | None]]:
    """Pair extracted with labelled incidents, one to one; an extracted one that fits only optional labels is None."""
    fits = np.array([[_fits(i, g) for g in gold] for i in found]).reshape(len(found), len(gold))
    pairs = [(a, b) for a, b in zip(*linear_sum_assignment(-fits), strict=True) if fits[a, b] > 0]
    partner = dict(pairs)
    right: list[bool | None] = []
    for number in range(len(found)):
        if number in partner:
            right.append(None if gold[partner[number]].optional else True)
        else:
            excused = any(g.optional and f > 0 for g, f in zip(gold, fits[number], strict=True))
            right.append(None if excused else False)
    needed = sum(not g.optional for g in gold)
    hits = sum(r is True for r in right)
    return Tally(hits, sum(r is False for r in right), needed - hits), right


def _fits(incident: Incident, gold: Gold) -> float:
    if incident.event_type not in gold.types or not any(gold.covered_by(q.start, q.end) for q in incident.quotes):
        return 0.0
    own = gold.covered_by(incident.quote.start, incident.quote.end)
    return 10.0 - 4.0 * gold.optional + 2.0 * (incident.event_type == gold.event_type) + own


def confidence_model(outcomes: Sequence[Weighed]) -> ConfidenceModel:
    """Weights of the incident features, rounded; zeros left out.

    Where all are right, or all wrong, nothing can be told apart: there are no weights then, only how often they are.
    """
    right = sum(o.right for o in outcomes)
    if right in {0, len(outcomes)}:
        return _model(math.log((right + 1) / (len(outcomes) - right + 1)), {})
    names = sorted({name for o in outcomes for name in o.features})
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-8, max_iter=1000, intercept_scaling=10.0)
    model.fit([[o.features.get(n, 0.0) for n in names] for o in outcomes], [o.right for o in outcomes])
    weights = {n: round(float(w), DIGITS) for n, w in zip(names, model.coef_[0], strict=True)}
    return _model(float(model.intercept_[0]), {n: w for n, w in weights.items() if w})


def _model(offset: float, weights: dict[str, float]) -> ConfidenceModel:
    about = "written by `make model`; never edit it by hand"
    return ConfidenceModel(about=about, offset=round(offset, DIGITS), weights=weights)


def confidence_out_of_fold(outcomes: Sequence[Weighed]) -> tuple[Floats, Flags]:
    """The confidence of every incident by a model that has not seen its report, and whether it was right."""
    found = np.zeros(len(outcomes))
    folds = np.array([fold_of(o.group) for o in outcomes])
    for fold in range(FOLDS):
        model = confidence_model([o for o, f in zip(outcomes, folds, strict=True) if f != fold])
        for number in np.flatnonzero(folds == fold).tolist():
            features = outcomes[number].features
            total = model.offset + sum(model.weights.get(n, 0.0) * v for n, v in features.items())
            found[number] = 1 / (1 + np.exp(-total))
    return found, np.array([o.right for o in outcomes])
