"""What the training sentences for the event classifier promise: shape, honest triggers, coverage and variety."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "patterns" / "training"
EVENT_TYPES = ("defection", "escape", "explosion", "protest", "wage_theft")
FILES = (*EVENT_TYPES, "none")

POSITIVE_PHENOMENA = frozenset(
    [
        "active",
        "passive",
        "nominal",
        "light_verb",
        "phrasal",
        "coordination",
        "relative",
        "reported",
        "quote",
        "headline",
        "list",
        "attempted",
        "alleged",
        "practice",
        "aggregate",
        "pronoun",
        "implicit",
    ]
)
NEGATIVE_PHENOMENA = frozenset(
    [
        "negated",
        "predicted",
        "hypothetical",
        "purpose",
        "figurative",
        "generic",
        "policy",
        "diplomatic",
        "source_description",
        "weapons_test",
        "fire_only",
        "low_pay",
        "release",
        "name",
        "other",
    ]
)
VOICES = frozenset(
    [
        "agency",
        "translated_korean",
        "ngo",
        "un",
        "court",
        "interview",
        "satire",
        "old_newspaper",
        "newspaper",
        "business",
        "social_media",
        "history",
        "memoir",
        "sports",
        "science",
    ]
)

MIN_POSITIVES = 350
MIN_NEGATIVES = 1350
MIN_NEAR = 200
MIN_TOTAL = 3000
MIN_WORDS, MAX_WORDS = 5, 50
LONG, MIN_LONG_SHARE = 25, 0.08
OPENING_WORDS, MAX_SAME_OPENING = 6, 3
MAX_TRIGGER_SHARE = 0.2


def read(name: str) -> list[dict[str, Any]]:
    """The sentences of one file; a line that is not JSON fails the test that asked for it."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read_all() -> list[dict[str, Any]]:
    return [row for name in FILES for row in read(name)]


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_exactly_the_documented_keys(name: str) -> None:
    required = {"text", "label", "trigger", "voice", "phenomenon"} | ({"near"} if name == "none" else set())
    optional = set() if name == "none" else {"also"}
    wrong = [row for row in read(name) if not required <= set(row) <= required | optional]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_only_its_own_label(name: str) -> None:
    assert {row["label"] for row in read(name)} == {name}


@pytest.mark.parametrize("name", FILES)
def test_the_trigger_is_verbatim_in_the_text(name: str) -> None:
    assert [row for row in read(name) if not row["trigger"].strip() or row["trigger"] not in row["text"]] == []


@pytest.mark.parametrize("name", FILES)
def test_text_is_one_clean_line(name: str) -> None:
    assert [row["text"] for row in read(name) if row["text"] != " ".join(row["text"].split())] == []


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_positives_name_a_known_phenomenon_and_voice(name: str) -> None:
    rows = read(name)
    assert {row["phenomenon"] for row in rows} == POSITIVE_PHENOMENA
    assert {row["voice"] for row in rows} <= VOICES


def test_negatives_name_a_known_phenomenon_and_voice() -> None:
    rows = read("none")
    assert {row["phenomenon"] for row in rows} == NEGATIVE_PHENOMENA
    assert {row["voice"] for row in rows} <= VOICES


def test_a_second_event_type_differs_from_the_first() -> None:
    rows = [row for row in read_all() if "also" in row]
    assert rows, "some sentences state two events"
    assert [row for row in rows if not set(row["also"]) <= set(EVENT_TYPES) - {row["label"]}] == []


def test_no_text_occurs_twice() -> None:
    counts = Counter(row["text"].casefold() for row in read_all())
    assert [text for text, count in counts.items() if count > 1] == []


def test_openings_are_not_templates() -> None:
    openings = Counter(" ".join(row["text"].casefold().split()[:OPENING_WORDS]) for row in read_all())
    assert {opening: n for opening, n in openings.items() if n > MAX_SAME_OPENING} == {}


@pytest.mark.parametrize("name", FILES)
def test_no_single_trigger_dominates(name: str) -> None:
    rows = read(name)
    trigger, count = Counter(row["trigger"].casefold() for row in rows).most_common(1)[0]
    assert count / len(rows) <= MAX_TRIGGER_SHARE, trigger


def test_lengths_run_from_headline_to_long_sentence() -> None:
    lengths = [len(row["text"].split()) for row in read_all()]
    assert min(lengths) >= MIN_WORDS
    assert max(lengths) <= MAX_WORDS
    assert sum(length >= LONG for length in lengths) >= MIN_LONG_SHARE * len(lengths)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_each_event_type_has_enough_positives_and_near_misses(name: str) -> None:
    assert len(read(name)) >= MIN_POSITIVES
    assert sum(row["near"] == name for row in read("none")) >= MIN_NEAR


def test_totals_reach_the_targets() -> None:
    assert len(read("none")) >= MIN_NEGATIVES
    assert len(read_all()) >= MIN_TOTAL


def test_every_near_miss_names_an_event_type() -> None:
    assert {row["near"] for row in read("none")} == set(EVENT_TYPES)
