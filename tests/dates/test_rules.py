"""Every rule fires on its own example and stays silent on its counter-example."""

from __future__ import annotations

import pytest

from incidents.dates import DateFinder
from incidents.dates.find import MACROS, PASSES
from incidents.dates.grammar import Rule, literals

RULES = [rule for group in PASSES for rule in group]


@pytest.fixture(scope="module")
def finder() -> DateFinder:
    return DateFinder()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_fires_on_its_example(rule: Rule, finder: DateFinder) -> None:
    assert rule.id in finder.fired(rule.yes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_is_silent_on_its_counter_example(rule: Rule, finder: DateFinder) -> None:
    assert rule.id not in finder.fired(rule.no)


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)


def test_a_sign_without_meaning_in_a_pattern_is_reported() -> None:
    with pytest.raises(ValueError, match="has no meaning in the pattern"):
        literals("m=MONTH ; d=DAY", MACROS)
