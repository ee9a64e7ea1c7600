"""What is weighed when a mention may go on telling an earlier incident, and how the weights are learnt."""

from __future__ import annotations

import pytest

from incidents.arguments.clues import Clues
from incidents.continuity import features
from incidents.events.lexicon import Lexicon
from incidents.merge import Draft, merge
from incidents.model import Report
from incidents.pipeline import Pipeline
from incidents.train.folds import FOLDS, fold_of
from incidents.train.merging import Choice, model_of, models_by_fold

TEXT = (
    "Five welders escaped from a camp near Tynda in May 2011.\n\nThe foreman was dismissed.\n\nMeanwhile, two cooks from "
    "Wonsan escaped from another camp in June 2011."
)


@pytest.fixture(scope="module")
def clues(pipeline: Pipeline) -> list[Clues]:
    """The two escapes of ``TEXT`` as the patterns find them."""
    patterns = pipeline.with_models()
    page = patterns.annotator.page(Report(doc_id="t", text=TEXT, source_path="t.txt", source_format="txt", sha256=""))
    lexicon = Lexicon(page, patterns.families)
    return patterns.clues(page, patterns.mentions(page, lexicon), lexicon)


@pytest.fixture(scope="module")
def found(pipeline: Pipeline, clues: list[Clues]) -> dict[str, float]:
    """The features of the second escape against the first one."""
    draft = Draft("escape", clues[:1])
    return features(draft, clues[1], [draft], pipeline.annotator.gazetteer)


def test_evidence_counts_by_itself_and_by_how_far_back_the_incident_was_told(found: dict[str, float]) -> None:
    assert found["date_differs"] == found["near/date_differs"] == 1.0
    assert "next/date_differs" not in found
    assert "far/date_differs" not in found


def test_the_words_of_a_mention_are_weighed(found: dict[str, float]) -> None:
    assert {"later/opens meanwhile", "later/before cooks", "says another", "later/first RB"} <= found.keys()


def test_names_are_no_words_that_say_something_of_other_reports(found: dict[str, float]) -> None:
    assert not [name for name in found if name.endswith((" wonsan", " tynda"))]


def test_without_weights_nothing_is_merged(pipeline: Pipeline, clues: list[Clues]) -> None:
    assert len(merge(clues, pipeline.types, pipeline.annotator.gazetteer, {})) == 2


def test_the_heaviest_incident_takes_a_mention(pipeline: Pipeline, clues: list[Clues]) -> None:
    assert len(merge(clues, pipeline.types, pipeline.annotator.gazetteer, {"bias": 1.0})) == 1
    assert len(merge(clues, pipeline.types, pipeline.annotator.gazetteer, {"bias": 1.0, "says another": -2.0})) == 2


def _choices(reports: int) -> list[Choice]:
    """Of two incidents the next one is gone on with, unless a mention says "another"."""
    plain = [Choice([{"bias": 1.0, "near": 1.0}, {"bias": 1.0}], 0, f"report {n}") for n in range(reports)]
    return plain + [
        Choice([{"bias": 1.0, "near": 1.0, "another": 1.0}, {"bias": 1.0, "another": 1.0}], None, f"report {n}")
        for n in range(reports)
    ]


def test_it_learns_which_incident_is_gone_on_with_and_when_none_is() -> None:
    weights = model_of(_choices(40)).weights
    near, far = weights["bias"] + weights["near"], weights["bias"]
    assert near > 0 > near + weights["another"]
    assert near > far


def test_rare_features_are_not_learnt() -> None:
    odd = Choice([{"bias": 1.0, "odd": 1.0}], 0, "report 0")
    assert "odd" not in model_of([*_choices(10), odd]).weights


def test_nothing_to_learn_from_gives_no_weights() -> None:
    assert model_of([]).weights == {}


def test_the_model_of_a_fold_has_not_seen_its_reports() -> None:
    choices = _choices(30)
    for fold, model in enumerate(models_by_fold(choices)):
        assert model == model_of([c for c in choices if fold_of(c.group) != fold])
    assert {fold_of(c.group) for c in choices} == set(range(FOLDS))
