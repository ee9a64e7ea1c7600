"""The full names of people, and whether two of them can be one person's: "Lt. Lee Eun-song" is no "Lee Kun Soon"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from incidents.arguments.word_lists import word_list
from incidents.gazetteer.skeleton import letters, plain_sound

if TYPE_CHECKING:
    from incidents.annotate import Page

FullName = tuple[str, ...]
"""The words of a name in their order, hyphenated ones in parts, small letters: ("lee", "eun", "song")."""

TITLES = word_list("titles")
HYPHEN = re.compile("[-‐‑–]")
SPELT = {"ri": "ree", "rhee": "ree", "lee": "ree", "li": "ree", "yi": "ree", "noh": "ro", "roh": "ro", "no": "ro", "yoo": "ryu",
         "yu": "ryu", "park": "pak", "bak": "pak", "choi": "che", "choe": "che"}  # fmt: skip
NOBODY = frozenset({"GPE", "LOC", "NORP", "FAC", "DATE", "PRODUCT", "EVENT", "LANGUAGE"})


def full_name(page: Page, token: Token) -> FullName:
    """The name of the person that a word is part of, without titles and ranks; empty where it names nobody."""
    if not _part(token) or _located(page, token):
        return ()
    words = [token, *_run(page, token, -1), *_run(page, token, 1)]
    titles = TITLES | page.families.words("people")
    words = [t for t in sorted(words, key=lambda t: t.i) if t.lower_.rstrip(".") not in titles]
    parts = [letters(part) for t in words for part in HYPHEN.split(t.text) if part]
    if len(parts) < 2 and all(t.text.isupper() for t in words):
        return ()  # "the MSS"
    return tuple(p for p in parts if len(p) > 1 or len(parts) == 1)


def _run(page: Page, token: Token, step: int) -> list[Token]:
    """The words of the name to one side: capitalised ones, and what a hyphen ties to them."""
    found, here, doc = [], token, token.doc
    while token.sent.start <= here.i + step < token.sent.end:
        near, left = doc[here.i + step], min(here.i, here.i + step)
        tied = not doc[left].whitespace_ and (bool(HYPHEN.fullmatch(near.text) or HYPHEN.fullmatch(here.text)))
        if not (tied or (_part(near) and not _located(page, near))):
            break
        found.append(near)
        here = near
    return found


def _part(token: Token) -> bool:
    if not token.text[0].isupper() or token.ent_type_ in NOBODY:
        return False
    return token.pos_ == "PROPN" or token.ent_type_ == "PERSON"


def _located(page: Page, token: Token) -> bool:
    return any(n.start <= token.idx < n.end for n in page.names)


def same_person(a: FullName, b: FullName) -> bool | None:
    """Whether two names can be one person's: yes, no, or null where neither is known, two that share no word.

    A part of a name is that of its bearer ("Mr. Thae", "Min-hee"), whatever the order of its words. Two full names that
    share only the family name, or a syllable, are two people's, and so are two of which each has a word of its own.
    """
    x, y = [_sound(w) for w in a], [_sound(w) for w in b]
    common = set(x) & set(y)
    if len(common) > 0 and "".join(x) == "".join(y):
        return True  # "Lee Eunsong"
    if len(common) == min(len(set(x)), len(set(y))):
        return True
    if len(a) > 1 and len(b) > 1:
        return False
    return False if common else None


def _sound(word: str) -> str:
    return plain_sound(SPELT.get(word, word).replace("ou", "o"))


def shared(mine: Iterable[FullName], theirs: Collection[FullName]) -> bool:
    """Whether anybody may be among both."""
    return any(same_person(a, b) for a in mine for b in theirs)
