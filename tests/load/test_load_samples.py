"""The reports that come with the project: every format, every one readable, every one dated."""

from __future__ import annotations

from pathlib import Path

from incidents.load import load_reports

RAW = Path(__file__).parents[2] / "data" / "raw"


def test_sample_reports_cover_every_format() -> None:
    found = list(load_reports([str(RAW)]))
    assert len(found) >= 10
    assert {report.source_format for report in found} == {
        "txt", "md", "html", "pdf", "docx", "jsonl", "csv", "parquet"
    }  # fmt: skip
    assert [report.source_path for report in found if report.status != "ok" or report.published is None] == []
    assert len({report.doc_id for report in found}) == len(found)


def test_sample_files_are_small() -> None:
    assert [path.name for path in RAW.iterdir() if path.stat().st_size > 60_000] == []
