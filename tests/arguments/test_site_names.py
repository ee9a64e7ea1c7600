"""Names of sites that no gazetteer holds: which words are one, and which only look like one."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


NAMED = [
    # ships and restaurants whose noun is left out
    (
        "The 14 men on board the JB Rubin, a freighter, went on strike on May 3 in the port of Busan.",
        "JB Rubin",
        "ship",
    ),
    ("The crew of the Dai Hong Dan, a North Korean freighter, went on strike on May 3.", "Dai Hong Dan", "ship"),
    (
        "The captain of the 'Sea Star', a longliner, was taken hostage by its crew on May 3 over pay.",
        "Sea Star",
        "ship",
    ),
    ("An explosion aboard the Sanchi killed three on May 3; the tanker was off Shanghai.", "Sanchi", "ship"),
    (
        "Kim, 23, served at the Pyongyang Moran-gwan until May 3, when she ran away. The restaurant is looking for her.",
        "Pyongyang Moran-gwan",
        "restaurant",
    ),
    ("The cook of the Golden Lotus, a diner in Vladivostok, fled on May 3.", "Golden Lotus", "restaurant"),
    ("Three waitresses fled the 'Pyongyang Arirang' restaurant in Hanoi on May 3.", "Pyongyang Arirang", "restaurant"),
    # a town, and then more of the name
    (
        "An explosion killed four soldiers on May 3 who were building the Kumya River power station.",
        "Kumya River power station",
        "construction_site",
    ),
    (
        "Thirty men walked out on May 3 at the Skyline Towers site in Kuwait City.",
        "Skyline Towers site",
        "construction_site",
    ),
    ("Three women fled the Hongxing garment plant in Tumen on May 3.", "Hongxing garment plant", "factory"),
    # a name between commas, in short, or told by whom the camp held
    ("Workers of the factory in Dandong, Huayang Textile, went on strike on May 3.", "Huayang Textile", "factory"),
    (
        "Some 900 men live in the Pavon prison. Inmates at Pavon rioted on May 3 over the food.",
        "Pavon prison",
        "prison",
    ),
    ("Women at Hyesan's cosmetics factory went on strike on May 3.", "Hyesan's cosmetics factory", "factory"),
    # one of many
    ("Two waitresses of a Beijing restaurant fled on May 3.", None, "restaurant"),
    ("Workers of two Dandong factories went on strike on May 3.", None, "factory"),
    # peoples, bodies, papers and towns
    ("The crew of the Norwegian trawler went on strike on May 3.", None, "ship"),
    ("The captain told the Japan Times that the crew of his ship mutinied on May 3.", None, "ship"),
    ("A woman from the Netherlands said two waitresses fled a restaurant in Dandong on May 3.", None, "restaurant"),
    (
        "Two waitresses fled a restaurant in Dandong on May 3, a woman of the Democratic League said.",
        None,
        "restaurant",
    ),
    # who speaks or is told, what lies near, where people are today
    (
        "An official from the Chinese consulate said that 20 women went on strike on May 3 at a mill in Rason.",
        None,
        "factory",
    ),
    (
        "Police notified the North Korean embassy that three waitresses had fled a restaurant in Hanoi on May 3.",
        None,
        "restaurant",
    ),
    (
        "The Japanese consulate was entered on May 3 by five North Koreans who sought asylum.",
        "Japanese consulate",
        "diplomatic_mission",
    ),
    ("A blast on May 3 broke windows in the kindergarten opposite and killed a man in Hyesan.", None, None),
    ("An explosion at a petrol station near Kalma airport killed four on May 3.", None, "other"),
    ("Two men fled the North by boat on May 3; one of them now runs a noodle shop in Sokcho.", None, "ship"),
    ("A gas explosion killed 12 people on May 3 in a city near the border with China.", None, None),
    ("Two border guards fled to China on May 3.", None, "border"),
    # where people only pass
    ("A soldier crossed the border at Panmunjom on May 3 and defected.", None, "border"),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED, ids=[t for t, _, _ in NAMED])
def test_name(pipeline: Pipeline, text: str, name: str | None, kind: str) -> None:
    (fields, *_) = [i.fields for i in pipeline.extract(_report(text)).incidents]
    assert (fields.get("facility"), fields.get("facility_type")) == (name, kind)


def _report(text: str) -> Report:
    return Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2015, 6, 10)))
