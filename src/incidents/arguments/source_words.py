"""The word lists of attribution, read from ``patterns/attribution.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from incidents.arguments.vocabulary import VocabularyError, read_vocabulary

_FILE = "attribution.yaml"


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The word lists of ``patterns/attribution.yaml``."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    impersonal: frozenset[str]
    labels: frozenset[str]


def build_source_words(content: dict[str, Any]) -> SourceWords:
    """``SourceWords`` from the mapping of ``attribution.yaml``; ``VocabularyError`` names the missing entry."""
    verbs, nouns = content.get("verbs"), content.get("nouns")
    for key, value, names in (
        ("verbs", verbs, ("say", "state", "describe", "learn", "quote", "talk", "publish", "refuse", "modals")),
        ("nouns", nouns, ("anyone", "documents", "outlets", "mute", "bodies")),
    ):
        if not isinstance(value, dict):
            raise VocabularyError(f"{_FILE}: {key}: expected a mapping of lists")
        for name in names:
            if not isinstance(value.get(name), list):
                raise VocabularyError(f"{_FILE}: {key}: {name}: expected a list of lemmas")
    assert isinstance(verbs, dict)
    assert isinstance(nouns, dict)
    return SourceWords(
        {name: frozenset(words) for name, words in verbs.items()},
        {name: frozenset(words) for name, words in nouns.items()},
        frozenset(content.get("impersonal", [])),
        frozenset(content.get("labels", [])),
    )


@cache
def shipped_source_words() -> SourceWords:
    """The lists of the shipped ``patterns/attribution.yaml``."""
    return build_source_words(read_vocabulary(_FILE))
