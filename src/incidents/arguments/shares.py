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
    rf"(?<![\w-])(?P<part>the (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) part)\b"
    rf"|(?<![\w-])(?P<share>{FRACTION})(?={SPACE}of\b|{SPACE}(?:the|their|his|her|its|my|our|your|that|what)\b"
    rf"|\s?[.,;)]|{SPACE}(?:is|was|are|were|go|goes|went|has|had)\b)"
    r"|(?<=\bby )(?P<cut>half)\b|(?P<ratio>(?:one|two|three|four|five|six|seven|eight|nine"
    r"|[1-9]) out of (?:every )?(?:ten|10))(?= (?:dollars|yuan|won|rubles|roubles|euros))",
    re.I,
)
_HANDED = re.compile(
    rf"(?<![\w-])(?P<share>{FRACTION})(?=\s?[.,:;)”\"—–]|{SPACE}(?:before|from|off|for|to|in|and|as|every|each|at|is|was|goes|went"
    r"|kept|taken|withheld|held|deducted|docked|paid|stay\w*|stopped|vanish\w*|disappear\w*|never|reach\w*|ends?|ended"
    r"|lands?|landed|comes?|came|remain\w*|[“\"‘'(])|$)",
    re.I,
)
_HANDING = re.compile(  # what pay is kept, handed on or cut by
    r"\b(?:keep(?:s|ing)?|kept|t(?:akes?|ook|aken|aking)|deduct\w*|with(?:hold\w*|held)|dock(?:s|ed|ing)?|skim\w*"
    r"|pocket\w*|retain\w*|cuts?(?: \w+)? by|shave[sd]?(?: off)?|lop\w*(?: off)?|claim(?:s|ed)?|remit\w*|transfer\w*"
    r"|subtract\w*|surrender\w*|confiscat\w*|collect(?:s|ed)?|gets?|got|given|receiv\w+|sees?|seen|allowed"
    r"|le(?:ft|aves?) with|pass(?:es|ed) on|hand(?:s|ed)? (?:over|in|on|out)|pa(?:y|ys|id)(?: (?:them|him|her|us|out))?)"
    r" (?:(?:them|him|her|us|the (?:men|women|workers)|only|just|about|roughly|some|perhaps|barely|nearly|almost|at most"
    r"|up to|over|more than|no more than|less than|at least|around|maybe|back|home) ){0,3}$",
    re.I,
)
_REST_AFTER = re.compile(r"[^.!?\n]{0,30}?[,;:—–-]\s?(?:and |while |but )?the (?:rest|remainder|balance|other)\b", re.I)
_REST_BEFORE = re.compile(r"\b(?:the other|the remaining) $", re.I)
_KEPT_AFTER = re.compile(
    r" (?:(?:is|was|has been|had been|being) (?:always |regularly |also )?(?:kept|withheld|deducted|docked|held back|taken|cut|stopped"
    r"|retained|subtracted|skimmed|set aside|sent|remitted|transferred)|(?:kept|withheld|deducted|docked|held) (?:back|by|from|for))\b",
    re.I,
)
_OF_PAY_BEFORE = re.compile(  # "of each month's wages a fifth goes to the party"
    r"\b(?:out )?of (?:(?:the|this|that|every|each|their|his|her|its|my|our) )?(?:(?:[\w-]+|\w+['’]s?) ){0,3}?"
    r"(?:wages?|pay|salar(?:y|ies)|allowances?|stipends?|earnings|bonus(?:es)?|income|takings|pay ?packets?|rations?|pensions?),?"
    r" (?:about |some |roughly |only |barely |fully )?$",
    re.I,
)
_PASSED_ON = re.compile(  # "passes on, once dues and fees are off, about a quarter"
    r"\b(?:pass(?:es|ed)|hand(?:s|ed)|pa(?:ys|id)) (?:on|out|over)(?: to \w+(?: \w+)?)?, [^.;!?,]{3,70}(?:, [^.;!?,]{3,40})?,"
    r" (?:only |just |about |some |roughly |barely |no more than )?$",
    re.I,
)
_HALF_OF_TIME = re.compile(r"(?:first|second|latter|top|bottom|last|next|and a|an hour and) $", re.I)
_OTHER_HALF = re.compile(r"\bother $", re.I)
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
    seen: set[int] = set()
    for match in _SHARE_WORDS.finditer(text):
        name = next(key for key in ("part", "share", "cut", "ratio") if match[key])
        start, end = match.span(name)
        if name != "share" and any(item.currency and item.start <= start and end <= item.end for item in items):
            continue
        if _not_of_pay(text, start, match[name]):
            continue
        if _BARE_UNSAFE.search(match[name]) and not text.startswith(" of", end):
            continue
        value = _in_ten(match[name]) if name == "ratio" else 100 * fraction_value(match[name].removesuffix(" part"))
        seen.add(start)
        yield _share(text, start, end, value)
    for match in _HANDED.finditer(text):
        start, end = match.span("share")
        if start not in seen and not _not_of_pay(text, start, match["share"]) and _handed(text, start, end):
            yield _share(text, start, end, 100 * fraction_value(match["share"]))


def _share(text: str, start: int, end: int, percent: float) -> Money:
    return Money(start, end, text[start:end], percent=round(percent, 1), rule="fraction")


def _not_of_pay(text: str, start: int, words: str) -> bool:
    """Whether a fraction is one of time, a game or a list: "the first half", "an hour and a half"."""
    before = text[max(0, start - 16) : start]
    return bool(_HALF_OF_TIME.search(before) or (words.lower() == "half" and _OTHER_HALF.search(before)))


def _handed(text: str, start: int, end: int) -> bool:
    """Whether a fraction that names no whole is kept or handed on: "docks two thirds before", "a tenth; the rest goes"."""
    before = text[max(0, start - 60) : start]
    return bool(
        _HANDING.search(before)
        or _OF_PAY_BEFORE.search(before)
        or _PASSED_ON.search(text[max(0, start - 140) : start])
        or _REST_BEFORE.search(before)
        or _REST_AFTER.match(text, end)
        or _KEPT_AFTER.match(text, end)
    )


def _in_ten(words: str) -> float:
    first = words.split()[0].lower()
    return 10.0 * (WORD_VALUES.get(first) or int(first))
