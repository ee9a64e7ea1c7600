"""Names in text in capitals: words that are part of a name because of the words around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from incidents.gazetteer import Gazetteer
from incidents.gazetteer.skeleton import fold
from incidents.text.capitals import WORD
from incidents.text.english import is_common, is_known
from incidents.text.word_case import SYLLABLE, Word, WordCases

#: A city whose name is made of English words ("Salt Lake City") is taken for one from this many people on.
SURE_POPULATION = 300_000
_SPACES = re.compile(r"\s+")
# "Korean", "Chinese", "Czech": no name for the noun that follows. Countries end so, too, and lose little by it.
_NATIONAL = re.compile(
    r"(?:an|ese|ish|ch|aeli|iss|reek|czech|thai|uzbek|tajik|kazakh|arab|aqi|stani|communist|muslim)\Z"
)


class NameCases:
    """Finds names in lists of words and corrects their case."""

    def __init__(self, cases: WordCases, gazetteer: Gazetteer) -> None:
        self._cases = cases
        self._lists = cases.lists
        self._forms = gazetteer.forms
        self._gazetteer = gazetteer

    def correct(self, text: str, words: list[Word], acronyms: frozenset[str]) -> None:
        """Change the case of words that belong to names."""
        self._known_names(text, words)
        self._spelled_out(text, words, acronyms)
        self._neighbours(text, words)

    @cached_property
    def _names(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """First word of a name to its words, each with its own case; only what the dictionary would spell otherwise."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for entry in self._gazetteer.entries.values():
            country = entry.kind == "country"
            sure = country or entry.population >= SURE_POPULATION or not entry.id.startswith("geonames:")
            for name in (entry.name, *entry.aliases):
                words = tuple(WORD.findall(name.title() if name.isupper() and " " in name else name))
                common = bool(words) and all(is_common(fold(word)) for word in words)
                if len(words) > 1 and (sure or not common):
                    found.setdefault(fold(words[0]), set()).add(words)
                elif len(words) == 1 and common and country and len(fold(name)) > 3:
                    found.setdefault(fold(name), set()).add(words)
        return {first: tuple(sorted(names, key=lambda w: (-len(w), w))) for first, names in sorted(found.items())}

    def _known_names(self, text: str, words: list[Word]) -> None:
        """Names of the gazetteer get the case that they have there."""
        at = 0
        while at < len(words):
            for name in self._names.get(fold(words[at].key), ()):
                part = words[at : at + len(name)]
                cut_short = name[0] == "the" and text[part[-1].end :].lstrip()[:3] == "OF "  # "the north of Lima"
                same = [fold(w.key) for w in part] == [fold(n) for n in name] and _together(text, part)
                if same and not cut_short:
                    for word, model in zip(part, name, strict=True):
                        word.name = True
                        acronym = model.isupper() and len(model) > 1
                        word.case = "lower" if model.islower() else "keep" if acronym else "title"
                    at += len(name) - 1
                    break
            at += 1

    def _spelled_out(self, text: str, words: list[Word], acronyms: frozenset[str]) -> None:
        """ "THE NATIONAL LIBERATION ARMY (ELN)", "DAS [ADMINISTRATIVE DEPARTMENT OF SECURITY]": both make names."""
        for at, word in enumerate(words):
            if at and word.key in acronyms and text[word.start - 1] in "([" and text[word.end : word.end + 1] in ")]":
                back = at - 1
                while back >= 0 and at - back < 9 and words[back].key != "the" and _together(text, words[back:at]):
                    back -= 1
                if back >= 0 and words[back].key == "the":
                    self._make_name(words[back + 1 : at])
            elif text[word.end : word.end + 2] in (" [", " (") and 2 <= len(word.key) <= 6:
                inside = [w for w in words[at + 1 : at + 10] if "]" not in text[word.end : w.start].replace(")", "]")]
                if sorted(_initials(inside)) == sorted(word.key):  # Spanish puts the letters in another order
                    word.case = "keep"
                    self._make_name([word, *inside])

    def _make_name(self, words: list[Word]) -> None:
        for word in words:
            if word.key not in self._lists["between_names"] and word.key not in ("for", "and"):
                word.name = True
                word.case = "title" if word.case == "lower" else word.case

    def _neighbours(self, text: str, words: list[Word]) -> None:
        """Words that are part of a name only because of the names beside them."""
        lists = self._lists
        for at in range(len(words) - 2, -1, -1):
            word, after = words[at], words[at + 1]
            close = _together(text, [word, after])
            opens = word.key in lists["before_names"] or word.key in lists["given"]
            if opens and close and after.name and word.case == "lower" and not word.name:
                word.case, word.name = "title", True
        for at in range(1, len(words)):
            before, word = words[at - 1], words[at]
            child = before.key in ("bin", "al") and at > 1 and words[at - 2].name
            if not (before.name or child) or not _together(text, [before, word]) or text[before.end - 1] in "'’":
                continue
            owner = text[before.start : before.end].endswith(("'S", "’S"))
            if self._is_given_name(words, at) or (
                word.case == "lower" and not word.name and not owner and (child or self._goes_on(words, at))
            ):
                word.case, word.name = "title", True

    def _goes_on(self, words: list[Word], at: int) -> bool:
        """Whether a word that may be an ordinary one belongs to the name before it: "GEORGE BUSH", "SELVA HOTEL"."""
        lists, before, word = self._lists, words[at - 1], words[at]
        if word.key in lists["family"] and (before.key in lists["given"] or is_known(before.key.title())):
            return True
        return not _NATIONAL.search(before.key) and (word.key in lists["after_names"] or self._is_head(words, at))

    def _is_given_name(self, words: list[Word], at: int) -> bool:
        """Whether this word is the first or second syllable after a Korean surname: "KIM IL SUNG"."""
        if words[at].key in self._lists["no_syllables"] or (words[at].case == "lower" and words[at].name):
            return False
        if SYLLABLE.fullmatch(words[at].key) is None:
            return False
        first, second = words[at - 1], words[at - 2] if at > 1 else words[at - 1]
        if second is not first and second.name and second.key in self._cases.surnames:
            return SYLLABLE.fullmatch(first.key) is not None
        return first.key in self._cases.surnames and (words[at].case != "lower" or second.case != "title")

    def _is_head(self, words: list[Word], at: int) -> bool:
        """Whether this word begins "Iron Mine" or "Trading Company", with a name before it."""
        forms = self._forms
        keys = [word.key for word in words[at : at + 4]]
        for length in range(1, len(keys) + 1):
            if tuple(keys[:length]) in forms.head_kinds or keys[length - 1] in forms.company_heads:
                return all(key in forms.generic for key in keys[:length])
        return False


def _initials(words: list[Word]) -> str:
    """The first letters of the words, without those of "of" and "the"."""
    return "".join(word.key[0] for word in words if word.key not in ("of", "the", "and", "for", "de", "del", "la", "y"))


def _together(text: str, words: list[Word]) -> bool:
    return all(
        text[a.end : b.start] == "-" or _SPACES.fullmatch(text[a.end : b.start]) is not None for a, b in pairwise(words)
    )
