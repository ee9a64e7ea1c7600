"""What ties a firm that is named elsewhere in a report to an incident, or parts it from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents.compose import Composer
from incidents.discourse.employing import candidates
from incidents.events.lexicon import Lexicon
from incidents.events.select import standing
from incidents.load import read_report_text
from incidents.merge import merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from incidents.pipeline import Pipeline

STRIKE = "In Tynda 60 loggers of the firm Lesprom struck in May 2015."


def ties(pipeline: Pipeline, text: str, event_type: str) -> Mapping[str, float]:
    """The features of Lesprom as a candidate for the last incident of this type."""
    page = pipeline.annotator.page(read_report_text(text))
    lexicon = Lexicon(page, pipeline.families)
    clues = pipeline.clues(page, pipeline.mentions(page, lexicon), lexicon)
    drafts, _ = standing(page, merge(clues, pipeline.types, page.gazetteer, pipeline.merge_weights))
    story = Composer(page, drafts, pipeline.types, pipeline.sites, pipeline.families).discourse
    draft = [d for d in drafts if d.event_type == event_type][-1]
    return next(c.features for c in candidates(story, draft, None) if c.name is not None and "Lesprom" in c.name.text)


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
