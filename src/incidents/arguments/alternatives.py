"""A regular expression for any word of a long list, fast: the words stand in groups by their first letters.

Python tries the alternatives of an expression one after the other wherever a word begins. Most groups are refused by two letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

INITIALS = 2


def any_of(words: Iterable[str]) -> str:
    """An expression for the longest of some words or phrases; blanks stand for blanks and hyphens, a hyphen may be left out."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        initials = word[:INITIALS].lower() if word[:INITIALS].isalpha() else word[:1].lower()
        groups.setdefault(initials, []).append(word[len(initials) :])
    return "|".join(f"{re.escape(i)}(?:{'|'.join(map(_loose, rests))})" for i, rests in groups.items())


def _loose(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[-\s]?")


def forms(noun: str) -> list[str]:
    """A noun and, if it ends in -y, its plural: "factory", "factories"; any other plural only adds an "s"."""
    word = noun.lower()
    return [word, f"{word[:-1]}ies"] if re.search(r"[^aeiou]y$", word) else [word]
