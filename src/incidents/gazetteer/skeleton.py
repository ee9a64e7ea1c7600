"""Spelling keys: what is left of a name when the ways of spelling it are taken away.

``fold`` is for exact names (case, accents, apostrophes and full stops do not count). ``skeleton`` is for romanised
Korean: its consonants by class, every run of vowels one mark. Spellings of one name share a skeleton; names that share
one are told apart afterwards by :func:`incidents.gazetteer.korean.spelling_cost`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’‘ʼ`´′ʻ"
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_DROP = str.maketrans(dict.fromkeys(_APOSTROPHES + ".", ""))
_BREVES = str.maketrans(
    {"ŏ": "\ue000", "ŭ": "\ue001", "ǒ": "\ue000", "ǔ": "\ue001", "ö": "\ue000", "ü": "\ue001", "ō": "o", "ū": "u"}
)
_UNBREVE = str.maketrans({"\ue000": "ŏ", "\ue001": "ŭ"})
_CLASSES = (
    (re.compile("c?k"), "k"),
    (re.compile("tch|tj|dj|dz|ts|zh|ch|[jzc]"), "c"),
    (re.compile("sh|s+"), "s"),
    (re.compile("ph|[fvbp]"), "p"),
    (re.compile("kh|gh|[gkq]"), "k"),
    (re.compile("th|[dt]"), "t"),
    (re.compile("ng(?![kaeiouyw]|$)"), "n"),
    (re.compile("nk$"), "n"),
    (re.compile("[rln]"), "n"),
    (re.compile("(?<=.)h"), ""),
    (re.compile("[aeiouyw]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# A word: letters with inner apostrophes, an abbreviation (U.A.E.), a number, or a run of Hangul.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[가-힣]+|[^\W\d_가-힣]+(?:['’‘ʼ`][^\W\d_가-힣]+)*|\d+",
)
_POSSESSIVE = re.compile(r"['’]s?$")


class Token(NamedTuple):
    """A word of the text: offsets (a possessive 's left out), its folded form, and whether it begins with a capital."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    joined: bool
    """Whether only a hyphen stands between it and the word before."""


@lru_cache(maxsize=131072)
def fold(name: str) -> str:
    """Lower case, without accents, apostrophes and full stops."""
    if name.isascii():
        return name.lower().translate(_DROP)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).lower().translate(_STROKES))
    return "".join(char for char in plain.translate(_DROP) if not unicodedata.combining(char))


@lru_cache(maxsize=131072)
def letters(name: str) -> str:
    """Lower case letters alone, the McCune–Reischauer vowels ŏ and ŭ kept, all else without accents."""
    if name.isascii():
        return "".join(char for char in name.lower() if char.isalpha())
    marked = unicodedata.normalize("NFC", name).lower().translate(_BREVES)
    return "".join(char for char in fold(marked).translate(_UNBREVE) if char.isalpha())


@lru_cache(maxsize=131072)
def skeleton(name: str) -> str:
    """The key that all romanisations of one Korean name share ("" when nothing but vowels is left)."""
    key = letters(name).replace("ŏ", "o").replace("ŭ", "u")
    for pattern, replacement in _CLASSES:
        key = pattern.sub(replacement, key)
    return key if key.strip("a") else ""


_LEVELLED = (
    ("eo", "o"),
    ("eu", "u"),
    ("oo", "u"),
    ("ae", "e"),
    ("oe", "e"),
    ("ai", "e"),
    ("ch", "j"),
    ("sh", "s"),
    ("ph", "p"),
    ("kh", "k"),
    ("th", "t"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
    ("l", "r"),
)


@lru_cache(maxsize=16384)
def plain_sound(name: str) -> str:
    """The spelling with voicing and the usual vowel spellings levelled: near-equal for spellings of one name."""
    for old, new in _LEVELLED:
        name = name.replace(old, new)
    return name


def tokens(text: str) -> list[Token]:
    """The words of a text, hyphenated ones in their parts."""
    found = []
    last = -2
    for match in _TOKEN.finditer(text):
        start, word = match.start(), match.group()
        cut = _POSSESSIVE.search(word)
        if cut and len(word) > len(cut.group()):
            word = word[: cut.start()]
        key = fold(word)
        joined = start == last + 1 and text[last] in "-‐‑–"
        found.append(Token(start, start + len(word), word, key, word[0].isupper() or word[0] >= "가", joined))
        last = match.end()
    return found
