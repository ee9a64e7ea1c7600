"""Whether a date's clause looks ahead, and whether the date says when somebody spoke."""

from __future__ import annotations

import re
from typing import Literal

from incidents.dates.vocabulary import Vocabulary

Direction = Literal["future", "past"]
_CLAUSE_START = re.compile(r"[.!?]['\"”’)\]]*\s+(?![a-z])|\n\s*\n|;")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Col|Sen|Gov|St|Co|Corp|Inc|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|U\.S|U\.N))\.\Z"
)
_WINDOW = 160


class Tense:
    """Judges the words around a date by the cues of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        future, past = _words(vocabulary.future_cues), _words(vocabulary.past_cues)
        present, reporting = _words(vocabulary.present_cues), _words(vocabulary.reporting_cues)
        self._cue = re.compile(
            rf"(?P<future>(?<!\w)(?:{future})(?!\w)(?:\s+(?:to|not|be|been|have|\w+ly))*(?:\s+\w+(?:ed|en))?|['’]ll\b"
            rf"|\b(?:is|are|'re|’re|’s|'s)\s+(?:to|going|set|due)\b)"
            rf"|(?P<present>(?<!\w)(?:{present})(?!\w))"
            rf"|(?P<past>(?<!\w)(?:{past})(?!\w)|(?<!\w)[^\W\d_]{{3,}}ed(?!\w))",
            re.IGNORECASE,
        )
        self._reporting = re.compile(rf"(?<!\w)(?:{reporting})(?!\w)", re.IGNORECASE)

    def direction(self, text: str, start: int, end: int) -> Direction | None:
        """Which way the verb nearest before the expression, else the first after it, looks; null without a cue."""
        before = text[sentence_start(text, start) : start]
        direction: str | None = None
        for match in self._cue.finditer(before):
            direction = match.lastgroup
        if direction is None:
            first = self._cue.search(text, end, sentence_end(text, end))
            direction = None if first is None else first.lastgroup
        return "future" if direction == "future" else "past" if direction == "past" else None

    def is_reporting(self, text: str, start: int, end: int) -> bool:
        """Whether the expression says when a source spoke: "told RFA on Oct. 9"."""
        before = text[max(sentence_start(text, start), start - 60) : start]
        found = list(self._reporting.finditer(before))
        if found and not re.search(r"\bthat\b|[“\"]|,\s", before[found[-1].end() :]):
            return True
        after = text[end : min(end + 12, len(text))]
        return self._reporting.match(after.lstrip()) is not None


def _words(words: list[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words if word[0].isalpha()), key=lambda w: (-len(w), w)))


def sentence_start(text: str, position: int) -> int:
    """Where the sentence that holds ``position`` begins, as far as marks tell, at most 160 characters back."""
    low = max(0, position - _WINDOW)
    best = low
    for match in _CLAUSE_START.finditer(text, low, position):
        if _ABBREVIATION.search(text[max(low, match.start() - 5) : match.start() + 1]) is None:
            best = match.end()
    return best


def sentence_end(text: str, position: int) -> int:
    """Where that sentence ends, at most 160 characters on."""
    high = min(len(text), position + _WINDOW)
    for match in _CLAUSE_START.finditer(text, position, high):
        if _ABBREVIATION.search(text[max(0, match.start() - 5) : match.start() + 1]) is None:
            return match.start()
    return high
