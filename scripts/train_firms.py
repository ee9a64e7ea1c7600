"""Learns how the hints at a firm's name are weighed (``incidents.arguments.firm_evidence``) and rewrites ``patterns/firms.yaml``.

usage: python scripts/train_firms.py [--out FILE] [--leave ID,ID ...]

Every name of the labelled reports that may be a firm's is right if some incident of its report has it as its company. A
logistic regression of the hints is fitted, drawn towards the weights that the file has: rare hints stay what a person said of
them. The families of words, above the weights, are kept as they are. ``--leave`` names the first letters of reports to leave out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import yaml
from labelled_sets import DEVELOPMENT, ROOT, SETS
from scipy.optimize import minimize

from incidents.arguments.firm_evidence import weighed
from incidents.arguments.firm_lexicon import FirmWords
from incidents.evaluate.evaluation import wanted_labels
from incidents.evaluate.names import same_name
from incidents.load import load_reports, sources
from incidents.pipeline import Pipeline

FIRMS = ROOT / "patterns" / "firms.yaml"
LEARNED_FROM = DEVELOPMENT | {"hard"}
PULL = 1.5  # how strongly weights are drawn to those that the file has
EAGER = (
    0.5  # a name that is wrongly a firm's is weighed again with the incident (employing), one that is missed is lost
)
RARE = 5  # hints seen with fewer names keep the weight that they have, which may be none

Name = tuple[Mapping[str, float], bool]


def names(leave: tuple[str, ...]) -> Iterator[Name]:
    """Every name with its hints, and whether it is right."""
    pipeline = Pipeline()
    words = FirmWords.of(yaml.safe_load(FIRMS.read_text(encoding="utf-8")))
    for labelled in (s for s in SETS if s.name in LEARNED_FROM):
        labels = {row.doc_id: row for row in wanted_labels(labelled.folder, reports=labelled.reports)}
        wanted = [p for p in sorted(labelled.folder.glob("*.txt")) if p.stem in labels and not p.stem.startswith(leave)]
        for report in load_reports(sources([str(p) for p in wanted])):
            told = [n for i in labels[Path(report.source_path).stem].incidents for n in i.company or ()]
            page = pipeline.annotator.page(report)
            known = page.gazetteer.find(page.text, published=page.published)
            found = {str(name.canonical): hints for name, hints in weighed(page.doc, known, words)}
            for name, hints in sorted(found.items()):
                yield hints, same_name(name, told)


def fit(found: Sequence[Name], before: Mapping[str, float]) -> dict[str, float]:
    """The weight of each hint, in log-odds."""
    seen = Counter(hint for hints, _ in found for hint in hints)
    hints = sorted({*before, *(h for h, n in seen.items() if n >= RARE)} - {"none"})
    column = {hint: number for number, hint in enumerate(hints)}
    x = np.zeros((len(found), len(hints) + 1))
    x[:, -1] = 1.0
    for row, (own, _) in enumerate(found):
        for hint, value in own.items():
            if hint in column:
                x[row, column[hint]] = value
    right = np.array([float(r) for _, r in found])
    start = np.array([*(before.get(h, 0.0) for h in hints), before["none"]])
    held = np.array([*(PULL for _ in hints), 0.0])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z, away = x @ weights, weights - start
        p = 1 / (1 + np.exp(-z))
        total = float(np.sum(np.logaddexp(0.0, z) - right * z)) + float(held @ away**2) / 2
        return total, x.T @ (p - right) + held * away

    weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    return {**{h: float(w) for h, w in zip(hints, weights[:-1], strict=True)}, "none": float(weights[-1]) + EAGER}


def main(out: Path, leave: tuple[str, ...]) -> int:
    """Learn the weights; without the labelled sets nothing is changed."""
    if missing := [s.folder for s in SETS if s.name in LEARNED_FROM and not s.folder.is_dir()]:
        print(f"{out.name} stays as it is: no labelled reports at {missing[0]} (see INCIDENTS_SHARED)")
        return 0
    text = FIRMS.read_text(encoding="utf-8")
    families, _ = text.split("weights:\n")
    found = list(names(leave))
    weights = fit(found, yaml.safe_load(text)["weights"])
    print(f"{len(found)} names, {sum(right for _, right in found)} of them of companies")
    lines = [
        f"  {hint if ' ' not in hint else chr(34) + hint + chr(34)}: {weight:.1f}\n"
        for hint, weight in sorted(weights.items())
        if round(weight, 1)
    ]
    out.write_text(families + "weights:\n" + "".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learn how the hints at a firm's name are weighed.")
    parser.add_argument("--out", type=Path, default=FIRMS, help="the file to write")
    parser.add_argument("--leave", default="", help="first letters of the reports to leave out, with commas")
    arguments = parser.parse_args()
    raise SystemExit(main(arguments.out, tuple(i for i in arguments.leave.split(",") if i)))
