"""Numbers as written in English: digits, words and vague counts, each turned into the interval that it means.

The conventions for vague counts ("several", "dozens", "hundreds") are those of the codebook: the smallest number that
the word allows, with an open upper end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

WORD_VALUES: dict[str, int] = {
    "zero": 0,
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
}
SCALES: dict[str, int] = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
_ABBREVIATED_SCALES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}

# One line break is as good as a blank: reports from PDF are wrapped. A blank line ends a paragraph.
SPACE = r"(?:(?:[^\S\n]+\n?|\n)[^\S\n]*)"
_JOIN = rf"(?:-|{SPACE})"
_UNIT = f"(?:{'|'.join(_UNITS)})"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:{_JOIN}{_UNIT}\b)?|{'|'.join(_TEENS)}|{_UNIT})"
_AND = rf"(?:{_JOIN}and)?{_JOIN}"
_BELOW_1000 = (
    rf"(?:(?:{_BELOW_100}|an?){_JOIN}hundred\b(?:{_AND}{_BELOW_100}\b)?"
    rf"|(?<=\bthe )hundred{_JOIN}and{_JOIN}{_BELOW_100}\b|{_BELOW_100})"  # "the hundred and ten women"
)
_BELOW_MILLION = rf"(?:(?:{_BELOW_1000}|an?){_JOIN}thousand\b(?:,?{_AND}{_BELOW_1000}\b)?|{_BELOW_1000})"
_LARGE = "(?:million|billion|trillion|lakh|crore)"
_SCALE = "(?:dozen|score|hundred|thousand|million|billion|trillion|lakh|crore)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![.,]?\d)"

# Most specific first: the first alternative that matches wins.
NUMERIC = "|".join(
    (
        rf"(?:{_BELOW_100}|{_DIGITS}){SPACE}and{SPACE}a{SPACE}half{SPACE}{_SCALE}\b",
        rf"(?:a{SPACE})?half(?:-|{SPACE})(?:an?{SPACE})?(?:dozen|hundred|thousand|{_LARGE})\b",
        rf"a{SPACE}couple(?:{SPACE}of)?{SPACE}(?:dozen|hundred|thousand|{_LARGE})\b",
        rf"(?:{_BELOW_1000}|an?){_JOIN}{_LARGE}\b(?:{_AND}{_BELOW_MILLION}\b)?",
        rf"(?:{_BELOW_100}|a){_JOIN}dozen\b",
        rf"{_BELOW_100}{_JOIN}score\b",
        rf"a{SPACE}score(?={SPACE}(?:of{SPACE}\w+s|or{SPACE}(?:more|so))\b)",
        rf"{_DIGITS}{_JOIN}?{_SCALE}\b",
        rf"{_BELOW_MILLION}\b",
        r"zero\b",
        _DIGITS,
    )
)

_FEW = rf"(?:several|(?:quite{SPACE})?a{SPACE}few|some{SPACE}few)"
_HEAP = "(?:dozens|scores|tens|hundreds|thousands|millions|billions)"
_SMALL_GROUPS = "duo|twosome|trio|threesome|quartet|foursome"
_GROUP_ADJECTIVES = "small|large|big|whole|great|huge|good|considerable|significant|tiny|sizable|sizeable|mere|growing"
VAGUE = "|".join(
    (
        rf"{_FEW}{_JOIN}(?:more{SPACE})?{_SCALE}\b",
        rf"tens{SPACE}of(?:{SPACE}(?:thousands|millions|billions)\b|(?={SPACE}[a-z]))",
        rf"(?:hundreds|dozens){SPACE}of{SPACE}(?:thousands|millions|billions)\b",
        rf"{_HEAP}{SPACE}and{SPACE}{_HEAP}\b",
        r"(?:dozens|hundreds|thousands|millions|billions)\b",
        rf"scores(?={SPACE}(?:of|more)\b)",
        rf"(?-i:Scores)(?={SPACE}(?:were|are|have|had|killed|injured|wounded|hurt|fled|died)\b)",
        rf"{_FEW}\b",
        rf"an?{SPACE}(?:(?:{_GROUP_ADJECTIVES}){SPACE})?(?:group|number|handful|crowd|band|bunch|gang|throng)\b",
        rf"a{SPACE}(?:(?:young|married|middle-aged|elderly){SPACE})?(?:couple|pair)\b",
        rf"(?:the|this|that){SPACE}(?:couple|pair|{_SMALL_GROUPS})\b",
        rf"an?{SPACE}(?:{_SMALL_GROUPS})\b",
        r"multiple\b",
    )
)

_HEAP_MINIMUM = {
    "dozens": 12,
    "scores": 20,
    "tens": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
_COLLECTIVES = {"couple": 2, "pair": 2, "duo": 2, "twosome": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
SEVERAL = 3


# The words that an expression of either kind can begin with: a cheap test before the expensive one.
STARTERS = frozenset(
    [*WORD_VALUES, *_HEAP_MINIMUM, *"hundred half several quite some multiple a an the this that".split()]  # noqa: SIM905 (reads better so)
)


@dataclass(frozen=True, slots=True)
class Count:
    """The interval that a bare number means, before "about" or "more than"; ``rule`` says how it was read."""

    minimum: float
    maximum: float | None
    approx: bool
    rule: str


def parse_numeric(words: str) -> float:
    """The value of a number that ``NUMERIC`` matched: digits, words or both; ``ValueError`` for anything else."""
    tokens = re.findall(r"[a-z]+|\d[\d,.]*", words.lower())
    if not tokens:
        raise ValueError(f"not a number: {words!r}")
    total, current, half = 0.0, 0.0, False
    for position, token in enumerate(tokens):
        if token[0].isdigit():
            current += float(token.replace(",", ""))
        elif token in WORD_VALUES:
            current += WORD_VALUES[token]
        elif token == "couple":
            current = 2.0
        elif token == "half":
            half = True
        elif token in SCALES or token in _ABBREVIATED_SCALES:
            factor = SCALES.get(token) or _ABBREVIATED_SCALES[token]
            bare = not current
            scaled = (current + 0.5 if half and current else 0.5 if half else current or 1.0) * factor
            if factor >= 1000:
                total, current = (total * factor, 0.0) if bare and total else (total + scaled, 0.0)
            else:
                current = scaled
            half = False
        elif token not in ("a", "an", "and", "of"):
            raise ValueError(f"not a number word: {token!r} at {position} in {words!r}")
    return exact(total + current)


def exact(value: float) -> float:
    """The value without what binary fractions leave behind: 4.1 times a million is 4,100,000."""
    return round(value, 3) if value >= 1000 else value


def parse_vague(words: str) -> Count:
    """The interval of a vague count that ``VAGUE`` matched ("several hundred" is 300 or more)."""
    tokens = re.findall(r"[a-z]+", words.lower())
    last = tokens[-1]
    if last in _COLLECTIVES:
        return Count(_COLLECTIVES[last], _COLLECTIVES[last], False, "collective")
    heaps = [_HEAP_MINIMUM[token] for token in tokens if token in _HEAP_MINIMUM]
    if heaps:
        minimum = heaps[0] if "and" in tokens or len(heaps) == 1 else heaps[0] * heaps[-1]
        return Count(minimum, None, False, "vague-heap")
    if last in SCALES:
        return Count(SEVERAL * SCALES[last], None, False, "vague-scaled")
    return Count(SEVERAL, None, False, "vague")


def scale_of_abbreviation(letters: str) -> int:
    """The factor of "m", "bn" or "k" after an amount; ``KeyError`` for other letters."""
    return _ABBREVIATED_SCALES[letters.lower()]
