"""Whether a word of a report belongs to what a pattern names: a family, a gazetteer kind, a built-in class."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import words
from incidents.events.families import Families

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.model import NameMention

PRONOUNS = frozenset(
    [
        "who", "he", "she", "they", "we", "i", "him", "her", "them", "who", "us", "these", "those", "everybody",
        "everyone", "nobody", "none", "all", "whoever",
    ]
)  # fmt: skip
KNOWN = frozenset({"people", "keepers", "employers", "receiver"})  # families that say what a person is
HANGING = frozenset({"pcomp", "prep", "xcomp", "conj", "advcl", "csubj"})
PLACE_LABELS = frozenset({"PLACE", "COUNTY", "DISTRICT", "PROVINCE", "GPE", "REGION"})


class Lexicon:
    """Answers whether a word of a page belongs to a family, a gazetteer kind or a built-in class."""

    def __init__(self, page: Page, families: Families) -> None:
        self.page = page
        self.families = families
        self._terms: dict[int, frozenset[str]] = {}
        self._around: dict[tuple[int, int], frozenset[str]] = {}
        self.words: dict[int, str] = {}  # token index to what ``word_of`` says of it

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

    def terms(self, token: Token) -> frozenset[str]:
        """Everything that ``token`` belongs to: families, ``=word``, ``kind:x`` and built-in classes."""
        known = self._terms.get(token.i)
        if known is None:
            known = self._terms[token.i] = self._read(token)
        return known

    def holds(self, token: Token, term: str) -> bool:
        """Whether ``token`` belongs to ``term`` (a family, ``=word``, ``kind:x`` or a built-in class)."""
        return term in self.terms(token)

    def _read(self, token: Token) -> frozenset[str]:
        form, plain = token.lower_, token.lemma_.lower()
        lemmas = {words.lemma(token), form}
        if (joined := self.joined.get(token.i)) is not None:
            lemmas.add(joined)
        if (singular := words.singular_of_opener(token)) is not None:
            lemmas.add(singular)
        name = self.page.name_of_token.get(token.i)
        kind = name.kind if name is not None else None
        built_in = self._built_in(token, name)
        if token.i in self.dated and form == "may":  # the month
            return frozenset(built_in)
        found = self.families.of_word(lemmas, {plain, form}, kind, verb=token.pos_ in {"VERB", "AUX"})
        if self.families.of_trades and found.isdisjoint(KNOWN) and name is None and words.names_person(token):
            found.update(self.families.of_trades)  # "dishwashers", "tunnellers"
        if self.families.of_persons and ("number" in built_in or self._person(token, name)):
            found.update(self.families.of_persons)
        found.update(term for term in built_in if term not in self.families)
        found.update("=" + lemma for lemma in lemmas)
        if kind is not None:
            found.add("kind:" + kind)
        return frozenset(found)

    def _person(self, token: Token, name: NameMention | None) -> bool:
        return (
            token.lower_ in PRONOUNS
            or (token.ent_type_ == "PERSON" and name is None)
            or (token.ent_type_ == "NORP" and token.pos_ in {"NOUN", "PROPN"})
            or (name is None and _people_counted(token))
            or words.names_person(token)
            or (token.pos_ == "NOUN" and self.joined.get(token.i, "").endswith("year-old"))
        )

    def _built_in(self, token: Token, name: NameMention | None) -> set[str]:
        found = set()
        dated = token.i in self.dated
        if dated:
            found.add("date")
        elif token.pos_ == "NUM" or token.like_num:
            found.add("number")
        if (name is not None and name.label in PLACE_LABELS) or token.ent_type_ in {"GPE", "LOC"}:
            found.add("place")
        if token.pos_ == "PROPN":
            found.add("name")
        if token.i in self.sums:
            found.add(self.sums[token.i])
        if _habitual(token):
            found.add("habit")
        return found

    def any_holds(self, tokens: Iterable[Token], terms: tuple[str, ...]) -> bool:
        """Whether any of the tokens belongs to any of the terms."""
        return any(not self.terms(token).isdisjoint(terms) for token in tokens)

    def around(self, sentence: Sentence, reach: int) -> frozenset[str]:
        """What the words of a sentence, and of ``reach`` sentences before and after it, belong to."""
        key = (sentence.index, reach)
        if key not in self._around:
            if reach:
                near = self.page.sentences[max(0, sentence.index - reach) : sentence.index + reach + 1]
                self._around[key] = frozenset[str]().union(*(self.around(s, 0) for s in near))
            else:
                self._around[key] = frozenset[str]().union(*map(self.terms, sentence.span))
        return self._around[key]

    @cached_property
    def _everything(self) -> frozenset[str]:
        """What all words of the report belong to."""
        return frozenset[str]().union(*map(self.terms, self.page.doc))

    @cached_property
    def _kinds(self) -> frozenset[str | None]:
        return frozenset(n.kind for n in self.page.names)

    @cached_property
    def _report_words(self) -> frozenset[str]:
        return self.page.lemmas | frozenset(self.joined.values())

    def report_holds(self, terms: tuple[str, ...]) -> bool:
        """Whether any word of the report belongs to any of the terms."""
        kinds = self._kinds
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
            elif term in self._everything:
                return True
        return False


def _habitual(token: Token) -> bool:
    """Whether a verb stands in the simple present, or hangs on one that does ("cross before travelling on")."""
    for _ in range(3):
        bare = token.tag_ == "VB" and token.dep_ == "ROOT" and any(c.dep_ in {"nsubj", "csubj"} for c in token.children)
        if bare or token.tag_ in {"VBP", "VBZ"}:
            return not any(c.dep_ in {"aux", "auxpass"} for c in token.children)
        if token.tag_ not in {"VB", "VBG", "IN"} or token.dep_ not in HANGING:
            return False
        token = token.head
    return token.tag_ in {"VBP", "VBZ"} and not any(c.dep_ in {"aux", "auxpass"} for c in token.children)


def _people_counted(token: Token) -> bool:
    """Whether a capitalised plural with a number in front names people that the model does not know: "ninety Uzbeks"."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or not token.lower_.endswith(("s", "ese")):
        return False
    return not token.is_upper and any(c.dep_ == "nummod" and c.i < token.i for c in token.children)


def word_of(token: Token, lexicon: Lexicon) -> str:
    """A lemma, or the kind of thing that stands for a name, a number or a date."""
    known = lexicon.words.get(token.i)
    if known is None:
        known = lexicon.words[token.i] = _word_of(token, lexicon)
    return known


def _word_of(token: Token, lexicon: Lexicon) -> str:
    name = lexicon.page.name_of_token.get(token.i)
    if name is not None:
        return f"<{(name.kind or name.label).lower()}>"
    if token.i in lexicon.dated:
        return "<date>"
    if token.i in lexicon.sums:
        return "<sum>"
    if token.like_num or token.pos_ == "NUM":
        return "<number>"
    if token.pos_ == "PROPN" and token.ent_type_:
        return f"<{token.ent_type_.lower()}>"
    return token.lemma_.lower()
