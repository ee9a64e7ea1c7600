"""Learns the weights of ``incidents.merge`` from labelled reports and writes ``patterns/model/merge.json``.

usage: python scripts/train_merge.py REPORTS [REPORTS ...]      (folders with reports and labels*.jsonl)

Every kept mention of a report is tied to the labelled incident whose anchor stands in its sentence; replaying the reports
with these true clusters gives, for each mention and each earlier incident of its type, one example: same event or not.
A logistic regression over the named features of ``incidents.merge.evidence`` is fitted to them, drawn towards ``PRIOR``:
what a person would say of each feature, since a few hundred examples do not settle the rare ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from incidents.arguments.clues import Clues
from incidents.load import load_reports
from incidents.merge import FEATURES, Draft, candidates, evidence
from incidents.model import Report
from incidents.pipeline import Pipeline

OUT = Path("patterns/model/merge.json")
PULL = 4.0  # how strongly weights are drawn to the prior; 2, 4 and 8 give the same F1 within 0.01 on the development sets
PRIOR = {
    "bias": -0.9, "same_sentence": 4.0, "same_paragraph": 1.0, "next_paragraph": 0.3, "distance": -0.3, "lead": 1.0, "latest": 0.5,
    "date_same": 2.5, "date_overlaps": 1.0, "date_differs": -4.0, "place_same": 2.0, "place_inside": 1.0, "place_differs": -3.5,
    "count_same": 2.0, "count_differs": -1.5, "toll_same": 2.0, "toll_differs": -1.0, "site_same": 2.0, "site_differs": -2.5,
    "site_type_same": 0.5, "site_type_differs": -0.8, "company_same": 1.0, "company_differs": -1.5, "another": -2.5, "definite": 1.5,
    "bare": 0.8, "kind_differs": -2.0, "standing_differs": -3.0, "completion_differs": -0.7, "other_type": -0.5,
    "people_same": 0.5, "people_differ": -0.5, "fronted": -0.5,
}  # fmt: skip


def labelled(folders: list[str]) -> Iterator[tuple[Report, list[dict]]]:
    """Reports with their labelled incidents; held-out ones and, in numbered sets, even numbers are left out."""
    for folder in folders:
        labels = {}
        for path in sorted(Path(folder).glob("labels*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if not row.get("held_out"):
                    labels[row["doc_id"]] = row["incidents"]
        files = sorted(p for p in Path(folder).glob("*.txt") if p.stem in labels)
        for report in load_reports([str(p) for p in files]):
            yield report, labels[Path(report.source_path).stem]


def gold_of(item: Clues, incidents: list[dict], text: str) -> str | None:
    """The labelled incident that a mention belongs to, or null when none or several claim its sentence equally."""
    found = []
    for incident in incidents:
        if item.mention.event_type not in [incident["type"], *incident["accept_types"]]:
            continue
        for rank, anchor in enumerate(incident["anchors"]):
            at = text.find(anchor)
            if at >= 0 and item.mention.sentence_start < at + len(anchor) and at < item.mention.sentence_end:
                inside = at - 5 <= item.mention.trigger_start <= at + len(anchor) + 5
                found.append((not inside, rank, incident["id"]))
    found.sort()
    if not found or (len(found) > 1 and found[0][0] == found[1][0] and found[0][2] != found[1][2]):
        return None
    return str(found[0][2])


def examples(pipeline: Pipeline, folders: list[str], odd_only: bool) -> Iterator[tuple[str, dict[str, float], bool]]:
    """(report, features, same event?) triples."""
    for report, incidents in labelled(folders):
        page = pipeline.annotator.page(report)
        pairs, lexicon = pipeline.mentions(page)
        drafts: dict[str, Draft] = {}
        for item in pipeline.clues(page, pairs, lexicon):
            gold = gold_of(item, incidents, report.text)
            if gold is None:
                continue
            for key, draft in drafts.items():
                if draft in candidates([draft], item, pipeline.types):
                    yield report.doc_id, evidence(draft, item, drafts.values(), pipeline.annotator.gazetteer), key == gold
            drafts.setdefault(gold, Draft(item.mention.event_type)).clues.append(item)


def main(folders: list[str]) -> None:
    """Fit and write."""
    rows = list(examples(Pipeline(), folders, odd_only=True))
    x = np.array([[f.get(name, 0.0) for name in FEATURES] for _, f, _ in rows])
    y = np.array([same for _, _, same in rows])
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = np.logaddexp(0, z).sum() - z[y].sum() + PULL / 8 * ((w - prior) ** 2).sum()
        return float(value), x.T @ (p - y) + PULL / 4 * (w - prior)

    fitted = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    weights = {name: round(float(w), 2) for name, w in zip(FEATURES, fitted, strict=True)}
    OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    right = ((x @ fitted > 0) == y).mean()
    print(f"{len(rows)} pairs, {int(y.sum())} of one event; {right:.3f} right on the training pairs; wrote {OUT}")


if __name__ == "__main__":
    main(sys.argv[1:])
