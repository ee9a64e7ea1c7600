"""Whether a date's clause looks ahead, and whether the date says when somebody spoke."""

from __future__ import annotations

import re
from typing import Literal

from incidents.dates.vocabulary import Vocabulary

Direction = Literal["future", "past"]

#: Characters read on either side of an expression; clauses of news text are seldom longer.
WINDOW = 160
#: Characters between "told" and the day on which it was told.
REPORT_REACH = 60
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*\s+(?![a-z])|\n\s*\n|;")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Col|Sen|Gov|St|Co|Corp|Inc|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|U\.S|U\.N)"
    r"\.\Z"
)
#: "The lowest since", "the first drop in three months and the biggest since".
_RECORD = re.compile(
    r"(?<!\bat )\b(?:first|worst|best|most|least|only|last time|(?!(?:arrest|protest|request|interest|unrest|west|east|test|forest"
    r"|contest|harvest|guest|quest|suggest|invest|honest|rest|priest|chest|nest|pest|vest)\b)\w{3,}est"
    r"|(?:\w+[- ])?(?:high|low|record))\b[^.;:!?,]{0,60}\Z",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"\bthat\b|[“\"]|,\s")
_CLAUSE_END = re.compile(
    r"(?:,|\s)\s*(?:but|although|though|while|whereas)\s|,\s+(?:and|or|as|after|before|when|where|which|who|whose)\s",
    re.IGNORECASE,
)


class Tense:
    """Judges the words around a date by the cues of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        future, past = _any_of(vocabulary.future_cues), _any_of(vocabulary.past_cues)
        present, reporting = _any_of(vocabulary.present_cues), _any_of(vocabulary.reporting_cues)
        self._cue = re.compile(
            rf"""(?P<past_perfect>\bhad\s+(?:\w+ly\s+|not\s+|been\s+)*\w+(?:ed|en)\b
                |\b(?:could|would|should|might|must|may)(?:n['’]t|\s+not)?\s+(?:\w+ly\s+)?have\b)
            |(?P<open>\b(?:has|have|is|are|remains?|stays?)\b(?:\s+[\w-]+){{0,6}}?\s+(?:until|till)\b)
            |(?P<noun>\b(?:his|her|their|our|my|its|no|any)\s+(?:\w+\s+)?(?:hopes?|plans?|starts|votes)\b(?!\s+(?:to|for)\b))
            |(?P<future>\b(?:is|are|was|were|be|been|['’]re|['’]s)\s+(?:\w+ly\s+)?(?:to|going|set\s+(?:to|for)|{future})\b
                |(?<!\w)(?:{future})(?!\w)(?:\s+(?:to|not|\w+ly)\b)*(?:\s+(?:be|been|have)\b)*(?:\s+\w+)?
                |['’]ll\b)
            |(?P<present>\b(?:{present})\b)
            |(?P<past>\b(?:{past})\b|\b[^\W\d_]{{3,}}ed\b)""",
            re.IGNORECASE | re.VERBOSE,
        )
        self._occurring = re.compile(rf"\b(?:{_any_of(vocabulary.occurring_cues)})\s+\Z", re.IGNORECASE)
        self._reporting = re.compile(rf"\b(?:{reporting})\b", re.IGNORECASE)

    def direction(self, text: str, start: int, end: int) -> Direction | None:
        """Which way the verb nearest before the expression, else the first after it, looks; null without a cue."""
        cue: str | None = None
        for match in self._cue.finditer(text, _clause_start(text, start), start):
            cue = cue if match.lastgroup == "noun" else match.lastgroup
        if cue is None:
            later = self._cue.finditer(text, end, _clause_end(text, end))
            cue = next((match.lastgroup for match in later if match.lastgroup != "noun"), None)
        if cue is None:
            beyond = self._cue.finditer(text, end, _sentence_end(text, end))
            cue = next((m.lastgroup for m in beyond if m.lastgroup in ("past", "past_perfect")), None)
        if cue in ("future", "open"):
            return "future"
        return "past" if cue in ("past", "past_perfect") else None

    def is_occurring(self, text: str, start: int) -> bool:
        """Whether the expression says when the event at hand took place: "the attack came two days after"."""
        return self._occurring.search(text[max(0, start - 20) : start]) is not None

    def is_record(self, text: str, start: int) -> bool:
        """Whether "since ..." bounds a comparison: "the lowest level since January 2009"."""
        return _RECORD.search(text[max(sentence_start(text, start), start - WINDOW) : start]) is not None

    def is_reporting(self, text: str, start: int, end: int) -> bool:
        """Whether the expression says when a source spoke: "told RFA on Oct. 9"."""
        verb: re.Match[str] | None = None
        for match in self._reporting.finditer(text, max(sentence_start(text, start), start - REPORT_REACH), start):
            verb = match
        if verb is not None:
            between = text[verb.end() : start]
            if self._cue.search(between) is None and _NEW_CLAUSE.search(between) is None:
                return True
        return self._reporting.match(text[end : end + 20].lstrip()) is not None


def _any_of(words: list[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))


def sentence_start(text: str, position: int) -> int:
    """Where the sentence that holds ``position`` begins, as far as marks tell, at most ``WINDOW`` back."""
    low = max(0, position - WINDOW)
    best = low
    for match in _SENTENCE_END.finditer(text, low, position):
        if not _ends_abbreviation(text, match.start()):
            best = match.end()
    return best


def _clause_start(text: str, position: int) -> int:
    best = sentence_start(text, position)
    for match in _CLAUSE_END.finditer(text, best, position):
        best = match.end()
    return best


def _sentence_end(text: str, position: int) -> int:
    high = min(len(text), position + WINDOW)
    for match in _SENTENCE_END.finditer(text, position, high):
        if not _ends_abbreviation(text, match.start()):
            return match.start()
    return high


def _clause_end(text: str, position: int) -> int:
    high = _sentence_end(text, position)
    clause = _CLAUSE_END.search(text, position, high)
    return high if clause is None or clause.start() == position else clause.start()


def _ends_abbreviation(text: str, dot: int) -> bool:
    return _ABBREVIATION.search(text[max(0, dot - 5) : dot + 1]) is not None
