"""How many fled when somebody in charge went along, and which country a border river tells."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.model import Extraction
from incidents.pipeline import Pipeline

REPORT = """---
title: News
published: 2012-07-10
---
SEOUL - Officials spoke on Monday. {}

The ministry in Seoul declined to comment. Activists who work with refugees were worried.
"""


def read(pipeline: Pipeline, text: str) -> dict[str, object]:
    extraction: Extraction = pipeline.extract(read_report_text(REPORT.format(text)))
    (incident,) = [i for i in extraction.incidents if i.event_type in {"escape", "defection"}]
    return {v.field: v.value for v in incident.values}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Twenty women disappeared from a dormitory in Shanghai along with the man in charge of them on Monday.", 21),
        ("Twelve waitresses fled from a restaurant in Ningbo with their manager on Monday.", 13),
        ("A couple with a baby crossed the Tumen on Monday.", 3),
        ("Twelve workers clashed with their manager and fled from the site in Dalian on Monday.", 12),
        ("Twelve waitresses fled from a restaurant in Ningbo on Monday.", 12),
        ("A couple who ran a shop in Dandong fled from the town together with their daughter on Monday.", 3),
        ("Ryu vanished on Monday and defected to the South with his wife and little daughter.", 3),
        ("Ryu vanished on Monday and defected to the South with the help of his brother.", 1),
    ],
)
def test_those_in_charge_count_when_they_leave_too(pipeline: Pipeline, text: str, number: int) -> None:
    assert read(pipeline, text)["participants_min"] == number


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A man and his wife waded across the Tumen on Monday.", "KP"),
        ("Six soldiers of the 25th brigade escaped across the Yalu on Monday.", "KP"),
        ("Two cooks fled from a restaurant in Ningbo on Monday.", "CN"),
    ],
)
def test_the_border_river_tells_which_country_was_left(pipeline: Pipeline, text: str, country: str) -> None:
    assert read(pipeline, text)["country"] == country


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Three of the 20 waitresses asked for asylum in Warsaw on Monday.", 3),
        ("Two of nine loggers ran away from the camp near Tynda on Monday.", 2),
        ("A group of 20 waitresses asked for asylum in Warsaw on Monday.", 20),
    ],
)
def test_a_part_counts_and_not_the_whole_it_is_taken_from(pipeline: Pipeline, text: str, number: int) -> None:
    assert read(pipeline, text)["participants_min"] == number
