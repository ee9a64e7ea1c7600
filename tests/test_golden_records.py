"""Golden records: readable, complete, and compared incident by incident."""

from __future__ import annotations

from support.stub import StubPipeline

from incidents.golden import differences, parse, records, render
from incidents.load import read_report_text

TEXT = """\
escape: Eighteen men fled the camp in Musan on 2019-03-04 and nobody has seen any of them since.

protest: Three women protested near the station.
"""
FOUND = records(StubPipeline().extract(read_report_text(TEXT)))


def test_a_record_holds_only_what_was_read_and_the_first_words_of_the_best_quote():
    assert FOUND[1] == {
        "event_type": "protest",
        "granularity": "specific",
        "factuality": "reported",
        "completion": "completed",
        "quote": "Three women protested near the station.",
        "participants_min": 3,
        "participants_max": 3,
    }
    assert FOUND[0]["quote"] == "Eighteen men fled the camp in Musan on 2019-03-04 and nobody has"
    assert FOUND[0]["date_start"] == "2019-03-04"


def test_yaml_reads_back_as_written():
    assert parse(render(FOUND)) == FOUND
    assert parse(render([])) == []


def test_equal_records_have_no_differences():
    assert differences(FOUND, parse(render(FOUND))) == []


def test_a_changed_field_is_named_with_both_values():
    changed = [{**FOUND[0], "participants_min": 8}, FOUND[1]]
    (line,) = differences(FOUND, changed)
    assert line.startswith("~ escape “Eighteen men fled")
    assert line.endswith("participants_min: expected 18, found 8")


def test_a_lost_field_and_a_gained_one():
    without = {name: value for name, value in FOUND[0].items() if name != "place"}
    assert differences([FOUND[0]], [without])[0].endswith("place: expected 'Musan', found nothing")
    assert differences([without], [FOUND[0]])[0].endswith("place: expected nothing, found 'Musan'")


def test_missing_and_new_incidents_are_told_apart():
    assert differences(FOUND, FOUND[:1]) == ["- missing protest “Three women protested near the station.”"]
    assert differences(FOUND[:1], FOUND) == ["+ new protest “Three women protested near the station.”"]


def test_an_incident_with_another_best_quote_is_still_the_same_incident():
    (line,) = differences(FOUND[:1], [{**FOUND[0], "quote": "They were gone by morning."}])
    assert "quote: expected 'Eighteen" in line
