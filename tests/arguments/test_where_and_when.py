"""Where and when an incident is said to have happened, and what only stands beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Incident, Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str, published: str | None = None) -> Incident:
    day = Published.of_day(dt.date.fromisoformat(published)) if published else None
    report = Report("doc", text, "report.txt", "text", "0", published=day)
    incidents = pipeline.extract(report).incidents
    assert incidents, "nothing was found"
    return incidents[0]


PLACES = [
    ("In Hunchun, forty seamstresses went on strike over their pay.", ("CN", "CN-JL", "Hunchun")),
    ("Five men broke out of Unhung County prison on Monday night.", ("KP", "KP-10", "Unhung")),
    ("A convict escaped from the jail in Jilin city on Monday.", ("CN", "CN-JL", "Jilin City")),
    ("The envoy was told of a riot in Hyesan that left two guards dead.", ("KP", "KP-10", "Hyesan")),
    ("Sixty widows demonstrated outside the coal ministry in Kiev on Friday.", ("UA", "UA-30", "Kyiv")),
    ("About 300 weavers dispatched to Dandong rioted over unpaid wages.", ("CN", "CN-LN", "Dandong")),
    ("Two guards fled across the border from Hyesan into Changbai.", ("KP", "KP-10", "Hyesan")),
    ("Two men ran away from a timber camp in Siberia.", ("RU", None, None)),
    ("The envoy defected from his post in suburban Warsaw.", ("PL", "PL-14", "Warsaw")),
]


@pytest.mark.parametrize(("sentence", "where"), PLACES, ids=[s for s, _ in PLACES])
def test_where(pipeline: Pipeline, sentence: str, where: tuple[str | None, ...]) -> None:
    fields = read(pipeline, sentence).fields
    assert (fields.get("country"), fields.get("admin1_code"), fields.get("place")) == where


def test_where_people_only_want_to_go_is_not_where_they_are(pipeline: Pipeline) -> None:
    incident = read(pipeline, "BEIJING - Two loggers walked into the Swedish embassy and asked to be sent to Seoul.")
    assert incident.fields.get("country") != "KR"
    incident = read(pipeline, "Two loggers who had fled from Tynda arrived in Seoul by plane in May.")
    assert incident.fields.get("country") == "RU"


def test_a_secretary_is_at_his_post_when_he_arrives_elsewhere(pipeline: Pipeline) -> None:
    text = "In January 1996 Hyun, a secretary at the embassy in Lusaka, arrived in Seoul and defected."
    assert read(pipeline, text).fields.get("country") == "ZM"


def test_a_source_is_not_the_scene(pipeline: Pipeline) -> None:
    text = "A riot broke out at a market in Hyesan, an official in Seoul said."
    assert read(pipeline, text).fields["place"] == "Hyesan"


def test_an_office_can_be_the_scene_but_its_spokesman_is_not(pipeline: Pipeline) -> None:
    assert read(pipeline, "A bomb exploded outside the ministry in Kiev.").fields["place"] == "Kyiv"


def test_an_old_name_stands_beside_the_present_one(pipeline: Pipeline) -> None:
    assert read(pipeline, "A boiler exploded in Undok, North Hamgyong.").fields["place"] == "Kyonghung (Undok)"


def test_a_spelling_is_no_other_name(pipeline: Pipeline) -> None:
    assert read(pipeline, "A boiler exploded in Hoiryeong, North Hamgyong.").fields["place"] == "Hoeryong"


def test_a_picture_lends_neither_its_day_nor_its_place(pipeline: Pipeline) -> None:
    text = (
        "North Korean women gather after work at a mill in Hunchun, China, June 3, 2015. AP-Yonhap\n\n"
        "Forty North Korean women in Dandong went on strike in March, a trader said.\n"
    )
    fields = read(pipeline, text, "2019-05-02").fields
    assert (fields["place"], fields["date_start"]) == ("Dandong", dt.date(2019, 3, 1))


DATES = [
    ("A gas tank exploded on Monday, according to two sources on Thursday.", dt.date(2023, 5, 8)),
    ("Prompted by last week's closure, forty women went on strike.", None),
    ("Three men broke out of a prison on May 3; one was caught two days later.", dt.date(2023, 5, 3)),
    ("It was the second strike this year, after May 2, when welders downed tools.", dt.date(2023, 5, 2)),
]


@pytest.mark.parametrize(("sentence", "start"), DATES, ids=[s for s, _ in DATES])
def test_when(pipeline: Pipeline, sentence: str, start: dt.date | None) -> None:
    assert read(pipeline, sentence, "2023-05-12").fields.get("date_start") == start


def test_days_counted_from_the_event_are_not_its_own(pipeline: Pipeline) -> None:
    text = "Two men escaped from a prison in Hyesan. The younger was caught three days after the breakout."
    assert read(pipeline, text, "2023-05-12").fields.get("date_start") is None


def test_the_day_of_a_week_is_taken_from_the_sentence_after(pipeline: Pipeline) -> None:
    text = "Three fishermen defected to the South last week. Their boat was found near Sokcho on May 3."
    assert read(pipeline, text, "2023-05-12").fields["date_start"] == dt.date(2023, 5, 3)


def test_the_better_attached_of_two_days_counts(pipeline: Pipeline) -> None:
    text = (
        "When the search ended yesterday, nine miners were known to have died in the explosion. "
        "The blast occurred at the pit on Saturday."
    )
    assert read(pipeline, text, "2023-05-12").fields["date_start"] == dt.date(2023, 5, 6)


def test_a_county_that_no_gazetteer_has_is_known_by_its_word(pipeline: Pipeline) -> None:
    text = "A gas blast killed nine at a pit of Xiaoqiu County, Datong City, 200 km southwest of Taiyuan, on Monday."
    assert read(pipeline, text, "2007-03-29").fields["place"] == "Xiaoqiu County"


def test_a_town_that_only_gives_the_distance_is_not_the_scene(pipeline: Pipeline) -> None:
    text = "Forty builders went on strike in the port town of Jebel Dhanab, 35 km southwest of the city of Dubai."
    assert read(pipeline, text).fields["place"] == "Jebel Dhanab"
