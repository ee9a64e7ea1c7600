"""How much was owed or taken: which sums of a report are weighed, and what is seen of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drafts import composed

from incidents.discourse.sums import Candidate, best_sum, candidates
from incidents.dues import usual_sum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from incidents.model import Basis, Money
    from incidents.pipeline import Pipeline

UNPAID = "In Tynda 60 loggers have not been paid their wages of 400 dollars a month since 4 May 2015."
HIRED = "The agency had hired them for 900 dollars a month."
BUS = "A ticket for the bus cost 3 dollars."
TAKEN = "In Tynda the company keeps 70 percent of the loggers' wages."


def weighed(pipeline: Pipeline, text: str) -> list[Candidate]:
    """The candidates of the last incident of unpaid wages."""
    story, draft = composed(pipeline, text, "wage_theft")
    usual, basis = usual_sum(story.page, story.discourse, draft)
    return candidates(story.discourse, draft, usual, basis)


def features(found: list[Candidate], words: str) -> Mapping[str, float]:
    return next(c.features for c in found if c.money is not None and words in c.money.text)


def sizes(found: list[Candidate]) -> set[float | None]:
    return {c.money.minimum for c in found if c.money is not None}


def taken(pipeline: Pipeline, text: str, weights: Mapping[str, float]) -> tuple[Money | None, Basis]:
    story, draft = composed(pipeline, text, "wage_theft")
    usual, basis = usual_sum(story.page, story.discourse, draft)
    return best_sum(story.discourse, draft, usual, basis, weights)


def least(pipeline: Pipeline, text: str, weights: Mapping[str, float]) -> float | None:
    money, _ = taken(pipeline, text, weights)
    return None if money is None else money.minimum


def test_the_rules_choice_and_no_sum_are_always_among_the_candidates(pipeline: Pipeline) -> None:
    found = weighed(pipeline, UNPAID)
    assert "usual" in found[0].features
    assert found[0].money is not None
    assert found[0].money.minimum == 400
    assert [c.money for c in found].count(None) == 1


def test_without_a_choice_of_the_rules_there_is_still_no_sum(pipeline: Pipeline) -> None:
    found = weighed(pipeline, "In Tynda 60 loggers have not been paid their wages since 4 May 2015.")
    assert [c.money for c in found] == [None]
    assert found[0].features["none_usual"] == 1.0


def test_sums_around_it_are_candidates_with_what_parts_them_from_it(pipeline: Pipeline) -> None:
    found = weighed(pipeline, f"{HIRED} {UNPAID} {BUS}")
    before, own, after = features(found, "900"), features(found, "400"), features(found, "3 dollars")
    assert before["before_next"] == before["before_more_usual"] == before["before_promised"] == 1.0
    assert after["after_next"] == after["after_less_usual"] == 1.0
    assert own["own_only"] == own["own_told"] == 1.0
    assert "after_promised" not in after


def test_the_same_sum_in_another_currency_is_no_candidate(pipeline: Pipeline) -> None:
    text = "In Tynda 60 loggers have not been paid their wages of 12,000 roubles (about 400 dollars) since 4 May 2015."
    assert sizes(weighed(pipeline, text)) == {12_000}


def test_the_rest_of_a_share_is_a_candidate_too(pipeline: Pipeline) -> None:
    found = weighed(pipeline, TAKEN)
    shares = {c.money.percent: c.money.rule for c in found if c.money is not None}
    assert shares[30] == "remainder"
    assert shares[70] == "percent"


def test_the_whole_of_it_leaves_no_rest(pipeline: Pipeline) -> None:
    found = weighed(pipeline, TAKEN.replace("70", "100"))
    assert {c.money.percent for c in found if c.money is not None} == {100}


def test_another_entry_of_a_round_up_lends_no_sum(pipeline: Pipeline) -> None:
    text = f"Wages\n\n1. Oslo\n\n{HIRED}\n\n2. Tynda\n\n{UNPAID}\n\n3. Magadan\n\n{BUS}"
    assert sizes(weighed(pipeline, text)) == {400}


def test_the_weights_decide(pipeline: Pipeline) -> None:
    text = f"{HIRED} {UNPAID} {BUS}"
    assert least(pipeline, text, {"usual": 9.0}) == 400
    assert least(pipeline, text, {"before": 9.0}) == 900
    assert least(pipeline, text, {"after": 9.0}) == 3
    assert least(pipeline, text, {"none": 9.0}) is None


def test_what_another_sentence_tells_is_inherited(pipeline: Pipeline) -> None:
    text = f"{HIRED} {UNPAID} {BUS}"
    assert taken(pipeline, text, {"usual": 9.0})[1] == "stated"
    assert taken(pipeline, text, {"before": 9.0})[1] == "inherited"


def test_places_that_give_one_sum_speak_together(pipeline: Pipeline) -> None:
    text = f"{HIRED} {UNPAID} {BUS} The next crew was hired for 900 dollars a month."
    assert least(pipeline, text, {"before": 1.5, "after": 2.0, "after_promised": -0.2}) == 900


def test_in_a_sentence_or_two_the_rules_decide(pipeline: Pipeline) -> None:
    assert least(pipeline, f"{UNPAID} {BUS}", {"after": 9.0}) == 400
