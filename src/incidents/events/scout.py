"""The scout: sentences that tell an event in words that no pattern knows.

Patterns name the words of an event; reports often tell it without any of them ("the gate stood open and eleven bunks
were empty"). The scout is a logistic regression over the words, word families, word pairs, grammatical pairs and kinds
of names of a sentence. Where it is sure enough that a sentence tells an event of a type, and no pattern has proposed
one there, it proposes a mention. From there on that mention is treated like any other: qualifiers and classifier judge
it. The model is a JSON file of weights that ``make model`` writes from labelled reports (``incidents.train.scouting``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.errors import PatternError
from incidents.events import roles, words
from incidents.events.definitions import EventPattern, EventType, learnt_pattern
from incidents.events.judge import Readings
from incidents.events.lexicon import Lexicon, word_of
from incidents.events.match import Proposal, Scene
from incidents.events.scaling import gentle_scale_of
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

# Verbs of those who tell of an event, see it, put a figure on it or wish for it: they never are the event.
WITNESSED = frozenset(
    [
        "say", "tell", "add", "note", "explain", "recall", "remember", "mention", "describe", "report", "state", "claim", "write",
        "quote", "confirm", "announce", "emphasise", "emphasize", "stress", "relate", "admit", "acknowledge", "see", "hear",
        "watch", "notice", "observe", "witness", "know", "think", "believe", "suppose", "suspect", "assume", "understand",
        "estimate", "reckon", "guess", "want", "wish", "hope", "seem", "appear", "mean", "accord", "concern", "include",
    ]
)  # fmt: skip
MODEL_FILE = "model/scout.json"


class ScoutModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/scout.json``.

    ``weights`` gives each feature one weight a type, in the order of ``types``; ``offsets`` likewise. A sentence whose
    probability for a type reaches ``keep`` is proposed.
    """

    about: str
    types: list[str]
    keep: float
    offsets: list[float]
    weights: dict[str, list[float]]


class Scout:
    """Proposes mentions in sentences where no pattern of the type has spoken."""

    def __init__(self, model: ScoutModel, types: Mapping[str, EventType]) -> None:
        self.model = model
        self._patterns = {name: learnt_pattern(types[name]) for name in model.types if name in types}
        self._rivals = {name: _rivals(name, types) for name in types}

    @classmethod
    def load(cls, patterns: Patterns, types: Mapping[str, EventType]) -> Scout | None:
        """The scout of a pattern folder, or None if it ships no model.

        Raises:
            PatternError: the file is no such model.
        """
        model = patterns.model(MODEL_FILE, ScoutModel)
        if model is None:
            return None
        if not model.types or {len(model.offsets), *map(len, model.weights.values())} != {len(model.types)}:
            raise PatternError(f"{MODEL_FILE}: not one number for each of its types; rebuild it with `make model`")
        return cls(model, types)

    def read(self, page: Page, lexicon: Lexicon) -> Readings:
        """The log-odds of each type by sentence; none at all for a page without grammar."""
        if not page.doc.has_annotation("DEP"):
            return ()
        return tuple(self.log_odds(sentence_features(page, s, lexicon)) for s in page.sentences)

    def propose(
        self, page: Page, proposals: Iterable[Proposal], lexicon: Lexicon, readings: Readings
    ) -> list[Proposal]:
        """New proposals in text order, at most one a sentence: of the most likely type that no pattern has named."""
        proposals = list(proposals)
        least = math.log(self.model.keep / (1 - self.model.keep))
        found: list[Proposal] = []
        for sentence, likely in zip(page.sentences, readings, strict=bool(readings)):
            if sentence.section.kind == "boilerplate":
                continue
            name, value = max(likely.items(), key=lambda item: (item[1], item[0]))
            if value < least or name not in self._patterns:
                continue
            if self._spoken(sentence, name, proposals):
                continue
            told = {p.head.i for p in proposals if p.sentence.index == sentence.index}
            if (proposal := self._proposal(page, sentence, self._patterns[name], lexicon, told)) is not None:
                found.append(proposal)
        return found

    def _spoken(self, sentence: Sentence, name: str, proposals: Iterable[Proposal]) -> bool:
        """Whether a pattern has proposed this type in the sentence, or one told with the same words."""
        rivals = self._rivals[name]
        return any(p.sentence.index == sentence.index and p.pattern.event_type in rivals for p in proposals)

    def log_odds(self, features: Sequence[str]) -> dict[str, float]:
        """The log-odds of each type that a sentence with these features tells an event of it."""
        known = [self.model.weights[name] for name in features if name in self.model.weights]
        scale = gentle_scale_of(len(known))
        return {
            name: self.model.offsets[i] + scale * math.fsum(w[i] for w in known)
            for i, name in enumerate(self.model.types)
        }

    def explain(self, page: Page, proposal: Proposal, lexicon: Lexicon, strongest: int = 6) -> list[tuple[str, float]]:
        """The features that made the scout propose a mention, with their part in the log-odds, largest first."""
        features = sentence_features(page, proposal.sentence, lexicon)
        known = [name for name in features if name in self.model.weights]
        column, scale = self.model.types.index(proposal.pattern.event_type), gentle_scale_of(len(known))
        parts = [(f"scout {name}", scale * self.model.weights[name][column]) for name in known]
        return sorted(parts, key=lambda part: (-abs(part[1]), part[0]))[:strongest]

    def _proposal(
        self, page: Page, sentence: Sentence, pattern: EventPattern, lexicon: Lexicon, told: set[int]
    ) -> Proposal | None:
        head = self._head(sentence, pattern.event_type, lexicon, told)
        if head is None:
            return None
        vetoed = Scene(page, head, sentence, lexicon).vetoed(pattern)
        return Proposal(pattern, head, head.idx, head.idx + len(head), sentence, vetoed, weak=False)

    def _head(self, sentence: Sentence, event_type: str, lexicon: Lexicon, told: set[int]) -> Token | None:
        """The verb whose clause speaks most for the type; the first word that does where there is no verb.

        Null where nothing is told but that somebody saw, said or wanted something, or what became of an event that has
        been named (``told``, by the place of its word): "the strike lasted two days".
        """
        column = self.model.types.index(event_type)
        worth: dict[int, float] = {}
        for token in sentence.span:
            known = [self.model.weights[n] for n in word_features(token, lexicon) if n in self.model.weights]
            worth[token.i] = math.fsum(w[column] for w in known)
        verbs = [t for t in sentence.span if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass", "amod"}]
        verbs = [t for t in verbs if not any(c.dep_ == "ccomp" for c in t.children)] or verbs  # no verb of saying
        telling = [t for t in verbs if not _witnesses(t) and told.isdisjoint(s.i for s in roles.subjects(t))]
        if verbs and all(t.dep_ in {"acl", "pcomp"} for t in telling):
            return None
        if not (verbs := telling):
            return max((t for t in sentence.span if not t.is_space), key=lambda t: (worth[t.i], -t.i))
        return max(verbs, key=lambda t: (math.fsum(worth.get(w.i, 0.0) for w in roles.clause(t)), -t.i))


def _witnesses(verb: Token) -> bool:
    """Whether a verb only says who tells of an event, saw it, put a figure on it or wished for it, or is none at all."""
    if words.lemma(verb) in WITNESSED:
        return True
    at = [c for t in verb.subtree if t.lower_ == "at" for c in t.subtree]
    return words.lemma(verb) in {"put", "place", "set"} and any(t.like_num for t in at)  # "put the dead at 13"


def _rivals(name: str, types: Mapping[str, EventType]) -> frozenset[str]:
    """The type itself and those that are told with the same words: a flight told as an escape may be a defection."""
    return frozenset({name, *types[name].accepts, *(n for n, t in types.items() if name in t.accepts)})


def sentence_features(page: Page, sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """What the scout sees of a sentence: named yes-or-no features, sorted, each once."""
    return tuple(sorted(set(_features(page, sentence, lexicon))))


def word_features(token: Token, lexicon: Lexicon) -> Iterator[str]:
    """A word and its families; names, numbers and dates only by their kind."""
    yield f"w:{word_of(token, lexicon)}"
    for family in lexicon.families.holding(token.lemma_.lower()):
        yield f"f:{family}"


def _features(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    tokens = [t for t in sentence.span if not t.is_space and not t.is_punct]
    words = [word_of(t, lexicon) for t in tokens]
    for token in tokens:
        yield from word_features(token, lexicon)
        yield from _grammar(token, lexicon)
    for before, after in pairwise(words):
        yield f"b:{before} {after}"
    if "?" in sentence.text:
        yield "question"
    yield from _kinds(page, sentence)


def _grammar(token: Token, lexicon: Lexicon) -> Iterator[str]:
    """The word under its governor, each by word and by family; auxiliaries and negation on their own."""
    if token.dep_ == "neg":
        yield "negated"
    elif token.dep_ == "aux":
        yield f"aux:{token.lower_}"
    elif token.dep_ == "ROOT":
        yield f"root:{token.tag_}"
    if token.head.i == token.i:
        return
    lower = [word_of(token, lexicon), *(f"/{f}" for f in lexicon.families.holding(token.lemma_.lower()))]
    upper = [word_of(token.head, lexicon), *(f"/{f}" for f in lexicon.families.holding(token.head.lemma_.lower()))]
    for governor in upper:
        for word in lower:
            yield f"d:{governor}>{token.dep_}>{word}"


def _kinds(page: Page, sentence: Sentence) -> Iterator[str]:
    """The kinds of facts that stand in the sentence."""
    spans = [
        *(("date", d.char_start) for d in page.dates),
        *(("count", q.start) for q in page.quantities),
        *(("money", m.start) for m in page.money),
        *((n.kind or n.label.lower(), n.start) for n in page.names),
    ]
    for name, start in spans:
        if sentence.start <= start < sentence.end:
            yield f"n:{name}"
