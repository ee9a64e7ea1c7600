"""The words around a number that bound it: "about", "more than", "up to", "or so"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from incidents.arguments.fractions import share_before


@dataclass(frozen=True, slots=True)
class Interval:
    """A number expression ``text[start:end]`` and what it means.

    ``number_start``/``number_end`` bound the number itself, without "about" and the like; ``currency`` holds the words
    or the sign of a currency, null when there is none; ``vague`` is true for "dozens" and the like.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    minimum: float | None
    maximum: float | None
    approx: bool
    vague: bool
    currency: str | None
    rule: str
    values: tuple[float, ...] = ()


_AT_LEAST = (
    r"(?:well |far |slightly |just |a little |considerably |many )?(?:more|greater|higher) than|(?:well|just|far) over"
    r"|over|at (?:the very )?least|no (?:fewer|less) than|not (?:fewer|less) than|upwards? of|in excess of"
    r"|exceed(?:s|ed|ing)?"
    r"|(?:well )?above|an? minimum of|minimum of|as few as|surpass(?:ed|ing)|topp(?:ed|ing)|beyond"
)
_AT_MOST = (
    r"(?:anything |anywhere )?up to|as (?:many|much|high) as|at (?:the )?most|(?:no|not) (?:more|greater|higher) than"
    r"|(?:far |slightly |just |well )?(?:fewer|less|lower) than|not exceeding|(?:just |well )?(?:under|below)"
    r"|an? maximum of|maximum of"
)
_ABOUT = (
    r"about|some|nearly|around|round|roughly|almost|close to|approximately|approx\.?|circa|ca?\.|~|≈|virtually|nearer"
    r"|an? (?:estimated|approximate|average of|average|reported|unconfirmed)|(?:is |was |are "
    r"|were )?estimated (?:at|to be)|estimated"
    r"|something like|in the (?:region|neighbou?rhood|vicinity|order) of|on the order of|perhaps|probably|maybe"
    r"|possibly|nigh on"
)
_BEFORE = re.compile(
    rf"(?:(?<![\w-])|(?<=[-—–]))(?:(?P<low>{_AT_LEAST})|(?P<high>{_AT_MOST})"
    rf"|(?P<about>{_ABOUT}))\s+(?:(?:an? (?:total|sum) of )|the )?$"
    r"|(?P<tilde>[~≈])\s?$",
    re.I,
)
_BOUND_MARKS = {">": "low", "<": "high", "≥": "low", "≤": "high"}
_AFTER = re.compile(
    r"(?P<low>\+(?!\w)|-plus\b| plus\b(?! \w+ \w+ in\b)|,? or (?:even )?(?:more|over|above|greater)\b"
    r"|,? (?:maybe|perhaps|possibly|probably|if not) more\b(?! than)"
    r"|,? and (?:more|up|upwards|counting)\b|,? at (?:the very )?(?:least|minimum)\b)"
    r"|(?P<high>,? or (?:fewer|less|under|below)\b|,? at (?:the )?(?:most|maximum)\b)"
    r"|(?P<about>[ -]?odd\b|-some\b|-ish\b|,? or so\b|,? or thereabouts\b|,? approximately\b|,? give or take\b)",
    re.I,
)
_LOOKBACK = 48  # characters before a number in which its words stand


def _bounded(interval: Interval, side: str, rule: str) -> Interval | None:
    low, high = interval.minimum, interval.maximum
    if side == "about":
        return replace(interval, approx=True, rule=rule)
    if side == "low":
        return replace(interval, maximum=None, rule=rule)
    if high is None:
        return None  # "up to several hundred" bounds nothing
    return replace(interval, minimum=None, maximum=high if high >= (low or 0) else low, rule=rule)


def _kind(match: re.Match[str]) -> str:
    return next((side for side in ("low", "high", "about") if match[side]), "about")


def with_words_around(interval: Interval, text: str) -> Interval | None:
    """The interval with the words before and after it taken in; null when they leave nothing that is known."""
    result: Interval | None = interval
    fraction = None if interval.currency else share_before(text, interval.start)
    if fraction is not None and interval.maximum is not None and interval.minimum is not None:
        start, share, name = fraction
        part = round(interval.maximum * share)
        low, high = (interval.maximum // 2 + 1, interval.maximum) if name == "most-of" else (part, part)
        result = replace(interval, start=start, minimum=low, maximum=high, rule=name)
    sides: list[str] = []
    for _ in range(2):  # "more than about 40"
        assert result is not None
        before = text[max(0, result.start - _LOOKBACK) : result.start]
        match = _BEFORE.search(before)
        if match is None and before[-1:] in _BOUND_MARKS:
            match = re.search(r"(?P<low>[>≥])|(?P<high>[<≤])|(?P<about>(?!))", before[-1:])
            before = before[-1:]
        if match is None or _not_a_bound(match, before, text, result):
            break
        start = result.start - len(before) + match.start()
        side = _kind(match)
        result = replace(result, start=start)
        sides.append(side)
    after = _AFTER.match(text, interval.end)
    if after and result is not None:
        end = after.end()
        result = replace(result, end=end)
        if _kind(after) not in sides:
            sides.insert(0, _kind(after))
    for side in sides:
        assert result is not None
        rule = {"low": "at-least", "high": "at-most", "about": "about"}[side]
        if result.rule not in ("number", "about"):
            rule = f"{result.rule}/{rule}"
        result = _bounded(result, side, rule)
        if result is None:
            return None
    return _below(result, text) if result is not None else None


def _below(interval: Interval, text: str) -> Interval:
    """ "Fewer than ten" are nine at most; of more than twenty nobody says so."""
    most = interval.maximum
    fewer = FEWER.match(text, interval.start) is not None and interval.minimum is None
    if not fewer or interval.currency or interval.rule != "at-most" or most is None or not 1 < most <= 20:
        return interval
    return replace(interval, maximum=most - 1)


FEWER = re.compile(r"(?:(?:far|slightly|just|well) )?fewer than", re.I)
_TOPIC = re.compile(
    r"\b(?:disput\w+|row|concern\w*|anger\w*|angry|protest\w*|fight\w*|quarrel\w*|talks|worr\w+|outrage|handed"
    r"|hands?|handing|took|took control|takes?|taking|turns?|turning|turned|ran|running|drove|watch\w*) $",
    re.I,
)
_AGED = re.compile(
    r"\b(?:people|those|children|child|women|men|persons?|anyone|everyone|citizens|boys|girls|youths?|aged|ages?) $",
    re.I,
)


def _not_a_bound(match: re.Match[str], before: str, text: str, interval: Interval) -> bool:
    words = match[0].strip().lower()
    ahead = before[: match.start()]
    if words == "over":
        return bool(_TOPIC.search(ahead))
    if words == "some" and interval.vague:
        return False
    return words in ("round", "beyond", "topped", "under", "below", "above") and bool(_AGED.search(ahead))
