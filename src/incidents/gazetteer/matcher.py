"""Finding the stretches of a text that may be names: one pass over its words, before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidents.gazetteer.entries import Entry
from incidents.gazetteer.index import SMALL, Found, Index
from incidents.gazetteer.skeleton import Token, skeleton

_GAP = re.compile(r"[ \u00a0\n\t]{1,2}|[-‐‑–/]|\.[ \u00a0]|[ \u00a0]&[ \u00a0]|[ \u00a0]?['’\"“”]s?[ \u00a0]|")
_SPACE = re.compile(r"[ \u00a0\n]{1,2}")
_MAX_SOUND, _MAX_MIXED = 4, 9


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` to ``last`` (exclusive) and the entries that they may name.

    ``kinds`` are the kinds that a word for a kind in the name itself allows ("County"); null when there is none.
    """

    first: int
    last: int
    found: tuple[Found, ...]
    kinds: frozenset[str] | None = None
    suffix: str = ""


class Matcher:
    """Finds hits in token lists. Holds no state between texts."""

    def __init__(self, index: Index, entries: dict[str, Entry]) -> None:
        self._index = index
        self._entries = entries
        self._mixed_prefixes = frozenset(
            start[:length] for start in index.mixed_starts for length in range(1, len(start) + 1)
        )

    def hits(self, text: str, words: list[Token]) -> list[Hit]:
        """The longest hits, none overlapping another, in order."""
        found: list[Hit] = []
        for at, word in enumerate(words):
            if not word.capital and not (word.key == "the" or word.text.isdigit()):
                continue
            if word.joined and at and words[at - 1].capital and word.text.islower():
                continue
            best: Hit | None = None
            for hit in self._at(text, words, at):
                if best is None or (hit.last, -min(f.cost for f in hit.found)) > (
                    best.last,
                    -min(f.cost for f in best.found),
                ):
                    best = hit
            if best is not None:
                found.append(best)
        return _without_overlaps(found, words)

    def _at(self, text: str, words: list[Token], at: int) -> Iterator[Hit]:
        word = words[at]
        dated = at + 1 < len(words) and words[at + 1].text.isdigit()
        hyphened = at + 1 < len(words) and words[at + 1].joined
        if dated and word.key in self._index.forms.not_names:  # "March 5", but also "March 5 Youth Mine"
            yield from self._mixed(words, at, _run_length(text, words, at))
            return
        if word.key in self._index.forms.not_names and word.key != "the" and not hyphened:
            return
        shout = word.text.isupper() and len(word.key) > 1 and _shouting(words, at)
        run = _run_length(text, words, at)
        merged: dict[int, dict[str, Found]] = {}
        for length in range(min(self._index.longest.get(word.key, 0), run), 0, -1):
            if exact := self._index.by_words(words[at : at + length], shout):
                merged.setdefault(length, {}).update((f.entry_id, f) for f in exact)
        if word.key in self._index.directed and run > 1:
            for length in range(1, min(3, run - 1) + 1):
                for f in self._index.by_direction(word.key, words[at + 1 : at + 1 + length]):
                    merged.setdefault(length + 1, {}).setdefault(f.entry_id, f)
        if word.capital and not word.text.isdigit():
            for length in range(1, min(_MAX_SOUND, run) + 1):
                part = words[at : at + length]
                if length > 1 and not (part[-1].joined or (part[-1].capital and part[-1].text.isalpha())):
                    break
                for f in self._index.by_sound(part):
                    merged.setdefault(length, {}).setdefault(f.entry_id, f)
        for length, by_id in merged.items():
            yield from self._suffixed(text, words, at, at + length, tuple(by_id.values()))
        yield from self._mixed(words, at, run)

    def _suffixed(self, text: str, words: list[Token], at: int, end: int, found: tuple[Found, ...]) -> Iterator[Hit]:
        """The hit itself, and longer by a word for its kind that the candidates allow."""
        word = words[end] if end < len(words) else None
        if word is None or not (word.joined and word.text.islower()):
            yield Hit(at, end, found)
        if word is None:
            return
        kinds = None
        if word.joined:
            kinds = self._index.forms.hyphen_kinds.get(word.key)
        elif _SPACE.fullmatch(text, words[end - 1].end, word.start):
            kinds = self._index.forms.suffix_kinds.get(word.key)
        if kinds is None:
            return
        fitting = tuple(f for f in found if self._entries[f.entry_id].kind in kinds)
        if fitting:
            yield Hit(at, end + 1, fitting, kinds, word.key)

    def _mixed(self, words: list[Token], at: int, run: int) -> Iterator[Hit]:
        word = words[at]
        forms = self._index.forms
        if word.key in SMALL or (word.joined and word.text.islower()):
            return
        start = word.key if word.key in forms.generic or word.key.isdigit() else skeleton(word.key) or word.key
        if start not in self._mixed_prefixes:
            return
        for length in range(min(_MAX_MIXED, run), 1, -1):
            part = words[at : at + length]
            if part[-1].key in SMALL or (part[-1].key not in forms.generic and not part[-1].key.isdigit()):
                continue
            if found := self._index.by_mixed(part):
                yield Hit(at, at + length, tuple(found))
                return


def _run_length(text: str, words: list[Token], at: int) -> int:
    """How many words from ``at`` stand together with nothing but spaces and hyphens between (at most nine)."""
    length = 1
    while length < _MAX_MIXED and at + length < len(words):
        before, after = words[at + length - 1], words[at + length]
        if not _GAP.fullmatch(text, before.end, after.start):
            break
        if text[before.end : before.end + 1] == "." and len(before.text) > 3:
            break
        length += 1
    return length


def _shouting(words: list[Token], at: int) -> bool:
    near = [word for word in words[max(0, at - 2) : at + 3] if len(word.key) > 3 and word.key.isalpha()]
    return bool(near) and all(word.text.isupper() for word in near) and len(near) > 1


def _without_overlaps(hits: list[Hit], words: list[Token]) -> list[Hit]:
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (words[hit.first].start - words[hit.last - 1].end, hit.first)):
        span = range(hit.first, hit.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)
