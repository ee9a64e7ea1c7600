"""The notebook API: one text in, its incidents out."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from importlib.metadata import version

import pytest
from support.stub import StubPipeline

import incidents
from incidents.errors import UsageError
from incidents.model import Published

TEXT = "escape: Eighteen men fled the camp in Musan on 2019-03-04, people in the town said."


@pytest.fixture(autouse=True)
def _stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.api.pipeline", lambda model, patterns: StubPipeline())


def test_a_text_becomes_incidents_and_a_frame():
    found = incidents.extract(TEXT, published="2019-03-14", title="Flight")
    (incident,) = found.incidents
    assert incident.fields["place"] == "Musan"
    assert found.report.title == "Flight"
    frame = found.to_frame()
    assert frame.participants_min.tolist() == [18]
    assert frame.incident_id[0] == incident.incident_id
    assert "Eighteen" in set(found.values().text)
    assert found.mentions[0][1] == incident.incident_id


@pytest.mark.parametrize("given", ["2019-03-14", dt.date(2019, 3, 14), dt.datetime(2019, 3, 14, 12, 30)])
def test_the_publication_date_may_be_text_or_a_date(given: str | dt.date):
    assert incidents.extract(TEXT, given).report.published == Published.of_day(dt.date(2019, 3, 14))


def test_no_publication_date_stays_none():
    assert incidents.extract(TEXT).report.published is None


def test_a_publication_date_that_is_none_is_refused():
    with pytest.raises(UsageError, match="2024-03-04"):
        incidents.extract(TEXT, "soon")


def test_dates_are_found_against_a_publication_date_given_as_text():
    (found,) = incidents.find_dates("They left early last month.", published="2024-03-04")
    assert (found.start, found.end) == (dt.date(2024, 2, 1), dt.date(2024, 2, 10))
    assert incidents.find_dates("They left early last month.") == []
    assert incidents.find_dates("They left early last month.", unresolved=True)[0].start is None


def test_places_are_found_with_their_codes():
    (place,) = [place for place in incidents.find_places("They met in Hoeryong.") if place.name == "Hoeryong"]
    assert (place.country, place.admin1_code) == ("KP", "KP-09")


def test_an_empty_text_has_no_incidents_and_says_why():
    found = incidents.extract("")
    assert found.incidents == ()
    assert found.to_frame().empty
    assert found.report.message


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, incidents; incidents.__version__; print({'spacy', 'pandas', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_everything_promised_is_there_and_nothing_else():
    assert incidents.__version__ == version("incidents")
    for name in incidents.__all__:
        assert getattr(incidents, name) is not None
    assert dir(incidents) == sorted(incidents.__all__)
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        incidents.colour  # noqa: B018
