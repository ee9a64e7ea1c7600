"""Camps, facilities and companies named by their form rather than by a fixed name.

"the Hoeryong camp", "Kyohwaso No. 4", "labor training camp in Musan", "January 20 Munitions Factory", "Taeyang Trading
Company": where the gazetteer knows the thing, its id; otherwise a mention without one, placed where its words say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incidents.gazetteer.entries import PLACE_KINDS, Entry
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.resolve import Choice
from incidents.gazetteer.skeleton import Token

_NUMBER = re.compile(r"\bNo\. ?(\d{1,2})\b|(?:Camp|Kwanliso|Kyohwaso) (\d{1,2})$")
_NUMBERING = frozenset(("no", "nr", "number"))
_IN_PLACE = re.compile(r"[\"”’']?\s+(?:in|at|near|of|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}")
_BETWEEN = re.compile(r"['’]?s?[ ,\u00a0]{1,2}(?:(?:\w+(?:-\w+)?)\s)?")
_INNER = re.compile(r"[ \u00a0]|[-‐‑–/]|[ \u00a0]&[ \u00a0]|\.[ \u00a0]|['’\"“”] |[ ][\"“]|\n")
_CAMP_KINDS = ("kwanliso", "kyohwaso", "labor_training_camp", "detention_center")
# What a word that fits several kinds of camp most likely means, in this order.
_GENERIC = {
    "camp": ("kwanliso", "kyohwaso", "labor_training_camp"),
    "prison": ("kyohwaso", "kwanliso", "detention_center"),
}


_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
    )
)


@dataclass(frozen=True, slots=True)
class Site:
    """A site named by its form: offsets, kind, the entry if known, and the place that its words name."""

    start: int
    end: int
    kind: str
    label: str
    entry: Entry | None
    place: Entry | None
    reason: str


class Sites:
    """Finds sites by their form. Holds no state between texts."""

    def __init__(self, entries: Mapping[str, Entry], forms: Forms) -> None:
        self._forms = forms
        self._numbered: dict[tuple[str, str], Entry] = {}
        self._at: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries.values():
            if entry.kind not in _CAMP_KINDS:
                continue
            for name in (entry.name, *entry.aliases):
                if match := _NUMBER.search(name):
                    self._numbered.setdefault((entry.kind, match[1] or match[2]), entry)
            parent = entries.get(entry.parent)
            while parent is not None and parent.kind not in ("admin1", "country"):
                self._at[entry.kind, parent.id].append(entry)
                parent = entries.get(parent.parent)
        self._max_head = max(len(head) for head in forms.head_kinds)
        self._head_starts = frozenset(head[0] for head in forms.head_kinds)

    def find(self, text: str, words: Sequence[Token], choices: Sequence[Choice]) -> list[Site]:
        """All sites, overlapping ones included; the caller keeps the longest."""
        places = {c.hit.last - 1: c for c in choices if c.entry.kind in PLACE_KINDS}
        found: list[Site] = []
        if words:
            present = {word.key for word in words}
            if not present.isdisjoint(self._forms.camp_starts):
                found += self._by_number(text, words)
                found += self._by_place(text, words, places, present)
            found += self._by_head(text, words, choices)
            found += self._companies(text, words, choices)
        return found

    def _by_number(self, text: str, words: Sequence[Token]) -> list[Site]:
        """Camps named by their number: "Camp 22", "No. 12 Correctional Labor Camp"."""
        found = []
        firsts = self._forms.camp_starts | _NUMBERING
        anchors = [word.start for word in words if word.key in firsts or word.text.isdigit()]
        for kind, pattern in self._forms.numbered_camp:
            for match in filter(None, (pattern.match(text, start) for start in anchors)):
                number = str(int(match["after"] or match["before"] or match["ordinal"]))
                kinds = _GENERIC.get(kind, (kind,))
                entry = next((e for k in kinds if (e := self._numbered.get((k, number)))), None)
                if kind == "camp" and not match.group()[0].isupper() and entry is None:
                    continue
                known = entry.kind if entry else _GENERIC.get(kind, (kind,))[0]
                reason = f"camp number {number}" + ("" if entry else ", not in the gazetteer")
                found.append(Site(match.start(), match.end(), known, "CAMP", entry, None, reason))
        return found

    def _by_place(
        self, text: str, words: Sequence[Token], places: Mapping[int, Choice], present: set[str]
    ) -> list[Site]:
        """Camps named by their place: "Hoeryong camp", "the re-education camp in Kaechon"."""
        patterns = [
            (kind, pattern) for kind, pattern, firsts in self._forms.camp_words if not firsts.isdisjoint(present)
        ]
        found = [site for c in places.values() for site in self._after_place(text, words, c, patterns)]
        found += self._unknown_camps(text, words, patterns)
        starts = {words[c.hit.first].start: c for c in places.values()}
        anchors = [word.start for word in words if word.key in self._forms.camp_starts]
        for kind, pattern in patterns:
            for match in filter(None, (pattern.match(text, start) for start in anchors)):
                gap = _IN_PLACE.match(text, match.end())
                after = starts.get(gap.end()) if gap else None
                if not after or after.entry.kind in ("country", "region", "admin1") or after.entry.country != "KP":
                    continue
                entry = self._camp_at(kind, after.entry)
                if entry is None and kind in _GENERIC:
                    continue
                reason = f"{match.group()!r} in {after.entry.name}" + ("" if entry else ", not in the gazetteer")
                known = entry.kind if entry else kind
                found.append(Site(match.start(), match.end(), known, "CAMP", entry, after.entry, reason))
        return found

    def _after_place(
        self, text: str, words: Sequence[Token], choice: Choice, patterns: Sequence[tuple[str, re.Pattern[str]]]
    ) -> list[Site]:
        start, end = words[choice.hit.first].start, words[choice.hit.last - 1].end
        following = words[choice.hit.last : choice.hit.last + 2]
        if all(word.key not in self._forms.camp_starts for word in following):
            return []
        place = choice.entry
        if place.kind in ("country", "region") or (gap := _BETWEEN.match(text, end)) is None:
            return []
        for kind, pattern in patterns:
            match = pattern.match(text, gap.end()) or pattern.match(text, end + 1)
            if match is None or (kind in _GENERIC and text[end : gap.end()].startswith(("'", "’"))):
                continue
            entry = self._camp_at(kind, place)
            known = entry.kind if entry else "detention_center" if kind in _GENERIC else kind
            reason = f"{place.name} + {match.group()!r}" + ("" if entry else ", not in the gazetteer")
            return [Site(start, match.end(), known, "CAMP", entry, place, reason)]
        return []

    def _unknown_camps(
        self, text: str, words: Sequence[Token], patterns: Sequence[tuple[str, re.Pattern[str]]]
    ) -> list[Site]:
        """A capitalised word that is no known place before camp words: a camp of that name, place unknown."""
        found = []
        for at, word in enumerate(words[:-1]):
            after = words[at + 1]
            if not word.capital or word.key in self._forms.not_names or after.key not in self._forms.camp_starts:
                continue
            if word.key in self._forms.generic or len(word.key) < 4 or text[word.end : after.start] != " ":
                continue
            for kind, pattern in patterns:
                if kind not in _GENERIC and (match := pattern.match(text, after.start)):
                    reason = f"the form of {text[word.start : match.end()]!r}, not in the gazetteer"
                    found.append(Site(word.start, match.end(), kind, "CAMP", None, None, reason))
                    break
        return found

    def _camp_at(self, kind: str, place: Entry) -> Entry | None:
        """The camp of a kind in a place, if there is one; the one still open before a closed one."""
        for wanted in _GENERIC.get(kind, (kind,)):
            camps = self._at.get((wanted, place.id), [])
            if camps:
                return min(camps, key=lambda camp: (camp.valid_to != "", camp.parent != place.id, camp.id))
        return None

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
            place = inner[0].entry if inner else None
            if place is None and (gap := _IN_PLACE.match(text, words[at + length - 1].end)):
                after = next((c for c in by_first.values() if words[c.hit.first].start == gap.end()), None)
                place = after.entry if after and words[at].capital else None
            if not words[at].capital and place is None:
                continue
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
                first -= 1
            while first < at and not words[first].capital:
                first += 1
            last = at
            while last + 1 < len(words) and (words[last + 1].capital or words[last + 1].text.isdigit()):
                key = words[last + 1].key
                if not (key in forms.company_heads or key in forms.company_modifiers or words[last + 1].text.isdigit()):
                    break
                if not _INNER.fullmatch(text, words[last].end, words[last + 1].start) and text[
                    words[last].end : words[last + 1].start
                ] not in (", ", "., "):
                    break
                last += 1
            named = [
                w for w in words[first:at] if w.key not in forms.company_modifiers and w.key not in forms.company_heads
            ]
            if named and first < at:
                span = text[words[first].start : words[last].end]
                inner = self._known_inside(words, known, first, last + 1)
                reason = f"the form of {span!r}: a company" + ("" if inner else ", not in the gazetteer")
                place = next((c.entry for c in at_place if first <= c.hit.first < at), None)
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
