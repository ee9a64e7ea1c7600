"""Word families: named sets of lemmas and gazetteer kinds that patterns refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from incidents.errors import PatternError

BUILT_IN = frozenset({"number", "place", "moneyamount", "percent", "date", "name", "habit"})


@dataclass(frozen=True, slots=True)
class Family:
    """Lemmas (lower case), those that count only as nouns or only as verbs, and gazetteer kinds."""

    words: frozenset[str]
    kinds: frozenset[str]
    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()

    @property
    def all_words(self) -> frozenset[str]:
        """The lemmas, whatever part of speech they need."""
        return self.words | self.nouns | self.verbs


class Families:
    """All families of ``patterns/vocabulary.yaml``. A word written ``pay/noun`` belongs to its family only as a
    noun, ``pay/verb`` only as a verb.

    In patterns a term is a family's name, ``=lemma`` for one word, ``kind:city`` for a gazetteer kind, or one of the
    built-in families ``number``, ``place``, ``moneyamount``, ``percent``, ``date``, ``name``, ``habit``; ``|`` joins
    terms.
    """

    def __init__(self, raw: dict[str, str]) -> None:
        self._families: dict[str, Family] = {}
        for name, words in raw.items():
            kinds: set[str] = set()
            lemmas: set[str] = set()
            nouns: set[str] = set()
            verbs: set[str] = set()
            for word in words.split():
                if word.startswith("kind:"):
                    kinds.add(word[5:])
                elif word.startswith("+"):
                    if word[1:] not in self._families:
                        missing = word[1:]
                        reason = f"family '{name}' includes '{missing}', not defined above it"
                        raise PatternError(f"vocabulary.yaml: {reason}")
                    lemmas |= self._families[word[1:]].words
                    nouns |= self._families[word[1:]].nouns
                    verbs |= self._families[word[1:]].verbs
                    kinds |= self._families[word[1:]].kinds
                elif word.endswith("/noun"):
                    nouns.add(word[:-5].lower())
                elif word.endswith("/verb"):
                    verbs.add(word[:-5].lower())
                else:
                    lemmas.add(word.lower())
            self._families[name] = Family(frozenset(lemmas), frozenset(kinds), frozenset(nouns), frozenset(verbs))
        self._by_word = self._index(lambda family: family.all_words)
        self._by_lemma = self._index(lambda family: family.words)
        self._by_noun = self._index(lambda family: family.nouns)
        self._by_verb = self._index(lambda family: family.verbs)
        self._by_kind = self._index(lambda family: family.kinds)
        self.of_persons = tuple(name for name, family in self._families.items() if "person" in family.words)
        """The families that have the word "person": whoever is told to be a person belongs to them."""
        self.of_trades = tuple(name for name, family in self._families.items() if "craftsman" in family.words)
        """The families that have the word "craftsman": whoever is named by an unknown trade belongs to them."""

    def __contains__(self, name: str) -> bool:
        return name in self._families

    def __getitem__(self, name: str) -> Family:
        return self._families[name]

    def words(self, name: str) -> frozenset[str]:
        """The lemmas of one family."""
        return self._families[name].all_words

    def holding(self, word: str) -> tuple[str, ...]:
        """The names of the families that have this lemma, in the order of the file."""
        return self._by_word.get(word, ())

    def of_word(self, lemmas: Iterable[str], forms: Iterable[str], kind: str | None, *, verb: bool) -> set[str]:
        """The names of the families that hold a word.

        ``lemmas`` are spellings that count in any part of speech, ``forms`` those that count as a noun or, if ``verb``,
        as a verb; ``kind`` is the gazetteer kind of the name that the word is part of, null for none.
        """
        found = {name for word in lemmas for name in self._by_lemma.get(word, ())}
        of_kind = self._by_verb if verb else self._by_noun
        found.update(name for word in forms for name in of_kind.get(word, ()))
        if kind is not None:
            found.update(self._by_kind.get(kind, ()))
        return found

    def _index(self, words: Callable[[Family], frozenset[str]]) -> dict[str, tuple[str, ...]]:
        """Word to the names of the families that have it, in the order of the file."""
        found: dict[str, list[str]] = {}
        for name, family in self._families.items():
            for word in sorted(words(family)):
                found.setdefault(word, []).append(name)
        return {word: tuple(names) for word, names in found.items()}

    def check(self, expression: str, where: str) -> tuple[str, ...]:
        """The terms of ``a|=b|kind:c``.

        Raises:
            PatternError: a family that is not defined.
        """
        terms = tuple(t.strip() for t in expression.split("|") if t.strip())
        for term in terms:
            if not term.startswith(("=", "kind:")) and term not in self._families and term not in BUILT_IN:
                raise PatternError(f"{where}: no word family '{term}'; for one word write '={term}'")
        return terms
