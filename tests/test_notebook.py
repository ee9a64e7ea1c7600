"""The notebook runs from top to bottom, on a dataset and on an empty one."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from support.stub import make_stub

from incidents.run import RunResult, run

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "explore.ipynb"


def execute(out: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything that the notebook printed about the dataset in ``out``; raises if a cell does."""
    monkeypatch.setenv("INCIDENTS_OUT", str(out))
    monkeypatch.setenv("MPLBACKEND", "agg")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=120).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return "\n".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs)


@pytest.mark.slow
def test_the_notebook_shows_and_traces_the_incidents(dataset: tuple[Path, RunResult], monkeypatch: pytest.MonkeyPatch):
    printed = execute(dataset[0], monkeypatch)
    assert "3 incidents in 4 reports, 2 different events" in printed
    assert "participants_min = 18: …" in printed
    assert "[Eighteen]" in printed
    assert "predicted" in printed


@pytest.mark.slow
def test_a_dataset_without_incidents_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "quiet.txt").write_text("Nothing of note happened in the town on that day, people said afterwards.")
    run([tmp_path / "quiet.txt"], tmp_path / "out", jobs=1, make_extractor=make_stub)
    assert "0 incidents in 1 reports" in execute(tmp_path / "out", monkeypatch)


def test_the_notebook_is_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.outputs for cell in notebook.cells if cell.cell_type == "code")
