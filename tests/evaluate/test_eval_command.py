"""``incidents eval`` as people and scripts meet it, with the stub in place of the extraction pipeline."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.stub import StubPipeline

from incidents.cli import main
from incidents.run import RunResult

Command = Callable[..., tuple[int, str, str]]
KNOWN: dict[str, Any] = {"granularity": "specific", "factuality": "reported", "completion": "completed"}
ESCAPE = {**KNOWN, "id": "1", "type": "escape", "anchors": ["fled the camp"], "participants": [17, 17]}
BLAST = {**KNOWN, "id": "2", "type": "explosion", "anchors": ["More men may have fled"]}


@pytest.fixture
def gold(reports: Path, tmp_path: Path) -> Path:
    """march.txt, in which the escape is found, a blast missed and the protest not labelled; again.txt is held out."""
    for name in ("march.txt", "again.txt"):
        shutil.copy(reports / name, tmp_path / name)
    lines = [
        {"doc_id": "march", "incidents": [ESCAPE, BLAST]},
        {"doc_id": "again", "held_out": True, "incidents": [{**ESCAPE, "anchors": ["broke out in Musan"]}]},
    ]
    (tmp_path / "labels.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path


@pytest.fixture
def evaluate(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.setattr("incidents.run.default_extractor", lambda model, patterns: StubPipeline())

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["incidents", "eval", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    return call


def as_json(evaluate: Command, *arguments: str | Path) -> dict[str, Any]:
    code, out, _ = evaluate(*arguments, "--json")
    assert code == 0
    result: dict[str, Any] = json.loads(out)
    return result


def test_the_figures_are_printed_as_tables(evaluate: Command, gold: Path):
    code, out, _ = evaluate(gold)
    assert code == 0
    rows = {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.split()}
    assert rows["escape"] == ["1", "0", "0", "1.000", "1.000", "1.000"]
    assert rows["protest"] == ["0", "1", "0", "0.000", "0.000", "0.000"]
    assert rows["explosion"] == ["0", "0", "1", "0.000", "0.000", "0.000"]


def test_the_same_as_json(evaluate: Command, gold: Path):
    found = as_json(evaluate, gold)
    assert found["incidents"]["ALL"] == {"tp": 1, "spurious": 1, "missed": 1, "P": 0.5, "R": 0.5, "F1": 0.5}
    assert "errors" not in found


def test_an_earlier_run_can_be_scored_and_gives_the_same(
    evaluate: Command, gold: Path, dataset: tuple[Path, RunResult]
):
    assert as_json(evaluate, gold, "--out", dataset[0]) == as_json(evaluate, gold)


def test_errors_come_with_sentence_and_reason(evaluate: Command, gold: Path):
    _, out, _ = evaluate(gold, "--errors")
    assert "Missed: explosion (1)" in out
    assert "→ escape “fled” by escape.stub, dropped: predicted (may)" in " ".join(out.split())
    assert "False alarms: protest (1)" in out
    assert "escape: labelled 17 – 17, found 18 – 18 from “Eighteen”" in out


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--type", "protest"], {"false alarm"}),
        (["--field", "participants"], {"field"}),
        (["--type", "protest", "--field", "participants"], set()),
    ],
)
def test_errors_of_one_type_or_field(evaluate: Command, gold: Path, options: list[str], kinds: set[str]):
    assert {error["kind"] for error in as_json(evaluate, gold, *options)["errors"]} == kinds


def test_held_out_reports_are_scored_apart_and_only_as_totals(evaluate: Command, gold: Path):
    assert as_json(evaluate, gold, "--held-out")["incidents"]["ALL"]["tp"] == 1
    code, out, err = evaluate(gold, "--held-out", "--errors")
    assert (code, out) == (2, "")
    assert "--held-out gives totals only" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--field", "colour"], "--field colour: no such scored field"),
        (["--reports", "x*"], "no report fits “x*”"),
        (["--out", "nowhere"], "nowhere holds no "),
    ],
)
def test_what_can_be_mended_is_one_line_and_exit_code_2(
    evaluate: Command, gold: Path, arguments: list[str], message: str
):
    code, _, err = evaluate(gold, *arguments)
    assert code == 2
    assert message in err
    assert err.count("\n") == 1
