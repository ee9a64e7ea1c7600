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
    ("The store went up without loss of life.", 0, None),
    ("Nobody came to harm.", 0, 0),
]
UNTOLD = [
    "Twelve officials from several government bodies inspected the store.",
    "The plant sells 300 tons of treatment salts a month.",
    "Forty men claimed their pay at the gate.",
    "The embassy received 20 requests for medical books.",
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
