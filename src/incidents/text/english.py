"""Which words are English ones, written small: an ordinary spelling dictionary with case (Hunspell's en_US)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# British spellings that the American dictionary does not hold, and what they are there.
_BRITISH = (
    (re.compile(r"our(?=$|s|e|i|l|h|a|m)"), "or"),
    (re.compile(r"is(?=e|ing|ation)"), "iz"),
    (re.compile(r"ys(?=e|ing)"), "yz"),
    (re.compile(r"tre(?=$|s$|d$)"), "ter"),
    (re.compile(r"ence(?=$|s$|less$)"), "ense"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"mme(?=$|s$)"), "m"),
    (re.compile(r"ogue(?=$|s$)"), "og"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"y(?=re)"), "i"),
    (re.compile(r"gaol"), "jail"),
    (re.compile(r"plough"), "plow"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"kerb"), "curb"),
)


@cache
def is_common(word: str) -> bool:
    """Whether this word, given in lower case, is an English one that is written small; names are not."""
    if _spelled(word):
        return True
    return any(
        _spelled(other) for pattern, american in _BRITISH if (other := pattern.sub(american, word, count=1)) != word
    )


@cache
def is_known(word: str) -> bool:
    """Whether the dictionary holds this word in just this case: "Pedro", "NATO"."""
    return _spelled(word)


def _spelled(word: str) -> bool:
    try:
        word.encode("latin-1")  # what the dictionary is written in
    except UnicodeEncodeError:
        return False
    return bool(_dictionary().spell(word))


@cache
def _dictionary() -> Any:
    """Opened once a process, and only when some text stands in capitals."""
    from hunspell import Hunspell

    return Hunspell("en_US")
