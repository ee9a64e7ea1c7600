"""What is read from sixteen reports, reviewed by hand: any change shows up here as a difference that people can read.

``make golden`` writes the expected files anew. Read the difference before you commit it: it is the change in behaviour.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.golden import differences, parse, records, render
from incidents.ids import LIKELY, confident, identify
from incidents.load import load_reports, sources
from incidents.run import Extractor, default_extractor

HERE = Path(__file__).parent
REPORTS = sorted((HERE / "reports").glob("*.txt"))


@pytest.fixture(scope="module")
def pipeline() -> Extractor:
    return default_extractor(None, None)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_report_reads_as_reviewed(path: Path, pipeline: Extractor, request: pytest.FixtureRequest):
    (report,) = load_reports(sources([str(path)]))
    assert report.status == "ok", report.message
    found = records(confident(identify(pipeline.extract(report)), LIKELY))
    expected = HERE / "expected" / f"{path.stem}.yaml"
    if request.config.getoption("--rewrite-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(render(found), encoding="utf-8")
        return
    assert expected.exists(), f"{expected.name} is missing: run make golden, and review it"
    changed = differences(parse(expected.read_text(encoding="utf-8")), found)
    assert not changed, "\n".join([f"{path.stem} reads differently:", *changed, "If it is better: make golden"])


def test_every_expected_file_has_its_report():
    stems = {path.stem for path in REPORTS}
    assert {path.stem for path in (HERE / "expected").glob("*.yaml")} <= stems
    assert len(stems) == 16
