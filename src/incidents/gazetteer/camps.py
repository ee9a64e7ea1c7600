"""Camps named by their number or their place: "Kyohwaso No. 4", "the Hoeryong camp", "labor training camp in Musan"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from incidents.gazetteer.entries import PLACE_KINDS, Entry
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.resolve import SENTENCE, Choice
from incidents.gazetteer.site import IN_PLACE, Site
from incidents.gazetteer.skeleton import Token

_NUMBER = re.compile(r"\bNo\. ?(\d{1,2})\b|(?:Kwanliso|Kyohwaso) (\d{1,2})$")
# A camp's number without a word for its kind: "Camp 22" is in North Korea only where the text leaves no other reading.
_BARE = re.compile(r"camp (?:no\.? ?)?(\d{1,2})", re.IGNORECASE)
_NUMBERING = frozenset(("no", "nr", "number"))
_BETWEEN = re.compile(r"['’]?s?[ ,\u00a0]{1,2}(?:(?:\w+(?:-\w+)?)\s)?")
_CAMP_KINDS = ("kwanliso", "kyohwaso", "labor_training_camp", "detention_center")
# What a word that fits several kinds of camp most likely means, in this order.
_GENERIC = {
    "camp": ("kwanliso", "kyohwaso", "labor_training_camp"),
    "prison": ("kyohwaso", "kwanliso", "detention_center"),
}


class Camps:
    """Finds camps by their form. Holds no state between texts."""

    def __init__(self, entries: Mapping[str, Entry], forms: Forms) -> None:
        self._forms = forms
        self._numbered: dict[tuple[str, str], Entry] = {}
        self._bare: dict[str, Entry] = {}
        self._at: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries.values():
            if entry.kind not in _CAMP_KINDS:
                continue
            for name in (entry.name, *entry.aliases):
                if bare := _BARE.fullmatch(name):
                    self._bare.setdefault(bare[1], entry)
                elif match := _NUMBER.search(name):
                    self._numbered.setdefault((entry.kind, match[1] or match[2]), entry)
            parent = entries.get(entry.parent)
            while parent is not None and parent.kind not in ("admin1", "country"):
                self._at[entry.kind, parent.id].append(entry)
                parent = entries.get(parent.parent)

    def find(
        self, text: str, words: Sequence[Token], choices: Sequence[Choice], published: dt.date | None
    ) -> list[Site]:
        """All camps named by their form, overlapping ones included."""
        present = {word.key for word in words}
        if present.isdisjoint(self._forms.camp_starts):
            return []
        places = [c for c in choices if c.entry.kind in PLACE_KINDS]
        return [
            *self._by_number(text, words, places),
            *self._by_place(text, words, places, present, published),
        ]

    def known(self, text: str, words: Sequence[Token], choices: Sequence[Choice]) -> list[Choice]:
        """The choices without camps named by nothing but a number that is another camp's here."""
        places = [c for c in choices if c.entry.kind in PLACE_KINDS]
        kept = []
        for choice in choices:
            start, end = words[choice.hit.first].start, words[choice.hit.last - 1].end
            bare = choice.entry.label == "CAMP" and _BARE.fullmatch(text, start, end)
            if not bare or self._north_korean(text, words, start, end, places):
                kept.append(choice)
        return kept

    def _north_korean(self, text: str, words: Sequence[Token], start: int, end: int, places: Iterable[Choice]) -> bool:
        """Whether a camp with a number but no kind is one of North Korea's, by what sentence and text are about."""
        left = max((m.end() for m in SENTENCE.finditer(text, 0, start)), default=0)
        right = m.start() if (m := SENTENCE.search(text, end)) else len(text)
        rest = f"{text[:start]} {text[end:]}"
        sentence = f"{text[left:start]} {text[end:right]}"
        here = [c.entry for c in places if left <= words[c.hit.first].start < right]
        if any(e.country == "KP" and e.kind != "country" for e in here):
            return True
        if self._forms.prison_words.search(sentence) and not _only_abroad(places):
            return True
        if self._forms.worksite_words.search(sentence) or _only_abroad(places):
            return False
        prisons = self._forms.prison_words.search(rest) is not None
        worksites = self._forms.worksite_words.search(rest) is not None
        if any(e.country not in ("KP", "KR") for e in here):
            return prisons and not worksites
        return prisons or not worksites

    def _by_number(self, text: str, words: Sequence[Token], places: Sequence[Choice]) -> list[Site]:
        """Camps named by their number: "Camp 22", "No. 12 Correctional Labor Camp"."""
        found = []
        firsts = self._forms.camp_starts | _NUMBERING
        anchors = [word.start for word in words if word.key in firsts or word.text.isdigit()]
        for kind, pattern in self._forms.numbered_camp:
            for match in filter(None, (pattern.match(text, start) for start in anchors)):
                number = str(int(match["after"] or match["before"] or match["ordinal"]))
                kinds = _GENERIC.get(kind, (kind,))
                entry = next((e for k in kinds if (e := self._numbered.get((k, number)))), None)
                if kind == "camp":
                    entry = self._bare.get(number, entry)
                    if not self._north_korean(text, words, match.start(), match.end(), places):
                        found += self._elsewhere(text, words, match, places)
                        continue
                if kind == "camp" and not match.group()[0].isupper() and entry is None:
                    continue
                known = entry.kind if entry else _GENERIC.get(kind, (kind,))[0]
                reason = f"camp number {number}" + ("" if entry else ", not in the gazetteer")
                found.append(Site(match.start(), match.end(), known, "CAMP", entry, None, reason))
        return found

    def _elsewhere(
        self, text: str, words: Sequence[Token], match: re.Match[str], places: Iterable[Choice]
    ) -> list[Site]:
        """A numbered camp abroad: a logging site where the text is about logging, else nothing."""
        if not (match.group()[0].isupper() and self._forms.worksite_words.search(text)):
            return []
        gap = IN_PLACE.match(text, match.end())
        place = next((c.entry for c in places if gap and words[c.hit.first].start == gap.end()), None)
        reason = "a numbered camp where the text is about logging, not in the gazetteer"
        return [Site(match.start(), match.end(), "logging_site", "FACILITY", None, place, reason)]

    def _by_place(
        self,
        text: str,
        words: Sequence[Token],
        places: Sequence[Choice],
        present: set[str],
        published: dt.date | None,
    ) -> list[Site]:
        """Camps named by their place: "Hoeryong camp", "the re-education camp in Kaechon"."""
        patterns = [
            (kind, pattern) for kind, pattern, firsts in self._forms.camp_words if not firsts.isdisjoint(present)
        ]
        found = [site for c in places for site in self._after_place(text, words, c, patterns, published)]
        found += self._unknown_camps(text, words, patterns)
        starts = {words[c.hit.first].start: c for c in places}
        anchors = [word.start for word in words if word.key in self._forms.camp_starts]
        for kind, pattern in patterns:
            for match in filter(None, (pattern.match(text, start) for start in anchors)):
                gap = IN_PLACE.match(text, match.end())
                after = starts.get(gap.end()) if gap else None
                if not after or after.entry.kind in ("country", "region", "admin1") or after.entry.country != "KP":
                    continue
                entry = self._camp_at(kind, after.entry, published)
                if entry is None and kind in _GENERIC:
                    continue
                reason = f"{match.group()!r} in {after.entry.name}" + ("" if entry else ", not in the gazetteer")
                known = entry.kind if entry else kind
                found.append(Site(match.start(), match.end(), known, "CAMP", entry, after.entry, reason))
        return found

    def _after_place(
        self,
        text: str,
        words: Sequence[Token],
        choice: Choice,
        patterns: Sequence[tuple[str, re.Pattern[str]]],
        published: dt.date | None,
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
            entry = self._camp_at(kind, place, published)
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

    def _camp_at(self, kind: str, place: Entry, published: dt.date | None) -> Entry | None:
        """The camp of a kind in a place, if there is one; one that was closed when the text appeared comes last."""
        wanted = _GENERIC.get(kind, (kind,))
        ranked = [
            ((not camp.stands(published), order, camp.valid_to != "", camp.parent != place.id, camp.id), camp)
            for order, name in enumerate(wanted)
            for camp in self._at.get((name, place.id), [])
        ]
        return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _only_abroad(places: Iterable[Choice]) -> bool:
    """Whether a text names places of other countries and none of either Korea: Camp 5 of Guantanamo Bay is no kyohwaso."""
    countries = {c.entry.country for c in places} - {""}
    return bool(countries) and not countries & {"KP", "KR"}
