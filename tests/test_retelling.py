"""What tells a second event of a kind from the first one told again."""

from __future__ import annotations

import pytest

from incidents.events.lexicon import Lexicon
from incidents.likeness import evidence
from incidents.merge import Draft
from incidents.model import Report
from incidents.pipeline import Pipeline


def found(pipeline: Pipeline, text: str) -> dict[str, float]:
    """The evidence of the last mention of a text for belonging to the incident that the first one tells."""
    patterns = pipeline.with_models()
    page = patterns.annotator.page(Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256=""))
    lexicon = Lexicon(page, patterns.families)
    clues = patterns.clues(page, patterns.mentions(page, lexicon), lexicon)
    assert len(clues) > 1
    draft = Draft(clues[0].mention.event_type, clues[:1])
    return evidence(draft, clues[-1], [draft], patterns.annotator.gazetteer)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lt. Chae Kun-su defected in May. The ministry was silent. Chae Kun-su defected by boat.", "names_same"),
        ("Lt. Chae Kun-su defected in May. The ministry was silent. Capt. Chae Un Yong defected by boat.", "full_names_differ"),
        ("A cook defected in May. The consulate was guarded after 20 other North Koreans defected.", "another_clear"),
        ("A cook escaped from the camp. Three foremen escaped from the camp.", "one_many"),
        ("Three foremen escaped from the camp. A cook escaped from the camp.", "many_one"),
        ("Two bombs exploded in Busan. Three bombs exploded in the evening.", "series_differs"),
        ("A cook escaped from the camp and two foremen escaped from the harbour.", "doers_fresh"),
        ("A cook escaped from the camp and escaped to Mongolia.", "doers_same"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_people(pipeline: Pipeline, text: str, name: str) -> None:
    assert found(pipeline, text).get(name)


@pytest.mark.parametrize(
    "text",
    [
        "An explosion killed nine miners. The blast exploded two tanks and injured 40 others.",
        "Dockers went on strike in Busan, the third such strike since May.",
        "More than 20 men escaped from the camp. More than ten men escaped on Friday.",
    ],
)
def test_what_is_no_further_event(pipeline: Pipeline, text: str) -> None:
    assert "another" not in found(pipeline, text)


def test_a_headline_has_told_what_the_text_calls_another(pipeline: Pipeline) -> None:
    text = "COOK DEFECTS IN MALTA\n\nAnother cook defected on Friday."
    assert "another" not in found(pipeline, text)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Nine loggers escaped from the camp on May 4, 2012. Two loggers had escaped from it in June 1998.",
            {"date_before", "date_before_moves", "date_year"},
            {"date_after", "date_days"},
        ),
        (
            "Nine loggers escaped from the camp on May 4, 2012. They escaped from the ship on May 8, 2012.",
            {"date_after", "date_days", "date_gap_known"},
            {"date_before", "date_year"},
        ),
        (
            "Dockers went on strike in Busan on May 4, 2012. Dockers went on strike in Busan on May 4, 2012.",
            set(),
            {"date_before", "date_after", "date_gap"},
        ),
    ],
)
def test_how_far_two_dates_lie_apart(pipeline: Pipeline, text: str, wanted: set[str], unwanted: set[str]) -> None:
    given = {name for name, value in found(pipeline, text).items() if value}
    assert wanted <= given
    assert not unwanted & given


def test_a_year_between_two_dates_counts_about_one(pipeline: Pipeline) -> None:
    text = "Nine loggers escaped from the camp on May 4, 2012. Two cooks escaped from the ship on May 4, 2013."
    assert found(pipeline, text)["date_gap"] == pytest.approx(1.0, abs=0.05)
