"""Datelines and bylines: what is one, what is not, and that the offsets point at the words."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.load import find_byline, find_dateline, parse_published, read_report_text
from incidents.model import Published

REST = "Eight workers walked out of the brickyard, their foreman said."

# text before the report's first words, place, date, agency
DATELINES = [
    ("SEOUL, March 3 (Yonhap) -- ", "SEOUL", "March 3", "Yonhap"),
    ("SEOUL, Mar. 3, 2015 (Yonhap) — ", "SEOUL", "Mar. 3, 2015", "Yonhap"),
    ("SEOUL--", "SEOUL", None, None),
    ("SEOUL (Reuters) - ", "SEOUL", None, "Reuters"),
    ("KUWAIT CITY – ", "KUWAIT CITY", None, None),
    ("PORT-AU-PRINCE — ", "PORT-AU-PRINCE", None, None),
    ("VLADIVOSTOK, Russia, Dec. 23 - ", "VLADIVOSTOK, Russia", "Dec. 23", None),
    ("ZELEZNA, Czech Republic - ", "ZELEZNA, Czech Republic", None, None),
    ("DOHA/LONDON -- ", "DOHA/LONDON", None, None),
    ("ST. PETERSBURG, Russia (AP) _ ", "ST. PETERSBURG, Russia", None, "AP"),
    ("Pyongyang, September 9 (KCNA) -- ", "Pyongyang", "September 9", "KCNA"),
    ("Ulan Bator, 14 May 2012 – ", "Ulan Bator", "14 May 2012", None),
    ("New Delhi, 3rd June – ", "New Delhi", "3rd June", None),
    ("(Seoul=Yonhap) ", "Seoul", None, "Yonhap"),
    ("[Pyongyang = KCNA] ", "Pyongyang", None, "KCNA"),
    ("Brickyard stands still\n\nBy Jane Doe\n\nSEOUL – ", "SEOUL", None, None),
    ("BOGOTA, 12 JUL 89 (EFE) -- ", "BOGOTA", "12 JUL 89", "EFE"),
    ("SANTIAGO, 10-12 AUG 1988 -- ", "SANTIAGO", "10-12 AUG 1988", None),
    ("\n\r\n  HONG KONG — ", "HONG KONG", None, None),
]


@pytest.mark.parametrize(("head", "place", "date", "agency"), DATELINES, ids=[case[0].strip() for case in DATELINES])
def test_a_dateline_is_read_with_its_offsets(head: str, place: str, date: str | None, agency: str | None) -> None:
    text = head + REST
    found = find_dateline(text)
    assert found is not None
    assert (found.place_text, found.date_text, found.agency) == (place, date, agency)
    assert text[found.place_start : found.place_end] == place
    assert text[found.end :].strip() == REST
    if found.date_start is not None:
        assert text[found.date_start : found.date_end] == date


NOT_DATELINES = [
    "On 2 April: " + REST,
    "Since 3 May: " + REST,
    REST,
    "",
    "Kim Jong Un - the leader - visited a mill.",
    "Hyesan – a town on the border – is quiet.",
    "EXCLUSIVE – Workers abroad are not paid.",
    "UPDATE 2 - Workers abroad are not paid.",
    "ANALYSIS: WHO PAYS — nobody.",
    "RFA – A source said that the men had left.",
    "NORTH KOREA – WORKERS FLEE CAMP",
    "NGO-run shelters are full.",
    "In May - the month of planting - they left.",
    "The guards (two of them) - fled.",
    "Workers in SEOUL – and elsewhere – protested.",
    "Section 7. Worker Rights",
    "Date of report: August 29, 2016",
    "SEOUL –",
]


@pytest.mark.parametrize("text", NOT_DATELINES)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_dateline_deep_in_the_text_is_not_its_dateline() -> None:
    assert find_dateline("Paragraph.\n\n" * 30 + "SEOUL – " + REST) is None


@pytest.mark.parametrize(
    ("head", "within", "expected"),
    [
        ("SEOUL, March 3, 2015 – ", None, dt.date(2015, 3, 3)),
        ("SEOUL, March 3 – ", None, None),
        ("SEOUL, March 3 – ", "2015", dt.date(2015, 3, 3)),
        ("SEOUL, March 3 – ", "2015-04", None),
        ("SEOUL, Feb. 30 – ", "2015", None),
        ("SEOUL – ", "2015", None),
    ],
)
def test_the_day_of_a_dateline(head: str, within: str | None, expected: dt.date | None) -> None:
    dateline = find_dateline(head + REST)
    assert dateline is not None
    interval = parse_published(within) if within else None
    assert dateline.published(interval) == (Published.of_day(expected) if expected else None)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By: Kang Mi-jin", "Kang Mi-jin"),
        ("by Kim in Seoul", "Kim"),
        ("By Jane Doe and Kim Jae-won", "Jane Doe and Kim Jae-won"),
        ("By Jane Doe, Yalu Courier", "Jane Doe"),
        ("By Jane Doe | March 3, 2015", "Jane Doe"),
        ("By Monday the prisoners had gone", None),
        ("By March they had all left", None),
        ("By Then", None),
        ("By the river stood a mill.", None),
        ("By Seoul", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    text = f"Brickyard stands still\n\n{line}\n\n{REST}"
    assert find_byline(text) == author
    assert read_report_text(text).author == author


def test_a_byline_does_not_override_metadata() -> None:
    assert read_report_text(f"---\nauthor: Kim Jae-won\n---\nBy Jane Doe\n\n{REST}").author == "Kim Jae-won"
