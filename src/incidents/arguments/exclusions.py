"""Numbers that count nobody and nothing: years, dates, ages, hours, measures, shares, and numbers that are names."""

from __future__ import annotations

import re
from collections.abc import Callable

from incidents.arguments.ages_and_hours import COUNTED, age, clock
from incidents.arguments.bounds import Interval
from incidents.arguments.fractions import FRACTION
from incidents.arguments.numerals import SPACE

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# Nouns that head a measure. Those that can also qualify a noun ("three day labourers") count only in the plural.
_TIMES = "second|minute|hour|day|night|week|weekend|month|year|decade|century|fortnight|quarter|semester|term|season"
_TIME_PLURALS = (
    "seconds|minutes|hours|days|nights|weeks|weekends|months|years|decades|centuries|fortnights|seasons|yrs|hrs"
)
_MEASURES = (
    r"(?:kilo|centi|milli)?(?:met(?:re|er)s?|grams?|grammes?|lit(?:re|er)s?)|(?:kilo|mega|giga)?(?:watts?|tons?"
    r"|tonnes?|bytes?)|(?:kilo|mega)watts?(?:[- ]hours?)?"
    r"|km|kms|kg|kgs|cm|mm|kph|mph|mw|kw|kwh|gb|ha|lbs?|oz|m[²³23]?|km[²2]|°c?|degrees?|feet|foot|ft|inch(?:es)?"
    r"|yards?|miles?|knots?|acres?|hectares?|jeongbo|chongbo"
    r"|pyong|pyeong|pounds?|ounces?|stones?|pints?|quarts?|gallons?|bushels?|barrels|calories|volts?|amps?|hertz"
    r"|mhz|megahertz|pixels?|points?|nautical|times|fold|dpi|psi"
)
_MEASURE_ADJECTIVES = (
    "(?:square|cubic|metric|nautical|long|short|air|consecutive|full|straight|working|whole|solid|more|further|extra"
    f"|additional|or{SPACE}more|calendar|business)"
)
_MEASURED = re.compile(
    rf"(?:{SPACE}and{SPACE}(?:a|one|three)[ -](?:half|quarter|third|quarters))?"
    rf"(?:-|{SPACE}(?:of{SPACE}(?:the{SPACE})?)?)?(?:{_MEASURE_ADJECTIVES}[ -])*(?:(?:{_TIME_PLURALS}"
    rf"|{_MEASURES})(?![\w])|(?<=-)(?:{_TIMES}|metre|inch)\b)|(?:°|['′\"″]\d)",
    re.I,
)
_SINGLE_TIME = re.compile(rf"{SPACE}(?:{_TIMES}|time|evening|morning|afternoon)\b", re.I)
_SHARE = re.compile(r"\s?(?:%|percent|per cent|pct\b|percentage|-percent|-per-cent)", re.I)
_RATIO = re.compile(
    rf"{SPACE}(?:in|out{SPACE}of){SPACE}(?:every{SPACE})?(?:\d+|two|three|four|five|six|seven|eight|nine|ten"
    rf"|twenty)\b(?!{SPACE}\w+ (?:camps|prisons|mines))",
    re.I,
)
_RATIO_END = re.compile(
    rf"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten){SPACE}(?:in|out{SPACE}of){SPACE}(?:every{SPACE})?$",
    re.I,
)
_ORDINAL_TAIL = re.compile(
    rf"(?:-|{SPACE})?(?:first|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b|-(?:second|third)s?\b|(?:st|nd|rd"
    rf"|th|s)\b",
    re.I,
)
_FRACTION = re.compile(FRACTION, re.I)

_DAY_BEFORE = re.compile(rf"\b{_MONTH}\s?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?P<join>-|–|—|to|and|or|through|/)\s?)?$")
_MONTH_SCENE = re.compile(rf"\b(?:in|last|this|of|early|late|mid)[ -]{_MONTH}\s?$", re.I)
_DAY_AFTER = re.compile(rf"(?:\s?(?:-|–|—|to|and|or)\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}(?![a-z])|[./]\s?\d|-\d{{1,2}}-\d")

_NUMBERED = (
    "camp|kyohwaso|kwan-?li-?so|no|nos|number|№|office|unit|room|bureau|department|corps|division|regiment"
    "|battalion|article|articles|section|chapter|paragraph|route|highway"
    "|gate|building|block|apartment|floor|level|grade|class|factory|mine|pit|shaft|page|pages|table|figure|fig"
    "|part|channel|flight|resolution|resolutions|phase|line|zone|district"
    "|juche|volume|vol|issue|type|model|platform|hall|ward|plot|annex|appendix|clause|item|version|version"
    "|boeing|terminal|warehouse|dormitory|dock|pier|berth|reactor|borehole|tunnel"
    "|formula|windows|apollo|size|rank|category|order|directive|decree|law|rule|step|point|note|footnote|chamber"
    "|witness|interviewee|respondent|informant|defendant|case|source|cell|site|area|sector|well|km|mile|kilometre|kilometer|post|army"
)
_NUMBERED_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:{_NUMBERED})|(?:no|nos|fig|vol|art|ch|pp?)\.) ?(?:[#№] ?|no\.? ?)?$", re.I
)
_NAMED = re.compile(r"(?:^|[^.?!:\n\s][^\S\n]+|[(“\"‘][^\S\n]*)([A-Z][\w’'-]*)[^\S\n]$")
_OF_A_SHIP = re.compile(
    r"\b(?:crews?|deck ?hands?|sailors?|seam[ae]n|hands|skipper|captain|mates?|cooks?|fisherm[ae]n|ship|boat|trawler|vessel"
    r"|freighter|aboard|on board)(?: (?:of|from|on|aboard))? the (?:[A-Z][\w’'-]* ){1,4}$"
)
"""A number behind it ends a ship's name: "deckhands of the Myong Song 311"."""
_FUNCTION_WORDS = (
    "a about above after all almost an and another approximately are around as at before below between both but by "
    "close did do does during each even every exactly few for from had has have he her his how however i if in "
    "including into is it its just last least less like more most nearly no nor not of on one only or other our "
    "over part past per roughly several she since so some such than that the their them then there these they "
    "this those to total under until up was we were what when where while who why with within yet you january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec "
)
_NOT_A_NAME = frozenset(_FUNCTION_WORDS.split())
_NOUN_FOLLOWS = re.compile(
    r"[^\S\n]+(?:of[^\S\n]|(?!(?:and|or|is|was|has|had|in|on|at|to|will|which|who|that|for|with|by|from|as|were"
    r"|are)\b)[a-z])"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|year|spring|summer|autumn|fall|winter|early|late|mid|before"
    r"|after|between|through|and|to|for|the|end|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|[0-9]{1,2},?|(?:19|20)\d\d)[ -]*$",
    re.I,
)
_LIST_MARK = re.compile(r"(?:^|\n)[^\S\n]*[(\[]?$")
_COMPOUND = re.compile(
    r"[-‐‑](?!(?:member|man|woman|men|women|person|people|strong|odd|plus|some|ish|worker|prisoner|inmate|soldier"
    r"|family|household|crew)\b)[^\W\d]",
    re.I,
)
_ONE_BEFORE = re.compile(
    r"(?<![\w-])(?:no|the|this|that|each|every|any|which|another|day|number|phase|some|first|last|new|old|small"
    r"|big|only the|good|bad|better|single|a|as|quite|right|wrong|whole|"
    r"final|latest|previous|next|similar|different|same|loved|be) $", re.I
)  # fmt: skip
_ONE_AFTER = re.compile(
    r"(?:['’]s\b|-|[.,;:?!)]|$| (?:another|after|by|at|day|night|morning|evening|time|thing|way|side|hand|third"
    r"|can|could|must|should|may|might|would|has to|needs?|cannot|does|wants?|where|"
    r"in which|that|which|and the same|on one|to one|for|reason|possibility|example|exception|problem|step|point"
    r"|factor|aspect|more|again"
    r"|of (?:(?:the|these|those|its|their|his|her|our|my|several|many|a|[a-z]+['’]s) )*(?:\w+[ -])?(?:sources?"
    r"|reasons?|ways?|things?|few|\w+est|most|main|major|best|worst|many|leading|key)\b))",
    re.I,
)  # fmt: skip


def _year(text: str, interval: Interval, before: str, after: str) -> bool:
    words = text[interval.number_start : interval.number_end]
    years = re.findall(r"(?<![\d,])(?:1[89]|20)\d\d(?![\d,])", words)
    if not years or re.search(r"\d,\d|\d{5}", words):
        return False
    if len(years) > 1 or interval.rule == "range":
        return True
    bound = interval.start < interval.number_start
    counted = bool(COUNTED.match(after))
    if counted and int(years[0]) % 50 == 0 and not re.search(r"\b(?:in|since|by|of|until|year) $", before, re.I):
        return False
    return not (bound and counted) and not (bound and not _YEAR_BEFORE.search(before) and int(years[0]) % 100 == 0)


def _date(text: str, interval: Interval, before: str, after: str) -> bool:
    if _DAY_AFTER.match(after):
        return True
    at_number = text[max(0, interval.number_start - 30) : interval.number_start]
    words = text[interval.number_start : interval.number_end]
    found = (
        _DAY_BEFORE.search(at_number)
        if words[:1].isdigit() and max(map(int, re.findall(r"\d+", words))) <= 31
        else None
    )
    if not found:
        return False
    scene = _MONTH_SCENE.search(at_number) or found["join"]
    return not (scene and COUNTED.match(after))


def _measure(text: str, interval: Interval, before: str, after: str) -> bool:
    single = interval.minimum == 1 and bool(_SINGLE_TIME.match(after))
    return single or bool(_MEASURED.match(after))


def _share(text: str, interval: Interval, before: str, after: str) -> bool:
    if interval.rule == "share-of":
        return False
    return bool(_SHARE.match(after) or _RATIO.match(after) or _RATIO_END.search(before))


def _ordinal(text: str, interval: Interval, before: str, after: str) -> bool:
    words = text[interval.number_start : interval.number_end]
    tail = words[-1].isalpha() and _ORDINAL_TAIL.match(after)
    return bool(tail or (not re.match("half", words, re.I) and _FRACTION.match(text, interval.number_start)))


def _name(text: str, interval: Interval, before: str, after: str) -> bool:
    if interval.vague or interval.start != interval.number_start:
        return False
    numbered = _NUMBERED_BEFORE.search(before)
    if numbered and not re.search(r"(?:^|[\s(])no $", before):
        word = numbered[0].strip()
        lower_noun = word[:1].islower() and bool(COUNTED.match(after))
        return not lower_noun
    if not text[interval.number_start].isdigit():
        return False
    if re.search(r"(?:^|[^\w])[#№$]$|\[$", before) or _OF_A_SHIP.search(before):
        return True
    named = _NAMED.search(before)
    return bool(named and named[1].lower() not in _NOT_A_NAME and not _NOUN_FOLLOWS.match(after))


def _list_mark(text: str, interval: Interval, before: str, after: str) -> bool:
    return (
        bool(_LIST_MARK.search(before)) and bool(re.match(r"[.)\]](?:\s|$)", after)) and text[interval.start].isdigit()
    )


def _decimal(text: str, interval: Interval, before: str, after: str) -> bool:
    return any(value != int(value) for value in (interval.minimum, interval.maximum) if value is not None)


def _compound(text: str, interval: Interval, before: str, after: str) -> bool:
    return (
        bool(_COMPOUND.match(after)) or bool(re.match(r"['’′]\d|[-–]\d", after)) or bool(re.search(r"\d[-–]$", before))
    )


def _pronoun(text: str, interval: Interval, before: str, after: str) -> bool:
    if text[interval.number_start : interval.number_end].lower() != "one" or interval.rule == "range":
        return False
    return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(after))


def _remainder(text: str, interval: Interval, before: str, after: str) -> bool:
    return bool(re.search(r"\ball but (?:about )?$", before, re.I))


# Each test sees the text, the interval, the words before all of it and those after its last number.
_TESTS: tuple[tuple[str, Callable[[str, Interval, str, str], bool]], ...] = (
    ("year", _year),
    ("date", _date),
    ("age", age),
    ("clock", clock),
    ("measure", _measure),
    ("share", _share),
    ("ordinal", _ordinal),
    ("name", _name),
    ("list-mark", _list_mark),
    ("decimal", _decimal),
    ("compound", _compound),
    ("pronoun", _pronoun),
    ("remainder", _remainder),
)


def why_not_a_count(text: str, interval: Interval) -> str | None:
    """The reason why ``interval`` counts nothing (an amount of money counts nothing either); null when it may count."""
    if interval.currency is not None:
        return "money"
    before = text[max(0, interval.start - 60) : interval.start]
    after = text[interval.end : interval.end + 60]
    return next((reason for reason, test in _TESTS if test(text, interval, before, after)), None)
