"""Whose pay it was: the workforce that a sentence about pay names, or the one that its pronouns point back to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.casualties import casualties_of
from incidents.arguments.clues import Group
from incidents.arguments.count_of import told_beside
from incidents.arguments.enumeration import listed
from incidents.arguments.when import tree_distance
from incidents.events import roles
from incidents.events.lexicon import Lexicon
from incidents.model import Quantity, Span

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

SAYING = frozenset({
    "say", "tell", "state", "report", "explain", "recall", "testify", "estimate", "add", "claim", "stress",
    "complain", "admit", "write", "ask", "answer",
})  # fmt: skip
PLURAL = frozenset({
    "they", "them", "their", "theirs", "these", "those", "we", "us", "our", "ours", "each", "all", "none", "both",
})  # fmt: skip
SINGLE = frozenset({
    "he", "him", "his", "she", "her", "hers",
})  # fmt: skip
ANY_ONE = frozenset({
    "each", "every", "any", "no", "whichever", "whoever", "a", "an", "another", "one", "per",
})  # fmt: skip
NOT_COUNTED = frozenset({
    "month", "week", "year", "day", "hour", "won", "dollar", "yuan", "ruble", "time", "percent", "cent",
    "country", "site", "factory", "other", "half", "people",
})  # fmt: skip
OWING = frozenset({"pay", "owe", "cheat", "short", "dock", "deny", "remunerate", "compensate"})
SOME = frozenset({
    "some", "many", "several", "few", "most",
})  # fmt: skip
ALIKE = frozenset({
    "worker", "man", "woman", "employee", "laborer", "labourer", "staff", "girl", "people", "crew", "korean",
    "north-korean", "koreans", "compatriot",
})  # fmt: skip
CITED = re.compile(
    r"\b(?:according to|told by|interview(?:ed|s) with|interviewed|(?:spoke|spoken|talked|talks|speaks) (?:to|with)|quotes|quoting|citing"
    r"|(?:study|report|survey|account|letter|article|book|paper|testimony)s? (?:by|of|from)) (?:the |these |other )?$",
    re.I,
)
"""What comes before the number of those who only tell the story."""
REACH = 3  # sentences that a pronoun looks back over
CROWD = 5000  # a larger number is a whole population: no pronoun points back to it
Counter = Callable[["Page", Token], Quantity | None]


def workforce_of(page: Page, sentence: Sentence, head: Token, lexicon: Lexicon, count_of: Counter) -> Group | None:
    """The workers of one mention of pay, with their number; null number when the text does not tell it."""
    own = _counted(page, sentence, lexicon, count_of)
    if own:
        token, quantity = min(
            own, key=lambda found: (found[1].rule.startswith("vague"), tree_distance(found[0], head), found[0].i)
        )
        return _group(token, quantity, anaphoric=False)
    named = _named(sentence, head, lexicon)
    pointer = _pointer(sentence, head, named, lexicon)
    if pointer is None:
        return _group(named, None, anaphoric=False) if named is not None else None
    if pointer.lower_ in SINGLE:
        if named is not None and named.tag_ in {"NNS", "NNPS"}:
            return _group(named, None, anaphoric=True)
        return _group(
            pointer,
            Quantity(pointer.idx, pointer.idx + len(pointer), pointer.text, 1, 1, False, "one person"),
            anaphoric=True,
        )
    if pointer.lower_ in PLURAL and (tellers := _counted(page, sentence, lexicon, count_of, tellers=True)):
        token, quantity = tellers[0]  # "the 35 builders say that they are owed ..."
        defined = bool(roles.determiners(token)) or token.head.dep_ == "relcl"
        if defined and any(t == pointer for t in token.head.subtree) and _same_people(pointer, (token, quantity)):
            return _group(token, quantity, anaphoric=False)
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - REACH), -1):
        earlier = page.sentences[index]
        harmed = [q for told in casualties_of(page, earlier) for q in told]
        before = [
            f
            for f in _counted(page, earlier, lexicon, count_of)
            if _same_people(pointer, f)
            and not any(q.start < f[1].end and f[1].start < q.end for q in harmed)
            and not CITED.search(page.text[max(0, f[1].start - 30) : f[1].start])
        ]
        if before:
            token, quantity = max(before, key=lambda found: (not found[1].rule.startswith("vague"), found[0].i))
            return Group(Span(pointer.idx, pointer.idx + len(pointer)), token.lemma_.lower(), quantity, True, True)
    return _group(pointer, None, anaphoric=True)


def _counted(
    page: Page, sentence: Sentence, lexicon: Lexicon, count_of: Counter, *, tellers: bool = False
) -> list[tuple[Token, Quantity]]:
    """Workers with their number, without those who only tell the story (or these) and without the counts of a share."""
    found: list[tuple[Token, Quantity]] = []
    for token in sentence.span:
        if not _worker(token, lexicon) or _tells(token, lexicon) != tellers:
            continue
        quantity = told_beside(page, token) or count_of(page, token)
        quantity = quantity and (listed(page, token, lexicon) or quantity)
        if quantity is None or quantity.rule.endswith(("fraction-of", "most-of")):
            quantity = _whole(token)
        if quantity is None or (quantity.minimum or quantity.maximum or 0) < 2:
            continue
        if any(m.start < quantity.end and quantity.start < m.end for m in page.money):
            continue
        if not tellers and CITED.search(page.text[max(sentence.start, quantity.start - 40) : quantity.start]):
            continue
        found.append((token, quantity))
    return found


def _whole(token: Token) -> Quantity | None:
    """The number that a share was taken of: "half of its 300 workers' pay" is about 300 workers."""
    number = next((c for c in token.children if c.dep_ == "nummod" and c.text.replace(",", "").isdigit()), None)
    if number is None:
        return None
    count = float(number.text.replace(",", ""))
    return Quantity(number.idx, number.idx + len(number), number.text, count, count, False, "number")


def _same_people(pointer: Token, found: tuple[Token, Quantity]) -> bool:
    """Whether a word can point back to these workers: "the miners" only to miners, "the men" and "they" to anybody."""
    token, quantity = found
    if (quantity.minimum or quantity.maximum or 0) >= CROWD:
        return False
    names = {pointer.lemma_.lower(), token.lemma_.lower()}
    return pointer.pos_ not in {"NOUN", "PROPN"} or len(names) == 1 or pointer.lemma_.lower() in ALIKE


def _worker(token: Token, lexicon: Lexicon) -> bool:
    if token.pos_ == "NUM":
        return _stands_for_people(token, lexicon)
    return (
        token.lemma_.lower() not in NOT_COUNTED
        and token.pos_ in {"NOUN", "PROPN"}
        and lexicon.holds(token, "people")
        and not lexicon.holds(token, "keepers")
    )


def _stands_for_people(number: Token, lexicon: Lexicon) -> bool:
    """Whether a bare number is a crowd: "None of the 48 has", "all 80"; not a sum, a date or the count of a noun."""
    if number.i in lexicon.dated or number.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        return False
    after = list(number.doc[number.i + 1 : number.i + 6])
    if after and after[0].lower_ in {"of", "out"} and lexicon.any_holds(after, ("moneyamount", "percent")):
        return False
    of = number.head
    partitive = (
        number.dep_ == "pobj"
        and of.lower_ == "of"
        and of.head.lower_ in {"all", "none", "most", "each", "some", "half", "one", "any", "many"}
    )
    return partitive or number.dep_ in {"nsubj", "nsubjpass"} or any(c.lower_ == "all" for c in number.children)


def _tells(token: Token, lexicon: Lexicon) -> bool:
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head != token.head:
        token = token.head.head
    addressed = token.dep_ in {"dobj", "dative"} and token.head.lemma_ in {"tell", "ask"}
    return (
        (token.dep_ == "nsubj" and token.head.lemma_ in SAYING)
        or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        or (addressed and not lexicon.holds(token, "labour"))
    )


def _named(sentence: Sentence, head: Token, lexicon: Lexicon) -> Token | None:
    named = [
        t for t in sentence.span
        if t.pos_ in {"NOUN", "PROPN"} and lexicon.holds(t, "labour")
        and not lexicon.holds(t, "keepers") and not _tells(t, lexicon)
    ]  # fmt: skip
    return min(named, key=lambda t: (tree_distance(t, head), t.i), default=None)


def _pointer(sentence: Sentence, head: Token, named: Token | None, lexicon: Lexicon) -> Token | None:
    """The word that points back to workers named before: a pronoun, "each" on its own, or "the men"."""
    if named is not None:
        determiners = {t.lower_ for t in roles.determiners(named)}
        defined = any(c.dep_ in {"relcl", "acl"} for c in named.children)
        partitive = named.dep_ == "pobj" and named.head.head.lower_ in SOME
        if determiners & {"the", "these", "those"} and named.tag_ in {"NNS", "NNPS"} and not defined and not partitive:
            return named
        if determiners & ANY_ONE or named.tag_ in {"NNS", "NNPS"}:
            return None
    if any(t.lower_ in {"anyone", "whoever", "anybody"} for t in sentence.span):
        return None
    words = [
        t
        for t in sentence.span
        if ((t.lower_ in PLURAL and not _of_money(t) and not _set_phrase(t)) or (t.lower_ in SINGLE and _is_owed(t)))
        and not _tells(t, lexicon)
    ]
    alone = [
        t
        for t in words
        if not (t.dep_ == "det" and t.head.pos_ == "NOUN" and t.lower_ in {"each", "all", "these", "those", "both"})
    ]
    return min(alone, key=lambda t: (t.lower_ in SINGLE, tree_distance(t, head), t.i), default=None)


def _is_owed(pronoun: Token) -> bool:
    """Whether pay is owed to one person: "he was not paid", "they had not paid him"."""
    return pronoun.dep_ in {"nsubjpass", "dative"} or (pronoun.dep_ == "dobj" and pronoun.head.lemma_ in OWING)


def _set_phrase(word: Token) -> bool:
    """Whether "all" belongs to "at all", "after all", "above all" and points to nobody."""
    return word.lower_ == "all" and word.i > word.sent.start and word.nbor(-1).lower_ in {"at", "after", "above"}


def _of_money(word: Token) -> bool:
    """Whether "none of it", "all of the money" speaks of pay and not of people."""
    inner = [t for c in word.children if c.lower_ == "of" for t in c.children]
    return any(
        t.lower_ in {"it", "that", "this", "money", "pay", "sum", "wage", "salary", "cash"}
        or t.lemma_ in {"wage", "salary"}
        for t in inner
    )


def _group(token: Token, quantity: Quantity | None, *, anaphoric: bool) -> Group:
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in PLURAL
    return Group(
        Span(token.left_edge.idx if token.left_edge.i > token.i - 8 else token.idx, token.idx + len(token)),
        token.lemma_.lower(),
        quantity,
        anaphoric,
        plural,
    )
