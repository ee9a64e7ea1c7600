"""Whether a word of a report belongs to what a pattern names: a family, a gazetteer kind, a built-in class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import words
from incidents.events.families import Families

if TYPE_CHECKING:
    from incidents.annotate import Page

PRONOUNS = frozenset(
    [
        "who", "he", "she", "they", "we", "i", "him", "her", "them", "who", "us", "these", "those", "everybody",
        "everyone", "nobody", "none", "all", "whoever",
    ]
)  # fmt: skip
PLACE_LABELS = frozenset({"PLACE", "COUNTY", "DISTRICT", "PROVINCE", "GPE", "REGION"})


class Lexicon:
    """Answers whether a word of a page belongs to a family, a gazetteer kind or a built-in class."""

    def __init__(self, page: Page, families: Families) -> None:
        self.page = page
        self.families = families
        self._known: dict[tuple[int, str], bool] = {}

    @cached_property
    def joined(self) -> dict[int, str]:
        """Token index to hyphenated word ("walk-out"), which the tokeniser splits."""
        found: dict[int, str] = {}
        for match in re.finditer(r"\b[A-Za-z]+(?:-[A-Za-z]+)+\b", self.page.text):
            for token in self.page.tokens_of(match.start(), match.end()):
                found[token.i] = re.sub(r"s$", "", match.group().lower())
        return found

    def compound(self, token: Token) -> str | None:
        """The hyphenated word that this token is the grammatical head of."""
        word = self.joined.get(token.i)
        inner = token.head.i != token.i and abs(token.head.i - token.i) < 4 and self.joined.get(token.head.i) == word
        return None if inner else word

    @cached_property
    def sums(self) -> dict[int, str]:
        """Token index to ``moneyamount`` or ``percent``."""
        found: dict[int, str] = {}
        for money in self.page.money:
            kind = "percent" if money.percent is not None else "moneyamount"
            found |= {t.i: kind for t in self.page.tokens_of(money.start, money.end)}
        return found

    @cached_property
    def dated(self) -> frozenset[int]:
        """Indices of the tokens of calendar expressions."""
        return frozenset(t.i for d in self.page.dates for t in self.page.tokens_of(d.char_start, d.char_end))

    def holds(self, token: Token, term: str) -> bool:
        """Whether ``token`` belongs to ``term`` (a family, ``=word``, ``kind:x`` or a built-in class)."""
        key = (token.i, term)
        if key not in self._known:
            self._known[key] = self._holds(token, term)
        return self._known[key]

    def _holds(self, token: Token, term: str) -> bool:
        if term.startswith("="):
            word = term[1:]
            return words.lemma(token) == word or token.lower_ == word or self.joined.get(token.i) == word
        if term.startswith("kind:"):
            name = self.page.name_of_token.get(token.i)
            return name is not None and name.kind == term[5:]
        if term not in self.families:
            return self._built_in(token, term)
        family = self.families[term]
        if (
            words.lemma(token) in family.words
            or token.lower_ in family.words
            or self.joined.get(token.i) in family.words
        ):
            return True
        of_kind = family.verbs if token.pos_ in {"VERB", "AUX"} else family.nouns
        if token.lemma_.lower() in of_kind or token.lower_ in of_kind:
            return True
        name = self.page.name_of_token.get(token.i)
        if name is not None and name.kind in family.kinds:
            return True
        if "person" in family.words:
            return (
                token.lower_ in PRONOUNS
                or (token.ent_type_ == "PERSON" and name is None)
                or (token.ent_type_ == "NORP" and token.pos_ in {"NOUN", "PROPN"})
                or words.names_person(token)
                or self._built_in(token, "number")
            )
        return False

    def _built_in(self, token: Token, term: str) -> bool:
        name = self.page.name_of_token.get(token.i)
        if term == "number":
            return (token.pos_ == "NUM" or token.like_num) and token.i not in self.dated
        if term == "place":
            return (name is not None and name.label in PLACE_LABELS) or token.ent_type_ in {"GPE", "LOC"}
        if term == "date":
            return token.i in self.dated
        if term == "name":
            return token.pos_ == "PROPN"
        return self.sums.get(token.i) == term

    def any_holds(self, tokens: Sequence[Token] | Iterator[Token], terms: tuple[str, ...]) -> bool:
        """Whether any of the tokens belongs to any of the terms."""
        return any(self.holds(token, term) for token in tokens for term in terms)

    @cached_property
    def _report_words(self) -> frozenset[str]:
        return self.page.lemmas | frozenset(self.joined.values())

    def report_holds(self, terms: tuple[str, ...]) -> bool:
        """Whether any word of the report belongs to any of the terms."""
        kinds = {n.kind for n in self.page.names}
        for term in terms:
            if term.startswith("="):
                if term[1:] in self._report_words:
                    return True
            elif term.startswith("kind:"):
                if term[5:] in kinds:
                    return True
            elif term in self.families:
                family = self.families[term]
                if family.all_words & self._report_words or family.kinds & kinds:
                    return True
            elif self.any_holds(list(self.page.doc), (term,)):
                return True
        return False
