"""Flights that only a report about flight makes plain: "was let into", "put down on a runway", "left their quarters"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidents.load import read_report_text
from incidents.model import Extraction
from incidents.pipeline import Pipeline

FLIGHT = {"escape", "defection"}
Read = Callable[[str], Extraction]
REPORT = """---
title: News
published: 2012-07-10
---
SEOUL - Officials spoke on Monday. {}

Activists who work with refugees and defectors were worried, and security has been tightened along the border.
"""

TOLD = [
    # arrivals
    "Six North Koreans, among them a baby, turned up at the gate of the Japanese school in Beijing on Tuesday.",
    "A MiG-19 pilot landed at Suwon Air Base on Thursday.",
    "A wooden boat carrying five men drifted into the harbor of Samcheok on June 15.",
    "Seventeen North Koreans walked off a plane at Kimpo airport on Sunday.",
    "Nine people arrived in a small wooden boat from the North, the Japanese coast guard said.",
    # help
    "The couple put in for asylum in Sweden after their tour group had flown home.",
    "Two trainees entrusted themselves to the South Korean embassy in Warsaw on May 4.",
    "Sixteen asylum seekers were allowed to fly from Beijing to Manila and on to Seoul on Thursday.",
    "The family was spirited out of Moscow by American agents.",
    # absence
    "At roll call on Sunday, four of the loggers were no longer there.",
    "Guards found the beds of six women empty on the morning of May 4.",
    "Twenty-four construction workers left their quarters in Vladivostok before they could be put on the train.",
    "Two cyclists slipped their minders in Jakarta and were gone.",
    # stopped
    "She and her two daughters got as far as Kunming, where police stopped their bus.",
    "A mother of two was shot dead by guards in the shallows of the Yalu on August 2.",
    "A patrol opened fire on two women in the river on Sunday.",
    "Three children were handed to the North Korean embassy in Vientiane and flown to Pyongyang on May 28.",
]

NOT_TOLD = [
    "The bodies of two fishermen were handed over to the North at the border on Friday.",
    "The president walked off the plane at Kimpo airport on Sunday.",
    "By December 22 every member state is supposed to have sent home the North Koreans who earn income on its soil.",
    "Not a man was absent from the evening roll call at any of the sites.",
    "China should allow the refugees to go to Seoul, the minister said.",
    "The builders left their quarters when the contract expired in May.",
    "A diplomat at the embassy said on Monday that he had seen no sign of anything unusual around the squad.",
    "The reporters dodged their minders and took photographs of the market.",
]
TAKEN_FOR_FLIGHT = [
    "A fishing boat with three crew drifted south on Monday and was sent back the next day.",
    "Two smugglers with a load of copper were caught on the ice on Sunday.",
]


@pytest.fixture(scope="module")
def read(pipeline: Pipeline) -> Read:
    return lambda text: pipeline.extract(read_report_text(REPORT.format(text)))


@pytest.mark.parametrize("text", TOLD)
def test_what_a_report_on_flight_tells_is_found(pipeline: Pipeline, text: str) -> None:
    found = pipeline.with_models().extract(read_report_text(REPORT.format(text)))  # by the patterns alone
    assert [i for i in found.incidents if i.event_type in FLIGHT]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_stands_beside_flight_is_not(read: Read, text: str) -> None:
    assert not [i for i in read(text).incidents if i.event_type in FLIGHT]


@pytest.mark.xfail(strict=True, reason="the judge trusts words of flight more than what grammar says against them")
@pytest.mark.parametrize("text", TAKEN_FOR_FLIGHT)
def test_what_is_still_taken_for_a_flight(read: Read, text: str) -> None:
    assert not [i for i in read(text).incidents if i.event_type in FLIGHT]
