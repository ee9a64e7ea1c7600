"""The scout proposes mentions where a sentence tells an event in words that no pattern knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.errors import PatternError
from incidents.events.definitions import learnt_pattern
from incidents.events.lexicon import Lexicon
from incidents.events.match import Proposal, Scene
from incidents.events.scout import MODEL_FILE, Scout, ScoutModel, sentence_features
from incidents.load import read_report_text
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline
from incidents.train.examples import Gold, labelled
from incidents.train.scouting import model_of, of_reports

HAMMOCKS = "Eleven hammocks hung slack at the Sariwon camp on Tuesday, officials said."
FLED = "Eleven inmates broke out of a prison near Sariwon on Tuesday, officials said."
LESSON = "The engineers explained the new furnace to visitors."


def scout(pipeline: Pipeline, *, keep: float = 0.5, offset: float = -4.0, **weights: float) -> Scout:
    """One that knows a few words of escapes, as far as features are written without a colon."""
    named = {f"w:{word}": [weight] for word, weight in weights.items()}
    return Scout(ScoutModel("", ["escape"], keep, [offset], named), pipeline.types)


def proposals(pipeline: Pipeline, chosen: Scout, text: str) -> list[Proposal]:
    page = pipeline.annotator.page(read_report_text(text))
    lexicon = Lexicon(page, pipeline.families)
    return chosen.propose(page, pipeline.proposer.propose(page, lexicon), lexicon, chosen.read(page, lexicon))


def features(pipeline: Pipeline, text: str) -> tuple[str, ...]:
    page = pipeline.annotator.page(read_report_text(text))
    return sentence_features(page, page.sentences[0], Lexicon(page, pipeline.families))


# --- what it sees --------------------------------------------------------------------------------------------


def test_features_are_words_families_pairs_and_kinds_of_facts_that_people_can_read(pipeline: Pipeline) -> None:
    told = {"w:hammock", "b:hang slack", "d:hang>nsubj>hammock", "n:date", "f:custody"}
    assert told <= set(features(pipeline, HAMMOCKS))


def test_names_are_seen_by_their_kind_only(pipeline: Pipeline) -> None:
    found = " ".join(features(pipeline, "Kim Chol-su left Hoeryong on 3 May 2004, Reuters said."))
    assert not any(name in found.lower() for name in ("hoeryong", "chol", "2004"))


# --- what it proposes ----------------------------------------------------------------------------------------


def test_a_sentence_that_is_likely_enough_becomes_a_mention_on_its_telling_verb(pipeline: Pipeline) -> None:
    (found,) = proposals(pipeline, scout(pipeline, hammock=3.0, slack=3.0), HAMMOCKS)
    assert (found.pattern.id, found.head.text, found.dropped_because) == ("escape.told", "hung", None)


@pytest.mark.parametrize(
    ("event_type", "verb", "text", "vetoed"),
    [
        ("defection", "followed", "A charity followed Chinese vessels in the Pacific from 2018 to 2021.", True),
        ("defection", "followed", "His brother followed in November 2003.", False),
        ("escape", "met", "The man was met outside a site in Kuwait and did not want to be named.", True),
        ("escape", "met", "The two met at the ferry at night and were gone.", False),
        ("escape", "gave", "An official gave their names as Kim and Pak.", True),
        ("escape", "gave", "The guards gave chase.", False),
        ("defection", "came", "One of the two welders came to Russia in 2003.", True),
        (
            "defection",
            "came",
            "The two welders came to Russia over the border, and asked a pastor to hide them.",
            False,
        ),
        ("defection", "was", "It was four years since the bureau had sent him abroad.", True),
        ("defection", "was", "It was two days since the envoy had quit his post.", False),
        ("protest", "kept", "The staff of the mill are kept in check by the party.", True),
        ("protest", "kept", "The women kept the collectors out of the yard.", False),
        ("wage_theft", "handed", "The sheets have been handed out in all towns since May.", True),
        ("wage_theft", "handed", "Nothing has been handed out since May.", False),
    ],
)
def test_journeys_questions_and_papers_are_no_events_for_the_scout_alone(
    pipeline: Pipeline, event_type: str, verb: str, text: str, vetoed: bool
) -> None:
    page = pipeline.annotator.page(read_report_text(text))
    head = next(t for t in page.doc if t.lower_ == verb)
    scene = Scene(page, head, page.sentences[0], Lexicon(page, pipeline.families))
    assert (scene.vetoed(learnt_pattern(pipeline.types[event_type])) is not None) == vetoed


def test_a_sentence_below_the_threshold_is_left_alone(pipeline: Pipeline) -> None:
    assert not proposals(pipeline, scout(pipeline, keep=0.99, hammock=1.0), HAMMOCKS)


def test_where_a_pattern_has_spoken_the_scout_is_silent(pipeline: Pipeline) -> None:
    assert not proposals(pipeline, scout(pipeline, offset=9.0), FLED)


def test_a_flight_that_a_pattern_takes_for_a_defection_is_not_told_again_as_an_escape(pipeline: Pipeline) -> None:
    assert not proposals(pipeline, scout(pipeline, offset=9.0), "A North Korean diplomat defected to Seoul in May.")


def test_a_mention_of_the_scout_is_judged_by_the_qualifiers_like_any_other(pipeline: Pipeline) -> None:
    other = pipeline.with_models(scout=scout(pipeline, hammock=3.0, slack=3.0, tomorrow=1.0))
    page = pipeline.annotator.page(
        read_report_text(f"{LESSON} Eleven hammocks will hang slack tomorrow, he fears. {LESSON}")
    )
    ((_, mention),) = other.mentions(page, Lexicon(page, pipeline.families))
    assert mention.dropped_because in {"predicted", "hypothetical", "feared"}


def test_a_type_that_is_not_defined_is_never_proposed(pipeline: Pipeline) -> None:
    strange = Scout(ScoutModel("", ["strange"], 0.5, [9.0], {}), pipeline.types)
    assert not proposals(pipeline, strange, HAMMOCKS)


def test_a_text_of_one_or_two_sentences_is_left_to_the_patterns(pipeline: Pipeline) -> None:
    other = pipeline.with_models(scout=scout(pipeline, hammock=3.0, slack=3.0))

    def told(text: str) -> bool:
        return any(m.pattern == "escape.told" for m, _ in other.extract(read_report_text(text)).mentions)

    assert told(f"{LESSON} {HAMMOCKS} {LESSON}")
    assert not told(HAMMOCKS)


# --- its model -----------------------------------------------------------------------------------------------


def test_without_the_file_there_is_no_scout(tmp_path: Path, pipeline: Pipeline) -> None:
    files = Patterns(None)
    files.files.pop(MODEL_FILE)
    assert Scout.load(files, pipeline.types) is None


def test_a_broken_file_is_named_with_the_way_to_mend_it(tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / MODEL_FILE).write_text('{"about": 1}', encoding="utf-8")
    with pytest.raises(PatternError, match=r"scout\.json.*make model"):
        Scout.load(Patterns(tmp_path), pipeline.types)


def test_weights_that_do_not_fit_the_types_are_refused(tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "model").mkdir()
    short = '{"about": "", "types": ["escape", "protest"], "keep": 0.5, "offsets": [0, 0], "weights": {"w:gate": [1]}}'
    (tmp_path / MODEL_FILE).write_text(short, encoding="utf-8")
    with pytest.raises(PatternError, match="for each of its types"):
        Scout.load(Patterns(tmp_path), pipeline.types)


def test_equal_data_give_an_equal_model_that_tells_them_apart(pipeline: Pipeline) -> None:
    text = " ".join([HAMMOCKS, LESSON] * 6)
    page = pipeline.annotator.page(read_report_text(text))
    spans = tuple((s.start, s.end) for s in page.sentences if "hammocks" in s.text)
    gold = Gold(frozenset({"escape"}), "escape", False, spans)
    told = of_reports([labelled(pipeline, page, (gold,))])
    first, second = (model_of(told, list(pipeline.types)) for _ in range(2))
    assert first == second
    chosen = Scout(first, pipeline.types)
    likely = [chosen.log_odds(features(pipeline, t))["escape"] for t in (HAMMOCKS, LESSON)]
    assert likely[0] > 0 > likely[1]


def test_a_sentence_of_an_optional_incident_teaches_nothing(pipeline: Pipeline) -> None:
    page = pipeline.annotator.page(read_report_text(HAMMOCKS))
    spare = Gold(frozenset({"escape"}), "escape", True, ((0, 20),))
    (row,) = of_reports([labelled(pipeline, page, (spare,))])
    assert (row.types, row.unclear) == (frozenset(), frozenset({"escape"}))


def test_it_can_say_which_words_moved_it(pipeline: Pipeline) -> None:
    chosen = scout(pipeline, hammock=3.0, slack=2.0)
    page = pipeline.annotator.page(read_report_text(HAMMOCKS))
    lexicon = Lexicon(page, pipeline.families)
    (found,) = chosen.propose(page, [], lexicon, chosen.read(page, lexicon))
    assert [name for name, _ in chosen.explain(page, found, lexicon)] == ["scout w:hammock", "scout w:slack"]
