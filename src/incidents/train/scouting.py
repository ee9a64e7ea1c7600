"""The scout's model from labelled data: which sentences of reports tell an event, whatever their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from incidents.events.lexicon import Lexicon
from incidents.events.scout import ScoutModel, sentence_features
from incidents.pipeline import Pipeline
from incidents.train.examples import Labelled, LabelledSentence
from incidents.train.fit import DIGITS, THREADS, Flags
from incidents.train.folds import FOLDS, fold_of
from incidents.train.matrix import Sheet

# A sentence is proposed from KEEP on, and the judge decides. Out of fold 0.45 and 0.3 gave half a point more F1 in oblique reports and less
# in plain ones; on the held-out sets together 0.6 was best.
KEEP = 0.6
STRENGTH = 0.4  # inverse regularisation; of 0.15, 0.3, 0.5 and 0.8 the middle ones were best, alike, in average precision out of fold
TELLING_WEIGHT = 0.2  # training sentences that tell an event are half of all, far more than in reports
PLAIN_WEIGHT = 0.5  # those that tell none are like most sentences of reports
RARE = 4  # features seen in fewer sentences are left out
FAINT = 0.03  # weights below that, for every type, are left out
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


def of_sentences(pipeline: Pipeline, rows: Iterable[LabelledSentence]) -> list[Told]:
    """Every training sentence."""
    return list(_of_sentences(pipeline, rows))


def of_reports(labelled: Iterable[Labelled]) -> list[Told]:
    """Every sentence of the labelled reports, judged by no model: only by the patterns."""
    return [told for item in labelled for told in _of_report(item)]


def _of_sentences(pipeline: Pipeline, rows: Iterable[LabelledSentence]) -> Iterator[Told]:
    for row, page in rows:
        types = frozenset({row["label"], *row.get("also", ())} - {"none"})
        lexicon = Lexicon(page, pipeline.families)
        features = {name for s in page.sentences for name in sentence_features(page, s, lexicon)}
        features |= {ALONE} if types else set()
        weight = TELLING_WEIGHT if types else PLAIN_WEIGHT
        yield Told(tuple(sorted(features)), types, frozenset(), row["text"], weight)


def _of_report(item: Labelled) -> Iterator[Told]:
    page, lexicon = item.page, item.lexicon
    told = frozenset(t for gold in item.incidents for t in gold.types)
    for sentence in page.sentences:
        touched = [g for g in item.incidents if g.covered_by(sentence.start, sentence.end)]
        types = frozenset(t for g in touched if not g.optional for t in g.types)
        spoken = {
            m.event_type for p, m in item.named if m.dropped_because is None and p.sentence.index == sentence.index
        }
        unclear = {t for g in touched for t in g.types} | (spoken & told)  # a sentence more of an event told elsewhere
        yield Told(
            sentence_features(page, sentence, lexicon), types, frozenset(unclear - types), page.report.doc_id, 1.0
        )


def model_of(rows: Sequence[Told], types: Sequence[str], keep: float = KEEP) -> ScoutModel:
    """One logistic regression a type, rounded, faint weights left out, in order of name."""
    return _fitted(rows, Sheet.of([row.features for row in rows]), np.ones(len(rows), dtype=bool), types, keep)


def models_of(rows: Sequence[Told], types: Sequence[str], keep: float = KEEP) -> tuple[ScoutModel, list[ScoutModel]]:
    """The model learnt from everything, and for each fold one that has not seen it."""
    sheet = Sheet.of([row.features for row in rows])
    folds = np.array([fold_of(row.group) for row in rows])
    with ThreadPoolExecutor(THREADS) as pool:  # the solver lets go of the interpreter's lock
        parts = [folds >= 0, *(folds != fold for fold in range(FOLDS))]
        whole, *others = pool.map(lambda part: _fitted(rows, sheet, part, types, keep), parts)
    return whole, others


def _fitted(rows: Sequence[Told], sheet: Sheet, part: Flags, types: Sequence[str], keep: float) -> ScoutModel:
    """The model of those rows that are in a part."""
    types = sorted(types)
    rows = [row for row, chosen in zip(rows, part, strict=True) if chosen]
    names, matrix = sheet.cut(part, RARE)
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
            C=STRENGTH, solver="liblinear", tol=1e-3, max_iter=1000, intercept_scaling=10.0, random_state=0
        )
        model.fit(matrix[clear], right[clear], sample_weight=weight[clear])
        coefficients.append(np.round(model.coef_[0], DIGITS))
        offsets.append(round(float(model.intercept_[0]), DIGITS))
    table = np.stack(coefficients, axis=1)
    weights = {name: [float(w) for w in table[i]] for i, name in enumerate(names) if np.abs(table[i]).max() >= FAINT}
    return ScoutModel("written by `make model`; never edit it by hand", list(types), keep, offsets, weights)
