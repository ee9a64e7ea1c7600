"""Text in capitals, as the wire services sent it, turned into ordinary spelling of exactly the same length.

Only the copy that is read from is respelled: every offset holds for the report as it stands, and what is stored is cut
out of the report itself. Text in mixed case comes back as the very same string.
"""

from __future__ import annotations

import re

from incidents.gazetteer import Gazetteer
from incidents.patterns import Patterns
from incidents.text.capitals import (
    MIN_SHARE,
    MIN_WORDS,
    WORD,
    begins,
    blocks,
    bracketed,
    in_capitals,
    mostly_capitals,
    spell,
)
from incidents.text.name_case import NameCases
from incidents.text.word_case import CasingFile, WordCases

_MARKER = re.compile(
    r"\[(?:(?:TEXT|EXCERPTS?|REPORT|ARTICLE|EDITORIAL|SPEECH|COMMUNIQUE|SUMMARY|INTERVIEW|COMMENTARY|CONTINUED|RECORDED|BEGIN RECORDING"
    r"|END RECORDING|PASSAGE OMITTED|WORDS? INDISTINCT|NUMBER INDISTINCT|INDISTINCT|NAME INDISTINCT|AS RECEIVED|AS HEARD|AS PUBLISHED|AS PRINTED"
    r"|SENTENCE AS (?:RECEIVED|HEARD|PUBLISHED)|SIC|NO DATE(?: AS RECEIVED)?|MORE|PRECEDING (?:WORDS?|NAME) (?:INDISTINCT)"
    r"|(?:FEW|SEVERAL|TWO|THREE|FOUR) WORDS (?:INDISTINCT|OMITTED))"
    r"(?: (?:BY|WITH|FROM|OF) [^\]\n]{1,80})?)\]"
)
_DATELINE = re.compile(r"[^\n\].!?]*(?:\.[^\n\].!?]*){0,3}?(?:--+|—|–| -)(?=\s)")


class Recaser:
    """Respells text in capitals. Built once; loads what it needs with the first text in capitals."""

    def __init__(self, patterns: Patterns, gazetteer: Gazetteer) -> None:
        self._cases = WordCases(patterns.read("casing.yaml", CasingFile), gazetteer.forms)
        self._names = NameCases(self._cases, gazetteer)

    def respelled(self, text: str) -> str:
        """The text with its paragraphs in capitals in ordinary spelling, each at its place; any other text itself."""
        if not mostly_capitals(text, share=0.02):
            return text
        least = 1 if mostly_capitals(text, share=MIN_SHARE) else MIN_WORDS
        shouted = [(a, b) for a, b in blocks(text) if in_capitals(text[a:b], least)]
        if not shouted:
            return text
        acronyms = bracketed(text)
        pieces, position = [], 0
        for start, end in shouted:
            pieces += [text[position:start], self._block(text[start:end], acronyms)]
            position = end
        return "".join([*pieces, text[position:]])

    def _block(self, text: str, acronyms: frozenset[str]) -> str:
        text = _MARKER.sub(lambda match: " " * len(match.group()), text)
        words = [self._cases.word(text, match, acronyms) for match in WORD.finditer(text)]
        self._names.correct(text, words, acronyms)
        filed = _DATELINE.match(text) if words and words[0].name else None  # not "THE MEN -- TWO OF THEM --"
        out = list(text)
        for word in words:
            if filed is not None and word.end <= filed.end() and not self._cases.is_month(word.key):
                continue
            written = text[word.start : word.end]
            case = "title" if word.case == "lower" and begins(text, word.start) else word.case
            out[word.start : word.end] = spell(written, case)
        return "".join(out)
