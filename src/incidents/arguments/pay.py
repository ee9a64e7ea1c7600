"""Which sum or share of a sentence was owed or taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.when import tree_distance
from incidents.events import roles
from incidents.model import Money

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.events.lexicon import Lexicon

TAKING = frozenset({
    "keep", "confiscate", "deduct", "withhold", "take", "hold", "owe", "pocket", "collect", "dock", "skim",
    "retain", "donate", "contribute", "levy", "hand", "remit", "surrender", "extort", "demand", "charge", "cut",
    "amount", "total", "seize", "garnish", "transfer", "go", "due", "arrear", "pay",
})  # fmt: skip
EARNING = frozenset({
    "earn", "make", "salary", "wage", "receive", "get", "promise", "hire", "leave", "bribe", "fine", "sell",
    "cost", "reward", "offer", "price", "loan", "debt", "worth",
})  # fmt: skip
OWED = frozenset({"earn", "make", "salary", "wage", "promise", "hire", "receive", "get"})
PEOPLE_POINTED = frozenset({"they", "he", "she", "we", "i", "each"})
REACHED = frozenset({"them", "us", "me", "him", "her"})
IT = frozenset({"it", "this", "that", "which", "what", "everything"})

LEFT_BEFORE = re.compile(
    r"\b(?:left (?:\w+ ){0,4}?with|leav(?:es?|ing) (?:the )?\w+ (?:with )?|only|just|merely|nothing (?:but|except)"
    r"|no more than|all (?:\w+ ){1,3}(?:is|was)|pocket money of|an? (?:advance|allowance) of|took home|takes? home"
    r"|what (?:\w+ ){0,4}?(?:reach\w*|gets?|got|sees?|seen|receive[sd]?|given|handed|paid|remains?|left|arrives?|comes?)\b,?"
    r" (?:(?!and\b|but\b)\w+ ){0,6}?(?:is|was)(?: (?:usually|often|rarely|hardly|mostly|never))?"
    r"|(?:handed|gave|given|giving|gives|hands|paid|pays) (?:\w+ )?(?:back|out))"
    r"\s*(?:(?:about|some|around|roughly|nearly|an? average of|less than|more than|at most|barely|perhaps) )?$",
    re.I,
)
NOT_ONE = re.compile(
    r"\b(?:not|never|without|nor|no|hardly|cannot|nobody|none|n['’]t)\b[^.;:!?]{0,40}?"
    r"\b(?:even |so much as |as much as )?(?:a|one|a single|a red|any)\s*$",
    re.I,
)
RAISED_FROM = re.compile(r"\bfrom (?:about |some |around |roughly )?$", re.I)
RAISED_TO = re.compile(
    r"(?: an?| per| each)?(?: day| month| year)? to (?:about |some |around |roughly |as much as )?[\dA-Z$€£¥₩]*\d"
)
LEFT_AFTER = re.compile(
    r"(?: a (?:month|day|year))? (?:in|as) (?:pocket money|an? advance|an? allowance)\b"
    r"|(?: \w+){0,3} (?:to live on|as an advance)\b"
    r"|(?:,? (?:an?|per|each|every) (?:day|month|year))? (?:(?:is|was|are|were) left|remain(?:s|ed)?)"
    r" (?:(?:over )?(?:to|for|with) (?:each|him|her|them|us|the)\b|in their hands?\b)",
    re.I,
)
OTHER_WHOLE = re.compile(
    r" (?:of )?(?:the |an? |their |its |his )?(?:shift|crew|workforce|year|month|day|men|women|workers|team|night|hour"
    r"|time|town|country|dozen)\b",
    re.I,
)
BASE_BEFORE = re.compile(
    r"\b(?:pays?|earns?|earned|makes?|costs?|(?:salar(?:y|ies)|wages?|pay|rate)(?: (?:is|was|of|at|are|were))?)"
    r"(?: \w+){0,3}\s*$",
    re.I,
)
CARRIED = re.compile(
    r"\b(?:(?:of|from) (?:it|that|this|them)|(?:none|any|all|most|part) of (?:it|that|this)"
    r"|(?:it|that|this|the (?:money|sum|rest)) (?:all )?(?:goes|went|stays?|never|was|is|has))\b",
    re.I,
)
TOTALLING = re.compile(
    r"\b(?:arrears?|owed?|owing|in all|in total|altogether|total(?:s|led)?|amount(?:s|ed)? to|add(?:s|ed)? up"
    r"|c(?:omes?|ame) to|debts?|withheld|deduct(?:ed|s)|each|apiece)\b",
    re.I,
)


SPOKEN_OF = re.compile(
    r"\b(?:the|those|their|his|her|its) (?:(?:unpaid|missing|overdue|outstanding|withheld|owed|back|total|combined) )*"
    r"(?:wages?|salar(?:y|ies)|pay|arrears|backlog|sums? owed|money owed)\b",
    re.I,
)


# What work was to bring: "the contract promises them 2,000 yuan", "the yard paid 6,800 zlotys a month for each".
BASE = re.compile(
    r"\b(?:promis\w+|contract(?:s|ed)?|entitle\w*|agreed|hired|recruited|supposed to|due|were to|was to|should have"
    r"|salar(?:y|ies)|wages?|pays?|paid|transfer\w*|remit\w*|bill(?:s|ed)|invoice[sd]?|rate)\b",
    re.I,
)
PROMISED = re.compile(r"\b(?:promis\w+|contract(?:s|ed)?|entitle\w*|agreed|hired|recruited|supposed to)\b", re.I)
GIVEN_BEFORE = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|gives?|gave|giving|pays?|paid|pass(?:es|ed)?) (?:(?:on|out|over|down) )?(?:to )?"
    r"(?:(?:each|every|all|most|some) (?:of )?)?(?:(?:the|their|his|its|these) )?(?:\d[\d,]* )?"
    r"(?:them|us|me|him|her|men|women|workers|labou?rers|man|woman|worker|girls?|crew|welders?|builders?|loggers?|\w{4,}ers|each|everyone)"
    r" (?:(?:only|just|merely|barely|about|some|around|roughly|no more than|at most) )*$",
    re.I,
)

RETAINED = re.compile(r"\b(?:keep\w*|kept|pocket\w*|retain\w*|the (?:rest|remainder|balance|difference))\b", re.I)


def sums_of(page: Page, sentence: Sentence, head: Token, leaning: str | None, lexicon: Lexicon) -> list[Money]:
    """Sums and shares of the sentence, the one that was owed or taken first.

    What the workers were left with is no sum that was owed or taken. For pay that was not handed out (``leaning`` is
    ``specific``) what was promised counts; for pay that was taken, what is earned comes last.
    """
    ranked: list[tuple[float, int, Money]] = []
    for money in _within(page, sentence):
        tokens = page.tokens_of(money.start, money.end)
        if not tokens or _not_one(page, sentence, money) or _former(page, sentence, money):
            continue
        left = _left_over(page, sentence, money)
        if left or _got(tokens[-1], lexicon):
            if money.percent is not None:
                money = replace(money, percent=100 - money.percent, rule="remainder")
            elif left or _of_a_whole(page, sentence, money):
                continue
        if money.rule == "fraction" and OTHER_WHOLE.match(page.text, money.end):
            continue
        if leaning == "specific" and money.percent is not None and not _share_of_pay(tokens, lexicon):
            continue
        weight = tree_distance(tokens[-1], head) + _weight(tokens[0], leaning) - 3 * (money.rule == "part")
        ranked.append((weight, money.start, money))
    if not ranked and sentence.index > 0 and CARRIED.search(sentence.text):
        before = page.sentences[sentence.index - 1]
        if before.paragraph == sentence.paragraph:
            return list(_within(page, before))[-1:]
    return [money for _, _, money in sorted(ranked, key=lambda r: (r[0], r[1]))]


def _share_of_pay(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a share is said to be one of pay, or to have been taken: "half of the June wage", "70 percent was withheld"."""
    inside = [t for w in tokens for c in w.children if c.lower_ == "of" for t in c.subtree]
    return _weight(tokens[0], None) < 0 or any(t.lower_ in IT or lexicon.holds(t, "pay") for t in inside)


def _of_a_whole(page: Page, sentence: Sentence, got: Money) -> bool:
    """Whether the sentence also tells the larger sum of which the workers got one: that sum is what they were owed."""
    return any(
        m.currency == got.currency and m.per in {got.per, None} and (m.minimum or 0) > (got.maximum or got.minimum or 0)
        for m in _within(page, sentence)
        if m.percent is None and got.percent is None
    )


def share_first(page: Page, sums: Sequence[Money]) -> Money:
    """The sum or share that an incident takes of those which its mentions tell, in their order.

    A share of pay goes before what is paid in the first place: "the factories pay 150 dollars ... it keeps 70 percent".
    """
    first = sums[0]
    if first.percent is None and BASE_BEFORE.search(page.text[max(0, first.start - 60) : first.start]):
        return next((m for m in sums if m.percent is not None), first)
    return first


def sums_after(page: Page, sentence: Sentence) -> list[Money]:
    """Sums of a later sentence that says what was owed or taken in all, or from each."""
    if not TOTALLING.search(sentence.text):
        return []
    return [m for m in _within(page, sentence) if not _left_over(page, sentence, m)]


def sums_owed(page: Page, sentence: Sentence, *, promised: bool = False) -> list[Money]:
    """Sums by the day, month or year of a sentence nearby that says what the work was to bring.

    With ``promised`` it must say so in so many words: "they were promised 400 dollars a month".
    """
    if not (PROMISED if promised else BASE).search(sentence.text):
        return []
    found = [m for m in _within(page, sentence) if m.per in {"day", "month", "year"} and m.currency is not None]
    return [m for m in found if not _left_over(page, sentence, m)]


def sums_told(page: Page, sentence: Sentence) -> list[Money]:
    """Sums of a sentence further on that says what "the wages" or "the arrears" came to."""
    return sums_after(page, sentence) if SPOKEN_OF.search(sentence.text) else []


def fate_of(page: Page, sentence: Sentence, money: Money, lexicon: Lexicon) -> Iterator[str]:
    """What the words say of a sum, by name.

    Of itself: it was ``taken``, ``earned``, ``got`` by the workers or ``left`` to them, it is the ``former`` rate, ``one`` coin that
    nobody saw, or a part beside its ``whole``. Of its sentence: something was ``promised``, paid as a rule (``base``) or
    ``retained``, sums are added up (``totalling``), the wages are ``spoken_of``.
    """
    tokens = page.tokens_of(money.start, money.end)
    if not tokens:
        return
    weight = _weight(tokens[0], None)
    told = {
        "taken": weight < 0,
        "earned": weight > 0,
        "got": _got(tokens[-1], lexicon),
        "left": _left_over(page, sentence, money),
        "former": _former(page, sentence, money),
        "one": _not_one(page, sentence, money),
        "whole": _of_a_whole(page, sentence, money),
        "promised": PROMISED.search(sentence.text) is not None,
        "base": BASE.search(sentence.text) is not None,
        "retained": RETAINED.search(sentence.text) is not None,
        "totalling": TOTALLING.search(sentence.text) is not None,
        "spoken_of": SPOKEN_OF.search(sentence.text) is not None,
    }
    yield from (name for name, holds in told.items() if holds)


def _within(page: Page, sentence: Sentence) -> Iterator[Money]:
    return (m for m in page.money if sentence.start <= m.start < sentence.end and not m.rule.endswith("conversion"))


def _weight(token: Token, leaning: str | None) -> float:
    """How little the words above a sum speak for it: below zero for taking, above it for earning."""
    for rank, word in enumerate(list(token.ancestors)[:4]):
        lemma = word.lemma_.lower()
        if lemma in TAKING and lemma != "pay":
            return -3 + rank * 0.5
        if lemma in EARNING and not (leaning == "specific" and lemma in OWED):
            return 3 - rank * 0.5
    return 0.0


def _left_over(page: Page, sentence: Sentence, money: Money) -> bool:
    """Whether the words around a sum say that the workers got it: "left with 500 yuan", "as an advance"."""
    before = page.text[max(sentence.start, money.start - 60) : money.start]
    given = (
        money.percent is None and GIVEN_BEFORE.search(before) and RETAINED.search(page.text[money.end : sentence.end])
    )
    return bool(given) or LEFT_BEFORE.search(before) is not None or LEFT_AFTER.match(page.text, money.end) is not None


def _not_one(page: Page, sentence: Sentence, money: Money) -> bool:
    """Whether a sum is only the smallest coin, which nobody saw: "not one riyal", "without so much as a dollar"."""
    if money.minimum != 1 or money.maximum != 1:
        return False
    number = re.search(r"\b(?:an?|one)\b", money.text)
    end = money.start + (number.end() if number else 0)
    return NOT_ONE.search(page.text[max(sentence.start, money.start - 60) : end]) is not None


def _former(page: Page, sentence: Sentence, money: Money) -> bool:
    """Whether a sum is what another has taken the place of: "raised from 800 dollars to 1,000 a month"."""
    before = page.text[max(sentence.start, money.start - 30) : money.start]
    return RAISED_FROM.search(before) is not None and RAISED_TO.match(page.text, money.end) is not None


def _got(token: Token, lexicon: Lexicon) -> bool:
    """Whether a share is what the workers got: "they received 20 percent", "workers are paid a tenth of it"."""
    for verb in token.ancestors:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        if lemma in {"pay", "give", "hand"}:
            if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.dep_ == "neg" for c in verb.children):
                return False
            return any(_worker(s, lexicon) or s.lower_ in PEOPLE_POINTED for s in _named(roles.objects(verb), verb))
        if lemma in {"reach", "remain"}:
            reached = [*roles.objects(verb), *roles.obliques(verb, "to"), *roles.obliques(verb, "with")]
            denied = any(c.dep_ == "neg" or c.lower_ in {"never", "hardly"} for c in verb.children)
            return not denied and any(t.lower_ in REACHED or _worker(t, lexicon) for t in reached)
        if lemma == "take" and any(c.lower_ == "home" for c in verb.children):
            return True
        if lemma in {"receive", "get", "see", "keep", "retain", "earn"}:
            people = _named(roles.subjects(verb), verb)
            pointed = lemma in {"receive", "get", "see"} and any(s.lower_ in PEOPLE_POINTED for s in people)
            return pointed or any(_worker(s, lexicon) for s in people)
        return False
    return False


def _named(people: Sequence[Token], verb: Token) -> list[Token]:
    """The same with the noun for the "who" of its relative clause."""
    relative = verb.dep_ == "relcl"
    return [verb.head if relative and t.lower_ in {"who", "that", "which"} else t for t in people]


def _worker(token: Token, lexicon: Lexicon) -> bool:
    return token.pos_ != "PRON" and lexicon.holds(token, "labour") and not lexicon.holds(token, "employers")
