"""Which stretches of a text stand in capitals, where their sentences begin, and words put into another case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from incidents.text.english import is_common
from incidents.text.sections import paragraphs

Case = Literal["lower", "title", "keep"]

#: A paragraph is in capitals from this many words and this share of upper-case letters on.
MIN_WORDS, MIN_SHARE = 4, 0.75
WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:[.!?…][\"'”’)\]]*\s|[,:]\s+(?=[\"“])|(?:--|—|–)\s|\n\s*\n)\s*[\"'“‘(\[*>–—-]*\s*\Z")
_NOT_AN_END = re.compile(r"\b(?:MR|MRS|MS|DR|GEN|COL|LT|SGT|CAPT|MAJ|GOV|SEN|REP|NO|NOS|ST|PROF|VS|[A-Z])\.\s+\Z")


def in_capitals(text: str, least: int = MIN_WORDS) -> bool:
    """Whether a stretch of text is prose in capitals, of ``least`` words: not a name, a label or an acronym or two."""
    words = [word for word in WORD.findall(text) if len(word) > 1]
    if len(words) < least or not mostly_capitals(text, share=MIN_SHARE):
        return False
    return sum(is_common(word.lower()) for word in words) >= min(2, least)


def mostly_capitals(text: str, *, share: float) -> bool:
    """Whether at least this share (0 to 1) of the letters are capitals; never for a text without any."""
    upper = sum(map(str.isupper, text))
    return upper > 0 and upper >= share * (upper + sum(map(str.islower, text)))


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; lines that stand together and are all in capitals stay together."""
    begin: tuple[int, int] | None = None
    for start, end in paragraphs(text):
        if begin is not None and text[begin[1] : start].count("\n") < 2 and not _closed(text[begin[0] : begin[1]]):
            begin = begin[0], end
            continue
        if begin is not None:
            yield begin
        begin = start, end
    if begin is not None:
        yield begin


def _closed(text: str) -> bool:
    return len(text) < 45 or re.search(r"[.!?:][\"'”’)\]]*\Z", text) is not None


def bracketed(text: str) -> frozenset[str]:
    """Acronyms that the text itself gives in brackets."""
    found = re.findall(r"[(\[]([A-Z]{2,7})[)\]]", text)
    return frozenset(word.lower() for word in found if word != "SIC" and (len(word) < 5 or not is_common(word.lower())))


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins here."""
    lead = text[:start].rstrip(" \n\t\"'“‘([*>")
    before = lead[-12:] + text[len(lead) : start]
    return not lead or (_SENTENCE_END.search(before) is not None and _NOT_AN_END.search(before) is None)


def spell(word: str, case: Case) -> str:
    """A word in capitals respelled in its case, of the same length; parts after O' and D' get a capital of their own."""
    if case == "keep":
        return word[:-1] + "s" if word.endswith(("'S", "’S")) and len(word) > 3 else word
    if case == "lower":
        return _same_length(word, word.lower())
    parts = re.split(r"((?<=\bO)['’]|(?<=\bD)['’])", word)
    return _same_length(word, "".join(part[:1] + part[1:].lower() for part in parts))


def _same_length(word: str, other: str) -> str:
    return other if len(other) == len(word) else word
