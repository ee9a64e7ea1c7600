"""The weights of ``incidents.merge`` from labelled reports: which mentions tell one event.

Every mention that the models keep in a report they have not seen is tied to the labelled incident whose anchor stands in
its sentence. Replaying the reports with these true clusters gives one choice for each mention: which of the earlier incidents
of its type it goes on telling, or that it opens a new one. A multinomial logistic regression over these choices, in which a new
one weighs nothing, learns the weights of ``incidents.continuity``: just what ``merge`` asks when it takes the heaviest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from incidents.arguments.clues import Clues
from incidents.continuity import features
from incidents.events.judge import Judge, JudgeModel
from incidents.events.select import select
from incidents.merge import Draft, MergeModel, candidates
from incidents.pipeline import Pipeline
from incidents.train.examples import Gold
from incidents.train.fit import DIGITS, Floats
from incidents.train.folds import FOLDS, fold_of
from incidents.train.judging import Heard
from incidents.train.matrix import numbers_of

PULL = 3.75  # how strongly weights are drawn to zero: half of it times their squares; 2 to 6 did alike out of fold
RARE = 4  # features of fewer incidents to choose from are left out
LEAN = 0.3  # added to the bias: a mention is not joined to the likeliest of many incidents, but to any that is likely


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention: the features of every earlier incident that it might go on telling, and which of them it does tell.

    ``right`` is null for a mention that opens a new incident; ``group`` is the report.
    """

    options: list[dict[str, float]]
    right: int | None
    group: str


def gold_of(item: Clues, incidents: Sequence[Gold]) -> int | None:
    """Which labelled incident a mention belongs to, or None when none or several claim its sentence equally."""
    mention = item.mention
    found = []
    for number, incident in enumerate(incidents):
        if mention.event_type not in incident.types:
            continue
        for rank, (start, end) in enumerate(incident.anchors):
            if mention.sentence_start < end and start < mention.sentence_end:
                inside = start - 5 <= mention.trigger_start <= end + 5
                found.append((not inside, rank, number))
    found.sort()
    if not found or (len(found) > 1 and found[0][0] == found[1][0] and found[0][2] != found[1][2]):
        return None
    return found[0][2]


def choices_of(pipeline: Pipeline, heard: Iterable[Heard], judges: Sequence[JudgeModel]) -> list[Choice]:
    """The choice that each kept mention of the reports poses, but for those where there is nothing to choose."""
    return [choice for report in heard for choice in _choices(pipeline, report, Judge(judges[report.fold]))]


def _choices(pipeline: Pipeline, report: Heard, judge: Judge) -> Iterator[Choice]:
    drafts: dict[int, Draft] = {}
    kept = select(judge.decide(report.pairs, report.readings), pipeline.types)
    for item in pipeline.clues(report.page, kept, report.item.lexicon):
        gold = gold_of(item, report.item.incidents)
        if gold is None:
            continue
        keys = [key for key, draft in drafts.items() if candidates([draft], item, pipeline.types)]
        if keys:
            gazetteer = pipeline.annotator.gazetteer
            options = [features(drafts[key], item, drafts.values(), gazetteer) for key in keys]
            yield Choice(options, keys.index(gold) if gold in keys else None, report.page.report.doc_id)
        drafts.setdefault(gold, Draft(item.mention.event_type)).clues.append(item)


def model_of(choices: Sequence[Choice]) -> MergeModel:
    """The weights by feature, rounded; none without any choice."""
    counts = Counter(name for choice in choices for option in choice.options for name in option)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    weights = {}
    if names:
        fitted = _fitted(choices, names)
        weights = {n: r for n, w in zip(names, fitted.tolist(), strict=True) if (r := round(w, DIGITS))}
        weights["bias"] = round(weights.get("bias", 0.0) + LEAN, DIGITS)
    return MergeModel("written by `make model`; never edit it by hand", weights)


def _fitted(choices: Sequence[Choice], names: Sequence[str]) -> Floats:
    x = numbers_of((o for c in choices for o in c.options), {name: number for number, name in enumerate(names)})
    transposed = x.T.tocsr()
    of = np.repeat(np.arange(len(choices)), [len(c.options) for c in choices])
    chosen = np.array([c.right == number for c in choices for number in range(len(c.options))], dtype=float)

    def loss(w: Floats) -> tuple[float, Floats]:
        z = x @ w
        most = np.zeros(len(choices))  # a new incident weighs 0
        np.maximum.at(most, of, z)
        odds = np.exp(z - most[of])
        total = np.exp(-most)
        np.add.at(total, of, odds)
        value = (np.log(total) + most).sum() - z @ chosen + PULL / 2 * (w @ w)
        return float(value), transposed @ (odds / total[of] - chosen) + PULL * w

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    fitted: Floats = result.x
    return fitted


def models_by_fold(choices: Sequence[Choice]) -> list[MergeModel]:
    """For each fold the model that has not seen it."""
    return [model_of([c for c in choices if fold_of(c.group) != fold]) for fold in range(FOLDS)]
