"""One person out of several, and those whom a crowd turns on, who are none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.clues import Group
from incidents.events import roles
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page

ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
RANKS = frozenset({"last", "first", "youngest", "oldest", "eldest"})
PLACES = frozenset({"PLACE", "GPE", "LOC", "place"})
SET_UPON = frozenset({
    "beat", "surround", "attack", "stone", "besiege", "mob", "chase", "assault", "manhandle", "overpower", "thrash", "pelt",
    "kick", "punch", "jostle", "shove", "hit", "drive", "shout", "boo", "corner", "encircle", "push", "trample", "disarm",
})  # fmt: skip


def single(token: Token) -> Quantity | None:
    """One person out of several: "One, a tiler, ran off", "the other, a woman of 34", "the last of the four"."""
    alone = (
        token.lower_ == "one"
        or (token.lower_ == "other" and token.i > 0 and token.nbor(-1).lower_ == "the")
        or ranked(token)
    )
    if not alone or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    return _one(token)


def ranked(token: Token) -> bool:
    """Whether a word tells one person of several by the rank: "the last of the four loggers"."""
    if token.lower_ not in ORDINALS | RANKS or token.i == token.sent.start or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(-1).lower_ == "the" and token.nbor(1).lower_ == "of"  # "a third of the men" is a share


def one_more(verb: Token) -> Group | None:
    """The one more person right before a verb, told by an ordinal alone: "..., and a fourth escaped in June"."""
    if verb.pos_ != "VERB" or verb.i < verb.sent.start + 2:
        return None
    ordinal = verb.nbor(-2) if verb.nbor(-1).pos_ in {"AUX", "ADV"} and verb.i > verb.sent.start + 2 else verb.nbor(-1)
    if ordinal.lower_ not in ORDINALS or ordinal.nbor(-1).lower_ not in {"a", "the"}:
        return None
    return Group(Span(ordinal.idx, ordinal.idx + len(ordinal)), ordinal.lower_, _one(ordinal), False, False)


def without_set_upon(page: Page, people: Iterable[Token]) -> Iterator[Token]:
    """These people, but in place of keepers whom others turn on those others: the traders for the policeman in "a policeman
    was surrounded and beaten by traders"."""
    for token in people:
        if not set_upon(page, token):
            yield token
            continue
        for verb in (token.head, *token.head.conjuncts):
            yield from roles.obliques(verb, "by")


def set_upon(page: Page, token: Token) -> bool:
    """Whether a word names a keeper of order as one whom others beat, surround or chase."""
    if token.dep_ != "nsubjpass" or token.lemma_.lower() not in page.families.words("keepers"):
        return False
    return any(v.lemma_ in SET_UPON for v in (token.head, *token.head.conjuncts))


def named_after_place(page: Page, token: Token) -> bool:
    """Whether a word is the name of a town or a district that was taken for a person's: "fled by way of Perm"."""
    name = page.name_of_token.get(token.i)
    place = name is not None and token.pos_ == "PROPN" and name.label in PLACES
    return place and token.dep_ in {"pobj", "npadvmod"}


def _one(token: Token) -> Quantity:
    return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
