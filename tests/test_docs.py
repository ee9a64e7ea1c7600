"""The documentation says what the program does: generated pages are fresh, every option is described."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

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
