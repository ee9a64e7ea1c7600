"""The weights of ``incidents.merge`` from labelled reports: which mentions tell one event.

Every mention that the models keep in a report they have not seen is tied to the labelled incident whose anchor stands in
its sentence; replaying the reports with these true clusters gives, for each mention and each earlier incident of its
type, one example: same event or not. A logistic regression over the named features of ``incidents.likeness.evidence`` is
fitted to them, drawn towards ``PRIOR``: what a person would say of each feature, since a few thousand examples do not
settle the rare ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from incidents.arguments.clues import Clues
from incidents.events.judge import Judge, JudgeModel
from incidents.events.select import select
from incidents.likeness import FEATURES, evidence
from incidents.merge import Draft, candidates
from incidents.pipeline import Pipeline
from incidents.train.examples import Gold
from incidents.train.judging import Heard

PULL = 120.0  # how strongly weights are drawn to the prior
LEAN = 0.5  # added to the bias: a mention is not joined to the likeliest of many incidents, but to any that is likely
PRIOR = {
    "bias": -0.9, "same_sentence": 4.0, "same_paragraph": 1.7, "next_paragraph": 0.0, "distance": -0.6, "lead": 1.0,
    "latest": 1.2, "date_same": 2.5, "date_overlaps": -0.1, "date_differs": -3.6, "place_same": 1.4,
    "place_inside": 0.5, "place_differs": -2.8, "place_new": -0.8, "count_same": 1.7, "count_differs": -1.5,
    "toll_same": 2.0, "toll_differs": -1.8, "site_same": 1.5, "site_differs": -1.6, "site_type_same": 0.8,
    "site_type_differs": -0.8, "company_same": 1.0, "company_differs": -1.5, "another": -1.4, "definite": 0.7,
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
    "told_near": 0.5, "told_sole": 0.5,
}  # fmt: skip

Pair = tuple[dict[str, float], bool]


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


def rows_of(pipeline: Pipeline, heard: Iterable[Heard], judges: Sequence[JudgeModel]) -> list[Pair]:
    """Pairs of a mention and an earlier incident: their features, and whether they are one event."""
    return [pair for report in heard for pair in _pairs(pipeline, report, Judge(judges[report.fold]))]


def _pairs(pipeline: Pipeline, report: Heard, judge: Judge) -> Iterator[Pair]:
    drafts: dict[int, Draft] = {}
    kept = select(judge.decide(report.pairs, report.readings), pipeline.types)
    for item in pipeline.clues(report.page, kept, report.item.lexicon):
        gold = gold_of(item, report.item.incidents)
        if gold is None:
            continue
        for key, draft in drafts.items():
            if draft in candidates([draft], item, pipeline.types):
                yield evidence(draft, item, drafts.values(), pipeline.annotator.gazetteer), key == gold
        drafts.setdefault(gold, Draft(item.mention.event_type)).clues.append(item)


def weights_of(rows: Sequence[Pair]) -> dict[str, float]:
    """The weights by feature, rounded; without any pair those of ``PRIOR``."""
    x = np.array([[f.get(name, 0.0) for name in FEATURES] for f, _ in rows]).reshape(len(rows), len(FEATURES))
    y = np.array([same for _, same in rows], dtype=bool)
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = np.logaddexp(0, z).sum() - z[y].sum() + PULL / 8 * ((w - prior) ** 2).sum()
        return float(value), x.T @ (p - y) + PULL / 4 * (w - prior)

    fitted = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    weights = {name: round(float(w), 2) for name, w in zip(FEATURES, fitted, strict=True)}
    return weights | {"bias": round(weights["bias"] + LEAN, 2)}
