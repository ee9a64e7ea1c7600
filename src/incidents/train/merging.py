"""The weights of ``incidents.merge`` from labelled reports: which mentions tell one event.

Every mention that the models keep in a report they have not seen is tied to the labelled incident whose anchor stands in
its sentence. Replaying the reports with these true clusters gives one choice for each mention: which of the earlier incidents
of its type it goes on telling, or that it opens a new one. A multinomial logistic regression over these choices, in which a new
one weighs nothing, learns the weights of ``incidents.continuity``: just what ``merge`` asks when it takes the heaviest. The weights of the named
evidence are drawn towards ``PRIOR``: what a person would say of each, for the labelled reports are not the world.
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

# How strongly weights are drawn to ``PRIOR``, and those that are not in it to zero: half of it times the squared distance. Weaker pulls did alike
# on reports like those learnt from, and worse on those of real outlets.
TO_PRIOR, TO_ZERO = 60.0, 30.0
RARE = 4  # features of fewer incidents to choose from are left out
LEAN = 0.3  # added to the bias: a mention is not joined to the likeliest of many incidents, but to any that is likely
PRIOR = {
    "bias": -0.9, "same_sentence": 4.0, "same_paragraph": 1.7, "next_paragraph": 0.0, "distance": -0.6, "lead": 1.0,
    "latest": 1.2, "date_same": 2.5, "date_overlaps": -0.1, "date_differs": -3.6, "place_same": 1.4,
    "place_inside": 0.5, "place_differs": -2.8, "place_new": -0.8, "count_same": 1.7, "count_differs": -1.5,
    "toll_same": 2.0, "toll_differs": -1.8, "site_same": 1.5, "site_differs": -1.6, "site_type_same": 0.8,
    "site_type_differs": -0.8, "company_same": 1.0, "company_differs": -1.5, "another": -2.0, "definite": 0.7,
    "bare": 0.0, "kind_differs": -1.7, "standing_differs": -2.5, "completion_differs": -0.7, "other_type": -0.8,
    "people_same": 0.1, "people_differ": -0.5, "fronted": -0.5, "pattern_same": 0.3, "amount_same": 0.7,
    "amount_differs": -1.5, "cited_same": 0.2, "cited_differs": 0.2, "known_noun": 0.2, "known_sole": 1.3,
    "fresh": -0.1, "fresh_beside": -1.0, "sole": 0.9, "rivals": -0.6, "names_same": 5.0, "names_differ": -1.5,
    "names_near": 1.0, "similar": -1.0, "earlier": -0.7, "also": -0.5, "pronoun": 0.8, "pronoun_dated": 1.9,
    "block_differs": -1.0, "headline_only": 1.3, "part_of": -1.0, "count_beside": -1.5, "standing_both": 1.1,
    "place_moved": -0.5, "one_of": -1.0, "apart": -1.3, "definite_dated": 1.0, "part_counted": -0.2,
    "people_kind": -0.7, "beside_people": -1.0, "another_beside": -1.2, "unmarked": 0.2, "date_wider": -1.0,
    "number_differs": -1.5, "speaker": 0.0, "specified": -1.0, "journey": 0.5,
    "journey_dated": 1.0, "journey_placed": 1.0, "fresh_settled": -0.7, "toll_fresh": -1.0, "another_fresh": -1.0,
    "another_clause": -2.5, "fresh_apart": -1.5, "partial": 1.0, "denial": 1.0, "things": 0.4, "relative": -4.5, "told": 0.5,
    "told_near": 0.5, "told_sole": 0.5, "doers_same": 1.5, "doers_differ": -0.8, "doers_fresh": -1.2, "clause_dated": -2.0,
    "clause_placed": -1.0, "clause_people": -0.3, "another_clear": -0.7, "rest": -0.3, "one_many": -1.5, "many_one": -1.2,
    "one_many_beside": -0.5, "far_more": -2.0, "part_placed": -1.5, "block_dated": -1.5, "name_dated": -1.0,
    "full_names_differ": -2.0, "names_shared": 2.5, "series_differs": -1.2,
}  # fmt: skip


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

    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    pull = np.array([TO_PRIOR if name in PRIOR else TO_ZERO for name in names])

    def loss(w: Floats) -> tuple[float, Floats]:
        away = w - prior
        z = x @ w
        most = np.zeros(len(choices))  # a new incident weighs 0
        np.maximum.at(most, of, z)
        odds = np.exp(z - most[of])
        total = np.exp(-most)
        np.add.at(total, of, odds)
        value = (np.log(total) + most).sum() - z @ chosen + (pull * away) @ away / 2
        return float(value), transposed @ (odds / total[of] - chosen) + pull * away

    result = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 400})
    fitted: Floats = result.x
    return fitted


def models_by_fold(choices: Sequence[Choice]) -> list[MergeModel]:
    """For each fold the model that has not seen it."""
    return [model_of([c for c in choices if fold_of(c.group) != fold]) for fold in range(FOLDS)]
