"""The plain word lists of ``patterns/words.yaml``."""

from __future__ import annotations

import pytest

from incidents.arguments.vocabulary import VocabularyError
from incidents.arguments.word_lists import build_word_lists, word_list


def test_a_list_takes_in_one_above_it() -> None:
    lists = build_word_lists({"animals": "cow\n  goat", "herd": "+animals sheep"})
    assert lists == {"animals": {"cow", "goat"}, "herd": {"cow", "goat", "sheep"}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"herd": ["cow"]}, "words.yaml: herd: expected words divided by spaces, found list"),
        ({"herd": None}, "words.yaml: herd: expected words divided by spaces, found NoneType"),
        ({"herd": "+animals", "animals": "cow"}, "words.yaml: herd: includes 'animals', not defined above it"),
    ],
)
def test_a_broken_list_is_named(content: dict[str, object], message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        build_word_lists(content)


def test_a_missing_list_is_named() -> None:
    with pytest.raises(VocabularyError, match="unicorns: expected a list of words"):
        word_list("unicorns")
