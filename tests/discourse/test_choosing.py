"""Choosing among weighed candidates: what speaks for one value is added up, and no more is given than is likely enough."""

from dataclasses import dataclass, field

import pytest

from incidents.discourse.choosing import as_narrow_as_sure, chances, likeliest

WORTH = (0.4, 0.4, 0.3)
HYESAN, SAMJIYON = ("KP", "KP-10", "Hyesan"), ("KP", "KP-10", "Samjiyon")
NAMPO, DANDONG, NOWHERE = ("KP", "KP-14", "Nampo"), ("CN", "CN-LN", "Dandong"), (None, None, None)


@dataclass(frozen=True)
class Told:
    """A candidate of some value with its evidence."""

    value: str
    features: dict[str, float] = field(default_factory=dict)


def test_chances_are_one_together_and_grow_with_the_weights() -> None:
    near, far = chances([Told("near", {"close": 1.0}), Told("far")], {"close": 2.0, "unheard": 9.0})
    assert near + far == pytest.approx(1.0)
    assert near / far == pytest.approx(7.389, abs=0.001)


def test_a_value_told_twice_beats_one_told_once() -> None:
    found = [Told("none", {"x": 1.0}), Told("mine", {"y": 1.0}), Told("mine", {"y": 1.0})]
    assert likeliest(found, {"x": 0.5, "y": 0.2}, lambda c: c.value).value == "mine"


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ({HYESAN: 0.8, NOWHERE: 0.2}, HYESAN),
        ({HYESAN: 0.36, SAMJIYON: 0.34, NOWHERE: 0.3}, HYESAN),
        (
            {HYESAN: 0.27, SAMJIYON: 0.25, DANDONG: 0.28, NOWHERE: 0.2},
            ("KP", "KP-10"),
        ),  # the division is sure, no town is
        ({HYESAN: 0.25, NAMPO: 0.26, DANDONG: 0.29, NOWHERE: 0.2}, ("KP",)),
        ({DANDONG: 0.2, HYESAN: 0.19, NOWHERE: 0.61}, None),
        ({("KP", None, None): 0.5, HYESAN: 0.35, NOWHERE: 0.15}, ("KP",)),
        ({("KP", None, None): 0.4, HYESAN: 0.45, NOWHERE: 0.15}, HYESAN),
        (
            {("RU", None, "Vostochny"): 0.7, NOWHERE: 0.3},
            ("RU", None, "Vostochny"),
        ),  # a town whose division nobody tells
    ],
)
def test_a_place_is_given_as_narrow_as_the_evidence_goes(
    told: dict[tuple[str | None, ...], float], given: tuple[str | None, ...] | None
) -> None:
    chosen = as_narrow_as_sure([*told], [*told.values()], WORTH)
    assert (None if chosen is None else [*told][chosen[0]][: chosen[1] + 1]) == given


def test_of_two_mentions_of_one_town_the_likelier_is_quoted() -> None:
    assert as_narrow_as_sure([HYESAN, HYESAN, NOWHERE], [0.2, 0.5, 0.3], WORTH) == (1, 2)
