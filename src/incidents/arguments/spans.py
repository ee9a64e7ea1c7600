"""How long something went on: unpaid for five months, on strike for three days, back at work on the 13th."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from incidents.arguments.numerals import NUMERIC, parse_numeric
from incidents.arguments.when_words import ONWARD
from incidents.model import DateMention

if TYPE_CHECKING:
    from incidents.annotate import Page, Sentence

DAYS = {"day": 1, "night": 1, "morning": 1, "evening": 1, "shift": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12}
ABOUT = (
    r"(?:(?:about|some|nearly|almost|(?:well |just |a little )?(?:over|under)|(?:more|less) than|at least|the (?:past|last)"
    r"|the (?:better|best|greater) part of|a full|fully|up to|close to|upwards? of|around|roughly|approximately|going on"
    r"|as (?:long|many|much) as|(?:no|not) (?:less|fewer) than|(?:just |little )?short of|a whole)\s+){0,2}"
)
UNPAID = re.compile(
    rf"\b(?:for|in|over|during|after|behind by)\s+{ABOUT}(?:{NUMERIC} (?:to|or) )?(?P<n>{NUMERIC}|half an?|an?|several)\s+"
    rf"(?P<unit>week|fortnight|month|year)s?\b"
    rf"|\b(?:it is|it['’]s|it has been|it['’]s been|now)\s+{ABOUT}(?P<n4>{NUMERIC}|half an?|an?)\s+(?P<unit4>week|fortnight|month|year)s?"
    r"\s+since\b(?=[^.;]{0,60}\b(?:last|paid|pay|wages?|money|salar(?:y|ies)|cash)\b)"
    rf"|\b(?:owed|owes|owing|arrears of|behind by)\s+(?:(?:them|him|her|us|the \w+)\s+)?{ABOUT}(?P<n3>{NUMERIC})\s+(?P<unit3>week|month|year)s?\b"
    rf"|\b{ABOUT}(?P<n2>{NUMERIC}|half an?|an?(?= (?:year|month)['’]s))\s+(?P<unit2>week|month|year)(?:['’]?s['’]?)?\s+"
    rf"(?:(?:of|worth of|in)\s+)?(?:(?:unpaid|back|late|without|no|overdue)\s+){{0,2}}"
    r"(?:pay|wages?|salar(?:y|ies)|arrears|money|rations|behind)\b"
    rf"|\b(?:wait\w* for|claim\w*|demand\w*|want\w*|ask\w* for|ow\w+) (?:them |him |her )?(?:the |their |his |her )?"
    rf"(?:pay|wages|salar(?:y|ies)|earnings) (?:of|for) {ABOUT}(?P<n5>{NUMERIC}|half an?|an?)\s+(?P<unit5>week|month|year)s?\b",
    re.IGNORECASE,
)
MEASURED = re.compile(
    r"(?:\b(?:won|dollars|euros?|yuan|renminbi|rou?bles|rubles|pounds|dinars?|zloty\w*|yen|tugriks?|dirhams|rupees)\b|[$€£¥]\s?[\d.,]+|[\d.,]+\s?[$€£¥])"
    r"\s*(?:,|\(|–|—|-{1,2})\s*(?:or |that is |which is |which was |i\.e\. )?(?:about |some |nearly |almost |over |more than |roughly )?$"
    r"|\b(?:equal(?:s|led)? to|equivalent (?:of|to)|worth|costs?|costing|fines? of|fined|bribes? of|deposit of|fee of|sum of|amount(?:s|ed|ing)? to"
    r"|(?<!not )(?<!n['’]t )(?<!never )(?<!without )(?:paid|pays?|paying))\s+(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""What money is told by that months of pay only measure: "8,000 won, two months' wages", "a fine of two months' pay"."""
OWING = re.compile(
    r"\b(?:ow(?:e[sd]?|ing)|unpaid|withh[eo]ld\w*|withheld|arrears|overdue|outstanding|without|behind|kept back|held back|missing|due"
    r"|not|never|nor|no)\b|n['’]t\b",
    re.IGNORECASE,
)
_STOPPED = r"strike|stoppage|sit-in|protest|walk-?out|occupation|stand-?off|siege|riot|blockade|demonstration|boycott|picket|vigil"
LASTING = re.compile(
    r"\b(?:lasted|held out|held on|went on|dragged on|continued"
    r"|stayed|remained|sat|slept|lay|kept (?:it|them) up"
    r"|on strike|struck|refused|blocked|barred"
    r"|occupied|stood (?:still|idle)|stoppage"
    r"|strike|protest|sit-in|picketed|besieged|camped|stopped work\w*|laid? down (?:their|its) tools"
    r"|downed tools|standoff|stand-off|unrest|riot\w*)\b"
    rf"[^.;,]{{0,60}}?\b(?:for|lasted|over|out|on)\s+{ABOUT}(?P<n>{NUMERIC})\s+(?P<unit>day|night|morning|evening|week)s\b"
    rf"|\b(?P<n2>{NUMERIC})[- ](?P<unit2>day|night|week)[- ](?:long )?(?:{_STOPPED})\b"
    rf"|\bfor\s+{ABOUT}(?P<n4>{NUMERIC})\s+(?:consecutive|straight|successive|whole|full)\s+(?P<unit4>day|night|week)s\b"
    rf"|\bfor\s+{ABOUT}(?P<n3>{NUMERIC})\s+(?P<unit3>day|night|week)s\b[^.;]{{0,40}}\b(?:refused|blocked|held"
    rf"|struck|stopped|stood|didn['’]t (?:lift|work)|did not (?:lift|work))\b"
    rf"|\b(?:{_STOPPED}) (?:of|that lasted|lasting) {ABOUT}(?P<n5>{NUMERIC})\s+(?P<unit5>day|night|week)s\b"
    rf"|\b(?P<n6>{NUMERIC})\s+(?P<unit6>day|night|week)s of (?:[\w-]+ (?:and )?){{0,2}}(?:{_STOPPED}|protests|riots|rioting|strikes"
    r"|unrest|turmoil|clashes|demonstrations|disturbances|walkouts|rallies|looting|upheaval)\b"
    rf"|\b(?:(?:strike|fast|protest|sit-in|stoppage|blockade|it|they|walkout|siege|standoff)\s+(?:was |were )?(?:ended|over|called off"
    rf"|broken up|lifted|went back|gave up|gave in)|went back to work|returned to work|work (?:was )?resumed) (?:only )?after"
    rf" {ABOUT}(?P<n7>{NUMERIC})\s+(?P<unit7>day|night|week)s\b(?! of)",
    re.IGNORECASE,
)
ENDED_BY = re.compile(
    rf"[^.;,\d]{{0,20}}?\bafter (?:an? |the |their |its )?(?:[\w-]+ ){{0,2}}?(?:{_STOPPED}|fast)s? (?:of|that had lasted|lasting) {ABOUT}"
    rf"(?P<n>{NUMERIC})\s+(?P<unit>day|night|week)s\b"
    rf"|[^.;,\d]{{0,20}}?\bafter (?:an? |the |their |its )?(?P<n2>{NUMERIC})[- ](?P<unit2>day|night|week)[- ](?:long )?(?:[\w-]+ )?"
    rf"(?:{_STOPPED}|fast)\b"
    rf"|[^.;,\d]{{0,20}}?\bafter {ABOUT}(?P<n3>{NUMERIC})\s+(?P<unit3>day|night|week)s (?:of (?:[\w-]+ ){{0,2}}(?:{_STOPPED}|protests|fasting"
    r"|picketing|strikes|unrest)|on (?:hunger )?strike|without food)\b"
    rf"|,? {ABOUT}(?P<n4>{NUMERIC})\s+(?P<unit4>day|night|week)s after (?:starting|beginning|launching|(?:it|they) (?:had )?(?:beg[au]n|started))\b",
    re.IGNORECASE,
)
"""What follows the day on which it was over: "reopened on Friday after a strike of six days"."""
CLOSED_AFTER = re.compile(
    rf"\bafter\s+{ABOUT}(?P<n>{NUMERIC})\s+(?P<unit>day|night|week)s\b(?! of (?!{_STOPPED}))", re.IGNORECASE
)
"""How long it had lasted when it was over: "which ended on February 4 after six days"."""
ORDINAL = (
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
_NTH = rf"(?P<o>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)) (?:straight |consecutive |successive )?(?P<unit>day|morning|night|week)"
RUNNING = re.compile(
    rf"\b(?:(?:on|in|into|entered|enters|entering|reached) )?(?:the|its|their|a) {_NTH}"
    r"(?: of (?:an? |the |their |its )?(?:[\w-]+ ){0,3}(?:strike|stoppage|walk-?out|sit-in|protests?|demonstrations?|unrest|riot\w*"
    r"|occupation|blockade|siege|standoff|stand-off|hunger strike|fast|rall(?:y|ies)|marches|clashes|boycott|violence)"
    r"|(?= (?:on|today|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[,.]))",
    re.IGNORECASE,
)
IN_A_ROW = re.compile(rf"\bfor (?:an?|the|its|their) {_NTH}\b", re.IGNORECASE)
"""What people do again: "kept watch at the gate for a fifth night"."""
REACHED = re.compile(
    rf"(?:^\W*|[,;:] |and )(?:it was )?(?:only )?(?:on|by|in) (?:the|its|their) {_NTH}(?: of (?:an? |the |their |its )?[\w-]+)?,?"
    r" (?!in a row|running)",
    re.IGNORECASE,
)
"""A later stage of what had begun: "On the third day of the strike two vans arrived"."""
ORDINALS = {word: n for n, word in enumerate(ORDINAL.split("|"), 2)}
DISSENT = re.compile(
    r"\bstrik|protest|stoppage|walk|sit-in|demonstrat|rall|hunger|blockade|siege|unrest|riot|fast\b", re.IGNORECASE
)
ENDING = re.compile(
    rf"\b(?:ended|called off|gave up|abandoned|broke off|suspended|lifted|wound up) (?:an?|the|their|its|his) (?:[\w’'-]+ ){{0,4}}(?:{_STOPPED})",
    re.IGNORECASE,
)
OVER = re.compile(
    r"\b(?:resumed|(?:went|gone|going|returned|back) (?:back )?(?:to|at) (?:work|their|the (?:\w+ )?(?:wards?|machines?|lines?|pits?|site"
    r"|face|fields|classrooms|factory|mine|job))|(?:was|were) over"
    r"|called off|gave up|gave in|cleared|dispersed|ended|lifted|broken up|(?:came|come|climbed) (?:back )?(?:up|out|down|to the surface)"
    r"|persuaded to)\b(?![^.;]*\b(?:from|since|after|before)\b)[^.;]{0,30}$",
    re.IGNORECASE,
)
BACK_AGAIN = re.compile(
    r"(?:\b(?:and|but|they|workers|men|women|strikers|all|none|most|crews?)\b|,) (?:(?:all|only|then|had|did|would|have|they) )*"
    r"(?:(?:(?:did|do|had|would|have) not|(?:did|had|would|have)n['’]t|never|refused to|only) (?:\w+ )?)?"
    r"(?:return(?:ed|ing)?|c[ao]me back|go(?:ne)? back|went back|resum(?:e|ed)(?: \w+){0,2}|reappear(?:ed)?|reported back|turn(?:ed)? up again"
    r"|start(?:ed)? (?:work|working) again|take up work|took up work|pick(?:ed)? up (?:their |the )?tools(?: again)?)"
    r" (?:to (?:[\w-]+ ){1,3})?(?:again )?(?:until|till|on|before) (?:the )?(?:(?:morning|evening|afternoon) of (?:the )?)?$",
    re.IGNORECASE,
)
"""What precedes the day on which people who had stopped work were there again: "and did not return until the 14th"."""
LAST_PAID = re.compile(
    r"\b(?:last (?:saw|seen|received|got|been paid|had|drew|drawn|collected|paid|handed out|given)|(?:was|were) last (?:paid|given|handed"
    r"|issued)|(?:last|latest|most recent) (?:pay(?:ment|day)?|wages?|salar(?:y|ies)|rations?|pay packet)\b[^.;]{0,25}\b(?:was|were|came"
    r"|dated?|had been))\b(?!.*\b(?:and|but|when|who)\b)[^.;]{0,45}?(?:\b(?:in|on|at|(?P<for>for)) )?"
    r"(?:the (?:beginning|start|middle|end) of )?$",
    re.IGNORECASE,
)
STOPPED = re.compile(
    r"\b(?:pay(?:ments?)?|wages?|salar(?:y|ies)|rations?|money|allowances?)\b[^.;,]{0,30}\b(?:stopped|ceased|dried up|broke off)"
    r" (?:coming |altogether |entirely )?(?:in|on|from|after) (?:early |late |mid-)?(?:the )?$",
    re.IGNORECASE,
)
"""What has not come since: "Salaries stopped in March"."""
LONGEST = 60  # days: what is said to last longer is no bounded occurrence


def unpaid_span(page: Page, sentence: Sentence, end: dt.date) -> DateMention | None:
    """The period without pay that a sentence measures ("no wages for six months"), counted back from ``end``."""
    for match in UNPAID.finditer(page.text, sentence.start, sentence.end):
        count, unit = _length(match)
        if count is None or (match["n2"] is not None and _measures(page, sentence, match)):
            continue
        start = _back(end, count, unit)
        return DateMention(match[0], match.start(), match.end(), start, end, "range", "unpaid-for")
    return None


def _measures(page: Page, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether months of pay only tell how much money something was, not for how long none was paid."""
    before = page.text[sentence.start : match.start()]
    return MEASURED.search(before) is not None and OWING.search(match[0] + sentence.text) is None


#: What follows a month from which on nothing was paid, but not one up to another, or one whose own pay is spoken of.
OPEN_END = re.compile(
    r"(?!\s*(?:to|until|till|through|up to|and|['’]s|wages?|pay|salar\w+|earnings|payroll|rations?|takings)\b|\s*[-–—])"
)
UNTIL_WHEN = re.compile(r"\s*,?\s*(?:up )?(?:until|till|to)\b[^.;]{0,50}$")


def unpaid_since(page: Page, date: DateMention) -> DateMention:
    """From a date on when it tells when something was handed out for the last time, or from when on nothing was.

    It ends on the date that "until the firm closed in April" tells, else at publication.
    """
    front = page.text[max(0, date.char_start - 80) : date.char_start]
    match = LAST_PAID.search(front) or STOPPED.search(front)
    if match is None and date.precision in {"month", "season", "year"} and (onward := ONWARD.search(front)):
        if (end := _until_when(page, date)) is not None:
            return replace(date, end=end, precision="range", rule=date.rule + "+until")
        match = onward if OPEN_END.match(page.text, date.char_end) else None
    if match is None or page.published is None or date.start is None or date.end is None:
        return date
    start = date.end + dt.timedelta(days=1) if match.groupdict().get("for") else date.start
    if not start < page.published:
        return date
    return replace(date, start=start, end=page.published, precision="range", rule=date.rule + "+last")


def _until_when(page: Page, date: DateMention) -> dt.date | None:
    """The end of the next date, if "until" stands between the two: "from October 2015 until the firm closed in April 2016"."""
    later = next((d for d in page.dates if d.char_start >= date.char_end), None)
    if later is None or later.end is None or date.start is None or later.end <= date.start:
        return None
    return later.end if UNTIL_WHEN.match(page.text[date.char_end : later.char_start]) else None


def lasting(page: Page, sentence: Sentence, date: DateMention, foreign: frozenset[int] = frozenset()) -> DateMention:
    """``date`` with its end moved to the last day when the sentence tells how long it lasted; else unchanged.

    ``foreign`` are the offsets at which other events are told: what lasted may be one of them.
    """
    if ENDING.search(sentence.text) and sentence.start <= date.char_start < sentence.end:
        return closing(page, sentence, date)
    if (before := ENDED_BY.match(page.text, date.char_end, sentence.end)) is not None and date.precision == "day":
        return _ended_by(before, date)
    match = LASTING.search(page.text, sentence.start, sentence.end)
    if match is None or date.start is None or any(match.start() <= other < match.end() for other in foreign):
        return date
    count, unit = _length(match)
    days = (count or 0) * DAYS.get(unit, LONGEST)
    if not 1 < days < LONGEST:
        return date
    return replace(date, end=date.start + dt.timedelta(days=days - 1), precision="range", rule=date.rule + "+lasted")


def running(page: Page, sentence: Sentence, date: DateMention) -> DateMention:
    """``date`` with its start moved back when it was the n-th day or week of what goes on; else unchanged."""
    again = IN_A_ROW.search(page.text, sentence.start, sentence.end)
    match = again or RUNNING.search(page.text, sentence.start, sentence.end)
    if match is None or date.start is None or (again is None and not DISSENT.search(sentence.text)):
        return date
    if not 0 < (days := _nth(match)) < LONGEST:
        return date
    return replace(date, start=date.start - dt.timedelta(days=days), precision="range", rule=date.rule + "+running")


def reached(page: Page, sentence: Sentence, date: DateMention) -> DateMention:
    """``date`` with its end moved on when a later sentence tells of the n-th day of what began then; else unchanged."""
    match = REACHED.search(sentence.text)
    days = 0 if match is None else _nth(match)
    if date.start is None or not 0 < days < LONGEST:
        return date
    return replace(date, end=date.start + dt.timedelta(days=days), precision="range", rule=date.rule + "+reached")


def _ended_by(match: re.Match[str], date: DateMention) -> DateMention:
    """``date``, on which something was over, from the first of the days that ``match`` counts before it."""
    count, unit = _length(match)
    days = (count or 0) * DAYS.get(unit, LONGEST)
    if not 1 < days < LONGEST or date.start is None:
        return date
    first = date.start - dt.timedelta(days=days - 1)
    return replace(date, start=first, precision="range", rule=date.rule + "+lasted")


def closing(page: Page, sentence: Sentence, date: DateMention) -> DateMention:
    """``date``, on which something was over, with its start moved back by the days that it had lasted; else unchanged."""
    for pattern in (CLOSED_AFTER, LASTING):
        match = pattern.search(page.text, sentence.start, sentence.end)
        count, unit = _length(match) if match is not None else (None, "")
        days = (count or 0) * DAYS.get(unit, LONGEST)
        if 1 < days < LONGEST * 2 and date.start is not None:
            first = date.start - dt.timedelta(days=days - 1)
            return replace(date, start=first, precision="range", rule=date.rule + "+lasted")
    return date


def _nth(match: re.Match[str]) -> int:
    """The days before the n-th one."""
    word = match["o"].lower()
    return ((ORDINALS.get(word) or int(re.sub(r"\D", "", word))) - 1) * DAYS.get(match["unit"].lower(), 1)


def ended(page: Page, date: DateMention) -> bool:
    """Whether a date tells when things went back to normal ("work resumed on the 13th")."""
    before = page.text[max(0, date.char_start - 60) : date.char_start]
    return bool(OVER.search(before) or BACK_AGAIN.search(page.text[max(0, date.char_start - 90) : date.char_start]))


def month_start(date: dt.date | None) -> dt.date | None:
    """The first day of the month of ``date``; null stays null."""
    return None if date is None else date.replace(day=1)


def _length(match: re.Match[str]) -> tuple[int | None, str]:
    for name in ("", "2", "3", "4", "5", "6", "7"):
        words = match.groupdict().get("n" + name)
        if words:
            unit = match["unit" + name].lower()
            if words.lower().startswith("half"):
                return (6, "month") if unit == "year" else (2, "week")
            if words.lower() in {"a", "an"}:
                return 1, unit
            if words.lower() == "several":
                return 3, unit
            return int(parse_numeric(words)), unit
    return None, ""


def _back(end: dt.date, count: int, unit: str) -> dt.date:
    if unit in DAYS:
        return end - dt.timedelta(days=count * DAYS[unit])
    month = end.year * 12 + end.month - 1 - count * MONTHS[unit]
    year, month = divmod(month, 12)
    return dt.date(year, month + 1, min(end.day, 28))
