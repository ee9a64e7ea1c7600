"""Names weighed as firms by all that a report says of them, in constructions that settle nothing alone."""

from __future__ import annotations

import pytest

from incidents.arguments.firm_lexicon import FirmWords
from incidents.load import read_report_text
from incidents.pipeline import Pipeline


def companies(pipeline: Pipeline, text: str) -> set[str]:
    return {name.text for name in pipeline.annotator.page(read_report_text(text)).companies}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Most of the dead were on their first shift with Torvald Offshore, the rig's owner.", "Torvald Offshore"),
        ("At Sandvik's Plock site a tank exploded on Monday.", "Sandvik"),
        ("Bosses at Haldane refused to meet them, and 300 fitters walked off the job.", "Haldane"),
        ("The crew had been hired through Seacrest Manning, which never filed their contracts.", "Seacrest Manning"),
        ("Their passports were kept in a safe at the office of Pyramid Contracting.", "Pyramid Contracting"),
        ("Nakhodka-based Vostokryba put the men ashore without a kopeck.", "Vostokryba"),
        ("They had been placed with Kaiser Textil, a supplier of car seats.", "Kaiser Textil"),
        ("The field is worked by TTKOP. It employs some 400 people on the spot.", "TTKOP"),
        ("Fook Wah, the second of three firms in the chain, has not paid its sewers.", "Fook Wah"),
        ("A shed at Harley & Rowe blew up. Harley & Rowe makes propellant for rockets.", "Harley & Rowe"),
    ],
)
def test_a_firm_is_known_by_what_is_said_of_it(pipeline: Pipeline, text: str, name: str) -> None:
    assert name in companies(pipeline, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Haldane refused to meet the 300 fitters, who had walked off the job.",
        "Twelve members of Al-Qaeda broke out. Most inmates there belong to Al-Qaeda, a guard said.",
        "The miners were held by men of the Shining Path, which demanded dynamite of their firm.",
        "He earned less than the others, he told the British agency ANSA.",
        "Bekzod, who had worked as a welder, told Novaya Gazeta that nobody was paid.",
        "Hungry miners in Vorkuta struck over six months of unpaid pay.",
        "Protesters from Kerala gathered in Sharjah and shouted at Raju, their foreman.",
        "The crew of the Ocean Star set fire to the bridge.",
        "Lee Sang-min paid his workers late. He blamed the banks.",
        "Factories producing for export kept their hands in the dormitory. The company said nothing.",
        "Deductions. All nine said that the sending company kept half of their pay. Deductions were not explained.",
        "The pilot flew his MiG-29 to the coast. The MiG-29 was sent back.",
        "Ahn Myong-jin drove trucks for the camp. Ahn hired nobody and paid for his bread.",
        "Border guards of the 27th Frontier Brigade hired out their men to a farm.",
        "Kathleen Innes, who advises the city, hired an interpreter for the crew. Ms. Innes filled in their forms.",
        "Jan Balogh, 51, paid his welders nothing. Balogh had hired forty of them.",
        "The All-Party Parliamentary Group heard forty workers. The Inspection Group closed their workshop.",
        "Miners are running off. Seven left the hostel of the mine, and a cook was paid for his silence.",
        "A turner surnamed Song hung his spoons on the board: a gift of the Song family. Song's workers laughed.",
        "The UN Expert Group has accepted eleven cases. The monthly Saebyok paid for the meeting.",
    ],
)
def test_people_places_ships_and_plain_words_are_no_firms(pipeline: Pipeline, text: str) -> None:
    assert companies(pipeline, text) == set()


def test_the_company_must_mean_somebody(pipeline: Pipeline) -> None:
    """A name too weak on its own is taken where the report goes on with "the business" and names no firm."""
    told = "Corrib Vale took the passports of all pickers, an inspector said."
    assert companies(pipeline, told) == set()
    assert companies(pipeline, told + " Each of the women paid the business for her bed.") == {"Corrib Vale"}


def test_hints_add_up_from_the_prior() -> None:
    words = FirmWords.of({"families": {"people": "worker crew"}, "weights": {"none": -2.0, "of people": 3.0}})
    assert words.kinds("crew") == ["people"]
    assert words.holds("crews")
    assert words.score({}) == -2.0
    assert words.score({"of people": 1.0, "unheard of": 1.0}) == 1.0
