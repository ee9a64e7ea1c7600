"""The promises of the dataset, on real reports with the real pipeline: every cell can be checked against the text."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import incidents
from incidents.run import run
from incidents.tables import Dataset

REPORTS = Path(__file__).parent / "golden" / "reports"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("truth")
    run([REPORTS], out, jobs=1)
    return out


@pytest.fixture(scope="module")
def data(folder: Path) -> Dataset:
    return incidents.read(folder)


def texts(data: Dataset) -> dict[str, str]:
    return dict(zip(data.documents.doc_id, data.documents.text, strict=True))


def test_every_report_is_read(data: Dataset):
    assert set(data.documents.status) == {"ok"}, data.documents.message.dropna().tolist()
    assert len(data.incidents) > len(data.documents) / 2


def test_every_quote_stands_in_its_report(data: Dataset):
    text = texts(data)
    for row in data.incidents.itertuples():
        assert text[row.doc_id][row.quote_start : row.quote_end] == row.quote
        assert len(row.quotes), row.incident_id
        for quote in row.quotes:
            assert text[row.doc_id][quote["start"] : quote["end"]] == quote["text"]
        assert row.quote in [quote["text"] for quote in row.quotes]


def test_every_value_stands_in_its_report_unless_it_was_derived(data: Dataset):
    text, home = texts(data), dict(zip(data.incidents.incident_id, data.incidents.doc_id, strict=True))
    for row in data.values.itertuples():
        if pd.isna(row.start):
            assert row.basis == "derived", (row.field, row.value, row.rule)
        else:
            assert text[home[row.incident_id]][row.start : row.end] == row.text


TRACED = ("date_start", "date_end", "country", "place", "facility", "company", "participants_min", "killed_min")


@pytest.mark.parametrize("field", [*TRACED, "participants_max", "injured_min", "amount_min", "amount_percent"])
def test_every_cell_that_was_read_can_be_traced(data: Dataset, field: str):
    traced = set(data.values[data.values.field == field].incident_id)
    filled = set(data.incidents[data.incidents[field].notna()].incident_id)
    assert filled == traced


def test_every_trigger_and_entity_stands_in_its_report(data: Dataset):
    text = texts(data)
    for row in data.mentions.itertuples():
        assert text[row.doc_id][row.trigger_start : row.trigger_end] == row.trigger
        assert row.sentence_start <= row.trigger_start < row.trigger_end <= row.sentence_end
    for row in data.entities.itertuples():
        assert text[row.doc_id][row.start : row.end] == row.text


def test_a_mention_is_either_part_of_an_incident_or_says_why_not(data: Dataset):
    kept = data.mentions.incident_id.notna()
    assert (kept == data.mentions.dropped_because.isna()).all()
    assert set(data.mentions.incident_id[kept]) == set(data.incidents.incident_id)


def test_ids_are_unique_and_point_at_each_other(data: Dataset):
    assert data.incidents.incident_id.is_unique
    assert data.documents.doc_id.is_unique
    assert data.mentions.mention_id.is_unique
    assert set(data.incidents.cluster_id) <= set(data.incidents.incident_id)
    for table in (data.incidents, data.mentions, data.entities):
        assert set(table.doc_id) <= set(data.documents.doc_id)


def test_a_date_is_an_interval_with_its_precision(data: Dataset):
    dated = data.incidents.dropna(subset=["date_start"])
    assert dated.date_end.notna().all()
    assert (dated.date_start <= dated.date_end).all()
    assert (dated.date_precision != "unknown").all()
    assert (dated.date_basis != "unknown").all()
    days = dated[dated.date_precision == "day"]
    assert (days.date_start == days.date_end).all()


def test_counts_are_intervals_and_confidence_is_a_probability(data: Dataset):
    frame = data.incidents
    for name in ("participants", "killed", "injured", "amount"):
        both = frame.dropna(subset=[f"{name}_min", f"{name}_max"])
        assert (both[f"{name}_min"] <= both[f"{name}_max"]).all()
    assert frame.confidence.between(0, 1).all()


@pytest.mark.slow
def test_two_processes_and_another_order_write_the_same_bytes(folder: Path, tmp_path: Path):
    files = sorted(REPORTS.glob("*.txt"), reverse=True)
    run([REPORTS], tmp_path / "two", jobs=2)
    for name in [path.name for path in folder.iterdir()]:
        assert (tmp_path / "two" / name).read_bytes() == (folder / name).read_bytes(), name
    run(files, tmp_path / "order", jobs=1)
    tables = [incidents.read(tmp_path / "order").incidents, incidents.read(folder).incidents]
    pd.testing.assert_frame_equal(*tables)
