"""Each error comes with its sentence and with what the program had in mind."""

from __future__ import annotations

import pytest
from support.made_up import found, label, labelled, mention, read

from incidents.evaluate.reasons import Difference, differences
from incidents.evaluate.score import judge

FLED = "Eighteen men fled the camp in Musan on March 4."
ESCAPE = label("1", "escape", "fled the camp in Musan", participants=(18, 18), place=("Musan",))


def only(*args: object, **more: object) -> Difference:
    (one,) = differences([judge(labelled(ESCAPE), read(*args, **more))])  # type: ignore[arg-type]
    return one


@pytest.mark.parametrize(
    ("mentions", "reason"),
    [
        ((), "no pattern fired"),
        ((mention("tied up", "escape", "escape.x", None),), "no pattern fired"),
        ((mention("fled", "protest", "protest.x", None),), "no pattern fired of this type"),
        ((mention("fled", "escape", "escape.flee", "hypothetical"),), "dropped: hypothetical"),
        ((mention("fled", "escape", "escape.flee", None),), "kept, but its incident answers another label or none"),
    ],
)
def test_a_missed_label_says_how_far_it_got(mentions: tuple[dict[str, object], ...], reason: str):
    missed = only(mentions=mentions)
    assert (missed.kind, missed.label, missed.reason) == ("missed", "1", reason)
    assert missed.sentences == (FLED,)


def test_the_mentions_in_a_missed_sentence_are_listed_with_pattern_and_reason():
    (trace,) = only(mentions=(mention("fled", "escape", "escape.flee", "negated"),)).traces
    assert str(trace) == "escape “fled” by escape.flee, dropped: negated"


@pytest.mark.parametrize(
    ("event_type", "quote", "reason"),
    [
        ("explosion", "A tank blew up at the mill in Chongjin.", "nothing is labelled there"),
        ("protest", FLED, "labelled as another type: escape"),
    ],
)
def test_a_false_alarm_says_what_is_labelled_there(event_type: str, quote: str, reason: str):
    row = found(event_type, quote)
    trigger = mention("fled" if quote == FLED else "blew up", event_type, f"{event_type}.x", None, of=row.incident_id)
    found_all = differences([judge(labelled(ESCAPE), read(row, mentions=(trigger,)))])
    (alarm,) = [one for one in found_all if one.kind == "false alarm"]
    assert (alarm.reason, alarm.sentences, alarm.label) == (reason, (quote,), None)
    assert [trace.pattern for trace in alarm.traces] == [f"{event_type}.x"]


def test_a_second_row_for_an_answered_label_is_told_apart():
    rows = found("escape", FLED, participants_min=18, place="Musan"), found("escape", FLED)
    assert only(*rows).reason == "the label is answered by another incident"


def test_a_wrong_field_shows_both_values_the_words_and_the_rule():
    row = found("escape", FLED, participants_min=4, participants_max=4, place="Musan")
    origin = {"text": "4", "basis": "stated", "rule": "cardinal"}
    wrong = only(row, values={(row.incident_id, "participants_min"): origin})
    assert (wrong.kind, wrong.field, wrong.gold, wrong.found, wrong.words) == (
        "field",
        "participants",
        "18 – 18",
        "4 – 4",
        "4",
    )
    assert wrong.reason == "different; stated, rule: cardinal"


@pytest.mark.parametrize(
    ("cells", "field", "reason"),
    [
        ({"participants_min": 18}, "place", "not found"),
        ({"participants_min": 18, "place": "Musan", "country": "KP"}, "country", "too many"),
    ],
)
def test_a_value_on_one_side_only(cells: dict[str, object], field: str, reason: str):
    wrong = only(found("escape", FLED, **cells))
    assert (wrong.field, wrong.reason) == (field, reason)


def test_a_wrong_closed_label_is_an_error_too():
    wrong = only(found("escape", FLED, participants_min=18, place="Musan", factuality="alleged"))
    assert (wrong.field, wrong.gold, wrong.found) == ("factuality", "reported", "alleged")
