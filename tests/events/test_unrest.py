"""What counts as dissent and as a blast, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.mentions import kept

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

DISSENT = [
    "Some 300 seamstresses at a plant in Hunchun went on strike over four months of unpaid wages.",
    "The riveters downed tools on Monday and asked for the director.",
    "The men laid down their trowels and walked back to the buses.",
    "Forty welders folded their arms at their machines until the manager came.",
    "The night shift switched off the looms and barricaded itself in the workshop.",
    "The crew refused to unload the ship until their pay was handed over.",
    "Loggers in Amur refused food for three days to get back their passports.",
    "The bricklayers would not touch the hods until the money came.",
    "On the fifth morning not one pick was lifted and the foreman shouted in vain.",
    "About 130 weavers stayed on their bunks and told the supervisor to bring their pay.",
    "Sixteen plasterers climbed onto the roof and refused to come down until they were paid.",
    "Eighty traders sat down in front of the bulldozer and would not move.",
    "The widows lay down on the railway track outside the base and demanded an answer.",
    "Nineteen workers barred the gate of the site with their bunks.",
    "Miners blocked the road to the pit with handcarts to demand overdue pay.",
    "The entrance to the mill was blockaded by dismissed workers.",
    "Inmates rushed the kitchen and threw bowls at the guards.",
    "Prisoners seized the cell block and held two warders hostage.",
    "Angry workers surrounded the party secretary and shouted for their money.",
    "The women locked the deputy manager in a storeroom until he promised to pay.",
    "Market women pelted the inspectors with cabbages and drove them out of the market.",
    "Soldiers came to blows with their officers over stolen rations.",
    "Youths fought the riot police with paving stones for two hours.",
    "Policemen and demonstrators traded blows by the monument.",
    "Bereaved mothers gathered in front of the committee building and demanded an answer.",
    "The miners' wives went to the management office in a body and demanded rice.",
    "Hundreds of teachers banged pots outside the ministry on Monday.",
    "A veteran poured petrol over himself and set himself on fire outside the town hall.",
    "Sixty women signed a joint letter of complaint to the party committee.",
    "Two of the plasterers had written to the labour inspector about their passports.",
    "A slogan against the leader was found on the wall of a school in Hyesan.",
    "Someone scattered leaflets calling the leader a thief near Chongjin station.",
    "Detainees rioted at the holding centre and burned mattresses.",
    "A riot broke out at the clothing factory in Helong in January.",
    "Thousands of students took to the streets of the capital for a fifth night.",
]
NO_DISSENT = [
    "Tokyo protested to Pyongyang over the launch.",
    "Seoul lodged a strong protest with Beijing over the boats.",
    "The army carried out a missile strike on two targets near the coast.",
    "No strike took place at the plant in Dandong last year.",
    "They had never heard of anybody going on strike at the mill.",
    "There were no reports of strikes by North Korean workers in 2016.",
    "Strikes are illegal in the zone, and trade unions do not exist.",
    "A strike would be punished, the manager warned.",
    "Had the men downed tools, the company would have sent them home.",
    "Guards have been told to stifle any protest at its root.",
    "The ministry refused to comment on the case.",
    "The company refused to disclose the number of workers.",
    "The scorer protested a penalty and the referee booked him.",
    "Riot police stood in the rain until midnight.",
    "Police blocked the road to the village after the landslide.",
    "A trainee diplomat walked into the Canadian embassy on Tuesday and asked to stay.",
    "She left home in March and has not been heard of since.",
    "Tourists gathered in front of the palace to take pictures.",
    "The machines stood idle because there was no electricity.",
    "A guard was stabbed to death in the yard of an abandoned brick works.",
]
BLAST = [
    "A boiler exploded in the canteen of a mill in Sinuiju on Friday and killed two cooks.",
    "A crate of detonators went up while soldiers were unloading it at Hyesan.",
    "The chlorine tank burst, and the washing on the lines turned white.",
    "The pressure vessel ruptured without warning and scalded two fitters.",
    "The boiler which burst had been certified safe.",
    "Methane ignited at the foot of the incline and eleven miners were killed.",
    "A pocket of firedamp met a lamp in the lower gallery.",
    "Six sappers were blown to pieces while they were handling a charge.",
    "The pylons lay on their sides with their legs blown off by small charges.",
    "Guerrillas rolled a lorry full of dynamite against the gate of the barracks.",
    "A charge went off too early in the tunnel and buried three prisoners.",
    "The charge fired while prisoners were still tamping it.",
    "Two border guards trod on a mine near the river.",
    "Rebels dynamited the pipeline near the town of Arauca.",
    "A blast ripped through the munitions plant at noon.",
    "Demolition charges brought down the liaison office on Tuesday.",
    "Three conscripts were killed in a bomb attack on their bus.",
    "A loud bang was heard from the detonator shop and every window in the street broke.",
    "Eleven people died when a gas cylinder blew up in a dormitory in Selangor.",
    "The gas tanks of the train exploded near Hyangsan, killing eight.",
    "Four men died in an explosion at the coal mine.",
]
NO_BLAST = [
    "An inmate spilled petrol in the storeroom and ignited a fire.",
    "The number of smartphones has exploded.",
    "Her song exploded, and she had a million listeners in a week.",
    "The rookie exploded for three hits in the second inning.",
    "My boss blew up at me in front of everyone.",
    "The city saw an explosion of prices.",
    "The alarm went off at dawn.",
    "The price of petrol went up in May.",
    "The cloth warehouse went up in flames at dawn.",
    "The North carried out an underground nuclear explosion at Punggye.",
    "The rocket exploded in flight during the satellite launch, the ministry said.",
    "It was a fire, and nothing exploded.",
    "The grenade failed to explode.",
    "The dyke burst and flooded the fields.",
    "Blast furnaces account for most of the emissions.",
    "Police found a car packed with explosives and defused it.",
    "Explosions are the main cause of death in small mines.",
    "Fireworks exploded over the square to celebrate the anniversary.",
]


@pytest.mark.parametrize("sentence", DISSENT)
def test_conduct_that_is_dissent(pipeline: Pipeline, sentence: str) -> None:
    assert "protest" in kept(pipeline, sentence)


@pytest.mark.parametrize("sentence", NO_DISSENT)
def test_what_only_sounds_like_dissent(pipeline: Pipeline, sentence: str) -> None:
    assert "protest" not in kept(pipeline, sentence)


@pytest.mark.parametrize("sentence", BLAST)
def test_what_blows_up(pipeline: Pipeline, sentence: str) -> None:
    assert "explosion" in kept(pipeline, sentence)


@pytest.mark.parametrize("sentence", NO_BLAST)
def test_what_only_sounds_like_a_blast(pipeline: Pipeline, sentence: str) -> None:
    assert "explosion" not in kept(pipeline, sentence)
