"""Which incidents of different reports are one event."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from incidents.link import Event, link

DAY = dt.date(2019, 3, 4)
ESCAPE = Event(
    "a", "report-1", "escape", "specific", "KP", "KP-09", place="Musan", start=DAY, end=DAY, participants=(18, 18)
)


def elsewhere(**changes: object) -> Event:
    """The same escape as another report tells it, apart from ``changes``."""
    return replace(ESCAPE, **{"incident_id": "b", "doc_id": "report-2", **changes})


def linked(other: Event) -> bool:
    clusters = link([ESCAPE, other])
    return clusters["a"] == clusters[other.incident_id]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"participants": (None, None)},
        {"participants": (20, 20)},
        {"participants": (12, None)},
        {"start": None, "end": None},
        {"start": dt.date(2019, 3, 1), "end": dt.date(2019, 3, 31)},
        {"admin1": None, "facility": "Jongori camp"},
        {"granularity": "aggregate"},
    ],
    ids=["all agrees", "no count", "count near", "count open", "no date", "in that month", "one knows more", "grain"],
)
def test_the_same_event(changes: dict[str, object]):
    assert linked(elsewhere(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"event_type": "protest"},
        {"country": "CN"},
        {"admin1": "KP-10"},
        {"place": "Hyesan"},
        {"place": None},
        {"start": dt.date(2018, 3, 4), "end": dt.date(2018, 3, 4)},
        {"start": dt.date(2019, 1, 1), "end": dt.date(2019, 12, 31), "participants": (None, None)},
        {"participants": (3, 3)},
        {"granularity": "practice"},
        {"doc_id": "report-1"},
        {"start": None, "end": None, "participants": (None, None)},
    ],
    ids=lambda changes: ", ".join(changes),
)
def test_another_event(changes: dict[str, object]):
    assert not linked(elsewhere(**changes))


def test_one_person_at_one_place_is_not_enough_without_a_date():
    first, second = replace(ESCAPE, participants=(1, 1), start=None, end=None), elsewhere(participants=(1, 1))
    clusters = link([first, second])
    assert clusters["a"] != clusters["b"]


def test_a_site_or_a_company_says_where_as_well_as_a_place_does():
    for name in ("facility", "company"):
        first = replace(ESCAPE, place=None, **{name: "x"})
        second = elsewhere(place=None, **{name: "x"})
        assert link([first, second]) == {"a": "a", "b": "a"}


def test_a_cluster_is_named_after_its_smallest_incident_whatever_the_order():
    events = [ESCAPE, elsewhere(), elsewhere(incident_id="c", doc_id="report-3")]
    for order in permutations(events):
        assert link(order) == {"a": "a", "b": "a", "c": "a"}


def test_a_link_never_joins_what_a_third_report_contradicts():
    vague = elsewhere(start=None, end=None)
    later = dt.date(2019, 9, 1)
    other = elsewhere(incident_id="c", doc_id="report-3", start=later, end=later)
    clusters = link([ESCAPE, vague, other])
    assert clusters["a"] != clusters["c"]


def test_a_story_that_everybody_carries_is_linked_at_once():
    events = [
        elsewhere(incident_id=f"{n:05}", doc_id=f"report-{n}", participants=(18 + n % 3, 18 + n % 3))
        for n in range(3000)
    ]
    assert set(link(events).values()) == {"00000"}


def test_what_is_told_alike_but_too_vaguely_stays_apart():
    vague = [
        elsewhere(incident_id=str(n), doc_id=f"report-{n}", start=None, end=None, participants=(1, 1)) for n in range(9)
    ]
    assert link(vague) == {str(n): str(n) for n in range(9)}


def test_two_incidents_of_one_report_stay_two_even_when_others_tell_them_alike():
    same_report = elsewhere(incident_id="c")
    clusters = link([ESCAPE, elsewhere(), same_report])
    assert clusters == {"a": "a", "b": "a", "c": "c"}


def test_nothing_to_link():
    assert link([]) == {}
    assert link([ESCAPE]) == {"a": "a"}
