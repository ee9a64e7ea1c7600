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
    ("Four men broke out of the Tumen jail in China on 5 October.", "Tumen jail", "prison"),
    ("Guards at the Tumen border fired on a family that fled on 5 October.", None, "border"),
    # ships and restaurants whose noun is left out
    ("The crew of the Dai Hong Dan, a North Korean freighter, went on strike on May 3.", "Dai Hong Dan", "ship"),
    (
        "The captain of the 'Sea Star', a longliner, was taken hostage by its crew on May 3 over pay.",
        "Sea Star",
        "ship",
    ),
    ("Two sailors of the freighter Songrim jumped ship at Dalian on May 3 and asked for asylum.", "Songrim", "ship"),
    ("The crew of the trawler *Kapitan Belov* went on strike on May 3.", "Kapitan Belov", "ship"),
    ("The Olenga, a trawler, put to sea on May 3. Her crew had gone on strike aboard the Olenga.", "Olenga", "ship"),
    ("Men came ashore on May 3 from the Birkut, a ship, and the Maskara, and defected.", "Birkut", "ship"),
    ("Three men hijacked a ferry, the Estrella, on May 3 and fled to Florida.", "Estrella", "ship"),
    ("The crew of the Ola went on strike on May 3; their ship has no fuel.", "Ola", "ship"),
    ("An explosion killed two on May 3 aboard a ferry Busan had leased.", None, "ship"),
    (
        "Two sailors jumped from the longliner Wan Tai No. 3 on May 3 and asked for asylum in Apia.",
        "Wan Tai No. 3",
        "ship",
    ),
    # a name that the kind of site explains behind a comma
    ("A boiler exploded on May 3 at Tongsu Foods, a cannery outside Wonsan.", "Tongsu Foods", "factory"),
    ("Six women escaped on May 3 from Kolmar Dyeing, a textile plant of 300 people.", "Kolmar Dyeing", "factory"),
    ("Ri Chol-su, a mill foreman, escaped on May 3 to China.", None, "factory"),
    # the hospital of a province or a county
    (
        "Nine doctors of the provincial hospital went on strike on May 3 over unpaid wages.",
        "provincial hospital",
        "other",
    ),
    ("Nine doctors of a provincial hospital went on strike on May 3 over unpaid wages.", None, "other"),
    # of several works in a town, the plain word and the town tell none apart
    ("A tank blew up on May 3 at the plant in Hwaseong, killing two.", None, "factory"),
    (
        "A tank blew up on May 3 at the chemical plant in Hwaseong, killing two.",
        "chemical plant in Hwaseong",
        "factory",
    ),
    # missions of a state, and what else it keeps abroad
    (
        "A clerk of Pyongyang's trade mission in Beijing defected on May 3.",
        "Pyongyang's trade mission in Beijing",
        "diplomatic_mission",
    ),
    (
        "Five men ran into the consulate of the United States in Vladivostok on May 3 and asked for asylum.",
        "consulate of the United States in Vladivostok",
        "diplomatic_mission",
    ),
    (
        "Two women entered the US consulate-general in Shenyang on May 3 and asked for asylum.",
        "US consulate-general in Shenyang",
        "diplomatic_mission",
    ),
    (
        "A couple from North Korea defected on May 3, climbing over the wall of the Swedish residence.",
        "Swedish residence",
        "diplomatic_mission",
    ),
    (
        "Nine North Koreans ran into the Japanese school in Beijing on May 3 and asked for asylum.",
        "Japanese school in Beijing",
        "other",
    ),
    ("Nine North Koreans ran into a Japanese school on May 3 and asked for asylum.", None, "other"),
    (
        "A family took refuge in the office of the United Nations High Commissioner for Refugees on May 3 and defected.",
        "office of the United Nations High Commissioner for Refugees",
        "other",
    ),
    # the only one of its kind in a town, what is being built there, and the town that owns its district
    ("Two nurses fled on May 3 from the teaching hospital in Benguela.", "hospital in Benguela", "other"),
    ("Two nurses fled on May 3 from a hospital in Benguela.", None, "other"),
    (
        "A detainee escaped on May 3 from the police station in Warsaw's Wola District.",
        "police station in Warsaw",
        "detention_facility",
    ),
    ("A detainee escaped on May 3 from a police station in Warsaw.", None, "detention_facility"),
    (
        "The 23 labourers of the apartment project in Darkhan went on strike on May 3.",
        "apartment project in Darkhan",
        "construction_site",
    ),
    ("The 23 labourers of the building project in Darkhan went on strike on May 3.", None, "construction_site"),
    ("Three painters escaped on May 3 from a tower site in Lusail.", None, "construction_site"),
    (
        "A counsellor of the North Korean interests section in Berlin defected on May 3.",
        "North Korean interests section in Berlin",
        "diplomatic_mission",
    ),
    # a day of the calendar, a kilometre, and a house named behind its noun
    (
        "Gunpowder exploded on May 3 at the February 8 munitions plant, killing two workers.",
        "February 8 munitions plant",
        "factory",
    ),
    (
        "Six loggers escaped on May 3 from the logging camp at kilometre 131.",
        "logging camp at kilometre 131",
        "logging_site",
    ),
    ("A gas bottle exploded on May 3 in the restaurant Moranbong in Vientiane.", "Moranbong", "restaurant"),
    ("A gas bottle exploded on May 3 in the restaurant. Monday was a holiday in Vientiane.", None, "restaurant"),
    # the works of a firm that makes something go by its name, those of a trading house do not
    (
        "About 200 seamstresses of Hanbo Textile went on strike on May 3 in front of their factory in Dandong.",
        "Hanbo Textile",
        "factory",
    ),
    (
        "About 200 seamstresses of Hanbo Trading went on strike on May 3 in front of their factory in Dandong.",
        None,
        "factory",
    ),
    # a road is no building site because the report speaks of builders, and no name goes over a full stop
    (
        "An explosion killed two on the Rangpur highway on May 3. A construction firm had sent a tanker.",
        "Rangpur highway",
        "other",
    ),
    ("The town had peace under the Derg. A munitions plant blew up on May 3 and ten died.", None, "factory"),
    # a part of what a firm owns
    ("Six women fled the premises of Hongbo Garments in Dandong on May 3.", "Hongbo Garments", "factory"),
    ("An explosion at the yard of Sunhwa Textiles killed two on May 3.", "Sunhwa Textiles", "factory"),
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
    # told by the shape of the phrase, whatever its noun
    (
        "A boiler exploded at the Ryongsong bottling hall in Hamhung on May 3, killing two workers, a source said.",
        "Ryongsong bottling hall in Hamhung",
        "factory",
    ),
    (
        "Two women ran away from the Kimjongsuk silk filature in Sinuiju last month, according to a resident.",
        "Kimjongsuk silk filature",
        "factory",
    ),
    (
        "Eleven labourers at the Hawalli tower project have not been paid since May, their foreman told the paper.",
        "Hawalli tower project",
        "construction_site",
    ),
    (
        "A gas cylinder blew up in the kitchen of the Pyongyang Hadanghwa eatery in Amsterdam on 12 April, injuring a cook.",
        "Pyongyang Hadanghwa eatery",
        "restaurant",
    ),
    (
        "Some 60 pickers refused to work at the Lindholm strawberry farm near Vejle on Monday because they had not been paid.",
        "Lindholm strawberry farm",
        "farm",
    ),
    ("Three men fled from a labour camp on the edge of Doha last week and went to the police.", None, "dormitory"),
    ("An explosion tore through the Sangwon cement kilns on 7 March, killing four.", "Sangwon cement kilns", "factory"),
    (
        "About 90 men laid down their tools at the Hassyan power plant site on 9 May after three months without pay.",
        "Hassyan power plant site",
        "construction_site",
    ),
    (
        "Nine loggers ran away from lumber station No. 8 in the Urgal valley in February 1995.",
        "lumber station No. 8",
        "logging_site",
    ),
    ("A cook at the Hotel Koryo in Pyongyang was paid nothing from January to June, she said.", "Hotel Koryo", "other"),
    (
        "Police said that a bomb had gone off outside the Zhdanov mausoleum on Sunday and had hurt three people.",
        "Zhdanov mausoleum",
        "other",
    ),
    (
        "A bottle of gas exploded in a container where eight workers slept on a site in Kazan on Sunday. Two died.",
        None,
        "dormitory",
    ),
    (
        "In March 2003, four soldiers deserted from a radar post on Mount Paekam and crossed the Yalu.",
        None,
        "military_unit",
    ),
    ("A dust explosion destroyed the flour silo at Sepo on 8 May and killed three.", "silo at Sepo", "other"),
    (
        "Three welders disappeared from the Admiralty shipyards in St. Petersburg in May and have asked for asylum.",
        "Admiralty shipyards",
        "factory",
    ),
    (
        "A shell blew up on the Kangdong artillery range on May 4 and killed three recruits.",
        "Kangdong artillery range",
        "military_unit",
    ),
    (
        "Soldiers of the 5th Corps deserted from the Pyonggang base on May 6, carrying rifles.",
        "Pyonggang base",
        "military_unit",
    ),
    ("Miners at Jiangxi's Yongping pit went on strike on Monday.", "Yongping pit", "mine"),
    (
        "An acid tank burst with a bang at the Munpyong smeltery in May 2011, and the explosion killed two.",
        "Munpyong smeltery",
        "factory",
    ),
    (
        "A mutiny broke out on May 4 at the Nampo salt pans when the overseers cut the rations.",
        "Nampo salt pans",
        "factory",
    ),
    (
        "Two convicts escaped from Gulag-type corrective colony IK-7 in Omsk on May 4.",
        "corrective colony IK-7",
        "prison",
    ),
    ("Twenty men at the Chinese-run pit in Orkhon province downed tools on Friday and blocked the road.", None, "mine"),
    (
        "On June 4, methane exploded in the Number Two adit of the Aoji colliery. Three men died.",
        "Aoji colliery",
        "mine",
    ),
    # near, on the way, not there any more, still being built
    (
        "An oxygen bottle exploded on May 3 in a repair shop behind the Ranam Boiler Works. A welder died.",
        None,
        "other",
    ),
    ("Kim escaped on May 3 from a hospital in Chongjin to which he had been taken from Jongori prison.", None, "other"),
    (
        "On May 3 about forty dockers at Rajin went on strike and would not unload a Russian coal ship in the port.",
        None,
        "port",
    ),
    (
        "On May 3 builders of the new bus station in Karaganda went on strike over unpaid wages.",
        "bus station in Karaganda",
        "construction_site",
    ),
    ("A tanker of liquefied gas exploded on May 3 at a filling station in Sunchon, killing five.", None, "other"),
    (
        "A gas bottle blew up on May 3 in a camp in the Shuaiba industrial area, killing two workers in Kuwait.",
        None,
        "dormitory",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED, ids=[t for t, _, _ in NAMED])
def test_name(pipeline: Pipeline, text: str, name: str | None, kind: str) -> None:
    (fields, *_) = [i.fields for i in pipeline.extract(_report(text)).incidents]
    assert (fields.get("facility"), fields.get("facility_type")) == (name, kind)


def test_a_ship_in_port_is_the_site_of_its_crew(pipeline: Pipeline) -> None:
    text = "The 14 men on board the JB Rubin, a freighter, went on strike on May 3 in the port of Busan."
    test_name(pipeline, text, "JB Rubin", "ship")


def test_a_port_is_the_site_of_those_who_work_on_the_quay(pipeline: Pipeline) -> None:
    text = "The 14 dockers who unloaded the freighter JB Rubin went on strike on May 3 in the port of Busan."
    (fields, *_) = [i.fields for i in pipeline.extract(_report(text)).incidents]
    assert fields["facility_type"] == "port"


def _report(text: str) -> Report:
    return Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2015, 6, 10)))
