"""The documentation says what the program does: generated pages are fresh, every option is described."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
import yaml

import incidents
from incidents.cli.app import app

ROOT = Path(__file__).parents[1]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--")
]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_generated_pages_are_fresh():
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("command", "option"), OPTIONS, ids=lambda value: value)
def test_every_option_is_documented_under_its_command(command: str, option: str):
    section = page("docs/cli.md").split(f"## `incidents {command}`")[1].split("\n## ")[0]
    assert re.search(rf"^\* `(-\w, )?{option}[ `]", section, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_readme_shows_every_command(command: str):
    assert f"incidents {command}" in page("README.md")


@pytest.mark.parametrize("target", ["run", "test", "golden", "bench", "docs"])
def test_the_five_commands_of_a_contributor_exist(target: str):
    assert f"make {target}" in page("CONTRIBUTING.md")
    assert re.search(rf"^{target}:", page("Makefile"), re.MULTILINE)


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_to_files_of_the_project_lead_somewhere(name: str):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page(name)):
        assert ((ROOT / name).parent / target).exists(), target


def block(language: str, containing: str) -> str:
    """The README's code block that contains these words."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page("README.md"), re.DOTALL | re.MULTILINE)
    (found,) = [body for name, body in blocks if name == language and containing in body]
    return found


def test_the_event_type_of_the_readme_works_as_it_stands(tmp_path: Path):
    definition = block("yaml", "type: execution")
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "execution.yaml").write_text(definition, encoding="utf-8")
    pattern = yaml.safe_load(definition)["patterns"][0]
    found = incidents.extract(pattern["example"], "2024-06-01", patterns=tmp_path)
    assert [incident.event_type for incident in found.incidents] == ["execution"]
    assert incidents.extract(pattern["counterexample"], "2024-06-01", patterns=tmp_path).incidents == ()


def test_the_place_of_the_readme_works_as_it_stands(tmp_path: Path):
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer" / "mine.csv").write_text(block("csv", "kp-10-example"), encoding="utf-8")
    text = "Two traders protested against the order in Exampleville on May 3, people in the town said."
    (incident,) = incidents.extract(text, "2024-06-01", patterns=tmp_path).incidents
    assert (incident.fields["place"], incident.fields["admin1_code"]) == ("Exampleville", "KP-10")


def test_the_python_lines_of_the_readme_work(tmp_path: Path, dataset: tuple[Path, object]):
    code = block("python", "import incidents").replace('"data/out"', repr(str(dataset[0])))
    names: dict[str, object] = {}
    exec(code, names)
    (incident,) = names["found"].incidents  # type: ignore[attr-defined]
    assert incident.fields["participants_min"] == 18
    assert incident.fields["place"] == "Hoeryong"
