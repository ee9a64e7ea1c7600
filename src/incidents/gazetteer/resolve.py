"""Deciding what each name in a text means, from the words beside it and the places that the text is about."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incidents.gazetteer.entries import PLACE_KINDS, Entry
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.index import CANONICAL, Found
from incidents.gazetteer.korean import jamo
from incidents.gazetteer.marks import marks_of
from incidents.gazetteer.matcher import Hit
from incidents.gazetteer.namesakes import METROPOLIS, lies_elsewhere, outshines
from incidents.gazetteer.skeleton import Token

# How much each kind of evidence weighs; found on the variant table and the context tests.
_BESIDE, _SENTENCE_DIVISION, _SENTENCE_COUNTRY, _TEXT_DIVISION, _TEXT_COUNTRY = 6.0, 3.0, 2.0, 1.5, 1.5
_SPELLING, _KOREAN_PRIOR = 3.0, 1.0
# A city abroad that a row of the gazetteer names is one that reports on North Korea go to.
_LISTED_PRIOR = 6.6
# The spelling that the gazetteer itself uses for an entry (Kangwon is the North's, Gangwon the South's).
_OWN_NAME = 1.0
# A camp that was closed, or a district not yet set up, when the text appeared.
_CLOSED = 4.0
# Of the name of a river and a town, the one that an article stands before is the river's.
_RIVER = 8.0
# Countries whose divisions reports name without further ado.
_NEIGHBOURS = ("KP", "KR", "CN", "RU")
# Countries whose divisions stand without their country; elsewhere a division needs its country in the text.
_HOSTS = (*_NEIGHBOURS, "AE", "QA", "KW", "SA", "OM", "MY", "MN", "JP", "PL", "DE", "GB", "US", "CA", "VN", "KH", "TH")
# Counties named after people: only with the word for their kind.
_PEOPLE = ("Kim Jong ", "Kim Hyong ")
# People of a city that stands for itself in any text; below the second, its country must be a topic of the text or a
# preposition must precede; below the third, a preposition is not enough.
_WELL_KNOWN, _TOWN = 200_000, 30_000
_TOLD = "is named beside it"
#: Between two sentences.
SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*\n|\n(?=[A-Z])")
_BESIDE_GAP = re.compile(
    r"(?:,\s*(?:in\s+)?|\s+in\s+|\s*\(|,?\s+|['’]s?\s+|['’]s?\s+(?:\w+\s+){1,2}(?:of\s+)?)(?:the\s+)?"
)
_PRIOR = {
    "country": 8.0, "admin1": 6.5, "city": 6.0, "region": 5.8, "county": 5.5, "town": 4.6, "district": 4.4, "river": 4.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What a hit was resolved to, with the score and the reason in words."""

    hit: Hit
    entry: Entry
    score: float
    reason: str


class Resolver:
    """Chooses among the entries that each hit may name; without ``context`` as if each hit stood alone."""

    def __init__(self, entries: Mapping[str, Entry], forms: Forms, *, context: bool = True) -> None:
        self._in_context = context
        self._entries = entries
        self._forms = forms

    def choose(
        self, text: str, words: Sequence[Token], hits: Sequence[Hit], published: dt.date | None = None
    ) -> list[Choice]:
        """One choice for each hit that is a name here; hits that are persons or common words are left out.

        ``published`` is when the text appeared (null: unknown).
        """
        bounds = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text) + 1]
        sentence = _numbers(bounds, [words[hit.first].start for hit in hits])
        starts = frozenset(hit.first for hit in hits)
        contexts = [marks_of(text, words, hit, starts, self._forms) for hit in hits]
        sure = [self._sure(hit, words, context) for hit, context in zip(hits, contexts, strict=True)]
        about: Counter[str] = Counter()
        for entry in sure:
            if entry is not None:
                about.update(filter(None, {entry.country, entry.admin1_code}))
        chosen = []
        for number, hit in enumerate(hits):
            own = sure[number]
            others = about - Counter(filter(None, {own.country, own.admin1_code})) if own else about
            near = [e for n, e in enumerate(sure) if e is not None and n != number and sentence[n] == sentence[number]]
            beside = self._beside(text, words, hits, sure, number)
            choice = self._best(words, hit, contexts[number], near, beside, others, published)
            if choice is not None:
                chosen.append(choice)
        return _as_told(words, chosen) if self._in_context else chosen

    def _sure(self, hit: Hit, words: Sequence[Token], context: frozenset[str]) -> Entry | None:
        """The entry of a hit that is clear without context: a country, a division, or the only place of its name."""
        if "person" in context:
            return None
        entries = [e for f in hit.found if f.cost <= 1 and (e := self._entries[f.entry_id]).kind != "river"]
        for kind in ("country", "admin1"):
            of_kind = [entry for entry in entries if entry.kind == kind]
            if kind == "admin1" and any(outshines(city, of_kind) for city in entries):
                break  # "Santiago": the capital of Chile before a province of the Dominican Republic
            if len(of_kind) == 1 and (of_kind[0].country in _NEIGHBOURS or not {"part", "part-after"} & context):
                return of_kind[0]
        if {"part", "part-after"} & context or (hit.kinds is None and self._is_surname(hit, words)):
            return None
        return entries[0] if len(entries) == 1 and entries[0].kind in PLACE_KINDS else None

    def _is_surname(self, hit: Hit, words: Sequence[Token]) -> bool:
        return " ".join(word.key for word in words[hit.first : hit.last]) in self._forms.surnames

    def _beside(
        self, text: str, words: Sequence[Token], hits: Sequence[Hit], sure: Sequence[Entry | None], number: int
    ) -> list[Entry]:
        """The sure places that stand directly after or before the hit ("Kangwon, South Korea"; "Jilin's Tumen")."""
        beside = []
        for left, right, other in ((number, number + 1, number + 1), (number - 1, number, number - 1)):
            if left < 0 or right >= len(hits):
                continue
            start, end = words[hits[left].last - 1].end, words[hits[right].first].start
            if end - start >= 25 or not _BESIDE_GAP.fullmatch(text, start, end):
                continue
            if (entry := sure[other]) is not None:
                beside.append(entry)
            else:  # "Macon, Georgia": neither is sure, but one reading of each fits the other
                mine = {self._entries[f.entry_id].admin1_code for f in hits[number].found} - {""}
                theirs = [self._entries[f.entry_id] for f in hits[other].found if f.cost == 0]
                beside += [e for e in theirs if e.admin1_code in mine]
        return beside

    def _best(
        self,
        words: Sequence[Token],
        hit: Hit,
        context: frozenset[str],
        near: Sequence[Entry],
        beside: Sequence[Entry],
        about: Counter[str],
        published: dt.date | None,
    ) -> Choice | None:
        best: Choice | None = None
        if not self._in_context:
            near, beside, about, context = (), (), Counter(), frozenset()
        for found in self._settlements(hit):
            entry = self._entries[found.entry_id]
            score, reasons = self._score(found, entry, near, beside, about)
            if entry.kind == "river" and hit.last - hit.first == 1:  # settlements do without: "across the Tumen"
                score += _RIVER if "article" in context else -_RIVER
            if not entry.stands(published):
                score -= _CLOSED
            if hit.kinds is not None:
                reasons.append(f"the word {hit.suffix!r} says what it is")
            if not self._allowed(entry, found, hit, words, context, beside, about):
                continue
            if best is None or score > best.score:
                best = Choice(hit, entry, score, "; ".join([found.how, *reasons]))
        return best

    def _settlements(self, hit: Hit) -> list[Found]:
        """The candidates in order, without a division whose capital has the same name (Seoul, Pyongyang: the city; Sanaa beside it)."""
        entries = [self._entries[f.entry_id] for f in hit.found]
        settled = [e for e in entries if e.kind in ("city", "town")]
        around = {d.id for d in entries for e in settled if e.country == d.country and outshines(e, [d])}
        cities = {e.admin1_code for e in settled} | {d for d in around if self._entries[d].kind == "admin1"}
        keep_division = hit.kinds is not None and "city" not in hit.kinds
        ordered = sorted(hit.found, key=lambda f: f.entry_id)
        return [f for f in ordered if keep_division or f.entry_id not in cities]

    def _score(
        self, found: Found, entry: Entry, near: Sequence[Entry], beside: Sequence[Entry], about: Counter[str]
    ) -> tuple[float, list[str]]:
        reasons = []
        score = _PRIOR.get(entry.kind, 5.0)
        if entry.population:
            score = math.log10(entry.population + 1)
        elif entry.id.startswith("geonames:"):
            score = _LISTED_PRIOR
        if entry.country in ("KP", ""):
            score += _KOREAN_PRIOR
        score -= _SPELLING * found.cost
        if found.how == CANONICAL:
            score += _OWN_NAME
        divisions = {e.admin1_code for e in beside} - {""}
        if entry.admin1_code and entry.admin1_code in divisions:
            score += _BESIDE
            reasons.append(f"{entry.admin1_code} is named beside it")
        elif any(
            e.country == entry.country and (e.kind in ("country", "region") or entry.kind == "country") for e in beside
        ):
            score += _BESIDE
            reasons.append(f"{entry.country} is named beside it")
        elif divisions or beside:
            score -= 1
        if entry.admin1_code and any(e.admin1_code == entry.admin1_code for e in near):
            score += _SENTENCE_DIVISION
            reasons.append(f"{entry.admin1_code} is named in the sentence")
        elif any(e.country == entry.country for e in near):
            score += _SENTENCE_COUNTRY
            reasons.append(f"{entry.country} is named in the sentence")
        if entry.admin1_code and about[entry.admin1_code] > 0:
            score += _TEXT_DIVISION
            if not reasons:
                reasons.append(f"the text is about {entry.admin1_code}")
        if entry.country and about[entry.country] > 0:
            score += _TEXT_COUNTRY
            if not reasons:
                reasons.append(f"the text is about {entry.country}")
        return score, reasons

    def _allowed(
        self,
        entry: Entry,
        found: Found,
        hit: Hit,
        words: Sequence[Token],
        context: frozenset[str],
        beside: Sequence[Entry],
        about: Counter[str],
    ) -> bool:
        """Whether the words beside leave room for it: no person, no common word, no namesake far off."""
        first = words[hit.first]
        if entry.kind == "country" and first.key == "the":
            return "part-after" not in context or words[hit.last - 1].key not in ("north", "south")
        if entry.kind == "country" and first.key in self._forms.cautious:
            return "locative" in context or bool(beside)
        if entry.kind not in PLACE_KINDS or entry.kind in ("country", "region"):
            return not (entry.label in ("COMPANY", "CAMP") and found.cost > 0 and {"person", "part"} & context)
        agreed = any(
            e.admin1_code == entry.admin1_code if e.admin1_code else e.country == entry.country for e in beside
        )
        last = words[hit.last - 1]
        key = " ".join(word.key for word in words[hit.first : hit.last])
        if key in self._forms.surnames and hit.kinds is None and "locative" not in context:
            return False  # "Kim Un Chol": two villages of one state, were they not his name
        if "person" in context and entry.id.startswith("geonames:") and "locative" not in context:
            return False
        if entry.kind == "admin1" and entry.country not in _HOSTS and not about[entry.country] and not agreed:
            return False
        if not agreed and lies_elsewhere(entry, beside):
            return False  # "Changping town, Guangdong" is not the one of Beijing
        if agreed or (hit.kinds is not None and "person" not in context):
            return True
        if "person" in context or (
            first.key in self._forms.surnames and hit.last - hit.first > 1 and "part-after" in context
        ):
            return False
        if key in self._forms.cautious or key in self._forms.surnames:
            return "locative" in context and about[entry.country] > 0 and entry.country != "KP"
        if entry.country == "KP":
            if entry.name.startswith(_PEOPLE):
                return first.text[0] >= "가"
            if found.cost > 0 and len(key) <= 4:
                return False
            if first.key in self._forms.surnames and first is not last and not last.joined:
                return "locative" in context
            loose = first is not last and not last.joined and found.cost > 0 and entry.kind != "admin1"
            if (len(jamo(entry.hangul)) and len(key) < 4) or loose:
                return "locative" in context
            return found.cost == 0 or not {"part", "speaker"} & context
        if entry.id.startswith("geonames:"):
            if "speaker" in context and entry.population < METROPOLIS:
                return False
            if {"part", "part-after"} & context:
                famous = entry.population > METROPOLIS or not entry.population
                return "part" not in context and famous and (about[entry.country] > 0 or "locative" in context)
            known = entry.population == 0 or entry.population > _WELL_KNOWN
            alone = not any(n > 1 for code, n in about.items() if len(code) == 2 and code != "KP")
            return known or about[entry.country] > 0 or (alone and "locative" in context and entry.population > _TOWN)
        return entry.country in _NEIGHBOURS or not {"part", "part-after"} & context


def _as_told(words: Sequence[Token], chosen: Sequence[Choice]) -> list[Choice]:
    """The choices with a name that stands bare read as where the text tells which of its namesakes is meant."""
    told: dict[tuple[str, frozenset[str] | None], Entry] = {}
    keys = [(" ".join(w.key for w in words[c.hit.first : c.hit.last]), c.hit.kinds) for c in chosen]
    for key, choice in zip(keys, chosen, strict=True):
        if _TOLD in choice.reason and choice.entry.kind in PLACE_KINDS:
            told.setdefault(key, choice.entry)
    return [
        Choice(c.hit, told[key], c.score, "as told elsewhere in the text")
        if key in told and _TOLD not in c.reason and c.entry.kind in PLACE_KINDS and c.entry.id != told[key].id
        else c
        for key, c in zip(keys, chosen, strict=True)
    ]


def _numbers(bounds: Sequence[int], starts: Sequence[int]) -> list[int]:
    """For each start, the number of the stretch between ``bounds`` that holds it."""
    numbers, at = [], 0
    for start in starts:
        while bounds[at + 1] <= start:
            at += 1
        numbers.append(at)
    return numbers
