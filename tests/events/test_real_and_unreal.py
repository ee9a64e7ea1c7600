"""What looks unreal and has happened, and what only looks like an event: beginnings, questions, denials, the scout's verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.mentions import kept

from incidents.events.lexicon import Lexicon
from incidents.events.scout import Scout, ScoutModel
from incidents.events.select import standing
from incidents.load import read_report_text
from incidents.merge import merge

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

CONTEXT = "The North Korean workers were sent there by a company. Some have since defected to Seoul. "
REAL = [
    ("explosion", "Before dawn the raiders breached the wall of the barracks with explosives."),
    ("protest", "The porters began to walk off the site at noon."),
    ("protest", "The women started to throw stones at the police."),
    ("protest", "Hundreds of people continued to gather in front of the office until the evening."),
    ("escape", "Two inmates used the confusion to slip away from the camp."),
    ("defection", "The cook used a stopover in Dubai to ask for asylum."),
    ("wage_theft", "The workers were told that they would get nothing for the whole year."),
    ("wage_theft", "The owner never gave the worker a cent: where could he complain?"),
    ("wage_theft", "Why would any worker turn up when no wages are paid?"),
    ("wage_theft", "The mill stopped handing out rice to its workers in March."),
    ("wage_theft", "The welder had not earned a thing in three years."),
    ("wage_theft", "The nurses are allowed to keep only a tenth of their salaries."),
    ("protest", "In March, the plumbers insisted on being paid in full."),
    ("protest", "The workers came to blows last month with cadres who held their money."),
    ("protest", "Some sixty stitchers stayed away from their machines in June."),
    ("defection", "Four officials of a trading company defected from Shenyang in June."),
    ("defection", "An engineer who had defected from Nampo in 2010 was not surprised."),
    (
        "escape",
        "Three tailors were put into a camp in Hyesan in May, only to crawl out through a drain on their first night.",
    ),
    ("escape", "The warden and a clerk had run away to China, and people feared that others would talk."),
    # what can be done no longer is not done
    ("wage_theft", "The tannery in Haeju could no longer pay its workers."),
    ("wage_theft", "From 1995 on wages could no longer be paid in the mills of Hamhung."),
    ("wage_theft", "The pits of Anju were no longer able to pay the miners their wages."),
    ("wage_theft", "The workers of the plant could hardly be paid at all."),
    # called off when it was on
    ("protest", "The first strike at the dyeworks in Irbid was called off when the owner gave the union his word."),
    ("protest", "The union called off the two-day strike of the weavers in Irbid."),
    ("protest", "The strike of the stokers was called off after three days."),
    ("protest", "It was on 12 May that the welders first struck."),
    # what only looks like a definition or a case put to the reader
    ("protest", "A strike at the mill in Irbid means that forty looms have stood still since Monday."),
    ("escape", "Suppose what you like: four loggers fled the camp at Tynda in May."),
    ("defection", "People who supposed that he was ill heard that the envoy had defected in May."),
]
UNREAL = [
    ("protest", "The union plans to begin to picket the mill."),
    ("protest", "The miners will start to march on Monday."),
    ("wage_theft", "Will the workers be paid nothing again?"),
    ("protest", "The manager insisted on clean shoes at the rally of the party."),
    ("wage_theft", "The accountant made off with the takings."),
    ("protest", "She left in March."),
    ("protest", "The miners at Musan did not go on strike in March, the source said."),
    ("protest", "Nobody at the plant in Dandong laid down tools in May 2012."),
    ("protest", "No brigade has ever downed tools at this site in Kuwait."),
    ("protest", "The welders did not refuse to work."),
    ("protest", "They have not so much as put down a hammer in all these years at the yard."),
    ("protest", "It was not the case that the guards at Kusong had mutinied in 2014."),
    ("explosion", "Rumours that the boiler had burst at Anju in May are wrong: the pipe froze."),
    (
        "explosion",
        "Word got round in May that a boiler had blown up in Anju. It had not, a neighbour said: a lorry lost its load.",
    ),
    (
        "protest",
        "Rumours that net weavers in Hunchun had rioted were everywhere. We asked. There was a quarrel, and no riot.",
    ),
    (
        "explosion",
        "A private blew up a store at Anbyon, it was said in 2013. The captain who told the story withdrew it.",
    ),
    ("escape", "The men of the gang hoped only to crawl out of the camp in Hyesan through a drain."),
    ("wage_theft", "Visitors are allowed to keep half of the ticket."),
    ("explosion", "A contractor brought down the old chimney of the mill with dynamite on Sunday."),
    ("escape", "The director used the meeting to warn of men who might escape."),
    ("wage_theft", "The firm could pay its workers more."),
    ("protest", "The strike set for Monday was called off when the owner gave the union his word."),
    ("protest", "The union called off its planned strike at the dyeworks."),
    ("protest", "Lightning first struck on 12 May."),
    ("escape", "A jailbreak is the escape of more than one inmate, who scales the fence or digs a tunnel."),
    ("escape", "A prison break means the flight of one or more inmates from a jail."),
    ("protest", "A mutiny is a rising of soldiers against their officers."),
    ("protest", 'The term "strike" refers to a refusal to work by three workers or more.'),
    ("defection", "Suppose that three loggers ran to the Danish embassy and asked for asylum."),
    ("escape", "Question 4: Imagine that a guard fled across the river with his gun."),
    ("defection", "What if three loggers had asked for asylum in Moscow?"),
]


@pytest.mark.parametrize(("event_type", "sentence"), REAL)
def test_what_was_begun_used_denied_or_taken_for_granted_is_told(
    pipeline: Pipeline, event_type: str, sentence: str
) -> None:
    assert event_type in kept(pipeline, CONTEXT + sentence) - kept(pipeline, CONTEXT) or event_type == "defection"
    assert event_type in kept(pipeline, sentence + " " + CONTEXT)


@pytest.mark.parametrize(("event_type", "sentence"), UNREAL)
def test_what_is_to_come_or_only_sounds_like_it_is_not_told(pipeline: Pipeline, event_type: str, sentence: str) -> None:
    assert event_type not in kept(pipeline, sentence)


def test_the_name_of_a_month_is_no_march(pipeline: Pipeline) -> None:
    page = pipeline.annotator.page(read_report_text("In March, forty police officers arrested him in the square."))
    assert not pipeline.proposer.propose(page, Lexicon(page, pipeline.families))


def test_what_a_pattern_asks_for_is_not_the_name_of_a_month(pipeline: Pipeline) -> None:
    strike = "The dockers of Riga ended their strike in April. "
    assert "protest" in kept(pipeline, strike + "On May 9 the crane drivers began another.")
    page = pipeline.annotator.page(read_report_text(strike + "The drivers may begin another on 5 May."))
    lexicon = Lexicon(page, pipeline.families)
    terms = {t.text: lexicon.terms(t) for t in page.doc if t.lower_ == "may"}
    assert "=may" in terms["may"]
    assert "=may" not in terms["May"]


def _stands(pipeline: Pipeline, text: str) -> bool:
    page = pipeline.annotator.page(read_report_text(text))
    lexicon = Lexicon(page, pipeline.families)
    proposals = pipeline.proposer.propose(page, lexicon)
    pairs = [(p, pipeline.qualifier.mention(page, p)) for p in proposals]
    drafts = merge(pipeline.clues(page, pairs, lexicon), pipeline.types, page.gazetteer, pipeline.merge_weights)
    return bool(standing(page, drafts)[0])


@pytest.mark.parametrize(
    "text",
    [
        "There was a large demonstration on 4 March 2012.",
        "The union staged a sit-in on 4 March 2012.",
        "Clerks entered the second week of a strike on 4 March 2012.",
        "A warning strike of miners was suspended on 4 March 2012.",
        "An explosion that was heard from the island on 4 March 2012 remains unexplained.",
        "Several blasts were felt beyond the river on 4 March 2012.",
    ],
)
def test_a_noun_stands_with_one_fact_where_the_sentence_says_that_it_took_place(pipeline: Pipeline, text: str) -> None:
    assert _stands(pipeline, text)


def test_a_noun_with_one_fact_of_which_nothing_is_told_does_not_stand(pipeline: Pipeline) -> None:
    assert not _stands(pipeline, "The strike of the miners of 4 March 2012 was discussed by everybody.")
    assert not _stands(pipeline, "The explosion was heard on 4 March 2012 by everybody.")


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Neighbours said that hammocks had hung in the yard.", "hung"),
        ("Soldiers saw hammocks and heard a noise coming from the north.", None),
        ("Officials put the hammocks at 13 or more.", None),
    ],
)
def test_the_scout_never_takes_a_verb_of_seeing_saying_or_counting_for_the_event(
    pipeline: Pipeline, sentence: str, head: str | None
) -> None:
    scout = Scout(ScoutModel("", ["escape"], 0.5, [-4.0], {"w:hammock": [9.0]}), pipeline.types)
    page = pipeline.annotator.page(read_report_text(sentence))
    lexicon = Lexicon(page, pipeline.families)
    found = scout.propose(page, [], lexicon, scout.read(page, lexicon))
    assert [p.head.text for p in found] == ([head] if head else [])


@pytest.mark.parametrize(
    ("sentence", "named", "head"),
    [
        ("The strike in the hammock yard lasted for nine days.", "strike", None),
        ("The strike in the hammock yard began in May, and the hammocks hung empty.", "strike", "hung"),
        ("The strike in the hammock yard lasted for nine days.", None, "lasted"),
    ],
)
def test_what_became_of_a_named_event_is_not_told_as_another_one(
    pipeline: Pipeline, sentence: str, named: str | None, head: str | None
) -> None:
    scout = Scout(ScoutModel("", ["escape"], 0.5, [-4.0], {"w:hammock": [9.0]}), pipeline.types)
    page = pipeline.annotator.page(read_report_text(sentence))
    lexicon = Lexicon(page, pipeline.families)
    known = [p for p in pipeline.proposer.propose(page, lexicon) if p.head.text == named]
    found = scout.propose(page, known, lexicon, scout.read(page, lexicon))
    assert bool(known) == bool(named)
    assert [p.head.text for p in found] == ([head] if head else [])
