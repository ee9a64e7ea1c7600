"""Reports that are parsed together are read as each of them is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.load import read_report_text

if TYPE_CHECKING:
    from incidents.pipeline import Pipeline

TEXTS = (
    "Three loggers fled their camp near Tynda on Monday.\n\nPolice found two of them a day later.",
    "",
    "A blast at a cement works in Sunchon killed four workers in May 2019.",
    "PYONGYANG SAID NOTHING.\n\nWORKERS AT A MILL IN SINUIJU WALKED OUT OVER UNPAID WAGES LAST WEEK.",
)


def test_each_report_is_read_as_if_alone(pipeline: Pipeline):
    reports = [read_report_text(text, published=None) for text in TEXTS]
    together = [read() for read in pipeline.readers(reports)]
    assert together == [pipeline.extract(report) for report in reports]
    assert [len(found.incidents) for found in together] == [1, 0, 1, 2]


def test_more_reports_than_are_parsed_at_once_come_back_in_order(pipeline: Pipeline):
    reports = [read_report_text(f"{n} men fled a camp in Musan.") for n in range(3, 23)]
    assert [read().report.text for read in pipeline.readers(reports)] == [r.text for r in reports]
