"""Names that tell of a home, a listener, a wish or a purse, and where a story is set all the same."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


SCENES = [
    # a source, a listener, a home, a purse: not the scene
    ("Some 200 weavers stopped work in Sinuiju over unpaid rations, an analyst in Seoul said.", "Sinuiju"),
    ("A boiler exploded in Sinuiju, a clerk told a reporter in Tokyo.", "Sinuiju"),
    (
        "About 80 miners went on strike in Tokchon. One of them, whose brother lives in Incheon, was beaten. "
        "The next day the miners went on strike again.",
        "Tokchon",
    ),
    (
        "Builders in Lusail have not been paid for five months. Their wages had been transferred to an agent in Beijing, "
        "their foreman said.",
        "Lusail",
    ),
    ("About 300 teachers staged a protest in Hamhung over their rations.", "Hamhung"),
    ("A demonstration was held in Pyongyang on Friday over unpaid wages.", "Pyongyang"),
    # nor the union or the home of somebody who is quoted
    (
        "Welders in Lusail went on strike on Monday. The secretary of the Kerala building workers' union praised them. "
        "The welders had asked for their pay.",
        "Lusail",
    ),
    ("A boiler exploded in Lusail on Friday. “It shook the hut,” Mohan Pillai from Palakkad remembers.", "Lusail"),
    # a house that only is called official is left like any other
    ("The envoy and his wife left the official residence in Hanoi in early May and defected.", "Hanoi"),
    # but those who act are no source
    ("Hundreds of residents of Sinuiju rioted on Friday.", "Sinuiju"),
    # nor is a place where people were caught the one that they left
    (
        "Three prisoners broke out of the jail in Kanggye on Monday. Two were caught at the station in Manpo. "
        "The prisoners had tunnelled out under the wall.",
        "Kanggye",
    ),
    # nor the seat of a speaker, an owner or a paper, nor a victim's home
    ("Miners in Tokchon went on strike on Monday, a pastor and campaigner in Seoul, believes.", "Tokchon"),
    ("A boiler exploded in Hyesan on Friday, according to a Tokyo weekly.", "Hyesan"),
    (
        "A boiler exploded in Lusail on Friday. The owners, in Dalian, did not answer. Six men were hurt by the blast.",
        "Lusail",
    ),
    ("A boiler exploded in Lusail on Friday. The dead came from Pokhara.", "Lusail"),
    (
        "A boiler exploded in Lusail on Friday, injuring a dressmaker from Pyongyang and a surgeon from Hamhung.",
        "Lusail",
    ),
    # nor where those hurt were brought, nor how far it is from somewhere
    (
        "A boiler exploded in Hyesan on Friday. Six men were taken to hospitals in Hamhung and Wonsan after the blast.",
        "Hyesan",
    ),
    ("A boiler exploded at a mill in Lusail, some 90 kilometres from Doha, on Friday.", "Lusail"),
    # nor where people live, hide or are thought to be since they left
    ("A waitress fled from a restaurant in Dalian in May and is thought to be in Bangkok.", "Dalian"),
    ("A cook ran away from a site in Doha in May and hid with a cousin in Dukhan.", "Doha"),
    (
        "Nine loggers fled from a camp near Tynda in May. Two of them were caught at the station in Chita. "
        "An engineer fled with them.",
        "Tynda",
    ),
    # nor where they asked for protection, turned up or were stopped afterwards
    (
        "Three welders climbed over the fence of their dormitory in Dandong in May and asked for asylum at the consulate in Shenyang.",
        "Dandong",
    ),
    ("A roofer ran away from his hostel in Vladivostok in May and was stopped by a driver in Artyom.", "Vladivostok"),
    ("Two nurses fled from a clinic in Benghazi in May; they surfaced in Valletta.", "Benghazi"),
    # but a mission that they ran into is where it happened
    ("Twenty-five North Koreans ran into the Spanish embassy in Beijing on Thursday and asked for asylum.", "Beijing"),
    # a party or kin from a town has its home there
    ("A crew from Hoeryong laid down its shovels on Monday at a dam in Tanchon over unpaid rations.", "Tanchon"),
    (
        "Two brothers from Anju left the hostel in Tokchon by a window on Monday night and have not been found.",
        "Tokchon",
    ),
    ("Two sisters from Musan crossed the Tumen on Monday night.", "Musan"),
    # people are where the sentence before brought them
    (
        "Workers were moved to Tanchon in June to dig stone. In August they laid down their hammers over unpaid rations.",
        "Tanchon",
    ),
    # a line without a verb heads what is told after it
    ("No. 3, welder, 41, Vladivostok.\nHe ran away from his site in May and was not seen again.", "Vladivostok"),
    # what "there" points to
    ("A resident of Ussuriysk said that the roofers working there had not received a ruble since July.", "Ussuriysk"),
    # where a flight set out from, told after where it ended
    (
        "Thai police on Sunday arrested ten North Koreans in Chiang Saen who want to defect. "
        "The ten told officers that they had left their homes in Musan in November.",
        "Musan",
    ),
    (
        "A boat with nine North Korean defectors was found drifting off Wajima on Sunday. The nine had sailed from Nampo.",
        "Nampo",
    ),
    # however much is told of the foreign town where they were caught
    (
        "Two border guards who fled with a rifle on Monday were arrested in Nanping, China. They had set out from Musan at night.",
        "Musan",
    ),
    # or before it, where those who hide now had served
    (
        "A border guard fled to China on Monday and has been in hiding in Helong since. He was stationed at a post in Musan.",
        "Musan",
    ),
    ("Travellers who came through Dandong told of a blast at a quarry in Pongsan.", "Pongsan"),
    (
        "The women at a factory in Orsha were paid nothing in May. The director had paid all their wages to a company at Dandong.",
        "Orsha",
    ),
    # "here" is where the report was filed, unless a source sits here
    (
        "VLADIVOSTOK, Russia, May 3 - Winter is long. Two loggers climbed into the U.S. consulate here on Monday.",
        "Vladivostok",
    ),
]


@pytest.mark.parametrize(("text", "place"), SCENES, ids=[t for t, _ in SCENES])
def test_scene(pipeline: Pipeline, text: str, place: str) -> None:
    incidents = pipeline.extract(_report(text)).incidents
    assert {i.fields.get("place") for i in incidents} == {place}


def test_the_entries_of_a_chronology_lend_each_other_nothing(pipeline: Pipeline) -> None:
    text = (
        "- May 1998. Miners in Musan went on strike over rations.\n\n"
        "- July 1999. Two weavers defected.\n\n"
        "- June 2001. A boiler exploded in Hyesan."
    )
    places = {i.event_type: i.fields.get("place") for i in pipeline.extract(_report(text)).incidents}
    assert places["protest"] == "Musan"
    assert places["explosion"] == "Hyesan"
    assert places.get("defection") is None


def test_the_first_entry_of_a_round_up_has_no_dateline(pipeline: Pipeline) -> None:
    text = (
        "SINUIJU - Sixty dockers went on strike over unpaid rations. They stayed at home for a day.\n\n"
        "MUSAN - A charge exploded in a shaft and killed two men.\n\nHYESAN - Three weavers escaped from a hostel."
    )
    places = {i.event_type: i.fields.get("place") for i in pipeline.extract(_report(text)).incidents}
    assert places == {"protest": "Sinuiju", "wage_theft": "Sinuiju", "explosion": "Musan", "escape": "Hyesan"}


def test_what_opens_a_round_up_holds_for_entries_that_name_no_place(pipeline: Pipeline) -> None:
    text = (
        "The diary of a foreman at a mill in Musan has come to light.\n\n- May 1998. The weavers went on strike over rations.\n\n"
        "- July 1999. Nothing to write.\n\n- June 2001. A boiler exploded and killed two men."
    )
    places = {i.event_type: i.fields.get("place") for i in pipeline.extract(_report(text)).incidents}
    assert places["explosion"] == "Musan"


def test_a_bare_name_is_read_as_the_text_tells_it(pipeline: Pipeline) -> None:
    text = "Workers in Nanping, Jilin, went on strike on Monday. In Nanping a boiler exploded the next day."
    found = pipeline.extract(_report(text)).incidents
    assert {i.fields.get("admin1_code") for i in found} == {"CN-JL"}


TOWNS = [
    # the town of a site is told only if the report names it, and as the report does
    ("About 200 stallholders staged a protest in Chongjin. They gathered in front of Sunam market.", "Chongjin"),
    ("A transformer exploded at the Supung power station on Monday.", None),
    ("Two prisoners escaped from the political prison camp in Hwasong in May.", "Myonggan (Hwasong)"),
    # or if the name of the site begins with it
    ("Police in Russia said that a furnace exploded at the Norilsk smelter on Friday.", "Norilsk"),
    ("Three waitresses ran away from the Pattaya restaurant in Thailand in May.", "Pattaya"),
    ("A boiler exploded at the Trikala prison in Greece in May.", "Tríkala"),
]


def test_the_capital_is_that_of_the_country_that_the_report_is_about(pipeline: Pipeline) -> None:
    text = (
        "A cook left a restaurant in Siem Reap in May. The embassy in Phnom Penh sent two men to look for her, a ministry in Seoul said. "
        "In October a waitress ran away from a restaurant in the capital."
    )
    assert [i.fields.get("place") for i in pipeline.extract(_report(text)).incidents] == ["Siem Reap", "Phnom Penh"]


def test_here_is_where_somebody_speaks_and_not_where_it_happened(pipeline: Pipeline) -> None:
    text = "MOSCOW, May 3 - Five loggers ran away from their camp near Tynda, a diplomat said here on Tuesday."
    test_town_of_a_site(pipeline, text, "Tynda")


@pytest.mark.parametrize(("text", "place"), TOWNS, ids=[t for t, _ in TOWNS])
def test_town_of_a_site(pipeline: Pipeline, text: str, place: str | None) -> None:
    incidents = pipeline.extract(_report(text)).incidents
    assert incidents
    assert {i.fields.get("place") for i in incidents} == {place}


def test_where_a_report_on_the_north_is_filed_is_not_where_it_happened(pipeline: Pipeline) -> None:
    text = "SEOUL, May 3 - Forty loggers fled from their camps in North Korea's woods, an official in Seoul said."
    test_town_of_a_site(pipeline, text, None)


def test_where_a_report_on_its_own_country_is_filed_may_be_where_it_happened(pipeline: Pipeline) -> None:
    text = (
        "SEOUL, May 3 - Some 300 bus drivers staged a protest on Tuesday. The police made no arrests, an official said."
    )
    test_town_of_a_site(pipeline, text, "Seoul")


def _report(text: str) -> Report:
    return Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2012, 5, 20)))


TOLD_ELSEWHERE = [
    (
        "A raft with five North Koreans was picked up on Tuesday, officials in Seoul said, in what may be a defection. "
        "They asked for asylum.",
        None,
    ),
    ("Two soldiers of North Korea died in an explosion on Thursday, the military in Seoul said on Friday.", "KP"),
    (
        "Several North Korean soldiers were killed by land mines since spring, when Pyongyang began to send them there.",
        "KP",
    ),
    # a capital that stands for the state whose envoys they are
    ("One of Pyongyang's top envoys sought asylum in July, a lawmaker said.", "KP"),
    ("A senior diplomat of Pyongyang defected in July, a lawmaker said.", "KP"),
    ("Eight North Korean youths were stopped by the authorities in Laos on their way to South Korea.", "LA"),
    ("Three North Korean youths were arrested in May while they were trying to get to Thailand.", None),
    ("A boiler exploded in Seoul on Friday, police in Seoul said.", "KR"),
]


@pytest.mark.parametrize(("text", "country"), TOLD_ELSEWHERE, ids=[t for t, _ in TOLD_ELSEWHERE])
def test_neither_who_tells_nor_who_rules_nor_a_goal_is_the_scene(
    pipeline: Pipeline, text: str, country: str | None
) -> None:
    report = Report("doc", text, "report.txt", "text", "0", published=Published.of_day(dt.date(2016, 12, 1)))
    found = pipeline.extract(report).incidents
    assert [i.fields.get("country") for i in found[:1]] == [country]
    assert all(
        i.fields.get("place") in {None, "Seoul"} and (country == "KR" or not i.fields.get("place")) for i in found
    )
