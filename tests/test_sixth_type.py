"""Another event type is another file and no code: the README's example, put into a folder of its own, is enough."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from incidents.load import read_report_text
from incidents.model import Extraction
from incidents.patterns import Patterns
from incidents.pipeline import Pipeline

README = Path(__file__).parents[1] / "README.md"
REPORT = """\
---
published: 2019-05-30
---
On May 14 the security ministry executed two traders at the stadium in Hyesan, a source in Ryanggang said. The order was
executed without delay. Families may be executed as well if they complain, residents fear.
"""
EXECUTED = "On May 14 the security ministry executed two traders at the stadium in Hyesan, a source in Ryanggang said."


@pytest.fixture(scope="module")
def own_patterns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (definition,) = re.findall(r"```yaml\n(type: execution\n.*?)```", README.read_text("utf-8"), re.DOTALL)
    folder = tmp_path_factory.mktemp("my-patterns")
    (folder / "events").mkdir()
    (folder / "events" / "execution.yaml").write_text(definition, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def extended(own_patterns: Path) -> Pipeline:
    return Pipeline(patterns=own_patterns)


@pytest.fixture(scope="module")
def extraction(extended: Pipeline) -> Extraction:
    return extended.extract(read_report_text(REPORT))


def test_the_shipped_types_stay(extended: Pipeline):
    shipped = {path.stem for path in Patterns().under("events")}
    assert set(extended.event_types) == {*shipped, "execution"}


def test_one_incident_of_the_new_type_comes_out_with_its_sentence(extraction: Extraction):
    (incident,) = extraction.incidents
    assert incident.event_type == "execution"
    (quote,) = incident.quotes
    assert " ".join(extraction.report.text[quote.start : quote.end].split()) == EXECUTED


def test_it_has_date_place_and_the_victims_number(extraction: Extraction):
    fields = extraction.incidents[0].fields
    assert (fields["date_start"], fields["date_end"]) == (dt.date(2019, 5, 14), dt.date(2019, 5, 14))
    assert (fields["place"], fields["admin1_code"], fields["country"]) == ("Hyesan", "KP-10", "KP")
    assert (fields["participants_min"], fields["participants_max"]) == (2, 2)


def test_what_is_no_event_is_kept_apart_by_the_rules_that_all_types_share(extraction: Extraction):
    dropped = [(m.trigger, m.dropped_because) for m, _ in extraction.mentions if m.dropped_because]
    assert dropped == [("executed", "hypothetical")]


def test_both_sentences_of_the_file_keep_their_promise(extended: Pipeline):
    (pattern,) = extended.types["execution"].patterns
    for sentence, expected in ((pattern.example, 1), (pattern.counterexample, 0)):
        report = read_report_text(f"This is what the paper wrote about it on that day.\n\n{sentence}")
        found = [m for m, _ in extended.extract(report).mentions if m.event_type == "execution"]
        assert len([m for m in found if m.dropped_because is None]) == expected, sentence
