"""Event patterns against sentences: every place where a type's words stand with the company that the type needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.events import roles, words
from incidents.events.definitions import Condition, EventPattern, EventType
from incidents.events.families import Families
from incidents.events.lexicon import Lexicon
from incidents.events.phrases import Phrase, match_at, may_match, opening_words

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

__all__ = ["VETOES", "Lexicon", "Proposal", "Proposer", "Scene"]

VETOES = frozenset({"figurative", "diplomatic", "weapons_test", "other_sense"})
REACH = {"sentence": 0, "near": 1, "context": 2}  # sentences on either side


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
    elided: bool = False
    """Its verb is left out and stands in the clause before: "two fled on Monday, a third on Tuesday"."""


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
                    openers = opening_words(phrase, families)
                    for word in sorted(openers or ()):
                        self._opened.setdefault(word, []).append((order, pattern, phrase))
                    if openers is None:
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
                elif (
                    proposal.dropped_because in VETOES
                    or (known.weak and not proposal.weak)
                    or (known.dropped_because and not proposal.dropped_because)
                    or _negates(proposal, known)
                ):
                    found[key] = proposal
        return sorted(found.values(), key=lambda p: (p.head.i, p.pattern.id))

    def _in_sentence(self, page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Proposal]:
        tokens = [t for t in sentence.span if not t.is_space]
        spelled = {t.lower_ for t in tokens} | {t.lemma_.lower() for t in tokens}
        belongs = lexicon.around(sentence, 0)
        open_here = [o for o in self._open if may_match(o[2], spelled, belongs)]
        scenes: dict[int, Scene] = {}

        def test(pattern: EventPattern, head: Token, start: int, end: int) -> Iterator[Proposal]:
            scene = scenes.get(head.i)
            if scene is None:
                scene = scenes[head.i] = Scene(page, head, sentence, lexicon)
            return self._test(pattern, scene, start, end)

        for position, token in enumerate(tokens):
            lemma = words.lemma(token)
            if words.is_verb(token):
                for pattern in self._verbs.get(lemma, ()):
                    end = _particle_end(token, pattern.verbs[lemma])
                    if end is not None:
                        yield from test(pattern, token, token.idx, end)
            nouns = {lemma, lexicon.compound(token) or lemma}
            named = token.pos_ in {"NOUN", "PROPN", "ADJ"} or len(nouns) > 1
            if named and token.i not in lexicon.dated:  # "in March" is no march
                for noun in sorted(nouns):
                    for pattern in self._nouns.get(noun, ()):
                        yield from test(pattern, token, token.idx, token.idx + len(token))
            matched: set[str] = set()
            for _, pattern, phrase in self._phrases_at(token, lexicon, open_here):
                if pattern.id in matched or not may_match(phrase, spelled, belongs):
                    continue
                end_index = match_at(phrase, tokens, position, lexicon.holds)
                if end_index is not None:
                    matched.add(pattern.id)
                    run = tokens[position:end_index]
                    head = next((t for t in run if t.pos_ == "VERB"), run[0])
                    yield from test(pattern, head, run[0].idx, run[-1].idx + len(run[-1]))

    def _phrases_at(
        self, token: Token, lexicon: Lexicon, open_here: list[tuple[int, EventPattern, Phrase]]
    ) -> list[tuple[int, EventPattern, Phrase]]:
        """The phrases that this token may open, in the order of the files."""
        spellings = {token.lower_, token.lemma_.lower(), words.lemma(token), lexicon.joined.get(token.i, token.lower_)}
        opened = [phrase for word in spellings if word in self._opened for phrase in self._opened[word]]
        return sorted([*open_here, *opened], key=lambda f: f[0]) if opened else open_here

    def _test(self, pattern: EventPattern, scene: Scene, start: int, end: int) -> Iterator[Proposal]:
        if pattern.where and not any(scene.satisfies(c) for c in pattern.where):
            return
        reason = scene.vetoed(pattern)
        weak = pattern.weak or bool(
            pattern.weak_without and scene.lexicon.around(scene.sentence, 0).isdisjoint(pattern.weak_without)
        )
        yield Proposal(pattern, scene.head, start, end, scene.sentence, reason, weak)


def _negates(proposal: Proposal, known: Proposal) -> bool:
    """Whether a proposal is about the negation that its words add to those of a known one: "has not been given"."""
    return (
        proposal.pattern.states_negation
        and not known.pattern.states_negation
        and not (proposal.dropped_because or proposal.weak)
        and proposal.start <= known.start
        and known.end <= proposal.end
        and (proposal.start, proposal.end) != (known.start, known.end)
    )


class Scene:
    """The surroundings of one trigger, asked by role or scope."""

    def __init__(self, page: Page, head: Token, sentence: Sentence, lexicon: Lexicon) -> None:
        self.page, self.head, self.sentence, self.lexicon = page, head, sentence, lexicon
        self._cache: dict[str, frozenset[str]] = {}

    def satisfies(self, condition: Condition) -> bool:
        return all(self._holds(r, t) for r, t in condition.wanted) and not any(
            self._holds(r, t) for r, t in condition.unwanted
        )

    def vetoed(self, pattern: EventPattern) -> str | None:
        """Why the surroundings rule the pattern out; null if they do not."""
        return next((c.because or "excluded" for c in pattern.unless if self.satisfies(c)), None)

    def _holds(self, role: str, terms: tuple[str, ...]) -> bool:
        if role == "report":
            return self.lexicon.report_holds(terms)
        if role not in self._cache:
            self._cache[role] = self._terms(role)
        return not self._cache[role].isdisjoint(terms)

    def _terms(self, role: str) -> frozenset[str]:
        """What the words in this role or scope belong to."""
        if role in REACH:
            return self.lexicon.around(self.sentence, REACH[role])
        return frozenset[str]().union(*map(self.lexicon.terms, self._tokens(role)))

    def _tokens(self, role: str) -> list[Token]:
        if role in {"verb", "noun"}:
            return [self.head]
        if role == "subject":
            found = roles.subjects(self.head) or roles.before(self.head)
            who = next((c for c in self.head.children if c.lower_ == "who"), None)
            if who is not None:  # whatever noun the parser hung the clause on, "who" is a person
                return [t for t in found if self.lexicon.holds(t, "people")] or [who]
            return found
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
        return roles.obliques(self.head, role)


def _particle_end(token: Token, options: tuple[tuple[str, ...], ...]) -> int | None:
    """The end offset of a verb with one of its particles, or None when none of the options fits."""
    best: int | None = None
    for particles in options:
        end = token.idx + len(token)
        fits = True
        for particle in particles:
            match = next((c for c in token.children if c.lower_ == particle or words.lemma(c) == particle), None)
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
