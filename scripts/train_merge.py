"""Learns the weights of ``incidents.merge`` from labelled reports and writes ``patterns/model/merge.json``.

usage: python scripts/train_merge.py [--out FILE]      (the development sets of scripts/labelled_sets.py)

Every mention that the patterns and the classifier in force keep is tied to the labelled incident whose anchor stands in
its sentence; replaying the reports with these true clusters gives, for each mention and each earlier incident of its
type, one example: same event or not. A logistic regression over the named features of ``incidents.likeness.evidence`` is
fitted to them, drawn towards ``PRIOR``: what a person would say of each feature, since a few hundred examples do not
settle the rare ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from labelled_sets import DEVELOPMENT, ROOT, SETS
from numpy.typing import NDArray
from scipy.optimize import minimize

from incidents.arguments.clues import Clues
from incidents.likeness import FEATURES, evidence
from incidents.merge import Draft, candidates
from incidents.pipeline import Pipeline
from incidents.train.examples import Gold, Labelled, read_labelled

OUT = ROOT / "patterns" / "model" / "merge.json"
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
    "another_clause": -2.5, "fresh_apart": -1.5, "partial": 1.0, "denial": 1.0, "things": 0.4, "relative": -4.5,
}  # fmt: skip


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


def examples(pipeline: Pipeline, labelled: Iterable[Labelled]) -> Iterator[tuple[dict[str, float], bool]]:
    """Pairs of a mention and an earlier incident: their features, and whether they are one event."""
    for report in labelled:
        pairs, lexicon = pipeline.mentions(report.page)
        drafts: dict[int, Draft] = {}
        for item in pipeline.clues(report.page, pairs, lexicon):
            gold = gold_of(item, report.incidents)
            if gold is None:
                continue
            for key, draft in drafts.items():
                if draft in candidates([draft], item, pipeline.types):
                    yield evidence(draft, item, drafts.values(), pipeline.annotator.gazetteer), key == gold
            drafts.setdefault(gold, Draft(item.mention.event_type)).clues.append(item)


def fit(rows: Sequence[tuple[dict[str, float], bool]]) -> tuple[dict[str, float], float]:
    """The weights, rounded, and the share of the examples that they get right."""
    x = np.array([[f.get(name, 0.0) for name in FEATURES] for f, _ in rows])
    y = np.array([same for _, same in rows])
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = np.logaddexp(0, z).sum() - z[y].sum() + PULL / 8 * ((w - prior) ** 2).sum()
        return float(value), x.T @ (p - y) + PULL / 4 * (w - prior)

    fitted = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    weights = {name: round(float(w), 2) for name, w in zip(FEATURES, fitted, strict=True)}
    weights["bias"] = round(weights["bias"] + LEAN, 2)
    return weights, float(((x @ fitted > 0) == y).mean())


def main(out: Path) -> int:
    """Read, fit, write and tell; without one of the sets nothing is written, so that the weights never depend on it."""
    chosen = [s for s in SETS if s.name in DEVELOPMENT]
    if missing := [s for s in chosen if not s.folder.is_dir()]:
        for s in missing:
            print(f"{out.name} stays as it is: the labelled set '{s.name}' is not at {s.folder} (see INCIDENTS_SHARED)")
        return 0
    pipeline = Pipeline().with_scout(None)  # the scout has seen these reports: what it finds in them proves nothing
    rows = [row for s in chosen for row in examples(pipeline, read_labelled(pipeline, s.folder, s.reports))]
    weights, right = fit(rows)
    out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    same = sum(same for _, same in rows)
    print(f"{len(rows)} pairs, {same} of one event; {right:.3f} right on the training pairs; wrote {out}")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learn the weights by which mentions are merged.")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    raise SystemExit(main(parser.parse_args().out))
