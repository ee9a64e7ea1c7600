"""Numbers that are somebody's age or the hour of a clock."""

from __future__ import annotations

import re

from incidents.arguments.bounds import Interval
from incidents.arguments.numerals import SPACE
from incidents.arguments.word_lists import word_list

COUNTED = re.compile(
    r" (?:[a-z]+ |North Korean |Korean |South Korean |Chinese |Russian ){0,2}?(?:people|persons|men|women|workers"
    r"|prisoners|inmates|defectors|soldiers|refugees|labou?rers|loggers|households|families"
    r"|employees|residents|students|miners|escapees|detainees|guards|troops|officials|children|protesters|others"
    r"|North Koreans)\b"
)
"""What follows a number of people."""
_AGE_AFTER = re.compile(
    rf"[- ](?:years?|months?|weeks?|days?)[- ](?:old|of{SPACE}age)\b|-(?:something|year)\b"
    rf"|{SPACE}or{SPACE}(?:older|younger|under)\b",
    re.I,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|age|ages of|turn(?:ed|s|ing)?|(?:under|over|above"
    r"|below) the age of)(?: (?:about|around|between|from))? $",
    re.I,
)
_APPOSED_AGE = re.compile(r"(?:[^\W\d_]|['’)]), (?:then |now |both |aged )?$")
_APPOSED_END = re.compile(r"\s*(?:[,;:)]|\.(?:\s|$)|$)")
_AGE_OF_ONE = re.compile(
    r"\b(?:man|woman|boy|girl|youth|lad|child|teenager|youngster|student|pupil|schoolboy|schoolgirl|worker|labourer|soldier"
    r"|private|corporal|sergeant|lieutenant|conscript|prisoner|inmate|widow|widower|spinster|bachelor|fisherman|miner|farmer"
    r"|waitress|seamstress|welder|driver|orphan|nurse|person|brother|sister|son|daughter|nephew|niece|cousin|infant|baby)"
    r"(?: and (?:a |an )?(?:man|woman|boy|girl|youth|lad))? of (?:only |just |barely |hardly |some )?$",
    re.I,
)
"""What makes a number an age: "a woman of 31"."""
_NO_DOERS = "|".join(sorted(word_list("no_doers")))
_AGE_OF_TRADE = re.compile(
    rf"\b[Aa]n? (?:[\w-]+ ){{0,3}}?(?!(?:{_NO_DOERS})\b)[a-z]{{2,}}(?:er|or|ist|ician|smith|tress) of $"
    r"|\b[Aa]n? (?:[\w-]+ ){0,3}?(?:hostess|trainee|cook|clerk|guard|captain|colonel|apprentice|conscript) of $"
)
"""The same of whoever does something: "a singer of 23 and an accordionist of 25"."""
_GROWN = re.compile(
    r"\b(?:people|those|children|child|women|men|persons?|anyone|everyone|citizens|boys|girls|youths?) (?:under"
    r"|over|above|below)$",
    re.I,
)
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|(?:at|in the (?:early |late )?)\s?(?:night|morning|afternoon|evening|dawn"
    r"|midnight)|(?:sharp|noon|hrs|GMT|KST)\b|h(?=\W)"
    r"|\s(?:to|and)\s\d{1,2}\s?(?:[ap]\.?\s?m\b))",
    re.I,
)
_CLOCK_BEFORE = re.compile(r"\b(?:half past|quarter (?:past|to)|minutes (?:past|to)) $", re.I)
_CLOCK_AT = re.compile(r"\b(?:at|until|till|before|after|past) (?:exactly |precisely |just )?$", re.I)
_CLOCK_END = re.compile(r"\s*(?:[.,;:)”\"]|$)|\s(?:and|when|sharp)\b")
_SIZED = re.compile(
    r"\b(?:puts?|putting|set|number\w*|estimat\w+|tolls?|st[oa]nds?|stood|count\w*|figures?|totals?|remain\w*|left|strength"
    r"|turn-?out|attendance|crowds?|size|dead|deaths|injur\w+|wounded|casualties|killed)\b",
    re.I,
)
"""What tells a number of people with "at": "put the dead at nine"."""


def age(text: str, interval: Interval, before: str, after: str) -> bool:
    """Whether a number is how old somebody is; ``before`` and ``after`` are the words around it."""
    if (
        _AGE_AFTER.match(after)
        or _AGE_BEFORE.search(before)
        or _GROWN.search(text[max(0, interval.number_start - 40) : interval.number_start].rstrip())
    ):
        return True
    aged = _AGE_OF_ONE.search(before) or _AGE_OF_TRADE.search(before)
    if not interval.vague and aged and not COUNTED.match(after):
        return 4 <= (interval.minimum or interval.maximum or 0) <= 110
    plain = interval.rule == "number" and interval.minimum is not None and 1 <= interval.minimum <= 110
    if not plain:
        return False
    if _APPOSED_AGE.search(before) and _APPOSED_END.match(after):
        return not re.search(r"\d[\w ]*, $", before)
    return before.endswith("(") and after.startswith(")") and before[-3:-1].rstrip().isalpha()


def clock(text: str, interval: Interval, before: str, after: str) -> bool:
    """Whether a number is an hour of the day: "until the lamps went out at ten"."""
    if interval.minimum is None or interval.minimum > 2400:
        return False
    if _CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before):
        return True
    hour = not interval.vague and interval.minimum == interval.maximum and 1 <= interval.minimum <= 12
    at_it = hour and _CLOCK_AT.search(before) is not None and _CLOCK_END.match(after) is not None
    return at_it and _SIZED.search(re.split(r"[.;:]\s", before)[-1]) is None
