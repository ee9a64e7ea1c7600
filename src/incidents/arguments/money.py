"""Amounts of money and shares of pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from incidents.arguments.bounds import Interval
from incidents.arguments.currencies import shipped_currencies
from incidents.arguments.intervals import scan
from incidents.arguments.portions import lender_of, parts_in, whole_of, withheld_by_itself
from incidents.arguments.shares import shares_of
from incidents.model import Money

_PERIODS = {
    "day": "day",
    "daily": "day",
    "month": "month",
    "monthly": "month",
    "year": "year",
    "annum": "year",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
}
_EACH = (
    r"(?:,? (?:each|apiece|in (?:wages|pay|salary|salaries|cash|total)|per (?:person|head|man|worker|capita|employee)"
    r"|a head|for (?:each|every) \w+|net|gross|on average))?"
)
_PER_AFTER = re.compile(
    rf"{_EACH}(?:,?\s(?:an?|per|each|every)\s|\s?/\s?|-(?:a|per)-)(?P<unit>day|month|year|annum)\b"
    rf"|{_EACH},?\s(?P<adverb>daily|monthly|annually|yearly)\b"
    r"|\s(?:in|as|for)\s(?:the\s|their\s|his\s|her\s|its\s)?(?P<adjective>daily|monthly|annual|yearly)\b"
    rf"|-(?P<compound>a-day|a-month|a-year)\b",
    re.I,
)
_WAGE = (
    r"(?:\w+ ){0,2}?(?:salar(?:y|ies)|wages?|pay|payments?|incomes?|earnings|fees?|quotas?|levy|levies|contributions?"
    r"|remittances?|deductions?|allowances?|targets?|stipends?|sum|amount)"
)
_PER_LATER = re.compile(  # "60,000 rubles from every worker each month"
    r"\s(?:from|of|off|out of|per|for) (?:(?!and\b|but\b)[A-Za-z'’]+ ){1,5}?(?:every|each|a|per) (?P<unit>day|month|year)\b"
    r"|\s(?:(?!and\b|but\b|then\b)[A-Za-z'’]+ ){2,7}?(?:every|each) (?P<time>day|month|year)\b",
    re.I,
)
_PER_BEFORE = re.compile(
    rf"\b(?P<adjective>daily|monthly|annual|yearly)\s{_WAGE}\b[^.;!?\n]{{0,40}}$"
    rf"|\b(?:(?:each|every|per|a|one)\s(?P<unit>day|month|year)['’]?s?)\b[^.;!?\n]{{0,60}}$",
    re.I,
)
_TOTAL_AFTER = re.compile(r"[^.;!?\n,]{0,15},?\s?(?:in all|in total|altogether|combined|all told|overall)\b", re.I)
_TOTAL_BEFORE = re.compile(
    r"\b(?:(?:an? )?(?:combined )?total (?:sum )?(?:of|amounting to)|an? combined|totall?ing"
    r"|total(?:s|led|ed)|altogether"
    r"|in all|in total|all told|amount(?:s|ing|ed)? to|adding up to|adds up to),?\s$",
    re.I,
)
_CONVERSION_GAP = re.compile(
    r"\s?(?:[(\[]|[,;–—-])?\s?(?:or |i\.e\.,? |that is,? |which is |worth |equal to |(?:the )?equivalent (?:of"
    r"|to) |equivalent to |=\s?)?"
    r"(?:just |only |a little |slightly )?",
    re.I,
)
_CONVERSION_OPEN = re.compile(r"\(|\[|\bor |equal|equivalent|worth|,|=|–|—", re.I)
_KEEPING = (
    r"keep(?:s|ing)?|kept|tak(?:e|es|ing)|took|taken|deduct(?:s|ed|ing)?|withh(?:old|olds|eld)|get(?:s|ting)?|got"
    r"|receiv(?:e|es|ed|ing)|hand(?:s|ed)? over|earn(?:s|ed)?|pays?|paid|pocket(?:s|ed)?"
    r"|given|handed|allowed|collect(?:s|ed)?|cut(?:s)?|skims?|leav(?:e|es|ing)|left with|left|only|just|claim(?:s|ed)?|remit(?:s|ted)?"
    r"|sent|sends?|gives?|gave|promis(?:e|es|ed|ing)|ow(?:e|es|ed)|ask(?:s|ed)? for|demand(?:s|ed)?"
)
_SHARING_BEFORE = re.compile(rf"\b(?:{_KEEPING})\b[^.;!?]{{0,30}}$", re.I)
_ELLIPTIC_BEFORE = re.compile(
    rf"\b(?:{_KEEPING})(?: (?:him|her|them|me|us|back|out|over|away|home|about|with|the men|the workers|each man|the other|the remaining))? $",
    re.I,
)
_ELLIPTIC_AFTER = re.compile(
    r"\s*(?:[.,;:)”\"]|$)| (?:of (?:it|that|this|which|the (?:sum|amount|money|total)|(?:their|his|her|the) (?:pay|wages?|salary))\b"
    r"|and (?:I|we|he|she|they"
    r"|the rest|passes|leaves?|gives?|hands?|sends?|keeps?)\b|from (?:it|that|this)\b"
    r"|(?:a|per|each|every|for the|for a) (?:day|month|year|season)\b|for (?:him|her|them)sel(?:f|ves)\b|to (?:the|their|his|her|its)\b)"
)
_RETAINING_BEFORE = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|retain(?:s|ed|ing)?|withh[eo]ld(?:s|ing)?|pocket(?:s|ed|ing)?) $", re.I
)
_OF_THEM_AFTER = re.compile(r" of (?:them|these|those)\b")
_ELLIPSIS_REACH = 200  # characters from an amount to a bare number that borrows its currency


def find_money(text: str, *, country: str | None = None) -> list[Money]:
    """Every amount of money and every share of ``text`` in order.

    ``country`` (ISO 3166-1 alpha-2 of the event) decides between currencies of one name when the text does not.
    ``rule`` is how the amount was read: ``number``, ``range``, ``about``, ``at-least``, ``at-most``, ``vague...``,
    ``elliptic`` (a bare number that borrows the currency of the amount before it: "keeps 120"), ``part`` (one that is a
    part of an amount: "of 150 dollars, 135 went home"), ``conversion`` (the
    same sum in another currency; to be ignored), ``percent`` and ``fraction`` (``percent`` holds the share, the mean
    of the ends for a range). ``per`` is null when the text does not say; relevance to pay is for the caller.
    """
    items = scan(text)
    amounts = _elliptic(text, items, [_amount(text, item, country) for item in items if item.currency])
    amounts = _periods(text, _conversions(text, sorted(amounts, key=lambda money: (money.start, money.end))))
    return sorted(amounts + shares_of(text, items), key=lambda money: (money.start, money.end))


def elliptic_spans(text: str, items: Sequence[Interval]) -> frozenset[tuple[int, int]]:
    """The spans of bare numbers that are money because an amount comes before them."""
    if not any(item.currency for item in items):
        return frozenset()
    return frozenset((item.number_start, item.number_end) for item, _, _ in _borrowers(text, items))


def _per(text: str, start: int, end: int) -> tuple[str | None, int]:
    after = _PER_AFTER.match(text, end)
    if after:
        word = after["unit"] or after["adverb"] or after["adjective"] or after["compound"][2:]
        return _PERIODS[word.lower()], after.end()
    before = text[max(0, start - 110) : start]
    if _TOTAL_AFTER.match(text, end) or _TOTAL_BEFORE.search(before):
        return "total", end
    found = _PER_BEFORE.search(before)
    if found:
        return _PERIODS[(found["adjective"] or found["unit"]).lower()], end
    later = _PER_LATER.match(text, end)
    if later:
        return _PERIODS[(later["unit"] or later["time"]).lower()], end
    return None, end


def _amount(text: str, item: Interval, country: str | None) -> Money:
    per, end = _per(text, item.start, item.end)
    code = shipped_currencies().resolve(item.currency or "", text, item.start, item.end, country)
    return Money(item.start, end, text[item.start : end], item.minimum, item.maximum, code, per, None, item.rule)


def _borrowers(text: str, items: Sequence[Interval]) -> list[tuple[Interval, Interval, str]]:
    found = [(item, sum_, "part") for item in parts_in(items) if (sum_ := lender_of(text, item, items)) is not None]
    parts = {item.start for item, _, _ in found}
    near: list[Interval] = [item for item, _, _ in found]
    lender: Interval | None = None
    for item in items:
        if item.currency:
            lender = item
            near = [*(n for n in near if item.start - n.end <= _ELLIPSIS_REACH), item]
        elif (
            lender is not None
            and not item.vague
            and item.start not in parts
            and item.start - lender.end <= _ELLIPSIS_REACH
            and "\n\n" not in text[lender.end : item.start]
            and (
                whole_of(text, item, lender)
                or (_comparable(item, lender) and (_told_alone(text, item) or withheld_by_itself(text, item, near)))
            )
        ):
            found.append((item, lender, "elliptic"))
            near.append(item)
    return found


def _told_alone(text: str, item: Interval) -> bool:
    """Whether a number stands where only a sum can: "he keeps 120", "was promised 1,500 for the year", "retains 130 of them"."""
    before = text[max(0, item.start - 40) : item.start]
    kept_of = _RETAINING_BEFORE.search(before) and _OF_THEM_AFTER.match(text, item.end)
    return bool(kept_of or (_ELLIPTIC_BEFORE.search(before) and _ELLIPTIC_AFTER.match(text, item.end)))


def _comparable(item: Interval, lender: Interval) -> bool:
    own, other = item.maximum or item.minimum or 0, lender.maximum or lender.minimum or 0
    return other > 0 and 0.02 <= own / other <= 50


def _elliptic(text: str, items: Sequence[Interval], amounts: list[Money]) -> list[Money]:
    by_start = {money.start: money for money in amounts}
    extra: list[Money] = []
    for item, lender, rule in _borrowers(text, items):
        source = by_start[lender.start]
        per, end = _per(text, item.start, item.end)
        extra.append(
            Money(
                item.start,
                end,
                text[item.start : end],
                item.minimum,
                item.maximum,
                source.currency,
                per or source.per,
                None,
                rule,
            )
        )
    return amounts + extra


def _conversions(text: str, amounts: list[Money]) -> list[Money]:
    """The same with the second of two amounts marked that are one sum in two currencies."""
    result: list[Money] = []
    for money in amounts:
        first = result[-1] if result else None
        gap = text[first.end : money.start] if first else ""
        if (
            first is not None
            and first.currency != money.currency
            and first.rule != "conversion"
            and len(gap) <= 40
            and _CONVERSION_GAP.fullmatch(gap)
            and _CONVERSION_OPEN.search(gap)
            and not (gap.strip() == "," and text[money.end : money.end + 5].startswith((" and ", ", and")))
        ):
            per = first.per or money.per or _per_after_bracket(text, money.end)
            result[-1] = replace(first, per=per)
            money = replace(money, per=per, rule="conversion")
        result.append(money)
    return result


def _periods(text: str, amounts: list[Money]) -> list[Money]:
    """The same with the period of the amount before lent to what is kept of it: "350 a month ... he keeps 280"."""
    result: list[Money] = []
    for money in amounts:
        lender = next((item for item in reversed(result) if item.rule != "conversion"), None)
        if (
            lender is not None
            and money.per is None
            and lender.per in ("day", "month", "year")
            and money.currency == lender.currency
            and money.start - lender.end <= _ELLIPSIS_REACH
            and "\n\n" not in text[lender.end : money.start]
            and (money.maximum or money.minimum or 0) <= (lender.maximum or lender.minimum or 0)
            and _SHARING_BEFORE.search(text[max(0, money.start - 60) : money.start])
        ):
            money = replace(money, per=lender.per)
        result.append(money)
    return result


def _per_after_bracket(text: str, end: int) -> str | None:
    closing = re.match(r"\s?[)\],]", text[end : end + 3])
    return _per_directly_after(text, end + closing.end()) if closing else None


def _per_directly_after(text: str, end: int) -> str | None:
    found = _PER_AFTER.match(text, end)
    return _per(text, end, end)[0] if found else None


def in_local_currency(money: Money, text: str, country: str | None) -> Money:
    """The amount in the money of ``country`` (ISO 3166-1 alpha-2) where its words leave open whose riyals they are."""
    if money.currency is None or country is None:
        return money
    code = shipped_currencies().settled(money.text, text, money.start, money.end, country)
    return replace(money, currency=code) if code else money


def same_sum(a: Money, b: Money) -> bool:
    """Whether two amounts or shares are equal, whatever their period."""
    return (a.minimum, a.maximum, a.currency, a.percent) == (b.minimum, b.maximum, b.currency, b.percent)


def comparable(a: Money, b: Money) -> bool:
    """Whether two sums measure one thing: two shares, or two sums of one currency for one period.

    "500 million dollars a year" for all and "70 percent" of each one's pay may be told of one practice.
    """
    if a.percent is not None or b.percent is not None:
        return a.percent is not None and b.percent is not None
    return a.currency == b.currency and (a.per == b.per or a.per is None or b.per is None)
