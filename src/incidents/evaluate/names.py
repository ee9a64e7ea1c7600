"""Whether two spellings name one thing, as the scoring rules see it: romanisations of a Korean name read alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ROMANISATIONS = (
    *(("sh", "s"), ("ch", "j"), ("kh", "g"), ("ph", "b"), ("th", "d"), ("k", "g"), ("t", "d"), ("p", "b"), ("l", "r")),
    *(("yeo", "yo"), ("eo", "o"), ("eu", "u"), ("oo", "u"), ("ae", "e"), ("ee", "i"), ("oi", "oe"), ("ie", "e")),
)
"""Applied in order. Fixed by the scoring rules: figures are only comparable while these stay as they are."""
LONG_ENOUGH = 4  # shorter skeletons and words coincide by chance


def same_name(found: str, accepted: Iterable[str]) -> bool:
    """Whether ``found`` is, or sounds like, an accepted spelling, or either is made of whole words of the other."""
    words, sound = plain(found), skeleton(found)
    for spelling in accepted:
        other = plain(spelling)
        if words == other or (len(sound) > LONG_ENOUGH and sound == skeleton(spelling)):
            return True
        if len(words) >= LONG_ENOUGH and (f" {words} " in f" {other} " or f" {other} " in f" {words} "):
            return True
    return False


def plain(name: str) -> str:
    """Lower-case letters a–z and digits, words parted by single spaces, accents dropped."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", " ", bare.lower()).strip()


def skeleton(name: str) -> str:
    """What is left of a name when romanisations of the same sounds are made one and doubled letters single."""
    sound = plain(name).replace(" ", "")
    for written, read in ROMANISATIONS:
        sound = sound.replace(written, read)
    return re.sub(r"(.)\1+", r"\1", sound)
