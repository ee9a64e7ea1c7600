"""News of other countries as agencies tell it: what is a blast, where "the capital" is, and whose embassy it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from language.reading import read, types

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

BLASTS = [
    "Rebels attacked the barracks in Usulutan with mortars on Tuesday and wounded two soldiers.",
    "Unknown men threw two grenades at the house of the mayor of Cali on Tuesday and hurt a servant.",
    "A rebel mortar attack on the Defense Ministry in San Salvador killed one civilian on Tuesday.",
    "Guerrillas fired a rocket at the police station in Cali on Tuesday, wounding three policemen.",
]
NO_BLASTS = [
    "The crowd attacked the police station in Cali with stones and petrol bombs on Tuesday.",
    "Experts defused a 20-pound bomb that had been left near a bank in Cali on Tuesday.",
    "An unknown caller said on Tuesday that a bomb would explode in the railway station of Cali.",
    "Police fired volleys of tear gas at students in Seoul on Tuesday.",
    "Rebels opened fire with rifles on the barracks in Usulutan on Tuesday and killed three soldiers.",
]


@pytest.mark.parametrize("text", BLASTS)
def test_bombs_grenades_and_mortars_make_a_blast(pipeline: Pipeline, tmp_path: Path, text: str) -> None:
    assert types(pipeline, tmp_path, text) == ["explosion"]


@pytest.mark.parametrize("text", NO_BLASTS)
def test_threats_petrol_bombs_and_rifles_make_none(pipeline: Pipeline, tmp_path: Path, text: str) -> None:
    assert "explosion" not in types(pipeline, tmp_path, text)


def test_the_capital_is_the_one_that_the_report_names(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "A bomb destroyed a union hall in the capital on Tuesday, killing ten people. Reporters who came to the scene "
        "in San Salvador counted six bodies. El Salvador has been at war for a decade."
    )
    [bomb] = read(pipeline, tmp_path, text)
    assert (bomb["country"], bomb["place"], bomb["killed_min"]) == ("SV", "San Salvador", 10)


def test_an_embassy_stands_where_the_report_was_filed_and_not_in_its_own_country(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    text = "LIMA, Peru (AP) -- A car bomb exploded on Tuesday near the U.S. embassy and wounded two guards."
    [bomb] = read(pipeline, tmp_path, text)
    assert bomb["country"] == "PE"


def test_a_great_city_is_meant_before_a_province_of_its_name(pipeline: Pipeline, tmp_path: Path) -> None:
    [bomb] = read(pipeline, tmp_path, "A bomb exploded on Tuesday in front of a bank in Santiago and hurt a clerk.")
    assert bomb["country"] == "CL"


def test_the_dateline_is_the_day_that_today_means(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "CALI, 15 MAY 18 (EFE) -- [TEXT] A BOMB EXPLODED TODAY IN FRONT OF A BANK AND KILLED A GUARD, POLICE SAID."
    [bomb] = read(pipeline, tmp_path, text)
    assert str(bomb["date_start"]) == "2018-05-15"


def test_the_day_of_the_blast_is_not_the_day_of_those_who_speak_of_it(pipeline: Pipeline, tmp_path: Path) -> None:
    text = (
        "Officials who met on Wednesday noted that Monday's blast in Donetsk had destroyed the ventilation of the mine "
        "and killed 39 miners."
    )
    [blast] = read(pipeline, tmp_path, text)
    assert str(blast["date_start"]) == "2018-05-14"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 300 bakers marched through the centre of Rosario on Tuesday.", "Rosario"),
        ("In Montevideo, Uruguay, 300 bus drivers ended their strike for higher pay on Monday night.", "Montevideo"),
    ],
)
def test_a_march_through_a_town_and_a_strike_that_ends_in_one_are_there(
    pipeline: Pipeline, tmp_path: Path, text: str, place: str
) -> None:
    [protest] = read(pipeline, tmp_path, text)
    assert protest["place"] == place
