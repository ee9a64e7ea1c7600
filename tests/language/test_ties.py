"""What ties a firm that is named elsewhere in a report to an incident, or parts it from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.drafts import composed

from incidents.discourse.employing import candidates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from incidents.pipeline import Pipeline

STRIKE = "In Tynda 60 loggers of the firm Lesprom struck in May 2015."


def ties(pipeline: Pipeline, text: str, event_type: str) -> Mapping[str, float]:
    """The features of Lesprom as a candidate for the last incident of this type."""
    story, draft = composed(pipeline, text, event_type)
    return next(
        c.features for c in candidates(story.discourse, draft, None) if c.name is not None and "Lesprom" in c.name.text
    )


@pytest.mark.parametrize(
    ("following", "event_type", "tie"),
    [
        ("On Friday 300 students demonstrated in front of the ministry.", "protest", "other_strangers"),
        ("On Friday two loggers escaped from their camp.", "escape", "other_same_people"),
        ("In Magadan two men escaped from their camp on Friday.", "escape", "other_town"),
        ("In Tynda two men escaped from their camp on Friday.", "escape", "same_town"),
        ("In 2011 two men escaped from their camp.", "escape", "other_year"),
        ("2. The camp\n\nTwo men escaped from their camp on Friday.", "escape", "other_divided"),
    ],
)
def test_a_tie_is_seen(pipeline: Pipeline, following: str, event_type: str, tie: str) -> None:
    assert ties(pipeline, f"{STRIKE}\n\n{following}", event_type).get(tie)


@pytest.mark.parametrize(
    "tie", ["other_strangers", "other_town", "same_town", "other_year", "other_divided", "other_same_people"]
)
def test_a_tie_is_not_seen_where_nothing_tells(pipeline: Pipeline, tie: str) -> None:
    told = ties(pipeline, f"{STRIKE}\n\nOn Friday two men escaped from their camp.", "escape")
    assert not told.get(tie)


def test_a_firm_of_the_sentence_may_stand_nearer_to_another_incident(pipeline: Pipeline) -> None:
    text = "Two inmates escaped from the prison in Tynda on Friday, and in Skovorodino 60 workers of the firm Lesprom went on strike."
    assert ties(pipeline, text, "escape").get("own_nearer_another")
    assert not ties(pipeline, text, "protest").get("own_nearer_another")
