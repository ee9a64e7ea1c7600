"""The words by which a story goes on from a date, sets it aside or comes back to the present, and how its rules are called."""

from __future__ import annotations

import re

#: Characters. A story's year is not carried over more text than about two sentences.
STORY_GAP = 300
#: What the rule of "the first since 1982" ends in: the year itself is meant, not the time since.
RECORD = "+record"
#: What the rule of "a day after he came on May 26" begins with: it counts from the date that follows after the "@".
COUNTED = "counted:"

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
JOINED = re.compile(r"[:,]?\s*(?:\w+\s+)?")  # "in 2007 on May 18", "in 2007: May 18"
#: What makes a date a term and no stage of the story: "by Friday night", "due for September".
TERM = re.compile(
    r"\b(?:(?P<by>by)|before|until|till|ahead of|due (?:on|for|by|in)|for|which (?:fell|falls|was|is) on)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: "for his birthday on February 16": what lies ahead of the story although it is told in the past.
AWAITED = re.compile(
    r"\b(?:for|before|by|until|till|ahead of|due|in time for|in honou?r of|to mark)\b[^.;]{0,40}\b(?:birthday|anniversary|holiday|festival"
    r"|congress|elections?|deadline|parade|ceremony|celebrations?|games|jubilee|wedding)\b[^.;,]{0,20}\bon\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
YEAR_LAST = re.compile(r"\b(?:19|20)\d\d\Z")
#: "Last year, in June", "in 2014, at the end of May".
BESIDE = re.compile(r"[:,]?\s*(?:(?:in|on|at|during|from|between|by|early|late|mid|the)[\s-]+){0,3}")
#: "In 2014, when ...", "a case of last year, in which ...".
CLAUSE_OF_YEAR = re.compile(r",?\s+(?:when|in which|where|that)\s[^.;!?]*\Z")
HAD = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad(?:n['’]t)?\b(?![^.;]*\b(?:has|have|is|are)\b)", re.IGNORECASE)
LINE_OPENS = re.compile(r"\n[\W_]*\Z")
#: The end of what commas enclose, and the verb that goes on: "hired in 2006, were ..."
CLOSED = re.compile(r"[^.!?,]*,\s+(?:was|were|have|has|had|is|are|did|left|fled|went|ran|got|came|\w+ed)\b")
#: What brings a story back to the present: "Most of them have since left. And on April 12 ..."
BACK_TO_NOW = re.compile(r"\b(?:since then|ever since|ha(?:s|ve) since|now|nowadays|today|these days)\b", re.IGNORECASE)
ON = re.compile(r",?\s+(?:when|where)\b")
BACKGROUND = re.compile(r"\bhad\b[^.;,]{0,40}\Z", re.IGNORECASE)
#: "He escaped last year. He left in April": the same story goes on.
HE_WENT_ON = re.compile(
    r"[.!]['”\"]?\s+(?:He|She|They|The (?:two|three|pair|couple|man|men|woman|women|group|family))\b[^.!?]*\Z"
)
#: "Got out in August after half a century": long after what was told before.
LONG_AFTER = re.compile(
    r"[^.;]{0,40}\b(?:after|following) (?:\w+ ){0,3}(?:half a century|decades|years)\b|[^.;]{0,40}\b(?:decades|years) later\b",
    re.IGNORECASE,
)
