"""Event patterns against sentences: every place where a type's words stand with the company that the type needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import roles
from incidents.events.definitions import Condition, EventPattern, EventType
from incidents.events.families import Families
from incidents.events.phrases import Phrase, match_at, opening_words

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

VETOES = frozenset({"figurative", "diplomatic", "weapons_test", "other_sense"})
PRONOUNS = frozenset("he she they we i him her them who us these those everybody everyone nobody none all whoever".split())
PERSONAL = re.compile(r"(?:wom[ae]n|[a-z]{2}m[ae]n|[a-z]{2}(?:ist|cian|eer|herd|smith|wright)|keeper|maker|(?:in|work|class|team|room|ship|cell|house)mate|boy|girl|folk|[a-z]{3}(?:[^aeiou]er|[aeiou][rnsv]er|tor))s?$")
IMPERSONAL = frozenset(
    "human career pioneer list twist waist wrist heist checklist playlist specimen regimen acumen number paper letter order power container "
    "trailer boiler tower corner winter summer danger dinner cancer computer november october september december river border water weather "
    "matter center quarter disaster slaughter laughter shelter chapter factor sector reactor tractor doctor motor monitor router server "
    "newsletter helicopter bulldozer trawler freighter tanker steamer liner cutter bunker locker hammer ladder bladder powder gunpowder "
    "shoulder cylinder transformer compressor burner cooker cracker firecracker rubber timber lumber chamber member ember clutter "
    "shutter gutter filter meter kilometer kilometre centimeter character crater theater theatre counter encounter register semester "
    "printer poster blister cluster monster master quarter fever river silver lever clover cover discover gender tender thunder "
    "remainder reminder murder tinder render finger anger hunger danger trigger manner banner corner liner dollar copper pepper "
    "slipper zipper whisper temper buffer differ offer layer player prayer drawer tower power shower flower lower vector conductor "
    "indicator generator capacitor detonator incinerator escalator elevator radiator refrigerator calculator mirror error terror horror "
    "tumor rumor humor harbor".split()
)  # nouns whose ending only looks like a person's
PLACE_LABELS = frozenset({"PLACE", "COUNTY", "DISTRICT", "PROVINCE", "GPE", "REGION"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pattern that fits: its head word, the words of the trigger, and why it is to be dropped, if it is."""

    pattern: EventPattern
    head: Token
    start: int
    end: int
    sentence: Sentence
    dropped_because: str | None
    weak: bool


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
            return token.lemma_.lower() == word or token.lower_ == word or self.joined.get(token.i) == word
        if term.startswith("kind:"):
            name = self.page.name_of_token.get(token.i)
            return name is not None and name.kind == term[5:]
        if term not in self.families:
            return self._built_in(token, term)
        family = self.families[term]
        if token.lemma_.lower() in family.words or token.lower_ in family.words or self.joined.get(token.i) in family.words:
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
                or _personal(token)
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


class Proposer:
    """Finds proposals of every type; built once for a set of event types."""

    def __init__(self, types: Mapping[str, EventType], families: Families) -> None:
        self.families = families
        self.types = types
        self._verbs: dict[str, list[EventPattern]] = {}
        self._nouns: dict[str, list[EventPattern]] = {}
        self._opened: dict[str, list[tuple[int, EventPattern, Phrase]]] = {}  # by a word that can open the phrase
        self._open: list[tuple[int, EventPattern, Phrase]] = []  # those that any word may open
        for event_type in types.values():
            for pattern in event_type.patterns:
                for verb in pattern.verbs:
                    self._verbs.setdefault(verb, []).append(pattern)
                for noun in pattern.nouns:
                    self._nouns.setdefault(noun, []).append(pattern)
                for phrase in pattern.phrases:
                    order = len(self._open) + sum(map(len, self._opened.values()))
                    words = opening_words(phrase, families)
                    for word in sorted(words or ()):
                        self._opened.setdefault(word, []).append((order, pattern, phrase))
                    if words is None:
                        self._open.append((order, pattern, phrase))

    def propose(self, page: Page, lexicon: Lexicon) -> list[Proposal]:
        """Proposals in text order; of several of one type on one head word the first that holds is kept."""
        found: dict[tuple[str, int], Proposal] = {}
        for sentence in page.sentences:
            if not page.doc.has_annotation("DEP"):
                break
            for proposal in self._in_sentence(page, sentence, lexicon):
                key = (proposal.pattern.event_type, proposal.head.i)
                known = found.get(key)
                if known is None:
                    found[key] = proposal
                elif known.dropped_because in VETOES:
                    continue
                elif proposal.dropped_because in VETOES or (known.weak and not proposal.weak) or (
                    known.dropped_because and not proposal.dropped_because
                ):
                    found[key] = proposal
        return sorted(found.values(), key=lambda p: (p.head.i, p.pattern.id))

    def _in_sentence(self, page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Proposal]:
        tokens = [t for t in sentence.span if not t.is_space]
        for position, token in enumerate(tokens):
            lemma = token.lemma_.lower()
            if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
                for pattern in self._verbs.get(lemma, ()):
                    end = _particle_end(token, pattern.verbs[lemma])
                    if end is not None:
                        yield from self._test(page, pattern, token, token.idx, end, sentence, lexicon)
            nouns = {lemma, lexicon.joined.get(token.i, lemma)}
            if token.pos_ in {"NOUN", "PROPN", "ADJ"} or len(nouns) > 1:
                for noun in sorted(nouns):
                    for pattern in self._nouns.get(noun, ()):
                        yield from self._test(page, pattern, token, token.idx, token.idx + len(token), sentence, lexicon)
            matched: set[str] = set()
            for _, pattern, phrase in self._phrases_at(token, lexicon):
                if pattern.id in matched:
                    continue
                end_index = match_at(phrase, tokens, position, lexicon.holds)
                if end_index is not None:
                    matched.add(pattern.id)
                    words = tokens[position:end_index]
                    head = next((t for t in words if t.pos_ == "VERB"), words[0])
                    yield from self._test(page, pattern, head, words[0].idx, words[-1].idx + len(words[-1]), sentence, lexicon)

    def _phrases_at(self, token: Token, lexicon: Lexicon) -> list[tuple[int, EventPattern, Phrase]]:
        """The phrases that this token may open, in the order of the files."""
        found = list(self._open)
        for word in {token.lower_, token.lemma_.lower(), lexicon.joined.get(token.i, token.lower_)}:
            found.extend(self._opened.get(word, ()))
        return sorted(found, key=lambda f: f[0])

    def _test(
        self, page: Page, pattern: EventPattern, head: Token, start: int, end: int, sentence: Sentence, lexicon: Lexicon
    ) -> Iterator[Proposal]:
        scene = _Scene(page, head, sentence, lexicon, start, end)
        if pattern.where and not any(scene.satisfies(c) for c in pattern.where):
            return
        reason = next((c.because or "excluded" for c in pattern.unless if scene.satisfies(c)), None)
        weak = pattern.weak or bool(pattern.weak_without and not lexicon.any_holds(list(sentence.span), pattern.weak_without))
        yield Proposal(pattern, head, start, end, sentence, reason, weak)


class _Scene:
    """The surroundings of one trigger, asked by role or scope."""

    def __init__(self, page: Page, head: Token, sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> None:
        self.page, self.head, self.sentence, self.lexicon = page, head, sentence, lexicon
        self.start, self.end = start, end
        self._cache: dict[str, list[Token]] = {}

    def satisfies(self, condition: Condition) -> bool:
        return all(self._holds(r, t) for r, t in condition.wanted) and not any(self._holds(r, t) for r, t in condition.unwanted)

    def _holds(self, role: str, terms: tuple[str, ...]) -> bool:
        if role == "report":
            return self.lexicon.report_holds(terms)
        if role not in self._cache:
            self._cache[role] = self._tokens(role)
        return self.lexicon.any_holds(self._cache[role], terms)

    def _tokens(self, role: str) -> list[Token]:
        if role in {"verb", "noun"}:
            return [self.head]
        if role == "subject":
            return roles.subjects(self.head) or roles.before(self.head)
        if role == "object":
            return roles.objects(self.head)
        if role == "comp":
            return roles.complements(self.head)
        if role == "governor":
            return roles.governors(self.head)
        if role == "mod":
            return roles.modifiers(self.head)
        if role == "modified":
            return roles.modified(self.head)
        if role == "det":
            return roles.determiners(self.head) + [t for t in roles.modifiers(self.head) if t.pos_ == "NUM"]
        if role == "clause":
            return [t for t in roles.clause(self.head) if t is not self.head]
        if role == "sentence":
            return [t for t in self.sentence.span if t is not self.head]
        if role in {"near", "context"}:
            reach = 1 if role == "near" else 2
            sentences = self.page.sentences[max(0, self.sentence.index - reach) : self.sentence.index + reach + 1]
            return [t for s in sentences for t in s.span if t is not self.head]
        return roles.obliques(self.head, role)


def _personal(token: Token) -> bool:
    """Whether the ending of a noun tells that it names a person ("longshoreman", "cellist", "goatherd")."""
    return token.pos_ == "NOUN" and token.lower_ not in IMPERSONAL and PERSONAL.search(token.lower_) is not None


def _particle_end(token: Token, options: tuple[tuple[str, ...], ...]) -> int | None:
    """The end offset of a verb with one of its particles, or None when none of the options fits."""
    best: int | None = None
    for particles in options:
        end = token.idx + len(token)
        fits = True
        for particle in particles:
            match = next((c for c in token.children if c.lower_ == particle or c.lemma_.lower() == particle), None)
            if match is None:
                window = token.doc[token.i + 1 : token.i + 4]
                match = next((t for t in window if t.lower_ == particle and t.sent == token.sent), None)
            if match is None:
                fits = False
                break
            if match.i > token.i and match.i - token.i < 8:
                end = max(end, match.idx + len(match))
        if fits:
            best = end if best is None else max(best, end)
    return best
