"""Pay that is withheld, unpaid, given in kind, levied or cut: which sentences tell of it, which only look like it."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.model import Incident, Report
from incidents.pipeline import Pipeline

TELLS = [
    # taken by those who hold the money
    "The agency withheld the wages of 40 crab packers in Hunchun from May to August.",
    "Half of every seamstress's salary was retained by the trading firm.",
    "Minders at the shipyard in Gdansk pocketed the overtime of the Korean welders.",
    "The captain made off with the crew's pay in the port of Busan.",
    "The company keeps 65 percent of what its loggers earn.",
    "Managers took 900 yuan of the 1,500 that each packer earned in July.",
    "Foremen skimmed a fifth off the bricklayers' wages every payday.",
    "The earnings of the doctors were transferred straight to the embassy in Dakar.",
    "Some 300 dollars was deducted from the pay of each carpenter in March.",
    "The welders' bonuses were docked to pay for a monument.",
    "The deduction of 40 percent from the nurses' salaries began in June.",
    "The confiscation of the waitresses' tips was a daily routine.",
    "Twenty tilers were cheated of three months' wages by a contractor in Ufa.",
    "Most of the loggers' wages go into an account of the ministry in Pyongyang.",
    "Of the 800 dollars that a plasterer earned, 600 went to the party.",
    "A third of the cooks' pay was taken under the name of flood relief.",
    "The boss gambled away the painters' wages in Vladivostok.",
    "The firm kept back 70 dollars from each of the 90 carpenters for the return ticket.",
    "The workers' wages were embezzled by the director of the sawmill.",
    "Nine tenths of what the masons earn disappears into the coffers of the ministry.",
    "The lion's share of the nurses' pay is earmarked for the party.",
    "The embassy claims all of the money that the doctors earn.",
    # handed out later, or never
    "The salaries of the 40 cooks are handed out only when they return to Sinuiju.",
    "The rest of the tilers' money is waiting for them in Pyongyang.",
    # what is left of it
    "The agent passed on only a third of the money that the builders had earned.",
    "The women see little of their pay.",
    "After the deductions the roofers were left with 12 percent of their salary.",
    "The masons were paid a tenth of what their contract promised.",
    "All that the 30 welders have left of their wages is 80 dollars.",
    # not paid, paid late
    "The 50 masons of the brigade have had no boots and no pay.",
    "For half a year not one of the carpenters had seen a dinar.",
    "Farmers in Paechon have yet to get their share of the harvest as rations.",
    "The bricklayers in Irkutsk have not been paid since November.",
    "None of the 30 electricians had been paid when the mill closed.",
    "The crew had received nothing for seven months.",
    "The miners got no wages in April and May.",
    "The stokers have not seen a single tugrik since last winter.",
    "Not one dinar had reached the masons by the end of the year.",
    "The carpenters are still waiting for their wages from the spring.",
    "The employer stopped paying its drivers in February.",
    "The contractor refused to pay the painters for the last quarter.",
    "The non-payment of wages at the colliery has lasted since July.",
    "Sailors on the trawler went nine months without pay.",
    "The loggers have yet to receive a ruble for the winter.",
    "The teachers' salaries for March never arrived.",
    "The roofers worked for nothing from June to October.",
    "Unpaid wages at the brickworks amount to 4 million rubles.",
    "The shipyard owes its welders three months of wages.",
    "The cleaners are owed 900 euros each.",
    "The mine is four months behind with wages, its miners say.",
    "Wage arrears at the steelworks reached 12 million hryvnia in May.",
    "The company put off the salaries of its drivers for the third time.",
    "The nurses in Lusaka have gone unpaid for ten weeks.",
    # rations
    "The miners in Musan have received no rations since August.",
    "Rations at the smelter stopped in May, and the workers live on weeds.",
    "The mill has not given its workers any corn for three months.",
    "The camp cut the prisoners' rations by half in January.",
    # in kind
    "The teachers were paid in coupons that no shop would take.",
    "The loggers got vouchers instead of wages in 2019.",
    "The miners received promissory notes for their wages in the autumn.",
    # paid in by order
    "Each cook had to contribute 60 dollars to the leader's birthday fund.",
    "The cell secretary collected 80 dollars from each of the welders for a monument.",
    "Every logger was ordered to hand in 30 dollars for the victims of the flood.",
    "The bricklayers have to pay 700 dollars a month as the plan, whatever they earn.",
    "The construction workers must hand over 400 dollars a month in loyalty funds.",
    "The men chipped in 20 dollars each, as the party secretary of the site had demanded.",
    "A compulsory donation of 5 percent was taken from the salaries of the nurses.",
    "The authorities levied 10,000 won on every worker of the smelter for the new hospital.",
]

LOOKS_LIKE_IT = [
    "The bricklayers were paid on time and in full.",
    "The seamstresses earn 150 dollars a month, less than anywhere else in the town.",
    "The union won a rise of 6 percent for the drivers.",
    "The company will withhold the wages of anyone who is late.",
    "If the miners are not paid in May, they will strike.",
    "The miners fear that their wages will not be paid.",
    "The tenant withheld the rent for two months.",
    "The landlord kept the deposit of the student.",
    "Robbers seized the payroll of a bank in Manila.",
    "Customs officers confiscated 40,000 dollars at the airport.",
    "The referee docked the team six points.",
    "The ship docked in Busan with a crew of 24.",
    "They paid no attention to the workers.",
    "The minister paid a visit to the mine.",
    "The charity donated 20 tons of rice to the village.",
    "The government handed over the bodies of two soldiers.",
    "The court ordered the driver to pay a fine of 200 dollars.",
    "The engineer took unpaid leave in August.",
    "The refugees received food and blankets from the agency.",
    "He received no answer to his letter to the manager.",
    "The witness was given no sentence by the court.",
    "The team received nothing but praise for its work.",
    "Wages shall be paid to the worker in person.",
    "Wage growth slowed to 2 percent in the spring.",
    "The bank froze the accounts of the company.",
    "The soldiers held a silent vigil for their dead comrades.",
    "A welder sends most of his pay to his wife in Hamhung.",
    "Half of them were picked up at the railway station.",
    "Most of the coal goes to a port in China.",
    "Brokers take 30 percent of what defectors send to their families.",
    "The passports are handed out only when the crew goes home.",
    "The stadium was opened eight years late.",
    "The soldiers were given extra rations for the holiday.",
]


def wage_thefts(pipeline: Pipeline, text: str) -> list[Incident]:
    return [i for i in pipeline.extract(report_of(text)).incidents if i.event_type == "wage_theft"]


def report_of(text: str) -> Report:
    report = read_report_text(text)
    if report.status != "ok":  # too short for its language to be told
        report = read_report_text(f"This is what the paper wrote in its report on that day.\n\n{text}")
    assert report.status == "ok", report.message
    return report


def kept(pipeline: Pipeline, sentence: str) -> dict[str, str]:
    """Pattern to trigger of every mention of withheld pay that is a real event."""
    return {
        m.pattern: m.trigger
        for m, _ in pipeline.extract(report_of(sentence)).mentions
        if m.event_type == "wage_theft" and m.dropped_because in {None, "generic"}
    }


@pytest.mark.parametrize("sentence", TELLS)
def test_it_is_told(sentence: str, pipeline: Pipeline):
    assert kept(pipeline, sentence)


@pytest.mark.parametrize("sentence", LOOKS_LIKE_IT)
def test_it_only_looks_like_it(sentence: str, pipeline: Pipeline):
    assert not kept(pipeline, sentence)


SUMS = [
    ("The agency kept 280 of the 350 dollars that each welder earned in a month.", (280, 280, "USD")),
    ("The firm took 1,700 of the 2,000 yuan that it got for each packer.", (1700, 1700, "CNY")),
    ("The company deducted 60 percent of the waitresses' salaries.", 60),
    ("The bricklayers were promised 900 dollars a month, and were paid nothing from May to July.", (900, 900, "USD")),
    ("The camp handed out only a quarter of the miners' pay in June.", 75),
    ("Each cook had to contribute 60 dollars to the leader's birthday fund.", (60, 60, "USD")),
    (
        "The cooks got nothing but 200 yuan since July, although their contracts promise them 2,000.",
        (2000, 2000, "CNY"),
    ),
    ("The wages of the welders go to a state firm, and what reaches them is a tenth of it.", 90),
    ("The mill pays 150 dollars for each weaver, but the money goes to an office. It keeps 70 percent.", 70),
    ("The quota of each welder was raised from 800 dollars to 1,000 dollars a month.", (1000, 1000, "USD")),
    ("The loggers have had no pay since May, and the debt stood at 11 million rubles.", (11e6, 11e6, "RUB")),
]


@pytest.mark.parametrize(("sentence", "amount"), SUMS)
def test_the_sum_is_what_was_owed_or_taken(sentence: str, amount: tuple[float, float, str] | float, pipeline: Pipeline):
    (incident,) = wage_thefts(pipeline, sentence)
    got = incident.fields
    if isinstance(amount, tuple):
        assert (got["amount_min"], got["amount_max"], got["amount_currency"]) == amount
    else:
        assert got["amount_percent"] == pytest.approx(amount)


def test_what_the_workers_were_left_with_was_not_taken(pipeline: Pipeline):
    (incident,) = wage_thefts(
        pipeline, "The company kept the seamstresses' wages in May and left them with 90 yuan to live on."
    )
    assert "amount_min" not in incident.fields


def test_a_coin_that_nobody_saw_is_no_sum(pipeline: Pipeline):
    (incident,) = wage_thefts(pipeline, "The welders have not been given one riyal since May.")
    assert "amount_min" not in incident.fields


def test_riyals_are_those_of_the_country_where_it_happened(pipeline: Pipeline):
    pad = "The work is hard, the heat is great, and nobody can say when it will end. " * 4
    (incident,) = wage_thefts(
        pipeline, f"The welders live in Doha. {pad}The firm withheld 150 riyals of their pay in May."
    )
    assert incident.fields["amount_currency"] == "QAR"


WORKFORCES = [
    ("The mill withheld the wages of 70 carpenters in May.", 70),
    ("The 2,300 employees of the mine have seen no wages since April.", 2300),
    ("None of the 48 has received a ringgit for May.", 48),
    ("A mill in Ufa employs 70 carpenters. They have not been paid since May.", 70),
    ("A mill in Ufa employs 70 carpenters. The firm took 200 dollars from each of them in May.", 70),
    ("The mill kept back half of its 300 workers' pay in May.", 300),
    ("Three of the painters said that the agency keeps 80 percent of every worker's pay.", None),
    ("The mill docked 5,000 won from the October pay of each employee.", None),
    ("There are 60 roofers in the town. The miners have received no wages since May.", None),
]


@pytest.mark.parametrize(("text", "count"), WORKFORCES)
def test_the_participants_are_those_whose_pay_it_was(text: str, count: int | None, pipeline: Pipeline):
    (incident,) = wage_thefts(pipeline, text)
    assert incident.fields.get("participants_min") == count


SYSTEMS = [
    ("The agency keeps 70 percent of the welders' wages.", "practice"),
    ("The greater part of the welders' wages was kept back by the agency.", "practice"),
    ("The agency kept back most of the welders' wages.", "practice"),
    ("From March to June 2016 the agency kept back most of the welders' wages.", "specific"),
    ("The agency collects 300 dollars a month from each of the welders as loyalty money.", "practice"),
    ("The agency kept back half of the welders' pay from May to August 2016.", "specific"),
    ("The welders have received no pay since May.", "specific"),
    ("A third of the welders' wages has gone to a flood fund every month since May.", "practice"),
    ("The party secretary collected 80 dollars from each of the welders in May for a monument.", "specific"),
]


@pytest.mark.parametrize(("sentence", "granularity"), SYSTEMS)
def test_a_standing_share_is_a_practice_and_missing_pay_of_one_period_is_not(
    sentence: str, granularity: str, pipeline: Pipeline
):
    (incident,) = wage_thefts(pipeline, sentence)
    assert incident.granularity == granularity
