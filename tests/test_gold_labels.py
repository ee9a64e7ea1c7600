"""The labelled reports in ``tests/gold`` keep to the labelling format, whoever adds the next one."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
import yaml

GOLD = Path(__file__).parent / "gold"
LABEL_FILES = sorted(GOLD.glob("labels*.jsonl"))
REPORTS: list[dict[str, Any]] = [
    json.loads(line) for path in LABEL_FILES for line in path.read_text("utf-8").splitlines() if line.strip()
]
SIDECAR = {
    row["file"]: row["published"] for row in csv.DictReader((GOLD / "metadata.csv").read_text("utf-8").splitlines())
}
DIVISIONS = {division.code for division in pycountry.subdivisions}  # type: ignore[attr-defined]
TYPES = {"escape", "defection", "protest", "explosion", "wage_theft"}
GRANULARITIES = {"specific", "aggregate", "practice"}
FACTUALITIES = {"reported", "alleged", "denied"}
COMPLETIONS = {"completed", "attempted"}
PERIODS = {"day", "month", "year", "total", None}
FACILITY_TYPES = {
    *("political_prison_camp", "reeducation_camp", "labor_training_camp", "detention_facility", "prison"),
    *("factory", "mine", "construction_site", "logging_site", "restaurant", "farm", "port", "ship"),
    *("military_unit", "dormitory", "diplomatic_mission", "market", "border", "other"),
}
FIELDS = {
    *("id", "type", "accept_types", "optional", "granularity", "factuality", "completion", "anchors"),
    *("date_start", "date_end", "country", "admin1_code", "place", "facility", "facility_type", "company"),
    *("participants", "killed", "injured", "amount", "attribution"),
}
NAME_LISTS = ("place", "facility", "company", "attribution")
RANGES = ("participants", "killed", "injured")
SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*\s|\n")


def front_matter_and_body(doc_id: str) -> tuple[dict[str, Any], str]:
    """The report's front matter (empty when it has none) and the text after it."""
    text = (GOLD / f"{doc_id}.txt").read_text("utf-8")
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    return (yaml.safe_load(match[1]), text[match.end() :]) if match else ({}, text)


def each_report(check: Callable[[dict[str, Any]], None]) -> Callable[[], None]:
    """A test of all reports; those that break the rule are listed."""
    return _of_all(check, ((report["doc_id"], (report,)) for report in REPORTS))


def each_incident(check: Callable[[dict[str, Any], dict[str, Any]], None]) -> Callable[[], None]:
    """A test of all incidents; those that break the rule are listed."""
    pairs = ((report, incident) for report in REPORTS for incident in report["incidents"])
    return _of_all(check, ((f"{report['doc_id']}#{incident['id']}", (report, incident)) for report, incident in pairs))


def _of_all(check: Callable[..., None], cases: Iterable[tuple[str, tuple[Any, ...]]]) -> Callable[[], None]:
    cases = list(cases)

    def test() -> None:
        broken = []
        for name, arguments in cases:
            try:
                check(*arguments)
            except AssertionError as error:
                broken.append(f"{name}: {error}")
        assert not broken, "\n".join(broken)

    test.__name__, test.__doc__ = check.__name__, check.__doc__
    return test


def test_every_report_is_labelled_once_and_every_label_has_its_report() -> None:
    labelled = [report["doc_id"] for report in REPORTS]
    assert sorted(labelled) == sorted(path.stem for path in GOLD.glob("*.txt"))
    assert labelled, "no gold reports found"


def test_the_set_keeps_reports_without_incidents() -> None:
    assert sum(not report["incidents"] for report in REPORTS) >= 4


@each_report
def test_publication_date_is_the_one_of_the_front_matter_or_the_sidecar(report: dict[str, Any]) -> None:
    metadata, _ = front_matter_and_body(report["doc_id"])
    published = metadata.get("published")
    assert report["published"] == (published.isoformat() if published else SIDECAR.get(f"{report['doc_id']}.txt"))


def test_the_sidecar_dates_only_reports_that_carry_no_date() -> None:
    undated = {f"{r['doc_id']}.txt" for r in REPORTS if "published" not in front_matter_and_body(r["doc_id"])[0]}
    assert set(SIDECAR) <= undated


def test_enough_reports_are_held_out_to_score_them_apart() -> None:
    assert all(isinstance(report["held_out"], bool) for report in REPORTS)
    assert sum(report["held_out"] for report in REPORTS) >= 30


@each_report
def test_incident_ids_count_from_one(report: dict[str, Any]) -> None:
    ids = [incident["id"] for incident in report["incidents"]]
    assert ids == [str(number) for number in range(1, len(ids) + 1)]


@each_incident
def test_anchors_are_words_of_different_sentences(report: dict[str, Any], incident: dict[str, Any]) -> None:
    _, body = front_matter_and_body(report["doc_id"])
    assert incident["anchors"]
    for anchor in incident["anchors"]:
        assert body.count(anchor) == 1, f"{anchor!r} must stand exactly once in the text"
        assert 3 <= len(anchor.split()) <= 12, f"{anchor!r} is not 3 to 12 words long"
    spans = sorted((body.index(anchor), body.index(anchor) + len(anchor)) for anchor in incident["anchors"])
    for (_, end), (start, _) in pairwise(spans):
        between = body[end:start]
        assert SENTENCE_END.search(between), f"no sentence ends between two anchors: {between!r}"


@each_incident
def test_words_come_from_the_codebook(report: dict[str, Any], incident: dict[str, Any]) -> None:
    assert set(incident) == FIELDS
    assert incident["type"] in TYPES
    assert set(incident["accept_types"]) <= TYPES - {incident["type"]}
    assert isinstance(incident["optional"], bool)
    assert incident["granularity"] in GRANULARITIES
    assert incident["factuality"] in FACTUALITIES
    assert incident["completion"] in COMPLETIONS
    assert incident["facility_type"] in FACILITY_TYPES | {None}
    for field in NAME_LISTS:
        assert incident[field] is None or (
            incident[field] and all(isinstance(spelling, str) and spelling.strip() for spelling in incident[field])
        )


@each_incident
def test_names_are_spelled_as_in_the_report(report: dict[str, Any], incident: dict[str, Any]) -> None:
    _, body = front_matter_and_body(report["doc_id"])
    for field in NAME_LISTS:
        if incident[field]:
            assert any(spelling.lower() in body.lower() for spelling in incident[field]), field


@each_incident
def test_dates_are_an_interval_that_ends_before_publication(report: dict[str, Any], incident: dict[str, Any]) -> None:
    start, end = incident["date_start"], incident["date_end"]
    assert (start is None) == (end is None)
    if start is None:
        return
    assert dt.date.fromisoformat(start) <= dt.date.fromisoformat(end)
    if report["published"]:
        assert dt.date.fromisoformat(end) <= dt.date.fromisoformat(report["published"])


@each_incident
def test_country_and_division_are_iso_codes_that_agree(report: dict[str, Any], incident: dict[str, Any]) -> None:
    country, division = incident["country"], incident["admin1_code"]
    if country is not None:
        assert pycountry.countries.get(alpha_2=country), country
    if division is not None:
        assert division.startswith(f"{country}-")
        assert division in DIVISIONS, division


@each_incident
def test_counts_and_amounts_are_ordered(report: dict[str, Any], incident: dict[str, Any]) -> None:
    for field in RANGES:
        if (bounds := incident[field]) is not None:
            low, high = bounds
            assert low is not None or high is not None, field
            assert low is None or high is None or 0 <= low <= high, field
    assert incident["type"] != "explosion" or incident["participants"] is None
    if (amount := incident["amount"]) is None:
        return
    assert incident["type"] == "wage_theft"
    if "percent" in amount:
        assert set(amount) == {"percent"}
        assert 0 < amount["percent"] <= 100
    else:
        assert set(amount) == {"min", "max", "currency", "per"}
        assert 0 < amount["min"] <= amount["max"]
        assert pycountry.currencies.get(alpha_3=amount["currency"]), amount["currency"]
        assert amount["per"] in PERIODS
