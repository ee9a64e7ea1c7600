"""Mistakes in a pattern file are told with file, line and what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from incidents.errors import PatternError
from incidents.events.definitions import TypeSpec
from incidents.patterns import Patterns, read_yaml

FLED = 'example: "He fled.", counterexample: "He slept."'
BAD = [
    ("people: worker\ncamp: prison\npeople: miner\n", r"bad\.yaml:3: 'people' stands twice; the other is in line 1"),
    ("people: [worker\n", r"bad\.yaml:\d+: not valid YAML"),
    ("people: 5\n", r"bad\.yaml:1: Expected `str`, got `int`"),
]
BAD_TYPES = [
    (f"{{id: a, verb: [flee], {FLED}, verb: [run]}}", r"bad\.yaml:4: 'verb' stands twice; the other is in line 4"),
    (f"{{id: a, vreb: [flee], {FLED}}}", r"bad\.yaml:4: .*unknown field `vreb`"),
    (f"{{id: a, verb: flee, {FLED}}}", r"bad\.yaml:4: Expected `array`, got `str`"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=["twice", "no YAML", "no text"])
def test_a_word_list_with_a_mistake_is_refused(text: str, message: str, tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PatternError, match=message):
        read_yaml(path, dict[str, str])


@pytest.mark.parametrize(("pattern", "message"), BAD_TYPES, ids=["twice", "unknown key", "wrong kind"])
def test_a_pattern_with_a_mistake_is_refused(pattern: str, message: str, tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text(f"type: flight\ndefinition: Somebody flees.\npatterns:\n  - {pattern}\n", encoding="utf-8")
    with pytest.raises(PatternError, match=message):
        read_yaml(path, TypeSpec)


def repeated(node: yaml.Node | None) -> list[str]:
    """The keys that stand twice in one mapping, anywhere below ``node``."""
    if isinstance(node, yaml.SequenceNode):
        return [key for child in node.value for key in repeated(child)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    below = [key for _, child in node.value for key in repeated(child)]
    return [key for key in keys if keys.count(key) > 1] + below


@pytest.mark.parametrize("name", [name for name in Patterns().files if name.endswith(".yaml")])
def test_no_shipped_file_gives_a_key_twice(name: str):
    node = yaml.compose(Patterns().path(name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    assert repeated(node) == []


def test_learnt_weights_that_cannot_be_read_are_refused_with_the_command_that_makes_them(tmp_path: Path):
    (tmp_path / "siting_words.json").write_text('{"sites": 5}', encoding="utf-8")
    with pytest.raises(PatternError, match=r"siting_words\.json: .*rebuild it with `make siting-weights`"):
        Patterns(tmp_path).learnt("siting_words.json", dict[str, dict[str, float]], "make siting-weights")
