"""docs/patterns.md describes every key, role, scope and built-in family of the pattern language, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml

import incidents
from incidents.events.definitions import PREPOSITIONS, ROLES, SCOPES, TRIGGERS, PatternSpec, RoleSpec, TypeSpec
from incidents.events.families import BUILT_IN, Families
from incidents.events.match import VETOES
from incidents.events.phrases import parse_phrase

PAGE = (Path(__file__).parents[1] / "docs" / "patterns.md").read_text(encoding="utf-8")


def keys(spec: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(spec)}


def table(after: str) -> set[str]:
    """The names in the first column of the first table after these words."""
    rows = PAGE.split(after, 1)[1].split("|---|---|\n", 1)[1].split("\n\n", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", rows, re.MULTILINE))


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ("## The file of a type", keys(TypeSpec)),
        ("`roles` has", keys(RoleSpec)),
        ("## A pattern", keys(PatternSpec)),
        ("### Where to look", (ROLES - PREPOSITIONS) | TRIGGERS),
        ("Scopes are", SCOPES),
    ],
    ids=["type", "roles of a type", "pattern", "grammatical roles", "scopes"],
)
def test_the_table_lists_what_there_is(after: str, names: set[str]):
    assert table(after) == names


def test_every_preposition_and_built_in_family_is_named():
    listed = PAGE.split("Every preposition is a role", 1)[1].split("Scopes are", 1)[0]
    assert set(re.findall(r"`([a-z]+)`", listed)) == PREPOSITIONS
    assert table("### What must be there") >= BUILT_IN


def test_the_vetoes_that_win_are_named():
    listed = PAGE.split("The vetoes that win are", 1)[1].split("\n\n", 1)[0]
    assert set(re.findall(r"`([a-z_]+)`", listed)) == VETOES


def test_every_item_of_a_phrase_is_one():
    rows = PAGE.split("## Phrases", 1)[1].split("|---|---|\n", 1)[1].split("\n\n", 1)[0]
    items = [item.replace("\\|", "|") for item in re.findall(r"^\| `([^`]+)` \|", rows, re.MULTILINE)]
    families = Families({"people": "person", "pay": "wage", "money": "cash"})
    phrase = parse_phrase("word " + " ".join(items), families, "docs/patterns.md")
    assert len(phrase.items) == len(items) + 1
    assert phrase.items[-1].gap == 2


def test_the_type_on_the_page_works_as_it_stands(tmp_path: Path):
    definition = re.findall(r"^```yaml\n(type: .*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[0]
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "execution.yaml").write_text(definition, encoding="utf-8")
    (pattern,) = yaml.safe_load(definition)["patterns"]
    read = [incidents.extract(pattern[key], "2024-06-01", patterns=tmp_path) for key in ("example", "counterexample")]
    assert [[incident.event_type for incident in found.incidents] for found in read] == [["execution"], []]
