"""What frames take out: plots of films and novels, matches, corrections, and what most people of a kind do."""

from __future__ import annotations

import pytest

from incidents.annotate import Page
from incidents.events.lexicon import Lexicon
from incidents.model import Report
from incidents.pipeline import Pipeline

REVIEW = (
    "A thriller from Busan.\n\nThe film opens in a mine. Its heroine, played by a new actress, escapes from the camp in a coal "
    "truck, and the miners go on strike. The screenplay took six years."
)
MATCH = (
    "The league title was settled on Sunday. The goalkeeper was beaten twice in the first half of the match.\n\n"
    "The visitors staged the escape of the season when they made it 3-2 before the referee blew the whistle."
)
DROPPED = {
    "a plot told in the present": (REVIEW, "fiction"),
    "in the novel": ("In this novel the loggers go on strike in Tynda.", "fiction"),
    "a match": (MATCH, "sport"),
    "a paper's own mistake": (
        "Last week we reported that 30 miners had gone on strike in Musan. This was wrong: the mine was closed.",
        "refuted",
    ),
    "a corrections column": (
        "Corrections: Our last issue stated that an explosion had killed two men in Nampo. It was a fire.",
        "refuted",
    ),
    "an untrue rumour": ("Rumours that loggers fled the camp at Tynda in May are untrue.", "refuted"),
    "a rumour of something else": (
        "A report in May that four loggers had fled the camp at Tynda turned out to be about a lost bus.",
        "refuted",
    ),
    "a rumour that nothing speaks for": (
        "There was talk that loggers fled the camp at Tynda, but the consulate found no grounds for the rumour.",
        "negated",
    ),
    "a report taken back": ("The agency's report that miners went on strike in Musan was later retracted.", "refuted"),
    "a story that turned out to be false, in a whole report, where the judge might overrule grammar": (
        "A story told in April, that a welder in Darkhan had set himself on fire in protest against his bosses, "
        "turned out to be false. The man had been hurt in a kitchen. He is well again.",
        "refuted",
    ),
    "a claim that no witness supports": (
        "The rumour that Camp 14 was the scene of a riot in 2016 has not been supported by any of the witnesses.",
        "refuted",
    ),
    "a rumour that the next sentence calls untrue": (
        "Readers ask about the rumour that a shell exploded at Kilju station. It is not true, residents say.",
        "negated",
    ),
    "a report of the same, taken back in the next sentence": (
        "Three weavers fled a dormitory in Dandong in May. Reports of an escape were wrong.",
        "refuted",
    ),
    "people found elsewhere": (
        "A squad that was reported missing and fled, by its officers, from Hyesan on 12 May turned out to have been moved to a farm.",
        "negated",
    ),
    "a rumour that the next sentence belies": (
        "Rumor had it in May that four loggers had fled the camp at Tynda. The foreman called the roll: all were there.",
        "negated",
    ),
    "the plot of a new film": (
        "The director showed his work in Jeonju on Friday.\n\nHis film tells of a weaver. She flees across the Tumen River with "
        "two soldiers behind her, and the men of her brigade go on strike.",
        "fiction",
    ),
    "a player bought by a rival": (
        MATCH + "\n\nThe striker defected to Chelsea after the league match.",
        "sport",
    ),
    "a player who stays with his club": (
        MATCH + "\n\nThe striker stayed behind after the league match in Leeds to sign shirts.",
        "sport",
    ),
    "nobody known": ("No inmate is believed to have escaped from the camp at Hwasong.", "negated"),
    "nobody there to do it": ("In Musan there is no one to lead a revolt against the guards.", "negated"),
    "a surname": (
        "On Tuesday the inspector questioned Patrick Riot and two other owners of the factory.",
        "other_sense",
    ),
    "one of a kind": ("Life is harder for one who flees across the border.", "generic"),
    "most of a kind": ("Most defectors flee across the Tumen River into China.", "generic"),
}
KEPT = {
    "what the author did": (
        REVIEW + "\n\nThe director fled the camp at Yodok himself in May 2003 and wrote the novel in Seoul.",
        "escape",
    ),
    "a player who asks for asylum": (MATCH + "\n\nTwo substitutes escaped from the team hotel on Monday.", "escape"),
    "a player who leaves his country": (
        MATCH + "\n\nTwo footballers from Pyongyang defected to South Korea after the match in Kampala on May 3.",
        "defection",
    ),
    "players who stayed behind": (
        MATCH
        + "\n\nMany of Cuba's pitchers have defected. Two members of the champion's team stayed behind in Mexico in 1998.",
        "defection",
    ),
    "a report borne out": (
        "Last week we reported that 30 miners had gone on strike in Musan. It has since been confirmed.",
        "protest",
    ),
    "a report with a witness": (
        "The report that four loggers fled the camp at Tynda in May was borne out by two witnesses.",
        "escape",
    ),
    "a report that proved right": (
        "A report in May that four loggers had fled the camp at Tynda turned out to be true.",
        "escape",
    ),
    "a report that made too much of it": (
        "A report that forty loggers had fled the camp at Tynda in May turned out to be exaggerated: there were four.",
        "escape",
    ),
    "a rumour that stands": (
        "Rumor had it that four loggers fled the camp at Tynda in May. The foreman called the roll and then called the police.",
        "escape",
    ),
    "a report of something else that is wrong": (
        "Three weavers escaped from a dormitory in Dandong in May. The company said that reports of unpaid wages were wrong.",
        "escape",
    ),
    "no such thing there, but another elsewhere": (
        "There was no strike at the mill, but forty welders walked out of the shipyard in Rason on Monday.",
        "protest",
    ),
    "nobody hurt": ("None of the eleven inmates who escaped from the camp at Hwasong in May was hurt.", "escape"),
    "a film and a fact": (
        "The film was shown in Jeonju.\n\nA weaver escaped from the camp at Yodok in May 2003, prosecutors said on Monday.",
        "escape",
    ),
    "one of a number": ("Police questioned one who fled the camp at Yodok in May 2003.", "escape"),
    "a number of a kind": ("Twelve defectors fled across the Tumen River into China in May.", "escape"),
}


@pytest.mark.parametrize(("text", "reason"), DROPPED.values(), ids=DROPPED)
def test_what_a_frame_holds_is_no_event(pipeline: Pipeline, text: str, reason: str) -> None:
    page = _page(pipeline, text)
    mentions = pipeline.mentions(page, Lexicon(page, pipeline.families))
    assert reason in {m.dropped_because for _, m in mentions}
    assert all(m.dropped_because is not None for _, m in mentions)


@pytest.mark.parametrize(("text", "kind"), KEPT.values(), ids=KEPT)
def test_what_stands_beside_a_frame_is_kept(pipeline: Pipeline, text: str, kind: str) -> None:
    page = _page(pipeline, text)
    mentions = pipeline.mentions(page, Lexicon(page, pipeline.families))
    accepted = {kind, *pipeline.types[kind].accepts}
    assert any(m.event_type in accepted and m.dropped_because is None for _, m in mentions)


def _page(pipeline: Pipeline, text: str) -> Page:
    return pipeline.annotator.page(Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256=""))
