"""Months in other languages, for dates such as "5 mars 2014" in quoted documents. dateparser knows their names."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

LANGUAGES = ["de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"]


@lru_cache(maxsize=256)
def foreign_month(word: str) -> int | None:
    """The number of the month that ``word`` names in one of the languages; null when it names none."""
    if len(word) < 3:
        return None
    import dateparser  # slow to import and rarely needed

    found = dateparser.parse(
        f"1 {word} 2000",
        languages=LANGUAGES,
        settings={"STRICT_PARSING": True, "RELATIVE_BASE": dt.datetime(2000, 1, 1)},
    )
    return found.month if found is not None and (found.day, found.year) == (1, 2000) else None
