"""How many people the phrases of a harm name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.count_of import collective, count_of
from incidents.arguments.harm import harm_of
from incidents.arguments.harm_words import DEATH, DEATHS, HARMS, KILLING
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page

OTHER = frozenset({"another", "other", "others"})
MORE = frozenset({"more", "further", "additional", "also"}) | OTHER
LATER = re.compile(
    r"\b(?:later|(?:soon|shortly) (?:after|afterwards)|afterwards|also|too|as well|on the way to"
    r"|in (?:the )?(?:hospital|infirmary)"
    r"|of (?:his|her|their) (?:injuries|wounds|burns))\b",
    re.IGNORECASE,
)
AGED = frozenset({"old"})
"""What stands for one person: "a 17-year-old was killed"."""
UNTOLD = frozenset({"number", "toll", "figure", "rest", "majority", "remainder", "total", "count"})
PERSON = re.compile(r"(?:er|or|man|ist|ess|ian|ant|eer|boy|girl|child|mate|kin|maid)$")
ORDINAL = re.compile(r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
ADDED = "/more"
OTHERS = "/other" + ADDED


def marked(quantity: Quantity, mark: str) -> Quantity:
    return replace(quantity, rule=quantity.rule + mark)


def headcount(page: Page, cue: Token, heads: list[Token]) -> Quantity | None:
    """How many the phrases name together; null when one of them does not tell."""
    hurt = harm_of(cue)[0] == "injured"
    people = list(_people([*heads, *_rest_of_row(heads)]))
    if people and _only_nations(people[0], people[1:]):
        people = people[:1]
    found = [q for q in (_number(page, h, hurt=hurt) for h in people) if q is not None]
    if not found:
        return None
    first = found[0]
    more = found[1:] if all(q.minimum and q.minimum == q.maximum for q in found) else []
    total = (
        replace(first, minimum=sum(q.minimum or 0 for q in found), maximum=sum(q.maximum or 0 for q in found))
        if more
        else first
    )
    words = {t.lower_ for h in heads[:1] for t in h.subtree if abs(t.i - h.i) < 5} | {h.lower_ for h in heads[:1]}
    following = (t.i for t in cue.doc[cue.i + 1 : cue.sent.end] if any(c.dep_ == "nsubj" for c in t.children))
    clause = cue.doc[cue.i : min(cue.sent.end, cue.i + 12, next(following, cue.sent.end))].text
    late = cue.lemma_.lower() in DEATH | KILLING and LATER.search(clause)
    if words & OTHER or _others_before(cue, heads):
        return marked(total, OTHERS)
    return marked(total, ADDED) if words & MORE or late else total


def _rest_of_row(heads: list[Token]) -> list[Token]:
    """The rest of a row that the parse takes for a description of its first: "the stallholder, a boy and three shoppers"."""
    if len(heads) != 1 or heads[0].tag_ not in {"NN", "NNP"}:
        return []
    for described in (c for c in heads[0].children if c.dep_ == "appos" and c.tag_ in {"NN", "NNS"}):
        row = [t for t in described.conjuncts if any(c.dep_ in {"det", "nummod"} for c in t.children)]
        if row and any(c.lower_ in {"a", "an", "another"} or c.dep_ == "nummod" for c in described.children):
            return [described, *row]
    return []


def _a_national(token: Token) -> bool:
    """Whether a word names one person by the nation: "a Ukrainian", which the language model may take for a place."""
    return token.ent_type_ in {"NORP", "GPE"} and any(c.lower_ in {"a", "an"} for c in token.children)


def _only_nations(first: Token, others: list[Token]) -> bool:
    """Whether a row only tells where those just counted are from: "three workers, a Pole, a Dane and a Finn"."""
    if not others or first.tag_ not in {"NNS", "NNPS"} or others[0].left_edge.nbor(-1).text != ",":
        return False
    return all(_a_national(t) for t in others)


def _others_before(cue: Token, heads: list[Token]) -> bool:
    """Whether the clause before tells what became of other people: "three men were killed and a woman was crushed to
    death"."""
    cue = cue.head.head if cue.lower_ == "death" else cue
    if cue.dep_ != "conj" or cue.head.pos_ != "VERB" or not heads or heads[0].i < cue.head.i:
        return False
    harm, before = harm_of(cue.head)
    kinds = {h.lemma_.lower() for h in before}
    return harm is not None and bool(kinds) and heads[0].pos_ == "NOUN" and heads[0].lemma_.lower() not in kinds


def _people(heads: list[Token]) -> Iterator[Token]:
    for head in heads:
        if head.dep_ == "appos" and head.head not in heads:
            continue
        counted = head.pos_ == "NUM" and head.dep_ == "dobj"  # "wounding 45" is no date
        if counted or head.lemma_ in AGED or head.ent_type_ not in {"DATE", "TIME", "MONEY"}:
            yield head


def _counted_by(page: Page, total: Token) -> Quantity | None:
    """The number of "a total of 155 people"."""
    inner = [t for c in total.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    return next((q for t in inner if (q := count_of(page, t)) is not None and q.minimum), None)


def _number(page: Page, token: Token, *, hurt: bool) -> Quantity | None:
    lemma, known = token.lemma_.lower(), page.families.words("people") | page.families.words("keepers")
    if token.lower_ in {"them", "they"} and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "both":
        return Quantity(token.idx, token.nbor(1).idx + 4, f"{token.text} both", 2, 2, False, "numeric/both")
    if lemma in UNTOLD and (inner := _counted_by(page, token)) is not None:
        return inner
    exact = next((q for q in page.quantities if q.start <= token.idx < q.end), None)
    if exact is not None:
        return exact
    if (
        hurt
        and not ORDINAL.fullmatch(lemma)
        and token.pos_ in {"NOUN", "PROPN"}
        and not (
            lemma in known | HARMS
            or PERSON.search(lemma)
            or token.ent_type_ in {"NORP", "PERSON"}
            or _a_national(token)
        )
    ):
        return None  # seven burned buses
    found = count_of(page, token)
    if found is not None:
        return found
    if lemma in {"couple", "pair"} and token.tag_ == "NN":
        return Quantity(token.idx, token.idx + len(token), token.text, 2, 2, False, "numeric/couple")
    if token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no":
        return None
    if token.lower_ in {"one", "another", "he", "she", "him", "her", "his"} or (
        ORDINAL.fullmatch(lemma) and not any(c.pos_ == "NOUN" for c in token.children)
    ):
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    if (
        (token.pos_ in {"NOUN", "PROPN"} or (token.dep_ in {"nsubj", "nsubjpass"} and lemma in known | AGED))
        and token.tag_ in {"NN", "NNP", "JJ"}
        and not collective(token)
        and (token.ent_type_ not in {"GPE", "ORG", "DATE", "NORP", "LOC", "FAC"} or _a_national(token) or lemma in AGED)
        and lemma not in UNTOLD | DEATHS | HARMS
        and (lemma in known | AGED or PERSON.search(lemma) or token.ent_type_ == "PERSON" or token.pos_ == "PROPN")
    ):
        return Quantity(token.idx, token.idx + len(token), token.text, 1, 1, False, "one person")
    return None
