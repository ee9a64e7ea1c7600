"""The judge weighs classifier, scout and surroundings of a mention, and has the last word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from incidents.errors import PatternError
from incidents.events.classifier import REASON, Pairs
from incidents.events.judge import FURTHEST, MODEL_FILE, Judge, JudgeModel, Readings, circumstances, log_odds
from incidents.events.lexicon import Lexicon
from incidents.load import read_report_text
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline
from incidents.train.fit import Weighed
from incidents.train.judging import model_of

FLED = "Eleven inmates broke out of a prison near Sariwon on Tuesday, officials said."
AGAIN = "Two women escaped from a camp in Hoeryong in May."
OTHER = "The cabinet discussed the harvest and the roads."


def pairs_of(pipeline: Pipeline, text: str) -> Pairs:
    """The mentions of escape that the patterns propose, each with the score 0.8."""
    page = pipeline.annotator.page(read_report_text(text))
    found = pipeline.candidates(page, Lexicon(page, pipeline.families))
    return [(p, replace(m, score=0.8)) for p, m in found if m.event_type == "escape"]


def readings(*values: float) -> Readings:
    return [{"escape": value} for value in values]


def judge(
    *,
    keep: float = 0.5,
    overrule: float = 0.8,
    offset: float = 0.0,
    types: tuple[str, ...] = ("escape",),
    **weights: float,
) -> Judge:
    return Judge(JudgeModel("", list(types), keep, overrule, offset, weights))


# --- what it weighs ------------------------------------------------------------------------------------------


def test_a_mention_is_weighed_by_classifier_scout_and_the_sentences_beside_it(pipeline: Pipeline) -> None:
    pairs = pairs_of(pipeline, f"{OTHER} {FLED} {OTHER}")
    (found,) = circumstances(pairs, readings(-2.0, 1.5, -3.0))
    assert found["classifier"] == pytest.approx(log_odds(0.8))
    assert (found["scout"], found["before"], found["after"]) == (1.5, -2.0, -3.0)


def test_a_like_mention_elsewhere_speaks_for_a_mention_and_nothing_of_the_kind_against(pipeline: Pipeline) -> None:
    alone = circumstances(pairs_of(pipeline, f"{FLED} {OTHER}"), readings(0.0, 0.0))
    both = circumstances(pairs_of(pipeline, f"{FLED} {OTHER} {AGAIN}"), readings(0.0, 0.0, 0.0))
    assert "none_elsewhere" in alone[0]
    assert "elsewhere" not in alone[0]
    assert both[0]["elsewhere"] == both[0]["near"] == pytest.approx(log_odds(0.8))
    assert "none_elsewhere" not in both[0]


def test_in_a_single_sentence_it_says_nothing_that_none_else_is_told(pipeline: Pipeline) -> None:
    (found,) = circumstances(pairs_of(pipeline, FLED), readings(0.0))
    assert not {"none_elsewhere", "none_near"} & found.keys()


def test_log_odds_are_bounded() -> None:
    assert log_odds(1.0) == log_odds(1 - 1e-12) == FURTHEST
    assert log_odds(0.0) == -FURTHEST
    assert log_odds(0.5) == 0.0


# --- what it decides -----------------------------------------------------------------------------------------


def test_a_mention_below_the_threshold_is_dropped_and_one_above_kept_whatever_the_classifier_said(
    pipeline: Pipeline,
) -> None:
    ((proposal, mention),) = pairs_of(pipeline, FLED)
    doubted = [(proposal, replace(mention, score=0.4, dropped_because=REASON))]
    ((_, kept),) = judge(offset=1.0).decide(doubted, readings(0.0))
    ((_, dropped),) = judge(offset=-1.0).decide([(proposal, mention)], readings(0.0))
    assert (kept.dropped_because, kept.score) == (None, pytest.approx(0.7311))
    assert (dropped.dropped_because, dropped.score) == (REASON, pytest.approx(0.2689))


NONE_FLED = "No inmates escaped from the prison near Sariwon on Tuesday, officials said."


def test_what_grammar_says_against_a_mention_is_evidence(pipeline: Pipeline) -> None:
    (plain,) = circumstances(pairs_of(pipeline, FLED), readings(1.0))
    (found,) = circumstances(pairs_of(pipeline, NONE_FLED), readings(1.0))
    assert not [name for name in plain if name.startswith("reason")]
    assert (found["reason"], found["reason:negated"], found["reason/scout"]) == (1.0, 1.0, 1.0)


def test_it_overrules_grammar_only_where_it_is_surer_than_elsewhere(pipeline: Pipeline) -> None:
    pairs = pairs_of(pipeline, f"{NONE_FLED} {OTHER} {OTHER}")
    heard = readings(0.0, 0.0, 0.0)
    assert {m.dropped_because for _, m in judge(offset=1.0).decide(pairs, heard)} == {"negated"}
    assert {m.dropped_because for _, m in judge(offset=2.0).decide(pairs, heard)} == {None}


def test_in_a_sentence_or_two_that_stand_alone_grammar_has_the_last_word(pipeline: Pipeline) -> None:
    pairs = pairs_of(pipeline, NONE_FLED)
    assert {m.dropped_because for _, m in judge(offset=9.0).decide(pairs, readings(0.0))} == {"negated"}


def test_a_final_reason_is_never_overruled(pipeline: Pipeline) -> None:
    pairs = [(p, replace(m, dropped_because="fiction")) for p, m in pairs_of(pipeline, FLED)]
    assert {m.dropped_because for _, m in judge(offset=9.0).decide(pairs, readings(0.0))} == {"fiction"}


def test_it_knows_the_section_of_a_mention(pipeline: Pipeline) -> None:
    (found,) = circumstances(pairs_of(pipeline, FLED), readings(0.0))
    assert found["section:body"] == 1.0


def test_types_that_its_model_has_not_seen_are_left_alone(pipeline: Pipeline) -> None:
    pairs = pairs_of(pipeline, FLED)
    assert judge(offset=-5.0, types=("protest",)).decide(pairs, readings(0.0)) == pairs


def test_the_parts_of_its_score_can_be_told(pipeline: Pipeline) -> None:
    told = judge(scout=2.0, after=0.5).explain({"scout": 1.5, "after": -2.0, "before": 1.0})
    assert told == [("judge scout", 3.0), ("judge after", -1.0)]


# --- its model -----------------------------------------------------------------------------------------------


def test_equal_data_give_an_equal_model_that_trusts_what_was_right() -> None:
    rows = [Weighed({"scout": s, "classifier": -s / 10}, s > 0, str(s)) for s in (-3.0, -2.0, -1.0, 1.0, 2.0, 3.0)]
    first, second = model_of(rows, ["escape"]), model_of(rows, ["escape"])
    assert first == second
    assert first.weights["scout"] > 0.3 > first.weights["classifier"]


def test_where_all_are_right_the_classifier_keeps_its_word() -> None:
    found = model_of([Weighed({"scout": 1.0}, True, "a")], ["escape"])
    assert Judge(found).probability({"classifier": log_odds(0.7)}) == pytest.approx(0.7)


def test_without_the_file_there_is_no_judge() -> None:
    files = Patterns(None)
    files.files.pop(MODEL_FILE, None)
    assert Judge.load(files) is None


def test_a_broken_file_is_named_with_the_way_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / MODEL_FILE).write_text('{"about": 1}', encoding="utf-8")
    with pytest.raises(PatternError, match=r"judge\.json.*make model"):
        Judge.load(Patterns(tmp_path))
