"""Word families: named sets of lemmas and gazetteer kinds that patterns refer to."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.errors import PatternError

BUILT_IN = frozenset({"number", "place", "moneyamount", "percent", "date", "name"})


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
    built-in families ``number``, ``place``, ``moneyamount``, ``percent``, ``date``, ``name``; terms are joined by ``|``.
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
                        raise PatternError(f"vocabulary.yaml: family '{name}' includes '{word[1:]}', not defined above it")
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
        self._by_word: dict[str, tuple[str, ...]] = {}
        for name, family in self._families.items():
            for word in sorted(family.all_words):
                self._by_word[word] = (*self._by_word.get(word, ()), name)

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
