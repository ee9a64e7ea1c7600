"""The tables on disk: columns as documented, every cell checkable against the text, the same input the same bytes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from support.stub import StubPipeline

import incidents
from incidents import tables
from incidents.errors import BrokenOffsets, NoDataset
from incidents.ids import confident, identify
from incidents.load import read_report_text
from incidents.model import Extraction, Span
from incidents.run import RunResult
from incidents.tables.rows import as_text

Ran = tuple[Path, RunResult]
TEXT = "escape: Eighteen men fled the camp in Musan on 2019-03-04."


def read_one(text: str) -> Extraction:
    return identify(StubPipeline().extract(read_report_text(text)))


@pytest.mark.parametrize("spec", tables.TABLES, ids=lambda spec: spec.name)
def test_every_table_has_the_documented_columns_and_says_what_made_it(dataset: Ran, spec: tables.schema.TableSpec):
    written = pq.read_schema(dataset[0] / f"{spec.name}.parquet")
    assert written.equals(spec.schema)
    assert written.metadata == {
        b"schema_version": tables.SCHEMA_VERSION.encode(),
        b"program_version": incidents.__version__.encode(),
        b"model": b"stub",
        b"model_version": b"1.0",
        b"patterns_digest": b"0" * 64,
    }


def test_pandas_reads_the_files_without_help(dataset: Ran):
    frame = pd.read_parquet(dataset[0] / "incidents.parquet")
    assert frame.date_start[0] == dt.date(2019, 3, 4)
    assert frame.event_type.dtype == "category"
    assert list(frame.quotes[0]) == [
        {"text": frame.quote[0], "start": frame.quote_start[0], "end": frame.quote_end[0]},
    ]


def test_rows_come_in_order_of_path_and_then_of_position(dataset: Ran):
    data = incidents.read(dataset[0])
    assert [path.rsplit("/", 1)[-1] for path in data.documents.source_path] == [
        "again.txt",
        "broken.txt",
        "empty.txt",
        "march.txt",
    ]
    assert list(data.incidents.event_type) == ["escape", "escape", "protest"]


def test_what_a_report_does_not_say_is_null_and_vocabularies_say_unknown(dataset: Ran):
    protest = incidents.read(dataset[0]).incidents.iloc[2]
    assert pd.isna(protest.date_start)
    assert pd.isna(protest.killed_min)
    assert pd.isna(protest.country)
    assert protest.date_precision == protest.date_basis == protest.geo_precision == protest.place_basis == "unknown"
    assert not protest.participants_approx


def test_reading_gives_nullable_counts_real_dates_and_categories(dataset: Ran):
    frame = incidents.read(dataset[0]).incidents
    assert frame.participants_min.dtype == "Int64"
    assert frame.date_start.dtype == "datetime64[ms]"
    assert frame.factuality.dtype == "category"
    assert frame.participants_approx.dtype == bool


def test_a_dropped_mention_keeps_its_reason_and_has_no_incident(dataset: Ran):
    mentions = incidents.read(dataset[0]).mentions
    dropped = mentions[mentions.dropped_because.notna()]
    assert list(dropped.dropped_because) == ["predicted"]
    assert dropped.incident_id.isna().all()
    assert mentions[mentions.dropped_because.isna()].incident_id.notna().all()


def test_tracing_an_incident_gives_the_words_behind_each_value(dataset: Ran):
    data = incidents.read(dataset[0])
    trace = data.trace(data.incidents.incident_id[0]).set_index("field")
    assert trace.loc["participants_min", ["value", "text"]].tolist() == ["18", "Eighteen"]
    assert trace.loc["date_start", "value"] == "2019-03-04"
    text = data.documents.set_index("doc_id").text[data.incidents.doc_id[0]]
    assert all(text[row.start : row.end] == row.text for row in trace.itertuples())


def test_the_same_text_and_evidence_has_the_same_id_whatever_the_file(dataset: Ran):
    first, second = (read_one(TEXT).incidents[0].incident_id for _ in range(2))
    other = read_one(TEXT + "\n").incidents[0].incident_id
    assert first == second
    assert first != other
    assert len(first) == 16


def test_an_id_that_the_pipeline_gave_is_kept():
    extraction = read_one(TEXT)
    given = replace(extraction, incidents=(replace(extraction.incidents[0], incident_id="abc"),))
    assert identify(given).incidents[0].incident_id == "abc"


def test_two_copies_of_one_text_keep_apart_but_share_their_cluster():
    parts = []
    for name in ("a.txt", "b.txt"):
        extraction = read_one(TEXT)
        report = replace(extraction.report, doc_id=name, source_path=name)
        parts.append(tables.tabulate(replace(extraction, report=report)))
    frame = tables.assemble(reversed(parts), {})["incidents"].to_pandas()
    assert frame.incident_id.is_unique
    assert frame.cluster_id.nunique() == 1
    assert frame.cluster_id[0] == frame.incident_id[0]


@pytest.mark.parametrize("span", [Span(0, 9999), Span(-4, 3), Span(5, 5)], ids=["beyond", "before", "empty"])
def test_a_quote_that_does_not_stand_in_the_text_is_never_written(span: Span):
    extraction = read_one(TEXT)
    broken = replace(extraction, incidents=(replace(extraction.incidents[0], quote=span),))
    with pytest.raises(BrokenOffsets, match="quote: offsets"):
        tables.tabulate(broken)


def test_a_value_whose_words_stand_elsewhere_is_never_written():
    extraction = read_one(TEXT)
    value = replace(extraction.incidents[0].values[0], text="Nineteen")
    broken = replace(extraction, incidents=(replace(extraction.incidents[0], values=(value,)),))
    with pytest.raises(BrokenOffsets, match="“Nineteen” was read, but its offsets hold “Eighteen”"):
        tables.tabulate(broken)


def test_a_field_that_is_no_column_is_refused_by_name():
    extraction = read_one(TEXT)
    broken = replace(extraction, incidents=(replace(extraction.incidents[0], fields={"colour": "red"}),))
    with pytest.raises(KeyError, match="colour"):
        tables.tabulate(broken)


def test_incidents_below_the_wanted_confidence_leave_their_mentions_with_the_reason():
    extraction = confident(read_one("protest: Three women protested near the station."), 0.7)
    assert extraction.incidents == ()
    ((mention, incident_id),) = extraction.mentions
    assert (mention.dropped_because, incident_id) == ("low_confidence", None)


def test_a_folder_without_tables_says_how_to_make_them(tmp_path: Path):
    with pytest.raises(NoDataset, match="incidents run PATH"):
        incidents.read(tmp_path)


def test_tables_of_another_schema_version_are_refused(dataset: Ran, tmp_path: Path):
    for spec in tables.TABLES:
        table = pq.read_table(dataset[0] / f"{spec.name}.parquet")
        pq.write_table(table.replace_schema_metadata({"schema_version": "0"}), tmp_path / f"{spec.name}.parquet")
    with pytest.raises(NoDataset, match="schema version 0"):
        incidents.read(tmp_path)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (18, "18"),
        (18.0, "18"),
        (0.5, "0.5"),
        (True, "true"),
        (dt.date(2019, 3, 4), "2019-03-04"),
        (("KCNA", "a source"), "KCNA; a source"),
    ],
)
def test_values_are_spelled_alike_in_the_values_table(value: object, text: str):
    assert as_text(value) == text


def test_a_dataset_is_loaded_by_calling_the_room_that_loads_reports(dataset: Ran, tmp_path: Path):
    loaded, read = incidents.load(dataset[0]), incidents.read(dataset[0])
    pd.testing.assert_frame_equal(loaded.incidents, read.incidents)
    assert incidents.load.load_reports is not None  # and it is still the room
    with pytest.raises(NoDataset):
        incidents.load(tmp_path)
