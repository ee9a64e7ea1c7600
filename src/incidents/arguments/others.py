"""Whether words speak of others of a kind: one more, the rest, some or one of those spoken of."""

from __future__ import annotations

from spacy.tokens import Token

from incidents.arguments.telling_words import BUNDLES, CROWDS, DEFINITE, KIN, OTHER_THINGS, PARTS, RANKED
from incidents.events import roles

SUBJECT = frozenset({"nsubj", "nsubjpass", "conj", "ROOT"})
NEXT = frozenset({"another", "second", "third", "fourth", "fifth", "separate", "similar", "further"})

AMONG = (
    ("among", "them"), ("amongst", "them"), ("among", "whom"), ("including",), ("one", "of", "them"), ("some", "of", "them"),
    ("two", "of", "them"), ("most", "of", "them"),
)  # fmt: skip
"""What singles out one or some of the people just counted."""


def more(token: Token) -> bool:
    """Whether this is one more of its kind: "another", "a third", "20 other men", "two more", "only the fourth such".

    "The other two" are the rest of a number already told: see :func:`rest`.
    """
    marks = {c.lower_ for c in token.children if c.i < token.i}
    marks |= {g.lower_ for c in token.children if c.dep_ == "nummod" for g in c.children}  # "two more bombs"
    if token.lower_ in OTHER_THINGS or rest(token):
        return False
    if token.dep_ in {"appos", "attr"} or (token.dep_ not in SUBJECT and _after_comma(token)):
        return False  # "They blocked the road, the third such protest since May", "it is the third such protest"
    if marks & NEXT:
        return True
    if "other" in marks and token.tag_ in {"NNS", "NNPS"} and "among" not in {token.head.lower_}:
        return True
    if any(t.lower_ == "another" for c in token.children if c.lower_ in {"from", "of", "in", "at"} for t in c.subtree):
        return True
    if token.i > 0 and token.nbor(-1).lower_ == "than":
        return False
    added = "other" in marks or ("more" in marks and "than" not in marks) or token.lower_ in {"others", "more"}
    number = any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM"
    return added and (number or "the" in marks)


def _after_comma(token: Token) -> bool:
    return token.left_edge.i > token.sent.start and token.left_edge.nbor(-1).text == ","


def rest(token: Token) -> bool:
    """Whether this is what is left of a number already told: "the other four", "the others", "the third one"."""
    marks = {c.lower_ for c in token.children if c.i < token.i}
    return "the" in marks and ("other" in marks or token.lower_ in {"other", "others", "rest"})


def relative(token: Token) -> bool:
    """Whether somebody is told by whose relation he is: "her brother", "the driver's wife"."""
    return token.lemma_.lower() in KIN and any(c.dep_ == "poss" for c in token.children)


def partial(token: Token) -> bool:
    """Whether these are some of people already spoken of: "five of those who", "two of the men", "most of them"."""
    number, wholes = token, [t for t in roles.obliques(token, "of") if t.i > token.i]
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        number, wholes = token.head.head, [token]
    if not (number.pos_ == "NUM" or number.lower_ in PARTS):
        return False
    return any(t.lower_ in {"them", "those", "these"} or {c.lower_ for c in t.children} & DEFINITE for t in wholes)


def crowd(token: Token) -> bool:
    """Whether this is a number of people told as new: "hundreds", "dozens of women", but not "dozens of them"."""
    return token.lower_ in CROWDS and not partial(token)


def one_of(token: Token) -> bool:
    """Whether this is one of several: "the first explosion", "one blast", "one of the mines", "the last of them"."""
    if any(c.lower_ in RANKED for c in token.children if c.i < token.i):
        return True
    return token.lower_ in RANKED and any(c.lower_ == "of" for c in token.children)


def counted(token: Token) -> bool:
    """Whether these are counted or come as a bundle: "three bombs", "a series of blasts"."""
    if any(c.dep_ == "nummod" for c in token.children):
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in BUNDLES


def singled_out(edge: Token) -> Token | None:
    """The noun for the people of whom a phrase tells only one or some; ``edge`` is the first word of the phrase.

    "Nine inmates" for "a girl" in "nine inmates, among them a girl, ...". Null where nobody is singled out.
    """
    doc, start = edge.doc, edge.sent.start
    for words in AMONG:
        at = (edge.i, edge.i - len(words))
        opened = (i for i in at if i - 2 >= start and tuple(t.lower_ for t in doc[i : i + len(words)]) == words)
        first = next((i for i in opened if doc[i - 1].text == ","), None)
        if first is None:
            continue
        before = doc[first - 2]
        while before.dep_ == "pobj" and before.head.dep_ == "prep" and before.head.head.pos_ in {"NOUN", "NUM"}:
            before = before.head.head  # "eight inmates of the mine, among them ..."
        return before if before.tag_ in {"NNS", "NNPS"} or before.pos_ == "NUM" else None
    return None
