"""Fights with keepers, shouting, slogans; quotas, levies, pay sent on: told as press and NGO reports tell them."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.model import Incident
from incidents.pipeline import Pipeline

FRAME = "Our source spoke about North Korean workers and residents by telephone on Monday, as this report tells."

DISSENT = [
    "A fistfight broke out between stallholders and patrol officers at the Rajin market on Friday.",
    "An altercation between traders and inspectors at the Kilju market ended with nine people hurt.",
    "A group of women assaulted two agents who were seizing goods at a market in Tanchon in June.",
    "Stallholders at the Onsong market resisted the closure of their rows on 3 May.",
    "Thirty packers raised their voices in protest when the inspectors came on Tuesday.",
    "Bricklayers in Penza kicked up a fuss outside their manager's room on Sunday.",
    "Slogans against the leader were discovered on a bridge in Kanggye on 9 September.",
    "A crowd in Kimhyonggwon shouted at officers who were confiscating bicycles on Monday.",
    "Loggers in Urgal laid down their axes in March 1994.",
    "Eighteen painters attacked the deputy manager with shovels at a site in Perm.",
    "Farmers in Kowon drove off the soldiers who had come for the grain in October.",
    "Policemen scuffled with stallholders at the Kilju market on Friday.",
    "At the Tanchon market, fighting broke out between the two groups on 5 May as stalls were seized.",
    "Forty riveters in Doha did not go to work on Monday because they had not been paid since February.",
    "Dozens of conscripts got into a violent dispute with health officials in Nampo.",
    "Angry employees set six vans on fire in Jeddah on Sunday in a protest against unpaid wages.",
    "Weavers in Manchester staged a demonstration against their supervisors in May.",
]
QUIET = [
    "The two foreign ministers had an argument over the wording.",
    "A row between Tokyo and Seoul over fishing quotas dragged on until May.",
    "The three beat the border guards and defected in April.",
    "The doctors fought against the virus for two years.",
    "The guards told them that they must never come to work again.",
    "A lawmaker who sits on parliament's budget committee told the paper.",
    "He did not come to work on Monday because he was ill.",
    "The midfielder and the striker ran past two defenders in the stadium on Sunday.",
    "The representative shouted at the seamstresses and left.",
    "The newspaper refused to give way on Tuesday.",
    "The federation issued a call last week for a strike on 12 July.",
    "Rebels stopped the convoy and set fire to twelve trucks on Sunday.",
]
OWED = [
    "Every plasterer in Tomsk is assigned a monthly quota of 40,000 rubles.",
    "The quota of each painter went up from 700 to 900 dollars a month.",
    "The state pockets between 60 and 80 percent of the earnings.",
    "Three quarters of their pay ended up with the ministry in 2011.",
    "Of the 2,600 yuan that the plant pays per head, the seamstress gets 600.",
    "The agency had promised the cooks 900 euros a month and paid them 150.",
    "The tilers went home without the 3,000 dollars that they had been promised in May.",
    "The party's youth league takes 4 yuan from each member in Hoeryong.",
    "The painters' pay was sent straight to the treasury in June.",
    "A contractor in Omsk defaulted on payments to a crew of 18.",
    "Nurses in Accra walked out in May over the lack of pay.",
    "The miners received only ten days' worth of their rations in April.",
    "The loggers had to buy bonds with a tenth of their wages in 1998.",
    "Farm hands were forced to give 8 kilos of rice each to the army in November.",
    "In those nine months no welder was given any part of his pay.",
    "The wrestlers' federation keeps eighty percent of every prize.",
    "The cooks were handing over nearly three quarters of their salary.",
    "Managers spent the wages of the 30 tilers in Ufa.",
]
NOT_OWED = [
    "The smelter kept up meals and salaries for its 4,000 workers.",
    "The shipyard gave the salary to a relative of the dead welder.",
    "Seoul was told that the minimum wage of the workers was to rise from 70 to 74 dollars in March.",
    "The World Food Programme suspended food distribution in May.",
    "Donors have cut the rations of refugees by half.",
    "The welder takes home 300 euros a month.",
    "The farm met its quota for the year.",
    "The diners' money went straight to the government.",
    "A third of the timber is given to Russia and the rest goes to the North.",
]
SHARES = [
    ("The loggers keep a mere 10 to 20 percent of their salary.", 85),
    ("Waitresses in Danang receive 30 percent of their wages, and the rest is taken.", 70),
    ("The bricklayers are paid a fifth of their salary.", 80),
    ("Cooks in Doha take home no more than 40 percent of what they earn.", 60),
    ("The bureau keeps 70 percent of the welders' wages.", 70),
]
REASONS = [
    "Sixty tilers in Perm rioted on 4 May 2016 over unpaid wages.",
    "Furious over pay left in arrears, the packers on 11 January 2024 occupied a plant in Helong.",
]
PERIODS = [
    ("The company collects 60,000 rubles from every plasterer each month under the plan.", "month"),
    ("An amount of 30 dinars is deducted from their pay every month for lodging.", "month"),
    ("Every logger must hand in 900 dollars a year.", "year"),
]
STANDING = [
    ("Every agent must squeeze 200 dollars out of each logger.", "practice"),
    ("Each bricklayer has to hand over 300 dollars of his pay.", "practice"),
    ("At the steel mill in Sunchon, wages are three months behind.", "specific"),
    ("The cooks were not paid from May to July.", "specific"),
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def kept(pipeline: Pipeline, sentence: str, event_type: str) -> list[str]:
    """The triggers of every mention of the type that is a real event, told in a report that frames it."""
    mentions = pipeline.extract(read_report_text(f"{sentence}\n\n{FRAME}\n")).mentions
    return [m.trigger for m, _ in mentions if m.event_type == event_type and m.dropped_because in {None, "generic"}]


def theft(pipeline: Pipeline, sentence: str) -> Incident:
    """The one incident of withheld pay."""
    incidents = pipeline.extract(read_report_text(f"{sentence}\n\n{FRAME}\n")).incidents
    (found,) = [i for i in incidents if i.event_type == "wage_theft"]
    return found


@pytest.mark.parametrize("sentence", DISSENT)
def test_people_dissent(pipeline: Pipeline, sentence: str) -> None:
    assert kept(pipeline, sentence, "protest")


@pytest.mark.parametrize("sentence", QUIET)
def test_nobody_dissents(pipeline: Pipeline, sentence: str) -> None:
    assert not kept(pipeline, sentence, "protest")


@pytest.mark.parametrize("sentence", OWED)
def test_pay_is_withheld_or_taken(pipeline: Pipeline, sentence: str) -> None:
    assert kept(pipeline, sentence, "wage_theft")


@pytest.mark.parametrize("sentence", NOT_OWED)
def test_no_pay_is_withheld(pipeline: Pipeline, sentence: str) -> None:
    assert not kept(pipeline, sentence, "wage_theft")


@pytest.mark.parametrize(("sentence", "percent"), SHARES)
def test_the_share_is_what_was_taken(pipeline: Pipeline, sentence: str, percent: float) -> None:
    assert theft(pipeline, sentence).fields["amount_percent"] == pytest.approx(percent)


@pytest.mark.parametrize(("sentence", "per"), PERIODS)
def test_the_period_may_stand_apart_from_the_sum(pipeline: Pipeline, sentence: str, per: str) -> None:
    assert theft(pipeline, sentence).fields["amount_per"] == per


@pytest.mark.parametrize(("sentence", "granularity"), STANDING)
def test_duty_is_a_practice_and_arrears_are_not(pipeline: Pipeline, sentence: str, granularity: str) -> None:
    assert theft(pipeline.with_models(), sentence).granularity == granularity


@pytest.mark.parametrize("sentence", REASONS)
def test_the_day_of_a_strike_is_no_day_of_the_wages(pipeline: Pipeline, sentence: str) -> None:
    assert "date_start" not in theft(pipeline, sentence).fields


def test_what_the_wages_came_to_may_be_told_a_paragraph_later(pipeline: Pipeline) -> None:
    told = "Some 300 seamstresses rioted over unpaid wages in Hunchun.\n\nHe said the wages came to 2 million dollars."
    assert theft(pipeline, told).fields["amount_min"] == 2_000_000


@pytest.mark.parametrize(
    ("form", "lemma"), [("staged", "stage"), ("fined", "fine"), ("hoped", "hope"), ("scraping", "scrape")]
)
def test_a_silent_e_is_not_lost(pipeline: Pipeline, form: str, lemma: str) -> None:
    doc = pipeline.annotator.nlp(
        f"They were {form} by the director." if form.endswith("ed") else f"They are {form} it."
    )
    assert doc[2].lemma_ == lemma
