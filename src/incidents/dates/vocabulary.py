"""The words of the calendar, read from ``patterns/calendar.yaml`` and checked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from incidents.dates.interval import Interval, day

FILE_NAME = "calendar.yaml"


class CalendarError(ValueError):
    """The calendar file is missing or says something that cannot be understood."""


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named day: ``date`` "MM-DD", ``nth`` [n, weekday, month], ``years`` by year, or ``once`` and never again."""

    names: list[str]
    date: str | None = None
    nth: tuple[int, int, int] | None = None
    years: dict[int, str] | None = None
    once: dt.date | None = None

    def in_year(self, year: int) -> Interval | None:
        """The day in ``year``; null when it is not known or did not happen in it."""
        if self.once is not None:
            return day(self.once) if self.once.year == year else None
        if self.nth is not None:
            return day(nth_weekday(year, *self.nth))
        text = self.date if self.years is None else self.years.get(year)
        return day(dt.date.fromisoformat(f"{year:04d}-{text}")) if text else None


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in the calendar file; the keys are explained there."""

    months: dict[str, int]
    ambiguous_months: list[str]
    weekdays: dict[str, int]
    ambiguous_weekdays: list[str]
    units: dict[str, str]
    numbers: dict[str, int]
    vague_numbers: list[str]
    ordinals: dict[str, int]
    decade_words: dict[str, int]
    parts: dict[str, str]
    part_nouns: dict[str, str]
    day_parts: list[str]
    seasons: dict[str, tuple[int, int]]
    counted: list[str]
    institutions: list[str]
    numbered: list[str]
    not_dates: list[str]
    future_cues: list[str]
    past_cues: list[str]
    present_cues: list[str]
    occurring_cues: list[str]
    reporting_cues: list[str]
    holidays: list[Holiday]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Entries of several words: by their first word, a pattern for what follows it, and by normal form, the entry."""

    starting: dict[str, re.Pattern[str]]
    meaning: dict[str, tuple[str, Any]]


def nth_weekday(year: int, n: int, weekday: int, month: int) -> dt.date:
    """The nth such weekday of a month; the last one when ``n`` is -1."""
    if n > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7)


def normal(phrase: str) -> str:
    """Lower case, straight apostrophes, single spaces: the form in which phrases are compared."""
    return " ".join(phrase.replace("’", "'").lower().split())


def phrases(vocabulary: Vocabulary) -> Phrases:
    """All entries that are longer than a word, and all holidays; of several that fit the longest is tried first."""
    meaning: dict[str, tuple[str, Any]] = {normal(text): ("NOTDATE", None) for text in vocabulary.not_dates}
    meaning |= {normal(s): ("SEASON", v) for s, v in vocabulary.seasons.items() if " " in s}
    meaning |= {normal(name): ("HOLIDAY", holiday) for holiday in vocabulary.holidays for name in holiday.names}
    by_first: dict[str, list[str]] = {}
    for text in sorted(meaning, key=lambda text: (-len(text), text)):
        first = re.match(r"[^\W\d_]+|[\d.]+", text)
        assert first is not None, text
        by_first.setdefault(first.group(), []).append(re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]"))
    starting = {first: re.compile(rf"(?:{'|'.join(texts)})(?!\w)", re.IGNORECASE) for first, texts in by_first.items()}
    return Phrases(starting, meaning)


def _default_file() -> Traversable:
    packaged = resources.files("incidents").joinpath("patterns", FILE_NAME)
    if packaged.is_file():
        return packaged
    return Path(__file__).parents[3] / "patterns" / FILE_NAME  # a source checkout: patterns/ is beside src/


def load_vocabulary(file: Traversable | None = None) -> Vocabulary:
    """Read and check a calendar file, the shipped one by default. Raises CalendarError naming file and field."""
    source = _default_file() if file is None else file
    try:
        return msgspec.convert(yaml.safe_load(source.read_text(encoding="utf-8")), Vocabulary)
    except FileNotFoundError as error:
        raise CalendarError(f"{source}: there is no such calendar file") from error
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise CalendarError(f"{source}: {error}") from error


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """The shipped calendar, read once."""
    return load_vocabulary()
