"""The plain word lists of ``patterns/words.yaml``: what argument rules ask of a word that no event pattern names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from incidents.arguments.vocabulary import VocabularyError, read_vocabulary

_FILE = "words.yaml"


def build_word_lists(content: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Name to words from the mapping of ``words.yaml``; ``VocabularyError`` names the entry that is wrong."""
    lists: dict[str, frozenset[str]] = {}
    for name, words in content.items():
        if not isinstance(words, str) or not words.strip():
            raise VocabularyError(f"{_FILE}: {name}: expected words divided by spaces, found {type(words).__name__}")
        found: set[str] = set()
        for word in words.split():
            if not word.startswith("+"):
                found.add(word)
            elif word[1:] in lists:
                found |= lists[word[1:]]
            else:
                raise VocabularyError(f"{_FILE}: {name}: includes '{word[1:]}', not defined above it")
        lists[name] = frozenset(found)
    return lists


def word_list(name: str) -> frozenset[str]:
    """The words of one list of the shipped file; ``VocabularyError`` where it has none of that name."""
    lists = _shipped()
    if name not in lists:
        raise VocabularyError(f"{_FILE}: {name}: expected a list of words; restore it")
    return lists[name]


@cache
def _shipped() -> dict[str, frozenset[str]]:
    return build_word_lists(read_vocabulary(_FILE))
