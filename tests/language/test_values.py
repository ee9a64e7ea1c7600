"""Counts, casualties, sums and dates: how each wording is recorded, in one report a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from language.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

COUNTS: list[tuple[str, float | None, float | None]] = [
    ("A dozen inmates escaped from a camp near Kaechon.", 12, 12),
    ("More than 150 inmates escaped from a camp near Kaechon.", 150, None),
    ("At least nine inmates escaped from a camp near Kaechon.", 9, None),
    ("Up to 40 inmates escaped from a camp near Kaechon.", None, 40),
    ("Between six and ten inmates escaped from a camp near Kaechon.", 6, 10),
    ("Six to ten inmates escaped from a camp near Kaechon.", 6, 10),
    ("All but two of the 20 inmates escaped from a camp near Kaechon.", 18, 18),
    ("Several inmates escaped from a camp near Kaechon.", 3, None),
    ("Dozens of inmates escaped from a camp near Kaechon.", 12, None),
    ("Scores of inmates escaped from a camp near Kaechon.", 20, None),
    ("Hundreds of inmates escaped from a camp near Kaechon.", 100, None),
    ("A couple and their three children escaped from a camp near Kaechon.", 5, 5),
    ("An inmate escaped from a camp near Kaechon.", 1, 1),
    ("Twenty-two men and one woman escaped from a camp near Kaechon.", 23, 23),
    ("Inmates escaped from a camp near Kaechon on May 3.", None, None),
]


@pytest.mark.parametrize(("text", "minimum", "maximum"), COUNTS)
def test_counts_become_bounds(
    pipeline: Pipeline, tmp_path: Path, text: str, minimum: float | None, maximum: float | None
) -> None:
    [found] = read(pipeline, tmp_path, text)
    assert (found.get("participants_min"), found.get("participants_max")) == (minimum, maximum)


TOLLS: list[tuple[str, dict[str, Any]]] = [
    ("A boiler exploded in Sinuiju, killing two and injuring six.", {"killed": (2, 2), "injured": (6, 6)}),
    ("A boiler exploded in Sinuiju. No one was hurt.", {"killed": None, "injured": (0, 0)}),
    ("A boiler exploded in Sinuiju. There were no casualties.", {"killed": (0, 0), "injured": (0, 0)}),
    (
        "A boiler exploded in Sinuiju. The ministry put the dead at four, a doctor at nine.",
        {"killed": (4, 9), "injured": None},
    ),
    (
        "A boiler exploded in Sinuiju and killed two people. By evening the death toll had risen to five.",
        {"killed": (5, 5), "injured": None},
    ),
    ("A boiler exploded in Sinuiju on May 3. Some 40 people were killed or hurt.", {"killed": None, "injured": None}),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_the_dead_and_the_injured_are_kept_apart(
    pipeline: Pipeline, tmp_path: Path, text: str, expected: dict[str, Any]
) -> None:
    [found] = read(pipeline, tmp_path, text)
    bounds = {k: (found.get(f"{k}_min"), found.get(f"{k}_max")) for k in expected}
    assert {k: None if v == (None, None) else v for k, v in bounds.items()} == expected


SUMS: list[tuple[str, dict[str, Any]]] = [
    (
        "The firm withheld US$100 to 150 each a month from 60 welders in Kuwait.",
        {"amount_min": 100, "amount_max": 150, "amount_currency": "USD", "amount_per": "month"},
    ),
    ("The state keeps two thirds of the wages of welders in Kuwait.", {"amount_percent": pytest.approx(66.7, abs=0.1)}),
    ("The state takes up to 90% of the wages of welders in Kuwait.", {"amount_percent": 90}),
    ("The state takes nine tenths of the wages of welders in Kuwait.", {"amount_percent": 90}),
    (
        "Since March each household in Musan has had to pay 20,000 won a month as a forced donation.",
        {"amount_min": 20000, "amount_max": 20000, "amount_currency": "KPW", "amount_per": "month"},
    ),
    (
        "Sixty welders in Kuwait are owed a total of $1.2 million in unpaid wages.",
        {"amount_min": 1200000, "amount_max": 1200000, "amount_currency": "USD", "amount_per": "total"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_sums_carry_currency_period_and_share(
    pipeline: Pipeline, tmp_path: Path, text: str, expected: dict[str, Any]
) -> None:
    [found] = read(pipeline, tmp_path, text)
    assert found["event_type"] == "wage_theft"
    assert {k: found.get(k) for k in expected} == expected


# the words, first and last day, precision; the report is of Thursday, 17 May 2018
DATES: list[tuple[str, str | None, str | None, str]] = [
    ("on May 3", "2018-05-03", "2018-05-03", "day"),
    ("on the 14th", "2018-05-14", "2018-05-14", "day"),
    ("on the 14th of last month", "2018-04-14", "2018-04-14", "day"),
    ("on Monday", "2018-05-14", "2018-05-14", "day"),
    ("last week", "2018-05-07", "2018-05-13", "week"),
    ("earlier this month", "2018-05-01", "2018-05-17", "range"),
    ("in early April", "2018-04-01", "2018-04-10", "range"),
    ("in mid-April", "2018-04-11", "2018-04-20", "range"),
    ("late last month", "2018-04-21", "2018-04-30", "range"),
    ("last month", "2018-04-01", "2018-04-30", "month"),
    ("in March", "2018-03-01", "2018-03-31", "month"),
    ("in the spring of 2017", "2017-03-01", "2017-05-31", "season"),
    ("last winter", "2017-12-01", "2018-02-28", "season"),
    ("last year", "2017-01-01", "2017-12-31", "year"),
    ("in 2016", "2016-01-01", "2016-12-31", "year"),
    ("in Juche 105", "2016-01-01", "2016-12-31", "year"),
    ("this year", "2018-01-01", "2018-05-17", "year"),
    ("in the run-up to April 15", "2018-04-01", "2018-04-15", "range"),
    ("on the Day of the Sun", "2018-04-15", "2018-04-15", "day"),
    ("on Lunar New Year", "2018-02-16", "2018-02-16", "day"),
    ("recently", None, None, "unknown"),
]


@pytest.mark.parametrize(("words", "first", "last", "precision"), DATES)
def test_dates_are_resolved_against_the_day_of_publication(
    pipeline: Pipeline, tmp_path: Path, words: str, first: str | None, last: str | None, precision: str
) -> None:
    [found] = read(pipeline, tmp_path, f"Five inmates escaped from a camp near Kaechon {words}.")
    got = [found.get("date_start"), found.get("date_end")]
    assert [d and str(d) for d in got] == [first, last]
    assert found.get("date_precision", "unknown") == precision


CHAINED: list[tuple[str, str]] = [
    ("The guards changed on May 3. Three days later five inmates escaped from the camp near Kaechon.", "2018-05-06"),
    (
        "The guards changed on May 3. The following morning five inmates escaped from the camp near Kaechon.",
        "2018-05-04",
    ),
    ("The guards changed on May 3. The same day five inmates escaped from the camp near Kaechon.", "2018-05-03"),
    (
        "The fence was repaired on May 3. Two days earlier five inmates had escaped from the camp near Kaechon.",
        "2018-05-01",
    ),
]


@pytest.mark.parametrize(("text", "day"), CHAINED)
def test_dates_are_counted_from_the_story_s_last_date(pipeline: Pipeline, tmp_path: Path, text: str, day: str) -> None:
    [found] = read(pipeline, tmp_path, text)
    assert str(found.get("date_start")) == day


def test_without_a_date_of_publication_a_day_without_year_stays_open(pipeline: Pipeline, tmp_path: Path) -> None:
    [found] = read(pipeline, tmp_path, "Five inmates escaped from a camp near Kaechon on May 3.", published=None)
    assert found.get("date_start") is None
