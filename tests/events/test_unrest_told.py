"""Dissent in the words of the press: printed, defaced, cried out, by absence, on paper, against managers; and its likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.mentions import kept

from incidents.arguments.count_of import size_told
from incidents.model import Report

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

DISSENT = [
    "June 3: FRNK demonstrates outside the Chinese consulate in Busan.",
    "June 9: Two hundred welders strike at the shipyard in Nampo over unpaid wages.",
    "Flyers criticising the leader turned up in Hoeryong on the morning of June 25.",
    "Leaflets attacking the regime were found on the campus in Hamhung last week.",
    "Banknotes with insults to Kim Jong Il written on them were strewn around the statue in Chongjin on June 26.",
    "A monument to Kim Il Sung in Haeju was defaced with paint.",
    "An activist burned a photo of Kim Jong Un at a rally in Paju.",
    "He was arrested in 2009 for having handed out leaflets against the leader in Wonsan.",
    "A teacher in Wonsan was dragged off after she shouted in the middle of a rally that people were starving.",
    "Hundreds of people swarmed into the streets of Sinuiju and cried for light and rice.",
    "Nearly all of the women at the sewing plant stayed at home together because they had not got their rice.",
    "Workers at some plants in Kaesong have been turning down overtime since last week, officials said.",
    "She has put her complaint about the prison in writing and addressed it to the party.",
    "More than 30 workers gave the head of the company an ultimatum: pay or we stop.",
    "Bangladeshi workers ran amok at a factory in Johor and torched a guardhouse.",
    "Street vendors fought back when police tried to seize their goods, and several were hurt.",
    "Fighting broke out between loggers and their overseers over food.",
    "Prisoners seized the guards' weapons and held the camp for a day before troops retook it.",
    "Violent incidents occurred at other plants in Jilin, where about 20 workers turned on security agents.",
    "Up to 500 people joined in the disturbance, which lasted until dawn.",
    "Two surveyors and their boss were kept prisoner by their own workers in a hut until the wages came.",
    "Hundreds of porters forced their way into the ministry and smashed the furniture over unpaid wages.",
    "At once the whole unit fell upon the overseer and gave him a beating.",
    "Activists went to the embassy in Washington on March 1 with a coffin.",
    "The raid brought a crowd of mothers to the gate of the police station, demanding the boys' release.",
    "Dockers brought traffic at the port of Aden to a standstill over unpaid salaries.",
    "Herders cut the road to Erdenet for an hour in protest at a new grazing fee.",
    "Six weavers hurried to the office on Monday to protest against the closure of their hall.",
    "Ninety Uzbeks refused to go on pouring concrete until they were given their wages.",
    "The lorries were waiting, but the loggers stood their ground and said that they wanted their money.",
    "Some 80 North Koreans turned on the agents who watch over them.",
    "There was shoving and then blows when the tilers were told by their foreman that there would be no pay.",
    "Stallholders snatched their goods back from the inspectors and drove them off.",
    "Guards fired into a crowd of miners who had gathered to ask for rations.",
    '"Give us coal," hundreds of people called in front of the party office.',
    "The traders sent an old woman to the party committee with a sheet on which all had put their thumbprints.",
    "The walls of two stations in Hamhung carried abuse of the leader in April.",
    "A slogan against the party was scrawled on the fence of a market in Kaechon.",
    "Labour unrest broke out at two garment plants in Hunchun in May.",
    "Prisoners rose against their guards in 1991, according to a man who was there.",
    "The crew worked at half speed in May because their rations had not been paid.",
    "Five tilers have been without food since Monday to press for their wages.",
    "Forty cleaners sat in at the town hall in Salt on Tuesday to be given their wages.",
    "The workers sat in there to have the ministry sue the owner for their unpaid wages.",
    "Women who sell fish in Haeju came to grips with market guards on Sunday.",
    "The inspectors who came to clear the stalls were met with blows and stones.",
    "The Labour Ministry had 60 cleaners on its doorstep on Monday who demanded their unpaid wages.",
    "Thirty widows stood on the doorstep of the ministry on Monday and demanded an answer.",
    "Angry villagers broke into the offices of the mine and tore up the files.",
]
NO_DISSENT = [
    "Pak Chol, a counsellor at the embassy, went to the Foreign Ministry in Hanoi to protest against the search.",
    "The envoy called at the ministry the same day to protest against the arrests.",
    "Before the show a wreath was laid on the floor, and the traders took off their caps before the manager.",
    "Analysts agree that there is nobody to lead a revolt in the North.",
    "A rally was held in Pyongyang on Sunday to mark the party's anniversary; 100,000 people took part.",
    "Tens of thousands of people gathered on Kim Il Sung Square to hail the nuclear test.",
    "A crowd gathered outside the shop to buy rice.",
    "The workers stopped for lunch and sat down on the ground.",
    "The mural was smeared when the river flooded the hall.",
    "The family came down the river and were picked up on the shore.",
    "A bomber struck at the bus station in the south of the town.",
    "The owner would not let go of the sack.",
    "Reporters phoned Minister Richard Riot on Tuesday.",
    "Propaganda leaflets from the South were found in a field near Kaesong.",
    "It holds vigils for refugees who were deported.",
    "Snow brought traffic in Pyongyang to a standstill.",
    "The concert brought crowds into the street.",
    "The price of corn stood its ground in May.",
    "Agents turned on the lamps and searched the room.",
    "The workers slowed the conveyor to repair a belt.",
    "The words of the song are written on the wall of the school.",
    "The fishermen had been without food for six days when the boat was found.",
    "Seoul recalled its envoy in protest at the visit.",
    "They will gather on Friday to protest against the fee.",
    "Because of the lockdown nobody came to work at the factory.",
    "A trainee sat in on the lesson.",
    "The two organisers stayed in prison until October, when they were let out as the minister had promised.",
    "The police came to grips with the problem of theft.",
    "The team was met with flowers at the airport.",
    "The war is now on the doorstep of the embassy.",
    "Four militants were shot dead when they tried to break into the offices of the port.",
    "Burglars broke into the office of the mine and took the safe.",
]
COUNTED = [
    ("Police put the number of those who took part at 1,500.", 1500),
    ("The crowd swelled to several hundred by noon.", 100),
    ("Officials put the rioters at 400.", 400),
    ("The march through the town drew about 3,000 people.", 3000),
    ("Some 8,000 workers joined the stoppage.", 8000),
]


@pytest.mark.parametrize("sentence", DISSENT)
def test_ways_of_dissent(pipeline: Pipeline, sentence: str) -> None:
    assert "protest" in kept(pipeline, sentence)


@pytest.mark.parametrize("sentence", NO_DISSENT)
def test_what_is_none(pipeline: Pipeline, sentence: str) -> None:
    assert "protest" not in kept(pipeline, sentence)


@pytest.mark.parametrize(("sentence", "people"), COUNTED)
def test_how_many_took_part(pipeline: Pipeline, sentence: str, people: int) -> None:
    page = pipeline.annotator.page(Report("x", sentence, "x.txt", "text", "0" * 64))
    told = size_told(page, page.sentences[0])
    assert told is not None
    assert told.minimum == people


def test_those_whom_a_cause_brings_out_take_part(pipeline: Pipeline) -> None:
    text = "Anger over the levy brought 700 people out into the streets of Haeju on May 4, 2019."
    (found,) = pipeline.extract(Report("x", text, "x.txt", "text", "0" * 64)).incidents
    assert found.fields["participants_min"] == 700
