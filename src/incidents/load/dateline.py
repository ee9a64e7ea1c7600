"""Datelines ("SEOUL, March 3 (Yonhap) --") and bylines ("By Jane Doe") at the start of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pycountry

from incidents.load.dates import MONTH, month_number
from incidents.model import Published


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed. Offsets are into the text; ``start:end`` includes the closing dash.

    ``place_text`` is as written ("VLADIVOSTOK, Russia"). ``date_text`` and what follows from it are null if the
    dateline gives no date, ``year`` also if the date has none, ``agency`` if none is named.
    """

    start: int
    end: int
    place_text: str
    place_start: int
    place_end: int
    date_text: str | None = None
    date_start: int | None = None
    date_end: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    agency: str | None = None

    def published(self, within: Published | None = None) -> Published | None:
        """The day of the dateline. If it has no year, ``within`` lends it one: the day must lie inside that interval.

        Null if there is no date, no year to be had, or no such day.
        """
        if self.day is None or self.month is None:
            return None
        years = [self.year] if self.year else range(within.start.year, within.end.year + 1) if within else []
        for year in years:
            try:
                day = dt.date(year, self.month, self.day)
            except ValueError:
                continue
            if within is None or within.start <= day <= within.end:
                return Published.of_day(day)
        return None


_HEAD_LINES = 8  # title, subtitle, byline, blank lines and a picture credit may come first
_DASH = r"(?:[ \t]*(?:—|–|--+|―)|[ \t]+//(?=\s)|[ \t]+[-_=](?=\s))[ \t]*"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?P<month>{MONTH})[ ](?P<day>\d{{1,2}}){_ORDINAL}|(?:\d{{1,2}}-)?(?P<day2>\d{{1,2}}){_ORDINAL}[ ](?P<month2>{MONTH}))"
    r"(?:,?[ ](?P<year>\d{4})|(?<=[A-Z])[ ](?P<year2>\d\d)(?!\d))?"  # "12 JUL 89"
)
_WORD = r"[^\W\d_][\w'’.\-]*"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}"
_PLACE = rf"(?P<place>{_NAME}(?:[ ]?/[ ]?{_NAME})*(?:,[ ](?!{MONTH}[ ]\d){_NAME}){{0,2}}?)"
_AGENCY = r"(?:[ ]?[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]])"
_WIRE = r"(?:[ ](?:AFP|AP|DPA|IANS|Itar-Tass|Jiji|Kyodo|PTI|Reuters|TASS|UPI|Xinhua|Yonhap)(?:[ ]News)?)"
_COLON = r"[ \t]?:(?=[ \t])[ \t]*"  # "KARACHI: ", "SEOUL (Agencies): "
_WHEN = rf"(?:,?[ ](?P<date>{_DATE}))"
_OPEN = re.compile(rf"{_PLACE}{_WHEN}?,?(?:{_AGENCY}|{_WIRE})?(?:{_DASH}|(?P<colon>{_COLON}))(?=\S)", re.IGNORECASE)
_ALONE = re.compile(
    rf"{_PLACE}{_AGENCY}{_WHEN}[ \t]*$", re.IGNORECASE
)  # a line of its own: "Beijing (AFP) Oct 21, 2021"
_COUNTRIES = frozenset(str(getattr(c, "common_name", c.name)) for c in pycountry.countries) | {
    "South Korea", "Russia", "Vietnam", "Laos", "Taiwan", "Syria", "Iran", "Britain", "England"
}  # fmt: skip
# Korean agencies: "(Seoul=Yonhap)", "[Pyongyang = KCNA] Kim Min-su reporter ="
_BRACKET = re.compile(rf"[(\[](?P<place>{_NAME})[ ]?=[ ]?(?P<agency>[^()\[\]\n=]{{2,40}})[)\]]")

# Capitalised words before a dash that are no place: labels of a newsroom, agencies, kinds of text.
_NOT_PLACES = frozenset(
    """analysis announcement appeal background breaking brief briefing column comment commentary correction
    corrected developing editorial essay exclusive explainer fact-check factbox feature flash focus graphic headline
    headlines insight interview lead letter live news newsletter note notice obituary opinion photo photos picture
    pictures podcast preview profile q&a report review special statement story summary timeline transcript update
    urgent video warning watch world afp ap bbc cnn dpa dprk efe interfax itar-tass jiji kbs kcna kyodo mbc nk news
    npr prc reuters rfa rfi rok sbs tass un unhcr upi us usa ussr voa xinhua yonhap mr mrs ms dr prof sen rep hon senator
    chairman chairwoman chairperson speaker""".split()  # noqa: SIM905 (a list of this length reads better so)
)
_SMALL_WORDS = frozenset(
    {
        "the",
        "a",
        "an",
        "and",
        "of",
        "in",
        "on",
        "at",
        "for",
        "from",
        "to",
        "by",
        "with",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "that",
        "which",
    }
)
#: Words before a date that no place is called by: a paragraph of a log or a chronology opens so ("On 2 April: ...").
_BEFORE_DATES = frozenset(
    {"on", "in", "by", "from", "since", "until", "till", "about", "around", "before", "after", "every", "of"}
)


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of one of the first lines that are not blank, or null.

    A place in capitals needs only its dash ("KUWAIT CITY – "); one in mixed case needs a date or an agency as well.
    """
    for start, line in _head(text):
        found = _read_line(line, start)
        if found:
            return found
    return None


def _read_line(line: str, offset: int) -> Dateline | None:
    bracketed = _BRACKET.match(line)
    if bracketed:
        return _dateline(bracketed, offset) if bracketed["place"][0].isupper() else None
    match = _OPEN.match(line) or _ALONE.match(line)
    if not match:
        return None
    place = match["place"]
    vouched = match["date"] is not None or (match["agency"] or "").strip()[:1].isupper()
    if match.groupdict().get("colon") and not vouched:
        return None
    vouched = vouched or place.rpartition(", ")[2] in _COUNTRIES  # "Shenyang, China —"
    if not _is_place(place, vouched) or (_all_caps(line[match.end() :]) and match["date"] is None):
        return None
    return _dateline(match, offset)


def _is_place(place: str, vouched: bool) -> bool:
    town = place.split(",")[0]
    words = [word.strip(".'’") for word in re.split(r"[ /]+", town)]
    if any(word.lower() in _NOT_PLACES for word in words) or any(word.lower() in _SMALL_WORDS for word in words[1:]):
        return False
    if len(words) == 1 and words[0].lower() in _BEFORE_DATES:
        return False
    if vouched:  # "The Hague (AP) --"
        return all(word[:1].isupper() for word in words) and all(part.strip()[0].isupper() for part in place.split(","))
    return len(town) > 2 and _all_caps(town) and words[0].lower() not in _SMALL_WORDS


def _all_caps(words: str) -> bool:
    return words.isupper()


def _dateline(match: re.Match[str], offset: int) -> Dateline:
    found = match.groupdict()
    dated = found.get("date") is not None
    month, day = found.get("month") or found.get("month2"), found.get("day") or found.get("day2")
    return Dateline(
        start=offset + match.start(),
        end=offset + len(match[0].rstrip()),
        place_text=match["place"],
        place_start=offset + match.start("place"),
        place_end=offset + match.end("place"),
        date_text=found.get("date"),
        date_start=offset + match.start("date") if dated else None,
        date_end=offset + match.end("date") if dated else None,
        day=int(day) if day else None,
        month=month_number(month) if month else None,
        year=_year(found),
        agency=match["agency"].strip() if match["agency"] else None,
    )


def _year(found: dict[str, str | None]) -> int | None:
    """The year; two digits mean the hundred years up to 2029: the wires wrote so until the 1990s."""
    if found.get("year"):
        return int(found["year"] or 0)
    short = found.get("year2")
    return None if short is None else int(short) + (2000 if int(short) < 30 else 1900)


_PERSON = r"[^\W\d_a-z][\w'’.\-]*"
_FULL_NAME = rf"{_PERSON}(?:[ ](?:(?:de|van|von|der|al|bin)[ ])?{_PERSON})*"
_PERSONS = rf"{_FULL_NAME}(?:(?:,[ ]{_FULL_NAME})*,?[ ]and[ ]{_FULL_NAME})?"  # after a comma alone comes an outlet
_BYLINE = re.compile(
    rf"(?:Reported[ ]|Written[ ]|Story[ ])?[Bb][Yy]:?[ ](?P<author>{_PERSONS})"
    r"(?P<tail>[ ](?:in|from)[ ][^\W\d_a-z][^\n]{1,40}|[ ]?[,|/(–—-][ ]?[^\n]{1,60})?[ \t]*$"
)
_NO_PERSON = re.compile(
    rf"(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|A|An|Then|Now|This|That|All|Early|Late|Law|Order)\b",
    re.IGNORECASE,
)
_BYLINE_MAX = 120


def find_byline(text: str) -> str | None:
    """The author in a line of its own near the start ("By Jane Doe", "by Kim in Seoul"); null if there is none."""
    for _, line in _head(text):
        match = _BYLINE.match(line) if len(line) <= _BYLINE_MAX else None
        if not match or _NO_PERSON.match(match["author"]):
            continue
        if " " in match["author"] or match["tail"]:
            return match["author"].rstrip(",.")
    return None


def _head(text: str) -> Iterator[tuple[int, str]]:
    """Offset and content of the first lines that are not blank, without their indentation and line end."""
    start, seen = 0, 0
    for raw in text[: 500 * _HEAD_LINES].splitlines(keepends=True):
        line = raw.strip()
        if line:
            yield start + len(raw) - len(raw.lstrip()), line
            seen += 1
            if seen == _HEAD_LINES:
                return
        start += len(raw)
