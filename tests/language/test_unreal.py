"""What is said without being asserted: no incident, beside the same words when they are asserted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from language.reading import read, types

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

# what makes it unreal, the unreal text, the same as a fact, the type of the fact
PAIRS: list[tuple[str, str, str, str]] = [
    (
        "negation",
        "No workers walked out of the plant in Dandong in April.",
        "Ninety workers walked out of the plant in Dandong in April.",
        "protest",
    ),
    (
        "negation",
        "Nobody has ever escaped from the camp at Hwasong.",
        "Three men escaped from the camp at Hwasong in May.",
        "escape",
    ),
    (
        "negation",
        "The boiler in Sinuiju did not explode on Friday.",
        "The boiler in Sinuiju did explode on Friday.",
        "explosion",
    ),
    (
        "modality",
        "The welders in Vladivostok may go on strike in June.",
        "The welders in Vladivostok went on strike in March.",
        "protest",
    ),
    (
        "modality",
        "Prisoners could escape from the camp at Hwasong through the drain.",
        "Prisoners escaped from the camp at Hwasong through the drain in May.",
        "escape",
    ),
    (
        "conditional",
        "If the workers in Vladivostok are not paid, the firm will lose its licence.",
        "Because the workers in Vladivostok were not paid for a year, the firm lost its licence.",
        "wage_theft",
    ),
    (
        "conditional",
        "Had the tank in Hamhung exploded, hundreds would have died.",
        "When the tank in Hamhung exploded on Friday, hundreds died.",
        "explosion",
    ),
    (
        "purpose",
        "Guards were doubled along the Tumen to prevent defections.",
        "Guards were doubled along the Tumen after a soldier defected in March.",
        "defection",
    ),
    (
        "purpose",
        "The passports were collected so that nobody would run away from the site in Kuwait.",
        "The passports were collected after two men ran away from the site in Kuwait in May.",
        "escape",
    ),
    (
        "fear",
        "The manager feared that the seamstresses in Dandong would strike.",
        "The manager was dismissed after the seamstresses in Dandong had struck in April.",
        "protest",
    ),
    (
        "fear",
        "Officials are afraid of a riot in the camp at Hwasong.",
        "Officials hushed up a riot in the camp at Hwasong in May.",
        "protest",
    ),
    (
        "prediction",
        "More diplomats will defect this year, the professor predicted.",
        "Two more diplomats defected this year, the professor said.",
        "defection",
    ),
    (
        "what may become of the account, and the account of an event",
        "The miners in Musan would welcome the strike next week.",
        "Historians may consult his book about the strike that 200 fitters staged in Chongjin in 1981.",
        "protest",
    ),
    (
        "prediction beside an anniversary",
        "The students may hold a march in Sinuiju in November.",
        "The students may mark the anniversary of the uprising in Sinuiju, where hundreds of pupils marched on the police in 1945.",
        "protest",
    ),
    (
        "what will be when it comes true",
        "The welders can expect a feast when they reach Seoul.",
        "The welders, who defected in May, were given a feast when they reached Seoul.",
        "defection",
    ),
    (
        "requests that are awaited, and some that came",
        "Seoul expects a flood of requests by loggers to defect.",
        "Four requests by loggers to defect reached the consulate in Vladivostok in May.",
        "defection",
    ),
    (
        "plan",
        "The miners in Musan plan to stage a sit-in next week.",
        "The miners in Musan staged a sit-in last week.",
        "protest",
    ),
    (
        "order",
        "Managers in Musan were told to withhold the wages of absent miners.",
        "Managers in Musan have withheld the wages of 40 miners since March.",
        "wage_theft",
    ),
    (
        "generic",
        "Boilers explode when nobody checks the valves.",
        "A boiler exploded in Sinuiju in March when nobody had checked the valves.",
        "explosion",
    ),
    (
        "generic",
        "Whoever escapes from a camp is shot when caught.",
        "Two men who escaped from the camp in Yodok in May were shot when caught.",
        "escape",
    ),
    (
        "law",
        "Under the penal code, defection is punished by death.",
        "Two officers whose defection in May was announced on Friday are in Seoul.",
        "defection",
    ),
    (
        "figurative",
        "Prices exploded in the markets of Hyesan in April.",
        "A gas bottle exploded in the market of Hyesan in April.",
        "explosion",
    ),
    (
        "figurative",
        "She escaped poverty by opening a stall in Hyesan in April.",
        "She escaped from a holding centre in Hyesan in April.",
        "escape",
    ),
    (
        "sport",
        "The striker exploded past two defenders in the stadium in Pyongyang on Sunday.",
        "A gas bottle exploded beside the stadium in Pyongyang on Sunday.",
        "explosion",
    ),
    (
        "diplomacy",
        "Tokyo lodged a protest with Pyongyang over the launch on Friday.",
        "Farmers in Anak lodged a petition with the county over the levy on Friday.",
        "protest",
    ),
    (
        "weapons test",
        "The North exploded a nuclear device at Punggye-ri on Sunday.",
        "A munitions store exploded at Hyesan on Sunday.",
        "explosion",
    ),
    (
        "fiction",
        "In the film, a prisoner escapes from a camp in Yodok and walks to China.",
        "In May, a prisoner escaped from a camp in Yodok and walked to China.",
        "escape",
    ),
]


@pytest.mark.parametrize(
    ("frame", "unreal", "fact", "event_type"), PAIRS, ids=[f"{f}-{u[:40]}" for f, u, _, _ in PAIRS]
)
def test_the_unreal_is_no_incident_and_the_fact_is_one(
    pipeline: Pipeline, tmp_path: Path, frame: str, unreal: str, fact: str, event_type: str
) -> None:
    assert types(pipeline, tmp_path, unreal) == [], frame
    assert types(pipeline, tmp_path, fact) == [event_type], frame


@pytest.mark.xfail(strict=True, reason="the judge doubts an event of which there is only a noun behind a book")
def test_an_event_that_only_a_noun_tells_of_is_one(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Historians may consult his book about the 1981 strike at the steel works in Chongjin."
    assert types(pipeline, tmp_path, text) == ["protest"]


DOUBT: list[tuple[str, str, str]] = [
    ("Five inmates reportedly escaped from the camp near Kaechon on Monday.", "reported", "completed"),
    ("Five inmates are said to have escaped from the camp near Kaechon on Monday.", "reported", "completed"),
    ("Five inmates allegedly escaped from the camp near Kaechon on Monday.", "alleged", "completed"),
    (
        "Five inmates escaped from the camp near Kaechon on Monday. The report cannot be verified.",
        "alleged",
        "completed",
    ),
    ("Rumour has it that five inmates escaped from the camp near Kaechon on Monday.", "alleged", "completed"),
    (
        "The ministry flatly denied that five inmates had escaped from the camp near Kaechon on Monday.",
        "denied",
        "completed",
    ),
    ("Five inmates tried to escape from the camp near Kaechon on Monday.", "reported", "attempted"),
    ("Five inmates were caught escaping from the camp near Kaechon on Monday.", "reported", "attempted"),
    ("Guards foiled an escape by five inmates from the camp near Kaechon on Monday.", "reported", "attempted"),
    ("Five inmates were shot while fleeing from the camp near Kaechon on Monday.", "reported", "attempted"),
]


@pytest.mark.parametrize(("text", "factuality", "completion"), DOUBT)
def test_doubt_and_failure_are_recorded(
    pipeline: Pipeline, tmp_path: Path, text: str, factuality: str, completion: str
) -> None:
    [found] = read(pipeline, tmp_path, text)
    assert found["event_type"] == "escape"
    assert (found["factuality"], found["completion"]) == (factuality, completion)
