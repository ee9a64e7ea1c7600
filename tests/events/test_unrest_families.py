"""Dissent and blasts in families of words: officials set upon, work withheld, displays, fasts, bursting vessels; and their likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.mentions import kept

from incidents.load import read_report_text

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

DISSENT = [
    "Hawkers at Ryongchon market hemmed in two collectors in May and made them hand back the fines.",
    "Householders in Kusong chased away an eviction crew with brooms in late April.",
    "Farm hands in Chaeryong stayed away from the paddies for three days in May because the promised maize had not come.",
    "Irate parents in Kimchaek withdrew their children from a kindergarten on May 2 over a levy for firewood.",
    "Two mothers held up a bed sheet in front of the town hall in Huichon on Monday that asked for the return of their sons.",
    "Carters left their oxen and wagons across the bridge in Anju on Tuesday until the toll was dropped.",
    "Passengers on a train to Hyesan set upon policemen who were searching their bags on October 3.",
    "The polishers stopped cutting on Monday and did not start again until they had been paid.",
    "Miners in Tokchon stayed underground for a night on May 6 to press for better food.",
    "In a rare show of defiance, tenants in Nampo ripped down the notices that told them to move.",
    "Six conscripts locked up the quartermaster in his own cellar at Kosan in August and gave away the noodles.",
    "Twelve bricklayers locked the bookkeeper in a store room in Dubai on May 3 because he had deducted money from everyone.",
    "A stoker slashed his own wrists on May 3 in front of the agent who would not pay him.",
    "A widow set fire to herself outside the police station in Hyesan in March after her son had been sent back.",
    "Crowds looted supermarkets in the capital on Thursday and burned a market.",
    "In Kisumu rioting on the same evening cost nine lives.",
    "Forty women knelt before the commandant's house in Pukchang in March and would not get up until they had flour.",
    "Thirty women of the hosiery mill in Sinuiju left their knitting frames and filed into the yard on June 3 to complain of the rations.",
    "Four women have eaten nothing since Sunday outside the consulate in Shenyang and demand their brother's release.",
]
NO_DISSENT = [
    "Thousands took to the streets of Pyongyang on Monday to denounce the United States at a rally staged by the party.",
    "The women sat in front of the store from dawn on May 3, waiting for the flour to arrive.",
    "The inspectors surrounded the market on Monday and arrested nine traders.",
    "The waitresses refused on Monday to be photographed.",
    "A woman set herself on fire by accident in Hyesan on Tuesday while she was cooking.",
    "The captain held the sergeant back on Monday when the match in Wonsan was over.",
    "A cook cut his hand on a blade in Dubai on May 3 before the manager came.",
    "Bandits looted a store in the desert on May 3.",
    "The pilgrims knelt before the altar on Sunday until the bell rang.",
    "Fear of rioting kept the shops in the capital closed on Monday.",
    "The delegation walked out of the talks in Panmunjom on Tuesday in protest at the drills.",
]
BLASTS = [
    "A compressor at the fertiliser plant in Hungnam flew to pieces on March 3, killing the machinist.",
    "A gas canister that a passenger was carrying under her coat burst on a crowded bus on March 19.",
    "Gunpowder stored in a shed in Manpo caught light on May 30 and took half the street with it.",
    "An accident with explosives cost four road builders their lives in Tanchon in May.",
    "People across the river heard a deafening bang on Sunday, and the windows of the customs house were shattered.",
]
NO_BLASTS = [
    "Engineers blew up the old bridge near Anju on Tuesday to make room for a new one.",
    "Artillery shells fell near the island in November and exploded among houses.",
    "Fire brigades practised the response to a gas explosion in a high-rise on Thursday.",
    "The mine collapsed on May 3 after heavy rain, burying seven.",
]

MISHAPS = [
    "The roof of a copper mine near Hyesan collapsed on March 3. Nine men died and four were dug out alive. The pit was old.",
    "Nine men died under the rock at the lead mine in Komdok on May 3. Four were dug out alive. The pit was old.",
    "A bus overturned on an icy pass in Ryanggang on May 3. Eleven people were killed and nine injured. The driver lived.",
    "The shaft at Aoji flooded on May 3. Eight men drowned and two were injured. A pump had failed.",
]
BURIED_BY_A_BLAST = [
    "A wall collapsed at a mill in Sinuiju on May 3 and six men died. A gas cylinder had exploded beside it. Ten were injured.",
    "Firedamp exploded at the mine in Aoji on May 3. Eight men died when the gallery collapsed. Two were injured.",
]


@pytest.mark.parametrize("text", MISHAPS)
def test_another_accident_is_no_blast(text: str, pipeline: Pipeline):
    found = pipeline.with_models().extract(read_report_text(text))
    assert "explosion" not in {i.event_type for i in found.incidents}


@pytest.mark.parametrize("text", BURIED_BY_A_BLAST)
def test_a_blast_may_bring_down_what_stands(text: str, pipeline: Pipeline):
    found = pipeline.with_models().extract(read_report_text(text))
    assert [i.event_type for i in found.incidents] == ["explosion"]


@pytest.mark.parametrize("text", DISSENT)
def test_dissent_is_found(text: str, pipeline: Pipeline):
    assert "protest" in kept(pipeline, text)


@pytest.mark.parametrize("text", NO_DISSENT)
def test_what_only_looks_like_dissent_is_none(text: str, pipeline: Pipeline):
    assert "protest" not in kept(pipeline, text)


@pytest.mark.parametrize("text", BLASTS)
def test_a_blast_is_found(text: str, pipeline: Pipeline):
    assert "explosion" in kept(pipeline, text)


@pytest.mark.parametrize("text", NO_BLASTS)
def test_what_only_looks_like_a_blast_is_none(text: str, pipeline: Pipeline):
    assert "explosion" not in kept(pipeline, text)
