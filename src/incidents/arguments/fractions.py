"""Shares in words: "two thirds", "half of the", "most of the"."""

from __future__ import annotations

import re

from incidents.arguments.numerals import SPACE, WORD_VALUES

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_NAMES = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
FRACTION = rf"(?:(?:an?|{_SMALL})[ -](?:{_NAMES})s?\b|(?:one[ -])?half\b)"
_DETERMINER = r"(?:(?:the|these|those|their|its|his|her|our|all)(?: [\w-]+['’]s?)?)"
_SHARE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<share>{FRACTION}|most)(?:{SPACE}of{SPACE}{_DETERMINER}|{SPACE}(?:the|these|those|its|their)"
    rf"|{SPACE}of)"
    rf"{SPACE}(?:(?:estimated|roughly|about|some|around|nearly|more{SPACE}than){SPACE})?$",
    re.I,
)


def fraction_value(words: str) -> float:
    """The value of a fraction in words, between 0 and 1; ``ValueError`` when it is none."""
    tokens = re.findall(r"[a-z]+", words.lower())
    part = _PARTS.get(tokens[-1]) or _PARTS.get(tokens[-1].removesuffix("s"))
    if part is None:
        raise ValueError(f"not a fraction: {words!r}")
    count = WORD_VALUES.get(tokens[0], 1) if len(tokens) > 1 else 1
    return min(1.0, count / part)


def share_before(text: str, end: int) -> tuple[int, float, str] | None:
    """Start, value and rule of a share that takes part of the number at ``end``: "two thirds of the" 90."""
    low = max(0, end - 60)
    match = _SHARE_BEFORE.search(text[low:end])
    if match is None:
        return None
    if match["share"].lower() == "most":
        return low + match.start(), 0.5, "most-of"
    return low + match.start(), fraction_value(match["share"]), "fraction-of"
