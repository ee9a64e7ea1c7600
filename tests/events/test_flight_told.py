"""How reports tell flights: by traces, on the way, as habits, ranks and remainders; stopped at once or summed up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidents.load import read_report_text
from incidents.model import Extraction
from incidents.pipeline import Pipeline

FLIGHT = {"escape", "defection"}
Read = Callable[[str], Extraction]

TOLD = [
    "A North Korean boat with 20 men had drifted to Sokcho, where others had defected before. Three of the sailors told "
    "officials that they wished to stay.",
    "Two of the crew of a trawler from the North said on Monday that they would like to defect.",
    "Four footballers of the national side stayed behind in Oslo in 1998 after the tournament.",
    "Olga Novakova, who coached the women gymnasts, declined to return from London after the coup of 1948 and settled in America.",
    "On 2 May 2009 a farmer lay in the reeds beside the demarcation line for ten hours before southern soldiers led him out.",
    "A colonel had taken the ferry to Brazzaville on 6 June 2012 and gone to the office of the High Commissioner for Refugees.",
    # freed by raiders, or gone in the confusion
    "In June insurgents set free about 800 inmates in Maiduguri.",
    "Militants stormed the district prison on Sunday night and let everyone out.",
    "Raiders broke the locks of the jail in Beni on 3 May and turned 300 prisoners loose.",
    "Prisoners rioted in Goma on Friday. In June some 140 broke out during a raid at Butembo.",
    "A sawyer said that he fled a logging camp at Chegdomyn in 1993 because no wages had come.",
    "Two oilers, North Koreans, walked down the gangway of their ship in Montevideo in 2011 and were seen no more.",
    # traces
    "A guard and two prisoners were found missing at the morning roll call at the camp in Hoeryong.",
    "The bunk of a 34-year-old welder was found empty on March 3 and the company reported him missing to the police.",
    "One of the workers failed to return from an outing on May 1 and the others were locked in.",
    "The mission has lost track of two security officers since the end of May.",
    "The daughter of a party official in Chongjin disappeared while on a business trip to Yanji.",
    "A biathlete who trained in Khanty-Mansiysk did not turn up for the flight to Pyongyang.",
    # over borders
    "I bribed a border guard and walked over the ice to China with my son.",
    "The brothers made it over the Mongolian border after walking through the Gobi for three days.",
    "Another armed soldier entered China across the Tumen River on Monday.",
    "East Germans poured across the border into Austria after the picnic near Sopron.",
    "The guard laid down his rifle and ran to the southern side.",
    "A North Korean pilot flew a MiG-19 across the front line on February 25, 1983.",
    # protection
    "Eight North Koreans were allowed into the Danish embassy in Hanoi on Thursday.",
    "The former manager of a restaurant in Phnom Penh is now under the protection of South Korean authorities.",
    "A nurse sent to Nigeria asked the South Korean mission in Abuja for help and was flown out.",
    "The five filled in forms for temporary asylum in Khabarovsk.",
    "The chain has lost forty cooks to Seoul since 2013.",
    "Five soldiers of the rebel army crossed over to the government side with their rifles.",
    # caught on the way
    "Fifteen North Koreans were rounded up in Kunming on their way to Laos.",
    "Thai border police detained eight North Koreans as they stepped ashore near Chiang Saen on Thursday.",
    "Eleven North Koreans were picked up by Chinese police at a hotel in Nanning while waiting for a guide.",
    "Five refugees from the North were shot by a patrol in midstream as they were crossing the Tumen to China.",
    "An attempt by two brothers to swim to the Chinese bank in May failed when a dog barked.",
    "Three women from the North on their way over the Tumen were cut down at Musan in October.",
    # at the front line and at sea
    "The coast guard spotted a raft with four North Koreans on it off Gangneung on Friday; they wished to defect.",
    "A sergeant of the North walked over the line in Yeoncheon on Thursday with his hands raised.",
    "Two families, 14 people in all, sailed from Sinuiju in a fishing boat and were met by the navy on May 12.",
    # from a post or a job
    "A counselor left the embassy in Madrid with his two daughters in May and asked for asylum.",
    "Three women quit a North Korean restaurant in Weinan on May 10, and their whereabouts are unknown.",
    # what was allowed or possible was done
    "Two of the defectors were allowed to fly to Seoul in June.",
    "The couple were able to escape to the South in November.",
    "Two men from the North brushed past the guards to enter the South Korean consulate on Friday.",
]
NOT_TOLD = [
    "Some 500 workers turned over a police van at the gate of a mill, a paper in Seoul wrote. The police brought in more guards.",
    "Half of those asked in a poll in Pyongyang said that they would like to defect.",
    "The court set the prisoner free when his term was over.",
    "Under the amnesty the jail let all the inmates out in May.",
    "In June 2014 she had come to work at the detention centre in Musan, where he was a guard.",
    "Park, who heads a charity in Seoul, came back on Monday from a week in Pyongyang.",
    "The players stayed behind after the match to clean the dressing room.",
    "The gymnast declined to return to the subject of her diet after the competition.",
    "Soldiers led the tourists out of the demilitarized zone at noon on 2 May 2009.",
    "The runner made an attempt in June and missed the record by a second.",
    "Vietnamese police arrested two North Koreans on a fishing boat and charged them with poaching squid.",
    "Twelve soldiers of the North walked over the line in Cheorwon while clearing brush and went back when shots were fired.",
    "A trader's reeds on their way across the Yalu were cut down in North Korea in October.",
    "The coast guard spotted a boat with six Chinese fishermen off Gangneung on Friday; North Koreans were not aboard.",
    "A family of four drowned in the Yalu when a ferry capsized near Sinuiju.",
    "The ambassador flew out of Havana with his wife at the end of his term.",
    "North Korean seamstresses quit the factory when their contracts expired.",
    "No prisoner is known to have fled from the camp.",
    "The seven bodies found in a wooden boat off Sado are thought to be those of fishermen from the North.",
    "Most defectors pass through Thailand before they reach Seoul.",
    "Most cross the border into China at night.",
    "Defectors typically cross the Tumen in winter.",
    "Almost all refugees escaping from the North make their way to China on foot.",
    "The pastor helps to get North Koreans wanting to defect out of the country.",
    "They are believed to be trying to escape to China.",
    "Twenty-six workers escaped the small mine after the blast.",
    "Four workers who were escaping were hit by rocks from the explosion.",
    "Half of his salary disappears because the company keeps it.",
    "The film follows a waitress who runs away from a restaurant in Beijing.",
    "The striker ran away from two defenders.",
    "A soldier who deserts is sent to a labor camp.",
    "Ninety workers walked out of the plant in Dandong in April.",
    "A resident of Longjing reported the information to Chinese public security forces.",
    "A soldier was accused of helping villagers cross the border into China.",
    "A third of the story comes from two defectors.",
    "Officials asked the guards not to take the asylum-seekers out of the consulate.",
]


@pytest.fixture(scope="module")
def read() -> Read:
    """Reads a text as a report."""
    pipeline = Pipeline()
    return lambda text: pipeline.extract(read_report_text(text))


@pytest.mark.parametrize("text", TOLD)
def test_the_flight_is_an_incident(pipeline: Pipeline, text: str) -> None:
    found = pipeline.with_models().extract(read_report_text(text))  # the models judge reports, not a lone sentence
    assert [i for i in found.incidents if i.event_type in FLIGHT], found.mentions


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nobody_has_fled(read: Read, text: str) -> None:
    assert not [i for i in read(text).incidents if i.event_type in FLIGHT], read(text).mentions


@pytest.mark.parametrize(
    ("text", "completion"),
    [
        ("Two men ran at the gate of the consulate on Friday, but police wrestled them to the ground.", "attempted"),
        ("He slipped out of the camp at dusk. The guards seized him at the wire.", "attempted"),
        ("Two drivers hid in a truck at the camp in May. They were found at the checkpoint.", "attempted"),
        ("Eleven North Koreans were detained in Kunming on their way to Laos.", "attempted"),
        ("Two men escaped from the camp in May. Three weeks later they were caught in a barn.", "completed"),
        ("Two cooks sought asylum in Warsaw in May.", "completed"),
    ],
)
def test_a_flight_that_is_stopped_at_once_is_an_attempt(read: Read, text: str, completion: str) -> None:
    assert [i.completion for i in read(text).incidents if i.event_type in FLIGHT] == [completion]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("Some 10,000 loggers have fled their work sites in Siberia, the pastor said.", "aggregate"),
        ("Eleven prisoners got out of the camp at Kaechon between 1990 and 2006.", "aggregate"),
        ("Eleven prisoners broke out of the camp at Kaechon on May 3.", "specific"),
        ("Two guards killed a number of comrades and escaped to China on May 3.", "specific"),
    ],
)
def test_a_count_over_years_and_sites_is_no_single_flight(read: Read, text: str, granularity: str) -> None:
    assert [i.granularity for i in read(text).incidents if i.event_type in FLIGHT] == [granularity]


@pytest.mark.parametrize(
    "more",
    [
        "It was the fourth such escape in ten years.",
        "The other three are still at large and thought to be in the hills.",
        "They got out by cutting through a window grille.",
    ],
)
def test_rank_remainder_and_means_belong_to_the_flight(read: Read, more: str) -> None:
    text = f"Five prisoners escaped from the county jail in Unhung on August 28, sources said. {more}"
    assert len([i for i in read(text).incidents if i.event_type in FLIGHT]) == 1


def test_the_voice_that_opens_a_story_is_no_flight_of_its_own(read: Read) -> None:
    text = (
        "“I want to go to South Korea,” the note said. A logger handed it to a missionary in Vladivostok on March 9 "
        "and asked for asylum at the consulate."
    )
    assert len([i for i in read(text).incidents if i.event_type in FLIGHT]) == 1
