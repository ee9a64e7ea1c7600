"""The classifier decides what patterns propose; its model is plain text and can be rebuilt to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from incidents.confidence import Confidence, ConfidenceModel, incident_features
from incidents.errors import PatternError
from incidents.events.classifier import MODEL_FILE, REASON, Classifier, Model, scale_of
from incidents.events.features import features_of
from incidents.events.lexicon import Lexicon
from incidents.load import read_report_text
from incidents.model import Incident, Mention, Span
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline
from incidents.train.examples import Gold, read_labelled
from incidents.train.fit import Calibration, expected_calibration_error, precision_recall_f1, reliability
from incidents.train.folds import fold_of
from incidents.train.outcomes import compare

ROOT = Path(__file__).resolve().parents[2]
FLED = "Eleven inmates broke out of a prison near Sariwon on Tuesday, officials said."


def features(pipeline: Pipeline, text: str) -> dict[str, tuple[str, ...]]:
    """By event type, the features of the first mention of each."""
    page = pipeline.annotator.page(read_report_text(text))
    lexicon = Lexicon(page, pipeline.families)
    found: dict[str, tuple[str, ...]] = {}
    for proposal, mention in pipeline.candidates(page, lexicon):
        found.setdefault(mention.event_type, features_of(page, proposal, mention, lexicon))
    return found


def model(**changes: object) -> Model:
    plain = Model(about="", types=["escape"], slope=1.0, offset=0.0, keep=0.5, weights={})
    return replace_struct(plain, **changes)


def replace_struct(value: Model, **changes: object) -> Model:
    import msgspec

    return msgspec.structs.replace(value, **changes)


def mentions(pipeline: Pipeline, text: str, chosen: Classifier | None) -> list[Mention]:
    page = pipeline.annotator.page(read_report_text(text))
    return [m for m, _ in pipeline.with_models(classifier=chosen).read(page).mentions if m.event_type == "escape"]


# --- features ------------------------------------------------------------------------------------------------


def test_features_tell_who_did_what_in_words_that_people_can_read(pipeline: Pipeline) -> None:
    found = features(pipeline, FLED)["escape"]
    told = {"trigger:break", "subject:inmate", "subject-family:people", "tag:VBD", "near:date"}
    assert told <= set(found)


def test_every_feature_stands_once_for_all_types_and_once_for_its_own(pipeline: Pipeline) -> None:
    found = features(pipeline, FLED)["escape"]
    plain = [name for name in found if not name.startswith("escape/")]
    assert sorted([*plain, *(f"escape/{name}" for name in plain)]) == list(found)


def test_names_of_places_and_people_are_no_features_only_their_kinds(pipeline: Pipeline) -> None:
    text = "Kim Chol-su escaped from a prison in Hoeryong in 2004, Reuters said."
    found = " ".join(features(pipeline, text)["escape"])
    assert not any(name in found.lower() for name in ("hoeryong", "chol", "reuters"))


def test_pattern_ids_are_no_features(pipeline: Pipeline) -> None:
    assert not [name for name in features(pipeline, FLED)["escape"] if "escape.break" in name]


def test_a_negation_is_seen_in_the_words_and_not_in_the_qualifiers_verdict(pipeline: Pipeline) -> None:
    found = features(pipeline, "The two prisoners did not escape from the camp, its director said.")["escape"]
    assert "own-neg:not" in found
    assert not [name for name in found if "negated" in name]


# --- deciding ------------------------------------------------------------------------------------------------


def test_a_mention_below_the_threshold_is_dropped_by_the_classifier(pipeline: Pipeline) -> None:
    (mention,) = mentions(pipeline, FLED, Classifier(model(offset=-3.0)))
    assert (mention.dropped_because, round(mention.score, 2)) == (REASON, 0.05)


def test_a_mention_above_the_threshold_stays_with_its_score(pipeline: Pipeline) -> None:
    (mention,) = mentions(pipeline, FLED, Classifier(model(offset=2.0)))
    assert (mention.dropped_because, round(mention.score, 2)) == (None, 0.88)


def test_what_the_qualifiers_dropped_stays_dropped_for_their_reason(pipeline: Pipeline) -> None:
    text = "No prisoner escaped from the camp, its director said."
    (mention,) = mentions(pipeline, text, Classifier(model(offset=9.0)))
    assert mention.dropped_because == "negated"


def test_a_type_that_the_model_does_not_know_is_left_to_its_patterns(pipeline: Pipeline) -> None:
    (mention,) = mentions(pipeline, FLED, Classifier(model(types=["protest"], offset=-9.0)))
    assert (mention.dropped_because, mention.score) == (None, 1.0)


def test_the_strongest_features_come_with_their_part_in_the_score(pipeline: Pipeline) -> None:
    chosen = Classifier(model(slope=2.0, weights={"trigger:break": 0.5, "escape/trigger:break": 0.25, "tag:VBD": -0.1}))
    report = read_report_text(FLED)
    other = pipeline.with_models(classifier=chosen)
    (strongest,) = other.strongest(report).values()
    assert [name for name, _ in strongest] == ["trigger:break", "tag:VBD"]
    assert [part for _, part in strongest] == pytest.approx([1.5 * scale_of(3), -0.2 * scale_of(3)])


def test_the_shipped_model_tells_an_event_from_a_figure_of_speech(pipeline: Pipeline) -> None:
    assert pipeline.classifier is not None
    score = pipeline.classifier.probability
    real = score(features(pipeline, FLED)["escape"])
    figure = "Nobody can escape from the prison of poverty without help, the bishop said."
    unreal = score(features(pipeline, figure)["escape"])
    assert real > 0.8
    assert real - unreal > 0.1


# --- the model files -----------------------------------------------------------------------------------------


def test_a_broken_model_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / MODEL_FILE).write_text('{"about": "", "types": 5}')
    with pytest.raises(PatternError, match=r"model/events\.json: .*make model"):
        Classifier.load(Patterns(tmp_path))


def test_the_shipped_models_are_small_plain_text_in_order_of_name() -> None:
    for name in ("events.json", "confidence.json"):
        path = ROOT / "patterns" / "model" / name
        weights = list(json.loads(path.read_text(encoding="utf-8"))["weights"])
        assert weights == sorted(weights)
        assert path.stat().st_size < 3_000_000


@pytest.mark.slow
def test_equal_data_give_equal_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "incidents.train", "--every", "30", "--out", str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    for name in ("events.json", "confidence.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_held_out_reports_are_never_learnt_from(pipeline: Pipeline, tmp_path: Path) -> None:
    rows = []
    for name, held_out in (("a20-seen", False), ("a21-held-out", True)):
        (tmp_path / f"{name}.txt").write_text(f"Report {name}. {FLED}")
        rows.append({"doc_id": name, "published": None, "held_out": held_out, "incidents": []})
    (tmp_path / "labels.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    assert [Path(item.page.report.source_path).stem for item in read_labelled(pipeline, tmp_path)] == ["a20-seen"]


# --- confidence ----------------------------------------------------------------------------------------------


def incident(score: float, **changes: object) -> Incident:
    mention = Mention("escape", "fled", 0, 4, 0, 20, "body", "escape.flee", score=score)
    plain = Incident("escape", None, "specific", "reported", "completed", (Span(0, 20),), Span(0, 20), (), (mention,))
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_confidence_grows_with_the_score_and_with_the_facts_that_were_found() -> None:
    shipped = Confidence.load(Patterns())
    sure, unsure = incident(0.95), incident(0.5)
    told = replace(sure, fields={"date_start": "2016-01-01", "place": "Hyesan", "country": "KP"})
    assert shipped.of(unsure, ()) < shipped.of(sure, ()) < shipped.of(told, ()) < 1


def test_without_a_model_confidence_is_the_best_mentions_score() -> None:
    assert Confidence(None).of(incident(0.7), ()) == 0.7


def test_confidence_is_the_logistic_of_weighted_features() -> None:
    only = ConfidenceModel(about="", offset=-1.0, weights={"mentions": 5.0, "facts": 2.0})
    found = incident(0.9, fields={"place": "Hyesan"})
    assert incident_features(found)["facts"] == 0.5
    assert Confidence(only).of(found, ()) == 0.5


def test_an_incident_alone_of_its_type_is_told_from_one_beside_its_like() -> None:
    other = incident(0.9, quotes=(Span(22, 40),))
    strike = incident(0.9, event_type="protest")
    alone, beside = incident_features(incident(0.9)), incident_features(incident(0.9), [other, strike])
    assert alone["alone"] == 1.0
    assert beside["alike"] == pytest.approx(np.log(2))
    assert beside["alike_next"] == beside["other_beside"] == 1.0
    assert beside["alone"] == beside["alike_beside"] == beside["alike_near"] == 0.0


def test_all_incidents_of_a_report_are_weighed_beside_each_other() -> None:
    model = Confidence(ConfidenceModel(about="", offset=0.0, weights={"alike_beside": -2.0}))
    once, twice = incident(0.9), incident(0.8)
    assert [i.confidence for i in model.applied([once])] == [0.5]
    assert all(i.confidence < 0.2 for i in model.applied([once, twice]))


# --- measuring -----------------------------------------------------------------------------------------------


def test_calibration_error_is_the_mean_gap_between_promise_and_truth() -> None:
    scores, right = np.array([0.1, 0.1, 0.8, 0.8]), np.array([False, False, True, False])
    assert expected_calibration_error(reliability(scores, right, 2)) == pytest.approx(0.5 * 0.1 + 0.5 * 0.3)


def test_calibration_maps_log_odds_to_probabilities() -> None:
    assert Calibration(2.0, 0.0).probability(np.array([0.0])) == pytest.approx([0.5])


def test_precision_recall_f1() -> None:
    chosen, right = np.array([True, True, False]), np.array([True, False, True])
    assert precision_recall_f1(chosen, right) == pytest.approx((0.5, 0.5, 0.5))


def test_a_group_stays_in_its_fold() -> None:
    assert fold_of("a01") == fold_of("a01")
    assert len({fold_of(f"a{n:02}") for n in range(40)}) == 5


def test_incidents_are_paired_one_to_one_and_optional_labels_do_not_count() -> None:
    needed = Gold(frozenset({"escape", "defection"}), "defection", False, ((5, 9),))
    spare = Gold(frozenset({"escape"}), "escape", True, ((12, 15),))
    tally, right = compare([incident(0.9), incident(0.9), incident(0.9)], [needed, spare])
    assert (tally.hits, tally.spurious, tally.missed) == (1, 0, 0)
    assert sorted(right, key=str) == [None, None, True]


def test_an_incident_of_another_type_is_spurious_and_the_label_missed() -> None:
    needed = Gold(frozenset({"protest"}), "protest", False, ((5, 9),))
    tally, right = compare([incident(0.9)], [needed])
    assert (tally.hits, tally.spurious, tally.missed, right) == (0, 1, 1, [False])
