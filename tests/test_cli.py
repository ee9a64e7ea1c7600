"""The command line as people and scripts meet it: output, exit codes, one line for what they can mend."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from support.stub import StubPipeline

from incidents.cli import main
from incidents.run import RunResult

Ran = tuple[Path, RunResult]
PROGRAM = [sys.executable, "-m", "incidents"]
HELP_SECONDS = 1.5  # generous for a busy machine; on an idle one it takes a fifth of that


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def incidents(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command line in this process with the stub in place of the extraction pipeline."""
    for module in ("run", "cli.explain"):
        monkeypatch.setattr(f"incidents.{module}.default_extractor", lambda model, patterns: StubPipeline())

    def call(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["incidents", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        return Outcome(int(stop.value.code or 0), captured.out, captured.err)

    return call


def readable(reports: Path, name: str = "march.txt") -> Path:
    return reports / name


# --- run --------------------------------------------------------------------------------------------------------------


def test_run_ends_with_a_summary_and_code_0(incidents: Command, reports: Path, tmp_path: Path):
    outcome = incidents("run", readable(reports), "--out", tmp_path / "out")
    assert outcome.code == 0
    assert "2 incidents in 1 report" in outcome.out
    assert str(tmp_path / "out") in outcome.out
    assert (tmp_path / "out" / "incidents.parquet").exists()


def test_a_report_that_fails_is_listed_and_gives_code_1(incidents: Command, reports: Path, tmp_path: Path):
    outcome = incidents("run", reports, "--out", tmp_path)
    assert outcome.code == 1
    assert "3 incidents (2 events) in 4 reports" in outcome.out
    assert "broken.txt: could not be read through: RuntimeError" in outcome.out
    assert "empty.txt: the file is empty" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere.txt"], "nowhere.txt"),
        (["run", "{reports}/empty.txt"], "no readable report"),
        (["run", "{reports}", "--columns", "Body"], "FIELD=COLUMN"),
        (["run", "{reports}", "--columns", "colour=Body"], "colour"),
        (["run", "{reports}", "--published", "soon"], "--published soon"),
        (["run", "{reports}", "--metadata", "none.csv"], "none.csv"),
        (["show", "{reports}"], "holds no incidents.parquet"),
        (["show", "{dataset}", "--since", "May"], "--since May"),
        (["show", "{dataset}", "--type", "flood"], "no incident of type flood; the dataset has escape, protest"),
        (["explain", "{reports}/empty.txt"], "the file is empty"),
    ],
    ids=lambda value: " ".join(value[:3]) if isinstance(value, list) else None,
)
def test_what_a_user_can_mend_is_one_line_and_code_2(
    incidents: Command, reports: Path, dataset: Ran, tmp_path: Path, arguments: list[str], message: str
):
    given = [part.format(reports=reports, dataset=dataset[0]) for part in arguments]
    outcome = incidents(*given, *(["--out", str(tmp_path)] if given[0] == "run" else []))
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.startswith("incidents: ")
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


def test_run_reads_standard_input(incidents: Command, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    text = io.BytesIO(readable(reports).read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(text))
    assert incidents("run", "-", "--out", tmp_path).code == 0


def test_columns_may_be_named(incidents: Command, tmp_path: Path):
    row = {"Body": "escape: Three men fled the camp in Musan on 2019-03-04.", "Made": "2019-03-14"}
    pd.DataFrame([row]).to_csv(tmp_path / "wire.csv", index=False)
    outcome = incidents(
        "run", tmp_path / "wire.csv", "--out", tmp_path / "out", "--columns", "text=Body", "--columns", "published=Made"
    )
    assert outcome.code == 0
    assert "1 incident in 1 report" in outcome.out


# --- show -------------------------------------------------------------------------------------------------------------


def test_show_prints_one_line_an_incident(incidents: Command, dataset: Ran):
    lines = incidents("show", dataset[0]).out.splitlines()
    (line,) = [line for line in lines if "18 people" in line and "0.90" in line][:1]
    assert "escape" in line
    assert "2019-03-04" in line
    assert "Musan, North Hamgyong, KP" in line
    assert lines[-1] == "3 incidents"


def test_show_can_print_the_sentences(incidents: Command, dataset: Ran):
    out = incidents("show", dataset[0], "--quotes").out
    assert "> Eighteen men fled the camp in Musan on 2019-03-04." in out
    assert "march.txt" in out


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (["--type", "escape"], 2),
        (["--type", "escape", "--type", "protest"], 3),
        (["--place", "musan"], 2),
        (["--place", "hamgyong"], 2),
        (["--place", "Hyesan"], 0),
        (["--country", "kp"], 2),
        (["--since", "2019-03-04"], 2),
        (["--since", "2019-03-05"], 0),
        (["--until", "2019-03-04"], 2),
        (["--until", "2019-03-03"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_show_can_be_narrowed(incidents: Command, dataset: Ran, options: list[str], number: int):
    outcome = incidents("show", dataset[0], "--format", "json", *options)
    assert outcome.code == 0
    assert len(json.loads(outcome.out)) == number


def test_show_gives_json_with_nulls_lists_and_plain_dates(incidents: Command, dataset: Ran):
    rows = json.loads(incidents("show", dataset[0], "--format", "json").out)
    assert rows[0]["date_start"] == "2019-03-04"
    assert rows[0]["participants_min"] == 18
    assert rows[0]["killed_min"] is None
    assert rows[0]["quotes"][0]["text"] == rows[0]["quote"]


def test_show_gives_csv_that_reads_back(incidents: Command, dataset: Ran):
    frame = pd.read_csv(io.StringIO(incidents("show", dataset[0], "--format", "csv").out))
    assert list(frame.event_type) == ["escape", "escape", "protest"]
    assert frame.quotes[1] == frame.quote[1]
    assert frame.source_path[2].endswith("march.txt")


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_show_fits_the_terminal(incidents: Command, dataset: Ran, monkeypatch: pytest.MonkeyPatch, columns: str):
    monkeypatch.setenv("COLUMNS", columns)
    for options in ([], ["--quotes"]):
        assert all(len(line) <= int(columns) for line in incidents("show", dataset[0], *options).out.splitlines())


# --- explain, types, version ------------------------------------------------------------------------------------------


def test_explain_tells_what_fired_what_was_dropped_and_where_values_were_read(incidents: Command, reports: Path):
    out = incidents("explain", readable(reports)).out
    assert "escape “fled” by escape.stub, score 0.90, body → incident 1" in out
    assert "[“may”] → dropped: predicted" in out
    assert "1. escape (camp, specific, reported, completed), confidence 0.90" in out
    (line,) = [line for line in out.splitlines() if "participants_min" in line][:1]
    assert line.split() == ["participants_min", "18", "“Eighteen”", "100–108", "stated", "stub"]


def test_types_lists_what_the_pattern_files_define(incidents: Command):
    out = incidents("types").out
    for name in ("defection", "escape", "explosion", "protest", "wage_theft"):
        assert re.search(rf"^{name}  \d+ patterns", out, re.MULTILINE)
    assert "subtypes: camp, custody, border, worksite" in out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("type: [x\n", "bad.yaml:2: not valid YAML"),
        ("type: x\ndefinition: y\ncolour: red\npatterns: []\n", "colour"),
        ("type: x\ndefinition: y\n", "patterns"),
    ],
    ids=["no YAML", "unknown key", "missing key"],
)
def test_a_mistake_in_a_pattern_file_is_one_line_with_its_place(
    incidents: Command, tmp_path: Path, content: str, message: str
):
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "bad.yaml").write_text(content, encoding="utf-8")
    outcome = incidents("types", "--patterns", tmp_path)
    assert outcome.code == 2
    assert outcome.err.startswith("incidents: bad.yaml:")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_version(incidents: Command):
    from importlib.metadata import version

    assert incidents("--version").out == f"incidents {version('incidents')}\n"


def test_an_unknown_option_is_code_2(incidents: Command):
    assert incidents("run", "x", "--colour").code == 2


# --- as a program of its own ------------------------------------------------------------------------------------------


def test_help_is_quick_and_imports_nothing_heavy():
    start = time.monotonic()
    done = subprocess.run([*PROGRAM, "--help"], capture_output=True, text=True, check=True)
    assert time.monotonic() - start < HELP_SECONDS
    for command in ("run", "show", "explain", "types"):
        assert command in done.stdout
    code = (
        "import sys\n"
        "sys.argv = ['incidents', '--help']\n"
        "from incidents.cli import main\n"
        "try:\n main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'pandas', 'pyarrow', 'numpy', 'yaml'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.splitlines()[-1] == "[]"


def show_on_a_terminal(out: Path, **environment: str) -> str:
    """What ``show`` writes when its output is a terminal."""
    leader, follower = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", **environment}
    subprocess.run([*PROGRAM, "show", str(out)], stdout=follower, env=settings, check=True)
    os.close(follower)
    written = b""
    try:
        while chunk := os.read(leader, 65536):
            written += chunk
    except OSError:
        pass  # the terminal's other end is closed
    os.close(leader)
    return written.decode()


def test_a_terminal_gets_styles_a_pipe_and_no_color_do_not(dataset: Ran):
    piped = subprocess.run([*PROGRAM, "show", str(dataset[0])], capture_output=True, text=True, check=True)
    assert "\x1b[" not in piped.stdout
    assert piped.stderr == ""
    assert "\x1b[1;36mescape" in show_on_a_terminal(dataset[0])
    assert "\x1b[1mescape" in show_on_a_terminal(dataset[0], NO_COLOR="1")


def test_a_reader_that_stops_early_is_no_error(dataset: Ran):
    command = f"{' '.join(PROGRAM)} show {dataset[0]} --format json | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout == "[\n"
    assert "Traceback" not in done.stderr
