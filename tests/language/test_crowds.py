"""How many people an incident has: which numbers of a report are weighed, and what is seen of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drafts import composed

from incidents.discourse.crowds import Candidate, best_crowd, candidates
from incidents.turnout import Turnout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from incidents.pipeline import Pipeline

STRIKE = "In Tynda 60 loggers struck on 4 May 2015."
BROKE_OUT = "Two men escaped from a prison in Magadan."


def weighed(pipeline: Pipeline, text: str, event_type: str) -> list[Candidate]:
    """The candidates of the last incident of this type."""
    story, draft = composed(pipeline, text, event_type)
    usual = Turnout(story.page, story.drafts, story.types, story.discourse).count(draft)
    return candidates(story.discourse, draft, "participants", *usual)


def features(found: list[Candidate], words: str) -> Mapping[str, float]:
    return next(c.features for c in found if c.quantity is not None and words in c.quantity.text)


def taken(pipeline: Pipeline, text: str, event_type: str, weights: Mapping[str, float]) -> float | None:
    story, draft = composed(pipeline, text, event_type)
    usual = Turnout(story.page, story.drafts, story.types, story.discourse).count(draft)
    number, _ = best_crowd(story.discourse, draft, "participants", *usual, {"participants": weights})
    return None if number is None else number.minimum


def test_the_rules_choice_and_no_number_are_always_among_the_candidates(pipeline: Pipeline) -> None:
    found = weighed(pipeline, STRIKE, "protest")
    assert "usual" in found[0].features
    assert [c.quantity for c in found].count(None) == 1


def test_numbers_around_it_are_candidates_with_what_parts_them_from_it(pipeline: Pipeline) -> None:
    found = weighed(pipeline, f"{STRIKE} {BROKE_OUT} Five cooks were hired.", "escape")
    before, after = features(found, "60"), features(found, "Five")
    assert before["before_next"] == before["before_taken"] == before["before_larger"] == 1.0
    assert after["after_next"] == 1.0
    assert "after_taken" not in after


def test_the_hurt_are_known_from_those_who_did_it(pipeline: Pipeline) -> None:
    found = weighed(pipeline, "Some 400 miners protested in Huanuni on 4 May 2015 and 14 people were hurt.", "protest")
    assert features(found, "14")["own_injured"] == 1.0
    assert "own_injured" not in features(found, "400")


def test_one_person_is_a_candidate_by_a_pronoun_or_a_noun_of_trade(pipeline: Pipeline) -> None:
    found = weighed(pipeline, "In Tynda the loggers struck on 4 May 2015, and a welder said he had seen it.", "protest")
    ones = [c.quantity.text for c in found if c.quantity is not None and c.quantity.minimum == 1]
    assert {"welder", "he"} <= set(ones)


def test_a_picture_or_another_entry_lends_no_number(pipeline: Pipeline) -> None:
    text = f"{BROKE_OUT}\n\nPhoto: Some 30 guards stand at a gate."
    assert {c.quantity.minimum for c in weighed(pipeline, text, "escape") if c.quantity is not None} == {2}
    entries = f"Prison\n\n1. Tynda\n\n{STRIKE}\n\n2. Magadan\n\n{BROKE_OUT}\n\n3. Oslo\n\nNothing was heard."
    assert {c.quantity.minimum for c in weighed(pipeline, entries, "escape") if c.quantity is not None} == {2}


def test_the_weights_decide(pipeline: Pipeline) -> None:
    text = f"{STRIKE} {BROKE_OUT} Five cooks were hired."
    assert taken(pipeline, text, "escape", {"usual": 9.0}) == 2
    assert taken(pipeline, text, "escape", {"after": 9.0}) == 5
    assert taken(pipeline, text, "escape", {"before": 9.0}) == 60
    assert taken(pipeline, text, "escape", {"none": 9.0}) is None


def test_places_that_give_one_number_speak_together(pipeline: Pipeline) -> None:
    text = f"Nine cooks were hired. Nine cooks left again. {BROKE_OUT} Five cooks were hired."
    assert taken(pipeline, text, "escape", {"after": 2.0, "before": 1.5}) == 9
