"""The figures are those of the scorer that the project's customers use, where it lies beside the project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from incidents.evaluate.evaluation import score
from incidents.evaluate.gold import label_files, read_gold, report_files
from incidents.pipeline import Pipeline
from incidents.run import run
from incidents.tables.read import read

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("INCIDENTS_SHARED", ROOT.parent / "shared"))
SCORER = SHARED / "tools" / "score.py"
OWN = ROOT / "tests" / "gold"
SETS = {"own": OWN, **{name: SHARED / "gold" / name for name in ("seeds", "natural", "hard")}}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not there: ../shared/tools/score.py"),
]


def shared_figures(out: Path, labels: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(SCORER), str(out), str(labels), "--json"], capture_output=True, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("name", SETS)
def test_every_figure_agrees(name: str, pipeline: Pipeline, tmp_path: Path):
    gold, labels = SETS[name], tmp_path / "labels.jsonl"
    if not gold.is_dir():
        pytest.skip(f"no labelled set {name} beside the project")
    lines = [line for path in label_files(gold) for line in path.read_text("utf-8").splitlines() if line.strip()]
    chosen = lines[:: 8 if gold == OWN else 1]  # the own set is long, and an eighth of it shows the same
    labels.write_text("\n".join(chosen), encoding="utf-8")
    names = {json.loads(line)["doc_id"] for line in chosen}
    reports = tuple(report for report in read_gold(gold) if report.doc_id in names)
    run(report_files(gold, reports), tmp_path / "out", jobs=1, make_extractor=lambda: pipeline)
    theirs = shared_figures(tmp_path / "out", labels)
    ours = json.loads(json.dumps(score(reports, read(tmp_path / "out")).figures.as_json()))
    assert ours["incidents"]["ALL"]["tp"] > 0
    assert ours == theirs
