"""Each kind of calendar expression, as a marked-up sentence and the interval it denotes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from incidents.dates import find_dates
from incidents.model import DateMention

_TABLE = yaml.safe_load(Path(__file__).with_name("expressions.yaml").read_text(encoding="utf-8"))
_ROWS = [(group, table["published"], row) for group, table in _TABLE.items() for row in table["rows"]]

Expected = tuple[str, int, dt.date | None, dt.date | None, str]


def unmarked(row: str) -> tuple[str, list[Expected]]:
    """The text of a row without its brackets, and what is expected in it."""
    marked, _, meanings = row.partition(" => ")
    text = re.sub(r"[\[\]]", "", marked)
    expected: list[Expected] = []
    for i, (match, meaning) in enumerate(
        zip(re.finditer(r"\[(.+?)\]", marked, re.DOTALL), [m for m in meanings.split("; ") if m], strict=True)
    ):
        days, _, precision = meaning.partition(" ")
        first, _, last = days.partition("/")
        start = None if first == "?" else dt.date.fromisoformat(first)
        end = dt.date.fromisoformat(last) if last else start
        name = precision or ("unknown" if start is None else "day")
        expected.append((match[1], match.start() - 2 * i, start, end, name))
    return text, expected


def told(mention: DateMention) -> Expected:
    return mention.text, mention.char_start, mention.start, mention.end, mention.precision


@pytest.mark.parametrize(("group", "published", "row"), _ROWS, ids=[f"{group}: {row}" for group, _, row in _ROWS])
def test_finds_the_marked_expressions_and_nothing_else(group: str, published: dt.date | None, row: str) -> None:
    text, expected = unmarked(row)
    assert [told(mention) for mention in find_dates(text, published, unresolved=True)] == expected


def test_the_table_is_as_large_as_it_claims() -> None:
    negatives = [row for _, _, row in _ROWS if "=>" not in row]
    assert len(_ROWS) - len(negatives) >= 200
    assert len(negatives) >= 60
