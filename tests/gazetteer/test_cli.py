"""``incidents gazetteer``: what it prints, writes and refuses."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.cli import main
from incidents.run import RunResult

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["incidents", "gazetteer", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capsys.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    return run


ROW = ("--kind", "town", "--parent", "kp-09-musan", "--source", "a report")


def test_lookup_says_what_a_name_is_and_why(call: Call) -> None:
    code, out, _ = call("lookup", "Hoiryeong")
    assert code == 0
    assert "kp-09-hoeryong, city, North Hamgyong, North Korea" in out
    assert "chosen: a loose spelling of 회령" in out


def test_lookup_lets_the_context_decide(call: Call) -> None:
    _, out, _ = call("lookup", "Unsan County", "--context", "They came from South Pyongan Province.")
    assert out.index("kp-02-unsan") < out.index("kp-03-unsan")


def test_lookup_of_an_unknown_name_is_code_1(call: Call) -> None:
    code, out, _ = call("lookup", "Exampleville")
    assert (code, out) == (1, "Exampleville resolves to nothing; incidents gazetteer add makes a row for it\n")


def test_add_writes_a_row_that_lookup_then_finds(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("add", "--name", "Exampleville", *ROW, "--alias", "Exampel", "--patterns", tmp_path)
    path = tmp_path / "gazetteer" / "added.csv"
    assert (code, "".join(out.split())) == (0, f"addedkp-09-musan-examplevilleto{path}")
    code, out, _ = call("lookup", "Exampel", "--patterns", tmp_path)
    assert (code, "kp-09-musan-exampleville, town, Musan, North Hamgyong, North Korea" in out) == (0, True)


def test_add_asks_for_what_is_missing(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Exampleville\n"))
    code, out, _ = call("add", *ROW, "--patterns", tmp_path)
    assert (code, out.startswith("Name in English: ")) == (0, True)
    assert "Exampleville" in (tmp_path / "gazetteer" / "added.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--kind", "planet"), "added.csv:2: Invalid enum value 'planet'"),
        (("--parent", "Musan"), "'Musan' is no id of the gazetteer; did you mean kp-09-musan"),
        (("--point", "north"), "--point north: write it as LAT,LON"),
        (("--point", "99,129"), "latitude 99.0 is not between -90 and 90"),
        (("--file", "../added.csv"), "--file ../added.csv: give a file name"),
    ],
)
def test_a_wrong_row_is_refused_and_not_written(
    call: Call, tmp_path: Path, options: tuple[str, str], message: str
) -> None:
    code, _, err = call("add", "--name", "Exampleville", *ROW, *options, "--patterns", tmp_path)
    assert (code, message in err) == (2, True), err
    assert list(tmp_path.rglob("*.csv")) == []


def test_add_warns_of_a_name_that_is_taken(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("add", "--name", "Sinjon", *ROW, "--alias", "Musan", "--patterns", tmp_path, "--kind", "county")
    assert code == 0
    assert "check collision: 'musan' names 2 things" in out


def test_lint_finds_no_mistake_in_the_shipped_tables(call: Call) -> None:
    code, out, _ = call("lint")
    assert code == 0
    assert "0 mistakes" in out


def test_lint_finds_the_mistakes_of_ones_own_tables(call: Call, tmp_path: Path) -> None:
    call("add", "--name", "Exampleville", *ROW, "--point", "38.0,125.7", "--patterns", tmp_path)
    code, out, _ = call("lint", "--patterns", tmp_path)
    assert code == 1
    assert "far  kp-09-musan-exampleville, kp-09-musan: Exampleville lies" in out


def test_suggest_lists_nothing_where_every_name_resolves(call: Call, dataset: tuple[Path, RunResult]) -> None:
    code, out, _ = call("suggest", dataset[0])
    assert (code, out) == (0, "every name that looks like a place, camp or company resolves\n")


def test_suggest_without_a_dataset_is_code_2(call: Call, tmp_path: Path) -> None:
    code, _, err = call("suggest", tmp_path)
    assert code == 2
    assert str(tmp_path) in err
