"""The sentence model: how likely a whole sentence tells an event of a type, whatever its words.

A pattern names its words; what nobody thought of it misses. This model weighs all words of a sentence, their families
and grammatical ties, and proposes a mention where no pattern of the type speaks. It is a logistic regression whose
weights, learnt from the labelled sentences and reports (``scripts/train_sensing.py``), stand in
``patterns/model/sentences.json``. A pattern with the key ``sensed`` puts it to use and says what else must hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from spacy.tokens import Token

from incidents.errors import PatternError
from incidents.events.lexicon import Lexicon, word_of
from incidents.events.scaling import scale_of
from incidents.patterns import Patterns

if TYPE_CHECKING:
    from incidents.annotate import Sentence

MODEL_FILE = "model/sentences.json"


class TypeModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The weights of one event type by feature, and the log-odds of a sentence without any."""

    offset: float
    weights: dict[str, float]


class SentenceModel(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file ``model/sentences.json``."""

    about: str
    types: dict[str, TypeModel]


@dataclass(frozen=True, slots=True)
class Sensed:
    """How likely a sentence tells an event (0 to 1), and the word that says most for it."""

    probability: float
    head: Token


class Sensor:
    """Scores sentences with a model."""

    def __init__(self, model: SentenceModel) -> None:
        self.model = model

    @classmethod
    def load(cls, patterns: Patterns) -> Sensor | None:
        """The sensor of a pattern folder, or None if it ships no model.

        Raises:
            PatternError: the file is no such model.
        """
        if MODEL_FILE not in patterns.files:
            return None
        try:
            return cls(msgspec.json.decode(patterns.path(MODEL_FILE).read_bytes(), type=SentenceModel))
        except msgspec.MsgspecError as error:
            raise PatternError(f"{MODEL_FILE}: {error}; rebuild it with `make sensing-weights`") from None

    def sense(self, sentence: Sentence, lexicon: Lexicon, event_type: str) -> Sensed | None:
        """The reading of one sentence for a type; None when the model does not know the type or any of the words."""
        model = self.model.types.get(event_type)
        if model is None:
            return None
        known = [(model.weights[n], told) for n, told in tied(sentence, lexicon).items() if n in model.weights]
        if not known:
            return None
        scale = scale_of(len(known))
        logit = model.offset + scale * math.fsum(weight for weight, _ in known)
        return Sensed(1 / (1 + math.exp(-logit)), _head(known))


def _head(known: list[tuple[float, frozenset[Token]]]) -> Token:
    """The verb that the weights speak for, with what hangs on it; a noun where there is no verb."""
    said: dict[Token, float] = {}
    for weight, told in known:
        for token in told:
            said[token] = said.get(token, 0.0) + weight / len(told)
    ranked = [(said.get(t, 0.0) + sum(said.get(c, 0.0) for c in t.children), -t.i, t) for t in said]
    verbs = [r for r in ranked if r[2].pos_ == "VERB"] or [r for r in ranked if r[2].pos_ in {"NOUN", "AUX"}] or ranked
    return max(verbs, key=lambda r: r[:2])[2]


def tied(sentence: Sentence, lexicon: Lexicon) -> Mapping[str, frozenset[Token]]:
    """The features of a sentence, and for each the words that it is read from.

    They are words, families, pairs of neighbours and grammatical pairs; a name, number, date or sum counts as its kind.
    """
    found: dict[str, set[Token]] = {}
    for name, told in _features(sentence, lexicon):
        found.setdefault(name, set()).update(told)
    return {name: frozenset(told) for name, told in found.items()}


def _features(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Token, ...]]]:
    tokens = [t for t in sentence.span if not t.is_space and not t.is_punct]
    words = {t.i: word_of(t, lexicon) for t in tokens}
    families = {t.i: lexicon.families.holding(t.lemma_.lower()) for t in tokens}
    for position, token in enumerate(tokens):
        word, own = words[token.i], families[token.i]
        yield f"word:{word}", (token,)
        for family in own:
            yield f"family:{family}", (token,)
        if position + 1 < len(tokens):
            following = tokens[position + 1]
            yield f"pair:{word} {words[following.i]}", (token, following)
        head = token.head
        if head.i == token.i or head.i not in words:
            continue
        above = [words[head.i], *(f"#{family}" for family in families[head.i])]
        below = [word, *(f"#{family}" for family in own)]
        for upper in above:
            for lower in below:
                yield f"tie:{upper}>{token.dep_}>{lower}", (head, token)
