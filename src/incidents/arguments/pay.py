"""Which sum or share of a sentence was owed or taken, and whether that was one event or a lasting system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.when import tree_distance
from incidents.model import DateMention, Money

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence
    from incidents.arguments.clues import Clues

TAKING = frozenset(
    "keep confiscate deduct withhold take hold owe pocket collect dock skim retain donate contribute levy hand remit "
    "surrender extort demand charge cut amount total seize garnish transfer go due arrear pay".split()
)
EARNING = frozenset("earn make salary wage receive get promise hire leave bribe fine sell cost reward offer price loan debt worth".split())
OWED = frozenset("earn make salary wage promise hire receive get".split())
BOUNDED = frozenset({"day", "week", "month", "season", "range"})

REPEATED = re.compile(r"\b(?:every|each) (?:month|week|year|pay ?day|quarter|time)\b|\bper (?:month|year|head and month)\b", re.I)
LEFT_BEFORE = re.compile(
    r"\b(?:left (?:\w+ ){0,4}?with|leav(?:es?|ing) (?:the )?\w+ (?:with )?|only|just|merely|nothing (?:but|except)|no more than|all (?:\w+ ){1,3}(?:is|was)"
    r"|(?:handed|gave|given|giving|gives|hands|paid|pays) (?:\w+ )?(?:back|out)|pocket money of|an? (?:advance|allowance) of|took home|takes? home)"
    r"\s*(?:(?:about|some|around|roughly|nearly|an? average of) )?$",
    re.I,
)
LEFT_AFTER = re.compile(r"(?: a (?:month|day|year))? (?:in|as) (?:pocket money|an? advance|an? allowance)\b|(?: \w+){0,3} (?:to live on|as an advance)\b", re.I)
OTHER_WHOLE = re.compile(r" (?:of )?(?:the |an? |their |its |his )?(?:shift|crew|workforce|year|month|day|men|women|workers|team|night|hour|time|town|country|dozen)\b", re.I)
PART_BEFORE = re.compile(r"(?<![\d.,])(?P<part>\d[\d,]*(?:\.\d+)?) (?:out )?of (?:the|their|his|her|every|each|those|my|our)(?: first)? ?$", re.I)
CARRIED = re.compile(r"\b(?:(?:of|from) (?:it|that|this|them)|(?:none|any|all|most|part) of (?:it|that|this)|(?:it|that|this|the (?:money|sum|rest)) (?:all )?(?:goes|went|stays?|never|was|is|has))\b", re.I)
TOTALLING = re.compile(r"\b(?:arrears?|owed?|owing|in all|in total|altogether|total(?:s|led)?|amount(?:s|ed)? to|add(?:s|ed)? up|com(?:es|e) to|debts?|withheld|deduct(?:ed|s)|each|apiece)\b", re.I)


def is_standing(leaning: str | None, clues: Clues, sentence: Sentence) -> bool:
    """Whether a mention tells of a standing share, quota or custom rather than of pay missing for one stated period.

    ``leaning`` is what the pattern says (``specific`` for pay that was not handed out, else null). See the codebook's
    rulings on unpaid and partly withheld pay.
    """
    dated = any(d.precision in BOUNDED and not _whole_years(d) for d in clues.dates)
    if leaning == "specific":
        return clues.habitual and not dated
    if REPEATED.search(sentence.text):
        return True
    first = clues.money[0] if clues.money else None
    if first is not None and first.per in {"day", "month", "year"}:
        return True
    if first is not None and first.percent is not None:
        return not dated
    return clues.habitual and not dated


def _whole_years(date: DateMention) -> bool:
    """Whether an interval is of whole years ("from 2010 to 2012"): too long to be one period of missing pay."""
    return date.precision == "range" and date.start is not None and date.end is not None and (
        (date.start.month, date.start.day, date.end.month, date.end.day) == (1, 1, 12, 31)
    )  # fmt: skip


def sums_of(page: Page, sentence: Sentence, head: Token, leaning: str | None) -> list[Money]:
    """Sums and shares of the sentence, the one that was owed or taken first.

    What the workers were left with is no sum that was owed or taken. For pay that was not handed out (``leaning`` is
    ``specific``) what was promised counts; for pay that was taken, what is earned comes last.
    """
    ranked: list[tuple[float, int, Money]] = []
    for money in [*_parts(page, sentence), *_within(page, sentence)]:
        tokens = page.tokens_of(money.start, money.end)
        if not tokens:
            continue
        if _left_over(page, sentence, money):
            if money.percent is None:
                continue
            money = replace(money, percent=100 - money.percent, rule="remainder")
        if money.rule == "fraction" and OTHER_WHOLE.match(page.text, money.end):
            continue
        weight = tree_distance(tokens[-1], head) + _weight(tokens[0], leaning) - 3 * (money.rule == "part")
        ranked.append((weight, money.start, money))
    if not ranked and sentence.index > 0 and CARRIED.search(sentence.text):
        before = page.sentences[sentence.index - 1]
        if before.paragraph == sentence.paragraph:
            return list(_within(page, before))[-1:]
    return [money for _, _, money in sorted(ranked, key=lambda r: (r[0], r[1]))]


def sums_after(page: Page, sentence: Sentence) -> list[Money]:
    """Sums of a later sentence that says what was owed or taken in all, or from each."""
    if not TOTALLING.search(sentence.text):
        return []
    return [m for m in _within(page, sentence) if not _left_over(page, sentence, m)]


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
    return LEFT_BEFORE.search(before) is not None or LEFT_AFTER.match(page.text, money.end) is not None


def _parts(page: Page, sentence: Sentence) -> Iterator[Money]:
    """The first number of "60 of their 115 dinars each month", as money in the currency of the second."""
    for money in _within(page, sentence):
        low = max(sentence.start, money.start - 40)
        match = PART_BEFORE.search(page.text[low : money.start]) if money.currency is not None else None
        if match is None:
            continue
        value = float(match["part"].replace(",", ""))
        if money.minimum is None or value <= money.minimum:
            start = low + match.start("part")
            yield replace(money, start=start, text=page.text[start : money.end], minimum=value, maximum=value, rule="part")
