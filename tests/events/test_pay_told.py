"""Pay that is missing, told by its last day, its debt, its promises or the way home; and what only sounds like it."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.pipeline import Pipeline

WORLD = (
    "About 60 North Korean workers live at a plant in Dandong, and there is talk about their pay, a source said.\n\n"
)

TELLS = [
    "The pay of the platers ends up, they believe, in the pockets of the regime.",
    "The money that the welders earn goes straight to the embassy.",
    "The wages of the seamstresses find their way into the coffers of the party.",
    "In a letter to the inspector the builders asked for their wages of the previous winter.",
    "The riggers sat down on the stairs because they were owed for the whole of the autumn.",
    "The weavers switched off their looms and would not start them until he released their wages.",
    "In May not a grain of maize was distributed to the workers of the mill.",
    "Of the 200 dollars that each tiler is paid a month, 140 dollars is kept for the family.",
    "In March the pay packets of the workers were 40 dollars short.",
    "Seventy percent of a deckhand's share went straight to fuel.",
    # the last time
    "Their last wages date back to October.",
    "The last salary they got was for May.",
    "The last time the tilers saw any money was at New Year.",
    "It has been six months since the last payday.",
    # the debt
    "The owner has yet to settle with the plasterers for four months' work.",
    "The debt to the staff stood at 11 million rubles in November.",
    "Transfers to the workers' cards stopped in March.",
    "A lack of cash has prevented the firm from paying its 1,100 employees.",
    "The company has run up a debt of two million rubles to its crane drivers.",
    "The firm reneged on the bonuses that it had promised.",
    # promises and delays
    "The men say they have been strung along with promises of payment since Easter.",
    "The contractor keeps telling the crew that their money will come next week.",
    "They are told they will get everything when they are back in Korea.",
    "Salaries are paid with a delay of three to four months.",
    # nobody, nothing, none
    "Nobody on the night shift has drawn a salary this year.",
    "Not one of the crew had been given a riyal since the summer.",
    "Hardly any of the money ever reaches the women.",
    "None of it is passed on to them.",
    "The workers themselves get next to nothing.",
    # work for nothing
    "Most of them had worked seven months for no pay.",
    "They were laboring for free.",
    "The overtime they put in is never counted.",
    "They work 16 hours and are paid for eight.",
    "Their overtime went uncompensated from March to June.",
    # taken, and what is left
    "The regime pockets two thirds of their wages.",
    "All but 50 dollars of the monthly 600 is sent to Pyongyang.",
    "Of the 2,500 yuan that the factory pays for each woman, the manager hands her 300.",
    "The factory pays 2,500 yuan a head, but the women see barely 300.",
    "Miners promised 300,000 won a month have only been getting 30,000.",
    "The plant has been holding on to what the women earned since the spring.",
    "Meals and a bed were charged against their wages.",
    "Builders are routinely swindled out of what they have earned.",
    "What remains is entered in a ledger and kept by the officials until the worker goes home.",
    # in goods, by order
    "Teachers got their wages in vodka and sugar.",
    "Workers have been called on to donate to the flood victims.",
    "Workers complain that so many levies eat up everything they make.",
    "They are charged 40 dollars a month for a bunk.",
    "The officials first set aside what is due to the state.",
    "Overtime pay has not been given since November.",
    "In October many of the miners went without anything.",
    "The money for March and April is still outstanding.",
    # what a strike is for
    "They refused to go on building until they were given three months' wages.",
]

LOOKS_LIKE_IT = [
    "The coal that the miners dig finds its way to the ports of the government.",
    "In a letter the builders asked for higher wages from May on.",
    "The last time the two sides met was in February.",
    "The last pay rise was in 2012.",
    "Many of the miners went without anything to eat.",
    "The company owes the bank two million dollars.",
    "The last wages were paid out on Friday as promised.",
    "The company has cleared its debt to the staff.",
    "The contractor has run up a debt of two million dollars with its suppliers.",
    "Transfers of grain to the province stopped in March.",
    "The workers refused to leave until the doors were opened.",
    "The regime keeps a difference between the classes.",
    "The strike was called off when the wages had been paid.",
    "The workers were told that their wages would be handed out as slips.",
    "They had promised 300 tons of coal but delivered only 200.",
    "They had to pay a bribe of 3,000 dollars to be sent abroad.",
    "The city collects a tax of 3 percent from every company.",
    "Traders must pay a fee for each stall.",
    "The two men settled with the police out of court.",
    "All but 50 of the 600 workers have left.",
    "The 4.6 billion dollar project goes back to a deal of 1994 with the United States.",
    "The team went home empty-handed after losing the final.",
    "They received nothing but praise for their work.",
    "There was not a grain of truth in what the workers were told.",
    "Soldiers found that two of the horses were missing from the stable.",
]


def kept(pipeline: Pipeline, sentence: str) -> list[str]:
    """The triggers of wage theft that stand in the sentence."""
    found = pipeline.extract(read_report_text(WORLD + sentence + "\n")).mentions
    return [
        m.trigger
        for m, _ in found
        if m.event_type == "wage_theft" and m.dropped_because is None and m.trigger_start >= len(WORLD) - 2
    ]


@pytest.mark.parametrize("sentence", TELLS)
def test_missing_pay_is_found_without_the_word(sentence: str, pipeline: Pipeline):
    assert kept(pipeline.with_models(), sentence)  # by the patterns: the models judge reports, not a lone sentence


@pytest.mark.parametrize("sentence", LOOKS_LIKE_IT)
def test_other_last_times_debts_and_promises_are_not(sentence: str, pipeline: Pipeline):
    assert not kept(pipeline, sentence)
