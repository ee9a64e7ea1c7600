"""Shares of a sum: "90 percent", "70 to 90%", "two thirds", as a percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incidents.arguments.bounds import Interval
from incidents.arguments.fractions import FRACTION, fraction_value
from incidents.arguments.numerals import SPACE, WORD_VALUES
from incidents.model import Money

_PERCENT = re.compile(r"\s?(?:%|-?per\s?cent\b|pct\b)", re.I)
_NOT_A_SHARE = re.compile(
    r"\s?(?:%|per ?cent|pct)\s?(?:points?|chance|interest|increase|rise|drop|decline|growth|higher|lower|more"
    r"|less|fewer)\b",
    re.I,
)
_SHARE_WORDS = re.compile(
    rf"(?<![\w-])(?P<share>{FRACTION})(?={SPACE}of\b|{SPACE}(?:the|their|his|her|its|my|our|your|that|what)\b"
    rf"|\s?[.,;)]|{SPACE}(?:is|was|are|were|go|goes|went|has|had)\b)"
    r"|(?<=\bby )(?P<cut>half)\b|(?P<ratio>(?:one|two|three|four|five|six|seven|eight|nine"
    r"|[1-9]) out of (?:every )?(?:ten|10))(?= (?:dollars|yuan|won|rubles|roubles|euros))",
    re.I,
)
_HALF_OF_TIME = re.compile(r"(?:first|second|other|latter|top|bottom|last|next|and a|an hour and) $", re.I)
_BARE_UNSAFE = re.compile(r"^(?:a|an)[ -]|^(?:one|two)[ -]quarters?$", re.I)


def shares_of(text: str, items: Sequence[Interval]) -> list[Money]:
    """The shares of ``text``, whose numbers are ``items``: ``percent`` is set, for a range the mean of its ends."""
    return [*_in_percent(text, items), *_in_words(text, items)]


def _in_percent(text: str, items: Sequence[Interval]) -> Iterator[Money]:
    for item in items:
        if item.currency is not None or item.vague:
            continue
        if item.rule == "share-of":  # "85 percent of the 400": the share stands first
            number = re.match(r"[\d.]+", text[item.start : item.end])
            if number is None:
                continue
            end, percent = item.start + number.end(), float(number[0])
        else:
            ends = [value for value in (item.minimum, item.maximum) if value is not None]
            end, percent = item.end, sum(ends) / len(ends)
        sign = _PERCENT.match(text, end)
        if sign and percent <= 100 and not _NOT_A_SHARE.match(text, end):
            yield Money(
                item.start, sign.end(), text[item.start : sign.end()], percent=round(percent, 2), rule="percent"
            )


def _in_words(text: str, items: Sequence[Interval]) -> Iterator[Money]:
    for match in _SHARE_WORDS.finditer(text):
        name = next(key for key in ("share", "cut", "ratio") if match[key])
        start, end = match.span(name)
        if name != "share" and any(item.currency and item.start <= start and end <= item.end for item in items):
            continue
        if _HALF_OF_TIME.search(text[max(0, start - 16) : start]):
            continue
        if _BARE_UNSAFE.search(match[name]) and not text.startswith(" of", end):
            continue
        value = 100 * fraction_value(match[name]) if name != "ratio" else _in_ten(match[name])
        yield Money(start, end, text[start:end], percent=round(value, 1), rule="fraction")


def _in_ten(words: str) -> float:
    first = words.split()[0].lower()
    return 10.0 * (WORD_VALUES.get(first) or int(first))
