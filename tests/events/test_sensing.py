"""The sentence model: what it proposes, and when it keeps silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.errors import PatternError
from incidents.events.lexicon import Lexicon
from incidents.events.sensing import Sensor, SentenceModel, TypeModel, tied
from incidents.load import read_report_text
from incidents.model import Mention
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline

TELLING = "The women sign for 1,200 zlotys, and the paymaster of the brigade counts 150 into each hand."


@pytest.fixture(scope="module")
def pipe() -> Pipeline:
    return Pipeline()


def certain(pipe: Pipeline, *words: str) -> Pipeline:
    """The same pipeline with a model that is sure of every sentence that holds one of the words."""
    model = SentenceModel("", {"wage_theft": TypeModel(-5.0, {f"word:{word}": 40.0 for word in words})})
    pipe.proposer.sensor = Sensor(model)
    return pipe


def pay(pipe: Pipeline, text: str) -> list[Mention]:
    pairs, _ = pipe.mentions(pipe.annotator.page(read_report_text(text)))
    return [m for _, m in pairs if m.event_type == "wage_theft" and m.dropped_because is None]


def test_a_sentence_that_no_pattern_knows_is_proposed_when_the_model_is_sure(pipe: Pipeline) -> None:
    found = pay(certain(pipe, "paymaster"), TELLING)
    assert [m.pattern for m in found] == ["wage.sensed"]
    assert found[0].score is not None
    assert found[0].score > 0.9


def test_it_keeps_silent_when_the_model_is_not(pipe: Pipeline) -> None:
    assert pay(certain(pipe, "gendarme"), TELLING) == []


def test_a_report_that_tells_of_the_type_in_known_words_needs_no_guess(pipe: Pipeline) -> None:
    found = pay(certain(pipe, "paymaster"), f"{TELLING} The welders have not been paid since March.")
    assert "wage.sensed" not in {m.pattern for m in found}


def test_features_name_the_words_that_they_are_read_from(pipe: Pipeline) -> None:
    page = pipe.annotator.page(read_report_text("The guards fled."))
    read = tied(page.sentences[0], Lexicon(page, pipe.families))
    assert {t.text for t in read["pair:guard flee"]} == {"guards", "fled"}
    assert {t.text for t in read["tie:flee>nsubj>guard"]} == {"guards", "fled"}


def test_a_folder_without_a_model_has_no_sensor() -> None:
    files = Patterns()
    bare = replace_files(files)
    assert Sensor.load(bare) is None


def replace_files(files: Patterns) -> Patterns:
    bare = Patterns()
    bare.__dict__["files"] = {n: p for n, p in files.files.items() if n != "model/sentences.json"}
    return bare


def test_a_broken_model_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "sentences.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PatternError, match=r"model/sentences\.json"):
        Sensor.load(Patterns(tmp_path))


def test_unknown_trades_count_as_labour_and_known_people_do_not(pipe: Pipeline) -> None:
    page = pipe.annotator.page(read_report_text("The tunnellers met the shareholders."))
    lexicon = Lexicon(page, pipe.families)
    held = {t.text: lexicon.holds(t, "labour") for t in page.doc if t.pos_ == "NOUN"}
    assert held == {"tunnellers": True, "shareholders": False}
