"""Towns too small for the gazetteer: found where a sentence gives them away, in a country that the text speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


TOLD = [
    # the division comes from the table of settlements
    ("Forty loggers went on strike at Tyrma, Russia, on Monday.", "Tyrma", "RU-KHA"),
    ("In Pakistan, a bomb exploded in Landi Kotal on Monday.", "Landi Kotal", "PK-KP"),
    # also where the language model takes its name for a person's
    ("In Russia, a fuel store exploded at Gorin on Monday.", "Gorin", "RU-KHA"),
    ("Near Tymovskoye, Russia, forty loggers went on strike on Monday.", "Tymovskoye", "RU-SAK"),
    # or where it stands before the site that bears it
    ("In Russia, eleven loggers escaped from the Tyrma camp on Monday.", "Tyrma", "RU-KHA"),
    ("In Russia, gas exploded at the Chegdomyn coal mine on Monday.", "Chegdomyn", "RU-KHA"),
    # or tells whose people or court it is
    ("In Russia, the miners of Chernigovka went on strike on Monday.", "Chernigovka", "RU-PRI"),
    # other names of larger towns count, too
    ("In Belarus, sixty weavers went on strike at a mill in Grodno on Monday.", "Grodno", "BY-HR"),
    # or at which stands what no firm has, whatever the model takes the name for
    ("In Russia, thirty loggers went on strike at the camp at Vesyolaya Gorka on Monday.", "Vesyolaya Gorka", None),
    ("Twelve weavers escaped from a hostel in Por Samrong, Cambodia, on Monday.", "Por Samrong", None),
    # towns of the countries that take workers, in their divisions
    ("Forty plasterers went on strike at Raysut, Oman, on Monday.", "Raysut", "OM-ZU"),
    ("In Oman, a gas bottle exploded in Sohar on Monday.", "Sohar", "OM-BS"),
    ("Sixty scaffolders went on strike in Tuas, Singapore, on Monday.", "Tuas", "SG-05"),
    # countries that are one town
    ("In Singapore, sixty scaffolders went on strike on Monday.", "Singapore", None),
    ("A student defected on Monday at the South Korean consulate in Hong Kong.", "Hong Kong", None),
    # a name that no table knows lies in the division told beside it
    ("At Okitipura in Ondo State, Nigeria, 58 prisoners escaped from their jail on Monday.", "Okitipura", "NG-ON"),
]


@pytest.mark.parametrize(("text", "place", "division"), TOLD, ids=[t[1] for t in TOLD])
def test_small_town(pipeline: Pipeline, text: str, place: str, division: str) -> None:
    incidents = pipeline.extract(_report(text)).incidents
    assert [(i.fields.get("place"), i.fields.get("admin1_code")) for i in incidents] == [(place, division)]


@pytest.mark.parametrize(
    "text",
    [
        "A boiler exploded at Tyrma on Monday.",  # nothing tells its country
        "Loggers in Russia spoke of their pay to Tyrma Radio. A boiler exploded on Monday.",  # a part of another name
        "Loggers in Russia met near the Murino park. A boiler exploded on Monday.",  # it only describes a park
        "In Russia, guards shot at Gorin on Monday.",  # somebody is shot at
        "Loggers in Russia spoke of the death of Gorin. A boiler exploded on Monday.",  # no town dies
        "In Russia, the guards were angry at Kim. A boiler exploded on Monday.",  # a surname
        "In Russia, a boiler exploded in Shed 4 on Monday.",  # one of several
        "In Russia, a boiler exploded in Warehouse 9 on Monday.",
    ],
)
def test_no_small_town(pipeline: Pipeline, text: str) -> None:
    names = pipeline.annotator.page(_report(text)).names
    assert not any("a small town" in name.reason for name in names)


def test_namesakes_in_several_divisions_tell_none(pipeline: Pipeline) -> None:
    page = pipeline.annotator.page(_report("Loggers in Russia went on strike in Pervomayskiy on Monday."))
    assert [n.admin1_code for n in page.names if n.text == "Pervomayskiy"] == [None]


def test_a_name_that_always_stands_for_a_town_is_no_firm(pipeline: Pipeline) -> None:
    text = (
        "Loggers in Russia have had no pay since May. The enterprise at Gorin employs 600 men, and drivers at Gorin "
        "went on strike on Monday. The company has paid nobody."
    )
    names = pipeline.annotator.page(_report(text)).names
    assert {n.label for n in names if n.text == "Gorin"} == {"PLACE"}


@pytest.mark.parametrize(
    "text",
    [
        "Weavers in East Germany went on strike on Monday.",
        "Miners in Upper Silesia, Poland, went on strike on Monday.",
        "In China, gas exploded in Pit 4 on Monday.",
        "In China, a boiler exploded in Workshop 7 on Monday.",
        "Two sailors asked for asylum at an office in Harbour Plaza in Baltimore on Monday.",
        "An explosion killed 12 miners at the Karl Marx colliery in Yenakiieve, Ukraine, on Sunday.",
        "A pilot flew a plane from Dongta Air Base in Liaoning Province to the South on Monday.",
    ],
)
def test_a_part_of_a_country_a_street_and_a_numbered_site_are_no_towns(pipeline: Pipeline, text: str) -> None:
    names = pipeline.annotator.page(_report(text)).names
    places = [n.text for n in names if n.label == "PLACE"]
    assert not {"East", "Upper", "Pit", "Workshop", "Harbour Plaza", "Karl Marx", "Dongta Air Base"} & set(places)


def _report(text: str) -> Report:
    return Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2012, 5, 20)))


@pytest.mark.parametrize("part", ["Shed 4", "Warehouse 9", "Bay 12"])
def test_one_of_several_at_a_site_is_no_town(pipeline: Pipeline, part: str) -> None:
    page = pipeline.annotator.page(_report(f"In Russia, a boiler exploded in {part} on Monday."))
    assert not any(n.label == "PLACE" for n in page.names)


@pytest.mark.parametrize(
    "text",
    [
        "Three loggers fled their camp last week, a report in Forbes said.",
        "Workers at a mill went on strike in May, according to an article in Pravda.",
        "Two women escaped from a farm in May, he wrote in Izvestia.",
    ],
)
def test_what_stands_in_a_paper_does_not_stand_in_a_town(pipeline: Pipeline, text: str) -> None:
    assert not any(n.label == "PLACE" for n in pipeline.annotator.page(_report(text)).names)
