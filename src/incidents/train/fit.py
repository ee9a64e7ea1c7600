"""Fits the linear model and measures it on data that it has not seen: folds by sentence and by report."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from incidents.events.classifier import Model
from incidents.events.scaling import scale_of
from incidents.train.examples import Example
from incidents.train.folds import FOLDS, fold_of
from incidents.train.matrix import matrix_of

STRENGTH = 0.1  # inverse regularisation; of 0.01, 0.03, 0.1, 0.3 the best by out-of-fold F1 on sentences and reports
REPORT_WEIGHT = 2.0  # a mention in a whole report counts for two sentences: it is what the model will meet
RARE = 3  # features seen in fewer examples are left out
THREADS = 2
DIGITS = 3  # decimals of a weight: enough for equal scores, few enough to be equal on every machine

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a model of few numbers weighs of one mention or incident, and whether it is right; ``group`` is the report."""

    features: dict[str, float]
    right: bool
    group: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """Turns a raw log-odds into a calibrated one."""

    slope: float
    offset: float

    def probability(self, logits: Floats) -> Floats:
        """Calibrated probabilities."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * logits + self.offset))))


def weights_of(examples: Sequence[Example]) -> dict[str, float]:
    """Weights by feature: an L2-regularised logistic regression, rounded, zeros left out, in order of name."""
    counts = Counter(name for e in examples for name in e.features)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-6, max_iter=1000, fit_intercept=False)
    sample_weight = [REPORT_WEIGHT if e.from_report else 1.0 for e in examples]
    model.fit(
        matrix_of((e.features for e in examples), column), [e.right for e in examples], sample_weight=sample_weight
    )
    rounded = ((name, round(float(w), DIGITS)) for name, w in zip(names, model.coef_[0], strict=True))
    return {name: weight for name, weight in rounded if weight}


def logits_of(weights: dict[str, float], examples: Sequence[Example]) -> Floats:
    """The raw log-odds of every example."""
    found = []
    for example in examples:
        known = [weights[name] for name in example.features if name in weights]
        found.append(math.fsum(known) * scale_of(len(known)))
    return np.array(found)


def out_of_fold(examples: Sequence[Example]) -> tuple[Floats, list[dict[str, float]]]:
    """For every example the raw log-odds by a model that has not seen its group; and the models, one a fold."""
    folds = np.array([fold_of(e.group) for e in examples])
    logits = np.zeros(len(examples))
    parts = ([e for e, f in zip(examples, folds, strict=True) if f != fold] for fold in range(FOLDS))
    with ThreadPoolExecutor(THREADS) as pool:  # the solver lets go of the interpreter's lock
        models = list(pool.map(weights_of, parts))
    for fold in range(FOLDS):
        chosen = folds == fold
        logits[chosen] = logits_of(models[fold], [e for e, c in zip(examples, chosen, strict=True) if c])
    return logits, models


def judged(examples: Sequence[Example]) -> Flags:
    """Which examples the classifier really decides on: mentions in reports that nothing else has dropped."""
    return np.array([e.from_report and e.kept for e in examples])


def calibrate(logits: Floats, right: Flags) -> Calibration:
    """Platt's scaling: a logistic regression on the one log-odds; none where all are right, or all wrong."""
    if len(np.unique(right)) < 2:
        return Calibration(1.0, 0.0)
    model = LogisticRegression(C=1e4, solver="liblinear", tol=1e-8, intercept_scaling=10.0)
    model.fit(logits.reshape(-1, 1), right)
    return Calibration(round(float(model.coef_[0, 0]), DIGITS), round(float(model.intercept_[0]), DIGITS))


def calibrated_out_of_fold(examples: Sequence[Example], logits: Floats) -> Floats:
    """Out-of-fold probabilities whose calibration was fitted without their own fold, too."""
    folds = np.array([fold_of(e.group) for e in examples])
    right = np.array([e.right for e in examples])
    deciding = judged(examples)
    found = np.zeros(len(examples))
    for fold in range(FOLDS):
        out, rest = folds == fold, (folds != fold) & deciding
        found[out] = calibrate(logits[rest], right[rest]).probability(logits[out])
    return found


def model_of(weights: dict[str, float], calibration: Calibration, types: Sequence[str], keep: float) -> Model:
    """The model file's content."""
    return Model(
        about="written by `make model`; never edit it by hand",
        types=sorted(types),
        slope=calibration.slope,
        offset=calibration.offset,
        keep=keep,
        weights=weights,
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of about the same confidence: how many, what they promised on average, and how many were right."""

    count: int
    promised: float
    right: float


def reliability(probabilities: Floats, right: Flags, bins: int) -> list[Bin]:
    """Predictions in bins of equal size, from the least to the most confident."""
    order = np.argsort(probabilities, kind="stable")
    return [
        Bin(len(part), float(probabilities[part].mean()), float(right[part].mean()))
        for part in np.array_split(order, bins)
        if len(part)
    ]


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """The mean gap between promise and truth over the bins, weighted by their size (0 is perfect)."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.promised - b.right) for b in bins) / total if total else 0.0


def precision_recall_f1(chosen: Flags, right: Flags) -> tuple[float, float, float]:
    """How many of the chosen are right, how many of the right are chosen, and their harmonic mean."""
    hits = int((chosen & right).sum())
    precision = hits / max(1, int(chosen.sum()))
    recall = hits / max(1, int(right.sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
