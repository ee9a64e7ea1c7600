"""The words that make a name: suffixes of divisions, head nouns of facilities and companies, surnames, cautions.

They are read from ``patterns/gazetteer_forms.yaml``; the code knows none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from incidents.gazetteer.skeleton import fold
from incidents.patterns import read_yaml


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    words: list[str]


class _Suffix(msgspec.Struct, forbid_unknown_fields=True):
    kinds: list[str]
    words: list[str] = []
    hyphenated: list[str] = []


class _Back(msgspec.Struct, forbid_unknown_fields=True):
    kinds: list[str]
    words: list[str]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    suffixes: list[_Suffix]
    camp_words: list[_Head]
    camp_numbers: list[_Head]
    prison_words: list[str]
    worksite_words: list[str]
    facility_heads: list[_Head]
    town_nouns: list[str]
    facility_modifiers: list[str]
    company_heads: list[str]
    company_modifiers: list[str]
    company_neutral: list[str]
    company_common: list[str]
    surnames: list[str]
    first_names: list[str]
    titles: list[str]
    speech_verbs: list[str]
    locative: list[str]
    cautious: list[str]
    not_names: list[str]
    back_references: list[_Back]
    back_reference_stops: list[str]


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words, longest first, spaces and hyphens alike."""
    parts = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.sub(r"[ -]+|\\ |\\-", "[ -]?", re.escape(part)).replace("\\", "\\") for part in parts)


def _firsts(words: list[str]) -> frozenset[str]:
    """The first words of phrases, folded, with their plurals."""
    firsts = {re.split(r"[ -]", fold(word))[0] for word in words}
    return frozenset(firsts | {first + "s" for first in firsts})


@dataclass(frozen=True)
class Forms:
    """The vocabulary of names, ready for look-up; every word folded."""

    file: _File

    @classmethod
    def load(cls, path: Path) -> Forms:
        """Read and check the file; raises PatternError with file and line."""
        return cls(read_yaml(path, _File))

    @cached_property
    def suffix_kinds(self) -> dict[str, frozenset[str]]:
        """English words after a name and the kinds that they decide for."""
        return {fold(word): frozenset(s.kinds) for s in self.file.suffixes for word in s.words}

    @cached_property
    def hyphen_kinds(self) -> dict[str, frozenset[str]]:
        """Korean suffixes after a hyphen (-gun, -ri) and the kinds that they decide for."""
        return {fold(word): frozenset(s.kinds) for s in self.file.suffixes for word in s.hyphenated}

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words of facility and company names that are English and therefore spelled one way."""
        heads = [word for head in self.file.facility_heads for word in head.words]
        heads += [word for head in self.file.camp_words for word in head.words]
        phrases = heads + self.file.facility_modifiers + self.file.company_heads + self.file.company_modifiers
        return frozenset(fold(word) for phrase in phrases for word in re.split(r"[ -]+", phrase))

    @cached_property
    def head_kinds(self) -> dict[tuple[str, ...], str]:
        """Head nouns of facilities, as word sequences, and the kind each makes."""
        return {
            tuple(fold(w) for w in re.split(r"[ -]+", word)): h.kind
            for h in self.file.facility_heads
            for word in h.words
        }

    @cached_property
    def town_nouns(self) -> frozenset[str]:
        """What a town has and a river has not: "the Tumen jail"."""
        return frozenset(self.file.town_nouns)

    @cached_property
    def facility_modifiers(self) -> frozenset[str]:
        """Words that may stand between a name and a head noun (Iron and Steel Complex)."""
        return frozenset(fold(w) for word in self.file.facility_modifiers for w in re.split(r"[ -]+", word))

    @cached_property
    def company_heads(self) -> frozenset[str]:
        """Last words of company names (Corporation, Trading, Co)."""
        return frozenset(fold(word) for word in self.file.company_heads)

    @cached_property
    def company_modifiers(self) -> frozenset[str]:
        """Words that may stand before the last word of a company name (General, Construction)."""
        return frozenset(fold(word) for word in self.file.company_modifiers)

    @cached_property
    def company_words(self) -> frozenset[str]:
        """Words, in lower case, that say only what a company does or is, and none of its name."""
        file = self.file
        words = (*file.company_heads, *file.company_modifiers, *file.company_neutral, *file.company_common)
        return frozenset(word.lower() for word in words)

    @cached_property
    def company_neutral(self) -> frozenset[str]:
        """Words that may be added to a company's name without making it another company's."""
        return frozenset(map(fold, self.file.company_neutral))

    @cached_property
    def camp_words(self) -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
        """For each camp kind, what follows (or, before "in", precedes) the place's name, and its first words."""
        return tuple(
            (h.kind, re.compile(rf"(?:{alternatives(h.words)})s?\b", re.IGNORECASE), _firsts(h.words))
            for h in self.file.camp_words
        )

    @cached_property
    def camp_starts(self) -> frozenset[str]:
        """The first words of all camp words: a text without any of them names no camp by its form."""
        heads = self.file.camp_words + self.file.camp_numbers
        return frozenset().union(*(_firsts(head.words) for head in heads))

    @cached_property
    def numbered_camp(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """For each camp kind, a camp named by its number, before or after the words."""
        found = []
        for head in self.file.camp_numbers:
            words = alternatives(head.words)
            mark = r"(?:no\.?\s?|nr\.?\s?|number\s|#\s?|№\s?)"
            after = rf"\b(?:{words})[\s,]*(?:\(?{mark})?(?P<after>\d{{1,2}})\b(?![\d,.]*\d|\s+(?:{_COUNTED}))"
            before = rf"\b(?:{mark}(?P<before>\d{{1,2}})|(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th))\s+(?:{words})\b"
            found.append((head.kind, re.compile(f"{after}|{before}", re.IGNORECASE)))
        return tuple(found)

    @cached_property
    def prison_words(self) -> re.Pattern[str]:
        """Words that tell that a text or a sentence is about North Korea's prisons and camps."""
        return re.compile(rf"\b(?:{alternatives(self.file.prison_words)})", re.IGNORECASE)

    @cached_property
    def worksite_words(self) -> re.Pattern[str]:
        """Words that tell that its camps are those of loggers."""
        return re.compile(rf"\b(?:{alternatives(self.file.worksite_words)})", re.IGNORECASE)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Korean family names, folded."""
        return frozenset(map(fold, self.file.surnames))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Common given names and titles that make the next word a person's."""
        return frozenset(map(fold, self.file.first_names + self.file.titles))

    @cached_property
    def speech_verbs(self) -> frozenset[str]:
        """Verbs whose subject is a speaker."""
        return frozenset(self.file.speech_verbs)

    @cached_property
    def locative(self) -> frozenset[str]:
        """Prepositions and nouns that a place's name follows."""
        return frozenset(self.file.locative)

    @cached_property
    def cautious(self) -> frozenset[str]:
        """Names that are also common words or people's names: they need a place's context."""
        return frozenset(map(fold, self.file.cautious))

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Capitalised words that never begin a name (weekdays, months, pronouns)."""
        return frozenset(map(fold, self.file.not_names))


_COUNTED = "prisoners|inmates|workers|people|guards|years|months|days|percent"
