"""Which words around a site or place, and which of its event, are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.drafts import composed

from incidents.discourse import locating, siting
from incidents.discourse.wording import is_wording

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

STRIKE = "About 60 loggers went on strike at a logging camp near Tynda in May 2015. They came home from Moscow in June. Nobody met them."


@pytest.fixture(scope="module")
def told(pipeline: Pipeline) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The words that are weighed for each site and for each place of the strike; "none" for no site and no place."""
    story, draft = composed(pipeline, STRIKE, "protest")
    sites = siting.candidates(story.discourse, draft)
    places = locating.candidates(story.discourse, draft, None, None)
    own = sorted(sites, key=lambda c: -c.site.distance if c.site else 0)  # the nearest logging site counts
    return (
        {
            c.site.facility_type if c.site else "none": frozenset(filter(is_wording, c.features))
            for c in own
            if "setting" not in c.features
        },
        {c.place.name.text if c.place else "none": frozenset(filter(is_wording, c.features)) for c in places},
    )


def test_the_words_beside_a_place_are_weighed_with_the_verb_above_it(told):
    _, places = told
    assert {"own/after near", "own/after camp near", "own/before in", "own/verb go"} <= places["Tynda"]


def test_a_place_of_another_sentence_is_weighed_by_how_far_that_is_and_by_its_own_words(told):
    _, places = told
    assert {"other/after from", "other/verb come", "other/sentences 1", "other/paragraphs 0"} <= places["Moscow"]
    assert not any(name.startswith("own/") for name in places["Moscow"])


def test_a_country_is_weighed_with_the_kind_of_event(told):
    _, places = told
    assert {"set abroad|protest", "own abroad|protest"} <= places["Tynda"]


def test_a_kind_of_site_is_weighed_with_the_words_of_the_event_and_with_its_own(told):
    sites, _ = told
    assert {"logging_site~strike", "logging_site~logger", "called camp|protest"} <= sites["logging_site"]
    assert any(name.startswith("own/path ") for name in sites["logging_site"])


def test_the_words_of_the_event_speak_for_no_place_and_no_site_as_well(told):
    sites, places = told
    assert {"none/strike", "none/logger", "none/opens about"} <= sites["none"] & places["none"]


def test_words_and_named_evidence_are_told_apart_by_their_names():
    assert all(
        map(is_wording, ("own/after in", "mine~shaft", "called camp", "set north|escape", "none/pattern wage.cut"))
    )
    assert not any(map(is_wording, ("own_at", "mine|explosion", "usual_stated_level2", "none", "none|escape")))
