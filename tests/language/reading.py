"""Read one or two sentences as a whole report and tell what came out in a form that is easy to write down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.load import load_reports

if TYPE_CHECKING:
    from pathlib import Path

    from incidents.pipeline import Pipeline

PUBLISHED = "2018-05-17"
"""A Thursday: the day on which every text of these tests was published."""


def read(pipeline: Pipeline, folder: Path, text: str, published: str | None = PUBLISHED) -> list[dict[str, Any]]:
    """The incidents that a report of this text holds, however uncertain, as their columns without the empty ones."""
    path = folder / "report.txt"
    head = f"---\npublished: {published}\n---\n" if published else ""
    path.write_text(head + text + "\n", encoding="utf-8")
    report = next(iter(load_reports([str(path)])))
    reading = pipeline.extract(report)
    return [
        {"event_type": found.event_type, "factuality": found.factuality, "completion": found.completion,
         "granularity": found.granularity, "quotes": len(found.quotes), **found.fields}
        for found in reading.incidents
    ]  # fmt: skip


def types(pipeline: Pipeline, folder: Path, text: str) -> list[str]:
    """The types of those incidents, sorted."""
    return sorted(found["event_type"] for found in read(pipeline, folder, text))
