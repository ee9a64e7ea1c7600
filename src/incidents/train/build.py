"""One build of all models: read the data, fit, measure out of fold, choose nothing that is not written down here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from incidents.confidence import ConfidenceModel
from incidents.events.classifier import Classifier, Model
from incidents.events.scout import Scout, ScoutModel
from incidents.pipeline import Pipeline
from incidents.train import outcomes, scouting
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
from incidents.train.scouting import Told

# Below KEEP a mention is dropped: the best incident F1 out of fold that costs no recall (grid in docs/classifier.md).
KEEP = 0.5
NUMBERS = re.compile(rb"\[[-0-9.eE,\s]+\]")  # a list of weights


@dataclass(frozen=True, slots=True)
class Data:
    """What is learnt from: sentences by what they tell, mentions in sentences and reports, and the reports whole.

    ``scouts`` are one a fold: the mentions of a report are those of the scout that has not seen it.
    """

    told: list[Told]
    scouts: list[Scout]
    examples: list[Example]
    labelled: list[Labelled]


@dataclass(frozen=True, slots=True)
class Build:
    """The models, and what they did on data that they had not seen.

    ``mention_scores`` and ``incident_scores`` are calibrated probabilities; ``alone`` is the tally of the patterns
    without scout and classifier, ``unscouted`` that without scout, ``grid`` that of the pipeline by threshold.
    """

    scout: ScoutModel
    events: Model
    confidence: ConfidenceModel
    data: Data
    mention_scores: Floats
    incident_scores: Floats
    incidents_right: Flags
    alone: outcomes.Tally
    unscouted: outcomes.Tally
    with_classifier: outcomes.Tally
    grid: dict[float, outcomes.Tally]

    def files(self) -> dict[str, bytes]:
        """Name to content of the files in the ``model`` folder: the same bytes whenever the data are the same."""
        models = {"confidence": self.confidence, "events": self.events, "scout": self.scout}
        return {f"{name}.json": _written(model) for name, model in models.items()}


def _written(model: msgspec.Struct) -> bytes:
    """One feature a line, in order of name, so that two builds can be compared by eye."""
    lines = msgspec.json.format(msgspec.json.encode(model, order="deterministic"), indent=1)
    return NUMBERS.sub(lambda found: b"".join(found[0].split()), lines) + b"\n"


def read_data(pipeline: Pipeline, training: Path, gold: Path, every: int = 1) -> Data:
    """Sentences and reports; with ``every`` above 1 only each so-many-th of them, to try things out quickly."""
    rows = read_sentences(training)[::every]
    labelled = read_labelled(pipeline, gold, every=every)
    told = scouting.rows_of(pipeline, rows, labelled)
    scouts = scouting.scouts_by_fold(pipeline, told)
    examples = [*sentence_examples(pipeline, rows), *report_examples(pipeline, labelled)]
    return Data(told, scouts, examples, labelled)


def build(pipeline: Pipeline, data: Data, *, with_grid: bool = False) -> Build:
    """Fit the models on all data and measure the same recipe out of fold."""
    types = sorted(pipeline.types)
    right, deciding = np.array([e.right for e in data.examples]), judged(data.examples)
    logits, models = out_of_fold(data.examples)
    calibration = calibrate(logits[deciding], right[deciding])
    events = model_of(weights_of(data.examples), calibration, types, KEEP)

    def tally(keep: float, *, scouted: bool = True) -> tuple[outcomes.Tally, list[outcomes.Outcome]]:
        folds = [Classifier(model_of(weights, calibration, types, keep)) for weights in models]
        return outcomes.run(pipeline, data.labelled, folds, data.scouts if scouted else None)

    with_classifier, found = tally(KEEP)
    incident_scores, incidents_right = outcomes.confidence_out_of_fold(found)
    grid = {keep: tally(keep)[0] for keep in outcomes.KEEPS} if with_grid else {}
    return Build(
        scouting.model_of(data.told, types),
        events,
        outcomes.confidence_model(found),
        data,
        calibrated_out_of_fold(data.examples, logits),
        incident_scores,
        incidents_right,
        outcomes.run(pipeline, data.labelled, None, None)[0],
        tally(KEEP, scouted=False)[0],
        with_classifier,
        grid,
    )
