"""Numbers in a text with what bounds them: "more than 40", "six to ten", "up to $150", "half of the 20".

One grammar serves both counts and money: ``scan`` finds every number, joins ranges, applies the words before and after,
and notes a currency. It does not judge what the number counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from incidents.arguments.bounds import Interval, with_words_around
from incidents.arguments.currencies import shipped_currencies
from incidents.arguments.numerals import (
    NUMERIC,
    SPACE,
    STARTERS,
    VAGUE,
    Count,
    exact,
    parse_numeric,
    parse_vague,
    scale_of_abbreviation,
)

_DETERMINER = r"(?:the |these |those |their |its |his |her |our |my )?(?:estimated |reported |remaining |other )?"
_RANGE = re.compile(
    rf"{SPACE}(?:to|through|up{SPACE}to|or|or{SPACE}even|or{SPACE}perhaps|to{SPACE}perhaps"
    rf"|to{SPACE}as{SPACE}(?:many|much){SPACE}as|to{SPACE}(?:more|over){SPACE}than){SPACE}"
    r"|\s?[-–—~]\s?|[-‐‑]to[-‐‑]",
    re.I,
)
_AND = re.compile(rf"{SPACE}and{SPACE}(?:about{SPACE}|some{SPACE}|perhaps{SPACE}|as{SPACE}many{SPACE}as{SPACE})?", re.I)
_BETWEEN = re.compile(r"(?<![\w-])(?:(?:anywhere|somewhere) )?between (?:about |some |around |roughly )?$", re.I)
_FROM = re.compile(
    r"(?<![\w-])(?:(?:anywhere|anything|somewhere|ranging) )?from (?:about |some |around |roughly )?$", re.I
)
_CHANGE = re.compile(
    r"\b(?:r[ioa]s(?:e|en|es|ing)|fell|fall(?:s|en|ing)?|gr[eo]w(?:n|s|ing)?|increas\w+|decreas\w+|drop\w*"
    r"|declin\w+|cut\w*|reduc\w+|climb\w*"
    r"|jump\w*|rais\w+|lower\w*|doubl\w+|tripl\w+|shr[aiu]nk\w*|went|go(?:es|ne)?|gone|dwindl\w+|swell\w*|swollen"
    r"|up|down|expand\w*|chang\w+)\b[^.;:]{0,60}$",
    re.I,
)
_ALL_BUT = re.compile(rf"\ball{SPACE}but{SPACE}(?:about{SPACE})?$", re.I)
_OF_THE = re.compile(rf"{SPACE}of{SPACE}{_DETERMINER}$", re.I)
_PERCENT_OF = re.compile(rf"\s?(?:%|-?per{SPACE}?cent){SPACE}of{SPACE}{_DETERMINER}", re.I)
_ABBREVIATED = re.compile(r"\s?(mln|mn|bn|tn|[mkb])(?!\w)", re.I)
_CONTINUED = re.compile(r"(?:million|billion|thousand|hundred|lakh|crore)", re.I)
_DASHES = frozenset("-–—~")
_DATED = re.compile(r"\b[A-Z][a-z]{2,8}\.?\s$")
_LOOKBACK = 48
_SIGN_REACH = 8
_WORD = re.compile(r"[^\W\d_]+|\d")


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    number_start: int
    number_end: int
    count: Count
    vague: bool
    currency: str | None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    money = shipped_currencies()
    words = rf"(?:(?P<vague>{VAGUE})|(?P<number>{NUMERIC}))(?![\d%]*[:/]\d)"
    number = re.compile(rf"(?<![\w#])(?<![^\W\d][-/.:–'’])(?<!\d[/.:'’,]){words}", re.I)
    unit = re.compile(rf"(?:-|{SPACE}(?:of{SPACE})?(?:(?:new|old){SPACE})?)?(?P<unit>{money.suffix})", re.I)
    return number, re.compile(words, re.I), unit, re.compile(rf"{money.prefix}[^\S\n]?$")


def _atoms(text: str) -> Iterator[_Atom]:
    number, glued, unit, sign_before = _patterns()
    position = 0
    for word in _WORD.finditer(text):
        if word.start() < position or (word[0].lower() not in STARTERS and not word[0].isdigit()):
            continue
        start = word.start()
        sign = sign_before.search(text[max(0, start - _SIGN_REACH) : start]) if text[start].isdigit() else None
        match = (glued if sign and text[start - 1].isalpha() else number).match(text, start)  # "RM110", "USD400"
        if match is None:
            continue
        end, words = match.end(), match["number"]
        currency = sign[0].strip() if sign else None
        if words:
            value = parse_numeric(words)
            short = _ABBREVIATED.match(text, end) if sign or words[-1].isdigit() else None
            if short and (sign or unit.match(text, short.end())):
                value = exact(value * scale_of_abbreviation(short[1]))
                end = short.end()
            count = Count(value, value, False, "number")
        else:
            count = parse_vague(match["vague"])
        position = number_end = end
        if text[end : end + 1].isalpha() or text[end : end + 1] == "_":
            continue
        following = None if sign else unit.match(text, end)
        if following and not (following["unit"].lower() == "won" and count.rule == "number" and count.minimum < 10):
            currency, position, end = following["unit"], following.end(), following.end()
        yield _Atom(start - len(sign[0]) if sign else start, end, start, number_end, count, not words, currency)


def _range(first: _Atom, second: _Atom, text: str) -> tuple[int, float, float] | None:
    """The start and the ends of the range that two numbers form; null when they form none."""
    gap = text[first.end : second.start]
    if len(gap) > 24 or first.vague or second.vague:
        return None
    before = text[max(0, first.start - _LOOKBACK) : first.start]
    start = first.start
    digits = text[first.number_start].isdigit(), text[second.number_start].isdigit()
    if gap.strip() in _DASHES and (digits[0] != digits[1] or (gap[:1] == " " and _DATED.search(before))):
        return None  # a dash after a date line: "Dec. 8 - Twelve men"
    between, origin = _BETWEEN.search(before), _FROM.search(before)
    if between and _AND.fullmatch(gap):
        start -= len(before) - between.start()
    elif _RANGE.fullmatch(gap):
        if origin and "to" in gap:
            if _CHANGE.search(before[: origin.start()]):
                return None
            start -= len(before) - origin.start()
    else:
        return None
    low, high = first.count.minimum, second.count.minimum
    words = text[second.number_start : second.number_end]
    scale = _CONTINUED.search(words)
    if scale and low < 1000 and not _CONTINUED.search(text[first.number_start : first.number_end]):
        low *= parse_numeric(scale[0])  # "2 to 3 million"
    elif low < 100 and high >= 1000 and high / low >= 500 and "," in words:
        low *= 1000  # "5-6,000"
    return (start, low, high) if low < high else None


def _joined(text: str) -> Iterator[Interval]:
    """Numbers and ranges, before any word around them is considered."""
    atoms = list(_atoms(text))
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        if index + 1 < len(atoms):
            following = atoms[index + 1]
            found = _range(atom, following, text)
            if found and (atom.currency is None or following.currency is None or _same(atom, following)):
                start, low, high = found
                yield Interval(
                    start, following.end, atom.number_start, following.number_end, low, high, False, False,
                    following.currency or atom.currency, "range", (low, high),
                )  # fmt: skip
                index += 2
                continue
            if _ALL_BUT.search(text[max(0, atom.start - 20) : atom.start]):
                gap = _OF_THE.fullmatch(text[atom.end : following.start])
                left = following.count.minimum - atom.count.minimum
                if gap and left > 0:
                    start = text.lower().rindex("all", 0, atom.start)
                    yield Interval(
                        start,
                        following.end,
                        atom.number_start,
                        following.number_end,
                        left,
                        left,
                        False,
                        False,
                        None,
                        "all-but",
                    )
                    index += 2
                    continue
            if (
                not atom.currency
                and (percent := _PERCENT_OF.match(text, atom.end))
                and percent.end() == following.start
                and following.currency is None
            ):
                part = round(following.count.minimum * atom.count.minimum / 100)
                yield Interval(
                    atom.start,
                    following.end,
                    following.number_start,
                    following.number_end,
                    part,
                    part,
                    False,
                    False,
                    None,
                    "share-of",
                )
                index += 2
                continue
        values = () if atom.vague else (atom.count.minimum,)
        yield Interval(
            atom.start, atom.end, atom.number_start, atom.number_end, atom.count.minimum, atom.count.maximum,
            atom.count.approx, atom.vague, atom.currency, atom.count.rule, values,
        )  # fmt: skip
        index += 1


def _same(first: _Atom, second: _Atom) -> bool:
    return first.currency == second.currency or {first.currency, second.currency} <= {"$", "US$"}


@lru_cache(maxsize=4)  # counts and money of one report are read one after the other
def scan(text: str) -> tuple[Interval, ...]:
    """Every number expression of ``text``, in order, with and without a currency."""
    found = [interval for plain in _joined(text) if (interval := with_words_around(plain, text)) is not None]
    return tuple(sorted(found, key=lambda interval: (interval.start, interval.end)))
