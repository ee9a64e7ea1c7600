"""Learns the sentence model and writes ``patterns/model/sentences.json``.

usage: python scripts/train_sensing.py [--out FILE]    (patterns/training and the development reports of tests/gold)

One example a sentence. A labelled sentence tells an event of its label; a sentence of a labelled report tells one when an
anchor stands in it. Left out: sentences of optional incidents, and those of a report with an incident of the type in
which a pattern finds it told once more, for anchors need not name every retelling.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from labelled_sets import ROOT
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from incidents.events.lexicon import Lexicon
from incidents.events.scaling import scale_of
from incidents.events.sensing import SentenceModel, TypeModel, tied
from incidents.load import read_report_text
from incidents.pipeline import Pipeline
from incidents.train.examples import read_labelled, read_sentences

OUT = ROOT / "patterns" / "model" / "sentences.json"
STRENGTH = 0.3  # inverse regularisation; of 0.1 and 0.3 the better on reports left out
TELLING = 3.0  # a sentence that tells an event counts for three that do not: there are many more of these
RARE = 3  # features of fewer sentences are left out
FAINT = 0.04  # so are weights below this
DIGITS = 3

Example = tuple[list[str], bool]


def examples(pipeline: Pipeline, event_type: str) -> Iterator[Example]:
    """The features of every sentence, and whether it tells an event of the type."""
    for row in read_sentences(ROOT / "patterns" / "training"):
        page = pipeline.annotator.page(read_report_text(row["text"]))
        lexicon = Lexicon(page, pipeline.families)
        label = row["label"] == event_type or event_type in row.get("also", ())
        for sentence in page.sentences:
            yield sorted(tied(sentence, lexicon)), label
    for report in read_labelled(pipeline, ROOT / "tests" / "gold"):
        page = report.page
        found, lexicon = pipeline.mentions(page)
        told = {p.sentence.index for p, m in found if m.event_type == event_type and m.dropped_because is None}
        incidents = [g for g in report.incidents if event_type in g.types]
        for sentence in page.sentences:
            hits = [g for g in incidents if g.covered_by(sentence.start, sentence.end)]
            if (hits and all(g.optional for g in hits)) or (incidents and not hits and sentence.index in told):
                continue
            yield sorted(tied(sentence, lexicon)), bool(hits)


def fit(rows: list[Example]) -> TypeModel:
    """A regularised logistic regression, its weights rounded and in order of name."""
    counts = Counter(name for names, _ in rows for name in names)
    kept = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: i for i, name in enumerate(kept)}
    data, indices, pointers = [], [], [0]
    for names, _ in rows:
        known = [column[name] for name in names if name in column]
        data += [scale_of(len(known))] * len(known)
        indices += known
        pointers.append(len(indices))
    matrix = csr_matrix((data, indices, pointers), shape=(len(rows), len(kept)))
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-5, class_weight={False: 1.0, True: TELLING})
    model.fit(matrix, [label for _, label in rows])
    weights = {n: round(float(w), DIGITS) for n, w in zip(kept, model.coef_[0], strict=True) if abs(w) >= FAINT}
    return TypeModel(round(float(model.intercept_[0]), DIGITS), weights)


def main(out: Path) -> int:
    """Read, fit, write and tell, for every type that a ``sensed`` pattern asks for."""
    pipeline = Pipeline()
    pipeline.proposer.sensor = None  # an old model must not decide which retellings are left out
    models = {}
    for name, event_type in sorted(pipeline.types.items()):
        if any(pattern.sensed is not None for pattern in event_type.patterns):
            rows = list(examples(pipeline, name))
            models[name] = fit(rows)
            told = sum(label for _, label in rows)
            print(f"{name}: {len(rows)} sentences, {told} tell an event; {len(models[name].weights)} weights")
    model = SentenceModel("written by scripts/train_sensing.py; never edit it by hand", models)
    out.write_bytes(msgspec.json.format(msgspec.json.encode(model, order="deterministic"), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Learn the sentence model.")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    raise SystemExit(main(parser.parse_args().out))
