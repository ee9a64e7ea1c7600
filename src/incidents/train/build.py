"""One build of all models: read the data, fit, measure out of fold, choose nothing that is not written down here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from threadpoolctl import ThreadpoolController

from incidents.confidence import ConfidenceModel
from incidents.events.classifier import Model
from incidents.events.judge import JudgeModel
from incidents.events.scout import ScoutModel
from incidents.merge import MergeModel
from incidents.train import judging, merging, outcomes, scouting
from incidents.train.crew import Crew, Share
from incidents.train.examples import Example
from incidents.train.fit import (
    Flags,
    Floats,
    Weighed,
    calibrate,
    calibrated_out_of_fold,
    judged,
    model_of,
    out_of_fold,
    weights_of,
)
from incidents.train.outcomes import Models, Tally
from incidents.train.scouting import Told

# Below KEEP a mention is dropped where no judge has the last word.
KEEP = 0.5
NUMBERS = re.compile(rb"\[[-0-9.eE,\s]+\]")  # a list of weights


@dataclass(frozen=True, slots=True)
class Data:
    """What is learnt from first: sentences by what they tell, and mentions in sentences and reports."""

    told: list[Told]
    examples: list[Example]


@dataclass(frozen=True, slots=True)
class Build:
    """The models, and what they did on data that they had not seen.

    ``mention_scores`` are the classifier's calibrated probabilities for ``data.examples``, ``judged_scores`` the judge's
    for the mentions of reports, ``incident_scores`` the confidence of incidents. ``judged`` is the tally of the whole
    pipeline, ``alone`` that of the patterns without any model, ``unscouted`` that with the classifier alone, ``grid`` that by
    the judge's threshold; null and empty where they were not asked for.
    """

    scout: ScoutModel
    events: Model
    judge: JudgeModel
    merge: MergeModel
    confidence: ConfidenceModel
    data: Data
    mention_scores: Floats
    judged_scores: Floats
    judged_right: Flags
    incident_scores: Floats
    incidents_right: Flags
    judged: Tally
    alone: Tally | None
    unscouted: Tally | None
    grid: dict[float, Tally]

    def files(self) -> dict[str, bytes]:
        """Name to content of the files in the ``model`` folder: the same bytes whenever the data are the same."""
        models = {"confidence": self.confidence, "events": self.events, "judge": self.judge, "merge": self.merge}
        return {f"{name}.json": _written(model) for name, model in (models | {"scout": self.scout}).items()}


def _written(model: msgspec.Struct) -> bytes:
    """One feature a line, in order of name, so that two builds can be compared by eye."""
    lines = msgspec.json.format(msgspec.json.encode(model, order="deterministic"), indent=1)
    return NUMBERS.sub(lambda found: b"".join(found[0].split()), lines) + b"\n"


def read_data(crew: Crew) -> Data:
    """What the shares of a crew have to learn from."""
    told = [*crew.gather(Share.told_sentences), *crew.gather(Share.told_reports)]
    return Data(told, [*crew.gather(Share.sentence_examples), *crew.gather(Share.report_examples)])


def build(crew: Crew, types: Sequence[str], *, with_figures: bool = False) -> Build:
    """Fit the models on all data and measure the same recipe out of fold; with figures that of its parts, too.

    Each model learns from what those before it make of reports that they have not seen: scout and classifier, then the
    judge, then the weights of merging, then confidence.
    """
    # One thread for a sum: shared by several it depends on their number, and waiting for each other takes most of the time.
    with ThreadpoolController().limit(limits=1, user_api="blas"):
        return _build(crew, types, with_figures=with_figures)


def _build(crew: Crew, types: Sequence[str], *, with_figures: bool) -> Build:
    data, types = read_data(crew), sorted(types)
    right, deciding = np.array([e.right for e in data.examples]), judged(data.examples)
    logits, weights = out_of_fold(data.examples)
    calibration = calibrate(logits[deciding], right[deciding])
    classifiers = [model_of(w, calibration, types, KEEP) for w in weights]
    scout, scouts = scouting.models_of(data.told, types)
    proposing = [Models(classifier, one) for classifier, one in zip(classifiers, scouts, strict=True)]
    weighed = crew.gather(Share.weighed, proposing)
    judges = judging.models_by_fold(weighed, types)
    choices = crew.gather(Share.choices, judges)
    merges = merging.models_by_fold(choices)
    unaided = [Models(merge=merge) for merge in merges]

    def tally(folds: Sequence[Models], *, as_heard: bool = False) -> tuple[Tally, list[Weighed]]:
        parts = crew.gather(Share.outcomes, folds, as_heard=as_heard)
        return sum((t for t, _ in parts), Tally()), [outcome for _, found in parts for outcome in found]

    def with_judges(keep: float) -> list[Models]:
        models = (msgspec.structs.replace(judge, keep=keep) for judge in judges)
        return [replace(fold, judge=model, merge=m) for fold, model, m in zip(proposing, models, merges, strict=True)]

    whole, found = tally(with_judges(judging.KEEP), as_heard=True)
    return Build(
        scout,
        model_of(weights_of(data.examples), calibration, types, KEEP),
        judging.model_of(weighed, types),
        merging.model_of(choices),
        outcomes.confidence_model(found),
        data,
        calibrated_out_of_fold(data.examples, logits),
        *judging.judged_out_of_fold(weighed, judges),
        *outcomes.confidence_out_of_fold(found),
        whole,
        tally(unaided)[0] if with_figures else None,
        tally([replace(m, classifier=c) for m, c in zip(unaided, classifiers, strict=True)])[0]
        if with_figures
        else None,
        {keep: tally(with_judges(keep), as_heard=True)[0] for keep in outcomes.KEEPS} if with_figures else {},
    )
