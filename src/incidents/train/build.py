"""One build of both models: read the data, fit, measure out of fold, choose nothing that is not written down here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from incidents.confidence import ConfidenceModel
from incidents.events.classifier import Classifier, Model
from incidents.pipeline import Pipeline
from incidents.train import outcomes
from incidents.train.examples import (
    Example,
    Labelled,
    read_labelled,
    read_sentences,
    report_examples,
    sentence_examples,
)
from incidents.train.fit import (
    Flags,
    Floats,
    calibrate,
    calibrated_out_of_fold,
    judged,
    model_of,
    out_of_fold,
    weights_of,
)

# Below KEEP a mention is dropped: the best incident F1 out of fold that costs no recall (grid in docs/classifier.md).
KEEP = 0.5


@dataclass(frozen=True, slots=True)
class Data:
    """What is learnt from: mentions in sentences and reports, and the reports whole."""

    examples: list[Example]
    labelled: list[Labelled]


@dataclass(frozen=True, slots=True)
class Build:
    """Both models, and what they did on data that they had not seen.

    ``mention_scores`` and ``incident_scores`` are calibrated probabilities; ``alone`` is the tally of the patterns
    without classifier, ``grid`` that of the pipeline by threshold.
    """

    events: Model
    confidence: ConfidenceModel
    data: Data
    mention_scores: Floats
    incident_scores: Floats
    incidents_right: Flags
    alone: outcomes.Tally
    with_classifier: outcomes.Tally
    grid: dict[float, outcomes.Tally]

    def files(self) -> dict[str, bytes]:
        """Name to content of the files in the ``model`` folder: the same bytes whenever the data are the same."""
        return {"confidence.json": _written(self.confidence), "events.json": _written(self.events)}


def _written(model: msgspec.Struct) -> bytes:
    """One weight a line, in order of name, so that two builds can be compared by eye."""
    return msgspec.json.format(msgspec.json.encode(model, order="deterministic"), indent=1) + b"\n"


def read_data(pipeline: Pipeline, training: Path, gold: Path, every: int = 1) -> Data:
    """Sentences and reports; with ``every`` above 1 only each so-many-th of them, to try things out quickly."""
    rows = read_sentences(training)[::every]
    labelled = read_labelled(pipeline, gold)[::every]
    return Data([*sentence_examples(pipeline, rows), *report_examples(pipeline, labelled)], labelled)


def build(pipeline: Pipeline, data: Data, *, with_grid: bool = False) -> Build:
    """Fit both models on all data and measure the same recipe out of fold."""
    types = sorted(pipeline.types)
    right, deciding = np.array([e.right for e in data.examples]), judged(data.examples)
    logits, models = out_of_fold(data.examples)
    calibration = calibrate(logits[deciding], right[deciding])
    events = model_of(weights_of(data.examples), calibration, types, KEEP)

    def tally(keep: float) -> tuple[outcomes.Tally, list[outcomes.Outcome]]:
        folds = [Classifier(model_of(weights, calibration, types, keep)) for weights in models]
        return outcomes.run(pipeline, data.labelled, folds)

    with_classifier, found = tally(KEEP)
    incident_scores, incidents_right = outcomes.confidence_out_of_fold(found)
    grid = {keep: tally(keep)[0] for keep in outcomes.KEEPS} if with_grid else {}
    return Build(
        events,
        outcomes.confidence_model(found),
        data,
        calibrated_out_of_fold(data.examples, logits),
        incident_scores,
        incidents_right,
        outcomes.run(pipeline, data.labelled, None)[0],
        with_classifier,
        grid,
    )
