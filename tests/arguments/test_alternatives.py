"""A long list of words as one fast expression."""

from __future__ import annotations

import re

import pytest

from incidents.arguments.alternatives import any_of

WORDS = re.compile(
    rf"\b(?:{any_of(['camp', 'labor camp', 'labor-training camp', 'x-ray room', 'mill'])})\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a labor camp", "labor camp"),
        ("a Labor-camp", "Labor-camp"),
        ("a labor training camp", "labor training camp"),
        ("a labortraining camp", "labortraining camp"),
        ("the xray room", "xray room"),
        ("a CAMP", "CAMP"),
    ],
)
def test_the_longest_word_of_the_list_is_found_however_its_parts_are_joined(text: str, found: str):
    match = WORDS.search(text)
    assert match is not None
    assert match.group() == found


@pytest.mark.parametrize("text", ["campus", "a labourer", "windmills"])
def test_a_part_of_another_word_is_not_found(text: str):
    assert WORDS.search(text) is None
