"""The look-up tables over all names: exact names, romanised Korean by skeleton, and mixed names of facilities.

Built once from the entries; look-ups do not depend on how many there are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from incidents.gazetteer.entries import Entry
from incidents.gazetteer.forms import Forms
from incidents.gazetteer.korean import southern, spelling_cost, spellings
from incidents.gazetteer.skeleton import Token, fold, letters, plain_sound, skeleton, tokens

_SUFFIXES = {
    "city": ("특별시", "직할시", "광역시", "시"),
    "county": ("군",),
    "district": ("지구", "구역", "구"),
    "admin1": ("특별자치도", "특별자치시", "특별시", "직할시", "광역시", "시", "도"),
    "town": ("로동자구", "노동자구", "읍"),
    "river": ("강",),
}
_DIRECTIONS = {"북": ("north", "northern", "n"), "남": ("south", "southern", "s")}
_DIRECTED = re.compile(r"^(..)([남북])(?:도|$)")
#: Words that do not tell one name from another.
SMALL = frozenset(("and", "the", "of", "for", "no", "s", "number", "du"))
# How alike the Korean words of two facility names must be once voicing and vowel spellings are levelled.
_ALIKE = 0.85
_PARTICLES = frozenset(
    (
        *(
            "에서는",
            "에서도",
            "에서의",
            "에서",
            "에는",
            "에도",
            "에",
            "의",
            "는",
            "은",
            "이",
            "가",
            "을",
            "를",
            "로",
            "으로",
        ),
        *("로의", "와", "과", "도", "만", "까지", "부터", "보다", "처럼", "에게", "내", "내의", "산", "발"),
    )
)
_HANGUL = re.compile(r"[가-힣]+")
_PLACES_BY_SOUND = frozenset(
    ("city", "county", "district", "town", "village", "admin1", "region", "river", "border_crossing")
)


#: How a name was found when it is spelled as the gazetteer spells it.
CANONICAL = "the name itself"


#: Letters up to which a word in capitals is read as an acronym.
ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a stretch of words may name: ``cost`` is how loose the spelling is, ``how`` says it in words."""

    entry_id: str
    cost: float
    how: str


@dataclass(frozen=True, slots=True)
class _Name:
    entry_id: str
    own: bool
    case: tuple[str, ...]
    """For each word what its letters must be: "A" all capitals, "a" a capital first, "" any."""


def _case(token: Token, acronym: bool) -> str:
    if acronym and token.text.isupper() and len(token.key) > 1 and not token.text.isdigit():
        return "A"
    return "a" if token.capital else ""


def _is_acronym(word: Token) -> bool:
    """Whether a word in capitals is too short for a dateline's: the UN is no town of that name."""
    return word.text.isupper() and 1 < len(word.key) <= ACRONYM


def hangul_base(kind: str, hangul: str) -> str:
    """A Korean name without the word for its kind (회령시 → 회령); never shorter than one syllable."""
    for suffix in _SUFFIXES.get(kind, ()):
        if hangul.endswith(suffix) and len(hangul) > len(suffix):
            return hangul[: -len(suffix)]
    return hangul


def _hangul_forms(kind: str, hangul: str) -> list[str]:
    """Other ways to write a Korean name in Hangul: without the word for its kind, and as the South spells it."""
    base = hangul_base(kind, hangul)
    forms = {base, southern(hangul), southern(base)} - {hangul}
    return sorted(form for form in forms if len(form) > 1)


@dataclass
class Index:
    """All names of the gazetteer. Build with :meth:`build`; not changed afterwards."""

    forms: Forms
    exact: dict[str, list[_Name]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    korean: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    directed: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    mixed: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    strict: frozenset[str] = frozenset()
    """Entries that only an official spelling of their Korean name finds: companies, whose names are short and plain."""
    mixed_starts: frozenset[str] = frozenset()

    @classmethod
    def build(cls, entries: Iterable[Entry], forms: Forms) -> Index:
        """Index every name of every entry."""
        index = cls(forms)
        exact: defaultdict[str, list[_Name]] = defaultdict(list)
        korean: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        mixed: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
        companies: set[str] = set()
        for entry in entries:
            if entry.label == "COMPANY":
                companies.add(entry.id)
            for name in dict.fromkeys((*entry.names, entry.hangul, *entry.aliases)):
                if not name:
                    continue
                if _HANGUL.fullmatch(name.replace(" ", "")):
                    index._add_korean(korean, entry, name.replace(" ", ""))
                    for form in _hangul_forms(entry.kind, name.replace(" ", "")):
                        index._add_exact(exact, entry, form)
                index._add_exact(exact, entry, name)
                if entry.label in ("FACILITY", "COMPANY", "CAMP", "ORG"):
                    key, sounds = index.mixed_key(tokens(name))
                    if " " in key:
                        mixed[key][entry.id, sounds] = None
        index.strict = frozenset(
            entry_id for values in korean.values() for _, entry_id in values if entry_id in companies
        )
        index.exact = dict(exact)
        index.korean = {key: sorted(values) for key, values in korean.items()}
        index.mixed = {key: list(values) for key, values in mixed.items()}
        index.mixed_starts = frozenset(key.split(" ", 1)[0] for key in mixed)
        return index

    def _add_exact(self, exact: defaultdict[str, list[_Name]], entry: Entry, name: str) -> None:
        words = tokens(name)
        if not words:
            return
        acronym = sum(len(word.key) for word in words) <= 8
        key = " ".join(word.key for word in words)
        exact[key].append(_Name(entry.id, name in entry.names, tuple(_case(word, acronym) for word in words)))
        first = words[0].key
        self.longest[first] = max(self.longest.get(first, 0), len(words))

    def _add_korean(self, korean: defaultdict[str, dict[tuple[str, str], None]], entry: Entry, hangul: str) -> None:
        if entry.country not in ("KP", "KR", ""):
            return
        base = hangul_base(entry.kind, hangul)
        if entry.kind in _PLACES_BY_SOUND or entry.label == "COMPANY" or (entry.label == "CAMP" and len(hangul) < 5):
            names = (
                {hangul} if entry.kind == "river" else {base, hangul} if entry.kind in ("village", "admin1") else {base}
            )
            for name in names:
                for spelling in sorted(spellings(name)):
                    if key := skeleton(spelling):
                        korean[key][name, entry.id] = None
        if entry.kind == "admin1" and (match := _DIRECTED.match(hangul)):
            for direction in _DIRECTIONS[match[2]]:
                self.directed.setdefault(direction, []).append((match[1], entry.id))

    def mixed_key(self, words: Iterable[Token]) -> tuple[str, str]:
        """English words as they are, runs of Korean words by skeleton: equal for all spellings of one facility.

        The second part is the Korean words as one spelling, to tell apart names whose skeletons fall together.
        """
        parts: list[str] = []
        sounds = run = ""
        for word in words:
            if word.key in SMALL:
                continue
            if word.key in self.forms.generic or word.key.isdigit():
                if run:
                    parts.append(skeleton(run) or run)
                    run = ""
                parts.append(word.key)
            else:
                run += word.key
                sounds += word.key
        if run:
            parts.append(skeleton(run) or run)
        return " ".join(parts), plain_sound(sounds)

    def by_mixed(self, words: list[Token]) -> list[Found]:
        """Entries whose English words are these and whose Korean words sound like these."""
        key, sounds = self.mixed_key(words)
        found = {}
        for entry_id, other in self.mixed.get(key, ()):
            if SequenceMatcher(None, sounds, other, autojunk=False).ratio() >= _ALIKE:
                found[entry_id] = Found(entry_id, 0.25, "the name with its Korean words spelled otherwise")
        return list(found.values())

    def without_particles(self, words: list[Token]) -> list[Token]:
        """Hangul words that are names with a particle (회령에서) cut down to the name."""
        if not any(word.text[0] >= "가" for word in words):
            return words
        return [self._cut(word) if word.text[0] >= "가" and word.key not in self.exact else word for word in words]

    def _cut(self, word: Token) -> Token:
        for length in range(len(word.text) - 1, 1, -1):
            name = word.text[:length]
            if word.text[length:] in _PARTICLES and fold(name) in self.exact:
                return word._replace(end=word.start + length, text=name, key=fold(name))
        return word

    def by_words(self, words: list[Token], shout: bool) -> list[Found]:
        """Entries with exactly these words; ``shout`` when the text around is all capitals."""
        found: dict[str, Found] = {}
        for name in self.exact.get(" ".join(word.key for word in words), ()):
            fits = all(
                need == "" or (word.text[0].isupper() and (shout or len(words) > 1 or not _is_acronym(word)))
                if need != "A"
                else (word.text.isupper() and not shout) or "." in word.text
                for need, word in zip(name.case, words, strict=True)
            ) or (words[0].text[0] >= "가")
            before = found.get(name.entry_id)
            if (fits or (shout and "A" not in name.case)) and (before is None or before.how != CANONICAL):
                found[name.entry_id] = Found(name.entry_id, 0.0, CANONICAL if name.own else "one of its names")
        return list(found.values())

    def by_sound(self, words: list[Token]) -> list[Found]:
        """Entries whose Korean name may be spelled like these words, joined."""
        spelled = "".join(word.text for word in words)
        key = skeleton(spelled)
        best: dict[str, Found] = {}
        for hangul, entry_id in self.korean.get(key, ()):
            cost = spelling_cost(hangul, letters(spelled))
            limit = 0.5 + 0.75 * len(hangul) if entry_id not in self.strict else 0.0
            if cost is not None and cost <= limit:
                how = f"a spelling of {hangul}" if cost == 0 else f"a loose spelling of {hangul}"
                if entry_id not in best or cost < best[entry_id].cost:
                    best[entry_id] = Found(entry_id, cost, how)
        return list(best.values())

    def by_direction(self, direction: str, words: list[Token]) -> list[Found]:
        """Provinces named by direction and stem: "North" + a spelling of 함경."""
        spelled = "".join(word.text for word in words)
        best: dict[str, Found] = {}
        for hangul, entry_id in self.directed.get(direction, ()):
            cost = spelling_cost(hangul, letters(spelled))
            if cost is not None and cost <= 2:
                best[entry_id] = Found(entry_id, cost, f"{direction} + a spelling of {hangul}")
        return list(best.values())
