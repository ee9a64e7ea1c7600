"""The count that goes with a noun, as the syntax has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.word_lists import word_list
from incidents.model import Quantity

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

BELONGING = frozenset(
    {
        "family",
        "relative",
        "wife",
        "widow",
        "mother",
        "parent",
        "child",
        "husband",
        "friend",
        "colleague",
        "manager",
        "director",
        "head",
        "leader",
        "chief",
        "sister",
        "brother",
        "son",
        "daughter",
        "neighbour",
        "neighbor",
        "lawyer",
    }
)  # fmt: skip  "the families of the four" are not four
THINGS = word_list("things")
"""What people belong to, whose number is not theirs."""
COLLECTIVES = word_list("collectives")
SIZE_BEFORE = re.compile(
    r"\b(?:(?:participation|turnout|attendance|(?:their|its) (?:number|numbers|strength)"
    r"|number of (?:participants|protesters"
    r"|strikers|demonstrators|people|those \w+|escapees|fugitives|defectors|workers|men|women))\b[^.;,]{0,30}?"
    r"\b(?:at|as|to|was|were|is|of|reached|exceeded)|(?:group|party|crowd|crew|brigade|they|family) (?:numbers"
    r"|numbered"
    r"|totall?ed|counted|consisted of|comprised|was made up of|amounted to)"
    r"|(?:crowd|ranks|numbers|throng)\b[^.;,]{0,20} (?:swelled|grew|rose|had grown|had swelled|was put|was estimated) (?:to|at)"
    r"|\b(?:i['’]d say|i (?:would )?(?:say|guess|think|counted|saw|reckon)|(?:at|to) a guess,?|by my count,?)"
    r"(?: it was| there were| we were)?"
    r"|(?:puts?|estimated|estimates|gave) (?:the )?(?:protest[eo]rs|demonstrators|strikers|rioters|marchers|crowd|turnout"
    r"|attendance|number|numbers|figure)\b[^.;,]{0,40}? (?:at|as)"
    r"|(?:protest|demonstration|rally|march|riot|strike|sit-in|unrest|revolt|uprising|walkout|stoppage|gathering)\b[^.;]{0,60}?"
    r" (?:drew|attracted|involved|involving|brought out|was joined by|was attended by|attended by|joined by)) $",
    re.IGNORECASE,
)
SIZE_AFTER = re.compile(
    r"^(?: (?:people|persons|men|women|workers|of them|others|in all|or so|employees|labou?rers|residents"
    r"|colleagues)){0,2}"
    r" (?:took part|participated|joined in|were involved|were there|of us|turned out|were on the streets?"
    r"|joined the (?:protest|strike|march|riot|stoppage|walkout|demonstration|rally|uprising|sit-in))\b"
    r"|^(?: (?:people|persons|men|women|others|workers))? (?:in all|all told|altogether)\b",
    re.IGNORECASE,
)


SHARES = frozenset({"fraction-of", "share-of", "most-of"})
THERE_WERE = re.compile(
    r"\b(?:there|they|we) (?:were|are|(?:must|may|might) have been|had been)(?: only| just)? $", re.I
)
ALL = re.compile(r"\ball(?: of the| the)? $", re.I)
THEY_WERE = re.compile(
    r" (?:of them|were|are|was|have|had|remain(?:ed)?|appeared|asked|wished|want(?:ed)?|said|told|arrived|survived)\b"
)
ASIDE_BEFORE = re.compile(r"[,:;–—-] (?:there were )?$")
ASIDE_AFTER = re.compile(
    r" (?:of them|people|persons|men|women|strong|men and women|souls|in (?:all|number))(?: or so| at most| at least| perhaps)?"
    r"(?:, (?:mostly|most|some|all|with|many|women|men|in)\b[^.;]*)?(?:[,:;–—]| -|\.|$)"
)
"""A number set apart from its sentence: "gathered in the yard, some eighty people, and refused"."""
SIZE_CLAUSE = re.compile(
    r"(?: of [^,.;]{1,40}?)?,? \(?(?:who|that|which)? ?(?:now |together |then )?(?:numbers?|numbered|totall?ed"
    r"|(?:may|might|must) have (?:numbered|been)) "
    r"|(?: of [^,.;]{1,40}?)?, (?:who (?:are|were)|of whom there (?:are|were)) ",
    re.I,
)
"""What joins a crowd to its number: "who number", "of whom there are"."""
ASIDE_OPENED = re.compile(r"(?: of [^,.;()]{1,40}?)?(?:,| \(|:| –| —) ?(?:all |all of them |in all |together )?")
HEDGED = re.compile(r"[,–—(]\s?(?P<all>all |all of them |say |at (?:most|least) )?$", re.I)
ASIDE_CLOSED = re.compile(
    r"(?: (?:men|women|people|persons|workers|hands|souls|strong|in (?:all|total|number)|or so"
    r"|altogether))*(?:[,.;:)–—]| –| —)(?! (?:\d|one|two|three|four|five|some)\b)",
    re.I,
)
NEAR = 70  # characters between a noun and the number set beside it
OF_THEM = re.compile(r" (?:of (?:them|us)|in (?:all|total|the (?:group|crowd|party)))\b|,? all told\b", re.I)


def count_of(page: Page, token: Token) -> Quantity | None:
    """The count that modifies a noun ("some 40 loggers", "a group of 29", "Twelve") or null."""
    left = min([t.idx for t in token.lefts] + [token.idx])
    inner = [
        t
        for c in token.children
        if c.dep_ == "prep" and c.lower_ in {"of", "numbering"}
        for t in c.children
        if t.dep_ == "pobj"
        and (t.pos_ == "NUM" or (token.lemma_.lower() not in BELONGING and not collective(t)))
        and not (t.pos_ == "NUM" and token.tag_ in {"NN", "NNP"} and not collective(token))  # "a girl of nine"
        and t.lemma_.lower() not in THINGS  # "the crews of three ships", "workers of two mills"
    ]
    best: Quantity | None = None
    for quantity in page.quantities:
        if quantity.start <= token.idx < quantity.end and quantity.rule.split("/")[1] in SHARES:
            return quantity  # the "third" of "a third of the 150 men"
        inside = left <= quantity.start and quantity.end <= token.idx + len(token)
        ends_here = (
            quantity.end <= token.idx
            and token.idx - quantity.end < 40
            and quantity.start >= left - 25
            and modifies(page, quantity, token)
        )
        if inside or ends_here or any(max(left, i.idx - 25) <= quantity.start <= i.idx for i in inner if not best):
            best = (
                quantity
                if best is None or (best.rule.startswith("vague") and not quantity.rule.startswith("vague"))
                else best
            )
    return best


def told_beside(page: Page, token: Token) -> Quantity | None:
    """The number set beside a noun for several people: "the crew, eleven men, ...", "workers, who number about 120, ...",
    "the boys of the third company, perhaps eighty, ..."."""
    if token.pos_ not in {"NOUN", "PROPN"} or not (collective(token) or token.tag_ in {"NNS", "NNPS"}):
        return None
    beside = [c for c in token.children if c.dep_ == "appos" and c.i > token.i]
    size = [c for c in (*token.children, *token.head.children) if c.lower_ in {"numbering", "totalling", "totaling"}]
    beside += [n for c in size if token.i < c.i < token.i + 4 for n in c.children]
    for noun in beside:
        if noun.pos_ == "NUM" or noun.tag_ in {"NNS", "NNPS"}:
            own = next((q for q in page.quantities if q.start <= noun.idx < q.end), None) or count_of(page, noun)
            if own is not None and own.minimum and not page.text.startswith((" of them ", " of whom "), own.end):
                return own  # "12 of them women" tells only of some
    end = token.idx + len(token)
    near = [q for q in page.quantities if end < q.start < end + NEAR and (q.minimum or 0) > 1]
    return next((q for q in near if _set_beside(page, end, q)), None)


def _set_beside(page: Page, end: int, quantity: Quantity) -> bool:
    before, after = page.text[end : quantity.start], page.text[quantity.end : quantity.end + 40]
    if SIZE_CLAUSE.fullmatch(before):
        return True
    if ASIDE_CLOSED.match(after) is None:
        return False
    return ASIDE_OPENED.fullmatch(before) is not None or _hedged(quantity, before)


def _hedged(quantity: Quantity, before: str) -> bool:
    """Whether a number is put in as an estimate or a sum: "sat down on their goods, perhaps forty, and"."""
    found = HEDGED.search(before)
    return found is not None and (quantity.approx or found["all"] is not None)


def modifies(page: Page, quantity: Quantity, token: Token) -> bool:
    """Whether a word of the count hangs on the noun, directly or by one word between, or is the noun itself."""
    return any(
        t.head == token or t.head.head == token or t == token for t in page.tokens_of(quantity.start, quantity.end)
    )


def collective(token: Token) -> bool:
    """Whether a singular noun means several people ("crew", "family")."""
    return token.lemma_.lower() in COLLECTIVES


def size_told(page: Page, sentence: Sentence) -> Quantity | None:
    """How many took part, where a sentence says just that: "dozens took part", "the group numbers 44"."""
    for quantity in page.quantities:
        if sentence.start <= quantity.start < sentence.end and quantity.minimum:
            before = page.text[sentence.start : quantity.start]
            after = page.text[quantity.end : sentence.end]
            there = THERE_WERE.search(before) and OF_THEM.match(after)
            whole = ALL.search(before) and THEY_WERE.match(after) and quantity.minimum > 1
            aside = ASIDE_BEFORE.search(before) and ASIDE_AFTER.match(after)
            put_in = quantity.minimum > 1 and _hedged(quantity, before) and ASIDE_CLOSED.match(after)
            if there or whole or aside or put_in or SIZE_BEFORE.search(before) or SIZE_AFTER.match(after):
                return quantity
    return None
