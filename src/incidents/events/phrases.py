"""Surface patterns over lemmas: ``go|be on *3 strike``. They hold where a parser goes wrong.

A phrase is a row of items: ``word`` (lemma or form), ``a|b`` alternatives, ``<family>`` or ``<a|b>``, a trailing ``?``
for an optional item, ``*N`` for up to N further words (``*`` alone: up to 3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Token

from incidents.errors import PatternError
from incidents.events.families import Families


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a phrase; ``gap`` > 0 means up to that many arbitrary tokens."""

    words: frozenset[str] = frozenset()
    families: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase and its source text."""

    items: tuple[Item, ...]
    source: str


def parse_phrase(source: str, families: Families, where: str) -> Phrase:
    """Compile one phrase.

    Raises:
        PatternError: unknown family, or a phrase that is empty or only gaps.
    """
    items: list[Item] = []
    for part in source.split():
        if gap := re.fullmatch(r"\*(\d*)", part):
            items.append(Item(gap=int(gap.group(1) or 3)))
            continue
        optional = part.endswith("?")
        words: set[str] = set()
        names: list[str] = []
        for alternative in re.findall(r"<[^>]*>|[^|]+", part.rstrip("?")):
            if alternative.startswith("<") and alternative.endswith(">"):
                names.extend(families.check(alternative[1:-1], f"{where}: phrase '{source}'"))
            elif alternative:
                words.add(alternative.lower())
        items.append(Item(frozenset(words), tuple(names), optional))
    if not any(i.words or i.families for i in items):
        raise PatternError(f"{where}: phrase '{source}' names no word")
    return Phrase(tuple(items), source)


def opening_words(phrase: Phrase, families: Families) -> frozenset[str] | None:
    """The words that can stand first in a match; null when they cannot be listed (a gap, names, numbers, persons)."""
    first = phrase.items[0]
    if first.gap or first.optional:
        return None
    words = set(first.words)
    for name in first.families:
        if name.startswith("="):
            words.add(name[1:])
            continue
        if name not in families or families[name].kinds or "person" in families[name].words:
            return None
        words |= families[name].words
    return frozenset(words)


def may_match(phrase: Phrase, spelled: AbstractSet[str], belongs: AbstractSet[str]) -> bool:
    """Whether a sentence has a word for every item that the phrase cannot do without.

    ``spelled`` holds the forms and lemmas of its words, ``belongs`` the families and built-in classes.
    """
    for item in phrase.items:
        if item.gap or item.optional:
            continue
        if item.words.isdisjoint(spelled) and belongs.isdisjoint(item.families):
            return False
    return True


def match_at(phrase: Phrase, tokens: Sequence[Token], begin: int, holds: Callable[[Token, str], bool]) -> int | None:
    """The index after the last token of a match that starts at ``begin``, or None.

    Gaps never cross sentence punctuation.
    """

    def step(item: int, position: int) -> int | None:
        if item == len(phrase.items):
            return position
        current = phrase.items[item]
        if current.gap:
            for skip in range(current.gap + 1):
                if skip and (position + skip > len(tokens) or tokens[position + skip - 1].text in ";:.!?"):
                    return None
                if (end := step(item + 1, position + skip)) is not None:
                    return end
            return None
        if position < len(tokens) and _fits(current, tokens[position], holds):
            end = step(item + 1, position + 1)
            if end is not None:
                return end
        return step(item + 1, position) if current.optional else None

    return step(0, begin)


def _fits(item: Item, token: Token, holds: Callable[[Token, str], bool]) -> bool:
    if token.lower_ in item.words or token.lemma_.lower() in item.words:
        return True
    return any(holds(token, family) for family in item.families)
