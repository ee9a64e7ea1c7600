"""Labels are checked when they are read; a mistake is named with file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from incidents.errors import IncidentsError
from incidents.evaluate.evaluation import wanted_labels
from incidents.evaluate.gold import BadGold, read_gold, report_files

INCIDENT: dict[str, Any] = {
    "id": "1",
    "type": "escape",
    "granularity": "specific",
    "factuality": "reported",
    "completion": "completed",
    "anchors": ["fled the camp"],
}


def gold(folder: Path, *reports: object, name: str = "labels.jsonl") -> Path:
    lines = [report if isinstance(report, str) else json.dumps(report) for report in reports]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def report(doc_id: str = "one", **more: object) -> dict[str, object]:
    return {"doc_id": doc_id, "incidents": [], **more}


def with_incident(**changes: object) -> dict[str, object]:
    return report(incidents=[{**INCIDENT, **changes}])


def test_several_label_files_are_one_set(tmp_path: Path):
    gold(tmp_path, report("b1"), name="labels-b.jsonl")
    gold(tmp_path, report("a1"), report("a2"), name="labels-a.jsonl")
    assert [r.doc_id for r in read_gold(tmp_path)] == ["a1", "a2", "b1"]


def test_what_a_label_does_not_say_is_null(tmp_path: Path):
    (found,) = read_gold(gold(tmp_path, with_incident()))[0].incidents
    assert (found.place, found.participants, found.date_start, found.optional) == (None, None, None, False)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "labels.jsonl:2: "),
        (report(incidents=None), "labels.jsonl:2: Expected `array`, got `null`"),
        (with_incident(granularity="rough"), "Invalid enum value 'rough'"),
        (with_incident(date_start="2019-02-30", date_end="2019-03-01"), "Invalid RFC3339 encoded date"),
        (with_incident(date_start="2019-03-01"), "date_start and date_end go together"),
        (with_incident(anchors=[]), "at least one anchor"),
        (with_incident(participants=[3]), "$.incidents[0].participants"),
        (with_incident(plaice=["Musan"]), "unknown field `plaice`"),
        (report("first"), "labels.jsonl:2: first is labelled twice"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, line: object, message: str):
    with pytest.raises(BadGold) as caught:
        read_gold(gold(tmp_path, report("first"), line))
    assert message in str(caught.value)
    assert isinstance(caught.value, IncidentsError)


def test_a_folder_without_labels_says_what_was_looked_for(tmp_path: Path):
    with pytest.raises(BadGold, match=r"no labels\*\.jsonl there"):
        read_gold(tmp_path)


def test_held_out_reports_are_left_out_unless_they_are_asked_for(tmp_path: Path):
    gold(tmp_path, report("a1"), report("a2", held_out=True))
    assert [r.doc_id for r in wanted_labels(tmp_path)] == ["a1"]
    assert [r.doc_id for r in wanted_labels(tmp_path, held_out=True)] == ["a2"]


def test_reports_are_chosen_by_a_shell_pattern(tmp_path: Path):
    gold(tmp_path, report("n01-x"), report("n02-x"))
    assert [r.doc_id for r in wanted_labels(tmp_path, reports="?[0-9][13579]-*")] == ["n01-x"]
    with pytest.raises(BadGold, match="no report fits “z”"):
        wanted_labels(tmp_path, reports="z")


def test_reports_lie_beside_their_labels_in_any_format(tmp_path: Path):
    gold(tmp_path, report("one"), report("two"))
    for name in ("one.html", "two.txt", "unlabelled.txt", "metadata.csv"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    assert [path.name for path in report_files(tmp_path, read_gold(tmp_path))] == ["one.html", "two.txt"]


def test_a_labelled_report_that_is_not_there_is_named(tmp_path: Path):
    gold(tmp_path, report("one"), report("two"))
    with pytest.raises(BadGold, match=r"no report one\.\* and 1 more"):
        report_files(tmp_path, read_gold(tmp_path))
