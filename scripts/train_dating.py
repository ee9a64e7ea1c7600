"""Learns how dates are weighed (``incidents.discourse.dating``) and writes ``patterns/dating.yaml``.

usage: python scripts/train_dating.py [--out FILE] [--also FOLDER ...]

Every incident that the program finds and dates in the labelled reports is tied to the label whose anchors stand in its sentences; all
dates within its reach, and none of them, are its candidates, and those are right whose days
agree with the label's. Where none is, no date is right, though that counts for less. A softmax over the candidates is fitted,
drawn towards ``PRIOR``: trust in the rules, and little in what other sentences say. ``--also`` names further labelled folders.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from labelled_sets import ROOT, SETS
from train_siting import LEARNED_FROM, Choice, drafts_of, fitted, matched

from incidents.compose import Composer
from incidents.discourse.dating import candidates, open_to_doubt
from incidents.evaluate.agree import same_dates
from incidents.evaluate.evaluation import wanted_labels
from incidents.evaluate.gold import GoldIncident
from incidents.load import load_reports, sources
from incidents.merge import Draft
from incidents.pipeline import Pipeline
from incidents.timing import Timing

OUT = ROOT / "patterns" / "dating.yaml"
HEAD = """\
# What speaks for and against a date as that of an incident (incidents.discourse.dating), in log-odds; "none" is no date.
# Learned from labelled reports by scripts/train_dating.py.
"""
PRIOR = {"usual": 3.0, "other": -1.0, "before": -0.5, "after": -0.5}
PULL = 5.0  # how strongly weights are drawn to the prior
FEW = 10  # incidents that must show a feature for it to be weighed
TRUST = 0.4  # how much more the rules' choice counts than its probability says: what it is given up for must be clear
ABSENT = 0.5  # how much an incident counts whose date is not among the candidates
SLIGHT = 0.03  # a weight that is left out


def choice(story: Composer, draft: Draft, label: GoldIncident) -> Choice | None:
    """The dates that an incident may have; right are those that agree with its label, else none.

    Null where the date of the rules is kept in any case.
    """
    usual, basis = Timing(story.page, story.drafts, story.types, story.discourse).date(draft)
    if usual is None or not open_to_doubt(usual):
        return None
    found = candidates(story.discourse, draft, usual, basis)
    told = (label.date_start, label.date_end)
    right = [c.date is not None and same_dates(told, (c.date.start, c.date.end)) for c in found]
    if any(right):
        return Choice(tuple(c.features for c in found), tuple(right))
    none = tuple(c.date is None for c in found)
    return Choice(tuple(c.features for c in found), none, 1.0 if told[0] is None else ABSENT)


def fit(choices: Sequence[Choice], prior: Mapping[str, float], pull: float) -> dict[str, float]:
    """The weights, rounded."""
    shown = Counter(name for c in choices for name in {name for features in c.features for name in features})
    names = sorted(name for name, number in shown.items() if number >= FEW)
    weights, _ = fitted(choices, names, [prior.get(name, 0.0) for name in names], pull, None)
    found = {name: weight for name, weight in weights.items() if abs(weight) >= SLIGHT}
    return found | {"usual": round(found["usual"] + TRUST, 2)}


def main(out: Path, also: Sequence[Path]) -> int:
    """Learn the weights; without the labelled sets nothing is changed."""
    folders = [(s.folder, s.reports) for s in SETS if s.name in LEARNED_FROM] + [(folder, "*") for folder in also]
    if missing := [folder for folder, _ in folders if not folder.is_dir()]:
        print(f"{out.name} stays as it is: no labelled reports at {missing[0]} (see INCIDENTS_SHARED)")
        return 0
    pipeline = Pipeline()
    choices: list[Choice] = []
    for folder, reports in folders:
        labels = {row.doc_id: row for row in wanted_labels(folder, reports=reports)}
        files = sources([str(p) for p in sorted(folder.glob("*.txt")) if p.stem in labels])
        for report in load_reports(files):
            story = drafts_of(pipeline, pipeline.annotator.page(report))
            told = labels[Path(report.source_path).stem].incidents
            found = (choice(story, draft, label) for draft, label in matched(story.page, story.drafts, told))
            choices += [c for c in found if c is not None]
    weights = fit(choices, PRIOR, PULL)
    right = [_taken(c, weights) for c in choices]
    print(f"{len(choices)} incidents, {np.mean(right):.3f} of the training choices right, {len(weights)} weights")
    quoted = {name: f'"{name}"' if "|" in name else name for name in weights}
    out.write_text(HEAD + "".join(f"{quoted[n]}: {w}\n" for n, w in sorted(weights.items())), encoding="utf-8")
    return 0


def _taken(choice: Choice, weights: Mapping[str, float]) -> bool:
    scores = [sum(weights.get(name, 0.0) * value for name, value in f.items()) for f in choice.features]
    return choice.right[int(np.argmax(scores))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learn how dates are weighed.")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    parser.add_argument("--also", type=Path, nargs="*", default=(), help="further folders of labelled reports")
    arguments = parser.parse_args()
    raise SystemExit(main(arguments.out, arguments.also))
