"""People who are listed together: "two painters and their supervisor", "with his wife and two sons"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.count_of import collective, count_of, modifies
from incidents.arguments.enumeration import OWNERS, listed, stretch_of
from incidents.arguments.offspring import offspring
from incidents.events import roles
from incidents.events.match import Lexicon
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page

KIN = frozenset({
    "wife", "husband", "son", "daughter", "child", "mother", "father", "brother", "sister", "parent", "grandmother",
    "grandfather", "family", "colleague", "friend", "boy", "girl", "fiancee", "fiance", "nephew", "niece", "cousin",
    "sibling", "twin", "baby", "companion", "uncle", "aunt", "grandson", "granddaughter", "girlfriend", "boyfriend",
})  # fmt: skip
AT_LEAST = "at-least"
# Those in charge, who are counted when they leave with their people: "twelve waitresses fled with their manager".
LEADERS = frozenset({
    "manager", "leader", "foreman", "boss", "supervisor", "captain", "skipper", "interpreter", "coach", "commander",
    "director", "overseer", "chief", "head", "trainer", "minder", "man", "woman",
})  # fmt: skip
LEAVING = frozenset({
    "flee", "escape", "defect", "leave", "disappear", "vanish", "run", "go", "cross", "arrive", "come", "walk", "slip",
    "miss", "be", "abscond", "desert", "get", "reach",
})  # fmt: skip
TAKING = frozenset({"bring", "take", "lead", "smuggle", "carry"})
HELPERS = frozenset({
    "broker", "customer", "client", "smuggler", "guide", "trafficker", "helper", "missionary", "pastor", "hand", "people",
})  # fmt: skip
"""Who goes along for money or mercy and is none of those who flee."""
AID = frozenset({"help", "aid", "assistance", "support", "connivance", "blessing", "guidance", "backing", "money"})
"""What is got from people who do not come along."""
ARTICLES = frozenset({"a", "an", "the", "one"})
REACH = 9  # tokens between two members of a list


def first_of_list(token: Token, lexicon: Lexicon) -> Token:
    """The first person of the list that a noun ends: "miners" for "wives" in "60 miners and their wives"."""
    joint = _joined_before(token) or _comma_before(token)
    if joint is None:
        return token
    for word in reversed(token.doc[max(token.sent.start, joint.i - REACH) : joint.i]):
        if word.pos_ in {"VERB", "AUX"}:
            break
        if word.pos_ in {"NOUN", "PROPN"} and lexicon.any_holds([word], ("people",)):
            return first_of_list(word, lexicon)
    return token


def _comma_before(token: Token) -> Token | None:
    """The comma in front of kin in the middle of a list: "a diplomat, his wife and two children"."""
    if token.lemma_.lower() not in KIN or token.i < token.sent.start + 2:
        return None
    owner = token.nbor(-1)
    while (owner.pos_ in {"NUM", "ADJ"} or owner.dep_ == "amod") and owner.i > token.sent.start + 1:
        owner = owner.nbor(-1)  # "her two grown daughters"
    comma = owner.nbor(-1) if owner.i > token.sent.start else owner
    return comma if owner.lower_ in OWNERS and comma.text == "," else None


def _joined_before(token: Token) -> Token | None:
    """The "and" in front of a phrase that is owned or counted: "and their wives", "and three boys", "and a cook"."""
    for word in reversed(token.doc[max(token.sent.start, token.i - 5) : token.i]):
        if word.lower_ == "and":
            first = token.doc[word.i + 1]
            return word if first.lower_ in OWNERS | ARTICLES or first.pos_ == "NUM" else None
        if word.pos_ in {"VERB", "AUX", "ADP", "PUNCT"}:
            return None
    return None


def with_company(page: Page, token: Token, head: Token, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """The count of one phrase with those added who are listed beside it or come along."""
    if quantity.minimum is None or quantity.minimum != quantity.maximum:
        return quantity
    extra, last, more = _leader(page, token), quantity.end, False  # ``more``: how many of them is not told
    taken = {quantity.start}
    counted: set[int] = set()
    for other in _company(token, head, lexicon, alone=quantity.minimum == 1):
        if other.i in counted:
            continue
        row = stretch_of(page, other, lexicon)
        together = listed(page, other, lexicon) if row and token.i not in row else None
        least = together is not None and together.maximum is None and not together.approx
        if together is not None and together.minimum and (together.minimum == together.maximum or least):
            again = token.doc[row[0]].pos_ == "PROPN" and token.doc[row[0]] in token.subtree
            extra += (
                together.minimum - again
            )  # "with his wife, son and mother-in-law", "a doctor named Kim and two nurses"
            last, more = max(last, together.end), more or least
            counted |= set(row)
            continue
        count = next(
            (
                q
                for q in page.quantities
                if q.start <= other.idx < q.end
                or (q.end <= other.idx and other.idx - q.end < 24 and modifies(page, q, other))
            ),
            None,
        )
        if count is not None and count.rule.endswith(AT_LEAST) and count.minimum and count.start not in taken:
            more = True
        elif count is not None and (count.start in taken or not count.minimum or count.minimum != count.maximum):
            continue
        if count is None and quantity.minimum < 3 and offspring(other):
            extra, more, last = extra + 2, True, max(last, other.idx + len(other))
            continue
        if count is None and (other.tag_ in {"NNS", "NNPS"} or (collective(other) and other.lemma_ not in {"family"})):
            continue
        if other.lemma_.lower() == "family":
            kin = _family(page, other, lexicon) if quantity.minimum == 1 and not extra else None
            if kin is not None:
                return kin
            continue
        extra += (count.minimum or 0) if count is not None else 1
        last = max(last, other.idx + len(other))
        taken.add(count.start if count is not None else other.idx)
    if not extra:
        return quantity
    total = quantity.minimum + extra
    return Quantity(
        quantity.start, quantity.end, page.text[quantity.start : quantity.end], total, None if more else total,
        quantity.approx, "listed persons",
    )  # fmt: skip


def _family(page: Page, family: Token, lexicon: Lexicon) -> Quantity | None:
    """One person and a family, whose number may be told: "with his family", "with her family of five"."""
    if family.tag_ != "NN" or not any(c.lower_ in OWNERS for c in family.children):
        return None
    told = count_of(page, family)
    if told is not None and told.start > family.idx:
        return told
    if told is not None or listed(page, family, lexicon) is not None:
        return None
    return Quantity(family.idx, family.idx + len(family), family.text, 2, None, False, "one person and family")


def _company(token: Token, head: Token, lexicon: Lexicon, *, alone: bool) -> Iterator[Token]:
    """Those beside the first person, each once."""
    same = [t for t in token.children if t.dep_ == "appos" and not _own_kin(t)]
    seen = {token.i} | {c.i for t in same for c in (t, *t.conjuncts) if not _own_kin(c)}
    for other in _beside(token, head, lexicon):
        if _of_their_own(other) and other.i > token.i and other.head.lower_ == "with" and other.i not in seen:
            seen.add(other.i)
            yield other
        if other.i in seen or other.ent_type_ in {"GPE", "ORG", "DATE", "NORP"} or other.pos_ not in {"NOUN", "PROPN"}:
            continue
        if other.head.dep_ == "prep" and other.head.head.lemma_.lower() in AID:
            continue  # "with the help of an uncle"
        if token.i < other.i and any(
            t.lemma_ == head.lemma_ and t != head and not (t.dep_ == "relcl" and t.head == token)
            for t in token.doc[token.i : token.sent.end]
        ):
            continue  # "a worker defected in May and two soldiers defected in June": each clause has its own people
        listed = other.i > token.i and (other in token.conjuncts or first_of_list(other, lexicon) == token)
        if any(t.lower_ in {"among", "including"} for t in other.doc[max(token.i, other.i - 4) : other.i]):
            continue  # "with four others, among them an aunt"
        kin = other.lemma_.lower() in KIN
        counted = (
            any(c.pos_ == "NUM" for c in other.children) and other.lemma_.lower() in lexicon.families["people"].words
        )
        if (
            (alone and counted and (other.dep_ == "pobj" or _after_pronoun(other)))
            or (listed and (alone or kin or lexicon.any_holds([other], ("people",))))
            or (alone and (kin or _fellow(other, head, lexicon)))
            or (kin and other.dep_ == "pobj" and other.head.lower_ == "with" and other.head.head == token)
            or (kin and _brought(other) and head.lemma_ in LEAVING)
            or _leads(other, head)
        ):
            seen.add(other.i)
            yield other


def _fellow(other: Token, head: Token, lexicon: Lexicon) -> bool:
    """Whether somebody goes along who is told as new: "with a cook", "together with another soldier"."""
    along = other.dep_ == "pobj" and other.head.lower_ == "with" and other.tag_ == "NN"
    new = any(c.lower_ in {"a", "an", "another", "one"} for c in other.children) and not collective(other)
    words = lexicon.families["people"].words
    return along and new and head.lemma_ in LEAVING and other.lemma_ in words and other.lemma_ not in HELPERS


def _brought(other: Token) -> bool:
    """Whether one of kin comes along with several: "a couple fled together with their son"."""
    along = other.dep_ == "pobj" and other.head.lower_ == "with" and other.tag_ == "NN"
    return along and any(c.lower_ == "their" for c in other.children)


def _of_their_own(number: Token) -> bool:
    """Whether a number is taken from people who are the doers' own: "with five of their waitresses"."""
    whole = [t for t in roles.obliques(number, "of") if t.i > number.i] if number.pos_ == "NUM" else []
    return any(t.tag_ == "NNS" and any(c.lower_ in OWNERS for c in t.children) for t in whole)


def _after_pronoun(other: Token) -> bool:
    """Whether a number of people follows its "with him": "fled, and with him three others"."""
    before = [t.lower_ for t in other.doc[max(other.sent.start, other.i - 5) : other.i]]
    return any(pair in (("with", "him"), ("with", "her")) for pair in pairwise(before))


def _leads(other: Token, head: Token) -> bool:
    """Whether somebody in charge leaves with the people: "along with the man in charge of them"."""
    if other.lemma_.lower() not in LEADERS or other.dep_ != "pobj" or other.tag_ != "NN" or head.lemma_ not in LEAVING:
        return False
    company = other.head.head
    if company.pos_ == "VERB" and company.lemma_ not in LEAVING:  # "clashed with their manager and left"
        return False
    owned = any(c.lower_ in OWNERS for c in other.children)
    return owned or any(c.lower_ == "in" and c.nbor(1).lower_ == "charge" for c in other.children)


def _leader(page: Page, token: Token) -> float:
    """1 for the one named before a count of those who went along: "Ahn and five of his relatives"."""
    first = token.doc[token.i - 2] if token.i >= token.sent.start + 2 else token
    joined = first != token and first.nbor(1).lower_ == "and" and token.pos_ == "NUM"
    named = first.pos_ == "PROPN" and first.i not in page.name_of_token and first.ent_type_ in {"PERSON", ""}
    owned = any(c.dep_ == "poss" and c.lower_ in OWNERS for t in token.children for n in t.children for c in n.children)
    return 1.0 if joined and named and owned else 0.0


def _own_kin(token: Token) -> bool:
    """Whether a noun after a comma names kin, and not the same person again: "a mother, her two daughters"."""
    return token.lemma_.lower() in KIN and any(c.lower_ in OWNERS for c in token.children)


def _deeds(token: Token, head: Token) -> list[Token]:
    """The event's verb and those that it is joined to with the same doers: "left with his wife and defected"."""
    found = [head]
    above = head
    while above.dep_ == "conj" and above.head.pos_ == "VERB" and not _has_subject(above):
        above = above.head
        found.append(above)
    if token.head in found:
        found += [c for c in head.children if c.dep_ == "conj" and c.pos_ == "VERB" and not _has_subject(c)]
    return found


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _beside(token: Token, head: Token, lexicon: Lexicon) -> Iterator[Token]:
    yield from token.conjuncts
    yield from (c for c in head.children if c.dep_ == "conj" and c.pos_ == "NOUN" and _after_pronoun(c))
    yield from (
        t
        for t in token.doc[token.i + 1 : token.i + 1 + REACH]
        if t.sent == token.sent and first_of_list(t, lexicon) == token
    )
    for base in (*_deeds(token, head), token):
        for preposition in ("with", "together"):
            for along in roles.obliques(base, preposition):
                yield along
                yield from along.conjuncts if along.lower_ in {"him", "her"} else ()
        for child in base.children:
            if child.lower_ in {"together", "along"}:  # "together with his wife"
                yield from roles.obliques(child, "with")
            elif child.lemma_ in {"follow", "accompany"} and child.tag_ == "VBN":
                yield from roles.obliques(child, "by")
    yield from _hung_elsewhere(token, head)
    deeds = _deeds(token, head)
    deeds += [c for d in deeds for c in d.children if c.dep_ == "advcl" and c.tag_ == "VBG" and not _has_subject(c)]
    for deed in deeds:
        for child in deed.children if deed.lemma_ in TAKING else ():
            if child.dep_ == "dobj" and child.lemma_.lower() in KIN and _of_theirs(child):
                yield from (child, *child.conjuncts)


def _hung_elsewhere(token: Token, head: Token) -> Iterator[Token]:
    """Kin after a "with" that the parser hung on what stands before it: "defected to the South with his wife and son"."""
    deeds = _deeds(token, head)
    for along in head.doc[head.i + 1 : head.sent.end - 1]:
        if along.lower_ != "with" or along.nbor(1).lower_ not in OWNERS:
            continue
        above = along.head
        while above.pos_ in {"NOUN", "PROPN", "ADP"} and above.i > head.i:
            above = above.head
        yield from (t for t in along.children if above in deeds and t.dep_ == "pobj" and t.lemma_.lower() in KIN)


def _of_theirs(kin: Token) -> bool:
    """Whether kin is the taker's: "took his wife", "took wife and son along"."""
    bare = kin.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod", "amod"} for c in kin.children)
    return bare or any(c.lower_ in OWNERS for c in kin.children)
