"""A run: one bad report fails alone, and neither processes nor order change a byte."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.stub import StubPipeline, make_stub

import incidents
import incidents.run as run_module
from incidents.errors import UsageError
from incidents.load import NoReports, NoSuchPath
from incidents.model import Report
from incidents.run import Read, RunResult, Settings, run

Ran = tuple[Path, RunResult]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_report_that_breaks_the_pipeline_fails_alone_with_its_reason(dataset: Ran):
    out, result = dataset
    documents = incidents.read(out).documents.set_index(
        incidents.read(out).documents.source_path.str.split("/").str[-1]
    )
    assert documents.status["broken.txt"] == "failed"
    assert "this sentence cannot be parsed" in documents.message["broken.txt"]
    assert documents.status["march.txt"] == "ok"
    assert result.statuses == {"failed": 2, "ok": 2}


def test_the_result_counts_reports_incidents_and_events(dataset: Ran):
    _, result = dataset
    assert result.incidents == {"escape": 2, "protest": 1}
    assert result.clusters == 2  # both reports tell of one escape
    assert (result.n_reports, result.n_failed) == (4, 2)
    assert [Path(problem.source_path).name for problem in result.problems] == ["broken.txt", "empty.txt"]


def test_one_event_in_two_reports_has_one_cluster(dataset: Ran):
    frame = incidents.read(dataset[0]).incidents
    escapes = frame[frame.event_type == "escape"]
    assert escapes.incident_id.nunique() == 2
    assert list(escapes.cluster_id.unique()) == [escapes.incident_id.min()]


def test_the_manifest_holds_versions_counts_and_arguments_and_nothing_of_this_machine(dataset: Ran, reports: Path):
    text = (dataset[0] / "run.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert manifest["model"] == "stub"
    assert manifest["patterns"] == {"events/escape.yaml": "1" * 64}
    assert manifest["reports"] == {"failed": 2, "ok": 2}
    assert manifest["incidents"] == {"escape": 2, "protest": 1}
    assert str(reports.parent) not in text


@pytest.mark.slow
def test_two_processes_write_the_same_bytes_as_one(dataset: Ran, reports: Path, tmp_path: Path):
    run([reports], tmp_path, jobs=2, make_extractor=make_stub)
    assert contents(tmp_path) == contents(dataset[0])


def test_the_order_of_the_arguments_changes_nothing(dataset: Ran, reports: Path, tmp_path: Path):
    copy = tmp_path / reports.name
    shutil.copytree(reports, copy)
    files = sorted(copy.iterdir(), reverse=True)
    for order, name in ((files, "one"), (files[::-1], "two")):
        run(order, tmp_path / name, jobs=1, make_extractor=make_stub)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_run_replaces_the_first_and_leaves_nothing_else(dataset: Ran, reports: Path, tmp_path: Path):
    for _ in range(2):
        run([reports], tmp_path, jobs=1, make_extractor=make_stub)
    assert contents(tmp_path) == contents(dataset[0])


def test_progress_is_told_after_every_report(reports: Path, tmp_path: Path):
    steps: list[tuple[int, int]] = []
    run([reports], tmp_path, jobs=1, make_extractor=make_stub, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_reports_that_cannot_be_prepared_together_are_read_one_by_one(dataset: Ran, reports: Path, tmp_path: Path):
    class Unprepared(StubPipeline):
        def readers(self, reports: Sequence[Report]) -> list[Read]:
            raise RuntimeError("one of them cannot be parsed")

    run([reports], tmp_path, jobs=1, make_extractor=Unprepared)
    assert contents(tmp_path) == contents(dataset[0])


def test_a_minimum_confidence_leaves_out_the_uncertain(reports: Path, tmp_path: Path):
    result = run([reports], tmp_path, Settings(min_confidence=0.7), jobs=1, make_extractor=make_stub)
    assert result.incidents == {"escape": 2}
    assert "low_confidence" in set(incidents.read(tmp_path).mentions.dropped_because.dropna())


def test_a_path_that_does_not_exist_stops_the_run_before_it_starts(tmp_path: Path):
    with pytest.raises(NoSuchPath):
        run([tmp_path / "nowhere"], tmp_path / "out", make_extractor=make_stub)
    assert not (tmp_path / "out").exists()


def test_nothing_readable_leaves_an_older_dataset_alone(dataset: Ran, tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    shutil.copytree(dataset[0], tmp_path / "out")
    with pytest.raises(NoReports):
        run([tmp_path / "empty.txt"], tmp_path / "out", jobs=1, make_extractor=make_stub)
    assert contents(tmp_path / "out") == contents(dataset[0])


def test_a_publication_date_that_is_none_is_refused_with_an_example(reports: Path, tmp_path: Path):
    with pytest.raises(UsageError, match="2024-03-04"):
        run([reports], tmp_path, Settings(published="soon"), make_extractor=make_stub)


def test_an_output_folder_that_is_a_file_is_named(reports: Path, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(UsageError, match="cannot write to"):
        run([reports], blocked, jobs=1, make_extractor=make_stub)


def test_a_worker_builds_its_pipeline_once_however_many_chunks_it_is_handed(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []
    monkeypatch.setattr(run_module, "default_extractor", lambda *_: built.append(object()) or built[-1])
    make = run_module.ShippedExtractor(None, Path("patterns of this test"))

    first, second = (run_module._worker_extractor(pickle.loads(pickle.dumps(make))) for _ in range(2))

    assert first is second
    assert len(built) == 1
