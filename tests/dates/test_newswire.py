"""How much of ordinary newswire is read right: overlapping words and the very interval count as a hit."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from incidents.dates import find_dates

_PASSAGES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("newswire.yaml").read_text(encoding="utf-8"))
_MARK = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")
RECALL_FLOOR, PRECISION_FLOOR = 0.9, 0.9


@dataclass(frozen=True)
class Label:
    start: int
    end: int
    text: str
    first: dt.date | None
    last: dt.date | None


def unmarked(marked: str) -> tuple[str, list[Label]]:
    """The passage without its marks, and the labelled expressions with their offsets."""
    labels: list[Label] = []
    text, position = "", 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        first, _, last = match[2].partition("/")
        days = [None if day == "?" else dt.date.fromisoformat(day) for day in (first, last or first)]
        labels.append(Label(len(text), len(text) + len(match[1]), match[1], days[0], days[1]))
        text += match[1]
        position = match.end()
    return text + marked[position:], labels


def measure() -> tuple[int, int, int, list[str]]:
    """Hits, labels, mentions, and a line for each miss."""
    hits = total = returned = 0
    notes: list[str] = []
    for passage in _PASSAGES:
        text, labels = unmarked(passage["text"])
        mentions = find_dates(text, passage["published"])
        total, returned = total + len(labels), returned + len(mentions)
        right: set[int] = set()
        for label in labels:
            same = [m for m in mentions if m.char_start < label.end and label.start < m.char_end]
            if any((m.start, m.end) == (label.first, label.last) for m in same):
                hits += 1
                right |= {m.char_start for m in same}
            else:
                notes.append(f"{label} got {[(m.text, m.start, m.end, m.rule) for m in same]}")
        notes += [f"spurious {m}" for m in mentions if m.char_start not in right]
    return hits, total, returned, notes


def test_newswire_is_read_right() -> None:
    hits, total, returned, notes = measure()
    assert total > 80
    assert hits / total >= RECALL_FLOOR, "\n".join(notes)
    assert hits / returned >= PRECISION_FLOOR, "\n".join(notes)


def test_offsets_are_exact_and_mentions_do_not_overlap() -> None:
    for passage in _PASSAGES:
        text, _ = unmarked(passage["text"])
        mentions = find_dates(text, passage["published"])
        assert all(text[m.char_start : m.char_end] == m.text for m in mentions)
        assert all(a.char_end <= b.char_start for a, b in itertools.pairwise(mentions))
