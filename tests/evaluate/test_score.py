"""Which row answers which label, and figures computed by hand."""

from __future__ import annotations

import sys

import pytest
from support.made_up import found, label, labelled, read

from incidents.errors import UsageError
from incidents.evaluate.figures import figures
from incidents.evaluate.score import judge, judge_all, places

FLED, TIED = "Eighteen men fled the camp in Musan on March 4.", "They had tied up the guards."
RIOT, BLAST = "Women rioted at the market in Hyesan.", "A tank blew up at the mill in Chongjin."
ESCAPE = label("1", "escape", "men fled the camp", country="KP", place=("Musan",), participants=(18, 18))
PROTEST = label("2", "protest", "Women rioted at the market", accept_types=("wage_theft",), place=("Hyesan",))


def test_a_row_answers_a_label_of_its_type_that_a_quote_of_it_touches():
    judged = judge(labelled(ESCAPE), read(found("escape", TIED, FLED)))
    assert [match.gold.id for match in judged.matches] == ["1"]
    assert not judged.misses
    assert not judged.false_alarms


@pytest.mark.parametrize("row", [found("protest", FLED), found("escape", RIOT)], ids=["other type", "other sentence"])
def test_a_row_of_another_type_or_sentence_is_a_false_alarm_and_the_label_missed(row):
    judged = judge(labelled(ESCAPE), read(row))
    assert (judged.misses, judged.false_alarms) == ((ESCAPE,), (row,))


def test_an_accepted_type_answers_too_but_the_exact_one_is_preferred():
    accepted, exact = found("wage_theft", RIOT), found("protest", RIOT)
    assert judge(labelled(PROTEST), read(accepted)).matches[0].found is accepted
    judged = judge(labelled(PROTEST), read(accepted, exact))
    assert judged.matches[0].found is exact
    assert judged.false_alarms == (accepted,)


def test_of_two_rows_the_one_that_agrees_in_more_fields_answers():
    poor, rich = found("escape", FLED, place="Hyesan"), found("escape", FLED, place="Musan", country="KP")
    assert judge(labelled(ESCAPE), read(poor, rich)).matches[0].found is rich


def test_as_many_labels_as_possible_are_answered():
    other = label("3", "escape", "tied up the guards")
    both, first = found("escape", FLED, TIED, place="Musan"), found("escape", FLED)
    judged = judge(labelled(ESCAPE, other), read(both, first))
    assert {m.gold.id: m.found for m in judged.matches} == {"1": first, "3": both}


def test_an_optional_label_neither_helps_nor_hurts():
    optional = label("4", "explosion", "A tank blew up", optional=True)
    hit, missed = judge(labelled(optional), read(found("explosion", BLAST))), judge(labelled(optional), read())
    twice = judge(labelled(optional), read(found("explosion", BLAST), found("explosion", BLAST)))
    for judged in (hit, missed, twice):
        total = figures([judged]).incidents["ALL"]
        assert (total.right, total.spurious, total.missed) == (0, 0, 0)


def test_an_anchor_is_found_across_line_breaks_and_left_out_when_it_is_not_there():
    assert places("they\n  fled", ["they fled", "they stayed"]) == places("they\n  fled", ["they\n  fled"])
    assert len(places("they\n  fled", ["they fled", "they stayed"])) == 1


def test_the_figures_by_hand():
    missed = label("3", "escape", "tied up the guards", granularity="practice")
    right = found("escape", FLED, country="KP", place="Hyesan", participants_min=18, participants_max=18, killed_min=1)
    spurious = found("explosion", BLAST)
    judged = judge(
        labelled(ESCAPE, PROTEST, missed), read(right, found("protest", RIOT, factuality="alleged"), spurious)
    )
    result = figures([judged]).as_json()
    assert result["incidents"] == {
        "escape": {"tp": 1, "spurious": 0, "missed": 1, "P": 1.0, "R": 0.5, "F1": 0.667},
        "explosion": {"tp": 0, "spurious": 1, "missed": 0, "P": 0.0, "R": 0.0, "F1": 0.0},
        "protest": {"tp": 1, "spurious": 0, "missed": 0, "P": 1.0, "R": 1.0, "F1": 1.0},
        "ALL": {"tp": 2, "spurious": 1, "missed": 1, "P": 0.667, "R": 0.667, "F1": 0.667},
    }
    assert result["fields"]["country"] == {"P": 1.0, "R": 1.0, "F1": 1.0, "gold": 1}
    assert result["fields"]["place"] == {"P": 0.0, "R": 0.0, "F1": 0.0, "gold": 2}
    assert result["fields"]["killed"] == {"P": 0.0, "R": 0.0, "F1": 0.0, "gold": 0}
    assert result["fields"]["ALL"] == {"P": 0.5, "R": 0.5, "F1": 0.5, "gold": 4}  # 2 right of 4 found, 4 labelled
    assert result["labels"] == {"granularity": 1.0, "factuality": 0.5, "completion": 1.0}
    assert result["recall_by_granularity"] == {"practice": 0.0, "specific": 1.0}
    assert result["record_score"] == 0.334  # 0.667 × 0.5, as rounded


def test_a_labelled_report_that_the_dataset_lacks_is_named_and_not_scored():
    judged, missing = judge_all([labelled(ESCAPE)], {})
    assert (judged, missing) == ((), ("made-up",))


def test_without_scipy_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(UsageError, match=r"needs scipy: python -m pip install 'incidents\[eval\]'"):
        judge(labelled(ESCAPE), read(found("escape", FLED)))
