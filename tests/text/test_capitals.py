"""Reports in capitals: read as if they were in ordinary spelling, stored as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import incidents
from incidents.gazetteer import Gazetteer
from incidents.patterns import Patterns
from incidents.text.casing import Recaser

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def recaser() -> Recaser:
    patterns = Patterns()
    return Recaser(patterns, Gazetteer.load(patterns))


SENTENCES = [
    "Police in Barranquilla said a grenade had gone off outside the home of Pedro Salcedo, a judge.",
    "The National Workers Front (FNT) and the ELN denied it, and the FNT called it a lie.",
    "The DAS [Administrative Department of Security] searched a house in San Pedro Sula.",
    "He may return in May, or in late March after the march on La Paz.",
    "Nobody told us what the US Embassy or the U.S. ambassador knew.",
    "Kim Chol-su and Ri Il-gyu left Hoeryong-si for Sinuiju by train.",
    "Gen. Arturo Mena's bodyguards, four of them, died at 3 p.m. on the 16th.",
    "It wasn't the neighbours' colour set that exploded, the fire chief said.",
    'A man shouted: "They are inside!" The guards ran to the centre of the square.',
    "El Salvador, South Africa and the Dominican Republic sent aid to Buenos Aires.",
    "Osama bin Laden was not named by George Bush or Bill Clinton on Monday.",
    "Kilo bombs of TNT and RDX lay beside the Musan Iron Mine.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_in_capitals_gets_its_spelling_back(recaser: Recaser, sentence: str) -> None:
    assert recaser.respelled(sentence.upper()) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, March 3 (Yonhap) -- Eight men fled.",
        "UN, NATO AND EU\n\nThe three met in Geneva.",
        "He works for KBS and lives in a house by the sea.",
        "Die Weiße Straße",
        "",
    ],
)
def test_text_in_mixed_case_is_left_alone(recaser: Recaser, text: str) -> None:
    assert recaser.respelled(text) is text


def test_a_headline_in_capitals_over_a_mixed_report_is_respelled(recaser: Recaser) -> None:
    text = "BOMB KILLS THREE SOLDIERS IN PERU\n\nLIMA (AP) -- A bomb killed three soldiers on Monday."
    assert recaser.respelled(text) == (
        "Bomb kills three soldiers in Peru\n\nLIMA (AP) -- A bomb killed three soldiers on Monday."
    )


def test_nothing_moves(recaser: Recaser) -> None:
    text = "STRASSE, STRAßE: İZMIR POLICE\r\nFOUND A BOMB [PASSAGE OMITTED] ON 3 JUL 89.\u00a0THE ŁÓDŹ PLANT’S GATE WAS SHUT."
    assert len(recaser.respelled(text)) == len(text)


def test_marks_of_the_monitoring_service_are_no_words_of_the_report(recaser: Recaser) -> None:
    text = "LIMA, 12 MAR 90 (EFE) -- [TEXT] A BOMB WENT OFF. [PASSAGE OMITTED] TWO MEN [NAME INDISTINCT] FLED."
    assert " ".join(recaser.respelled(text).split()) == "LIMA, 12 Mar 90 (EFE) -- A bomb went off. Two men fled."


REPORT = """\
MEDELLIN, 24 SEP 89 (AFP) -- [TEXT] A CAR BOMB EXPLODED LAST NIGHT IN FRONT OF A BANK IN THE CITY OF ITAGUI, IN
ANTIOQUIA DEPARTMENT, KILLING TWO PASSERS-BY AND WOUNDING 11 OTHERS, THE POLICE REPORTED TODAY.

   NO GROUP HAS CLAIMED THE ATTACK. POLICE COLONEL JORGE RESTREPO SAID THAT 40 KG OF DYNAMITE HAD BEEN USED.
"""


def test_a_report_in_capitals_is_read_and_stored_word_by_word(pipeline: Pipeline) -> None:
    reading = incidents.extract(REPORT)
    (bomb,) = reading.incidents
    assert bomb.event_type == "explosion"
    wanted = {"date_start": "1989-09-23", "country": "CO", "killed_min": 2, "injured_min": 11}
    assert {name: str(bomb.fields[name]) for name in wanted} == {name: str(value) for name, value in wanted.items()}
    assert reading.report.text == REPORT
    for value in bomb.values:
        assert value.text is None or value.text == REPORT[value.start : value.end]
    row = reading.to_frame().iloc[0]
    assert row["quote"].startswith("A CAR BOMB EXPLODED LAST NIGHT") or row["quote"].startswith("MEDELLIN, 24 SEP 89")
