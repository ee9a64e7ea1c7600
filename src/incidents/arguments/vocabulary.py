"""Where the word lists of ``patterns/`` are found and how one is read."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml


class VocabularyError(ValueError):
    """A word list that is missing or does not have the shape that its reader needs."""


def shipped_patterns() -> Traversable:
    """The folder ``patterns``: inside the installed package, or beside ``src`` in a checkout."""
    package = resources.files("incidents")
    inside = package / "patterns"
    if inside.is_dir():
        return inside
    with resources.as_file(package) as folder:
        return Path(folder).parent.parent / "patterns"


def read_vocabulary(name: str, folder: Traversable | None = None) -> dict[str, Any]:
    """The mapping in ``folder/name`` (default: the shipped patterns).

    Raises ``VocabularyError`` naming the file when it is missing, is not YAML or is not a mapping.
    """
    path = (folder if folder is not None else shipped_patterns()) / name
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VocabularyError(f"{path}: no such file; restore it or point --patterns to a folder that has it") from None
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: not valid YAML: {error}") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{path}: expected a mapping of names to entries, found {type(content).__name__}")
    return content
