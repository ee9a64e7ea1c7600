"""Death and injury told by idioms, and sentences with the same words that tell of neither."""

from __future__ import annotations

import pytest

from incidents.arguments.casualties import casualties_of
from incidents.model import Quantity, Report
from incidents.pipeline import Pipeline

TOLD = [
    ("The clinic put the number of injured at 34.", None, 34),
    ("Three porters who were standing by suffered cuts.", None, 3),
    ("Eleven others needed hospital treatment.", None, 11),
    ("The flash left 30 of the women with burns.", None, 30),
    ("About 50 sustained burns.", None, 50),
    ("No fewer than 15 miners did not survive the blast.", 15, None),
    ("The third bomb claimed four more victims in Kerala.", 4, None),
    ("Firemen recovered nine bodies from the cellar.", 9, None),
    ("Ten conscripts were blown to pieces.", 10, None),
    ("Fifteen loaders were fatally injured.", 15, None),
    ("The flames spread, and 40 pickers and three drivers did not survive.", 43, None),
    ("Seven fitters were pulled out with burns and broken bones.", None, 7),
    ("Nine were brought to the surface with severe burns.", None, 9),
    ("The store went up without loss of life.", 0, None),
    ("Nobody came to harm.", 0, 0),
    ("A bomb that was meant to frighten the mayor killed two women.", 2, None),
    ("Kim Chol died at once.", 1, None),
    ("The blast sent nine of the dyers to the hospital.", None, 9),
    ("The fall of the roof put two cooks in the town clinic.", None, 2),
    ("Six of the stokers ended up in hospital.", None, 6),
    ("Two brothers were shot as they swam; one died, and the other was dragged ashore.", 1, None),
    ("Five brothers were shot as they swam.", 5, None),
    ("Four riggers were among the dead.", 4, None),
]
UNTOLD = [
    "Seven fitters were pulled out with their tools and lamps.",
    "Twelve officials from several government bodies inspected the store.",
    "The plant sells 300 tons of treatment salts a month.",
    "Forty men claimed their pay at the gate.",
    "The embassy received 20 requests for medical books.",
    "The bomb had been meant to kill him, people said.",
    "It was taken for an attempt to kill the governor.",
    "The kiln was built in the year in which Kim Jong Il died.",
    "In the spring after Stalin died the camps were quiet.",
    "The firm sent nine of the dyers to the capital.",
    "The ministry sent 40 beds to the hospital.",
    "A second stoppage followed in July.",
    "Four riggers were among the winners of the lottery.",
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLD)
def test_an_idiom_tells_the_toll(pipeline: Pipeline, text: str, killed: int | None, injured: int | None) -> None:
    found = [[q.minimum for q in kind] for kind in _casualties(pipeline, text)]
    assert found == [[] if n is None else [n] for n in (killed, injured)]


@pytest.mark.parametrize("text", UNTOLD)
def test_the_same_words_without_harm(pipeline: Pipeline, text: str) -> None:
    assert _casualties(pipeline, text) == ([], [])


def _casualties(pipeline: Pipeline, text: str) -> tuple[list[Quantity], list[Quantity]]:
    page = pipeline.annotator.page(Report("x", text, "x.txt", "text", "0" * 64))
    (sentence,) = page.sentences
    return casualties_of(page, sentence)


MAIMED = [
    ("A falling beam took a riveter's arm off.", None, 1),
    ("The lathe tore off the thumb of a young turner.", None, 1),
    ("A cap went off too early and cost a driller his hand.", None, 1),
    ("The valve cost the stoker an eye.", None, 1),
    ("A turner lost part of his foot.", None, 1),
    ("The charge cost one sapper both legs and another his right hand.", None, 2),
    ("Four sailors had burst eardrums.", None, 4),
    ("Six bystanders were hit by splinters.", None, 6),
    ("Three bullets hit him.", None, 1),
    ("Two drivers were shot in the leg.", None, 2),
    ("A sentry shot a smuggler in the thigh.", None, 1),
    ("A fitter whose leg had been torn off was carried out.", None, 1),
    ("Nine had to be taken to the hospital with cuts.", None, 9),
    ("More than 80 were in hospitals by the evening.", None, 80),
    ("A total of 41 people were wounded.", None, 41),
    ("It burst on Monday, killing two and wounding 19, the mayor said.", 2, 19),
    ("A 19-year-old was killed by a late shot.", 1, None),
    ("The mother and both daughters were killed.", 3, None),
    ("The flash burned an elderly couple.", None, 2),
    ("The colliery lost 14 men when gas caught fire.", 14, None),
    ("The store burned down, with the loss of two guards.", 2, None),
    ("Kwon did not regain consciousness.", 1, None),
    ("A Pole, a Lithuanian and a Dane were killed.", 3, None),
    ("The shells exploded without hurting anyone.", 0, 0),
    ("The hut burst open, but nobody was in it.", 0, 0),
    ("There were no victims.", 0, 0),
    ("Nine stokers were burned, three of them to death.", 3, 6),
    ("It scalded five cooks, one of whom has since died.", 1, 4),
    ("The blast injured two Estonians and a Ukrainian.", None, 3),
    ("The blast killed three sailors, a Pole, a Dane and a Finn.", 3, None),
    ("A bottle burst, causing slight burns to the waiter.", None, 1),
    ("A hose burst: one dead, two scalded.", 1, 2),
    ("A further body was found, which brought the number of dead to 21.", 21, None),
]
WHOLE = [
    "The ministry was hit by sanctions.",
    "The firm hit 30 clerks with fines.",
    "They lost sight of two men.",
    "He put his hand on the child's arm.",
    "The guard struck him in the face.",
    "The brigade lost nine men who ran away.",
    "Twelve of the pilots saw the valley below.",
    "On the third day of the hunger strike two of the women were taken to hospital.",
    "The tower took four years to finish.",
    "A colleague with malaria was taken to a clinic.",
]


@pytest.mark.parametrize(("text", "killed", "injured"), MAIMED)
def test_limbs_lost_and_things_that_fly_tell_the_hurt(
    pipeline: Pipeline, text: str, killed: int | None, injured: int | None
) -> None:
    found = [[q.minimum for q in kind] for kind in _casualties(pipeline, text)]
    assert found == [[] if n is None else [n] for n in (killed, injured)]


@pytest.mark.parametrize("text", WHOLE)
def test_limbs_and_blows_without_an_injury(pipeline: Pipeline, text: str) -> None:
    assert _casualties(pipeline, text) == ([], [])


def test_those_of_the_hurt_who_died_may_be_counted_twice(pipeline: Pipeline) -> None:
    _, (hurt,) = _casualties(pipeline, "It scalded five cooks, one of whom has since died.")
    assert (hurt.minimum, hurt.maximum) == (4, 5)
