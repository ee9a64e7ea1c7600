"""Word families: named sets of lemmas and gazetteer kinds that patterns refer to."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.errors import PatternError

BUILT_IN = frozenset({"number", "place", "moneyamount", "percent", "date", "name"})


@dataclass(frozen=True, slots=True)
class Family:
    """Lemmas (lower case) and gazetteer kinds."""

    words: frozenset[str]
    kinds: frozenset[str]


class Families:
    """All families of ``patterns/vocabulary.yaml``.

    In patterns a term is a family's name, ``=lemma`` for one word, ``kind:city`` for a gazetteer kind, or one of the
    built-in families ``number``, ``place``, ``moneyamount``, ``percent``, ``date``, ``name``; terms are joined by ``|``.
    """

    def __init__(self, raw: dict[str, str]) -> None:
        self._families: dict[str, Family] = {}
        for name, words in raw.items():
            kinds: set[str] = set()
            lemmas: set[str] = set()
            for word in words.split():
                if word.startswith("kind:"):
                    kinds.add(word[5:])
                elif word.startswith("+"):
                    if word[1:] not in self._families:
                        raise PatternError(f"vocabulary.yaml: family '{name}' includes '{word[1:]}', not defined above it")
                    lemmas |= self._families[word[1:]].words
                    kinds |= self._families[word[1:]].kinds
                else:
                    lemmas.add(word.lower())
            self._families[name] = Family(frozenset(lemmas), frozenset(kinds))

    def __contains__(self, name: str) -> bool:
        return name in self._families

    def __getitem__(self, name: str) -> Family:
        return self._families[name]

    def words(self, name: str) -> frozenset[str]:
        """The lemmas of one family."""
        return self._families[name].words

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
