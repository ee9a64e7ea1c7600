"""When a value counts as right: tables of a label, what was found, and the verdict."""

from __future__ import annotations

from typing import Any

import pytest
from support.made_up import day, found, label

from incidents.evaluate.agree import FIELDS, agreements
from incidents.evaluate.gold import GoldAmount
from incidents.evaluate.names import same_name

FLED = "fled the camp"


def right(field: str, gold: dict[str, Any], cells: dict[str, Any]) -> bool:
    return agreements(found("escape", FLED, **cells), label("1", "escape", FLED, **gold))[field].right


@pytest.mark.parametrize(
    ("spelling", "accepted", "same"),
    [
        ("Hoeryong", ["Hoeryŏng"], True),
        ("Hamheung", ["Hamhung"], True),
        ("Chongjin", ["Cheongjin"], True),
        ("Chongjin", ["Chongjin Steel Complex"], True),
        ("St. Petersburg", ["Saint Petersburg", "St Petersburg"], True),
        ("Musan", ["Hyesan"], False),
        ("Mus", ["Mus County"], False),
        ("Pyong", ["Pyongyang"], False),
    ],
)
def test_names_agree_by_sound_or_by_whole_words(spelling: str, accepted: list[str], same: bool):
    assert same_name(spelling, accepted) is same


@pytest.mark.parametrize(
    ("gold", "cells", "agree"),
    [
        (("2019-03-04", "2019-03-04"), ("2019-03-04", "2019-03-04"), True),
        (("2019-03-01", "2019-03-10"), ("2019-03-01", "2019-03-05"), True),
        (("2019-03-01", "2019-03-10"), ("2019-03-01", "2019-03-04"), False),
        (("2019-03-01", "2019-03-31"), ("2019-03-04", "2019-03-04"), False),
        (("2019-03-04", "2019-03-04"), ("2019-03-05", "2019-03-05"), False),
    ],
)
def test_dates_agree_when_they_share_half_of_their_days(gold: Any, cells: Any, agree: bool):
    wanted = dict(zip(("date_start", "date_end"), map(day, gold), strict=True))
    own = dict(zip(("date_start", "date_end"), map(day, cells), strict=True))
    assert right("date", wanted, own) is agree


@pytest.mark.parametrize(
    ("gold", "cells", "agree"),
    [
        ((18, 18), (18, 18), True),
        ((18, None), (18, 18), True),
        ((None, 10), (None, 10), True),
        ((None, 10), (10, None), True),
        ((6, 10), (6, None), True),
        ((18, 18), (17, 18), False),
        ((None, 10), (None, 9), False),
    ],
)
def test_counts_agree_by_their_lower_bound_or_else_their_upper(gold: Any, cells: Any, agree: bool):
    own = {"participants_min": cells[0], "participants_max": cells[1]}
    assert right("participants", {"participants": gold}, own) is agree


@pytest.mark.parametrize(
    ("gold", "cells", "agree"),
    [
        (GoldAmount(percent=90), {"amount_percent": 90.4}, True),
        (GoldAmount(percent=90), {"amount_percent": 91.0}, False),
        (GoldAmount(min=300, max=300, currency="USD"), {"amount_min": 300.0, "amount_currency": "USD"}, True),
        (GoldAmount(min=300, max=300, currency="USD"), {"amount_min": 300.0, "amount_currency": "EUR"}, False),
        (GoldAmount(min=300, max=300), {"amount_min": 300.0, "amount_currency": "EUR"}, True),
    ],
)
def test_sums_agree_in_number_and_currency_and_shares_within_one_point(
    gold: GoldAmount, cells: dict[str, Any], agree: bool
):
    assert right("amount", {"amount": gold}, cells) is agree


def test_nothing_labelled_and_nothing_found_is_no_value_on_either_side():
    cells = agreements(found("escape", FLED), label("1", "escape", FLED))
    assert set(cells) == set(FIELDS)
    assert not any(cell.gold or cell.found or cell.right or cell.wrong for cell in cells.values())


def test_a_value_on_one_side_only_is_wrong_but_contradicts_nothing():
    cells = agreements(found("escape", FLED, country="KP"), label("1", "escape", FLED, place=("Musan",)))
    assert cells["country"].wrong
    assert cells["place"].wrong
    assert not cells["country"].contradicts
    assert not cells["place"].contradicts
