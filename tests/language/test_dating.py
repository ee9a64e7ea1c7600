"""When an incident happened: which dates of a report are weighed, and what is seen of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.drafts import composed

from incidents.discourse.dating import Candidate, best_date, candidates
from incidents.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from incidents.pipeline import Pipeline

STRIKE = "In Tynda 60 loggers struck on 4 May 2015."
BROKE_OUT = "Two men escaped from a prison in Magadan."
DATED = "On 7 May 2015 two men escaped from a prison in Magadan."


def weighed(pipeline: Pipeline, text: str, event_type: str) -> list[Candidate]:
    """The candidates of the last incident of this type."""
    story, draft = composed(pipeline, text, event_type)
    return candidates(
        story.discourse, draft, *Timing(story.page, story.drafts, story.types, story.discourse).date(draft)
    )


def features(found: list[Candidate], words: str) -> Mapping[str, float]:
    return next(c.features for c in found if c.date is not None and words in c.date.text)


def taken(
    pipeline: Pipeline,
    text: str,
    event_type: str,
    dated: Mapping[str, float],
    undated: Mapping[str, float] | None = None,
) -> str | None:
    story, draft = composed(pipeline, text, event_type)
    usual = Timing(story.page, story.drafts, story.types, story.discourse).date(draft)
    date, _ = best_date(story.discourse, draft, *usual, {"dated": dated, "undated": undated or dated})
    return None if date is None else str(date.start)


def test_the_rules_choice_and_no_date_are_always_among_the_candidates(pipeline: Pipeline) -> None:
    found = weighed(pipeline, STRIKE, "protest")
    assert "usual" in found[0].features
    assert [c.date for c in found].count(None) == 1


def test_where_the_rules_find_no_date_other_weights_hold(pipeline: Pipeline) -> None:
    late = {"after": 9.0, "none": -9.0}
    text = f"{BROKE_OUT} A cook was hired on 9 May 2015. He was glad."
    assert taken(pipeline, text, "escape", {"none": 9.0}, undated=late) == "2015-05-09"
    assert taken(pipeline, text, "escape", late, undated={"none": 9.0}) is None


def test_the_date_that_another_is_counted_from_is_none_of_its_own(pipeline: Pipeline) -> None:
    text = f"Four days after a cook was hired on 3 May 2015, 60 loggers struck in Tynda. {BROKE_OUT} Nothing was heard."
    assert [str(c.date.start) for c in weighed(pipeline, text, "protest") if c.date is not None] == ["2015-05-07"]


def test_dates_around_it_are_candidates_with_what_parts_them_from_it(pipeline: Pipeline) -> None:
    found = weighed(pipeline, f"{STRIKE} {BROKE_OUT} A cook was hired on 9 May 2015.", "escape")
    before, after = features(found, "4 May"), features(found, "9 May")
    assert before["before_next"] == before["before_taken"] == 1.0
    assert after["after_next"] == after["after_nearest"] == 1.0
    assert "after_taken" not in after


def test_dates_of_its_own_sentence_tell_what_they_hang_on(pipeline: Pipeline) -> None:
    text = "Police said on 9 May 2015 that two men had escaped from a prison in Magadan on 4 May 2015."
    found = weighed(pipeline, text, "escape")
    assert features(found, "9 May")["own_verb_saying"] == 1.0
    assert features(found, "4 May")["own_told"] == 1.0


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"Prison\n\n1. Tynda\n\n{STRIKE}\n\n2. Magadan\n\n{DATED}\n\n3. Oslo\n\nNothing was heard.",
        f"{DATED}\n\nPhoto: A prison, seen on 4 May 2015.",
    ],
)
def test_dates_of_another_entry_or_of_a_picture_are_none(pipeline: Pipeline, elsewhere: str) -> None:
    dates = [c.date for c in weighed(pipeline, elsewhere, "escape")]
    assert {str(d.start) for d in dates if d is not None} == {"2015-05-07"}


def test_the_weights_decide(pipeline: Pipeline) -> None:
    text = f"{STRIKE} {BROKE_OUT} A cook was hired on 9 May 2015."
    assert taken(pipeline, text, "escape", {"after": 9.0}) == "2015-05-09"
    assert taken(pipeline, text, "escape", {"before": 9.0}) == "2015-05-04"
    assert taken(pipeline, text, "escape", {"none": 9.0}) is None


def test_expressions_of_one_day_speak_together(pipeline: Pipeline) -> None:
    text = f"On 9 May 2015 the court met. It met on 9 May 2015 at noon. {BROKE_OUT} On 7 May 2015 a guard was hired."
    alone = {"after": 2.0, "before": 1.5}
    assert taken(pipeline, text, "escape", alone | {"none": -9.0, "usual": 0.0}) == "2015-05-09"
