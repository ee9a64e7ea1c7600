"""The scout's model from labelled data: which sentences of reports tell an event, whatever their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from incidents.events.lexicon import Lexicon
from incidents.events.scout import Scout, ScoutModel, sentence_features
from incidents.pipeline import Pipeline
from incidents.train.examples import Labelled, sentence_pages
from incidents.train.fit import DIGITS
from incidents.train.folds import FOLDS, fold_of
from incidents.train.matrix import matrix_of

# A sentence is proposed from KEEP on: of 0.35, 0.5, 0.6, 0.65 and 0.7 the best F1 out of fold and, by totals, on held-out reports.
KEEP = 0.6
STRENGTH = 1.0  # inverse regularisation; of 0.1 to 2 the best average precision out of fold
TELLING_WEIGHT = 0.2  # training sentences that tell an event are half of all, far more than in reports
PLAIN_WEIGHT = 0.5  # those that tell none are like most sentences of reports
RARE = 4  # features seen in fewer sentences are left out
FAINT = 0.01  # weights below that, for every type, are left out
NEVER = -20.0  # the log-odds of a type of which no sentence tells
ALONE = "alone"  # a feature of telling training sentences only, never of a report's


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: its features, the types that it tells, and those of which it cannot be said."""

    features: tuple[str, ...]
    types: frozenset[str]
    unclear: frozenset[str]
    group: str
    weight: float


def rows_of(pipeline: Pipeline, rows: Sequence[Mapping[str, Any]], labelled: Iterable[Labelled]) -> list[Told]:
    """Every training sentence and every sentence of the labelled reports."""
    pipeline = pipeline.with_scout(None)
    return [*_of_sentences(pipeline, rows), *(told for item in labelled for told in _of_report(pipeline, item))]


def _of_sentences(pipeline: Pipeline, rows: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
    for row, page in sentence_pages(pipeline, rows):
        types = frozenset({row["label"], *row.get("also", ())} - {"none"})
        lexicon = Lexicon(page, pipeline.families)
        features = {name for s in page.sentences for name in sentence_features(page, s, lexicon)}
        features |= {ALONE} if types else set()
        weight = TELLING_WEIGHT if types else PLAIN_WEIGHT
        yield Told(tuple(sorted(features)), types, frozenset(), row["text"], weight)


def _of_report(pipeline: Pipeline, item: Labelled) -> Iterator[Told]:
    page = item.page
    pairs, lexicon = pipeline.mentions(page)
    told = frozenset(t for gold in item.incidents for t in gold.types)
    for sentence in page.sentences:
        touched = [g for g in item.incidents if g.covered_by(sentence.start, sentence.end)]
        types = frozenset(t for g in touched if not g.optional for t in g.types)
        spoken = {m.event_type for p, m in pairs if m.dropped_because is None and p.sentence.index == sentence.index}
        unclear = {t for g in touched for t in g.types} | (spoken & told)  # a sentence more of an event told elsewhere
        yield Told(
            sentence_features(page, sentence, lexicon), types, frozenset(unclear - types), page.report.doc_id, 1.0
        )


def model_of(rows: Sequence[Told], types: Sequence[str], keep: float = KEEP) -> ScoutModel:
    """One logistic regression a type, rounded, faint weights left out, in order of name."""
    types = sorted(types)
    counts = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: i for i, name in enumerate(names)}
    matrix = matrix_of((row.features for row in rows), column)
    weight = np.array([row.weight for row in rows])
    coefficients, offsets = [], []
    for name in types:
        clear = np.array([name not in row.unclear for row in rows])
        right = np.array([name in row.types for row in rows])
        if not right[clear].any():
            coefficients.append(np.zeros(len(names)))
            offsets.append(NEVER)
            continue
        model = LogisticRegression(
            C=STRENGTH, solver="liblinear", tol=1e-6, max_iter=1000, intercept_scaling=10.0, random_state=0
        )
        model.fit(matrix[clear], right[clear], sample_weight=weight[clear])
        coefficients.append(np.round(model.coef_[0], DIGITS))
        offsets.append(round(float(model.intercept_[0]), DIGITS))
    table = np.stack(coefficients, axis=1)
    weights = {name: [float(w) for w in table[i]] for i, name in enumerate(names) if np.abs(table[i]).max() >= FAINT}
    return ScoutModel("written by `make model`; never edit it by hand", list(types), keep, offsets, weights)


def scouts_by_fold(pipeline: Pipeline, rows: Sequence[Told], keep: float = KEEP) -> list[Scout]:
    """For each fold a scout that has not seen it."""
    types = sorted(pipeline.types)
    return [
        Scout(model_of([r for r in rows if fold_of(r.group) != fold], types, keep), pipeline.types)
        for fold in range(FOLDS)
    ]
