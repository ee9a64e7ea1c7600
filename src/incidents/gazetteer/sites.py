"""Facilities and companies named by their form rather than by a fixed name.

"January 20 Munitions Factory", "Taeyang Trading Company": where the gazetteer knows the thing, its id; otherwise a
mention without one, placed where its words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from incidents.gazetteer.entries import PLACE_KINDS, Entry
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.resolve import Choice
from incidents.gazetteer.site import IN_PLACE, Site
from incidents.gazetteer.skeleton import Token

_INNER = re.compile(r"[ \u00a0]|[-‐‑–/]|[ \u00a0]&[ \u00a0]|\.[ \u00a0]|['’\"“”] |[ ][\"“]|\n")
# Kinds whose sites bear the names of places in Korea wherever they are.
_NAMED_AFTER = frozenset(("restaurant",))
_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
    )
)


class Sites:
    """Finds sites by their form. Holds no state between texts."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._max_head = max(len(head) for head in forms.head_kinds)
        self._head_starts = frozenset(head[0] for head in forms.head_kinds)

    def find(self, text: str, words: Sequence[Token], choices: Sequence[Choice]) -> list[Site]:
        """All sites, overlapping ones included; the caller keeps the longest."""
        found: list[Site] = []
        if words:
            found += self._by_head(text, words, choices)
            found += self._companies(text, words, choices)
        return found

    def _by_head(self, text: str, words: Sequence[Token], choices: Sequence[Choice]) -> list[Site]:
        """Capitalised words before a head noun of facilities; a lower-case head noun only after a known place."""
        starts = {c.hit.last: c for c in choices if c.entry.kind in PLACE_KINDS and c.entry.kind != "country"}
        by_first = {c.hit.first: c for c in choices if c.entry.kind in PLACE_KINDS and c.entry.kind != "country"}
        found = []
        for at in range(1, len(words)):
            if words[at].key not in self._head_starts:
                continue
            length = next((n for n in range(self._max_head, 0, -1) if self._head(words, at, n)), 0)
            if not length:
                continue
            kind = self._forms.head_kinds[tuple(word.key for word in words[at : at + length])]
            first = self._first_word(text, words, at, starts, words[at].capital)
            if first is None or first >= at:
                continue
            inner = [c for n, c in by_first.items() if first <= n < at]
            if not words[at].capital and not inner:
                continue
            place = inner[0].entry if inner else None
            if place is None or (kind in _NAMED_AFTER and place.country == "KP"):
                place = _following(text, words, words[at + length - 1].end, by_first.values())
            if all(word.key in self._forms.generic for word in words[first:at]):
                continue
            span = text[words[first].start : words[at + length - 1].end]
            where = f" in {place.name}" if place else ""
            reason = f"the form of {span!r}: a {kind.replace('_', ' ')}{where}, not in the gazetteer"
            found.append(Site(words[first].start, words[at + length - 1].end, kind, "FACILITY", None, place, reason))
        return found

    def _head(self, words: Sequence[Token], at: int, length: int) -> bool:
        part = words[at : at + length]
        return len(part) == length and tuple(word.key for word in part) in self._forms.head_kinds

    def _first_word(
        self, text: str, words: Sequence[Token], at: int, places: Mapping[int, Choice], capital: bool
    ) -> int | None:
        """Where a name that ends before ``at`` begins; null if there is none."""
        first, named = at, False
        while first:
            word = words[first - 1]
            if not _INNER.fullmatch(text, word.end, words[first].start):
                break
            if text[word.end] == "." and len(word.text) > 3:  # another sentence
                break
            if first in places:
                first, named = places[first].hit.first, True
                break
            generic = word.key in self._forms.facility_modifiers or (word.key in ("and", "the") and first < at)
            if (
                not generic
                and not (word.text.isdigit() or (capital and word.capital and word.key not in self._forms.not_names))
                and not (
                    word.text.isdigit() is False
                    and word.key in _MONTHS
                    and words[first].text.isdigit()
                    and word.capital
                )
            ):
                break
            if word.capital and not generic and len(word.key) > 1:
                named = True
            if word.key == "the" or (
                word.key == "and" and first > 1 and (words[first - 2].key,) in self._forms.head_kinds
            ):
                break
            first -= 1
        while first < at and not (words[first].capital or words[first].text.isdigit()):
            first += 1
        return first if named else None

    def _companies(self, text: str, words: Sequence[Token], choices: Sequence[Choice]) -> list[Site]:
        found = []
        known = [c for c in choices if c.entry.label == "COMPANY"]
        at_place = [c for c in choices if c.entry.kind in PLACE_KINDS]
        forms = self._forms
        at = 1
        while at < len(words):
            if not (words[at].capital and words[at].key in forms.company_heads):
                at += 1
                continue
            first = at
            while (
                first
                and words[first - 1].key not in forms.not_names
                and (words[first - 1].capital or words[first - 1].key == "and")
            ):
                if not _INNER.fullmatch(text, words[first - 1].end, words[first].start):
                    break
                if text[words[first - 1].end] == "." and len(words[first - 1].text) > 3:  # another sentence
                    break
                first -= 1
            while first < at and not words[first].capital:
                first += 1
            last = at
            while last + 1 < len(words) and (words[last + 1].capital or words[last + 1].text.isdigit()):
                key = words[last + 1].key
                if not (key in forms.company_heads or key in forms.company_modifiers or words[last + 1].text.isdigit()):
                    break
                between = text[words[last].end : words[last + 1].start]
                if not _INNER.fullmatch(between) and (between not in (", ", "., ") or words[last + 1].text.isdigit()):
                    break  # "At Sonbong Electronics, 10% is kept back"
                last += 1
            named = [
                w for w in words[first:at] if w.key not in forms.company_modifiers and w.key not in forms.company_heads
            ]
            if named and first < at:
                span = text[words[first].start : words[last].end]
                inner = self._known_inside(words, known, first, last + 1)
                reason = f"the form of {span!r}: a company" + ("" if inner else ", not in the gazetteer")
                place = next((c.entry for c in at_place if first <= c.hit.first < at), None)
                if place is None or place.country == "KP":  # Korean companies bear the names of places, and are abroad
                    place = _following(text, words, words[last].end, at_place)
                found.append(Site(words[first].start, words[last].end, "company", "COMPANY", inner, place, reason))
            at = last + 1
        return found

    def _known_inside(self, words: Sequence[Token], known: Sequence[Choice], first: int, last: int) -> Entry | None:
        """The known company whose name these words are, but for words that make no difference, if there is one."""
        for choice in known:
            hit = choice.hit
            if first <= hit.first and hit.last <= last:
                added = [*words[first : hit.first], *words[hit.last : last]]
                if all(word.key in self._forms.company_neutral for word in added):
                    return choice.entry
        return None


def _following(text: str, words: Sequence[Token], end: int, places: Iterable[Choice]) -> Entry | None:
    """The place that a site ending at ``end`` is said to be in: "... in Guiyang"."""
    gap = IN_PLACE.match(text, end)
    return next((c.entry for c in places if gap and words[c.hit.first].start == gap.end()), None)
